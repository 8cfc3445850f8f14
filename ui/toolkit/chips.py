"""Parts of pages: chips, cards, the stages of a flow, what to show when there is nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, restyle
from ui.toolkit.theme import Icon, Theme

_CHIP_ROLES = {Role.GOOD, Role.WARN, Role.LATE, Role.NOTE, Role.QUIET}


class Chip(QLabel):
    """A pill with one or two words. The words say it all: the colour only helps."""

    def __init__(self, text: str, role: Role = Role.QUIET) -> None:
        """Show `text`; `role` is GOOD, WARN, LATE, NOTE or QUIET."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.show_as(text, role)

    def show_as(self, text: str, role: Role) -> None:
        """Show something else.

        Raises:
            ValueError: `role` is not one for chips.
        """
        if role not in _CHIP_ROLES:
            raise ValueError(role)
        self.setText(text)
        restyle(self, "chip", role.value)


class Keycap(QLabel):
    """A key to press, drawn as one: «Ctrl K»."""

    def __init__(self, keys: str) -> None:
        """Show `keys`."""
        super().__init__(keys)
        self.setProperty("keycap", "true")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class Card(QFrame):
    """A white panel. Put things in `body` (add_widget); `head` is there when `band` was asked for.

    Attributes:
        body: the layout under the title.
        head: the layout of the band across the top, or None.
        title: the heading's label, or None.
    """

    def __init__(self, theme: Theme, title: str = "", *, band: bool = False) -> None:
        """Make a panel with `title`; `band`: with a toolbar band; its body has no margins."""
        super().__init__()
        self.setObjectName("card")
        self.title = label(title, Label.HEADING) if title else None
        self.head: QHBoxLayout | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        if band:
            outer.addWidget(self._band(theme))
        self.body = QVBoxLayout()
        side, top = (0, 0) if band else (theme.px(16), theme.px(14))
        self.body.setContentsMargins(side, top, side, theme.px(10))  # clear of the round corners
        self.body.setSpacing(theme.px(8))
        outer.addLayout(self.body)
        if self.title:
            self.setAccessibleName(title)
            (self.head or self.body).addWidget(self.title)

    def add(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a widget or a layout last in the body."""
        if isinstance(part, QWidget):
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)

    def _band(self, theme: Theme) -> QFrame:
        band = QFrame()
        band.setObjectName("cardhead")
        self.head = QHBoxLayout(band)
        self.head.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self.head.setSpacing(theme.px(8))
        return band


def in_card(theme: Theme, part: QWidget) -> Card:
    """Return a card that holds `part` alone, edge to edge."""
    card = Card(theme)
    card.body.setContentsMargins(0, 0, 0, 0)
    card.add(part)
    return card


class EmptyState(QWidget):
    """What a list or page shows when there is nothing yet: why, and what to do about it."""

    pressed = Signal()

    def __init__(self, theme: Theme, icon: Icon, text: str, action: str = "") -> None:
        """Show `text` under a large icon, and a button named `action` if given."""
        super().__init__()
        self._theme, self._icon = theme, icon
        self._picture = QLabel()
        self.text = label(text, Label.MUTED, wrap=True)
        self.button = button(action, Kind.PRIMARY) if action else None
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(12))
        layout.addStretch()
        for part in (self._picture, self.text, self.button):
            if part is not None:
                layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self.text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if self.button:
            self.button.clicked.connect(self.pressed)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = self._theme.px(40)
        icon = self._theme.icon(self._icon, Role.EDGE, side)
        self._picture.setPixmap(icon.pixmap(side, side))
        wide = self._theme.px(300)  # a centred label that wraps gets one line unless it is told
        self.text.setFixedSize(wide, self.text.heightForWidth(wide))


class SearchBox(QLineEdit):
    """A field to search from, with a magnifying glass and the keys that lead to it."""

    def __init__(self, theme: Theme, hint: str, keys: str = "") -> None:
        """Show `hint` when empty; `keys` («Ctrl+K») put the caret here from anywhere."""
        super().__init__()
        self.setObjectName("search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint.rstrip(" …"))
        self.setClearButtonEnabled(True)
        self._theme = theme
        self._glass = self.addAction(theme.icon(Icon.SEARCH, Role.MUTED), _LEADING)
        theme.dress(self._glass, Icon.SEARCH, Role.MUTED)
        self._keycap = Keycap(keys.replace("+", " ")) if keys else None
        if self._keycap:
            self._keycap.setParent(self)
            self.textChanged.connect(self._place)
            QShortcut(QKeySequence(keys), self, self._begin)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _begin(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def _place(self) -> None:
        if self._keycap:
            self._keycap.adjustSize()
            cap, gap = self._keycap.size(), self._theme.px(8)
            self._keycap.move(self.width() - cap.width() - gap, (self.height() - cap.height()) // 2)
            self._keycap.setVisible(not self.text())


_LEADING = QLineEdit.ActionPosition.LeadingPosition


class Progression(StrEnum):
    """How far a stage has come."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a flow. `hint`: what it is, and what is missing before it (tool tip)."""

    key: str
    text: str
    progression: Progression
    hint: str = ""


_SAID = {
    Progression.DONE: "klart",
    Progression.NOW: "pågår",
    Progression.LATER: "återstår",
}


class StageBar(QWidget):
    """The stages of a flow beside each other: ✓ Planera — Kallelse — Sammanträde.

    One stop for Tab; left and right move between the stages, Enter or a click picks one.

    Signals:
        picked: the key of the stage.
    """

    picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show nothing until `show_stages`."""
        super().__init__()
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self.buttons: tuple[QPushButton, ...] = ()
        self.setAccessibleName("Steg")

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Replace the stages."""
        focused = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = tuple(map(self._button, stages))
        for at, one in enumerate(self.buttons):
            if at:
                self._row.addWidget(label("—", Label.CAPTION))
            self._row.addWidget(one)
            one.show()  # at once, or it could not take the focus
        if focused is not None and focused < len(self.buttons):
            self.buttons[focused].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        focused = next((at for at, one in enumerate(self.buttons) if one.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        self.buttons[max(0, min(focused + step, len(self.buttons) - 1))].setFocus(
            Qt.FocusReason.TabFocusReason
        )

    def _button(self, stage: Stage) -> QPushButton:
        made = button(stage.text, Kind.PLAIN)
        made.setProperty("kind", None)
        made.setProperty("stage", stage.progression.value)
        if stage.progression is Progression.DONE:
            self._theme.dress(made, Icon.CHECK)
        now = stage.progression is Progression.NOW
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if now else Qt.FocusPolicy.ClickFocus)
        made.setToolTip(stage.hint)
        made.setAccessibleName(f"{stage.text}, {_SAID[stage.progression]}")
        made.setAccessibleDescription(stage.hint)
        made.installEventFilter(self)
        made.clicked.connect(lambda: self.picked.emit(stage.key))
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(watched, QPushButton):
                watched.click()
            case _:
                return False
        return True
