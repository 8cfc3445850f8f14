"""Changes of what is watched. What a dagordning has to do with it: `report_commands`."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from nämnd.bevakning import problems, writing
from nämnd.bevakning.changing import CHANGED, GJORD, add, close, come_back, move, open_row
from nämnd.bevakning.errors import BevakningError, BevakningFault
from nämnd.bevakning.report_commands import LinkPunkt, Report, UnlinkPunkt
from nämnd.bevakning.values import Avslut, BevakningDraft, Förfaller
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load, rows_where
from nämnd.tables import Bevakning, Nämnd, Punkt, Återrapport

__all__ = [
    "AddBevakning",
    "AddBevakningar",
    "ChangeBevakning",
    "CloseBevakning",
    "LinkPunkt",
    "MoveBevakning",
    "NoteReminded",
    "RemoveBevakning",
    "ReopenBevakning",
    "Report",
    "UnlinkPunkt",
]


@dataclass(frozen=True, kw_only=True)
class AddBevakning:
    """Watch something from now on."""

    nämnd_id: str
    draft: BevakningDraft
    today: date
    bevakning_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft.

        Raises:
            GoneError; BevakningError: it can't be saved so.
        """
        load(session, Nämnd, self.nämnd_id)
        problems.refuse(session, self.nämnd_id, self.bevakning_id, self.draft)
        add(session, self.nämnd_id, self.bevakning_id, self.draft, self.today)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class AddBevakningar:
    """Watch several things in one step: those that were ticked of what a document says."""

    nämnd_id: str
    drafts: tuple[BevakningDraft, ...]
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the drafts.

        Raises:
            GoneError; BevakningError: one can't be saved; none is.
        """
        for draft in self.drafts:
            AddBevakning(nämnd_id=self.nämnd_id, draft=draft, today=self.today).run(session)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ChangeBevakning:
    """Change what stands of a bevakning. `skäl`: why, when it is due another time than before."""

    bevakning_id: str
    draft: BevakningDraft
    today: date
    skäl: str = ""

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft; a line of history is written when the day is moved.

        One that stays due as it was may be counted from what is not there any more.

        Raises:
            GoneError; SkälMissingError; BevakningError: it is closed, or can't be saved so.
        """
        row = open_row(session, self.bevakning_id)
        problems.refuse_words(self.draft)
        if writing.kept(self.draft.förfaller) != row.förfaller:
            problems.refuse_day(
                session, row.nämnd_id, row.id, self.draft.förfaller, self.draft.rubrik
            )
            move(session, row, self.draft.förfaller, self.skäl, self.today)
        writing.write(row, self.draft)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class MoveBevakning:
    """Let it be due another time, for a reason that is kept."""

    bevakning_id: str
    förfaller: Förfaller
    skäl: str
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Move it, with a line of history.

        Raises:
            GoneError; SkälMissingError; BevakningError: it is closed, or the day can't be.
        """
        row = open_row(session, self.bevakning_id)
        problems.refuse_day(session, row.nämnd_id, row.id, self.förfaller, row.rubrik)
        if writing.kept(self.förfaller) != row.förfaller:
            move(session, row, self.förfaller, self.skäl, self.today)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class CloseBevakning:
    """Say how a bevakning ended. One that comes back and is done gives the next one.

    Attributes:
        avslut: done, not needed any more, or replaced; only what is done comes back.
        hur: in words.
        next_id: of the next one.
    """

    bevakning_id: str
    avslut: Avslut
    hur: str
    today: date
    next_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Close it, and add the next one when it comes back.

        Raises:
            GoneError; HurMissingError; BevakningError: it is closed.
        """
        row = open_row(session, self.bevakning_id)
        close(row, self.avslut, self.hur, self.today)
        if self.avslut == GJORD:
            come_back(session, row, self.today, self.next_id)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class ReopenBevakning:
    """Take back that a bevakning is closed."""

    bevakning_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Open it. What it had said is in the log.

        Raises:
            GoneError; BevakningError: it is not closed.
        """
        row = load(session, Bevakning, self.bevakning_id)
        if row.avslutad is None:
            raise BevakningError(BevakningFault.NOT_CLOSED, row.rubrik)
        row.avslutad = row.avslut = row.avslutad_hur = None
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveBevakning:
    """Take away a bevakning that was entered by mistake."""

    bevakning_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it. That it was on a dagordning that it was taken off again does not matter.

        Raises:
            GoneError; BevakningError: it has been moved, reminded of, reported or closed.
        """
        row = load(session, Bevakning, self.bevakning_id)
        told = rows_where(session, Återrapport, Återrapport.bevakning_id == row.id)
        there = any(one.utfall or session.get(Punkt, one.punkt_id) for one in told)
        if row.historik or row.påmint or row.avslutad or there:
            raise BevakningError(BevakningFault.HISTORY, row.rubrik)
        for one in told:
            session.delete(one)
        session.flush()
        session.delete(row)
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class NoteReminded:
    """Note that somebody was reminded. `till`: whom; empty: the responsible of each."""

    bevakning_ids: tuple[str, ...]
    till: str
    today: date

    def run(self, session: Session) -> frozenset[Topic]:
        """Write a line for each.

        Raises:
            GoneError; BevakningError: one is closed.
        """
        for key in self.bevakning_ids:
            row = open_row(session, key)
            till = one_line(self.till) or row.ansvarig or ""
            line: dict[str, object] = {"datum": self.today.isoformat(), "till": till}
            row.påmint = [*row.påmint, line]
        return CHANGED
