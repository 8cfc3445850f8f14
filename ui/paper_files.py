"""A paper as a file: saved where the user wants it, printed, or kept to be registered."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.documents.content import Document
from nämnd.error_messages import message_for
from nämnd.paket.papers import preview, write_paper
from ui.counting import count_pages
from ui.desk import Desk
from ui.toolkit.messages import Kinds

_KINDS: Kinds = (("PDF", "*.pdf"), ("Word", "*.docx"))
_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller spara "
    "papperet som PDF och skriv ut det därifrån."
)

PaperT = TypeVar("PaperT")


def gathered(desk: Desk, gather: Callable[[], PaperT]) -> PaperT | None:
    """Return what `gather` finds when all that is written is saved; None when the user is told."""
    if not desk.editor.flush():
        return None
    try:
        return gather()
    except NämndError as error:
        desk.messages.error(message_for(error))
        return None


def save_paper(
    desk: Desk, parent: QWidget, title: str, paper: Document, name: str, *, draft: bool = False
) -> None:
    """Let the user save a paper as PDF or Word.

    Args:
        desk: the tools.
        parent: asks and tells over it.
        title: of the dialog.
        paper: what is saved.
        name: what the file is called if the user says nothing else; ends in .pdf.
        draft: every page is marked UTKAST.
    """
    target = desk.messages.save_file(title, name, _KINDS)
    if target is None:
        return
    if target.suffix not in {".pdf", ".docx"}:
        target = target.with_name(f"{target.name}.pdf")

    def saved(path: Path) -> None:
        desk.editor.note_export(f"spara {path.name}")
        desk.messages.notice(f"{path.name} är klar.")

    work = desk.heavy.run(write_paper, paper, target, created=desk.clock(), draft=draft)
    desk.jobs.run(work, parent, saved, label=f"Skapar {target.name}")


def print_paper(desk: Desk, parent: QWidget, paper: Document) -> None:
    """Let the user print a paper."""

    def printed() -> None:
        desk.editor.note_export(f"skriv ut {paper.title}")

    def drawn(data: bytes) -> None:
        from ui.toolkit.printing import print_pdf

        if not print_pdf(parent, data, paper.title, printed=printed):
            desk.messages.error(_NOT_PRINTED)

    work = desk.preview.run(preview, paper, created=desk.clock())
    desk.jobs.run(work, parent, drawn, label="Förbereder utskriften")


def kept_pdf(desk: Desk, paper: Document, name: str) -> Work[KeptFile]:
    """Make the PDF of a paper, keep it among the files and count its pages."""
    data = yield from desk.heavy.run(preview, paper, created=desk.clock())
    kept = desk.files.keep_bytes(data, name)
    pages = yield from desk.heavy.run(count_pages, desk.files.path_of(kept.sha256))
    return replace(kept, pages=pages)
