"""A document as plain values: what it says, before any file format. Cheap to build and test.

`pdf.py` and `word.py` only draw these; so PDF, Word and preview can't disagree.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from nämnd.core.richtext import Paragraph, Run, Runs, TextTable


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. Level 1 is the document's title; levels never skip. It becomes a bookmark."""

    text: str
    level: int
    number: str = ""  # «7» before the text; Word and PDF show «7. Rubrik»
    anchor: str = ""  # a name that links and bookmarks of the packet can point at


@dataclass(frozen=True, slots=True)
class Subheading:
    """A small heading inside a punkt («Sammanfattning»): a heading of `level`, no bookmark."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list. `label` is drawn as it is («1.», «7A.», «•»).

    `level` 2 stands under the entry of level 1 before it, as an entry of a list of its own.
    """

    label: str
    runs: Runs
    level: int = 1


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list. `ordered`: the labels are 1., 2., 3. and Word may number by itself."""

    items: tuple[Item, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table that the program makes; text that a user wrote has `TextTable`.

    The first row is the head and is repeated on every page; the first cell of a row names it.
    `tight`: little air between the rows, for long lists of people. `tall`: room to write by hand
    in the rows. `shares`: how the columns share the width; empty: by what stands in them.
    `right`: the columns whose words stand to the right, as amounts do.
    """

    rows: tuple[tuple[Runs, ...], ...]
    tight: bool = False
    tall: bool = False
    shares: tuple[int, ...] = ()
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents: it leads to the heading with `anchor`."""

    number: str
    text: str
    note: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """A list of contents with the page of each entry. `head` names its four columns."""

    head: tuple[str, str, str, str]
    entries: tuple[Entry, ...]

    @property
    def noted(self) -> bool:
        """Say whether any entry has a note: else that column is left out."""
        return any(one.note for one in self.entries)


@dataclass(frozen=True, slots=True)
class Facts:
    """Label and value, line by line: «Tid», «Plats»."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Script:
    """What somebody says and does in turn: a cue («Fråga») and the words, which stand out."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines to write on by hand."""

    lines: int


@dataclass(frozen=True, slots=True)
class Note:
    """A line set apart in small type, for what the reader should not miss."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line between parts. Decoration only."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A line to sign on, with name and role; `intro` stands above («Enligt uppdrag»).

    `field`: the name of the PDF's signature field there, for those who sign electronically. The
    Word file has just the line.
    """

    name: str
    role: str
    intro: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signature lines side by side."""

    lines: tuple[Signature, ...]


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stand on one page, as long as there is room for all of them on one."""

    blocks: tuple["Block", ...]


Block: TypeAlias = (
    Heading
    | Subheading
    | Paragraph
    | ItemList
    | TextTable
    | Table
    | Contents
    | Facts
    | Script
    | Room
    | Note
    | Together
    | Rule
    | PageBreak
    | Signatures
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What stands at the top: the body that sends, and what kind of paper this is."""

    organ: str
    kind: str  # «Kallelse», «Dagordning»: repeated at the top of every page
    day: str  # ISO date, repeated at the top of every page
    address: tuple[str, ...] = ()
    logo: bytes | None = None  # PNG or JPEG


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    title: str
    head: Letterhead
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())
    signs: tuple[str, ...] = ()  # places to sign at the foot of every page, by what they are for
    large: bool = False  # to be read at arm's length; tables keep their size


def as_text(document: Document) -> str:
    """Return the document as plain lines: for golden files, search and screen readers."""
    head = [document.head.organ, f"{document.head.kind} {document.head.day}"]
    return "\n".join([*head, *(_lines(block) for block in document.blocks)]) + "\n"


def plain(runs: Runs) -> str:
    """Return the words of `runs` without style."""
    return "".join(run.text for run in runs)


def text(words: str) -> Runs:
    """Return `words` as runs without style."""
    return (Run(words),) if words else ()


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks in order, those that stand together one by one."""
    for block in blocks:
        if isinstance(block, Together):
            yield from every_block(block.blocks)
        else:
            yield block


def _item_line(item: Item) -> str:
    return f"{'  ' * (item.level - 1)}{item.label} {plain(item.runs)}"


def _lines(block: Block) -> str:  # noqa: C901 one case per kind
    match block:
        case Heading(words, level, number):
            return f"\n{'#' * level} {number + '. ' if number else ''}{words}"
        case Subheading(words, level):
            return f"{'#' * level} {words}"
        case Paragraph(runs) | Note(runs):
            return plain(runs)
        case ItemList(items):
            return "\n".join(map(_item_line, items))
        case TextTable(rows) | Table(rows):
            return "\n".join(" | ".join(plain(cell) for cell in row) for row in rows)
        case Contents(_, entries):
            return "\n".join(f"{one.number} {one.text} {one.note}".rstrip() for one in entries)
        case Facts(rows) | Script(rows):
            return "\n".join(f"{label}: {value}" for label, value in rows)
        case Room(lines):
            return "\n".join("_" * 8 for _ in range(lines))
        case Together(blocks):
            return "\n".join(map(_lines, blocks))
        case Rule():
            return "---"
        case PageBreak():
            return "\f"
        case Signatures(lines):
            return "\n".join(f"[{line.intro}] {line.name}, {line.role}" for line in lines)
