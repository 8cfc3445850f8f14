"""An entry that stands under another: a list in the list, seen and heard."""

import io

import pikepdf
import pytest
from docx.oxml.ns import qn

from nämnd.core.richtext import Run
from nämnd.documents.content import Item, ItemList, as_text, text
from nämnd.documents.masking import masked_document
from nämnd.documents.word.nodes import node_of
from nämnd.publicering.masks import mask_of
from tests.nämnd.documents.samples import document
from tests.nämnd.documents.test_pdf import drawn, faults
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, written

ITEMS = (
    Item("•", text("Gruppen har gjort detta:")),
    Item("–", (Run("Startat ett register."),), 2),
    Item("–", text("Hållit en kurs. " * 20), 2),
    Item("•", text("Inventeringen är klar.")),
)
LIST = document(ItemList(ITEMS))


def test_it_is_set_in_as_text():
    assert "• Gruppen har gjort detta:\n  – Startat ett register.\n  – Hållit" in as_text(LIST)


def test_both_files_are_faultless():
    assert faults(drawn(LIST)) == []
    assert word_faults(written(LIST)) == []


def kids(node) -> list:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def outline(node) -> list:
    """Return the lists and entries under a node of the structure, each with what is in it."""
    found = []
    for kid in kids(node):
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        inside = outline(kid)
        found += [(str(kid.S)[1:], inside)] if kid.S in {"/L", "/LI"} else inside
    return found


def test_in_the_pdf_it_is_a_list_of_its_own_inside_the_list():
    entry = ("LI", [])
    with pikepdf.open(io.BytesIO(drawn(LIST))) as pdf:
        assert outline(pdf.Root.StructTreeRoot) == [("L", [entry, ("L", [entry, entry]), entry])]


def test_in_word_it_is_on_the_second_level_of_the_same_list():
    found = []
    for paragraph in opened(written(LIST)).paragraphs:
        own = node_of(paragraph).find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            level, number = (own.find(qn(name)).get(qn("w:val")) for name in ("w:ilvl", "w:numId"))
            found.append((level, number))
    assert [level for level, _ in found] == ["0", "1", "1", "0"]
    assert len({number for _, number in found}) == 1


@pytest.mark.parametrize("items", [ITEMS[1:2], ITEMS[1:3], (ITEMS[1], ITEMS[0], ITEMS[1])])
def test_what_stands_under_nothing_is_drawn_too(items):
    one = document(ItemList(items))
    assert faults(drawn(one)) == []
    assert "Startat ett register." in "\n".join(p.text for p in opened(written(one)).paragraphs)


def test_it_stays_where_it_is_when_words_are_masked():
    masked = masked_document(LIST, mask_of(["register"]))
    found = next(block for block in masked.blocks if isinstance(block, ItemList))
    assert [item.level for item in found.items] == [1, 2, 2, 1]
    assert "register" not in as_text(masked)
