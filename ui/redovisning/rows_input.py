"""The rows of a table that is answered, as one input: cells to write in, an empty row last."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from nämnd.redovisning.values import Rader
from ui.toolkit.small import restyle
from ui.toolkit.theme import Theme

_LEAST, _MOST = 2, 8  # rows that are seen
_ROW, _AIR = 30, 18  # the design's pixels


class RowsInput(QTableWidget):
    """Rows of cells. A row that is emptied goes when it is saved; writing in the last adds one."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no columns until `set_columns`."""
        super().__init__()
        self._theme, self._busy = theme, False
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._changed)

    def set_columns(self, names: Sequence[str]) -> None:
        """Show columns with these names, and no rows."""
        self._busy = True
        self.clear()
        self.setColumnCount(len(names))
        self.setHorizontalHeaderLabels(list(names))
        self._busy = False
        self._fill(())

    def value(self) -> Rader:
        """Return the rows in which something is written."""
        rows = (
            tuple(self._said(at, place) for place in range(self.columnCount()))
            for at in range(self.rowCount())
        )
        return tuple(row for row in rows if any(row))

    def show_value(self, value: object) -> None:
        """Show rows; what is the same already stays as it is written."""
        wanted: Rader = value if isinstance(value, tuple) else ()  # pyright: ignore[reportUnknownVariableType]
        if self.value() != wanted:
            self._fill(wanted)

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the table."""
        restyle(self, "wrong", "true" if wrong else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete empty cells, and Enter begin to write."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if self.isEnabled():
                for item in self.selectedItems():
                    item.setText("")
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentItem():
                self.editItem(self.currentItem())
            case _:
                super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if not self.hasFocus():
            self.left.emit()

    def event(self, e: QEvent) -> bool:
        if e.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(e)

    def _said(self, at: int, place: int) -> str:
        item = self.item(at, place)
        return " ".join(item.text().split()) if item is not None else ""  # pyright: ignore[reportUnnecessaryComparison] - Qt says None

    def _fill(self, rows: Rader) -> None:
        self._busy = True
        self.setRowCount(len(rows) + 1)
        for at, row in enumerate((*rows, ("",) * self.columnCount())):
            self._put(at, row)
        self._busy = False
        self._grow()

    def _put(self, at: int, row: Sequence[str]) -> None:
        for place, said in enumerate(row[: self.columnCount()]):
            item = QTableWidgetItem(said)
            self._name(item, at, place)
            self.setItem(at, place, item)

    def _name(self, item: QTableWidgetItem, at: int, place: int) -> None:
        """Let a screen reader say where a cell is."""
        head = self.horizontalHeaderItem(place)
        name = head.text() if head is not None else ""
        spoken = f"Rad {at + 1}, {name}: {item.text() or 'tom'}"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _changed(self, item: QTableWidgetItem) -> None:
        if self._busy:
            return
        self._busy = True
        self._name(item, item.row(), item.column())
        last = self.rowCount() - 1
        if any(self._said(last, place) for place in range(self.columnCount())):
            self.setRowCount(last + 2)
            self._put(last + 1, ("",) * self.columnCount())
        self._busy = False
        self._grow()
        self.typed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words need at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _head_height(self) -> int:
        """Return the height of the names of the columns, which wrap."""
        head, found = self.horizontalHeader(), 0
        wrap = Qt.TextFlag.TextWordWrap.value
        for place in range(self.columnCount()):
            item = self.horizontalHeaderItem(place)
            room = QRect(0, 0, max(head.sectionSize(place) - self._theme.px(_AIR), 1), 10_000)
            words = item.text() if item is not None else ""  # pyright: ignore[reportUnnecessaryComparison] - Qt says None
            found = max(found, head.fontMetrics().boundingRect(room, wrap, words).height())
        return found + self._theme.px(_AIR)

    def _grow(self) -> None:
        self.resizeRowsToContents()
        header = self._head_height()
        self.horizontalHeader().setFixedHeight(header)
        shown = min(max(self.rowCount(), _LEAST), _MOST)
        least = self._theme.px(_ROW)
        rows = [max(least, self.rowHeight(at)) for at in range(min(self.rowCount(), shown))]
        rows += [least] * (shown - len(rows))
        self.setFixedHeight(header + sum(rows) + 2 * self.frameWidth() + 4)
