"""What the letters of the list do."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.core.paragrafer import ALL
from nämnd.närvaro.movement_commands import Arrive
from ui.desk import Desk
from ui.närvaro.by_hand import ByHandDialog
from ui.närvaro.came import CameDialog, LeftDialog, StandDownDialog
from ui.närvaro.place import Place
from ui.närvaro.preside import PresideDialog, lead
from ui.närvaro.rows import Kind, PersonRow
from ui.närvaro.step_in_dialog import StepInDialog

Action = Callable[[Place, PersonRow], object]


class Actions:
    """Asks what is needed in a dialog over `parent`, and runs the command."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Work for the pane `parent`."""
        self._desk, self._parent = desk, parent
        self._by_letter: dict[str, Action] = {
            "K": lambda place, row: CameDialog(desk, parent, place, row.id),
            "G": lambda place, row: LeftDialog(desk, parent, place, row.id),
            "E": self._ersättare,
            "D": self._turn,
            "O": self._lead,
            "⏎": self._by_hand,
        }

    def act(self, letter: str, place: Place, row: PersonRow) -> None:
        """Do what a letter stands for. It is known to be possible."""
        if letter in self._by_letter:
            self._by_letter[letter](place, row)

    def _ersättare(self, place: Place, row: PersonRow) -> None:
        if row.gap is not None:
            StepInDialog(self._desk, self._parent, place, gap=row.gap)
        elif row.kind is Kind.SERVING:
            StandDownDialog(self._desk, self._parent, place, row.id)
        else:
            StepInDialog(self._desk, self._parent, place, person_id=row.id)

    def _by_hand(self, place: Place, row: PersonRow) -> None:
        if row.kind is Kind.VACANT:
            self._ersättare(place, row)
        else:
            ByHandDialog(self._desk, self._parent, place, row.id)

    def _lead(self, place: Place, row: PersonRow) -> None:
        if place.nummer is None:
            lead(self._desk, place, row.id, ALL)
        else:
            PresideDialog(self._desk, self._parent, place, row.id)

    def _turn(self, place: Place, row: PersonRow) -> None:
        """Let somebody go on from afar, or come to the room, from here on."""
        nummer = place.turning or 0
        afar = any(
            one.på_distans and one.paragrafer.touches(nummer)
            for one in place.protokoll.närvaro
            if one.person_id == row.id
        )
        tid = place.now(self._desk.clock()) if place.turning is not None else ""
        command = Arrive(
            sammanträde_id=place.sammanträde_id,
            person_id=row.id,
            nummer=place.turning,
            tid=tid or None,
            på_distans=not afar,
        )
        how = "åter i rummet" if afar else "på distans"
        self._desk.editor.do(command, f"{row.name} {how}")
