"""What can keep a set of §§ from being sent, answered, signed or taken back."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class NotNow(Enum):
    """Why something can't be done to a set of §§ as it stands."""

    ALREADY_LOCKED = auto()  # all have approved: it can't be sent again
    NOT_SENT = auto()  # nothing has been sent, so there is nothing to sign or approve
    NOT_APPROVED = auto()  # not all have approved
    NOT_JUSTERAT = auto()  # a rättelse is of what is justerat
    NO_UTDRAG = auto()  # an utdrag is of what is justerat (RULES.md 6 and 9)
    NOT_LOCKED = auto()
    NO_WAY_BACK = auto()  # all have signed electronically, or nothing has been done
    ON_A_BOARD = auto()  # the justering is announced: take that away first


@dataclass(eq=False)
class NotNowError(NämndError):
    """The set of §§ (`paragrafer`: «§§ 59–74») stands so that this can't be done."""

    why: NotNow
    paragrafer: str


@dataclass(eq=False)
class SetAmbiguousError(NämndError):
    """There are several sets of §§ and none was chosen; `known`: «§§ 59–61»."""

    known: tuple[str, ...]


@dataclass(eq=False)
class NothingToJusteraError(NämndError):
    """No § of the set is handled yet."""

    paragrafer: str


@dataclass(eq=False)
class NoSignersError(NämndError):
    """Nobody presided over the set or was chosen to check it."""

    paragrafer: str


@dataclass(eq=False)
class SetsOverlapError(NämndError):
    """Some §§ of the set are out for justering or locked in another set."""

    paragrafer: str


@dataclass(eq=False)
class SättNotAllowedError(NämndError):
    """The nämnd does not let its protokoll be justerade that way."""

    sätt: str


@dataclass(eq=False)
class ChangedMeanwhileError(NämndError):
    """The §§ were changed while the package was made, or another package was."""

    paragrafer: str


@dataclass(eq=False)
class PassphraseDemandedError(NämndError):
    """A § of the set, or a bilaga of it, is under sekretess: the package must be encrypted."""

    paragrafer: str


@dataclass(eq=False)
class PassphraseWeakError(NämndError):
    """The passphrase is too short: whoever has the file can try as many as they like."""

    least: int  # letters


@dataclass(eq=False)
class AskedUnfitError(NämndError):
    """Somebody is asked who has nothing to do with the set, or nobody is asked."""

    paragrafer: str


class SvarRefusal(Enum):
    """Why an answer that is whole and proved is not taken. Nothing is changed."""

    UNKNOWN_PACKAGE = auto()  # no package of this database
    REPLACED = auto()  # a newer package has taken its place, or it was taken back
    REMOVED = auto()  # it was taken back, and then its set of §§ was removed
    CHANGED = auto()  # the §§ have been changed since the package was made
    LOCKED = auto()  # all have approved already
    USED = auto()  # this very file has been read
    ANSWERED = auto()  # the person has answered so before
    SIGNED = auto()  # the person has signed: that is not taken back by an answer
    OLDER = auto()  # the person has answered later than this
    OUT_OF_TURN = auto()  # others (`names`) come first
    NOT_ASKED = auto()  # the person is not asked in that package
    OTHER_PDF = auto()  # signed on a file that another signature has been put on since
    SIGNATURE_BROKEN = auto()  # the signature in the file does not hold
    SIGNATURE_MISSING = auto()  # there is none in the place that is theirs
    SIGNATURE_OTHER = auto()  # it is made with another certificate than the answer
    MORE_THAN_SIGNED = auto()  # something else was done to the file before it was signed
    EARLIER_GONE = auto()  # a signature that was there is not there, or does not hold


@dataclass(eq=False)
class SvarRefusedError(NämndError):
    """An answer is not taken. `namn`: whose it is; `names`: others it is about."""

    why: SvarRefusal
    namn: str = ""
    names: tuple[str, ...] = ()


class Amiss(Enum):
    """What is wrong with what somebody writes about a justering."""

    DATE_MALFORMED = auto()
    DATE_BEFORE = auto()  # before the sammanträde
    DATE_AHEAD = auto()  # a day that has not come
    DATE_BEFORE_APPROVED = auto()  # before the last of them approved
    DATE_BEFORE_SIGNED = auto()  # before the electronic signature in the file that is signed
    DATE_BEFORE_JUSTERAT = auto()  # a rättelse before there was anything to put right
    NOBODY = auto()  # nobody has signed
    STRANGER = auto()  # somebody who has nothing to sign
    TEXT_MISSING = auto()  # a rättelse without both texts
    TEXT_SAME = auto()
    PARAGRAF_OUTSIDE = auto()  # not in the set
    SKÄL_MISSING = auto()
    KOMMENTAR_EMPTY = auto()  # «besvarad» without an answer


@dataclass(eq=False)
class JusteringDraftError(NämndError):
    """What was written can't be saved."""

    why: Amiss
