"""The icons, by what they stand for, recoloured from one drawing each.

The drawings are our own: strokes on a grid of 24, colour `currentColor`, in resources/icons.
"""

from enum import StrEnum
from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from resources import resource


class Icon(StrEnum):
    """Every icon there is; the value is the name of its file."""

    ÖVERSIKT = "oversikt"
    SAMMANTRÄDE = "sammantrade"
    NÄMND = "namnd"
    DOKUMENT = "dokument"
    ÄRENDE = "arende"
    PUNKT = "punkt"
    KALLELSE = "kallelse"
    UTSKICK = "utskick"
    PERSON = "person"
    PLUS = "plus"
    REMOVE = "remove"
    UP = "up"
    DOWN = "down"
    GRIP = "grip"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    EXPORT = "export"
    MAIL = "mail"
    PDF = "pdf"
    WORD = "word"
    FILE = "file"
    FOLDER = "folder"
    ATTACH = "attach"
    WARNING = "warning"
    ERROR = "error"
    INFO = "info"
    CHECK = "check"
    CIRCLE = "circle"
    SEARCH = "search"
    PRINT = "print"
    EYE = "eye"
    CALENDAR = "calendar"
    CLOCK = "clock"
    SETTINGS = "settings"
    BACK = "back"
    FORWARD = "forward"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_RIGHT = "chevron_right"
    CLOSE = "close"
    MORE = "more"
    COPY = "copy"
    EDIT = "edit"
    REFRESH = "refresh"
    LOCK = "lock"
    DATABASE = "database"
    BOLD = "bold"
    ITALIC = "italic"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    LINK = "link"
    TABLE = "table"
    ZOOM_IN = "zoom_in"
    ZOOM_OUT = "zoom_out"
    FIT_WIDTH = "fit_width"


def draw(icon: Icon, colour: QColor, size: int, ratio: float) -> QPixmap:
    """Return `icon` as a picture of `size` logical pixels on a screen of `ratio`."""
    from PySide6.QtSvg import QSvgRenderer

    pixels = round(size * ratio)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(Qt.GlobalColor.transparent)
    drawing = _source(icon).replace(b"currentColor", colour.name().encode())
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def make(icon: Icon, colour: QColor, disabled: QColor, size: int, ratios: set[float]) -> QIcon:
    """Return `icon` drawn at exactly the pixels each screen will want, so that it stays crisp."""
    made = QIcon()
    for ratio in sorted(ratios):
        made.addPixmap(draw(icon, colour, size, ratio))
        made.addPixmap(draw(icon, disabled, size, ratio), QIcon.Mode.Disabled)
    return made


@cache
def _source(icon: Icon) -> bytes:
    return resource("icons", f"{icon.value}.svg").read_bytes()
