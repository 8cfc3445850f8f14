"""The paper of a redovisning: saved as PDF or Word, and registered."""

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.paket.paper_file import PDF
from nämnd.paket.redovisning import RedovisningPaper, gather_redovisning
from nämnd.redovisning.commands import RegisterRedovisning
from nämnd.redovisning.values import RedovisningView
from ui.desk import Desk
from ui.paper_files import gathered, kept_pdf, save_paper

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
        desk, view = self._desk, self.view
        if view is None:
            return None
        return gathered(desk, lambda: gather_redovisning(desk.store, desk.files, view.id))

    def save_as(self) -> None:
        """Let the user save it as PDF or Word: a draft until it is approved."""
        paper = self.paper()
        if paper is None:
            return
        draft, name = paper.view.godkänd is None, paper.name(PDF)
        title = "Spara redovisningen"
        save_paper(self._desk, self._parent, title, paper.document, name, draft=draft)

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
            made = kept_pdf(self._desk, paper.document, paper.name(PDF))
            self._desk.jobs.run(made, self._parent, self._keep, label="Gör PDF-filen")

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
