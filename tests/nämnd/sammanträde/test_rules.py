"""Times, days and stages."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.calendar import is_workday
from nämnd.sammanträde.rules import (
    Held,
    Stage,
    last_kallelse_day,
    number_in_year,
    read_spans,
    read_time,
    stage,
    whole_justerat,
)

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("08.30", "08.30"),
        ("8.30", "08.30"),
        ("8:30", "08.30"),
        ("0830", "08.30"),
        ("8", "08.00"),
        ("13", "13.00"),
        ("00.00", "00.00"),
        ("23.59", "23.59"),
        (" 8.30 ", "08.30"),
        ("kl 8.30", "08.30"),
        ("kl. 8.30", "08.30"),
        ("Kl. 8.30", "08.30"),
        ("klockan 8.30", "08.30"),
    ],
)
def test_a_time_is_kept_in_one_form(written, kept):
    assert read_time(written) == kept


@pytest.mark.parametrize(
    "written",
    [
        "",
        " ",
        "kl",
        "24.00",
        "12.60",
        "8.3",
        "830",
        "8.30-9",
        "08.30.00",
        "-8",
        "8 30",
        "efter lunch",
        "0830\n0900",
        "٠٨.٣٠",  # digits of another script
    ],
)
def test_what_is_no_time_of_day_is_not_guessed_at(written):
    assert read_time(written) is None


@given(st.text())
def test_a_time_that_was_read_reads_as_itself(written):
    found = read_time(written)
    assert found is None or read_time(found) == found


@given(st.times())
def test_every_minute_of_the_day_is_a_time(time):
    assert read_time(f"{time.hour}:{time.minute:02d}") == f"{time:%H.%M}"


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("", ()),
        (" , ", ()),
        ("8.30", (("08.30", None),)),
        ("8:30-12", (("08.30", "12.00"),)),
        ("kl. 8.30 – kl. 12", (("08.30", "12.00"),)),
        ("09.00–12.00, 13.00", (("09.00", "12.00"), ("13.00", None))),
        ("9, 13", (("09.00", None), ("13.00", None))),
    ],
)
def test_spans_of_time_are_read(written, spans):
    assert read_spans(written) == spans


@pytest.mark.parametrize(
    "written",
    ["-12", "8-", "8-9-10", "12-8", "8-8", "9-12, 11-13", "13, 9", "efter lunch", "9-12,x"],
)
def test_spans_that_make_no_sense_are_not_guessed_at(written):
    assert read_spans(written) is None


@pytest.mark.parametrize(
    ("day", "days", "slag", "last"),
    [
        (date(2019, 11, 22), 7, "kalenderdagar", date(2019, 11, 15)),
        (date(2019, 11, 22), 0, "kalenderdagar", date(2019, 11, 22)),
        (date(2019, 11, 22), 4, "arbetsdagar", date(2019, 11, 18)),
        (date(2019, 11, 22), 5, "arbetsdagar", date(2019, 11, 15)),  # over a weekend
        (date(2019, 11, 22), 0, "arbetsdagar", date(2019, 11, 22)),
        (date(2026, 4, 8), 7, "kalenderdagar", date(2026, 4, 1)),
        (date(2026, 4, 8), 2, "arbetsdagar", date(2026, 4, 2)),  # långfredag to annandag påsk
        (date(2026, 5, 15), 1, "arbetsdagar", date(2026, 5, 13)),  # Kristi himmelsfärdsdag
        (date(2026, 6, 22), 1, "arbetsdagar", date(2026, 6, 18)),  # midsommarafton
        (date(2026, 6, 8), 1, "arbetsdagar", date(2026, 6, 5)),  # 6 juni is a Saturday
        (date(2024, 6, 7), 1, "arbetsdagar", date(2024, 6, 5)),  # 6 juni is a Thursday
        (date(2027, 1, 4), 3, "arbetsdagar", date(2026, 12, 28)),  # nyårsafton and nyårsdagen
        (date(2026, 12, 28), 2, "arbetsdagar", date(2026, 12, 22)),  # julafton to annandag jul
        (date(2027, 1, 7), 2, "arbetsdagar", date(2027, 1, 4)),  # trettondedag jul
    ],
)
def test_the_last_day_of_a_kallelse(day, days, slag, last):
    assert last_kallelse_day(day, days=days, slag=slag) == last


@given(DAYS, st.integers(1, 30))
def test_so_many_working_days_lie_before_the_meeting(day, count):
    last = last_kallelse_day(day, days=count, slag="arbetsdagar")
    between = [last + timedelta(days=n) for n in range((day - last).days)]
    assert is_workday(last)
    assert sum(map(is_workday, between)) == count


@pytest.mark.parametrize("year", range(2020, 2032))
def test_offices_are_closed_on_the_eves_that_count_as_holidays(year):
    eve = next(day for n in range(19, 26) if (day := date(year, 6, n)).isoweekday() == 5)
    assert not any(map(is_workday, (eve, date(year, 12, 24), date(year, 12, 31))))


ONE, TWO = date(2020, 12, 3), date(2020, 12, 4)


@pytest.mark.parametrize(
    ("sent", "cancelled", "today", "expected"),
    [
        (False, False, date(2020, 12, 2), Stage.PLANERING),
        (True, False, date(2020, 12, 2), Stage.KALLAT),
        (True, False, ONE, Stage.PÅGÅR),
        (False, False, TWO, Stage.PÅGÅR),
        (True, False, date(2020, 12, 5), Stage.HÅLLET),
        (True, True, date(2020, 12, 5), Stage.INSTÄLLT),
        (False, True, date(2020, 12, 2), Stage.INSTÄLLT),
    ],
)
def test_the_stage_follows_from_days_and_what_went_out(sent, cancelled, today, expected):
    assert stage((TWO, ONE), sent=sent, cancelled=cancelled, today=today) is expected


@pytest.mark.parametrize(
    ("today", "held", "expected"),
    [
        (ONE, Held(), Stage.PÅGÅR),
        (TWO, Held(paragrafer=3), Stage.PÅGÅR),
        (TWO, Held(paragrafer=3, avslutat=True), Stage.PROTOKOLL),
        (TWO, Held(avslutat=True), Stage.HÅLLET),
        (date(2020, 12, 5), Held(paragrafer=3), Stage.PROTOKOLL),
        (date(2020, 12, 5), Held(paragrafer=3, justerat=True), Stage.JUSTERAT),
        (ONE, Held(paragrafer=1, justerat=True), Stage.PÅGÅR),  # § 1 at once, the meeting goes on
        (date(2020, 12, 5), Held(), Stage.HÅLLET),
        (date(2020, 12, 2), Held(paragrafer=3), Stage.KALLAT),
    ],
)
def test_once_it_is_over_its_protokoll_is_written(today, held, expected):
    assert stage((ONE, TWO), sent=True, cancelled=False, today=today, held=held) is expected


@pytest.mark.parametrize(
    ("numbers", "justerade", "expected"),
    [
        ((), (None,), False),
        ((1, 2), (), False),
        ((1, 2), ("2",), False),
        ((1, 2), ("2", "1"), True),
        ((1, 2), (None,), True),
        ((1, 2), ("1–",), True),
        ((1,), ("1 punkt 2",), False),
    ],
)
def test_a_sammanträde_is_justerat_when_each_of_its_paragrafer_is(numbers, justerade, expected):
    assert whole_justerat(numbers, justerade) is expected


def test_a_meeting_without_a_day_is_being_planned():
    assert stage((), sent=False, cancelled=False, today=ONE) is Stage.PLANERING


def test_the_number_in_the_year_counts_the_earlier_ones_of_that_year():
    others = [date(2019, 2, 1), date(2019, 6, 7), date(2019, 12, 6), date(2018, 11, 23)]
    assert number_in_year(date(2019, 11, 22), others) == 3
    assert number_in_year(date(2019, 1, 2), others) == 1
    assert number_in_year(date(2020, 1, 2), others) == 1
