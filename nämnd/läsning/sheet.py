"""The rows of a list from elsewhere: CSV, or a workbook of Excel (.xlsx)."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.core.progress import Progress, Work
from nämnd.läsning.decoding import looks_binary
from nämnd.läsning.kinds import OLE_MARK, ZIP_MARK, why_ole
from nämnd.läsning.text import file_bytes

MOST_ROWS = 2_000  # with something in them; a nämnd has some tens of people
MOST_COLUMNS = 200
_MOST_BYTES = 20 * 1024 * 1024
_LONGEST = 1_000  # characters of a cell; a name is never longer
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"{\\rtf", b"%pdf-")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row with something in it.

    Attributes:
        number: as a spreadsheet counts rows, from 1.
        cells: their text, on one line; a date is ISO.
        broken: places of cells whose formula gives no value (0 is first).
    """

    number: int
    cells: tuple[str, ...]
    broken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook, or one way to read a CSV file.

    `too_long`: it has more than `MOST_ROWS` rows, and only those are here.
    """

    rows: tuple[SheetRow, ...]
    too_long: bool = False


def read_sheets(path: Path) -> Work[tuple[Sheet, ...]]:
    """Return the sheets of a file that the user can see, told apart by content, not by name.

    A CSV file gives one sheet for each separator it may have: which is right shows when one looks
    for something in it. Formulas are not worked out, macros not run. For a helper process.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: the system can't read it.
        ForeignFileError: empty, too large, damaged, locked, or no such file.
    """
    data, name = file_bytes(path), path.name
    if len(data) > _MOST_BYTES:
        raise ForeignFileError(name, Unreadable.SHEET_TOO_LARGE)
    yield Progress(0, 1, f"Läser {name}")
    if data.startswith(ZIP_MARK):
        from nämnd.läsning.sheet_xlsx import xlsx_sheets

        found = xlsx_sheets(data, name)
    else:
        _refuse_other(data, name)
        from nämnd.läsning.sheet_csv import csv_sheets

        found = csv_sheets(data, name)
    if not any(sheet.rows for sheet in found):
        raise ForeignFileError(name, Unreadable.EMPTY)
    return found


def tidy_cell(text: str) -> str:
    """Return the text of a cell on one line, composed (NFC), without what can't be seen."""
    composed = unicodedata.normalize("NFC", text[:_LONGEST])
    seen = "".join(char if char.isprintable() else " " for char in composed)
    return " ".join(seen.split())


def says_something(cells: Iterable[str]) -> bool:
    """Say whether a row holds a letter or a figure: what only separates says nothing."""
    return any(char.isalnum() for cell in cells for char in cell)


def _refuse_other(data: bytes, name: str) -> None:
    if not data.strip():
        raise ForeignFileError(name, Unreadable.EMPTY)
    if data.startswith(OLE_MARK):
        locked = why_ole(data) is Unreadable.PASSWORD
        raise ForeignFileError(name, Unreadable.PASSWORD if locked else Unreadable.NOT_SHEET)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_MARKUP) or looks_binary(data):
        raise ForeignFileError(name, Unreadable.NOT_SHEET)
