"""A table into slabs: columns as wide as their words ask for, rows cut only where they must be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nämnd.core.richtext import Runs, TextTable
from nämnd.documents.pdf.columns import Column, column, slabs_of
from nämnd.documents.pdf.lines import longest_word, natural_width, set_lines
from nämnd.documents.pdf.slabs import Slab, Stroke
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import (
    CELL,
    CELL_HEAD,
    INK,
    LEFT,
    RULE,
    TEXT_WIDTH,
    TextStyle,
)
from nämnd.documents.pdf.tags import Element, Tag
from nämnd.documents.sharing import shares

_PAD = 3.5  # above and under the words of a row
_GUTTER = 10  # between columns
_SHORT_ROW = 14  # lines; a longer row may be cut by a page
_HEAD_MOST = 8  # lines; a longer head is not repeated
_WORD_MOST = 0.5  # of the text width: what one unbreakable word may ask for


def add_table(stack: Stack, table: TextTable) -> None:
    """Lay out `table`; its first row is the head and is repeated on every page."""
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return
    rows = [row + ((),) * (count - len(row)) for row in table.rows]
    grid = _Grid(stack, _widths(rows, TEXT_WIDTH - _GUTTER * (count - 1)))
    whole = stack.root.child(Tag.TABLE)
    alone = len(rows) == 1  # a head without a body may not be tagged as a head
    head = grid.row(whole if alone else whole.child(Tag.THEAD), rows[0], CELL_HEAD)
    for slab in head:
        slab.keep = True
    stack.add(head, before=4)
    body = whole if alone else whole.child(Tag.TBODY)
    for row in rows[1:]:
        slabs = grid.row(body, row, CELL)
        for slab in slabs:
            slab.head = tuple(head) if len(head) <= _HEAD_MOST else ()
        stack.add(slabs)
    stack.space(10)


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table."""

    stack: Stack
    widths: list[float]

    def row(self, section: Element, row: Sequence[Runs], style: TextStyle) -> list[Slab]:
        """Return the slabs of one row, with its line under it."""
        owner, head = section.child(Tag.TR), style is CELL_HEAD
        columns, x = list[Column](), LEFT
        for runs, wide in zip(row, self.widths, strict=True):
            cell = owner.child(Tag.TH if head else Tag.TD)
            lines = set_lines(runs, style, wide, self.stack.href)
            columns.append(column(x, lines, style, cell))
            x += wide + _GUTTER
        slabs = slabs_of(columns) or [Slab(style.leading)]
        _pad(slabs)
        right = x - _GUTTER
        slabs[-1].strokes.append(_line(right, slabs[-1].height, head=head))
        return slabs


def _pad(slabs: list[Slab]) -> None:
    """Add air above and under a row, and keep a short one together."""
    first, last = slabs[0], slabs[-1]
    first.height += _PAD
    first.words = [replace(words, y=words.y + _PAD) for words in first.words]
    last.height += _PAD
    if len(slabs) <= _SHORT_ROW:
        for slab in slabs[:-1]:
            slab.keep = True


def _line(right: float, y: float, *, head: bool) -> Stroke:
    return Stroke(LEFT, y, right, y, 0.9 if head else 0.4, INK if head else RULE)


def _widths(rows: Sequence[Sequence[Runs]], room: float) -> list[float]:
    least, wish = list[float](), list[float]()
    for cells in zip(*rows, strict=True):
        least.append(min(_most(cells, longest_word), _WORD_MOST * room) + 1)
        wish.append(max(min(_most(cells, natural_width), room) + 1, least[-1]))
    return shares(least, wish, room)


def _most(cells: Sequence[Runs], measure: Callable[[Runs, TextStyle], float]) -> float:
    head, *body = cells
    return max(measure(head, CELL_HEAD), *(measure(runs, CELL) for runs in body), 0)
