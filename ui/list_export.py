"""Saves a list as a file: for everybody, or whole for the nämnd itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.core.progress import Progress, Work
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label

if TYPE_CHECKING:
    from nämnd.paket.lists import List
    from ui.desk import Desk

FORMS: tuple[tuple[str, str], ...] = (
    (".xlsx", "Excel"),
    (".csv", "CSV"),
    (".pdf", "PDF"),
    (".docx", "Word"),
)
EVERYBODY, OURSELVES = "alla", "oss"
_WHOM = (
    (EVERYBODY, "Alla: det som döljs är dolt"),
    (OURSELVES, "Nämnden själv: allt är med"),
)
_WHOLE = "Uppgifter som kan omfattas av sekretess är med i filen. Lägg den inte ut."


@dataclass(frozen=True, slots=True)
class Exported:
    """What is exported.

    Attributes:
        title: of the dialog.
        gather: gives the list, public or whole.
        hidden: what a public one lacks, in words.
        about: what the file is of, in words.
        told: what to say of one that is made, beside that it is.
    """

    title: str
    gather: Callable[[bool], List]
    hidden: str
    about: str = ""
    told: Callable[[List], str] = lambda _: ""


class ListExport(FormFrame):
    """For whom and as what; then where, and the file is made.

    Attributes:
        whom, form: what is chosen.
    """

    def __init__(self, desk: Desk, parent: QWidget, what: Exported) -> None:
        """Propose a file for everybody, in Excel."""
        super().__init__(desk.theme, parent, what.title)
        self._desk, self._parent, self._what = desk, parent, what
        self.whom: Choice[str] = Choice(desk.theme, _WHOM)
        self.form: Choice[str] = Choice(desk.theme, FORMS)
        self.said = label("", Label.CAPTION, wrap=True)
        for part in (self.whom, self.form):
            part.setCurrentIndex(0)
        if what.about:
            self.body.addWidget(label(what.about, wrap=True))
        self.add("&För vem", self.whom)
        self.add("F&orm", self.form)
        self.rows.addRow("", self.said)
        self.put_rows()
        self.whom.currentIndexChanged.connect(self._tell)
        self._tell()
        self.begin(self._save, keep="&Exportera …")
        self.whom.setFocus()

    @property
    def public(self) -> bool:
        """Whether it is for everybody."""
        return self.whom.value() != OURSELVES

    def _tell(self) -> None:
        self.said.setText(self._what.hidden if self.public else _WHOLE)

    def _save(self) -> bool:
        """Gather the list, which can take a while for many years; then ask where it is to be."""
        desk, what, public = self._desk, self._what, self.public
        form = self.form.value() or ".xlsx"

        def gathered() -> Work[List]:
            yield Progress(0, 0)
            return what.gather(public)

        done = partial(_write, desk, self._parent, what, form)
        desk.jobs.run(gathered(), self._parent, done, label="Samlar listan")
        return True


def _write(desk: Desk, over: QWidget, what: Exported, form: str, found: List) -> None:
    """Ask where, and make the file in the helper process."""
    from nämnd.paket.lists import list_name, write_list

    kinds = tuple((text, f"*{ending}") for ending, text in FORMS if ending == form)
    target = desk.messages.save_file(what.title, list_name(found, form), kinds)
    if target is None:
        return
    target = target if target.suffix == form else target.with_name(f"{target.name}{form}")

    def done(_: object) -> None:
        desk.editor.note_export(f"spara {target.name}")
        desk.messages.notice(" ".join(filter(None, (f"{target.name} är klar.", what.told(found)))))

    work = desk.heavy.run(write_list, found, form, target, created=desk.clock())
    desk.jobs.run(work, over, done, label=f"Skapar {target.name}")
