"""The page of a delprojekt: what was decided, what is done, what is needed, every report."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from ui.bevakningar_card import BevakningarCard
from ui.delprojekt.actions import DelprojektActions
from ui.delprojekt.beslut_card import BeslutCard
from ui.delprojekt.facts_card import DelprojektFacts
from ui.delprojekt.head import DelprojektHead
from ui.delprojekt.loaded import Loaded, load
from ui.delprojekt.rapport_view import RapportView
from ui.delprojekt.rapporter_card import RapporterCard
from ui.delprojekt.rows_actions import RowsActions
from ui.delprojekt.rows_card import (
    RowsCard,
    behov_count,
    behov_rows,
    åtgärd_count,
    åtgärd_rows,
)
from ui.desk import Desk, Go
from ui.toolkit.small import button, column, reading_area, row
from ui.toolkit.walking import walk_with_f6

_SHOWS = frozenset(
    {Topic.DELPROJEKT, Topic.BEVAKNING, Topic.ÄRENDE, Topic.HANDLING, Topic.SAMMANTRÄDE}
    | {Topic.DAGORDNING}
)
_BESIDE = 1080  # the design's pixels: narrower, and the cards to the right stand below
_SIDE = 330
_NO_ÅTGÄRDER = "Inga åtgärder än. Skriv vad som har gjorts, eller klistra in en lista."
_NO_NEEDS = "Inga behov är definierade än."
_NOTHING_WATCHED = (
    "Inget bevakas än. Bevaka när delprojektet ska återkomma till nämnden, så föreslås det för den "
    "dagordningen."
)


class DelprojektPage(QWidget):
    """One delprojekt at a time, or one of its reports.

    Attributes:
        head: its name, and what can be done with it.
        beslut, åtgärder, behov, facts, rapporter, bevakningar: the cards.
        rapport: a report being written.
        acts, on_rows: what the buttons do.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until `show_delprojekt`."""
        super().__init__()
        self._desk, self._go = desk, go
        self.loaded: Loaded | None = None
        self.acts = DelprojektActions(desk, go, self, self.show_rapport)
        self.on_rows = rows = RowsActions(desk, self)
        self.head = DelprojektHead(desk.theme)
        self.beslut = BeslutCard(
            desk,
            state=rows.saver.state,
            comment=rows.comment,
            change=rows.beslut,
            open_paragraf=self.acts.to_paragraf,
        )
        self.level, self.solved = button("Under&punkt"), button("L&öst")
        self.level.setToolTip("Gör till underpunkt till åtgärden före, eller tvärtom")
        self.solved.setToolTip("Markera behovet som löst i dag, eller som inte löst")
        self.åtgärder = RowsCard(desk, "Utförda åtgärder", _NO_ÅTGÄRDER, self.level)
        self.behov = RowsCard(desk, "Definierade behov", _NO_NEEDS, self.solved)
        self.facts = DelprojektFacts(desk)
        self.rapporter = RapporterCard(desk, go, self.show_rapport)
        self.bevakningar = BevakningarCard(desk.theme, _NOTHING_WATCHED)
        self.rapport = RapportView(desk, go, self._back_from_rapport, self.acts.put_on_dagordning)
        self.stack = QStackedWidget()
        self.shown: QMenu | None = None
        self._build()

    @property
    def delprojekt_id(self) -> str | None:
        """Return the id of what is shown."""
        return self.loaded.view.id if self.loaded else None

    def show_delprojekt(self, delprojekt_id: str) -> None:
        """Show a delprojekt, of whichever nämnd it is."""
        self.stack.setCurrentIndex(0)
        self._show(delprojekt_id)
        if self.loaded is not None:
            self._go.in_nämnd(self.loaded.view.nämnd_id)
            if self.focusWidget() is self.beslut.new:  # it had no att-sats to go to before
                self.beslut.first().setFocus()

    def show_rapport(self, rapport_id: str) -> None:
        """Show one of the reports of the delprojekt that is shown."""
        self._desk.editor.flush()
        one = self.loaded.rapport(rapport_id) if self.loaded else None
        if self.loaded is not None and one is not None:
            self.stack.setCurrentIndex(1)
            self.rapport.show_it(self.loaded, one)
            self.rapport.begin()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read it anew, if it is in sight: `show_delprojekt` leads here, and reads it."""
        if self.loaded is not None and topics & _SHOWS and self.isVisible():
            self._show(self.loaded.view.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.stack.currentIndex():
            self.rapport.begin()
        else:
            self.beslut.first().setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards to the right under the rest where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        self._across.setStretch(0, 0 if narrow else 1)
        self._across.setStretch(2, 1 if narrow else 0)  # what is left over goes last
        width = 16777215 if narrow else self._desk.theme.px(_SIDE)  # as wide as Qt allows
        self._side.setMaximumWidth(width)
        self._side.setMinimumWidth(0 if narrow else width)

    def _show(self, delprojekt_id: str) -> None:
        try:
            loaded = load(self._desk, delprojekt_id)
        except GoneError:  # by undo, or another window
            self.loaded = None
            self._go.to_page("uppföljning")
            return
        self.loaded = loaded
        self.acts.show_it(loaded)
        self.on_rows.show_it(loaded)
        for part in (self.head, self.beslut, self.facts, self.rapporter):
            part.show_it(loaded)
        live = loaded.view.avslutat is None
        self.åtgärder.show_rows(åtgärd_rows(loaded), åtgärd_count(loaded), live=live)
        self.behov.show_rows(behov_rows(loaded), behov_count(loaded), live=live)
        self.bevakningar.show_rows(loaded.bevakningar)
        self._show_rapport(loaded)

    def _show_rapport(self, loaded: Loaded) -> None:
        if not self.stack.currentIndex():
            return
        one = loaded.rapport(self.rapport.rapport_id or "")
        if one is None:  # undone
            self.stack.setCurrentIndex(0)
        else:
            self.rapport.show_it(loaded, one)

    def _back_from_rapport(self) -> None:
        self._desk.editor.flush()
        self.stack.setCurrentIndex(0)
        self.rapporter.first().setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        main = QWidget()
        main.setLayout(column(self.beslut, self.åtgärder, self.behov, None, spacing=gap))
        self._side = QWidget()
        cards = (self.rapporter, self.bevakningar, self.facts)
        self._side.setLayout(column(*cards, None, spacing=gap))
        inside = QWidget()
        self._across = row(main, self._side, spacing=gap)
        self._across.setStretch(0, 1)
        self._across.addStretch(0)
        inside.setLayout(self._across)
        whole = QWidget()
        down = QVBoxLayout(whole)
        down.setContentsMargins(0, 0, 0, 0)
        down.setSpacing(gap)
        down.addWidget(self.head)
        down.addWidget(reading_area(inside, "Delprojektet"), 1)
        for part in (whole, self.rapport):
            self.stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.addWidget(self.stack)
        self._connect()
        self._connect_rows()
        walk_with_f6(
            whole,
            (self.beslut, self.beslut.first),
            (self.åtgärder, self.åtgärder.first),
            (self.behov, self.behov.first),
            (self.rapporter, self.rapporter.first),
            (self.bevakningar, lambda: self.bevakningar.new),
            (self.facts, lambda: self.facts.change),
        )

    def _connect(self) -> None:
        head, acts = self.head, self.acts
        head.back.clicked.connect(lambda: self._go.to_page("uppföljning"))
        self.rapporter.new.clicked.connect(acts.new_rapport)
        head.agenda.clicked.connect(acts.put_on_dagordning)
        head.more.clicked.connect(self._offer)
        self.beslut.new.clicked.connect(lambda: self.on_rows.beslut())  # noqa: PLW0108 - «checked»
        self.facts.change.clicked.connect(acts.change)
        self.facts.ärende.clicked.connect(acts.to_ärende)
        self.bevakningar.new.clicked.connect(acts.watch)
        self.bevakningar.opened.connect(self._go.to_bevakning)

    def _connect_rows(self) -> None:
        rows, done, needs = self.on_rows, self.åtgärder, self.behov
        for card, new, paste, change, remove, move in (
            (
                done,
                rows.åtgärd,
                rows.paste_åtgärder,
                rows.change_åtgärd,
                rows.remove_åtgärder,
                rows.move_åtgärder,
            ),
            (
                needs,
                rows.need,
                rows.paste_needs,
                rows.change_need,
                rows.remove_needs,
                rows.move_needs,
            ),
        ):
            card.new.clicked.connect(_at_current(card, new))
            card.paste.clicked.connect(_at_current(card, paste))
            card.change.clicked.connect(_at_current(card, change))
            card.remove.clicked.connect(_on_selected(card, remove))
            card.list.moved.connect(move)
        self.level.clicked.connect(_on_selected(done, rows.indent))
        self.solved.clicked.connect(_on_selected(needs, rows.solve))

    def _offer(self) -> None:
        self._desk.editor.flush()
        self.shown = menu = QMenu(self.head.more)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for text, act in self.acts.offered():
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(text).triggered.connect(_called(act))
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height())))

    def _forget(self) -> None:
        self.shown = None


def _called(act: Callable[[], object]) -> Callable[[], object]:
    return lambda: act()  # noqa: PLW0108 - leaves «checked» behind


def _at_current(card: RowsCard, act: Callable[[str | None], object]) -> Callable[[], object]:
    return lambda: act(card.list.current())


def _on_selected(card: RowsCard, act: Callable[[tuple[str, ...]], object]) -> Callable[[], object]:
    return lambda: act(card.list.selected())
