"""Lines of a document put together to paragraphs, bullets and tables. Pure.

Text out of a PDF has hyphenated line ends, and blank lines that may stand between any two lines; a
pasted table has tabs. What is known of a line is how it begins, how it ends and how long it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

MOST_LINES, MOST_LETTERS = 50_000, 2_000  # of a document; of one line
_BULLETS = "•●▪◦○·‣∙\uf0b7"
_SUB_BULLETS = "\u2212–—-*o"
_BULLET = re.compile(rf"^([{_BULLETS}]|[{re.escape(_SUB_BULLETS)}](?=\s))\s*(?=\S)")
NUMBER = re.compile(r"^(?:(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?|([a-zåäö])\))\s+(?=[A-ZÅÄÖ])")
_JUNK = re.compile(
    r"^(?:mailto:\S+|https?://\S+|(?:sida\s+)?\d{1,3}(?:\s*\(\d{1,3}\))?)$", re.IGNORECASE
)
_FILLER = re.compile(r"^[xX_….\s-]{2,}$")
_HYPHENS = ("-", "\u00ad")
_ENDS = (".", "?", "!", "…")
_SHORT = 0.8  # of the width: the writer went on to a new line before the edge
_MOST_IN_BLOCK = 100  # lines: no question is longer
_NARROWEST = 50  # letters: a list of short questions has no edge
_WIDE_AT = 0.9  # so many of the lines are no wider than the width
_DOUBLE = 0.6  # so many of the lines have a blank one after: blanks say nothing
_ALONE = {"och", "eller", "samt", "respektive"}  # «vår- och hösttermin»: the hyphen stays


class Kind(Enum):
    """How a block begins."""

    PLAIN = auto()
    BULLET = auto()
    SUB = auto()
    CELLS = auto()  # a row of a table: cells apart by tabs
    FILLER = auto()  # «xxxx xxxx»: where the answers of a table go


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its number in the text, from 1."""

    number: int
    text: str
    after_blank: bool
    soft: bool  # it ends with two spaces: many PDF makers write so at the end of a paragraph
    apart: bool  # it is the first of a page, or set in from the edge


@dataclass(slots=True)
class Block:
    """Lines that are one paragraph, bullet or row."""

    kind: Kind
    lines: list[Line]
    widest: float = 0.0  # of its lines, as a share of the width

    @property
    def text(self) -> str:
        """Return its words on one line, without the bullet."""
        return _BULLET.sub("", joined([one.text for one in self.lines])).strip()

    @property
    def span(self) -> tuple[int, int]:
        """Return the numbers of its first and last line."""
        return self.lines[0].number, self.lines[-1].number


def read_lines(text: str) -> tuple[Line, ...]:
    """Return the lines with words, without addresses of links and page numbers of their own."""
    found: list[Line] = []
    blank = True
    for number, raw in enumerate(text.split("\n")[:MOST_LINES], start=1):
        line = raw.replace("\f", "").rstrip("\r")[:MOST_LETTERS]
        words = line.strip(" \u00a0")
        if not words.strip() or _JUNK.match(words):
            blank = blank or not words.strip()
            continue
        apart = raw.startswith(("\f", " "))
        found.append(Line(number, words, blank, line.endswith("  "), apart))
        blank = False
    return tuple(found)


def width_of(lines: Sequence[Line]) -> int:
    """Return how many letters a full line has."""
    lengths = sorted(len(one.text) for one in lines)
    return lengths[int(len(lengths) * _WIDE_AT)] if lengths else 0


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """Return the lines as paragraphs, bullets and rows, in order."""
    width = max(width_of(lines), _NARROWEST)
    tight = sum(one.after_blank for one in lines) < _DOUBLE * max(len(lines), 1)
    blocks: list[Block] = []
    for line in lines:
        kind = kind_of(line.text)
        if blocks and _goes_on(blocks[-1], line, kind, width, blanks_tell=tight):
            blocks[-1].lines.append(line)
        else:
            blocks.append(Block(kind, [line]))
        blocks[-1].widest = max(blocks[-1].widest, len(line.text) / width)
    return blocks


def kind_of(words: str) -> Kind:
    """Return how a line begins."""
    if "\t" in words.strip(" "):
        return Kind.CELLS
    if _FILLER.match(words) and len(words.split()) > 1:
        return Kind.FILLER
    if not (found := _BULLET.match(words)):
        return Kind.PLAIN
    return Kind.BULLET if found[1] in _BULLETS else Kind.SUB


def joined(texts: Sequence[str]) -> str:
    """Return lines as one, words that were hyphenated at the line's end put together."""
    found = ""
    for one in texts:
        first = one.split(" ", 1)[0].casefold()
        if not found:
            found = one
        elif _is_hyphenated(found) and one[:1].islower() and first not in _ALONE:
            found = found[:-1] + one
        elif _is_hyphenated(found) and one[:1].isupper() and found[-2:-1].isupper():
            found += one  # «IT-\nStöd» is still one word with its hyphen
        else:
            found = f"{found} {one}"
    return re.sub(r"\s+", " ", found)


def cells(words: str) -> tuple[str, ...]:
    """Return the cells of a row that was pasted out of a table."""
    return tuple(cell.strip() for cell in words.split("\t"))


def is_filler(words: str) -> bool:
    """Say whether a cell only shows where to write."""
    return not words or bool(_FILLER.match(words))


def ends_sentence(words: str) -> bool:
    """Say whether the words end as a sentence does."""
    return words.rstrip(' )»"”').endswith(_ENDS)


def _is_hyphenated(words: str) -> bool:
    """Say whether the last word goes on after the end of the line."""
    return words.endswith(_HYPHENS) and words[-2:-1].isalnum()


def _goes_on(block: Block, line: Line, kind: Kind, width: int, *, blanks_tell: bool) -> bool:
    """Say whether a line belongs to what stands above it."""
    if kind is not Kind.PLAIN or block.kind in (Kind.CELLS, Kind.FILLER):
        return False
    if len(block.lines) >= _MOST_IN_BLOCK:
        return False
    last = block.lines[-1]
    if NUMBER.match(line.text) and not _is_hyphenated(last.text):
        return False
    if line.text[:1].islower() or (_is_hyphenated(last.text) and not ends_sentence(last.text)):
        return True
    return not _is_over(block, line, width, blanks_tell=blanks_tell)


def _is_over(block: Block, line: Line, width: int, *, blanks_tell: bool) -> bool:
    last = block.lines[-1]
    if blanks_tell and line.after_blank:
        return True
    if len(last.text) < _SHORT * width:
        return True
    told = line.apart or (last.soft and block.kind is Kind.PLAIN)
    return told and ends_sentence(last.text)
