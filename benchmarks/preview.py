"""The preview of a dagordning with 16 punkter, against plain reportlab setting the same text.

    python -m benchmarks.preview

Floor: reportlab's own Paragraph and Table with the same fonts, sizes and words; no tags, no
structure, no metadata. Goal: at most 2.1 times as long, in a warm process.
"""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, SimpleDocTemplate, Table
from reportlab.platypus import Paragraph as PlainParagraph

from benchmarks.kit import interleave, ratio, table
from nämnd.core.richtext import Paragraph, Run, Runs, TextTable
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    PageBreak,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.fonts import Face
from nämnd.documents.word import word_bytes

GOAL = 2.1
CREATED = datetime(2026, 2, 20, 9, 30, tzinfo=UTC)
SENTENCE = (
    "Nämnden beslutade vid sitt sammanträde i juni att rekommendera huvudmännen att stödja den "
    "föreslagna fördelningen av högspecialiserad vård mellan klinikerna. "
)


def dagordning(punkter: int = 16) -> Document:
    """Return a dagordning of the size of a real one."""
    blocks: list[Block] = [
        Heading("Sammanträde med Vårdnämnden i Ådalen", 1),
        Facts((("Tid", "torsdag 12 mars 2026 klockan 09.00"), ("Plats", "Stora salen, Ådala"))),
    ]
    for number in range(1, punkter + 1):
        blocks += _punkt(number)
    signed = (Signature("Åsa Lindqvist Ek", "Ordförande"), Signature("Örjan Berg", "Sekreterare"))
    blocks += [Rule(), Signatures(signed)]
    head = Letterhead("Vårdnämnden i Ådalen", "Dagordning", "2026-03-12", ("Ågatan 4, Ådala",))
    return Document("Dagordning 2026-03-12", head, tuple(blocks))


def _punkt(number: int) -> Iterator[Block]:
    yield Rule()
    yield Heading(f"Samarbete för bättre vård, delprojekt {number}", 2, str(number), f"p{number}")
    yield Subheading("Ordförandens förslag", 3)
    yield ItemList(
        (Item("1.", text("Att godkänna.")), Item("2.", text(f"Att {SENTENCE.lower()}"))),
        ordered=True,
    )
    yield Subheading("Sammanfattning", 3)
    yield Paragraph((Run(SENTENCE * 2), Run("Viktigt: ", bold=True), Run(SENTENCE)))
    if number % 8 == 0:
        rows = ((f"Vårdtjänst {row}", f"{row} 250 kr", SENTENCE[:40]) for row in range(6))
        yield TextTable(tuple(tuple(text(cell) for cell in row) for row in rows))
    yield Subheading("I ärendet finns följande dokument", 3)
    letters = "AB"
    yield ItemList(tuple(Item(f"{number}{one}.", text(f"Missiv {one}")) for one in letters))


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
        case TextTable(rows):
            return [Table([[_line(_markup(cell), 9.5) for cell in row] for row in rows])]
        case Facts(rows):
            return [_line(f"{escape(label)}: {escape(value)}", 10.5) for label, value in rows]
        case Signatures(lines):
            return [_line(escape(f"{one.name}, {one.role}"), 10.5) for one in lines]
        case Rule() | PageBreak():
            return []


def main() -> int:
    """Measure and print; return 1 when the goal is missed."""
    document = dagordning()
    pdf_bytes(document, created=CREATED)  # registers the fonts
    family = (Face.REGULAR, Face.BOLD, Face.ITALIC, Face.BOLD_ITALIC)
    pdfmetrics.registerFontFamily(Face.REGULAR.value, *(face.value for face in family))
    measured = interleave(
        {
            "plain reportlab, same text": lambda: plain(document),
            "preview (tagged PDF)": lambda: pdf_bytes(document, created=CREATED, draft=True),
            "Word": lambda: word_bytes(document, created=CREATED),
        }
    )
    print(table(measured, "plain reportlab, same text"))
    found = ratio(measured, "preview (tagged PDF)", "plain reportlab, same text")
    print(f"\npreview: {found:.2f} (goal: at most {GOAL})")
    return int(found > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
