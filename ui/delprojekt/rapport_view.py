"""A report being written, with its missiv or its uppföljningsrapport beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.beredning.queries import coming_sammanträden
from nämnd.core.progress import Work
from nämnd.delprojekt.values import RapportRow
from nämnd.documents.content import Document
from nämnd.paket.delprojekt import gather_rapport
from nämnd.paket.papers import preview
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.rapport_actions import MISSIV, PAPERS, RAPPORT, RapportActions, document_of
from ui.delprojekt.rapport_form import RapportForm
from ui.delprojekt.words import heading, rapport_title
from ui.desk import Desk, Go
from ui.toolkit.chips import Chip
from ui.toolkit.controls import Choice
from ui.toolkit.palette import Role
from ui.toolkit.paper_beside import PaperBeside
from ui.toolkit.preview import PagePreview, PreviewFeed
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through, walk_with_f6


class RapportView(QWidget):
    """One report at a time.

    Attributes:
        form, view: what is written, and how it will look.
        which: chooses between the missiv and the rapport.
        acts: what the buttons do.
    """

    def __init__(
        self,
        desk: Desk,
        go: Go,
        leave: Callable[[], object],
        put_on_dagordning: Callable[[], object],
    ) -> None:
        """Show nothing until `show_it`; `leave` goes back to the delprojekt."""
        super().__init__()
        self._desk, self._go, self._leave = desk, go, leave
        self._put = put_on_dagordning
        theme = desk.theme
        self.acts = RapportActions(desk, self, leave)
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till delprojektet")
        self.above, self.title = label("", Label.MUTED, wrap=True), label("", Label.TITLE)
        self.chip = Chip("utkast")
        self.which: Choice[str] = Choice(theme, PAPERS)
        self.which.choose(RAPPORT)
        self.save, self.remove = button("Spara &som …"), button("Ta bort")
        self.agenda = button("&Lägg på dagordningen …", Kind.PRIMARY)
        self.register = button("&Registrera …", Kind.PRIMARY)
        self.handling = button("Visa handlingen", Kind.LINK)
        self.form = RapportForm(desk)
        self.view = PagePreview(theme)
        self.panes = PaperBeside(theme, self.form, self.view, "texten")
        self.feed: PreviewFeed[Document] = PreviewFeed(desk.jobs, self.view, self._draw)
        self._build()

    @property
    def rapport_id(self) -> str | None:
        """Return the id of the report that is shown."""
        return self.acts.row.id if self.acts.row else None

    def show_it(self, loaded: Loaded, one: RapportRow) -> None:
        """Show a report of a delprojekt."""
        view, today = loaded.view, self._desk.today
        self.acts.row, self.acts.mother = one, view
        key = view.nämnd_id
        coming = self._desk.store.ask(lambda session: coming_sammanträden(session, key, today))
        self.form.offer_meetings(coming, one)
        self.above.setText(f"{heading(view)} {view.draft.rubrik}")
        self.title.setText(rapport_title(one))
        done, registering = one.registrerad, self.focusWidget() is self.register
        self.chip.show_as("registrerad" if done else "utkast", Role.GOOD if done else Role.QUIET)
        for part, shown in (
            (self.register, not done),
            (self.remove, not done),
            (self.agenda, done),
            (self.handling, done),
        ):
            part.setVisible(shown)
        if done and registering:
            self.agenda.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.show_it(view.id, one)
        self._request()

    def begin(self) -> None:
        """Go to what is to be written."""
        row = self.acts.row
        done = row is None or row.registrerad
        (self.back if done else self.form.first()).setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.above.setVisible(self.panes.fit(event.size().width()))

    def _request(self, _: object = None) -> None:
        key = self.rapport_id
        if key is not None:
            paper = gather_rapport(self._desk.store, key, self._desk.files)
            self.feed.request(document_of(paper, self.which.value() or MISSIV))

    def _draw(self, document: Document) -> Work[bytes]:
        return self._desk.preview.run(preview, document, created=self._desk.clock())

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        self.which.setAccessibleName("Vilket papper som visas")
        self.view.put_under_heading(self.which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        state = (self.chip, None, self.handling)
        layout.addLayout(row(self.back, self.title, *state, spacing=gap))
        acts = (self.panes.as_paper, self.remove, self.save, self.register, self.agenda)
        line = row(self.above, None, *acts, spacing=gap)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.panes, 1)
        tab_through(self.agenda, self.which, *self.view.tools)
        self._connect()

    def _connect(self) -> None:
        self.save.setToolTip("Sparar det papper som är valt: missivet eller rapporten")
        self.back.clicked.connect(lambda: self._leave())  # noqa: PLW0108 - «checked»
        self.which.activated.connect(self._request)
        self.save.clicked.connect(lambda: self.acts.save_as(self.which.value() or MISSIV))
        self.register.clicked.connect(self.acts.register)
        self.remove.clicked.connect(self.acts.remove)
        self.agenda.clicked.connect(lambda: self._put())  # noqa: PLW0108 - «checked»
        self.handling.clicked.connect(self._to_handling)
        walk_with_f6(self, (self.form, self.form.first), (self.view, lambda: self.view.sheets))

    def _to_handling(self) -> None:
        row, mother = self.acts.row, self.acts.mother
        if row is not None and mother is not None and mother.draft.ärende_id is not None:
            self._go.to_ärende(mother.draft.ärende_id, row.rapport_handling_id)
