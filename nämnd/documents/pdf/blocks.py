"""Each kind of block into slabs."""

from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.core.richtext import Paragraph, Run, Runs, TextTable
from nämnd.documents.content import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Note,
    PageBreak,
    Room,
    Rule,
    Script,
    Signatures,
    Subheading,
    Table,
    Together,
    text,
)
from nämnd.documents.links import BILAGA
from nämnd.documents.pdf.columns import column, slabs_of
from nämnd.documents.pdf.contents import add_contents
from nämnd.documents.pdf.fonts import drawable
from nämnd.documents.pdf.lines import natural_width, set_lines
from nämnd.documents.pdf.signatures import add_signatures
from nämnd.documents.pdf.slabs import Anchor, Slab, Stroke
from nämnd.documents.pdf.stack import Stack
from nämnd.documents.pdf.style import (
    ACCENT,
    BODY,
    FACT_LABEL,
    LEFT,
    LIST_ITEM,
    NOTE,
    RIGHT,
    RULE,
    SCRIPT,
    SCRIPT_CUE,
    SUBHEADING,
    TEXT_WIDTH,
    TextStyle,
    heading_style,
)
from nämnd.documents.pdf.tables import Look, add_table
from nämnd.documents.pdf.tags import HEADING_TAGS, Element, Tag

_GAP = 6  # between a label and its text
_LABEL_LEAST, _LABEL_MOST = 17, 0.3 * TEXT_WIDTH
_CUE_LEAST = 0.25 * TEXT_WIDTH  # so that the words of all scripts begin alike
_NOTE_INDENT = 11
_WRITING = 27  # from line to line where somebody writes by hand


def add_blocks(stack: Stack, document: Document) -> None:
    """Lay out the blocks of `document` under what is on `stack`."""
    levels = _Levels()
    for block in document.blocks:
        _add(stack, block, levels)


@dataclass(slots=True)
class _Levels:
    """Heading levels as they are tagged: the first is 1 and none is skipped (ISO 14289-1, 7.4)."""

    last: int = 0

    def tagged(self, level: int, words: str) -> int:
        """Return the level of a heading; one that says nothing is not drawn and does not count."""
        tagged = max(1, min(level, self.last + 1, len(HEADING_TAGS)))
        if drawable(words).strip():
            self.last = tagged
        return tagged


def _add(stack: Stack, block: Block, levels: _Levels) -> None:  # noqa: C901, PLR0912, PLR0915 one case per kind
    match block:
        case Heading():
            _add_heading(stack, block, levels)
        case Subheading(words, level):
            _add_subheading(stack, words, levels.tagged(level, words))
        case Paragraph(runs):
            stack.paragraph(runs, BODY)
        case ItemList(items, ordered):
            _add_list(stack, items, ordered=ordered)
        case TextTable(rows):
            add_table(stack, rows, Look())
        case Table(rows, tight, tall, shares, right):
            add_table(
                stack, rows, Look(tight=tight, tall=tall, named=True, shares=shares, right=right)
            )
        case Contents():
            add_contents(stack, block)
        case Facts(rows):
            _add_pairs(stack, rows, FACT_LABEL, LIST_ITEM, after=2, least=0)
        case Script(rows):
            _add_pairs(stack, rows, SCRIPT_CUE, SCRIPT, after=SCRIPT.after, least=_CUE_LEAST)
        case Room(lines):
            stack.add([_empty_line() for _ in range(lines)], before=4, after=20)
        case Together(blocks):
            _add_together(stack, blocks, levels)
        case Note(runs):
            _add_note(stack, runs)
        case Rule():
            stack.add([_rule()], before=12, after=10)
        case PageBreak():
            stack.new_page()
        case Signatures(lines):
            add_signatures(stack, lines)


def _add_together(stack: Stack, blocks: Sequence[Block], levels: _Levels) -> None:
    start = len(stack.pieces)
    for block in blocks:
        _add(stack, block, levels)
    _keep_all([one for one in stack.pieces[start:-1] if isinstance(one, Slab)])


def _add_subheading(stack: Stack, words: str, level: int) -> None:
    _keep_all(stack.paragraph(text(words), SUBHEADING, HEADING_TAGS[level - 1]))


def _add_heading(stack: Stack, heading: Heading, levels: _Levels) -> None:
    words = f"{heading.number}. {heading.text}" if heading.number else heading.text
    level = levels.tagged(heading.level, words)
    slabs = stack.paragraph(text(words), heading_style(level), HEADING_TAGS[level - 1])
    _keep_all(slabs)
    if slabs:
        slabs[0].anchor = Anchor(heading.anchor, words, level)


def _keep_all(slabs: list[Slab]) -> None:
    for slab in slabs:
        slab.keep = True


def _rule() -> Slab:
    line = Stroke(LEFT, 0, RIGHT, 0, 0.6, RULE)
    return Slab(0, keep=True, strokes=[line], only_between=True)


def _empty_line() -> Slab:
    return Slab(_WRITING, strokes=[Stroke(LEFT, _WRITING, RIGHT, _WRITING, 0.5, RULE)])


def _add_note(stack: Stack, runs: Runs) -> None:
    style = stack.sized(NOTE)
    lines = set_lines(runs, style, TEXT_WIDTH - _NOTE_INDENT, stack.href)
    if not lines:
        return
    slabs = slabs_of([column(LEFT + _NOTE_INDENT, lines, style, stack.root.child(Tag.P))])
    for slab in slabs:
        slab.strokes.append(Stroke(LEFT + 1, 0, LEFT + 1, slab.height, 2, ACCENT))
    stack.add(slabs, before=4, after=style.after)


def _add_list(stack: Stack, items: tuple[Item, ...], *, ordered: bool) -> None:
    if not items:
        return
    stack.keep_last()  # «Nämnden beslutar» and what it does
    labels = {item.label for item in items}
    outer = {item.label for item in items if item.level == 1}
    kind = "Decimal" if ordered else "Disc" if outer == {"•"} else "None"
    whole = stack.root.child(Tag.L, numbering=kind)
    inner: Element | None = None  # a list under the entry before it
    style = stack.sized(LIST_ITEM)
    widest = max(natural_width(text(label), style) for label in labels)
    indent = min(max(widest + _GAP, _LABEL_LEAST), _LABEL_MOST)
    for number, item in enumerate(items, start=1):
        under = item.level > 1
        inner = (inner or whole.child(Tag.L, numbering="Disc")) if under else None
        pair = _Pair(_label(item), item.runs, style, style, indent, indent if under else 0)
        slabs = _labelled(stack, (inner or whole).child(Tag.LI), pair)
        if slabs and number in (1, len(items) - 1) and number < len(items):
            slabs[-1].keep = True  # neither the first nor the last stands alone on a page
        stack.add(slabs, after=style.after)
    stack.space(BODY.after)


def _add_pairs(
    stack: Stack,
    rows: tuple[tuple[str, str], ...],
    label_style: TextStyle,
    style: TextStyle,
    *,
    after: float,
    least: float,
) -> None:
    """Lay out labels with what they label, line by line."""
    if not rows:
        return
    label_style, style = stack.sized(label_style), stack.sized(style)
    whole = stack.root.child(Tag.L, numbering="None")
    widest = max(natural_width(text(label), label_style) for label, _ in rows)
    indent = min(max(widest + 3 * _GAP, least), _LABEL_MOST)
    for label, value in rows:
        pair = _Pair(text(label), text(value), label_style, style, indent)
        stack.add(_labelled(stack, whole.child(Tag.LI), pair), after=after)
    stack.space(BODY.after)


@dataclass(frozen=True, slots=True)
class _Pair:
    """A label and what it labels; `indent` is where the text begins, counted from `start`."""

    label: Runs
    runs: Runs
    label_style: TextStyle
    style: TextStyle
    indent: float
    start: float = 0


def _label(item: Item) -> Runs:
    """Return the label; that of a bilaga leads where its rubrik leads."""
    href = item.runs[0].href if item.runs else None
    leads = href is not None and href.startswith(BILAGA)
    return (Run(item.label, href=href),) if leads else text(item.label)


def _labelled(stack: Stack, item: Element, pair: _Pair) -> list[Slab]:
    left = LEFT + pair.start + pair.indent
    columns = [
        column(x, set_lines(runs, style, room, stack.href), style, item.child(tag))
        for tag, runs, style, x, room in (
            (Tag.LBL, pair.label, pair.label_style, LEFT + pair.start, pair.indent - _GAP),
            (Tag.LBODY, pair.runs, pair.style, left, RIGHT - left),
        )
    ]
    return slabs_of(columns)
