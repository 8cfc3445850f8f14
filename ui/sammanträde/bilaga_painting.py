"""Draws the rows of the list of handlingar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.sammanträde.bilaga_rows import BilagaLine
from ui.toolkit.cells import paint_row
from ui.toolkit.palette import Role
from ui.toolkit.theme import Text, Theme

if TYPE_CHECKING:  # the view makes its delegate
    from ui.sammanträde.bilaga_view import BilagaView

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_HUGE = 10_000  # pixels; more than any text is high


class BilagaDelegate(QStyledItemDelegate):
    """Beteckning, rubrik over its lines, what the file is under it, and a chip to the right."""

    def __init__(self, theme: Theme, view: BilagaView) -> None:
        """Draw for `view`."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def height_of(self, one: BilagaLine, width: int) -> int:
        """Return the height of a row `width` pixels wide."""
        px = self._theme.px
        rubrik, info = self._texts(one, width)
        return px(8) + rubrik.height() + (px(2) + info.height() if one.info else 0) + px(9)

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - named by Qt
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height_of(self._view.lines[index.row()], width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        one, theme = self._view.lines[index.row()], self._theme
        paint_row(painter, theme, area, state)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour(Role.ACCENT))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        rubrik, info = self._texts(one, area.width())
        painter.setPen(theme.colour(Role.TEXT))
        painter.setFont(theme.font(Text.STRONG))
        number = rubrik.translated(area.topLeft())
        number.setLeft(area.left() + theme.px(12))
        painter.drawText(number, Qt.AlignmentFlag.AlignLeft, one.beteckning)
        painter.setFont(theme.font())
        painter.drawText(rubrik.translated(area.topLeft()), _WRAPPED, one.rubrik)
        painter.setPen(theme.colour(Role.MUTED))
        painter.setFont(theme.font(Text.SMALL))
        painter.drawText(info.translated(area.topLeft()), _WRAPPED, one.info)
        if one.chip:
            self._paint_chip(painter, area, one)

    def _texts(self, one: BilagaLine, width: int) -> tuple[QRect, QRect]:
        """Return where rubrik and info stand in a row at (0, 0)."""
        px = self._theme.px
        left = px(12) + self._numbers() + px(10)
        right = width - px(12) - (self._chip_width(one) + px(10) if one.chip else 0)
        room = max(px(60), right - left)
        rubrik = _wrapped(QFontMetrics(self._theme.font()), one.rubrik, room)
        rubrik.moveTo(left, px(8))
        info = _wrapped(QFontMetrics(self._theme.font(Text.SMALL)), one.info, room)
        info.moveTo(left, rubrik.bottom() + 1 + px(2))
        return rubrik, info

    def _numbers(self) -> int:
        metrics = QFontMetrics(self._theme.font(Text.STRONG))
        labels = ("00A", *(one.beteckning for one in self._view.lines))
        return max(metrics.horizontalAdvance(label) for label in labels)

    def _chip_width(self, one: BilagaLine) -> int:
        metrics = QFontMetrics(self._theme.font(Text.SMALL))
        return metrics.horizontalAdvance(one.chip) + self._theme.px(18)

    def _paint_chip(self, painter: QPainter, area: QRect, one: BilagaLine) -> None:
        theme, width = self._theme, self._chip_width(one)
        painter.setFont(theme.font(Text.SMALL))
        height = painter.fontMetrics().height() + theme.px(4)
        top = area.top() + theme.px(7)
        pill = QRect(area.right() - theme.px(12) - width, top, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.colour(Role(f"{one.role}_edge")))
        painter.setBrush(theme.colour(Role(f"{one.role}_fill")))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(theme.colour(one.role))
        painter.drawText(pill, _MIDDLE, one.chip)
        painter.restore()


def _wrapped(metrics: QFontMetrics, text: str, width: int) -> QRect:
    needed = metrics.boundingRect(QRect(0, 0, width, _HUGE), _WRAPPED, text)
    return QRect(0, 0, width, needed.height())
