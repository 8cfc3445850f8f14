"""The lines of a file made ready to be understood: page furniture out, spacing measured, joined.

Every line knows where in the source it stood, so that a doubt can point at it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nämnd.läsning.headings import heading_of
from nämnd.läsning.markers import is_bullet, marker_of

_RULE = re.compile(r"[\s_\-–—=*─━═·.]{5,}")
_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|an)?\.?\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|(?:av|/)\s*\d{1,4})|[-–]\s?\d{1,4}\s?[-–]"
    r"|sid(?:a|an)?\.?\s*\d{1,4}",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"§\s*\d{1,4}|\d{1,4}\s*§|\d{1,3}[.)]|\d{1,2}")
_COLUMNS = re.compile(r" {3,}|\s*\t\s*")
_NEAR_PAGE_EDGE = 4  # lines
_MAX_WRAPPED = 160  # characters; a longer line was not wrapped by whoever set the page
_MIN_WRAPPED = 60
_FULL = 0.9  # a line this near the usual width had no room for the next word
_USUAL_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Line:
    """A line with text. `text` has single spaces, and tabs between columns."""

    text: str
    index: int  # in the source
    blanks: int = 0  # empty lines before it
    indent: int = 0
    ruled: bool = False  # a drawn rule stands before it
    new_page: bool = False
    gap: bool = False  # more space before it than usual

    @property
    def plain(self) -> str:
        """The text with columns run together."""
        return self.text.replace("\t", " ")


def clean_lines(source: Sequence[str]) -> list[Line]:
    """Return the lines that hold text, without page numbers and running heads.

    Rules and page breaks become properties of the line after them; a number alone on its line is
    joined with the next.
    """
    lines: list[Line] = []
    blanks, ruled, new_page = 0, False, False
    for index, raw in enumerate(source):
        text = _COLUMNS.sub("\t", raw.strip())
        text = " ".join(text.split(" ")) if "  " not in text else re.sub(r" +", " ", text)
        if raw == "\f":
            new_page = True
        elif not text:
            blanks += 1
        elif len(text) > 4 and _RULE.fullmatch(text):  # noqa: PLR2004 - as many as _RULE asks for
            ruled = True
        elif not _PAGE_NUMBER.fullmatch(text):
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(text, index, blanks, indent, ruled, new_page))
            blanks, ruled, new_page = 0, False, False
    return _numbers_joined(_without_running_heads(lines))


def _numbers_joined(lines: Sequence[Line]) -> list[Line]:
    out: list[Line] = []
    number: Line | None = None
    for line in lines:
        alone = _NUMBER_ALONE.fullmatch(line.text)
        if number is not None:
            apart = alone or marker_of(line.text)
            out += [number] if apart else [replace(number, text=f"{number.text} {line.text}")]
            if apart and not alone:
                out.append(line)
            number = line if alone else None
        elif alone:
            number = line
        else:
            out.append(line)
    return out if number is None else [*out, number]


def _without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Drop what stands at the same place of several pages, all but the first time."""
    places = _page_places(lines)
    counts = Counter(place for at in places for place in places[at])
    often = {place for place, count in counts.items() if count > 1}
    seen: set[str] = set()
    kept: list[Line] = []
    new_page = False
    for at, line in enumerate(lines):
        shape = _shape(line.text)
        if (
            not often.isdisjoint(places.get(at, ()))
            and shape in seen
            and _may_be_furniture(line.text)
        ):
            new_page = new_page or line.new_page
            continue
        seen.add(shape)
        kept.append(replace(line, new_page=True) if new_page else line)
        new_page = False
    return kept


def _may_be_furniture(text: str) -> bool:
    return marker_of(text) is None and heading_of(text) is None


def _page_places(lines: Sequence[Line]) -> dict[int, set[tuple[str, int]]]:
    """Return, for lines near the edges of pages, what they say and how far from each edge."""
    breaks = [at for at, line in enumerate(lines) if line.new_page]
    if not breaks:
        return {}
    places: dict[int, set[tuple[str, int]]] = {}
    for edge in (0, *breaks, len(lines)):
        for offset in range(-_NEAR_PAGE_EDGE, _NEAR_PAGE_EDGE):
            if 0 <= edge + offset < len(lines):
                shape = _shape(lines[edge + offset].text)
                places.setdefault(edge + offset, set()).add((shape, offset))
    return places


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def with_gaps(lines: Sequence[Line]) -> list[Line]:
    """Mark the lines with more space before them than usual among `lines`.

    Usual is the smallest space that at least a fifth of the lines have: some files have an empty
    line between all lines, also inside a sentence. The top of a page says nothing.
    """
    usual = usual_blanks(lines)
    return [replace(line, gap=line.blanks > usual and not line.new_page) for line in lines]


def usual_blanks(lines: Sequence[Line]) -> int:
    """Return how many empty lines there usually are before a line."""
    counts = Counter(line.blanks for line in lines[1:])
    return min((n for n in counts if counts[n] >= _USUAL_SHARE * len(lines)), default=0)


def text_width(lines: Iterable[Line]) -> int:
    """Return about how many letters a full line has; 0 when lines are not wrapped."""
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[-1 - len(lengths) // 50] if lengths else 0  # a few lines stick out
    return width if _MIN_WRAPPED <= width <= _MAX_WRAPPED else 0


def continues(before: Line, line: Line, width: int) -> bool:
    """Tell whether `line` goes on with the sentence that `before` was too narrow for."""
    if line.ruled or is_bullet(line.text):
        return False
    open_bracket = before.text.count("(") > before.text.count(")")
    if line.gap and not open_bracket:
        return False
    if open_bracket or before.text.endswith(("-", "–", ",", "/")) or line.text[0].islower():
        return True
    word = line.text.split(" ", 1)[0]
    return width > 0 and len(before.text) + 1 + len(word) > _FULL * width


def joined_text(lines: Iterable[Line]) -> str:
    """Return lines as one text; a word divided at the end of a line is put together."""
    out = ""
    for line in lines:
        out = _glued(out, line.plain) if out else line.plain
    return " ".join(out.split())


def _glued(before: str, after: str) -> str:
    divided = len(before) > 1 and before[-1] in "-\u2010" and before[-2].isalpha()
    if not divided or not after[0].islower():
        return f"{before} {after}"
    if re.match(r"(?:och|eller|samt|respektive|resp)\b", after):
        return f"{before} {after}"
    return before[:-1] + after


def statements(
    lines: Sequence[Line], width: int, starts: Callable[[Line], bool]
) -> list[tuple[Line, ...]]:
    """Divide lines into sentences or entries: `starts` begins one, what continues is added."""
    groups: list[tuple[Line, ...]] = []
    for line in lines:
        if groups and not starts(line) and continues(groups[-1][-1], line, width):
            groups[-1] += (line,)
        else:
            groups.append((line,))
    return groups


def paragraphs(lines: Sequence[Line], width: int) -> list[tuple[Line, ...]]:
    """Divide running text into paragraphs: at a gap, a bullet, or a line that ended early."""
    groups: list[tuple[Line, ...]] = [(lines[0],)] if lines else []
    for before, line in pairwise(lines):
        if _ends_paragraph(before, line, width):
            groups.append((line,))
        else:
            groups[-1] += (line,)
    return groups


def _ends_paragraph(before: Line, line: Line, width: int) -> bool:
    if line.gap or is_bullet(line.text) or not width:
        return True
    ended = before.text.endswith((".", "!", "?", ":"))
    return ended and line.text[0].isupper() and not continues(before, line, width)
