"""What is told of the signatures in a file that nobody has tampered with."""

import asyncio
import hashlib
import io
from dataclasses import replace
from datetime import timedelta

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner

from nämnd.documents.content import Heading
from nämnd.documents.pdf import pdf_bytes
from nämnd.underskrift.checking import check
from nämnd.underskrift.moments import universal
from nämnd.underskrift.signing import write_signature
from nämnd.underskrift.values import FoundSignature, Problem
from tests.nämnd.underskrift.signers import (
    CHAIR,
    JUSTERARE,
    LATER,
    NOW,
    PASSPHRASE,
    PROTOKOLL,
    Issued,
    chair,
    issue,
    justerare,
    once,
    person,
    protokoll,
    signed,
    trusted,
    twice,
    unchecked,
)


def only(data: bytes, known: list[bytes], now=LATER) -> FoundSignature:
    (found,) = check(data, known, now=now).signatures
    return found


def test_two_signatures_are_told_in_the_order_they_were_made():
    report = check(twice(), trusted(), now=LATER)
    assert report.unsigned == ()
    assert report.signatures == (
        FoundSignature(
            field=CHAIR,
            name="Åsa Lindqvist Ek",
            fingerprint=chair().info.fingerprint,
            when=NOW,
            problem=None,
            revision=hashlib.sha256(once()).hexdigest(),
            self_issued=True,
        ),
        FoundSignature(
            field=JUSTERARE,
            name="Örjan Berg",
            fingerprint=justerare().info.fingerprint,
            when=NOW + timedelta(hours=3),
            problem=None,
            revision=hashlib.sha256(twice()).hexdigest(),
            self_issued=True,
        ),
    )


def test_places_that_are_not_signed_are_named():
    assert check(protokoll(), (), now=NOW).unsigned == (CHAIR, JUSTERARE)
    assert check(protokoll(), (), now=NOW).signatures == ()
    assert check(once(), trusted(), now=NOW).unsigned == (JUSTERARE,)


def test_a_file_without_places_to_sign_has_nothing_to_tell():
    plain = pdf_bytes(replace(PROTOKOLL, blocks=PROTOKOLL.blocks[:3]), created=universal(NOW))
    report = check(plain, (), now=NOW)
    assert (report.signatures, report.unsigned) == ((), ())


def test_a_whole_signature_by_somebody_nobody_knows_is_intact_but_unknown():
    found = only(once(), [justerare().info.der])
    assert found.problem is Problem.UNKNOWN
    assert found.intact


def test_another_certificate_in_the_same_name_is_not_known():
    forger = person("Åsa Lindqvist Ek", years=4)
    found = only(signed(protokoll(), forger), trusted())
    assert found.name == chair().info.name
    assert found.problem is Problem.UNKNOWN
    assert found.fingerprint == forger.info.fingerprint != chair().info.fingerprint


def test_who_an_issuer_vouches_for_is_known_when_the_issuer_is():
    issuer = issue("Region Ådalens utfärdare", ca=True, usage=("key_cert_sign",))
    issued = issue("Åsa", by=(issuer.certificate, issuer.key))
    data = signed(protokoll(), issued.opened())
    assert only(data, [issuer.der]).problem is None
    assert only(data, [issued.der]).problem is None
    assert not only(data, [issuer.der]).self_issued
    assert only(data, []).problem is Problem.UNKNOWN


def test_an_issuer_of_the_same_name_vouches_for_nobody():
    issuer = issue("Region Ådalens utfärdare", ca=True, usage=("key_cert_sign",))
    namesake = issue("Region Ådalens utfärdare", ca=True, usage=("key_cert_sign",))
    issued = issue("Åsa", by=(namesake.certificate, namesake.key))
    assert only(signed(protokoll(), issued.opened()), [issuer.der]).problem is Problem.UNKNOWN


def test_a_person_cannot_vouch_for_somebody_else():
    person_of_trust = issue("Åsa")
    invented = issue("Örjan", by=(person_of_trust.certificate, person_of_trust.key))
    data = signed(protokoll(), invented.opened())
    assert only(data, [person_of_trust.der]).problem is Problem.UNKNOWN


def test_a_certificate_that_has_expired_since_does_not_matter():
    short = person("Åsa", years=1)
    data = signed(protokoll(), short)
    assert only(data, [short.info.der], NOW + timedelta(days=4000)).problem is None


@pytest.mark.parametrize("away", [timedelta(days=366), -timedelta(days=1)])
def test_a_certificate_that_was_not_valid_when_it_signed_is_told(away):
    short = person("Åsa", years=1)
    data = signed(protokoll(), unchecked(short), now=NOW + away)
    assert only(data, [short.info.der]).problem is Problem.EXPIRED
    assert only(data, []).problem is Problem.EXPIRED  # worse than not being known


def test_a_time_to_come_makes_no_certificate_valid():
    young = person("Åsa", now=NOW + timedelta(days=400))
    data = signed(protokoll(), young, now=NOW + timedelta(days=401))
    assert only(data, [young.info.der], now=NOW).problem is Problem.EXPIRED
    assert only(data, [young.info.der], now=NOW + timedelta(days=402)).problem is None


@pytest.mark.parametrize("damaged", [b"", b"nej", chair().info.der[:-1]])
def test_a_known_certificate_that_is_damaged_is_left_out(damaged):
    assert only(once(), [damaged, *trusted()]).problem is None
    assert only(once(), [damaged]).problem is Problem.UNKNOWN


@pytest.mark.parametrize(
    "data", [b"", b"%PDF", b"hej", protokoll()[:3000], bytes(2000), once()[: len(protokoll()) - 9]]
)
def test_what_is_no_whole_pdf_is_unreadable_and_nobody_has_signed_it(data):
    found = only(data, trusted())
    assert (found.field, found.name, found.problem) == ("", "", Problem.UNREADABLE)
    assert not found.intact


def test_a_locked_file_is_unreadable():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(protokoll())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="ägare", user="läsare"))
    assert only(file.getvalue(), trusted()).problem is Problem.UNREADABLE


def test_nothing_is_written_on_the_terminal(caplog):
    check(b"%PDF-1.4\n1 0 obj", (), now=NOW)
    check(once() + b"\nslut", (), now=NOW)
    assert caplog.records == []


def test_a_file_with_many_bookmarks_is_checked_like_any_other():
    headings = tuple(Heading(f"Ärende {number}", 2, str(number)) for number in range(700))
    long = replace(PROTOKOLL, blocks=(PROTOKOLL.blocks[0], *headings, PROTOKOLL.blocks[-1]))
    data = signed(pdf_bytes(long, created=universal(NOW), archival="1a"), chair())
    report = check(signed(data, justerare(), JUSTERARE), trusted(), now=LATER)
    assert [one.problem for one in report.signatures] == [None, None]


def signed_elsewhere(data: bytes, who: Issued, field: str, kind: SigSeedSubFilter) -> bytes:
    """Return `data` signed as another program does it: its own field, metadata and version."""
    signer = SimpleSigner.load_pkcs12_data(who.p12, other_certs=[], passphrase=PASSPHRASE.encode())
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    meta = PdfSignatureMetadata(field_name=field, subfilter=kind, md_algorithm="sha512")
    append_signature_field(writer, SigFieldSpec(field, box=(50, 50, 200, 90)))
    return asyncio.run(write_signature(writer, PdfSigner(meta, signer=signer), NOW))


@pytest.mark.parametrize("kind", [SigSeedSubFilter.ADOBE_PKCS7_DETACHED, SigSeedSubFilter.PADES])
def test_a_file_that_other_programs_have_signed_is_checked_too(kind):
    first, second = (
        issue(name, key=rsa.generate_private_key(65537, 2048)) for name in ("Åsa", "Örjan")
    )
    data = signed_elsewhere(protokoll(), first, "Signature1", kind)
    data = signed_elsewhere(data, second, "Signature2", kind)
    report = check(data, [first.der, second.der], now=LATER)
    assert [(one.name, one.problem) for one in report.signatures] == [
        ("Åsa", None),
        ("Örjan", None),
    ]
    assert report.unsigned == (CHAIR, JUSTERARE)
