"""What comes next for a set of §§, and how each person stands, at every point of its way."""

import pytest

from nämnd.justering.commands import AnswerKommentar, RecordJusterat, RecordPaper
from nämnd.närvaro.task_commands import SetJusterare
from tests.builders import a_person
from ui.justering.steps import Standing, Step, next_step, person_rows, waited_for

PAPER_DAY = "2026-04-01"


def step(set_, *ways: str) -> Step:
    return next_step(set_.view(), ways)


def standings(set_) -> dict[str, Standing]:
    return {one.namn.split()[0]: one.standing for one in person_rows(set_.view())}


def waited(set_) -> list[str]:
    return [one.namn.split()[0] for one in waited_for(set_.view())]


def test_at_first_it_is_to_be_sent_to_those_who_must(set_):
    assert step(set_) is Step.SEND
    assert standings(set_) == {
        "Anna": Standing.NOT_YET,
        "Bo": Standing.NOT_YET,
        "Cecilia": Standing.FREE,
    }


def test_then_answers_are_read_until_all_have_approved(set_):
    paket = set_.send()
    assert (step(set_), waited(set_)) == (Step.READ, ["Anna", "Bo"])
    set_.answer(paket, set_.anna)
    assert (step(set_), waited(set_)) == (Step.READ, ["Bo"])
    assert standings(set_)["Anna"] is Standing.APPROVED


def test_in_turn_the_later_ones_wait_for_the_first(set_):
    paket = set_.send(turns=True)
    assert waited(set_) == ["Anna"]
    (_, bo, _) = person_rows(set_.view())
    assert (bo.standing, bo.after) == (Standing.LATER, ("Anna Ek (M)",))
    set_.answer(paket, set_.anna)
    assert waited(set_) == ["Bo"]


def test_after_the_first_signature_the_signed_file_goes_to_the_next(set_):
    way = "elektronisk underskrift"
    paket = set_.send(turns=True, way=way, sätt=way)
    assert step(set_) is Step.READ
    set_.sign(paket, set_.anna)
    assert (step(set_), waited(set_)) == (Step.PASS_ON, [])
    assert standings(set_)["Anna"] is Standing.SIGNED


def test_a_change_that_is_asked_for_leads_to_the_protokoll_until_each_comment_is_answered(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna, "ändring begärd", kommentarer=[(2, "Fel pris.")])
    assert step(set_) is Step.CHANGE
    assert standings(set_)["Anna"] is Standing.REQUEST
    (kommentar,) = set_.view().kommentarer
    answer = AnswerKommentar(
        justering_id=set_.id, kommentar_id=kommentar.id, svar="avvisad", svarstext="Priset stämmer."
    )
    set_.store.do(answer)
    assert step(set_) is Step.SEND_AGAIN


def test_a_text_that_was_changed_is_sent_anew(set_):
    set_.send()
    set_.change()
    assert (step(set_), waited(set_)) == (Step.SEND_CHANGED, [])


@pytest.mark.parametrize(
    ("sätt", "ways", "expected"),
    [
        ("papper", (), Step.PAPER),
        ("godkännande", ("godkännande",), Step.CONFIRM),
        ("godkännande", ("godkännande", "papper"), Step.CONFIRM),
        ("papper", ("godkännande", "papper"), Step.PAPER),
    ],
    ids=["paper", "approval", "approval of two ways", "paper of two ways"],
)
def test_what_all_have_approved_is_signed_or_confirmed_as_the_nämnd_does_it(
    set_, sätt, ways, expected
):
    if ways:
        set_.allow(*ways)
    paket = set_.send(sätt=sätt)
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert step(set_, *ways) is expected


def test_what_is_printed_only_is_signed_on_paper(set_):
    set_.store.do(set_.sending(paket=None))
    assert step(set_) is Step.PAPER
    set_.store.do(
        RecordPaper(justering_id=set_.id, person_ids=(set_.anna,), datum=PAPER_DAY, today=PAPER_DAY)
    )
    assert step(set_) is Step.PAPER
    assert standings(set_) == {
        "Anna": Standing.ON_PAPER,
        "Bo": Standing.NOT_ASKED,
        "Cecilia": Standing.FREE,
    }


def test_nothing_comes_after_justerat(set_):
    set_.allow("godkännande")
    paket = set_.send(sätt="godkännande")
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    set_.store.do(RecordJusterat(justering_id=set_.id, datum=PAPER_DAY, today=PAPER_DAY))
    assert step(set_) is Step.NOTHING


def test_who_answers_for_some_of_the_paragrafer_only_is_shown_with_them(set_):
    rows = ((set_.bo, "1"), (a_person(set_.store, "Dag By"), "2"))
    set_.store.do(SetJusterare(sammanträde_id=set_.sammanträde, rows=rows))
    parts = {one.namn: one.which for one in person_rows(set_.view())}
    assert parts == {"Anna Ek (M)": "", "Bo Alm (S)": "§ 1", "Dag By": "§ 2", "Cecilia Öst": ""}
