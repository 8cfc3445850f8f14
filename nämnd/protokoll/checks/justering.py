"""The 14 days within which a protokoll is checked (`nämnd.protokoll.rules.justeras_senast`)."""

from collections.abc import Iterator
from datetime import date

from nämnd.core.paragrafer import of
from nämnd.protokoll.findings import Finding, Part, Place, Rule
from nämnd.protokoll.rules import justeras_senast
from nämnd.protokoll.values import Protokoll


def justering_findings(protokoll: Protokoll, today: date | None) -> Iterator[Finding]:
    """Yield a justering that is planned or was done too late; and §§ that should be justerade."""
    dagar = protokoll.sammanträde.dagar
    if not dagar:
        return
    last = justeras_senast(dagar[-1].datum)
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
