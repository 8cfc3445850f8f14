"""Lines to sign on, side by side, with name and role under them."""

from collections.abc import Iterator

from nämnd.documents.content import Signature, text
from nämnd.documents.pdf.columns import Column, SetLine, slabs_of
from nämnd.documents.pdf.lines import set_lines
from nämnd.documents.pdf.slabs import Slab, Stroke
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import (
    INK,
    LEFT,
    SIGNED_NAME,
    SIGNED_ROLE,
    TEXT_WIDTH,
    TextStyle,
)
from nämnd.documents.pdf.tags import Element, Tag

_ROOM = 34  # to sign in
_GAP = 28
_PAIR, _MOST = 2, 3  # beside each other
_IN_PAIRS = (1, 2, 4)  # so many signatures stand two and two


def add_signatures(stack: Stack, lines: tuple[Signature, ...]) -> None:
    """Lay out signature lines, at most three beside each other, never over a page break."""
    beside = _PAIR if len(lines) in _IN_PAIRS else _MOST
    for start in range(0, len(lines), beside):
        _add_row(stack, lines[start : start + beside], beside)


def _add_row(stack: Stack, row: tuple[Signature, ...], beside: int) -> None:
    wide = (TEXT_WIDTH - _GAP * (beside - 1)) / beside
    places = [LEFT + number * (wide + _GAP) for number in range(len(row))]
    owners = [stack.root.child(Tag.P) for _ in row]
    above = [
        _column(stack, x, wide, owner, ((one.intro, SIGNED_ROLE),))
        for x, one, owner in zip(places, row, owners, strict=True)
    ]
    under = [
        _column(stack, x, wide, owner, ((one.name, SIGNED_NAME), (one.role, SIGNED_ROLE)))
        for x, one, owner in zip(places, row, owners, strict=True)
    ]
    line = Slab(_ROOM)
    line.strokes = [Stroke(x, _ROOM - 3, x + wide, _ROOM - 3, 0.6, INK) for x in places]
    slabs = [*slabs_of(above), line, *slabs_of(under)]
    for slab in slabs[:-1]:
        slab.keep = True
    stack.add(slabs, before=16, after=14)


def _column(
    stack: Stack, x: float, wide: float, owner: Element, parts: tuple[tuple[str, TextStyle], ...]
) -> Column:
    return Column(x, tuple(_lines(stack, wide, owner, parts)))


def _lines(
    stack: Stack, wide: float, owner: Element, parts: tuple[tuple[str, TextStyle], ...]
) -> Iterator[SetLine]:
    for words, style in parts:
        for line in set_lines(text(words + " "), style, wide, stack.href):
            yield SetLine(line, style, owner)
