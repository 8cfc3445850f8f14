"""An answer is made, read and verified; bad input of issue 4 that is about it is refused."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.justeringsfil.canonical import canonical
from nämnd.justeringsfil.codes import svar_mac
from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.justeringsfil.limits import MOST_ANSWER, MOST_COMMENT, MOST_COMMENTS
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.secrecy import encrypted
from nämnd.justeringsfil.strict_zip import unzipped, zipped
from nämnd.justeringsfil.values import SvarKommentar
from nämnd.justeringsfil.verifying import Proof, read_answer, verify
from nämnd.underskrift.errors import UnsignableError
from nämnd.underskrift.signing import joined
from tests.nämnd.justeringsfil.packages import (
    ANNA,
    ANSWERED,
    BO,
    CODES,
    COMMENTS,
    MADE,
    PAPER,
    READ,
    SECRET,
    STRANGER,
    answered,
    forged_answer,
    forged_package,
    keys,
    package,
    packed,
    proved,
)
from tests.nämnd.underskrift import signers

SIGNED = "godkänt och undertecknat"
YEAR = timedelta(days=365)


def refused(data, paket, **facts):
    with pytest.raises(SvarError) as caught:
        proved(data, paket, **facts)
    return caught.value


def fault(data, paket, **facts):
    return refused(data, paket, **facts).why


def not_made(paket, *args, **changes):
    with pytest.raises(SvarError) as caught:
        answered(paket, *args, **changes)
    return caught.value.why


def annas():
    return signers.person("Anna Ek", MADE)


@pytest.mark.parametrize("passphrase", [None, SECRET])
@pytest.mark.parametrize("slag", ["godkänt", "ändring begärd"])
def test_what_is_answered_is_what_is_read_and_the_code_proves_who_it_is(slag, passphrase):
    paket = package(passphrase)
    data = answered(paket, BO, slag)
    svar = read_answer(data, passphrase)
    assert (svar.person_id, svar.slag, svar.kommentarer) == ("bo", slag, COMMENTS)
    assert (svar.paket_id, svar.manifest) == (paket.manifest.paket_id, paket.sha256)
    assert svar.tid == ANSWERED.isoformat(timespec="seconds")
    assert proved(data, paket, passphrase=passphrase) == Proof("kod", None)


def test_a_known_certificate_proves_who_it_is_without_a_code():
    data = answered(package(), code=None, certificate=annas())
    proof = proved(data, package(), known=[annas().info.der])
    assert proof == Proof(annas().info.fingerprint, None)


def test_an_rsa_certificate_of_an_organisation_proves_it_too():
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 2048)
    theirs = signers.issue("Anna Ek", key=key).opened()
    data = answered(package(), code=None, certificate=theirs)
    assert proved(data, package(), known=[theirs.info.der]).bevis == theirs.info.fingerprint


def test_a_new_certificate_is_to_be_remembered_when_the_code_vouches_for_it():
    data = answered(package(), certificate=annas())
    proof = proved(data, package())
    assert proof == Proof(annas().info.fingerprint, annas().info.der)
    assert proved(data, package(), known=[annas().info.der]).new_certificate is None


def test_an_unknown_certificate_alone_is_refused():
    data = answered(package(), code=None, certificate=annas())
    assert fault(data, package()) is SvarFault.UNKNOWN_CERTIFICATE
    others = [signers.person("Anna Ek", MADE - YEAR).info.der]
    assert fault(data, package(), known=others) is SvarFault.UNKNOWN_CERTIFICATE


@pytest.mark.parametrize("passphrase", [None, SECRET])
def test_a_signed_answer_carries_what_is_put_after_the_pdf_of_the_package(passphrase):
    paper = signers.protokoll()
    asked = replace(ANNA, fält=signers.CHAIR)
    paket = open_package(packed(passphrase, paper, tillfrågade=(asked, BO)), passphrase)
    signed = signers.signed(paper, annas())
    data = answered(paket, asked, SIGNED, certificate=annas(), signed_pdf=signed)
    svar = read_answer(data, passphrase)
    assert svar.tillägg is not None
    assert joined(paper, svar.tillägg) == signed
    assert proved(data, paket, passphrase=passphrase).new_certificate == annas().info.der


def test_to_sign_one_must_be_asked_and_have_a_certificate_and_a_signed_file():
    whole = {"certificate": annas(), "signed_pdf": PAPER + b"more"}
    assert answered(package(), ANNA, SIGNED, **whole)
    assert not_made(package(), BO, SIGNED, **whole) is SvarFault.NOT_ASKED_TO_SIGN
    for lacking in ({"certificate": None}, {"signed_pdf": None}, {"signed_pdf": PAPER}):
        why = not_made(package(), ANNA, SIGNED, **(whole | lacking))
        assert why is SvarFault.SIGNATURE_MISSING


def test_a_signed_file_that_is_not_the_packages_pdf_is_refused():
    with pytest.raises(UnsignableError):
        answered(package(), ANNA, SIGNED, certificate=annas(), signed_pdf=b"%PDF-1.7 another")


def test_an_answer_without_code_and_certificate_is_not_made():
    assert not_made(package(), code=None) is SvarFault.NO_PROOF
    assert not_made(package(), code="") is SvarFault.NO_PROOF


def test_a_wrong_code_is_told_to_the_one_who_answers():
    assert not_made(package(), code=STRANGER) is SvarFault.WRONG_CODE
    assert not_made(package(), code=CODES["bo"]) is SvarFault.WRONG_CODE


def test_one_who_is_not_in_the_package_can_not_answer_it():
    cilla = replace(BO, person_id="cilla")
    assert not_made(package(), cilla, code=CODES["bo"]) is SvarFault.NOT_ASKED


def test_an_answer_to_what_is_encrypted_is_never_in_the_clear():
    assert not_made(package(SECRET), passphrase=None) is SvarFault.PASSPHRASE_NEEDED


def test_an_empty_comment_is_left_out_and_what_can_not_be_seen_taken_away():
    comments = [
        SvarKommentar(59, " \n\t"),
        SvarKommentar(60, "  Ett\x00 \x1b[31mord\r\noch ett\u202e till  "),
        SvarKommentar(None, "A\N{COMBINING RING ABOVE}rs"),
    ]
    assert read_answer(answered(package(), comments=comments)).kommentarer == (
        SvarKommentar(60, "Ett [31mord\noch ett till"),
        SvarKommentar(None, "Års"),
    )


@given(st.lists(st.builds(SvarKommentar, st.none() | st.integers(1, 999), st.text()), max_size=5))
def test_any_comment_can_be_sent_and_read(comments):
    data = answered(package(), comments=comments)
    svar = read_answer(data)
    assert proved(data, package()) == Proof("kod", None)
    assert len(svar.kommentarer) <= len(comments)


def test_comments_have_a_longest_length():
    longest = [SvarKommentar(59, "å" * MOST_COMMENT)]
    assert read_answer(answered(package(), comments=longest)).kommentarer == tuple(longest)
    longer = [SvarKommentar(59, "å" * (MOST_COMMENT + 1))]
    assert not_made(package(), ANNA, "godkänt", longer) is SvarFault.COMMENTS_TOO_LONG
    many = [SvarKommentar(59, "x")] * (MOST_COMMENTS + 1)
    assert not_made(package(), ANNA, "godkänt", many) is SvarFault.COMMENTS_TOO_LONG


def test_the_same_answer_twice_is_known_by_its_sum_even_when_encrypted_anew():
    plain = answered(package())
    again = answered(package())
    assert read_answer(plain).sha256 == read_answer(again).sha256
    first, second = (encrypted(plain, SECRET, "svar") for _ in range(2))
    assert first != second
    assert read_answer(first, SECRET).sha256 == read_answer(second, SECRET).sha256
    assert read_answer(first, SECRET).sha256 == read_answer(plain).sha256


def test_the_same_answer_signed_anew_is_known_by_its_sum():
    """An EC signature is another each time, and anybody can make another out of one."""
    first, second = (answered(package(), certificate=annas()) for _ in range(2))
    assert first != second
    assert read_answer(first).sha256 == read_answer(second).sha256


def test_another_answer_has_another_sum():
    later = (ANSWERED + timedelta(seconds=1)).isoformat()
    assert (
        read_answer(answered(package())).sha256
        != read_answer(answered(package(), tid=later)).sha256
    )


def test_an_answer_to_another_package_is_refused():
    other = package(paket_id="another")
    assert fault(answered(other), package()) is SvarFault.OTHER_PACKAGE


def test_an_answer_to_an_earlier_version_is_refused_as_that():
    earlier = package(version=1, paket_id="earlier")
    later = package(version=2, tidigare=(earlier.sha256,))
    assert fault(answered(earlier), later) is SvarFault.OTHER_VERSION


def test_an_answer_to_a_package_that_was_altered_is_refused():
    """The sums are put right; who answers has a certificate and did not try the code."""
    forged = open_package(forged_package(packed(), pdf=b"%PDF-1.7 another text"))
    data = answered(forged, code=None, certificate=annas())
    known = [annas().info.der]
    assert fault(data, package(), known=known) is SvarFault.PACKAGE_CHANGED
    assert not_made(forged) is SvarFault.WRONG_CODE


def test_the_id_of_a_package_is_bound_too():
    data = forged_answer(answered(package()), paket_id="another")
    assert fault(data, package()) is SvarFault.OTHER_PACKAGE


def test_somebody_elses_answer_is_refused():
    data = forged_answer(answered(package(), BO), person_id="anna")
    error = refused(data, package())
    assert (error.why, error.namn) == (SvarFault.WRONG_PERSON, "Anna Ek (M)")


def test_an_answer_from_one_who_is_not_asked_is_refused():
    data = forged_answer(answered(package(), BO), person_id="cilla")
    assert fault(data, package()) is SvarFault.NOT_ASKED


def test_an_answer_in_anothers_name_with_ones_own_certificate_is_refused():
    bos = signers.person("Bo Dal", MADE)
    data = answered(package(), ANNA, code=None, certificate=bos)
    assert fault(data, package(), known=[annas().info.der]) is SvarFault.UNKNOWN_CERTIFICATE


def test_a_certificate_can_not_be_exchanged_for_another():
    data = answered(package(), certificate=annas())
    bos = signers.person("Bo Dal", MADE).info.der
    swapped = forged_answer(data, certifikat=_base64(bos))
    assert fault(swapped, package(), known=[bos]) is SvarFault.WRONG_PERSON


def test_a_proof_that_does_not_hold_is_refused_even_beside_one_that_does():
    data = answered(package(), certificate=annas())
    known = [annas().info.der]
    for wrong in ({"mac": "0" * 64}, {"underskrift": _base64(b"x" * 70)}):
        assert fault(forged_answer(data, **wrong), package(), known=known) is SvarFault.WRONG_PERSON


def test_an_answer_with_its_proofs_taken_away_is_refused():
    data = forged_answer(answered(package()), mac=None, kod=False)
    assert fault(data, package()) is SvarFault.NO_PROOF


def test_one_of_two_proofs_can_not_be_taken_away():
    both, known = answered(package(), certificate=annas()), [annas().info.der]
    for less in (
        {"mac": None, "kod": False},
        {"certifikat": None, "underskrift": None},
    ):
        assert fault(forged_answer(both, **less), package(), known=known) is SvarFault.WRONG_PERSON
    assert fault(forged_answer(both, mac=None), package(), known=known) is SvarFault.DAMAGED


def test_a_code_is_no_proof_for_one_who_has_none():
    svar = read_answer(answered(package()))
    with pytest.raises(SvarError) as caught:
        verify(
            svar,
            manifest=package().manifest,
            manifest_sha256=package().sha256,
            key=None,
            known=(),
            now=READ,
        )
    assert caught.value.why is SvarFault.WRONG_PERSON


def test_a_seal_out_of_the_package_is_no_mac():
    data = forged_answer(answered(package()), mac=package().sigill["anna"])
    assert fault(data, package()) is SvarFault.WRONG_PERSON


def test_a_certificate_that_had_expired_when_the_answer_was_given_is_refused():
    old = signers.person("Anna Ek", MADE - 2 * YEAR, years=1)
    data = answered(package(), certificate=old)
    assert fault(data, package(), known=[old.info.der]) is SvarFault.EXPIRED_CERTIFICATE


def test_a_certificate_that_was_not_valid_yet_is_refused():
    coming = signers.person("Anna Ek", MADE + YEAR)
    data = answered(package(), certificate=coming)
    assert fault(data, package()) is SvarFault.EXPIRED_CERTIFICATE


def test_a_certificate_that_expires_after_the_answer_still_proves_it():
    short = signers.person("Anna Ek", ANSWERED - YEAR + timedelta(hours=1), years=1)
    data = answered(package(), certificate=short)
    assert proved(data, package(), now=READ + YEAR).bevis == short.info.fingerprint


def test_a_certificate_without_an_end_is_no_bug():
    """9999-12-31T23:59:59Z (RFC 5280, 4.1.2.5) is after the last moment in Swedish time."""
    endless = signers.person("Anna Ek", MADE, years=7973)
    data = answered(package(), certificate=endless)
    assert proved(data, package()).bevis == endless.info.fingerprint


@pytest.mark.parametrize("behind", [YEAR, timedelta(days=2)])
def test_a_clock_that_is_behind_is_told_to_the_one_who_answers(behind):
    why = not_made(package(), tid=(MADE - behind).isoformat())
    assert why is SvarFault.CLOCK_BEHIND


def test_an_answer_from_before_its_package_is_refused():
    data = _proved_anew(answered(package()), tid=(MADE - YEAR).isoformat())
    assert fault(data, package()) is SvarFault.TIME_BEFORE_PACKAGE


def test_an_answer_from_a_clock_that_is_a_year_ahead_is_refused():
    error = refused(answered(package(), tid=(ANSWERED + YEAR).isoformat()), package())
    assert error.why is SvarFault.TIME_AHEAD
    assert error.tid == "2027-03-27T19:05:00"


def test_an_answer_is_refused_when_our_own_clock_is_a_year_behind():
    assert fault(answered(package()), package(), now=READ - YEAR) is SvarFault.TIME_AHEAD


def test_clocks_may_differ_by_a_day():
    day = timedelta(days=1)
    for tid, now in ((MADE - day, READ), (READ + day, READ)):
        data = answered(package(), tid=tid.isoformat())
        assert proved(data, package(), now=now) == Proof("kod", None)


def test_a_time_with_zone_and_fractions_is_kept_as_local_time():
    data = answered(package(), tid="2026-03-28T08:00:00.123456+00:00")
    moment = read_answer(data).tid
    assert len(moment) == len("2026-03-28T08:00:00")
    assert proved(data, package(), now=READ + timedelta(days=1))


def test_a_wrong_or_missing_passphrase_is_told():
    data = answered(package(SECRET))
    for passphrase, why in (
        (None, SvarFault.PASSPHRASE_NEEDED),
        ("fel", SvarFault.WRONG_PASSPHRASE),
    ):
        assert fault(data, package(), passphrase=passphrase) is why


def test_an_answer_from_a_newer_version_says_so():
    newer = canonical({"format": "namnd.svar", "formatversion": 2, "nytt": 1})
    assert fault(newer, package()) is SvarFault.NEWER
    assert fault(encrypted(newer, SECRET, "svar"), package(), passphrase=SECRET) is SvarFault.NEWER


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"[]", b"\xff{", b'{"a": 1,', b"{}", b"null"])
def test_what_is_something_else_is_no_answer(data):
    assert fault(data, package()) in (SvarFault.NOT_AN_ANSWER, SvarFault.DAMAGED)


def test_a_package_is_told_from_an_answer():
    assert fault(packed(), package()) is SvarFault.IS_PACKAGE
    assert fault(packed(SECRET), package(), passphrase=SECRET) is SvarFault.IS_PACKAGE


def test_an_answer_of_more_than_20_mb_is_refused_unread():
    data = answered(package())
    assert fault(data + b" " * MOST_ANSWER, package()) is SvarFault.TOO_LARGE


def test_json_made_to_exhaust_a_reader_is_refused():
    for data in (
        b'{"format":' + b"[" * 1_000_000,
        b'{"format": "namnd.svar", "formatversion": ' + b"9" * 100_000 + b"}",
        b'{"format": "namnd.svar", "formatversion": 1, "tid": ' + b'{"a":' * 100_000,
    ):
        assert fault(data, package()) is SvarFault.DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        {"slag": "justerat"},
        {"tid": "i går"},
        {"tid": "2026-03-27"},
        {"tid": "2026-03-27T19:05:00+01:00"},
        {"tid": "0001-01-01T00:00:00+23:00"},
        {"formatversion": 1.0},
        {"formatversion": 0},
        {"kommentarer": [{"paragraf": 0, "text": "x"}]},
        {"kommentarer": [{"paragraf": True, "text": "x"}]},
        {"kommentarer": [{"paragraf": 59, "text": ""}]},
        {"kommentarer": [{"paragraf": 59, "text": "osynligt\x07"}]},
        {"kommentarer": [{"paragraf": 59, "text": "x", "mer": 1}]},
        {"tillägg": "AAAA"},
        {"certifikat": "AAAA"},
        {"underskrift": "AAAA"},
        {"mac": "å"},
        {"mac": 1},
        {"person_id": "\ud800"},
        {"mer": 1},
    ],
)
def test_an_answer_that_the_program_could_not_have_made_is_damaged(change):
    """Its control sum fits."""
    fields = json.loads(answered(package())) | change
    del fields["kontroll"]
    written = json.dumps(fields, ensure_ascii=True, indent=1).encode()
    total = hashlib.sha256(written).hexdigest()
    data = json.dumps(fields | {"kontroll": total}, ensure_ascii=True, indent=1).encode()
    assert fault(data, package()) is SvarFault.DAMAGED
    if "\\u" not in json.dumps(change, ensure_ascii=True):
        assert fault(forged_answer(answered(package()), **change), package()) is SvarFault.DAMAGED


def test_an_answer_that_says_it_is_signed_without_a_signature_is_refused():
    data = _proved_anew(answered(package()), slag=SIGNED)
    assert fault(data, package()) is SvarFault.SIGNATURE_MISSING


def test_an_answer_signed_by_one_who_is_asked_for_approval_only_is_refused():
    whole = answered(package(), ANNA, SIGNED, certificate=annas(), signed_pdf=PAPER + b"more")
    data = _proved_anew(whole, person_id="bo")
    assert fault(data, package()) is SvarFault.NOT_ASKED_TO_SIGN


def test_one_who_is_asked_to_sign_may_approve_first():
    assert proved(answered(package(), ANNA, "godkänt"), package()) == Proof("kod", None)


def test_no_certificate_at_all_in_the_place_of_one_is_refused():
    fields = {"certifikat": _base64(b"inget"), "underskrift": _base64(b"inget")}
    data = _proved_anew(answered(package()), **fields)
    assert fault(data, package()) is SvarFault.WRONG_PERSON


def test_an_encrypted_answer_with_something_more_in_it_is_damaged():
    parts = unzipped(answered(package(SECRET)), ("kryptering.json",))
    data = zipped(parts | {"mer": b""})
    assert fault(data, package(), passphrase=SECRET) is SvarFault.DAMAGED


def _base64(data):
    import base64

    return base64.b64encode(data).decode()


def _proved_anew(file, **changes):
    """Return an answer with other fields, by somebody who has the code of whose it says it is."""
    fields = json.loads(file) | changes
    body = {k: v for k, v in fields.items() if k not in ("mac", "underskrift", "kontroll")}
    key = keys()[fields["person_id"]]
    return forged_answer(file, **(changes | {"mac": svar_mac(key, canonical(body))}))
