"""The list under the search box. The caret stays in the box, which sends the arrows here."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import (
    QItemSelectionModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.sök.line_painting import LineDelegate
from ui.sök.lines import Line, Target
from ui.toolkit.theme import Theme
from ui.toolkit.tuple_model import Index, TupleModel

_PAGE = 8  # lines that Page up and Page down pass


class LineModel(TupleModel[Line]):
    """The lines of a LineList."""

    def said(self, row: Line, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "".join(piece.text for piece in row.text)
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.aloud()
            case Qt.ItemDataRole.ToolTipRole if row.target is not None:
                return _tip(row)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        able = self.rows[index.row()].target is not None
        return _FLAGS if able else Qt.ItemFlag.ItemNeverHasChildren


_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren


class LineList(QListView):
    """Shows lines; one that can be chosen is always selected, when there is any.

    Signals:
        picked: the target of the line that was clicked.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.lines_model = LineModel(self)
        self.setModel(self.lines_model)
        self.delegate = LineDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName("Träffar")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return what is shown."""
        return self.lines_model.rows

    def show_lines(self, lines: Sequence[Line], *, keep: bool) -> None:
        """Replace all. With `keep` the same target stays chosen, else the first is."""
        before = self.target() if keep else None
        self.lines_model.show(lines)
        targets = [line.target for line in lines]
        first = next((at for at, one in enumerate(targets) if one is not None), -1)
        self._go(targets.index(before) if before in targets and before else first)
        if not keep:
            self.scrollToTop()

    def target(self) -> Target | None:
        """Return what is chosen."""
        index = self.currentIndex()
        return self.lines[index.row()].target if index.isValid() else None

    def current(self) -> Line | None:
        """Return the line that is chosen."""
        index = self.currentIndex()
        return self.lines[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Choose the next line that can be, or the one before; after the last comes the first."""
        able = self._able()
        if able:
            here = self.currentIndex().row()
            at = able.index(here) if here in able else -1
            self._go(able[(at + by) % len(able)])

    def leap(self, by: int) -> None:
        """Choose a line a page away, at most the first or the last."""
        able = self._able()
        if able:
            here = self.currentIndex().row()
            at = (able.index(here) if here in able else 0) + by * _PAGE
            self._go(able[max(0, min(at, len(able) - 1))])

    def wanted_height(self) -> int:
        """Return how high the list must be to show every line, in pixels."""
        return sum(map(self.delegate.height_of, self.lines)) + 2 * self.frameWidth()

    def mouseReleaseEvent(self, e: QMouseEvent) -> None:
        super().mouseReleaseEvent(e)
        index = self.indexAt(e.position().toPoint())
        if e.button() == Qt.MouseButton.LeftButton and index.isValid():
            target = self.lines[index.row()].target
            if target is not None:
                self.picked.emit(target)

    def _able(self) -> list[int]:
        return [at for at, line in enumerate(self.lines) if line.target is not None]

    def _go(self, row: int) -> None:
        index = self.lines_model.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        if row == min(self._able(), default=-1):
            self.scrollToTop()  # its heading must be seen
        elif index.isValid():
            self.scrollTo(index)


def _tip(line: Line) -> str:
    """Return all of a line: what is cut on the screen can be read here."""
    title, snippet = ("".join(one.text for one in pieces) for pieces in (line.text, line.snippet))
    said = filter(None, (title, line.place, snippet))
    return "<br>".join(escape(one, quote=False) for one in said)  # a file's words are not HTML
