"""Links and bookmarks of bilagor, however they name their places."""

import zlib

import pikepdf
import pytest

from nämnd.core.richtext import Paragraph, Run, TextTable
from nämnd.documents.content import Document, Item, ItemList, Letterhead, Note, Rule
from nämnd.paket.aims import with_links_to
from nämnd.paket.metadata import claims_accessible
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.looking import outline_of, page_led_to

NAMES = b"/Names<</Dests<</Names[(nytt)[4 0 R/XYZ 0 9 0](kort)<</D[4 0 R]>>]>>>>"
OLD = b"/Dests<</gammalt[4 0 R/Fit]/trasigt 7>>"
PLACES = {
    "explicit": (b"/Dest[4 0 R/XYZ 1 2 0]", 3),
    "by-name": (b"/Dest(nytt)", 3),
    "by-name-without-view": (b"/Dest(kort)", 3),
    "by-old-name": (b"/Dest/gammalt", 3),
    "by-action": (b"/A<</S/GoTo/D(nytt)>>", 3),
    "by-number": (b"/Dest[1/Fit]", 3),
    "without-view": (b"/Dest[4 0 R]", 3),
    "own-page": (b"/Dest[3 0 R/FitH 9]", 2),
    "number-too-large": (b"/Dest[9/Fit]", None),
    "no-such-name": (b"/Dest(finns inte)", None),
    "broken-name": (b"/Dest/trasigt", None),
    "no-page": (b"/Dest[(x)/Fit]", None),
    "empty": (b"/Dest[]", None),
    "other-file": (b"/A<</S/GoToR/F(x.pdf)/D[0/Fit]>>", None),
    "named-action": (b"/A<</S/Named/N/LastPage>>", None),
    "no-address": (b"/A<</S/URI/URI 7>>", None),
}


def linking(entries: bytes) -> bytes:
    """Return two pages, of which the first has a link and the file a bookmark with `entries`."""
    link = b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]%s>>" % entries
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Outlines 5 0 R%s%s>>" % (NAMES, OLD),
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>",
        raw.PAGE.replace(b">>", b"/Annots[%s]>>" % link),
        raw.PAGE,
        b"<</Type/Outlines/First 6 0 R/Last 6 0 R>>",
        b"<</Title(Hit)/Parent 5 0 R/Next 6 0 R%s>>" % entries,
    ]
    return raw.file_of(objects)


@pytest.mark.parametrize("kind", PLACES)
def test_a_place_is_found_however_it_is_written(make, tmp_path, kind):
    entries, page = PLACES[kind]
    (tmp_path / "a.pdf").write_bytes(linking(entries))
    result = make(part(tmp_path / "a.pdf", "1"))
    with pikepdf.open(result.path) as pdf:
        (link,) = pdf.pages[1].obj.Annots
        assert page_led_to(pdf, link) == page
        assert "/A" not in link
        assert outline_of(pdf)[-1] == (3, "Hit", page)
        assert "/Dests" not in pdf.Root


def test_a_list_of_names_that_is_broken_leaves_the_rest(make, tmp_path):
    data = linking(b"/Dest/gammalt").replace(b"/Dests<</Names[", b"/Dests<</Names 9/X[")
    (tmp_path / "a.pdf").write_bytes(data)
    result = make(part(tmp_path / "a.pdf", "1"))
    with pikepdf.open(result.path) as pdf:
        assert page_led_to(pdf, pdf.pages[1].obj.Annots[0]) == 3


def test_only_links_to_bilagor_with_pages_are_left_wherever_they_stand():
    runs = (Run("a", href="bilaga:1"), Run("b", href="bilaga:2"), Run("c", href="https://x.se"))
    kept = (Run("a", href="bilaga:1"), Run("b"), Run("c", href="https://x.se"))

    def everywhere(words):
        item = ItemList((Item("1.", words),))
        blocks = (Paragraph(words), Note(words), item, TextTable(((words,),)), Rule())
        return Document("x", Letterhead("x", "x", "x"), blocks)

    assert with_links_to(everywhere(runs), ["1"]) == everywhere(kept)


CLAIMS = {
    "attribute": (b"<x pdfuaid:part='1'/>", b"", True),
    "element": (b"<pdfuaid:part>1</pdfuaid:part>", b"", True),
    "packed": (zlib.compress(b"<pdfuaid:part>1</pdfuaid:part>"), b"/Filter/FlateDecode", True),
    "other-part": (b"<pdfuaid:part>2</pdfuaid:part>", b"", False),
    "none": (b"<x/>", b"", False),
    "badly-packed": (b"<pdfuaid:part>1</pdfuaid:part>", b"/Filter/FlateDecode", False),
    "packed-otherwise": (b"<pdfuaid:part>1</pdfuaid:part>", b"/Filter/LZWDecode", False),
}


@pytest.mark.parametrize("kind", CLAIMS)
def test_what_a_file_says_of_itself_is_read_without_unfolding_it(tmp_path, kind):
    data, entries, claimed = CLAIMS[kind]
    held = raw.stream(data, entries)
    (tmp_path / "a.pdf").write_bytes(raw.one_page(raw.PAGE, held, catalog=b"/Metadata 4 0 R"))
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert claims_accessible(pdf) is claimed
