"""People with certificates, and files to sign, made once for all tests of signatures."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import TypeAlias

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID

from nämnd.core.richtext import Paragraph
from nämnd.documents.content import (
    Document,
    Heading,
    Letterhead,
    Signature,
    Signatures,
    text,
)
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.appearance import appearance, field_sizes, signed_lines
from nämnd.underskrift.certificates import make_p12, open_p12
from nämnd.underskrift.moments import universal
from nämnd.underskrift.signing import sign
from nämnd.underskrift.values import Certificate

NOW = datetime(2026, 3, 27, 14, 5)  # noqa: DTZ001 - local time, as the user's clock shows it
LATER = NOW + timedelta(days=200)
PASSPHRASE = "lösen nummer ett"  # noqa: S105 opens what is made here and nothing else
CHAIR, JUSTERARE = "ordförande", "justerare"  # the fields
Key: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey

PROTOKOLL = Document(
    title="Protokoll 2026-03-27, Vårdnämnden i Ådalen",
    head=Letterhead("Vårdnämnden i Ådalen", "Protokoll", "2026-03-27"),
    blocks=(
        Heading("Protokoll", 1),
        Heading("Årsredovisning", 2, "59"),
        Paragraph(text("Nämnden godkänner årsredovisningen för 2025.")),
        Signatures(
            (
                Signature("Åsa Lindqvist Ek (M)", "Ordförande", field=CHAIR),
                Signature("Örjan Berg (S)", "Justerare", field=JUSTERARE),
            )
        ),
    ),
    author="Vårdnämnden i Ådalen",
    subject="Protokoll",
)


@lru_cache(maxsize=1)
def protokoll() -> bytes:
    """Return a protokoll with two places to sign."""
    return pdf_bytes(PROTOKOLL, created=universal(NOW), archival="1a")


@lru_cache(maxsize=32)
def person(name: str, now: datetime = NOW, years: int = 5) -> Certificate:
    """Return somebody with a certificate of their own, made at `now`."""
    data = make_p12(name, "Region Ådalen", PASSPHRASE, now=now, years=years, rounds=1)
    return open_p12(data, PASSPHRASE, now=now)


def chair() -> Certificate:
    return person("Åsa Lindqvist Ek")


def justerare() -> Certificate:
    return person("Örjan Berg")


def signed(pdf: bytes, certificate: Certificate, field: str = CHAIR, now: datetime = NOW) -> bytes:
    """Return `pdf` signed, with what is seen there."""
    lines = signed_lines(certificate.info.name, field.capitalize(), now)
    look = appearance(lines, field_sizes(pdf)[field])
    return sign(pdf, certificate, field, look, now=now)


@lru_cache(maxsize=1)
def once() -> bytes:
    """Return the protokoll signed by the chair."""
    return signed(protokoll(), chair())


@lru_cache(maxsize=1)
def twice() -> bytes:
    """Return the protokoll signed by the chair, then by the justerare."""
    return signed(once(), justerare(), JUSTERARE, NOW + timedelta(hours=3))


def trusted() -> list[bytes]:
    """Return the certificates of the two."""
    return [chair().info.der, justerare().info.der]


def unchecked(certificate: Certificate) -> Certificate:
    """Return a certificate that the program takes for valid at any time, as a forger would."""
    first, last = datetime(2000, 1, 1), datetime(2099, 1, 1)  # noqa: DTZ001 - local time
    return replace(certificate, info=replace(certificate.info, valid_from=first, valid_till=last))


@dataclass(frozen=True)
class Issued:
    """A key, its certificate, and both as a file."""

    key: Key
    certificate: x509.Certificate
    p12: bytes

    @property
    def der(self) -> bytes:
        return self.certificate.public_bytes(Encoding.DER)

    def opened(self) -> Certificate:
        return open_p12(self.p12, PASSPHRASE, now=NOW)


def issue(
    name: str,
    *,
    key: Key | None = None,
    by: tuple[x509.Certificate, Key] | None = None,
    ca: bool = False,
    usage: tuple[str, ...] | None = ("digital_signature", "content_commitment"),
) -> Issued:
    """Return a certificate as somebody else would make it.

    by: who issues it; None: it issues itself. ca: it may issue others. usage: None leaves it open.
    """
    key = key or ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer, issuer_key = (by[0].subject, by[1]) if by else (subject, key)
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(universal(NOW) - timedelta(days=1))
        .not_valid_after(universal(NOW) + timedelta(days=700))
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    if usage is not None:
        builder = builder.add_extension(_usage(usage), critical=True)
    certificate = builder.sign(issuer_key, SHA256())
    others = [by[0]] if by else None
    locked = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1).build(PASSPHRASE.encode())
    data = pkcs12.serialize_key_and_certificates(b"", key, certificate, others, locked)
    return Issued(key, certificate, data)


def _usage(wanted: tuple[str, ...]) -> x509.KeyUsage:
    known = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment",
        "key_agreement", "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{one: one in wanted for one in known})
