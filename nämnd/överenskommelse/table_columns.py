"""Which groups of digits belong together: «634 289 150 214» is two numbers, but which.

A number has one to three digits first and then groups of three, and does not begin with 0. Where
that leaves a choice, the sums decide: a column that is the sum of others in every row, and the last
row that is the sum of the rows. What the sums don't decide, the rest of the table does: the columns
of a table mostly share out in the same way in each row.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice
from math import log10
from statistics import median
from typing import TypeAlias

from nämnd.överenskommelse.table_lines import Kind, Token

Numbers: TypeAlias = tuple[int, ...]
Groups: TypeAlias = tuple[Token, ...]
Relation: TypeAlias = tuple[int, int]
"""Where a total stands, and the first column that it is the sum of: (7, 1), or (0, 1)."""

_MOST_GROUPS = 5  # digits of a number in groups of three: more is no sum of money
_MOST_SPLITS = 20_000  # ways to divide all rows of a table that are tried for one count
_FEW = 100  # rows, for many numbers of columns to be tried
_STEPS = 12  # taken for each way that is looked for
_MOST_WIDER = 500  # of a row that does not come out with any of those
_SAMPLE = 60  # rows that say whether a column is the sum of others
_MOST_COLUMNS = 30
_ENOUGH = 0.8  # of the rows that a relation must hold in; the others have a wrong digit
_NAMED = 0.1  # how much better a number of columns fits that the head has too
NO_NUMBER = (Kind.SHARE, Kind.EMPTY)
_LEAST = 3  # columns, for one to be the sum of others


def solve(rows: Sequence[Groups], named: int = 0) -> list[Numbers | None]:
    """Return the numbers of each row, as many in all of them; None for a row that does not fit.

    Args:
        rows: each without SHARE tokens, at least one token in each.
        named: how many columns the head names, 0 when it can't be told: where no sums say how many
            there are, that does.
    """
    best: list[Numbers | None] = [None] * len(rows)
    best_fit = -1.0
    for count in _counts(rows):
        found, fit = _with(rows, count)
        fit += _NAMED if found and fit >= 0 and count == named else 0
        if fit > best_fit:
            best, best_fit = found, fit
        if fit >= _ENOUGH:
            break
    return best


def _counts(rows: Sequence[Groups]) -> Iterator[int]:
    """Yield how many numbers there may be in each row, the fewest first.

    Those that fit most of the rows; a few more too, for the sums may need them.
    """
    spans = [(len(_starts(row)), sum(one.can_start for one in row)) for row in rows]
    fitting = {
        count: sum(least <= count <= most for least, most in spans)
        for count in range(1, _MOST_COLUMNS + 1)
    }
    top = max(fitting.values(), default=0)
    if top:
        tried = 12 if len(rows) <= _FEW else 3
        yield from islice((count for count, fits in fitting.items() if fits == top), tried)


def relation(rows: Sequence[Numbers]) -> Relation | None:
    """Return the column that is the sum of others in nearly every row, and where those begin."""
    count = len(rows[0]) if rows else 0
    for one in _relations(count):
        right = sum(_miss(row, one) == 0 for row in rows)
        if right >= max(2, _ENOUGH * len(rows)):
            return one
    return None


def numbers_from(
    tokens: Groups, at: int, starts: Collection[int] = ()
) -> Iterator[tuple[int, int]]:
    """Yield each number that may begin at a token, with where it ends."""
    if tokens[at].can_start:
        yield from any_numbers_from(tokens, at, starts)


def any_numbers_from(
    tokens: Groups, at: int, starts: Collection[int] = ()
) -> Iterator[tuple[int, int]]:
    """Yield each number that may begin at a token, even one that begins with 0."""
    digits = ""
    for end in range(at, min(at + _MOST_GROUPS, len(tokens))):
        token = tokens[end]
        if end > at and (token.starts or end in starts or token.kind in NO_NUMBER):
            return
        digits += token.digits
        if len(digits) > 16:  # noqa: PLR2004 more than there is money
            return
        yield end + 1, int(digits)
        if token.end or token.kind is Kind.WHOLE:
            return


def _with(rows: Sequence[Groups], count: int) -> tuple[list[Numbers | None], float]:
    """Return the rows divided into so many numbers, and how well that fits: 1 when sums agree."""
    ways = _all_ways(rows, count)
    found = _best_relation([way for way in ways if way], count)
    if found is not None:
        best = [_nearest(row, way, found, ways) for row, way in zip(rows, ways, strict=True)]
        right = sum(one is not None and _miss(one, found) == 0 for one in best)
        return best, right / len(rows)
    shares = _shares([way[0] for way in ways if len(way) == 1], count)
    best = [min(way, key=_by_shares(shares), default=None) for way in ways]
    return best, 0.0 if any(best) else -1.0


def _nearest(
    row: Groups, way: Sequence[Numbers], where: Relation, ways: Sequence[Sequence[Numbers]]
) -> Numbers | None:
    """Return the way to divide a row that comes nearest to its sum."""
    best = min(way, key=_by_miss(where), default=None)
    if best is not None and _miss(best, where) == 0:
        return best
    count = where[0] + 1 if where[0] else max(len(one[0]) for one in ways if one)
    wider = _ways(row, _typical(ways, count), _MOST_WIDER, strict=False)
    return min((*wider, *way), key=_by_miss(where), default=None)


def _all_ways(rows: Sequence[Groups], count: int) -> list[list[Numbers]]:
    """Return the ways to divide each row. One with too many has those that look like the others."""
    most = max(_MOST_SPLITS // len(rows), 20)
    sizes = [range(1, _MOST_GROUPS + 1)] * count
    ways = [_ways(row, sizes, most) or _ways(row, sizes, most, strict=False) for row in rows]
    typical = _typical([way for way in ways if 0 < len(way) < most], count)
    if typical:
        for number, way in enumerate(ways):
            if len(way) == most:
                ways[number] = _ways(rows[number], typical, most) or way
    return ways


def _typical(ways: Sequence[Sequence[Numbers]], count: int) -> list[range]:
    """Return how many groups of digits a number of each column has, about; empty: nobody knows."""
    few = sorted(filter(None, ways), key=len)[:_SAMPLE]
    if not few:
        return []
    groups = [[-(-len(str(way[0][column])) // 3) for way in few] for column in range(count)]
    return [range(max(min(one) - 1, 1), max(one) + 2) for one in groups]


def _ways(row: Groups, sizes: Sequence[range], most: int, *, strict: bool = True) -> list[Numbers]:
    """Return the ways to divide a row into as many numbers as there are sizes, at most so many.

    Not `strict`: a number may begin with 0, for a digit may be wrong.
    """
    starts = _starts(row)
    after = [sum(start >= at for start in starts) for at in range(len(row) + 1)]
    first = numbers_from if strict else any_numbers_from
    steps = iter(range(_STEPS * most))

    def rest(at: int, column: int) -> Iterator[Numbers]:
        left = len(sizes) - column
        if not left:
            yield from [()] if at == len(row) else []
            return
        possible = left <= len(row) - at <= _MOST_GROUPS * left
        if not possible or after[at] > left or next(steps, None) is None:
            return
        for end, number in first(row, at, starts):
            if end - at in sizes[column]:
                yield from ((number, *others) for others in rest(end, column + 1))

    return list(islice(rest(0, 0), most))


def _starts(row: Groups) -> set[int]:
    """Return where a number must begin."""
    after_end = {place + 1 for place, one in enumerate(row[:-1]) if one.end}
    return {0} | after_end | {place for place, one in enumerate(row) if one.starts}


def _relations(count: int) -> Iterator[Relation]:
    """Yield the ways a column can be a sum: the last of those before it, the first of the rest."""
    if count >= _LEAST:
        for first in range(count - 2):
            yield count - 1, first
        yield 0, 1


def _best_relation(ways: Sequence[Sequence[Numbers]], count: int) -> Relation | None:
    """Return the relation that most rows can be divided by, when nearly all can."""
    sample = ways[:_SAMPLE]
    right = Counter(one for way in sample for one in _held(way, count))
    if not right:
        return None
    best, times = right.most_common(1)[0]
    return best if times >= max(2, _ENOUGH * len(sample)) else None


def _held(way: Sequence[Numbers], count: int) -> set[Relation]:
    """Return the relations that hold in some way to divide a row."""
    found: set[Relation] = set()
    for row in way:
        added = sum(row[1:])
        if count >= _LEAST and added == row[0]:
            found.add((0, 1))
        total, added = row[-1], 0
        for first in range(count - 2, -1, -1):
            added += row[first]
            if added == total and first < count - 2:
                found.add((count - 1, first))
    return found


def _miss(row: Numbers, where: Relation) -> int:
    """Return how far a row is from its sum."""
    total, first = where
    parts = row[first:total] if total else row[first:]
    return abs(row[total] - sum(parts))


def _by_miss(where: Relation) -> Callable[[Numbers], int]:
    return lambda row: _miss(row, where)


def _shares(known: Sequence[Numbers], count: int) -> list[float]:
    """Return how large a part of a row each column mostly is."""
    parts = [[value / (sum(row) or 1) for value in row] for row in known]
    return [
        median(part[column] for part in parts) if parts else 1 / count for column in range(count)
    ]


def _by_shares(shares: Sequence[float]) -> Callable[[Numbers], float]:
    def distance(row: Numbers) -> float:
        whole = sum(row) or 1
        return sum(
            abs(magnitude(value) - magnitude(whole * part))
            for value, part in zip(row, shares, strict=True)
        )

    return distance


def magnitude(value: float) -> float:
    """Return how large a number is: 6 for a million."""
    return log10(abs(value) + 1)
