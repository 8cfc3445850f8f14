"""A set of §§ goes out, answers come in: what is taken, and what is refused."""

import pytest

from nämnd.core.errors import JusteratError
from nämnd.justering.commands import (
    AnswerKommentar,
)
from nämnd.justering.errors import (
    Amiss,
    AskedUnfitError,
    ChangedMeanwhileError,
    JusteringDraftError,
    NoSignersError,
    NothingToJusteraError,
    NotNow,
    NotNowError,
    PassphraseDemandedError,
    SetsOverlapError,
    SvarRefusal,
    SvarRefusedError,
)
from nämnd.tables import Paragraf
from tests.builders import a_person
from tests.nämnd.justering.sets import Set
from tests.nämnd.protokoll.meeting_day import Doing, refused


@pytest.fixture
def set_(store):
    return Set(store)


def why_not(set_, command):
    return refused(set_.store, command, SvarRefusedError).why


def test_what_is_sent_is_out_with_its_package(set_):
    paket = set_.send()
    view = set_.view()
    assert (view.läge, view.version, view.sätt) == ("utskickat", 1, "papper")
    assert view.latest is not None
    assert view.latest.id == paket
    assert [one.namn for one in view.latest.tillfrågade] == ["Anna Ek (M)", "Bo Alm (S)"]
    assert not view.changed


def test_those_who_answer_for_a_set_are_its_chairs_justerare_and_sekreterare(set_):
    rows = [(one.namn, one.roll, one.required, one.epost) for one in set_.view().signers]
    assert rows == [
        ("Anna Ek (M)", "ordförande", True, "anna@example.se"),
        ("Bo Alm (S)", "justerare", True, None),
        ("Cecilia Öst", "sekreterare", False, None),
    ]


def test_when_all_have_approved_the_set_is_godkänt(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    assert set_.view().läge == "utskickat"
    set_.answer(paket, set_.bo)
    view = set_.view()
    assert view.läge == "godkänt"
    assert view.datum is None
    assert [(one.person_id, one.sätt, one.bevis) for one in view.underskrifter] == [
        (set_.anna, "godkännande", "kod"),
        (set_.bo, "godkännande", "kod"),
    ]


def test_the_sekreterare_is_not_waited_for(set_):
    paket = set_.send(set_.anna, set_.bo, set_.cecilia)
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert set_.view().läge == "godkänt"


def test_comments_stand_at_their_paragraf_and_are_answered(set_):
    paket = set_.send()
    words = ((2, "  Fel belopp.  "), (None, "I övrigt bra."), (99, "Var är den?"), (1, "  "))
    set_.answer(paket, set_.anna, "ändring begärd", kommentarer=words)
    view = set_.view()
    assert view.läge == "ändringar begärda"
    assert [(one.paragraf, one.text) for one in view.kommentarer] == [
        (2, "Fel belopp."),
        (None, "I övrigt bra."),
        (None, "Var är den?"),
    ]
    first = view.kommentarer[0]
    set_.store.do(AnswerKommentar(justering_id=set_.id, kommentar_id=first.id, svar="antagen"))
    assert [one.text for one in set_.view().open_kommentarer] == ["I övrigt bra.", "Var är den?"]


def test_a_comment_is_not_said_to_be_answered_without_an_answer(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna, "ändring begärd", kommentarer=((2, "Fel"),))
    key = set_.view().kommentarer[0].id
    command = AnswerKommentar(
        justering_id=set_.id, kommentar_id=key, svar="besvarad", svarstext=" "
    )
    assert refused(set_.store, command, JusteringDraftError).why is Amiss.KOMMENTAR_EMPTY


def test_a_changed_text_goes_out_as_the_next_version_and_voids_what_was_given(set_):
    old = set_.send()
    set_.answer(old, set_.anna)
    set_.answer(old, set_.bo, "ändring begärd", kommentarer=((2, "Fel"),))
    set_.change()
    new = set_.send(pdf="b", version=2)
    view = set_.view()
    assert (view.läge, view.version, view.underskrifter) == ("utskickat", 2, ())
    assert [one.kastat is None for one in view.paket] == [False, True]
    was = [one.svar for one in view.paket[0].tillfrågade]
    assert was == ["godkänt", "ändring begärd"]  # what was answered then can still be seen
    assert why_not(set_, set_.answering(old, set_.anna)) is SvarRefusal.REPLACED
    set_.answer(new, set_.anna)
    set_.answer(new, set_.bo)
    assert set_.view().läge == "godkänt"


def test_the_same_text_sent_again_keeps_version_and_approvals(set_):
    set_.answer(set_.send(), set_.anna)
    set_.answer(set_.send(set_.bo), set_.bo)
    view = set_.view()
    assert (view.läge, view.version, len(view.underskrifter)) == ("godkänt", 1, 2)


def test_a_change_after_sending_shows_and_no_answer_is_taken(set_):
    paket = set_.send()
    set_.change()
    assert set_.view().changed
    assert why_not(set_, set_.answering(paket, set_.anna)) is SvarRefusal.CHANGED


def test_what_was_made_of_an_older_text_is_not_sent(set_):
    command = set_.sending()
    set_.change()
    refused(set_.store, command, ChangedMeanwhileError)
    refused(set_.store, set_.sending(version=2), ChangedMeanwhileError)


def test_an_answer_is_used_once(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna, sha256="f" * 64)
    set_.answer(paket, set_.bo)
    assert why_not(set_, set_.answering(paket, set_.anna, sha256="f" * 64)) is SvarRefusal.USED


def test_the_same_approval_in_another_file_is_refused(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    again = set_.answering(paket, set_.anna, tid="2026-03-29T08:30:00")
    assert why_not(set_, again) is SvarRefusal.ANSWERED


def test_an_answer_of_one_who_is_not_asked_is_refused(set_):
    paket = set_.send(set_.anna)
    assert why_not(set_, set_.answering(paket, set_.bo)) is SvarRefusal.NOT_ASKED


def test_an_answer_to_a_package_from_elsewhere_is_refused(set_):
    set_.send()
    assert why_not(set_, set_.answering("0" * 16, set_.anna)) is SvarRefusal.UNKNOWN_PACKAGE


def test_an_answer_after_the_lock_is_refused(set_):
    paket = set_.send(set_.anna, set_.bo, set_.cecilia)
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert why_not(set_, set_.answering(paket, set_.cecilia)) is SvarRefusal.LOCKED


def test_those_asked_in_turn_answer_in_turn(set_):
    paket = set_.send(turns=True)
    error = refused(set_.store, set_.answering(paket, set_.bo), SvarRefusedError)
    assert (error.why, error.names) == (SvarRefusal.OUT_OF_TURN, ("Anna Ek",))
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert set_.view().läge == "godkänt"


def test_somebody_may_ask_for_a_change_before_their_turn(set_):
    paket = set_.send(turns=True)
    set_.answer(paket, set_.bo, "ändring begärd")
    assert set_.view().läge == "ändringar begärda"


def test_the_last_word_of_a_person_counts(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna, "ändring begärd", tid="2026-03-29T08:00:00")
    older = set_.answering(paket, set_.anna, tid="2026-03-29T07:59:00")
    assert why_not(set_, older) is SvarRefusal.OLDER
    set_.answer(paket, set_.anna, tid="2026-03-29T08:10:00")
    assert set_.view().läge == "utskickat"
    set_.answer(paket, set_.anna, "ändring begärd", tid="2026-03-29T08:20:00")
    assert (set_.view().läge, set_.view().underskrifter) == ("ändringar begärda", ())


def test_a_change_that_one_asks_for_stands_when_another_approves(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna, "ändring begärd")
    set_.answer(paket, set_.bo)
    assert set_.view().läge == "ändringar begärda"


def test_signing_in_turn_makes_it_justerat_on_the_day_of_the_last_signature(set_):
    signing = {"sätt": "elektronisk underskrift", "way": "elektronisk underskrift"}
    set_.sign(set_.send(turns=True, **signing), set_.anna, "b")
    view = set_.view()
    assert (view.läge, view.pdf) == ("utskickat", "b" * 64)
    times = {"tid": "2026-03-30T07:00:00", "when": "2026-03-30T08:00:00"}
    set_.sign(set_.send(set_.bo, pdf="b", **signing), set_.bo, "c", **times)
    view = set_.view()
    assert (view.läge, view.datum, view.pdf) == ("justerat", "2026-03-30", "c" * 64)
    assert [one.sätt for one in view.underskrifter] == ["elektronisk underskrift"] * 2


def test_godkännande_alone_does_not_lock_what_is_to_be_signed_electronically(set_):
    paket = set_.send(sätt="elektronisk underskrift")
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert set_.view().läge == "utskickat"


def test_a_signature_on_a_file_that_was_signed_since_is_refused(set_):
    signing = {"sätt": "elektronisk underskrift", "way": "elektronisk underskrift"}
    paket = set_.send(**signing)
    set_.sign(paket, set_.anna, "b")
    command = set_.answering(
        paket, set_.bo, "godkänt och undertecknat", pdf=set_.sending().utgåvor[0]
    )
    assert why_not(set_, command) is SvarRefusal.OTHER_PDF


def test_who_has_signed_does_not_take_it_back_by_an_answer(set_):
    signing = {"sätt": "elektronisk underskrift", "way": "elektronisk underskrift"}
    paket = set_.send(**signing)
    set_.sign(paket, set_.anna, "b")
    command = set_.answering(paket, set_.anna, "ändring begärd", tid="2026-03-30T07:00:00")
    assert why_not(set_, command) is SvarRefusal.SIGNED


def test_a_locked_set_is_not_sent_again(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    assert refused(set_.store, set_.sending(), NotNowError).why is NotNow.ALREADY_LOCKED


def test_a_locked_set_is_not_changed(set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    set_.answer(paket, set_.bo)
    with pytest.raises(JusteratError):
        set_.change()


def test_a_set_without_handled_paragrafer_is_not_sent(set_):
    key = set_.plan("50–60")
    refused(set_.store, set_.sending(justering_id=key), NothingToJusteraError)


def test_a_set_that_nobody_answers_for_is_not_sent(set_):
    set_.preside()
    set_.check()
    refused(set_.store, set_.sending(), NoSignersError)


def test_a_paragraf_is_out_in_one_set_at_a_time(set_):
    set_.send()
    key = set_.plan("2")
    error = refused(set_.store, set_.sending(justering_id=key), SetsOverlapError)
    assert error.paragrafer == "§ 2"


def test_one_who_has_nothing_to_do_with_it_is_not_asked(set_, store):
    refused(store, set_.sending(a_person(store, "Dag Sjö")), AskedUnfitError)


def test_what_is_under_sekretess_goes_out_encrypted(set_, store):
    def mark(session):
        session.get(Paragraf, set_.second).sekretess_lagrum = "OSL 25:1"

    store.do(Doing(mark))
    refused(store, set_.sending(), PassphraseDemandedError)
    set_.send(krypterat=True)
    assert set_.view().läge == "utskickat"
