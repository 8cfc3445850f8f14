"""What is known of a certificate and of the signatures in a file."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class CertificateInfo:
    """A certificate without its key: what a file, a register and a screen show."""

    name: str  # whose: the common name
    organisation: str
    fingerprint: str  # sha256 of the DER form, 64 hex digits
    valid_from: datetime  # local time
    valid_till: datetime
    self_issued: bool  # made by the program or the person: nobody else vouches for the name
    der: bytes


@dataclass(frozen=True, slots=True)
class Certificate:
    """An opened PKCS#12 file: the certificate and its key, ready to sign with."""

    info: CertificateInfo
    p12: bytes = field(repr=False)
    passphrase: str = field(repr=False)  # in no log and no crash report


class Problem(Enum):
    """What is wrong with a signature, worst first."""

    UNREADABLE = auto()  # the file is damaged there
    BROKEN = auto()  # what it covers has been changed, or the signature does not fit
    CHANGED_AFTER = auto()  # something other than a further signature was added afterwards
    EXPIRED = auto()  # the certificate was not valid when it was made
    UNKNOWN = auto()  # whole, but nobody here knows that certificate


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A signature in a PDF.

    `revision`: sha256 of the file as it was when it was signed, signature included.
    """

    field: str
    name: str
    fingerprint: str
    when: datetime | None  # as the signer's clock said, in local time
    problem: Problem | None  # None: intact, by a known certificate
    revision: str
    self_issued: bool = False

    @property
    def intact(self) -> bool:
        """Say whether nothing was changed, whoever signed."""
        return self.problem in (None, Problem.UNKNOWN)


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """All signatures of a PDF, in the order they were made, and the places that are not signed."""

    signatures: tuple[FoundSignature, ...]
    unsigned: tuple[str, ...]  # names of fields without a signature
