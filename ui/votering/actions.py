"""What the buttons of a § do, and what opening or removing one of its lines does."""

from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.propositions import numbers
from nämnd.protokoll.sentences import directed_sentence
from nämnd.protokoll.values import (
    AnteckningRow,
    BeslutspunktRow,
    ReservationRow,
    YrkandeRow,
)
from ui.desk import Desk
from ui.votering.jäv_dialog import JävDialog, new_jäv
from ui.votering.opinion_dialogs import (
    AnteckningDialog,
    ReservationDialog,
    new_anteckning,
    new_reservation,
)
from ui.votering.opinions import ANTECKNING, DELTAR_INTE, JÄV, OMEDELBART, RESERVATION, RIKTAS
from ui.votering.outcome_dialogs import DeltarInteDialog, RecommendDialog, SplitDialog, WaitDialog
from ui.votering.saving import DecisionSaver
from ui.votering.yrkande_dialog import YrkandeDialog, new_yrkande

R = TypeVar("R", YrkandeRow, JävRow, ReservationRow, AnteckningRow)
_SAID = {"bordläggning": "bordlägg", "återremiss": "återremittera"}


class DecisionActions:
    """Opens dialogs about the § that is shown, and saves what they give."""

    def __init__(self, desk: Desk, parent: QWidget, saver: DecisionSaver) -> None:
        """Open dialogs over `parent`."""
        self._desk, self._parent, self._saver = desk, parent, saver

    def move(self, key: str = "") -> None:
        """Enter a yrkande, or open one."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.yrkanden
        row = _found(rows, key) or new_yrkande()

        def save(new: YrkandeRow) -> bool:
            return self._saver.yrkanden(_with(rows, new), "ändra yrkanden")

        YrkandeDialog(self._desk, self._parent, self._saver.shown, row, save)

    def remove_yrkande(self, key: str) -> None:
        """Take a yrkande away. One that was made and withdrawn should be kept as withdrawn."""
        left = tuple(one for one in self._saver.shown.paragraf.yrkanden if one.id != key)
        self._saver.yrkanden(left, "ta bort yrkande")

    def jäv_of(self, person_id: str) -> None:
        """Enter that somebody leaves for jäv, or open what is written about them."""
        rows = self._saver.shown.paragraf.jäv
        known = next((one.id for one in rows if one.person_id == person_id), "")
        self.jäv(known, person_id)

    def jäv(self, key: str = "", person_id: str = "") -> None:
        """Enter who leaves for jäv, or open it; `person_id` is chosen for a new one."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.jäv
        row = _found(rows, key) or replace(new_jäv(), person_id=person_id)

        def save(new: JävRow) -> bool:
            return self._saver.jäv(_with(rows, new), "ändra jäv")

        JävDialog(self._desk, self._parent, self._saver.shown, row, save)

    def reserve(self, key: str = "") -> None:
        """Enter a reservation, or open one."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.reservationer
        row = _found(rows, key) or new_reservation()

        def save(new: ReservationRow) -> bool:
            return self._saver.reservationer(_with(rows, new), "ändra reservationer")

        ReservationDialog(self._desk, self._parent, self._saver.shown, row, save)

    def note(self, slag: str, key: str = "") -> None:
        """Enter an anteckning, or open one."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.anteckningar
        row = _found(rows, key) or new_anteckning(slag)

        def save(new: AnteckningRow) -> bool:
            return self._saver.anteckningar(_with(rows, new), f"ändra {slag}")

        AnteckningDialog(self._desk, self._parent, self._saver.shown, row, save)

    def stay_out(self) -> None:
        """Say who takes no part in the decision."""
        if not self._desk.editor.flush():
            return

        def save(persons: tuple[str, ...]) -> bool:
            return self._saver.paragraf("ändra vilka som deltar", deltar_inte=persons)

        DeltarInteDialog(self._desk, self._parent, self._saver.shown, save)

    def wait(self, utfall: str) -> None:
        """Let all of it wait: bordläggning or återremiss."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.beslutspunkter
        till = next((one.till for one in rows if one.till and one.utfall == utfall), "")

        def save(text: str) -> bool:
            return self._saver.decide(utfall, text or None, _SAID[utfall])

        WaitDialog(self._desk, self._parent, utfall, till or "", save)

    def split(self) -> None:
        """Let some punkter have an outcome of their own."""
        if not self._desk.editor.flush():
            return
        rows = self._saver.shown.paragraf.beslutspunkter

        def save(punkt: str, utfall: str, till: str) -> bool:
            return self._saver.beslut(split_rows(rows, punkt, utfall, till), "dela beslutet")

        SplitDialog(self._desk, self._parent, self._saver.shown, save)

    def recommend(self) -> None:
        """Say to whom the beslut is directed."""
        if not self._desk.editor.flush():
            return
        RecommendDialog(self._desk, self._parent, self._saver.shown, self._direct)

    def check_at_once(self) -> None:
        """Let the § be justerad at once, or not."""
        now = not self._saver.shown.paragraf.omedelbart_justerad
        self._saver.paragraf("ändra omedelbar justering", omedelbart_justerad=now)

    def open_aside(self, key: str) -> None:
        """Open the dialog of a line."""
        kind, _, row_id = key.partition(":")
        match kind:
            case "jäv":
                self.jäv(row_id)
            case "reservation":
                self.reserve(row_id)
            case "anteckning":
                self._open_note(row_id)
            case "deltar inte":
                self.stay_out()
            case "riktas":
                self.recommend()
            case _:
                self.check_at_once()

    def remove_aside(self, key: str) -> None:
        """Take a line away."""
        kind, _, row_id = key.partition(":")
        paragraf, saver = self._saver.shown.paragraf, self._saver
        if kind == JÄV:
            saver.jäv(tuple(one for one in paragraf.jäv if one.id != row_id), "ta bort jäv")
        elif kind == RESERVATION:
            left = tuple(one for one in paragraf.reservationer if one.id != row_id)
            saver.reservationer(left, "ta bort reservation")
        elif kind == ANTECKNING:
            kept = tuple(one for one in paragraf.anteckningar if one.id != row_id)
            saver.anteckningar(kept, "ta bort anteckning")
        elif kind == DELTAR_INTE:
            saver.paragraf("ändra vilka som deltar", deltar_inte=())
        elif kind == RIKTAS:
            self._direct(())
        elif kind == OMEDELBART:
            saver.paragraf("ändra omedelbar justering", omedelbart_justerad=False)

    def _open_note(self, row_id: str) -> None:
        row = _found(self._saver.shown.paragraf.anteckningar, row_id)
        if row is not None:
            self.note(row.slag, row_id)

    def _direct(self, to: tuple[str, ...]) -> bool:
        """Direct the beslut to huvudmän or others. The ingress follows, unless it was written."""
        shown = self._saver.shown
        there = shown.paragraf.beslutspunkter
        before = next((one.riktas_till for one in there if one.riktas_till), ())
        ingress = shown.paragraf.ingress
        if ingress in ("", self._ingress(before)):
            ingress = self._ingress(to)
        rows = tuple(replace(one, riktas_till=to) for one in there)
        return self._saver.written(rows, "rikta beslutet", ingress=ingress)

    def _ingress(self, to: tuple[str, ...]) -> str:
        """Return the words before the att-satser of a beslut that is directed to somebody."""
        return directed_sentence(self._saver.shown.protokoll, to) if to else ""


def split_rows(
    rows: tuple[BeslutspunktRow, ...], punkt: str, utfall: str, till: str
) -> tuple[BeslutspunktRow, ...]:
    """Return a beslut in which some punkter have an outcome of their own.

    Those that stand as rows of their own get it each; for others one row is added, «2–12».
    """
    wanted = set(numbers(punkt))
    mine = {one.id for one in rows if numbers(one.nummer) and set(numbers(one.nummer)) <= wanted}
    new = tuple(
        replace(one, utfall=utfall, till=till or None) if one.id in mine else one for one in rows
    )
    there = {number for one in rows for number in numbers(one.nummer)}
    if wanted <= there:
        return new
    left = sorted(wanted - there)
    nummer = str(left[0]) if len(left) == 1 else f"{left[0]}–{left[-1]}"
    return (*new, BeslutspunktRow(new_id(), nummer, "", utfall, till or None))


def _found(rows: tuple[R, ...], key: str) -> R | None:
    return next((one for one in rows if one.id == key), None)


def _with(rows: tuple[R, ...], new: R) -> tuple[R, ...]:
    if any(one.id == new.id for one in rows):
        return tuple(new if one.id == new.id else one for one in rows)
    return (*rows, new)
