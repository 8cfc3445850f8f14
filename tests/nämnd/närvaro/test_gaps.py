"""Seats that nobody sits on, and why."""

import pytest

from nämnd.närvaro.gaps import Gap, Why, gaps
from nämnd.närvaro.meeting import At
from tests.protokoll_values import (
    deltagare_row,
    everybody_there,
    jäv_row,
    närvaro_row,
    protokoll_of,
    twelve_and_twelve,
)

OTHERS = everybody_there()[1:]  # all but p1


def meeting(*rows, **facts):
    return protokoll_of(närvaro=(*OTHERS, *rows), **facts)


def test_a_full_house_has_no_gaps():
    assert gaps(protokoll_of(), At(62)) == ()


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ((), Why.ABSENT),
        ((närvaro_row("p1", "–61"),), Why.LEFT),
        ((närvaro_row("p1", "63–"),), Why.NOT_COME),
        ((närvaro_row("p1", deltar_i="beredning"),), Why.PREPARING),
    ],
)
def test_a_gap_says_why(rows, why):
    assert gaps(meeting(*rows), At(62)) == (Gap("p1", "h1", "M", why),)


def test_who_is_replaced_leaves_no_gap():
    stands_in = närvaro_row("p13", "59–", roll="tjänstgörande ersättare", för="p1")
    assert gaps(meeting(stands_in), At(62)) == ()
    assert [gap.person_id for gap in gaps(meeting(stands_in), At(58))] == ["p1"]


def test_jäv_leaves_a_gap_until_somebody_steps_in():
    full = protokoll_of()
    assert gaps(full, At(62, (jäv_row("p3"),))) == (Gap("p3", "h1", "C", Why.JÄV),)
    assert gaps(full, At(62, (jäv_row("p3", ersätts_av="p15"),))) == ()


def test_jäv_about_a_punkt_leaves_a_gap_at_that_punkt():
    found = gaps(protokoll_of(), At(62, (jäv_row("p3", punkt="2"),)))
    assert found == (Gap("p3", "h1", "C", Why.JÄV, punkt="2"),)


def test_a_gap_of_the_whole_is_not_told_again_for_its_punkter():
    found = gaps(meeting(), At(62, (jäv_row("p3", punkt="2"),)))
    assert [(gap.person_id, gap.punkt) for gap in found] == [("p1", None), ("p3", "2")]


def test_an_ersättare_with_jäv_leaves_the_gap_of_the_ledamot():
    stands_in = närvaro_row("p13", None, roll="tjänstgörande ersättare", för="p1")
    found = gaps(meeting(stands_in), At(62, (jäv_row("p13"),)))
    assert found == (Gap("p1", "h1", "M", Why.JÄV, left="p13"),)


def test_vacant_seats_are_gaps_of_their_huvudman():
    people = twelve_and_twelve()
    del people["p12"]
    full = protokoll_of(deltagare=people, närvaro=everybody_there()[:-1])
    assert gaps(full, At(62)) == (Gap(None, "h4", None, Why.VACANT),)
    taken = närvaro_row("p23", None, roll="tjänstgörande ersättare")
    found = protokoll_of(deltagare=people, närvaro=(*everybody_there()[:-1], taken))
    assert gaps(found, At(62)) == ()


def test_vacant_seats_that_a_list_names_are_gaps_when_no_seats_are_set():
    found = protokoll_of(huvudmän=(), vakanta_platser=("M", ""))
    assert gaps(found, At(62)) == (
        Gap(None, None, "M", Why.VACANT),
        Gap(None, None, None, Why.VACANT),
    )


def test_before_the_roll_is_called_every_seat_is_a_gap():
    assert len(gaps(protokoll_of(närvaro=()), At(0))) == 12


def test_a_ledamot_of_no_huvudman_is_a_gap_too():
    people = {"p1": deltagare_row("p1", huvudman_id=None, huvudman=None)}
    found = gaps(protokoll_of(deltagare=people, huvudmän=(), närvaro=()), At(0))
    assert found == (Gap("p1", None, "M", Why.ABSENT),)
