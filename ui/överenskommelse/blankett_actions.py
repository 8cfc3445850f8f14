"""What can be done with a form: saved, printed, registered, marked as sent, thrown away."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.paket.blankett import BlankettPaper, gather_blankett
from nämnd.paket.paper_file import PDF
from nämnd.överenskommelse.commands import MarkSent, RegisterBlankett, RemoveBlankett
from nämnd.överenskommelse.fields import label as field_label
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.values import BlankettRow
from ui.desk import Desk
from ui.paper_files import gathered, kept_pdf, print_paper, save_paper
from ui.toolkit.form_frame import FormFrame, day_input, day_problem
from ui.toolkit.small import Label, label
from ui.överenskommelse.words import blankett_title

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
        if paper is not None:
            title = f"Spara {paper.draft.slag}"
            save_paper(self._desk, self._parent, title, paper.document, paper.name(PDF))

    def print(self) -> None:
        """Let the user print it: it is signed by hand, «i original»."""
        paper = self.paper()
        if paper is not None:
            print_paper(self._desk, self._parent, paper.document)

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
                kept_pdf(self._desk, paper.document, paper.name(PDF)),
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
        row, store = self.row, self._desk.store
        return gathered(self._desk, lambda: gather_blankett(store, row.id)) if row else None

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
