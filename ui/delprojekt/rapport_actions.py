"""What can be done with a report: both papers saved, registered, or the draft thrown away."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.core.progress import Work
from nämnd.delprojekt.commands import RegisterRapport, RemoveRapport
from nämnd.delprojekt.values import DelprojektView, RapportRow
from nämnd.documents.content import Document
from nämnd.paket.delprojekt import RapportPaper, gather_rapport
from nämnd.paket.paper_file import PDF
from ui.delprojekt.words import named
from ui.desk import Desk
from ui.paper_files import gathered, kept_pdf, save_paper

MISSIV, RAPPORT = "missiv", "rapport"
PAPERS: tuple[tuple[str, str], ...] = ((MISSIV, "Missiv"), (RAPPORT, "Uppföljningsrapport"))
_CHANGED = "Rapporten ändrades medan PDF-filerna gjordes. Registrera den igen."
_NO_ÄRENDE = (
    "Delprojektet hör inte till något ärende, så rapporten kan inte registreras. Välj ärendet "
    "under «Ändra …» på delprojektets sida."
)


def document_of(paper: RapportPaper, which: str) -> Document:
    """Return the missiv or the uppföljningsrapport."""
    return paper.missiv if which == MISSIV else paper.rapport


def name_of(paper: RapportPaper, which: str) -> str:
    """Return what the PDF of the missiv or the uppföljningsrapport is called."""
    return paper.missiv_name(PDF) if which == MISSIV else paper.rapport_name(PDF)


class RapportActions:
    """Works on the report that is shown."""

    def __init__(self, desk: Desk, parent: QWidget, leave: Callable[[], object]) -> None:
        """Ask and tell over `parent`; `leave` when the report is no more."""
        self._desk, self._parent, self._leave = desk, parent, leave
        self.row: RapportRow | None = None
        self.mother: DelprojektView | None = None

    def save_as(self, which: str) -> None:
        """Let the user save one of the papers as PDF or Word."""
        paper = self.paper()
        if paper is not None:
            title, made = f"Spara {dict(PAPERS)[which].lower()}", document_of(paper, which)
            save_paper(self._desk, self._parent, title, made, name_of(paper, which))

    def register(self) -> None:
        """Ask, make both PDFs and register them as handlingar of the ärende."""
        if self.mother is not None and self.mother.draft.ärende_id is None:
            self._desk.messages.error(_NO_ÄRENDE)
            return
        paper = self.paper()
        if paper is None or self.mother is None:
            return
        question = (
            f"Registrera missiv och uppföljningsrapport som handlingar i {self.mother.dnr}? De tas "
            "sedan aldrig bort, och rapporten kan inte ändras."
        )
        if self._desk.messages.confirm(question, yes="Registrera"):
            self._desk.jobs.run(
                self._made(paper),
                self._parent,
                lambda kept: self._keep(paper, kept),
                label="Gör PDF-filerna",
            )

    def remove(self) -> None:
        """Throw away a report that was never registered."""
        row, mother = self.row, self.mother
        if row is None or mother is None:
            return
        self._desk.editor.flush()
        what = f"ta bort rapport {row.ordning} om {named(mother.draft)}"
        if self._desk.editor.do(RemoveRapport(rapport_id=row.id), what) is not None:
            self._desk.messages.notice("Rapporten togs bort. Ctrl+Z ångrar.")
            self._leave()

    def paper(self) -> RapportPaper | None:
        """Return its papers as they are written now; None when something could not be saved."""
        desk, row = self._desk, self.row
        if row is None:
            return None
        return gathered(desk, lambda: gather_rapport(desk.store, row.id, desk.files))

    def _made(self, paper: RapportPaper) -> Work[tuple[KeptFile, ...]]:
        found = list[KeptFile]()
        for which, _ in PAPERS:
            document, name = document_of(paper, which), name_of(paper, which)
            found.append((yield from kept_pdf(self._desk, document, name)))
        return tuple(found)

    def _keep(self, paper: RapportPaper, kept: tuple[KeptFile, ...]) -> None:
        now, row, mother = self.paper(), self.row, self.mother
        if now is None or row is None or mother is None or now != paper:
            self._desk.messages.error(_CHANGED)
            return
        missiv, rapport = kept
        command = RegisterRapport(
            rapport_id=row.id,
            missiv=missiv,
            rapport=rapport,
            when=self._desk.when,
            today=self._desk.today,
        )
        what = f"registrera rapport {row.ordning} om {named(mother.draft)}"
        if self._desk.editor.do(command, what) is not None:
            self._desk.messages.notice("Missivet och rapporten är registrerade.")
