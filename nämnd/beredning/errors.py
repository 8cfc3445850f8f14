"""What keeps something from being put on a dagordning."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class BeredningFault(Enum):
    """Why it can't be done."""

    NOTHING = auto()  # nothing was chosen
    INSTÄLLT = auto()  # the sammanträde is cancelled
    ALREADY = auto()  # the ärende has a punkt on that dagordning that is not handled yet
    ON_ANOTHER = auto()  # it is to be reported on a dagordning already
    ANNULLED = auto()  # the ärende or the handling is annulled
    REPORTED = auto()  # the nämnd has been told of it
    IN_PROTOKOLL = auto()  # the beslut stands in a delegationsprotokoll
    DECIDED_AFTER = auto()  # the beslut was made after the sammanträde


@dataclass(eq=False)
class BeredningError(NämndError):
    """Nothing was changed. `of`: a rubrik or a dnr."""

    why: BeredningFault
    of: str = ""
