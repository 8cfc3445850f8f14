"""Calendar files: read by a library, and held to the grammar of RFC 5545 by our own check."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar, Timezone

from nämnd.bevakning.commands import AddBevakning, CloseBevakning
from nämnd.bevakning.values import BevakningDraft, BevakningRow, Läge, PåDatum, VidSammanträde
from nämnd.documents.calendar_file import calendar_bytes, uid
from nämnd.sammanträde.commands import CancelSammanträde, MoveSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.store import Store
from nämnd.årsplan.calendar_events import (
    BevakadDag,
    Changed,
    Mötesdag,
    Someone,
    of_bevakningar,
    of_möten,
)
from nämnd.årsplan.commands import PlanYear
from nämnd.årsplan.values import PlannedMeeting
from tests.builders import a_nämnd, a_person, an_uppdrag
from tests.conftest import NOW, TODAY

TEXT = st.text(max_size=120)
NAME = re.compile(rb"[A-Z0-9-]+")
_LINE = re.compile(
    rb'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"\x00-\x08\x0a-\x1f\x7f]*"|[^";:,\x00-\x1f\x7f]*))*)'
    rb":(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
_TEXTS = (b"SUMMARY", b"DESCRIPTION", b"LOCATION")


def check_grammar(data: bytes) -> list[bytes]:
    """Hold `data` to RFC 5545 3.1: line ends, length, nesting, properties once, escaped text."""
    data.decode("utf-8")
    assert data.endswith(b"\r\n")
    raw = data[:-2].split(b"\r\n")
    assert all(b"\n" not in line and b"\r" not in line for line in raw)
    assert all(len(line) <= 75 for line in raw), "folded at 75 octets"
    for line in raw:
        line.decode("utf-8")  # folding never cuts a character in two
    lines = re.sub(rb"\r\n[ \t]", b"", data[:-2]).split(b"\r\n")
    open_: list[bytes] = []
    seen: list[list[bytes]] = []
    for line in lines:
        found = _LINE.fullmatch(line)
        assert found, line
        name, value = found["name"], found["value"]
        if name == b"BEGIN":
            open_.append(value)
            seen.append([])
        elif name == b"END":
            assert open_.pop() == value
            _check_component(value, seen.pop())
        else:
            seen[-1].append(name)
        if name in _TEXTS:
            unescaped = re.sub(rb"\\[\\,;nN]", b"", value)
            assert not re.search(rb"[\\,;]", unescaped), "text is escaped"
    assert open_ == []
    assert lines[:3] == [b"BEGIN:VCALENDAR", *sorted(lines[1:3], reverse=lines[1] > lines[2])]
    return lines


def _check_component(kind: bytes, names: list[bytes]) -> None:
    wanted = {
        b"VCALENDAR": (b"PRODID", b"VERSION"),
        b"VEVENT": (b"UID", b"DTSTAMP", b"DTSTART", b"SUMMARY", b"SEQUENCE"),
        b"VALARM": (b"ACTION", b"TRIGGER", b"DESCRIPTION"),
        b"VTIMEZONE": (b"TZID",),
        b"DAYLIGHT": (b"DTSTART", b"TZOFFSETFROM", b"TZOFFSETTO"),
        b"STANDARD": (b"DTSTART", b"TZOFFSETFROM", b"TZOFFSETTO"),
    }[kind]
    for name in wanted:
        assert names.count(name) == 1, (kind, name)
    for name in set(names) - {b"ATTENDEE"}:
        assert names.count(name) == 1, (kind, name)
    if b"ATTENDEE" in names:
        assert b"ORGANIZER" in names


def möte(**facts: object) -> Mötesdag:
    given_ = {
        "key": "s1",
        "nämnd": "Vårdnämnden",
        "namn": "sammanträde 4",
        "dag": date(2019, 11, 22),
    }
    return Mötesdag(**{**given_, **facts})  # pyright: ignore[reportArgumentType]


def watched(draft: BevakningDraft | None = None, **facts: object) -> BevakadDag:
    draft = draft or BevakningDraft("Rekvirera medel", PåDatum(date(2019, 12, 1)))
    row = BevakningRow("b1", "n", draft, date(2019, 12, 1), None, 9, Läge.ÖPPEN, "§ 62", **facts)  # pyright: ignore[reportArgumentType]
    return BevakadDag(row, "Vårdnämnden", date(2019, 12, 1))


def events_in(data: bytes) -> list:
    check_grammar(data)
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_a_sammanträde_has_its_time_in_stockholm_place_and_people() -> None:
    one = möte(
        from_to=("08.30", "15.00"),
        plats="Rådhuset, Lund; sal B",
        organizer=Someone("Eva Lind", "eva@exempel.se"),
        attendees=(
            Someone("Åsa Ek", "asa@exempel.se"),
            Someone("Bo Ö", "bo@exempel.se", must=False),
        ),
    )
    (event,) = events_in(calendar_bytes([one], now=NOW))
    assert event["dtstart"].dt.isoformat() == "2019-11-22T08:30:00+01:00"
    assert event["dtend"].dt.isoformat() == "2019-11-22T15:00:00+01:00"
    assert event["dtstart"].params["TZID"] == "Europe/Stockholm"
    assert str(event["location"]) == "Rådhuset, Lund; sal B"
    assert str(event["organizer"]) == "mailto:eva@exempel.se"
    assert [one.params["ROLE"] for one in event["attendee"]] == [
        "REQ-PARTICIPANT",
        "OPT-PARTICIPANT",
    ]
    assert event["attendee"][0].params["CN"] == "Åsa Ek"
    assert str(event["status"]) == "CONFIRMED"


@pytest.mark.parametrize(
    ("day", "offset"), [(date(2019, 11, 22), 1), (date(2019, 5, 24), 2), (date(2020, 3, 29), 2)]
)
def test_the_zone_that_comes_along_gives_swedish_time(day: date, offset: int) -> None:
    data = calendar_bytes([möte(dag=day, from_to=("08.30", "12.00"))], now=NOW)
    (event,) = events_in(data)
    assert event["dtstart"].dt.utcoffset() == timedelta(hours=offset)
    (zone,) = Calendar.from_ical(data).walk("VTIMEZONE")
    assert isinstance(zone, Timezone)
    found = zone.to_tz()
    assert datetime(day.year, day.month, day.day, 8, 30, tzinfo=found).utcoffset() == timedelta(
        hours=offset
    )


def test_a_sammanträde_without_a_time_takes_the_day_and_needs_no_zone() -> None:
    data = calendar_bytes([möte()], now=NOW)
    (event,) = events_in(data)
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2019, 11, 22), date(2019, 11, 23))
    assert b"VTIMEZONE" not in data
    assert "Tiden är inte bestämd." in str(event["description"])


@pytest.mark.parametrize(
    "times", [("08.30", None), ("08.30", "08.30"), ("23.30", None), ("23.59", None)]
)
def test_an_end_that_nobody_has_said_is_after_the_beginning(times: tuple[str, str | None]) -> None:
    (event,) = events_in(calendar_bytes([möte(from_to=times)], now=NOW))
    assert event["dtend"].dt > event["dtstart"].dt


def test_a_cancelled_sammanträde_is_cancelled_in_the_calendar_and_says_why() -> None:
    (event,) = events_in(calendar_bytes([möte(inställt="storm")], now=NOW))
    assert str(event["status"]) == "CANCELLED"
    assert str(event["summary"]).startswith("Inställt: ")
    assert "storm" in str(event["description"])


def test_nobody_is_called_where_nobody_calls() -> None:
    one = möte(attendees=(Someone("Åsa", "asa@exempel.se"),))
    (event,) = events_in(calendar_bytes([one], now=NOW))
    assert "attendee" not in event
    assert "organizer" not in event


def test_a_bevakning_is_a_whole_day_with_an_alarm_at_nine_for_each_reminder() -> None:
    draft = BevakningDraft(
        "Svara", PåDatum(date(2019, 12, 1)), påminnelser=(30, 7, 0), förverkande=True
    )
    (event,) = events_in(calendar_bytes([watched(draft)], now=NOW))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2019, 12, 1), date(2019, 12, 2))
    alarms = [alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert alarms == [timedelta(hours=9) - timedelta(days=days) for days in (30, 7, 0)]
    assert "En rätt går förlorad" in str(event["description"])


def test_a_closed_bevakning_leaves_the_calendar_and_rings_no_more() -> None:
    one = watched(avslutad=date(2019, 11, 30), avslut="gjord", avslutad_hur="sänt")
    (event,) = events_in(calendar_bytes([one], now=NOW))
    assert str(event["status"]) == "CANCELLED"
    assert event.walk("VALARM") == []


@settings(max_examples=80)
@given(TEXT, TEXT, TEXT, TEXT, st.one_of(st.none(), TEXT))
def test_whatever_is_written_the_file_follows_the_grammar_and_the_words_come_back(
    namn, plats, who, address, reason
) -> None:
    one = möte(
        namn=namn,
        plats=plats,
        inställt=reason,
        organizer=Someone(who, "eva@exempel.se"),
        attendees=(Someone(who, address), Someone(who, "bo@exempel.se")),
    )
    draft = BevakningDraft(namn, PåDatum(date(2019, 12, 1)), anteckning=plats, ansvarig=who)
    events = events_in(calendar_bytes([one, watched(draft)], now=NOW, namn=who))
    assert len(events) == 2
    clean = re.sub(
        r"[\x00-\x08\x0b-\x1f\x7f]", " ", plats.replace("\r\n", "\n").replace("\r", "\n")
    )
    if plats:
        assert str(events[0]["location"]) == clean


@given(st.integers(0, 2**40), st.datetimes(NOW.replace(year=1990), NOW.replace(year=2090)))
def test_sequence_and_stamp_are_those_of_the_last_change(number: int, when: datetime) -> None:
    one = möte(changed=Changed(number, when))
    (event,) = events_in(calendar_bytes([one], now=NOW))
    assert int(event["sequence"]) == min(number, 2**31 - 1)
    assert event["dtstamp"].dt.utcoffset() == timedelta(0)


def test_the_same_events_give_the_same_bytes() -> None:
    events = (möte(from_to=("08.30", "15.00")), watched())
    assert calendar_bytes(events, now=NOW) == calendar_bytes(events, now=NOW)


def test_the_days_of_a_sammanträde_have_names_of_their_own() -> None:
    days = (möte(nummer=1, dagar=2), möte(nummer=2, dagar=2, dag=date(2019, 11, 23)))
    first, second = events_in(calendar_bytes(days, now=NOW))
    assert (str(first["uid"]), str(second["uid"])) == tuple(map(uid, days))
    assert first["uid"] != second["uid"]
    assert str(second["summary"]).endswith("(dag 2 av 2)")


class TestInAFile:
    """What comes out of a real file, and what happens in the calendar when it changes."""

    @pytest.fixture
    def nämnd(self, store: Store) -> str:
        nämnd = a_nämnd(store)
        for name, role, mail in (
            ("Eva Lind", "sekreterare", "eva@exempel.se"),
            ("Åsa Ek", "ledamot", "asa@exempel.se"),
            ("Bo Öst", "ersättare", "bo@exempel.se"),
            ("Utan Post", "ledamot", None),
        ):
            an_uppdrag(store, nämnd, a_person(store, name, epost=mail), role)
        plan = (PlannedMeeting(date(2026, 11, 20), "08.30", "15.00", "Lund"),)
        store.do(PlanYear(nämnd_id=nämnd, möten=plan, keys=("s1",)), "planera")
        return nämnd

    def only(self, store: Store, nämnd: str) -> Mötesdag:
        (one,) = store.ask(lambda session: of_möten(session, nämnd))
        return one

    def test_ledamöter_and_ersättare_are_called_by_the_secretary(self, store, nämnd) -> None:
        one = self.only(store, nämnd)
        assert one.organizer == Someone("Eva Lind", "eva@exempel.se")
        assert {(who.namn, who.must) for who in one.attendees} == {
            ("Eva Lind", False), ("Åsa Ek", True), ("Bo Öst", False),
        }  # fmt: skip
        assert one.from_to == ("08.30", "15.00")

    def test_a_moved_sammanträde_keeps_its_name_and_rises_and_so_does_its_undo(
        self, store, nämnd
    ) -> None:
        before = self.only(store, nämnd)
        days = (Dag(date(2026, 12, 4), (("09.00", "12.00"),)),)
        outcome = store.do(MoveSammanträde(sammanträde_id="s1", dagar=days, skäl="krock"), "flytta")
        moved = self.only(store, nämnd)
        assert (uid(moved), moved.dag) == (uid(before), date(2026, 12, 4))
        assert moved.changed.sequence > before.changed.sequence
        store.do(outcome.inverse, "ångra")
        back = self.only(store, nämnd)
        assert back.dag == before.dag
        assert back.changed.sequence > moved.changed.sequence

    def test_a_cancelled_one_is_still_there_to_be_cancelled(self, store, nämnd) -> None:
        store.do(CancelSammanträde(sammanträde_id="s1", skäl="storm"), "ställ in")
        assert self.only(store, nämnd).inställt == "storm"

    def test_a_bevakning_at_a_sammanträde_moves_with_it_and_rises(self, store, nämnd) -> None:
        draft = BevakningDraft("Återrapport", VidSammanträde(1, 2026))
        store.do(AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY, bevakning_id="b1"), "x")

        def only() -> BevakadDag:
            (one,) = store.ask(lambda session: of_bevakningar(session, nämnd, TODAY))
            return one

        before = only()
        days = (Dag(date(2026, 12, 4)),)
        store.do(MoveSammanträde(sammanträde_id="s1", dagar=days, skäl="krock"), "flytta")
        after = only()
        assert (before.dag, after.dag) == (date(2026, 11, 20), date(2026, 12, 4))
        assert after.changed.sequence > before.changed.sequence
        assert after.regel == "första sammanträdet 2026"

    def test_closed_ones_come_only_when_they_are_named(self, store, nämnd) -> None:
        draft = BevakningDraft("Svar", PåDatum(date(2026, 4, 1)))
        store.do(AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY, bevakning_id="b1"), "x")
        closed = CloseBevakning(bevakning_id="b1", avslut="gjord", hur="sänt", today=TODAY)
        store.do(closed, "avsluta")
        assert store.ask(lambda session: of_bevakningar(session, nämnd, TODAY)) == ()
        assert len(store.ask(lambda session: of_bevakningar(session, nämnd, TODAY, ["b1"]))) == 1
