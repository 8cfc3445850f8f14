"""Who serves at a §, and whether the nämnd may decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import (
    absent,
    beslutsför,
    broke_off,
    ledamöter,
    owner,
    platser,
    quorum,
    seats,
    serving,
)
from nämnd.närvaro.values import Seat
from tests.protokoll_values import (
    deltagare_row,
    everybody_there,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    protokoll_of,
)


def stands_in(person_id: str, för: str | None, set_: str | None = None):
    return närvaro_row(person_id, set_, roll="tjänstgörande ersättare", för=för)


def served(rows, jäv=(), nummer=62, punkt=None):
    return [seat.person_id for seat in seats(rows, jäv, nummer, punkt)]


@pytest.mark.parametrize(
    ("set_", "nummer", "there"),
    [
        (None, 62, True),
        ("59–61", 62, False),
        ("59–61, 63", 63, True),
        ("63–", 62, False),
        ("–62", 62, True),
        ("62 punkt 2", 62, True),
        ("", 62, False),
    ],
)
def test_a_ledamot_serves_at_the_paragrafer_they_are_there_for(set_, nummer, there):
    assert bool(served([närvaro_row("p1", set_)], nummer=nummer)) is there


@pytest.mark.parametrize(
    "facts",
    [
        {"roll": "ersättare"},
        {"roll": "gäst"},
        {"roll": "tjänsteman"},
        {"roll": "personalföreträdare"},
        {"deltar_i": "beredning"},
    ],
)
def test_nobody_serves_just_by_being_in_the_room(facts):
    assert served([närvaro_row("p1", **facts)]) == []


def test_somebody_på_distans_serves():
    assert served([närvaro_row("p1", på_distans=True)]) == ["p1"]


def test_who_has_jäv_leaves_and_another_steps_in():
    rows = [närvaro_row("p1"), närvaro_row("p2"), närvaro_row("p13", roll="ersättare")]
    found = seats(rows, [jäv_row("p1", ersätts_av="p13")], 62)
    assert found == (Seat("p2", None), Seat("p13", "p1"))


def test_jäv_about_a_punkt_takes_nobody_from_the_other_punkter():
    rows = [närvaro_row("p1"), närvaro_row("p2")]
    jäv = [jäv_row("p1", punkt="2", ersätts_av="p13")]
    assert served(rows, jäv) == ["p1", "p2"]
    assert served(rows, jäv, punkt="1") == ["p1", "p2"]
    assert served(rows, jäv, punkt="2") == ["p2", "p13"]


@pytest.mark.parametrize(
    ("about", "asked", "out"),
    [
        ("2–4", "3", True),
        ("2", "2–4", True),
        ("2, 5", "5", True),
        ("b", "B", True),
        ("2", "b", False),
    ],
)
def test_jäv_counts_where_the_punkter_meet(about, asked, out):
    found = served([närvaro_row("p1")], [jäv_row("p1", punkt=about)], punkt=asked)
    assert (found == []) is out


def test_an_ersättare_with_jäv_of_their_own_does_not_step_in():
    jäv = [jäv_row("p1", ersätts_av="p13"), jäv_row("p13")]
    assert served([närvaro_row("p1")], jäv) == []


def test_an_ersättare_for_nobody_sits_on_a_vacant_seat():
    assert seats([stands_in("p13", None)], [], 62) == (Seat("p13", None, vakant=True),)


ROWS = st.lists(
    st.builds(
        närvaro_row,
        st.sampled_from(["p1", "p2", "p3", "p13", "p14"]),
        st.sampled_from([None, "59–61", "62", "62 punkt 2", "63–", ""]),
        roll=st.sampled_from(["ledamot", "tjänstgörande ersättare", "ersättare", "gäst"]),
        för=st.sampled_from([None, "p1", "p2"]),
        deltar_i=st.sampled_from(["beredning och beslut", "beredning"]),
    ),
    max_size=8,
)
JÄV = st.lists(
    st.builds(
        jäv_row,
        st.sampled_from(["p1", "p2", "p13"]),
        punkt=st.sampled_from([None, "1", "2–3"]),
        ersätts_av=st.sampled_from([None, "p13", "p14"]),
    ),
    max_size=3,
)


@given(ROWS, JÄV, st.sampled_from([None, "1", "2"]))
def test_nobody_serves_twice_and_nobody_with_jäv_serves(rows, jäv, punkt):
    at = At(62, tuple(jäv), punkt)
    found = served(rows, jäv, punkt=punkt)
    assert len(set(found)) == len(found)
    assert not any(at.has_jäv(key) for key in found)


@given(ROWS, JÄV)
def test_beslutsförhet_never_counts_more_than_serve(rows, jäv):
    meeting = protokoll_of(närvaro=tuple(rows))
    at = At(62, tuple(jäv))
    found = beslutsför(meeting, at)
    assert found.serving <= len(serving(meeting, at))
    assert found.ok is (found.serving >= 7)


@pytest.mark.parametrize(("seats_", "needed"), [(1, 1), (2, 2), (12, 7), (13, 7), (15, 8)])
def test_more_than_half_of_the_seats_must_be_filled(seats_, needed):
    assert quorum(seats_) == needed
    assert needed * 2 > seats_ >= (needed - 1) * 2


def test_the_seats_are_those_of_the_huvudmän():
    assert platser(protokoll_of()) == 12


def test_with_no_seats_set_the_ledamöter_count_and_the_vacant_seats_with_them():
    assert platser(protokoll_of(huvudmän=())) == 12
    assert platser(protokoll_of(huvudmän=(), vakanta_platser=("M",))) == 13


def test_who_served_as_ledamot_without_an_uppdrag_here_is_a_ledamot_that_day():
    gäst = deltagare_row("p40", "Eva Ny", roll=None)
    found = ledamöter(
        protokoll_of(deltagare={"p40": gäst}, närvaro=(närvaro_row("p40"),), huvudmän=())
    )
    assert [one.person_id for one in found] == ["p40"]


@pytest.mark.parametrize(
    ("there", "jäv", "serving_", "ok"),
    [
        (12, (), 12, True),
        (7, (), 7, True),
        (6, (), 6, False),
        (7, ("p1",), 6, False),  # KL 5:46 is not for a nämnd
        (8, ("p1",), 7, True),
    ],
)
def test_beslutsförhet_is_of_the_paragraf_with_jäv_counted(there, jäv, serving_, ok):
    meeting = protokoll_of(närvaro=everybody_there()[:there])
    found = beslutsför(meeting, At(62, tuple(map(jäv_row, jäv))))
    assert (found.serving, found.seats, found.needed, found.ok) == (serving_, 12, 7, ok)


def test_beslutsförhet_is_lost_at_the_punkt_where_too_few_are_left():
    meeting = protokoll_of(närvaro=everybody_there()[:7])
    found = beslutsför(meeting, At(62, (jäv_row("p1", punkt="2"),)))
    assert (found.serving, found.punkt, found.ok) == (6, "2", False)
    assert beslutsför(meeting, At(62, (jäv_row("p1", punkt="2"),), "1")).ok


def test_a_seat_counts_once_also_when_two_are_written_down_on_it():
    rows = (*everybody_there()[:6], stands_in("p13", "p1"), stands_in("p19", "p12"))
    assert beslutsför(protokoll_of(närvaro=rows), At(62)).serving == 7


def test_an_ersättare_who_leaves_for_jäv_is_replaced_on_the_same_seat():
    rows = (*everybody_there()[1:], stands_in("p13", "p1"))
    meeting = protokoll_of(närvaro=rows)
    at = At(62, (jäv_row("p13", ersätts_av="p14"),))
    seat = next(one for one in serving(meeting, at) if one.person_id == "p14")
    assert owner(meeting, at, seat) == "p1"
    assert beslutsför(meeting, at).serving == 12


def test_absent_are_ledamöter_who_were_never_there_and_others_who_said_so():
    meeting = protokoll_of(
        närvaro=everybody_there()[2:],
        frånvaro=(frånvaro_row("p2"), frånvaro_row("p14"), frånvaro_row("p3")),
    )
    assert absent(meeting) == ("p1", "p2", "p14")


def test_who_comes_late_is_not_absent():
    rows = (*everybody_there()[1:], närvaro_row("p1", "63–"))
    assert absent(protokoll_of(närvaro=rows)) == ()


@pytest.mark.parametrize(
    ("rows", "nummer", "broke"),
    [
        ((närvaro_row("p1", "–61"),), 63, True),
        ((närvaro_row("p1", "–61"),), 62, True),
        ((närvaro_row("p1", "–61"),), 61, False),
        ((närvaro_row("p1"),), 63, False),
        ((närvaro_row("p1", "64–"),), 63, False),
        ((), 63, False),
        ((stands_in("p1", "p2", "–61"),), 63, False),
    ],
)
def test_who_has_broken_off_should_not_serve_again_that_day(rows, nummer, broke):
    assert broke_off(protokoll_of(närvaro=rows), "p1", nummer) is broke
