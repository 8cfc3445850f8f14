"""The list of handlingar: as high as its rows, rubriker on as many lines as they need."""

import json
from collections.abc import Sequence

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
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
from ui.toolkit.ordered_list import OrderedList, place_after
from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme
from ui.toolkit.tuple_model import Index, TupleModel

_MIME = "application/x-namnd-bilagor"


def bilagor_in(data: QMimeData) -> tuple[str, ...]:
    """Return the ids of bilagor that are being dragged."""
    if not data.hasFormat(_MIME):
        return ()
    return tuple(json.loads(bytes(data.data(_MIME).data())))


class BilagaModel(TupleModel[BilagaLine]):
    """The bilagor of a punkt."""

    def show(self, rows: Sequence[BilagaLine]) -> None:
        """Replace all, unless they are the same: then the place in them is kept."""
        if tuple(rows) != self.rows:
            super().show(rows)

    def said(self, row: BilagaLine, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.beteckning} {row.rubrik}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.aloud()
            case Qt.ItemDataRole.ToolTipRole:
                return row.tip
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        ids = [self.rows[at].id for at in sorted(index.row() for index in indexes)]
        data = QMimeData()
        data.setData(_MIME, QByteArray(json.dumps(ids).encode()))
        return data


_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)


class BilagaView(OrderedList):
    """Says what is wanted of the bilagor; the page runs the commands and shows them again."""

    def __init__(self, theme: Theme) -> None:
        """Show none yet."""
        super().__init__(theme, "Handlingar")
        self._drop: int | None = None
        self._kept: tuple[set[str], str | None] = (set(), None)
        self.lines_model = BilagaModel(self)
        self.setModel(self.lines_model)
        self._delegate = BilagaDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._dress()
        self.lines_model.modelAboutToBeReset.connect(self._remember)
        self.lines_model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        theme.changed.connect(self.fit)

    @property
    def lines(self) -> tuple[BilagaLine, ...]:
        """Return what is shown."""
        return self.lines_model.rows

    def show_lines(self, lines: Sequence[BilagaLine]) -> None:
        """Replace all. Selection stays, by id."""
        self.lines_model.show(lines)
        self.fit()

    def shown(self) -> Sequence[BilagaLine]:
        """Return the rows, from the top."""
        return self.lines

    def choose(self, bilaga_id: str | None) -> None:
        """Go to a bilaga, or to none."""
        if not self.go_to(bilaga_id):
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def fit(self) -> None:
        """Be as high as the rows."""
        self.doItemsLayout()
        heights = (self._delegate.height_of(one, self.viewport().width()) for one in self.lines)
        line = 1 if self.lines else 0  # under the last row, where the frame is
        self.setFixedHeight(sum(heights) - line + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            event.ignore()  # the editor takes pasted files, wherever the focus is
        else:
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
            to = place_after(self.lines, ids, at)
            if to is not None:
                self.moved.emit(ids, to)

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
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

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
        self.select_again(*self._kept)
        self.chosen.emit(self.current())

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.current())
