"""What becomes of a row of a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from nämnd.organisation.people_import.columns import Column
from nämnd.organisation.people_import.reading import Finding, ReadRow
from nämnd.organisation.people_import.there import There
from nämnd.organisation.queries import Someone
from nämnd.organisation.rules import PersonDraft, UppdragDraft


class State(Enum):
    """What becomes of a row."""

    NEW = auto()
    CHANGED = auto()
    SAME = auto()
    QUESTION = auto()
    ERROR = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that gets another value. `what`: the column it belongs to."""

    what: Column
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """A row and what becomes of it.

    Attributes:
        number: the row in the file.
        state: what becomes of it.
        who: tells the person from others in the file.
        person_id: somebody who is there; None: a person that will be new.
        person, uppdrag: as they will be. `uppdrag.ersätter` is a person's id, or the `who` of one
            who will be new.
        uppdrag_id: the uppdrag that changes; None: a new one.
        huvudman: its name.
        changes: what is not as before.
        findings: what is wrong.
        candidates: who the person may be, when it must be asked.
    """

    number: int
    state: State
    who: str
    person_id: str | None
    person: PersonDraft
    uppdrag: UppdragDraft
    uppdrag_id: str | None = None
    huvudman: str = ""
    changes: tuple[Change, ...] = ()
    findings: tuple[Finding, ...] = ()
    candidates: tuple[Someone, ...] = ()

    @property
    def identity(self) -> str:
        """Return what tells the person from all others, there or new."""
        return self.person_id or self.who


def person_laid_over(before: PersonDraft | None, row: ReadRow) -> PersonDraft:
    """Return the person as they will be: what the row says, else what is there."""
    if before is None:
        return PersonDraft(row.namn, row.parti, row.titel, row.epost)
    return replace(
        before,
        parti=row.parti or before.parti,
        titel=row.titel or before.titel,
        epost=row.epost or before.epost,
    )


def uppdrag_laid_over(before: UppdragDraft, row: ReadRow) -> UppdragDraft:
    """Return the uppdrag as it will be: what the row says, else what is there."""
    return replace(
        before,
        roll=row.roll,
        huvudman_id=row.huvudman_id or before.huvudman_id,
        ordning=before.ordning if row.ordning is None else row.ordning,
        från=row.från or before.från,
        till=row.till or before.till,
    )


def person_changes(before: PersonDraft | None, after: PersonDraft) -> Iterator[Change]:
    """Yield what is not as before of a person who was there."""
    if before is not None:
        yield from _changes(
            (Column.PARTI, before.parti, after.parti),
            (Column.TITEL, before.titel, after.titel),
            (Column.EPOST, before.epost, after.epost),
        )


def uppdrag_changes(
    before: UppdragDraft | None, after: UppdragDraft, there: There
) -> Iterator[Change]:
    """Yield what is not as before of an uppdrag that was there."""
    if before is not None:
        regions = there.huvudman(before.huvudman_id), there.huvudman(after.huvudman_id)
        yield from _changes(
            (Column.ROLL, before.roll, after.roll),
            (Column.HUVUDMAN, *regions),
            (Column.ORDNING, str(before.ordning), str(after.ordning)),
            (Column.FRÅN, before.från, after.från),
            (Column.TILL, before.till, after.till),
        )


def _changes(*facts: tuple[Column, str | date | None, str | date | None]) -> Iterator[Change]:
    for what, before, after in facts:
        if before != after:
            yield Change(what, str(before or ""), str(after or ""))
