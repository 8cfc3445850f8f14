"""A table into slabs: columns as wide as their words ask for, rows cut only where they must be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from nämnd.core.richtext import Runs
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

_PAD, _TIGHT_PAD, _TALL_PAD = 3.5, 1.2, 8  # above and under the words of a row
_GUTTER = 10  # between columns
_SHORT_ROW = 14  # lines; a longer row may be cut by a page
_HEAD_MOST = 8  # lines; a longer head is not repeated
_WORD_MOST = 0.5  # of the text width: what one unbreakable word may ask for


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set. `named`: the first cell of a row says what the row is about."""

    tight: bool = False
    named: bool = False
    tall: bool = False
    shares: tuple[int, ...] = ()  # of the width; empty: by what stands in the columns
    wide: int | None = None  # the column that takes the room that is left
    right: tuple[int, ...] = ()  # columns whose words stand to the right

    @property
    def pad(self) -> float:
        """Return the air above and under the words of a row."""
        return _TIGHT_PAD if self.tight else _TALL_PAD if self.tall else _PAD


def add_table(stack: Stack, rows: Sequence[Sequence[Runs]], look: Look) -> list[list[Slab]]:
    """Lay out a table; its first row is the head and is repeated on every page.

    Returns:
        The slabs of each row of the body.
    """
    count = max((len(row) for row in rows), default=0)
    if not count:
        return []
    whole_rows = [tuple(row) + ((),) * (count - len(row)) for row in rows]
    room = TEXT_WIDTH - _GUTTER * (count - 1)
    fixed = [room * one / sum(look.shares) for one in look.shares[:count]]
    grid = _Grid(stack, fixed or _widths(whole_rows, room, look), look)
    whole = stack.root.child(Tag.TABLE)
    alone = len(rows) == 1  # a head without a body may not be tagged as a head
    head = grid.row(whole if alone else whole.child(Tag.THEAD), whole_rows[0], CELL_HEAD)
    for slab in head:
        slab.keep = True
    stack.add(head, before=4)
    section = whole if alone else whole.child(Tag.TBODY)
    body = [grid.row(section, row, CELL) for row in whole_rows[1:]]
    _keep_ends(body)
    for slabs in body:
        for slab in slabs:
            slab.head = tuple(head) if len(head) <= _HEAD_MOST else ()
        stack.add(slabs)
    stack.space(10)
    return body


def _keep_ends(body: Sequence[Sequence[Slab]]) -> None:
    """Let no single row stand alone on a page, under the head or at the end."""
    for place, slabs in enumerate(body[:-1]):
        if place == 0 or place == len(body) - 2:
            slabs[-1].keep = True


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table."""

    stack: Stack
    widths: list[float]
    look: Look

    def row(self, section: Element, row: Sequence[Runs], style: TextStyle) -> list[Slab]:
        """Return the slabs of one row, with its line under it."""
        owner, head = section.child(Tag.TR), style is CELL_HEAD
        columns, x = list[Column](), LEFT
        for place, (runs, wide) in enumerate(zip(row, self.widths, strict=True)):
            cell = self._cell(owner, head=head, first=place == 0)
            lines = set_lines(runs, style, wide, self.stack.href)
            indent = wide - natural_width(runs, style) if place in self.look.right else 0
            columns.append(column(x + max(indent, 0), lines, style, cell))
            x += wide + _GUTTER
        slabs = slabs_of(columns) or [Slab(style.leading)]
        _pad(slabs, _PAD if head else self.look.pad)
        right = x - _GUTTER
        slabs[-1].strokes.append(_line(right, slabs[-1].height, head=head))
        return slabs

    def _cell(self, owner: Element, *, head: bool, first: bool) -> Element:
        if head:
            return owner.child(Tag.TH)
        if not (first and self.look.named):
            return owner.child(Tag.TD)
        cell = owner.child(Tag.TH)
        cell.scope = "Row"
        return cell


def _pad(slabs: list[Slab], air: float) -> None:
    """Add air above and under a row, and keep a short one together."""
    first, last = slabs[0], slabs[-1]
    first.height += air
    first.words = [replace(words, y=words.y + air) for words in first.words]
    last.height += air
    if len(slabs) <= _SHORT_ROW:
        for slab in slabs[:-1]:
            slab.keep = True


def _line(right: float, y: float, *, head: bool) -> Stroke:
    return Stroke(LEFT, y, right, y, 0.9 if head else 0.4, INK if head else RULE)


def _widths(rows: Sequence[Sequence[Runs]], room: float, look: Look) -> list[float]:
    least, wish = list[float](), list[float]()
    for cells in zip(*rows, strict=True):
        least.append(min(_most(cells, longest_word), _WORD_MOST * room) + 1)
        wish.append(max(min(_most(cells, natural_width), room) + 1, least[-1]))
    widths = shares(least, wish, room)
    if look.wide is not None:
        widths[look.wide] += max(room - sum(widths), 0)
    return widths


def _most(cells: Sequence[Runs], measure: Callable[[Runs, TextStyle], float]) -> float:
    head, *body = cells
    return max(measure(head, CELL_HEAD), *(measure(runs, CELL) for runs in body), 0)
