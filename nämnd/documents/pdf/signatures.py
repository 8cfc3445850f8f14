"""Lines to sign on, side by side, with name and role under them.

Where somebody signs electronically there is a signature field over the line.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.documents.content import Signature, text
from nämnd.documents.pdf.columns import Column, SetLine, slabs_of
from nämnd.documents.pdf.lines import set_lines
from nämnd.documents.pdf.slabs import SignHere, Slab, Stroke
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

_ROOM = 34  # to sign in by hand
_FIELD_ROOM = 44  # for three lines of an electronic signature
_OVER_LINE = 3  # the line over the slab's lower edge
_GAP = 28
_PAIR, _MOST = 2, 3  # beside each other
_IN_PAIRS = (1, 2, 4)  # so many signatures stand two and two


def add_signatures(stack: Stack, lines: tuple[Signature, ...]) -> None:
    """Lay out signature lines, at most three beside each other, never over a page break."""
    beside = _PAIR if len(lines) in _IN_PAIRS else _MOST
    for start in range(0, len(lines), beside):
        _add_row(stack, lines[start : start + beside], beside)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one signs, and what the parts of it mean. They are read in this order."""

    x: float
    wide: float
    one: Signature
    above: Element
    field: Element
    under: Element


def _add_row(stack: Stack, row: tuple[Signature, ...], beside: int) -> None:
    wide = (TEXT_WIDTH - _GAP * (beside - 1)) / beside
    places = [
        _place(stack, LEFT + number * (wide + _GAP), wide, one) for number, one in enumerate(row)
    ]
    above = [_column(stack, it, it.above, ((it.one.intro, SIGNED_ROLE),)) for it in places]
    under = [
        _column(stack, it, it.under, ((it.one.name, SIGNED_NAME), (it.one.role, SIGNED_ROLE)))
        for it in places
    ]
    slabs = [*slabs_of(above), _room(places), *slabs_of(under)]
    for slab in slabs[:-1]:
        slab.keep = True
    stack.add(slabs, before=16, after=14)


def _place(stack: Stack, x: float, wide: float, one: Signature) -> _Place:
    first = stack.root.child(Tag.P)
    if not one.field:
        return _Place(x, wide, one, first, first, first)
    second = stack.root.child(Tag.P) if one.intro else first
    return _Place(x, wide, one, first, second.child(Tag.FORM), stack.root.child(Tag.P))


def _room(places: list[_Place]) -> Slab:
    """Return the room to sign in: lines, and fields over those that have one."""
    high = _FIELD_ROOM if any(it.one.field for it in places) else _ROOM
    line = high - _OVER_LINE
    slab = Slab(high)
    slab.strokes = [Stroke(it.x, line, it.x + it.wide, line, 0.6, INK) for it in places]
    slab.fields = [
        SignHere(it.x, 1, it.wide, line - 2, it.one.field, _label(it.one), it.field)
        for it in places
        if it.one.field
    ]
    return slab


def _label(one: Signature) -> str:
    role = one.role[:1].lower() + one.role[1:]
    return ", ".join(filter(None, (f"Underskrift av {one.name}", role)))


def _column(
    stack: Stack, it: _Place, owner: Element, parts: tuple[tuple[str, TextStyle], ...]
) -> Column:
    return Column(it.x, tuple(_lines(stack, it.wide, owner, parts)))


def _lines(
    stack: Stack, wide: float, owner: Element, parts: tuple[tuple[str, TextStyle], ...]
) -> Iterator[SetLine]:
    for words, style in parts:
        if not words:
            continue
        for line in set_lines(text(words + " "), style, wide, stack.href):
            yield SetLine(line, style, owner)
