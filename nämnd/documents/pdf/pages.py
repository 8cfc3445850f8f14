"""Slabs onto pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from nämnd.documents.pdf.slabs import Break, Piece, Slab
from nämnd.documents.pdf.style import BOTTOM, FIRST_TOP, TOP

_HEIGHT = TOP - BOTTOM  # of the text on every page but the first


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab with its upper edge at `top`, counted from the page's lower edge."""

    slab: Slab
    top: float


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    placed: list[Placed] = field(default_factory=list[Placed])


def paginate(pieces: Sequence[Piece]) -> list[Page]:
    """Return `pieces` on pages, in order.

    Slabs that are kept together move to the next page together, unless they are higher than a
    page: then they are cut where the page ends.
    """
    press = _Press()
    for group in _groups(pieces):
        if isinstance(group, Break):
            press.begin_page()
        else:
            press.place(group)
    return press.pages


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Slab] | Break]:
    """Yield slabs that want to stay together, and breaks."""
    group: list[Slab] = []
    for piece in pieces:
        if isinstance(piece, Break):
            if group:
                yield group
            group = []
            yield piece
            continue
        group.append(piece)
        if not piece.keep:
            yield group
            group = []
    if group:
        yield group


class _Press:
    """Fills page after page."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self._y = FIRST_TOP

    def place(self, group: list[Slab]) -> None:
        """Place slabs that want to stay together."""
        height = sum(slab.before + slab.height for slab in group)
        if height > self._y - BOTTOM and height - group[0].before <= _HEIGHT - _head_height(group):
            self._next_page(group[0])
        for slab in group:
            if slab.before + slab.height > self._y - BOTTOM:
                self._next_page(slab)
            self._put(slab)

    def begin_page(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self.pages[-1].placed:
            self.pages.append(Page())
            self._y = TOP

    def _next_page(self, first: Slab) -> None:
        self.begin_page()
        for slab in first.head:
            self._put(_decoration(slab))

    def _put(self, slab: Slab) -> None:
        page = self.pages[-1]
        if not page.placed:
            if slab.only_between:
                return
        elif slab.before:
            self._y -= slab.before
        page.placed.append(Placed(slab, self._y))
        self._y -= slab.height


def _head_height(group: list[Slab]) -> float:
    return sum(slab.height for slab in group[0].head)


def _decoration(slab: Slab) -> Slab:
    """Return a repeated table head: seen again, but not read again."""
    words = [replace(one, element=None, href="") for one in slab.words]
    return Slab(slab.height, words=words, strokes=slab.strokes)
