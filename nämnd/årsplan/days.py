"""What kind of day it is for somebody who wants to hold a sammanträde on it. Pure functions."""

from datetime import date, timedelta
from enum import StrEnum

from nämnd.core.calendar import is_public_holiday, is_workday

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6
_SPORTLOV, _HÖSTLOV = 8, 44  # ISO weeks; sportlov differs between län, this is Skåne and Blekinge
_SEMESTER = range(28, 33)  # ISO weeks


class Dag(StrEnum):
    """Why a day is a bad one."""

    HELG = "helg"  # Saturday or Sunday
    HELGDAG = "helgdag"
    AFTON = "afton"  # the day before a public holiday
    KLÄMDAG = "klämdag"  # alone between days off
    SPORTLOV = "sportlov"
    HÖSTLOV = "höstlov"
    JULLOV = "jullov"
    SEMESTER = "semester"


CLOSED = frozenset({Dag.HELG, Dag.HELGDAG, Dag.AFTON, Dag.KLÄMDAG})
"""Days that are not proposed. The others are only pointed out."""


def kinds(day: date) -> tuple[Dag, ...]:
    """Return all that speaks against `day`, the weightiest first."""
    found = (
        (Dag.HELGDAG, is_public_holiday(day)),
        (Dag.HELG, day.weekday() in (_SATURDAY, _SUNDAY)),
        (Dag.AFTON, is_eve(day)),
        (Dag.KLÄMDAG, is_klämdag(day)),
        *_leave(day),
    )
    return tuple(kind for kind, true in found if true)


def is_eve(day: date) -> bool:
    """Say whether `day` is worked and the day after is a public holiday.

    Trettondagsafton, skärtorsdagen, valborgsmässoafton and others: many offices close at noon.
    """
    return is_workday(day) and is_public_holiday(day + _DAY)


def is_klämdag(day: date) -> bool:
    """Say whether `day` is worked alone between days that are not."""
    return is_workday(day) and not is_workday(day - _DAY) and not is_workday(day + _DAY)


def _leave(day: date) -> tuple[tuple[Dag, bool], ...]:
    if not is_workday(day):
        return ()
    week = day.isocalendar().week
    return (
        (Dag.SPORTLOV, week == _SPORTLOV),
        (Dag.HÖSTLOV, week == _HÖSTLOV),
        (Dag.JULLOV, (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 7)),
        (Dag.SEMESTER, week in _SEMESTER),
    )
