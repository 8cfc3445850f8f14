"""A review as values: what is reviewed, what was found in it, what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias, get_args

Val: TypeAlias = Literal["ja", "nej", "maskerad"]
VAL: tuple[Val, ...] = get_args(Val)
Vad: TypeAlias = Literal["punkt", "bilaga", "paragraf"]
VAD: tuple[Vad, ...] = get_args(Vad)


class Fynd(StrEnum):
    """A kind of thing that may have to be masked."""

    PERSONNUMMER = "personnummer"
    LIKNAR = "liknar ett personnummer"  # its control digit does not fit: a slip of the pen?
    EPOST = "e-postadress"
    TELEFON = "telefonnummer"
    NAMN = "namn"


@dataclass(frozen=True, slots=True)
class Found:
    """Something that was found in a text: as it stands there, how often, and around it."""

    kind: Fynd
    words: str
    times: int
    near: str


@dataclass(frozen=True, slots=True)
class Sekretess:
    """Where the law says that it is secret («25 kap. 1 § OSL»), and since when."""

    lagrum: str
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class Granskning:
    """What the review of one thing said. `sha256`: of what was reviewed; None: nobody has."""

    vad: Vad
    key: str
    punkt_id: str | None
    val: Val | None
    maskeringar: tuple[str, ...]
    sekretess: Sekretess | None
    sha256: str | None

    def stands(self, sha256: str) -> Val | None:
        """Return what was decided, when it still holds for a thing with this checksum.

        «Nej» always holds. A thing under sekretess is never published unmasked, whatever another
        program wrote. Source: RULES.md 13 (reviewed each time).
        """
        if self.val == "nej":
            return "nej"
        if self.sha256 != sha256 or (self.sekretess and self.val == "ja"):
            return None
        return self.val
