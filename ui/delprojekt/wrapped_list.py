"""A list whose rows are as high as their texts, reordered by dragging or with Alt+arrows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDropEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.row_painting import RowDelegate
from ui.toolkit.theme import Theme

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST = 100_000  # pixels; no text is higher


class WrappedList(RowList):
    """A RowList that cuts no text, and is as high as all its rows: the page scrolls, not it."""

    def __init__(self, theme: Theme, *, name: str, reorder: bool = True) -> None:
        """Show no rows yet. `name` is for screen readers."""
        super().__init__(theme, name=name, reorder=reorder)
        self._wrapping = _WrappedDelegate(theme, self)
        self._delegate = self._wrapping
        self.setItemDelegate(self._wrapping)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Replace all rows. Selection stays, by id."""
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), self.height())

    def _fit(self) -> None:
        """Be as high as the rows."""
        heights = [self._wrapping.row_height(row) for row in self.rows_model.rows]
        self.setFixedHeight(max(1, sum(heights)) + 2 * self.frameWidth())
        self.scheduleDelayedItemsLayout()

    def _target(self, event: QDropEvent) -> tuple[int, bool] | None:
        """Return before which row it would be dropped."""
        if not (self.reorder and self.rows_model.ids_in(event.mimeData())):
            return None
        y = event.position().toPoint().y()
        rects = (self.visualRect(self.rows_model.index(at)) for at in range(self._count()))
        return sum(1 for rect in rects if rect.center().y() < y), True

    def _top_of(self, at: int) -> int:
        if at < self._count():
            return self.visualRect(self.rows_model.index(at)).top()
        return self.visualRect(self.rows_model.index(self._count() - 1)).bottom()

    def _count(self) -> int:
        return len(self.rows_model.rows)


class _WrappedDelegate(RowDelegate):
    """Draws the whole text, over as many lines as it takes."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(theme, view)
        self._list = view

    def row_height(self, row: ListRow) -> int:
        """Return how high a row is, in pixels."""
        _, width = self._across(row, 0, self._list.viewport().width())
        area = QRect(0, 0, max(1, width), _MOST)
        lines = self._body.boundingRect(area, _WRAP, row.text or " ").height()
        return lines + self._theme.px(14)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - named by Qt
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        row = self._list.rows_model.rows[index.row()]
        return QSize(self._list.viewport().width(), self.row_height(row))

    def _across(self, row: ListRow, left: int, width: int) -> tuple[int, int]:
        """Return where the text of a row begins, and how wide it may be."""
        px = self._theme.px
        start = left + px(14) + row.indent * px(22) + self._numbers + px(10)
        end = left + width - px(14)
        if row.info:
            end -= self._small.horizontalAdvance(row.info) + px(12)
        return start, max(px(60), end - start)

    def _paint_texts(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        theme, px = self._theme, self._theme.px
        top = area.top() + px(7)
        baseline = top + self._body.ascent()
        start, width = self._across(row, area.left(), area.width())
        painter.setFont(self._fonts[0])
        number = QPoint(start - px(10) - self._width(row.number), baseline)
        self._write(painter, number, row.number)
        painter.setPen(theme.colour(Role.TEXT))
        painter.drawText(QRect(start, top, width, area.height()), _WRAP, row.text)
        if row.info:
            painter.setFont(self._fonts[1])
            self._write(painter, QPoint(start + width + px(12), baseline), row.info, row.info_role)
