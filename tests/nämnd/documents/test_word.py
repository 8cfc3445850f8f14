"""The Word writer, on documents made for it."""

import io
import re

import docx
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings

from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import (
    Document,
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
from nämnd.documents.word import write_word
from nämnd.documents.word.nodes import node_of
from tests.nämnd.documents.generated import DOCUMENTS
from tests.nämnd.documents.samples import ALL_BLOCKS, CREATED, HEAD, document, picture
from tests.nämnd.documents.test_pdf import NASTY
from tests.nämnd.documents.word_faults import faults
from tests.nämnd.documents.word_reading import (
    lines,
    opened,
    part,
    style,
    written,
)

FROM_CONTENT = ("bold line", "typed list label")  # what a user writes so stays so


def test_the_document_with_every_kind_of_block(golden):
    xml = part(written(ALL_BLOCKS), "word/document.xml")
    golden("dokument.document.xml", re.sub(r"(?=<w:(?:p|tbl|tr|sectPr)[ >])", "\n", xml) + "\n")


def test_it_is_accessible():
    assert faults(written(ALL_BLOCKS)) == []


def test_the_checks_of_accessibility_find_what_is_wrong():
    """The control of the test above: python-docx's own document has most of the faults."""
    word = docx.Document()
    word.core_properties.title = ""
    word.add_heading("Nivå tre", 3)
    word.add_paragraph("").add_run("Fet rad").bold = True
    word.add_paragraph("1. skriven siffra")
    word.add_table(1, 1)
    word.add_picture(io.BytesIO(picture()))
    file = io.BytesIO()
    word.save(file)
    assert len(faults(file.getvalue())) == 8


def test_the_same_document_gives_the_same_bytes():
    assert written(ALL_BLOCKS) == written(ALL_BLOCKS)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_any_document_is_accessible(one: Document):
    assert [fault for fault in faults(written(one)) if not fault.startswith(FROM_CONTENT)] == []


def test_nasty_characters_are_kept_as_far_as_xml_holds_them():
    one = Document(
        NASTY,
        Letterhead(NASTY, NASTY, NASTY, (NASTY,)),
        (
            Heading(NASTY, 1, "1", NASTY),
            Paragraph((Run(NASTY, href="https://example.se/" + NASTY), Run("#", href=f"#{NASTY}"))),
            ItemList((Item(NASTY, text(NASTY)),)),
            TextTable(((text(NASTY),),)),
            Signatures((Signature(NASTY, NASTY, NASTY),)),
        ),
        author=NASTY,
        keywords=(NASTY,),
    )
    data = written(one)
    assert faults(data) == []
    body = "".join(words for _, words in lines(data))
    assert "🎉" in body
    assert "委員会" in body
    assert "<b>x</b>" in body


def test_what_leads_to_a_list_is_kept_with_it():
    items = ItemList((Item("1.", text("Att godkänna")),), ordered=True)
    word = opened(written(document(Paragraph(text("Nämnden beslutar")), items)))
    [lead] = [one for one in word.paragraphs if one.text == "Nämnden beslutar"]
    assert lead.paragraph_format.keep_with_next


def test_each_numbered_list_begins_at_one():
    two = tuple(Item(f"{n}.", text("Att besluta")) for n in (1, 2))
    word = opened(written(document(ItemList(two, ordered=True), ItemList(two, ordered=True))))
    numbers = [
        number.get(qn("w:val"))
        for one in word.paragraphs
        for number in node_of(one).iter(qn("w:numId"))
        if style(one) == "List Number"
    ]
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    starts = word.part.numbering_part.element.iter(qn("w:startOverride"))
    assert [start.get(qn("w:val")) for start in starts] == ["1", "1"]


def test_labels_that_word_would_not_come_to_are_written():
    own = ItemList((Item("7A.", text("Missiv")), Item("7B.", text("Uppföljning"))))
    late = ItemList(
        (Item("2.", text("Att avslå")), Item("3.", text("Att bordlägga"))), ordered=True
    )
    assert [one for one in lines(written(document(own, late))) if "etikett" in one[0]] == [
        ("Nämnd etikettlista", "7A.\tMissiv"),
        ("Nämnd etikettlista", "7B.\tUppföljning"),
        ("Nämnd etikettlista", "2.\tAtt avslå"),
        ("Nämnd etikettlista", "3.\tAtt bordlägga"),
    ]


def test_bullets_are_a_real_list():
    data = written(document(ItemList((Item("•", text("Skäl")),))))
    assert ("List Bullet", "Skäl") in lines(data)


def test_headings_do_not_skip_levels():
    data = written(document(Heading("Först", 3), Subheading("Sedan", 6), Heading("Sist", 9)))
    assert [style for style, _ in lines(data) if "Heading" in style] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]


def test_a_rule_is_a_line_over_the_next_paragraph_and_nothing_to_read():
    word = opened(written(document(Heading("Ett", 1), Rule(), Heading("Två", 2))))
    bordered = [
        one.text for one in word.paragraphs if node_of(one).find(f".//{qn('w:pBdr')}") is not None
    ]
    assert bordered == ["Två"]
    assert "" not in [one.text for one in word.paragraphs]


def test_what_says_nothing_is_not_written():
    nothing = (Heading("", 1), Paragraph(()), Note(text(" ")), TextTable(()), Signatures(()))
    plain = written(document(Heading("Först", 2)))
    assert lines(written(document(*nothing, Heading("Först", 2)))) == lines(plain)


def test_a_rule_before_a_table_is_an_empty_line_of_its_own():
    word = opened(written(document(Rule(), TextTable(((text("Kolumn"),),)))))
    body = list(word.element.body)
    over = body[body.index(node_of(word.tables[0])) - 1]
    assert over.find(f".//{qn('w:pBdr')}") is not None


def test_a_page_break_goes_with_the_next_paragraph():
    word = opened(written(document(PageBreak(), Heading("Ny sida", 1))))
    assert word.paragraphs[-1].paragraph_format.page_break_before


def test_a_table_repeats_its_head_and_cuts_no_row():
    (table,) = opened(written(ALL_BLOCKS)).tables
    assert [len(node_of(row).findall(f".//{qn('w:tblHeader')}")) for row in table.rows] == [1, 0, 0]
    assert all(node_of(row).find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
    assert [cell.text for cell in table.rows[2].cells] == [
        "Slutenvård, dygn, se bilagan",
        "11 900 kr",
        "",
    ]


def test_links_lead_out_and_to_headings():
    data = written(ALL_BLOCKS)
    xml, relations = (
        part(data, f"word/{name}") for name in ("document.xml", "_rels/document.xml.rels")
    )
    assert 'Target="https://www.example.se/n%C3%A4mnden?%C3%A5r=2026"' in relations
    assert 'Target="mailto:kansli@example.se"' in relations
    assert "bilaga:" not in relations
    (target,) = re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)
    assert f'w:name="{target}"' in xml


def test_bookmarks_have_names_that_word_allows():
    anchors = ("punkt-1", "punkt 1", "å" * 60, "7", "x" * 90)
    headings = [Heading(name, 1, anchor=name) for name in anchors]
    links = Paragraph(tuple(Run("gå", href=f"#{name}") for name in anchors))
    xml = part(written(document(*headings, links)), "word/document.xml")
    names = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', xml)
    assert len(set(names)) == len(anchors)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)
    assert set(re.findall(r'w:anchor="([^"]+)"', xml)) == set(names)


def test_head_and_foot_of_the_pages():
    (section,) = opened(written(ALL_BLOCKS)).sections
    assert section.header.paragraphs[0].text == "DAGORDNING  2026-03-12\tVårdnämnden i Ådalen"
    for footer in (section.footer, section.first_page_footer):
        codes = [(code.text or "").strip() for code in node_of(footer).iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


def test_what_is_not_there_leaves_no_empty_line():
    plain = Letterhead(HEAD.organ, HEAD.kind, HEAD.day)
    assert [style for style, _ in lines(written(document(head=plain)))] == ["Nämnd brevhuvud"]


def test_a_broken_logo_is_left_out():
    broken = Letterhead(HEAD.organ, HEAD.kind, HEAD.day, logo=b"GIF89a")
    plain = Letterhead(HEAD.organ, HEAD.kind, HEAD.day)
    assert written(document(head=broken)) == written(document(head=plain))


def test_properties():
    core = opened(written(ALL_BLOCKS)).core_properties
    assert core.title == "Dagordning 2026-03-12, Vårdnämnden i Ådalen"
    assert core.author == "Vårdnämnden i Ådalen"
    assert core.language == "sv-SE"
    assert core.created == CREATED
    assert core.last_modified_by == ""


def test_a_file_is_written_whole(tmp_path):
    target = tmp_path / "dagordning.docx"
    write_word(ALL_BLOCKS, target, created=CREATED)
    file = io.BytesIO()
    write_word(ALL_BLOCKS, file, created=CREATED)
    assert target.read_bytes() == file.getvalue() == written(ALL_BLOCKS)
