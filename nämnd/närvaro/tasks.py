"""Who presides over which §§, and who checks them: proposals and what is amiss. Pure functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core import paragrafer
from nämnd.core.paragrafer import NONE, Paragrafer
from nämnd.närvaro.meeting import At, Meeting
from nämnd.närvaro.rules import serving
from nämnd.närvaro.values import ForParagrafer
from nämnd.organisation.rules import LEDAMÖTER, role_order

Task = tuple[str, str | None]
"""A person and the §§ they have a task for, as they are kept."""


class Chair(Enum):
    """How it stands with who presides."""

    THERE = auto()
    JÄV = auto()
    AWAY = auto()
    NOBODY = auto()  # nobody is named


@dataclass(frozen=True, slots=True)
class Presiding:
    """Who is to preside at a §, and who should instead when they can't.

    `proposed` None, when somebody is needed: nämnden elects one for the occasion.
    """

    person_id: str | None
    state: Chair
    proposed: str | None = None


class Amiss(Enum):
    """What is wrong with who has a task."""

    NOBODY = auto()  # a § for which nobody has it
    SEVERAL = auto()  # a § over which several preside
    NOT_SERVING = auto()  # does not serve at a § they preside over or check
    PRESIDES = auto()  # is to check a § they presided over themselves


@dataclass(frozen=True, slots=True)
class TaskFault:
    """What is wrong, with whom, at which §§."""

    kind: Amiss
    paragrafer: Paragrafer
    person_id: str | None = None


def presiding(meeting: Meeting, at: At) -> Presiding:
    """Return who presides at a §: the one named, if they serve there; else whom to propose.

    In turn: ordförande, vice ordförande, 1:e and 2:e vice ordförande. Who comes after them is for
    fullmäktige or nämnden to say.

    Source: KL 6:22 (fullmäktige decides who stands in), RULES.md section 2.
    """
    named = [one.person_id for one in meeting.ordförande if _has(one, at)]
    there = [seat.person_id for seat in serving(meeting, at)]
    chosen = next((key for key in named if key in there), None)
    if chosen:
        return Presiding(chosen, Chair.THERE)
    known = [meeting.deltagare[key] for key in there if key in meeting.deltagare]
    chairs = [one for one in known if one.roll in LEDAMÖTER[:-1]]
    best = min(chairs, key=lambda one: role_order(one.roll or ""), default=None)
    proposed = best.person_id if best else None
    if not named:
        return Presiding(None, Chair.NOBODY, proposed)
    state = Chair.JÄV if at.has_jäv(named[0]) else Chair.AWAY
    return Presiding(named[0], state, proposed)


def given(
    rows: Iterable[ForParagrafer], person_id: str, to: Paragrafer, first: int = 0
) -> tuple[Task, ...]:
    """Return the tasks when `person_id` takes over the §§ `to` from whoever has them.

    `first` is the first § of the sammanträde: what would only be before it is left out.
    """
    sets = {row.person_id: NONE for row in rows}
    for row in rows:
        sets[row.person_id] = sets[row.person_id].plus(row.paragrafer)
    sets = {key: found.minus(to) for key, found in sets.items()}
    sets[person_id] = sets.get(person_id, NONE).plus(to)
    early = {
        key: [span for span in found.spans if span.last is not None and span.last < first]
        for key, found in sets.items()
    }
    sets = {key: found.minus(Paragrafer(tuple(early[key]))) for key, found in sets.items()}
    return tuple((key, found.text) for key, found in sets.items() if found != NONE)


def presiding_faults(
    meeting: Meeting, rows: Sequence[ForParagrafer], places: Sequence[At]
) -> tuple[TaskFault, ...]:
    """Return what is wrong with who presides at the §§ `places`."""
    faults = [*_uncovered(rows, places)]
    several = [at.nummer for at in places if len(_persons(rows, at)) > 1]
    if several:
        faults.append(TaskFault(Amiss.SEVERAL, paragrafer.of(several)))
    return (*faults, *_not_serving(meeting, rows, places))


def justerare_faults(
    meeting: Meeting, rows: Sequence[ForParagrafer], places: Sequence[At]
) -> tuple[TaskFault, ...]:
    """Return what is wrong with who checks the §§ `places`.

    Source: RULES.md section 6: ordföranden and at least one more, who should have served there.
    """
    faults = [*_uncovered(rows, places), *_not_serving(meeting, rows, places)]
    for row in rows:
        same = [
            at.nummer
            for at in places
            if _has(row, at) and row.person_id in _persons(meeting.ordförande, at)
        ]
        if same:
            faults.append(TaskFault(Amiss.PRESIDES, paragrafer.of(same), row.person_id))
    return tuple(faults)


def _uncovered(rows: Sequence[ForParagrafer], places: Sequence[At]) -> Iterable[TaskFault]:
    missing = [at.nummer for at in places if not _persons(rows, at)]
    if missing:
        yield TaskFault(Amiss.NOBODY, paragrafer.of(missing))


def _not_serving(
    meeting: Meeting, rows: Sequence[ForParagrafer], places: Sequence[At]
) -> Iterable[TaskFault]:
    there = {at.nummer: {seat.person_id for seat in serving(meeting, at)} for at in places}
    for row in rows:
        out = [
            at.nummer for at in places if _has(row, at) and row.person_id not in there[at.nummer]
        ]
        if out:
            yield TaskFault(Amiss.NOT_SERVING, paragrafer.of(out), row.person_id)


def _persons(rows: Iterable[ForParagrafer], at: At) -> set[str]:
    return {row.person_id for row in rows if _has(row, at)}


def _has(row: ForParagrafer, at: At) -> bool:
    return row.paragrafer.touches(at.nummer)
