"""Personliga ersättare in a list: whom a name in the column «Ersätter» means."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from nämnd.core.swedish import sort_key
from nämnd.organisation.people_import.cells import read_name
from nämnd.organisation.people_import.columns import Column
from nämnd.organisation.people_import.planned import Change, PlannedRow, State
from nämnd.organisation.people_import.reading import Finding, Problem, ReadRow
from nämnd.organisation.people_import.there import There
from nämnd.organisation.rules import LEDAMÖTER, PersonDraft

_OUT = (State.ERROR, State.LEFT_OUT)


def with_ersätter(
    planned: Sequence[PlannedRow], read: Sequence[ReadRow], there: There, heading: str
) -> tuple[PlannedRow, ...]:
    """Return the rows with their personal ersättare pointed to the right ledamot, or refused.

    A ledamot may stand further down in the list, or be there already.
    """
    people = _ledamöter(planned, read, there)
    return tuple(
        _pointed(one, row.ersätter, people, heading)
        if row.ersätter and one.state not in (*_OUT, State.QUESTION)
        else one
        for one, row in zip(planned, read, strict=True)
    )


def _ledamöter(
    planned: Sequence[PlannedRow], read: Sequence[ReadRow], there: There
) -> dict[str, PersonDraft]:
    """Return the ledamöter there are and will be, by identity."""
    found = {one.person_id: one.person for one in there.rows if one.uppdrag.roll in LEDAMÖTER}
    for one, row in zip(planned, read, strict=True):
        if one.uppdrag.roll in LEDAMÖTER and one.state not in _OUT and not row.ersätter:
            found[one.identity] = one.person
    return found


def _pointed(
    one: PlannedRow, written: str, people: dict[str, PersonDraft], heading: str
) -> PlannedRow:
    meant = _meant(written, people)
    problem = _problem(one, meant)
    if problem is not None:
        hint = _closest(written, people) if problem is Problem.ERSÄTTER_UNKNOWN else ""
        finding = Finding(one.number, heading, problem, written, hint)
        return replace(one, state=State.ERROR, findings=(finding,), changes=())
    before, after = one.uppdrag.ersätter, meant[0]
    if before == after:
        return one
    uppdrag = replace(one.uppdrag, ersätter=after)
    if one.state is State.NEW:
        return replace(one, uppdrag=uppdrag)
    old = people[before].namn if before in people else ""
    change = Change(Column.ERSÄTTER, old, people[after].namn)
    return replace(one, uppdrag=uppdrag, state=State.CHANGED, changes=(*one.changes, change))


def _problem(one: PlannedRow, meant: list[str]) -> Problem | None:
    if one.uppdrag.roll != "ersättare":
        return Problem.ERSÄTTER_ROLL
    if not meant:
        return Problem.ERSÄTTER_UNKNOWN
    if len(meant) > 1:
        return Problem.ERSÄTTER_SEVERAL
    return Problem.ERSÄTTER_SELF if meant[0] == one.identity else None


def _meant(written: str, people: dict[str, PersonDraft]) -> list[str]:
    namn, parti = read_name(written)
    return [
        key
        for key, person in people.items()
        if sort_key(person.namn) == sort_key(namn)
        and (not parti or sort_key(person.parti or "") == sort_key(parti))
    ]


def _closest(written: str, people: dict[str, PersonDraft]) -> str:
    names = {sort_key(one.namn): one.namn for one in people.values()}
    found = get_close_matches(sort_key(read_name(written)[0]), list(names), n=1)
    return names[found[0]] if found else ""
