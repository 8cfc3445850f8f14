"""Blocks that stand on one page, scripts, room for notes, tables to write in, and large type."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import (
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Note,
    Room,
    Script,
    Subheading,
    Table,
    Together,
    as_text,
    every_block,
    text,
)
from nämnd.documents.links import anchors_of
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.word.nodes import node_of
from tests.nämnd.documents.samples import CREATED, document, words
from tests.nämnd.documents.test_pdf import faults, links, page_texts
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, part, written

ORDER = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "numPr", "pBdr", "tabs", "ind")
MATTER = Together(
    (
        Heading("Priser", 2, number="4", anchor="punkt-4"),
        Facts((("Föredragande", "Britta Ekstam"),)),
        Note(text("Tillkom efter kallelsen.")),
        Subheading("Förslag till beslut", 3),
        ItemList((Item("1.", text("Att godkänna priserna")),), ordered=True),
        Script((("Fråga", "Bifalls förslaget?"), ("Väntat svar", "Ja"))),
        Room(3),
    )
)
SIGNED = Table(
    (
        tuple(map(text, ("Namn", "Närvarande", "Anmärkning"))),
        *((text(f"Person {number}"), (), ()) for number in range(30)),
    ),
    tall=True,
    shares=(2, 3, 1),
)


def large(*blocks) -> Document:
    return replace(document(Heading("Klubblista", 1), *blocks), large=True)


def drawn(one: Document) -> bytes:
    return pdf_bytes(one, created=CREATED)


@pytest.mark.parametrize("made", [large(MATTER, SIGNED), document(MATTER, SIGNED)])
def test_they_are_accessible_in_both_formats(made):
    assert faults(drawn(made)) == []
    assert word_faults(written(document(Heading("Rubrik", 1), *made.blocks))) == []


def test_what_they_say_in_plain_text():
    said = as_text(document(MATTER))
    assert "\nFråga: Bifalls förslaget?\nVäntat svar: Ja\n________\n________\n________\n" in said


def test_blocks_that_stand_together_are_blocks_of_the_document():
    nested = (Together((Together((MATTER.blocks[0],)), Room(1))),)
    assert list(every_block(nested)) == [MATTER.blocks[0], Room(1)]
    assert anchors_of(document(*nested)) == {"punkt-4"}
    link = Paragraph((Run("Punkt 4", href="#punkt-4"),))
    assert links(drawn(document(link, MATTER))) == ["#punkt-4"]


def a_matter(number: int, length: int) -> Together:
    middle, end = Paragraph(text(words(length))), Script((("Säg", f"Slut{number}s"),))
    return Together((Heading(f"Fråga{number}a", 2), middle, end))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(1, 60), min_size=2, max_size=6), st.booleans())
def test_no_page_ends_between_them_as_long_as_a_page_has_room(lengths, big):
    matters = [a_matter(number, length) for number, length in enumerate(lengths)]
    pages = page_texts(drawn(replace(document(*matters), large=big)))
    for number in range(len(lengths)):
        (there,) = [page for page in pages if f"Fråga{number}a" in page]
        assert f"Slut{number}s" in there


def test_what_is_longer_than_a_page_goes_on_with_nothing_lost():
    long = Together(tuple(Paragraph(text(f"rad{n} {words(60)}")) for n in range(20)))
    pages = page_texts(drawn(document(long)))
    assert len(pages) > 1
    assert all(f"rad{n} " in "".join(pages) for n in range(20))


def test_in_word_all_but_the_last_keep_with_the_next_and_no_property_is_out_of_order():
    paragraphs = opened(written(document(MATTER, Paragraph(text("Efter"))))).paragraphs
    named = [one for one in paragraphs if node_of(one).find(qn("w:pPr")) is not None]
    kept = [one.paragraph_format.keep_with_next for one in named]
    first = next(n for n, one in enumerate(named) if one.text == "4. Priser")
    last = next(n for n, one in enumerate(named) if one.text == "Efter")
    assert kept[first : last - 1] == [True] * (last - 1 - first)
    assert kept[last - 1 : last + 1] == [None, None]
    for one in named:
        own = node_of(one).find(qn("w:pPr"))
        tags = [child.tag.split("}")[1] for child in own] if own is not None else []
        known = [tag for tag in tags if tag in ORDER]
        assert known == sorted(known, key=ORDER.index)


def test_large_type_says_the_same_and_takes_more_room():
    blocks = tuple(Paragraph(text(words(80))) for _ in range(12))
    small, big = document(*blocks), replace(document(*blocks), large=True)
    assert len(page_texts(drawn(big))) > len(page_texts(drawn(small)))
    plain = ["".join("".join(page_texts(drawn(one))).split()) for one in (small, big)]
    assert plain[0].count("godkänner") == plain[1].count("godkänner")
    sizes = [part(written(one), "word/styles.xml").count('w:val="52"') for one in (small, big)]
    assert sizes[1] > sizes[0]  # 20 points and a heading of 40 half-points become 26 and 52


def test_a_table_to_write_in_has_the_widths_and_heights_that_were_asked_for():
    (table,) = opened(written(document(SIGNED))).tables
    wide = [int(cell.width or 0) for cell in table.rows[1].cells]
    assert round(wide[1] / wide[2], 1) == 3.0
    assert all(row.height for row in table.rows[1:])
    pages = page_texts(drawn(document(SIGNED)))
    assert all("Närvarande" in page for page in pages)
    assert len(pages) == 2
