"""Every refusal raised on purpose.

Errors carry data and no wording: `nämnd.error_messages` writes the Swedish sentence, for the window
and the command line alike. Not frozen: contextlib assigns `__traceback__`, which a frozen dataclass
forbids.
"""

from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, auto
from pathlib import Path


class NämndError(Exception):
    """An expected refusal: shown to the user in a sentence, never as a traceback."""

    def __reduce__(self) -> tuple[type["NämndError"], tuple[object, ...]]:
        """Let it cross to another process with all its data."""
        data = fields(self) if is_dataclass(self) else ()
        return type(self), tuple(getattr(self, one.name) for one in data)


@dataclass(eq=False)
class GoneError(NämndError):
    """The row was removed after the screen showed it."""

    what: str
    key: str


class Draft(Enum):
    """A reason why something can't be saved as it is written."""

    NAMN_MISSING = auto()
    RUBRIK_MISSING = auto()
    DAG_MISSING = auto()
    TID_MALFORMED = auto()
    SKÄL_MISSING = auto()
    DAYS_NOT_ASCENDING = auto()
    DNR_MISSING = auto()
    PLATSER_NEGATIVE = auto()
    PERIOD_BACKWARDS = auto()
    MANDATPERIOD_BACKWARDS = auto()
    MANDATPERIODER_OVERLAP = auto()
    ERSÄTTER_SELF = auto()
    PARAGRAF_NOT_POSITIVE = auto()
    PARAGRAFER_MALFORMED = auto()


@dataclass(eq=False)
class InvalidDraftError(NämndError):
    """What was written breaks one or more rules."""

    problems: tuple[Draft, ...]


@dataclass(eq=False)
class TakenError(NämndError):
    """Something with that name or date is there already."""

    what: str
    value: str


@dataclass(eq=False)
class InUseError(NämndError):
    """It can't be removed while others refer to it."""

    what: str
    used_by: str


# The protokoll


@dataclass(eq=False)
class JusteratError(NämndError):
    """A § that is locked stands: it can't be changed, moved, renumbered or taken back.

    `läge`: godkänt (all who are to check it have approved), or justerat.
    """

    nummer: int
    läge: str = "justerat"


@dataclass(eq=False)
class ApprovalsVoidedError(NämndError):
    """A change would make approvals void: those who gave them have to answer again.

    `persons`: their names. `paragrafer`: the §§ that change («59–61, 63»). `replanned`: the §§ of
    the set are others, so that what was sent out takes no answers any more; then nobody need
    have approved.
    """

    persons: tuple[str, ...]
    paragrafer: str
    replanned: bool = False


@dataclass(eq=False)
class AlreadyHandledError(NämndError):
    """The punkt has its § already."""

    rubrik: str
    nummer: int


@dataclass(eq=False)
class NumberTakenError(NämndError):
    """§ numbers from `first` on can't be had: an earlier sammanträde has got to `last`."""

    first: int
    last: int
    day: str  # ISO date of the earlier sammanträde


# Files and folders


@dataclass(eq=False)
class FileMissingError(NämndError):
    """There is no file at the path."""

    path: Path


@dataclass(eq=False)
class NotAFileError(NämndError):
    """The path is a folder or something else that can't be read as a file."""

    path: Path


@dataclass(eq=False)
class FileUnreadableError(NämndError):
    """The operating system refuses to read the file."""

    path: Path
    reason: str


@dataclass(eq=False)
class FolderNotWritableError(NämndError):
    """Nothing can be written at the path."""

    path: Path
    reason: str


@dataclass(eq=False)
class DiskFullError(NämndError):
    """There was no room to write. Nothing was changed."""

    path: Path


@dataclass(eq=False)
class FileDamagedError(NämndError):
    """A kept file no longer has the content it had when it was kept."""

    name: str


# The database


@dataclass(eq=False)
class DatabaseBusyError(NämndError):
    """Another copy of the program has the database open."""

    path: Path


@dataclass(eq=False)
class DatabaseNewerError(NämndError):
    """A newer version of the program wrote the database. It was not touched."""

    path: Path
    found: str
    known: str


@dataclass(eq=False)
class DatabaseOlderError(NämndError):
    """The database must be brought up to date first, and was opened for reading only."""

    path: Path
    found: str
    known: str


@dataclass(eq=False)
class DatabaseReadOnlyError(NämndError):
    """The database was opened for reading only. Nothing was changed."""

    path: Path


@dataclass(eq=False)
class NotADatabaseError(NämndError):
    """The file is not a database of this program."""

    path: Path


@dataclass(eq=False)
class DatabaseDamagedError(NämndError):
    """The database fails its own check."""

    path: Path
    finding: str


@dataclass(eq=False)
class DatabaseUnreachableError(NämndError):
    """The database at the address can't be opened."""

    url: str
    reason: str


# Reading foreign files


class Unreadable(Enum):
    """Why a foreign file can't be read."""

    EMPTY = auto()
    BINARY = auto()
    TRUNCATED = auto()
    PASSWORD = auto()
    NOT_WORD = auto()
    NOT_PDF = auto()
    NO_TEXT = auto()
    TOO_LARGE = auto()
    UNKNOWN_KIND = auto()
    NOT_SHEET = auto()
    SHEET_TOO_LARGE = auto()
    CSV_QUOTES = auto()


@dataclass(eq=False)
class ForeignFileError(NämndError):
    """A file from elsewhere can't be read. `name` is the file's name, for the sentence."""

    name: str
    why: Unreadable


@dataclass(eq=False)
class NoDagordningError(NämndError):
    """The file holds no dagordning. Nothing was changed."""

    name: str


@dataclass(eq=False)
class WorkerDiedError(NämndError):
    """The helper process ended in the middle of its work."""

    what: str


# Finding things from the command line


@dataclass(eq=False)
class NämndUnknownError(NämndError):
    """No nämnd goes by that name."""

    wanted: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NämndAmbiguousError(NämndError):
    """There are several nämnder and none was chosen."""

    known: tuple[str, ...]


@dataclass(eq=False)
class SammanträdeUnknownError(NämndError):
    """No sammanträde has that date or id."""

    wanted: str
    known: tuple[str, ...]


@dataclass(eq=False)
class DayMalformedError(NämndError):
    """What was written is no date."""

    written: str


@dataclass(eq=False)
class OptionUnfitError(NämndError):
    """An option belongs to another document: `option` to `fits`, not to `dokument`."""

    option: str
    fits: str
    dokument: str


@dataclass(eq=False)
class FormatUnfitError(NämndError):
    """The document can't be had in that format."""

    dokument: str
    wanted: str
    possible: tuple[str, ...]
