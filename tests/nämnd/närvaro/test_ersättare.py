"""Which ersättare steps in, for which reason, and what is unusual about a choice.

p1–p6 are ledamöter of h1 (M S C V L KD), p7 p8 of h2 (M S), p9 p10 of h3 (C V), p11 p12 of h4
(L KD); p13–p24 their ersättare, with the same parties.
"""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.närvaro.ersättare import (
    Basis,
    Note,
    Unusual,
    call_order,
    in_the_room,
    notes_on,
    proposals,
    proposed,
)
from nämnd.närvaro.gaps import Gap, Why, gaps
from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import serving
from nämnd.närvaro.values import InkalladRow
from nämnd.organisation.rules import ERSÄTTARORDNINGAR, NämndDraft
from tests.protokoll_values import (
    everybody_there,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    protokoll_of,
    twelve_and_twelve,
)

HERE = At(62)
ERSÄTTARE = [f"p{number}" for number in range(13, 25)]


def in_room(*keys, set_=None):
    return tuple(närvaro_row(key, set_, roll="ersättare") for key in keys)


def stands_in(person_id, för, set_=None):
    return närvaro_row(person_id, set_, roll="tjänstgörande ersättare", för=för)


def meeting(rule="huvudman", *, away=("p1",), room=ERSÄTTARE, rows=(), **facts):
    there = tuple(row for row in everybody_there() if row.person_id not in away)
    nämnd = NämndDraft("Nämnden", ersättarordning=rule)
    return protokoll_of(nämnd=nämnd, närvaro=(*there, *in_room(*room), *rows), **facts)


def gap_of(found, person_id="p1", at=HERE):
    return next(gap for gap in gaps(found, at) if gap.person_id == person_id)


def order(found, person_id="p1", at=HERE):
    return [one.person_id for one in proposals(found, gap_of(found, person_id, at), at)]


def first(found, person_id="p1"):
    return proposals(found, gap_of(found, person_id), At(62))[0]


@pytest.mark.parametrize(
    ("rule", "room", "wanted", "basis"),
    [
        ("huvudman", ERSÄTTARE, "p13", Basis.HUVUDMAN_AND_PARTI),
        ("huvudman", ("p14", "p15", "p19"), "p14", Basis.HUVUDMAN),
        ("parti", ERSÄTTARE, "p13", Basis.HUVUDMAN_AND_PARTI),
        ("parti", ("p14", "p19"), "p19", Basis.PARTI),
        ("parti", ("p14", "p20"), "p14", Basis.HUVUDMAN),
        ("personlig", ("p13", "p19", "p14"), "p13", Basis.HUVUDMAN_AND_PARTI),
        ("personlig", ("p14", "p21"), "p14", Basis.HUVUDMAN),
        ("personlig", ("p21",), "p21", Basis.OTHER),
        ("fri", ("p24", "p20", "p16"), "p16", Basis.ORDER),
        (None, ("p19", "p15"), "p15", Basis.HUVUDMAN),
    ],
)
def test_the_first_proposal_follows_the_ersättarordning(rule, room, wanted, basis):
    found = first(meeting(rule, room=room))
    assert (found.person_id, found.basis) == (wanted, basis)


def test_a_personlig_ersättare_comes_before_all_others():
    people = twelve_and_twelve()
    people["p24"] = replace(people["p24"], ersätter="p1")
    found = meeting("personlig", deltagare=people)
    assert (first(found).person_id, first(found).basis, first(found).notes) == (
        "p24",
        Basis.OWN,
        (),
    )
    assert first(meeting("personlig", deltagare=people, away=("p2",)), "p2").person_id == "p14"


def test_only_the_same_huvudman_is_proposed_where_that_is_the_rule():
    found = meeting("huvudman", room=("p19", "p20"))
    assert proposed(found, At(62)) == ((gap_of(found), None),)
    assert [one.notes for one in proposals(found, gap_of(found), At(62))] == [
        (Note(Unusual.OTHER_HUVUDMAN),),
        (Note(Unusual.OTHER_HUVUDMAN),),
    ]


def test_all_the_same_anybody_may_be_chosen():
    assert order(meeting("huvudman", room=("p24", "p14"))) == ["p14", "p24"]


@pytest.mark.parametrize(
    ("rule", "room", "chosen", "notes"),
    [
        ("huvudman", ("p13", "p14"), "p13", ()),
        ("huvudman", ("p13", "p14"), "p14", (Note(Unusual.OUT_OF_ORDER, "p13"),)),
        ("huvudman", ("p14", "p15"), "p15", (Note(Unusual.OUT_OF_ORDER, "p14"),)),
        ("huvudman", ("p13", "p19"), "p19", (Note(Unusual.OTHER_HUVUDMAN),)),
        ("parti", ("p13", "p19"), "p19", (Note(Unusual.OUT_OF_ORDER, "p13"),)),
        ("parti", ("p13", "p14"), "p14", (Note(Unusual.OTHER_PARTI),)),
        ("parti", ("p14",), "p14", (Note(Unusual.OTHER_PARTI),)),
        ("personlig", ("p13", "p14"), "p14", (Note(Unusual.OTHER_PARTI),)),
        ("fri", ("p13", "p24"), "p24", (Note(Unusual.OUT_OF_ORDER, "p13"),)),
        ("fri", ("p24",), "p24", ()),
        (None, ("p13", "p24"), "p24", ()),
    ],
)
def test_an_unusual_choice_is_noted(rule, room, chosen, notes):
    found = meeting(rule, room=room)
    assert notes_on(found, gap_of(found), chosen, At(62)) == notes


def test_the_party_before_the_order_and_the_order_before_the_party_are_both_usual():
    found = meeting("huvudman", away=("p3",), room=("p13", "p15"))  # C; M is first in order
    gap = gap_of(found, "p3")
    assert first(found, "p3").person_id == "p15"
    assert notes_on(found, gap, "p15", At(62)) == notes_on(found, gap, "p13", At(62)) == ()


def test_who_has_begun_to_serve_keeps_precedence():
    served = stands_in("p15", "p3", "–61")
    found = meeting("huvudman", away=("p2",), room=("p13", "p16"), rows=(served, *in_room("p15")))
    assert order(found, "p2")[0] == "p15"
    assert first(found, "p2").begun
    assert notes_on(found, gap_of(found, "p2"), "p13", At(62)) == (
        Note(Unusual.BEGUN_PASSED_OVER, "p15"),
    )


def test_two_for_one_ledamot_is_noted():
    found = meeting(rows=(stands_in("p14", "p1", "–61"),), room=("p13",))
    assert notes_on(found, gap_of(found), "p13", At(62))[-1] == Note(Unusual.TWO_FOR_ONE, "p14")


def test_who_was_asked_and_said_yes_comes_first():
    asked = (InkalladRow("p13", "nej", None), InkalladRow("p16", "ja", None))
    found = meeting(frånvaro=(frånvaro_row("p1", inkallade=asked),))
    assert (first(found).person_id, first(found).basis, first(found).notes) == (
        "p16", Basis.SAID_YES, (),
    )  # fmt: skip


def test_nobody_who_is_away_or_serves_or_has_jäv_is_proposed():
    found = meeting(
        "fri",
        away=("p1", "p2"),
        room=("p15", "p16"),
        rows=(stands_in("p13", "p2"),),
        frånvaro=(frånvaro_row("p14"),),
    )
    at = At(62, (jäv_row("p15"),))
    gap = gap_of(found, "p1", at)
    assert [one.person_id for one in proposals(found, gap, at)] == ["p16"]
    assert [one.person_id for one in proposals(found, gap, at, ERSÄTTARE)][:2] == ["p16", "p17"]


def test_who_came_late_is_proposed_from_then_on():
    found = meeting(room=(), rows=in_room("p13", set_="63–"))
    assert order(found) == []
    assert [one.person_id for one in proposals(found, gap_of(found), At(63))] == ["p13"]


def test_jäv_about_a_punkt_is_proposed_for_that_punkt():
    full = meeting(away=())
    at = At(62, (jäv_row("p1", punkt="2"), jäv_row("p13", punkt="2")))
    assert [(gap.punkt, one and one.person_id) for gap, one in proposed(full, at)] == [("2", "p14")]


def test_two_gaps_share_the_ersättare_so_that_each_fits():
    found = meeting("parti", away=("p2", "p7"), room=("p13", "p19"))  # S and M, two of M there
    chosen = {gap.person_id: one and one.person_id for gap, one in proposed(found, At(62))}
    assert chosen == {"p7": "p19", "p2": "p13"}


SETS = st.sets(st.sampled_from([f"p{number}" for number in range(1, 13)]))
ROOM = st.lists(st.sampled_from(ERSÄTTARE), unique=True)


@given(
    st.sampled_from([*ERSÄTTARORDNINGAR, None]), SETS, ROOM, st.lists(st.sampled_from(ERSÄTTARE))
)
def test_what_is_proposed_can_be_done(rule, away, room, jäv):
    found = meeting(rule, away=away, room=room)
    at = At(62, tuple(jäv_row(key) for key in jäv))
    chosen = [one.person_id for _, one in proposed(found, at) if one]
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(room) - set(jäv)
    assert not set(chosen) & {seat.person_id for seat in serving(found, at)}
    for gap, one in proposed(found, at):
        ranked = [each.person_id for each in proposals(found, gap, at)]
        assert set(ranked) == set(room) - set(jäv)
        if rule == "huvudman" and one:
            assert found.deltagare[one.person_id].huvudman_id == gap.huvudman_id


@given(st.sampled_from(ERSÄTTARORDNINGAR), SETS, ROOM)
def test_a_gap_goes_without_only_when_nobody_fits(rule, away, room):
    found = meeting(rule, away=away, room=room)
    pairs = proposed(found, At(62))
    left = set(room) - {one.person_id for _, one in pairs if one}
    for gap, one in pairs:
        if one is None:
            fitting = [each for each in proposals(found, gap, At(62)) if each.fits]
            assert not left & {each.person_id for each in fitting}


@given(st.sampled_from([*ERSÄTTARORDNINGAR, None]), SETS, ROOM)
def test_the_first_choice_is_never_out_of_order(rule, away, room):
    found = meeting(rule, away=away, room=room)
    for gap in gaps(found, At(62)):
        ranked = proposals(found, gap, At(62))
        kinds = {note.kind for note in ranked[0].notes} if ranked else set()
        assert not kinds & {Unusual.OUT_OF_ORDER, Unusual.BEGUN_PASSED_OVER}


def test_before_the_day_the_ersättare_are_called_in_order():
    found = protokoll_of(närvaro=(), frånvaro=(frånvaro_row("p1"), frånvaro_row("p13")))
    called = [one.person_id for one in call_order(found, found.frånvaro[0])]
    assert called[:3] == ["p14", "p15", "p16"]
    assert "p13" not in called


def test_who_said_no_is_not_called_again_and_who_is_silent_comes_last():
    asked = (InkalladRow("p13", "nej", None), InkalladRow("p14", "inget svar", None))
    other = frånvaro_row("p2", inkallade=(InkalladRow("p15", "ja", None),))
    found = protokoll_of(närvaro=(), frånvaro=(frånvaro_row("p1", inkallade=asked), other))
    called = [one.person_id for one in call_order(found, found.frånvaro[0])]
    assert called[0] == "p16"
    assert called[-1] == "p14"
    assert not {"p13", "p15"} & set(called)


def test_for_somebody_unknown_the_order_of_service_counts():
    found = protokoll_of(närvaro=(), frånvaro=(frånvaro_row("p99"),))
    assert call_order(found, found.frånvaro[0])[0].person_id == "p13"


def test_in_the_room_are_those_who_are_there_without_serving():
    found = meeting(room=("p13", "p14", "p15"), rows=(stands_in("p16", "p1"),))
    assert in_the_room(found, At(62, (jäv_row("p15"),))) == ("p13", "p14")
    assert in_the_room(found, At(62, (jäv_row("p2", ersätts_av="p13"),))) == ("p14", "p15")


def test_a_vacant_seat_is_for_its_huvudman():
    found = meeting("huvudman", room=("p13", "p23"))
    gap = Gap(None, "h4", None, Why.VACANT)
    assert [one.person_id for one in proposals(found, gap, At(62)) if one.fits] == ["p23"]
