"""The preview of a dagordning with 16 punkter, against plain reportlab setting the same text.

    python -m benchmarks.preview

Floor: reportlab's own Paragraph and Table with the same fonts, sizes and words; no tags, no
structure, no metadata. Goal: at most 2.1 times as long, in a warm process.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.kit import interleave, ratio, table
from benchmarks.plain import plain, use_the_fonts
from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.pdf import pdf_bytes
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


def main() -> int:
    """Measure and print; return 1 when the goal is missed."""
    document = dagordning()
    pdf_bytes(document, created=CREATED)  # registers the fonts
    use_the_fonts()
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
