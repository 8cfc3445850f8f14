"""A missiv or tjänsteskrivelse as a file, for the window, the command line and the register."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.documents.content import Document
from nämnd.documents.parts import Sender
from nämnd.documents.skrivelse import build_skrivelse
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.paper_file import PDF, document_bytes, in_short, with_logo
from nämnd.store import Store
from nämnd.ärende.queries import skrivelse_row, ärende_view
from nämnd.ärende.values import SkrivelseRow, ÄrendeView

_MOST_RUBRIK = 50  # letters of the rubrik in a file's name


@dataclass(frozen=True, slots=True)
class SkrivelsePaper:
    """A skrivelse with what its paper is made from."""

    sender: Sender
    ärende: ÄrendeView
    row: SkrivelseRow

    @property
    def document(self) -> Document:
        """Return what it says."""
        return build_skrivelse(self.sender, self.ärende, self.row)

    def name(self, suffix: str) -> str:
        """Return what its file is called: «Tjänsteskrivelse SRVN 2019-0088 Priser.pdf».

        A name is seen where the file is not: a rubrik that is hidden is not in it.
        """
        draft = self.row.draft
        rubrik = "" if self.ärende.draft.dölj_rubrik else in_short(draft.rubrik, _MOST_RUBRIK)
        words = (draft.slag.capitalize(), self.ärende.dnr.replace("/", "-"), rubrik)
        return safe_name(" ".join(filter(None, words)), suffix)


def gather_skrivelse(store: Store, files: FileStore, skrivelse_id: str) -> SkrivelsePaper:
    """Return what the paper of a skrivelse is made from.

    Raises:
        GoneError: it is not there.
    """
    found = store.ask(lambda session: _gather(session, skrivelse_id))
    return replace(found, sender=with_logo(found.sender, files))


def make_skrivelse(
    store: Store, files: FileStore, skrivelse_id: str, *, created: datetime, suffix: str = PDF
) -> bytes:
    """Return a skrivelse as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    Raises:
        GoneError: it is not there.
    """
    paper = gather_skrivelse(store, files, skrivelse_id)
    return skrivelse_bytes(paper, created=created, suffix=suffix)


def skrivelse_bytes(paper: SkrivelsePaper, *, created: datetime, suffix: str = PDF) -> bytes:
    """Return the file of a skrivelse. It needs no database: it can be made in a helper process."""
    return document_bytes(paper.document, created=created, suffix=suffix)


def _gather(session: Session, skrivelse_id: str) -> SkrivelsePaper:
    row = skrivelse_row(session, skrivelse_id)
    ärende = ärende_view(session, row.ärende_id)
    return SkrivelsePaper(Sender(nämnd_draft(session, ärende.nämnd_id)), ärende, row)
