"""Streams as PDF/A wants them. Imports pikepdf."""

import io
import re

from pikepdf import Dictionary, ObjectStreamMode, Pdf

from nämnd.documents.pdf.xmp import Archival

_ONE_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_FIRST_PRINTABLE = 0x20
_BLOCK = 100  # entries in one block of a character map

_DOUBTFUL = re.compile(rb"\r\nendstream")
_OPENING = b" obj\n<< /"
_HEADER = re.compile(rb"<< (?=/)[^\n]*?/Length (\d+)[^\n]*? >>\nstream\n")


def saved(pdf: Pdf, archival: Archival = "2a") -> bytes:
    """Return the file: small, with the same bytes for the same content."""
    plain = archival == "1a"  # PDF 1.4, which has no object streams (ISO 19005-1, 6.1.4)
    file = io.BytesIO()
    pdf.save(
        file,
        force_version="1.4" if plain else "1.7",
        deterministic_id=True,
        preserve_pdfa=True,
        object_stream_mode=ObjectStreamMode.disable if plain else ObjectStreamMode.generate,
    )
    return with_clear_line_ends(file.getvalue())


def with_clear_line_ends(data: bytes) -> bytes:
    """Return a file that pikepdf saved, with no stream whose end readers could disagree about.

    A line feed stands before «endstream». Where the stream itself ends in a carriage return, the
    two look like one line end, and PDF/A checkers find the stream too short. Such a stream gets a
    whole line end of its own. The byte for it is won by writing «<</» for «<< /» before it, so
    that nothing after it moves.
    """
    result = bytearray(data)
    for found in _DOUBTFUL.finditer(data):
        end = found.start() + 1
        start = _start_of_stream(data, end)
        if start is not None:
            result[start + 2 : end + 1] = data[start + 3 : end] + b"\r\n"
    return bytes(result)


def _start_of_stream(data: bytes, end: int) -> int | None:
    """Return where the dictionary begins whose stream's data ends at `end`."""
    at = data.rfind(_OPENING, 0, end)
    while at >= 0:
        start = at + len(_OPENING) - len(b"<< /")
        header = _HEADER.match(data, start, end)
        if header and header.end() + int(header.group(1)) == end:
            return start
        at = data.rfind(_OPENING, 0, at)
    return None


def mend_fonts(pdf: Pdf) -> None:
    """Take the empty codes out of the fonts' maps to Unicode: U+0000 is forbidden there."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            table = thing.ToUnicode
            table.write(_mended(table.read_bytes()))


def _mended(table: bytes) -> bytes:
    head, _, rest = table.partition(b"endcodespacerange")
    codes = [
        b"<%s> <%s>" % pair
        for pair in _ONE_CODE.findall(rest)
        if int(pair[1], 16) >= _FIRST_PRINTABLE
    ]
    blocks = (codes[start : start + _BLOCK] for start in range(0, len(codes), _BLOCK))
    body = [b"%d beginbfchar\n%s\nendbfchar" % (len(one), b"\n".join(one)) for one in blocks]
    tail = b"endcmap" + rest.partition(b"endcmap")[2]
    return b"\n".join([head + b"endcodespacerange", *body, tail])
