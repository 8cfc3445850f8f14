"""Steps of days and months in the calendar. Pure; none leaves it."""

from calendar import monthrange
from datetime import date, timedelta

from nämnd.bevakning.values import Dagslag, Varje
from nämnd.core.calendar import is_workday

_MONTHS: dict[Varje, int] = {"månad": 1, "kvartal": 3, "halvår": 6, "år": 12}
_YEAR = 12


def shifted(day: date, dagar: int, slag: Dagslag = "kalenderdagar") -> date:
    """Return the day so many days after `day`, before it when below 0.

    Of working days those are counted that are passed to, not `day` itself: as a kallelsetid is.
    At the ends of the calendar it is the last or the first day that there is.
    """
    try:
        if slag == "kalenderdagar":
            return day + timedelta(days=dagar)
        return _workdays(day, dagar)
    except OverflowError:
        return date.max if dagar > 0 else date.min


def _workdays(day: date, dagar: int) -> date:
    step = timedelta(days=1 if dagar > 0 else -1)
    left = abs(dagar)
    while left:
        day += step
        left -= is_workday(day)
    return day


def months_of(varje: Varje) -> int | None:
    """Return how many months a step is; None: it is no step of months."""
    return _MONTHS.get(varje)


def ends_month(day: date) -> bool:
    """Say whether it is the last day of its month."""
    return day.day == monthrange(day.year, day.month)[1]


def months_after(day: date, months: int) -> date | None:
    """Return the same day so many months later; None: the calendar ends before.

    The last day of a month goes to the last day of a month: 30 September, 31 March. Of whole years
    the date stays, but for 29 February, which is 28 February where there is none.
    """
    year, month = divmod(day.year * _YEAR + day.month - 1 + months, _YEAR)
    if year > date.max.year:
        return None
    last = monthrange(year, month + 1)[1]
    if ends_month(day) and months % _YEAR:
        return date(year, month + 1, last)
    return date(year, month + 1, min(day.day, last))
