"""Answers that are whole but not to be believed (bad input of issue 4): refused with the reason."""

import time
from datetime import UTC, datetime, timedelta
from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID

from nämnd.justeringsfil.errors import SvarError, SvarFault
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.verifying import Proof, read_answer, verify
from nämnd.underskrift.certificates import open_p12
from tests.nämnd.justeringsfil.packages import (
    ANNA,
    ANSWERED,
    BO,
    MADE,
    PAPER,
    READ,
    annas,
    answered,
    fault,
    forged_answer,
    forged_package,
    in_base64,
    not_made,
    package,
    packed,
    proved,
    proved_anew,
    refused,
)
from tests.nämnd.underskrift import signers

SIGNED = "godkänt och undertecknat"
YEAR = timedelta(days=365)


@pytest.fixture
def swedish_time(monkeypatch):
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@cache
def endless():
    """Return a certificate valid till the last second of 9999: «no end» (RFC 5280, 4.1.2.5)."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Anna Ek")])
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
        .sign(key, SHA256())
    )
    locked = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1).build(b"hemligt")
    data = pkcs12.serialize_key_and_certificates(b"", key, certificate, None, locked)
    return open_p12(data, "hemligt", now=MADE)


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
    swapped = forged_answer(data, certifikat=in_base64(bos))
    assert fault(swapped, package(), known=[bos]) is SvarFault.WRONG_PERSON


def test_a_proof_that_does_not_hold_is_refused_even_beside_one_that_does():
    data = answered(package(), certificate=annas())
    known = [annas().info.der]
    for wrong in ({"mac": "0" * 64}, {"underskrift": in_base64(b"x" * 70)}):
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


def test_a_certificate_without_an_end_is_valid_in_swedish_time_too(swedish_time):
    data = answered(package(), certificate=endless())
    assert proved(data, package()).bevis == endless().info.fingerprint


@pytest.mark.parametrize("behind", [YEAR, timedelta(days=2)])
def test_a_clock_that_is_behind_is_told_to_the_one_who_answers(behind):
    why = not_made(package(), tid=(MADE - behind).isoformat())
    assert why is SvarFault.CLOCK_BEHIND


def test_an_answer_from_before_its_package_is_refused():
    data = proved_anew(answered(package()), tid=(MADE - YEAR).isoformat())
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


def test_an_answer_that_says_it_is_signed_without_a_signature_is_refused():
    data = proved_anew(answered(package()), slag=SIGNED)
    assert fault(data, package()) is SvarFault.SIGNATURE_MISSING


def test_an_answer_signed_by_one_who_is_asked_for_approval_only_is_refused():
    whole = answered(package(), ANNA, SIGNED, certificate=annas(), signed_pdf=PAPER + b"more")
    data = proved_anew(whole, person_id="bo")
    assert fault(data, package()) is SvarFault.NOT_ASKED_TO_SIGN


def test_one_who_is_asked_to_sign_may_approve_first():
    assert proved(answered(package(), ANNA, "godkänt"), package()) == Proof("kod", None)


def test_no_certificate_at_all_in_the_place_of_one_is_refused():
    fields = {"certifikat": in_base64(b"inget"), "underskrift": in_base64(b"inget")}
    data = proved_anew(answered(package()), **fields)
    assert fault(data, package()) is SvarFault.WRONG_PERSON
