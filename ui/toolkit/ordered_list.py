"""What the lists share whose order the user changes: rows that are known by their ids.

Such a list never changes the order by itself. It says what is wanted; the page runs a command and
shows the rows again.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.toolkit.theme import Theme


class Identified(Protocol):
    """A row with an id."""

    @property
    def id(self) -> str: ...


class OrderedList(QListView):
    """A list to choose in and to reorder with Alt and the arrows; how it looks is for the heirs.

    Signals:
        chosen: id of the row the user has come to, or None.
        opened: id of the row the user pressed Enter on or double-clicked.
        moved: (ids, to): rows to move so that the first of them stands at place `to` (1 is first).
        removal_wanted: ids, when Delete is pressed.
    """

    chosen = Signal(object)
    opened = Signal(str)
    moved = Signal(object, int)
    removal_wanted = Signal(object)

    def __init__(self, theme: Theme, name: str, *, reorder: bool = True) -> None:
        """Show no rows yet. `name` is for screen readers; `reorder`: the order may be changed."""
        super().__init__()
        self._theme, self.reorder = theme, reorder
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(reorder)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)  # the heirs draw their own
        self.activated.connect(self._tell_opened)

    def shown(self) -> Sequence[Identified]:
        """Return the rows, from the top."""
        raise NotImplementedError

    def current(self) -> str | None:
        """Return the id of the row the user is at."""
        index = self.currentIndex()
        return self.shown()[index.row()].id if index.isValid() else None

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected rows, from the top."""
        places = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.shown()[at].id for at in places)

    def go_to(self, row_id: str | None) -> bool:
        """Go to a row and select it alone; False when it is not there."""
        for at, row in enumerate(self.shown()):
            if row.id == row_id:
                # said outright: the view's own way selects nothing while Ctrl is held down
                select = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self.model().index(at, 0), select)
                return True
        return False

    def move_selected(self, step: int) -> None:
        """Ask for the selected rows to go up (-1) or down (1) one place; what Alt+arrows do."""
        ids = self.selected()
        if not ids or not self.reorder:
            return
        places = {row.id: at for at, row in enumerate(self.shown(), 1)}
        first, gathered = places[ids[0]], places[ids[-1]] - places[ids[0]] + 1 == len(ids)
        to = max(1, min(first + step, len(places) - len(ids) + 1))
        if to != first or not gathered:
            self.moved.emit(ids, to)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if alt:
                self.move_selected(-1)
            case Qt.Key.Key_Down if alt:
                self.move_selected(1)
            case Qt.Key.Key_Delete if self.selected():
                self.removal_wanted.emit(self.selected())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row_id := self.current():
                self.opened.emit(row_id)
            case _:
                super().keyPressEvent(event)

    def select_again(self, ids: Iterable[str], current: str | None) -> None:
        """Select `ids` and be at `current`, as far as they are still there."""
        wanted, selection = set(ids), self.selectionModel()
        for at, row in enumerate(self.shown()):
            index = self.model().index(at, 0)
            if row.id == current:
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if row.id in wanted:
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.shown()[index.row()].id)


def place_after(rows: Sequence[Identified], ids: Sequence[str], before: int) -> int | None:
    """Return the place (1 is first) that `ids` get when dropped before row `before` (0 is first).

    None when nothing would move.
    """
    moving = set(ids)
    staying = [row.id for row in rows if row.id not in moving]
    to = sum(1 for row in rows[:before] if row.id not in moving)
    after = [*staying[:to], *ids, *staying[to:]]
    return None if after == [row.id for row in rows] else to + 1
