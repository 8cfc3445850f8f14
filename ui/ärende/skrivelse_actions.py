"""What can be done with a skrivelse: registered, saved, printed, removed."""

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.paket.paper_file import PDF
from nämnd.paket.skrivelse import SkrivelsePaper, gather_skrivelse
from nämnd.ärende.skrivelse_commands import RegisterSkrivelse, RemoveSkrivelse, UnlockSkrivelse
from ui.desk import Desk
from ui.paper_files import gathered, kept_pdf, print_paper, save_paper

_CHANGED = "Skrivelsen ändrades medan PDF-filen gjordes. Registrera den igen."


class SkrivelseActions:
    """Works on the skrivelse that is shown."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Ask and tell over `parent`."""
        self._desk, self._parent = desk, parent
        self._paper: SkrivelsePaper | None = None

    def show_it(self, paper: SkrivelsePaper) -> None:
        """Work on another one, or the same as it is now."""
        self._paper = paper

    def register(self) -> None:
        """Ask, make the PDF and register it as a handling of the ärende."""
        paper = self._now()
        if paper is None:
            return
        again = paper.row.handling_id is not None
        what = "en ny version av handlingen" if again else f"en handling i {paper.ärende.dnr}"
        question = (
            f"Registrera skrivelsen som {what}? Den tas sedan aldrig bort, men du kan skriva en "
            "ny version."
        )
        if not self._desk.messages.confirm(question, yes="Registrera"):
            return
        self._desk.jobs.run(
            kept_pdf(self._desk, paper.document, paper.name(PDF)),
            self._parent,
            lambda kept: self._keep(paper, kept),
            label="Gör PDF-filen",
        )

    def unlock(self) -> None:
        """Let the user write a new version."""
        paper = self._paper
        if paper is not None:
            command = UnlockSkrivelse(skrivelse_id=paper.row.id)
            self._desk.editor.do(command, "skriv en ny version av skrivelsen")

    def save_as(self) -> None:
        """Let the user save it as PDF or Word."""
        paper = self._now()
        if paper is not None:
            title = f"Spara {paper.row.draft.slag}"
            save_paper(self._desk, self._parent, title, paper.document, paper.name(PDF))

    def print(self) -> None:
        """Let the user print it."""
        paper = self._now()
        if paper is not None:
            print_paper(self._desk, self._parent, paper.document)

    def remove(self) -> None:
        """Throw away what was never registered, and go back to the ärende."""
        paper = self._paper
        if paper is None:
            return
        self._desk.editor.flush()
        command = RemoveSkrivelse(skrivelse_id=paper.row.id)
        if self._desk.editor.do(command, "ta bort skrivelsen") is not None:
            self._desk.messages.notice("Skrivelsen togs bort. Ctrl+Z ångrar.")

    def _keep(self, paper: SkrivelsePaper, kept: KeptFile) -> None:
        now = self._now()
        if now is None or now.row != paper.row:  # it was written in meanwhile
            self._desk.messages.error(_CHANGED)
            return
        command = RegisterSkrivelse(
            skrivelse_id=paper.row.id, file=kept, when=self._desk.when, today=self._desk.today
        )
        if self._desk.editor.do(command, f"registrera {paper.row.draft.slag}") is not None:
            self._desk.messages.notice("Skrivelsen är registrerad.")

    def _now(self) -> SkrivelsePaper | None:
        """Return it as it is written now; None when something could not be saved."""
        desk, shown = self._desk, self._paper
        if shown is None:
            return None
        return gathered(desk, lambda: gather_skrivelse(desk.store, desk.files, shown.row.id))
