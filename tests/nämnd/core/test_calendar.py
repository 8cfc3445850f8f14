"""Working days in Sweden."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.calendar import is_workday, workdays_before

# Monday to Friday on which offices are closed: skärtorsdag, trettondagsafton, valborg and the day
# before alla helgons dag are worked, at least in part.
CLOSED = {
    2019: "01-01 04-19 04-22 05-01 05-30 06-06 06-21 12-24 12-25 12-26 12-31",
    2024: "01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31",
    2025: "01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31",
    2026: "01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31",
    2027: "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31",
    2038: "01-01 01-06 04-23 04-26 06-03 06-25 12-24 12-31",  # the latest Easter: 25 April
}


def days_of(year):
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", CLOSED)
def test_offices_are_closed_on_holidays_and_the_three_eves(year):
    closed = [day for day in days_of(year) if day.weekday() < 5 and not is_workday(day)]
    assert " ".join(f"{day:%m-%d}" for day in closed) == CLOSED[year]


def test_nobody_works_on_a_saturday_or_a_sunday():
    assert not any(is_workday(day) for day in days_of(2026) if day.weekday() >= 5)


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 3, 27), 5, date(2026, 3, 20)),  # a Friday, and a week before
        (date(2026, 4, 8), 3, date(2026, 4, 1)),  # over Easter
        (date(2026, 1, 7), 4, date(2025, 12, 29)),  # over the end of the year and trettondagen
        (date(2026, 3, 28), 1, date(2026, 3, 27)),  # a Saturday
        (date(2026, 3, 27), 0, date(2026, 3, 27)),
    ],
)
def test_working_days_are_counted_backwards(day, count, expected):
    assert workdays_before(day, count) == expected


@given(st.dates(date(2015, 1, 1), date(2040, 1, 1)), st.integers(1, 30))
def test_so_many_working_days_lie_between(day, count):
    start = workdays_before(day, count)
    between = [start + timedelta(days=n) for n in range((day - start).days)]
    assert sum(map(is_workday, between)) == count
    assert is_workday(start)
