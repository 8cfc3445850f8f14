"""The checks themselves: each notices the fault that it is there for."""

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from nämnd.documents.checks import reading_order, structure_problems
from nämnd.documents.pdf import pdf_bytes
from tests.nämnd.documents.samples import ALL_BLOCKS, CREATED

WHOLE = pdf_bytes(ALL_BLOCKS, created=CREATED)


def elements(pdf: pikepdf.Pdf, kind: str) -> list[pikepdf.Object]:
    return [one for one in _under(pdf.Root.StructTreeRoot.K) if kind == one.S]


def _under(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield element
    kids = element.get("/K")
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _under(kid)


def swap_two_marks(pdf: pikepdf.Pdf) -> None:
    first, second = elements(pdf, "/H2")[:2]
    first.K, second.K = second.K, first.K


def empty_the_parent_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array([])


def point_a_mark_elsewhere(pdf: pikepdf.Pdf) -> None:
    marks = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    marks[0] = marks[1]


def cut_the_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree.Nums[1][-1]


def give_a_heading_another_parent(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].P = elements(pdf, "/P")[0]


def point_a_link_elsewhere(pdf: pikepdf.Pdf) -> None:
    links = pdf.pages[0].obj.Annots
    links[0].StructParent = links[1].StructParent


def forget_a_links_parent(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0].StructParent


def drop_a_paragraph(pdf: pikepdf.Pdf) -> None:
    root = pdf.Root.StructTreeRoot.K
    root.K = Array(list(root.K)[:-1])


def draw_without_meaning(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"/P <</MCID 999>> BDC EMC")


def point_at_a_page_that_is_gone(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/H2")[0].Pg = pdf.make_indirect(Dictionary(Type=Name.Page))


@pytest.mark.parametrize(
    "break_it",
    [
        swap_two_marks,
        empty_the_parent_tree,
        point_a_mark_elsewhere,
        cut_the_parent_tree,
        give_a_heading_another_parent,
        point_a_link_elsewhere,
        forget_a_links_parent,
        drop_a_paragraph,
        draw_without_meaning,
        point_at_a_page_that_is_gone,
    ],
)
def test_every_break_is_noticed(break_it: Callable[[pikepdf.Pdf], None]):
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as pdf:
        break_it(pdf)
        pdf.save(file)
    assert structure_problems(file) != []


def test_a_whole_file_has_no_problems(tmp_path):
    path = tmp_path / "dagordning.pdf"
    path.write_bytes(WHOLE)
    assert structure_problems(path) == []


def test_a_file_without_tags_says_so():
    file = io.BytesIO()
    with pikepdf.Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(file)
    assert structure_problems(file) == ["no structure tree"]


def test_the_reading_order_is_that_of_the_tree_and_not_of_the_page():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as pdf:
        root = pdf.Root.StructTreeRoot.K
        root.K = Array(reversed(list(root.K)))
        pdf.save(file)
    assert reading_order(file)[:2] == ["Örjan", "Berg"] or reading_order(file)[0] == "Enligt"


def test_text_with_ranges_and_two_byte_codes_is_read():
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(WHOLE)) as pdf:
        page = pdf.pages[0].obj
        table = b"""1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0001> <0003> <0041> endbfrange
1 beginbfchar <0009> <00E5> endbfchar"""
        page.Resources.Font = Dictionary(T=Dictionary(ToUnicode=pdf.make_stream(table)))
        marks = b"/P <</MCID 0>> BDC /T 9 Tf [<00010002> 20 <0003>] TJ <0009> Tj EMC"
        page.Contents = pdf.make_stream(marks)
        pdf.save(file)
    assert reading_order(file)[0] == "ABCå"
