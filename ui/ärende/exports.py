"""Saving the diarium as a file: for everybody, or whole for the nämnd itself."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from nämnd.paket.lists import gather_diarium, list_name, write_list
from nämnd.ärende.queries import diarium
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label
from ui.ärende.filtering import years

_FORMS: tuple[tuple[str, str], ...] = (
    (".xlsx", "Excel"),
    (".csv", "CSV"),
    (".pdf", "PDF"),
    (".docx", "Word"),
)
_WHOM = (("alla", "Alla: det som döljs är dolt"), ("oss", "Nämnden själv: allt är med"))
_SAID = {
    "alla": "Rubriker, avsändare och mottagare som ska döljas ersätts med «[uppgift dold]».",
    "oss": "Uppgifter som kan omfattas av sekretess är med i filen. Lägg den inte ut.",
}


def export_diarium(desk: Desk, parent: QWidget, nämnd_id: str) -> None:
    """Let the user choose what, for whom and how, and write the file."""
    desk.editor.flush()
    rows = desk.store.ask(lambda session: diarium(session, nämnd_id))
    ExportDialog(desk, parent, nämnd_id, years(rows))


class ExportDialog(FormFrame):
    """Which year, for whom, and as what."""

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str, years: Sequence[int]) -> None:
        """Propose all years, for everybody, as Excel."""
        super().__init__(desk.theme, parent, "Exportera diariet")
        self._desk, self._parent, self._nämnd_id = desk, parent, nämnd_id
        theme = desk.theme
        every = ((0, "Alla år"), *((year, str(year)) for year in years))
        self.year: Choice[int] = Choice(theme, every)
        self.whom: Choice[str] = Choice(theme, _WHOM)
        self.form: Choice[str] = Choice(theme, _FORMS)
        for part in (self.year, self.whom, self.form):
            part.setCurrentIndex(0)
        self.said = label("", Label.CAPTION, wrap=True)
        self.add("&År", self.year)
        self.add("&För vem", self.whom)
        self.add("F&orm", self.form)
        self.rows.addRow("", self.said)
        self.put_rows()
        self.whom.currentIndexChanged.connect(self._tell)
        self._tell()
        self.begin(self._save, keep="&Exportera …")
        self.whom.setFocus()

    def _tell(self) -> None:
        self.said.setText(_SAID[self.whom.value() or "alla"])

    def _save(self) -> bool:
        desk = self._desk
        form: str = self.form.value() or ".xlsx"
        found = gather_diarium(
            desk.store,
            desk.files,
            self._nämnd_id,
            today=desk.today,
            public=self.whom.value() != "oss",
            år=self.year.value() or None,
        )
        kinds = tuple((text, f"*{ending}") for ending, text in _FORMS if ending == form)
        target = desk.messages.save_file("Exportera diariet", list_name(found, form), kinds)
        if target is None:
            return False
        target = target if target.suffix == form else target.with_name(f"{target.name}{form}")

        def done(_: object) -> None:
            desk.editor.note_export(f"spara {target.name}")
            desk.messages.notice(f"{target.name} är klar.")

        work = desk.heavy.run(write_list, found, form, target, created=desk.clock())
        desk.jobs.run(work, self._parent, done, label=f"Skapar {target.name}")
        return True
