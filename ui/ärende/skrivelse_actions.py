"""What can be done with a skrivelse: registered, saved, printed, removed."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.error_messages import message_for
from nämnd.paket.papers import preview, write_paper
from nämnd.paket.skrivelse import PDF, SkrivelsePaper, gather_skrivelse
from nämnd.ärende.skrivelse_commands import RegisterSkrivelse, RemoveSkrivelse, UnlockSkrivelse
from ui.counting import count_pages
from ui.desk import Desk
from ui.toolkit.messages import Kinds

_KINDS: Kinds = (("PDF", "*.pdf"), ("Word", "*.docx"))
_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller spara "
    "skrivelsen som PDF och skriv ut den därifrån."
)
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
            self._made(paper),
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
        if paper is None:
            return
        title = f"Spara {paper.row.draft.slag}"
        target = self._desk.messages.save_file(title, paper.name(PDF), _KINDS)
        if target is None:
            return
        if target.suffix not in {".pdf", ".docx"}:
            target = target.with_name(f"{target.name}.pdf")
        work = self._desk.heavy.run(write_paper, paper.document, target, created=self._desk.clock())
        self._desk.jobs.run(work, self._parent, self._saved, label=f"Skapar {target.name}")

    def print(self) -> None:
        """Let the user print it."""
        paper = self._now()
        if paper is None:
            return
        document = paper.document
        work = self._desk.preview.run(preview, document, created=self._desk.clock())

        def drawn(data: bytes) -> None:
            from ui.toolkit.printing import print_pdf

            def printed() -> None:
                self._desk.editor.note_export(f"skriv ut {document.title}")

            if not print_pdf(self._parent, data, document.title, printed=printed):
                self._desk.messages.error(_NOT_PRINTED)

        self._desk.jobs.run(work, self._parent, drawn, label="Förbereder utskriften")

    def remove(self) -> None:
        """Throw away what was never registered, and go back to the ärende."""
        paper = self._paper
        if paper is None:
            return
        self._desk.editor.flush()
        command = RemoveSkrivelse(skrivelse_id=paper.row.id)
        if self._desk.editor.do(command, "ta bort skrivelsen") is not None:
            self._desk.messages.notice("Skrivelsen togs bort. Ctrl+Z ångrar.")

    def _made(self, paper: SkrivelsePaper) -> Work[KeptFile]:
        desk = self._desk
        data = yield from desk.heavy.run(preview, paper.document, created=desk.clock())
        kept = desk.files.keep_bytes(data, paper.name(PDF))
        pages = yield from desk.heavy.run(count_pages, desk.files.path_of(kept.sha256))
        return replace(kept, pages=pages)

    def _keep(self, paper: SkrivelsePaper, kept: KeptFile) -> None:
        now = self._now()
        if now is None or now.row != paper.row:  # it was written in meanwhile
            self._desk.messages.error(
                "Skrivelsen ändrades medan PDF-filen gjordes. Registrera igen."
            )
            return
        command = RegisterSkrivelse(
            skrivelse_id=paper.row.id, file=kept, when=self._desk.when, today=self._desk.today
        )
        if self._desk.editor.do(command, f"registrera {paper.row.draft.slag}") is not None:
            self._desk.messages.notice("Skrivelsen är registrerad.")

    def _saved(self, path: Path) -> None:
        self._desk.editor.note_export(f"spara {path.name}")
        self._desk.messages.notice(f"{path.name} är klar.")

    def _now(self) -> SkrivelsePaper | None:
        """Return it as it is written now; None when something could not be saved."""
        if self._paper is None or not self._desk.editor.flush():
            return None
        try:
            return gather_skrivelse(self._desk.store, self._desk.files, self._paper.row.id)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return None
