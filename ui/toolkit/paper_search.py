"""Looks for words in the paper that is shown, and steps from one place to the next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.toolkit.chips import SearchBox
from ui.toolkit.preview import PagePreview
from ui.toolkit.sheets import Hit
from ui.toolkit.small import Label, icon_button, label, row
from ui.toolkit.theme import Icon, Theme


class PaperSearch(QWidget):
    """A field to search from, how many places were found, and the way between them.

    Ctrl+F leads here; Enter and F3 go to the next place, Shift and F3 to the one before.
    """

    def __init__(self, theme: Theme, paper: PagePreview) -> None:
        """Search in `paper`."""
        super().__init__()
        self._paper = paper
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self.box = SearchBox(theme, "Sök i texten …", "Ctrl+F")
        self.said = label("", Label.CAPTION)
        self.back = icon_button(theme, Icon.UP, "Föregående träff (Shift och F3)")
        self.on = icon_button(theme, Icon.DOWN, "Nästa träff (F3)")
        across = row(self.box, self.said, self.back, self.on, spacing=theme.px(4))
        across.setStretch(0, 1)
        self.setLayout(across)
        self._connect()
        self._tell()

    def look_for(self, words: str, page: int = 1) -> None:
        """Look for `words`, and show the first place on `page` or after it."""
        self.box.setText(words)
        at = next((at for at, hit in enumerate(self._hits) if hit.page >= page), 0)
        self.step(at)

    def again(self) -> None:
        """Look once more: the paper is another."""
        self._look()

    def step(self, by: int) -> None:
        """Show the next place, or the one before; after the last comes the first."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._paper.sheets.mark(self._hits, self._at)
            self._tell()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.said.text()))

    def _connect(self) -> None:
        self.box.textChanged.connect(self._look)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        for keys, by in (("F3", 1), ("Shift+F3", -1)):
            QShortcut(QKeySequence(keys), self, partial(self.step, by)).setContext(_WINDOW)
        self.box.returnPressed.connect(partial(self.step, 1))

    def _look(self) -> None:
        pdf = self._paper.sheets.pdf
        self._hits = pdf.find(self.box.text()) if pdf else ()
        self._at = 0
        self._paper.sheets.mark(self._hits)
        self._tell()

    def _tell(self) -> None:
        found, asked = len(self._hits), bool(self.box.text().strip())
        self.said.setText(f"{self._at + 1} av {found}" if found else "Finns inte" if asked else "")
        self.said.setVisible(asked)
        for one in (self.back, self.on):
            one.setVisible(asked)
            one.setEnabled(found > 1)


_WINDOW = Qt.ShortcutContext.WindowShortcut
