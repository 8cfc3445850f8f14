"""Draws a picture of the year on paper. Imports reportlab: import it late."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from nämnd.documents.pdf.fonts import Face, drawable, width
from nämnd.documents.pdf.style import Colour
from nämnd.årsplan.picture import Circle, Ink, Line, Picture, Pill, Point, Polygon, Shape, Words

_INKS = {
    Ink.TEXT: "1c2426", Ink.MUTED: "4d5659", Ink.ACCENT: "0d5c66", Ink.ON_ACCENT: "ffffff",
    Ink.SURFACE: "ffffff", Ink.BAND: "f6f7f6", Ink.BORDER: "c9cecc", Ink.SEPARATOR: "e0e3e1",
    Ink.EDGE: "868e90",
    Ink.GOOD: "1d6142", Ink.GOOD_FILL: "edf6f1", Ink.GOOD_EDGE: "9fcbb3",
    Ink.WARN: "7a4a0a", Ink.WARN_FILL: "fef6e7", Ink.WARN_EDGE: "dfc189",
    Ink.LATE: "9a2f22", Ink.LATE_FILL: "fdf0ed", Ink.LATE_EDGE: "e5ab9f",
    Ink.NOTE: "0d5c66", Ink.NOTE_FILL: "e3f1f4", Ink.NOTE_EDGE: "9fcad2",
    Ink.QUIET: "4d5659", Ink.QUIET_FILL: "f2f3f2", Ink.QUIET_EDGE: "c3c9c6",
}  # fmt: skip


def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - as `Measure` is
    """Return how wide `text` is on paper, in points."""
    return width(drawable(text), face(bold=bold), size)


def face(*, bold: bool) -> Face:
    """Return the face of words in a picture."""
    return Face.SEMIBOLD if bold else Face.REGULAR


def colour(ink: Ink) -> Colour:
    """Return the colour on paper: a little stronger than on the screen where it is thin."""
    red, green, blue = (int(_INKS[ink][at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def paint(canvas: Canvas, picture: Picture, left: float, top: float) -> None:
    """Draw the picture with its upper left corner at (left, top), counted from below."""
    for shape in picture.shapes:
        _draw(canvas, shape, left, top)


def _draw(canvas: Any, shape: Shape, left: float, top: float) -> None:  # noqa: ANN401 - half typed
    match shape:
        case Words():
            canvas.setFillColorRGB(*colour(shape.ink))
            canvas.setFont(face(bold=shape.bold).value, shape.size)
            canvas.drawString(left + shape.x, top - shape.y, drawable(shape.text))
        case Line():
            canvas.setStrokeColorRGB(*colour(shape.ink))
            canvas.setLineWidth(shape.thickness)
            canvas.drawPath(_path(canvas, shape.points, left, top), stroke=1, fill=0)
        case Circle():
            stroke, fill = _dip(canvas, shape)
            canvas.circle(left + shape.x, top - shape.y, shape.r, stroke, fill)
        case Pill():
            stroke, fill = _dip(canvas, shape)
            low = top - shape.y - shape.height
            size = shape.width, shape.height
            canvas.roundRect(left + shape.x, low, *size, min(shape.r, min(size) / 2), stroke, fill)
        case Polygon():
            stroke, fill = _dip(canvas, shape)
            path = _path(canvas, shape.points, left, top)
            path.close()
            canvas.drawPath(path, stroke=stroke, fill=fill)


def _path(canvas: Any, points: Sequence[Point], left: float, top: float) -> Any:  # noqa: ANN401 - half typed
    path = canvas.beginPath()
    path.moveTo(left + points[0][0], top - points[0][1])
    for x, y in points[1:]:
        path.lineTo(left + x, top - y)
    return path


def _dip(canvas: Canvas, shape: Circle | Pill | Polygon) -> tuple[int, int]:
    """Take the colours of a shape; return whether its edge and its inside are drawn."""
    if shape.fill:
        canvas.setFillColorRGB(*colour(shape.fill))
    if shape.edge:
        canvas.setStrokeColorRGB(*colour(shape.edge))
        canvas.setLineWidth(shape.thickness)
    return int(shape.edge is not None), int(shape.fill is not None)
