"""What stands at the top of the first page: who sends, and what kind of paper this is."""

from nämnd.core.richtext import Runs
from nämnd.documents.content import Letterhead, text
from nämnd.documents.logo import usable_logo
from nämnd.documents.pdf.columns import Column, SetLine, slabs_of
from nämnd.documents.pdf.lines import set_lines
from nämnd.documents.pdf.slabs import Picture, Slab, Stroke
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import (
    ADDRESS,
    INK,
    KIND,
    LEFT,
    MM,
    ORGAN,
    RIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from nämnd.documents.pdf.tags import Tag

DRAFT = "Utkast"

_LOGO_WIDTH, _LOGO_HEIGHT = 60 * MM, 17 * MM
_PER_INCH = 150  # a logo of few pixels is drawn no larger than this allows
_LEFT_PART, _RIGHT_PART = 0.62 * TEXT_WIDTH, 0.34 * TEXT_WIDTH


def add_letterhead(stack: Stack, head: Letterhead, *, draft: bool) -> None:
    """Lay out the letterhead. A logo that can't be drawn is left out (`check_logo` told before)."""
    logo = _logo(stack, head)
    stack.add(logo, after=9)
    left = _lines(stack, _LEFT_PART, [(head.organ, ORGAN), ("\n".join(head.address), ADDRESS)])
    kind = [(head.kind.upper(), KIND), (head.day, ORGAN), (DRAFT.upper() if draft else "", KIND)]
    right = _lines(stack, _RIGHT_PART, kind)
    slabs = slabs_of([Column(LEFT, left), Column(RIGHT, right, to_right=True)])
    for slab in slabs:
        slab.keep = True
    stack.add(slabs)
    line = Slab(0, keep=True, strokes=[Stroke(LEFT, 0, RIGHT, 0, 0.9, INK)])
    stack.add([line], before=9, after=16)


def _logo(stack: Stack, head: Letterhead) -> list[Slab]:
    logo = usable_logo(head.logo)
    if logo is None:
        return []
    scale = min(_LOGO_WIDTH / logo.width, _LOGO_HEIGHT / logo.height, 72 / _PER_INCH)
    wide, high = logo.width * scale, logo.height * scale
    element = stack.root.child(Tag.FIGURE, alt=f"Logotyp för {head.organ}")
    return [Slab(high, picture=Picture(LEFT, 0, wide, high, logo, element))]


def _lines(stack: Stack, room: float, parts: list[tuple[str, TextStyle]]) -> tuple[SetLine, ...]:
    """Return the lines of several short texts; neighbours in one style are one paragraph."""
    result = list[SetLine]()
    for words, style in parts:
        runs: Runs = text(words)
        lines = set_lines(runs, style, room, stack.href)
        if lines:
            element = stack.root.child(Tag.P)
            result += [SetLine(line, style, element) for line in lines]
    return tuple(result)
