"""What is done with a redovisning: begun, spread, answered, put together, approved, sent."""

from datetime import date

import pytest

from nämnd.core.errors import GoneError
from nämnd.redovisning.answering import (
    Answer,
    NoteAsked,
    NoteSvarReminded,
    PutTogether,
    Spread,
    Unspread,
)
from nämnd.redovisning.commands import (
    AddRedovisning,
    ApproveRedovisning,
    ChangeRedovisning,
    MarkRedovisningSent,
    NextOccasion,
    RegisterRedovisning,
    RemoveRedovisning,
    ReopenRedovisning,
    SaveFrågor,
)
from nämnd.redovisning.errors import NotFinishedError, RedovisningError, RedovisningFault
from nämnd.redovisning.queries import addresses_used, redovisning_rows
from nämnd.redovisning.recipients import recipients
from nämnd.redovisning.rules import proposal, proposed_rows
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft
from nämnd.tables import Bevakning, Handling, Redovisning
from tests.builders import a_file, a_nämnd
from tests.nämnd.redovisning.making import (
    NORR,
    SENAST,
    STRUKTUR,
    SYD,
    TODAY,
    a_redovisning,
    an_ärende,
    answer,
    finish,
    spread,
    svar_id,
    view_of,
)
from tests.nämnd.store.dumps import dump

LATER = date(2026, 10, 15)


def refused(store, command):
    with pytest.raises(RedovisningError) as caught:
        store.do(command)
    return caught.value.problem


def bevakningar(store):
    return store.ask(
        lambda session: [
            (one.rubrik, one.förfaller, one.avslutad, one.avslut, len(one.historik))
            for one in session.query(Bevakning)
        ]
    )


def test_a_redovisning_has_the_questions_of_the_sender_in_order(store):
    key = a_redovisning(store)
    assert tuple(one.draft for one in view_of(store, key).frågor) == STRUKTUR


def test_the_day_it_is_due_is_watched(store):
    a_redovisning(store)
    assert bevakningar(store) == [
        (
            "Delredovisning september 2026 till Tillsynsverket",
            {"datum": "2026-09-30"},
            None,
            None,
            0,
        )
    ]


def test_its_bevakning_moves_with_the_day_and_the_history_says_so(store):
    key = a_redovisning(store)
    draft = RedovisningDraft("Delredovisning", senast=LATER)
    store.do(ChangeRedovisning(redovisning_id=key, draft=draft, today=TODAY))
    assert bevakningar(store) == [("Delredovisning", {"datum": "2026-10-15"}, None, None, 1)]


def test_its_bevakning_goes_when_there_is_no_day_and_comes_with_one(store):
    key = a_redovisning(store)
    draft = RedovisningDraft("Delredovisning")
    store.do(ChangeRedovisning(redovisning_id=key, draft=draft, today=TODAY))
    assert bevakningar(store) == []
    dated = RedovisningDraft("Delredovisning", senast=LATER)
    store.do(ChangeRedovisning(redovisning_id=key, draft=dated, today=TODAY))
    assert len(bevakningar(store)) == 1


def test_undo_takes_the_bevakning_back_too(store):
    command = AddRedovisning(
        nämnd_id=a_nämnd(store), draft=RedovisningDraft("R", senast=SENAST), today=TODAY
    )
    done = store.do(command)
    assert len(bevakningar(store)) == 1
    store.do(done.inverse)
    assert bevakningar(store) == []


@pytest.mark.parametrize(
    ("draft", "problem"),
    [
        (RedovisningDraft(" "), RedovisningFault.RUBRIK_MISSING),
        (
            RedovisningDraft("R", senast=SENAST, svar_senast=LATER),
            RedovisningFault.ANSWERS_TOO_LATE,
        ),
    ],
)
def test_facts_that_can_not_be_are_refused(store, draft, problem):
    command = AddRedovisning(nämnd_id=a_nämnd(store), draft=draft, today=TODAY)
    assert refused(store, command) is problem


@pytest.mark.parametrize(
    ("fråga", "problem"),
    [
        (FrågaDraft("x", "fråga", "  "), RedovisningFault.TEXT_MISSING),
        (FrågaDraft("x", "tabell", "Ange"), RedovisningFault.KOLUMNER_MISSING),
        (FrågaDraft("x", "tabell", "Ange", 1, ("a",) * 21), RedovisningFault.TOO_MANY),
    ],
)
def test_a_structure_that_can_not_be_is_refused(store, fråga, problem):
    key = a_redovisning(store)
    assert refused(store, SaveFrågor(redovisning_id=key, frågor=(fråga,))) is problem


def test_an_ärende_of_another_nämnd_is_refused(store):
    other = an_ärende(store, a_nämnd(store, "En annan nämnd"))
    key = a_redovisning(store)
    draft = RedovisningDraft("R", ärende_id=other)
    command = ChangeRedovisning(redovisning_id=key, draft=draft, today=TODAY)
    assert refused(store, command) is RedovisningFault.OTHER_NÄMND


def test_questions_are_kept_by_their_id_when_the_structure_is_mended(store):
    key = a_redovisning(store)
    spread(store)
    answer(store, key, "f3", "Region Norr", "Tre saker.")
    mended = (FrågaDraft("f3", "fråga", "Vad har gjorts?", 2), STRUKTUR[3], STRUKTUR[5])
    store.do(SaveFrågor(redovisning_id=key, frågor=mended))
    first = view_of(store, key).frågor[0]
    assert (first.draft.text, first.svaras_av[0].text) == ("Vad har gjorts?", "Tre saker.")


def test_a_question_with_answers_is_neither_removed_nor_made_a_heading(store):
    key = a_redovisning(store)
    spread(store)
    answer(store, key, "f3", "Region Norr", "Tre saker.")
    gone = SaveFrågor(redovisning_id=key, frågor=STRUKTUR[3:])
    assert refused(store, gone) is RedovisningFault.HAS_ANSWERS


def test_questions_are_spread_over_huvudmän_once_however_often_it_is_done(store):
    key = a_redovisning(store)
    spread(store)
    spread(store, Mottagare("h1", "Ny Person", "ny@norr.example"))
    asked = recipients(view_of(store, key))
    assert [(one.vem, one.ansvarig, len(one.svar)) for one in asked] == [
        ("Region Norr", "Ny Person", 3),
        ("Region Syd", "Cia Öst", 3),
    ]


def test_headings_and_texts_are_not_asked_of_anybody(store):
    a_redovisning(store)
    assert refused(store, Spread(fråga_ids=("f1", "f2"), mottagare=(NORR,))) is (
        RedovisningFault.NOBODY
    )


def test_somebody_of_the_nämnd_can_answer_but_has_a_name(store):
    key = a_redovisning(store)
    spread(store, Mottagare(ansvarig="Eva Lind"), frågor=("f3",))
    assert [one.vem for one in recipients(view_of(store, key))] == ["Eva Lind"]
    nobody = Spread(fråga_ids=("f3",), mottagare=(Mottagare(),))
    assert refused(store, nobody) is RedovisningFault.WHO_MISSING


def test_who_has_not_answered_everything_is_waited_for(store):
    key = a_redovisning(store)
    spread(store, frågor=("f3", "f4"))
    answer(store, key, "f3", "Region Norr", "Ja.")
    answer(store, key, "f4", "Region Norr", "Mycket.")
    answer(store, key, "f3", "Region Syd", "Ja.")
    (row,) = store.ask(lambda session: redovisning_rows(session, view_of(store, key).nämnd_id))
    assert (row.frågor, row.klara, row.väntar_på) == (3, 0, ("Region Syd",))


def test_an_answer_that_is_emptied_is_no_answer(store):
    key = a_redovisning(store)
    spread(store, NORR, frågor=("f3",))
    answer(store, key, "f3", "Region Norr", "Ja.")
    assert view_of(store, key).frågor[2].svaras_av[0].besvarad == TODAY
    answer(store, key, "f3", "Region Norr", " ")
    assert view_of(store, key).frågor[2].svaras_av[0].besvarad is None


def test_the_rows_of_a_table_have_as_many_cells_as_it_has_columns(store):
    key = a_redovisning(store)
    spread(store, NORR, frågor=("f6",))
    answer(
        store, key, "f6", "Region Norr", rader=(("Norr", "2025"), ("", ""), ("a", "b", "c", "d"))
    )
    assert view_of(store, key).frågor[5].svaras_av[0].rader == (
        ("Norr", "2025", ""),
        ("a", "b", "c"),
    )


def test_answers_are_put_together_under_the_names_of_those_who_gave_them(store):
    key = a_redovisning(store)
    spread(store, frågor=("f3", "f6"))
    answer(store, key, "f3", "Region Syd", "Vi har *börjat*.")
    answer(store, key, "f3", "Region Norr", "Tre saker:\n\n- en\n- två")
    for vem in ("Region Syd", "Region Norr"):
        answer(store, key, "f6", vem, rader=((vem, "2025", "2026"),))
    frågor = view_of(store, key).frågor
    assert proposal(frågor[2]) == (
        "**Region Norr**\n\nTre saker:\n\n- en\n- två\n\n**Region Syd**\n\nVi har *börjat*."
    )
    assert [row[0] for row in proposed_rows(frågor[5])] == ["Region Norr", "Region Syd"]


def test_the_only_answer_stands_without_a_name(store):
    key = a_redovisning(store)
    spread(store, frågor=("f3",))
    answer(store, key, "f3", "Region Syd", "Ja.")
    assert proposal(view_of(store, key).frågor[2]) == "Ja."


def test_asking_and_reminding_are_noted(store):
    key = a_redovisning(store)
    spread(store, NORR, frågor=("f3",))
    one = svar_id(store, key, "f3", "Region Norr")
    store.do(NoteAsked(svar_ids=(one,), today=TODAY))
    store.do(NoteAsked(svar_ids=(one,), today=LATER))
    store.do(NoteSvarReminded(svar_ids=(one,), till="bo@norr.example", today=LATER))
    (asked,) = recipients(view_of(store, key))
    assert (asked.frågad, asked.påmint) == (TODAY, LATER)


def test_who_is_not_asked_any_more_is_not_waited_for(store):
    key = a_redovisning(store)
    spread(store, frågor=("f3",))
    store.do(Unspread(svar_ids=(svar_id(store, key, "f3", "Region Norr"),)))
    assert [one.vem for one in recipients(view_of(store, key))] == ["Region Syd"]


def test_nothing_is_finished_without_a_word(store):
    a_redovisning(store)
    command = PutTogether(fråga_id="f3", text=" ", klar=True)
    assert refused(store, command) is RedovisningFault.NOTHING_WRITTEN


def test_it_is_approved_only_when_every_question_is_finished(store):
    key = a_redovisning(store)
    store.do(PutTogether(fråga_id="f3", text="Ja.", klar=True))
    with pytest.raises(NotFinishedError) as caught:
        store.do(ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY))
    assert caught.value.frågor == ("Vad har ni lärt er?", "Ange tid för beslut.")


def test_what_is_approved_can_not_be_changed_until_that_is_taken_back(store):
    key = a_redovisning(store)
    spread(store)
    svar = svar_id(store, key, "f3", "Region Norr")
    finish(store, key)
    store.do(ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY))
    for command in (
        Answer(svar_id=svar, text="Nej.", today=TODAY),
        PutTogether(fråga_id="f3", text="Nej."),
        Spread(fråga_ids=("f3",), mottagare=(SYD,)),
        SaveFrågor(redovisning_id=key, frågor=STRUKTUR),
        ChangeRedovisning(redovisning_id=key, draft=RedovisningDraft("R"), today=TODAY),
    ):
        assert refused(store, command) is RedovisningFault.APPROVED
    store.do(ReopenRedovisning(redovisning_id=key))
    store.do(Answer(svar_id=svar, text="Nej.", today=TODAY))


def test_it_is_approved_by_somebody_and_only_with_questions(store):
    key = a_redovisning(store, frågor=STRUKTUR[:2])
    by_nobody = ApproveRedovisning(redovisning_id=key, av=" ", today=TODAY)
    assert refused(store, by_nobody) is RedovisningFault.WHO_APPROVES
    by_eva = ApproveRedovisning(redovisning_id=key, av="Eva", today=TODAY)
    assert refused(store, by_eva) is RedovisningFault.NO_QUESTIONS


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
