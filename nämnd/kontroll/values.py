"""What a control finds out of a file, an archive folder or the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.bilaga.names import shown_name
from nämnd.underskrift.values import FoundSignature


class Kind(Enum):
    """What was looked at. The values stand in the JSON of the command line."""

    PDF = "pdf"
    PAKET = "justering"
    SVAR = "svar"
    ARKIV = "arkiv"
    LOGG = "logg"
    OTHER = "annat"


class Grade(Enum):
    """How a finding weighs. The values stand in the JSON of the command line."""

    GOOD = "stämmer"
    NOTE = "upplysning"  # good to know, or what could not be known
    BAD = "fel"


class What(Enum):
    """What was found. Sentences: `nämnd.kontroll.sentences`; the names stand in the JSON."""

    # signatures in a PDF
    SIGNED = auto()  # intact, by a known certificate
    SIGNED_UNKNOWN = auto()  # intact, by a certificate that is not known in the database
    SIGNED_UNPROVED = auto()  # intact; without a database nobody can know the certificate
    SIGNED_BROKEN = auto()
    SIGNED_CHANGED_AFTER = auto()
    SIGNED_EXPIRED = auto()
    SIGNED_AHEAD = auto()  # at a time that has not been: a clock is wrong
    SIGNED_UNREADABLE = auto()
    UNSIGNED = auto()  # a place to sign that is empty
    UNSIGNED_YET = auto()  # the same in a package: that is what it is for
    NO_SIGNATURE = auto()
    # what the database knows of a file
    KEPT = auto()  # exactly what was made
    JUSTERAT = auto()  # exactly what is justerat
    REPLACED = auto()  # what is justerat is another, newer file
    PUBLIC_EXISTS = auto()  # there is a public version of it
    NOT_KEPT = auto()
    NO_DATABASE = auto()
    HEAD_KNOWN = auto()
    HEAD_UNKNOWN = auto()
    # a package
    PAKET_WHOLE = auto()
    PAKET_SENT = auto()
    PAKET_VOID = auto()
    PAKET_CHANGED = auto()  # it says that it is ours, and is not what was sent
    PAKET_FOREIGN = auto()
    PAKET_UNPROVED = auto()
    # an answer
    SVAR_SAYS = auto()
    SVAR_PROVED = auto()
    SVAR_SIGNED = auto()  # and the signature in it holds
    SVAR_TAKEN = auto()
    SVAR_VOID = auto()
    SVAR_NOT_TAKEN = auto()
    SVAR_FOREIGN = auto()
    SVAR_UNPROVED = auto()
    # an archive folder
    ARKIV_WHOLE = auto()
    ARKIV_RECORDED = auto()
    ARKIV_REWRITTEN = auto()
    ARKIV_FOREIGN = auto()
    ARKIV_UNPROVED = auto()
    FILE_MISSING = auto()
    FILE_CHANGED = auto()
    FILE_EXTRA = auto()
    FILE_LINK = auto()
    FILE_LISTS = auto()
    FILE_UNREADABLE = auto()
    # the log
    LOG_WHOLE = auto()
    LOG_HEADS = auto()
    LOG_NO_HEADS = auto()
    LOG_CHANGED = auto()
    LOG_REMOVED = auto()
    LOG_MOVED = auto()
    LOG_CUT = auto()
    LOG_REWRITTEN = auto()
    # anything
    REFUSED = auto()  # not opened; fact «skäl» says why
    NOT_OURS = auto()  # nothing that can be checked


_MOST = 600  # characters that are shown of what stands in a file
_GOOD = frozenset(
    {
        What.SIGNED, What.KEPT, What.JUSTERAT, What.HEAD_KNOWN, What.PAKET_WHOLE, What.PAKET_SENT,
        What.SVAR_PROVED, What.SVAR_SIGNED, What.SVAR_TAKEN, What.ARKIV_WHOLE,
        What.ARKIV_RECORDED, What.LOG_WHOLE, What.LOG_HEADS,
    }
)  # fmt: skip
_NOTES = frozenset(
    {
        What.SIGNED_UNPROVED, What.UNSIGNED_YET, What.NO_SIGNATURE, What.REPLACED,
        What.PUBLIC_EXISTS, What.NOT_KEPT, What.NO_DATABASE, What.PAKET_VOID, What.PAKET_FOREIGN,
        What.PAKET_UNPROVED, What.SVAR_SAYS, What.SVAR_VOID, What.SVAR_NOT_TAKEN, What.SVAR_FOREIGN,
        What.SVAR_UNPROVED, What.ARKIV_FOREIGN, What.ARKIV_UNPROVED, What.LOG_NO_HEADS,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """Something found out. `facts` are put into its sentence; `fil`: of which file in a folder."""

    what: What
    facts: Mapping[str, str]
    fil: str = ""

    @property
    def grade(self) -> Grade:
        """Return how it weighs."""
        if self.what in _GOOD:
            return Grade.GOOD
        return Grade.NOTE if self.what in _NOTES else Grade.BAD


def found(what: What, fil: str = "", **facts: str) -> Finding:
    """Return a finding. What comes out of a file is made fit to show."""
    shown = {name: shown_name(one)[:_MOST] if one else "" for name, one in facts.items()}
    return Finding(what, shown, fil)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a control. `database`: there was one to compare with."""

    kind: Kind
    name: str  # of the file or folder
    findings: tuple[Finding, ...]
    signatures: tuple[FoundSignature, ...] = ()
    database: bool = False

    @property
    def fits(self) -> bool:
        """Say whether nothing is wrong, as far as could be known."""
        return all(one.grade is not Grade.BAD for one in self.findings)
