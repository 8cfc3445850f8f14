"""Tables with a real head. Imports python-docx: import it late."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Length, Pt, Twips
from docx.table import Table
from docx.text.paragraph import Paragraph

from nämnd.core.richtext import Runs
from nämnd.documents import content
from nämnd.documents.content import plain
from nämnd.documents.sharing import shares
from nämnd.documents.word.names import Style
from nämnd.documents.word.nodes import new, node_of, qn
from nämnd.documents.word.paragraphs import Writer

_LETTER = 130  # twips: the width of a letter in a cell, on the generous side
_GUTTER = 230  # twips
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80  # w:tblLook: which of the style's parts count
_TIGHT = Pt(0.6)  # over and under the words of a row
_TALL = 580  # twips: the height of a row to write in by hand


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set. `named`: the first cell of a row says what the row is about."""

    tight: bool = False
    named: bool = False
    tall: bool = False
    shares: tuple[int, ...] = ()  # of the width; empty: by what stands in the columns
    wide: int | None = None  # the column that takes the room that is left
    right: tuple[int, ...] = ()  # columns whose words stand to the right


def look_of(table: content.Table) -> Look:
    """Return how a table of facts is set, whose rows are each about their first cell."""
    return Look(
        tight=table.tight, tall=table.tall, named=True, shares=table.shares, right=table.right
    )


def add_table(writer: Writer, rows: Sequence[Sequence[Runs]], look: Look) -> Table:
    """Add a table; its first row is the head, repeated on every page."""
    count = max(len(row) for row in rows)
    table = writer.word.add_table(len(rows), count, Style.TABLE.value)
    writer.place.addprevious(node_of(table))  # python-docx adds at the end only
    widths = _widths(writer, rows, count, look)
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        properties = new("w:trPr")
        properties.append(new("w:cantSplit"))
        if number == 0:
            properties.append(new("w:tblHeader"))
        elif look.tall:
            properties.append(new("w:trHeight", val=str(_TALL), hRule="atLeast"))
        node_of(row).insert(0, properties)
        for place, cell in enumerate(row.cells):
            cell.width = widths[place]
            _fill(writer, cell.paragraphs[0], cells[place] if place < len(cells) else (), look)
            if place in look.right:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    _show_head(table, look)
    return table


def _fill(writer: Writer, paragraph: Paragraph, runs: Runs, look: Look) -> None:
    paragraph.style = Style.CELL.value
    if look.tight:
        paragraph.paragraph_format.space_before = _TIGHT
        paragraph.paragraph_format.space_after = _TIGHT
    writer.write(paragraph, runs)


def _widths(writer: Writer, rows: Sequence[Sequence[Runs]], count: int, look: Look) -> list[Length]:
    section = writer.word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    room = (page - left - right) / Twips(1) if page and left and right else count * _LETTER
    if look.shares:
        whole = sum(look.shares)
        return [Twips(round(room * one / whole)) for one in look.shares[:count]]
    least, wish = list[float](), list[float]()
    for place in range(count):
        texts = [plain(row[place]) if place < len(row) else "" for row in rows]
        words = [word for text in texts for word in text.split()]
        least.append(min(_LETTER * max(map(len, words), default=1), room / 2) + _GUTTER)
        wish.append(max(_LETTER * max(map(len, texts)) + _GUTTER, least[-1]))
    widths = shares(least, wish, room)
    if look.wide is not None:
        widths[look.wide] += max(room - sum(widths), 0)
    return [Twips(round(wide)) for wide in widths]


def _show_head(table: Table, look: Look) -> None:
    parts = node_of(table).find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    if parts is not None:
        parts.attrib.clear()
        parts.set(qn("w:val"), f"{_FIRST_ROW | look.named * _FIRST_COLUMN:04X}")
