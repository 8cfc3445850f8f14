"""A text to review: what was found stands out, what is masked is struck out."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from nämnd.publicering.masks import mask_of
from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme


class PaperView(QPlainTextEdit):
    """Read only. Words can be selected: `selected_words` is what the user may want masked."""

    def __init__(self, theme: Theme, name: str) -> None:
        """Start empty; `name` is for screen readers."""
        super().__init__()
        self._theme = theme
        self._found: tuple[str, ...] = ()
        self._masked: tuple[str, ...] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        theme.changed.connect(self._paint)

    def show_text(self, text: str, found: Iterable[str], masked: Iterable[str]) -> None:
        """Show a text with what was found in it and what is masked of it."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.mark(found, masked)

    def mark(self, found: Iterable[str], masked: Iterable[str]) -> None:
        """Mark what was found and what is masked."""
        self._found, self._masked = tuple(found), tuple(masked)
        self._paint()

    def show_first(self, words: str) -> None:
        """Go to the first place where some words stand."""
        spans = mask_of([words]).spans(self.toPlainText())
        if spans:
            cursor = self.textCursor()
            cursor.setPosition(spans[0][0])
            cursor.setPosition(spans[0][1], QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.centerCursor()

    def selected_words(self) -> str:
        """Return the words that are selected, on one line."""
        return " ".join(self.textCursor().selectedText().split())

    def _paint(self) -> None:
        text = self.toPlainText()
        left = [one for one in self._found if one not in self._masked]
        self.setExtraSelections(
            [
                *self._selections(text, left, self._finding()),
                *self._selections(text, self._masked, self._struck()),
            ]
        )

    def _selections(
        self, text: str, words: Iterable[str], look: QTextCharFormat
    ) -> Iterable[QTextEdit.ExtraSelection]:
        for start, end in mask_of(words).spans(text):
            cursor = self.textCursor()
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            made = QTextEdit.ExtraSelection()
            made.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
            made.format = look  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
            yield made

    def _finding(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self._theme.colour(Role.WARN_FILL))
        look.setForeground(self._theme.colour(Role.WARN))
        look.setFontUnderline(True)
        return look

    def _struck(self) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setBackground(self.palette().color(QPalette.ColorRole.Text))
        look.setForeground(self.palette().color(QPalette.ColorRole.Base))
        look.setFontStrikeOut(True)
        return look
