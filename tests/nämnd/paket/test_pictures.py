"""Pictures and plain text as bilagor."""

import pikepdf
import pytest
from PIL import Image

from nämnd.paket.plan import Reason, Status
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import photo
from tests.nämnd.paket.looking import box_of, picture_of, shade_at, text_on

DARK = (10, 85, 100)


def dark_corner(image: Image.Image) -> str:
    """Return in which corner of the picture its dark field is."""
    image = image.crop((0, 27, image.width, image.height))  # without the stamp
    box = box_of(image, 0, 149)
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ("upper" if y < image.height / 2 else "lower") + (
        " left" if x < image.width / 2 else " right"
    )


@pytest.mark.parametrize("kind", ["png", "jpg", "tif", "gif", "bmp", "webp"])
def test_a_picture_becomes_a_page(make, tmp_path, kind):
    result = make(part(photo(tmp_path / f"a.{kind}"), "1"))
    assert [(one.status, one.pages) for one in result.parts] == [(Status.CONVERTED, 1)]
    image = picture_of(result.path, 2)
    assert image.width > image.height
    assert dark_corner(image) == "upper left"
    assert shade_at(image, 140, 120) == pytest.approx(64, abs=4)
    assert "Bilaga 1 · sida 1 (1)" in text_on(result.path, 2)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_stands_as_the_camera_was_held(make, tmp_path, orientation):
    """The control is Pillow's own way of turning it."""
    from PIL import ImageOps

    about = Image.Exif()
    about[0x0112] = orientation
    plain = Image.open(photo(tmp_path / "a.jpg", (640, 400)))
    plain.save(tmp_path / "b.jpg", exif=about)
    upright = ImageOps.exif_transpose(Image.open(tmp_path / "b.jpg"))
    result = make(part(tmp_path / "b.jpg", "1"))
    image = picture_of(result.path, 2)
    assert (image.width > image.height) == (upright.width > upright.height)
    sheet = Image.new("RGB", image.size, "white")
    upright.thumbnail((image.width - 90, image.height - 90))
    sheet.paste(upright, (45, 45))
    assert dark_corner(image) == dark_corner(sheet)


def test_a_photograph_keeps_its_pixels(make, tmp_path):
    photo(tmp_path / "a.jpg", (800, 600))
    result = make(part(tmp_path / "a.jpg", "1"))
    with pikepdf.open(result.path) as pdf:
        kept = pdf.pages[1].obj.Resources.XObject.Bild
        assert kept.Filter == "/DCTDecode"
        assert kept.read_raw_bytes()[-200:] == (tmp_path / "a.jpg").read_bytes()[-200:]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_pictures_of_every_colour_kind_can_be_drawn(make, tmp_path, mode):
    kind = {"CMYK": "jpg", "F": "tif"}.get(mode, "png")
    image = Image.open(photo(tmp_path / "a.png"))
    image = image.convert("L").convert("I").convert(mode) if mode == "I;16" else image.convert(mode)
    image.save(tmp_path / f"b.{kind}")
    result = make(part(tmp_path / f"b.{kind}", "1"))
    assert result.parts[0].status is Status.CONVERTED


def test_what_is_transparent_is_white(make, tmp_path):
    image = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    image.putpixel((0, 0), (*DARK, 255))
    image.save(tmp_path / "a.png")
    page = picture_of(make(part(tmp_path / "a.png", "1")).path, 2)
    assert shade_at(page, page.width // 2, page.height // 2) == 255


def test_every_page_of_a_scan_is_there(make, tmp_path):
    pages = [Image.new("L", (100, 140), shade) for shade in (200, 100, 50)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:])
    result = make(part(tmp_path / "a.tif", "1"))
    assert result.parts[0].pages == 3
    middles = [shade_at(picture_of(result.path, n), 296, 420) for n in (2, 3, 4)]
    assert middles == [200, 100, 50]


def test_a_picture_of_too_many_pixels_is_not_opened(make, tmp_path):
    Image.new("1", (12_000, 11_000)).save(tmp_path / "a.png")
    assert (tmp_path / "a.png").stat().st_size < 30_000
    result = make(part(tmp_path / "a.png", "1"))
    assert [one.reason for one in result.left_out] == [Reason.TOO_LARGE]


@pytest.mark.parametrize("kind", ["png", "jpg", "tif", "gif"])
def test_a_picture_cut_off_in_the_middle_is_not_shown_as_whole(make, tmp_path, kind):
    image = Image.effect_noise((300, 300), 90).convert("P" if kind == "gif" else "RGB")
    image.save(tmp_path / f"a.{kind}")
    whole = (tmp_path / f"a.{kind}").read_bytes()
    (tmp_path / "b").write_bytes(whole[: len(whole) // 2])
    result = make(part(tmp_path / "b", "1", f"b.{kind}"))
    assert [one.reason for one in result.left_out] == [Reason.DAMAGED]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_plain_text_becomes_pages_whatever_its_letters_are_in(make, tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("Åtgärder\r\n\r\n  – först\n".encode(encoding))
    result = make(part(tmp_path / "a.txt", "1"))
    said = text_on(result.path, 2)
    assert [one.status for one in result.parts] == [Status.CONVERTED]
    assert result.parts[0].tagged
    assert "Åtgärder" in said
    assert "– först" in said


def test_a_long_text_runs_over_pages(make, tmp_path):
    (tmp_path / "a.txt").write_text("\n".join(f"Rad {n}" for n in range(200)))
    result = make(part(tmp_path / "a.txt", "1"))
    assert result.parts[0].pages > 3
    assert "Rad 199" in text_on(result.path, result.pages)
