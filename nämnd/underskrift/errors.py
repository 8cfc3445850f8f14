"""Why something can't be signed. Sentences: `nämnd.error_messages`."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from nämnd.core.errors import NämndError


class Unfit(Enum):
    """Why a file can't be used to sign with."""

    NOT_P12 = auto()  # no PKCS#12 file, or a damaged one
    NO_KEY = auto()  # certificates only
    WEAK_KEY = auto()  # RSA under 2 048 bits, a curve under 224
    FOREIGN_KEY = auto()  # neither RSA nor an elliptic curve that is known
    NOT_FOR_SIGNING = auto()  # its issuer gave it for something else


@dataclass(eq=False)
class NotACertificateError(NämndError):
    """The file holds nothing that one can sign with."""

    why: Unfit


@dataclass(eq=False)
class WrongPassphraseError(NämndError):
    """The passphrase does not open the certificate."""


@dataclass(eq=False)
class PassphraseTooShortError(NämndError):
    """A new certificate needs a passphrase of at least `least` characters."""

    least: int


@dataclass(eq=False)
class CertificateExpiredError(NämndError):
    """The certificate is not valid at `now`: it has expired, or is not valid yet."""

    name: str
    valid_from: datetime
    valid_till: datetime
    now: datetime

    @property
    def too_early(self) -> bool:
        """Say whether it becomes valid later, instead of having been."""
        return self.now < self.valid_from


@dataclass(eq=False)
class FieldMissingError(NämndError):
    """The file has no place to sign that goes by that name."""

    field: str


@dataclass(eq=False)
class FieldTakenError(NämndError):
    """Somebody has signed there already."""

    field: str


@dataclass(eq=False)
class UnsignableError(NämndError):
    """The PDF is damaged or locked, so that no signature can be put into it."""
