"""The 14 days within which a protokoll is checked.

Source: KL 5:69 through 6:35; lag (1930:173) om beräkning av lagstadgad tid 2 § (a last day on a
Saturday, Sunday, holiday or eve moves to the next working day); the table of RULES.md 8.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from nämnd.core.calendar import next_workday
from nämnd.core.paragrafer import of
from nämnd.protokoll.findings import Finding, Part, Place, Rule
from nämnd.protokoll.values import Protokoll

_DAYS = 14


def last_justering_day(last_day: date) -> date:
    """Return the last day for justering of a sammanträde that ended on `last_day`."""
    return next_workday(last_day + timedelta(days=_DAYS))


def justering_findings(protokoll: Protokoll, today: date | None) -> Iterator[Finding]:
    """Yield a justering that is planned or was done too late; and §§ that should be justerade."""
    dagar = protokoll.sammanträde.dagar
    if not dagar or dagar[-1].datum > date.max - timedelta(days=60):
        return
    last = last_justering_day(dagar[-1].datum)
    for one in protokoll.justeringar:
        day = _day(one.datum) or _day(one.planerat_datum)
        if day is not None and day > last:
            words = (day.isoformat(), last.isoformat())
            numbers = tuple(
                p.nummer for p in protokoll.paragrafer if one.paragrafer.touches(p.nummer)
            )
            place = Place(Part.JUSTERING, one.id)
            yield Finding(Rule.JUSTERING_LATE, place, numbers=numbers, words=words)
    if today is not None and today > last:
        yield from _overdue(protokoll, last)


def _overdue(protokoll: Protokoll, last: date) -> Iterator[Finding]:
    done = [one.paragrafer for one in protokoll.justeringar if one.datum]
    left = tuple(
        one.nummer
        for one in protokoll.paragrafer
        if not any(paragrafer.covers(one.nummer) for paragrafer in done)
    )
    if left:
        yield Finding(
            Rule.JUSTERING_OVERDUE,
            Place(Part.JUSTERING),
            numbers=left,
            words=(last.isoformat(), of(left).text or ""),
        )


def _day(written: str | None) -> date | None:
    """Return a whole date; one that is known in part («2019-08») says nothing here."""
    try:
        return date.fromisoformat(written or "")
    except ValueError:
        return None
