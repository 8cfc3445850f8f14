"""The cells of an Excel file from before 2007: the records of its workbook. Source: [MS-XLS]."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum

from nämnd.filtext.package import LockedError
from nämnd.filtext.xml_text import MOST_TEXT, Text

_WIDE, _FOREIGN, _RICH = 0x01, 0x04, 0x08  # flags of a string
_MOST_SHEETS = 200
_RK_TIMES_100, _RK_WHOLE = 0x01, 0x02


class _Record(IntEnum):
    """The records that hold text."""

    FILEPASS = 0x002F
    CONTINUE = 0x003C
    BOUNDSHEET = 0x0085
    MULRK = 0x00BD
    SST = 0x00FC
    LABELSST = 0x00FD
    NUMBER = 0x0203
    LABEL = 0x0204
    STRING = 0x0207
    RK = 0x027E
    BOF = 0x0809


def workbook_text(stream: bytes) -> Text:
    """Return a page for each sheet: its name, and its rows with tabs between the cells.

    Raises:
        LockedError: a password is needed.
        struct.error, IndexError: a record is shorter than what it should hold.
    """
    book = _Book()
    for kind, parts in _records(stream):
        book.take(kind, parts)
        if book.size > MOST_TEXT:
            break
    return Text(book.pages(), whole=book.size <= MOST_TEXT)


def _records(stream: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """Yield the records; one that is too long goes on in others, which come with it."""
    at, before = 0, None
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + size]
        at += 4 + size
        if kind == _Record.CONTINUE and before is not None:
            before[1].append(body)
            continue
        if before is not None:
            yield before
        before = (kind, [body])
    if before is not None:
        yield before


@dataclass(slots=True)
class _Book:
    """What has been read of a workbook. The first part (`at` 0) is about all of it."""

    names: list[str] = field(default_factory=list[str])
    strings: list[str] = field(default_factory=list[str])
    sheets: list[list[str]] = field(default_factory=list[list[str]])
    at: int = -1
    row: int = -1
    size: int = 0

    def take(self, kind: int, parts: list[bytes]) -> None:
        """Take a record."""
        body = parts[0]
        match kind:
            case _Record.FILEPASS:
                raise LockedError
            case _Record.BOF:
                self._begin()
            case _Record.BOUNDSHEET:
                self.names.append(_characters(body, 8, body[6], body[7]))
            case _Record.SST:
                self.strings = _shared(parts)
            case _ if self.at > 0:
                self._cells(kind, body)
            case _:
                pass

    def pages(self) -> list[str]:
        """Return the sheets with their names."""
        named = [*self.names, *[""] * len(self.sheets)]
        return [
            f"{name}\n{''.join(cells)}" for name, cells in zip(named, self.sheets, strict=False)
        ]

    def _begin(self) -> None:
        self.at, self.row = self.at + 1, -1
        if 0 < self.at <= _MOST_SHEETS:
            self.sheets.append([])

    def _cells(self, kind: int, body: bytes) -> None:
        match kind:
            case _Record.LABELSST:
                number = struct.unpack_from("<I", body, 6)[0]
                self._add(body, self.strings[number] if number < len(self.strings) else "")
            case _Record.LABEL:
                self._add(body, _characters(body, 9, *struct.unpack_from("<HB", body, 6)))
            case _Record.STRING:  # what a formula came to
                self._add(None, _characters(body, 3, *struct.unpack_from("<HB", body)))
            case _Record.NUMBER:
                self._add(body, _shown(struct.unpack_from("<d", body, 6)[0]))
            case _Record.RK:
                self._add(body, _shown(_rk(struct.unpack_from("<I", body, 6)[0])))
            case _Record.MULRK:
                for place in range(6, len(body) - 5, 6):
                    self._add(body, _shown(_rk(struct.unpack_from("<I", body, place)[0])))
            case _:
                pass

    def _add(self, body: bytes | None, text: str) -> None:
        if self.at > _MOST_SHEETS or not text:
            return
        row = struct.unpack_from("<H", body)[0] if body is not None else self.row
        before = "\t" if row == self.row else "\n"
        cells = self.sheets[-1]
        cells.append(f"{before}{text}" if cells else text)
        self.row, self.size = row, self.size + len(text) + 1


def _characters(data: bytes, at: int, count: int, flags: int) -> str:
    if flags & _WIDE:
        return data[at : at + 2 * count].decode("utf-16-le", errors="replace")
    return data[at : at + count].decode("latin-1")


def _rk(value: int) -> float:
    """Return a number that is packed in 30 bits ([MS-XLS] 2.5.217)."""
    if value & _RK_WHOLE:
        number = float((value >> 2) - (1 << 30) if value & (1 << 31) else value >> 2)
    else:
        number = struct.unpack("<d", struct.pack("<Q", (value & ~3) << 32))[0]
    return number / 100 if value & _RK_TIMES_100 else number


def _shown(number: float) -> str:
    return str(int(number)) if number.is_integer() else str(number)


def _shared(parts: list[bytes]) -> list[str]:
    """Return the strings that cells refer to; one can go on in the next part."""
    reader = _Parts(parts)
    reader.skip(8)
    found: list[str] = []
    size = 0
    while reader.more() and size <= MOST_TEXT:
        found.append(reader.string())
        size += len(found[-1])
    return found


class _Parts:
    """Reads through a record that goes on in others."""

    def __init__(self, parts: list[bytes]) -> None:
        self._parts, self._part, self._at = parts, 0, 0

    def more(self) -> bool:
        """Say whether anything is left, going on to the next part at the end of one."""
        while self._part < len(self._parts) and self._at >= len(self._parts[self._part]):
            self._part, self._at = self._part + 1, 0
        return self._part < len(self._parts)

    def skip(self, count: int) -> None:
        """Pass over bytes, also into the next part."""
        while count > 0 and self.more():
            here = min(count, len(self._parts[self._part]) - self._at)
            self._at, count = self._at + here, count - here

    def string(self) -> str:
        """Return the next string ([MS-XLS] 2.5.293): its letters can go on in the next part."""
        count, flags = self._unpack("<HB")
        runs = self._unpack("<H")[0] if flags & _RICH else 0
        foreign = self._unpack("<I")[0] if flags & _FOREIGN else 0
        pieces: list[str] = []
        while count > 0:
            if self._at >= len(self._parts[self._part]):
                if not self.more():
                    break
                flags = self._unpack("<B")[0]  # each part says anew how wide its letters are
            piece = self._letters(count, flags)
            count -= max(len(piece), 1)
            pieces.append(piece)
        self.skip(4 * runs + foreign)
        return "".join(pieces)

    def _letters(self, count: int, flags: int) -> str:
        part = self._parts[self._part]
        width = 2 if flags & _WIDE else 1
        count = min(count, max((len(part) - self._at) // width, 1))
        text = _characters(part, self._at, count, flags)
        self._at += width * count
        return text

    def _unpack(self, form: str) -> tuple[int, ...]:
        self.more()
        found = struct.unpack_from(form, self._parts[self._part], self._at)
        self._at += struct.calcsize(form)
        return found
