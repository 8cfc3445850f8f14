"""Draws the rows of a RowList: number, text, and what stands to the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.toolkit.cells import paint_row
from ui.toolkit.palette import Role
from ui.toolkit.theme import Text, Theme

if TYPE_CHECKING:  # the list makes its delegate
    from ui.toolkit.row_list import ListRow, RowList

_ELIDE = Qt.TextElideMode.ElideRight
_CACHED = 4000  # elided texts; more than any list shows before its width changes


class RowDelegate(QStyledItemDelegate):
    """Draws a ListRow. Widths and cut texts are worked out once, not per frame.

    Attributes:
        height: of every row, in pixels.
    """

    def __init__(self, theme: Theme, view: RowList) -> None:
        """Draw for `view`."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._cut: dict[tuple[str, int], str] = {}
        self._widths: dict[str, int] = {}
        self._fonts = QFont(), QFont()
        self._body = self._small = QFontMetrics(self._fonts[0])
        self._numbers = self.height = 0
        self.measure(())

    def measure(self, rows: Sequence[ListRow]) -> None:
        """Take the measures for `rows` at today's text size."""
        theme = self._theme
        fonts = theme.font(), theme.font(Text.SMALL)
        if fonts != self._fonts:
            self._fonts = fonts
            self._body, self._small = (QFontMetrics(font) for font in self._fonts)
            self._widths.clear()
            self._cut.clear()
        self._numbers = max(map(self._width, {"00", *(row.number for row in rows)}))
        self.height = self._body.height() + theme.px(18)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - named by Qt
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        return QSize(self._theme.px(160), self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = self._view.rows_model.rows[index.row()]
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        paint_row(painter, self._theme, area, state)
        if state & QStyle.StateFlag.State_Selected:
            bar = QRect(area.left(), area.top(), self._theme.px(3), area.height())
            painter.fillRect(bar, self._theme.colour(Role.ACCENT))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.colour(Role.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        self._paint_texts(painter, area, row)

    def _paint_texts(self, painter: QPainter, area: QRect, row: ListRow) -> None:
        px, body, small = self._theme.px, self._body, self._small
        baseline = area.top() + (area.height() + body.ascent() - body.descent()) // 2
        left = area.left() + px(14) + row.indent * px(22) + self._numbers
        right = area.right() - px(14)
        painter.setFont(self._fonts[0])
        self._write(painter, QPoint(left - self._width(row.number), baseline), row.number)
        left += px(10)
        if row.icon:
            self._theme.icon(row.icon, Role.MUTED).paint(painter, _square(area, left, px(18)))
            left += px(24)
        if row.info:
            right -= small.horizontalAdvance(row.info) + px(12)
        width = max(0, right - left)
        self._write(painter, QPoint(left, baseline), self._cut_text(row.text, width), Role.TEXT)
        if row.info:
            painter.setFont(self._fonts[1])
            self._write(painter, QPoint(right + px(12), baseline), row.info, row.info_role)

    def _write(self, painter: QPainter, at: QPoint, text: str, role: Role = Role.MUTED) -> None:
        painter.setPen(self._theme.colour(role))
        painter.drawText(at, text)

    def _width(self, number: str) -> int:
        if number not in self._widths:
            self._widths[number] = self._body.horizontalAdvance(number)
        return self._widths[number]

    def _cut_text(self, text: str, width: int) -> str:
        key = (text, width)
        if key not in self._cut:
            if len(self._cut) > _CACHED:
                self._cut.clear()
            self._cut[key] = self._body.elidedText(text, _ELIDE, width)
        return self._cut[key]


def _square(area: QRect, left: int, side: int) -> QRect:
    return QRect(left, area.center().y() - side // 2, side, side)
