"""The days on which something changed in who is what."""

from collections.abc import Iterable
from datetime import date, timedelta

from nämnd.organisation.queries import UppdragRow


def change_days(rows: Iterable[UppdragRow]) -> tuple[date, ...]:
    """Return the first day of every uppdrag and the first day without it, each once, in order."""
    days: set[date] = set()
    for row in rows:
        if row.uppdrag.från:
            days.add(row.uppdrag.från)
        if row.uppdrag.till and row.uppdrag.till < date.max:
            days.add(row.uppdrag.till + timedelta(days=1))
    return tuple(sorted(days))


def change_beside(rows: Iterable[UppdragRow], day: date, step: int) -> date | None:
    """Return the last day of change before `day` (`step` -1) or the first after it (1), if any."""
    days = change_days(rows)
    if step < 0:
        return max((one for one in days if one < day), default=None)
    return min((one for one in days if one > day), default=None)
