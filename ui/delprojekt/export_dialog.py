"""Saving the report of a program: what was decided, what has been done, what is late."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.core.beside import save_beside
from nämnd.core.progress import Progress, Work
from nämnd.delprojekt.queries import programs
from nämnd.paket.delprojekt import EXCEL, make_program_report, program_name
from nämnd.paket.paper_file import PDF, WORD
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label

_FORMS = ((PDF, "PDF"), (WORD, "Word"), (EXCEL, "Excel"))
_SAID = (
    "Rapporten visar vad som beslutades om varje delprojekt, att-sats för att-sats, vad som har "
    "gjorts, vad som bevakas och vad som är försenat."
)


def export_program(
    desk: Desk, parent: QWidget, nämnd_id: str, program: str | None = None
) -> "ProgramDialog":
    """Let the user choose program and form, and write the file."""
    desk.editor.flush()
    return ProgramDialog(desk, parent, nämnd_id, program or None)


class ProgramDialog(FormFrame):
    """The program, and as what it is saved."""

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str, program: str | None) -> None:
        """Propose `program` as PDF; None: every delprojekt of the nämnd."""
        super().__init__(desk.theme, parent, "Programrapport")
        self._desk, self._parent, self._nämnd_id = desk, parent, nämnd_id
        known = desk.store.ask(lambda session: programs(session, nämnd_id))
        options: tuple[tuple[str | None, str], ...] = (
            (None, "Alla delprojekt"),
            *((one, one) for one in known),
        )
        self.program: Choice[str | None] = Choice(desk.theme, options)
        self.program.choose(program if program in known else None)
        self.form = Choice(desk.theme, _FORMS)
        self.form.choose(PDF)
        self.body.addWidget(label(_SAID, Label.CAPTION, wrap=True))
        self.add("&Program", self.program)
        self.add("F&orm", self.form)
        self.put_rows()
        self.begin(self._save, keep="&Spara …")
        self.program.setFocus()

    def _save(self) -> bool:
        program, form = self.program.value(), self.form.value() or PDF
        kinds = tuple((text, f"*{ending}") for ending, text in _FORMS if ending == form)
        name = program_name(program, form)
        target = self._desk.messages.save_file("Spara programrapporten", name, kinds)
        if target is None:
            return False
        target = target if target.suffix == form else target.with_name(f"{target.name}{form}")
        work = self._made(program, form, target)
        self._desk.jobs.run(work, self._parent, self._saved, label=f"Skapar {target.name}")
        return True

    def _made(self, program: str | None, form: str, target: Path) -> Work[Path]:
        desk = self._desk
        yield Progress(0, 1)
        data = make_program_report(
            desk.store,
            self._nämnd_id,
            program,
            created=desk.clock(),
            suffix=form,
            files=desk.files,
        )
        save_beside(target, data)
        return target

    def _saved(self, path: Path) -> None:
        self._desk.editor.note_export(f"spara {path.name}")
        self._desk.messages.notice(f"{path.name} är klar.")
