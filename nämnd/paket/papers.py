"""Gathers what a paper is made from, for the window and the command line alike."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core.progress import Progress, Work
from nämnd.documents.content import Document
from nämnd.documents.dagordning import build_dagordning
from nämnd.documents.kallelse import build_kallelse
from nämnd.documents.parts import Sender
from nämnd.documents.tillägg import build_tillägg
from nämnd.organisation.queries import Called, called, nämnd_draft
from nämnd.organisation.rules import NämndDraft
from nämnd.paket.errors import NothingSentError
from nämnd.sammanträde.dagordning import Dagordning, from_json
from nämnd.sammanträde.queries import dagordning, utskick_rows
from nämnd.store import Store


@dataclass(frozen=True, slots=True)
class Papers:
    """A sammanträde with all that its papers say."""

    nämnd: NämndDraft
    dagordning: Dagordning
    called: Called
    sent: tuple[tuple[date, Dagordning], ...]  # what has gone out, oldest first
    logo: bytes | None

    @property
    def sender(self) -> Sender:
        """Return who sends."""
        return Sender(self.nämnd, self.logo)


def gather(store: Store, files: FileStore, sammanträde_id: str, *, today: date) -> Papers:
    """Return what the papers of a sammanträde are made from."""
    found = store.ask(lambda session: _gather(session, sammanträde_id, today))
    logo = found.nämnd.logotyp
    if logo is None or not files.has(logo):
        return found
    return Papers(found.nämnd, found.dagordning, found.called, found.sent, files.read(logo, ""))


def document(papers: Papers, what: str) -> Document:
    """Return a paper: «kallelse», «dagordning» or «tillagg».

    Raises:
        NothingSentError: a tilläggslista was asked for, and no kallelse has gone out.
    """
    match what:
        case "kallelse":
            return build_kallelse(papers.sender, papers.dagordning, papers.called)
        case "tillagg":
            if not papers.sent:
                raise NothingSentError
            when, old = papers.sent[-1]
            return build_tillägg(papers.sender, old, papers.dagordning, sent=when)
        case _:
            return build_dagordning(papers.sender, papers.dagordning)


def file_name(papers: Papers, what: str, suffix: str) -> str:
    """Return the name a paper is saved under: «Kallelse 2019-11-22 SRVN.pdf»."""
    title = {"tillagg": "Tilläggslista"}.get(what, what.capitalize())
    body = papers.nämnd.kortnamn or papers.nämnd.namn
    return safe_name(f"{title} {papers.dagordning.sammanträde.day_text} {body}", suffix)


def _gather(session: Session, sammanträde_id: str, today: date) -> Papers:
    now = dagordning(session, sammanträde_id)
    head = now.sammanträde
    sent = tuple(
        (row.datum, from_json(row.innehåll))
        for row in utskick_rows(session, sammanträde_id)
        if row.innehåll is not None
    )
    people = called(session, head.nämnd_id, head.day or today)
    return Papers(nämnd_draft(session, head.nämnd_id), now, people, sent, None)


def write_paper(paper: Document, target: Path, *, created: datetime) -> Work[Path]:
    """Write a paper as the target's suffix says: .pdf or .docx. For a helper process.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be written; nothing is left behind.
    """
    yield Progress(0, 1, f"Skriver {target.name}")
    if target.suffix == ".docx":
        from nämnd.documents.word import write_word

        write_word(paper, target, created=created)
    else:
        from nämnd.documents.pdf import write_pdf

        write_pdf(paper, target, created=created)
    return target


def preview(paper: Document, *, created: datetime) -> Work[bytes]:
    """Return a paper as a PDF in memory. For the helper process behind the preview."""
    from nämnd.documents.pdf import pdf_bytes

    yield Progress(0, 1)
    return pdf_bytes(paper, created=created)
