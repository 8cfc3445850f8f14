"""Who is not coming, and who was asked instead."""

import pytest

from nämnd.core.errors import GoneError
from nämnd.närvaro.commands import CallRoll
from nämnd.närvaro.frånvaro_commands import RecordInkallad, RemoveFrånvaro, SaveFrånvaro
from nämnd.närvaro.movement_commands import Arrive
from nämnd.närvaro.values import InkalladRow


def say(room, name="Bo", *, skäl=None, tid: str | None = "2026-03-20T14:02:00"):
    room.do(SaveFrånvaro, name, anmäld=True, skäl=skäl, tid=tid)
    return room.absent[name]


def ask(room, frånvaro, name, svar=None, tid="2026-03-20T14:10:00"):
    room.store.do(RecordInkallad(frånvaro_id=frånvaro.id, person_id=room[name], svar=svar, tid=tid))


def test_a_frånvaro_is_written_down_with_when_and_why(room):
    row = say(room, skäl="  annat   möte ")
    assert (row.anmäld, row.skäl, row.tid) == (True, "annat möte", "2026-03-20T14:02:00")


def test_telling_again_changes_the_same_frånvaro(room):
    first = say(room)
    ask(room, first, "Dag", "ja")
    again = say(room, skäl="sjuk", tid=None)
    assert (again.id, again.skäl, again.tid) == (first.id, "sjuk", None)
    assert again.inkallade[0].person_id == room["Dag"]


def test_who_was_asked_and_what_they_said_is_kept_in_order(room):
    row = say(room)
    ask(room, row, "Dag")
    ask(room, row, "Eva")
    ask(room, row, "Dag", "nej", tid="2026-03-20T15:00:00")
    assert room.absent["Bo"].inkallade == (
        InkalladRow(room["Dag"], "nej", "2026-03-20T15:00:00"),
        InkalladRow(room["Eva"], None, "2026-03-20T14:10:00"),
    )


def test_asking_and_taking_it_back_are_undone(room):
    row = say(room)
    done = room.store.do(
        RecordInkallad(frånvaro_id=row.id, person_id=room["Dag"], svar=None, tid=None)
    )
    room.store.do(done.inverse)
    assert room.absent["Bo"].inkallade == ()


def test_who_comes_after_all_is_not_absent(room):
    room.store.do(RemoveFrånvaro(frånvaro_id=say(room).id))
    assert room.absent == {}


def test_the_record_of_who_was_asked_stays_when_the_ledamot_comes(room):
    ask(room, say(room), "Dag", "ja")
    say(room, "Cilla")
    room.do(CallRoll, present=(room["Anna"],))
    room.do(Arrive, "Bo", nummer=62, tid="10.00")
    room.do(Arrive, "Cilla", nummer=62, tid="10.00")
    assert set(room.absent) == {"Bo"}


def test_what_is_not_there_is_refused(room):
    with pytest.raises(GoneError):
        room.store.do(RemoveFrånvaro(frånvaro_id="borta"))
    with pytest.raises(GoneError):
        room.store.do(
            RecordInkallad(frånvaro_id=say(room).id, person_id="ingen", svar=None, tid=None)
        )
