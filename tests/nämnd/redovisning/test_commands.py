"""What is done with a redovisning: begun, spread, answered, put together, approved, sent."""

from datetime import date

import pytest

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
    ReopenRedovisning,
    SaveFrågor,
)
from nämnd.redovisning.errors import NotFinishedError, RedovisningFault
from nämnd.redovisning.queries import redovisning_rows
from nämnd.redovisning.recipients import recipients
from nämnd.redovisning.rules import proposal, proposed_rows
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft
from tests.builders import a_nämnd
from tests.nämnd.redovisning.making import (
    NORR,
    SENAST,
    STRUKTUR,
    SYD,
    TODAY,
    a_redovisning,
    an_ärende,
    answer,
    bevakningar,
    finish,
    refused,
    spread,
    svar_id,
    view_of,
)

LATER = date(2026, 10, 15)


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
