"""The page of the justering of a sammanträde: a card for each set of §§."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.justering.values import JusteringView
from nämnd.justeringsfil.values import ANSWER_SUFFIX
from nämnd.närvaro.task_commands import PlanJustering
from ui.desk import Desk, Go
from ui.justering.actions import SetActions
from ui.justering.answers import read_answers
from ui.justering.header import Header
from ui.justering.loaded import Loaded, read
from ui.justering.places import go_to_place, place_in
from ui.justering.set_card import Acts, SetCard, Shown
from ui.sammanträde.file_drops import FileDrops
from ui.toolkit.chips import EmptyState
from ui.toolkit.small import button
from ui.toolkit.theme import Icon

_SHOWS = frozenset(
    {
        Topic.JUSTERING,
        Topic.ANSLAG,
        Topic.NÄRVARO,
        Topic.PROTOKOLL,
        Topic.SAMMANTRÄDE,
        Topic.NÄMND,
        Topic.PERSON,
        Topic.UTSKICK,
    }
)
_NO_PLAN = (
    "Justeringen är inte planerad. Oftast justeras alla paragrafer på en gång; omedelbart "
    "justerade paragrafer, eller några med en annan ordförande, blir en egen del."
)


class JusteringPage(QWidget):
    """Where a protokoll is sent for justering, and its answers come back.

    Attributes:
        sammanträde_id: what is shown; empty until `show_sammanträde`.
        cards: by the set's id, in the order of their §§.
        empty: shown when nothing is planned.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show no sammanträde yet."""
        super().__init__()
        self._desk, self._go = desk, go
        self.sammanträde_id = ""
        self._stale = False
        self.actions_of = SetActions(desk, go, self)
        self.header = Header(desk.theme)
        self.cards: dict[str, SetCard] = {}
        self.empty = EmptyState(desk.theme, Icon.CHECK, _NO_PLAN, "&Justera alla tillsammans")
        self.split = button("&Dela upp …")
        self.area = QScrollArea()
        self._rows = QVBoxLayout()
        self._build()
        self._connect()

    def show_sammanträde(self, sammanträde_id: str, justering_id: str | None = None) -> None:
        """Show a sammanträde, at a set when one is named."""
        if sammanträde_id != self.sammanträde_id:
            self._drop_cards()
        self.sammanträde_id = sammanträde_id
        self._read()
        self._begin(justering_id)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now. What can't be seen waits until it can."""
        if not self.sammanträde_id or not topics & _SHOWS:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Read in the answers among files that were dropped or pasted."""
        answers = [one for one in paths if one.suffix.casefold() == ANSWER_SUFFIX]
        if not answers:
            self._desk.messages.error(_NO_ANSWERS)
            return
        read_answers(self._desk, self, answers, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        try:
            loaded = read(self._desk, self.sammanträde_id)
        except GoneError:
            self._leave()
            return
        self.actions_of.loaded = loaded
        self.header.show_loaded(loaded, today=self._desk.today)
        self.empty.setVisible(not loaded.views)
        self.split.setVisible(not loaded.views)
        self._show_cards(loaded)

    def _leave(self) -> None:
        """Go back to the list when the sammanträde was removed."""
        self.sammanträde_id = ""
        self._drop_cards()
        if self.isVisible():
            QTimer.singleShot(0, self, lambda: self._go.to_page("sammanträden"))

    def _show_cards(self, loaded: Loaded) -> None:
        """Draw anew the cards that show something else; the focus stays where it was."""
        before, self.cards = self.cards, {}
        for at, view in enumerate(loaded.views):
            shown = Shown(view, loaded.ways, loaded.last_day)
            old = before.pop(view.id, None)
            if old is not None and old.shown == shown:
                self.cards[view.id] = old
                old.refresh()
                self._rows.insertWidget(at, old)
                continue
            self.cards[view.id] = card = self._card(shown)
            self._rows.insertWidget(at, card)
            if old is not None:
                self._replace(old, card)
        for gone in before.values():
            self._drop(gone)

    def _replace(self, old: SetCard, new: SetCard) -> None:
        focused = place_in(old)
        self._drop(old)
        if focused is not None:
            new.show()  # what is not shown takes no focus
            go_to_place(new, focused)

    def _drop(self, card: SetCard) -> None:
        self._rows.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _drop_cards(self) -> None:
        for one in self.cards.values():
            self._drop(one)
        self.cards = {}

    def _card(self, shown: Shown) -> SetCard:
        actions, view = self.actions_of, shown.view
        acts = Acts(
            step=partial(actions.step, view),
            menu=partial(actions.menu, view),
            jump=actions.to_paragraf,
            answer=partial(actions.answer, view),
            save_package=actions.save_package,
            save_rättelse=actions.save_rättelse,
        )
        return SetCard(self._desk, self._go, shown, acts)

    def _begin(self, justering_id: str | None) -> None:
        """Put the focus on what comes next: of the named set, else of the first that has it."""
        named = self.cards.get(justering_id or "")
        waiting = (one for one in self.cards.values() if not one.next.isHidden())
        card = named or next(waiting, None) or next(iter(self.cards.values()), None)
        if card is None:
            if self.empty.button:
                self.empty.button.setFocus()
            return
        (card.more if card.next.isHidden() else card.next).setFocus()
        self.area.ensureWidgetVisible(card, 0, 0)

    def _show(self, view: JusteringView) -> None:
        self._go.to_justering(view.sammanträde_id, view.id)

    def _plan_all(self) -> None:
        command = PlanJustering(
            sammanträde_id=self.sammanträde_id,
            justering_id=new_id(),
            paragrafer=None,
            plats=None,
            planerat_datum=None,
        )
        if self._desk.editor.do(command, "planera justeringen") is not None:
            self._begin(command.justering_id)

    def _to_protokoll(self, paper: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._go.to_protokoll(self.sammanträde_id, paper=paper)

    def _build(self) -> None:
        theme = self._desk.theme
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, theme.px(4), 0)
        self._rows.setSpacing(theme.px(12))
        self._rows.addWidget(self.empty)
        self._rows.addWidget(self.split, 0, Qt.AlignmentFlag.AlignHCenter)
        self._rows.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        layout = QVBoxLayout(self)
        side = theme.px(24)
        layout.setContentsMargins(side, theme.px(16), side, theme.px(16))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.header)
        layout.addWidget(self.area, 1)

    def _connect(self) -> None:
        header, actions = self.header, self.actions_of
        header.read_wanted.connect(actions.read)
        header.plan_wanted.connect(actions.plan)
        header.dagordning_wanted.connect(lambda: self._go.to_sammanträde(self.sammanträde_id))
        header.protokoll_wanted.connect(self._to_protokoll)
        self.empty.pressed.connect(self._plan_all)
        self.split.clicked.connect(actions.plan)
        FileDrops(self).dropped.connect(self.take_files)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._next, context=inside)

    def _next(self) -> None:
        """Do what comes next for the set that has the focus, else for the first that has a next."""
        cards = [one for one in self.cards.values() if not one.next.isHidden()]
        focused = (one for one in cards if place_in(one) is not None)
        card = next(focused, None) or next(iter(cards), None)
        if card is not None:
            card.next.click()


_NO_ANSWERS = (
    "Det var inget svar på en justeringsfil. Ett svar är en fil vars namn slutar på .svar; den får "
    "du av den som har justerat."
)
