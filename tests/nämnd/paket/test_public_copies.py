"""What a foreign file may say in a public utskick: nothing of what is masked, anywhere."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from nämnd.documents.checks import reading_order, structure_problems
from nämnd.paket.foreign import FOREIGN
from nämnd.paket.plan import Status
from nämnd.paket.public.copying import public_copy
from nämnd.paket.source import Pages, opened
from nämnd.publicering.masks import mask_of
from tests.nämnd.paket import hostile_silent as _silent  # noqa: F401 - adds its places
from tests.nämnd.paket.attacker import found_in
from tests.nämnd.paket.drawn import scanned
from tests.nämnd.paket.hostile import ADDRESS, NAME, NUMBER, OPEN, PLACES, SECRETS, paper
from tests.nämnd.paket.material import tagged

MASK = mask_of(SECRETS)


def copied(path: Path, mask=MASK, own=None):
    return public_copy(Pages(opened(path), Status.INCLUDED, path), mask, own)


def page_bytes(pages: Pages) -> bytes:
    """Return the pages as a packet takes them over: without what the file says about itself."""
    with pikepdf.Pdf.new() as out:
        for page in pages.pdf.pages:
            out.pages.append(page)
        if "/StructTreeRoot" in pages.pdf.Root:
            out.Root.StructTreeRoot = out.copy_foreign(pages.pdf.Root.StructTreeRoot)
        if "/Outlines" in pages.pdf.Root:
            out.Root.Outlines = out.copy_foreign(pages.pdf.Root.Outlines)
        file = io.BytesIO()
        out.save(file)
    return file.getvalue()


@pytest.mark.parametrize("place", PLACES)
def test_what_is_masked_is_gone_wherever_a_file_says_it(tmp_path, place):
    path = tmp_path / "hemlig.pdf"
    PLACES[place](path)
    assert found_in(path, NAME) or found_in(path, ADDRESS)  # the attacker can find it at all
    data = page_bytes(copied(path).pages)
    assert found_in(data, *SECRETS) == []
    assert OPEN in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def as_bytes(data: Path | bytes) -> bytes:
    """Return the bytes of a page that was made in memory."""
    assert isinstance(data, bytes)
    return data


def test_where_a_masked_word_stood_there_are_black_dots_and_nothing_else(tmp_path):
    path = tmp_path / "hemlig.pdf"
    PLACES["plain"](path)
    before = pypdfium2.PdfDocument(path)[0]
    text = before.get_textpage()
    found = text.search(NAME).get_next()
    assert found is not None
    at = found[0]
    left, bottom, _, _ = text.get_charbox(at)
    _, _, right, top = text.get_charbox(at + len(NAME) - 1)
    image = pypdfium2.PdfDocument(copied(path).pages.origin)[0].render(scale=2).to_pil()
    high = image.height
    hidden = image.crop(
        (int(left * 2), int(high - top * 2), int(right * 2), int(high - bottom * 2))
    ).convert("L")
    assert max(hidden.tobytes()) < 40
    assert max(image.convert("L").tobytes()) > 240


def test_the_rest_of_a_page_drawn_anew_can_be_read_by_a_screen_reader(tmp_path):
    path = tmp_path / "hemlig.pdf"
    PLACES["among_other_words"](path)
    data = copied(path).pages.origin
    said = " ".join(reading_order(io.BytesIO(as_bytes(data))))
    assert "Anmälan av [maskerat], [maskerat], [maskerat], är mottagen" in said
    assert said.count(OPEN) == 2
    assert "Sida två" in said
    assert structure_problems(io.BytesIO(as_bytes(data))) == []


def test_only_pages_with_something_masked_are_drawn_anew(tmp_path):
    path = tmp_path / "hemlig.pdf"
    PLACES["among_other_words"](path)
    pages = copied(path).pages.pdf.pages
    assert [len(page.get_images()) for page in pages] == [1, 0]


def test_a_file_without_anything_masked_keeps_its_tags_and_its_sharpness(tmp_path):
    path = tagged(tmp_path / "missiv.pdf", 2)
    before = reading_order(path)
    copy = copied(path)
    assert reading_order(io.BytesIO(as_bytes(copy.pages.origin))) == before
    assert [len(page.get_images()) for page in copy.pages.pdf.pages] == [0, 0]


def test_a_link_to_another_page_brings_nothing_of_the_old_page_along(tmp_path):
    path = tmp_path / "hemlig.pdf"

    def draw(canvas):
        canvas.bookmarkPage("hit")
        canvas.drawString(60, 700, NAME)

    paper(path, draw, lambda canvas: canvas.linkAbsolute("upp", "hit", (60, 30, 160, 44)))
    copy = copied(path).pages
    assert found_in(page_bytes(copy), *SECRETS) == []
    (link,) = copy.pdf.pages[1].obj.Annots
    assert link.Dest[0].objgen == copy.pdf.pages[0].obj.objgen


def test_words_to_mask_that_are_nowhere_in_the_text_keep_the_file_from_being_published(tmp_path):
    path = tmp_path / "öppen.pdf"
    paper(path)
    assert copied(path, own=mask_of([NAME, "Halmstad"])).missing == (NAME,)


def test_a_page_that_is_a_picture_is_left_out_of_a_file_in_which_something_is_masked(tmp_path):
    paper(tmp_path / "a.pdf", lambda canvas: canvas.drawString(60, 700, NAME))
    scan = scanned(tmp_path / "b.pdf", 1, 60)
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pikepdf.open(scan) as other:
        pdf.pages.extend(other.pages)
        pdf.save(tmp_path / "c.pdf")
    copy = copied(tmp_path / "c.pdf", own=mask_of([NAME]))
    assert copy.pictures == (2,)
    text = pypdfium2.PdfDocument(copy.pages.origin)[1].get_textpage().get_text_range()
    assert "Sidan publiceras inte" in text
    assert not copy.pages.pdf.pages[1].get_images()


def test_a_picture_may_be_published_when_nothing_is_masked_in_the_file(tmp_path):
    path = scanned(tmp_path / "b.pdf", 1, 60)
    copy = copied(path)
    assert copy.pictures == ()
    assert copy.pages.pdf.pages[0].get_images()


def test_a_picture_that_stays_shows_the_same_dots(tmp_path):
    path = tmp_path / "foto.pdf"
    PLACES["by_the_camera"](path)
    before = pypdfium2.PdfDocument(path)[0].render(scale=1).to_pil()
    after = pypdfium2.PdfDocument(copied(path).pages.origin)[0].render(scale=1).to_pil()
    assert Image.Image.tobytes(before) == Image.Image.tobytes(after)


def test_a_filled_in_field_still_shows_what_may_be_shown(tmp_path):
    path = tmp_path / "blankett.pdf"
    PLACES["in_a_field"](path)
    data = copied(path, mask_of([NUMBER])).pages.origin
    assert NAME in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(as_bytes(data))) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not len(pdf.pages[0].obj.get("/Annots", ()))


@settings(max_examples=40)
@given(st.sampled_from(sorted(PLACES)), st.randoms(use_true_random=False))
def test_a_damaged_file_is_refused_or_keeps_its_secrets(tmp_path, place, random):
    path = tmp_path / "hemlig.pdf"
    PLACES[place](path)
    data = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 12)):
        data[random.randrange(len(data))] = random.randrange(256)
    path.write_bytes(data)
    try:
        copy = copied(path).pages
    except FOREIGN:
        return
    assert found_in(page_bytes(copy), NAME, ADDRESS) == []
