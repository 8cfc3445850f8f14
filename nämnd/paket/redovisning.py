"""A redovisning and its forms as files, for the window, the command line and the register."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core.richtext import Paragraph, TextList, parse, plain_runs
from nämnd.documents.content import Document
from nämnd.documents.parts import Sender
from nämnd.documents.redovisning import answer_places, build_form, build_redovisning
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.paper_file import PDF, WORD, document_bytes, with_logo
from nämnd.redovisning.queries import redovisning_view
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.values import RedovisningView
from nämnd.store import Store

_MOST_RUBRIK = 60  # letters of the rubrik in a file's name


@dataclass(frozen=True, slots=True)
class RedovisningPaper:
    """A redovisning with what its papers are made from."""

    sender: Sender
    view: RedovisningView

    @property
    def document(self) -> Document:
        """Return what the whole of it says."""
        return build_redovisning(self.sender, self.view)

    def name(self, suffix: str) -> str:
        """Return what its file is called."""
        return safe_name(self._rubrik, suffix)

    def form_name(self, asked: Asked) -> str:
        """Return what the form of somebody is called."""
        return safe_name(f"Frågor till {asked.vem} {self._rubrik}".replace("/", "-"), WORD)

    @property
    def _rubrik(self) -> str:
        return self.view.draft.rubrik.replace("/", "-")[:_MOST_RUBRIK].strip()


def gather_redovisning(store: Store, files: FileStore, redovisning_id: str) -> RedovisningPaper:
    """Return what the papers of a redovisning are made from.

    Raises:
        GoneError: it is not there.
    """
    found = store.ask(lambda session: _gather(session, redovisning_id))
    return replace(found, sender=with_logo(found.sender, files))


def make_redovisning(
    store: Store, files: FileStore, redovisning_id: str, *, created: datetime, suffix: str = PDF
) -> bytes:
    """Return a redovisning as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    Raises:
        GoneError: it is not there.
    """
    paper = gather_redovisning(store, files, redovisning_id)
    return redovisning_bytes(paper, created=created, suffix=suffix)


def redovisning_bytes(paper: RedovisningPaper, *, created: datetime, suffix: str = PDF) -> bytes:
    """Return the file of a redovisning: a draft until it is approved. It needs no database."""
    draft = paper.view.godkänd is None
    return document_bytes(paper.document, created=created, suffix=suffix, draft=draft)


def form_bytes(paper: RedovisningPaper, asked: Asked, *, created: datetime) -> bytes:
    """Return the form in which somebody answers, with what they have answered already."""
    from nämnd.documents.word import word_bytes
    from nämnd.documents.word.answer_places import with_places

    data = word_bytes(build_form(paper.sender, paper.view, asked), created=created)
    places = answer_places(asked)
    said = {svar.id: svar.text for _, svar in asked.svar}
    given = [() if one.table else _paragraphs(said[one.svar_id]) for one in places]
    return with_places(data, places, given)


def _paragraphs(source: str) -> tuple[str, ...]:
    """Return running text as plain paragraphs."""
    found: list[str] = []
    for block in parse(source):
        if isinstance(block, Paragraph):
            found.append(plain_runs(block.runs))
        elif isinstance(block, TextList):
            found += [f"– {plain_runs(runs)}" for runs in block.items]
        else:
            found += ["; ".join(map(plain_runs, row)) for row in block.rows]
    return tuple(found)


def _gather(session: Session, redovisning_id: str) -> RedovisningPaper:
    view = redovisning_view(session, redovisning_id)
    return RedovisningPaper(Sender(nämnd_draft(session, view.nämnd_id)), view)
