"""Answers that are refused, with nothing changed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nämnd.justering.errors import (
    SvarRefusal,
    SvarRefusedError,
)
from nämnd.justeringsfil.codes import key_of, seal
from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.logg.queries import latest
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import (
    ELECTRONIC,
    NOW,
    Chair,
    Secretary,
    a_certificate,
    chair,
    refusal,
    signed_by_anna,
)


def forged(paket, person_id, code):
    """Return a package whose seal fits a code that is somebody else's."""
    key = key_of(code, paket.manifest.paket_id)
    return replace(paket, sigill={person_id: seal(key, paket.sha256)})


def test_somebody_elses_answer_is_refused(secretary, set_):
    package = secretary.send()
    bo = Chair(set_.bo, package, secretary.codes[set_.anna])
    bo.paket = forged(bo.paket, set_.bo, bo.code)
    assert refusal(secretary, bo.svar(), SvarError) is SvarFault.WRONG_PERSON


def test_the_same_answer_twice_is_refused(secretary, set_):
    svar = chair(secretary, set_.anna, secretary.send()).svar("godkänt")
    secretary.read(svar)
    assert refusal(secretary, svar) is SvarRefusal.USED


def test_an_answer_to_a_set_that_was_changed_since_is_refused(secretary, set_):
    svar = chair(secretary, set_.anna, secretary.send()).svar()
    set_.change()
    assert refusal(secretary, svar) is SvarRefusal.CHANGED


def test_an_answer_to_an_old_version_is_refused(secretary, set_):
    svar = chair(secretary, set_.anna, secretary.send()).svar()
    set_.change()
    secretary.send(now=NOW + timedelta(hours=1))
    assert refusal(secretary, svar) is SvarRefusal.REPLACED


def test_a_signature_before_ones_turn_is_refused(secretary, set_):
    package = secretary.send(way=ELECTRONIC, turns=True)
    bo = chair(secretary, set_.bo, package, certificate=a_certificate("Bo Alm"))
    assert refusal(secretary, bo.signature()) is SvarRefusal.OUT_OF_TURN


def test_a_signature_that_is_cut_off_is_refused(secretary, set_):
    _, bo = signed_by_anna(secretary, set_)
    whole = bo.signed()
    cut = bo.paket.pdf + whole[len(bo.paket.pdf) : -900]
    assert refusal(secretary, bo.signature(cut)) in {
        SvarRefusal.SIGNATURE_MISSING,
        SvarRefusal.SIGNATURE_BROKEN,
        SvarRefusal.EARLIER_GONE,
    }


def test_a_signature_on_a_file_without_the_earlier_one_is_refused(secretary, set_):
    anna, bo = signed_by_anna(secretary, set_)
    shorter = bo.signed()[len(bo.paket.pdf) :]
    bo_place = bo.asked.fält
    alone = Chair(set_.anna, anna.package, None, certificate=bo.certificate).signed(field=bo_place)
    added = alone[len(anna.paket.pdf) :]
    assert added != shorter
    assert refusal(secretary, bo.signature(bo.paket.pdf + added)) in {
        SvarRefusal.SIGNATURE_MISSING,
        SvarRefusal.SIGNATURE_BROKEN,
        SvarRefusal.EARLIER_GONE,
    }


def test_a_signature_in_another_place_is_refused(secretary, set_):
    package = secretary.send(way=ELECTRONIC)
    anna = chair(secretary, set_.anna, package, certificate=a_certificate("Anna Ek"))
    bo = next(one for one in anna.paket.manifest.tillfrågade if one.person_id == set_.bo)
    pdf = anna.signed(field=bo.fält)
    assert refusal(secretary, anna.signature(pdf)) is SvarRefusal.SIGNATURE_MISSING


def test_a_signature_with_another_certificate_than_the_answers_is_refused(secretary, set_):
    package = secretary.send(way=ELECTRONIC)
    anna = chair(secretary, set_.anna, package, certificate=a_certificate("Anna Ek"))
    pdf = anna.signed(certificate=a_certificate("Anna Ek"))
    assert refusal(secretary, anna.signature(pdf)) is SvarRefusal.SIGNATURE_OTHER


def test_a_signed_file_that_was_changed_is_refused(secretary, set_):
    package = secretary.send(way=ELECTRONIC)
    anna = chair(secretary, set_.anna, package, certificate=a_certificate("Anna Ek"))
    pdf = bytearray(anna.signed())
    pdf[-400] ^= 1
    assert refusal(secretary, anna.signature(bytes(pdf)), (SvarRefusedError, SvarError))


@given(st.data())
@settings(max_examples=30)
def test_a_signature_that_is_damaged_anywhere_is_refused(signed_once, data):
    secretary, anna, pdf = signed_once
    start = len(anna.paket.pdf)
    at = data.draw(st.integers(start, len(pdf) - 1))
    there, rest = pdf[:at], pdf[at:]
    how = {
        "a bit": there + bytes([rest[0] ^ 1 << data.draw(st.integers(0, 7))]) + rest[1:],
        "less": there + rest[data.draw(st.integers(1, 40)) :],
        "more": there + data.draw(st.binary(min_size=1, max_size=20)) + rest,
        "cut off": there,
    }
    damaged = how[data.draw(st.sampled_from(sorted(how)))]
    assume(damaged not in {pdf, anna.paket.pdf})
    with pytest.raises(SvarRefusedError):
        secretary.reading(anna.signature(damaged))


@pytest.fixture
def signed_once(secretary, set_):
    package = secretary.send(way=ELECTRONIC)
    anna = chair(secretary, set_.anna, package, certificate=a_certificate("Anna Ek"))
    pdf = anna.signed()
    secretary.reading(anna.signature(pdf))  # whole it is good
    return secretary, anna, pdf


@pytest.mark.parametrize("first", [True, False])
def test_a_text_that_was_changed_before_it_was_signed_is_refused(secretary, set_, first):
    if first:
        package = secretary.send(way=ELECTRONIC)
        who = chair(secretary, set_.anna, package, certificate=a_certificate("Anna Ek"))
    else:
        _, who = signed_by_anna(secretary, set_)
    sent = who.paket
    who.rewritten()
    pdf = who.signed()
    who.paket = sent
    why = refusal(secretary, who.signature(pdf))
    assert why is (SvarRefusal.MORE_THAN_SIGNED if first else SvarRefusal.EARLIER_GONE)


def test_an_answer_from_another_database_is_refused(secretary, set_, tmp_path, now):
    from nämnd.bilaga.files import FileStore
    from nämnd.store import Store, place_of

    other = Store(place_of(str(tmp_path / "annan.db")), who="X", clock=lambda: now)
    try:
        elsewhere = Secretary(Set(other), FileStore(other.place.files))
        svar = chair(elsewhere, elsewhere.set.anna, elsewhere.send()).svar()
    finally:
        other.close()
    assert refusal(secretary, svar) is SvarRefusal.UNKNOWN_PACKAGE


def test_a_clock_that_is_wrong_by_a_year_is_refused(secretary, set_):
    package = secretary.send()
    late = chair(secretary, set_.anna, package, hours=365 * 24)
    with pytest.raises(SvarError) as caught:  # so early that no answer is made
        chair(secretary, set_.anna, package, hours=-365 * 24).svar()
    assert caught.value.why is SvarFault.CLOCK_BEHIND
    assert refusal(secretary, late.svar(), SvarError) is SvarFault.TIME_AHEAD


def test_a_refusal_is_in_the_log(secretary, set_):
    svar = chair(secretary, set_.anna, secretary.send()).svar()
    secretary.read(svar)
    refusal(secretary, svar)
    newest = secretary.store.ask(latest)[0].rubrik
    assert newest == "nekad: läs in ett svar. Det här svaret är redan inläst."


def test_an_answer_that_is_not_believed_is_in_the_log(secretary, set_):
    secretary.send()
    refusal(secretary, b"hej", SvarError)
    assert "läs in ett svar" in secretary.store.ask(latest)[0].rubrik
