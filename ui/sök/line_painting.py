"""Draws the lines under the search box: what was looked for stands out in title and snippet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nämnd.sök.values import Piece
from ui.toolkit.palette import Role
from ui.toolkit.theme import Text, Theme

if TYPE_CHECKING:  # the list makes its delegate
    from ui.sök.line_list import LineList
    from ui.sök.lines import Line

_ELIDE = Qt.TextElideMode.ElideRight
_MOST_PLACE = 0.45  # of the width, for what stands to the right


class LineDelegate(QStyledItemDelegate):
    """Draws a Line: icon, title, place to the right, and the snippet below."""

    def __init__(self, theme: Theme, view: LineList) -> None:
        """Draw for `view`."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option
        return QSize(self._theme.px(200), self.height_of(self._view.lines[index.row()]))

    def height_of(self, line: Line) -> int:
        """Return how high a line is, in pixels."""
        body, small = self._metrics(Text.BODY), self._metrics(Text.SMALL)
        if line.heading:
            return small.height() + self._theme.px(12)
        below = small.height() + self._theme.px(1) if line.snippet else 0
        return body.height() + below + self._theme.px(12)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = self._view.lines[index.row()]
        area: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        side = self._theme.px(12)
        painter.save()
        if line.heading:
            self._paint_heading(painter, area.adjusted(side, 0, -side, 0), line)
        else:
            self._paint_behind(painter, area, state, able=line.target is not None)
            self._paint_line(painter, area.adjusted(side, self._theme.px(6), -side, 0), line)
        painter.restore()

    def _paint_behind(
        self, painter: QPainter, area: QRect, state: QStyle.StateFlag, *, able: bool
    ) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._theme.colour(Role.SELECTED))
            bar = QRect(area.left(), area.top(), self._theme.px(3), area.height())
            painter.fillRect(bar, self._theme.colour(Role.ACCENT))
        elif able and state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, self._theme.colour(Role.HOVER))

    def _paint_heading(self, painter: QPainter, area: QRect, line: Line) -> None:
        metrics = self._metrics(Text.SMALL)
        baseline = area.bottom() - self._theme.px(4) - metrics.descent()
        muted = self._theme.colour(Role.MUTED)
        painter.setPen(muted)
        painter.setFont(self._theme.font(Text.SMALL))
        painter.drawText(QPoint(area.left(), baseline), line.text[0].text)

    def _paint_line(self, painter: QPainter, area: QRect, line: Line) -> None:
        theme, body, small = self._theme, self._metrics(Text.BODY), self._metrics(Text.SMALL)
        baseline = area.top() + body.ascent()
        if line.icon:
            side = theme.px(18)
            at = QRect(area.left(), area.top() + (body.height() - side) // 2, side, side)
            theme.icon(line.icon, Role.MUTED).paint(painter, at)
        left = area.left() + theme.px(28)
        right = self._paint_beside(painter, QRect(area), baseline, line) - theme.px(16)
        role = Role.TEXT if line.target else Role.MUTED
        fonts = theme.font(Text.BODY), theme.font(Text.STRONG)
        self._write(painter, QPoint(left, baseline), right - left, line.text, fonts, (role, role))
        if line.snippet:
            below = QPoint(left, area.top() + body.height() + theme.px(1) + small.ascent())
            fonts = theme.font(Text.SMALL), _heavy(theme.font(Text.SMALL))
            roles = Role.MUTED, Role.TEXT
            self._write(painter, below, area.right() - left, line.snippet, fonts, roles)

    def _paint_beside(self, painter: QPainter, area: QRect, baseline: int, line: Line) -> int:
        """Draw the place, and the keys, to the right; return where they begin."""
        metrics, painted = self._metrics(Text.SMALL), area.right()
        painter.setFont(self._theme.font(Text.SMALL))
        painter.setPen(self._theme.colour(Role.MUTED))
        for text, most in ((line.keys, 1.0), (line.place, _MOST_PLACE)):
            if text:
                cut = metrics.elidedText(text, _ELIDE, round(area.width() * most))
                painted -= metrics.horizontalAdvance(cut)
                painter.drawText(QPoint(painted, baseline), cut)
                painted -= self._theme.px(12)
        return painted

    def _write(
        self,
        painter: QPainter,
        at: QPoint,
        room: int,
        pieces: Iterable[Piece],
        fonts: tuple[QFont, QFont],
        roles: tuple[Role, Role],
    ) -> None:
        """Draw pieces after each other; the last that has room is cut."""
        for piece in pieces:
            painter.setFont(fonts[piece.hit])
            painter.setPen(self._theme.colour(roles[piece.hit]))
            metrics = painter.fontMetrics()
            text = " ".join(piece.text.splitlines())
            cut = metrics.elidedText(text, _ELIDE, room)
            painter.drawText(at, cut)
            wide = metrics.horizontalAdvance(cut)
            at, room = at + QPoint(wide, 0), room - wide
            if cut != text or room <= 0:
                return

    def _metrics(self, text: Text) -> QFontMetrics:
        return QFontMetrics(self._theme.font(text))


def _heavy(font: QFont) -> QFont:
    font.setWeight(QFont.Weight.DemiBold)
    return font
