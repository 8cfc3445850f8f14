"""A read-only table over frozen rows. One class serves every list with columns.

Rows are filtered and sorted in Python: a QSortFilterProxyModel is 33 to 186 times slower, and Qt
would compare å, ä and ö by code point.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeAlias, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.toolkit.cells import CellDelegate
from ui.toolkit.palette import Role
from ui.toolkit.theme import Icon, Theme

Row = TypeVar("Row")
Index: TypeAlias = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1  # the row itself
_DISPLAY = Qt.ItemDataRole.DisplayRole


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """How one column reads a row.

    `width` is in characters; the column with none takes the room that is left. With `chip` the text
    is drawn as a pill of the role it returns; `role` colours plain text. Colour never stands alone:
    the text says it too. `yields`: where the table is too narrow, the column with the highest is
    left out first; one with 0 stays.
    """

    header: str
    text: Callable[[Row], str]
    sort_key: Callable[[Row], Any]
    width: int | None = None
    right: bool = False
    strong: bool = False
    role: Callable[[Row], Role] | None = None
    chip: Callable[[Row], Role] | None = None
    icon: Callable[[Row], Icon | None] | None = None
    tip: Callable[[Row], str] | None = None
    yields: int = 0


@dataclass(slots=True)
class _Order:
    column: int = -1
    descending: bool = False
    keep: Callable[[Any], bool] | None = field(default=None)


class RowTableModel(QAbstractTableModel, Generic[Row]):
    """Shows `rows`; replace them with `show`. Edits go through commands, never through here."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        """Show no rows yet, in the order they are given."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[Row, ...] = ()
        self._all: tuple[Row, ...] = ()
        self._sorted: tuple[Row, ...] = ()  # all of them, in order: the filter changes oftener
        self._order = _Order()

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows; the order and the filter stay."""
        self._all = tuple(rows)
        self._sort()

    def filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only the rows that `keep` likes; None shows all."""
        self._order.keep = keep
        self._pick()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by `column`; -1 gives the order of `show`. Equal rows keep that order."""
        self._order.column = column
        self._order.descending = order == Qt.SortOrder.DescendingOrder
        self._sort()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(row) if column.tip else column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.header}: {column.text(row)}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.right else _LEFT
            case _ if role == ROW_ROLE:
                return row
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self.columns[section].header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].right else _LEFT
        return None

    def _sort(self) -> None:
        at = self._order.column
        self._sorted = self._all
        if at >= 0:
            key, descending = self.columns[at].sort_key, self._order.descending
            self._sorted = tuple(sorted(self._all, key=key, reverse=descending))
        self._pick()

    def _pick(self) -> None:
        keep = self._order.keep
        self.beginResetModel()
        self.rows = self._sorted if keep is None else tuple(filter(keep, self._sorted))
        self.endResetModel()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RowTable(QTableView, Generic[Row]):
    """Shows a RowTableModel; a click on a header sorts.

    The selected rows and the place scrolled to stay, by row id, when rows are replaced.

    Signals:
        chosen: the row the user has come to, or None.
        opened: the row the user pressed Enter on or double-clicked.
        removal_wanted: the selected rows, when Delete is pressed.
    """

    chosen = Signal(object)
    opened = Signal(object)
    removal_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[Column[Row]],
        row_id: Callable[[Row], Hashable],
        *,
        name: str,
        empty: str = "",
    ) -> None:
        """Show no rows yet. `name` is for screen readers; `empty` is shown when there are none."""
        super().__init__()
        self._theme, self._row_id, self._empty = theme, row_id, empty
        self.rows_model: RowTableModel[Row] = RowTableModel(columns, self)
        self._kept: tuple[set[Hashable], Hashable | None, int] = (set(), None, 0)
        self._chosen: Hashable | None = None
        self._widths: tuple[int, ...] = ()  # pixels, of each column
        self._yielded: set[int] = set()  # columns left out for want of room
        self.setModel(self.rows_model)
        self.setItemDelegate(CellDelegate(theme, self.rows_model, self))
        self.setAccessibleName(name)
        self._dress()
        self.rows_model.modelAboutToBeReset.connect(self._remember)
        self.rows_model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.activated.connect(self._tell_opened)
        theme.changed.connect(self._measure)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.rows_model.show(rows)

    def filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only the rows that `keep` likes; None shows all."""
        self.rows_model.filter(keep)

    def set_empty(self, text: str) -> None:
        """Show `text` when there are no rows."""
        self._empty = text
        self.viewport().update()

    def show_column(self, at: int, *, shown: bool) -> None:
        """Show a column, or leave it out."""
        if (at in self._yielded or not self.isColumnHidden(at)) != shown:
            self._yielded.discard(at)
            self.setColumnHidden(at, not shown)
            self._make_room()

    def current(self) -> Row | None:
        """Return the row the user is at."""
        index = self.currentIndex()
        return self.rows_model.rows[index.row()] if index.isValid() else None

    def selected(self) -> tuple[Row, ...]:
        """Return the selected rows, from the top."""
        found = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self.rows_model.rows[at] for at in found)

    def choose(self, row_id: Hashable) -> bool:
        """Go to a row and select it alone; False when it is not shown."""
        for at, row in enumerate(self.rows_model.rows):
            if self._row_id(row) == row_id:
                self.selectRow(at)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selected():
            self.removal_wanted.emit(self.selected())
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._tell_opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows_model.rows and self._empty:
            painter = QPainter(self.viewport())
            painter.setPen(self._theme.colour(Role.MUTED))
            side, top = self._theme.px(16), self._theme.px(24)
            area = self.viewport().rect().adjusted(side, top, -side, 0)
            painter.drawText(area, _EMPTY_TEXT, self._empty)
            painter.end()

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setDefaultAlignment(_LEFT)
        self.setSortingEnabled(True)
        self._measure()

    def _measure(self) -> None:
        text = self.fontMetrics()
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.setDefaultSectionSize(text.height() + self._theme.px(17))
        padding = self._theme.px(20)
        widths: list[int] = []
        for at, column in enumerate(self.rows_model.columns):
            if column.width is None:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
                widths.append(_LEAST * text.averageCharWidth())
                continue
            needed = max(
                column.width * text.averageCharWidth(),
                text.horizontalAdvance(column.header) + self._theme.px(12),
            )
            header.resizeSection(at, needed + padding)
            widths.append(needed + padding)
        self._widths = tuple(widths)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out the columns that yield, as many as there is no room for.

        What a page has hidden by itself stays so.
        """
        columns, room = self.rows_model.columns, self.viewport().width()
        there = {at for at in range(len(columns)) if not self.isColumnHidden(at)} | self._yielded
        hidden: set[int] = set()
        for at in sorted(there, key=lambda at: -columns[at].yields):
            needed = sum(self._widths[one] for one in there - hidden)
            if needed <= room or not columns[at].yields:
                break
            hidden.add(at)
        for at in hidden ^ self._yielded:
            self.setColumnHidden(at, at in hidden)
        self._yielded = hidden

    def _remember(self) -> None:
        current = self.current()
        ids = {self._row_id(row) for row in self.selected()}
        at = None if current is None else self._row_id(current)
        self._kept = ids, at, self.verticalScrollBar().value()

    def _restore(self) -> None:
        ids, current, scrolled = self._kept
        selection = self.selectionModel()
        flags = _ROWS | QItemSelectionModel.SelectionFlag.Select
        left: set[Hashable | None] = {*ids, current} - {None}
        for at, row in enumerate(self.rows_model.rows):
            if not left:  # a long list need not be walked to its end
                break
            row_id = self._row_id(row)
            left.discard(row_id)
            if row_id == current:
                selection.setCurrentIndex(self.rows_model.index(at, 0), _NO_SELECTION)
            if row_id in ids:
                selection.select(self.rows_model.index(at, 0), flags)
        self.verticalScrollBar().setValue(scrolled)
        self._tell_chosen()

    def _tell_chosen(self) -> None:
        row = self.current()
        row_id = None if row is None else self._row_id(row)
        if row_id != self._chosen:
            self._chosen = row_id
            self.chosen.emit(row)

    def _tell_opened(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows_model.rows[index.row()])


_LEAST = 32  # characters of the column that takes the room that is left
_EMPTY_TEXT = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
_ROWS = QItemSelectionModel.SelectionFlag.Rows
_NO_SELECTION = QItemSelectionModel.SelectionFlag.NoUpdate
