"""The stamp is readable at the upper right of what is seen, and nothing else of a page changes."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import ImageChops

from nämnd.paket.plan import UtskickResult
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.looking import box_of, picture_of, text_on

SCALE = 2  # pixels to a point


def stamp_box(path: Path) -> tuple[float, float, float, float]:
    """Return where the words of the stamp are, on an otherwise empty second page, in points."""
    left, top, right, bottom = box_of(picture_of(path, 2, SCALE), 0, 135)
    return left / SCALE, top / SCALE, right / SCALE, bottom / SCALE


def empty_page(make, tmp_path: Path, entries: bytes, content: bytes = b"") -> UtskickResult:
    page = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<<>>%s>>" % entries
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page, raw.stream(content)))
    return make(part(tmp_path / "a.pdf", "3A"))


A4 = b"/MediaBox[0 0 595 842]"
PAGES = {
    "upright": (A4, (595, 842)),
    "turned-90": (A4 + b"/Rotate 90", (842, 595)),
    "turned-180": (A4 + b"/Rotate 180", (595, 842)),
    "turned-270": (A4 + b"/Rotate 270", (842, 595)),
    "turned-minus-90": (A4 + b"/Rotate -90", (842, 595)),
    "lying": (b"/MediaBox[0 0 842 595]", (842, 595)),
    "cropped": (b"/MediaBox[0 0 900 1200]/CropBox[100 200 695 1042]", (595, 842)),
    "cropped-turned": (b"/MediaBox[0 0 900 1200]/CropBox[100 200 695 1042]/Rotate 90", (842, 595)),
    "offset": (b"/MediaBox[-300 -400 295 442]", (595, 842)),
    "upside-down-box": (b"/MediaBox[595 842 0 0]", (595, 842)),
    "crop-outside": (b"/MediaBox[0 0 595 842]/CropBox[-50 -50 900 900]", (595, 842)),
    "unit": (b"/MediaBox[0 0 297.5 421]/UserUnit 2", (595, 842)),
}


@pytest.mark.parametrize("kind", PAGES)
def test_it_stands_upright_at_the_upper_right(make, tmp_path, kind):
    entries, (width, _) = PAGES[kind]
    result = empty_page(make, tmp_path, entries)
    left, top, right, bottom = stamp_box(result.path)
    unit = 2 if kind == "unit" else 1  # the renderer does not blow pages up
    assert (width / unit - right) * unit == pytest.approx(21, abs=2)
    assert top * unit == pytest.approx(14, abs=2)
    assert (bottom - top) * unit == pytest.approx(9, abs=2)
    assert (right - left) * unit == pytest.approx(71, abs=4)
    assert text_on(result.path, 2).strip() == "Bilaga 3A · sida 1 (1)"


def test_it_grows_with_the_page_so_that_a_shrunk_print_can_be_read(make, tmp_path):
    small = stamp_box(empty_page(make, tmp_path, A4).path)
    a3 = stamp_box(empty_page(make, tmp_path, b"/MediaBox[0 0 1191 842]").path)
    assert (a3[3] - a3[1]) / (small[3] - small[1]) == pytest.approx(1.41, abs=0.15)


@pytest.mark.parametrize("side", [20, 60, 150])
def test_it_fits_on_a_tiny_page(make, tmp_path, side):
    result = empty_page(make, tmp_path, b"/MediaBox[0 0 %d %d]" % (side, side))
    assert text_on(result.path, 2).strip() == "Bilaga 3A · sida 1 (1)"
    with pypdfium2.PdfDocument(result.path) as document:
        text = document[1].get_textpage()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
    assert min(box[0] for box in boxes) >= 0
    assert max(box[2] for box in boxes) <= side


CONTENTS = {
    "saved-and-not-restored": b"q 0.1 0 0 0.1 300 300 cm",
    "several-not-restored": b"q q q 9 0 0 9 -300 -300 cm 0 0 1 1 re W n",
    "restored-too-often": b"Q Q 0.1 0 0 0.1 300 300 cm",
    "clipped-away": b"0 0 1 1 re W n",
    "white-on-white": b"1 1 1 rg 3 Tr",
    "letters-that-look-like-operators": b"BT /F 1 Tf (q q q) Tj ET",
    "unfinished-word": b"q 0.1 0 0 0.1 0 0 cm",
}


@pytest.mark.parametrize("kind", CONTENTS)
def test_what_the_page_does_to_its_own_state_does_not_reach_it(make, tmp_path, kind):
    plain = stamp_box(empty_page(make, tmp_path, A4).path)
    assert stamp_box(empty_page(make, tmp_path, A4, CONTENTS[kind]).path) == plain


def test_it_covers_no_more_than_its_own_ground(make, tmp_path):
    black = b"0 g 0 0 595 842 re f"
    image = picture_of(empty_page(make, tmp_path, A4, black).path, 2, SCALE)
    left, top, right, bottom = (edge / SCALE for edge in box_of(image, 201, 255))
    assert right - left == pytest.approx(80, abs=2)
    assert bottom - top == pytest.approx(13, abs=1.5)
    assert (595 - right, top) == pytest.approx((17, 11), abs=1)


def test_the_rest_of_a_page_looks_as_before(make, tmp_path):
    source = untagged(tmp_path / "a.pdf", 4, turns=(0, 90, 180, 270))
    result = make(part(source, "1"))
    for number in range(4):
        before, after = picture_of(source, number + 1), picture_of(result.path, number + 2)
        assert after.size == before.size
        left, _, _, bottom = box_of(ImageChops.difference(before, after), 1, 255)
        assert bottom < 30
        assert left > after.width - 130


def test_pages_that_share_their_resources_are_stamped_alike(make, tmp_path):
    kids = b"<</Type/Page/Parent 2 0 R>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 595 842]/Resources 5 0 R>>",
        kids,
        kids,
        b"<</Font 3>>",
    ]
    (tmp_path / "a.pdf").write_bytes(raw.file_of(objects))
    result = make(part(tmp_path / "a.pdf", "1"))
    assert text_on(result.path, 2).strip() == "Bilaga 1 · sida 1 (2)"
    assert text_on(result.path, 3).strip() == "Bilaga 1 · sida 2 (2)"
    with pikepdf.open(result.path) as pdf:
        assert list(pdf.pages[1].obj.Resources.Font.keys()) == ["/NamndStamp"]
