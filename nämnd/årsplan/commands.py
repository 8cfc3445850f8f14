"""Changes to what a year is planned from, and the planning itself."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.sammanträde.commands import PlanSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.drafts import SammanträdeDraft
from nämnd.sammanträde.queries import all_days
from nämnd.store.rows import load, rows_where
from nämnd.tables import Nämnd, Sammanträde, Spärrdag, Utskick
from nämnd.årsplan.errors import MötesfristUnnamedError, NothingPlannedError, SameDayTwiceError
from nämnd.årsplan.values import Mötesfrist, PlannedMeeting, SpärrdagDraft
from nämnd.årsplan.writing import written

_ÅRSPLAN = frozenset({Topic.ÅRSPLAN})
_ORDINARIE = "ordinarie"


@dataclass(frozen=True, kw_only=True)
class SaveMötesfrister:
    """Say which days are counted from each sammanträde of the nämnd."""

    nämnd_id: str
    mötesfrister: tuple[Mötesfrist, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Save them in the order given.

        Raises:
            MötesfristUnnamedError: one has no name.
        """
        if any(not one.vad.strip() for one in self.mötesfrister):
            raise MötesfristUnnamedError
        load(session, Nämnd, self.nämnd_id).mötesfrister = [
            written(one) for one in self.mötesfrister
        ]
        return _ÅRSPLAN | {Topic.NÄMND}


@dataclass(frozen=True, kw_only=True)
class AddSpärrdagar:
    """Keep days free. One that is kept free for the same already is not added again."""

    nämnd_id: str
    rows: tuple[SpärrdagDraft, ...]
    keys: tuple[str, ...] = ()  # their ids; empty: new ones

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them."""
        load(session, Nämnd, self.nämnd_id)
        kept = rows_where(session, Spärrdag, Spärrdag.nämnd_id == self.nämnd_id)
        there = {(one.datum, one.vad, one.huvudman_id) for one in kept}
        keys = iter(self.keys)
        for row in self.rows:
            key, vad = next(keys, None) or new_id(), row.vad.strip() or "fullmäktige"
            if (row.datum, vad, row.huvudman_id) in there:
                continue
            there.add((row.datum, vad, row.huvudman_id))
            session.add(
                Spärrdag(
                    id=key,
                    nämnd_id=self.nämnd_id,
                    datum=row.datum,
                    vad=vad,
                    huvudman_id=row.huvudman_id,
                )
            )
        return _ÅRSPLAN


@dataclass(frozen=True, kw_only=True)
class RemoveSpärrdag:
    """Let a day be free to meet on again."""

    spärrdag_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it."""
        session.delete(load(session, Spärrdag, self.spärrdag_id))
        return _ÅRSPLAN


@dataclass(frozen=True, kw_only=True)
class PlanYear:
    """Put the sammanträden of a year in the calendar, in one step."""

    nämnd_id: str
    möten: tuple[PlannedMeeting, ...]
    stående: bool = True  # with the standing punkter on their dagordningar
    keys: tuple[str, ...] = field(default=())  # their ids, by day; empty: new ones

    def run(self, session: Session) -> frozenset[Topic]:
        """Add them by day, and number the year's sammanträden.

        Those no kallelse has gone out for get the number that their day gives; the others keep
        theirs, which people have read.

        Raises:
            NothingPlannedError: there are none.
            SameDayTwiceError: two of them, or one and a sammanträde that is there, share a day.
            InvalidDraftError: a time is no time.
        """
        ordered = sorted(self.möten, key=lambda one: one.dag)
        self._refuse(session, ordered)
        topics, keys = set(_ÅRSPLAN), iter(self.keys)
        for one in ordered:
            topics |= PlanSammanträde(
                sammanträde_id=next(keys, None) or new_id(),
                nämnd_id=self.nämnd_id,
                draft=_draft(one),
                stående=self.stående,
            ).run(session)
            session.flush()
        for year in {one.dag.year for one in ordered}:
            _number(session, self.nämnd_id, year)
        return frozenset(topics)

    def _refuse(self, session: Session, ordered: list[PlannedMeeting]) -> None:
        if not ordered:
            raise NothingPlannedError
        days = Counter(one.dag for one in ordered)
        days.update(_taken(session, self.nämnd_id))
        for one in ordered:
            if days[one.dag] > 1:
                raise SameDayTwiceError(one.dag)


def _draft(one: PlannedMeeting) -> SammanträdeDraft:
    span = ((one.från.strip(), one.till.strip() or None),) if one.från.strip() else ()
    return SammanträdeDraft(dagar=(Dag(one.dag, span),), plats=one.plats)


def _taken(session: Session, nämnd_id: str) -> set[date]:
    """Return every day on which a sammanträde that is not cancelled is held."""
    days, _ = all_days(session, nämnd_id)
    held = session.scalars(
        select(Sammanträde.id).where(
            Sammanträde.nämnd_id == nämnd_id, Sammanträde.inställt.is_(None)
        )
    )
    return {day for key in held for day in days[key]}


def _number(session: Session, nämnd_id: str, year: int) -> None:
    days, _ = all_days(session, nämnd_id)
    rows = rows_where(
        session, Sammanträde, Sammanträde.nämnd_id == nämnd_id, Sammanträde.slag == _ORDINARIE
    )
    of_year = [one for one in rows if days[one.id] and days[one.id][0].year == year]
    sent = set(session.scalars(select(Utskick.sammanträde_id)))
    of_year.sort(key=lambda one: (days[one.id], one.inställt is None, one.id))
    for number, row in enumerate(of_year, start=1):
        if row.id not in sent and row.nummer_i_året != number:
            row.nummer_i_året = number
