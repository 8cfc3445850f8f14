"""Changes to ärenden. Nothing is deleted from a diarium: what is wrong is annulled, visibly."""

from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.core.ids import new_id
from nämnd.store.rows import load
from nämnd.tables import Nämnd, Ärende
from nämnd.ärende.errors import ÄrendeError, ÄrendeFault
from nämnd.ärende.numbering import own_dnr, take_dnr
from nämnd.ärende.rules import line, ärende_problems
from nämnd.ärende.values import ÄrendeDraft
from nämnd.ärende.writing import write_ärende

CHANGED = frozenset({Topic.ÄRENDE, Topic.DAGORDNING})
OPEN, CLOSED = "öppet", "avslutat"


@dataclass(frozen=True, kw_only=True)
class RegisterÄrende:
    """Register an ärende, with the next dnr of the nämnd's own series or one that is written."""

    final = True

    nämnd_id: str
    draft: ÄrendeDraft
    today: date
    dnr: str | None = None  # None: the next of the own series
    ärende_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it; without a day it is opened today.

        Raises:
            GoneError, ÄrendeError; DnrTakenError: the nämnd has an ärende with that dnr.
        """
        nämnd = load(session, Nämnd, self.nämnd_id)
        refuse(*ärende_problems(self.draft, self.today))
        öppnat = self.draft.öppnat or self.today
        dnr = own_dnr(session, nämnd, öppnat.year) if self.dnr is None else line(self.dnr)
        if not dnr:
            refuse(ÄrendeFault.DNR_MISSING)
        row = Ärende(id=self.ärende_id, nämnd_id=nämnd.id, status=OPEN)
        take_dnr(session, nämnd, row, dnr)
        write_ärende(row, replace(self.draft, öppnat=öppnat))
        session.add(row)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class SaveÄrende:
    """Change dnr and rubrik of an ärende, or note one that is only known by its dnr.

    Any text is a valid dnr.
    """

    ärende_id: str
    nämnd_id: str
    dnr: str
    rubrik: str = ""

    def run(self, session: Session) -> frozenset[Topic]:
        """Save dnr and rubrik.

        Raises:
            GoneError, InvalidDraftError, ÄrendeError; DnrTakenError: another ärende has that dnr.
        """
        dnr = line(self.dnr)
        if not dnr:
            raise InvalidDraftError((Draft.DNR_MISSING,))
        ärende = session.get(Ärende, self.ärende_id)
        if ärende is None:
            ärende = Ärende(id=self.ärende_id, nämnd_id=self.nämnd_id)
        else:  # of whichever nämnd it is: its dnr is unique there
            _refuse_annulled(ärende)
        take_dnr(session, load(session, Nämnd, ärende.nämnd_id), ärende, dnr)
        ärende.rubrik = line(self.rubrik)
        session.add(ärende)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeÄrende:
    """Change what is written of an ärende; its dnr stays."""

    ärende_id: str
    draft: ÄrendeDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError, ÄrendeError.
        """
        row = open_ärende(session, self.ärende_id)
        refuse(*ärende_problems(self.draft))
        write_ärende(row, self.draft)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class CloseÄrende:
    """Close an ärende; it waits for no dagordning any more. It can be opened again."""

    ärende_id: str
    datum: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day.

        Raises:
            GoneError; ÄrendeError: it is annulled, or was opened later.
        """
        row = open_ärende(session, self.ärende_id)
        if row.öppnat and self.datum < row.öppnat:
            refuse(ÄrendeFault.CLOSED_BEFORE)
        row.status, row.avslutat, row.väntar = CLOSED, self.datum, None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ReopenÄrende:
    """Open an ärende again."""

    ärende_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take the day away.

        Raises:
            GoneError; ÄrendeError: it is annulled.
        """
        row = open_ärende(session, self.ärende_id)
        row.status, row.avslutat = OPEN, None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class AnnulÄrende:
    """Say that an ärende was registered by mistake. It stays, with the reason; so does its dnr."""

    final = True

    ärende_id: str
    skäl: str
    datum: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set reason and day.

        Raises:
            GoneError; ÄrendeError: it is annulled already, or there is no reason.
        """
        row = open_ärende(session, self.ärende_id)
        if not line(self.skäl):
            refuse(ÄrendeFault.SKÄL_MISSING)
        row.makulerat, row.makulerat_datum, row.väntar = line(self.skäl), self.datum, None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class SetWaiting:
    """Let an ärende wait for a dagordning, with a note or an empty one; None: it does not wait."""

    ärende_id: str
    väntar: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the note.

        Raises:
            GoneError; ÄrendeError: it is annulled.
        """
        row = open_ärende(session, self.ärende_id)
        row.väntar = None if self.väntar is None else line(self.väntar)
        return frozenset({Topic.ÄRENDE})


def open_ärende(session: Session, ärende_id: str) -> Ärende:
    """Return the ärende, which can be changed.

    Raises:
        GoneError; ÄrendeError: it is annulled.
    """
    row = load(session, Ärende, ärende_id)
    _refuse_annulled(row)
    return row


def refuse(*problems: ÄrendeFault, of: str = "") -> None:
    """Refuse when there are problems.

    Raises:
        ÄrendeError: there are.
    """
    if problems:
        raise ÄrendeError(problems, of)


def _refuse_annulled(row: Ärende) -> None:
    if row.makulerat is not None:
        refuse(ÄrendeFault.ANNULLED)
