"""The order of service, and the days on which something changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.organisation.days import change_beside, change_days
from nämnd.organisation.order import alike, moved
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import PersonDraft, UppdragDraft, serves


def row(key, ordning=0, roll="ersättare", huvudman="norr", från=None, till=None):
    draft = UppdragDraft(roll, huvudman, ordning, från, till)
    return UppdragRow(key, key, PersonDraft(key), draft, None)


def after_move(rows, key, step):
    new = moved(rows, key, step)
    renumbered = [
        replace(one, uppdrag=replace(one.uppdrag, ordning=new.get(one.id, one.uppdrag.ordning)))
        for one in rows
    ]
    return sorted(renumbered, key=lambda one: one.uppdrag.ordning)


@pytest.mark.parametrize(
    ("numbers", "key", "step", "expected"),
    [
        ([4, 7, 9], "b", -1, {"b": 4, "a": 7}),
        ([4, 7, 9], "b", 1, {"c": 7, "b": 9}),
        ([4, 7, 9], "a", -1, {}),
        ([4, 7, 9], "c", 1, {}),
        ([0, 0, 0], "c", -1, {"a": 1, "c": 2, "b": 3}),
        ([2, 2, 3], "a", 1, {"a": 3, "c": 4}),
    ],
    ids=["up", "down", "first", "last", "unnumbered", "alike"],
)
def test_a_move_changes_places_with_the_one_beside(numbers, key, step, expected):
    rows = [row(name, number) for name, number in zip("abc", numbers, strict=True)]
    assert moved(rows, key, step) == expected


@given(st.lists(st.integers(0, 6), min_size=1, max_size=6), st.data())
def test_only_the_one_moved_gets_another_place(numbers, data):
    rows = [row(str(at), number) for at, number in enumerate(sorted(numbers))]
    at = data.draw(st.integers(0, len(rows) - 1))
    step = data.draw(st.sampled_from([-1, 1]))
    ids = [one.id for one in rows]
    to = min(max(at + step, 0), len(ids) - 1)
    ids.insert(to, ids.pop(at))
    assert [one.id for one in after_move(rows, str(at), step)] == ids


def test_people_are_moved_among_those_of_their_role_and_huvudman():
    rows = [row("a"), row("b", huvudman="söder"), row("c", roll="ledamot"), row("d")]
    assert [one.id for one in alike(rows, rows[3])] == ["a", "d"]


# Days

ROWS = [
    row("a", från=date(2019, 1, 1), till=date(2022, 12, 31)),
    row("b", från=date(2023, 1, 1)),
    row("c", till=date(2024, 2, 28)),
    row("d", till=date.max),
]


def test_a_change_is_a_first_day_or_the_day_after_a_last():
    assert change_days(ROWS) == (date(2019, 1, 1), date(2023, 1, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("day", "step", "expected"),
    [
        (date(2023, 1, 1), -1, date(2019, 1, 1)),
        (date(2023, 1, 1), 1, date(2024, 2, 29)),
        (date(2023, 1, 2), -1, date(2023, 1, 1)),
        (date(2019, 1, 1), -1, None),
        (date(2024, 2, 29), 1, None),
    ],
    ids=["back", "on", "between", "first", "last"],
)
def test_the_next_change_is_another_day(day, step, expected):
    assert change_beside(ROWS, day, step) == expected


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted), max_size=5),
    st.integers(0, 60),
)
def test_nobody_comes_or_goes_between_two_changes(periods, days):
    first = date(2024, 2, 10)
    rows = [
        row(str(at), från=first + timedelta(days=a), till=first + timedelta(days=b))
        for at, (a, b) in enumerate(periods)
    ]

    def there(day):
        return {one.id for one in rows if serves(one.uppdrag.från, one.uppdrag.till, day)}

    day = first + timedelta(days=days)
    if day not in change_days(rows):
        assert there(day) == there(day - timedelta(days=1))
