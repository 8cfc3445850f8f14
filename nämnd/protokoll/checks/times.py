"""Times that can't be: of the day, of breaks, of those who came and went, of §§."""

from collections.abc import Iterator

from nämnd.protokoll.findings import Finding, Part, Place, Rule, about
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag
from nämnd.sammanträde.rules import read_time


def time_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield times that contradict one another. What is no time of day is passed over."""
    head = protokoll.sammanträde
    for dag in head.dagar:
        opened, closed = _time(dag.öppnat), _time(dag.avslutat)
        if opened and closed and closed < opened:
            words = (dag.datum.isoformat(), opened, closed)
            yield Finding(Rule.ENDED_BEFORE_OPENED, Place(Part.TIDER), words=words)
    for one in head.ajourneringar:
        yield from _break(one, _day_of(head.dagar, one))
    for row in protokoll.närvaro:
        came, went = _time(row.från_tid), _time(row.till_tid)
        if came and went and went < came:
            place = Place(Part.NÄRVARO, row.id)
            yield Finding(
                Rule.PRESENCE_BACKWARDS, place, persons=(row.person_id,), words=(came, went)
            )
    if len(head.dagar) == 1:
        yield from _paragrafer(protokoll, head.dagar[0])


def _break(one: Ajournering, dag: Dag | None) -> Iterator[Finding]:
    start, end = _time(one.från), _time(one.till)
    place, words = Place(Part.TIDER), (one.från, one.till or "")
    if start and end and end < start:
        yield Finding(Rule.BREAK_BACKWARDS, place, words=words)
        return
    opened, closed = (_time(dag.öppnat), _time(dag.avslutat)) if dag else (None, None)
    if closed and one.till is None:
        yield Finding(Rule.BREAK_OPEN, place, words=words)
    before = opened and start and start < opened
    after = closed and max(filter(None, (start, end)), default=closed) > closed
    if before or after:
        yield Finding(Rule.BREAK_OUTSIDE, place, words=(*words, opened or "", closed or ""))


def _day_of(dagar: tuple[Dag, ...], one: Ajournering) -> Dag | None:
    if one.datum is None:
        return dagar[0] if len(dagar) == 1 else None
    return next((dag for dag in dagar if dag.datum == one.datum), None)


def _paragrafer(protokoll: Protokoll, dag: Dag) -> Iterator[Finding]:
    opened, closed = _time(dag.öppnat), _time(dag.avslutat)
    for one in protokoll.paragrafer:
        when = _time(one.tid)
        if when and ((opened and when < opened) or (closed and when > closed)):
            words = (when, opened or "", closed or "")
            yield about(one, Rule.TIME_OUTSIDE, Part.TIDER, words=words)


def _time(written: str | None) -> str | None:
    return read_time(written) if written else None
