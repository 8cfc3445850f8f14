"""Dialogs for who comes, who leaves and which ersättare stops serving."""

from PySide6.QtWidgets import QWidget

from nämnd.core.changes import Command, Together
from nämnd.närvaro.ersättare import proposals
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.meeting import At
from nämnd.närvaro.movement_commands import Arrive, Leave, StandDown
from nämnd.närvaro.rules import broke_off, owner, serving
from ui.desk import Desk
from ui.ersättare_words import proposal_text
from ui.närvaro.fields import number_input, time_input, unread
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.närvaro.stepping import noted, step_in
from ui.närvaro.words import RETURNED
from ui.toolkit.controls import Check, Choice

_FROM, _TO = "&Från och med §", "&Till och med §"
_START = "från början"


class CameDialog(Frame):
    """Somebody comes: from which §, when, how, and who then stops serving for them."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place, person_id: str) -> None:
        """Ask, with what is likely filled in."""
        super().__init__(desk.theme, parent, f"{place.protokoll.name(person_id)} kommer")
        self._desk, self._place, self._person_id = desk, place, person_id
        self.nummer = number_input(place.turning, _START)
        self.tid = time_input(place.now(desk.clock()))
        self.afar = Check(desk.theme, "Deltar på &distans")
        self._other = _serving_for(place, person_id)
        name = place.protokoll.name(self._other) if self._other else ""
        self.relieve = Check(desk.theme, f"{name} &slutar tjänstgöra")
        self.relieve.setChecked(self._other is not None)
        self.add(_FROM, self.nummer)
        self.add("&Klockan", self.tid)
        self.add("", self.afar)
        self.add("", self.relieve)
        self.show_row(self.relieve, shown=self._other is not None)
        for field in (self.nummer, self.tid):
            field.textChanged.connect(self._look)
        self.begin(self._save, problems=lambda: unread(self.nummer, self.tid), keep="&Kommer")
        self._look()
        self.nummer.selectAll()

    def _look(self) -> None:
        self.check()
        first = None if unread(self.nummer) else self.nummer.value()
        back = first is not None and broke_off(self._place.protokoll, self._person_id, first)
        name = self._place.protokoll.name(self._person_id)
        self.warn(RETURNED.format(namn=name) if back else "")

    def _save(self) -> bool:
        command = Arrive(
            sammanträde_id=self._place.sammanträde_id,
            person_id=self._person_id,
            nummer=self.nummer.value(),
            tid=self.tid.value(),
            på_distans=self.afar.isChecked(),
            relieves=self._other if self.relieve.isChecked() else None,
        )
        name = self._place.protokoll.name(self._person_id)
        return self._desk.editor.do(command, f"{name} kommer") is not None


class LeftDialog(Frame):
    """Somebody leaves: after which §, when, and who steps in."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place, person_id: str) -> None:
        """Ask, with what is likely filled in."""
        super().__init__(desk.theme, parent, f"{place.protokoll.name(person_id)} går")
        self._desk, self._place, self._person_id = desk, place, person_id
        self.nummer = number_input(place.last_there, "ingen paragraf")
        self.tid = time_input(place.now(desk.clock()))
        self._gap = _seat_of(place, person_id)
        at = At(place.turning or 0)
        found = proposals(place.protokoll, self._gap, at) if self._gap else ()
        options = [(one.person_id, proposal_text(place.protokoll, one)) for one in found]
        self.ersättare: Choice[str | None] = Choice(desk.theme, [*options, (None, "Ingen ännu")])
        first = next((one.person_id for one in found if one.fits), None)
        self.ersättare.choose(first)
        self.add(_TO, self.nummer)
        self.add("&Klockan", self.tid)
        self.add("&Ersätts av", self.ersättare)
        self.show_row(self.ersättare, shown=bool(options))
        for field in (self.nummer, self.tid):
            field.textChanged.connect(self.check)
        self.ersättare.currentIndexChanged.connect(self._look)
        self.begin(self._save, problems=lambda: unread(self.nummer, self.tid), keep="&Går")
        self._look()
        self.nummer.selectAll()

    def _look(self) -> None:
        chosen = self.ersättare.value()
        if self._gap is None or chosen is None:
            self.warn("")
        else:
            self.warn(noted(self._place, self._gap, chosen, At(self._place.turning or 0)).warning)

    def _save(self) -> bool:
        last = self.nummer.value()
        nummer = 0 if last is None else last + 1
        leave = Leave(
            sammanträde_id=self._place.sammanträde_id,
            person_id=self._person_id,
            nummer=nummer,
            tid=self.tid.value(),
        )
        name = self._place.protokoll.name(self._person_id)
        commands: tuple[Command, ...] = (leave, *self._step_in(nummer))
        return self._desk.editor.do(Together(commands), f"{name} går") is not None

    def _step_in(self, nummer: int) -> tuple[Command, ...]:
        chosen = self.ersättare.value()
        if self._gap is None or chosen is None:
            return ()
        note = noted(self._place, self._gap, chosen, At(nummer)).remark
        return (step_in(self._place, self._gap, chosen, nummer or None, self.tid.value(), note),)


class StandDownDialog(Frame):
    """An ersättare stops serving, and stays."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place, person_id: str) -> None:
        """Ask, with what is likely filled in."""
        name = place.protokoll.name(person_id)
        super().__init__(desk.theme, parent, f"{name} slutar tjänstgöra")
        self._desk, self._place, self._person_id = desk, place, person_id
        self.nummer = number_input(place.last_there, "ingen paragraf")
        self.tid = time_input(place.now(desk.clock()))
        self.add(_TO, self.nummer)
        self.add("&Klockan", self.tid)
        for field in (self.nummer, self.tid):
            field.textChanged.connect(self.check)
        problems = lambda: unread(self.nummer, self.tid)  # noqa: E731 - said where it is used
        self.begin(self._save, problems=problems, keep="&Sluta tjänstgöra")
        self.nummer.selectAll()

    def _save(self) -> bool:
        last = self.nummer.value()
        command = StandDown(
            sammanträde_id=self._place.sammanträde_id,
            person_id=self._person_id,
            nummer=None if last is None else last + 1,
            tid=self.tid.value(),
        )
        return self._desk.editor.do(command, self.windowTitle()) is not None


def _serving_for(place: Place, person_id: str) -> str | None:
    """Return the ersättare who sits on somebody's seat from here on."""
    nummer = place.turning or 0
    for row in place.protokoll.närvaro:
        if row.för == person_id and row.paragrafer.touches(nummer):
            return row.person_id
    return None


def _seat_of(place: Place, person_id: str) -> Gap | None:
    """Return the seat that is empty when somebody goes; None when they do not serve."""
    at = At(place.turning or 0)
    seat = next((one for one in serving(place.protokoll, at) if one.person_id == person_id), None)
    if seat is None:
        return None
    key = owner(place.protokoll, at, seat)
    one = place.protokoll.deltagare.get(key)
    if seat.vakant or one is None:
        return Gap(None, one.huvudman_id if one else None, None, Why.VACANT)
    return Gap(key, one.huvudman_id, one.parti, Why.LEFT)
