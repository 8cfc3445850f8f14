"""Changes to delprojekt and to their reports."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.bilaga.files import KeptFile
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.delprojekt.errors import DelprojektError, DelprojektFault
from nämnd.delprojekt.rules import draft_problems, program_key
from nämnd.delprojekt.values import DelprojektDraft, RapportDraft, Satsläge
from nämnd.delprojekt.writing import (
    delete_lists,
    of_delprojekt,
    rapport_rows,
    write_delprojekt,
    write_lists,
    write_rapport,
)
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Nämnd,
    Punkt,
    Sammanträde,
    Uppföljningsrapport,
    Ärende,
)
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft
from nämnd.ärende.writing import sekretess

_CHANGED = frozenset({Topic.DELPROJEKT})
_REGISTERED = frozenset({Topic.DELPROJEKT, Topic.HANDLING, Topic.ÄRENDE})
_MOST_RUBRIK = 120  # letters of a delprojekt's rubrik in that of a handling


@dataclass(frozen=True, kw_only=True)
class AddDelprojekt:
    """Write a delprojekt down, with its beslut, åtgärder and behov."""

    nämnd_id: str
    draft: DelprojektDraft
    delprojekt_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it.

        Raises:
            GoneError; DelprojektError: it can't be as it is written.
        """
        nämnd = load(session, Nämnd, self.nämnd_id)
        _write(session, Delprojekt(id=self.delprojekt_id, nämnd_id=nämnd.id), self.draft)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeDelprojekt:
    """Change what is written of a delprojekt; the rows of its lists are kept by their id."""

    delprojekt_id: str
    draft: DelprojektDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft. In which report something was first stays as it is.

        Raises:
            GoneError; DelprojektError: it can't be as it is written.
        """
        _write(session, load(session, Delprojekt, self.delprojekt_id), self.draft)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class CloseDelprojekt:
    """Say that a delprojekt is finished. It can be opened again."""

    delprojekt_id: str
    datum: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the day.

        Raises:
            GoneError; DelprojektError: it is closed already, or was decided about later.
        """
        row = _open(session, self.delprojekt_id)
        mine = Delprojektbeslut.delprojekt_id == row.id
        decided = session.scalar(select(func.min(Delprojektbeslut.datum)).where(mine))
        if decided is not None and self.datum < decided:
            _refuse((DelprojektFault.CLOSED_BEFORE,))
        row.avslutat = self.datum
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ReopenDelprojekt:
    """Follow a delprojekt up again."""

    delprojekt_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Take the day away.

        Raises:
            GoneError; DelprojektError: it is not closed.
        """
        row = load(session, Delprojekt, self.delprojekt_id)
        if row.avslutat is None:
            _refuse((DelprojektFault.NOT_CLOSED,))
        row.avslutat = None
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveDelprojekt:
    """Remove a delprojekt with its reports. What is watched of it stays watched."""

    delprojekt_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError; DelprojektError: a report of it is registered.
        """
        row = load(session, Delprojekt, self.delprojekt_id)
        if any(map(_is_registered, rapport_rows(session, row.id))):
            _refuse((DelprojektFault.HAS_REGISTERED,))
        delete_lists(session, row.id)
        session.delete(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class SetSatsläge:
    """Say how far one att-sats of a beslut has come."""

    sats_id: str
    läge: Satsläge
    kommentar: str = ""

    def run(self, session: Session) -> frozenset[Topic]:
        """Set it, with what is said about it.

        Raises:
            GoneError.
        """
        row = load(session, Delprojektsats, self.sats_id)
        row.läge, row.kommentar = self.läge, one_line(self.kommentar)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class AddRapport:
    """Begin the next report of a delprojekt to the nämnd.

    Åtgärder and behov that have been in no report are first in this one: those are its news.
    """

    delprojekt_id: str
    draft: RapportDraft
    rapport_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add it after the others.

        Raises:
            GoneError; DelprojektError: the delprojekt is closed, or the sammanträde or punkt is
                of something else.
        """
        mother = _open(session, self.delprojekt_id)
        earlier = rapport_rows(session, mother.id)
        place = max((one.ordning for one in earlier), default=0) + 1
        row = Uppföljningsrapport(id=self.rapport_id, delprojekt_id=mother.id, ordning=place)
        _write_rapport(session, mother, row, self.draft)
        session.add(row)
        _claim(session, row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeRapport:
    """Change what is written of a report. What has come to the delprojekt since is first in it."""

    rapport_id: str
    draft: RapportDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; DelprojektError: it is registered, or the sammanträde or punkt is of
                something else.
        """
        row = _open_rapport(session, self.rapport_id)
        mother = load(session, Delprojekt, row.delprojekt_id)
        _write_rapport(session, mother, row, self.draft)
        _claim(session, row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveRapport:
    """Throw away a report that was never registered."""

    rapport_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it; what was first in it is first in the next one, or in none yet.

        Raises:
            GoneError; DelprojektError: it is registered.
        """
        row = _open_rapport(session, self.rapport_id)
        later = [one for one in rapport_rows(session, row.delprojekt_id) if _is_after(one, row)]
        heir = later[0].id if later else None
        åtgärder, behov = of_delprojekt(session, row.delprojekt_id)
        for one in (*åtgärder, *behov):
            if one.rapport_id == row.id:
                one.rapport_id = heir
        session.delete(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RegisterRapport:
    """Register a report as it stands: missiv and uppföljningsrapport, in the delprojekt's ärende.

    The files are the documents made of it. It is then locked.
    """

    final = True

    rapport_id: str
    missiv: KeptFile
    rapport: KeptFile
    when: str  # ISO time
    today: date
    missiv_id: str = field(default_factory=new_id)  # what the new handlingar are to be called
    rapport_handling_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the two handlingar. What is hidden or secret of the ärende is so of them too.

        Raises:
            GoneError; DelprojektError: it is registered already, or there is no ärende;
            ÄrendeError: that ärende is annulled.
        """
        row = _open_rapport(session, self.rapport_id)
        mother = load(session, Delprojekt, row.delprojekt_id)
        if mother.ärende_id is None:
            _refuse((DelprojektFault.NO_ÄRENDE,))
        _claim(session, row)
        ärende = load(session, Ärende, mother.ärende_id or "")
        missiv = _handling(mother, ärende, "Missiv", row.missiv_datum or row.datum or self.today)
        rapport = _handling(mother, ärende, "Uppföljning", row.datum or self.today)
        new = (
            NewHandling(self._not_ahead(missiv), self.missiv, (), self.missiv_id),
            NewHandling(self._not_ahead(rapport), self.rapport, (), self.rapport_handling_id),
        )
        RegisterHandlingar(ärende_id=ärende.id, new=new, when=self.when, today=self.today).run(
            session
        )
        row.missiv_handling_id = self.missiv_id
        row.rapport_handling_id = self.rapport_handling_id
        return _REGISTERED

    def _not_ahead(self, draft: HandlingDraft) -> HandlingDraft:
        """Return the handling, upprättad today when its paper says a day that has not come."""
        return replace(draft, datum=min(draft.datum, self.today))


def _handling(mother: Delprojekt, ärende: Ärende, what: str, day: date) -> HandlingDraft:
    rubrik = mother.rubrik[:_MOST_RUBRIK].strip()
    return HandlingDraft(
        datum=day,
        rubrik=f"{what}, delprojekt {mother.nummer} {rubrik}",
        riktning="upprättad",
        slag="missiv" if what == "Missiv" else "uppföljningsrapport",
        dölj_rubrik=ärende.dölj_rubrik,
        sekretess=sekretess(ärende.sekretess_lagrum, ärende.sekretess_datum),
    )


def _write(session: Session, row: Delprojekt, draft: DelprojektDraft) -> None:
    _refuse(draft_problems(draft))
    if draft.ärende_id and load(session, Ärende, draft.ärende_id).nämnd_id != row.nämnd_id:
        _refuse((DelprojektFault.OTHER_NÄMND,))
    _refuse_taken(session, row, draft)
    write_delprojekt(row, draft)
    session.add(row)
    write_lists(session, row, draft)


def _refuse_taken(session: Session, row: Delprojekt, draft: DelprojektDraft) -> None:
    same = rows_where(
        session,
        Delprojekt,
        Delprojekt.nämnd_id == row.nämnd_id,
        Delprojekt.nummer == draft.nummer,
        Delprojekt.id != row.id,
    )
    if any(program_key(one.program) == program_key(draft.program) for one in same):
        _refuse((DelprojektFault.NUMMER_TAKEN,))


def _write_rapport(
    session: Session, mother: Delprojekt, row: Uppföljningsrapport, draft: RapportDraft
) -> None:
    """Fill the row. A sammanträde or punkt that is gone is left out."""
    meeting = session.get(Sammanträde, draft.sammanträde_id or "")
    punkt = session.get(Punkt, draft.punkt_id or "")
    if meeting and meeting.nämnd_id != mother.nämnd_id:
        _refuse((DelprojektFault.OTHER_NÄMND,))
    if punkt and (meeting is None or punkt.sammanträde_id != meeting.id):
        _refuse((DelprojektFault.OTHER_SAMMANTRÄDE,))
    known = replace(
        draft,
        sammanträde_id=meeting.id if meeting else None,
        punkt_id=punkt.id if punkt else None,
    )
    write_rapport(row, known)


def _claim(session: Session, row: Uppföljningsrapport) -> None:
    """Let what is in no report be first in this one, unless there is a later one."""
    if any(_is_after(one, row) for one in rapport_rows(session, row.delprojekt_id)):
        return
    åtgärder, behov = of_delprojekt(session, row.delprojekt_id)
    for one in (*åtgärder, *behov):
        if one.rapport_id is None:
            one.rapport_id = row.id


def _is_after(one: Uppföljningsrapport, row: Uppföljningsrapport) -> bool:
    return (one.ordning, one.id) > (row.ordning, row.id)


def _is_registered(row: Uppföljningsrapport) -> bool:
    return row.rapport_handling_id is not None


def _open(session: Session, delprojekt_id: str) -> Delprojekt:
    row = load(session, Delprojekt, delprojekt_id)
    if row.avslutat is not None:
        _refuse((DelprojektFault.CLOSED,))
    return row


def _open_rapport(session: Session, rapport_id: str) -> Uppföljningsrapport:
    row = load(session, Uppföljningsrapport, rapport_id)
    if _is_registered(row):
        _refuse((DelprojektFault.REGISTERED,))
    return row


def _refuse(problems: Iterable[DelprojektFault], of: str = "") -> None:
    found = tuple(problems)
    if found:
        raise DelprojektError(found, of)
