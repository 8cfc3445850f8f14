"""Missiv and uppföljningsrapport of a delprojekt as files, and the report of a whole program."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.delprojekt.queries import delprojekt_view, of_rapport, program_report
from nämnd.delprojekt.report import report_outward
from nämnd.delprojekt.rules import InRapport, in_rapport
from nämnd.delprojekt.values import DelprojektView, RapportDraft, RapportRow
from nämnd.documents.content import Document
from nämnd.documents.delprojekt.missiv import build_missiv
from nämnd.documents.delprojekt.program import build_program
from nämnd.documents.delprojekt.program_sheets import program_sheets
from nämnd.documents.delprojekt.rapport import build_rapport
from nämnd.documents.parts import Sender
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.paper_file import FORMS, PDF, document_bytes, in_short, with_logo
from nämnd.sammanträde.queries import all_days
from nämnd.store import Store

EXCEL = ".xlsx"
PROGRAM_FORMS = (*FORMS, EXCEL)
_MOST_RUBRIK = 60  # letters of the rubrik in a file's name


@dataclass(frozen=True, slots=True)
class RapportPaper:
    """A report with what its two papers are made from."""

    sender: Sender
    view: DelprojektView
    row: RapportRow

    @property
    def told(self) -> InRapport:
        """Return which åtgärder and behov it tells, and what is new."""
        return in_rapport(self.view, self.row.id)

    @property
    def missiv(self) -> Document:
        """Return what the missiv says."""
        return build_missiv(self.sender, self.view, self.row, self.told)

    @property
    def rapport(self) -> Document:
        """Return what the uppföljningsrapport says."""
        return build_rapport(self.sender, self.view, self.row, self.told)

    def missiv_name(self, suffix: str) -> str:
        """Return what the missiv is called: «Missiv delprojekt 8 Benign kolorektal.pdf»."""
        return self._name("Missiv delprojekt", suffix)

    def rapport_name(self, suffix: str) -> str:
        """Return what the report is called: «Uppföljning delprojekt 8 Benign kolorektal.pdf»."""
        return self._name("Uppföljning delprojekt", suffix)

    def _name(self, what: str, suffix: str) -> str:
        """Return the name. It is seen where the file is not: a hidden rubrik is not in it."""
        draft = self.view.draft
        rubrik = "" if self.view.dolt else in_short(draft.rubrik, _MOST_RUBRIK)
        words = f"{what} {draft.nummer} {rubrik}"
        return safe_name(words.strip().replace("/", "-"), suffix)


def gather_rapport(store: Store, rapport_id: str, files: FileStore | None = None) -> RapportPaper:
    """Return what the papers of a report are made from; with `files` the nämnd's logo too.

    Raises:
        GoneError: it is not there.
    """

    def read(session: Session) -> RapportPaper:
        view = of_rapport(session, rapport_id)
        row = next(one for one in view.rapporter if one.id == rapport_id)
        return RapportPaper(_sender(session, view.nämnd_id), view, row)

    found = store.ask(read)
    return replace(found, sender=with_logo(found.sender, files))


def draft_paper(
    store: Store,
    delprojekt_id: str,
    draft: RapportDraft,
    rapport_id: str = "",
    files: FileStore | None = None,
) -> RapportPaper:
    """Return what the papers of a report are made from that is not saved: for a preview.

    Args:
        store: the database.
        delprojekt_id: of which delprojekt.
        draft: the report as it is written so far.
        rapport_id: the one it changes; empty: it is a new one, the next.
        files: where the nämnd's logo is.

    Raises:
        GoneError: the delprojekt is not there.
    """

    def read(session: Session) -> RapportPaper:
        view = delprojekt_view(session, delprojekt_id)
        saved = next((one for one in view.rapporter if one.id == rapport_id), None)
        place = saved.ordning if saved else _next_place(view)
        row = RapportRow(rapport_id, place, draft, _day(session, view, draft))
        return RapportPaper(_sender(session, view.nämnd_id), view, row)

    found = store.ask(read)
    return replace(found, sender=with_logo(found.sender, files))


def make_missiv(
    store: Store,
    rapport_id: str,
    *,
    created: datetime,
    suffix: str = PDF,
    files: FileStore | None = None,
) -> bytes:
    """Return the missiv of a report as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    Raises:
        GoneError: the report is not there.
    """
    paper = gather_rapport(store, rapport_id, files)
    return document_bytes(paper.missiv, created=created, suffix=suffix)


def make_rapport(
    store: Store,
    rapport_id: str,
    *,
    created: datetime,
    suffix: str = PDF,
    files: FileStore | None = None,
) -> bytes:
    """Return the uppföljningsrapport as a PDF (PDF/UA-1, PDF/A-2a) or a Word file.

    Raises:
        GoneError: the report is not there.
    """
    paper = gather_rapport(store, rapport_id, files)
    return document_bytes(paper.rapport, created=created, suffix=suffix)


def make_program_report(
    store: Store,
    nämnd_id: str,
    program: str | None,
    *,
    created: datetime,
    suffix: str = PDF,
    files: FileStore | None = None,
) -> bytes:
    """Return the report of a program (None: of all delprojekt) as PDF, Word or Excel.

    It tells how things stand on the day it is made; of what is hidden or secret not more than that
    it is there.

    Raises:
        GoneError: the nämnd is not there; ProgramUnknownError: it has no such program.
    """
    today = created.date()
    found = report_outward(
        store.ask(lambda session: program_report(session, nämnd_id, program, today))
    )
    if suffix == EXCEL:
        from nämnd.documents.sheet import xlsx_bytes

        first, *more = program_sheets(found)
        return xlsx_bytes(first, *more, created=created)
    sender = store.ask(lambda session: _sender(session, nämnd_id))
    document = build_program(with_logo(sender, files), found)
    return document_bytes(document, created=created, suffix=suffix)


def program_name(program: str | None, suffix: str) -> str:
    """Return what the file of a program's report is called."""
    named = program or "delprojekt"
    return safe_name(f"Uppföljning {in_short(named, _MOST_RUBRIK)}".replace("/", "-"), suffix)


def _sender(session: Session, nämnd_id: str) -> Sender:
    return Sender(nämnd_draft(session, nämnd_id))


def _next_place(view: DelprojektView) -> int:
    return max((one.ordning for one in view.rapporter), default=0) + 1


def _day(session: Session, view: DelprojektView, draft: RapportDraft) -> date | None:
    days, _ = all_days(session, view.nämnd_id)
    return next(iter(days.get(draft.sammanträde_id or "", ())), None)
