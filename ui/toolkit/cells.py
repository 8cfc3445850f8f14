"""Draws the cells of tables: text, coloured text, chips and icons, with a thin line under each row.

It draws by itself, without the style sheet: that is faster, and the same in every table.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.toolkit.palette import Role
from ui.toolkit.theme import Text, Theme

if TYPE_CHECKING:  # the table makes its delegate
    from ui.toolkit.table import Column, RowTableModel

_ELIDE = Qt.TextElideMode.ElideRight
_FILL = {role: Role(f"{role}_fill") for role in (Role.GOOD, Role.WARN, Role.LATE, Role.NOTE)}
_EDGE = {role: Role(f"{role}_edge") for role in (Role.GOOD, Role.WARN, Role.LATE, Role.NOTE)}


class CellDelegate(QStyledItemDelegate):
    """Draws what the columns of a RowTableModel say."""

    def __init__(self, theme: Theme, model: "RowTableModel[Any]", parent: QObject) -> None:
        """Draw the cells of `model`."""
        super().__init__(parent)
        self._theme, self._model = theme, model

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        column = self._model.columns[index.column()]
        row = self._model.rows[index.row()]
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        paint_row(painter, self._theme, area, state)
        gap = self._theme.px(8)
        inner = area.adjusted(gap, 0, -gap, 0)
        if column.icon and (icon := column.icon(row)):
            side = self._theme.px(18)
            place = QRect(inner.left(), inner.center().y() - side // 2, side, side)
            self._theme.icon(icon, Role.MUTED).paint(painter, place)
            inner.setLeft(inner.left() + side + gap)
        if column.chip and column.text(row):
            self._paint_chip(painter, inner, column.text(row), column.chip(row))
        else:
            self._paint_text(painter, inner, column, row)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics: QFontMetrics = option.fontMetrics  # pyright: ignore[reportAttributeAccessIssue]
        column, row = self._model.columns[index.column()], self._model.rows[index.row()]
        width = metrics.horizontalAdvance(column.text(row)) + self._theme.px(36)
        return QSize(width, metrics.height() + self._theme.px(17))

    def _paint_text(
        self, painter: QPainter, area: QRect, column: "Column[Any]", row: object
    ) -> None:
        if column.strong:
            painter.setFont(self._theme.font(Text.STRONG))
        painter.setPen(self._theme.colour(column.role(row) if column.role else Role.TEXT))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(column.text(row), _ELIDE, area.width())
        left = area.left()
        if column.right:
            left = area.right() - metrics.horizontalAdvance(text)
        painter.drawText(QPoint(left, _baseline(area, metrics)), text)

    def _paint_chip(self, painter: QPainter, area: QRect, text: str, role: Role) -> None:
        theme = self._theme
        painter.setFont(theme.font(Text.SMALL))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(text, _ELIDE, area.width() - theme.px(18))
        width = metrics.horizontalAdvance(text) + theme.px(18)
        height = metrics.height() + theme.px(4)
        pill = QRect(area.left(), area.center().y() - height // 2, width, height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(_EDGE.get(role, Role.QUIET_EDGE)))
        painter.setBrush(theme.colour(_FILL.get(role, Role.QUIET_FILL)))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour(role))
        painter.drawText(QPoint(pill.left() + theme.px(9), _baseline(pill, metrics)), text)


def paint_row(painter: QPainter, theme: Theme, area: QRect, state: QStyle.StateFlag) -> None:
    """Draw what is behind a cell: selected or under the pointer, and the line below."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(area, theme.colour(Role.SELECTED))
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(area, theme.colour(Role.HOVER))
    painter.setPen(theme.colour(Role.SEPARATOR))
    painter.drawLine(area.bottomLeft(), area.bottomRight())


def _baseline(area: QRect, metrics: QFontMetrics) -> int:
    return area.top() + (area.height() + metrics.ascent() - metrics.descent()) // 2
