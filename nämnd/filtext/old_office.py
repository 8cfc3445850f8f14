"""The text of Word and Excel files from before 2007 (.doc, .xls). Old PowerPoint is only kept.

Sources: [MS-DOC] 2.4.1 (the pieces of the text), [MS-XLS] 2.4 (the records). Whatever a length in
the file says, no more is read than there is.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Any

from nämnd.filtext.old_excel import workbook_text
from nämnd.filtext.package import LockedError
from nämnd.filtext.xml_text import MOST_TEXT, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD_MARK, _WORD_97 = 0xA5EC, 0x00C1
_FLAGS, _CLX = 0x0A, 0x01A2  # where they stand in the head of the stream
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200
_PRC, _PCDT = 1, 2
_ONE_BYTE = 1 << 30  # the piece is in cp1252, not UTF-16
_MOST_PIECES = 200_000
_INSTRUCTION = re.compile("\x13[^\x13\x14\x15]{0,2000}\x14?")  # of a field: «PAGE», «HYPERLINK …»
_ROW_END = "\x07\x07"
_CHARACTERS = str.maketrans(
    {"\r": "\n", "\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x1e": "-", "\x1f": "", "\x15": ""}
)


def old_office_text(data: bytes) -> Text | None:
    """Return the text of `data`; None when it is of a kind that is not read.

    Raises:
        LockedError: a password is needed.
        DAMAGE: lengths in it lead nowhere.
    """
    from olefile import OleFileIO

    ole: Any  # its types are of another version
    with OleFileIO(data) as ole:
        names = {"/".join(path) for path in ole.listdir()}

        def stream(name: str) -> bytes:
            return ole.openstream(name).read() if name in names else b""

        if "WordDocument" in names:
            return _word_text(stream("WordDocument"), stream("0Table"), stream("1Table"))
        if "Workbook" in names:
            return workbook_text(stream("Workbook"))
    return None


def _word_text(main: bytes, *tables: bytes) -> Text | None:
    mark, version = struct.unpack_from("<HH", main)
    if mark != _WORD_MARK or version < _WORD_97:
        return None
    flags = struct.unpack_from("<H", main, _FLAGS)[0]
    if flags & _ENCRYPTED:
        raise LockedError
    table = tables[bool(flags & _TABLE_1)]
    at, size = struct.unpack_from("<II", main, _CLX)
    text = "".join(_cut(_pieces(main, _piece_table(table[at : at + size]))))
    plain = _INSTRUCTION.sub("", text).replace(_ROW_END, "\n").translate(_CHARACTERS)
    return Text([plain[:MOST_TEXT]], whole=len(text) < MOST_TEXT)


def _piece_table(clx: bytes) -> bytes:
    """Return the part of the list that says where the pieces are; formats (Prc) come before it.

    Raises:
        ValueError: there is none, which every file has.
    """
    at = 0
    while at < len(clx):
        if clx[at] == _PCDT:
            size = struct.unpack_from("<I", clx, at + 1)[0]
            return clx[at + 5 : at + 5 + size]
        if clx[at] != _PRC:
            break
        at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
    raise ValueError


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    count = min((len(table) - 4) // 12, _MOST_PIECES)
    places = struct.unpack_from(f"<{count + 1}I", table)
    for number in range(count):
        length = places[number + 1] - places[number]
        where = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)[0]
        at = where & (_ONE_BYTE - 1)
        if length <= 0:
            continue
        if where & _ONE_BYTE:
            yield main[at // 2 : at // 2 + length].decode("cp1252", errors="replace")
        else:
            yield main[at : at + 2 * length].decode("utf-16-le", errors="replace")


def _cut(pieces: Iterator[str]) -> Iterator[str]:
    """Yield pieces until there is enough: they can lie on top of each other in a trap."""
    size = 0
    for piece in pieces:
        yield piece
        size += len(piece)
        if size > MOST_TEXT:
            return
