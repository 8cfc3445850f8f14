"""Certificates to sign with: made, opened, and used on plain bytes.

A certificate that the program makes is issued by itself. It proves that the same key was used as
before and that nothing was changed; who holds the key it can't prove by itself. It is not a
qualified certificate (eIDAS, art. 28).
"""

import hashlib
import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.underskrift.asn1 import is_p12
from nämnd.underskrift.errors import (
    CertificateExpiredError,
    NotACertificateError,
    PassphraseTooShortError,
    Unfit,
    WrongPassphraseError,
)
from nämnd.underskrift.moments import local, universal
from nämnd.underskrift.values import Certificate, CertificateInfo

if TYPE_CHECKING:  # cryptography is imported when it is first used
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import KeySerializationEncryption
    from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates

LEAST_PASSPHRASE = 8  # characters
KDF_ROUNDS = 600_000  # of PBKDF2 with SHA-256, what OWASP asks for
_LEAST_RSA, _LEAST_CURVE = 2048, 224  # bits
_MOST_FILE = 1_000_000  # bytes of a PKCS#12 file
_MOST_SHOWN = 200  # characters of a name that are shown


def make_p12(
    name: str,
    organisation: str,
    passphrase: str,
    *,
    now: datetime,
    years: int = 5,
    rounds: int = KDF_ROUNDS,
) -> bytes:
    """Return a new P-256 key with its own certificate as a PKCS#12 file.

    Args:
        name: whose it is.
        organisation: where that person signs; may be empty.
        passphrase: what opens the file (AES-256 under PBKDF2).
        now: it is valid from five minutes before, as clocks differ.
        years: how long it is valid, in years of 365 days.
        rounds: of PBKDF2; fewer in tests only.

    Raises:
        InvalidDraftError: there is no name.
        PassphraseTooShortError: the passphrase has fewer than LEAST_PASSPHRASE characters.
    """
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import pkcs12

    from nämnd.underskrift.issuing import self_issued

    name, organisation = _plain(name), _plain(organisation)
    if not name:
        raise InvalidDraftError((Draft.NAMN_MISSING,))
    if len(passphrase) < LEAST_PASSPHRASE:
        raise PassphraseTooShortError(LEAST_PASSPHRASE)
    key = ec.generate_private_key(ec.SECP256R1())
    certificate = self_issued(key, name, organisation, universal(now), years)
    lock = _lock(passphrase, rounds)
    return pkcs12.serialize_key_and_certificates(name.encode(), key, certificate, None, lock)


def _lock(passphrase: str, rounds: int) -> "KeySerializationEncryption":
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

    return (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(SHA256())
        .build(passphrase_bytes(passphrase))
    )


def open_p12(data: bytes, passphrase: str, *, now: datetime) -> Certificate:
    """Return the certificate in a PKCS#12 file, ready to sign with.

    Raises:
        NotACertificateError: it holds nothing that one can sign with.
        WrongPassphraseError: the passphrase does not open it.
        CertificateExpiredError: it is not valid at `now`: no longer, or not yet.
    """
    certificate = _certificate_in(_unlocked(data, passphrase))
    info = _info(certificate)
    refuse_expired(info, now)
    return Certificate(info, data, passphrase)


def refuse_expired(info: CertificateInfo, now: datetime) -> None:
    """Raise CertificateExpiredError unless the certificate is valid at `now`."""
    now = local(now)
    if not info.valid_from <= now <= info.valid_till:
        raise CertificateExpiredError(info.name, info.valid_from, info.valid_till, now)


def _unlocked(data: bytes, passphrase: str) -> "PKCS12KeyAndCertificates":
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    if not _is_p12(data):
        raise NotACertificateError(Unfit.NOT_P12)
    try:
        return pkcs12.load_pkcs12(data, passphrase_bytes(passphrase) or None)
    except UnsupportedAlgorithm as error:
        raise NotACertificateError(Unfit.FOREIGN_KEY) from error
    except ValueError as error:  # the library tells no difference between damaged and locked
        raise WrongPassphraseError from error


def _is_p12(data: bytes) -> bool:
    return len(data) <= _MOST_FILE and is_p12(data)


def _certificate_in(opened: "PKCS12KeyAndCertificates") -> "x509.Certificate":
    if opened.key is None or opened.cert is None:
        raise NotACertificateError(Unfit.NO_KEY)
    certificate = opened.cert.certificate
    _refuse_key(certificate)
    if not _may_sign(certificate):
        raise NotACertificateError(Unfit.NOT_FOR_SIGNING)
    return certificate


def _refuse_key(certificate: "x509.Certificate") -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

    match certificate.public_key():
        case RSAPublicKey() as key if key.key_size < _LEAST_RSA:
            raise NotACertificateError(Unfit.WEAK_KEY)
        case EllipticCurvePublicKey() as key if key.key_size < _LEAST_CURVE:
            raise NotACertificateError(Unfit.WEAK_KEY)
        case RSAPublicKey() | EllipticCurvePublicKey():
            pass
        case _:
            raise NotACertificateError(Unfit.FOREIGN_KEY)


def _may_sign(certificate: "x509.Certificate") -> bool:
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def info_of(der: bytes) -> CertificateInfo:
    """Return what a certificate says of itself.

    Raises:
        NotACertificateError: `der` is no certificate.
    """
    from cryptography import x509

    try:
        return _info(x509.load_der_x509_certificate(der))
    except (ValueError, TypeError) as error:
        raise NotACertificateError(Unfit.NOT_P12) from error


def _info(certificate: "x509.Certificate") -> CertificateInfo:
    from cryptography.hazmat.primitives.serialization import Encoding
    from cryptography.x509.oid import NameOID

    der = certificate.public_bytes(Encoding.DER)
    subject = certificate.subject
    organisation = _said(subject, NameOID.ORGANIZATION_NAME)
    return CertificateInfo(
        name=_said(subject, NameOID.COMMON_NAME) or organisation or _plain(str(subject)),
        organisation=organisation,
        fingerprint=hashlib.sha256(der).hexdigest(),
        valid_from=local(certificate.not_valid_before_utc),
        valid_till=local(certificate.not_valid_after_utc),
        self_issued=certificate.issuer == subject,
        der=der,
    )


def _said(name: "x509.Name", what: "x509.ObjectIdentifier") -> str:
    found = name.get_attributes_for_oid(what)
    return _plain(str(found[0].value)) if found else ""


def sign_bytes(certificate: Certificate, data: bytes) -> bytes:
    """Return a signature over `data`: ECDSA, or RSA-PSS; SHA-256."""
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA256

    match _unlocked(certificate.p12, certificate.passphrase).key:
        case ec.EllipticCurvePrivateKey() as key:
            return key.sign(data, ec.ECDSA(SHA256()))
        case rsa.RSAPrivateKey() as key:
            pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.DIGEST_LENGTH)
            return key.sign(data, pss, SHA256())
        case _:
            raise NotACertificateError(Unfit.FOREIGN_KEY)


def bytes_signed_by(der: bytes, data: bytes, signature: bytes) -> bool:
    """Say whether `signature` over `data` was made with the key of the certificate `der`.

    Says nothing of who holds the key, nor of whether the certificate was valid then.
    """
    from cryptography import x509
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm

    try:
        certificate = x509.load_der_x509_certificate(der)
        _refuse_key(certificate)
        _verify(certificate, data, signature)
    except (InvalidSignature, UnsupportedAlgorithm, ValueError, TypeError, NotACertificateError):
        return False
    return True


def _verify(certificate: "x509.Certificate", data: bytes, signature: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.hashes import SHA256

    match certificate.public_key():
        case ec.EllipticCurvePublicKey() as key:
            key.verify(signature, data, ec.ECDSA(SHA256()))
        case rsa.RSAPublicKey() as key:
            pss = padding.PSS(padding.MGF1(SHA256()), padding.PSS.DIGEST_LENGTH)
            key.verify(signature, data, pss, SHA256())
        case _:
            raise InvalidSignature


def passphrase_bytes(passphrase: str) -> bytes:
    """Return a passphrase as bytes: «å» is the same on every keyboard."""
    return unicodedata.normalize("NFC", passphrase).encode()


def _plain(words: str) -> str:
    """Return `words` on one line and of a length that can be shown."""
    kept = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", words))
    return " ".join(kept.split())[:_MOST_SHOWN]
