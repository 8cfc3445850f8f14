"""A whole utskick of 28 files and 245 pages, looked at from all sides."""

import re
from itertools import pairwise

import pikepdf
import pytest
from pikepdf import NumberTree

from nämnd.documents.checks import reading_order, structure_problems
from nämnd.paket.plan import Status, UtskickResult
from tests.nämnd.paket.looking import (
    addresses_in,
    everything,
    links_on,
    outline_of,
    page_led_to,
    text_on,
)

ROTATED, A3 = 5, 4  # pages of those files


@pytest.fixture(scope="module")
def pdf(whole: UtskickResult):
    with pikepdf.open(whole.path) as opened:
        yield opened


@pytest.fixture(scope="module")
def front(whole: UtskickResult) -> int:
    """Return how many pages the dagordning has."""
    return whole.parts[0].first_page - 1


def test_every_page_of_every_file_is_there_in_order(whole, pdf, front):
    assert [part.status for part in whole.parts] == [Status.INCLUDED] * 28
    assert whole.pages == len(pdf.pages) == front + 245
    assert whole.left_out == whole.repaired == ()
    for before, after in pairwise(whole.parts):
        assert after.first_page == before.first_page + before.pages


def test_every_beteckning_on_the_dagordning_leads_to_its_bilaga(whole, pdf, front):
    links = [link for number in range(front) for link in links_on(pdf.pages[number])]
    led_to = [page_led_to(pdf, link) for link in links]
    label_and_rubrik = [page for part in whole.parts for page in (part.first_page,) * 2]
    assert led_to == label_and_rubrik


def test_no_link_leads_nowhere(pdf):
    links = [link for page in pdf.pages for link in links_on(page)]
    assert len(links) > 250
    for link in links:
        assert page_led_to(pdf, link) is not None or "/URI" in link.A
    assert addresses_in(pdf) == {"https://www.example.se/"}


def test_links_inside_a_bilaga_stay_inside_it(whole, pdf):
    for part in whole.parts:
        last = part.first_page + part.pages - 1
        for number in range(part.first_page, last + 1):
            led = [page_led_to(pdf, link) for link in links_on(pdf.pages[number - 1])]
            assert all(part.first_page <= page <= last for page in led if page is not None)


def test_every_bilaga_page_says_what_it_is(whole, front):
    for part in whole.parts:
        for number in range(part.pages):
            stamp = f"Bilaga {part.beteckning} · sida {number + 1} ({part.pages})"
            assert stamp in text_on(whole.path, part.first_page + number)
    assert not any("· sida" in text_on(whole.path, page) for page in range(1, front + 1))


def test_bookmarks_show_dagordning_punkter_and_bilagor(whole, pdf):
    marks = outline_of(pdf)
    top = [title for level, title, _ in marks if level == 1]
    assert top[0] == "Dagordning"
    assert top[1:] == [f"{n}. nämnden över kronor beslutar" for n in range(1, 15)]
    bilagor = [
        (title, page) for level, title, page in marks if level == 2 and title.startswith("Bilaga")
    ]
    assert bilagor == [
        (f"Bilaga {part.beteckning}. Handling {part.beteckning}", part.first_page)
        for part in whole.parts
    ]


def test_headings_of_the_dagordning_and_of_bilagor_are_bookmarks_below(whole, pdf, front):
    marks = outline_of(pdf)
    first = marks.index((1, "1. nämnden över kronor beslutar", whole.parts[0].first_page))
    below = marks[1:first]
    assert [title for level, title, _ in below if level == 3] == [
        f"{n}. nämnden över kronor beslutar" for n in range(1, 15)
    ]
    assert all(page <= front for _, _, page in below)
    start = whole.parts[0].first_page
    sections = [(4, f"Avsnitt {n + 1}", start + n) for n in range(4)]
    assert marks[first + 2 : first + 7] == [(3, "Tjänsteskrivelse", start), *sections]


def test_bookmarks_are_closed_and_count_themselves(pdf):
    assert pdf.Root.Outlines.Count == 15
    with pdf.open_outline() as outline:
        assert len(outline.root) == 15
        assert all(item.is_closed for item in outline.root if item.children)


def test_pages_are_numbered_by_bilaga(whole, pdf, front):
    labels = [pikepdf.Page(page).label for page in pdf.pages]
    assert labels[:front] == [str(number + 1) for number in range(front)]
    expected = [f"{part.beteckning}:{n + 1}" for part in whole.parts for n in range(part.pages)]
    assert labels[front:] == expected


def test_the_structure_of_all_parts_hangs_together(whole):
    assert structure_problems(whole.path) == []


def test_tags_are_kept_in_order_and_stamps_are_no_part_of_the_text(whole):
    said = " ".join(reading_order(whole.path))
    assert said.startswith("Vårdnämnden i Ådalen")
    assert len(re.findall(r"Tjänsteskrivelse Avsnitt 1 ", said)) == 12
    assert "· sida" not in said


def test_each_tagged_bilaga_is_a_part_of_one_document(whole, pdf):
    document = pdf.Root.StructTreeRoot.K
    tagged = [f"Bilaga {p.beteckning}. Handling {p.beteckning}" for p in whole.parts if p.tagged]
    assert document.S == "/Document"
    assert [str(part.T) for part in document.K] == ["Dagordning", *tagged]
    assert {str(part.S) for part in document.K} == {"/Part"}
    assert len(tagged) == 14
    assert pdf.Root.MarkInfo.Marked


def test_the_parent_tree_has_a_place_for_each_page_and_link(pdf):
    tree = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    keys = [int(p.obj.StructParents) for p in pdf.pages if "/StructParents" in p.obj]
    links = [link for page in pdf.pages for link in links_on(page) if "/StructParent" in link]
    keys += [int(link.StructParent) for link in links]
    assert sorted(keys) == sorted(tree) == sorted(set(keys))
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == max(keys) + 1


def test_pages_keep_size_and_rotation(whole, pdf):
    turned = whole.parts[-2]
    pages = [pdf.pages[turned.first_page - 1 + n].obj for n in range(ROTATED)]
    assert [int(page.get("/Rotate", 0)) for page in pages] == [0, 90, 180, 270, 90]
    large = whole.parts[-3]
    sizes = {
        tuple(round(float(edge)) for edge in pdf.pages[large.first_page - 1 + n].mediabox)
        for n in range(A3)
    }
    assert sizes == {(0, 0, 1191, 842)}


def test_it_says_what_it_is_and_nothing_about_who_made_the_parts(whole, pdf):
    with pdf.open_metadata() as about:
        assert about["dc:title"] == "Handlingar till sammanträde 2026-03-12"
        assert about["dc:creator"] == ["Vårdnämnden i Ådalen"]
        assert "pdfuaid:part" not in about
    assert str(pdf.docinfo["/Title"]) == "Handlingar till sammanträde 2026-03-12"
    assert pdf.Root.Lang == "sv-SE"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    others = [one for one in everything(pdf) if "/Metadata" in one]
    assert [one.get("/Type") for one in others] == ["/Catalog"]
    assert not whole.accessible


def test_the_stamp_font_is_in_the_file_once(pdf):
    names = [
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one
    ]
    assert sum("NAMNDS" in str(one.FontName) for one in names) == 1
