"""Why a justeringsfil or an answer is not believed. Sentences: `nämnd.justeringsfil.refusals`."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class PackageFault(Enum):
    """Why a file can't be opened as a justeringsfil."""

    NOT_A_PACKAGE = auto()  # something else altogether
    IS_ANSWER = auto()  # an answer, where a package is asked for
    NEWER = auto()  # made by a newer version of the program
    DAMAGED = auto()  # cut off, or some byte is not as it was written
    PART_CHANGED = auto()  # `part` is not what the manifest says
    EXTRA_PART = auto()  # `part` does not belong there, or is there twice
    TOO_LARGE = auto()
    PASSPHRASE_NEEDED = auto()
    WRONG_PASSPHRASE = auto()


@dataclass(eq=False)
class PackageError(NämndError):
    """The file is not opened. `part`: the name in the package, as it says it, when it is of one."""

    why: PackageFault
    part: str = ""


class SvarFault(Enum):
    """Why an answer can't be read, is not believed, or can't be made."""

    NOT_AN_ANSWER = auto()  # something else altogether
    IS_PACKAGE = auto()  # a justeringsfil, where an answer is asked for
    NEWER = auto()  # made by a newer version of the program
    DAMAGED = auto()  # cut off, or some byte is not as it was written
    TOO_LARGE = auto()
    PASSPHRASE_NEEDED = auto()
    WRONG_PASSPHRASE = auto()
    OTHER_PACKAGE = auto()  # of another package
    OTHER_VERSION = auto()  # of an earlier package of the same §§
    PACKAGE_CHANGED = auto()  # of this package, but not as it was sent
    NOT_ASKED = auto()
    NOT_ASKED_TO_SIGN = auto()  # asked for an approval only
    SIGNATURE_MISSING = auto()  # says «undertecknat» without a signature
    NO_PROOF = auto()  # neither code nor certificate
    WRONG_PERSON = auto()  # the code or the certificate's signature does not fit
    UNKNOWN_CERTIFICATE = auto()  # and no code that vouches for it
    EXPIRED_CERTIFICATE = auto()  # or not valid yet, when the answer was given
    TIME_BEFORE_PACKAGE = auto()  # given before the package was made
    TIME_AHEAD = auto()  # given after it was read
    WRONG_CODE = auto()  # when it is made: the code is not that person's
    CLOCK_BEHIND = auto()  # when it is made: the package is of a later day
    COMMENTS_TOO_LONG = auto()  # when it is made


@dataclass(eq=False)
class SvarError(NämndError):
    """The answer is refused; nothing is changed.

    `namn`: whose it says that it is, when that is known; `tid`: when it says that it was given;
    `skapat`: when its package was made. Both are ISO times.
    """

    why: SvarFault
    namn: str = ""
    tid: str = ""
    skapat: str = ""
