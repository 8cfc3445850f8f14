"""Changes to who presides, who checks the protokoll, and when and where that is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import InUseError
from nämnd.lås.values import OUT
from nämnd.närvaro.commands import NÄRVARO
from nämnd.närvaro.drafts import problems_in_paragrafer, refuse, tidy
from nämnd.närvaro.tasks import Task
from nämnd.store.rows import load, renumber, rows_where
from nämnd.tables import (
    Justerare,
    Justering,
    Justeringspaket,
    Justeringssvar,
    Ordförandeskap,
    Sammanträde,
)

T = TypeVar("T", Ordförandeskap, Justerare)


@dataclass(frozen=True, kw_only=True)
class SetPresiding:
    """Set who presides over which §§ (None: all of them); the ordförande of the day first."""

    sammanträde_id: str
    rows: tuple[Task, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list. One who presides over everything is just the ordförande."""
        refuse(problems_in_paragrafer(text for _, text in self.rows))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        alone = len(self.rows) == 1 and tidy(self.rows[0][1]) is None
        sammanträde.ordförande = self.rows[0][0] if self.rows else None
        _replace(session, Ordförandeskap, self.sammanträde_id, () if alone else self.rows)
        return NÄRVARO | {Topic.SAMMANTRÄDE}


@dataclass(frozen=True, kw_only=True)
class SetJusterare:
    """Set who checks which §§ beside the ordförande (None: all of them)."""

    sammanträde_id: str
    rows: tuple[Task, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        refuse(problems_in_paragrafer(text for _, text in self.rows))
        load(session, Sammanträde, self.sammanträde_id)
        _replace(session, Justerare, self.sammanträde_id, self.rows)
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class PlanJustering:
    """Say where and when a set of §§ is to be checked, or change the plan with that id."""

    sammanträde_id: str
    justering_id: str
    paragrafer: str | None
    plats: str | None
    planerat_datum: str | None  # ISO

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the plan. One that has been carried out stands: `nämnd.lås` sees to it."""
        refuse(problems_in_paragrafer((self.paragrafer,)))
        load(session, Sammanträde, self.sammanträde_id)
        row = session.get(Justering, self.justering_id)
        if row is None:
            row = Justering(id=self.justering_id, sammanträde_id=self.sammanträde_id)
            session.add(row)
        row.paragrafer = tidy(self.paragrafer)
        row.plats = (self.plats or "").strip() or None
        row.planerat_datum = self.planerat_datum
        return NÄRVARO


@dataclass(frozen=True, kw_only=True)
class RemoveJustering:
    """Take away the plan of a justering: it was not sent, or all that was is taken back.

    Packages that were taken back go with it. The log has them, and their files are kept.
    """

    justering_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            InUseError: it is out.
        """
        row = load(session, Justering, self.justering_id)
        if row.läge in OUT:
            raise InUseError("justeringen", "justeringsfil")
        for paket in rows_where(session, Justeringspaket, Justeringspaket.justering_id == row.id):
            for svar in rows_where(session, Justeringssvar, Justeringssvar.paket_id == paket.id):
                session.delete(svar)
            session.delete(paket)
        session.delete(row)
        return NÄRVARO


def _replace(session: Session, kind: type[T], sammanträde_id: str, wanted: Sequence[Task]) -> None:
    """Let the list be as wanted. A person who stays in it keeps their row."""
    there = rows_where(session, kind, kind.sammanträde_id == sammanträde_id)
    kept: list[T] = []
    for person_id, text in wanted:
        row = next((one for one in there if one.person_id == person_id), None)
        if row is None:
            row = kind(sammanträde_id=sammanträde_id, person_id=person_id, ordning=0)
            session.add(row)
        else:
            there.remove(row)
        row.paragrafer = tidy(text)
        kept.append(row)
    for row in there:
        session.delete(row)
    renumber(kept)
