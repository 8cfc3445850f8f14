"""Bytes of a text file to lines, whichever of the usual encodings they are in."""

import codecs
import re
import unicodedata
from collections.abc import Iterable

MAX_LINES = 50_000  # more than any packet of handlingar; the rest is not looked at
_MAX_LINE = 20_000  # characters; a longer line is no line of a dagordning
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CONTROL_BYTES = bytes({*range(0x20)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B})
_SAMPLE = 65_536
_TAIL = 3  # bytes of one letter cut off at the end of a file
_LIGATURES = str.maketrans(
    {
        "\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl",
        "\ufb05": "st", "\ufb06": "st",
    }
)  # fmt: skip
_LINE_ENDS = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")


def looks_binary(data: bytes) -> bool:
    """Tell whether `data` is no text: zero bytes, or more control characters than text has."""
    if data.startswith(_UTF16_MARKS):
        return False
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, delete=_CONTROL_BYTES))
    return b"\x00" in sample or controls * 100 > len(sample)


def decode(data: bytes) -> str:
    """Return the text of `data`: UTF-8 or UTF-16 (by its mark), else Windows' cp1252.

    A letter cut off at the end of a UTF-8 file is left out. Never refuses.
    """
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        if len(data) - error.start <= _TAIL and not whole.isascii():
            return whole.decode("utf-8-sig")
    return data.decode("cp1252", errors="replace")


def split_lines(text: str) -> list[str]:
    """Return the lines of `text`; a form feed (a new page) is a line of its own."""
    return _LINE_ENDS.split(text.replace("\f", "\n\f\n"))


def tidy_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """Return at most `MAX_LINES` lines with composed letters (NFC) and no control characters.

    Indentation and tabs stay, white space at the end goes.
    """
    tidied: list[str] = []
    for line in lines:
        if len(tidied) == MAX_LINES:
            break
        tidied.append(line if line == "\f" else _tidy(line))
    return tuple(tidied)


def _tidy(line: str) -> str:
    composed = unicodedata.normalize("NFC", line[:_MAX_LINE].translate(_LIGATURES))
    return "".join(
        char for char in composed if char == "\t" or char.isprintable() or _is_space(char)
    ).rstrip()


def _is_space(char: str) -> bool:
    return unicodedata.category(char) == "Zs"
