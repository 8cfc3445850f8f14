"""Changes to who is there in the course of the day.

§ None, or the first of the sammanträde, is from the start.
"""

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import Topic
from nämnd.core.errors import Draft
from nämnd.core.paragrafer import NONE, Paragrafer, between
from nämnd.närvaro.commands import NÄRVARO
from nämnd.närvaro.drafts import NärvaroDraft, problems_in_times, refuse
from nämnd.närvaro.presence import (
    add,
    after,
    end,
    has_come,
    is_missing,
    own_role,
    people_that_day,
    rows_of,
    start_at,
    turn,
)
from nämnd.närvaro.values import TJÄNSTGÖR
from nämnd.store.rows import rows_where
from nämnd.tables import Närvaro

_SERVES = TJÄNSTGÖR[1]


@dataclass(frozen=True, kw_only=True)
class Arrive:
    """Somebody is there from § `nummer` on, since `tid`.

    Who is there already goes on in the room or på distans, as `på_distans` says. `relieves`: the
    ersättare who has served in their place, and stops.
    """

    sammanträde_id: str
    person_id: str
    nummer: int | None
    tid: str | None
    på_distans: bool = False
    relieves: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Add a row for the §§ from there on that they are not already at."""
        refuse(problems_in_times((self.tid,)))
        people = people_that_day(session, self.sammanträde_id, self.person_id)
        start = start_at(session, self.sammanträde_id, self.nummer)
        for row in rows_of(session, self.sammanträde_id, self.person_id):
            if row.på_distans != self.på_distans:
                turn(session, row, start, self.tid, på_distans=self.på_distans)
        new = _new(rows_of(session, self.sammanträde_id, self.person_id), start)
        if new != NONE:
            draft = self._draft(own_role(people, self.person_id), new)
            add(session, self.sammanträde_id, draft)
        has_come(session, self.sammanträde_id, self.person_id)
        if self.relieves:
            _stand_down(session, self.sammanträde_id, self.relieves, start, self.tid)
        return NÄRVARO

    def _draft(self, roll: str, new: Paragrafer) -> NärvaroDraft:
        return NärvaroDraft(
            self.person_id,
            roll,
            paragrafer=new.text,
            från_tid=self.tid,
            på_distans=self.på_distans,
        )


@dataclass(frozen=True, kw_only=True)
class Leave:
    """Somebody leaves at `tid`; § `nummer` is the first they are not at."""

    sammanträde_id: str
    person_id: str
    nummer: int
    tid: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """End what they are there for; one who is then never there is absent."""
        refuse(problems_in_times((self.tid,)))
        people = people_that_day(session, self.sammanträde_id, self.person_id)
        start = start_at(session, self.sammanträde_id, self.nummer)
        for row in rows_of(session, self.sammanträde_id, self.person_id):
            end(session, row, start, self.tid)
        session.flush()
        left = rows_of(session, self.sammanträde_id, self.person_id)
        if not left and own_role(people, self.person_id) == TJÄNSTGÖR[0]:
            is_missing(session, self.sammanträde_id, self.person_id)
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class Serve:
    """An ersättare serves from § `nummer` on: for a ledamot, or on a vacant seat (`för` None).

    `anmärkning` is printed beside their name: what is unusual about it.
    """

    sammanträde_id: str
    person_id: str
    för: str | None
    nummer: int | None
    anmärkning: str | None = None
    tid: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Let them serve as long as they are there; who served for the same ledamot stops."""
        refuse(problems_in_times((self.tid,)))
        refuse((Draft.ERSÄTTER_SELF,) if self.för == self.person_id else ())
        people_that_day(session, self.sammanträde_id, self.person_id)
        start = start_at(session, self.sammanträde_id, self.nummer)
        for other in self._others(session):
            _stand_down(session, self.sammanträde_id, other, start, self.tid)
        self._serve(session, start)
        has_come(session, self.sammanträde_id, self.person_id)
        return NÄRVARO

    def _serve(self, session: Session, start: int) -> None:
        rows = rows_of(session, self.sammanträde_id, self.person_id)
        there = [row for row in rows if after(row, start) != NONE]
        note = (self.anmärkning or "").strip() or None
        for row in there:
            turn(session, row, start, self.tid, roll=_SERVES, för=self.för, anmärkning=note)
        if not there:
            draft = NärvaroDraft(self.person_id, _SERVES, self.för, between(start, None).text)
            draft = replace(draft, från_tid=self.tid, anmärkning=note)
            add(session, self.sammanträde_id, draft)

    def _others(self, session: Session) -> list[str]:
        if self.för is None:
            return []
        found = rows_where(
            session,
            Närvaro,
            Närvaro.sammanträde_id == self.sammanträde_id,
            Närvaro.för == self.för,
            Närvaro.person_id != self.person_id,
        )
        return list(dict.fromkeys(row.person_id for row in found))


@dataclass(frozen=True, kw_only=True)
class StandDown:
    """An ersättare stops serving from § `nummer` on, and stays in the room."""

    sammanträde_id: str
    person_id: str
    nummer: int | None
    tid: str | None = None

    def run(self, session: Session) -> frozenset[Topic]:
        """Let them be there without serving."""
        refuse(problems_in_times((self.tid,)))
        start = start_at(session, self.sammanträde_id, self.nummer)
        _stand_down(session, self.sammanträde_id, self.person_id, start, self.tid)
        return NÄRVARO


def _stand_down(
    session: Session, sammanträde_id: str, person_id: str, start: int, tid: str | None
) -> None:
    for row in rows_of(session, sammanträde_id, person_id):
        if row.roll == _SERVES:
            turn(session, row, start, tid, roll="ersättare", för=None, anmärkning=None)


def _new(rows: list[Närvaro], start: int) -> Paragrafer:
    """Return the §§ from `start` on at which they are not yet, until they leave for good."""
    later = [after(row, start) for row in rows]
    ends = [span.last for one in later for span in one.spans]
    last = None if not ends or None in ends else max(end for end in ends if end is not None)
    new = between(start, last)
    for row in rows:
        new = new.minus(paragrafer.read(row.paragrafer))
    return new
