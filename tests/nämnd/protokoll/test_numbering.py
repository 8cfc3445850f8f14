"""Numbers of §§: unique in a year, ascending at a sammanträde, and never moved once justerade."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.errors import JusteratError, NumberTakenError, NämndError
from nämnd.core.ids import new_id
from nämnd.protokoll.numbering import (
    Numbered,
    Numbers,
    moved,
    next_number,
    numbers_of,
    pushed,
    started_at,
    without,
)


def meeting(key: str, *numbers: int, locked: tuple[int, ...] = (), first: int | None = None):
    paragrafer = tuple(Numbered(f"{key}{n}", n, n in locked) for n in numbers)
    return Numbers(key, f"2026-0{ord(key) - ord('a') + 1}-10", paragrafer, first)


@pytest.mark.parametrize(
    ("year", "key", "number"),
    [
        ([meeting("a")], "a", 1),
        ([meeting("a", 1, 2)], "a", 3),
        ([meeting("a", first=59)], "a", 59),
        ([meeting("a", 59, first=59)], "a", 60),
        ([meeting("a", 1, 2), meeting("b")], "b", 3),
        ([meeting("a", 1, 2), meeting("b", first=10)], "b", 10),
        ([meeting("a", 1, 20), meeting("b", first=10)], "b", 21),
        ([meeting("a", 1, 4), meeting("b", 2, 3)], "b", 5),  # an earlier one was there first
        ([meeting("a", 1), meeting("b", 2, 3)], "a", 2),  # and pushes
        ([meeting("a", 1), meeting("b", 2, 3, locked=(3,))], "a", 4),
        ([meeting("a"), meeting("b", 1, 2, locked=(2,))], "a", 3),
        ([meeting("a", 1, 5)], "a", 6),  # a gap stays
    ],
)
def test_the_next_number(year, key, number):
    assert next_number(year, key) == number


@pytest.mark.parametrize(
    ("year", "new"),
    [
        ([meeting("a", 1, 2), meeting("b", 3, 4)], {}),
        ([meeting("a", 1, 2), meeting("b", 9)], {}),
        ([meeting("a", 1, 2), meeting("b", 2, 3)], {"b2": 3, "b3": 4}),
        ([meeting("a", 1, 2), meeting("b", 2, 9)], {"b2": 3}),
        ([meeting("a", 1, 2), meeting("b", 2, 3), meeting("c", 4)], {"b2": 3, "b3": 4, "c4": 5}),
        ([meeting("a", 1, 4), meeting("b", 2, 3, 4, locked=(3,))], {"b4": 5}),
        ([meeting("a", 2), meeting("b", 1), meeting("c", 3, locked=(3,))], {"b1": 4}),
        ([meeting("a", 1, 2), meeting("b", 3, 4, locked=(4,)), meeting("c", 4)], {"c4": 5}),
    ],
)
def test_later_sammanträden_make_room(year, new):
    assert pushed(year, "a") == new


@pytest.mark.parametrize(
    ("place", "to", "order"),
    [
        (3, 1, "a4:1 a1:2 a2:3 a3:4"),
        (0, 3, "a2:1 a3:2 a1:3 a4:4"),
        (0, 99, "a2:1 a3:2 a4:3 a1:4"),
        (2, 0, "a3:1 a1:2 a2:3 a4:4"),
        (1, 2, "a1:1 a2:2 a3:3 a4:4"),
    ],
)
def test_a_moved_paragraf_is_numbered_where_it_comes(place, to, order):
    paragrafer = meeting("a", 1, 2, 3, 4).paragrafer
    found = moved(paragrafer, paragrafer[place].id, to)
    assert " ".join(f"{one.id}:{one.nummer}" for one in found) == order


@pytest.mark.parametrize(("place", "to"), [(1, 3), (0, 2), (3, 1), (1, 2)])
def test_nothing_moves_past_what_is_justerat(place, to):
    paragrafer = meeting("a", 1, 2, 3, 4, locked=(2,)).paragrafer
    with pytest.raises(JusteratError) as caught:
        moved(paragrafer, paragrafer[place].id, to)
    assert caught.value.nummer == 2


def test_what_comes_after_the_justerade_may_change_places():
    paragrafer = meeting("a", 1, 2, 3, 4, locked=(2,)).paragrafer
    assert [one.id for one in moved(paragrafer, "a4", 3)] == ["a1", "a2", "a4", "a3"]


@pytest.mark.parametrize(
    ("numbers", "locked", "gone", "left"),
    [
        ((1, 2, 3), (), "a2", [1, 2]),
        ((1, 2, 3), (), "a3", [1, 2]),
        ((1, 2, 3, 4, 5), (4,), "a2", [1, 2, 4, 5]),
        ((1, 2, 3, 4), (1,), "a2", [1, 2, 3]),
        ((1, 5, 9), (), "a1", [1, 5]),
        ((1,), (), "a1", []),
    ],
)
def test_the_gap_is_closed_up_to_what_is_justerat(numbers, locked, gone, left):
    found = without(meeting("a", *numbers, locked=locked).paragrafer, gone)
    assert [one.nummer for one in found] == left


def test_a_justerad_paragraf_is_not_taken_back():
    with pytest.raises(JusteratError):
        without(meeting("a", 1, 2, locked=(1,)).paragrafer, "a1")


@pytest.mark.parametrize(
    ("year", "key", "first", "numbers"),
    [
        ([meeting("a", 1, 2)], "a", 59, [59, 60]),
        ([meeting("a", 1, 5)], "a", 10, [10, 14]),
        ([meeting("a", 59, 60)], "a", None, [1, 2]),
        ([meeting("a", 1, 2), meeting("b", 9, 10)], "b", None, [3, 4]),
        ([meeting("a", 1, 2), meeting("b", 3, 4, locked=(3,))], "b", 3, [3, 4]),
        ([meeting("a", 1, 2), meeting("b", 5, 6, locked=(6,))], "a", 4, [4, 7]),
        ([meeting("a"), meeting("b", 1)], "a", 7, []),
    ],
)
def test_a_sammanträde_begins_at_the_number_it_is_told(year, key, first, numbers):
    assert [one.nummer for one in started_at(year, key, first)] == numbers


def test_where_a_sammanträde_can_not_begin():
    year = [meeting("a", 1, 8), meeting("b", 9, 10, locked=(10,))]
    with pytest.raises(NumberTakenError) as taken:
        started_at(year, "b", 8)
    assert (taken.value.first, taken.value.last, taken.value.day) == (8, 8, "2026-01-10")
    with pytest.raises(JusteratError):
        started_at(year, "b", 20)


# Whatever is done


def change(year, step):
    """Do what is asked to one sammanträde, as the commands do; return the year after it."""
    what, which, place, other = step
    mine = year[which % len(year)]
    key, paragrafer = mine.sammanträde_id, mine.paragrafer
    one = paragrafer[place % len(paragrafer)].id if paragrafer else None
    match what:
        case "draw":
            number = next_number(year, key)
            new = (*paragrafer, Numbered(new_id(), number))
        case "move" if one:
            new = moved(paragrafer, one, other)
        case "undraw" if one:
            new = without(paragrafer, one)
        case "start":
            new = started_at(year, key, other or None)
        case "lock" if one:
            new = tuple(replace(p, låst=p.låst or p.id == one) for p in paragrafer)
        case _:
            return year
    after = [replace(numbers, paragrafer=new) if numbers is mine else numbers for numbers in year]
    pushes = pushed(after, key)
    return [
        replace(
            numbers,
            paragrafer=tuple(
                replace(p, nummer=pushes.get(p.id, p.nummer)) for p in numbers.paragrafer
            ),
        )
        for numbers in after
    ]


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["draw", "draw", "draw", "move", "undraw", "start", "lock"]),
        st.integers(0, 2),
        st.integers(0, 9),
        st.integers(0, 30),
    ),
    max_size=40,
)


@given(steps=STEPS)
def test_whatever_is_done_numbers_stay_unique_ascend_and_what_is_justerat_stands(steps):
    year = [meeting(key) for key in "abc"]
    for step in steps:
        locked = {p.id: p.nummer for numbers in year for p in numbers.paragrafer if p.låst}
        try:
            year = change(year, step)
        except NämndError:
            continue
        everything = [p for numbers in year for p in numbers.paragrafer]
        all_numbers = [p.nummer for p in everything]
        assert len(set(all_numbers)) == len(all_numbers)
        assert min(all_numbers, default=1) >= 1
        assert {p.id: p.nummer for p in everything if p.id in locked} == locked
        for numbers in year:
            mine = [p.nummer for p in numbers.paragrafer]
            assert mine == sorted(mine)


@given(steps=STEPS)
def test_while_nothing_is_justerat_numbers_ascend_through_the_year(steps):
    year = [meeting(key) for key in "abc"]
    for step in steps:
        if step[0] == "lock":
            continue
        try:
            year = change(year, step)
        except NämndError:
            continue
        all_numbers = [p.nummer for numbers in year for p in numbers.paragrafer]
        assert all_numbers == sorted(all_numbers)


def test_one_sammanträde_of_a_year():
    year = [meeting("a", 1), meeting("b", 2)]
    assert numbers_of(year, "b") is year[1]
