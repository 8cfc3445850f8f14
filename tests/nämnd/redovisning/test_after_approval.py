"""What happens to a redovisning once it is approved: sent, registered, asked again, removed."""

from datetime import date

import pytest

from nämnd.core.errors import GoneError
from nämnd.redovisning.answering import (
    PutTogether,
)
from nämnd.redovisning.commands import (
    ApproveRedovisning,
    ChangeRedovisning,
    MarkRedovisningSent,
    NextOccasion,
    RegisterRedovisning,
    RemoveRedovisning,
    ReopenRedovisning,
)
from nämnd.redovisning.errors import RedovisningFault
from nämnd.redovisning.queries import addresses_used
from nämnd.redovisning.recipients import recipients
from nämnd.redovisning.values import RedovisningDraft
from nämnd.tables import Handling, Redovisning
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.values import Sekretess, ÄrendeDraft
from tests.builders import a_file, a_nämnd
from tests.nämnd.redovisning.making import (
    TODAY,
    a_redovisning,
    an_ärende,
    answer,
    bevakningar,
    finish,
    refused,
    spread,
    view_of,
)
from tests.nämnd.store.dumps import dump

LATER = date(2026, 10, 15)


def approved(store, **facts):
    key = a_redovisning(store, **facts)
    finish(store, key)
    store.do(ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY))
    return key


def test_when_it_is_sent_its_bevakning_is_closed_with_how(store):
    key = approved(store)
    store.do(MarkRedovisningSent(redovisning_id=key, datum=LATER))
    assert bevakningar(store)[0][2:4] == (LATER, "gjord")
    assert refused(store, ReopenRedovisning(redovisning_id=key)) is RedovisningFault.SENT
    store.do(MarkRedovisningSent(redovisning_id=key, datum=None))
    assert bevakningar(store)[0][2:4] == (None, None)


def test_approving_sending_and_taking_back_are_undone_and_redone(store):
    key = a_redovisning(store)
    finish(store, key)
    for command in (
        ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY),
        MarkRedovisningSent(redovisning_id=key, datum=LATER),
        MarkRedovisningSent(redovisning_id=key, datum=None),
        ReopenRedovisning(redovisning_id=key),
    ):
        start = dump(store.place.path)
        done = store.do(command)
        end = dump(store.place.path)
        assert end != start
        undone = store.do(done.inverse)
        assert dump(store.place.path) == start
        store.do(undone.inverse)
        assert dump(store.place.path) == end


def test_what_is_not_approved_is_neither_sent_nor_registered(store, files):
    key = a_redovisning(store)
    assert refused(store, MarkRedovisningSent(redovisning_id=key, datum=LATER)) is (
        RedovisningFault.NOT_APPROVED
    )
    register = RegisterRedovisning(
        redovisning_id=key, file=a_file(files), when="2026-03-02T09:41:00", today=TODAY
    )
    assert refused(store, register) is RedovisningFault.NOT_APPROVED


def test_it_is_registered_as_what_goes_out_in_its_ärende_and_is_then_locked(store, files):
    nämnd_id = a_nämnd(store)
    key = approved(store, nämnd_id=nämnd_id, ärende_id=an_ärende(store, nämnd_id))
    store.do(
        RegisterRedovisning(
            redovisning_id=key, file=a_file(files), when="2026-03-02T09:41:00", today=TODAY
        )
    )
    handling = store.ask(lambda session: session.get(Handling, view_of(store, key).handling_id))
    assert (handling.rubrik, handling.riktning) == ("Delredovisning september 2026", "utgående")
    assert refused(store, ReopenRedovisning(redovisning_id=key)) is RedovisningFault.REGISTERED
    removal = RemoveRedovisning(redovisning_id=key, today=TODAY)
    assert refused(store, removal) is RedovisningFault.REGISTERED


def test_in_a_hidden_and_secret_ärende_it_is_registered_so(store, files):
    nämnd_id = a_nämnd(store)
    ärende_id = an_ärende(store, nämnd_id)
    mark = Sekretess("OSL 25:1", None)
    hidden = ÄrendeDraft("God vård", dölj_rubrik=True, sekretess=mark)
    store.do(ChangeÄrende(ärende_id=ärende_id, draft=hidden))
    key = approved(store, nämnd_id=nämnd_id, ärende_id=ärende_id)
    store.do(
        RegisterRedovisning(
            redovisning_id=key, file=a_file(files), when="2026-03-02T09:41:00", today=TODAY
        )
    )
    handling = store.ask(lambda session: session.get(Handling, view_of(store, key).handling_id))
    assert (handling.dölj_rubrik, handling.sekretess_lagrum) == (True, "OSL 25:1")


def test_without_an_ärende_there_is_nowhere_to_register_it(store, files):
    command = RegisterRedovisning(
        redovisning_id=approved(store),
        file=a_file(files),
        when="2026-03-02T09:41:00",
        today=TODAY,
    )
    assert refused(store, command) is RedovisningFault.NO_ÄRENDE


def test_the_next_occasion_asks_the_same_of_the_same_and_has_the_last_answers_at_hand(store):
    key = a_redovisning(store)
    spread(store)
    answer(store, key, "f3", "Region Norr", "Tre saker.")
    store.do(PutTogether(fråga_id="f3", text="Tre saker i norr.", klar=True))
    store.do(
        NextOccasion(
            redovisning_id=key,
            rubrik="Slutredovisning mars 2027",
            senast=date(2027, 3, 31),
            today=TODAY,
            new_redovisning_id="next",
        )
    )
    new = view_of(store, "next")
    asked = recipients(new)
    assert [(one.vem, one.epost, len(one.lacking)) for one in asked] == [
        ("Region Norr", "bo@norr.example", 3),
        ("Region Syd", "cia@syd.example", 3),
    ]
    first = new.to_answer[0]
    assert (first.svar, first.klar, first.förra, new.förra) == (
        "",
        False,
        "Tre saker i norr.",
        "Delredovisning september 2026",
    )
    assert len(bevakningar(store)) == 2


def test_a_redovisning_is_removed_with_its_questions_answers_and_bevakning(store):
    key = a_redovisning(store)
    spread(store)
    done = store.do(RemoveRedovisning(redovisning_id=key, today=TODAY))
    assert store.ask(lambda session: session.query(Redovisning).count()) == 0
    assert bevakningar(store) == []
    with pytest.raises(GoneError):
        view_of(store, key)
    store.do(done.inverse)
    assert len(recipients(view_of(store, key))) == 2


def test_a_bevakning_with_a_history_is_closed_when_the_redovisning_is_removed(store):
    key = a_redovisning(store)
    draft = RedovisningDraft("Delredovisning", senast=LATER)
    store.do(ChangeRedovisning(redovisning_id=key, draft=draft, today=TODAY))
    store.do(RemoveRedovisning(redovisning_id=key, today=TODAY))
    assert bevakningar(store)[0][2:4] == (TODAY, "inte längre aktuell")


def test_who_answered_for_a_huvudman_the_last_time_is_known(store):
    key = a_redovisning(store)
    spread(store)
    nämnd_id = view_of(store, key).nämnd_id
    assert store.ask(lambda session: addresses_used(session, nämnd_id)) == {
        "h1": ("Bo Alm", "bo@norr.example"),
        "h2": ("Cia Öst", "cia@syd.example"),
    }
