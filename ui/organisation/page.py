"""Nämnd och ledamöter: what the nämnd is, who appoints to it, who is what in it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft, nämnder
from nämnd.organisation.rules import JURIDISKA_FORMER, NämndDraft, one_line
from ui.desk import Desk, Go
from ui.organisation.headings_card import HeadingsCard
from ui.organisation.huvudmän import HuvudmännenCard
from ui.organisation.justering_card import JusteringCard
from ui.organisation.mandatperioder import MandatperioderCard
from ui.organisation.people_pane import PeoplePane
from ui.organisation.phrases_card import PhrasesCard
from ui.organisation.service_order import ServiceOrderCard
from ui.organisation.settings_card import SettingsCard
from ui.organisation.standing import StandingCard
from ui.toolkit.small import Label, column, label, row

_SHOWS = frozenset({Topic.NÄMND, Topic.PERSON, Topic.SAMMANTRÄDE})
_LEFT = 384  # the design's pixels


class NämndPage(QWidget):
    """One nämnd's settings beside its people."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id: str | None = None
        self._stale = False  # something changed while another page was shown
        self.title = label("", Label.TITLE, wrap=True)
        self.subtitle = label("", Label.MUTED)
        self.settings = SettingsCard(desk)
        self.huvudmän = HuvudmännenCard(desk)
        self.terms = MandatperioderCard(desk)
        self.order = ServiceOrderCard(desk)
        self.justering = JusteringCard(desk)
        self.standing = StandingCard(desk)
        self.headings = HeadingsCard(desk)
        self.phrases = PhrasesCard(desk)
        self.pane = PeoplePane(desk)
        self.people = self.pane.people
        self._cards = (
            self.settings, self.huvudmän, self.terms, self.order, self.justering, self.standing,
            self.headings, self.phrases,
        )  # fmt: skip
        self._parts = (*self._cards, self.pane)
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._desk.editor.flush()  # what is written belongs to the one before
        self._nämnd_id, self._stale = nämnd_id, False
        for part in self._parts:
            part.show_nämnd(nämnd_id)
        self._show_title()

    def show_person(self, person_id: str) -> None:
        """Go to somebody among the people."""
        self.pane.show_person(person_id)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read what is there now; a page that is not in sight does so when it is shown."""
        if self._nämnd_id is None or not topics & _SHOWS:
            return
        self._stale = not self.isVisible()
        if self._stale or not self._there():
            return
        for part in self._parts:
            part.reload()
        self._show_title()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload(_SHOWS)

    def _there(self) -> bool:
        """Say whether the nämnd is there: undo may have taken it, and another is on its way."""
        rows = self._desk.store.ask(nämnder)
        return any(one.id == self._nämnd_id for one in rows)

    def _show_title(self) -> None:
        key = self._nämnd_id
        if key is not None:
            draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
            form = JURIDISKA_FORMER.get(draft.juridisk_form, draft.juridisk_form)
            self.title.setText(draft.namn)
            self.subtitle.setText(f"{draft.kortnamn} · {form}" if draft.kortnamn else form)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        left = QWidget()
        left.setObjectName("scrolled")
        under = column(*self._cards, None, spacing=gap)
        under.setContentsMargins(0, 0, theme.px(8), 0)  # clear of the scroll bar
        left.setLayout(under)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(left)
        area.setFixedWidth(theme.px(_LEFT))
        area.setAccessibleName("Nämndens uppgifter")
        across = row(area, self.pane, spacing=theme.px(6))
        across.setStretch(1, 1)
        head = column(self.title, self.subtitle, spacing=theme.px(2))
        layout = QVBoxLayout(self)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(gap)
        layout.addLayout(head)
        layout.addLayout(across, 1)


def new_nämnd(desk: Desk, go: Go) -> None:
    """Ask for a name, make the nämnd and show its settings."""
    name = desk.messages.ask_text("Ny nämnd", "Vad heter nämnden?")
    if name is None:
        return
    nämnd_id = new_id()
    command = SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft(name))
    if desk.editor.do(command, f"lägg till {one_line(name)}") is not None:
        go.to_nämnd(nämnd_id)
        go.to_page("nämnd")
