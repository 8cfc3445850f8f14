"""What is found."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """A kind of thing that can be found."""

    ÄRENDE = "ärende"
    HANDLING = "handling"
    SKRIVELSE = "skrivelse"
    SAMMANTRÄDE = "sammanträde"
    PUNKT = "punkt"
    BILAGA = "bilaga"
    PARAGRAF = "paragraf"
    DELEGATIONSBESLUT = "delegationsbeslut"
    PERSON = "person"
    BEVAKNING = "bevakning"
    DELPROJEKT = "delprojekt"
    ÖVERENSKOMMELSE = "överenskommelse"
    REDOVISNING = "redovisning"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a snippet; `hit`: it is one of the words that were looked for."""

    text: str
    hit: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. `sida`: the page of the file with the words, from 1."""

    kind: Kind
    key: str  # the row's id
    title: str  # «SRVN 2019/0088 Nationell högspecialiserad vård»
    place: str  # «Södra regionvårdsnämnden, 22 november 2019»
    snippet: tuple[Piece, ...]
    rank: int  # from 1
    nämnd_id: str | None = None
    ärende_id: str | None = None
    sammanträde_id: str | None = None
    sida: int | None = None
    sekretess: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search. `more`: there are others beyond these."""

    hits: tuple[Hit, ...]
    more: bool = False
    behind: int = 0  # changes that the index has not taken in yet
