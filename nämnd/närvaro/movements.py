"""Who came, left, stepped in and stepped down between two §§, found by comparing them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from nämnd.närvaro.values import NÄRVAROROLLER, TJÄNSTGÖR, NärvaroRow


class Step(Enum):
    """What somebody did."""

    CAME = auto()
    LEFT = auto()
    STEPPED_IN = auto()  # an ersättare who was there begins to serve
    STEPPED_DOWN = auto()  # an ersättare stops serving, and stays
    FROM_AFAR = auto()  # goes on på distans
    TO_THE_ROOM = auto()  # goes on in the room


@dataclass(frozen=True, slots=True)
class Movement:
    """What somebody did between the § before (`efter`) and § `inför`.

    `roll`, `för`, `på_distans`: what they are after it; for LEFT and STEPPED_DOWN what they were.
    """

    step: Step
    person_id: str
    efter: int
    inför: int
    roll: str
    för: str | None
    tid: str | None  # «10.42»
    på_distans: bool


def movements(närvaro: Iterable[NärvaroRow], nummer: Sequence[int]) -> tuple[Movement, ...]:
    """Return what happened between each § and the next (`nummer` in the order of handling).

    Between the same two §§ those who left come first, then those who came, stepped in and stepped
    down. Who leaves for jäv is no movement: it stands in the § itself.
    """
    rows = tuple(närvaro)
    return tuple(one for pair in pairwise(nummer) for one in _between(rows, *pair))


def _between(rows: tuple[NärvaroRow, ...], efter: int, inför: int) -> list[Movement]:
    before, after = _there(rows, efter), _there(rows, inför)
    found = [
        one
        for key in dict.fromkeys((*before, *after))
        for one in _steps(before.get(key), after.get(key), efter, inför)
    ]
    order = (Step.LEFT, Step.CAME)
    return sorted(found, key=lambda one: order.index(one.step) if one.step in order else 2)


def _there(rows: tuple[NärvaroRow, ...], nummer: int) -> dict[str, NärvaroRow]:
    """Return those at a §, each in the highest of their roles there."""
    here = [row for row in rows if row.paragrafer.touches(nummer)]
    here.sort(key=lambda row: NÄRVAROROLLER.index(row.roll) if row.roll in NÄRVAROROLLER else 9)
    found: dict[str, NärvaroRow] = {}
    for row in here:
        found.setdefault(row.person_id, row)
    return found


def _steps(
    before: NärvaroRow | None, after: NärvaroRow | None, efter: int, inför: int
) -> Iterator[Movement]:
    if after is None:
        if before is not None:
            yield _movement(Step.LEFT, before, efter, inför, before.till_tid)
        return
    if before is None:
        yield _movement(Step.CAME, after, efter, inför, after.från_tid)
        return
    serve, served = after.roll == TJÄNSTGÖR[1], before.roll == TJÄNSTGÖR[1]
    if serve and (not served or before.för != after.för):
        yield _movement(Step.STEPPED_IN, after, efter, inför, after.från_tid)
    elif served and not serve:
        yield _movement(Step.STEPPED_DOWN, before, efter, inför, before.till_tid)
    if before.på_distans != after.på_distans:
        step = Step.FROM_AFAR if after.på_distans else Step.TO_THE_ROOM
        yield _movement(step, after, efter, inför, after.från_tid)


def _movement(step: Step, row: NärvaroRow, efter: int, inför: int, tid: str | None) -> Movement:
    return Movement(step, row.person_id, efter, inför, row.roll, row.för, tid, row.på_distans)
