"""Delprojekt as pages and documents read and write them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, get_args

Satsläge: TypeAlias = Literal["gjort", "pågår", "inte påbörjat"]
SATSLÄGEN: tuple[Satsläge, ...] = get_args(Satsläge)


@dataclass(frozen=True, slots=True)
class Sats:
    """One att-sats of a beslut about the delprojekt."""

    id: str
    text: str
    läge: Satsläge = "inte påbörjat"
    kommentar: str = ""


@dataclass(frozen=True, slots=True)
class Beslut:
    """One beslut, sats by sats. `text`: what stands before them (richtext, maybe a table)."""

    id: str
    datum: date
    satser: tuple[Sats, ...] = ()
    organ: str | None = None
    paragraf: int | None = None
    paragraf_id: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class ÅtgärdRow:
    """Something that is done. `rapport_id`: the report it was first in; None: in none yet."""

    id: str
    text: str
    kort: str | None = None
    nivå: int = 1
    läge: Satsläge = "gjort"
    rapport_id: str | None = None


@dataclass(frozen=True, slots=True)
class BehovRow:
    """A need that is defined."""

    id: str
    text: str
    rapport_id: str | None = None
    löst: date | None = None


@dataclass(frozen=True, slots=True)
class DelprojektDraft:
    """All that the user writes of a delprojekt, but its reports."""

    nummer: int
    rubrik: str
    program: str = ""
    ärende_id: str | None = None
    bakgrund: str = ""
    målsättning_ingress: str = ""
    målsättning: tuple[str, ...] = ()
    kontakt: str | None = None
    ansvarig: str | None = None
    mer_information: str = ""
    beslut: tuple[Beslut, ...] = ()
    åtgärder: tuple[ÅtgärdRow, ...] = ()
    behov: tuple[BehovRow, ...] = ()


@dataclass(frozen=True, slots=True)
class RapportDraft:
    """What the user writes of one report to the nämnd."""

    datum: date | None = None
    missiv_datum: date | None = None
    sammanträde_id: str | None = None
    punkt_id: str | None = None
    uppföljning_datum: date | None = None
    avsändare: str | None = None
    förslag: tuple[str, ...] = ()
    ingress: str = ""
    missiv_bakgrund: str = ""
    underskrifter: tuple[tuple[str, str], ...] = ()  # (name, title)


@dataclass(frozen=True, slots=True)
class RapportRow:
    """One report. `dag`: of the sammanträde it is for."""

    id: str
    ordning: int
    draft: RapportDraft
    dag: date | None = None
    missiv_handling_id: str | None = None
    rapport_handling_id: str | None = None

    @property
    def registrerad(self) -> bool:
        """Say whether it stands as it is."""
        return self.rapport_handling_id is not None


@dataclass(frozen=True, slots=True)
class DelprojektView:
    """A delprojekt with its reports, the oldest first. `dolt`: its ärende is hidden or secret."""

    id: str
    nämnd_id: str
    draft: DelprojektDraft
    dnr: str | None
    avslutat: date | None
    rapporter: tuple[RapportRow, ...] = ()
    dolt: bool = False


@dataclass(frozen=True, slots=True)
class DelprojektRow:
    """A delprojekt as a line of a list."""

    id: str
    program: str
    nummer: int
    rubrik: str
    beslutat: date | None  # the first beslut
    gjort: int  # satser
    satser: int
    rapporter: int
    senast: date | None  # the newest report
    due: date | None  # of its first open bevakning
    förfaller: str  # in words
    sen: bool
    ansvarig: str | None
    avslutat: date | None
