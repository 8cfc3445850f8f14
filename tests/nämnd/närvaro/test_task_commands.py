"""Who presides, who checks, and the plan of that."""

import pytest

from nämnd.core.errors import Draft, GoneError, InUseError, InvalidDraftError, JusteratError
from nämnd.error_messages import message_for
from nämnd.närvaro.task_commands import (
    PlanJustering,
    RemoveJustering,
    SetJusterare,
    SetPresiding,
)
from nämnd.tables import Justering
from tests.nämnd.närvaro.conftest import Doing


def presiding(room):
    return [(row.person_id, row.paragrafer.text) for row in room.protokoll.ordförande]


def justerare(room):
    return [(row.person_id, row.paragrafer.text) for row in room.protokoll.justerare]


def plan(room, set_=None, plats="Ådala", dag: str | None = "2026-04-07", key="j1"):
    facts = {"justering_id": key, "paragrafer": set_, "plats": plats, "planerat_datum": dag}
    room.do(PlanJustering, **facts)


def test_one_who_presides_over_all_is_the_ordförande_of_the_day(room):
    room.undo_restores(SetPresiding, rows=((room["Bo"], None),))
    assert presiding(room) == [(room["Bo"], None)]
    assert room.protokoll.ordförande[0].id == ""  # no row of its own
    assert room.protokoll.sammanträde.ordförande.id == room["Bo"]


def test_several_share_the_paragrafer_and_the_first_is_the_ordförande(room):
    rows = ((room["Anna"], "59-61, 63–"), (room["Bo"], "62"))
    room.undo_restores(SetPresiding, rows=rows)
    assert presiding(room) == [(room["Anna"], "59–61, 63–"), (room["Bo"], "62")]
    assert room.protokoll.sammanträde.ordförande.id == room["Anna"]
    room.do(SetPresiding, rows=((room["Anna"], None),))
    assert presiding(room) == [(room["Anna"], None)]


def test_nobody_presides_when_nobody_is_named(room):
    room.do(SetPresiding, rows=((room["Anna"], None),))
    room.do(SetPresiding, rows=())
    assert presiding(room) == []


def test_justerare_for_sets_of_paragrafer(room):
    room.undo_restores(SetJusterare, rows=((room["Bo"], "59–62"), (room["Cilla"], "63–")))
    assert justerare(room) == [(room["Bo"], "59–62"), (room["Cilla"], "63–")]


def test_a_justerare_who_stays_keeps_the_row_in_the_new_order(room):
    room.do(SetJusterare, rows=((room["Bo"], None), (room["Cilla"], None)))
    ids = {row.person_id: row.id for row in room.protokoll.justerare}
    room.do(SetJusterare, rows=((room["Cilla"], "59"), (room["Bo"], "60–")))
    assert justerare(room) == [(room["Cilla"], "59"), (room["Bo"], "60–")]
    assert {row.person_id: row.id for row in room.protokoll.justerare} == ids


@pytest.mark.parametrize("kind", [SetPresiding, SetJusterare])
def test_a_set_that_can_not_be_read_is_refused(room, kind):
    with pytest.raises(InvalidDraftError) as refused:
        room.do(kind, rows=((room["Bo"], "sextio"),))
    assert refused.value.problems == (Draft.PARAGRAFER_MALFORMED,)


def test_somebody_who_is_not_there_is_refused(room):
    with pytest.raises(GoneError):
        room.do(SetJusterare, rows=(("nobody", None),))


def test_the_plan_of_a_justering_is_saved_changed_and_removed(room):
    plan(room, "62-64", plats="  ")
    row = room.protokoll.justeringar[0]
    assert (row.paragrafer.text, row.plats, row.planerat_datum, row.läge) == (
        "62–64", None, "2026-04-07", "utkast",
    )  # fmt: skip
    plan(room, None, dag=None)
    row = room.protokoll.justeringar[0]
    assert (row.paragrafer.text, row.plats, row.planerat_datum) == (None, "Ådala", None)
    room.store.do(RemoveJustering(justering_id="j1"))
    assert room.protokoll.justeringar == ()


def test_a_plan_that_can_not_be_read_is_refused(room):
    with pytest.raises(InvalidDraftError):
        plan(room, "alla")


def test_what_is_justerat_stands(room):
    room.do(SetPresiding, rows=((room["Anna"], None),))
    room.do(SetJusterare, rows=((room["Bo"], None),))
    room.justera("62")
    done = room.protokoll.justeringar[0].id
    with pytest.raises(JusteratError) as refused:
        plan(room, key=done)
    assert refused.value.nummer == 62
    with pytest.raises(JusteratError):
        room.store.do(RemoveJustering(justering_id=done))
    with pytest.raises(JusteratError):
        room.do(SetJusterare, rows=((room["Cilla"], None),))
    with pytest.raises(JusteratError):
        room.do(SetPresiding, rows=((room["Bo"], None),))
    room.do(SetJusterare, rows=((room["Bo"], "61–62"), (room["Cilla"], "63")))
    room.do(SetPresiding, rows=((room["Anna"], "–62"), (room["Bo"], "63–")))


def test_what_has_been_sent_for_justering_is_not_taken_away(room):
    plan(room)
    [row] = room.protokoll.justeringar
    out = Justering(sammanträde_id=room.sammanträde_id, läge="utskickat")
    room.store.do(Doing((out,)))
    key = next(one.id for one in room.protokoll.justeringar if one.id != row.id)
    with pytest.raises(InUseError) as refused:
        room.store.do(RemoveJustering(justering_id=key))
    assert "skickats för justering" in message_for(refused.value)
    room.store.do(RemoveJustering(justering_id=row.id))
