"""The dagordning as a list, reordered by dragging, by Alt with the arrows, by a button."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView

from ui.toolkit.ordered_list import OrderedList, place_after
from ui.toolkit.palette import Role
from ui.toolkit.row_painting import RowDelegate
from ui.toolkit.theme import Icon, Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROWS_MIME = "application/x-namnd-rows"
_DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row. `info` stands to the right; `indent` 1 is a row under the one before.

    `spoken` is what a screen reader says; without it number, text and info in that order.
    """

    id: str
    number: str
    text: str
    info: str = ""
    info_role: Role = Role.MUTED
    indent: int = 0
    icon: Icon | None = None
    tip: str = ""
    spoken: str = ""

    def aloud(self) -> str:
        """Return what a screen reader says."""
        return self.spoken or ", ".join(filter(None, (self.number, self.text, self.info)))


class RowListModel(QAbstractListModel):
    """The rows of a RowList."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show no rows yet."""
        super().__init__(parent)
        self.rows: tuple[ListRow, ...] = ()
        self._token = hex(id(self))  # rows dragged from another list are not ours to move

    def show(self, rows: Sequence[ListRow]) -> None:
        """Replace all rows; only those that differ are drawn again when the ids are the same."""
        new, old = tuple(rows), self.rows
        if [row.id for row in new] == [row.id for row in old]:
            self.rows = new
            for at, (one, other) in enumerate(zip(new, old, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = new
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.aloud()
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip or row.text
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return _ROW_FLAGS

    def mimeTypes(self) -> list[str]:
        return [_ROWS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.rows[at].id for at in sorted(index.row() for index in indexes)]
        data = QMimeData()
        data.setData(_ROWS_MIME, QByteArray(json.dumps([self._token, ids]).encode()))
        return data

    def ids_in(self, data: QMimeData) -> tuple[str, ...]:
        """Return the ids of rows of this list that are being dragged."""
        if not data.hasFormat(_ROWS_MIME):
            return ()
        token, ids = json.loads(bytes(data.data(_ROWS_MIME).data()))
        return tuple(ids) if token == self._token else ()


_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemIsDropEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class RowList(OrderedList):
    """The dagordning, as a list.

    Signals, beside those of OrderedList:
        insertion_wanted: id of the row after which a new one is wanted, or None (Insert).
        files_dropped: (id or None, paths): files dropped on a row, or below the last.
    """

    insertion_wanted = Signal(object)
    files_dropped = Signal(object, object)

    def __init__(self, theme: Theme, *, name: str, reorder: bool = True) -> None:
        """Show no rows yet. `name` is for screen readers; `reorder`: the order may be changed."""
        super().__init__(theme, name, reorder=reorder)
        self._chosen = ""
        self._kept: tuple[set[str], str, int] = (set(), "", 0)
        self._drop: tuple[int, bool] | None = None  # row, and whether it is between rows
        self.rows_model = RowListModel(self)
        self.setModel(self.rows_model)
        self._delegate = RowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.rows_model.modelAboutToBeReset.connect(self._remember)
        self.rows_model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        theme.changed.connect(self._measure)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Replace all rows. Selection and place stay, by id."""
        self._delegate.measure(rows)
        self.rows_model.show(rows)
        self._tell_chosen()

    def shown(self) -> Sequence[ListRow]:
        """Return the rows, from the top."""
        return self.rows_model.rows

    def choose(self, row_id: str) -> bool:
        """Go to a row and select it alone; False when it is not there."""
        return self.go_to(row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Insert:
            self.insertion_wanted.emit(self.current())
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls when the pointer is near an edge
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        ids, paths = self.rows_model.ids_in(event.mimeData()), files_in(event.mimeData())
        target = self._target(event)
        self._mark(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if target is None:
            event.ignore()
            return
        event.acceptProposedAction()
        at, between = target
        if between:
            to = place_after(self.rows_model.rows, ids, at)
            if to is not None:
                self.moved.emit(ids, to)
        else:
            rows = self.rows_model.rows
            self.files_dropped.emit(rows[at].id if at < len(rows) else None, paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour(Role.ACCENT), self._theme.px(2)))
        at, between = self._drop
        if between:
            y = max(1, self._top_of(at) - 1)
            painter.drawLine(QPoint(0, y), QPoint(self.viewport().width(), y))
        elif at < len(self.rows_model.rows):
            painter.drawRect(self.visualRect(self.rows_model.index(at)).adjusted(1, 1, -2, -2))
        painter.end()

    def _dress(self) -> None:
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._measure()

    def _measure(self) -> None:
        self._delegate.measure(self.rows_model.rows)
        self.verticalScrollBar().setSingleStep(self._delegate.height)
        self.scheduleDelayedItemsLayout()

    def _consider(self, event: QDropEvent) -> None:
        target = self._target(event)
        self._mark(target)
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def _target(self, event: QDropEvent) -> tuple[int, bool] | None:
        y = event.position().toPoint().y() + self.verticalOffset()
        count, height = len(self.rows_model.rows), self._delegate.height
        if self.rows_model.ids_in(event.mimeData()):
            return (max(0, min((y + height // 2) // height, count)), True) if self.reorder else None
        if files_in(event.mimeData()):
            return max(0, min(y // height, count)), False
        return None

    def _mark(self, drop: tuple[int, bool] | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()

    def _top_of(self, at: int) -> int:
        return at * self._delegate.height - self.verticalOffset()

    def _remember(self) -> None:
        self._kept = set(self.selected()), self.current() or "", self.verticalScrollBar().value()

    def _restore(self) -> None:
        ids, current, scrolled = self._kept
        self.select_again(ids, current)
        self.verticalScrollBar().setValue(scrolled)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _tell_chosen(self) -> None:
        row_id = self.current()
        if row_id != (self._chosen or None):
            self._chosen = row_id or ""
            self.chosen.emit(row_id)


def files_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files that are being dragged; what is not on this machine is left out."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
