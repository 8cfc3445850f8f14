"""The page of an ärende: what it is, its handlingar, what is written and all that has happened."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.filtext.values import TextState
from nämnd.sök.file_states import states_of
from nämnd.ärende.handling_queries import beteckning_slips
from nämnd.ärende.queries import ärende_view
from nämnd.ärende.values import Slip
from ui.bevakningar_card import BevakningarCard
from ui.desk import Desk, Go
from ui.toolkit.newest import Newest
from ui.toolkit.small import column, reading_area, row
from ui.toolkit.walking import walk_with_f6
from ui.ärende.actions import ÄrendeActions
from ui.ärende.facts_card import FactsCard
from ui.ärende.handling_actions import HandlingActions
from ui.ärende.handlingar_card import HandlingarCard
from ui.ärende.head import ÄrendeHead
from ui.ärende.händelser_card import HändelserCard
from ui.ärende.loaded import Loaded, load
from ui.ärende.skrivelser_card import SkrivelserCard

_SHOWS = frozenset(Topic) - {Topic.PERSON, Topic.NÄRVARO, Topic.PUBLICERING}
_BESIDE = 1080  # the design's pixels: narrower, and the facts stand below
_FACTS = 310


class ÄrendePage(QWidget):
    """One ärende at a time.

    Attributes:
        head: its name, and what can be done with it.
        handlingar, händelser, skrivelser, facts, bevakningar: the cards.
        acts: what the buttons and the menu do.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until `show_ärende`."""
        super().__init__()
        self._desk, self._go = desk, go
        self.loaded: Loaded | None = None
        self.head = ÄrendeHead(desk.theme)
        self.acts = ÄrendeActions(desk, go, self)
        self._of_handling = HandlingActions(desk, go, self)
        self.handlingar = HandlingarCard(desk, self._of_handling)
        self.händelser = HändelserCard(desk, go)
        self.skrivelser, self.facts = SkrivelserCard(desk, go), FactsCard(desk)
        self.bevakningar = BevakningarCard(desk.theme)
        self.shown: QMenu | None = None
        self._states: dict[str, TextState] = {}  # of files, by checksum
        self._slips: Newest[str, tuple[Slip, ...]] = Newest(desk.jobs, self._find_slips, self)
        self._slips.found.connect(self._show_slips)
        self._build()

    @property
    def ärende_id(self) -> str | None:
        """Return the id of the ärende that is shown."""
        return self.loaded.view.id if self.loaded else None

    @property
    def idle(self) -> bool:
        """Whether nothing more is being found out."""
        return self._slips.idle

    def show_ärende(self, ärende_id: str, handling_id: str | None = None) -> None:
        """Show an ärende, of whichever nämnd it is, at a handling when one is named."""
        self._show(ärende_id)
        if self.loaded is not None:
            self._go.in_nämnd(self.loaded.view.nämnd_id)
        if handling_id is not None:
            self.handlingar.go_to(handling_id)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the ärende anew, if it is in sight: `show_ärende` leads here, and reads it."""
        if self.loaded is not None and topics & _SHOWS and self.isVisible():
            self._show(self.loaded.view.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.handlingar.table.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts under the rest where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        width = 16777215 if narrow else self._desk.theme.px(_FACTS)  # as wide as Qt allows
        self._side.setMaximumWidth(width)
        self._side.setMinimumWidth(0 if narrow else width)

    def _show(self, ärende_id: str) -> None:
        try:
            loaded = load(self._desk, ärende_id)
        except GoneError:  # by undo, or another window
            self.loaded = None
            self._go.to_page("ärenden")
            return
        self.loaded = loaded
        self.acts.show_it(loaded)
        self._of_handling.show_it(loaded)
        for part in (self.head, self.handlingar, self.händelser, self.skrivelser, self.facts):
            part.show_it(loaded)
        self.bevakningar.show_rows(loaded.bevakningar)
        self.bevakningar.new.setEnabled(loaded.view.makulerat is None)
        self._ask_states(loaded)
        if loaded.view.draft.externa_beteckningar:
            self._slips.request(ärende_id)

    def _find_slips(self, ärende_id: str) -> tuple[Slip, ...]:
        """Compare with all of the diarium, off the window's thread: there may be thousands."""
        ask = self._desk.store.ask
        view = ask(lambda session: ärende_view(session, ärende_id))
        found = ask(lambda session: beteckning_slips(session, view.nämnd_id))
        return tuple(one for one in found if one.ärende_id == ärende_id)

    def _show_slips(self, ärende_id: str, slips: tuple[Slip, ...]) -> None:
        if slips and self.loaded is not None and self.loaded.view.id == ärende_id:
            self.facts.show_it(self.loaded, slips)

    def _ask_states(self, loaded: Loaded) -> None:
        """Say of each file how far its words could be read, when that is known."""
        files = {version.sha256 for one in loaded.handlingar for version in one.versioner}
        known = self._states.keys()
        if files and not files <= known:
            work = states_of(self._desk.store.place, sorted(files))
            self._desk.jobs.run(work, self, self._show_states, label="")

    def _show_states(self, states: dict[str, TextState]) -> None:
        self._states = {**self._states, **states}
        self.handlingar.show_states(self._states)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        main = QWidget()
        main.setLayout(column(self.handlingar, self.händelser, spacing=gap))
        self._side = QWidget()
        self._side.setLayout(
            column(self.facts, self.bevakningar, self.skrivelser, None, spacing=gap)
        )
        inside = QWidget()
        self._across = row(main, self._side, spacing=gap)
        self._across.setStretch(0, 1)
        inside.setLayout(self._across)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(gap)
        layout.addWidget(self.head)
        layout.addWidget(reading_area(inside, "Ärendet"), 1)
        self._connect()

    def _connect(self) -> None:
        head, actions = self.head, self.acts
        head.back.clicked.connect(lambda: self._go.to_page("ärenden"))
        head.agenda.clicked.connect(actions.put_on_dagordning)
        head.more.clicked.connect(self._offer)
        self.facts.change.clicked.connect(actions.change)
        self.skrivelser.new.clicked.connect(actions.new_skrivelse)
        self.bevakningar.new.clicked.connect(actions.watch)
        self.bevakningar.opened.connect(self._go.to_bevakning)
        walk_with_f6(
            self,
            (self.handlingar, lambda: self.handlingar.table),
            (self.händelser, lambda: self.händelser.table),
            (self.facts, lambda: self.facts.change),
            (self.bevakningar, lambda: self.bevakningar.new),
            (self.skrivelser, lambda: next(iter(self.skrivelser.links), self.skrivelser.new)),
        )

    def _offer(self) -> None:
        self._desk.editor.flush()
        self.shown = menu = QMenu(self.head.more)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, act in self.acts.offered():
            self._entry(menu, text, act)
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height())))

    def _entry(self, menu: QMenu, text: str, act: Callable[[], object] | None) -> None:
        if act is None:
            menu.addSeparator()
            return
        menu.addAction(text).triggered.connect(lambda: act())  # noqa: PLW0108 - leaves «checked»
