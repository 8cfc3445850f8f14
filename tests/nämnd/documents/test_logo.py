"""The logo: an untrusted picture."""

import io
import struct
import zlib

import pytest
from PIL import Image

from nämnd.documents.errors import LogoTooLargeError, LogoUnreadableError
from nämnd.documents.logo import check_logo, png_of, read_logo, usable_logo
from tests.nämnd.documents.samples import picture


def png_that_claims(width: int, height: int) -> bytes:
    """Return a small PNG whose head promises more than there is."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(("mode", "kind"), [("RGBA", "PNG"), ("P", "PNG"), ("CMYK", "JPEG")])
def test_png_and_jpeg_are_read(mode: str, kind: str):
    logo = read_logo(picture(mode=mode, kind=kind))
    assert (logo.width, logo.height) == (600, 150)
    assert len(logo.rgb) == 3 * 600 * 150


def test_what_is_transparent_becomes_white():
    assert read_logo(picture()).rgb[:3] == b"\xff\xff\xff"


def test_a_large_logo_is_made_smaller():
    logo = read_logo(picture(4000, 1000))
    assert (logo.width, logo.height) == (1000, 250)


@pytest.mark.parametrize(
    "data",
    [b"", b"logo", b"<svg/>", b"GIF89a" + bytes(50), picture()[:120], picture(kind="PNG")[:-900]],
    ids=["empty", "text", "svg", "gif", "cut early", "cut late"],
)
def test_what_can_not_be_drawn_is_refused(data: bytes):
    with pytest.raises(LogoUnreadableError):
        check_logo(data)
    assert usable_logo(data) is None


@pytest.mark.parametrize("side", [6_000, 20_000, 60_000])
def test_a_picture_bomb_is_refused_before_it_is_unpacked(side: int):
    with pytest.raises(LogoTooLargeError):
        check_logo(png_that_claims(side, side))
    assert usable_logo(png_that_claims(side, side)) is None


def test_the_picture_for_word_shows_the_same():
    logo = read_logo(picture())
    with Image.open(io.BytesIO(png_of(logo))) as image:
        assert image.tobytes() == logo.rgb
