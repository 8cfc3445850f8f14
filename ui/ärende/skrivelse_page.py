"""A missiv or tjänsteskrivelse being written, with the paper beside it."""

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.core.progress import Work
from nämnd.paket.papers import preview
from nämnd.paket.skrivelse import SkrivelsePaper, gather_skrivelse
from nämnd.ärende.handling_queries import handlingar
from ui.desk import Desk, Go
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.paper_beside import PaperBeside
from ui.toolkit.preview import PagePreview, PreviewFeed
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import walk_with_f6
from ui.ärende.skrivelse_actions import SkrivelseActions
from ui.ärende.skrivelse_form import SkrivelseForm
from ui.ärende.words import skrivelse_state

_SHOWS = frozenset({Topic.ÄRENDE, Topic.HANDLING, Topic.NÄMND})


class SkrivelsePage(QWidget):
    """One skrivelse at a time.

    Attributes:
        form, view: what is written, and how it will look.
        back, register, unlock, save, remove: what can be done with it.
        panes: both, side by side.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until `show_skrivelse`."""
        super().__init__()
        self._desk, self._go = desk, go
        self.paper: SkrivelsePaper | None = None
        theme = desk.theme
        self.acts = SkrivelseActions(desk, self)
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till ärendet")
        self.dnr, self.title = label("", Label.MUTED), label("", Label.TITLE)
        self.chip = Chip("utkast")
        self.save, self.remove = button("Spara &som …"), button("Ta bort")
        self.print = button("Skriv &ut …")
        self.register = button("&Registrera …", Kind.PRIMARY)
        self.unlock = button("Skriv en &ny version", Kind.PRIMARY)
        self.form = SkrivelseForm(desk)
        self.view = PagePreview(theme)
        self.panes = PaperBeside(theme, self.form, self.view, "texten")
        self.feed: PreviewFeed[SkrivelsePaper] = PreviewFeed(desk.jobs, self.view, self._draw)
        self._build()

    @property
    def skrivelse_id(self) -> str | None:
        """Return the id of the skrivelse that is shown."""
        return self.paper.row.id if self.paper else None

    def show_skrivelse(self, skrivelse_id: str) -> None:
        """Show a skrivelse, of whichever nämnd it is."""
        self._show(skrivelse_id)
        if self.paper is not None:
            self._go.in_nämnd(self.paper.ärende.nämnd_id)
            self.form.rubrik.setFocus()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the skrivelse anew, if it is in sight: `show_skrivelse` leads here, and reads it."""
        if self.paper is not None and topics & _SHOWS and self.isVisible():
            self._show(self.paper.row.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.form.rubrik.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.fit(event.size().width())

    def _show(self, skrivelse_id: str) -> None:
        try:
            paper = gather_skrivelse(self._desk.store, self._desk.files, skrivelse_id)
        except GoneError:  # removed, or undone
            self._leave()
            return
        self.paper = paper
        self.acts.show_it(paper)
        self._show_head(paper)
        self.form.show_it(paper.row)
        self.feed.request(paper)

    def _leave(self) -> None:
        paper, self.paper = self.paper, None
        if paper is not None:
            self._go.to_ärende(paper.ärende.id)
        else:
            self._go.to_page("ärenden")

    def _show_head(self, paper: SkrivelsePaper) -> None:
        row, key = paper.row, paper.ärende.id
        known = self._desk.store.ask(lambda session: handlingar(session, key))
        self.dnr.setText(f"{paper.ärende.dnr} {paper.ärende.draft.rubrik}")
        self.title.setText(row.draft.slag.capitalize())
        role = Role.GOOD if row.registrerad else Role.WARN if row.handling_id else Role.QUIET
        self.chip.show_as(skrivelse_state(row, known), role)
        open_one = paper.ärende.makulerat is None
        self.register.setVisible(not row.registrerad)
        self.unlock.setVisible(row.registrerad)
        self.remove.setVisible(row.handling_id is None)
        for one in (self.register, self.unlock, self.remove):
            one.setEnabled(open_one)

    def _draw(self, paper: SkrivelsePaper) -> Work[bytes]:
        return self._desk.preview.run(preview, paper.document, created=self._desk.clock())

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(6))
        layout.addLayout(row(self.back, self.dnr, None, spacing=gap))
        acts = (self.panes.as_paper, self.remove, self.print, self.save, self.register, self.unlock)
        layout.addLayout(row(self.title, self.chip, None, *acts, spacing=gap))
        layout.addWidget(self.panes, 1)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        for part, act in (
            (self.save, self.acts.save_as),
            (self.print, self.acts.print),
            (self.register, self.acts.register),
            (self.unlock, self.acts.unlock),
            (self.remove, self.acts.remove),
        ):
            part.clicked.connect(act)
        walk_with_f6(
            self,
            (self.form, lambda: self.form.rubrik),
            (self.view, lambda: self.view.sheets),
        )

    def _go_back(self) -> None:
        if self.paper is not None:
            self._go.to_ärende(self.paper.ärende.id, self.paper.row.handling_id)
