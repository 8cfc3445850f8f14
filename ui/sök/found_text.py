"""The words of a file as plain text, with those that were looked for marked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme

_MOST = 500  # places marked


class FoundText(QPlainTextEdit):
    """Read only; the caret stands at the first place on the page that was asked for."""

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_pages(self, pages: Sequence[str], page: int, words: Sequence[str]) -> None:
        """Show `pages`, from `page` (1 is first), with `words` marked."""
        tidy = ["\n".join(one.splitlines()) for one in pages]
        self.setPlainText("\n\n".join(tidy))
        begins = sum(len(one) + 2 for one in tidy[: page - 1])
        places = self._places(words)
        self.setExtraSelections([self._marked(start, end) for start, end in places])
        first = next((start for start, _ in places if start >= begins), begins)
        cursor = self.textCursor()
        cursor.setPosition(min(first, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()

    def _places(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return where the words stand. Qt counts a letter beyond U+FFFF as two."""
        if not words:
            return []
        text = re.sub("[\U00010000-\U0010ffff]", "\0\0", self.toPlainText())
        sought = re.compile("|".join(map(re.escape, words)), re.IGNORECASE)
        found = sought.finditer(text)
        return [(one.start(), one.end()) for one, _ in zip(found, range(_MOST), strict=False)]

    def _marked(self, start: int, end: int) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(self._theme.colour(Role.WARN_FILL))
        look.setForeground(self._theme.colour(Role.WARN))
        look.setFontUnderline(True)
        made.cursor, made.format = cursor, look  # pyright: ignore[reportAttributeAccessIssue] - untyped in Qt
        return made
