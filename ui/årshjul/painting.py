"""Draws a picture of the year with the colours of the theme."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from nämnd.årsplan.picture import Circle, Ink, Line, Picture, Pill, Polygon, Shape, Words
from ui.toolkit.palette import Role
from ui.toolkit.theme import FAMILY, Theme


def font_of(size: float, *, bold: bool) -> QFont:
    """Return the font of words `size` pixels high."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def measure(text: str, size: float, bold: bool) -> float:  # noqa: FBT001 - as `Measure` is
    """Return how wide `text` is on the screen."""
    return QFontMetricsF(font_of(size, bold=bold)).horizontalAdvance(text)


def paint(painter: QPainter, picture: Picture, theme: Theme) -> None:
    """Draw the whole picture."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in picture.shapes:
        _draw(painter, shape, theme)


def _draw(painter: QPainter, shape: Shape, theme: Theme) -> None:
    match shape:
        case Words():
            painter.setFont(font_of(shape.size, bold=shape.bold))
            painter.setPen(theme.colour(_role(shape.ink)))
            painter.drawText(QPointF(shape.x, shape.y), shape.text)
        case Line():
            painter.setPen(QPen(theme.colour(_role(shape.ink)), shape.thickness))
            painter.drawPolyline(QPolygonF([QPointF(*one) for one in shape.points]))
        case Circle():
            _dip(painter, shape, theme)
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.r, shape.r)
        case Pill():
            _dip(painter, shape, theme)
            box = QRectF(shape.x, shape.y, shape.width, shape.height)
            painter.drawRoundedRect(box, shape.r, shape.r)
        case Polygon():
            _dip(painter, shape, theme)
            painter.drawPolygon(QPolygonF([QPointF(*one) for one in shape.points]))


def _dip(painter: QPainter, shape: Circle | Pill | Polygon, theme: Theme) -> None:
    fill, edge = shape.fill, shape.edge
    painter.setBrush(QBrush(theme.colour(_role(fill))) if fill else Qt.BrushStyle.NoBrush)
    pen = QPen(theme.colour(_role(edge)), shape.thickness) if edge else QPen(Qt.PenStyle.NoPen)
    painter.setPen(pen)


def _role(ink: Ink) -> Role:
    return Role(ink.value)
