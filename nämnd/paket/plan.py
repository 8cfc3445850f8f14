"""What an utskick is made from and what came of it, as values that cross to another process."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from pathlib import Path

from nämnd.documents.content import Document


@dataclass(frozen=True, slots=True)
class PunktRef:
    """The punkt that a bilaga belongs to."""

    nummer: int
    rubrik: str


@dataclass(frozen=True, slots=True)
class Part:
    """A bilaga at its place. `path` is where the store keeps its file; None: no file yet."""

    beteckning: str
    rubrik: str
    punkt: PunktRef
    path: Path | None
    filnamn: str = ""  # as it came; for its kind and for showing, never for a path
    sha256: str = ""  # what the content must be
    i_utskicket: bool = True


@dataclass(frozen=True, slots=True)
class UtskickPlan:
    """An utskick: the dagordning, with links to «bilaga:3A», and its bilagor in order."""

    title: str
    organ: str
    day: str  # as the dagordning shows it, for the pages that stand in for a bilaga
    dagordning: Document
    parts: tuple[Part, ...]
    created: datetime
    cache: Path  # a folder that keeps what LibreOffice made, so that the next time is quick
    soffice: Path | None = None  # LibreOffice, from `find_soffice`
    patience: float = 120  # seconds for LibreOffice to start, and as many for each ten files


class Reason(Enum):
    """Why a bilaga is not among the pages of an utskick."""

    NO_FILE = auto()
    MISSING = auto()
    CHANGED = auto()
    UNREADABLE = auto()
    EMPTY = auto()
    DAMAGED = auto()
    PASSWORD = auto()
    TOO_LARGE = auto()
    NO_OFFICE = auto()
    OFFICE_FAILED = auto()
    OFFICE_SLOW = auto()
    UNKNOWN_KIND = auto()
    SIGNED = auto()  # it is in the file, whole, as an attachment


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A bilaga that is not among the pages, and why. `reasons.sentence_for` says it."""

    beteckning: str
    rubrik: str
    filnamn: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Repaired:
    """A bilaga that was damaged and is included as far as it could be read."""

    beteckning: str
    rubrik: str
    filnamn: str


class Status(Enum):
    """How a bilaga is in the utskick."""

    INCLUDED = auto()
    CONVERTED = auto()  # from Word, a picture or text
    REPAIRED = auto()  # it was damaged; something may be missing, so look at it
    ATTACHED = auto()  # signed: whole beside the pages
    REPLACED = auto()  # a page says why it is not here
    AT_THE_MEETING = auto()  # not meant to be in the utskick


@dataclass(frozen=True, slots=True)
class PartResult:
    """Where a bilaga is in the utskick."""

    beteckning: str
    status: Status
    first_page: int = 0  # counted from 1; 0: none
    pages: int = 0
    tagged: bool = False  # a screen reader can follow it


@dataclass(frozen=True, slots=True)
class UtskickResult:
    """What was made."""

    path: Path
    pages: int
    parts: tuple[PartResult, ...]
    left_out: tuple[LeftOut, ...]
    repaired: tuple[Repaired, ...]
    accessible: bool  # marked PDF/UA: every part is, by its own word


@dataclass(frozen=True, slots=True)
class Conversions:
    """What LibreOffice made of Office files: a PDF, or the reason why not, by SHA-256."""

    made: Mapping[str, Path | Reason] = field(default_factory=dict[str, Path | Reason])
