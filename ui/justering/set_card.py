"""One set of §§: where it stands, who has answered, what they said, what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QMenu

from nämnd.justering.values import JusteringView, KommentarRow, PaketRow, RättelseRow
from ui.desk import Desk, Go
from ui.justering.after import After
from ui.justering.card_parts import Answer, Comments, History, People, Rättelser
from ui.justering.places import place
from ui.justering.steps import Step, next_step
from ui.justering.words import LÄGE_ROLE, set_text, state_text, step_text
from ui.sammanträde.popups import pop_below
from ui.toolkit.chips import Card, Chip
from ui.toolkit.small import Kind, Label, button, column, icon_button, label, row
from ui.toolkit.theme import Icon


@dataclass(frozen=True, slots=True)
class Acts:
    """What a card can ask for."""

    step: Callable[[Step], object]
    menu: Callable[[], QMenu]
    jump: Callable[[int | None], object]
    answer: Callable[[KommentarRow, Answer], object]
    save_package: Callable[[PaketRow], object]
    save_rättelse: Callable[[RättelseRow], object]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows. Equal: there is nothing to draw anew."""

    view: JusteringView
    ways: tuple[str, ...]
    last_day: date | None


class SetCard(Card):
    """A card with everything about one set.

    Attributes:
        shown: what it shows.
        step: what its button does; the button is hidden when there is nothing to do.
        next: that button.
        more: the button of everything that can be done.
        comments: what those who were asked have said.
        history: what has been sent.
        after: what follows the justering.
    """

    def __init__(self, desk: Desk, go: Go, shown: Shown, acts: Acts) -> None:
        """Show a set, and what follows the justering."""
        theme, view = desk.theme, shown.view
        super().__init__(theme)
        self.shown, self._theme = shown, theme
        self.step = next_step(view, shown.ways)
        which = set_text(view)
        self.name = label(which, Label.HEADING)
        self.chip = Chip(view.läge, LÄGE_ROLE[view.läge])
        self.state = label(state_text(view, shown.last_day), Label.MUTED, wrap=True)
        self.next = place(button(step_text(self.step), Kind.PRIMARY), "next")
        self.next.setAccessibleName(f"{self.next.text().replace('&', '')} {which}")
        self.more = place(icon_button(theme, Icon.MORE, f"Mer om {which}"), "more")
        self.people = People(theme, view)
        self.comments = Comments(theme, view, acts.jump, acts.answer)
        self.rättelser = Rättelser(theme, view, acts.jump, acts.save_rättelse)
        self.history = History(theme, view, acts.save_package)
        self.setAccessibleName(f"Justering av {which}")
        self.after = After(desk, go, view)
        self._build()
        self.next.clicked.connect(lambda: acts.step(self.step))
        self.more.clicked.connect(lambda: pop_below(self.more, acts.menu()))

    def refresh(self) -> None:
        """Show what follows the justering as it is now."""
        self.after.refresh()

    def _build(self) -> None:
        theme = self._theme
        if self.step is Step.NOTHING:
            self.next.hide()
        top = row(self.name, self.chip, None, self.next, self.more, spacing=theme.px(8))
        self.add(column(top, self.state, spacing=theme.px(4)))
        talk, done = (self.comments,), (self.after, self.rättelser)
        rest = (*done, *talk) if self.shown.view.locked else (*talk, *done)
        for part in (self.people, *rest, self.history):
            self.add(part)
        self.body.setSpacing(theme.px(12))
