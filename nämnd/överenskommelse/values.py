"""Överenskommelser as pages and documents read and write them. Money is whole kronor."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias, get_args

Blankettslag: TypeAlias = Literal["rekvisition", "ekonomisk redovisning"]
BLANKETTSLAG: tuple[Blankettslag, ...] = get_args(Blankettslag)


@dataclass(frozen=True, slots=True)
class Rad:
    """What one recipient gets. `summa`: what the paper says, right or wrong."""

    id: str
    mottagare: str
    belopp: dict[str, int] = field(default_factory=dict[str, int])
    summa: int | None = None
    huvudman_id: str | None = None


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table of money, in the order of the paper."""

    id: str
    rubrik: str
    poster: tuple[str, ...]
    rader: tuple[Rad, ...]
    summor: dict[str, int] = field(default_factory=dict[str, int])  # as the paper says
    totalsumma: int | None = None
    sida: int | None = None


@dataclass(frozen=True, slots=True)
class Summafel:
    """A sum of the paper that is not right. `rad` None: of a column; `post` None: of a row."""

    rad: str | None  # the id of the row
    post: str | None
    skriven: int
    räknad: int
    tabell_id: str = ""
    avrundning: bool = False  # so little that rounding may be why


@dataclass(frozen=True, slots=True)
class Postandel:
    """What a huvudman gets of a post. `post` empty: the table says only what each gets in all."""

    tabell_id: str
    tabell: str  # its rubrik
    post: str
    belopp: int


@dataclass(frozen=True, slots=True)
class Andel:
    """What a huvudman gets, of each post and in all."""

    huvudman_id: str
    namn: str
    poster: tuple[Postandel, ...]
    summa: int


@dataclass(frozen=True, slots=True)
class ÖverenskommelseDraft:
    """What the user writes of an överenskommelse."""

    rubrik: str
    parter: tuple[str, ...] = ()
    dnr: str | None = None
    motpartens_dnr: tuple[str, ...] = ()
    utbetalning_dnr: str | None = None
    ärende_id: str | None = None
    handling_id: str | None = None
    från: date | None = None
    till: date | None = None
    totalt: int | None = None
    utbetalas_av: str | None = None
    anteckning: str = ""
    tabeller: tuple[Tabell, ...] = ()


@dataclass(frozen=True, slots=True)
class Kostnad:
    """One line of costs."""

    vad: str
    belopp: int


@dataclass(frozen=True, slots=True)
class BlankettDraft:
    """What is filled in. `uppgifter` by the names in FÄLT of `nämnd.överenskommelse.fields`."""

    slag: Blankettslag
    mottagare: str
    datum: date | None = None
    belopp: int | None = None
    uppgifter: dict[str, str] = field(default_factory=dict[str, str])
    kostnader: tuple[Kostnad, ...] = ()
    avvikelser: str | None = None


@dataclass(frozen=True, slots=True)
class BlankettRow:
    """A form of one recipient."""

    id: str
    överenskommelse_id: str
    draft: BlankettDraft
    handling_id: str | None = None
    sänd: date | None = None


@dataclass(frozen=True, slots=True)
class ÖverenskommelseView:
    """An överenskommelse with its tables, what is wrong in them, and its forms."""

    id: str
    nämnd_id: str
    draft: ÖverenskommelseDraft
    fel: tuple[Summafel, ...] = ()
    blanketter: tuple[BlankettRow, ...] = ()
    andelar: tuple[Andel, ...] = ()  # of the nämnd's huvudmän
    ärende_dnr: str | None = None


@dataclass(frozen=True, slots=True)
class ÖverenskommelseRow:
    """An överenskommelse as a line of a list."""

    id: str
    rubrik: str
    parter: tuple[str, ...]
    från: date | None
    till: date | None
    totalt: int | None
    vår_del: int | None  # of the nämnd's huvudmän together
    fel: int
    due: date | None  # of its first open bevakning
    vad: str  # the rubrik of that bevakning
