"""The paper of a redovisning: saved as PDF or Word, and registered."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.error_messages import message_for
from nämnd.paket.papers import preview, write_paper
from nämnd.paket.redovisning import PDF, WORD, RedovisningPaper, gather_redovisning
from nämnd.redovisning.commands import RegisterRedovisning
from nämnd.redovisning.values import RedovisningView
from ui.counting import count_pages
from ui.desk import Desk
from ui.toolkit.messages import Kinds

_KINDS: Kinds = (("PDF", "*.pdf"), ("Word", "*.docx"))
_NO_ÄRENDE = (
    "Redovisningen hör inte till något ärende, så den kan inte registreras. Välj ett ärende under "
    "«Mer», «Ändra uppgifterna …». Är den godkänd, så ta tillbaka godkännandet först."
)


class PaperActions:
    """Works on the redovisning that is shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._parent = desk, parent
        self.view: RedovisningView | None = None

    def paper(self) -> RedovisningPaper | None:
        """Return its paper as it is written now; None when something could not be saved."""
        if self.view is None or not self._desk.editor.flush():
            return None
        try:
            return gather_redovisning(self._desk.store, self._desk.files, self.view.id)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return None

    def save_as(self) -> None:
        """Let the user save it as PDF or Word: a draft until it is approved."""
        paper = self.paper()
        if paper is None:
            return
        target = self._desk.messages.save_file("Spara redovisningen", paper.name(PDF), _KINDS)
        if target is None:
            return
        if target.suffix not in {PDF, WORD}:
            target = target.with_name(f"{target.name}{PDF}")
        work = self._desk.heavy.run(
            write_paper,
            paper.document,
            target,
            created=self._desk.clock(),
            draft=paper.view.godkänd is None,
        )
        self._desk.jobs.run(work, self._parent, self._saved, label=f"Skapar {target.name}")

    def register(self) -> None:
        """Ask, make the PDF and register it as a handling that goes out."""
        paper = self.paper()
        if paper is None:
            return
        if paper.view.draft.ärende_id is None:
            self._desk.messages.error(_NO_ÄRENDE)
            return
        question = (
            f"Registrera «{paper.view.draft.rubrik}» som en utgående handling i "
            f"{paper.view.ärende}? Den kan sedan inte ändras eller tas bort."
        )
        if self._desk.messages.confirm(question, yes="Registrera"):
            self._desk.jobs.run(self._made(paper), self._parent, self._keep, label="Gör PDF-filen")

    def _made(self, paper: RedovisningPaper) -> Work[KeptFile]:
        desk = self._desk
        data = yield from desk.heavy.run(preview, paper.document, created=desk.clock())
        kept = desk.files.keep_bytes(data, paper.name(PDF))
        pages = yield from desk.heavy.run(count_pages, desk.files.path_of(kept.sha256))
        return replace(kept, pages=pages)

    def _keep(self, kept: KeptFile) -> None:
        if self.view is None:
            return
        command = RegisterRedovisning(
            redovisning_id=self.view.id,
            file=kept,
            when=self._desk.when,
            today=self._desk.today,
        )
        if self._desk.editor.do(command, "registrera redovisningen") is not None:
            self._desk.messages.notice("Redovisningen är registrerad.")

    def _saved(self, path: Path) -> None:
        self._desk.editor.note_export(f"spara {path.name}")
        self._desk.messages.notice(f"{path.name} är klar.")
