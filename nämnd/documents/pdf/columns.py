"""Lines into slabs: columns of lines side by side, and a paragraph as one column."""

from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.documents.pdf.lines import Line
from nämnd.documents.pdf.slabs import Slab, Words
from nämnd.documents.pdf.style import LINK, TextStyle
from nämnd.documents.pdf.tags import Element, Tag

_SHORT = 3  # lines of a paragraph that are never parted


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line with its looks and its meaning."""

    line: Line
    style: TextStyle
    element: Element


@dataclass(frozen=True, slots=True)
class Column:
    """Lines one under the other. `to_right`: `x` is their right edge."""

    x: float
    lines: tuple[SetLine, ...]
    to_right: bool = False


def column(x: float, lines: Sequence[Line], style: TextStyle, element: Element) -> Column:
    """Return `lines` in one style and with one meaning as a column."""
    return Column(x, tuple(SetLine(line, style, element) for line in lines))


def slabs_of(columns: Sequence[Column]) -> list[Slab]:
    """Return one slab for each line of the longest column, kept from orphans and widows."""
    links = _Links()
    count = max((len(one.lines) for one in columns), default=0)
    slabs = [_slab(columns, number, links) for number in range(count)]
    keep_ends_together(slabs)
    return slabs


def keep_ends_together(slabs: Sequence[Slab]) -> None:
    """Let neither the first nor the last line stand alone on a page."""
    for number in range(len(slabs) - 1):
        ends = number in (0, len(slabs) - 2) or len(slabs) <= _SHORT
        slabs[number].keep = slabs[number].keep or ends


def _slab(columns: Sequence[Column], number: int, links: "_Links") -> Slab:
    here = [(one, one.lines[number]) for one in columns if number < len(one.lines)]
    slab = Slab(max(line.style.leading for _, line in here))
    for one, line in here:
        slab.words += links.words(one, line)
    return slab


class _Links:
    """Makes one Link element of a link that goes on over faces and lines."""

    def __init__(self) -> None:
        self._open: dict[int, tuple[str, Element]] = {}

    def words(self, one: Column, line: SetLine) -> list[Words]:
        """Return the fragments of a line, placed."""
        style, placed = line.style, list[Words]()
        wide = sum(fragment.width for fragment in line.line)
        x = one.x - wide if one.to_right else one.x
        y = style.leading / 2 + style.size * 0.33  # a capital stands in the middle
        for part in line.line:
            element = self._element(line.element, part.href, part.text)
            colour = LINK if part.href else style.colour
            placed.append(
                Words(
                    x, y, part.text, part.width, part.face, style.size, colour, element, part.href
                )
            )
            x += part.width
        return placed

    def _element(self, owner: Element, href: str, text: str) -> Element:
        if not href:
            self._open.pop(id(owner), None)
            return owner
        known, element = self._open.get(id(owner), ("", owner))
        if known != href:
            element = owner.inline(Tag.LINK)
            self._open[id(owner)] = (href, element)
        element.words += text
        return element
