"""Certificates: made, opened, and used on plain bytes."""

import base64
import hashlib
import unicodedata
from datetime import timedelta

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.error_messages import message_for
from nämnd.underskrift.certificates import (
    KDF_ROUNDS,
    LEAST_PASSPHRASE,
    bytes_signed_by,
    info_of,
    make_p12,
    open_p12,
    sign_bytes,
)
from nämnd.underskrift.errors import (
    CertificateExpiredError,
    NotACertificateError,
    PassphraseTooShortError,
    Unfit,
    WrongPassphraseError,
)
from tests.nämnd.underskrift.signers import NOW, PASSPHRASE, chair, issue, justerare, person

# P-112, made with openssl: shorter than any curve that is read
_SHORT_CURVE = base64.b64decode("""
MIIDlwIBAzCCA00GCSqGSIb3DQEHAaCCAz4EggM6MIIDNjCCAiIGCSqGSIb3DQEHBqCCAhMwggIPAgEAMIICCAYJKoZI
hvcNAQcBMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAjpECxoqQQhjwICCAAwDAYIKoZIhvcNAgkFADAdBglg
hkgBZQMEASoEEAJlC87VTh60XeYN6X12EI6AggGgVqMxs+cQrW8emJlkCdJDqNiyFSvG0yLPnOguAmhbR1/mUIoGKpOq
8eKhYVycJusTgLFvnsSeXAf74jdApBTo6zNQQaNkeX7k4u4Lvves8OMZBHUhhw5o1dq3Y5xfdtd9CiAHdUtVJAIhOrcK
hyvmM85LyjaGoNNubmvAftrVe8awOGRlLHeGNeabhjh0Bh5WgiJBc+j0eBhTO3hGnxbutXsI6C1m2s2DD47Vv0F6YJOh
mwqfPgMTWItxuRXWEc6/NLP5Sphl+Jf/VWYyWd09ifU9YHY0XM7ecbdXw7V3BHLUUFZyrxtn7KurtKdRMoT6/647pFoR
Ust7o9sH+nPzPMTOnWmToAZs1MnKn1SlvAQi/nk3uoM102ItycsdfAcOUsIcG7XDUKEnicNFA76dm7sZ0WYR/A2PbHo1
12gr507dLZf6lB2nknjZUNYShoPUkzxAuypXrCAGZb2dGgahH+Tx3x1oManBWolRSWerbEOuvMaBjJcDkk8vXQn6gpRq
yBBOud7Om9NGvQ2U8sIDuj1OgvJRP2hqMqmMzOKzQHkwggEMBgkqhkiG9w0BBwGggf4EgfswgfgwgfUGCyqGSIb3DQEM
CgECoIG+MIG7MFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhy0mig2ZGb0gICCAAwDAYIKoZIhvcNAgkFADAd
BglghkgBZQMEASoEEHhNWNz+DVss0C2YDC2IIDYEYGrDH9gJ+yTZUiNJ03VS7K5Y76XabjHQ7zUiResVq1z2KqIwwXed
R+gm9mNtjLGumqgful2sXgsEvcE0iFnToKo/UjQS9bfU2DzPhP0L12V8mKbDHMQbeffFKYChQsD1sDElMCMGCSqGSIb3
DQEJFTEWBBTt1JNGWkIxKiLNpPqrizBRDv9++jBBMDEwDQYJYIZIAWUDBAIBBQAEIJejlhHBPufuJHgiyqowQVXa0jnb
PCAcXQHZLuiofEi7BAjpAdXYNISElQICCAA=
""")


def made(**changed) -> bytes:
    said = {"name": "Åsa Ek", "organisation": "Region Ådalen", "passphrase": PASSPHRASE}
    return make_p12(**{**said, "now": NOW, "rounds": 1, **changed})


def opened(data: bytes, passphrase: str = PASSPHRASE, now=NOW):
    return open_p12(data, passphrase, now=now)


def test_a_new_certificate_says_whose_it_is_and_for_how_long():
    certificate = opened(made())
    info = certificate.info
    assert (info.name, info.organisation, info.self_issued) == ("Åsa Ek", "Region Ådalen", True)
    assert info.fingerprint == hashlib.sha256(info.der).hexdigest()
    assert info.valid_from == NOW - timedelta(minutes=5)
    assert info.valid_till.date() == (NOW + timedelta(days=5 * 365)).date()
    assert info_of(info.der) == info


def test_two_certificates_in_one_name_are_not_the_same():
    assert opened(made()).info.fingerprint != opened(made()).info.fingerprint


def test_the_file_is_locked_with_aes_under_600_000_rounds():
    data = make_p12("Åsa Ek", "", PASSPHRASE, now=NOW)
    pfx = asn1_pkcs12.Pfx.load(data)
    assert KDF_ROUNDS == 600_000
    locked = [
        one["content"]["encrypted_content_info"]["content_encryption_algorithm"]
        for one in pfx.authenticated_safe
        if one["content_type"].native == "encrypted_data"
    ]
    assert [one.encryption_cipher for one in locked] == ["aes"]
    assert [one.key_length for one in locked] == [32]
    assert [one.kdf_iterations for one in locked] == [KDF_ROUNDS]
    assert pfx["mac_data"]["mac"]["digest_algorithm"]["algorithm"].native == "sha256"


def test_a_passphrase_is_the_same_on_every_keyboard():
    typed = "åäö åäö åäö"
    data = made(passphrase=typed)
    assert opened(data, unicodedata.normalize("NFD", typed)).info.name == "Åsa Ek"


def test_the_organisation_may_be_left_out():
    assert opened(made(organisation=" ")).info.organisation == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("  Åsa \n Ek\t(M) ", "Åsa Ek (M)"),
        ("A\u0308sa", "Äsa"),
        ("Åsa\u202e\u0000kE", "Åsa kE"),
        ("å" * 100, "å" * 32),
        ("x" + "å" * 100, "x" + "å" * 31),
    ],
)
def test_a_name_stands_on_one_line_and_fits(name, shown):
    assert opened(made(name=name)).info.name == shown


@pytest.mark.parametrize("name", ["", "  ", "\u200b\n"])
def test_nobody_gets_no_certificate(name):
    with pytest.raises(InvalidDraftError) as refused:
        made(name=name)
    assert refused.value.problems == (Draft.NAMN_MISSING,)


def test_a_short_passphrase_is_refused():
    with pytest.raises(PassphraseTooShortError):
        made(passphrase="å" * (LEAST_PASSPHRASE - 1))
    assert opened(made(passphrase="å" * LEAST_PASSPHRASE), "å" * LEAST_PASSPHRASE)


@pytest.mark.parametrize("passphrase", ["", "fel", PASSPHRASE.upper(), PASSPHRASE + " "])
def test_a_wrong_passphrase_is_refused(passphrase):
    with pytest.raises(WrongPassphraseError):
        opened(made(), passphrase)


@pytest.mark.parametrize(
    ("away", "early"),
    [(timedelta(days=5 * 365 + 1), False), (-timedelta(days=1), True)],
)
def test_a_certificate_is_used_only_while_it_is_valid(away, early):
    data = made()
    assert opened(data, now=NOW + timedelta(days=5 * 365 - 1))
    with pytest.raises(CertificateExpiredError) as refused:
        opened(data, now=NOW + away)
    assert refused.value.too_early is early
    sentence = message_for(refused.value)
    assert "Åsa Ek" in sentence
    assert ("gäller först från" in sentence) is early


def weak_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 1024)  # noqa: S505 weak on purpose


def without_key() -> bytes:
    certificate = issue("Åsa").certificate
    return pkcs12.serialize_key_and_certificates(
        None, None, None, [certificate], BestAvailableEncryption(PASSPHRASE.encode())
    )


def with_edwards_key() -> bytes:
    key = ed25519.Ed25519PrivateKey.generate()
    return pkcs12.serialize_key_and_certificates(
        None, key, _edwards(key), None, BestAvailableEncryption(PASSPHRASE.encode())
    )


def _edwards(key):
    name = issue("Åsa").certificate.subject
    return (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).serial_number(1)
        .public_key(key.public_key()).not_valid_before(NOW).not_valid_after(NOW)
        .sign(key, None)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (lambda: b"", Unfit.NOT_P12),
        (lambda: b"%PDF-1.4", Unfit.NOT_P12),
        (lambda: made()[:200], Unfit.NOT_P12),
        (lambda: made() + b"x", Unfit.NOT_P12),
        (lambda: issue("Åsa").der, Unfit.NOT_P12),
        (lambda: b"0" * 2_000_000, Unfit.NOT_P12),
        (without_key, Unfit.NO_KEY),
        (with_edwards_key, Unfit.FOREIGN_KEY),
        (lambda: issue("Åsa", key=weak_key()).p12, Unfit.WEAK_KEY),
        (
            lambda: issue("Åsa", key=ec.generate_private_key(ec.SECP192R1())).p12,
            Unfit.WEAK_KEY,
        ),
        (lambda: issue("Åsa", usage=("key_encipherment",)).p12, Unfit.NOT_FOR_SIGNING),
    ],
)
def test_a_file_that_one_cannot_sign_with_is_refused_with_the_reason(data, why):
    with pytest.raises(NotACertificateError) as refused:
        opened(data())
    assert refused.value.why is why


def test_a_curve_that_is_not_known_is_refused():
    with pytest.raises(NotACertificateError) as refused:
        opened(_SHORT_CURVE, "hemligt12")
    assert refused.value.why is Unfit.FOREIGN_KEY


def test_every_reason_has_its_own_sentence():
    sentences = {message_for(NotACertificateError(why)) for why in Unfit}
    assert len(sentences) == len(Unfit)


@pytest.mark.parametrize("usage", [None, ("digital_signature",), ("content_commitment",)])
def test_a_certificate_may_sign_unless_it_says_otherwise(usage):
    assert issue("Åsa", usage=usage).opened().info.name == "Åsa"


def test_who_is_vouched_for_by_an_issuer_is_not_self_issued():
    issuer = issue("Region Ådalens utfärdare", ca=True, usage=("key_cert_sign",))
    issued = issue("Åsa", by=(issuer.certificate, issuer.key))
    assert not issued.opened().info.self_issued


def test_what_is_no_certificate_says_nothing():
    for data in (b"", b"0\x03\x02\x01\x01", issue("Åsa").der[:-1]):
        with pytest.raises(NotACertificateError):
            info_of(data)


def test_the_passphrase_and_the_key_are_in_no_log():
    shown = repr(chair())
    assert "Åsa Lindqvist Ek" in shown
    assert PASSPHRASE not in shown
    assert "p12" not in shown


@pytest.mark.parametrize("bits", [None, 2048, 3072])
def test_bytes_are_signed_by_the_one_who_has_the_key(bits):
    key = rsa.generate_private_key(65537, bits) if bits else None
    mine, other = issue("Åsa", key=key).opened(), issue("Åsa").opened()
    signature = sign_bytes(mine, b"svar")
    assert bytes_signed_by(mine.info.der, b"svar", signature)
    assert not bytes_signed_by(mine.info.der, b"svaR", signature)
    assert not bytes_signed_by(other.info.der, b"svar", signature)
    assert not bytes_signed_by(mine.info.der, b"svar", sign_bytes(other, b"svar"))


@pytest.mark.parametrize("der", [b"", b"nej", issue("Åsa").p12])
def test_nothing_is_signed_by_what_is_no_certificate(der):
    assert not bytes_signed_by(der, b"svar", sign_bytes(chair(), b"svar"))


def test_a_weak_key_proves_nothing():
    key = weak_key()
    pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.DIGEST_LENGTH)
    signature = key.sign(b"svar", pss, SHA256())
    assert not bytes_signed_by(issue("Åsa", key=key).der, b"svar", signature)


_SIGNED = sign_bytes(justerare(), b"ett litet svar")


@settings(max_examples=200)
@given(st.integers(0, len(_SIGNED) - 1), st.integers(0, 7))
def test_a_changed_signature_proves_nothing(place, bit):
    changed = bytearray(_SIGNED)
    changed[place] ^= 1 << bit
    assert not bytes_signed_by(justerare().info.der, b"ett litet svar", bytes(changed))


@settings(max_examples=100)
@given(st.data())
def test_a_damaged_file_is_refused_and_never_breaks_the_program(data):
    whole = person("Damaged").p12
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= data.draw(st.integers(1, 255))
    try:
        opened(bytes(changed))
    except (NotACertificateError, WrongPassphraseError, CertificateExpiredError):
        return
    assert opened(bytes(changed)).info == person("Damaged").info  # a name that nobody reads
