"""What can be done with a form: saved, printed, registered, marked as sent, thrown away."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.error_messages import message_for
from nämnd.paket.blankett import PDF, BlankettPaper, gather_blankett
from nämnd.paket.papers import preview, write_paper
from nämnd.överenskommelse.commands import MarkSent, RegisterBlankett, RemoveBlankett
from nämnd.överenskommelse.fields import label as field_label
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.values import BlankettRow
from ui.counting import count_pages
from ui.desk import Desk
from ui.toolkit.form_frame import FormFrame, day_input, day_problem
from ui.toolkit.messages import Kinds
from ui.toolkit.small import Label, label
from ui.överenskommelse.words import blankett_title

_KINDS: Kinds = (("PDF", "*.pdf"), ("Word", "*.docx"))
_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller spara "
    "blanketten som PDF och skriv ut den därifrån."
)
_CHANGED = "Blanketten ändrades medan PDF-filen gjordes. Registrera den igen."


class BlankettActions:
    """Works on the form that is shown."""

    def __init__(self, desk: Desk, parent: QWidget, leave: Callable[[], object]) -> None:
        """Ask and tell over `parent`; `leave` when the form is no more."""
        self._desk, self._parent, self._leave = desk, parent, leave
        self.row: BlankettRow | None = None

    def save_as(self) -> None:
        """Let the user save it as PDF or Word."""
        paper = self.paper()
        if paper is None:
            return
        title = f"Spara {paper.draft.slag}"
        target = self._desk.messages.save_file(title, paper.name(PDF), _KINDS)
        if target is None:
            return
        if target.suffix not in {".pdf", ".docx"}:
            target = target.with_name(f"{target.name}.pdf")
        work = self._desk.heavy.run(write_paper, paper.document, target, created=self._desk.clock())
        self._desk.jobs.run(work, self._parent, self._saved, label=f"Skapar {target.name}")

    def print(self) -> None:
        """Let the user print it: it is signed by hand, «i original»."""
        paper = self.paper()
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

    def register(self) -> None:
        """Ask, make the PDF and register it as a handling that goes out."""
        paper, row = self.paper(), self.row
        if paper is None or row is None:
            return
        lacking = missing(paper.draft)
        if lacking:
            names = ", ".join(f"«{field_label(row.draft.slag, one)}»" for one in lacking)
            self._desk.messages.error(f"Fyll först i det som saknas: {names}.")
            return
        question = (
            f"Registrera {row.draft.slag} för {row.draft.mottagare} som en utgående handling? Den "
            "kan sedan inte ändras eller tas bort."
        )
        if self._desk.messages.confirm(question, yes="Registrera"):
            self._desk.jobs.run(
                self._made(paper),
                self._parent,
                lambda kept: self._keep(paper, kept),
                label="Gör PDF-filen",
            )

    def sent(self) -> None:
        """Ask which day it was sent."""
        if self.row is not None:
            self._desk.editor.flush()
            SentDialog(self._desk, self._parent, self.row)

    def remove(self) -> None:
        """Throw it away."""
        row = self.row
        if row is None:
            return
        self._desk.editor.flush()
        what = f"ta bort {row.draft.slag} för {row.draft.mottagare}"
        if self._desk.editor.do(RemoveBlankett(blankett_id=row.id), what) is not None:
            self._desk.messages.notice("Blanketten togs bort. Ctrl+Z ångrar.")
            self._leave()

    def paper(self) -> BlankettPaper | None:
        """Return its paper as it is written now; None when something could not be saved."""
        if self.row is None or not self._desk.editor.flush():
            return None
        try:
            return gather_blankett(self._desk.store, self.row.id)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return None

    def _made(self, paper: BlankettPaper) -> Work[KeptFile]:
        desk = self._desk
        data = yield from desk.heavy.run(preview, paper.document, created=desk.clock())
        kept = desk.files.keep_bytes(data, paper.name(PDF))
        pages = yield from desk.heavy.run(count_pages, desk.files.path_of(kept.sha256))
        return replace(kept, pages=pages)

    def _keep(self, paper: BlankettPaper, kept: KeptFile) -> None:
        now, row = self.paper(), self.row
        if now is None or row is None or now != paper:  # it was written in meanwhile
            self._desk.messages.error(_CHANGED)
            return
        command = RegisterBlankett(
            blankett_id=row.id, file=kept, when=self._desk.when, today=self._desk.today
        )
        if self._desk.editor.do(command, f"registrera {row.draft.slag}") is not None:
            self._desk.messages.notice("Blanketten är registrerad.")

    def _saved(self, path: Path) -> None:
        self._desk.editor.note_export(f"spara {path.name}")
        self._desk.messages.notice(f"{path.name} är klar.")


class SentDialog(FormFrame):
    """The day a form was sent."""

    def __init__(self, desk: Desk, parent: QWidget, row: BlankettRow) -> None:
        """Propose today, or show the day there is."""
        super().__init__(desk.theme, parent, "Skickad")
        self._desk, self._row = desk, row
        said = f"{blankett_title(row)}. Töm fältet om den inte är skickad."
        self.body.addWidget(label(said, Label.CAPTION, wrap=True))
        self.day = day_input(row.sänd or desk.today)
        self.add("&Skickad den", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.day.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today, needed=False)

    def _save(self) -> bool:
        command = MarkSent(blankett_id=self._row.id, datum=self.day.value())
        return self._desk.editor.do(command, "ange när blanketten skickades") is not None
