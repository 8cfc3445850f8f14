"""Which numbered lines are the punkter, and which are att-satser, bilagor or something else.

A dagordning is full of numbers that begin with 1. The punkter are the chain 1, 2, 3 … with the
most to be said for it: the points of its lines (`candidates`), and points for each step from one to
the next. The chain with most points wins.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.läsning.candidates import Candidate
from nämnd.läsning.markers import Form

_NEXT = 3  # points for the number that follows
_SAME = -4  # the same number once more
_MAX_STEP = 6  # a longer jump is another list
_NEAR = 40  # lines that a punkt may take at no cost
_REACH = 150  # lines from one punkt to the next
_CROSSING = -12  # for going on beyond what looks like an end
_CLOSED = re.compile(
    r"(?:mötet|sammanträdet|mötets|sammanträdets)?\s?avslut(?:as|ning|ande)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Chain:
    """The numbered lines that are the punkter."""

    starts: tuple[Candidate, ...]
    points: int


@dataclass(frozen=True, slots=True)
class Ends:
    """Places where a list may have come to its end, ascending."""

    signed: tuple[int, ...] = ()  # no list goes on beyond a signature
    likely: tuple[int, ...] = ()  # hardly beyond these
    turns: tuple[int, ...] = ()  # a new page, or much space, and then text


def best_chain(found: Sequence[Candidate], may_start: set[int], ends: Ends) -> Chain | None:
    """Return the chain with most points, or None when no two numbers follow on.

    Args:
        found: the numbered lines, ascending.
        may_start: places where the first punkt may stand.
        ends: what a list does not go on beyond.
    """
    chains = [
        chain
        for form in Form
        if (chain := _best_of([c for c in found if c.marker.form is form], may_start, ends))
    ]
    return max(chains, key=lambda chain: chain.points, default=None)


@dataclass(frozen=True, slots=True)
class _Reached:
    candidate: Candidate
    points: int
    length: int
    before: "_Reached | None"


def _best_of(found: Sequence[Candidate], may_start: set[int], ends: Ends) -> Chain | None:
    restarts = [c.at for c in found if c.marker.number == 1 and c.opens]
    reached: dict[int, list[_Reached]] = {}
    best: _Reached | None = None
    for candidate in found:
        step = _best_step(candidate, reached, ends, restarts)
        if candidate.at in may_start:
            fresh = _Reached(candidate, _start_points(candidate), 1, None)
            step = fresh if step is None or fresh.points > step.points else step
        if step is None:
            continue
        before = reached.get(candidate.marker.number, [])
        better = [r for r in before if _in_reach(r, candidate) and r.points > step.points]
        reached[candidate.marker.number] = [*better, step]  # one no better and further off is out
        if step.length > 1 and (best is None or step.points > best.points):
            best = step
    return None if best is None else Chain(_unrolled(best), best.points)


def _in_reach(reached: _Reached, candidate: Candidate) -> bool:
    return candidate.at - reached.candidate.at <= _REACH


def _start_points(candidate: Candidate) -> int:
    marker = candidate.marker
    away = 0 if marker.form is Form.PARAGRAPH else min(abs(marker.number - 1), 6)
    return candidate.points + 2 - 2 * away


def _best_step(
    candidate: Candidate,
    reached: dict[int, list[_Reached]],
    ends: Ends,
    restarts: Sequence[int],
) -> _Reached | None:
    best: _Reached | None = None
    for jump in range(_MAX_STEP + 1):
        for before in reached.get(candidate.marker.number - jump, []):
            if not _in_reach(before, candidate):
                continue
            if _parted(before.candidate.at, candidate.at, ends, restarts):
                continue
            points = before.points + candidate.points + _step_points(jump)
            points += _CROSSING * _between(ends.likely, before.candidate.at, candidate.at)
            points -= _away(before.candidate, candidate)
            if best is None or points > best.points:
                best = _Reached(candidate, points, before.length + 1, before)
    return best


def _between(places: Sequence[int], after: int, before: int) -> bool:
    return bisect(places, after) < bisect_left(places, before)


def _parted(after: int, before: int, ends: Ends, restarts: Sequence[int]) -> bool:
    """Tell whether two places can't be in one list.

    There is a signature between them, or a page was turned (or much space left) and then another
    list began.
    """
    if _between(ends.signed, after, before):
        return True
    turn = bisect(ends.turns, after)
    return turn < len(ends.turns) and _between(restarts, ends.turns[turn], before + 1)


def _away(before: Candidate, candidate: Candidate) -> int:
    """Return what it costs to go on after many lines, or after the meeting was closed."""
    closed = 6 if _CLOSED.match(before.marker.rest) else 0
    return closed + max(0, candidate.at - before.at - _NEAR) // 8


def _step_points(jump: int) -> int:
    match jump:
        case 0:
            return _SAME
        case 1:
            return _NEXT
        case _:
            return 1 - jump


def _unrolled(last: _Reached) -> tuple[Candidate, ...]:
    out: list[Candidate] = []
    at: _Reached | None = last
    while at is not None:
        out.append(at.candidate)
        at = at.before
    return tuple(reversed(out))
