"""Those who answer, how far each has come, and what can be done about it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.redovisning.recipients import Asked, recipients
from nämnd.redovisning.values import RedovisningView
from ui.desk import Desk
from ui.redovisning.refocus import focus_again, focused_at
from ui.redovisning.words import asked_state, asked_words
from ui.toolkit.chips import Card, Chip
from ui.toolkit.cut_link import CutLink
from ui.toolkit.small import Kind, Label, button, column, label, reading_area, row
from ui.toolkit.theme import Icon

_EMPTY = (
    "Ingen ska svara än. «Fördela …» ger frågorna till huvudmännen; sedan skickas de som formulär "
    "i ett mejl."
)


class PeopleCard(Card):
    """A line for each: the name opens a menu with what can be done.

    Attributes:
        spread: spreads the questions.
        links: the names, in order.
    """

    def __init__(self, desk: Desk, offer: Callable[[QPushButton, Asked], object]) -> None:
        """Show nobody yet; `offer` shows what can be done about somebody, under their name."""
        super().__init__(desk.theme, "Svarar", band=True)
        self._desk, self._offer = desk, offer
        self.spread = button("&Fördela …", Kind.PLAIN)
        desk.theme.dress(self.spread, Icon.PERSON)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.spread)
        side = desk.theme.px(12)
        whole = QWidget()
        whole.setObjectName("scrolled")  # the style sheet lets the card shine through
        self._rows = QVBoxLayout(whole)
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self._rows.setAlignment(Qt.AlignmentFlag.AlignTop)
        area = reading_area(whole, "De som svarar")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add(area, 1)
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self._rows.addWidget(self.empty)
        self.links: tuple[QPushButton, ...] = ()
        self._inside: QWidget | None = None
        self._shown: object = None

    def show_it(self, view: RedovisningView, today: date) -> None:
        """Show who answers a redovisning."""
        people = recipients(view)
        self.spread.setEnabled(view.godkänd is None and bool(view.to_answer))
        if (people, today, view.draft.svar_senast) == self._shown:
            return  # nothing to build anew: the focus stays
        self._shown = (people, today, view.draft.svar_senast)
        focused = focused_at(self.links)
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.links = ()
        self._inside = inside = QWidget()
        parts = [self._part(one, view.draft.svar_senast, today) for one in people]
        inside.setLayout(column(*parts, spacing=self._desk.theme.px(8)))
        self._rows.addWidget(inside)
        self.empty.setVisible(not parts)
        inside.setVisible(bool(parts))
        focus_again(self.links, focused)

    def first(self) -> QWidget:
        """Return what takes the focus."""
        return next(iter(self.links), self.spread)

    def _part(self, asked: Asked, senast: date | None, today: date) -> QWidget:
        theme = self._desk.theme
        part = QWidget()
        link = CutLink(asked.vem)
        words, role = asked_state(asked, senast, today)
        link.setAccessibleName(f"{asked.vem}: {words}")
        link.setAccessibleDescription("Visar vad som kan göras")
        link.clicked.connect(lambda: self._offer(link, asked))
        self.links = (*self.links, link)
        top = row(link, Chip(words, role), spacing=theme.px(8))
        top.setStretch(0, 1)
        part.setLayout(column(top, label(asked_words(asked), Label.CAPTION, wrap=True), spacing=1))
        return part
