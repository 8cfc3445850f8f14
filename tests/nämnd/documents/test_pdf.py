"""The PDF writer, on documents made for it."""

import io
import re
import string

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämnd.core.errors import FolderNotWritableError
from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.checks import reading_order, structure_problems
from nämnd.documents.content import (
    Document,
    Facts,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Note,
    Rule,
    Signature,
    Signatures,
    Subheading,
    text,
)
from nämnd.documents.pdf import pdf_bytes, write_pdf
from tests.nämnd.documents.generated import DOCUMENTS
from tests.nämnd.documents.samples import (
    ALL_BLOCKS,
    CREATED,
    HEAD,
    document,
    picture,
    read_aloud,
    words,
)


def drawn(one: Document, *, draft: bool = False, keep_bilaga_links: bool = False) -> bytes:
    return pdf_bytes(one, created=CREATED, draft=draft, keep_bilaga_links=keep_bilaga_links)


def faults(data: bytes) -> list[str]:
    """Return all that PDF/UA-1, PDF/A-2a and our own check have against a file."""
    found = [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]
    return found + structure_problems(io.BytesIO(data))


def spoken(data: bytes) -> str:
    return "".join(reading_order(io.BytesIO(data)))


def page_texts(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        return [one.get_textpage().get_text_bounded() for one in pdf]


def links(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        annotations = [link for one in pdf.pages for link in one.obj.get("/Annots", [])]
        return [str(link.A.URI) if "/A" in link else f"#{link.Dest}" for link in annotations]


def test_a_document_with_every_kind_of_block_is_accessible_and_archival():
    assert faults(drawn(ALL_BLOCKS)) == []
    assert faults(drawn(ALL_BLOCKS, draft=True, keep_bilaga_links=True)) == []


def test_the_words_on_the_pages(golden):
    pages = page_texts(drawn(ALL_BLOCKS))
    golden("dokument.pdf.txt", "\f".join(pages).replace("\r\n", "\n") + "\n")


def test_the_reading_order_is_the_order_of_the_content():
    assert spoken(drawn(ALL_BLOCKS)) == read_aloud(ALL_BLOCKS)


def test_words_stay_apart_over_line_ends():
    said = reading_order(io.BytesIO(drawn(document(Paragraph(text(words(300)))))))
    assert said[-300:] == words(300).split()


def test_the_same_document_gives_the_same_bytes():
    assert drawn(ALL_BLOCKS) == drawn(ALL_BLOCKS)
    assert drawn(ALL_BLOCKS) != drawn(ALL_BLOCKS, draft=True)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS)
def test_any_document_is_accessible_archival_and_read_in_order(one: Document):
    data = drawn(one, keep_bilaga_links=True)
    assert faults(data) == []
    assert spoken(data) == read_aloud(one)


NASTY = (
    "emoji 🎉👩‍⚕️ arabiska مرحبا hebreiska שלום kinesiska 委員会 grekiska αβγ ryska Жи "
    "kontroll \x00\x01\x07\x1b\x7f\x85 radbyte\nrad\r\nflik\tslut\ufeff\u200b\u202e\u2028\u2029 "
    "a\u030a o\u0308 ﬁ ½ ™ \U000e0041 \ud7ff \ufffe \uffff \ue000 \u00ad "
    "</w:t> &amp; <b>x</b> (\\) %"
)


def test_nasty_characters_give_a_valid_file():
    head = Letterhead(NASTY, NASTY, NASTY, (NASTY, NASTY))
    one = Document(
        NASTY,
        head,
        (
            Heading(NASTY, 1, "1", NASTY),
            Subheading(NASTY, 2),
            Paragraph((Run(NASTY, href="https://example.se/" + NASTY), Run(NASTY, bold=True))),
            ItemList((Item(NASTY, text(NASTY)),)),
            TextTable(((text(NASTY),), (text(NASTY),))),
            Facts(((NASTY, NASTY),)),
            Note(text(NASTY)),
            Signatures((Signature(NASTY, NASTY, NASTY),)),
        ),
        author=NASTY,
        subject=NASTY,
        keywords=(NASTY,),
    )
    data = drawn(one)
    assert faults(data) == []
    said = spoken(data)
    assert "å" in said
    assert "emoji□□□" in said
    assert "αβγ" in said
    assert "<b>x</b>" in said


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_characters_give_a_valid_file(title: str, body: str):
    one = Document(title or "-", HEAD, (Heading(title, 1), Paragraph(text(body))))
    assert faults(drawn(one)) == []


def test_what_the_font_lacks_becomes_an_empty_box():
    data = drawn(document(Paragraph(text("före 🎉 efter"))))
    assert "före□efter" in spoken(data)


@pytest.mark.parametrize("level", [1, 3, 6])
def test_headings_are_tagged_without_gaps(level: int):
    one = document(Heading("Först", level), Subheading("Sedan", 6), Heading("Sist", 2))
    assert faults(drawn(one)) == []


def test_what_says_nothing_is_not_drawn():
    one = document(
        Heading("", 1),
        Heading("\x00", 2),
        Paragraph(()),
        Note(text(" ")),
        ItemList(()),
        Facts(()),
        TextTable(()),
        TextTable(((),)),
        Signatures(()),
        Heading("Först", 2),
    )
    data = drawn(one)
    assert faults(data) == []
    assert spoken(data) == read_aloud(document(Heading("Först", 1)))


def test_bookmarks_follow_the_headings():
    with pikepdf.open(io.BytesIO(drawn(ALL_BLOCKS))) as pdf, pdf.open_outline() as outline:
        (top,) = outline.root
        assert top.title == "Sammanträde med Vårdnämnden i Ådalen"
        assert [item.title for item in top.children] == [
            "1. Val av justerare",
            "2. Regionala priser 2026 för öppenvård & slutenvård <nytt>",
            "3. Övriga frågor",
        ]
        assert [item.title for item in top.children[2].children] == ["En fråga från huvudmännen"]


def test_anchors_are_places_that_links_find():
    with pikepdf.open(io.BytesIO(drawn(ALL_BLOCKS))) as pdf:
        names = pikepdf.NameTree(pdf.Root.Names.Dests)
        assert sorted(names) == ["punkt-1", "punkt-2", "punkt-3"]
        assert names["punkt-3"].D[0].objgen == pdf.pages[-1].obj.objgen


def test_links_lead_out_and_within_but_not_to_bilagor_that_are_not_there():
    out = ["https://www.example.se/n%C3%A4mnden?%C3%A5r=2026", "mailto:kansli@example.se"]
    assert links(drawn(ALL_BLOCKS)) == [*out, "#punkt-2"]
    kept = links(drawn(ALL_BLOCKS, keep_bilaga_links=True))
    assert kept == [*out, "#punkt-2", *("bilaga:2A",) * 3, *("bilaga:2B",) * 2]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "#ingenstans",
        "http://[",
        "ftp://x",
        "",
        "data:x",
    ],
)
def test_an_address_that_leads_nowhere_good_is_plain_text(href: str):
    data = drawn(document(Paragraph((Run("hit", href=href),))))
    assert links(data) == []
    assert spoken(data).endswith("hit")


def test_a_link_over_two_lines_is_one_link_with_two_places():
    data = drawn(document(Paragraph((Run(words(30), href="https://example.se"),))))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        annotations = pdf.pages[0].obj.Annots
        assert len(annotations) > 1
        assert {str(link.Contents) for link in annotations} == {words(30)}
    assert faults(data) == []


def test_every_page_says_what_it_is_and_how_many_there_are():
    pages = page_texts(drawn(document(Paragraph(text(words(2000))))))
    assert len(pages) > 2
    for number, words_of_page in enumerate(pages, start=1):
        assert f"{number} ({len(pages)})" in words_of_page
        assert "DAGORDNING" in words_of_page
        assert "Vårdnämnden i Ådalen" in words_of_page


def test_what_is_repeated_is_read_once():
    said = spoken(drawn(document(Paragraph(text(words(2000))))))
    assert said.count("DAGORDNING") == 1


def test_a_draft_says_so_on_every_page():
    pages = page_texts(drawn(document(Paragraph(text(words(1200)))), draft=True))
    assert all("UTKAST" in one for one in pages)
    assert not any("UTKAST" in one for one in page_texts(drawn(document())))


def test_a_table_repeats_its_head_on_every_page_but_it_is_read_once():
    rows = ((text("Kolumn"), text("Värde")), *((text(words(9)), text(str(n))) for n in range(120)))
    data = drawn(document(TextTable(rows)))
    assert len(page_texts(data)) > 2
    assert all("Kolumn" in one for one in page_texts(data))
    assert spoken(data).count("Kolumn") == 1
    assert faults(data) == []


def test_a_row_higher_than_a_page_is_cut_between_lines():
    one = document(TextTable(((text("A"), text("B")), (text(words(1500)), text(words(900))))))
    data = drawn(one)
    assert len(page_texts(data)) > 2
    assert spoken(data) == read_aloud(one)
    assert faults(data) == []


def test_a_thousand_items_are_all_there():
    items = tuple(Item(f"{n}.", text(f"Att besluta {n}")) for n in range(1, 1001))
    one = document(ItemList(items, ordered=True))
    data = drawn(one)
    assert spoken(data) == read_aloud(one)
    assert faults(data) == []


def test_a_word_longer_than_a_line_is_broken_and_kept_on_the_page():
    long = "Överenskommelse" * 40
    one = document(Heading(long, 1), Paragraph(text(long)), TextTable(((text(long), text("x")),)))
    data = drawn(one)
    assert spoken(data) == read_aloud(one)
    with pypdfium2.PdfDocument(data) as pdf:
        for number in range(len(pdf)):
            textpage = pdf[number].get_textpage()
            for index in range(textpage.count_rects()):
                left, _, right, _ = textpage.get_rect(index)
                assert left >= 70
                assert right <= 525


def test_a_broken_logo_does_not_stop_the_document():
    broken = picture()[:200]
    head = Letterhead(HEAD.organ, HEAD.kind, HEAD.day, logo=broken)
    plain = Letterhead(HEAD.organ, HEAD.kind, HEAD.day)
    assert drawn(document(head=head)) == drawn(document(head=plain))


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGBA", "PNG"), ("CMYK", "JPEG"), ("L", "PNG"), ("P", "PNG")]
)
def test_any_ordinary_logo_gives_a_valid_file(mode: str, kind: str):
    head = Letterhead(HEAD.organ, HEAD.kind, HEAD.day, logo=picture(mode=mode, kind=kind))
    data = drawn(document(head=head))
    assert b"Logotyp" in data or faults(data) == []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.pages[0].obj.Resources.XObject.Logo.Width == 600
    assert faults(data) == []


def test_no_stream_ends_where_readers_disagree():
    for letter in string.ascii_letters:
        one = document(Paragraph(text(letter * 3)), head=HEAD, title=letter)
        assert not re.search(rb"[^\r]\r\nendstream", drawn(one))


def test_metadata_names_document_and_author():
    with pikepdf.open(io.BytesIO(drawn(ALL_BLOCKS))) as pdf:
        assert str(pdf.Root.Lang) == "sv-SE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Dagordning 2026-03-12, Vårdnämnden i Ådalen"
            assert metadata["dc:creator"] == ["Vårdnämnden i Ådalen"]
            assert metadata["xmp:CreateDate"] == "2026-02-20T09:30:00+00:00"


def test_a_file_is_replaced_whole(tmp_path):
    target = tmp_path / "dagordning.pdf"
    target.write_bytes(b"gammal")
    write_pdf(ALL_BLOCKS, target, created=CREATED)
    assert target.read_bytes() == drawn(ALL_BLOCKS)
    assert [path.name for path in tmp_path.iterdir()] == ["dagordning.pdf"]


def test_an_open_file_is_written_to():
    file = io.BytesIO()
    write_pdf(ALL_BLOCKS, file, created=CREATED)
    assert file.getvalue() == drawn(ALL_BLOCKS)


def test_a_folder_that_is_gone_is_refused(tmp_path):
    with pytest.raises(FolderNotWritableError):
        write_pdf(ALL_BLOCKS, tmp_path / "borta" / "x.pdf", created=CREATED)


def test_a_punkt_is_kept_with_what_follows_it():
    for lines in range(20, 44):
        filler = [Paragraph(text("rad"))] * (lines // 2)
        one = document(
            *filler,
            Rule(),
            Heading("Rubriken", 2, "7"),
            Subheading("Förslag", 3),
            Paragraph(text(words(60))),
            Paragraph(text(words(200))),
        )
        for words_of_page in page_texts(drawn(one)):
            if "Rubriken" in words_of_page:
                assert "Förslag" in words_of_page
                assert words_of_page.count("Nämnden") >= 2
