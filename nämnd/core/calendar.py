"""Working days: Monday to Friday that are no Swedish public holiday."""

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5
_LAST = date.max - timedelta(days=60)


def is_workday(day: date) -> bool:
    """Say whether offices work on `day`. Midsommarafton, julafton and nyårsafton do not count.

    Source: lag (1989:253) om allmänna helgdagar; lag (1930:173) 2 § treats the three eves alike.
    """
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def is_public_holiday(day: date) -> bool:
    """Say whether `day` is a public holiday or one of the three eves; a Sunday alone is not.

    Source: as `is_workday`.
    """
    return day in _holidays(day.year)


def workdays_before(day: date, count: int) -> date:
    """Return the day that has `count` working days from it, inclusive, to `day`, exclusive."""
    while count > 0:
        day -= timedelta(days=1)
        count -= is_workday(day)
    return day


def next_workday(day: date) -> date:
    """Return `day` itself when offices work on it, else the first day after that they do.

    Source: lag (1930:173) om beräkning av lagstadgad tid 2 §.
    """
    while not is_workday(day):
        day += timedelta(days=1)
    return day


def workday_after(day: date, days: int) -> date:
    """Return the last day of a period of `days` (at most 40) set by law, counted from `day`.

    Day 0 is `day`; a last day on which offices do not work moves on. Days at the very end of the
    calendar, which only a file from elsewhere can hold, count as if they were a little earlier.

    Source: lag (1930:173) 1 § (weeks end on the same weekday) and 2 §.
    """
    return next_workday(min(day, _LAST) + timedelta(days=days))


@cache
def _holidays(year: int) -> frozenset[date]:
    import holidays  # slow to import, and only asked for when days are counted

    known = holidays.country_holidays("SE", years=year, include_sundays=False)
    eves = {date(year, 12, 24), date(year, 12, 31), _midsummer_eve(year)}
    return frozenset(known) | eves


def _midsummer_eve(year: int) -> date:
    return next(day for n in range(19, 26) if (day := date(year, 6, n)).weekday() == 4)  # noqa: PLR2004 - Friday
