"""Pictures as pages. Imports Pillow and pikepdf: import it late."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image, ImageOps, ImageSequence

from nämnd.paket.plan import Reason

_A4 = (595.28, 841.89)
_MARGIN = 28.35  # points: 10 mm
_LOWEST = 72.0  # pixels to an inch: a small picture is not blown up beyond this
_MOST_PIXELS = 89_000_000  # of one picture, where Pillow warns: an A0 at 210 dpi
_MOST_FRAMES = 200
_TURNED = {3: 180, 6: 90, 8: 270}  # orientation in a photograph → /Rotate
_MIRRORED = frozenset({2, 4, 5, 7})
_ORIENTATION = 0x0112
_QUALITY = 88
_PERSONAL = frozenset({0xE1, 0xED, 0xFE})  # JPEG segments: Exif and XMP, Photoshop's, comment
_SCAN, _MARK = 0xDA, 0xFF


def picture_pages(data: bytes) -> Pdf | Reason:
    """Return `data`, a picture of one or more frames, as a PDF with a page for each.

    A photograph keeps its pixels as they are; what it knows about its photographer goes.
    """
    pdf = Pdf.new()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                for frame in _frames(image):
                    _add_page(pdf, frame, data if image.format == "JPEG" else None)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Reason.TOO_LARGE
    except (OSError, ValueError, SyntaxError, struct.error, zlib.error, MemoryError, KeyError):
        return Reason.DAMAGED  # Pillow's words for a file that is not what it says
    return pdf


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    if image.format != "TIFF":  # a moving picture shows its first frame
        yield image
        return
    for number, frame in enumerate(ImageSequence.Iterator(image)):
        if number == _MOST_FRAMES or frame.width * frame.height > _MOST_PIXELS:
            raise Image.DecompressionBombError
        yield frame


def _add_page(pdf: Pdf, image: Image.Image, jpeg: bytes | None) -> None:
    orientation = image.getexif().get(_ORIENTATION, 1)
    if jpeg is not None and image.mode in ("RGB", "L") and orientation not in _MIRRORED:
        image.load()  # proves that it is whole
        drawn = _stream(pdf, without_personal(jpeg), image, Name.DCTDecode)
        _place(pdf, drawn, image, _TURNED.get(orientation, 0))
        return
    upright = ImageOps.exif_transpose(image)
    _place(pdf, _packed(pdf, upright, photograph=jpeg is not None), upright, 0)


def _packed(pdf: Pdf, image: Image.Image, *, photograph: bool) -> Object:
    if image.mode == "1":
        image = image.convert("L")
    grey = image.mode in ("L", "I;16", "I", "F")
    plain = image.convert("L") if grey else _on_white(image)
    if photograph:
        file = io.BytesIO()
        plain.save(file, "JPEG", quality=_QUALITY)
        return _stream(pdf, file.getvalue(), plain, Name.DCTDecode)
    return _stream(pdf, zlib.compress(plain.tobytes()), plain, Name.FlateDecode)


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    seen = image.convert("RGBA")
    ground = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(ground, seen).convert("RGB")


def _stream(pdf: Pdf, data: bytes, image: Image.Image, kind: Name) -> Object:
    drawn = pdf.make_stream(b"")
    drawn.write(data, filter=kind)
    for key, value in {
        "/Type": Name.XObject,
        "/Subtype": Name.Image,
        "/Width": image.width,
        "/Height": image.height,
        "/ColorSpace": Name.DeviceGray if image.mode == "L" else Name.DeviceRGB,
        "/BitsPerComponent": 8,
    }.items():
        drawn[key] = value
    return drawn


def _place(pdf: Pdf, drawn: Object, image: Image.Image, turn: int) -> None:
    """Put a picture on a sheet of A4 that lies as the picture does."""
    lying = image.width > image.height
    wide, high = (_A4[1], _A4[0]) if lying else _A4
    room_x, room_y = wide - 2 * _MARGIN, high - 2 * _MARGIN
    scale = min(room_x / image.width, room_y / image.height, 72 / _LOWEST)
    across, up = image.width * scale, image.height * scale
    x, y = (wide - across) / 2, (high - up) / 2
    page = pdf.add_blank_page(page_size=(wide, high))
    page.obj.Resources = Dictionary(XObject=Dictionary(Bild=drawn))
    page.obj.Contents = pdf.make_stream(
        b"q %.2f 0 0 %.2f %.2f %.2f cm /Bild Do Q" % (across, up, x, y)
    )
    if turn:
        page.obj.Rotate = turn


def without_personal(jpeg: bytes) -> bytes:
    """Return a JPEG without Exif, XMP, Photoshop's notes and comments: place, time, names."""
    out, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == _MARK and jpeg[at + 1] != _SCAN:
        length = 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] not in _PERSONAL:
            out.append(jpeg[at : at + length])
        at += length
    return b"".join([*out, jpeg[at:]])
