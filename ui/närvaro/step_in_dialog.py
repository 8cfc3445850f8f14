"""Dialogs for letting an ersättare step in: for a seat, or the other way round for an ersättare."""

from PySide6.QtWidgets import QWidget

from nämnd.närvaro.ersättare import ersättare, proposals
from nämnd.närvaro.gaps import Gap, Why, gaps
from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import absent, serving
from ui.desk import Desk
from ui.ersättare_words import proposal_text
from ui.närvaro.fields import number_input, time_input, unread
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.närvaro.stepping import noted, step_in
from ui.närvaro.words import gap_name, gap_text
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import LineInput


class StepInDialog(Frame):
    """Who steps in for whom, from which §, and the anmärkning when it is unusual.

    Give it the seat (`gap`) or the ersättare (`person_id`); the other is chosen.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        place: Place,
        *,
        gap: Gap | None = None,
        person_id: str | None = None,
    ) -> None:
        """Ask, with the first proposal chosen."""
        name = gap_name(place.protokoll, gap) if gap else place.protokoll.name(person_id or "")
        title = f"Ersättare för {name}" if gap else f"{name} tjänstgör"
        super().__init__(desk.theme, parent, title, width=520)
        self._desk, self._place = desk, place
        here = [one for one in gaps(place.protokoll, place.at) if person_id]
        self.seat: Choice[Gap] = Choice(
            desk.theme, [(one, gap_text(place.protokoll, one)) for one in (gap, *here) if one]
        )
        self.person: Choice[str] = Choice(desk.theme, self._people(gap, person_id))
        for choice in (self.seat, self.person):
            choice.setCurrentIndex(0 if choice.count() else -1)
        self.nummer = number_input(place.turning, "från början")
        self.tid = time_input(place.now(desk.clock()) if place.nummer is not None else None)
        self.note = LineInput("skrivs i protokollet när något är ovanligt")
        self.add("&För", self.seat)
        self.add("&Ersättare", self.person)
        self.add("Från och med &§", self.nummer)
        self.add("&Klockan", self.tid)
        self.add("&Anmärkning", self.note)
        self._fit(fixed=gap is not None)
        self.seat.currentIndexChanged.connect(self._look)
        self.person.currentIndexChanged.connect(self._look)
        for field in (self.nummer, self.tid):
            field.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Tjänstgör")
        self._look()
        (self.person if gap else self.seat).setFocus()

    def _people(self, gap: Gap | None, person_id: str | None) -> list[tuple[str, str]]:
        """Return those in the room in order, and after them those who would have to come."""
        protokoll = self._place.protokoll
        if gap is None:
            return [(person_id or "", protokoll.name(person_id or ""))]
        at = self._place.at
        found = proposals(protokoll, gap, at)
        known = {one.person_id for one in found}
        away = {*absent(protokoll), *(seat.person_id for seat in serving(protokoll, at)), *known}
        away |= {one.person_id for one in at.jäv}
        there = {one.person_id for one in ersättare(protokoll)} - away
        more = proposals(protokoll, gap, at, there)
        return [
            *((one.person_id, proposal_text(protokoll, one)) for one in found),
            *((one.person_id, f"{proposal_text(protokoll, one)}, inte här än") for one in more),
        ]

    def _fit(self, *, fixed: bool) -> None:
        """Hide what can't be chosen: the one it began with, and the § of somebody out for jäv."""
        self.show_row(self.seat, shown=not fixed)
        self.show_row(self.person, shown=fixed)
        self._show_jäv()

    def _show_jäv(self) -> None:
        gap = self.seat.value()
        for field in (self.nummer, self.tid, self.note):
            self.show_row(field, shown=gap is None or gap.why is not Why.JÄV)

    def _wrong(self) -> tuple[str, ...]:
        found = list(unread(self.nummer, self.tid))
        if self.person.value() is None:
            found.append("Det finns ingen ersättare att välja. Anteckna först vem som är här.")
        if self.seat.value() is None:
            found.append("Alla platser är tagna.")
        return tuple(found)

    def _look(self) -> None:
        self._show_jäv()
        self.check()
        gap, person_id = self.seat.value(), self.person.value()
        if gap is None or person_id is None:
            return
        found = noted(self._place, gap, person_id, self._place.at)
        self.warn(found.warning)
        self.note.setText(found.remark)

    def _save(self) -> bool:
        gap, person_id = self.seat.value(), self.person.value()
        if gap is None or person_id is None:
            return False
        values = self.nummer.value(), self.tid.value(), self.note.text()
        command = step_in(self._place, gap, person_id, *values)
        label = f"{self._place.protokoll.name(person_id)} tjänstgör"
        return self._desk.editor.do(command, label) is not None


def accept(desk: Desk, place: Place, gap: Gap, person_id: str) -> bool:
    """Let an ersättare step in from here on, without a question."""
    first = place.turning
    remark = noted(place, gap, person_id, At(first or 0, place.at.jäv)).remark
    tid = place.now(desk.clock()) if first is not None else ""
    command = step_in(place, gap, person_id, first, tid or None, remark)
    return desk.editor.do(command, f"{place.protokoll.name(person_id)} tjänstgör") is not None
