"""What keeps a bevakning from being saved, moved or closed."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class BevakningFault(Enum):
    """Why it can't be done."""

    RUBRIK_MISSING = auto()
    VILLKOR_MISSING = auto()
    NUMMER = auto()  # no year has so many sammanträden
    ÅR = auto()  # no year to plan for
    DAGAR = auto()  # more days than ten years
    ITSELF = auto()  # its day is counted from itself, maybe through others
    GONE = auto()  # what its day is counted from is not there, or is another nämnd's
    PÅMINNELSER = auto()  # a reminder after the day, or too many
    EPOST = auto()  # no address that can be sent to
    CLOSED = auto()
    NOT_CLOSED = auto()
    HISTORY = auto()  # it has been moved, reminded of or reported: close it instead
    CANCELLED = auto()  # the punkt utgår
    REPORTED = auto()  # somebody has said what came of that report
    NEXT_MISSING = auto()  # it comes back, but nobody has said when
    OTHER_NÄMND = auto()
    ON_DAGORDNING = auto()  # it stands on a dagordning to come


@dataclass(eq=False)
class BevakningError(NämndError):
    """Nothing was changed. `of`: the rubrik."""

    why: BevakningFault
    of: str = ""


@dataclass(eq=False)
class SkälMissingError(NämndError):
    """The day was moved without a reason. `of`: the rubrik."""

    of: str


@dataclass(eq=False)
class HurMissingError(NämndError):
    """It was closed without saying how. `of`: the rubrik."""

    of: str
