"""Which seats are empty and which uppdrag end soon."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.organisation.coming import SOON, coming
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import HuvudmanDraft, PersonDraft, UppdragDraft, serves
from nämnd.organisation.seats import VacantSeat, seat_of, vacant_seats

DAY = date(2026, 3, 2)
NORR = HuvudmanDraft("norr", "Region Norr", 2, 1)
SÖDER = HuvudmanDraft("söder", "Region Söder", 1, 0)


def after(days):
    return DAY + timedelta(days=days)


def one(key, roll="ledamot", huvudman: str | None = "norr", *, från=None, till=None, person=None):
    draft = UppdragDraft(roll, huvudman, 0, från, till)
    return UppdragRow(key, person or key, PersonDraft(key), draft, huvudman)


def told(rows, huvudmän=(NORR,), day=DAY):
    """Return each finding in short: who ends, days left, who follows, days empty, vacant."""
    return [
        (
            found.ends.id if found.ends else f"{found.huvudman} {found.roll}",
            found.days_left,
            found.follower.id if found.follower else None,
            found.empty_days,
            found.vacant,
        )
        for found in coming(huvudmän, rows, day)
    ]


FULL = [one("a"), one("b"), one("e", "ersättare")]


def test_a_full_nämnd_with_nobody_leaving_has_nothing_to_tell():
    assert told(FULL) == []


def test_empty_seats_come_first_in_the_order_of_the_huvudmän():
    rows = [one("a", till=after(5))]
    assert told(rows, (SÖDER, NORR)) == [
        ("Region Söder ledamot", None, None, None, True),
        ("Region Norr ledamot", None, None, None, True),
        ("Region Norr ersättare", None, None, None, True),
        ("a", 5, None, None, True),
    ]


@pytest.mark.parametrize(
    ("till", "left"),
    [
        (after(-1), None),
        (after(0), 0),
        (after(1), 1),
        (after(SOON - 1), 89),
        (after(SOON), 90),
        (after(SOON + 1), None),
        (None, None),
    ],
    ids=["yesterday", "today", "tomorrow", "89", "90", "91", "open"],
)
def test_the_days_left_are_counted_to_the_last_day_up_to_ninety(till, left):
    rows = [one("a", till=till), *FULL[1:]]
    ends = [found for found in told(rows) if found[1] is not None]
    assert ends == ([] if left is None else [("a", left, None, None, True)])


@pytest.mark.parametrize(
    ("day", "till", "left"),
    [
        (date(2024, 2, 28), date(2024, 2, 29), 1),
        (date(2024, 2, 28), date(2024, 3, 1), 2),
        (date(2023, 2, 28), date(2023, 3, 1), 1),
        (date(2023, 12, 1), date(2024, 2, 29), 90),
        (date(2024, 2, 29), date(2024, 5, 29), 90),
    ],
    ids=["leap day", "over it", "no leap day", "to it", "from it"],
)
def test_leap_days_are_days(day, till, left):
    rows = [one("a", till=till), *FULL[1:]]
    assert told(rows, day=day) == [("a", left, None, None, True)]


@pytest.mark.parametrize(
    ("från", "said"),
    [
        (after(11), ("a", 10, "c", 0, False)),
        (after(12), ("a", 10, "c", 1, True)),
        (after(400), ("a", 10, "c", 389, True)),
        (after(10), ("a", 10, None, None, False)),
    ],
    ids=["the day after", "a day late", "a year late", "before the other leaves"],
)
def test_one_who_begins_too_late_leaves_the_seat_empty_meanwhile(från, said):
    rows = [one("a", till=after(10)), *FULL[1:], one("c", från=från)]
    assert told(rows) == [said]


def test_an_empty_seat_is_filled_by_the_next_who_begins():
    rows = [one("a"), one("e", "ersättare"), one("c", från=after(30))]
    assert told(rows) == [("Region Norr ledamot", None, "c", 30, True)]


def test_one_more_than_the_seats_leaves_none_empty():
    rows = [*FULL, one("c", till=after(3)), one("d", till=after(4))]
    assert told(rows) == [("c", 3, None, None, False), ("d", 4, None, None, False)]
    rows = [one("a", till=after(1)), one("b", till=after(2)), one("c"), FULL[2]]
    assert told(rows) == [("a", 1, None, None, False), ("b", 2, None, None, True)]


def test_a_seat_is_filled_only_by_its_own_kind_and_huvudman():
    late = after(6)
    rows = [
        one("a", till=after(5)),
        *FULL[1:],
        one("x", "ersättare", från=late),
        one("y", huvudman="söder", från=late),
        one("z", "sekreterare", från=late),
    ]
    assert told(rows)[-1] == ("a", 5, None, None, True)


def test_an_ordförande_leaves_the_seat_of_a_ledamot():
    rows = [one("a", "ordförande", till=after(5)), *FULL[1:], one("c", från=after(6))]
    assert told(rows) == [("a", 5, "c", 0, False)]


def test_a_person_whose_uppdrag_goes_on_takes_the_own_seat():
    rows = [
        one("a1", till=after(5), person="a"),
        one("b1", till=after(5), person="b"),
        one("b2", från=after(6), person="b"),
        one("c", från=after(9)),
        FULL[2],
    ]
    assert told(rows) == [("a1", 5, "c", 3, True), ("b1", 5, "b2", 0, False)]


def test_who_has_no_counted_seat_is_told_all_the_same():
    rows = [
        *FULL,
        one("s", "sekreterare", None, till=after(5)),
        one("t", "sekreterare", None, från=after(6)),
        one("k", "tjänsteman", None, till=after(7)),
    ]
    assert told(rows) == [("s", 5, "t", 0, False), ("k", 7, None, None, True)]


def test_where_no_seats_are_set_none_is_empty_today():
    assert told([one("a", huvudman="x")], (HuvudmanDraft("x", "Region X"),)) == []


def test_an_uppdrag_that_begins_and_ends_within_the_time_is_told():
    rows = [*FULL[1:], one("a", till=after(9)), one("c", från=after(10), till=after(20))]
    assert told(rows) == [("a", 9, "c", 0, False), ("c", 20, None, None, True)]


@st.composite
def appointments(draw):
    """Some people in one huvudman's seats, with periods around the day of the report."""
    rows = []
    for place in range(draw(st.integers(0, 7))):
        från = draw(st.none() | st.integers(-100, 150).map(after))
        till = draw(st.none() | st.integers(-50, 200).map(after))
        if från and till and till < från:
            från, till = till, från
        person = draw(st.sampled_from(["p", "q", None]))
        roll = draw(st.sampled_from(["ledamot", "ordförande", "ersättare"]))
        rows.append(one(f"u{place}", roll, från=från, till=till, person=person))
    return rows


def empty_on(found, seat, day):
    return sum(
        seat_of(item.roll) == seat
        and item.vacant
        and item.from_day <= day
        and (item.follower is None or day < item.follower.uppdrag.från)
        for item in found
    )


@given(appointments(), st.integers(0, 3), st.integers(1, 3), st.integers(0, SOON))
def test_on_every_day_ahead_as_many_seats_are_told_empty_as_are(rows, platser, ersättare, ahead):
    huvudman, day = HuvudmanDraft("norr", "Region Norr", platser, ersättare), after(ahead)
    found = coming([huvudman], rows, DAY)
    empty = vacant_seats([huvudman], rows, day)
    for seat in ("ledamot", "ersättare"):
        assert empty_on(found, seat, day) == sum(item.roll == seat for item in empty)


@given(appointments(), st.integers(0, 3))
def test_every_uppdrag_that_ends_in_time_is_told_once_with_its_days(rows, platser):
    found = coming([HuvudmanDraft("norr", "Region Norr", platser, 1)], rows, DAY)
    expected = {
        row.id: (row.uppdrag.till - DAY).days
        for row in rows
        if row.uppdrag.till and DAY <= row.uppdrag.till <= after(SOON)
    }
    ends = [(item.ends.id, item.days_left) for item in found if item.ends]
    assert len(ends) == len(expected)
    assert dict(ends) == expected


# Seats that are empty on a day


def test_empty_seats_are_told_one_by_one():
    two = HuvudmanDraft("norr", "Region Norr", 3, 2)
    assert vacant_seats([two, SÖDER], [one("a"), one("e", "ersättare")], DAY) == (
        VacantSeat("norr", "Region Norr", "ledamot", 1),
        VacantSeat("norr", "Region Norr", "ledamot", 2),
        VacantSeat("söder", "Region Söder", "ledamot", 1),
        VacantSeat("norr", "Region Norr", "ersättare", 1),
    )


def test_the_twelve_and_twelve_seats_of_södra_regionvårdsnämnden():
    six, two = (6, 6), (2, 2)
    huvudmän = [
        HuvudmanDraft(name, f"Region {name}", *seats)
        for name, seats in (("Skåne", six), ("Blekinge", two), ("Halland", two), ("Kronoberg", two))
    ]
    everybody = [
        one(f"{roll} {name} {place}", roll, name)
        for name, seats in (("Skåne", 6), ("Blekinge", 2), ("Halland", 2), ("Kronoberg", 2))
        for roll in ("ledamot", "ersättare")
        for place in range(seats)
    ]
    assert len(vacant_seats(huvudmän, [], DAY)) == 24
    assert vacant_seats(huvudmän, everybody, DAY) == ()
    without = [row for row in everybody if row.id != "ersättare Halland 1"]
    assert vacant_seats(huvudmän, without, DAY) == (
        VacantSeat("Halland", "Region Halland", "ersättare", 1),
    )


@given(appointments(), st.integers(0, 3), st.integers(0, 3), st.integers(-60, 60))
def test_the_seats_of_a_day_are_filled_or_vacant(rows, platser, ersättare, days):
    day = after(days)
    empty = vacant_seats([HuvudmanDraft("norr", "N", platser, ersättare)], rows, day)
    assert len({seat.id for seat in empty}) == len(empty)
    for seat, seats in (("ledamot", platser), ("ersättare", ersättare)):
        filled = sum(
            seat_of(row.uppdrag.roll) == seat and serves(row.uppdrag.från, row.uppdrag.till, day)
            for row in rows
        )
        vacant = sum(item.roll == seat for item in empty)
        assert vacant == (max(0, seats - filled) if platser or ersättare else 0)
