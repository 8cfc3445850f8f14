"""A document as plain lines."""

from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import (
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
    as_text,
    plain,
    text,
)


def test_each_block_has_its_lines():
    document = Document(
        "Titel",
        Letterhead("Nämnden", "Kallelse", "2026-03-27", ("Ågatan 4",)),
        (
            Heading("Möte", 1),
            Heading("Val", 2, "7"),
            Subheading("Förslag", 3),
            Paragraph((Run("Ett "), Run("fett", bold=True), Run(" ord", href="https://a.se"))),
            Note(text("Obs")),
            ItemList((Item("1.", text("Att a")), Item("2.", text("Att b"))), ordered=True),
            TextTable(((text("År"), text("Kr")), (text("2026"), ()))),
            Facts((("Tid", "08.30"), ("Plats", "Salen"))),
            Rule(),
            PageBreak(),
            Signatures((Signature("Bo Ek", "Sekreterare", "Enligt uppdrag"),)),
        ),
    )
    assert as_text(document) == (
        "Nämnden\nKallelse 2026-03-27\n\n# Möte\n\n## 7. Val\n### Förslag\nEtt fett ord\nObs\n"
        "1. Att a\n2. Att b\nÅr | Kr\n2026 | \nTid: 08.30\nPlats: Salen\n---\n\f\n"
        "[Enligt uppdrag] Bo Ek, Sekreterare\n"
    )


def test_words_without_style_and_back():
    assert plain((Run("a", bold=True), Run("b"))) == "ab"
    assert text("ab") == (Run("ab"),)
    assert text("") == ()
