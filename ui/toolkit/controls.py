"""A check box and a drop-down list that draw their marks from the theme's icons.

A style sheet can only take such marks from files of one colour.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QStyle, QStyleOptionComboBox

from ui.toolkit.palette import Role
from ui.toolkit.theme import Icon, Theme

T = TypeVar("T")


class Check(QCheckBox):
    """A check box. `text` carries & before its mnemonic."""

    def __init__(self, theme: Theme, text: str) -> None:
        """Start unchecked."""
        super().__init__(text)
        self._theme = theme
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        side = self._theme.px(18)
        return QSize(side + self._gap() + text.width() + 4, max(side, text.height()) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - all of it can be clicked
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - named by Qt
        theme, side = self._theme, self._theme.px(16)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(2, (self.height() - side) // 2, side, side)
        on, able = self.isChecked(), self.isEnabled()
        edge = Role.ACCENT if able and (on or self.hasFocus()) else Role.EDGE
        painter.setPen(QPen(theme.colour(edge), 2 if self.hasFocus() else 1))
        fill = (Role.ACCENT if able else Role.DISABLED) if on else Role.SURFACE
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if on:
            theme.icon(Icon.CHECK, Role.ON_ACCENT, side).paint(painter, box)
        painter.setPen(theme.colour(Role.TEXT if able else Role.DISABLED))
        text = self.rect().adjusted(side + self._gap(), 0, 0, 0)
        painter.drawText(text, _BESIDE, self.text())
        painter.end()

    def _gap(self) -> int:
        return self._theme.px(10)


_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic


_INSIDE = 2  # pixels that Qt keeps free beside the text of a drop-down list


class Choice(QComboBox, Generic[T]):
    """One of several. The wheel changes it only when it has the focus, so scrolling is harmless."""

    def __init__(self, theme: Theme, options: Iterable[tuple[T, str]] = ()) -> None:
        """Offer `options`: value and text."""
        super().__init__()
        self._theme = theme
        self._values: tuple[T, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(options)

    def offer(self, options: Iterable[tuple[T, str]]) -> None:
        """Offer something else; what is chosen stays if it is still there. Tells nobody."""
        chosen, pairs = self.value(), tuple(options)
        was = self.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        self.clear()
        self.addItems([text for _, text in pairs])
        self._values = tuple(value for value, _ in pairs)
        self.blockSignals(was)
        self.choose(chosen)

    def value(self) -> T | None:
        """Return what is chosen; None when nothing is."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def choose(self, value: T | None) -> None:
        """Choose `value`, or nothing when it is not offered. Tells nobody."""
        was = self.blockSignals(True)  # noqa: FBT003 - Qt takes it by place
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.blockSignals(was)

    def sizeHint(self) -> QSize:
        """Leave room for what Qt keeps free, or the longest text would be cut."""
        return super().sizeHint() + QSize(_INSIDE, 0)

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        style = self.style()
        box, text = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = style.subControlRect(box, option, text, self).width() - _INSIDE
        cut = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = cut  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        side = self._theme.px(16)
        place = QRect(self.width() - side - self._theme.px(7), 0, side, self.height())
        painter = QPainter(self)
        self._theme.icon(Icon.CHEVRON_DOWN, Role.MUTED, side).paint(painter, place)
        painter.end()
