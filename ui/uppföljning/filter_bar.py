"""What of the follow-up is shown: words, where it stands, who is responsible."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from nämnd.core.swedish import sort_key
from ui.toolkit.chips import SearchBox
from ui.toolkit.controls import Choice
from ui.toolkit.small import row
from ui.toolkit.theme import Theme
from ui.uppföljning.words import Entry, Show, shows, words_of

EVERYBODY = ""


class FilterBar(QWidget):
    """Signals: changed: something else is asked for.

    Attributes:
        text: words.
        show_what: where it stands.
        ansvarig: who is responsible.
    """

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Ask for all that is open."""
        super().__init__()
        self.text = SearchBox(theme, "Sök i uppföljningen")
        self.show_what: Choice[Show] = Choice(theme, ((one, one.value) for one in Show))
        self.show_what.choose(Show.OPEN)
        self.ansvarig: Choice[str] = Choice(theme, ((EVERYBODY, "Alla ansvariga"),))
        self.ansvarig.choose(EVERYBODY)
        self.text.setAccessibleName("Sök i uppföljningen")
        self.show_what.setAccessibleName("Vad som visas")
        self.ansvarig.setAccessibleName("Ansvarig att visa")
        short = Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for one in (self.show_what, self.ansvarig):
            one.setSizeAdjustPolicy(short)
            one.setMinimumContentsLength(16)
            one.setMaximumWidth(theme.px(230))
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            one.activated.connect(self._tell)
        self.text.textChanged.connect(self._tell)
        made = row(self.text, self.show_what, self.ansvarig, spacing=theme.px(8))
        made.setStretch(0, 2)
        made.setStretch(1, 1)
        made.setStretch(2, 1)
        self.setLayout(made)

    def offer(self, rows: Iterable[Entry]) -> None:
        """Offer those who are responsible for something."""
        names = sorted({one.ansvarig for one in rows} - {""}, key=sort_key)
        self.ansvarig.offer(((EVERYBODY, "Alla ansvariga"), *((one, one) for one in names)))
        if self.ansvarig.value() is None:
            self.ansvarig.choose(EVERYBODY)

    def keeper(self, today: date) -> Callable[[Entry], bool]:
        """Return what says whether a row is asked for."""
        words = self.text.text().casefold().split()
        show, who = self.show_what.value() or Show.OPEN, self.ansvarig.value()

        def keeps(one: Entry) -> bool:
            if not shows(show, one, today) or (who and one.ansvarig != who):
                return False
            said = words_of(one) if words else ""
            return all(word in said for word in words)

        return keeps

    def show_all(self) -> None:
        """Ask for everything, so that any row can be gone to."""
        self.text.clear()
        self.show_what.choose(Show.ALL)
        self.ansvarig.choose(EVERYBODY)
        self.changed.emit()

    def _tell(self) -> None:
        self.changed.emit()
