"""What is locked stands, whatever command comes; approvals are voided only by somebody's yes."""

import json

import pytest
from sqlalchemy import select

from nämnd.core.changes import Together
from nämnd.core.errors import ApprovalsVoidedError, JusteratError
from nämnd.core.ids import new_id
from nämnd.error_messages import message_for
from nämnd.lås.guard import CHANGED
from nämnd.lås.values import LOCKED, OUT
from nämnd.närvaro.task_commands import PlanJustering
from nämnd.tables import (
    Beslutspunkt,
    Justering,
    Justeringspaket,
    Justeringssvar,
    Loggpost,
    Närvaro,
    Paragraf,
    Person,
    Sammanträde,
)
from tests.nämnd.lås.conftest import changing
from tests.nämnd.protokoll.meeting_day import Doing, add_rows, an_extra, refused
from tests.nämnd.store.dumps import dump


def approved(*people, sätt="godkännande"):
    return [
        {
            "person": one,
            "roll": "justerare",
            "datum": "2026-03-30",
            "sätt": sätt,
            "version": 1,
            "pdf": None,
            "bevis": "kod",
        }
        for one in people
    ]


def removing(kind, key):
    return Doing(lambda session: session.delete(session.get(kind, key)))


def row_of(locked, justering_id):
    def query(session):
        row = session.get(Justering, justering_id)
        return row.läge, row.underskrifter

    return locked.store.ask(query)


def another_beslut(locked):
    return changing(Beslutspunkt, locked.keys["beslutspunkt"], text="Att avslå")


@pytest.mark.parametrize("läge", LOCKED, ids=ascii)
@pytest.mark.parametrize("set_", [None, "2", "1–2", "2–", "2 punkt 1"], ids=ascii)
def test_a_set_that_is_locked_can_not_say_something_else(locked, läge, set_):
    locked.set_out(set_, läge)
    error = refused(locked.store, another_beslut(locked), JusteratError)
    assert (error.nummer, error.läge) == (2, läge)


@pytest.mark.parametrize("läge", ["utkast", *OUT], ids=ascii)
def test_a_set_without_approvals_can_say_something_else(locked, läge):
    locked.set_out(None, läge)
    assert locked.store.do(another_beslut(locked)).changes


def test_a_paragraf_outside_the_set_can_say_something_else(locked):
    locked.set_out("1, 3–")
    assert locked.store.do(another_beslut(locked)).changes


def test_the_place_can_not_be_changed_and_the_first_locked_paragraf_is_named(locked):
    locked.set_out("3–4")
    moved = changing(Sammanträde, locked.sammanträde_id, plats="Lilla salen")
    assert refused(locked.store, moved, JusteratError).nummer == 3


def test_a_paragraf_of_a_locked_set_can_not_be_removed(locked):
    locked.set_out("4")
    gone = removing(Paragraf, locked.paragrafer[3])
    assert refused(locked.store, gone, JusteratError).nummer == 4


def test_no_paragraf_can_come_into_a_locked_set(locked):
    locked.set_out("4–")
    with pytest.raises(JusteratError) as caught:
        an_extra(locked.store, locked.sammanträde_id)
    assert caught.value.nummer == 5


def test_who_was_there_can_not_be_taken_away(locked):
    locked.set_out("3")
    gone = removing(Närvaro, locked.keys["närvaro"])
    assert refused(locked.store, gone, JusteratError).nummer == 3


def test_a_paragraf_can_not_be_moved_to_another_sammanträde(locked):
    locked.set_out("4")
    other = new_id()
    add_rows(locked.store, Sammanträde(id=other, nämnd_id=locked.nämnd_id))
    away = changing(Paragraf, locked.paragrafer[3], sammanträde_id=other)
    refused(locked.store, away, JusteratError)


@pytest.mark.parametrize(
    "values",
    [
        {"läge": "utkast"},
        {"läge": "justerat"},
        {"version": 2},
        {"sätt": "papper"},
        {"innehåll": "0" * 64},
        {"pdf": "0" * 64},
        {"underskrifter": []},
        {"datum": "2026-03-31"},
        {"plats": "Annorstädes"},
        {"planerat_datum": "2026-03-31"},
        {"paragrafer": "1–2, 9"},
    ],
    ids=ascii,
)
def test_only_a_command_of_the_justering_sets_where_a_locked_set_stands(locked, values):
    key = locked.set_out("1–2", "godkänt", underskrifter=approved(locked.people["Bo"]))
    command = changing(Justering, key, **values)
    assert refused(locked.store, command, JusteratError).nummer == 1
    command.of_justering = True
    assert locked.store.do(command).changes


def test_no_command_takes_a_paragraf_out_of_a_locked_set_or_into_it(locked):
    key = locked.set_out("1–2", "godkänt")
    for set_, nummer in (("1", 2), ("1–3", 1)):
        command = changing(Justering, key, paragrafer=set_)
        command.of_justering = True
        assert refused(locked.store, command, JusteratError).nummer == nummer


def test_the_same_set_may_be_written_otherwise(locked):
    key = locked.set_out("1–2")
    assert locked.store.do(changing(Justering, key, paragrafer="1, 2")).changes


def test_a_rättelse_of_what_is_locked_can_be_written_down(locked):
    key = locked.set_out("1–2")
    assert locked.store.do(changing(Justering, key, rättelser=[{"id": "r1"}])).changes


def test_a_locked_set_can_not_be_removed_whatever_the_command(locked):
    key = locked.set_out("1–2")
    command = removing(Justering, key)
    command.of_justering = True
    assert refused(locked.store, command, JusteratError).nummer == 1


def test_a_command_of_the_justering_can_not_change_what_a_locked_set_says(locked):
    locked.set_out("1–2")
    command = another_beslut(locked)
    command.of_justering = True
    refused(locked.store, command, JusteratError)


def test_several_commands_at_once_lead_the_justering_only_when_all_do(locked):
    key = locked.set_out("1–2", "godkänt")
    leads, other = changing(Justering, key, läge="utkast"), another_beslut(locked)
    leads.of_justering = True
    refused(locked.store, Together((leads, other)), JusteratError)
    assert locked.store.do(Together((leads,))).changes
    assert locked.store.do(other).changes


def test_a_set_can_be_locked_together_with_what_it_says(locked):
    """As an import does."""
    row = Justering(sammanträde_id=locked.sammanträde_id, paragrafer="2", läge="justerat")
    lock = Doing(lambda session: session.add(row))
    assert locked.store.do(Together((another_beslut(locked), lock))).changes


def test_what_came_as_a_whole_goes_as_a_whole_when_it_is_undone(locked):
    path, key = locked.store.place.path, new_id()
    before = dump(path)

    def bring(session):
        session.add(Sammanträde(id=key, nämnd_id=locked.nämnd_id))
        session.add(Paragraf(sammanträde_id=key, nummer=1, rubrik="§", ordning=1))
        session.add(Justering(sammanträde_id=key, läge="justerat"))

    done = locked.store.do(Doing(bring))
    assert done.inverse
    locked.store.do(done.inverse)
    assert dump(path) == before


def test_the_undo_of_a_change_is_refused_once_it_is_locked(locked):
    done = locked.store.do(another_beslut(locked))
    locked.set_out(None)
    assert done.inverse
    refused(locked.store, done.inverse, JusteratError)


def test_the_undo_of_a_locking_is_refused(locked):
    key = locked.set_out(None, "utskickat")
    done = locked.store.do(changing(Justering, key, läge="justerat"))
    assert done.inverse
    refused(locked.store, done.inverse, JusteratError)


@pytest.mark.parametrize("läge", OUT, ids=ascii)
def test_a_change_that_would_void_approvals_is_refused_with_whose_they_are(locked, läge):
    bo, anna = locked.people["Bo"], locked.people["Anna"]
    locked.set_out(None, läge, underskrifter=approved(bo, anna, bo))
    error = refused(locked.store, another_beslut(locked), ApprovalsVoidedError)
    assert (error.persons, error.paragrafer) == (("Bo Ek", "Anna Ek"), "2")
    assert "§ 2 har godkänts av Bo Ek och Anna Ek" in message_for(error)


def test_a_change_that_all_have_said_yes_to_voids_the_approvals(locked):
    bo = locked.people["Bo"]
    key = locked.set_out("2", "utskickat", underskrifter=approved(bo))
    other = locked.set_out("3–4", "utskickat", underskrifter=approved(bo))
    locked.store.do(another_beslut(locked), "beslutet i § 2", accept=True)
    assert row_of(locked, key) == ("utskickat", [])
    assert row_of(locked, other) == ("utskickat", approved(bo))
    assert locked.store.do(changing(Paragraf, locked.paragrafer[1], rubrik="Nytt")).changes


def test_yes_does_not_open_what_is_locked(locked):
    locked.set_out("2")
    with pytest.raises(JusteratError):
        locked.store.do(another_beslut(locked), accept=True)


def test_an_answer_that_approved_is_void_too_and_a_request_for_change_is_not(locked):
    bo, anna = locked.people["Bo"], locked.people["Anna"]
    key = locked.set_out("2", "utskickat", underskrifter=approved(bo))
    paket = Justeringspaket(
        id=new_id(),
        justering_id=key,
        version=1,
        skapat="2026-03-28T10:00:00",
        manifest="",
        fil="",
        filnamn="",
        pdf="",
        innehåll="",
    )
    mine = {"paket_id": paket.id, "tid": "", "inläst": "", "bevis": "kod"}
    add_rows(
        locked.store,
        paket,
        Justeringssvar(**mine, person_id=bo, slag="godkänt", sha256="1"),
        Justeringssvar(**mine, person_id=anna, slag="ändring begärd", sha256="2"),
    )
    locked.store.do(another_beslut(locked), accept=True)
    found = locked.store.ask(
        lambda session: dict(
            session.execute(select(Justeringssvar.slag, Justeringssvar.kastat)).all()
        )
    )
    assert found == {"godkänt": CHANGED, "ändring begärd": None}


def test_what_was_voided_is_in_the_log_with_the_change(locked):
    locked.set_out("2", "utskickat", underskrifter=approved(locked.people["Bo"]))
    locked.store.do(another_beslut(locked), "beslutet i § 2", accept=True)
    newest = select(Loggpost.ändringar).order_by(Loggpost.nummer.desc()).limit(1)
    said = json.loads(locked.store.ask(lambda session: session.scalar(newest)))
    assert [one["tabell"] for one in said] == ["beslutspunkt", "justering"]
    assert said[1]["före"]["underskrifter"]
    assert said[1]["efter"]["underskrifter"] == []


def test_undo_gives_back_the_text_and_the_approvals_and_redo_asks_again(locked):
    path, bo = locked.store.place.path, locked.people["Bo"]
    locked.set_out("2", "utskickat", underskrifter=approved(bo))
    before = dump(path)
    done = locked.store.do(another_beslut(locked), accept=True)
    assert done.inverse
    undone = locked.store.do(done.inverse)
    assert dump(path) == before
    assert undone.inverse
    refused(locked.store, undone.inverse, ApprovalsVoidedError)


def test_letting_a_paragraf_out_of_a_set_voids_its_approvals_too(locked):
    key = locked.set_out("2–3", "utskickat", underskrifter=approved(locked.people["Bo"]))
    command = changing(Justering, key, paragrafer="2")
    assert refused(locked.store, command, ApprovalsVoidedError).paragrafer == "3"


def sent_out(locked, set_, kastat=None, **facts):
    """Add a set whose package has gone out and that nobody has answered."""
    says = locked.innehåll(set_)
    key = locked.set_out(set_, "utskickat", innehåll=says, **facts)
    words = dict.fromkeys(("skapat", "manifest", "fil", "filnamn", "pdf"), "")
    paket = Justeringspaket(justering_id=key, version=1, innehåll=says, kastat=kastat, **words)
    add_rows(locked.store, paket)
    return key


def replanned(locked, key, paragrafer="2"):
    return PlanJustering(
        sammanträde_id=locked.sammanträde_id,
        justering_id=key,
        paragrafer=paragrafer,
        plats=None,
        planerat_datum=None,
    )


def test_a_set_that_is_out_is_replanned_only_by_a_yes_though_nobody_has_approved(locked):
    key = sent_out(locked, "2–3")
    error = refused(locked.store, replanned(locked, key), ApprovalsVoidedError)
    assert (error.persons, error.paragrafer) == ((), "3")
    assert "går det inte längre att svara på det som har skickats ut" in message_for(error)
    done = locked.store.do(replanned(locked, key), accept=True)
    assert locked.innehåll("2") != locked.innehåll("2–3")
    assert locked.store.do(done.inverse).changes  # what brings it back makes nothing void


def test_a_replanning_that_voids_approvals_tells_of_the_packages_and_of_whose_they_are(locked):
    key = sent_out(locked, "2–3", underskrifter=approved(locked.people["Bo"]))
    said = message_for(refused(locked.store, replanned(locked, key), ApprovalsVoidedError))
    assert "går det inte längre att svara" in said
    assert "Det som Bo Ek har godkänt gäller då inte längre." in said


def test_a_replanning_asks_nothing_when_no_package_takes_answers_or_the_paragrafer_are_the_same(
    locked,
):
    dead, same = sent_out(locked, "2–3", "taget tillbaka"), sent_out(locked, "2–3")
    assert locked.store.do(replanned(locked, dead)).changes
    assert locked.store.do(replanned(locked, same, "2,3")) is not None


def test_what_no_protokoll_says_is_free(locked):
    locked.set_out(None, "godkänt")
    locked.set_out(None, "utskickat", underskrifter=approved(locked.people["Bo"]))
    assert locked.change(Person, locked.people["Bo"], namn="Bo Alm").changes
    assert locked.change(Paragraf, locked.paragrafer[1], publicering="nej").changes
    assert locked.change(Närvaro, locked.keys["närvaro"], till_tid="11.15").changes


def test_what_is_godkänt_has_a_sentence_of_its_own():
    assert "steg" in message_for(JusteratError(62, "godkänt"))
    assert "rättelse" in message_for(JusteratError(62))
