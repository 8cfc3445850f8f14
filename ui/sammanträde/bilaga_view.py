"""The list of handlingar: as high as its rows, rubriker on as many lines as they need."""

import json
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelectionModel,
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
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.sammanträde.bilaga_painting import BilagaDelegate
from ui.sammanträde.bilaga_rows import BilagaLine
from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_MIME = "application/x-namnd-bilagor"
_DISPLAY = Qt.ItemDataRole.DisplayRole


def bilagor_in(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of bilagor that are being dragged."""
    if not data.hasFormat(_MIME):
        return ()
    return tuple(json.loads(bytes(data.data(_MIME).data())))


class BilagaModel(QAbstractListModel):
    """The bilagor of a punkt."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show none yet."""
        super().__init__(parent)
        self.lines: tuple[BilagaLine, ...] = ()

    def show(self, lines: Sequence[BilagaLine]) -> None:
        """Replace all."""
        if tuple(lines) == self.lines:
            return
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        one = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{one.beteckning} {one.rubrik}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return one.aloud()
            case Qt.ItemDataRole.ToolTipRole:
                return one.tip
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.lines[at].id for at in sorted(index.row() for index in indexes)]
        data = QMimeData()
        data.setData(_MIME, QByteArray(json.dumps(ids).encode()))
        return data


_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class BilagaView(QListView):
    """Says what is wanted of the bilagor; the page runs the commands and shows them again.

    Signals:
        chosen: id of the bilaga the user has come to, or None.
        opened: id of the one the user pressed Enter on or double-clicked.
        moved: (ids, to): to move so that the first of them stands at place `to` (1 is first).
        removal_wanted: ids.
    """

    chosen = Signal(object)
    opened = Signal(str)
    moved = Signal(object, int)
    removal_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show none yet."""
        super().__init__()
        self._theme = theme
        self._drop: int | None = None
        self._kept: tuple[set[str], str | None] = (set(), None)
        self.lines_model = BilagaModel(self)
        self.setModel(self.lines_model)
        self._delegate = BilagaDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Handlingar")
        self._dress()
        self.lines_model.modelAboutToBeReset.connect(self._remember)
        self.lines_model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)
        theme.changed.connect(self.fit)

    @property
    def lines(self) -> tuple[BilagaLine, ...]:
        """Return what is shown."""
        return self.lines_model.lines

    def show_lines(self, lines: Sequence[BilagaLine]) -> None:
        """Replace all. Selection stays, by id."""
        self.lines_model.show(lines)
        self.fit()

    def current(self) -> str | None:
        """Return the id of the bilaga the user is at."""
        index = self.currentIndex()
        return self.lines[index.row()].id if index.isValid() else None

    def selected(self) -> tuple[str, ...]:
        """Return the ids of the selected bilagor, from the top."""
        return tuple(
            self.lines[at].id for at in sorted(index.row() for index in self.selectedIndexes())
        )

    def choose(self, bilaga_id: str | None) -> None:
        """Go to a bilaga, or to none."""
        for at, one in enumerate(self.lines):
            if one.id == bilaga_id:
                self.setCurrentIndex(self.lines_model.index(at))
                return
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def move_selected(self, step: int) -> None:
        """Ask for the selected bilagor to go up (-1) or down (1) one place."""
        ids = self.selected()
        if ids:
            first = next(at for at, one in enumerate(self.lines, start=1) if one.id == ids[0])
            to = max(1, min(first + step, len(self.lines) - len(ids) + 1))
            if to != first:
                self.moved.emit(ids, to)

    def fit(self) -> None:
        """Be as high as the rows."""
        self.doItemsLayout()
        heights = (self._delegate.height_of(one, self.viewport().width()) for one in self.lines)
        line = 1 if self.lines else 0  # under the last row, where the frame is
        self.setFixedHeight(sum(heights) - line + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_selected(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Delete if self.selected():
                self.removal_wanted.emit(self.selected())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if bilaga_id := self.current():
                self.opened.emit(bilaga_id)
            case _ if event.matches(QKeySequence.StandardKey.Paste):
                event.ignore()  # the editor takes pasted files, wherever the focus is
            case _:
                super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        ids, at = bilagor_in(event.mimeData()), self._drop
        self._mark(None)
        self.setState(QAbstractItemView.State.NoState)
        if ids and at is not None:
            event.acceptProposedAction()
            before = [one.id for one in self.lines[:at] if one.id not in ids]
            self.moved.emit(ids, len(before) + 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is None:
            return
        last = self._drop >= len(self.lines)
        area = self.visualRect(self.lines_model.index(len(self.lines) - 1 if last else self._drop))
        y = area.bottom() if last else max(1, area.top())
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self._theme.colour(Role.ACCENT), self._theme.px(2)))
        painter.drawLine(QPoint(0, y), QPoint(self.viewport().width(), y))
        painter.end()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay: every row is in sight here. The editor around the list scrolls to it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # for the editor around the list

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def _dress(self) -> None:
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragEnabled(True)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)

    def _consider(self, event: QDropEvent) -> None:
        ids = bilagor_in(event.mimeData())
        if ids and {one.id for one in self.lines}.issuperset(ids):
            self._mark(self._place(event.position().toPoint()))
            event.acceptProposedAction()
        else:
            event.ignore()

    def _place(self, at: QPoint) -> int:
        index = self.indexAt(at)
        if not index.isValid():
            return len(self.lines)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _mark(self, drop: int | None) -> None:
        self._drop = drop
        self.viewport().update()

    def _remember(self) -> None:
        self._kept = set(self.selected()), self.current()

    def _restore(self) -> None:
        ids, current = self._kept
        selection = self.selectionModel()
        for at, one in enumerate(self.lines):
            index = self.lines_model.index(at)
            if one.id == current:
                selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            if one.id in ids:
                selection.select(index, QItemSelectionModel.SelectionFlag.Select)
        self.chosen.emit(self.current())

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.current())

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.lines[index.row()].id)
