"""Coming, going, stepping in and stepping down in the course of the day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.core.paragrafer import NONE
from nämnd.närvaro.commands import CallRoll, RemoveNärvaro
from nämnd.närvaro.movement_commands import Arrive, Leave, Serve, StandDown
from nämnd.närvaro.rules import seats

SERVES = "tjänstgörande ersättare"


@pytest.fixture
def open_room(room):
    room.do(CallRoll, present=tuple(room[name] for name in ("Anna", "Bo", "Dag", "Eva")))
    return room


def test_who_comes_late_is_there_from_that_paragraf(open_room):
    open_room.undo_restores(Arrive, "Cilla", nummer=62, tid="10.42")
    assert open_room.sets("Cilla") == [("ledamot", "62–")]
    assert open_room.times("Cilla") == [("10.42", None)]
    assert "Cilla" not in open_room.absent


def test_who_comes_before_the_first_paragraf_is_there_for_all(open_room):
    open_room.do(Arrive, "Cilla", nummer=None, tid=None)
    assert open_room.sets("Cilla") == [("ledamot", None)]


def test_who_leaves_was_there_until_then(open_room):
    open_room.undo_restores(Leave, "Bo", nummer=63, tid="11.10")
    assert open_room.sets("Bo") == [("ledamot", "–62")]
    assert open_room.times("Bo") == [(None, "11.10")]
    assert "Bo" not in open_room.absent


def test_who_returns_has_two_rows_with_their_times(open_room):
    open_room.do(Leave, "Bo", nummer=62, tid="10.42")
    open_room.do(Arrive, "Bo", nummer=64, tid="11.15")
    assert open_room.sets("Bo") == [("ledamot", "–61"), ("ledamot", "64–")]
    assert open_room.times("Bo") == [(None, "10.42"), ("11.15", None)]


def test_who_leaves_before_they_were_there_is_absent(open_room):
    open_room.do(Leave, "Bo", nummer=0, tid=None)
    assert open_room.sets("Bo") == []
    assert "Bo" in open_room.absent
    open_room.do(Leave, "Dag", nummer=0, tid=None)
    assert "Dag" not in open_room.absent  # an ersättare need not be there


def test_leaving_twice_keeps_the_first_time(open_room):
    open_room.do(Leave, "Bo", nummer=62, tid="10.42")
    open_room.do(Leave, "Bo", nummer=64, tid="11.30")
    assert open_room.times("Bo") == [(None, "10.42")]


def test_coming_earlier_than_was_written_joins_what_is_there(open_room):
    open_room.do(Arrive, "Cilla", nummer=64, tid="11.00")
    open_room.do(Leave, "Cilla", nummer=67, tid="12.00")
    open_room.do(Arrive, "Cilla", nummer=62, tid="10.30")
    assert open_room.sets("Cilla") == [("ledamot", "64–66"), ("ledamot", "62–63")]


def test_arriving_where_one_is_changes_nothing(open_room):
    assert open_room.do(Arrive, "Bo", nummer=62, tid="10.00").changes == ()


def test_going_on_from_afar_splits_the_row(open_room):
    open_room.undo_restores(Arrive, "Bo", nummer=62, tid="10.42", på_distans=True)
    assert open_room.sets("Bo") == [("ledamot", "–61"), ("ledamot", "62–")]
    assert [row.på_distans for row in open_room.rows("Bo")] == [False, True]
    open_room.do(Arrive, "Bo", nummer=64, tid="11.00")
    assert [row.på_distans for row in open_room.rows("Bo")] == [False, True, False]


def test_an_ersättare_steps_in_and_is_no_longer_just_there(open_room):
    facts = {"för": open_room["Cilla"], "nummer": None, "anmärkning": " annan region "}
    open_room.undo_restores(Serve, "Dag", **facts)
    assert open_room.sets("Dag") == [(SERVES, None)]
    assert (open_room.rows("Dag")[0].för, open_room.rows("Dag")[0].anmärkning) == (
        open_room["Cilla"], "annan region",
    )  # fmt: skip


def test_stepping_in_later_keeps_what_was_before(open_room):
    open_room.do(Serve, "Dag", för=open_room["Bo"], nummer=62, tid="10.42")
    assert open_room.sets("Dag") == [("ersättare", "–61"), (SERVES, "62–")]
    assert open_room.times("Dag") == [(None, None), ("10.42", None)]


def test_an_ersättare_who_has_left_later_serves_until_then(open_room):
    open_room.do(Leave, "Dag", nummer=65, tid="12.00")
    open_room.do(Serve, "Dag", för=open_room["Bo"], nummer=62)
    assert open_room.sets("Dag") == [("ersättare", "–61"), (SERVES, "62–64")]
    assert open_room.times("Dag")[1] == (None, "12.00")


def test_one_who_was_not_written_down_comes_by_serving(room):
    room.do(Serve, "Eva", för=room["Bo"], nummer=63, tid="11.00")
    assert room.sets("Eva") == [(SERVES, "63–")]


def test_a_vacant_seat_has_nobody_it_is_for(open_room):
    open_room.do(Serve, "Dag", för=None, nummer=None)
    assert open_room.rows("Dag")[0].för is None
    found = seats(open_room.protokoll.närvaro, (), 62)
    assert [seat.vakant for seat in found if seat.person_id == open_room["Dag"]] == [True]


def test_two_never_sit_on_one_seat(open_room):
    open_room.do(Serve, "Dag", för=open_room["Cilla"], nummer=None)
    open_room.do(Serve, "Eva", för=open_room["Cilla"], nummer=62)
    assert open_room.sets("Dag") == [(SERVES, "–61"), ("ersättare", "62–")]
    assert open_room.sets("Eva") == [("ersättare", "–61"), (SERVES, "62–")]


def test_one_never_sits_on_two_seats(open_room):
    open_room.do(Serve, "Dag", för=open_room["Cilla"], nummer=None)
    open_room.do(Serve, "Dag", för=open_room["Bo"], nummer=62)
    assert [(row.för, row.paragrafer.text) for row in open_room.rows("Dag")] == [
        (open_room["Cilla"], "–61"),
        (open_room["Bo"], "62–"),
    ]


def test_stepping_down_is_staying_in_the_room(open_room):
    open_room.do(Serve, "Dag", för=open_room["Cilla"], nummer=None, anmärkning="x")
    open_room.undo_restores(StandDown, "Dag", nummer=64, tid="11.00")
    assert open_room.sets("Dag") == [(SERVES, "–63"), ("ersättare", "64–")]
    assert [row.anmärkning for row in open_room.rows("Dag")] == ["x", None]
    open_room.do(StandDown, "Dag", nummer=None)
    assert open_room.sets("Dag") == [("ersättare", "–63"), ("ersättare", "64–")]


def test_a_ledamot_who_comes_may_relieve_the_ersättare(open_room):
    open_room.do(Serve, "Dag", för=open_room["Cilla"], nummer=None)
    facts = {"nummer": 63, "tid": "10.42", "relieves": open_room["Dag"]}
    open_room.undo_restores(Arrive, "Cilla", **facts)
    assert open_room.sets("Cilla") == [("ledamot", "63–")]
    assert open_room.sets("Dag") == [(SERVES, "–62"), ("ersättare", "63–")]


def test_a_ledamot_who_comes_need_not(open_room):
    open_room.do(Serve, "Dag", för=open_room["Cilla"], nummer=None)
    open_room.do(Arrive, "Cilla", nummer=63, tid="10.42")
    assert open_room.sets("Dag") == [(SERVES, None)]


def test_the_first_paragraf_is_from_the_start(open_room):
    open_room.do(Arrive, "Cilla", nummer=59, tid="08.40")
    open_room.do(Serve, "Dag", för=open_room["Bo"], nummer=59)
    assert open_room.sets("Cilla") == [("ledamot", None)]
    assert open_room.sets("Dag") == [(SERVES, None)]
    open_room.do(StandDown, "Dag", nummer=59)
    open_room.do(Leave, "Cilla", nummer=59, tid="08.45")
    assert open_room.sets("Dag") == [("ersättare", None)]
    assert open_room.sets("Cilla") == []
    assert "Cilla" in open_room.absent


@pytest.mark.parametrize("kind", [Arrive, Leave, StandDown])
def test_a_time_that_is_none_is_refused(open_room, kind):
    with pytest.raises(InvalidDraftError) as refused:
        open_room.do(kind, "Bo", nummer=62, tid="kvart i")
    assert refused.value.problems == (Draft.TID_MALFORMED,)


def test_nobody_serves_for_themselves(open_room):
    with pytest.raises(InvalidDraftError) as refused:
        open_room.do(Serve, "Dag", för=open_room["Dag"], nummer=62)
    assert refused.value.problems == (Draft.ERSÄTTER_SELF,)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["come", "afar", "go", "serve", "stop"]),
        st.sampled_from(["Bo", "Dag", "Eva"]),
        st.integers(60, 66),
    ),
    max_size=8,
)


def perform(room, step, name, nummer):
    match step:
        case "come":
            room.do(Arrive, name, nummer=nummer, tid="10.00")
        case "afar":
            room.do(Arrive, name, nummer=nummer, tid="10.00", på_distans=True)
        case "go":
            room.do(Leave, name, nummer=nummer, tid="11.00")
        case "serve" if name != "Bo":
            room.do(Serve, name, för=room["Bo"], nummer=nummer)
        case _:
            room.do(StandDown, name, nummer=nummer)


def there(room, name):
    found = NONE
    for row in room.rows(name):
        found = found.plus(row.paragrafer)
    return found


@settings(max_examples=25)
@given(STEPS)
def test_whatever_happens_nobody_is_at_a_paragraf_twice_and_sets_are_as_kept(open_room, steps):
    for row in open_room.protokoll.närvaro:
        open_room.store.do(RemoveNärvaro(närvaro_id=row.id))
    open_room.do(CallRoll, present=tuple(open_room.people.values())[:5])
    for step, name, nummer in steps:
        before = there(open_room, name)
        perform(open_room, step, name, nummer)
        now = there(open_room, name)
        assert now.until(nummer - 1) == before.until(nummer - 1)  # what was stays
        match step:
            case "come" | "afar":
                assert now.covers(nummer)
            case "go":
                assert now.since(nummer) == NONE
    for name in ("Bo", "Dag", "Eva"):
        rows = open_room.rows(name)
        assert NONE not in [row.paragrafer for row in rows]
        for nummer in range(58, 70):
            assert sum(row.paragrafer.touches(nummer) for row in rows) <= 1
    för_bo = [row for row in open_room.protokoll.närvaro if row.för]
    assert all(sum(row.paragrafer.touches(n) for row in för_bo) <= 1 for n in range(58, 70))
