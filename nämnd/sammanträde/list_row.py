"""A line of the list of sammanträden. Alone here: the first page paints with nothing else."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class SammanträdeListRow:
    """A line of the list of sammanträden."""

    id: str
    dagar: tuple[date, ...]
    plats: str
    nummer_i_året: int | None
    slag: str
    inställt: str | None
    punkter: int
    kallelse: date | None  # when the first kallelse went out
    paragrafer: int = 0  # §§ that have been drawn
    avslutat: bool = False  # its last day has been ended
    justerat: bool = False  # every § of it
