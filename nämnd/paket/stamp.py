"""The stamp on each page of a bilaga: «Bilaga 3A · sida 2 (14)». Imports pikepdf: import it late.

It stands upright at the upper right of what is seen, whatever the page's rotation, boxes and unit,
on a white ground no larger than the words.
"""

import zlib
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, parse_content_stream

from nämnd.paket.foreign import FOREIGN
from nämnd.paket.stamp_font import StampFont, stamp_font, width_of, winansi

_SIZE = 8.5  # points, on a page as wide as A4
_A4_WIDTH = 595.28
_SMALLEST, _LARGEST = 0.7, 8.0  # how much smaller or larger on other pages
_FROM_RIGHT, _FROM_TOP = 17.0, 11.0  # in sizes of A4: outside of what most printers cut off
_PAD_X, _PAD_Y, _DEPTH = 4.0, 2.6, 1.9  # of the ground around the words
_RISE = 5.9  # of a capital letter, and a little
_NAME = "/NamndStamp"
_UNFOLDING = frozenset({"/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"})
_BLANK = b"\x00\t\n\f\r "
_MOST_CONTENT = 32 << 20  # bytes of a page's content that are looked at


@dataclass(frozen=True, slots=True)
class Stamper:
    """Stamps the pages of one file."""

    out: Pdf
    font: Object
    look: StampFont
    save: Object  # a stream that keeps the graphics state

    def stamp(self, page: Page, words: str) -> None:
        """Write `words` on `page`; nothing else of it changes."""
        held = page.obj
        unbalanced = _left_open(page)
        saves = [self.save] * max(1, 1 - unbalanced)
        restore = b"Q\n" * max(1, 1 + unbalanced)
        drawn = self.out.make_stream(
            b"\n%s/Artifact <</Type /Pagination /Subtype /Header>> BDC\n%sEMC\n"
            % (restore, self._drawing(page, words))
        )
        held.Contents = Array([*saves, *_streams(held), drawn])

    def _drawing(self, page: Page, words: str) -> bytes:
        frame = _frame(page)
        coded = winansi(words)
        scale, width = _scale(frame, width_of(coded, self.look))
        right, top = frame.width - _FROM_RIGHT * scale, frame.height - _FROM_TOP * scale
        base = top - (_PAD_Y + _RISE) * scale
        left = right - width - _PAD_X * scale
        ground = (left - _PAD_X * scale, base - (_PAD_Y + _DEPTH) * scale)
        size = (right - ground[0], top - ground[1])
        return b"q %s cm 1 g %s re f 0 g BT %s %.3f Tf 0 Tr %.2f %.2f Td <%s> Tj ET Q\n" % (
            b" ".join(b"%g" % number for number in frame.matrix),
            b" ".join(b"%.2f" % number for number in (*ground, *size)),
            self._font_name(page).encode(),
            _SIZE * scale,
            left,
            base,
            coded.hex().encode(),
        )

    def _font_name(self, page: Page) -> str:
        """Put the font among the page's own and return its name there."""
        resources = page.obj.get("/Resources")
        if not isinstance(resources, Dictionary):
            page.obj.Resources = resources = Dictionary()
        fonts = resources.get("/Font")
        if not isinstance(fonts, Dictionary):
            resources.Font = fonts = Dictionary()
        name = _NAME
        while name in fonts and fonts[name].objgen != self.font.objgen:
            name += "x"  # an utskick inside an utskick
        fonts[name] = self.font
        return name


def new_stamper(out: Pdf) -> Stamper:
    """Return a stamper for `out`; its font is in the file once."""
    look = stamp_font()
    return Stamper(out, _write_font(out, look), look, out.make_stream(b"q\n"))


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is seen of a page: its size, and the way from there to the page's own points."""

    width: float
    height: float
    matrix: tuple[float, float, float, float, float, float]
    unit: float


def _frame(page: Page) -> _Frame:
    held = page.obj
    left, bottom, right, top = _seen(held)
    unit = float(held.get("/UserUnit", 1))
    wide, high = right - left, top - bottom
    match int(held.get("/Rotate", 0)) % 360:
        case 90:
            return _Frame(high, wide, (0, 1, -1, 0, right, bottom), unit)
        case 180:
            return _Frame(wide, high, (-1, 0, 0, -1, right, top), unit)
        case 270:
            return _Frame(high, wide, (0, -1, 1, 0, left, top), unit)
        case _:
            return _Frame(wide, high, (1, 0, 0, 1, left, bottom), unit)


def _seen(held: Object) -> tuple[float, float, float, float]:
    """Return the crop box as far as it lies inside the media box."""
    media = _ordered(held.MediaBox)
    if "/CropBox" not in held:
        return media
    crop = _ordered(held.CropBox)
    box = (
        max(media[0], crop[0]),
        max(media[1], crop[1]),
        min(media[2], crop[2]),
        min(media[3], crop[3]),
    )
    return box if box[0] < box[2] and box[1] < box[3] else media


def _ordered(box: Object) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(edge) for edge in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _scale(frame: _Frame, width: float) -> tuple[float, float]:
    """Return how large to draw, and how wide the words are then.

    In proportion to the page's shorter side, so that an A3 or a poster shrunk to one sheet of A4
    can still be read; and never wider than the page.
    """
    wanted = min(frame.width, frame.height) * frame.unit / _A4_WIDTH
    scale = min(max(wanted, _SMALLEST), _LARGEST) / frame.unit
    full = (width * _SIZE + _FROM_RIGHT + 2 * _PAD_X) * scale
    scale *= min(1.0, frame.width / full)
    return scale, width * _SIZE * scale


def _streams(held: Object) -> list[Object]:
    contents = held.get("/Contents")
    if isinstance(contents, Stream):
        return [contents]
    if isinstance(contents, Array):
        return [one for one in contents if isinstance(one, Stream)]
    return []


def _left_open(page: Page) -> int:
    """Return how many graphics states the page's content saves without restoring them.

    Counted in the bare bytes, which is quick; only where that does not come out even (a letter in a
    text may look like an operator) is the content taken apart.
    """
    content = b"\n".join(_content(one) for one in _streams(page.obj))
    if _alone(content, b"q") == _alone(content, b"Q"):
        return 0
    try:
        steps = [str(step.operator) for step in parse_content_stream(page, "q Q")]
    except FOREIGN:
        return 0
    return steps.count("q") - steps.count("Q")


def _alone(content: bytes, letter: bytes) -> int:
    """Return how often `letter` stands alone."""
    found, at = 0, content.find(letter)
    while at >= 0:
        before, after = content[at - 1 : at] if at else b"", content[at + 1 : at + 2]
        found += before in _BLANK and after in _BLANK  # nothing is «in» too: start and end
        at = content.find(letter, at + 1)
    return found


def _content(one: Object) -> bytes:
    """Return what a stream holds, unless it is packed so that it could hold anything."""
    kind = one.get("/Filter")
    try:
        if kind == Name.FlateDecode and "/DecodeParms" not in one:
            return zlib.decompressobj().decompress(one.read_raw_bytes(), _MOST_CONTENT)
        packings = [str(name) for name in kind] if isinstance(kind, Array) else [str(kind)]
        once = sum(name in _UNFOLDING for name in packings) <= 1
        return one.read_bytes() if once else b""
    except (*FOREIGN, zlib.error):
        return b""


def _write_font(out: Pdf, look: StampFont) -> Object:
    file = out.make_stream(look.data, Length1=len(look.data))
    name = Name("/NAMNDS+SourceSans3-Semibold")
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=32,
        FontBBox=Array(look.box),
        ItalicAngle=0,
        Ascent=look.ascent,
        Descent=look.descent,
        CapHeight=look.cap_height,
        StemV=100,
        FontFile2=file,
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=name,
        FirstChar=32,
        LastChar=255,
        Widths=Array(look.widths[32:]),
        Encoding=Name.WinAnsiEncoding,
        FontDescriptor=out.make_indirect(descriptor),
    )
    return out.make_indirect(font)
