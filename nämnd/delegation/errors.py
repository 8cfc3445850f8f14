"""What keeps a delegationsbeslut or a delegationsprotokoll from being saved or changed."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class DelegationFault(Enum):
    """Why something can't be done."""

    RUBRIK_MISSING = auto()
    AV_MISSING = auto()
    AHEAD = auto()  # a day that has not come
    BRÅDSKANDE = auto()  # it must be reported, and can't stand in a delegationsprotokoll
    ANMÄLT = auto()  # it is reported already
    IN_PROTOKOLL = auto()  # it stands in a delegationsprotokoll already
    FIXED = auto()  # its delegationsprotokoll is signed
    NOTHING = auto()  # no beslut was chosen
    OTHER_NÄMND = auto()
    SIGNER_MISSING = auto()
    SIGNED_BEFORE = auto()  # before the last beslut in it
    PROTOKOLL_BEFORE = auto()  # dated before the last beslut in it
    ANMÄLT_BEFORE = auto()  # reported before it was decided
    ANMÄLS = auto()  # the nämnd wants it reported: it can't stand in a delegationsprotokoll
    ON_DAGORDNING = auto()  # it stands on a dagordning, to be reported
    ANSLAGET = auto()  # the delegationsprotokoll is on a board: take the notice away first


@dataclass(eq=False)
class DelegationError(NämndError):
    """Nothing was changed."""

    problems: tuple[DelegationFault, ...]


@dataclass(eq=False)
class DelegationsprotokollUnknownError(NämndError):
    """No delegationsprotokoll has that date or id, or several do. `known`: their dates."""

    wanted: str
    known: tuple[str, ...]
