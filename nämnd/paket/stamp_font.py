"""The font of the stamps: Source Sans 3 with the letters of Windows' cp1252, made once a process.

A simple font, so that the words of a stamp are plain bytes. Imports fontTools: import it late.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false, reportUnknownParameterType=false, reportAttributeAccessIssue=false
# fontTools has no stubs.

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from resources import resource

_EM = 1000
_BYTES = range(256)


@dataclass(frozen=True, slots=True)
class StampFont:
    """A font file and its measures, in thousandths of its size."""

    data: bytes
    widths: tuple[int, ...]  # by byte
    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int


def winansi(words: str) -> bytes:
    """Return `words` in the font's encoding; what it lacks becomes a question mark."""
    return words.encode("cp1252", "replace")


def width_of(coded: bytes, look: StampFont) -> float:
    """Return the width of a line set in size 1."""
    return sum(look.widths[code] for code in coded) / _EM


@lru_cache(maxsize=1)
def stamp_font() -> StampFont:
    """Return the font, cut down to the letters that a stamp can have."""
    letters = [_letter(code) for code in _BYTES]
    with as_file(resource("fonts", "SourceSans3-Semibold.ttf")) as path:
        font = TTFont(path)
    options = Options(layout_features=[], hinting=False, name_IDs=[1, 2, 6], notdef_outline=True)
    cutter = Subsetter(options)
    cutter.populate(unicodes=[letter for letter in letters if letter])
    cutter.subset(font)
    file = io.BytesIO()
    font.save(file)
    return _measured(font, file.getvalue(), letters)


def _letter(code: int) -> int:
    """Return the character of a byte, 0 where it has none that is seen."""
    try:
        letter = bytes([code]).decode("cp1252")
    except UnicodeDecodeError:
        return 0
    return ord(letter) if letter.isprintable() or letter == "\u00a0" else 0


def _measured(font: TTFont, data: bytes, letters: list[int]) -> StampFont:
    unit = _EM / font["head"].unitsPerEm
    names, advances = font.getBestCmap() or {}, font["hmtx"]
    head, system = font["head"], font["OS/2"]
    widths = (round(advances[names[n]][0] * unit) if n in names else 0 for n in letters)
    corners = (head.xMin, head.yMin, head.xMax, head.yMax)
    return StampFont(
        data=data,
        widths=tuple(widths),
        box=tuple(round(corner * unit) for corner in corners),
        ascent=round(system.sTypoAscender * unit),
        descent=round(system.sTypoDescender * unit),
        cap_height=round(system.sCapHeight * unit),
    )
