"""A rekvisition or ekonomisk redovisning as a file, for the window, command line and register."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.bilaga.names import safe_name
from nämnd.documents.blankett import BlankettFacts, build_blankett
from nämnd.documents.content import Document
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.paper_file import PDF, document_bytes
from nämnd.store import Store
from nämnd.överenskommelse.queries import blankett_row, överenskommelse_view
from nämnd.överenskommelse.values import BlankettDraft, ÖverenskommelseView

_MOST_RUBRIK = 50  # letters of the rubrik in a file's name


@dataclass(frozen=True, slots=True)
class BlankettPaper:
    """A form with what its paper is made from."""

    draft: BlankettDraft
    facts: BlankettFacts
    rubrik: str  # of the överenskommelse

    @property
    def document(self) -> Document:
        """Return what it says."""
        return build_blankett(self.draft, self.facts)

    def name(self, suffix: str) -> str:
        """Return what its file is called: «Rekvisition Region Skåne God och nära vård 2020.pdf»."""
        rubrik = self.rubrik[:_MOST_RUBRIK].strip()
        words = (self.draft.slag.capitalize(), self.draft.mottagare, rubrik)
        return safe_name(" ".join(filter(None, words)).replace("/", "-"), suffix)


def gather_blankett(store: Store, blankett_id: str) -> BlankettPaper:
    """Return what the paper of a form is made from.

    Raises:
        GoneError: it is not there.
    """
    return store.ask(lambda session: _gather(session, blankett_id))


def draft_paper(session: Session, view: ÖverenskommelseView, draft: BlankettDraft) -> BlankettPaper:
    """Return what the paper of a form is made from that is not saved: for a preview.

    Raises:
        GoneError: the nämnd is not there.
    """
    author = nämnd_draft(session, view.nämnd_id).namn
    dnr = view.draft.dnr or view.ärende_dnr
    facts = BlankettFacts(view.draft.utbetalas_av, dnr, author)
    return BlankettPaper(draft, facts, view.draft.rubrik)


def make_blankett(store: Store, blankett_id: str, *, created: datetime, suffix: str = PDF) -> bytes:
    """Return a form as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    Raises:
        GoneError: it is not there.
    """
    return blankett_bytes(gather_blankett(store, blankett_id), created=created, suffix=suffix)


def blankett_bytes(paper: BlankettPaper, *, created: datetime, suffix: str = PDF) -> bytes:
    """Return the file of a form. It needs no database: it can be made in a helper process."""
    return document_bytes(paper.document, created=created, suffix=suffix)


def _gather(session: Session, blankett_id: str) -> BlankettPaper:
    row = blankett_row(session, blankett_id)
    return draft_paper(session, överenskommelse_view(session, row.överenskommelse_id), row.draft)
