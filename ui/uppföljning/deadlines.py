"""«Hitta frister»: what a handling or a file seems to demand, to be ticked and corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.finding import as_drafts, frister_in
from nämnd.bevakning.values import BevakningDraft, Källa
from nämnd.core.progress import Work
from nämnd.filtext.values import FileText, TextState
from nämnd.frister.values import Frist
from nämnd.inkorg.gathering import gather
from nämnd.sök.reading import read_kept
from nämnd.ärende.handling_queries import handling_row
from ui.desk import Desk, Go
from ui.file_words import NOT_TAKEN

_KINDS = (("Handlingar", "*.pdf *.docx *.doc *.odt *.rtf *.txt"),)
_NO_FILE = "Handlingen har ingen fil. Lägg till filen på ärendets sida först."
_NO_WORDS = (
    "Det gick inte att läsa någon text i «{name}». Är den inskannad behöver den textigenkänning; "
    "annars kan bevakningarna läggas in för hand."
)


@dataclass(frozen=True, slots=True)
class Document:
    """A file to read: where it is kept, what it is called, what comes from it."""

    sha256: str
    filnamn: str
    rubrik: str
    källa: Källa


@dataclass(frozen=True, slots=True)
class Found:
    """What a document seems to demand."""

    document: Document
    text: FileText
    frister: tuple[Frist, ...]
    drafts: tuple[BevakningDraft, ...]


def begin_deadlines(
    desk: Desk, go: Go, parent: QWidget, nämnd_id: str, handling_id: str | None = None
) -> None:
    """Read a handling and let the user choose; without one it, or a file, is chosen first."""
    desk.editor.flush()
    if handling_id is None:
        from ui.uppföljning.document_dialog import DocumentDialog

        dialog = DocumentDialog(desk, parent, nämnd_id)
        dialog.handling_chosen.connect(partial(begin_deadlines, desk, go, parent, nämnd_id))
        dialog.file_wanted.connect(lambda: _choose_file(desk, parent, nämnd_id))
        return
    row = desk.store.ask(lambda session: handling_row(session, handling_id))
    if row.fil is None:
        desk.messages.error(_NO_FILE)
        return
    källa = Källa(handling_id=handling_id)
    document = Document(row.fil.sha256, row.fil.filnamn, row.draft.rubrik, källa)
    read_document(desk, parent, nämnd_id, document)


def read_document(desk: Desk, parent: QWidget, nämnd_id: str, document: Document) -> None:
    """Read it off the window's thread, then show what was found."""

    def show(found: Found | None) -> None:
        _show(desk, parent, nämnd_id, document, found)

    desk.jobs.run(_find(desk, document), parent, show, label=f"Läser {document.rubrik}")


def _find(desk: Desk, document: Document) -> Work[Found | None]:
    """Read the words in a process of their own, and find what they demand."""
    text = yield from read_kept(desk.heavy, desk.files, document.sha256, document.filnamn)
    if text is None or text.state is TextState.UNREADABLE or not text.text.strip():
        return None
    frister = frister_in(text, None, desk.today)
    return Found(document, text, frister, as_drafts(frister, document.källa))


def _show(
    desk: Desk, parent: QWidget, nämnd_id: str, document: Document, found: Found | None
) -> None:
    if found is None:
        desk.messages.error(_NO_WORDS.format(name=document.rubrik))
    elif not found.frister:
        desk.messages.tell(
            f"Inga frister hittades i «{document.rubrik}». Läs igenom den: programmet kan missa "
            "det som är ovanligt skrivet."
        )
    else:
        from ui.uppföljning.deadlines_dialog import DeadlinesDialog

        DeadlinesDialog(desk, parent, nämnd_id, found)


def _choose_file(desk: Desk, parent: QWidget, nämnd_id: str) -> None:
    """Let the user choose a file that is no handling; what is found in it comes from nowhere."""
    path = desk.messages.open_file("Hitta frister i en fil", _KINDS)
    if path is None:
        return
    work = gather((path,), desk.files, lambda _: {}, today=desk.today, worker=desk.heavy)

    def gathered(found: object) -> None:
        _read_gathered(desk, parent, nämnd_id, path, found)

    desk.jobs.run(work, parent, gathered, label=f"Läser {path.name}")


def _read_gathered(desk: Desk, parent: QWidget, nämnd_id: str, path: Path, found: object) -> None:
    from nämnd.inkorg.values import Gathered

    assert isinstance(found, Gathered)  # noqa: S101 - what `gather` returns
    if not found.proposed:
        why = next((NOT_TAKEN[each.why] for each in found.left), "den går inte att läsa")
        desk.messages.error(f"«{path.name}» lästes inte: {why}.")
        return
    file = found.proposed[0].file
    read_document(desk, parent, nämnd_id, Document(file.sha256, path.name, path.name, Källa()))


def with_anteckning(drafts: Sequence[BevakningDraft], document: Document) -> list[BevakningDraft]:
    """Return the drafts; of a file that is no handling they say which it was."""
    if document.källa.handling_id is not None:
        return list(drafts)
    said = f"Ur filen {document.filnamn}."
    return [replace(one, anteckning=one.anteckning or said) for one in drafts]
