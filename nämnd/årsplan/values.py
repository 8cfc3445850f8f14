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
