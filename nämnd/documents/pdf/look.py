"""Draw what is seen at a signed place. Imports reportlab and pikepdf: import it late."""

import io
from collections.abc import Sequence

from pikepdf import Pdf
from reportlab.pdfgen.canvas import Canvas

from nämnd.documents.pdf.fonts import Face, drawable, width
from nämnd.documents.pdf.streams import mend_fonts, saved
from nämnd.documents.pdf.style import INK, MUTED, Colour

_MARGIN = 0.5
_LARGEST, _SMALLEST, _STEP = 9.5, 6.0, 0.25
_LEADING = 1.24  # times the size


def drawn(lines: Sequence[str], size: tuple[float, float]) -> bytes:
    """Return a PDF of one page of `size` with `lines` on it: `nämnd.documents.pdf.appearance`."""
    shown = [drawable(line).replace("\n", " ") for line in lines]
    scale = _fitting(shown, size)
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=size,
        invariant=1,
        initialFontName=Face.REGULAR.value,  # pyright: ignore[reportArgumentType]  stub is wrong
    )
    y = size[1] - scale
    for number, line in enumerate(shown):
        face, colour = _look(number)
        canvas.setFillColorRGB(*colour)
        canvas.setFont(face.value, scale)
        canvas.drawString(_MARGIN, y, _short(line, face, scale, size[0] - 2 * _MARGIN))
        y -= scale * _LEADING
    canvas.showPage()
    canvas.save()
    return _mended(file.getvalue())


def _look(number: int) -> tuple[Face, Colour]:
    return (Face.SEMIBOLD, INK) if number == 0 else (Face.REGULAR, MUTED if number > 1 else INK)


def _fitting(lines: Sequence[str], size: tuple[float, float]) -> float:
    """Return the largest type in which `lines` go into `size`."""
    room = size[0] - 2 * _MARGIN
    scale = min(_LARGEST, size[1] / (len(lines) * _LEADING))
    while scale > _SMALLEST and any(
        width(line, _look(number)[0], scale) > room for number, line in enumerate(lines)
    ):
        scale -= _STEP
    return max(scale, _SMALLEST)


def _short(line: str, face: Face, size: float, room: float) -> str:
    while line.strip("… ") and width(line, face, size) > room:
        line = line.rstrip("… ")[:-1] + "…"
    return line


def _mended(data: bytes) -> bytes:
    with Pdf.open(io.BytesIO(data)) as pdf:
        mend_fonts(pdf)
        for page in pdf.pages:
            if "/ProcSet" in page.obj.Resources:
                del page.obj.Resources["/ProcSet"]
        return saved(pdf, "1a")
