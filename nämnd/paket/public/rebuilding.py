"""Foreign pages drawn anew: as a picture without what is masked, with its words in reach.

The picture shows the page; over it lies the text that is left, unseen but tagged, for screen
readers, search and copying. Nothing of the old page comes along. Imports pikepdf, reportlab,
Pillow and pypdfium2: import it late.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs, reportlab has few.

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pypdfium2
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from nämnd.documents.pdf.fonts import Face, drawable, width
from nämnd.documents.pdf.streams import mend_fonts
from nämnd.paket.public.letters import Box, Letters
from nämnd.publicering.masks import MASKED

_DPI = 170
_MOST_PIXELS = 30_000_000  # of one page; a poster gets fewer to the inch
_QUALITY = 82
_ROOM = 0.12  # of the height of a line: blackened around what is masked
_OF_LINE = 0.8  # of the height of a line: the size of its letters
_SMALLEST = 1.0
_APART = 0.75  # of the height: more between two lines begins a paragraph
_UNSEEN = 3  # text rendering mode, ISO 32000-1 table 106
_NAME = "/Sida"
_NOTICE = ("Sidan publiceras inte.", "Den är en bild som inte kan sökas igenom.")
_EDGE, _FIRST, _LINE = 60.0, 90.0, 18.0  # points: where the notice stands


@dataclass(frozen=True, slots=True)
class Line:
    """A line of what is left of the text, and where it stands."""

    text: str
    box: Box


@dataclass(slots=True)
class Rebuilt:
    """A page to be drawn anew, as a picture and what it says."""

    width: float  # points
    height: float
    picture: bytes = b""  # JPEG; none: the text is seen
    size: tuple[int, int] = (0, 0)  # pixels
    paragraphs: list[list[Line]] = field(default_factory=list[list[Line]])


def rebuilt(page: pypdfium2.PdfPage, letters: Letters, hidden: frozenset[int]) -> Rebuilt:
    """Return a page without the letters `hidden`."""
    scale = min(_DPI / 72, (_MOST_PIXELS / (letters.width * letters.height)) ** 0.5)
    image = _seen(page, scale)
    _blacken(image, letters, hidden, scale)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=_QUALITY)
    size = (image.width, image.height)
    return Rebuilt(
        letters.width, letters.height, file.getvalue(), size, _paragraphs(_lines(letters, hidden))
    )


def _seen(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    """Return what is seen of a page."""
    render = cast("Any", page.render)  # its hints say whole numbers, its words say any
    return render(scale=scale, draw_annots=False, may_draw_forms=False).to_pil().convert("RGB")


def notice(letters: Letters) -> Rebuilt:
    """Return the page that stands where one can't be searched for what is masked."""
    top = [_FIRST + at * _LINE for at in range(len(_NOTICE))]
    lines = [
        Line(words, Box(_EDGE, y, letters.width - _EDGE, y + _LINE))
        for words, y in zip(_NOTICE, top, strict=True)
    ]
    return Rebuilt(letters.width, letters.height, paragraphs=[lines])


def _blacken(image: Image.Image, letters: Letters, hidden: frozenset[int], scale: float) -> None:
    """Paint over what is masked. What was under it is nowhere: the picture is all there is."""
    pen = ImageDraw.Draw(image)
    for box in _joined(letters, hidden):
        room = _ROOM * box.height
        pen.rectangle(
            (
                (box.left - room) * scale,
                (box.top - room) * scale,
                (box.right + room) * scale,
                (box.bottom + room) * scale,
            ),
            fill=(0, 0, 0),
        )


def _joined(letters: Letters, hidden: frozenset[int]) -> Iterator[Box]:
    """Yield a box for each run of masked letters on a line, spaces between them included."""
    run: Box | None = None
    for at in sorted(hidden):
        box = letters.boxes[at]
        if box is None:
            continue
        if run and box.top < run.bottom and box.bottom > run.top and at - 1 in hidden:
            run = run.joined(box)
        else:
            if run:
                yield run
            run = box
    if run:
        yield run


def _lines(letters: Letters, hidden: frozenset[int]) -> list[Line]:
    """Return what is left of the text, line by line, with a word where something is masked."""
    lines: list[Line] = []
    words, box = list[str](), None
    for at, sign in enumerate((*letters.text, "\n")):
        here = letters.boxes[at] if at < len(letters.boxes) else None
        if sign in "\r\n":
            if box and "".join(words).strip():
                lines.append(Line("".join(words).strip(), box))
            words, box = [], None
            continue
        if at not in hidden:
            words.append(sign)
        elif at - 1 not in hidden:
            words.append(MASKED)
        if here:
            box = box.joined(here) if box else here
    return lines


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Return lines as paragraphs: by the space between them."""
    found: list[list[Line]] = []
    before: Box | None = None
    for line in lines:
        near = before is not None and abs(line.box.top - before.bottom) < _APART * before.height
        if near and found:
            found[-1].append(line)
        else:
            found.append([line])
        before = line.box
    return found


def drawn(pages: Sequence[Rebuilt]) -> Pdf:
    """Return the pages as a PDF; the lines of each are marked 0, 1, 2 … in order."""
    file = io.BytesIO()
    drawable("")  # registers the fonts
    canvas = Canvas(
        file,
        invariant=1,
        pageCompression=0,
        initialFontName=Face.REGULAR.value,  # pyright: ignore[reportArgumentType]  stub is wrong
    )
    for page in pages:
        _draw(canvas, page)
    canvas.save()
    pdf = Pdf.open(io.BytesIO(file.getvalue()))
    mend_fonts(pdf)
    for page, made in zip(pdf.pages, pages, strict=True):
        if made.picture:
            page.obj.Resources.XObject = Dictionary({_NAME: _image(pdf, made)})
    return pdf


def _draw(canvas: Canvas, page: Rebuilt) -> None:
    wide, high = page.width, page.height
    canvas.setPageSize((wide, high))
    if page.picture:
        canvas.addLiteral("/Artifact BMC")
        canvas.addLiteral(f"q {wide:.2f} 0 0 {high:.2f} 0 0 cm {_NAME} Do Q")
        canvas.addLiteral("EMC")
    lines = [line for paragraph in page.paragraphs for line in paragraph]
    for mcid, line in enumerate(lines):
        canvas.addLiteral(f"/P <</MCID {mcid}>> BDC")
        _write(canvas, line, high, seen=not page.picture)
        canvas.addLiteral("EMC")
    canvas.showPage()


def _write(canvas: Canvas, line: Line, high: float, *, seen: bool) -> None:
    """Write a line; unseen as wide as the picture shows it."""
    words, box = drawable(f"{line.text} "), line.box
    size = max(box.height * _OF_LINE, _SMALLEST)
    natural = width(words, Face.REGULAR, size) or 1
    text = canvas.beginText()
    text.setTextRenderMode(0 if seen else _UNSEEN)
    text.setFont(Face.REGULAR.value, size)
    room = max(box.right - box.left, _SMALLEST)
    text.setHorizScale(100.0 if seen else 100 * room / natural)
    text.setTextOrigin(box.left, high - box.bottom + 0.25 * box.height)
    text.textOut(words)
    canvas.drawText(text)


def _image(pdf: Pdf, made: Rebuilt) -> Stream:
    return Stream(
        pdf,
        made.picture,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=made.size[0],
        Height=made.size[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
