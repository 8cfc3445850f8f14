"""The numbers of §§: in handling order, per nämnd and calendar year. Pure functions.

Source: RULES.md section 12: they begin at 1 each year and go on from sammanträde to sammanträde, by
the day of the sammanträde and not by when it is written. A gap is allowed, a duplicate is not.
What is justerat never moves; nor does what comes before it at the same sammanträde, for the numbers
of a sammanträde ascend.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from nämnd.core.errors import JusteratError, NumberTakenError


@dataclass(frozen=True, slots=True)
class Numbered:
    """A § as numbering sees it. `låst`: it is justerad."""

    id: str
    nummer: int
    låst: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """The §§ of a sammanträde in handling order. `first`: where they begin, when that is set."""

    sammanträde_id: str
    day: str  # ISO date of the first day
    paragrafer: tuple[Numbered, ...] = ()
    first: int | None = None

    @property
    def highest(self) -> int:
        """Return the highest number, 0 without a §."""
        return max((one.nummer for one in self.paragrafer), default=0)

    @property
    def fixed(self) -> tuple[Numbered, ...]:
        """Return the §§ that never move: the justerade, and those before the last of them."""
        locked = [place for place, one in enumerate(self.paragrafer, start=1) if one.låst]
        return self.paragrafer[: max(locked, default=0)]


Year = Sequence[Numbers]
"""The sammanträden of a nämnd in a calendar year, by day and time."""


def numbers_of(year: Year, sammanträde_id: str) -> Numbers:
    """Return the numbers of one sammanträde."""
    return year[_find(year, sammanträde_id)]


def next_number(year: Year, sammanträde_id: str) -> int:
    """Return the number that the next § of the sammanträde gets."""
    place = _find(year, sammanträde_id)
    mine = year[place]
    earlier = year[:place]
    if mine.paragrafer:
        taken = {one.nummer for numbers in earlier for one in numbers.paragrafer}
        return _free(mine.highest + 1, taken | _fixed(year))
    return _free(max(_highest(earlier) + 1, mine.first or 1), _fixed(year))


def pushed(year: Year, sammanträde_id: str) -> dict[str, int]:
    """Return new numbers, by the §'s id, for later §§ that must make room for this sammanträde.

    Those move that come too early; no further than they must.
    """
    place = _find(year, sammanträde_id)
    highest, fixed = _highest(year[: place + 1]), _fixed(year)
    found: dict[str, int] = {}
    for numbers in year[place + 1 :]:
        standing = {one.id for one in numbers.fixed}
        for one in numbers.paragrafer:
            nummer = one.nummer
            if one.id not in standing:
                nummer = _free(max(nummer, highest + 1), fixed)
            if nummer != one.nummer:
                found[one.id] = nummer
            highest = max(highest, nummer)
    return found


def moved(paragrafer: Sequence[Numbered], paragraf_id: str, to: int) -> tuple[Numbered, ...]:
    """Return the §§ in the order with one of them at place `to` (1 is first), numbered anew.

    Raises:
        JusteratError: a § between the old place and the new one is justerad.
    """
    old = _place(paragrafer, paragraf_id)
    new = max(0, min(to - 1, len(paragrafer) - 1))
    _refuse_locked(paragrafer[min(old, new) : max(old, new) + 1])
    order = [one for one in paragrafer if one.id != paragraf_id]
    order.insert(new, paragrafer[old])
    slots = (one.nummer for one in paragrafer)
    return tuple(replace(one, nummer=nummer) for one, nummer in zip(order, slots, strict=True))


def without(paragrafer: Sequence[Numbered], paragraf_id: str) -> tuple[Numbered, ...]:
    """Return the §§ without one of them; those after it close the gap, up to what is justerat.

    Raises:
        JusteratError: it is justerad.
    """
    place = _place(paragrafer, paragraf_id)
    _refuse_locked(paragrafer[place : place + 1])
    after = paragrafer[place + 1 :]
    stop = next((n for n, one in enumerate(after) if one.låst), len(after))
    slots = (one.nummer for one in paragrafer[place:])
    closed = [replace(one, nummer=nummer) for one, nummer in zip(after[:stop], slots, strict=False)]
    return (*paragrafer[:place], *closed, *after[stop:])


def started_at(year: Year, sammanträde_id: str, first: int | None) -> tuple[Numbered, ...]:
    """Return the §§ of a sammanträde when they begin at `first`; None: where the count says.

    Gaps between them stay.

    Raises:
        JusteratError: one of them is justerad, and would have to move.
        NumberTakenError: an earlier sammanträde has got as far.
    """
    place = _find(year, sammanträde_id)
    mine = year[place]
    _refuse_taken(year[:place], first)
    begin = _free(first or _highest(year[:place]) + 1, _fixed(year[place + 1 :]))
    if not mine.paragrafer or mine.paragrafer[0].nummer == begin:
        return mine.paragrafer
    _refuse_locked(mine.paragrafer)
    return tuple(_shifted(mine.paragrafer, begin, _fixed(year)))


def _shifted(paragrafer: Sequence[Numbered], begin: int, fixed: set[int]) -> Iterator[Numbered]:
    step, before = begin - paragrafer[0].nummer, begin - 1
    for one in paragrafer:
        before = _free(max(one.nummer + step, before + 1), fixed)
        yield replace(one, nummer=before)


def _find(year: Year, sammanträde_id: str) -> int:
    return [one.sammanträde_id for one in year].index(sammanträde_id)


def _place(paragrafer: Sequence[Numbered], paragraf_id: str) -> int:
    return [one.id for one in paragrafer].index(paragraf_id)


def _highest(year: Year) -> int:
    return max((numbers.highest for numbers in year), default=0)


def _fixed(year: Year) -> set[int]:
    return {one.nummer for numbers in year for one in numbers.fixed}


def _free(start: int, taken: Collection[int]) -> int:
    return next(number for number in count(start) if number not in taken)


def _refuse_locked(paragrafer: Iterable[Numbered]) -> None:
    for one in paragrafer:
        if one.låst:
            raise JusteratError(one.nummer)


def _refuse_taken(earlier: Year, first: int | None) -> None:
    for numbers in reversed(earlier):
        if first is not None and first <= numbers.highest:
            raise NumberTakenError(first, _highest(earlier), numbers.day)
