"""A command happens whole, is logged, and can be taken back; or nothing happens."""

import json
import threading
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, text, update

from nämnd.core.changes import RowChange, Together, Topic
from nämnd.core.errors import GoneError, InvalidDraftError, NämndError
from nämnd.core.ids import new_id
from nämnd.logg.queries import latest
from nämnd.organisation.commands import RemoveUppdrag, SavePerson, SaveUppdrag
from nämnd.organisation.rules import PersonDraft, UppdragDraft
from nämnd.sammanträde.commands import RemoveSammanträde
from nämnd.sammanträde.drafts import PunktDraft, satser
from nämnd.sammanträde.punkt_commands import AddPunkt, MovePunkter, RemovePunkter, SavePunkt
from nämnd.sammanträde.utskick_commands import RecordUtskick
from nämnd.store.restore import Restore, merged
from nämnd.tables import Loggpost, Nämnd, Person
from tests.builders import WHEN, a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag, send
from tests.nämnd.store.dumps import check, dump, log_count


def save(person_id: str, namn: str = "Anna Ek", **facts: Any) -> SavePerson:
    return SavePerson(person_id=person_id, draft=PersonDraft(namn, **facts))


@dataclass(frozen=True)
class Doing:
    """A command made of a function: for what no real command does."""

    what: Any

    def run(self, session):
        self.what(session)
        return frozenset({Topic.PERSON})


def names(session):
    return sorted(session.scalars(select(Person.namn)))


def logged(store):
    rows = store.ask(lambda session: session.scalars(select(Loggpost.ändringar)).all())
    return [json.loads(row) for row in rows]


def test_a_refused_command_changes_nothing_and_leaves_no_trace_in_the_log(store):
    a_person(store)
    before, entries = dump(store.place.path), log_count(store.place.path)
    with pytest.raises(InvalidDraftError):
        store.do(Together((save("p2", "Bo"), save("p3", " "))), "Lägg till")
    assert dump(store.place.path) == before
    assert log_count(store.place.path) == entries


def test_a_command_that_fails_unexpectedly_changes_nothing(store):
    a_person(store)
    before = dump(store.place.path)

    def fail(session):
        session.add(Person(id="p9", namn="Halv"))
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.do(Doing(fail))
    assert dump(store.place.path) == before


def test_what_refers_to_a_row_that_is_gone_is_refused(store):
    draft = PunktDraft("Fråga", ärende_id="borta")
    sammanträde_id = a_sammanträde(store)
    found = dump(store.place.path)
    with pytest.raises(GoneError):
        store.do(AddPunkt(punkt_id="k1", sammanträde_id=sammanträde_id, draft=draft))
    assert dump(store.place.path) == found


def test_removing_a_row_that_others_refer_to_is_refused(store):
    sammanträde_id = a_sammanträde(store)
    found = dump(store.place.path)

    def remove_nämnd(session):
        session.delete(session.scalars(select(Nämnd)).one())

    with pytest.raises(GoneError):
        store.do(Doing(remove_nämnd))
    assert dump(store.place.path) == found
    assert store.do(RemoveSammanträde(sammanträde_id=sammanträde_id)).changes


def test_undo_and_redo_restore_the_same_bytes(store):
    sammanträde_id = a_sammanträde(store)
    punkt_id = a_punkt(store, sammanträde_id, bilagor=2, förslag=satser(("att a", "att b")))
    start = dump(store.place.path)
    done = store.do(RemovePunkter(punkt_ids=(punkt_id,)))
    end = dump(store.place.path)
    undone = store.do(done.inverse)
    assert dump(store.place.path) == start
    redone = store.do(undone.inverse)
    assert dump(store.place.path) == end
    store.do(redone.inverse)
    assert dump(store.place.path) == start


def test_a_row_that_has_changed_since_is_not_undone(store):
    done = store.do(save("p1", "Anna Ek"))
    store.do(save("p1", "Anna Ek Berg"))
    before = dump(store.place.path)
    with pytest.raises(GoneError):
        store.do(done.inverse)
    assert dump(store.place.path) == before


def test_a_row_that_is_gone_since_is_not_undone(store):
    store.do(save("p1", "Anna"))
    renamed = store.do(save("p1", "Anna Berg"))
    store.do(Doing(lambda session: session.delete(session.get(Person, "p1"))))
    with pytest.raises(GoneError):
        store.do(renamed.inverse)
    assert store.ask(names) == []


def test_undoing_a_removal_is_refused_when_the_row_is_there_again(store):
    store.do(save("p1", "Anna"))
    removed = store.do(Doing(lambda session: session.delete(session.get(Person, "p1"))))
    store.do(save("p1", "Bo"))
    with pytest.raises(GoneError):
        store.do(removed.inverse)
    assert store.ask(names) == ["Bo"]


def test_two_merged_steps_are_undone_as_by_undoing_both(store):
    store.do(save("p1", "Anna"))
    start = dump(store.place.path)
    first = store.do(save("p1", "Anna B")).inverse
    second = store.do(Together((save("p1", "Anna Be"), save("p2", "Bo")))).inverse
    end = dump(store.place.path)
    undone = store.do(merged(first, second))
    assert dump(store.place.path) == start
    store.do(undone.inverse)
    assert dump(store.place.path) == end


def test_merging_a_row_that_came_and_went_undoes_to_nothing(store):
    sammanträde_id = a_sammanträde(store)
    punkt_id = a_punkt(store, sammanträde_id)
    start = dump(store.place.path)
    written = PunktDraft("En fråga", förslag=satser(("att",)))
    first = store.do(SavePunkt(punkt_id=punkt_id, draft=written)).inverse
    second = store.do(SavePunkt(punkt_id=punkt_id, draft=replace(written, förslag=()))).inverse
    both = merged(first, second)
    assert both.changes == ()
    store.do(both)
    assert dump(store.place.path) == start


def test_a_command_that_changes_nothing_is_not_logged_and_not_undone(store):
    store.do(save("p1"))
    entries = log_count(store.place.path)
    again = store.do(save("p1"))
    assert (again.changes, again.inverse) == ((), None)
    assert log_count(store.place.path) == entries


@pytest.mark.parametrize("together", [False, True], ids=["alone", "among others"])
def test_what_has_gone_out_has_no_way_back(store, together):
    sammanträde_id = a_sammanträde(store)
    punkt_id = a_punkt(store, sammanträde_id)
    command = RecordUtskick(sammanträde_id=sammanträde_id, when=WHEN, till=(), utgåvor=())
    move = MovePunkter(punkt_ids=(punkt_id,), to=1)
    outcome = store.do(Together((move, command)) if together else command)
    assert outcome.changes
    assert outcome.inverse is None


def test_every_change_lies_in_the_log_before_and_after_and_nothing_else_does(store):
    nämnd_id, person_id = a_nämnd(store), a_person(store)
    uppdrag_id = an_uppdrag(store, nämnd_id, person_id)
    bystander = a_person(store, "Bo Berg")
    outcome = store.do(RemoveUppdrag(uppdrag_id=uppdrag_id), "Ta bort uppdrag")
    last = logged(store)[-1]
    assert [(one["tabell"], one["nyckel"]) for one in last] == [
        ("uppdrag", uppdrag_id),
        ("person", person_id),
    ]
    assert all(one["efter"] is None and one["före"]["id"] == one["nyckel"] for one in last)
    assert bystander not in json.dumps(last)
    assert len(outcome.changes) == len(last)
    newest = store.ask(latest)[0]
    assert (newest.vem, newest.rubrik, newest.tid) == (
        "Eva Lind",
        "Ta bort uppdrag",
        "2026-03-02T09:41:00",
    )


def test_a_row_changed_twice_in_one_command_is_one_change_from_first_to_last(store):
    store.do(save("p1", "Anna"))
    outcome = store.do(Together((save("p1", "Bo"), save("p1", "Cilla"))))
    (change,) = outcome.changes
    assert (change.before["namn"], change.after["namn"]) == ("Anna", "Cilla")


def test_a_row_that_is_made_and_removed_in_one_command_is_no_change(store):
    def come_and_go(session):
        row = Person(id="p1", namn="Anna")
        session.add(row)
        session.flush()
        session.delete(row)

    assert store.do(Doing(come_and_go)).changes == ()


def test_undo_and_redo_are_logged_too(store):
    done = store.do(save("p1"), "Lägg till Anna")
    store.do(done.inverse, "ångra: Lägg till Anna")
    assert [row.rubrik for row in store.ask(latest)] == ["ångra: Lägg till Anna", "Lägg till Anna"]
    assert logged(store)[1] == [{**logged(store)[0][0], "före": logged(store)[0][0]["efter"],
                                 "efter": None}]  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        update(Person).values(namn="Alla"),
        delete(Person),
        insert(Person).values(id="p2", namn="Ny"),
        text("UPDATE person SET namn = 'Alla'"),
    ],
    ids=["update", "delete", "insert", "text"],
)
def test_rows_are_not_changed_past_the_log(store, statement):
    store.do(save("p1", "Anna"))
    with pytest.raises(RuntimeError, match="the log would not see it"):
        store.do(Doing(lambda session: session.execute(statement)))
    with pytest.raises(RuntimeError, match="the log would not see it"):
        store.ask(lambda session: session.execute(statement))
    assert store.ask(names) == ["Anna"]


def test_the_key_of_a_row_is_not_changed_since_undo_log_and_locks_go_by_it(store):
    store.do(save("p1", "Anna"))

    def rename(session):
        session.get(Person, "p1").id = "p2"

    with pytest.raises(RuntimeError, match="go by a row's key"):
        store.do(Doing(rename))
    assert store.ask(names) == ["Anna"]


def test_a_question_changes_nothing(store):
    store.do(save("p1", "Anna"))

    def rename(session):
        session.get(Person, "p1").namn = "Bo"
        return names(session)  # asks after the change, and so would have it written

    def rename_and_commit(session):
        session.get(Person, "p1").namn = "Bo"
        session.commit()

    for question in (rename, rename_and_commit):
        with pytest.raises(RuntimeError, match="changes nothing"):
            store.ask(question)
    assert store.ask(names) == ["Anna"]


def test_questions_are_answered_while_a_command_is_in_the_middle_of_its_work(store):
    store.do(save("p1", "Anna"))
    writing, asked = threading.Event(), threading.Event()
    answers = []

    def slow(session):
        session.get(Person, "p1").namn = "Bo"
        session.flush()
        writing.set()
        assert asked.wait(10)

    def ask():
        assert writing.wait(10)
        answers.append(store.ask(names))
        asked.set()

    asker = threading.Thread(target=ask)
    asker.start()
    store.do(Doing(slow))
    asker.join()
    assert answers == [["Anna"]]
    assert store.ask(names) == ["Bo"]


def test_four_threads_that_save_at_once_lose_nothing(store):
    failures = []

    def work(mine):
        try:
            for number in range(20):
                store.do(save(f"{mine}-{number}", f"{mine} {number}"))
        except NämndError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(mine,)) for mine in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(store.ask(names)) == 80
    assert log_count(store.place.path) == 80
    assert check(store.place.path) == "ok"


def test_a_restored_row_keeps_what_refers_to_it(store):
    nämnd_id, person_id = a_nämnd(store), a_person(store)
    uppdrag = SaveUppdrag(
        uppdrag_id=new_id(), nämnd_id=nämnd_id, person_id=person_id, draft=UppdragDraft("ledamot")
    )
    start = dump(store.place.path)
    added = store.do(uppdrag)
    removed = store.do(RemoveUppdrag(uppdrag_id=uppdrag.uppdrag_id))
    store.do(removed.inverse)
    store.do(added.inverse)
    assert dump(store.place.path) == start


def test_a_step_back_says_what_it_could_not_find(store):
    step = Restore((RowChange("person", "borta", {}, {"id": "borta"}),), frozenset())
    with pytest.raises(GoneError) as caught:
        store.do(step)
    assert (caught.value.what, caught.value.key) == ("person", "borta")


def test_after_the_kallelse_a_sammanträde_stays(store):
    sammanträde_id = a_sammanträde(store)
    send(store, sammanträde_id)
    before = dump(store.place.path)
    with pytest.raises(NämndError):
        store.do(RemoveSammanträde(sammanträde_id=sammanträde_id))
    assert dump(store.place.path) == before
