"""Ärenden, handlingar and skrivelser, as pages and documents read and write them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

Riktning: TypeAlias = Literal["inkommen", "utgående", "upprättad"]
Skrivelseslag: TypeAlias = Literal["missiv", "tjänsteskrivelse"]


@dataclass(frozen=True, slots=True)
class Sekretess:
    """A mark that something may be secret: the provision, and when it was set (OSL 5:5)."""

    lagrum: str
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class ExternBeteckning:
    """What somebody else calls the ärende: «Er beteckning»."""

    hos: str
    beteckning: str


@dataclass(frozen=True, slots=True)
class ÄrendeDraft:
    """What the user writes of an ärende. Its dnr is given apart."""

    rubrik: str
    öppnat: date | None = None
    handläggare: str | None = None
    parter: tuple[str, ...] = ()
    externa_beteckningar: tuple[ExternBeteckning, ...] = ()
    gallring: str | None = None
    väntar: str | None = None  # a note; empty: it just waits; None: it does not
    dölj_rubrik: bool = False
    sekretess: Sekretess | None = None


@dataclass(frozen=True, slots=True)
class ÄrendeView:
    """An ärende as its page shows it."""

    id: str
    nämnd_id: str
    dnr: str
    draft: ÄrendeDraft
    status: str  # öppet, avslutat
    avslutat: date | None
    makulerat: str | None  # the reason
    makulerat_datum: date | None


class DiariumRow(NamedTuple):
    """An ärende as a line of the diarium.

    No dataclass: there are thousands of them, and these are made four times as fast.
    """

    id: str
    dnr: str
    rubrik: str
    status: str
    öppnat: date | None
    handläggare: str | None
    handlingar: int
    senast: date | None  # the newest handling
    väntar: bool
    sekretess: bool
    makulerat: bool


class FiledRow(NamedTuple):
    """A handling that has a file, as a line to choose."""

    id: str
    dnr: str
    löpnr: int
    rubrik: str
    datum: date


@dataclass(frozen=True, slots=True)
class HandlingDraft:
    """What the register has of a handling (OSL 5:2), beside its number and its file."""

    datum: date
    rubrik: str
    riktning: Riktning = "inkommen"
    från_till: str | None = None
    slag: str | None = None
    anmäls: bool = False  # to be reported to the nämnd
    dölj_från_till: bool = False
    dölj_rubrik: bool = False
    sekretess: Sekretess | None = None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version of a handling's file. `varningar`: `nämnd.filtext.values.Warning` values."""

    nummer: int
    sha256: str
    filnamn: str
    storlek: int  # bytes
    sidor: int | None
    tillagd: str  # ISO time
    varningar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandlingRow:
    """A handling with all its versions, the one in use last."""

    id: str
    ärende_id: str
    löpnr: int
    draft: HandlingDraft
    versioner: tuple[VersionRow, ...]
    punkt_id: str | None  # where it is reported
    makulerad: str | None
    makulerad_datum: date | None

    @property
    def fil(self) -> VersionRow | None:
        """Return the version in use."""
        return self.versioner[-1] if self.versioner else None


@dataclass(frozen=True, slots=True)
class Underskrift:
    """Who signs a skrivelse."""

    namn: str
    titel: str = ""


@dataclass(frozen=True, slots=True)
class SkrivelseDraft:
    """A missiv or tjänsteskrivelse."""

    rubrik: str
    slag: Skrivelseslag = "tjänsteskrivelse"
    datum: date | None = None
    till: tuple[str, ...] = ()
    förslag: tuple[str, ...] = ()  # att-satser
    bakgrund: str = ""  # nämnd.core.richtext
    underskrifter: tuple[Underskrift, ...] = ()


@dataclass(frozen=True, slots=True)
class SkrivelseRow:
    """A skrivelse. `registrerad`: it stands as the handling's newest version, and is locked.

    With a `handling_id` but not `registrerad` a new version is being written.
    """

    id: str
    ärende_id: str
    draft: SkrivelseDraft
    handling_id: str | None = None
    registrerad: bool = False


@dataclass(frozen=True, slots=True)
class UrvalRow:
    """A saved filter of a list."""

    id: str
    namn: str
    villkor: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Slip:
    """An external beteckning that looks like a slip of another; `hos` empty: it is the own dnr."""

    ärende_id: str
    dnr: str
    hos: str
    skriven: str
    trolig: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A handling that has a certain content."""

    handling_id: str
    ärende_id: str
    beteckning: str  # «SRVN 2019/0088-3»
    rubrik: str
