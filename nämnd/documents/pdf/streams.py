"""Streams as PDF/A wants them. Imports pikepdf."""

import base64
import re
import zlib

from pikepdf import Array, Dictionary, Name, Pdf, Stream

_ONE_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")
_FIRST_PRINTABLE = 0x20
_BLOCK = 100  # entries in one block of a character map


def pack(pdf: Pdf) -> None:
    """Compress every stream so that its last byte can't be taken for a line end.

    Readers disagree whether a carriage return before «endstream» belongs to the stream. The last
    byte of zlib data is a check sum of what was packed: no other way of packing changes it, so
    such a stream is written in ASCII.
    """
    for thing in pdf.objects:
        if isinstance(thing, Stream) and "/Filter" not in thing:
            data = zlib.compress(thing.read_bytes())
            if data.endswith(b"\r"):
                text = base64.a85encode(data) + b"~>"
                thing.write(text, filter=Array([Name.ASCII85Decode, Name.FlateDecode]))
            else:
                thing.write(data, filter=Name.FlateDecode)


def ends_doubtfully(data: bytes) -> bool:
    """Tell whether a stream of the finished file ends in a carriage return."""
    return b"\r\nendstream" in data


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
