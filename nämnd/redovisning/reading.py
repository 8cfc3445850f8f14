"""A sender's structure of questions, read out of a document or of pasted text. Pure.

What is read is a proposal: everything can be corrected. Nothing is left out but addresses of links,
page numbers and the empty rows of tables.

Source: the annexes of two reports of Socialstyrelsen («Redovisningsstruktur»), read by hand in
tests/nämnd/redovisning/svar.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from nämnd.core.ids import new_id
from nämnd.filtext.values import FileText
from nämnd.redovisning.lines import (
    NUMBER,
    Block,
    Kind,
    Line,
    blocks_of,
    cells,
    ends_sentence,
    is_filler,
    joined,
    read_lines,
)
from nämnd.redovisning.rules import MOST_COLUMNS, MOST_ROWS, level
from nämnd.redovisning.values import FrågaDraft, Frågeslag

_ASKS = (
    "ange", "analysera", "bedöm", "berätta", "beskriv", "bifoga", "exemplifiera", "fyll i",
    "förklara", "ge", "inkludera", "jämför", "kommentera", "lista", "lämna", "motivera", "nämn",
    "precisera", "redogör", "redovisa", "reflektera", "sammanfatta", "specificera", "svara",
    "uppge", "uppskatta", "utveckla", "värdera",
)  # fmt: skip
"""What a sender asks for; at the beginning of a sentence, or after a comma."""
_VERB = "|".join(_ASKS)
_BEGINS = re.compile(rf"^(?:{_VERB})\b", re.IGNORECASE)
_ASKED = re.compile(
    rf"(?:^|[.:?!]\s+|,\s)(?:{_VERB})\b|\bvänligen\b|\bska\b[^.]{{0,80}}\b"
    r"(?:beskrivas|redovisas|anges|redogöras|kommenteras)\b",
    re.IGNORECASE,
)
_PAGES = re.compile(r"\((?:[\d½/–—-]|\s)+sid(?:a|or)\)\s*$", re.IGNORECASE)
_ANNEX = re.compile(r"^bilaga\s+\d+\b", re.IGNORECASE)
_HEADING_WIDTH = 0.9  # of the width: a heading is set larger and breaks earlier
_QUESTION_WIDTH = 0.7
_HEADING_LINES = 3
_CELL_WIDTH = 0.5


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row of a structure, with the lines its words stand on (from 1, both included)."""

    draft: FrågaDraft
    lines: tuple[int, int]


def read_structure(text: str | FileText, from_heading: str | None = None) -> tuple[FrågaDraft, ...]:
    """Return the headings, texts, questions and tables of a structure, in order.

    Args:
        text: pasted, or what was read out of a file.
        from_heading: the structure begins after the heading that begins so («Bilaga 2»), and ends
            at the next annex; None: all of the text is it.
    """
    whole = text if isinstance(text, str) else "\n\f".join(text.pages)
    return tuple(one.draft for one in read_rows(whole, from_heading))


def read_rows(text: str, from_heading: str | None = None) -> tuple[ReadRow, ...]:
    """Return what `read_structure` does, with the lines of each row."""
    lines = read_lines(text)
    blocks = blocks_of(_annex(lines, from_heading) if from_heading else lines)
    if not from_heading and blocks and _ANNEX.match(blocks[0].text):
        blocks = blocks[1:]
    rows = tuple(islice(_rows(blocks), MOST_ROWS))
    return tuple(_told_once(rows))


def annexes(text: str) -> tuple[str, ...]:
    """Return the headings of annexes in a document, each once: where a structure may begin."""
    found = (
        one.text
        for one in blocks_of(read_lines(text))
        if _ANNEX.match(one.text) and _may_be_heading(one) and "...." not in one.text
    )
    return tuple(dict.fromkeys(found))


def _annex(lines: Sequence[Line], heading: str) -> Sequence[Line]:
    """Return the lines between a heading and the next annex.

    Lines, not blocks: how they are set may differ from the rest of the document.
    """
    wanted = heading.casefold().strip()
    blocks = blocks_of(lines)
    starts = [at for at, one in enumerate(blocks) if one.text.casefold().startswith(wanted)]
    if not starts:
        return ()
    rest = blocks[starts[-1] + 1 :]  # the first is that of the list of contents
    ends = (one.span[0] for one in rest if _ANNEX.match(one.text) and _may_be_heading(one))
    end = next(ends, None)
    first = blocks[starts[-1]].span[1]
    return [one for one in lines if first < one.number and (end is None or one.number < end)]


def _rows(blocks: Sequence[Block]) -> Iterator[ReadRow]:
    """Yield the rows; headings before any question make the texts above them an introduction."""
    headed = False
    asked_above = False  # the paragraph above asks, so that its bullets lie under it
    at = 0
    while at < len(blocks):
        if (table := _table_at(blocks, at)) is not None:
            row, at = table
            yield row
            continue
        block, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
        slag = _slag(block, after, headed=headed)
        headed = headed or slag == "rubrik"
        nivå = _level(block, slag, asked_above=asked_above)
        if block.kind is Kind.PLAIN:
            asked_above = slag == "fråga"
        yield ReadRow(FrågaDraft(new_id(), slag, block.text, nivå), block.span)
        at += 1


def _slag(block: Block, after: Block | None, *, headed: bool) -> Frågeslag:
    words = block.text
    if block.kind in (Kind.BULLET, Kind.SUB):
        stem = after is not None and after.kind is Kind.SUB and block.kind is Kind.BULLET
        return "text" if stem and not ends_sentence(words) else "fråga"
    if _is_lettered(words):
        return "fråga"
    if _is_heading(block, after):
        return "rubrik"
    return "fråga" if _asks(NUMBER.sub("", words), headed=headed) else "text"


def _asks(words: str, *, headed: bool) -> bool:
    """Say whether a paragraph asks for something. In an introduction only one that begins so."""
    if words.rstrip(" )").endswith("?") or _BEGINS.match(words):
        return True
    return headed and ("?" in words or bool(_ASKED.search(words)))


def _is_heading(block: Block, after: Block | None) -> bool:
    if after is None or not _may_be_heading(block):
        return False
    words = NUMBER.sub("", block.text)
    if _PAGES.search(words):
        return True
    if _BEGINS.match(words) or ends_sentence(words):
        return words.endswith("?") and block.widest < _QUESTION_WIDTH and _leads(block, after)
    return True


def _leads(block: Block, after: Block) -> bool:
    """Say whether a short question stands over others: it is set over lines that are no question.

    One that is followed by a question of its own length is a question among others.
    """
    if after.kind in (Kind.BULLET, Kind.SUB):
        return True
    return after.widest > block.widest and not after.text.endswith("?")


def _may_be_heading(block: Block) -> bool:
    words = block.text
    return (
        block.kind is Kind.PLAIN
        and len(block.lines) <= _HEADING_LINES
        and block.widest <= _HEADING_WIDTH
        and not words.endswith((":", ",", ";", "–"))
        and not words[:1].islower()
    )


def _level(block: Block, slag: Frågeslag, *, asked_above: bool) -> int:
    if slag == "rubrik":
        number = NUMBER.match(block.text)
        return level(1 + number[1].count(".")) if number and number[1] else 1
    if block.kind is Kind.SUB or _is_lettered(block.text):
        return 2
    return 2 if block.kind is Kind.BULLET and asked_above else 1


def _is_lettered(words: str) -> bool:
    """Say whether it is one of «a) …», «b) …» under a question."""
    number = NUMBER.match(words)
    return number is not None and number[2] is not None


def _table_at(blocks: Sequence[Block], at: int) -> tuple[ReadRow, int] | None:
    """Return the table that begins at a block, and where what follows it begins."""
    return _drawn_table(blocks, at) or _pasted_table(blocks, at)


def _drawn_table(blocks: Sequence[Block], at: int) -> tuple[ReadRow, int] | None:
    """Read a table out of a PDF: a line of words, a name a column, and a row of fillers."""
    end = at
    while end < len(blocks) and blocks[end].kind is Kind.PLAIN and end - at <= MOST_COLUMNS:
        end += 1
    if end >= len(blocks) or blocks[end].kind is not Kind.FILLER:
        return None
    columns = len(blocks[end].text.split())
    first = end - columns
    if first < at or any(one.widest > _CELL_WIDTH for one in blocks[first:end]):
        return None
    if first > at + 1 or (first == at + 1 and _is_heading(blocks[at], blocks[first])):
        return None  # a heading or a text stands above, and is read by itself
    names = tuple(one.text for one in blocks[first:end])
    words = blocks[at].text if first > at else ", ".join(names)
    last = end
    while last + 1 < len(blocks) and blocks[last + 1].kind is Kind.FILLER:
        last += 1
    draft = FrågaDraft(new_id(), "tabell", words, 1, names)
    return ReadRow(draft, blocks[at].span), last + 1


def _pasted_table(blocks: Sequence[Block], at: int) -> tuple[ReadRow, int] | None:
    """Read a table whose cells stand apart by tabs. What its rows say already is kept as words."""
    first = at + (blocks[at].kind is Kind.PLAIN and not _heads(blocks, at))
    end = first
    while end < len(blocks) and blocks[end].kind is Kind.CELLS:
        end += 1
    if end == first:
        return None
    names = tuple(filter(None, cells(blocks[first].lines[0].text)))[:MOST_COLUMNS]
    words = blocks[at].text if first > at else ", ".join(names)
    said = [
        ", ".join(cell for cell in cells(one.lines[0].text) if not is_filler(cell))
        for one in blocks[first + 1 : end]
    ]
    if kept := "; ".join(filter(None, said)):
        words = f"{words} (rader: {kept})"
    draft = FrågaDraft(new_id(), "tabell", joined([words]), 1, names)
    return ReadRow(draft, blocks[at].span), end


def _heads(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a block is a heading of the table below, which is read by itself."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return _is_heading(blocks[at], after)


def _told_once(rows: Sequence[ReadRow]) -> Iterator[ReadRow]:
    """Yield rows; a question that a table below asks word for word is only told."""
    tables = [one.draft.text.casefold() for one in rows if one.draft.slag == "tabell"]
    titles = {one.draft.text.casefold() for one in rows if one.draft.slag == "rubrik"}
    for one in rows:
        words = one.draft.text.casefold()
        told = words in titles or any(other.startswith(words) for other in tables)
        if one.draft.slag == "fråga" and told:
            yield replace(one, draft=replace(one.draft, slag="text"))
        else:
            yield one
