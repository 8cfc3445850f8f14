"""A large button with an icon, a heading and a line about what will happen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui.toolkit.palette import Role
from ui.toolkit.small import Label, column, label
from ui.toolkit.theme import Icon, Theme


class BigChoice(QPushButton):
    """One of a few ways to go on. Enter presses it, the arrows go to the next."""

    def __init__(self, theme: Theme, icon: Icon, heading: str, about: str) -> None:
        """Show what it leads to."""
        super().__init__()
        self._theme, self._icon = theme, icon
        self._picture, self._about = QLabel(), label(about, Label.MUTED, wrap=True)
        self.setAutoDefault(False)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out(heading)
        theme.changed.connect(self._draw)
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), self._high(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._high(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.height() != self._high(self.width()):
            self.setFixedHeight(self._high(self.width()))

    def keyPressEvent(self, e: QKeyEvent) -> None:
        match Qt.Key(e.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case _:
                super().keyPressEvent(e)

    def _lay_out(self, heading: str) -> None:
        px = self._theme.px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(18), px(14), px(18), px(14))
        self._row.setSpacing(px(16))
        texts = QWidget()
        texts.setLayout(
            column(label(heading, Label.HEADING, wrap=True), self._about, spacing=px(2))
        )
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(texts, 1)
        for part in (self._picture, texts):  # the click is the button's
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _high(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def _draw(self) -> None:
        side = self._theme.px(28)
        role = Role.ACCENT if self.isEnabled() else Role.DISABLED
        self._picture.setPixmap(self._theme.icon(self._icon, role, side).pixmap(side, side))
