"""Redovisningar as pages and documents read and write them."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Frågeslag: TypeAlias = Literal["rubrik", "text", "fråga", "tabell"]
Rader: TypeAlias = tuple[tuple[str, ...], ...]
ANSWERED = frozenset({"fråga", "tabell"})  # the kinds that somebody answers


@dataclass(frozen=True, slots=True)
class FrågaDraft:
    """One heading, text, question or table of the sender's structure."""

    id: str
    slag: Frågeslag
    text: str
    nivå: int = 1
    kolumner: tuple[str, ...] = ()

    @property
    def answered(self) -> bool:
        """Say whether it is something to answer: a question or a table."""
        return self.slag in ANSWERED


@dataclass(frozen=True, slots=True)
class Svar:
    """One huvudman's answer, asked for or given."""

    id: str
    huvudman_id: str | None
    vem: str  # «Region Skåne», or the nämnd's own staff
    ansvarig: str | None = None
    epost: str | None = None
    text: str = ""  # richtext
    rader: Rader = ()
    besvarad: date | None = None
    frågad: date | None = None
    påmint: tuple[tuple[date, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mottagare:
    """Somebody who is to answer. Without huvudman: somebody of the nämnd's own."""

    huvudman_id: str | None = None
    ansvarig: str | None = None
    epost: str | None = None


@dataclass(frozen=True, slots=True)
class Fråga:
    """A question with its answers, and what is put together from them."""

    draft: FrågaDraft
    svaras_av: tuple[Svar, ...] = ()
    svar: str = ""  # richtext
    rader: Rader = ()
    klar: bool = False
    förra: str = ""  # what was answered the last time, richtext
    förra_rader: Rader = ()


@dataclass(frozen=True, slots=True)
class RedovisningDraft:
    """What the user writes of one occasion to report."""

    rubrik: str
    överenskommelse_id: str | None = None
    ärende_id: str | None = None
    mottagare: str | None = None
    epost: str | None = None
    senast: date | None = None
    svar_senast: date | None = None
    inledning: str = ""


@dataclass(frozen=True, slots=True)
class RedovisningView:
    """A redovisning with its questions in the sender's order."""

    id: str
    nämnd_id: str
    draft: RedovisningDraft
    frågor: tuple[Fråga, ...] = ()
    godkänd: date | None = None
    godkänd_av: str | None = None
    sänd: date | None = None
    handling_id: str | None = None
    överenskommelse: str | None = None  # its rubrik
    ärende: str | None = None  # its dnr
    förra: str | None = None  # rubrik of the occasion before

    @property
    def to_answer(self) -> tuple[Fråga, ...]:
        """Return the questions and tables, without headings and texts."""
        return tuple(one for one in self.frågor if one.draft.answered)


@dataclass(frozen=True, slots=True)
class RedovisningRow:
    """A redovisning as a line of a list."""

    id: str
    rubrik: str
    överenskommelse: str | None
    mottagare: str | None
    senast: date | None
    frågor: int
    klara: int
    väntar_på: tuple[str, ...]  # who has not answered
    godkänd: date | None
    sänd: date | None
    överenskommelse_id: str | None = None
    svar_senast: date | None = None
