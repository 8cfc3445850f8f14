"""Documents to draw in the tests. Nämnd, people and ärenden are made up."""

import io
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from nämnd.core.richtext import Paragraph, Run, TextTable
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
    Script,
    Signature,
    Signatures,
    Subheading,
    Table,
    every_block,
    text,
)

CREATED = datetime(2026, 2, 20, 9, 30, tzinfo=UTC)


def picture(width: int = 600, height: int = 150, mode: str = "RGBA", kind: str = "PNG") -> bytes:
    """Return a logo of a disc and a bar."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(image)
    pen.ellipse((4, 4, height - 4, height - 4), fill=(10, 85, 100, 255))
    pen.rectangle((height + 20, height // 3, width - 4, 2 * height // 3), fill=(10, 85, 100, 180))
    file = io.BytesIO()
    image.convert(mode).save(file, kind)
    return file.getvalue()


HEAD = Letterhead(
    organ="Vårdnämnden i Ådalen",
    kind="Dagordning",
    day="2026-03-12",
    address=("Nämndens kansli", "Ågatan 4, 800 00 Ådala"),
)


def document(*blocks: Block, head: Letterhead = HEAD, title: str = "Dagordning") -> Document:
    """Return a document of `blocks`; a test names only what it is about."""
    return Document(title, head, blocks)


def words(count: int) -> str:
    """Return so many words."""
    sentence = "Nämnden godkänner förslaget och överlämnar ärendet till huvudmännen för åtgärd"
    bank = sentence.split()
    return " ".join(bank[number % len(bank)] for number in range(count))


PRICES = TextTable(
    (
        (text("Vårdtjänst"), text("Pris 2026"), text("Förändring")),
        (text("Öppenvårdsbesök, läkare"), text("2 450 kr"), text("3,1 %")),
        (
            (Run("Slutenvård", bold=True), Run(", dygn, se "), Run("bilagan", href="bilaga:2A")),
            text("11 900 kr"),
            (),
        ),
    )
)

ALL_BLOCKS = Document(
    title="Dagordning 2026-03-12, Vårdnämnden i Ådalen",
    head=Letterhead(HEAD.organ, HEAD.kind, HEAD.day, address=HEAD.address, logo=picture()),
    blocks=(
        Heading("Sammanträde med Vårdnämnden i Ådalen", 1),
        Facts((("Tid", "torsdag 12 mars 2026 klockan 09.00"), ("Plats", "Stora salen, Ådala"))),
        Note(text("Den som inte kan komma kallar själv in sin ersättare.")),
        Paragraph(
            (
                Run("Handlingarna finns på "),
                Run("nämndens sida", href="https://www.example.se/nämnden?år=2026"),
                Run(". Frågor: "),
                Run("kansliet", href="mailto:kansli@example.se"),
                Run(". Hoppa till "),
                Run("punkt 2", href="#punkt-2"),
                Run(", som är "),
                Run("ny", bold=True),
                Run(" och "),
                Run("brådskande", bold=True, italic=True),
                Run(" (", italic=True),
                Run("enligt § 7", italic=True),
                Run(")."),
            )
        ),
        Rule(),
        Heading("Val av justerare", 2, "1", "punkt-1"),
        Rule(),
        Heading("Regionala priser 2026 för öppenvård & slutenvård <nytt>", 2, "2", "punkt-2"),
        Subheading("Ordförandens förslag", 3),
        ItemList(
            (
                Item("1.", text("Att godkänna priserna.")),
                Item("2.", text(f"Att {words(40).lower()}.")),
            ),
            ordered=True,
        ),
        Subheading("Sammanfattning", 3),
        Paragraph(text(words(70) + ".")),
        ItemList((Item("•", text("Första skälet")), Item("•", text("Andra skälet")))),
        PRICES,
        Subheading("I ärendet finns följande dokument", 3),
        ItemList(
            (
                Item("2A.", (Run("Prislista 2026", href="bilaga:2A"),)),
                Item("2B.", (Run("Missiv", href="bilaga:2B"), Run(" (delas ut vid mötet)"))),
            )
        ),
        PageBreak(),
        Heading("Övriga frågor", 2, "3", "punkt-3"),
        Heading("En fråga från huvudmännen", 3),
        Paragraph(text(words(25) + ".")),
        Signatures(
            (
                Signature("Åsa Lindqvist Ek", "Ordförande"),
                Signature("Örjan Berg", "Sekreterare", "Enligt uppdrag"),
            )
        ),
    ),
    author="Vårdnämnden i Ådalen",
    subject="Dagordning till sammanträdet 2026-03-12",
    keywords=("dagordning", "vård & omsorg"),
)


def read_aloud(document: Document) -> str:
    """Return everything `document` says, in order and without spaces."""
    head = document.head
    parts = [head.organ, *head.address, head.kind.upper(), head.day]
    for block in every_block(document.blocks):
        parts += _said(block)
    return "".join("".join(parts).split())


def _said(block: Block) -> list[str]:
    match block:
        case Heading(rubrik, _, number):
            return [f"{number}." if number else "", rubrik]
        case Subheading(rubrik, _):
            return [rubrik]
        case Paragraph(runs) | Note(runs):
            return [run.text for run in runs]
        case ItemList(items):
            return [part for i in items for part in (i.label, *(run.text for run in i.runs))]
        case TextTable(rows) | Table(rows):
            return [run.text for row in rows for cell in row for run in cell]
        case Facts(rows) | Script(rows):
            return [part for row in rows for part in row]
        case Signatures(lines):
            return [part for one in lines for part in (one.intro, one.name, one.role)]
        case _:  # a rule, a page break, room to write in
            return []
