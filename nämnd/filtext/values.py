"""What is read out of a file."""

from dataclasses import dataclass
from enum import StrEnum


class TextState(StrEnum):
    """How far the reading of a file came."""

    READ = "läst"
    WITHOUT_TEXT = "utan text"  # a picture or a scan
    PART = "delvis läst"  # too much of it, or a part is damaged
    UNREADABLE = "oläslig"  # damaged, locked with a password, or too large
    UNKNOWN_KIND = "okänt slag"


class Warning(StrEnum):  # noqa: A001 - it is one
    """What the user is to be told of a file. It is kept, and nothing in it is run."""

    MACROS = "makron"
    PROGRAM = "program"  # an executable, a script or a shortcut
    ACTIVE_PDF = "aktivt innehåll"  # JavaScript, launch actions or embedded files in a PDF
    EXTERNAL = "hämtar utifrån"  # refers to something outside that would be fetched
    LOCKED = "lösenord"  # needs a password
    DISGUISED = "annat slag"  # the name says another kind than the content
    DAMAGED = "skadad"
    TOO_LARGE = "för stor"


@dataclass(frozen=True, slots=True)
class FileText:
    """The words of a file, page by page where it has pages (else all as one)."""

    state: TextState
    pages: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = ()

    @property
    def text(self) -> str:
        """Return all of it."""
        return "\n".join(self.pages)
