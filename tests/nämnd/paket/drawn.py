"""Plain PDF files, drawn for the tests: untagged, scanned, rotated. All in them is made up."""

import io
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_WORDS = ("nämnden", "beslutar", "åtgärd", "över", "Ådala", "ärendet", "kronor", "förslag")
_LINE = 14  # points


def words(count: int, start: int = 0) -> str:
    """Return so many words; `start` varies them."""
    return " ".join(_WORDS[(start + 3 * number) % len(_WORDS)] for number in range(count))


def untagged(
    path: Path,
    pages: int,
    size: tuple[float, float] = A4,
    turns: tuple[int, ...] = (0,),
    marks: str = "Avsnitt",
) -> Path:
    """Write text pages with bookmarks and links back; `turns` are the /Rotate of each page."""
    canvas = Canvas(str(path), pagesize=size, invariant=1)
    canvas.setTitle(path.stem)
    canvas.setAuthor("Berit Hemlig")
    for page in range(pages):
        canvas.bookmarkPage(f"p{page}")
        canvas.addOutlineEntry(f"{marks} {page + 1}", f"p{page}", 0)
        canvas.setFont("Helvetica", 10)
        for line in range(int((size[1] - 120) / _LINE)):
            canvas.drawString(60, size[1] - 60 - _LINE * line, words(12, page + line))
        if page:
            canvas.linkAbsolute("tillbaka", "p0", (60, 30, 160, 44))
        canvas.setPageRotation(turns[page % len(turns)])
        canvas.showPage()
    canvas.save()
    return path


def scanned(path: Path, pages: int, dpi: int = 200) -> Path:
    """Write pages that are pictures of text, as an office scanner makes them: grey."""
    size = (round(8.27 * dpi), round(11.69 * dpi))
    paper = Image.blend(_lines(size), Image.effect_noise(size, 18), 0.15)
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    for page in range(pages):
        sheet, file = ImageChops.offset(paper, 0, page * dpi // 3), io.BytesIO()
        sheet.save(file, "JPEG", quality=60)
        file.seek(0)
        canvas.drawImage(ImageReader(file), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return path


def _lines(size: tuple[int, int]) -> Image.Image:
    paper = Image.new("L", size, 245)
    pen, step = ImageDraw.Draw(paper), size[1] // 50
    for line in range(3, 47):
        pen.text((3 * step, step * line), words(14, line).encode("ascii", "replace"), fill=30)
    return paper


def photo(path: Path, size: tuple[int, int] = (640, 400), **options: int) -> Path:
    """Write a picture with a dark upper left corner, in the format that the suffix says."""
    image = Image.new("RGB", size, (230, 236, 238))
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 3, size[1] // 3), fill=(10, 85, 100))
    image.save(path, None, **options)
    return path
