"""Tables with a real head. Imports python-docx: import it late."""

from collections.abc import Sequence

from docx.shared import Length, Twips
from docx.table import Table

from nämnd.core.richtext import Runs
from nämnd.documents.content import plain
from nämnd.documents.sharing import shares
from nämnd.documents.word.names import Style
from nämnd.documents.word.nodes import new, node_of, qn
from nämnd.documents.word.paragraphs import Writer

_LETTER = 130  # twips: the width of a letter in a cell, on the generous side
_GUTTER = 230  # twips
_FIRST_ROW_ONLY = "0020"  # w:tblLook: of the style's parts, only that for the first row counts


def add_table(writer: Writer, rows: Sequence[Sequence[Runs]]) -> None:
    """Add a table; its first row is the head, repeated on every page."""
    count = max(len(row) for row in rows)
    table = writer.word.add_table(len(rows), count, Style.TABLE.value)
    writer.place.addprevious(node_of(table))  # python-docx adds at the end only
    widths = _widths(writer, rows, count)
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        properties = new("w:trPr")
        properties.append(new("w:cantSplit"))
        if number == 0:
            properties.append(new("w:tblHeader"))
        node_of(row).insert(0, properties)
        for place, cell in enumerate(row.cells):
            cell.width = widths[place]
            cell.paragraphs[0].style = Style.CELL.value
            if place < len(cells):
                writer.write(cell.paragraphs[0], cells[place])
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    _show_head(table)


def _widths(writer: Writer, rows: Sequence[Sequence[Runs]], count: int) -> list[Length]:
    section = writer.word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    room = (page - left - right) / Twips(1) if page and left and right else count * _LETTER
    least, wish = list[float](), list[float]()
    for place in range(count):
        texts = [plain(row[place]) if place < len(row) else "" for row in rows]
        words = [word for text in texts for word in text.split()]
        least.append(min(_LETTER * max(map(len, words), default=1), room / 2) + _GUTTER)
        wish.append(max(_LETTER * max(map(len, texts)) + _GUTTER, least[-1]))
    return [Twips(round(share)) for share in shares(least, wish, room)]


def _show_head(table: Table) -> None:
    look = node_of(table).find(f"{qn('w:tblPr')}/{qn('w:tblLook')}")
    if look is not None:
        look.attrib.clear()
        look.set(qn("w:val"), _FIRST_ROW_ONLY)
