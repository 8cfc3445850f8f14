"""The floor of the documents: their words set by reportlab alone.

Its own Paragraph and Table, with the same fonts and sizes; no tags, no structure, no metadata.
"""

import io
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, SimpleDocTemplate
from reportlab.platypus import Paragraph as PlainParagraph
from reportlab.platypus import Table as PlainTable

from nämnd.core.richtext import Paragraph, Runs, TextTable
from nämnd.documents.content import (
    Block,
    Contents,
    Document,
    Facts,
    Heading,
    ItemList,
    Note,
    Signatures,
    Subheading,
    Table,
    text,
)
from nämnd.documents.pdf.fonts import Face


def plain(document: Document) -> bytes:
    """Set the words of `document` with reportlab alone."""
    file = io.BytesIO()
    target = SimpleDocTemplate(file, pagesize=A4, leftMargin=76, rightMargin=76, invariant=1)
    head = document.head
    lines = [_line(words, 10.5) for words in (head.organ, *head.address, head.kind, head.day)]
    target.build(lines + [one for block in document.blocks for one in _flowables(block)])
    return file.getvalue()


def _line(words: str, size: float, face: Face = Face.REGULAR, label: str | None = None) -> Flowable:
    style = ParagraphStyle(
        "x",
        fontName=face.value,
        bulletFontName=Face.REGULAR.value,
        fontSize=size,
        leading=size * 1.4,
        leftIndent=22 if label else 0,
        spaceAfter=6,
    )
    return PlainParagraph(words, style, bulletText=label)


def _markup(runs: Runs) -> str:
    return "".join(f"<b>{escape(r.text)}</b>" if r.bold else escape(r.text) for r in runs)


def _flowables(block: Block) -> list[Flowable]:
    match block:
        case Heading(words, level, number):
            return [_line(f"{number} {escape(words)}", 20 if level == 1 else 13.5, Face.SEMIBOLD)]
        case Subheading(words, _):
            return [_line(escape(words), 10.5, Face.SEMIBOLD)]
        case Paragraph(runs) | Note(runs):
            return [_line(_markup(runs), 10.5)]
        case ItemList(items):
            return [_line(_markup(item.runs), 10.5, label=item.label) for item in items]
        case Facts(rows):
            return [_line(f"{escape(label)}: {escape(value)}", 10.5) for label, value in rows]
        case Signatures(lines):
            return [_line(escape(f"{one.name}, {one.role}"), 10.5) for one in lines]
        case Table(rows) | TextTable(rows):
            return [_table(rows)]
        case Contents(entries=entries):
            return [_table(tuple((text(e.number), text(e.text), text(e.note)) for e in entries))]
        case _:
            return []


def _table(rows: tuple[tuple[Runs, ...], ...]) -> Flowable:
    cells = [[_line(_markup(cell), 9.5) for cell in row] for row in rows]
    return PlainTable(cells, repeatRows=1)


def use_the_fonts() -> None:
    """Let reportlab find the bold and italic faces of the documents' own font."""
    family = (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC)
    pdfmetrics.registerFontFamily(Face.REGULAR.value, *(face.value for face in family))
