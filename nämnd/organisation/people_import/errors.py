"""Why a list of people can't be read at all."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class HeadingsMissingError(NämndError):
    """No row names the columns. `first`: what the first row says instead."""

    name: str
    first: str


@dataclass(eq=False)
class ColumnMissingError(NämndError):
    """The headings lack a column that is needed. `found`: those there are."""

    name: str
    missing: str
    found: tuple[str, ...]


@dataclass(eq=False)
class ColumnTwiceError(NämndError):
    """Two columns mean the same. `columns`: letter and heading of both."""

    name: str
    meaning: str
    columns: tuple[str, ...]


@dataclass(eq=False)
class NoPeopleError(NämndError):
    """There are headings and nothing below them."""

    name: str


@dataclass(eq=False)
class PeopleRefusedError(NämndError):
    """Rows have errors or questions, and nobody is there to answer. `lines`: one for each."""

    name: str
    lines: tuple[str, ...]
