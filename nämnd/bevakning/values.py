"""Bevakningar as pages and documents read and write them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias, get_args

Dagslag: TypeAlias = Literal["kalenderdagar", "arbetsdagar"]
Varje: TypeAlias = Literal["månad", "kvartal", "halvår", "år", "sammanträde"]
Avslut: TypeAlias = Literal["gjord", "inte längre aktuell", "ersatt"]
AVSLUT: tuple[Avslut, ...] = get_args(Avslut)


@dataclass(frozen=True, slots=True)
class PåDatum:
    """Due on a day."""

    datum: date


@dataclass(frozen=True, slots=True)
class VidSammanträde:
    """Due at the n-th ordinarie sammanträde of a year."""

    nummer: int
    år: int


@dataclass(frozen=True, slots=True)
class Relativt:
    """Due so many days after (below 0: before) a sammanträde or another bevakning."""

    till: str  # its id
    dagar: int
    slag: Dagslag = "kalenderdagar"


@dataclass(frozen=True, slots=True)
class Villkor:
    """Due when something has happened, in words."""

    text: str


Förfaller: TypeAlias = PåDatum | VidSammanträde | Relativt | Villkor


@dataclass(frozen=True, slots=True)
class Återkommer:
    """Comes back so often, until a day when one is said."""

    varje: Varje
    till: date | None = None


@dataclass(frozen=True, slots=True)
class Källa:
    """Where a bevakning comes from. All empty: from nowhere but the secretary."""

    paragraf_id: str | None = None
    beslutspunkt_id: str | None = None
    ärende_id: str | None = None
    handling_id: str | None = None
    delprojekt_id: str | None = None
    överenskommelse_id: str | None = None
    redovisning_id: str | None = None
    beslutsdatum: date | None = None  # of a beslut that is not in the file
    beslutsparagraf: int | None = None
    attsats: str | None = None


@dataclass(frozen=True, slots=True)
class BevakningDraft:
    """What the user writes of a bevakning."""

    rubrik: str
    förfaller: Förfaller
    källa: Källa = field(default_factory=Källa)
    återkommer: Återkommer | None = None
    påminnelser: tuple[int, ...] = (30, 7, 1)  # days before
    ansvarig: str | None = None
    ansvarig_epost: str | None = None
    mottagare: str | None = None
    förverkande: bool = False
    anteckning: str = ""
    citat: str = ""
    sida: int | None = None


class Läge(StrEnum):
    """Where a bevakning stands."""

    ÖPPEN = "öppen"
    PÅ_DAGORDNINGEN = "på dagordningen"
    ÅTERRAPPORTERAD = "återrapporterad"  # nobody has said whether it is finished
    AVSLUTAD = "avslutad"


class Hinder(StrEnum):
    """Why nobody can say which day it is due."""

    FÖR_FÅ_SAMMANTRÄDEN = "för få sammanträden"  # the year has fewer than n planned
    BORTA = "borta"  # what it is counted from is not there
    VILLKOR = "villkor"  # it waits for something to happen


@dataclass(frozen=True, slots=True)
class Flytt:
    """One time the day was moved. `datum`: when that was done; the others in words or ISO."""

    datum: date | None
    från: str
    till: str
    skäl: str


@dataclass(frozen=True, slots=True)
class Rapport:
    """One dagordning it is or was on."""

    id: str
    punkt_id: str
    sammanträde_id: str
    punkt: str  # «punkt 7», «§ 62»
    dag: date | None
    hållet: bool
    utfall: str | None  # klar, återkommer
    text: str = ""
    paragraf_id: str | None = None


@dataclass(frozen=True, slots=True)
class BevakningRow:
    """A bevakning with what is derived from the calendar today."""

    id: str
    nämnd_id: str
    draft: BevakningDraft
    due: date | None
    hinder: Hinder | None
    days_left: int | None  # below 0: it is late
    läge: Läge
    källa_text: str  # «§ 62 den 7 juni 2018, att-sats 2», «SRVN 2018/0031», «Delprojekt 8»
    regel: str = ""  # «fjärde sammanträdet 2019», «7 dagar före sammanträdet den 22 november 2019»
    sammanträde_id: str | None = None  # where it is due, when it is due at one
    rapporter: tuple[Rapport, ...] = ()
    historik: tuple[Flytt, ...] = ()
    påmint: tuple[tuple[date, str], ...] = ()
    avslutad: date | None = None
    avslut: Avslut | None = None
    avslutad_hur: str | None = None
    dolt: str | None = None  # what is said outside instead of its rubrik, which may not be told
    regel_utåt: str | None = None  # as `regel`, without the rubrik of another that may not be told

    @property
    def is_late(self) -> bool:
        """Say whether it should have been done already. What has been reported is not late."""
        passed = self.days_left is not None and self.days_left < 0
        return passed and self.läge not in (Läge.AVSLUTAD, Läge.ÅTERRAPPORTERAD)
