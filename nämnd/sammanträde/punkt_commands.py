"""Changes to the punkter of a dagordning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, InUseError, InvalidDraftError
from nämnd.organisation.rules import one_line
from nämnd.sammanträde import waiting_again
from nämnd.sammanträde.dagordning import SatsRow, UnderpunktRow
from nämnd.sammanträde.drafts import PunktDraft, problems_in_punkt
from nämnd.store.rows import load, renumber, rows_where
from nämnd.tables import (
    Attsats,
    Bilaga,
    Bilageversion,
    Paragraf,
    Punkt,
    Sammanträde,
    Underpunkt,
    Utskick,
)

_DAGORDNING = frozenset({Topic.DAGORDNING})
R = TypeVar("R", Attsats, Underpunkt)


@dataclass(frozen=True, kw_only=True)
class AddPunkt:
    """Add a punkt at a place in the order (1 is first), or last.

    `stående`: a standing punkt of the nämnd; it does not count as an addition.
    """

    punkt_id: str
    sammanträde_id: str
    draft: PunktDraft
    at: int | None = None
    stående: bool = False

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the punkt. After the kallelse it is marked as an addition."""
        _refuse(self.draft)
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        others = punkter_of(session, self.sammanträde_id)
        late = sammanträde.sista_nummer is not None and not self.stående
        punkt = Punkt(
            id=self.punkt_id,
            sammanträde_id=self.sammanträde_id,
            ordning=0,
            tillkom_efter_kallelsen=late,
        )
        session.add(punkt)
        _set(session, punkt, self.draft)
        place = len(others) if self.at is None else max(0, min(self.at - 1, len(others)))
        renumber([*others[:place], punkt, *others[place:]])
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class SavePunkt:
    """Change what a punkt says."""

    punkt_id: str
    draft: PunktDraft

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the draft."""
        _refuse(self.draft)
        _set(session, load(session, Punkt, self.punkt_id), self.draft)
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class MovePunkter:
    """Move punkter so that the first of them stands at place `to` (1 is first), in their order."""

    punkt_ids: tuple[str, ...]
    to: int

    def run(self, session: Session) -> frozenset[Topic]:
        """Put them in the new order. Beteckningar that have gone out stay as they are."""
        moved = [load(session, Punkt, key) for key in self.punkt_ids]
        if not moved:
            return frozenset()
        moved.sort(key=lambda punkt: punkt.ordning)
        wanted = {punkt.id for punkt in moved}
        others = [
            punkt
            for punkt in punkter_of(session, moved[0].sammanträde_id)
            if punkt.id not in wanted
        ]
        place = max(0, min(self.to - 1, len(others)))
        renumber([*others[:place], *moved, *others[place:]])
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class WithdrawPunkt:
    """Let a punkt utgå for a reason: it keeps its number. `skäl` None takes it back.

    What it was to tell of and is told elsewhere since then is not on it when it comes back.
    """

    punkt_id: str
    skäl: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set or clear the reason."""
        if self.skäl is not None and not self.skäl.strip():
            raise InvalidDraftError((Draft.SKÄL_MISSING,))
        punkt = load(session, Punkt, self.punkt_id)
        if self.skäl is None and punkt.utgår is not None:
            _leave_elsewhere(session, punkt)
        punkt.utgår = self.skäl and self.skäl.strip()
        return _DAGORDNING


@dataclass(frozen=True, kw_only=True)
class RemovePunkter:
    """Remove punkter with all they hold. Numbers that have gone out are not used again."""

    punkt_ids: tuple[str, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove them and close the gap in the order.

        Raises:
            InUseError: one of them has been handled: it has a §.
        """
        if rows_where(session, Paragraf, Paragraf.punkt_id.in_(self.punkt_ids)):
            raise InUseError("punkten", "paragrafer")
        punkter = [load(session, Punkt, key) for key in self.punkt_ids]
        topics = _DAGORDNING
        for punkt in punkter:
            topics |= remove_punkt(session, punkt) | waiting_again.of_ärende(session, punkt)
        session.flush()
        for sammanträde_id in {punkt.sammanträde_id for punkt in punkter}:
            renumber(punkter_of(session, sammanträde_id))
        return topics


def punkter_of(session: Session, sammanträde_id: str) -> list[Punkt]:
    """Return the punkter of a sammanträde in order."""
    return rows_where(session, Punkt, Punkt.sammanträde_id == sammanträde_id)


def remove_punkt(session: Session, punkt: Punkt) -> frozenset[Topic]:
    """Delete a punkt with its att-satser, underpunkter and bilagor.

    What was to be reported there waits again; the topics are those that this is of.
    """
    topics = waiting_again.of_punkt(session, punkt)
    for kind in (Attsats, Underpunkt):
        for row in rows_where(session, kind, kind.punkt_id == punkt.id):
            session.delete(row)
    for bilaga in rows_where(session, Bilaga, Bilaga.punkt_id == punkt.id):
        remove_bilaga(session, bilaga)
    session.delete(punkt)
    return topics


def remove_bilaga(session: Session, bilaga: Bilaga) -> frozenset[Topic]:
    """Delete a bilaga with its versions. The files stay in the store; what it told of waits."""
    topics = waiting_again.of_bilaga(session, bilaga)
    for version in rows_where(session, Bilageversion, Bilageversion.bilaga_id == bilaga.id):
        session.delete(version)
    session.delete(bilaga)
    return topics


def _leave_elsewhere(session: Session, punkt: Punkt) -> None:
    """Take the lines off that stand elsewhere now; those of a § are its own and stay."""
    if rows_where(session, Paragraf, Paragraf.punkt_id == punkt.id):
        return
    for line in waiting_again.told_elsewhere(session, punkt):
        remove_bilaga(session, line)
    session.flush()
    renumber(rows_where(session, Bilaga, Bilaga.punkt_id == punkt.id))


def has_gone_out(session: Session, sammanträde_id: str) -> bool:
    """Say whether a kallelse to the sammanträde has gone out."""
    return bool(rows_where(session, Utskick, Utskick.sammanträde_id == sammanträde_id))


def _refuse(draft: PunktDraft) -> None:
    problems = problems_in_punkt(draft)
    if problems:
        raise InvalidDraftError(problems)


def _set(session: Session, punkt: Punkt, draft: PunktDraft) -> None:
    punkt.rubrik = one_line(draft.rubrik)
    punkt.slag = draft.slag
    punkt.grupp = one_line(draft.grupp or "") or None
    punkt.sammanfattning = draft.sammanfattning
    punkt.föredragande = one_line(draft.föredragande or "") or None
    punkt.tid = one_line(draft.tid or "") or None
    punkt.ärende_id = draft.ärende_id
    set_satser(session, punkt.id, "förslag", draft.förslag)
    set_satser(session, punkt.id, "missivförslag", draft.missivförslag)
    _set_underpunkter(session, punkt.id, draft.underpunkter)


def set_satser(session: Session, punkt_id: str, slag: str, wanted: Sequence[SatsRow]) -> None:
    """Let a punkt have just these att-satser of a kind; those with a known id stay the same."""
    there = rows_where(session, Attsats, Attsats.punkt_id == punkt_id, Attsats.slag == slag)
    by_id = _without_removed(session, there, {one.id for one in wanted})
    for place, one in enumerate(wanted, start=1):
        row = by_id.get(one.id)
        if row is None:
            row = Attsats(id=one.id, punkt_id=punkt_id, slag=slag)
            session.add(row)
        row.ordning, row.text = place, one.text


def _set_underpunkter(session: Session, punkt_id: str, wanted: Sequence[UnderpunktRow]) -> None:
    there = rows_where(session, Underpunkt, Underpunkt.punkt_id == punkt_id)
    by_id = _without_removed(session, there, {one.id for one in wanted})
    for place, one in enumerate(wanted, start=1):
        row = by_id.get(one.id)
        if row is None:
            row = Underpunkt(id=one.id, punkt_id=punkt_id)
            session.add(row)
        row.ordning, row.rubrik = place, one.rubrik


def _without_removed(session: Session, there: Sequence[R], wanted: set[str]) -> dict[str, R]:
    for row in there:
        if row.id not in wanted:
            session.delete(row)
    return {row.id: row for row in there}
