"""A protokoll as plain values: what pages show, rules reason about and documents are made from.

Persons are ids; `Protokoll.deltagare` says who they are. Dates may be known in part («2019-08»).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from nämnd.närvaro.values import (
    DeltagareRow,
    ForParagrafer,
    FrånvaroRow,
    JusteringRow,
    JävRow,
    NärvaroRow,
)
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft
from nämnd.sammanträde.dagordning import PunktRow, SammanträdeRow

Utfall = Literal[
    "enligt förslag",
    "enligt yrkande",
    "avslag",
    "bordläggning",
    "återremiss",
    "utgår",
    "information",
    "annat",
]
UTFALL: tuple[str, ...] = get_args(Utfall)
Yrkandeslag = Literal[
    "bifall",
    "avslag",
    "ändring",
    "tillägg",
    "återremiss",
    "bordläggning",
    "namnförslag",
    "annat",
]
YRKANDESLAG: tuple[str, ...] = get_args(Yrkandeslag)
Voteringsslag = Literal["omröstning", "kontraproposition", "huvudvotering", "val"]
VOTERINGSSLAG: tuple[str, ...] = get_args(Voteringsslag)
Röst = Literal["ja", "nej", "avstår"]
RÖSTER: tuple[str, ...] = get_args(Röst)
Avgörande = Literal["röster", "utslagsröst", "lottning"]
AVGÖRANDEN: tuple[str, ...] = get_args(Avgörande)
Anteckningsslag = Literal["protokollsanteckning", "särskilt yttrande", "ersättares mening"]
ANTECKNINGSSLAG: tuple[str, ...] = get_args(Anteckningsslag)


@dataclass(frozen=True, slots=True)
class BeslutspunktRow:
    """One att-sats that was decided, or several with the same outcome («2–12»)."""

    id: str
    nummer: str
    text: str
    utfall: str | None
    till: str | None = None
    riktas_till: tuple[str, ...] = ()  # huvudman ids, or names


@dataclass(frozen=True, slots=True)
class YrkandeRow:
    """What somebody moves."""

    id: str
    av: tuple[str, ...]
    av_partier: tuple[str, ...]
    slag: tuple[str, ...]
    hand: int
    punkt: str | None
    text: str
    återtaget: bool


@dataclass(frozen=True, slots=True)
class VoteringRow:
    """One round of voting. `röster`: person id → ja, nej, avstår; `antal` only in a closed val."""

    id: str
    omgång: int  # 1, 2 … in the §
    slag: str
    punkt: str | None
    sluten: bool
    ja_betyder: str
    nej_betyder: str
    röster: Mapping[str, str]
    antal: Mapping[str, int] | None
    utfall: str | None  # ja, nej
    avgjord_av: str | None


@dataclass(frozen=True, slots=True)
class ReservationRow:
    """A reservation."""

    id: str
    av: tuple[str, ...]
    av_partier: tuple[str, ...]
    till_förmån_för: str | None  # yrkande id
    text: str | None
    bilaga: str | None


@dataclass(frozen=True, slots=True)
class AnteckningRow:
    """A protokollsanteckning, a särskilt yttrande, or how an ersättare would have voted."""

    id: str
    slag: str
    av: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class TidigareRow:
    """An earlier treatment of the same matter."""

    vad: str  # beslut, bordlagt, återremitterat
    datum: str
    paragraf: int | None
    organ: str | None


@dataclass(frozen=True, slots=True)
class ExpedieringRow:
    """Who gets an utdrag."""

    till: str
    beteckning: str | None = None
    datum: str | None = None


@dataclass(frozen=True, slots=True)
class HuvudmannabeslutRow:
    """What a huvudman decided about a recommendation."""

    id: str
    huvudman_id: str
    datum: str | None
    paragraf: str | None
    svar: str | None


@dataclass(frozen=True, slots=True)
class ParagrafRow:
    """A § and all that stands in it."""

    id: str
    nummer: int
    punkt_id: str | None
    rubrik: str
    slag: str
    dnr: tuple[str, ...] = ()
    ingress: str = ""
    sammanfattning: str = ""  # nämnd.core.richtext
    beslutsunderlag: tuple[str, ...] = ()
    tidigare_behandling: tuple[TidigareRow, ...] = ()
    upphäver: str | None = None
    propositionsordning: str = ""  # nämnd.core.richtext
    beslutsgång: str = ""  # nämnd.core.richtext
    deltar_inte: tuple[str, ...] = ()
    anmälningar: tuple[str, ...] = ()
    omedelbart_justerad: bool = False
    expedieringar: tuple[ExpedieringRow, ...] = ()
    klar: bool = False
    tid: str | None = None
    dag: date | None = None  # on which day, when there are several
    beslutspunkter: tuple[BeslutspunktRow, ...] = ()
    yrkanden: tuple[YrkandeRow, ...] = ()
    voteringar: tuple[VoteringRow, ...] = ()
    jäv: tuple[JävRow, ...] = ()
    reservationer: tuple[ReservationRow, ...] = ()
    anteckningar: tuple[AnteckningRow, ...] = ()
    huvudmannabeslut: tuple[HuvudmannabeslutRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Protokoll:
    """A whole sammanträde: who was there and what was decided.

    `paragrafer` in the order in which they were handled. `punkter`: the whole dagordning, handled
    or not. `deltagare`: everybody mentioned anywhere, by person id.
    """

    nämnd: NämndDraft
    huvudmän: tuple[HuvudmanDraft, ...]
    sammanträde: SammanträdeRow
    punkter: tuple[PunktRow, ...]
    paragrafer: tuple[ParagrafRow, ...]
    deltagare: Mapping[str, DeltagareRow]
    närvaro: tuple[NärvaroRow, ...] = ()
    frånvaro: tuple[FrånvaroRow, ...] = ()
    ordförande: tuple[ForParagrafer, ...] = ()
    justerare: tuple[ForParagrafer, ...] = ()
    justeringar: tuple[JusteringRow, ...] = ()
    vakanta_platser: tuple[str, ...] = field(default=())  # as a list says it: «M», «Region Halland»

    def paragraf(self, paragraf_id: str | None) -> ParagrafRow | None:
        """Return a §, or None when it is not there."""
        return next((one for one in self.paragrafer if one.id == paragraf_id), None)

    def name(self, person_id: str) -> str:
        """Return «Anna Ek (M)»."""
        known = self.deltagare.get(person_id)
        return known.name_and_party if known else "okänd person"
