"""Source Sans 3 for reportlab: registered once per process. Imports reportlab: import it late."""

import unicodedata
from enum import Enum
from functools import lru_cache
from importlib.resources import as_file

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import resource

_SUBSTITUTE = "□"  # U+FFFD is not in the font; an empty box says «something stood here» as well
_LAST_PLANE_0 = 0xFFFF  # reportlab writes four hex digits in the map back to Unicode
_AS_SPACE = dict.fromkeys(map(ord, "\t\v\f\r\x85\u2028\u2029"), " ")


class Face(Enum):
    """The faces used. The value is the name in reportlab and in the file's name."""

    REGULAR = "SourceSans3-Regular"
    ITALIC = "SourceSans3-It"
    SEMIBOLD = "SourceSans3-Semibold"
    BOLD = "SourceSans3-Bold"
    BOLD_ITALIC = "SourceSans3-BoldIt"


class _Drawable(dict[int, str]):
    """What to draw for each character, for `str.translate`; filled as characters come."""

    def __init__(self, known: frozenset[int]) -> None:
        super().__init__(_AS_SPACE)
        self._known = known

    def __missing__(self, code: int) -> str:
        self[code] = drawn = self._drawn(code)
        return drawn

    def _drawn(self, code: int) -> str:
        character = chr(code)
        if character == "\n" or code in self._known:
            return character
        if unicodedata.category(character) in ("Cc", "Cf", "Mn", "Me"):
            return ""  # invisible in itself: controls, joiners, marks on what can't be drawn
        plain = unicodedata.normalize("NFKC", character)
        return plain if all(ord(c) in self._known for c in plain) else _SUBSTITUTE


@lru_cache(maxsize=1)
def _drawable() -> _Drawable:
    """Register the faces; all five cover the same characters (a test checks it)."""
    known: set[int] = set()
    for face in Face:
        with as_file(resource("fonts", f"{face.value}.ttf")) as path:
            font = TTFont(face.value, str(path), shapable=False)
        pdfmetrics.registerFont(font)  # pyright: ignore[reportUnknownMemberType]  untyped
        known = set(font.face.charToGlyph)
    hidden = {code for code in known if unicodedata.category(chr(code)) in ("Cc", "Cf", "Co")}
    return _Drawable(frozenset(code for code in known - hidden if code <= _LAST_PLANE_0))


def drawable(text: str) -> str:
    """Return `text` with only characters that the font has.

    Line breaks stay. Other controls become spaces or nothing; a character that the font lacks
    becomes its plain form (ﬁ → fi) or an empty box, since a glyph «.notdef» breaks PDF/A.
    """
    table = _drawable()
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", text).translate(table)


@lru_cache(maxsize=20_000)
def width(text: str, face: Face, size: float) -> float:
    """Return the width of drawable `text` in points."""
    _drawable()
    return pdfmetrics.stringWidth(text, face.value, size)
