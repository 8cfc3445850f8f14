"""The roll call, and presence set by hand."""

import pytest

from nämnd.core.errors import Draft, GoneError, InvalidDraftError, JusteratError
from nämnd.core.ids import new_id
from nämnd.närvaro.commands import CallRoll, RemoveNärvaro, SaveNärvaro
from nämnd.närvaro.drafts import NärvaroDraft, draft_of
from nämnd.närvaro.movement_commands import Arrive, Leave, Serve


def call(room, *present, afar=()):
    keys = tuple(room[name] for name in present)
    room.do(CallRoll, present=keys, på_distans=tuple(room[name] for name in afar))


def save(room, draft, närvaro_id=None):
    return room.do(SaveNärvaro, närvaro_id=närvaro_id or new_id(), draft=draft)


def test_everybody_who_answers_is_there_from_the_start_in_their_own_role(room):
    call(room, "Anna", "Dag", "Fia", "Gun", "Hans", afar=("Bo",))
    assert {name: room.sets(name) for name in ("Anna", "Bo", "Dag", "Fia", "Gun", "Hans")} == {
        "Anna": [("ledamot", None)],
        "Bo": [("ledamot", None)],
        "Dag": [("ersättare", None)],
        "Fia": [("tjänsteman", None)],
        "Gun": [("personalföreträdare", None)],
        "Hans": [("gäst", None)],
    }
    assert [row.på_distans for row in (*room.rows("Anna"), *room.rows("Bo"))] == [False, True]


def test_ledamöter_who_do_not_answer_are_absent_and_ersättare_are_just_not_there(room):
    call(room, "Anna")
    assert set(room.absent) == {"Bo", "Cilla"}
    assert not room.absent["Bo"].anmäld
    assert room.sets("Dag") == []


def test_a_second_roll_call_corrects_the_first(room):
    call(room, "Anna", "Bo", "Dag")
    call(room, "Anna", "Cilla", afar=("Anna",))
    assert (room.sets("Bo"), room.sets("Dag"), room.sets("Cilla")) == ([], [], [("ledamot", None)])
    assert set(room.absent) == {"Bo"}
    assert room.rows("Anna")[0].på_distans


def test_who_has_come_or_gone_since_is_left_as_written(room):
    call(room, "Anna", "Bo")
    room.do(Arrive, "Cilla", nummer=62, tid="10.00")
    room.do(Leave, "Bo", nummer=63, tid="10.30")
    room.do(Serve, "Dag", för=room["Bo"], nummer=63)
    call(room, "Anna")
    assert room.sets("Cilla") == [("ledamot", "62–")]
    assert room.sets("Bo") == [("ledamot", "–62")]
    assert room.sets("Dag") == [("tjänstgörande ersättare", "63–")]


def test_a_guest_stays_through_a_roll_call(room):
    save(room, NärvaroDraft(room["Olle"], "gäst"))
    call(room, "Anna")
    assert room.sets("Olle") == [("gäst", None)]


def test_an_uppdrag_that_has_ended_makes_nobody_absent(room):
    call(room, "Anna")
    assert "Pia" not in room.absent


def test_the_roll_call_is_undone_whole(room):
    keys = tuple(room[name] for name in ("Anna", "Bo", "Dag"))
    room.undo_restores(CallRoll, present=keys)


def test_somebody_who_is_not_there_at_all_is_refused(room):
    with pytest.raises(GoneError):
        room.do(CallRoll, present=("nobody",))


def test_presence_set_by_hand_is_kept_normalised(room):
    save(room, NärvaroDraft(room["Olle"], "gäst", paragrafer="63, 59-61", från_tid="10.42"))
    assert room.sets("Olle") == [("gäst", "59–61, 63")]
    row = room.rows("Olle")[0]
    save(room, NärvaroDraft(room["Olle"], "tjänsteman", anmärkning="  "), row.id)
    assert draft_of(room.rows("Olle")[0]) == NärvaroDraft(room["Olle"], "tjänsteman")
    assert len(room.rows("Olle")) == 1


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"paragrafer": "alla"}, Draft.PARAGRAFER_MALFORMED),
        ({"från_tid": "tio"}, Draft.TID_MALFORMED),
        ({"till_tid": "8.30"}, Draft.TID_MALFORMED),
    ],
)
def test_what_can_not_be_read_is_refused(room, facts, problem):
    with pytest.raises(InvalidDraftError) as refused:
        save(room, NärvaroDraft(room["Olle"], **facts))
    assert refused.value.problems == (problem,)


def test_nobody_stands_in_for_themselves(room):
    draft = NärvaroDraft(room["Dag"], "tjänstgörande ersättare", room["Dag"])
    with pytest.raises(InvalidDraftError) as refused:
        save(room, draft)
    assert refused.value.problems == (Draft.ERSÄTTER_SELF,)


def test_a_row_by_mistake_is_removed(room):
    save(room, NärvaroDraft(room["Olle"], "gäst"))
    room.store.do(RemoveNärvaro(närvaro_id=room.rows("Olle")[0].id))
    assert room.rows("Olle") == []


def test_who_was_at_a_justerad_paragraf_stands(room):
    call(room, "Anna", "Bo")
    room.justera("59–60")
    row = room.rows("Bo")[0]
    with pytest.raises(JusteratError):
        room.store.do(RemoveNärvaro(närvaro_id=row.id))
    with pytest.raises(JusteratError):
        save(room, NärvaroDraft(room["Olle"], "gäst", paragrafer="60"))
    with pytest.raises(JusteratError):
        save(room, NärvaroDraft(room["Bo"], anmärkning="sent"), row.id)
    with pytest.raises(JusteratError):
        call(room, "Anna")
    assert room.sets("Bo") == [("ledamot", None)]
    save(room, NärvaroDraft(room["Olle"], "gäst", paragrafer="61"))


def test_what_comes_after_the_justerade_can_change(room):
    call(room, "Anna", "Bo")
    room.justera("59–60")
    room.do(Leave, "Bo", nummer=61, tid="10.42")
    assert room.sets("Bo") == [("ledamot", "–60")]
    with pytest.raises(JusteratError):
        room.do(Leave, "Bo", nummer=60, tid="10.42")
