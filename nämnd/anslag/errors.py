"""What keeps something from being announced, or from being said to have won laga kraft."""

from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.errors import NämndError


class AnslagFault(Enum):
    """Why something can't be done to the notices of a justering or a delegationsprotokoll."""

    NOT_DEMANDED = auto()  # such a body announces nothing
    NOT_JUSTERAT = auto()
    NOT_SIGNED = auto()  # a delegationsprotokoll that nobody has signed
    UPPSATT_MISSING = auto()
    UPPSATT_BEFORE = auto()  # before the justering, which was on `day`
    NEDTAGET_BEFORE = auto()  # before it was put up
    AHEAD = auto()  # a day that has not come
    CONFIRMED = auto()  # laga kraft is confirmed: take that back first
    MISSING = auto()  # on the boards `boards`
    DOWN_TOO_EARLY = auto()  # from the boards `boards`
    TIME_NOT_OVER = auto()  # it is on `day`
    CONFIRMED_BEFORE = auto()  # the court was asked before the time was over, on `day`
    NOT_CONFIRMED = auto()


@dataclass(eq=False)
class AnslagError(NämndError):
    """Nothing was changed. `day`: ISO date; `boards`: their names."""

    why: AnslagFault
    day: str = ""
    boards: tuple[str, ...] = ()
