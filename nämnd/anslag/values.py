"""What is announced, as pages and documents read it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Literal, TypeAlias, get_args

from nämnd.core.paragrafer import Paragrafer

Överklagande: TypeAlias = Literal["laglighetsprövning", "förvaltningsbesvär", "inte"]
"""How a beslut is appealed (RULES.md 8): KL 13 kap.; FL 40 §; not at all."""
ÖVERKLAGANDEN: tuple[Överklagande, ...] = get_args(Överklagande)


class AnslagLäge(Enum):
    """Where the announcing of a justering stands."""

    NOT_DEMANDED = auto()  # a body by agreement, an utskott: no board, no laga kraft
    NOT_JUSTERAT = auto()
    MISSING = auto()  # it is not up on every board: the time «löper inte»
    RUNS = auto()
    DOWN_TOO_EARLY = auto()  # taken down before the time was over, which then never is
    TIME_OVER = auto()  # ask the court whether somebody has appealed
    LAGA_KRAFT = auto()  # the secretary has asked, and confirmed it


@dataclass(frozen=True, slots=True)
class AnslagRow:
    """A notice on one board; without `id` nobody has put it up."""

    id: str | None
    huvudman_id: str | None  # None: the nämnd's own board
    huvudman: str | None  # its name
    tavla: str | None  # a name or an address, when it is not just the huvudman's
    demanded: bool  # the legal form asks for it
    uppsatt: date | None = None
    nedtaget: date | None = None
    förvaring: str | None = None
    underskrift: str | None = None
    överklagas_senast: date | None = None  # as another program counted it
    laga_kraft: date | None = None  # when it was confirmed

    @property
    def up(self) -> bool:
        """Say whether it is up now."""
        return self.uppsatt is not None and self.nedtaget is None


@dataclass(frozen=True, slots=True)
class ParagrafÖverklagande:
    """How the beslut of a § is appealed; `chosen`: somebody has said so, it is not the usual."""

    paragraf_id: str
    nummer: int
    rubrik: str
    slag: Överklagande
    chosen: bool


@dataclass(frozen=True, slots=True)
class AnslagDraft:
    """What the user writes of a notice."""

    uppsatt: date | None = None
    nedtaget: date | None = None
    förvaring: str | None = None
    underskrift: str | None = None
    tavla: str | None = None


class Vad(Enum):
    """What is to be done in time."""

    JUSTERAS = auto()  # §§ that nobody has checked yet: KL 5:69
    ANSLÅS = auto()  # on the boards `words`: KL 8:12
    SÄTTS_UPP_IGEN = auto()  # it was taken down too early from the boards `words`: KL 13:5
    FRÅGA_RÄTTEN = auto()  # the time is over
    TAS_NED = auto()  # from the boards `words`, at the earliest
    ANMÄLS = auto()  # a brådskande beslut (`words`: its rubrik), at the next sammanträde: KL 6:40
    UNDERTECKNAS = auto()  # a delegationsprotokoll


@dataclass(frozen=True, slots=True)
class Lagfrist:
    """A day to watch. `day` None: nobody can say yet."""

    vad: Vad
    day: date | None
    days_left: int | None  # below 0: it has gone by
    sammanträde_id: str | None = None
    dagar: tuple[date, ...] = ()  # of that sammanträde
    justering_id: str | None = None
    paragrafer: Paragrafer | None = None
    delegationsprotokoll_id: str | None = None
    delegationsbeslut_id: str | None = None
    datum: date | None = None  # of what is delegated
    words: tuple[str, ...] = ()
