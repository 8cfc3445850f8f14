"""The day a bevakning is due: by table and by property (moved meetings, leap days, year ends)."""

from calendar import isleap
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.bevakning.rules import (
    Calendar,
    Due,
    Möte,
    due,
    goes_round,
    next_after,
    occurrences,
    reminder_days,
    reminder_is_due,
)
from nämnd.bevakning.steps import months_after, shifted
from nämnd.bevakning.values import (
    BevakningDraft,
    Förfaller,
    Hinder,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.bevakning.wording import hinder_words, words, återkommer_words
from nämnd.bevakning.writing import (
    kept,
    kept_återkommer,
    read,
    read_återkommer,
)
from nämnd.core.calendar import is_workday, workdays_before

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))
EVERY = st.sampled_from(("månad", "kvartal", "halvår", "år"))
RULES = st.one_of(
    st.builds(PåDatum, DAYS),
    st.builds(VidSammanträde, st.integers(1, 12), st.integers(1990, 2080)),
    st.builds(
        Relativt,
        st.sampled_from(("a", "b", "c", "m1", "borta")),
        st.integers(-400, 400),
        st.sampled_from(("kalenderdagar", "arbetsdagar")),
    ),
    st.builds(Villkor, st.text("aäö", min_size=1)),
)


def möten(year: int, *months: int, **facts: object) -> tuple[Möte, ...]:
    return tuple(
        replace(Möte(f"m{n}", date(year, month, 15), n, year), **facts)
        for n, month in enumerate(months, start=1)
    )


def draft(
    förfaller: Förfaller, återkommer: Återkommer | None = None, *påminnelser: int
) -> BevakningDraft:
    return BevakningDraft("x", förfaller, återkommer=återkommer, påminnelser=påminnelser)


YEAR = möten(2019, 2, 5, 9, 11)


@pytest.mark.parametrize(
    ("förfaller", "calendar", "expected"),
    [
        (PåDatum(date(2021, 3, 31)), Calendar(), Due(date(2021, 3, 31))),
        (VidSammanträde(4, 2019), Calendar(YEAR), Due(date(2019, 11, 15), None, "m4")),
        (VidSammanträde(5, 2019), Calendar(YEAR), Due(None, Hinder.FÖR_FÅ_SAMMANTRÄDEN)),
        (VidSammanträde(1, 2020), Calendar(YEAR), Due(None, Hinder.FÖR_FÅ_SAMMANTRÄDEN)),
        (Relativt("m4", -7), Calendar(YEAR), Due(date(2019, 11, 8))),
        (Relativt("m4", 0), Calendar(YEAR), Due(date(2019, 11, 15), None, "m4")),
        (Relativt("m4", -1, "arbetsdagar"), Calendar(YEAR), Due(date(2019, 11, 14))),
        (Relativt("x", 7), Calendar(YEAR), Due(None, Hinder.BORTA)),
        (Villkor("snarast"), Calendar(), Due(None, Hinder.VILLKOR)),
        (
            Relativt("b", 30),
            Calendar(YEAR, {"b": VidSammanträde(5, 2019)}),
            Due(None, Hinder.FÖR_FÅ_SAMMANTRÄDEN),
        ),
        (
            Relativt("b", 30),
            Calendar(YEAR, {"b": VidSammanträde(4, 2019)}),
            Due(date(2019, 12, 15)),
        ),
    ],
)
def test_each_kind_of_rule_has_its_day(
    förfaller: Förfaller, calendar: Calendar, expected: Due
) -> None:
    assert due(förfaller, calendar) == expected


def test_the_number_that_stands_on_a_meeting_decides_when_each_has_its_own() -> None:
    swapped = (replace(YEAR[0], nummer=2), replace(YEAR[1], nummer=1), *YEAR[2:])
    assert due(VidSammanträde(1, 2019), Calendar(swapped)).sammanträde_id == "m2"


@pytest.mark.parametrize("number", [None, 1])
def test_the_order_decides_when_numbers_are_missing_or_the_same(number: int | None) -> None:
    rows = tuple(replace(one, nummer=number) for one in YEAR)
    assert due(VidSammanträde(3, 2019), Calendar(rows)).sammanträde_id == "m3"


def test_what_a_cancelled_last_meeting_should_have_taken_up_has_no_day() -> None:
    rows = (*YEAR[:3], replace(YEAR[3], inställt=True))
    assert due(VidSammanträde(4, 2019), Calendar(rows)).hinder is Hinder.FÖR_FÅ_SAMMANTRÄDEN
    assert due(Relativt("m4", -7), Calendar(rows)).hinder is Hinder.BORTA


def test_extra_meetings_are_not_counted() -> None:
    extra = Möte("x", date(2019, 1, 10), 1, 2019, ordinarie=False)
    assert due(VidSammanträde(1, 2019), Calendar((extra, *YEAR))).sammanträde_id == "m1"


@given(st.sets(st.integers(1, 12), min_size=1), st.data())
def test_the_nth_of_a_year_follows_wherever_it_is_moved(
    months: set[int], data: st.DataObject
) -> None:
    rows = möten(2024, *sorted(months))
    n = data.draw(st.integers(1, len(rows)))
    day = data.draw(st.dates(date(2023, 11, 1), date(2025, 3, 1)))
    moved = tuple(replace(one, dag=day) if one.nummer == n else one for one in rows)
    assert due(VidSammanträde(n, 2024), Calendar(moved)) == Due(day, None, f"m{n}")


@given(RULES, RULES, RULES, RULES)
def test_days_that_are_counted_from_each_other_always_have_an_answer(
    rule: Förfaller, a: Förfaller, b: Förfaller, c: Förfaller
) -> None:
    calendar = Calendar(YEAR, {"a": a, "b": b, "c": c})
    found = due(rule, calendar)
    assert (found.dag is None) is (found.hinder is not None)
    if found.dag is None:
        assert hinder_words(rule, found.hinder)


@given(RULES, RULES, RULES)
def test_what_goes_round_has_no_day(a: Förfaller, b: Förfaller, c: Förfaller) -> None:
    calendar = Calendar(YEAR, {"a": a, "b": b, "c": c})
    if goes_round("a", a, calendar):
        assert due(a, calendar).hinder is Hinder.BORTA


@given(DAYS, st.integers(-300, 300))
def test_working_days_are_counted_as_a_kallelsetid_is(day: date, count: int) -> None:
    found = shifted(day, count, "arbetsdagar")
    low, high = sorted((day, found))
    passed = [low + timedelta(n) for n in range((high - low).days + 1)]
    passed.remove(day)
    assert sum(map(is_workday, passed)) == abs(count)
    if count:
        assert is_workday(found)
    if count < 0:
        assert found == workdays_before(day, -count)


@pytest.mark.parametrize("count", [-3660, 3660])
@pytest.mark.parametrize("slag", ["kalenderdagar", "arbetsdagar"])
@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_step_leaves_the_calendar(day: date, slag, count: int) -> None:
    assert date.min <= shifted(day, count, slag) <= date.max


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2020, 9, 30), 6, date(2021, 3, 31)),
        (date(2021, 3, 31), 6, date(2021, 9, 30)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2023, 2, 28), 12, date(2024, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 1), 1, date(2024, 1, 1)),
        (date(2023, 8, 30), 6, date(2024, 2, 29)),
        (date(9999, 12, 31), 1, None),
    ],
)
def test_a_step_of_months(day: date, months: int, expected: date | None) -> None:
    assert months_after(day, months) == expected


@given(DAYS, EVERY, DAYS)
def test_the_next_time_is_later_and_no_later_than_it_must_be(day: date, every, today: date) -> None:
    coming = next_after(draft(PåDatum(day), Återkommer(every)), today)
    assert isinstance(coming, PåDatum)
    assert coming.datum > max(day, today)
    step = {"månad": 31, "kvartal": 92, "halvår": 184, "år": 366}[every]
    assert (coming.datum - max(day, today)).days <= step + 1


@given(DAYS, DAYS)
def test_each_year_is_on_the_same_day_of_the_year(day: date, today: date) -> None:
    coming = next_after(draft(PåDatum(day), Återkommer("år")), today)
    assert isinstance(coming, PåDatum)
    leap_lost = (day.month, day.day) == (2, 29) and not isleap(coming.datum.year)
    expected = (2, 28) if leap_lost else (day.month, day.day)
    assert (coming.datum.month, coming.datum.day) == expected


@given(DAYS, EVERY, DAYS)
def test_it_does_not_come_back_after_its_last_day(day: date, every, till: date) -> None:
    coming = next_after(draft(PåDatum(day), Återkommer(every, till)), day)
    assert coming is None or (isinstance(coming, PåDatum) and coming.datum <= till)


def test_what_comes_back_at_each_meeting_takes_the_next_that_is_held() -> None:
    rows = (YEAR[0], replace(YEAR[1], inställt=True), *YEAR[2:], *möten(2020, 3))
    calendar = Calendar((*rows[:-1], replace(rows[-1], id="n1")))
    every = Återkommer("sammanträde")
    first = draft(VidSammanträde(1, 2019), every)
    assert next_after(first, date(2019, 1, 1), calendar) == VidSammanträde(3, 2019)
    last = draft(VidSammanträde(4, 2019), every)
    assert next_after(last, date(2019, 1, 1), calendar) == VidSammanträde(1, 2020)
    before = draft(Relativt("m3", -7), every)
    assert next_after(before, date(2019, 1, 1), calendar) == Relativt("m4", -7)
    assert next_after(draft(VidSammanträde(1, 2020), every), date(2019, 1, 1), calendar) is None


def test_the_same_meeting_each_year_comes_back_in_a_year_that_is_not_planned() -> None:
    yearly = draft(VidSammanträde(4, 2019), Återkommer("år", date(2021, 12, 31)))
    calendar = Calendar(YEAR)
    assert next_after(yearly, date(2019, 12, 1), calendar) == VidSammanträde(4, 2020)
    assert next_after(yearly, date(2021, 12, 1), calendar) == VidSammanträde(4, 2021)
    assert next_after(yearly, date(2022, 1, 1), calendar) is None


def test_what_does_not_come_back_has_no_next_time() -> None:
    assert next_after(draft(PåDatum(date(2020, 1, 1))), date(2020, 1, 1)) is None
    assert next_after(draft(Villkor("snarast"), Återkommer("år")), date(2020, 1, 1)) is None


@given(DAYS, EVERY, DAYS)
def test_the_occurrences_of_a_year_are_those_that_follow_each_other(
    day: date, every, today: date
) -> None:
    first, last = date(today.year, 1, 1), date(today.year, 12, 31)
    found = occurrences(draft(PåDatum(day), Återkommer(every)), first, last)
    assert list(found) == sorted(set(found))
    assert all(first <= one <= last and one >= day for one in found)
    if day.year < today.year:
        assert len(found) == {"månad": 12, "kvartal": 4, "halvår": 2, "år": 1}[every]


def test_reminders_come_in_steps_and_several_that_passed_are_one() -> None:
    day = date(2026, 3, 31)
    steps = draft(PåDatum(day), None, 30, 7, 1)
    assert reminder_days(steps, day) == (date(2026, 3, 1), date(2026, 3, 24), date(2026, 3, 30))
    assert not reminder_is_due(steps, day, (), date(2026, 2, 28))
    assert reminder_is_due(steps, day, (), date(2026, 3, 25))
    assert not reminder_is_due(steps, day, (date(2026, 3, 25),), date(2026, 3, 29))
    assert reminder_is_due(steps, day, (date(2026, 3, 25),), date(2026, 3, 30))
    assert not reminder_is_due(steps, None, (), date(2026, 3, 30))


@given(RULES)
def test_what_is_kept_is_read_back(rule: Förfaller) -> None:
    assert read(kept(rule)) == rule
    assert words(rule)


@given(st.builds(Återkommer, EVERY, st.none() | DAYS))
def test_how_often_it_comes_back_is_read_back(rule: Återkommer) -> None:
    assert read_återkommer(kept_återkommer(rule)) == rule
    assert återkommer_words(rule).startswith("varje")


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"datum": "2020-13-01"},
        {"sammanträde": {"nummer": "x"}},
        {"relativt": [1]},
        {"datum": 7},
    ],
)
def test_what_can_not_be_read_is_on_no_day(broken: dict[str, object]) -> None:
    assert due(read(broken), Calendar()).hinder is Hinder.VILLKOR


@pytest.mark.parametrize(
    ("rule", "till", "said"),
    [
        (VidSammanträde(4, 2019), "", "fjärde sammanträdet 2019"),
        (PåDatum(date(2021, 3, 31)), "", "31 mars 2021"),
        (
            Relativt("m", -7, "arbetsdagar"),
            "sammanträdet den 22 november 2019",
            "7 arbetsdagar före sammanträdet den 22 november 2019",
        ),
        (Relativt("m", 1), "«Rekvirera»", "1 dag efter «Rekvirera»"),
        (Relativt("m", 0), "«Rekvirera»", "samma dag som «Rekvirera»"),
        (Villkor("när rapporten är klar"), "", "när rapporten är klar"),
    ],
)
def test_a_rule_in_words(rule: Förfaller, till: str, said: str) -> None:
    assert words(rule, till) == said


def test_a_long_chain_of_days_that_are_counted_from_each_other_has_its_day() -> None:
    chain: dict[str, Förfaller] = {"0": PåDatum(date(2026, 1, 1))}
    chain |= {str(number): Relativt(str(number - 1), 1) for number in range(1, 3000)}
    found = due(Relativt("2999", 1), Calendar((), chain))
    assert found.dag == date(2026, 1, 1) + timedelta(days=3000)
