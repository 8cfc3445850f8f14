"""The values of running text. Import them from `nämnd.core.richtext`."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `href` makes it a link."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class TextList:
    """A flat list, numbered or with bullets."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class TextTable:
    """A simple table; the first row is its header. Every row has as many cells."""

    rows: tuple[tuple[Runs, ...], ...]


TextBlock: TypeAlias = Paragraph | TextList | TextTable
RichText: TypeAlias = tuple[TextBlock, ...]
