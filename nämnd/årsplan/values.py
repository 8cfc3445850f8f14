"""The year as its pages and its document show it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Slag(StrEnum):
    """What happens on a day of the year."""

    SAMMANTRÄDE = "sammanträde"
    MÖTESFRIST = "mötesfrist"  # stoppdag, beredning: counted from a sammanträde
    KALLELSE = "kallelse"
    JUSTERING = "justering"
    BEVAKNING = "bevakning"
    ÅTERKOMMANDE = "återkommande"  # a bevakning that comes back
    SPÄRRDAG = "spärrdag"


@dataclass(frozen=True, slots=True)
class Årspost:
    """One thing of the year. `key`: the row it leads to."""

    slag: Slag
    dag: date
    text: str  # «Sammanträde 4», «Delredovisning God och nära vård»
    key: str | None = None
    till: date | None = None  # its last day, when it has several
    sammanträde_id: str | None = None
    sen: bool = False
    klar: bool = False
    förverkande: bool = False
    inställt: bool = False  # a sammanträde that is not held
    dolt: str | None = None  # the text outside the nämnd, where `text` may not be told


@dataclass(frozen=True, slots=True)
class Mötesfrist:
    """A day that is counted from each sammanträde: «Stoppdag», -21 kalenderdagar."""

    vad: str
    dagar: int
    slag: str = "kalenderdagar"


@dataclass(frozen=True, slots=True)
class SpärrdagRow:
    """A day that is taken."""

    id: str
    datum: date
    vad: str
    huvudman_id: str | None = None
    huvudman: str | None = None


@dataclass(frozen=True, slots=True)
class SpärrdagDraft:
    """A day that is to be kept free."""

    datum: date
    vad: str = "fullmäktige"
    huvudman_id: str | None = None


@dataclass(frozen=True, slots=True)
class PlannedMeeting:
    """A sammanträde as it is planned: its day, from when to when («09.00», «15.00»), and where."""

    dag: date
    från: str = ""
    till: str = ""
    plats: str = ""
