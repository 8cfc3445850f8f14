"""Two wordings of the same att-satser as one text: what is gone is struck, what is new underlined.

Colour only helps: a sign stands before each piece as well, and a screen reader is told in words.
"""

import math

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from nämnd.core.swedish import counted
from nämnd.core.wording import Change, Piece, Sats
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Icon, Theme

_SIGNS = {Change.SAME: "", Change.REMOVED: "– ", Change.ADDED: "+ "}
_SPOKEN = {Change.SAME: "", Change.REMOVED: "borttaget: ", Change.ADDED: "tillagt: "}
_LOOKS = {
    Change.REMOVED: (Role.LATE, Role.LATE_FILL),
    Change.ADDED: (Role.GOOD, Role.GOOD_FILL),
}


def spoken(satser: tuple[Sats, ...]) -> str:
    """Return a difference in words: «1: Att, tillagt: godkänna och, lägga, borttaget: ned.»."""
    return " ".join(
        f"{_number(sats)}: {', '.join(_SPOKEN[one.change] + one.text for one in sats.pieces)}."
        for sats in satser
        if sats.changed
    )


def legend(was: str, now: str) -> str:
    """Return what the signs mean, for words of the one paper and the other."""
    return f"– struket: bara i {was}   + understruket: bara i {now}"


def _number(sats: Sats) -> int:
    return sats.after or sats.before or 0


class DifferenceView(QTextEdit):
    """The att-satser that differ. Read and copied, not written in; as high as its text."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme, self._satser = theme, tuple[Sats, ...]()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Vad som skiljer")
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._write)

    def show_satser(self, satser: tuple[Sats, ...]) -> None:
        """Show the att-satser that differ; how many are alike is said below them."""
        if satser != self._satser:
            self._satser = satser
            self.setAccessibleDescription(spoken(satser))
            self._write()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(120), self.height())

    def _grow(self) -> None:
        around = self.height() - self.maximumViewportSize().height()  # frame and padding
        self.setFixedHeight(math.ceil(self.document().size().height()) + around)

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for at, sats in enumerate(one for one in self._satser if one.changed):
            if at:
                cursor.insertBlock(self._apart(), QTextCharFormat())
            cursor.insertText(f"{_number(sats)}.", self._look(Role.MUTED))
            for piece in sats.pieces:
                self._insert(cursor, piece)
        alike = sum(not one.changed for one in self._satser)
        if alike:
            cursor.insertBlock(self._apart(), QTextCharFormat())
            words = counted(alike, "att-sats är lika", "att-satser är lika")
            cursor.insertText(f"{words}.", self._look(Role.MUTED))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _insert(self, cursor: QTextCursor, piece: Piece) -> None:
        cursor.insertText(" ", self._look(Role.TEXT))
        if piece.change is Change.SAME:
            cursor.insertText(piece.text, self._look(Role.TEXT))
            return
        ink, fill = _LOOKS[piece.change]
        look = self._look(ink)
        look.setBackground(self._theme.colour(fill))
        cursor.insertText(_SIGNS[piece.change], look)
        look.setFontStrikeOut(piece.change is Change.REMOVED)
        look.setFontUnderline(piece.change is Change.ADDED)
        cursor.insertText(piece.text, look)

    def _look(self, role: Role) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(self._theme.colour(role))
        return look

    def _apart(self) -> QTextBlockFormat:
        block = QTextBlockFormat()
        block.setTopMargin(self._theme.px(4))
        return block


class DifferenceNote(QWidget):
    """A line that says that two papers differ; pressed, it shows how. Hidden when they don't.

    Signals:
        action_wanted: the button in it was pressed.
    """

    action_wanted = Signal()

    def __init__(self, theme: Theme, text: str, *, was: str, now: str, action: str = "") -> None:
        """Say `text` («Skiljer sig från missivet»).

        Args:
            theme: how it looks.
            text: the line.
            was: the paper whose words are struck: «missivet».
            now: the one whose words are underlined: «dagordningen».
            action: what can be done about it, on a button under the difference.
        """
        super().__init__()
        self._theme = theme
        self.link = button(text, Kind.LINK)
        self.link.setCheckable(True)
        theme.dress(self.link, Icon.WARNING, Role.WARN)
        self.view = DifferenceView(theme)
        self.legend = label(
            f"– struket: bara i {was}   + understruket: bara i {now}", Label.CAPTION
        )
        self.action = button(action)
        self._inside = QWidget()
        self._build()
        self.link.toggled.connect(self._open)
        self.action.clicked.connect(self.action_wanted)
        self.hide()

    def show_difference(self, satser: tuple[Sats, ...]) -> None:
        """Show what differs; nothing at all hides the line."""
        self.view.show_satser(satser)
        if not satser:
            self.close_difference()
        self.setVisible(bool(satser))

    def close_difference(self) -> None:
        """Show the line alone."""
        self.link.setChecked(False)

    def _open(self, opened: bool) -> None:  # noqa: FBT001 - a signal's
        self._inside.setVisible(opened)
        said = "visar skillnaden" if opened else "visa skillnaden"
        self.link.setAccessibleDescription(said)

    def _build(self) -> None:
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(self._theme.px(4))
        for part in (self.view, self.legend, self.action):
            inside.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(4))
        layout.addLayout(row(self.link, None, spacing=0))
        layout.addWidget(self._inside)
        self.action.setHidden(not self.action.text())
        self._open(opened=False)
