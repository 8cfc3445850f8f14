"""A missiv or tjänsteskrivelse as a file, for the window, the command line and the register."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.documents.content import Document
from nämnd.documents.parts import Sender
from nämnd.documents.skrivelse import build_skrivelse
from nämnd.organisation.queries import nämnd_draft
from nämnd.store import Store
from nämnd.ärende.queries import skrivelse_row, ärende_view
from nämnd.ärende.values import SkrivelseRow, ÄrendeView

PDF, WORD = ".pdf", ".docx"
FORMS = (PDF, WORD)
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
        rubrik = "" if self.ärende.draft.dölj_rubrik else _in_short(draft.rubrik)
        words = (draft.slag.capitalize(), self.ärende.dnr.replace("/", "-"), rubrik)
        return safe_name(" ".join(filter(None, words)), suffix)


def _in_short(rubrik: str) -> str:
    """Return the words of a rubrik that there is room for, whole ones."""
    if len(rubrik) <= _MOST_RUBRIK:
        return rubrik
    return rubrik[: _MOST_RUBRIK + 1].rsplit(" ", 1)[0][:_MOST_RUBRIK]


def gather_skrivelse(store: Store, files: FileStore, skrivelse_id: str) -> SkrivelsePaper:
    """Return what the paper of a skrivelse is made from.

    Raises:
        GoneError: it is not there.
    """
    found = store.ask(lambda session: _gather(session, skrivelse_id))
    logo = found.sender.nämnd.logotyp
    if logo is None or not files.has(logo):
        return found
    return SkrivelsePaper(Sender(found.sender.nämnd, files.read(logo, "")), found.ärende, found.row)


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
    if suffix == WORD:
        from nämnd.documents.word import word_bytes

        return word_bytes(paper.document, created=created)
    from nämnd.documents.pdf import pdf_bytes

    return pdf_bytes(paper.document, created=created)


def _gather(session: Session, skrivelse_id: str) -> SkrivelsePaper:
    row = skrivelse_row(session, skrivelse_id)
    ärende = ärende_view(session, row.ärende_id)
    return SkrivelsePaper(Sender(nämnd_draft(session, ärende.nämnd_id)), ärende, row)
