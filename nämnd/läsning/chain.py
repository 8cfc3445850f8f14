"""Which numbered lines are the punkter, and which are att-satser, bilagor or something else.

A dagordning is full of numbers that begin with 1. The punkter are the chain 1, 2, 3 … with the
most to be said for it: each line gets points for what speaks for and against its being a punkt, and
each step from one to the next for following on. The chain with most points wins.
"""

import re
from bisect import bisect, bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.läsning.headings import Section, heading_of, is_standing
from nämnd.läsning.lines import Line
from nämnd.läsning.markers import Form, Marker, marker_of

_BASE = 2
_NEXT = 3  # points for the number that follows
_SAME = -4  # the same number once more
_FORM_POINTS = {Form.PARAGRAPH: 3, Form.NAMED: 3, Form.DOT: 0, Form.PAREN: 0, Form.PLAIN: 0}
_MAX_STEP = 6  # a longer jump is another list
_REACH = 150  # lines from one punkt to the next
_CROSSING = -12  # for a signature between them
_AHEAD = 5  # lines in which the heading of a section shows that a punkt began
_MANY_RULES = 3
_LONG = 250  # characters: no rubrik
_DEEP = 3  # columns further in than the outermost number
_PERSON = re.compile(r"[^\d(]{3,60}\s\([A-ZÅÄÖ]{1,3}\)(?:,|$|\s\w+$)")  # «Anna Berg (S), ledamot»
_ATT = re.compile(r"(?:att|godkänna|fastställa|notera|lägga)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered line. `at` is its place among the lines."""

    at: int
    marker: Marker
    points: int


@dataclass(frozen=True, slots=True)
class Chain:
    """The numbered lines that are the punkter."""

    starts: tuple[Candidate, ...]
    points: int


def best_chain(lines: Sequence[Line], may_start: set[int], breaks: set[int]) -> Chain | None:
    """Return the chain with most points, or None when no two numbers follow on.

    Args:
        lines: the cleaned lines of the file.
        may_start: places where the first punkt may stand.
        breaks: places that the list hardly goes on beyond (a signature, another document).
    """
    found = candidates(lines)
    chains = [
        chain
        for form in Form
        if (
            chain := _best_of(
                [c for c in found if c.marker.form is form], may_start, sorted(breaks)
            )
        )
    ]
    return max(chains, key=lambda chain: chain.points, default=None)


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return every numbered line with what speaks for its being a punkt."""
    marked = [(at, marker) for at, line in enumerate(lines) if (marker := marker_of(line.text))]
    rules = sum(lines[at].ruled for at, _ in marked) >= _MANY_RULES
    in_list = _list_places(lines)
    indents: dict[Form, int] = {}
    for at, marker in marked:
        indents[marker.form] = min(indents.get(marker.form, 99), lines[at].indent)
    return [
        Candidate(
            at,
            marker,
            _points(lines, at, marker, in_list[at])
            + _FORM_POINTS[marker.form]
            + _rule_points(lines[at], rules=rules)
            - 2 * (lines[at].indent >= indents[marker.form] + _DEEP),
        )
        for at, marker in marked
    ]


def _rule_points(line: Line, *, rules: bool) -> int:
    if not rules:
        return 0
    return 4 if line.ruled else -2


def _points(lines: Sequence[Line], at: int, marker: Marker, in_list: int) -> int:
    points = _BASE + in_list + lines[at].gap
    if _ATT.match(marker.rest):
        points -= 4
    if _PERSON.match(marker.rest):
        points -= 4
    if len(marker.rest) > _LONG:
        points -= 3
    if marker.rest.endswith((".", ",", ";")):
        points -= 1
    if marker.tid:
        points += 2
    if is_standing(marker.rest):
        points += 1
    if _opens_section(lines, at):
        points += 2
    return points


def _opens_section(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a heading of a section comes soon, before another line of the same form."""
    form = getattr(marker_of(lines[at].text), "form", None)
    for line in lines[at + 1 : at + 1 + _AHEAD]:
        if heading_of(line.text):
            return True
        marker = marker_of(line.text)
        if marker is not None and marker.form is form and marker.number != 1:
            return False
    return False


def _list_places(lines: Sequence[Line]) -> list[int]:
    """Return for each line what it costs that it stands in a list of att-satser or bilagor.

    The first line under such a heading is surely one of the list; those that follow closely
    probably are.
    """
    out: list[int] = []
    open_list, first = False, False
    for line in lines:
        heading = heading_of(line.text)
        if heading is not None:
            open_list = heading.section in {Section.FÖRSLAG, Section.BILAGOR}
            first = open_list and not heading.rest
            out.append(0)
            continue
        if line.ruled or (line.gap and not first):
            open_list = False
        out.append(-6 if first and open_list else -2 if open_list else 0)
        first = False
    return out


@dataclass(frozen=True, slots=True)
class _Reached:
    candidate: Candidate
    points: int
    length: int
    before: "_Reached | None"


def _best_of(
    found: Sequence[Candidate], may_start: set[int], breaks: Sequence[int]
) -> Chain | None:
    reached: dict[int, list[_Reached]] = {}
    best: _Reached | None = None
    for candidate in found:
        step = _best_step(candidate, reached, breaks)
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
    candidate: Candidate, reached: dict[int, list[_Reached]], breaks: Sequence[int]
) -> _Reached | None:
    best: _Reached | None = None
    for jump in range(_MAX_STEP + 1):
        for before in reached.get(candidate.marker.number - jump, []):
            if not _in_reach(before, candidate):
                continue
            crossed = bisect(breaks, before.candidate.at) < bisect_left(breaks, candidate.at)
            points = before.points + candidate.points + _step_points(jump) + _CROSSING * crossed
            if best is None or points > best.points:
                best = _Reached(candidate, points, before.length + 1, before)
    return best


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
