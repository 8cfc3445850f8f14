"""Changes to a sammanträde as a whole."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InUseError, InvalidDraftError
from nämnd.core.ids import new_id
from nämnd.sammanträde import waiting_again
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.drafts import PunktDraft, SammanträdeDraft, problems_in_days, satser
from nämnd.sammanträde.punkt_commands import AddPunkt, remove_punkt
from nämnd.sammanträde.rules import number_in_year
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Frånvaro,
    Justerare,
    Justering,
    Nämnd,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Punkt,
    Sammanträde,
    Sammanträdesdag,
    Utgåva,
    Utskick,
)

_SAMMANTRÄDE = frozenset({Topic.SAMMANTRÄDE, Topic.DAGORDNING})
_ABOUT_PEOPLE = (Frånvaro, Justerare, Justering, Närvaro, Ordförandeskap)


@dataclass(frozen=True, kw_only=True)
class PlanSammanträde:
    """Put a new sammanträde in the calendar, with the standing punkter on its dagordning."""

    sammanträde_id: str
    nämnd_id: str
    draft: SammanträdeDraft
    stående: bool = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the sammanträde; its number in the year is proposed when none is given."""
        refuse(problems_in_days(self.draft.dagar))
        nämnd = load(session, Nämnd, self.nämnd_id)
        sammanträde = Sammanträde(id=self.sammanträde_id, nämnd_id=self.nämnd_id, flyttningar=[])
        session.add(sammanträde)
        _set(sammanträde, self.draft)
        _set_days(session, self.sammanträde_id, self.draft.dagar)
        if self.draft.nummer_i_året is None and self.draft.slag == "ordinarie":
            sammanträde.nummer_i_året = self._proposed_number(session)
        session.flush()
        if self.stående:
            self._add_standing(session, nämnd)
        return _SAMMANTRÄDE

    def _proposed_number(self, session: Session) -> int:
        firsts = first_days(session, self.nämnd_id, but=self.sammanträde_id)
        return number_in_year(self.draft.dagar[0].datum, firsts)

    def _add_standing(self, session: Session, nämnd: Nämnd) -> None:
        for one in sorted(nämnd.stående_punkter, key=lambda one: bool(one.get("sist"))):
            förslag = tuple(str(text) for text in one.get("förslag") or ())  # pyright: ignore[reportGeneralTypeIssues, reportUnknownVariableType, reportUnknownArgumentType] - kept as JSON
            draft = PunktDraft(
                rubrik=str(one["rubrik"]),
                slag=str(one.get("slag", "formalia")),
                förslag=satser(förslag),
            )
            AddPunkt(
                punkt_id=new_id(), sammanträde_id=self.sammanträde_id, draft=draft, stående=True
            ).run(session)


@dataclass(frozen=True, kw_only=True)
class SaveSammanträde:
    """Change place, times, number or who presides. Another day is `MoveSammanträde`."""

    sammanträde_id: str
    draft: SammanträdeDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft."""
        refuse(problems_in_days(self.draft.dagar))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        _set(sammanträde, self.draft)
        _set_days(session, self.sammanträde_id, self.draft.dagar)
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class MoveSammanträde:
    """Move a sammanträde to other days, for a reason that is kept."""

    sammanträde_id: str
    dagar: tuple[Dag, ...]
    skäl: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the days and remember the old first day with the reason."""
        refuse((*problems_in_days(self.dagar), *_reason_problems(self.skäl)))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        old = _days(session, self.sammanträde_id)[0].datum
        sammanträde.flyttningar = [
            *sammanträde.flyttningar,
            {"från": old.isoformat(), "skäl": self.skäl.strip()},
        ]
        _set_days(session, self.sammanträde_id, self.dagar)
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class CancelSammanträde:
    """Cancel a sammanträde for a reason; `skäl` None takes the cancellation back."""

    sammanträde_id: str
    skäl: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set or clear the reason."""
        if self.skäl is not None:
            refuse(_reason_problems(self.skäl))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        sammanträde.inställt = self.skäl and self.skäl.strip()
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class RemoveSammanträde:
    """Remove a sammanträde that was entered by mistake."""

    sammanträde_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it with its dagordning.

        Raises:
            InUseError: a kallelse has gone out (cancel it instead), or it has §§.
        """
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        for kind in (Utskick, Utgåva):
            if rows_where(session, kind, kind.sammanträde_id == self.sammanträde_id):
                raise InUseError("sammanträdet", "kallelse")
        if rows_where(session, Paragraf, Paragraf.sammanträde_id == self.sammanträde_id):
            raise InUseError("sammanträdet", "paragrafer")
        for kind in _ABOUT_PEOPLE:
            for row in rows_where(session, kind, kind.sammanträde_id == self.sammanträde_id):
                session.delete(row)
        topics = _SAMMANTRÄDE
        for punkt in rows_where(session, Punkt, Punkt.sammanträde_id == self.sammanträde_id):
            topics |= remove_punkt(session, punkt) | waiting_again.of_ärende(session, punkt)
        for dag in _days(session, self.sammanträde_id):
            session.delete(dag)
        session.delete(sammanträde)
        return topics


def refuse(problems: tuple[Draft, ...]) -> None:
    """Refuse a draft with problems.

    Raises:
        InvalidDraftError: there are some.
    """
    if problems:
        raise InvalidDraftError(problems)


def first_days(session: Session, nämnd_id: str, *, but: str) -> list[date]:
    """Return the first day of every other ordinarie sammanträde of the nämnd."""
    found = session.execute(
        select(Sammanträde.id, Sammanträdesdag.datum)
        .join(Sammanträdesdag, Sammanträdesdag.sammanträde_id == Sammanträde.id)
        .where(Sammanträde.nämnd_id == nämnd_id, Sammanträde.slag == "ordinarie")
        .where(Sammanträde.id != but)
        .order_by(Sammanträdesdag.datum.desc())
    )
    return list(dict(found.all()).values())


def _set(row: Sammanträde, draft: SammanträdeDraft) -> None:
    row.plats = draft.plats.strip()
    row.nummer_i_året = draft.nummer_i_året
    row.beteckning = draft.beteckning or None
    row.slag = draft.slag
    row.ordförande = draft.ordförande
    row.sekreterare = draft.sekreterare


def _set_days(session: Session, sammanträde_id: str, dagar: tuple[Dag, ...]) -> None:
    there = _days(session, sammanträde_id)
    for dag in there[len(dagar) :]:
        session.delete(dag)
    for place, wanted in enumerate(dagar):
        if place < len(there):
            dag = there[place]
        else:
            dag = Sammanträdesdag(sammanträde_id=sammanträde_id)
            session.add(dag)
        dag.datum = wanted.datum
        dag.tider = [list(span) for span in wanted.tider]


def _days(session: Session, sammanträde_id: str) -> list[Sammanträdesdag]:
    query = (
        select(Sammanträdesdag)
        .where(Sammanträdesdag.sammanträde_id == sammanträde_id)
        .order_by(Sammanträdesdag.datum)
    )
    return list(session.scalars(query))


def _reason_problems(skäl: str) -> tuple[Draft, ...]:
    return () if skäl.strip() else (Draft.SKÄL_MISSING,)
