"""Signatures put into a PDF."""

import io
from datetime import timedelta

import page
import pikepdf
import pypdfium2
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from nämnd.documents.checks import structure_problems
from nämnd.documents.pdf.appearance import appearance, with_signatures_drawn
from nämnd.underskrift.checking import check
from nämnd.underskrift.errors import (
    CertificateExpiredError,
    FieldMissingError,
    FieldTakenError,
    UnsignableError,
)
from nämnd.underskrift.signing import increment, joined, sign
from tests.nämnd.underskrift.signers import (
    CHAIR,
    JUSTERARE,
    LATER,
    NOW,
    chair,
    issue,
    justerare,
    once,
    protokoll,
    signed,
    trusted,
    twice,
)

LOOK = appearance(("Elektroniskt undertecknad",), (200, 40))


def faults(data: bytes) -> list[str]:
    """Return all that PDF/UA-1, PDF/A-1a and our own check have against a file."""
    found = [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", "1a")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]
    return found + structure_problems(io.BytesIO(data))


@pytest.mark.parametrize("made", [protokoll, once, twice])
def test_a_file_is_accessible_and_archival_however_many_have_signed(made):
    assert faults(made()) == []
    assert made().startswith(b"%PDF-1.4\n")


def test_a_signature_only_adds_bytes():
    assert once().startswith(protokoll())
    assert twice().startswith(once())
    added = increment(once(), twice())
    assert 10_000 < len(added) < 100_000
    assert joined(once(), added) == twice()


def test_what_does_not_begin_with_the_file_adds_nothing_to_it():
    with pytest.raises(UnsignableError):
        increment(once(), protokoll())


def metadata(data: bytes) -> tuple[bytes, dict[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        packet = pdf.Root.Metadata.read_raw_bytes()
        return packet, {key: str(value) for key, value in pdf.docinfo.items()}


def test_the_metadata_stays_byte_for_byte():
    assert metadata(twice()) == metadata(protokoll())
    assert increment(protokoll(), twice()).count(b"xpacket") == 0


def test_the_same_metadata_object_is_used():
    with (
        pikepdf.open(io.BytesIO(protokoll())) as before,
        pikepdf.open(io.BytesIO(twice())) as after,
    ):
        assert after.Root.Metadata.objgen == before.Root.Metadata.objgen


def test_the_catalog_gets_nothing_but_the_news_that_there_is_a_signature():
    with (
        pikepdf.open(io.BytesIO(protokoll())) as before,
        pikepdf.open(io.BytesIO(twice())) as after,
    ):
        assert set(after.Root.keys()) == set(before.Root.keys())
        assert set(after.Root.AcroForm.keys()) - set(before.Root.AcroForm.keys()) == {"/SigFlags"}
        assert after.Root.AcroForm.SigFlags == 3  # signed; may only be added to


def test_who_has_signed_and_when_is_seen_and_read_on_the_page():
    with pypdfium2.PdfDocument(with_signatures_drawn(twice())) as pdf:
        words = " ".join(pdf[0].get_textpage().get_text_bounded().split())
    assert (
        "Elektroniskt undertecknad Åsa Lindqvist Ek, ordförande 2026-03-27 klockan 14.05" in words
    )
    assert "Elektroniskt undertecknad Örjan Berg, justerare 2026-03-27 klockan 17.05" in words


def test_a_signature_is_pades_with_the_time_it_was_given():
    with pikepdf.open(io.BytesIO(once())) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        assert value.SubFilter == pikepdf.Name("/ETSI.CAdES.detached")
        assert str(value.M).startswith("D:202603")
        assert "/Reference" not in value
    assert check(once(), trusted(), now=NOW).signatures[0].when == NOW


@pytest.mark.parametrize("bits", [2048, 4096])
def test_an_rsa_certificate_signs_too(bits):
    issued = issue("Region Ådalen", key=rsa.generate_private_key(65537, bits))
    data = signed(protokoll(), issued.opened())
    assert faults(data) == []
    (found,) = check(data, [issued.der], now=NOW).signatures
    assert (found.name, found.problem) == ("Region Ådalen", None)


def test_a_field_that_is_not_there_is_missing():
    with pytest.raises(FieldMissingError):
        sign(protokoll(), chair(), "sekreterare", LOOK, now=NOW)


def test_nobody_signs_over_another():
    with pytest.raises(FieldTakenError):
        sign(once(), justerare(), CHAIR, LOOK, now=NOW)


def test_the_order_of_signing_is_free():
    data = signed(signed(protokoll(), justerare(), JUSTERARE), chair(), CHAIR, LATER)
    found = check(data, trusted(), now=LATER).signatures
    assert [(one.field, one.problem) for one in found] == [(JUSTERARE, None), (CHAIR, None)]


@pytest.mark.parametrize("away", [timedelta(days=5 * 365 + 1), -timedelta(hours=1)])
def test_nobody_signs_with_a_certificate_that_is_not_valid(away):
    with pytest.raises(CertificateExpiredError):
        sign(protokoll(), chair(), CHAIR, LOOK, now=NOW + away)


def locked() -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(protokoll())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="ägare", user=""))
    return file.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        lambda: b"",
        lambda: b"nej",
        lambda: b"%PDF-1.4\n%%EOF",
        lambda: protokoll()[:4000],
        lambda: protokoll()[:-30],
        lambda: protokoll().replace(b"startxref", b"startxxxx"),
        lambda: protokoll().replace(b"/Root ", b"/Roof "),
        lambda: protokoll().replace(b"/Fields [", b"/Fields 7 "),
        locked,
    ],
)
def test_a_damaged_or_locked_file_is_refused(data):
    with pytest.raises(UnsignableError):
        sign(data(), chair(), CHAIR, LOOK, now=NOW)
