"""What keeps an ärende, a handling or a skrivelse from being saved or changed."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class ÄrendeFault(Enum):
    """Why something can't be done."""

    RUBRIK_MISSING = auto()
    DNR_MISSING = auto()
    SERIE_MISSING = auto()  # the nämnd has no series of its own, and no dnr was written
    SERIE_MALFORMED = auto()  # the setting can't be read
    AHEAD = auto()  # a day that has not come
    LAGRUM_MISSING = auto()  # marked as secret without the provision
    BETECKNING_MISSING = auto()  # an external beteckning without the beteckning itself
    SKÄL_MISSING = auto()  # annulled without a reason
    CLOSED_BEFORE = auto()  # closed before it was opened
    ANNULLED = auto()  # it is annulled already
    ÄRENDE_ANNULLED = auto()  # what it belongs to is annulled
    NOTHING = auto()  # no handling was chosen
    REGISTERED = auto()  # the skrivelse is registered as it stands
    NOT_REGISTERED = auto()
    OTHER_ÄRENDE = auto()
    NAMN_MISSING = auto()  # a saved filter without a name


@dataclass(eq=False)
class ÄrendeError(NämndError):
    """Nothing was changed. `of`: the rubrik of the one of several that has the problems."""

    problems: tuple[ÄrendeFault, ...]
    of: str = ""


@dataclass(eq=False)
class DnrTakenError(NämndError):
    """Another ärende of the nämnd has this dnr. `rubrik`: that ärende's."""

    dnr: str
    rubrik: str


@dataclass(eq=False)
class ÄrendeUnknownError(NämndError):
    """No ärende of the nämnd has that dnr or id, or several do: then `known` has their dnr."""

    wanted: str
    known: tuple[str, ...] = ()
