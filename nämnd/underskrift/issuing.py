"""A certificate that issues itself. Imports cryptography: import it late."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

_MOST_NAME = 64  # bytes of a common name (RFC 5280, appendix A)
_CLOCKS_DIFFER = timedelta(minutes=5)


def self_issued(
    key: EllipticCurvePrivateKey, name: str, organisation: str, now: datetime, years: int
) -> x509.Certificate:
    """Return a certificate for `key`, signed with itself, for signing and nothing else.

    `now` is in UTC. It is valid from five minutes before, as clocks differ, for so many `years`.
    """
    subject = _subject(name, organisation)
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCKS_DIFFER)
        .not_valid_after(now + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, SHA256())
    )


def _subject(name: str, organisation: str) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COUNTRY_NAME, "SE")]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, _short(organisation)))
    return x509.Name([*parts, x509.NameAttribute(NameOID.COMMON_NAME, _short(name))])


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _short(words: str) -> str:
    return words.encode()[:_MOST_NAME].decode(errors="ignore").rstrip()
