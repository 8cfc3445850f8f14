"""Proposes the sammanträden of a year with all dates backwards from them. Pure functions.

A day off, the eve of one, a klämdag and a day that is kept free are passed by: the nearest day of
the same weekday is proposed instead. Where there is none, or the user chooses such a day, what it
collides with is shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from nämnd.bevakning.steps import shifted
from nämnd.core.calendar import is_workday
from nämnd.protokoll.rules import justeras_senast
from nämnd.sammanträde.rules import last_kallelse_day
from nämnd.årsplan.days import CLOSED, Dag, kinds
from nämnd.årsplan.queries import Frister
from nämnd.årsplan.values import Slag, SpärrdagRow
from nämnd.årsplan.writing import dagslag

_REACH = 35  # days to each side of the day that would suit best
_YEAR = 366  # when so many are wished for that all of those are chosen
_APART = 7  # days between two sammanträden, at least, as long as there is a choice
_SPRING, _SUMMER, _AUTUMN, _END = (1, 20), (6, 15), (8, 20), (12, 10)


class Krockar(StrEnum):
    """What a day collides with, beside the kinds of day."""

    SPÄRRDAG = "spärrdag"
    SAMMANTRÄDE = "sammanträde"  # the nämnd meets that day already, or the list has it twice
    PASSERAD = "passerad"  # a day before it, or itself, has gone by
    FRIST_LEDIG = "frist ledig"  # what is counted from it falls on a day off


@dataclass(frozen=True, slots=True)
class Krock:
    """One collision. `vad`: with what, in the user's own words or the name of a frist."""

    slag: Dag | Krockar
    vad: str = ""

    @property
    def hard(self) -> bool:
        """Say whether such a day is never proposed while there is another."""
        return self.slag in CLOSED or self.slag in (Krockar.SPÄRRDAG, Krockar.SAMMANTRÄDE)


@dataclass(frozen=True, slots=True)
class Frist:
    """A day that is counted from a sammanträde. `vad`: empty for kallelse and justering."""

    slag: Slag
    dag: date
    vad: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day to meet on, with what follows from it."""

    dag: date
    frister: tuple[Frist, ...] = ()
    krockar: tuple[Krock, ...] = ()
    plats: str = ""

    @property
    def is_free(self) -> bool:
        """Say whether nothing speaks against it but what is only worth knowing."""
        return not any(one.hard for one in self.krockar)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the year should look like.

    Attributes:
        antal: how many sammanträden.
        veckodag: 0 Monday to 4 Friday; None: any working day.
        månader: the months to spread them over; empty: the working year.
        förlaga: last year's days: the same weeks are proposed. Goes before `månader`.
        platser: where, in turn.
        tillåt: kinds of day that may be proposed all the same.
    """

    antal: int
    veckodag: int | None = None
    månader: tuple[int, ...] = ()
    förlaga: tuple[date, ...] = ()
    platser: tuple[str, ...] = ()
    tillåt: frozenset[Dag] = frozenset()


@dataclass(frozen=True, slots=True)
class Taken:
    """What stands in the way: days kept free, sammanträden there are already, and today."""

    spärrdagar: tuple[SpärrdagRow, ...] = ()
    möten: tuple[date, ...] = ()
    today: date = date.min
    frister: Frister = field(default_factory=Frister)


def propose(år: int, wish: Wish, taken: Taken) -> tuple[Proposal, ...]:
    """Return a proposal for each sammanträde of `år`, by day.

    Fewer than asked for only when the year has not so many days of that weekday.
    """
    chosen: list[date] = []
    for ideal in sorted(ideals(år, wish)):
        day = _nearest(ideal, wish, taken, chosen)
        if day is not None:
            chosen.append(day)
    platser = wish.platser or ("",)
    return tuple(
        assess(day, taken, plats=platser[place % len(platser)], allowed=wish.tillåt)
        for place, day in enumerate(sorted(chosen))
    )


def assess(
    day: date,
    taken: Taken,
    *,
    others: Sequence[date] = (),
    plats: str = "",
    allowed: frozenset[Dag] = frozenset(),
) -> Proposal:
    """Return what follows from meeting on `day`: the dates counted from it and every collision.

    `others`: the other days of the plan.
    """
    counted = frister_of(day, taken.frister)
    krockar = (
        *_collisions(day, taken, others, allowed),
        *_of_frister(counted, taken.today, day),
    )
    return Proposal(day, counted, krockar, plats)


def frister_of(day: date, frister: Frister) -> tuple[Frist, ...]:
    """Return the days that are counted from a sammanträde on `day`, in order."""
    kallelse = last_kallelse_day(day, days=frister.kallelsetid, slag=frister.kallelseslag)
    own = (
        Frist(Slag.MÖTESFRIST, shifted(day, one.dagar, dagslag(one.slag)), one.vad)
        for one in frister.mötesfrister
    )
    found = (
        *own,
        Frist(Slag.KALLELSE, kallelse),
        Frist(Slag.JUSTERING, justeras_senast(day)),
    )
    return tuple(sorted(found, key=lambda one: one.dag))


def ideals(år: int, wish: Wish) -> tuple[date, ...]:
    """Return the days that would suit best, whatever stands in the way."""
    if wish.antal <= 0:
        return ()
    if wish.förlaga:
        return tuple(_same_week(one, år) for one in sorted(wish.förlaga)[: wish.antal])
    if wish.månader:
        return tuple(_in_months(år, sorted(set(wish.månader)), wish.antal))
    return tuple(_over_the_year(år, wish.antal))


def _same_week(day: date, år: int) -> date:
    """Return the day of the same weekday that lies nearest the date a year, or some, later."""
    date_then = date(år, day.month, min(day.day, 28) if day.month == 2 else day.day)  # noqa: PLR2004
    step = (day.weekday() - date_then.weekday() + 3) % 7 - 3
    moved = date_then + timedelta(days=step)
    return moved if moved.year == år else date_then


def _in_months(år: int, månader: Sequence[int], antal: int) -> Iterator[date]:
    """Yield days spread over the months: in the middle of one that has one."""
    places = [place * len(månader) // antal for place in range(antal)]
    for at, month in enumerate(månader):
        many = places.count(at)
        for number in range(many):
            yield date(år, month, 1 + round((number + 0.5) / many * 28))


def _over_the_year(år: int, antal: int) -> Iterator[date]:
    """Yield days at equal distances over the working year, which has no summer."""
    spring, summer, autumn, end = (date(år, *one) for one in (_SPRING, _SUMMER, _AUTUMN, _END))
    before, after = (summer - spring).days, (end - autumn).days
    for number in range(antal):
        place = (number + 0.5) / antal * (before + after)
        if place < before:
            yield spring + timedelta(days=round(place))
        else:
            yield autumn + timedelta(days=round(place - before))


def _nearest(ideal: date, wish: Wish, taken: Taken, chosen: Sequence[date]) -> date | None:
    """Return the nearest day that is free; else the nearest of that weekday, free or not."""
    around = [one for one in _around(ideal, wish.veckodag, _REACH) if one not in chosen]
    if not around:
        around = [one for one in _around(ideal, wish.veckodag, _YEAR) if one not in chosen]
    free = [one for one in around if _is_free(one, taken, wish.tillåt)]
    apart = [one for one in free if all(abs((one - day).days) >= _APART for day in chosen)]
    return next(iter(apart or free or around), None)


def _around(ideal: date, veckodag: int | None, reach: int) -> Iterator[date]:
    """Yield the days of that weekday in the same year, the nearest first, the earlier of two."""
    for distance in range(reach + 1):
        for step in (-distance, distance) if distance else (0,):
            day = _moved(ideal, step)
            if day is None or day.year != ideal.year:
                continue
            if day.weekday() == veckodag or (veckodag is None and is_workday(day)):
                yield day


def _moved(day: date, step: int) -> date | None:
    try:
        return day + timedelta(days=step)
    except OverflowError:
        return None


def _is_free(day: date, taken: Taken, allowed: frozenset[Dag]) -> bool:
    return not any(one.hard for one in _collisions(day, taken, (), allowed))


def _collisions(
    day: date, taken: Taken, others: Sequence[date], allowed: frozenset[Dag]
) -> Iterator[Krock]:
    for kind in kinds(day):
        if kind not in allowed:
            yield Krock(kind)
    for one in taken.spärrdagar:
        if one.datum == day:
            yield Krock(Krockar.SPÄRRDAG, _said(one))
    if day in taken.möten or list(others).count(day) > 0:
        yield Krock(Krockar.SAMMANTRÄDE)


def _of_frister(counted: Sequence[Frist], today: date, day: date) -> Iterator[Krock]:
    if any(one.dag < today for one in counted) or day < today:
        yield Krock(Krockar.PASSERAD)
    for one in counted:
        if not is_workday(one.dag):
            yield Krock(Krockar.FRIST_LEDIG, one.vad or one.slag.value)


def _said(one: SpärrdagRow) -> str:
    return f"{one.huvudman}, {one.vad}" if one.huvudman else one.vad
