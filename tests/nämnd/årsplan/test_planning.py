"""A year is proposed round days off and days that are taken; what can't be avoided is shown."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nämnd.core.calendar import is_workday
from nämnd.årsplan.days import CLOSED, Dag, is_eve, is_klämdag, kinds
from nämnd.årsplan.planning import (
    Krock,
    Krockar,
    Proposal,
    Taken,
    Wish,
    assess,
    frister_of,
    ideals,
    propose,
)
from nämnd.årsplan.queries import Frister
from nämnd.årsplan.values import Mötesfrist, Slag, SpärrdagRow

YEARS = st.integers(2000, 2060)
WISHES = st.builds(
    Wish,
    antal=st.integers(1, 12),
    veckodag=st.one_of(st.none(), st.integers(0, 4)),
    månader=st.lists(st.integers(1, 12), max_size=6).map(tuple),
)


def days_of(år: int) -> st.SearchStrategy[date]:
    return st.dates(date(år, 1, 1), date(år, 12, 31))


@st.composite
def plans(draw: st.DrawFn) -> tuple[int, Wish, Taken]:
    år = draw(YEARS)
    blocked = draw(st.lists(days_of(år), max_size=60))
    rows = tuple(SpärrdagRow(str(n), day, "fullmäktige") for n, day in enumerate(blocked))
    möten = tuple(draw(st.lists(days_of(år), max_size=5)))
    return år, draw(WISHES), Taken(rows, möten)


@given(plans())
def test_nothing_is_proposed_on_a_day_off_or_a_taken_day_while_a_near_one_is_free(plan) -> None:
    år, wish, taken = plan
    for one in propose(år, wish, taken):
        if one.is_free:
            assert is_workday(one.dag)
            assert not set(kinds(one.dag)) & CLOSED
            assert one.dag not in {row.datum for row in taken.spärrdagar}
            assert one.dag not in taken.möten
        else:
            assert one.krockar, "what it meets is shown"


@given(plans())
def test_the_days_are_in_the_year_in_order_no_day_twice_and_on_the_wished_weekday(plan) -> None:
    år, wish, taken = plan
    days = [one.dag for one in propose(år, wish, taken)]
    assert days == sorted(set(days))
    assert len(days) == wish.antal
    assert all(day.year == år for day in days)
    if wish.veckodag is not None:
        assert {day.weekday() for day in days} == {wish.veckodag}


@given(YEARS, WISHES)
def test_in_a_year_where_nothing_is_taken_every_proposal_is_free(år: int, wish: Wish) -> None:
    assume(not wish.månader or wish.antal <= 3 * len(set(wish.månader)))  # they must fit
    assert all(one.is_free for one in propose(år, wish, Taken()))


@given(YEARS, st.integers(1, 6), st.integers(0, 4))
def test_sammanträden_are_a_week_apart_when_there_is_room(
    år: int, antal: int, veckodag: int
) -> None:
    days = [one.dag for one in propose(år, Wish(antal, veckodag), Taken())]
    assert all(later - day >= timedelta(days=7) for day, later in pairwise(days))


@given(YEARS, st.data())
def test_last_year_s_days_give_the_same_weekday_at_most_four_days_from_the_date(år, data) -> None:
    before = data.draw(st.lists(days_of(år - 1), min_size=1, max_size=8, unique=True))
    for old, new in zip(
        sorted(before), ideals(år, Wish(len(before), förlaga=tuple(before))), strict=True
    ):
        assert new.year == år
        then = date(år, old.month, min(old.day, 28) if old.month == 2 else old.day)
        assert abs((new - then).days) <= 3
        if abs((then - date(år, 1, 1)).days) > 3 and abs((date(år, 12, 31) - then).days) > 3:
            assert new.weekday() == old.weekday()


@given(days_of(2027), st.integers(-60, 60), st.sampled_from(("kalenderdagar", "arbetsdagar")))
def test_what_is_counted_from_a_day_follows_when_the_day_is_changed(day, dagar, slag) -> None:
    frister = Frister((Mötesfrist("Stoppdag", dagar, slag),), 7, "kalenderdagar")
    counted = {one.vad or one.slag: one.dag for one in frister_of(day, frister)}
    assert counted[Slag.KALLELSE] == day - timedelta(days=7)
    if slag == "kalenderdagar":
        assert counted["Stoppdag"] == day + timedelta(days=dagar)
    elif dagar:
        assert is_workday(counted["Stoppdag"])
    assert counted[Slag.JUSTERING] >= day + timedelta(days=14)


FRIDAYS_2019 = Wish(
    4, 4, förlaga=(date(2018, 2, 9), date(2018, 5, 25), date(2018, 9, 21), date(2018, 11, 23))
)


def test_2019_is_planned_from_2018_on_the_days_the_real_nämnd_met() -> None:
    days = [one.dag for one in propose(2019, FRIDAYS_2019, Taken())]
    assert days == [date(2019, 2, 8), date(2019, 5, 24), date(2019, 9, 20), date(2019, 11, 22)]


def test_a_fullmäktige_day_is_passed_by_for_the_nearest_of_the_same_weekday() -> None:
    taken = Taken((SpärrdagRow("a", date(2019, 11, 22), "fullmäktige", "h", "Region Skåne"),))
    last = propose(2019, FRIDAYS_2019, taken)[-1]
    assert (last.dag, last.is_free) == (date(2019, 11, 15), True)


def test_a_day_chosen_by_hand_shows_whose_day_it_is() -> None:
    taken = Taken((SpärrdagRow("a", date(2019, 11, 22), "fullmäktige", "h", "Region Skåne"),))
    found = assess(date(2019, 11, 22), taken)
    assert found.krockar == (Krock(Krockar.SPÄRRDAG, "Region Skåne, fullmäktige"),)
    assert not found.is_free


def test_where_every_friday_is_taken_the_nearest_is_shown_with_what_it_meets() -> None:
    every = tuple(
        SpärrdagRow(str(n), date(2019, 1, 4) + timedelta(weeks=n), "stängt") for n in range(52)
    )
    found = propose(2019, FRIDAYS_2019, Taken(every))
    assert [one.dag for one in found][-1] == date(2019, 11, 22)
    assert all(Krockar.SPÄRRDAG in {krock.slag for krock in one.krockar} for one in found)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2019, 5, 31), Dag.KLÄMDAG),  # the Friday after Kristi himmelsfärdsdag
        (date(2019, 4, 18), Dag.AFTON),  # skärtorsdagen
        (date(2019, 4, 30), Dag.AFTON),  # valborgsmässoafton
        (date(2019, 6, 6), Dag.HELGDAG),
        (date(2019, 6, 21), Dag.HELGDAG),  # midsommarafton
        (date(2019, 11, 1), Dag.AFTON),  # the Friday before alla helgons dag
        (date(2019, 11, 23), Dag.HELG),
        (date(2020, 2, 19), Dag.SPORTLOV),
        (date(2019, 10, 30), Dag.HÖSTLOV),
        (date(2019, 12, 27), Dag.JULLOV),
        (date(2019, 7, 10), Dag.SEMESTER),
    ],
)
def test_each_kind_of_bad_day_is_known(day: date, expected: Dag) -> None:
    assert expected in kinds(day)


def test_an_ordinary_friday_has_nothing_against_it() -> None:
    assert kinds(date(2019, 11, 22)) == ()


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_an_eve_and_a_klämdag_are_worked(day: date) -> None:
    if is_eve(day) or is_klämdag(day):
        assert is_workday(day)


def test_school_holidays_are_pointed_out_but_proposed() -> None:
    found = assess(date(2020, 2, 19), Taken())
    assert found.is_free
    assert Krock(Dag.SPORTLOV) in found.krockar


def test_a_kind_of_day_that_is_allowed_is_proposed_and_not_said_to_collide() -> None:
    wish = Wish(1, 4, förlaga=(date(2018, 6, 1),), tillåt=frozenset({Dag.KLÄMDAG}))
    (found,) = propose(2019, wish, Taken())
    assert found.dag == date(2019, 5, 31)
    assert found.krockar == ()
    (other,) = propose(2019, replace(wish, tillåt=frozenset()), Taken())
    assert other.dag != date(2019, 5, 31)


def test_a_frist_that_falls_on_a_day_off_or_has_passed_is_pointed_out() -> None:
    taken = Taken(today=date(2019, 11, 18), frister=Frister((Mötesfrist("Stoppdag", -6),)))
    found = assess(date(2019, 11, 22), taken)
    assert set(found.krockar) == {Krock(Krockar.PASSERAD), Krock(Krockar.FRIST_LEDIG, "Stoppdag")}


def test_places_are_given_in_turn() -> None:
    found = propose(2019, replace(FRIDAYS_2019, platser=("Lund", "Växjö")), Taken())
    assert [one.plats for one in found] == ["Lund", "Växjö", "Lund", "Växjö"]


def test_no_sammanträden_wished_for_gives_none() -> None:
    assert propose(2019, Wish(0), Taken()) == ()
    assert isinstance(propose(2019, Wish(1), Taken())[0], Proposal)
