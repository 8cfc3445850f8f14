"""The document as one long column of slabs, before it is cut into pages."""

from collections.abc import Sequence

from nämnd.core.richtext import Runs
from nämnd.documents.links import Href
from nämnd.documents.pdf.columns import column, slabs_of
from nämnd.documents.pdf.lines import set_lines
from nämnd.documents.pdf.slabs import Break, Piece, Slab
from nämnd.documents.pdf.style import LEFT, RIGHT, TextStyle, sized
from nämnd.documents.pdf.tags import Element, Tag


class Stack:
    """Collects slabs and the structure tree, block after block."""

    def __init__(self, href: Href, size: float = 1) -> None:
        self.href = href
        self._size = size
        self.root = Element(Tag.DOCUMENT, attached=True)
        self.pieces: list[Piece] = []
        self._gap = 0.0

    def add(self, slabs: Sequence[Slab], *, before: float = 0, after: float = 0) -> None:
        """Put `slabs` under what there is. The larger of two distances that meet counts."""
        if not slabs:
            return
        slabs[0].before = max(self._gap, before)
        self.pieces.extend(slabs)
        self._gap = after

    def space(self, after: float) -> None:
        """Ask for `after` points under what there is."""
        self._gap = max(self._gap, after)

    def keep_last(self) -> None:
        """Let the last line of what there is stand on the same page as what comes next."""
        if self.pieces and isinstance(self.pieces[-1], Slab):
            self.pieces[-1].keep = True

    def new_page(self) -> None:
        """Let what follows begin on a new page."""
        self.pieces.append(Break())
        self._gap = 0

    def sized(self, style: TextStyle) -> TextStyle:
        """Return `style` as large as this document is set."""
        return sized(style, self._size)

    def paragraph(self, runs: Runs, style: TextStyle, tag: Tag = Tag.P) -> list[Slab]:
        """Add a paragraph over the whole width; return its slabs."""
        style = self.sized(style)
        lines = set_lines(runs, style, RIGHT - LEFT, self.href)
        if not any(fragment.text.strip() for line in lines for fragment in line):
            return []
        slabs = slabs_of([column(LEFT, lines, style, self.root.child(tag))])
        self.add(slabs, before=style.before, after=style.after)
        return slabs
