"""Changes to who is there as a whole: the roll call, and a row set by hand."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.närvaro.drafts import NärvaroDraft, problems_in_närvaro, refuse
from nämnd.närvaro.presence import (
    add,
    has_come,
    is_missing,
    own_role,
    people_that_day,
    put,
    rows_of,
)
from nämnd.närvaro.values import TJÄNSTGÖR
from nämnd.organisation.rules import LEDAMÖTER
from nämnd.store.rows import load, rows_where
from nämnd.tables import Närvaro, Sammanträde

NÄRVARO = frozenset({Topic.NÄRVARO})
_CALLED = (*TJÄNSTGÖR, "ersättare")  # whom the roll is about; guests stay as they are


@dataclass(frozen=True, kw_only=True)
class CallRoll:
    """Upprop: these are there from the start, and of the ledamöter nobody else.

    `present` and `på_distans` are person ids. Done again it corrects the first time; who has come
    or gone since is left as written.
    """

    sammanträde_id: str
    present: tuple[str, ...]
    på_distans: tuple[str, ...] = ()

    def run(self, session: Session) -> frozenset[Topic]:
        """Add those who are there, take away those who are not."""
        here = tuple(dict.fromkeys((*self.present, *self.på_distans)))
        people = people_that_day(session, self.sammanträde_id, *here)
        self._remove_others(session, set(here))
        for key in here:
            self._enter(session, key, own_role(people, key))
        for key, one in people.items():
            missing = one.roll in LEDAMÖTER and key not in here
            if missing and not rows_of(session, self.sammanträde_id, key):
                is_missing(session, self.sammanträde_id, key)
        return NÄRVARO

    def _enter(self, session: Session, person_id: str, roll: str) -> None:
        afar = person_id in self.på_distans
        rows = rows_of(session, self.sammanträde_id, person_id)
        if not rows:
            add(session, self.sammanträde_id, NärvaroDraft(person_id, roll, på_distans=afar))
        for row in rows:
            if row.paragrafer is None:
                row.på_distans = afar
        has_come(session, self.sammanträde_id, person_id)

    def _remove_others(self, session: Session, here: set[str]) -> None:
        for row in rows_where(session, Närvaro, Närvaro.sammanträde_id == self.sammanträde_id):
            if row.roll in _CALLED and row.paragrafer is None and row.person_id not in here:
                session.delete(row)
        session.flush()


@dataclass(frozen=True, kw_only=True)
class SaveNärvaro:
    """Write down somebody's presence, or change the row with that id."""

    sammanträde_id: str
    närvaro_id: str
    draft: NärvaroDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft; its §§ are kept normalised."""
        refuse(problems_in_närvaro(self.draft))
        load(session, Sammanträde, self.sammanträde_id)
        row = session.get(Närvaro, self.närvaro_id)
        if row is None:
            row = add(session, self.sammanträde_id, self.draft, key=self.närvaro_id)
        put(row, self.draft)
        has_come(session, self.sammanträde_id, self.draft.person_id)
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class RemoveNärvaro:
    """Take away a row that was entered by mistake."""

    närvaro_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it."""
        row = load(session, Närvaro, self.närvaro_id)
        session.delete(row)
        return NÄRVARO
