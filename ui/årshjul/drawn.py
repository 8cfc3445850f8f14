"""A drawn year that can be walked through and clicked; wheel and timeline share it."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QScrollArea, QToolTip, QWidget

from nämnd.årsplan.picture import Box, Paper, Picture, Spot
from nämnd.årsplan.values import Årspost
from nämnd.årsplan.wording import in_short, of_year, sentence
from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme
from ui.årshjul.painting import measure, paint

_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class DrawnYear(QWidget):
    """The posts of a year as a drawing. One stop for Tab; arrows move by day, Enter chooses.

    Signals:
        chosen: a post was clicked, or Enter was pressed on it.
        current_changed: another post has the focus frame.
    """

    chosen = Signal(object)
    current_changed = Signal(object)
    NAME = "Året"

    def __init__(self, theme: Theme) -> None:
        """Show nothing until `show_year`."""
        super().__init__()
        self._theme = theme
        self._poster: tuple[Årspost, ...] = ()
        self._år, self._today = 0, date.min
        self._picture: Picture | None = None
        self._drawn_for: tuple[int, int] = (0, 0)
        self._current: int | None = None
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self._redraw)

    def show_year(self, poster: Sequence[Årspost], år: int, today: date) -> None:
        """Draw the posts of `år`; those of other years are left out."""
        kept = self.current
        self._poster, self._år, self._today = of_year(poster, år), år, today
        self._current = next(
            (at for at, one in enumerate(self._poster) if kept and _same(one, kept)), None
        )
        self._hovered = None
        self.setAccessibleName(f"{self.NAME} {år}")
        self._describe()
        self._redraw()

    @property
    def poster(self) -> tuple[Årspost, ...]:
        """The posts that are drawn, by day."""
        return self._poster

    @property
    def current(self) -> Årspost | None:
        """The post with the focus frame."""
        return None if self._current is None else self._poster[self._current]

    @property
    def picture(self) -> Picture:
        """What is drawn now."""
        size = (self.width(), self.height())
        if self._picture is None or self._drawn_for != size:
            self._picture, self._drawn_for = self._draw(self._paper(*size)), size
        return self._picture

    def place_of(self, post: Årspost) -> QRectF:
        """Return where a post stands: its label when it has one, else its mark."""
        number = self._poster.index(post)
        spot = next(one for one in self.picture.spots if one.number == number)
        return _rect(spot.label or spot.mark)

    def _draw(self, paper: Paper) -> Picture:
        raise NotImplementedError

    def _paper(self, width: float, height: float = 0) -> Paper:
        return Paper(width, self._theme.px(140) / 140, measure, height)

    def _redraw(self) -> None:
        self._picture = None
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint(painter, self.picture, self._theme)
        for number, role in ((self._hovered, Role.ACCENT), (self._framed(), Role.TEXT)):
            for spot in self._spots_of(number):
                self._frame(painter, spot, role)
        painter.end()

    def _framed(self) -> int | None:
        return self._current if self.hasFocus() else None

    def _spots_of(self, number: int | None) -> list[Spot]:
        return [one for one in self.picture.spots if number is not None and one.number == number]

    def _frame(self, painter: QPainter, spot: Spot, role: Role) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour(role), self._theme.px(2)))
        grow = self._theme.px(2)
        for box in (spot.mark, spot.label):
            if box is not None and not (spot.label and box is spot.mark and _inside(box, spot)):
                rect = _rect(box).adjusted(-grow, -grow, grow, grow)
                round_ = rect.height() / 2
                painter.drawRoundedRect(rect, round_, round_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._poster) - 1
        now = self._current
        match event.key():
            case key if key in _FORWARD:
                self._go_to(self._next_number() if now is None else min(now + 1, last))
            case key if key in _BACK:
                self._go_to(self._next_number() if now is None else max(now - 1, 0))
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(last)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space if self.current:
                self.chosen.emit(self.current)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if self._current is None and self._poster and by_key:
            self._go_to(self._next_number())
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _next_number(self) -> int:
        """Return the first post from today on, or the first of all."""
        ahead = (at for at, one in enumerate(self._poster) if one.dag >= self._today)
        return next(ahead, 0)

    def _go_to(self, number: int) -> None:
        if not 0 <= number < len(self._poster):
            return
        self._current = number
        self._describe()
        self._bring_into_sight()
        self.update()
        said = sentence(self._poster[number])
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
        self.current_changed.emit(self._poster[number])

    def _describe(self) -> None:
        now = self.current
        whole = in_short(self._poster, self._år)
        self.setAccessibleDescription(f"{sentence(now)} {whole}" if now else whole)

    def _bring_into_sight(self) -> None:
        area = self.parent()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parent()
        if isinstance(area, QScrollArea) and self.current:
            inside = cast("QWidget", area.widget())
            middle = self.mapTo(inside, self.place_of(self.current).center().toPoint())
            area.ensureVisible(middle.x(), middle.y(), self._theme.px(60), self._theme.px(40))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found != self._hovered:
            self._hovered = found
            shape = Qt.CursorShape.ArrowCursor if found is None else _HAND
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self._go_to(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        left = event.button() is Qt.MouseButton.LeftButton
        if left and found is not None and found == self._current:
            self.chosen.emit(self.current)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            text = "" if found is None else sentence(self._poster[found])
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def _at(self, place: QPointF) -> int | None:
        """Return the post at `place`: a mark is aimed at more closely than a label."""
        x, y = place.x(), place.y()
        for one in self.picture.spots:
            if one.mark.holds(x, y):
                return one.number
        labelled = (one for one in self.picture.spots if one.label and one.label.holds(x, y))
        return next((one.number for one in labelled), None)


_HAND = Qt.CursorShape.PointingHandCursor


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _inside(box: Box, spot: Spot) -> bool:
    return spot.label is not None and spot.label.meets(box)


def _same(one: Årspost, other: Årspost) -> bool:
    return (one.slag, one.key, one.text) == (other.slag, other.key, other.text)
