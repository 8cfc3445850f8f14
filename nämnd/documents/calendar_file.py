"""Calendar files (iCalendar) of sammanträden and bevakningar.

A sammanträde is an event with its time, in Europe/Stockholm; without a time it takes the day. A
bevakning is an event of a whole day with alarms: Outlook shows such, and does not take in to-dos.
UID stays the same and SEQUENCE rises with each change, so that a calendar that reads the file again
moves what it has. There is no METHOD: the file is to be opened, not answered.

Source: RFC 5545; 3.6.1 (VEVENT), 3.6.5 (VTIMEZONE), 3.6.6 (VALARM), 3.8.7.4 (SEQUENCE).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any

from nämnd.core.swedish import short_date
from nämnd.årsplan.calendar_events import BevakadDag, Changed, Mötesdag, Someone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nämnd.årsplan.calendar_events import Event

ZONE = "Europe/Stockholm"
_PRODUCT = "-//Namnd//Namnd//SV"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_ADDRESS = re.compile(r"[^@\s<>\",;:\\\x00-\x1f\x7f]+@[^@\s<>\",;:\\\x00-\x1f\x7f]+")
_USUAL_LENGTH = timedelta(hours=2)  # of a sammanträde whose end nobody has said
_NINE = timedelta(hours=9)  # an alarm at midnight helps nobody
_MOST_SEQUENCE = 2**31 - 1  # what calendars hold


def calendar_bytes(events: Sequence[Event], *, now: datetime, namn: str = "") -> bytes:
    """Return a calendar file with `events`; the same arguments give the same bytes.

    Args:
        events: of `nämnd.årsplan.calendar_events`, one or many.
        now: when the file is made, for what the log does not know.
        namn: what the calendar is called where it is shown.
    """
    import icalendar

    calendar: Any = icalendar.Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if namn.strip():
        shown = " ".join(_clean(namn).split())
        calendar.add("x-wr-calname", icalendar.vText(shown))  # else it is not escaped
    if any(isinstance(one, Mötesdag) and _times(one) for one in events):
        calendar.add_component(_zone())
    for one in events:
        calendar.add_component(_möte(one, now) if isinstance(one, Mötesdag) else _watched(one, now))
    return bytes(calendar.to_ical())


def uid(event: Event) -> str:
    """Return what names an event for as long as it exists."""
    if isinstance(event, BevakadDag):
        return f"bevakning-{event.row.id}@namnd"
    day = f"-{event.nummer}" if event.nummer > 1 else ""
    return f"sammantrade-{event.key}{day}@namnd"


def _möte(one: Mötesdag, now: datetime) -> Any:  # noqa: ANN401 - icalendar's own types say nothing of what is added
    from zoneinfo import ZoneInfo

    event = _event(one, _möte_summary(one), one.changed, now)
    times = _times(one)
    if times is None:
        event.add("dtstart", one.dag)
        event.add("dtend", _day_after(one.dag))
    else:
        zone = ZoneInfo(ZONE)
        event.add("dtstart", times[0].replace(tzinfo=zone))
        event.add("dtend", times[1].replace(tzinfo=zone))
    if one.plats:
        event.add("location", _clean(one.plats))
    event.add("description", _clean("\n".join(_möte_lines(one))))
    event.add("status", "CONFIRMED" if one.inställt is None else "CANCELLED")
    event.add("transp", "OPAQUE" if one.inställt is None else "TRANSPARENT")
    _add_people(event, one)
    return event


def _möte_summary(one: Mötesdag) -> str:
    which = f" (dag {one.nummer} av {one.dagar})" if one.dagar > 1 else ""
    called_off = "Inställt: " if one.inställt is not None else ""
    return f"{called_off}{one.nämnd}, {one.namn}{which}"


def _möte_lines(one: Mötesdag) -> Iterator[str]:
    if one.inställt is not None:
        yield f"Sammanträdet är inställt: {one.inställt}."
    if one.from_to is not None and one.from_to[1] is None:
        yield "När sammanträdet slutar är inte bestämt."
    if one.from_to is None:
        yield "Tiden är inte bestämd."
    yield f"{one.nämnd}, {one.namn} {short_date(one.dag)}."


def _times(one: Mötesdag) -> tuple[datetime, datetime] | None:
    """Return when it begins and ends; None: it has no time of day."""
    start = _time(one.from_to[0]) if one.from_to else None
    if one.from_to is None or start is None:
        return None
    begins = datetime.combine(one.dag, start)
    end = _time(one.from_to[1])
    ends = datetime.combine(one.dag, end) if end else begins
    if ends <= begins:
        midnight = datetime.combine(one.dag, time(23, 59))
        ends = max(min(begins + _USUAL_LENGTH, midnight), begins + timedelta(minutes=1))
    return begins, ends


def _time(text: str | None) -> time | None:
    try:
        hour, minute = (text or "").split(".")
        return time(int(hour), int(minute))
    except ValueError:
        return None


def _add_people(event: Any, one: Mötesdag) -> None:  # noqa: ANN401 - as above
    """Name who calls and who is called; nobody is called by nobody (RFC 5545, 3.8.4.3)."""
    if one.organizer is None or not _ADDRESS.fullmatch(one.organizer.epost):
        return
    event.add("organizer", _address(one.organizer))
    for who in one.attendees:
        if _ADDRESS.fullmatch(who.epost):
            address = _address(who)
            address.params["ROLE"] = "REQ-PARTICIPANT" if who.must else "OPT-PARTICIPANT"
            address.params["PARTSTAT"] = "NEEDS-ACTION"
            event.add("attendee", address)


def _address(who: Someone) -> Any:  # noqa: ANN401 - as above
    from icalendar import vCalAddress, vText

    address: Any = vCalAddress(f"mailto:{who.epost}")
    name = " ".join(_clean(who.namn).replace('"', "'").split())
    if name:
        address.params["CN"] = vText(name)
    return address


def _watched(one: BevakadDag, now: datetime) -> Any:  # noqa: ANN401 - icalendar's own types say nothing of what is added
    event = _event(one, _watched_summary(one), one.changed, now)
    event.add("dtstart", one.dag)
    event.add("dtend", _day_after(one.dag))
    event.add("description", _clean("\n".join(_watched_lines(one))))
    event.add("transp", "TRANSPARENT")
    if one.row.avslutad is not None:
        event.add("status", "CANCELLED")
        return event
    event.add("status", "CONFIRMED")
    if one.row.draft.förverkande:
        event.add("priority", 1)
    for days in sorted({max(0, days) for days in one.row.draft.påminnelser}, reverse=True):
        event.add_component(_alarm(one, days))
    return event


def _watched_summary(one: BevakadDag) -> str:
    ended = "Avslutad: " if one.row.avslutad is not None else ""
    return f"{ended}{one.row.draft.rubrik}"


def _watched_lines(one: BevakadDag) -> Iterator[str]:
    row, draft = one.row, one.row.draft
    if draft.förverkande:
        yield "En rätt går förlorad om dagen missas."
    if one.regel:
        yield f"Ska vara gjort: {one.regel}, det vill säga {short_date(one.dag)}."
    for label, value in (
        ("Kommer från", row.källa_text),
        ("Ansvarig", draft.ansvarig or ""),
        ("Mottagare", draft.mottagare or ""),
        ("Anteckning", draft.anteckning),
        ("Avslutad", row.avslutad_hur or ""),
    ):
        if value.strip():
            yield f"{label}: {value.strip()}"
    yield f"Bevakas av {one.nämnd}."


def _alarm(one: BevakadDag, days: int) -> Any:  # noqa: ANN401 - as above
    import icalendar

    alarm: Any = icalendar.Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _clean(one.row.draft.rubrik))
    alarm.add("trigger", _NINE - timedelta(days=days))
    return alarm


def _event(one: Event, summary: str, changed: Changed, now: datetime) -> Any:  # noqa: ANN401 - icalendar's own types say nothing of what is added
    import icalendar

    event: Any = icalendar.Event()
    event.add("uid", uid(one))
    event.add("dtstamp", _utc(changed.when or now))
    event.add("sequence", min(changed.sequence, _MOST_SEQUENCE))
    event.add("summary", _clean(" ".join(summary.split())))
    private = isinstance(one, BevakadDag) and one.row.dolt is not None
    event.add("class", "PRIVATE" if private else "PUBLIC")
    return event


def _utc(when: datetime) -> datetime:
    """Return a time in UTC, as DTSTAMP must be; one without a zone is a Swedish one."""
    from zoneinfo import ZoneInfo

    known = when if when.tzinfo else when.replace(tzinfo=ZoneInfo(ZONE))
    return known.astimezone(timezone.utc).replace(microsecond=0)  # noqa: UP017 - Python 3.11 has both


def _zone() -> Any:  # noqa: ANN401 - as above
    """Return the rules of Swedish time: summer from the last Sunday of March to that of October.

    Source: förordning (2001:127) om sommartid; the same in the whole EU since 1996.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone: Any = Timezone()
    zone.add("tzid", ZONE)
    for kind, name, start, month, shift in (
        (TimezoneDaylight, "CEST", datetime(1996, 3, 31, 2), 3, (1, 2)),  # noqa: DTZ001 - local by definition
        (TimezoneStandard, "CET", datetime(1996, 10, 27, 3), 10, (2, 1)),  # noqa: DTZ001 - as above
    ):
        part: Any = kind()
        part.add("dtstart", start)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", timedelta(hours=shift[0]))
        part.add("tzoffsetto", timedelta(hours=shift[1]))
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _clean(text: str) -> str:
    """Return text without the control signs that no calendar may hold; line ends stay."""
    return _CONTROL.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n"))
