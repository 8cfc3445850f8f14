"""Decisions by delegates: registered, reported, put in a protokoll of their own."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.core.richtext import clean_lines
from nämnd.delegation import rules
from nämnd.delegation.errors import DelegationError, DelegationFault
from nämnd.delegation.queries import delegationsbeslut_row, delegationsprotokoll
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load, rows_where
from nämnd.tables import Anslag, Delegationsbeslut, Delegationsprotokoll, Nämnd, Ärende

CHANGED = frozenset({Topic.DELEGATION})


@dataclass(frozen=True, kw_only=True)
class RegisterDelegationsbeslut:
    """Register a beslut that somebody made for the nämnd."""

    nämnd_id: str
    draft: DelegationsbeslutDraft
    today: date
    beslut_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError, DelegationError.
        """
        load(session, Nämnd, self.nämnd_id)
        _refuse(*rules.problems(self.draft, self.today))
        row = Delegationsbeslut(id=self.beslut_id, nämnd_id=self.nämnd_id)
        _write(session, row, self.draft)
        session.add(row)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class SaveDelegationsbeslut:
    """Change what stands of a delegationsbeslut, until its protokoll is signed."""

    beslut_id: str
    draft: DelegationsbeslutDraft
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError, DelegationError.
        """
        row = _open(session, self.beslut_id)
        found = rules.problems(self.draft, self.today)
        if self.draft.brådskande and row.delegationsprotokoll_id:
            found = (*found, DelegationFault.BRÅDSKANDE)
        _refuse(*found)
        _write(session, row, self.draft)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveDelegationsbeslut:
    """Take a delegationsbeslut out of the register: it was entered by mistake."""

    beslut_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; DelegationError: it stands in a protokoll or on a dagordning, or is
            reported.
        """
        known = delegationsbeslut_row(session, self.beslut_id)
        row = _open(session, self.beslut_id)
        if known.anmält:
            _refuse(DelegationFault.ANMÄLT)
        if row.punkt_id:
            _refuse(DelegationFault.ON_DAGORDNING)
        if row.delegationsprotokoll_id:
            _refuse(DelegationFault.IN_PROTOKOLL)
        session.delete(row)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class RecordAnmält:
    """Record at which sammanträde beslut were reported to the nämnd; None: at none."""

    beslut_ids: tuple[str, ...]
    datum: date | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day.

        Raises:
            GoneError; DelegationError: one stands in a delegationsprotokoll, or was decided after.
        """
        for key in self.beslut_ids:
            row = load(session, Delegationsbeslut, key)
            if row.delegationsprotokoll_id:
                _refuse(DelegationFault.IN_PROTOKOLL)
            if self.datum and self.datum < row.datum:
                _refuse(DelegationFault.ANMÄLT_BEFORE)
            row.anmält = self.datum.isoformat() if self.datum else None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class SetAnmäls:
    """Say of beslut whether the nämnd wants them reported; None: it is not said yet (KL 6:40)."""

    beslut_ids: tuple[str, ...]
    anmäls: bool | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set it.

        Raises:
            GoneError; DelegationError: a brådskande one must be reported, one that stands in a
            delegationsprotokoll is not, one that is reported or on a dagordning is.
        """
        for key in self.beslut_ids:
            why = rules.fits_anmäls(delegationsbeslut_row(session, key), self.anmäls)
            if why:
                _refuse(why)
            load(session, Delegationsbeslut, key).anmäls = self.anmäls
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class MakeDelegationsprotokoll:
    """Put beslut that are not reported into a protokoll of their own (KL 6:40, 7:8)."""

    nämnd_id: str
    beslut_ids: tuple[str, ...]
    datum: date
    protokoll_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Make it.

        Raises:
            GoneError; DelegationError: one of them can't stand there.
        """
        if not self.beslut_ids:
            _refuse(DelegationFault.NOTHING)
        load(session, Nämnd, self.nämnd_id)
        protokoll = Delegationsprotokoll(id=self.protokoll_id, nämnd_id=self.nämnd_id)
        protokoll.datum = self.datum
        session.add(protokoll)
        for key in self.beslut_ids:
            self._take(session, key)
        return CHANGED

    def _take(self, session: Session, key: str) -> None:
        row = load(session, Delegationsbeslut, key)
        if row.nämnd_id != self.nämnd_id:
            _refuse(DelegationFault.OTHER_NÄMND)
        if row.datum > self.datum:
            _refuse(DelegationFault.PROTOKOLL_BEFORE)
        why = rules.fits_protokoll(delegationsbeslut_row(session, key))
        if why:
            _refuse(why)
        row.delegationsprotokoll_id = self.protokoll_id


@dataclass(frozen=True, kw_only=True)
class SignDelegationsprotokoll:
    """Record who has signed a delegationsprotokoll, and when: then its beslut stand."""

    protokoll_id: str
    av: str
    datum: date
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set name and day.

        Raises:
            GoneError, DelegationError.
        """
        known = delegationsprotokoll(session, self.protokoll_id)
        _refuse_announced(session, self.protokoll_id)
        found: list[DelegationFault] = []
        if not one_line(self.av):
            found.append(DelegationFault.SIGNER_MISSING)
        if self.datum > self.today:
            found.append(DelegationFault.AHEAD)
        if any(self.datum < one.draft.datum for one in known.beslut):
            found.append(DelegationFault.SIGNED_BEFORE)
        _refuse(*found)
        row = load(session, Delegationsprotokoll, self.protokoll_id)
        row.undertecknat_av, row.undertecknat = one_line(self.av), self.datum
        return CHANGED | {Topic.ANSLAG}


@dataclass(frozen=True, kw_only=True)
class UnsignDelegationsprotokoll:
    """Take back that a delegationsprotokoll is signed; its beslut can then be changed."""

    protokoll_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take name and day away.

        Raises:
            GoneError; DelegationError: it is announced.
        """
        row = load(session, Delegationsprotokoll, self.protokoll_id)
        _refuse_announced(session, row.id)
        row.undertecknat_av, row.undertecknat = None, None
        return CHANGED | {Topic.ANSLAG}


@dataclass(frozen=True, kw_only=True)
class RemoveDelegationsprotokoll:
    """Take a delegationsprotokoll that nobody has signed apart; its beslut stay."""

    protokoll_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; DelegationError: it is signed, or announced.
        """
        row = load(session, Delegationsprotokoll, self.protokoll_id)
        _refuse_announced(session, row.id)
        if row.undertecknat:
            _refuse(DelegationFault.FIXED)
        mine = Delegationsbeslut.delegationsprotokoll_id == row.id
        for beslut in rows_where(session, Delegationsbeslut, mine):
            beslut.delegationsprotokoll_id = None
        session.delete(row)
        return CHANGED | {Topic.ANSLAG}


def _refuse(*problems: DelegationFault) -> None:
    if problems:
        raise DelegationError(problems)


def _refuse_announced(session: Session, protokoll_id: str) -> None:
    if rows_where(session, Anslag, Anslag.delegationsprotokoll_id == protokoll_id):
        _refuse(DelegationFault.ANSLAGET)


def _open(session: Session, beslut_id: str) -> Delegationsbeslut:
    if delegationsbeslut_row(session, beslut_id).fixed:
        _refuse(DelegationFault.FIXED)
    return load(session, Delegationsbeslut, beslut_id)


def _write(session: Session, row: Delegationsbeslut, draft: DelegationsbeslutDraft) -> None:
    if draft.ärende_id is not None:
        load(session, Ärende, draft.ärende_id)
    row.datum, row.brådskande = draft.datum, draft.brådskande
    row.av, row.rubrik = one_line(draft.av), one_line(draft.rubrik)
    row.enligt = one_line(draft.enligt or "") or None
    row.beslut = clean_lines(draft.beslut).strip()
    row.ärende_id = draft.ärende_id
    if draft.brådskande and row.anmäls is False:
        row.anmäls = None  # it must be reported now
