"""Sentences of a document, each with the lines and the page it stands on.

The text of a PDF breaks words at line ends, sentences over pages, and may have an empty line
after every line. Here it becomes paragraphs again, as well as it can.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämnd.core.richtext_normal import clean_text

LONGEST = 1_500
"""Characters of a sentence. What is longer is a table or damaged text, and is cut up."""
_NEAR = 6  # lines on each side that say how a text is set
_PAGE_LABEL = 16  # characters of «Sida 100 av 100» at most
_HEADING = 90  # characters of a heading at most
_NOISE = re.compile(r"(?:sida|sid\.?)?\s*\d{1,3}(?:\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3}|/\s*\d+))?")
_LINK = re.compile(r"(?:https?://|www\.|mailto:)\S+")
_BULLET = re.compile(r"(?:[•●▪◦‣\uf0b7\uf0a7*]|[-–\u2212—]\s|\(?[a-zåäö0-9]{1,2}\)\s)\s*")
_NUMBERED = re.compile(r"(?:§\s*)?\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÅÄÖ]")
_ENDED = re.compile(r"[.:;!?][»”\"')\]]*\d{0,2}$")
_OPEN_END = re.compile(
    r"(?:^|\s)(?:senast|den|före|innan|till|och|samt|av|i|år|under|för|\d{1,2})$"
)
_END = re.compile(r"[.!?](?:\d{1,2})?[»”\"')\]]*\s+(?=[A-ZÅÄÖ«”\"(\d])")
_NUMBER_FIRST = re.compile(
    r"(?:(?:bilaga|avsnitt|kapitel|punkt|tabell|figur|steg|del|§)\s+)?[\d.]*(?:\d|[A-Z])\.",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«])(?:t\.?\s?ex|bl\.?\s?a|m\.?\s?m|m\.?\s?fl|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m"
    r"|s\.?\s?k|dvs|d\.?\s?v\.?\s?s|o\.?\s?s\.?\s?v|osv|kl|nr|dnr|diarienr|ca|resp|jfr|st|tel|tfn"
    r"|sid|kap|mom|inkl|exkl|prof|dr|jan|febr?|mar|apr|aug|sept?|okt|nov|dec|[a-zåäöA-ZÅÄÖ])\.$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and what stands round it."""

    text: str
    line: int  # of the whole text, from 1: its first and its last
    last_line: int
    page: int
    lead: str = ""  # «Regionerna ska:» over a list that it belongs to
    heading: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    number: int
    page: int
    gap: int  # empty lines before it


class _Block:
    """A paragraph as it grows, line by line."""

    def __init__(self, line: _Line) -> None:
        self.bullet = _BULLET.match(line.text) is not None
        self.page = line.page
        self.starts, self.lines = [0], [line.number]
        self._parts, self._length = [line.text], len(line.text)

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, line: _Line) -> None:
        """Add a line; a word that is broken at its end becomes whole."""
        last = self._parts[-1]
        if last.endswith("-") and line.text[0].islower():
            self._parts[-1] = last[:-1]
            self._length -= 1
        else:
            self._parts.append(" ")
            self._length += 1
        self.starts.append(self._length)
        self.lines.append(line.number)
        self._parts.append(line.text)
        self._length += len(line.text)


def sentences(pages: Sequence[str]) -> tuple[Sentence, ...]:
    """Return the sentences of a document in the order they stand."""
    return tuple(_sentences(_blocks(_lines(pages))))


def _lines(pages: Sequence[str]) -> list[_Line]:
    found: list[_Line] = []
    number, gap = 0, 0
    for page, text in enumerate(pages, start=1):
        for raw in text.split("\n"):
            number += 1
            line = " ".join(clean_text(raw).split())
            if not line:
                gap += 1
            elif not _is_noise(line):
                found.append(_Line(line, number, page, gap))
                gap = 0
        gap += 1
    return found


def _is_noise(line: str) -> bool:
    """Say whether it is only the number of a page."""
    return len(line) <= _PAGE_LABEL and _NOISE.fullmatch(line.lower()) is not None


def _blocks(lines: Sequence[_Line]) -> list[_Block]:
    blocks: list[_Block] = []
    for index, line in enumerate(lines):
        if blocks and not _begins(lines, index):
            blocks[-1].add(line)
            continue
        blocks.append(_Block(line))
    return blocks


def _begins(lines: Sequence[_Line], index: int) -> bool:
    """Say whether a line begins a paragraph."""
    before, line = lines[index - 1], lines[index]
    if _BULLET.match(line.text) or _LINK.fullmatch(before.text):
        return True
    gap = line.gap - (1 if line.gap and _is_spaced(lines, index) else 0)
    goes_on = before.text.endswith("-") or line.text[0].islower()
    if goes_on and not _ENDED.search(before.text):
        return False
    if _OPEN_END.search(before.text) and line.text[0].isdigit():
        return False
    if gap:
        return True
    if _NUMBERED.match(line.text) and _ENDED.search(before.text):
        return True
    return _is_short(lines, index - 1) and line.text[0].isupper() and not goes_on


def _is_spaced(lines: Sequence[_Line], index: int) -> bool:
    """Say whether the text has an empty line after every line here."""
    near = lines[max(index - _NEAR, 0) : index + _NEAR + 1]
    return sum(1 for one in near if one.gap) * 10 >= len(near) * 7


def _is_short(lines: Sequence[_Line], index: int) -> bool:
    """Say whether a line ends long before its neighbours do, as a heading does."""
    near = lines[max(index - _NEAR // 2, 0) : index + _NEAR // 2 + 1]
    text = lines[index].text
    width = max(len(one.text) for one in near)
    return not text.endswith((",", "-")) and len(text) * 10 < width * 7


def _sentences(blocks: Sequence[_Block]) -> Iterator[Sentence]:
    lead, heading = "", ""
    for block in blocks:
        text = block.text
        cuts = _cuts(text)
        if not block.bullet:
            lead = ""
        if len(cuts) == 1 and not block.bullet and _is_heading(text):
            heading = text
        for start, end in cuts:
            yield _sentence(block, text, start, end, lead=lead, heading=heading)
        last = text[slice(*cuts[-1])]
        if last.rstrip().endswith(":"):
            lead = last


def _is_heading(text: str) -> bool:
    """Say whether a paragraph of one sentence is a heading."""
    return (
        len(text) <= _HEADING
        and not _ENDED.search(text)
        and (text[0].isupper() or _NUMBERED.match(text) is not None)
    )


def _sentence(
    block: _Block, text: str, start: int, end: int, *, lead: str, heading: str
) -> Sentence:
    first = max(bisect_right(block.starts, start) - 1, 0)
    last = bisect_right(block.starts, end - 1)
    return Sentence(
        text=text[start:end],
        line=block.lines[first],
        last_line=block.lines[last - 1],
        page=block.page,
        lead=lead,
        heading=heading,
    )


def _cuts(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a paragraph begin and end."""
    cuts: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        tail = text[max(match.start() - 12, start) : match.start() + 1]
        numbered = _NUMBER_FIRST.fullmatch(text, start, match.start() + 1)
        if numbered or _ABBREVIATION.search(tail) or _in_figures(text, match):
            continue
        cuts += _short_enough(text, start, match.end())
        start = match.end()
    return cuts + _short_enough(text, start, len(text))


def _in_figures(text: str, match: re.Match[str]) -> bool:
    """Say whether the stop stands between digits: «10.1. 2 000 kr»."""
    return text[match.start() - 1].isdigit() and text[match.end()].isdigit()


def _short_enough(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut what is no sentence at spaces."""
    cuts: list[tuple[int, int]] = []
    while end - start > LONGEST:
        at = text.rfind(" ", start + 1, start + LONGEST)
        at = at if at > start else start + LONGEST
        cuts.append((start, at))
        start = at
    return [*cuts, (start, end)] if end > start else cuts
