"""Paper, confirmation, steps back and rättelse of a set of §§."""

import pytest

from nämnd.core.errors import InUseError
from nämnd.error_messages import message_for
from nämnd.justering.commands import (
    AddRättelse,
    RecordJusterat,
    RecordPaper,
    StepBack,
)
from nämnd.justering.errors import (
    Amiss,
    ChangedMeanwhileError,
    JusteringDraftError,
    NotNow,
    NotNowError,
    SvarRefusal,
    SvarRefusedError,
    SättNotAllowedError,
)
from nämnd.justering.rules import Undone, undone_by_step_back
from nämnd.närvaro.task_commands import RemoveJustering
from nämnd.tables import Anslag
from tests.builders import DAY, a_person
from tests.nämnd.justering.sets import Set
from tests.nämnd.protokoll.meeting_day import add_rows, refused
from tests.nämnd.store.dumps import dump

PAPER_DAY = "2026-04-01"
TODAY = "2026-04-20"


@pytest.fixture
def set_(store):
    return Set(store)


def why_not(set_, command):
    return refused(set_.store, command, SvarRefusedError).why


def paper(set_, *persons, datum=PAPER_DAY, **facts):
    facts = {"today": TODAY, **facts}
    return RecordPaper(justering_id=set_.id, person_ids=persons, datum=datum, **facts)


def back(set_, skäl="Fel text gick ut"):
    return StepBack(justering_id=set_.id, skäl=skäl, when="2026-04-02T10:00:00")


def test_signatures_on_paper_make_it_justerat_when_all_are_in(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    set_.store.do(paper(set_, set_.anna))
    assert set_.view().läge == "godkänt"
    set_.store.do(paper(set_, set_.bo, datum="2026-04-03", scan_sha256="9" * 64))
    view = set_.view()
    assert (view.läge, view.datum) == ("justerat", "2026-04-03")
    assert [one.bevis for one in view.underskrifter if one.sätt == "papper"] == [None, "9" * 64]


def test_what_is_printed_and_signed_needs_no_package(set_):
    set_.store.do(set_.sending(paket=None))
    set_.store.do(paper(set_, set_.anna, set_.bo))
    assert (set_.view().läge, set_.view().paket) == ("justerat", ())


def test_paper_is_refused_before_there_is_a_text_to_sign(set_):
    assert refused(set_.store, paper(set_, set_.anna), NotNowError).why is NotNow.NOT_SENT


def test_paper_is_refused_when_the_text_was_changed_since(set_):
    set_.send()
    set_.change()
    refused(set_.store, paper(set_, set_.anna), ChangedMeanwhileError)


@pytest.mark.parametrize(
    ("persons", "datum", "why"),
    [
        ("nobody", PAPER_DAY, Amiss.NOBODY),
        ("stranger", PAPER_DAY, Amiss.STRANGER),
        ("anna", "2026-03-26", Amiss.DATE_BEFORE),
        ("anna", "i går", Amiss.DATE_MALFORMED),
        ("anna", "20260401", Amiss.DATE_MALFORMED),
        ("anna", "2026-04-21", Amiss.DATE_AHEAD),
    ],
)
def test_paper_is_refused(set_, store, persons, datum, why):
    set_.send()
    who = {"nobody": (), "stranger": (a_person(store, "Dag"),), "anna": (set_.anna,)}[persons]
    assert refused(store, paper(set_, *who, datum=datum), JusteringDraftError).why is why


def test_godkännande_is_justering_only_where_the_nämnd_says_so(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    done = RecordJusterat(justering_id=set_.id, datum=PAPER_DAY, today=TODAY)
    assert refused(set_.store, done, NotNowError).why is NotNow.NOT_APPROVED
    set_.answer(paket, set_.bo)
    refused(set_.store, done, SättNotAllowedError)
    set_.allow("godkännande")
    set_.store.do(done)
    assert (set_.view().läge, set_.view().datum) == ("justerat", PAPER_DAY)


@pytest.mark.parametrize(
    ("datum", "why"),
    [("2026-03-28", Amiss.DATE_BEFORE_APPROVED), ("2026-04-21", Amiss.DATE_AHEAD)],
)
def test_what_all_have_approved_is_justerat_neither_before_the_last_did_nor_later_than_today(
    set_, datum, why
):
    set_.allow("godkännande")
    paket = set_.send(sätt="godkännande")
    set_.answer(paket, set_.anna, tid="2026-03-28T11:00:00")
    set_.answer(paket, set_.bo, tid="2026-03-29T08:00:00")
    done = RecordJusterat(justering_id=set_.id, datum=datum, today=TODAY)
    assert refused(set_.store, done, JusteringDraftError).why is why
    assert set_.view().läge == "godkänt"


def test_a_paper_is_not_signed_before_the_electronic_signature_in_its_file(set_):
    paket = set_.send(set_.anna, sätt="papper", way="elektronisk underskrift")
    set_.sign(paket, set_.anna, tid="2026-03-29T08:00:00")
    early = paper(set_, set_.bo, datum="2026-03-28")
    assert refused(set_.store, early, JusteringDraftError).why is Amiss.DATE_BEFORE_SIGNED
    set_.store.do(paper(set_, set_.bo, datum="2026-03-29"))
    assert set_.view().datum == "2026-03-29"


def test_a_clock_that_is_ahead_does_not_date_the_justering_late(set_):
    paket = set_.send(sätt="elektronisk underskrift", way="elektronisk underskrift")
    ahead, now = "2026-03-30T08:30:00", "2026-03-29T09:00:00"
    set_.sign(paket, set_.anna, "b", tid=ahead, when=now, kommentarer=[(None, "Bra")])
    paket = set_.send(
        set_.bo, sätt="elektronisk underskrift", pdf="b", way="elektronisk underskrift"
    )
    set_.sign(paket, set_.bo, "c", tid=ahead, when=now)
    view = set_.view()
    assert (view.läge, view.datum) == ("justerat", "2026-03-29")
    assert {one.datum for one in (*view.underskrifter, *view.kommentarer)} == {"2026-03-29"}


def test_ways_that_the_nämnd_does_not_have_are_refused(set_):
    set_.allow("papper")
    refused(set_.store, set_.sending(sätt="elektronisk underskrift"), SättNotAllowedError)
    set_.allow("elektronisk underskrift")
    set_.send(sätt="elektronisk underskrift")
    refused(set_.store, paper(set_, set_.anna), SättNotAllowedError)


def test_a_step_back_says_what_goes_and_makes_answers_void(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    told = {one.what: one.names for one in undone_by_step_back(set_.view())}
    assert told == {Undone.APPROVALS: ("Anna Ek (M)",), Undone.PACKAGES: ()}
    set_.store.do(back(set_))
    view = set_.view()
    assert (view.läge, view.underskrifter, view.latest) == ("utkast", (), None)
    assert view.paket[0].kastat == "taget tillbaka 2026-04-02: Fel text gick ut"
    assert why_not(set_, set_.answering(paket, set_.bo)) is SvarRefusal.REPLACED


def test_a_set_that_was_taken_back_can_be_removed_and_its_answers_are_told_so(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    with pytest.raises(InUseError) as out:
        set_.store.do(RemoveJustering(justering_id=set_.id))
    assert "Gå först tillbaka ett steg" in message_for(out.value)
    set_.store.do(back(set_))
    before, svar = dump(set_.store.place.path), set_.answering(paket, set_.bo)
    removed = set_.store.do(RemoveJustering(justering_id=set_.id))
    assert why_not(set_, svar) is SvarRefusal.REMOVED
    assert removed.inverse
    set_.store.do(removed.inverse)
    assert dump(set_.store.place.path) == before
    assert why_not(set_, svar) is SvarRefusal.REPLACED


def test_a_set_that_is_sent_in_the_place_of_one_that_was_removed_is_justerad(set_):
    set_.send()
    set_.store.do(back(set_))
    set_.store.do(RemoveJustering(justering_id=set_.id))
    set_.id = set_.plan("1")
    set_.store.do(set_.sending(paket=None))
    set_.store.do(paper(set_, set_.anna, set_.bo))
    assert set_.view().läge == "justerat"


def test_a_step_back_from_godkänt_opens_the_text_again(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert Undone.LOCK in {one.what for one in undone_by_step_back(set_.view())}
    set_.store.do(back(set_))
    set_.change()
    set_.send(pdf="b", version=2)
    assert set_.view().version == 2


def test_paper_recorded_by_mistake_is_taken_back_and_the_approvals_stay(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    set_.store.do(paper(set_, set_.anna, set_.bo))
    told = {one.what: one.names for one in undone_by_step_back(set_.view())}
    assert told == {Undone.DATE: (), Undone.SIGNATURES: ("Anna Ek (M)", "Bo Alm (S)")}
    set_.store.do(back(set_))
    view = set_.view()
    assert (view.läge, view.datum, len(view.underskrifter)) == ("godkänt", None, 2)


def test_there_is_no_way_back_from_what_all_have_signed_electronically(set_):
    signing = {"sätt": "elektronisk underskrift", "way": "elektronisk underskrift"}
    set_.sign(set_.send(**signing), set_.anna, "b")
    set_.sign(set_.send(pdf="b", **signing), set_.bo, "c")
    assert undone_by_step_back(set_.view()) == ()
    assert refused(set_.store, back(set_), NotNowError).why is NotNow.NO_WAY_BACK


def test_what_is_announced_is_not_taken_back(set_, store):
    set_.send()
    store.do(paper(set_, set_.anna, set_.bo))
    add_rows(store, Anslag(sammanträde_id=set_.sammanträde, paragrafer=None, uppsatt=DAY))
    assert refused(store, back(set_), NotNowError).why is NotNow.ON_A_BOARD


def test_a_step_back_has_a_reason(set_):
    set_.send()
    assert refused(set_.store, back(set_, " "), JusteringDraftError).why is Amiss.SKÄL_MISSING


def rättelse(set_, **facts):
    values = {
        "paragraf": 2,
        "stod": "12 kronor",
        "ska_vara": "21 kronor",
        "av": "Cecilia Öst",
        "skäl": "Skrivfel",
        "datum": "2026-04-10",
        "today": TODAY,
    }
    return AddRättelse(**{"justering_id": set_.id, **values, **facts})


def test_a_rättelse_keeps_both_texts(set_):
    set_.send()
    set_.store.do(paper(set_, set_.anna, set_.bo))
    set_.store.do(rättelse(set_))
    (row,) = set_.view().rättelser
    assert (row.stod, row.ska_vara, row.paragraf) == ("12 kronor", "21 kronor", 2)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"stod": " "}, Amiss.TEXT_MISSING),
        ({"ska_vara": "12 kronor"}, Amiss.TEXT_SAME),
        ({"paragraf": 3}, Amiss.PARAGRAF_OUTSIDE),
        ({"skäl": ""}, Amiss.SKÄL_MISSING),
        ({"datum": "2026-03-26"}, Amiss.DATE_BEFORE),
        ({"datum": "2026-03-31"}, Amiss.DATE_BEFORE_JUSTERAT),
        ({"datum": "2026-04-21"}, Amiss.DATE_AHEAD),
    ],
)
def test_a_rättelse_is_refused(set_, facts, why):
    set_.send()
    set_.store.do(paper(set_, set_.anna, set_.bo))
    assert refused(set_.store, rättelse(set_, **facts), JusteringDraftError).why is why


def test_a_rättelse_is_of_what_is_justerat(set_):
    set_.send()
    assert refused(set_.store, rättelse(set_), NotNowError).why is NotNow.NOT_JUSTERAT
