"""A list of people compared with what is there: what is new, what changes, what must be asked."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace

from nämnd.core.swedish import sort_key
from nämnd.organisation.people_import.columns import Column, FoundPeople
from nämnd.organisation.people_import.matching import same_person, same_uppdrag, who
from nämnd.organisation.people_import.personal import with_ersätter
from nämnd.organisation.people_import.planned import (
    PlannedRow,
    State,
    person_changes,
    person_laid_over,
    uppdrag_changes,
    uppdrag_laid_over,
)
from nämnd.organisation.people_import.reading import Finding, Problem, ReadRow, read_row
from nämnd.organisation.people_import.there import There
from nämnd.organisation.queries import Someone, UppdragRow
from nämnd.organisation.rules import UppdragDraft, overlap


def plan(
    found: FoundPeople,
    there: There,
    *,
    answers: Mapping[str, str] | None = None,
    left_out: Collection[int] = (),
) -> tuple[PlannedRow, ...]:
    """Return what becomes of every row, in the order of the file.

    Args:
        found: what the file holds.
        there: what is in the database.
        answers: who is who, where it was asked: `PlannedRow.who` to a person's id or `ANOTHER`.
        left_out: numbers of rows that are not to be read in.
    """
    read = [read_row(row, found.headings, there.huvudmän) for row in found.rows]
    planner = _Planner(found, there, answers or {}, left_out)
    planned = [planner.one(row) for row in read]
    headings = {one.column: one.text for one in found.headings}
    return with_ersätter(planned, read, there, headings.get(Column.ERSÄTTER, ""))


class _Planner:
    """Takes the rows in turn, remembering who has been met and which uppdrag are accounted for."""

    def __init__(
        self,
        found: FoundPeople,
        there: There,
        answers: Mapping[str, str],
        left_out: Collection[int],
    ) -> None:
        self._there, self._answers, self._left_out = there, answers, left_out
        self._headings = {one.column: one.text for one in found.headings}
        self._people = {one.person_id: one.person for one in there.known}  # as they will be
        self._alike: dict[str, list[Someone]] = defaultdict(list)  # by name
        for one in there.known:
            self._alike[sort_key(one.person.namn)].append(one)
        self._own: dict[str, list[UppdragRow]] = defaultdict(list)  # by person
        for one in there.rows:
            self._own[one.person_id].append(one)
        self._taken: set[str] = set()
        self._done: dict[str, list[PlannedRow]] = defaultdict(list)  # by identity
        self._named: dict[str, set[str]] = defaultdict(set)  # name to identities
        self._last = max((one.uppdrag.ordning for one in there.rows), default=0)

    def one(self, row: ReadRow) -> PlannedRow:
        """Return what becomes of the next row."""
        bare = PlannedRow(
            number=row.number,
            state=State.LEFT_OUT,
            who=who(row.namn, row.parti),
            person_id=None,
            person=person_laid_over(None, row),
            uppdrag=uppdrag_laid_over(UppdragDraft(row.roll), row),
            huvudman=self._there.huvudman(row.huvudman_id),
        )
        if row.number in self._left_out:
            return bare
        if row.findings:
            return replace(bare, state=State.ERROR, findings=row.findings)
        meant = self._person(row, bare.who)
        if not isinstance(meant, str):
            return replace(bare, state=State.QUESTION, candidates=meant)
        return self._judged(self._merged(row, bare, meant))

    def _person(self, row: ReadRow, key: str) -> str | tuple[Someone, ...]:
        """Return who it is: as answered, as another row of the file says, as what is there says."""
        if key in self._answers:
            return self._answers[key]
        met = [one for one in self._named[sort_key(row.namn)] if self._may_be(one, row.parti)]
        if len(met) == 1:
            return met[0]
        known = self._alike[sort_key(row.namn)]
        return same_person(row.namn, row.parti, known, self._there.nämnd_id)

    def _may_be(self, identity: str, parti: str | None) -> bool:
        own = self._people[identity].parti
        return parti is None or own is None or sort_key(own) == sort_key(parti)

    def _merged(self, row: ReadRow, bare: PlannedRow, meant: str) -> PlannedRow:
        """Lay what the row says over what is there."""
        identity = meant or bare.who
        known = self._people.get(identity)
        old = same_uppdrag(row, self._own[meant], self._taken)
        if old is None:
            self._last += 1
        before = old.uppdrag if old else UppdragDraft(row.roll, ordning=self._last)
        person, uppdrag = person_laid_over(known, row), uppdrag_laid_over(before, row)
        changes = (
            *person_changes(known, person),
            *uppdrag_changes(old.uppdrag if old else None, uppdrag, self._there),
        )
        there = any(one.person_id == identity for one in self._alike[sort_key(row.namn)])
        return replace(
            bare,
            state=State.NEW if old is None else State.CHANGED if changes else State.SAME,
            who=bare.who if there else identity,
            person_id=identity if there else None,
            person=person,
            uppdrag=uppdrag,
            uppdrag_id=old.id if old else None,
            huvudman=self._there.huvudman(uppdrag.huvudman_id),
            changes=changes,
        )

    def _judged(self, one: PlannedRow) -> PlannedRow:
        """Refuse what can't be beside the rows before; remember what can."""
        finding = self._fault(one)
        if finding:
            return replace(one, state=State.ERROR, findings=(finding,), changes=())
        self._people[one.identity] = one.person
        if one.uppdrag_id:
            self._taken.add(one.uppdrag_id)
        self._done[one.identity].append(one)
        self._named[sort_key(one.person.namn)].add(one.identity)
        return one

    def _fault(self, one: PlannedRow) -> Finding | None:
        for other in self._done[one.identity]:
            if _same_place(other.uppdrag, one.uppdrag):
                column = Column.NAMN if Column.NAMN in self._headings else Column.EFTERNAMN
                heading, namn = self._headings[column], one.person.namn
                return Finding(one.number, heading, Problem.TWICE, namn, str(other.number))
        return None


def _same_place(one: UppdragDraft, other: UppdragDraft) -> bool:
    """Say whether somebody would be the same thing twice at the same time."""
    return one.roll == other.roll and overlap(one, other)
