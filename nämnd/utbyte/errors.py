"""Refusals of the exchange format. Light: imported wherever errors get their sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.core.errors import NämndError

MOST = 50  # findings that are told; one slip in a script repeats itself thousands of times


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, in Swedish.

    `path`: «sammanträden[0].punkter[3].rubrik», or «» for the file as a whole.
    """

    path: str
    found: str
    expected: str


@dataclass(eq=False)
class UtbyteError(NämndError):
    """The file can't be read, or can't be imported as it is. Nothing was changed."""

    name: str  # the file's name
    findings: tuple[Finding, ...]  # at most MOST
    more: int = 0  # how many findings are left out


@dataclass(eq=False)
class UtbyteUnwritableError(NämndError):
    """What the database holds does not fit the format. No file was written."""

    findings: tuple[Finding, ...]  # at most MOST
    more: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the file disagrees with what is there.

    `there` None: only in the file. `in_file` None: only there. «–»: known to be empty.
    """

    path: str
    what: str  # the object by its name, for a reader
    there: str | None
    in_file: str | None


@dataclass(eq=False)
class UtbyteDiffersError(NämndError):
    """The file disagrees with what is there, and nobody has said that it may replace it."""

    differences: tuple[Difference, ...]


def utbyte_error(name: str, findings: Iterable[Finding]) -> UtbyteError:
    """Return the refusal of the file `name`."""
    told = tuple(findings)
    return UtbyteError(name, told[:MOST], max(0, len(told) - MOST))


def refuse(name: str, findings: Iterable[Finding]) -> None:
    """Refuse a file with findings.

    Raises:
        UtbyteError: there are some.
    """
    error = utbyte_error(name, findings)
    if error.findings:
        raise error
