"""The cells of a workbook, as they were last shown: formulas are not worked out.

openpyxl reads; before it does, sizes are looked at and XML that defines anything is refused
(Excel never writes such XML).
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.läsning.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, says_something, tidy_cell
from nämnd.läsning.zip_limits import opened_zip

_MAIN = "xl/workbook.xml"
_HEAD = 4096  # bytes of a part where a DOCTYPE can stand
_MOST_SHEETS = 20
_ALL_ROWS = 1_048_576  # as many as a sheet can have
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ParseError,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    SyntaxError,  # lxml's is one
    TypeError,
    ValueError,
)
"""What openpyxl meets in a file that is cut off or made by something odd."""


def xlsx_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return the sheets that are not hidden.

    Raises:
        ForeignFileError: cut off, too large, locked, or not a workbook.
    """
    parts = opened_zip(data, name, too_large=Unreadable.SHEET_TOO_LARGE)
    if _MAIN not in parts.namelist():
        raise ForeignFileError(name, Unreadable.NOT_SHEET)
    try:
        if any(_defines(parts, one) for one in parts.namelist()):
            raise ForeignFileError(name, Unreadable.NOT_SHEET)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about colours and rules that are no matter of ours
            return _sheets(data)
    except _DAMAGE as error:
        raise ForeignFileError(name, Unreadable.TRUNCATED) from error
    except MemoryError as error:  # the helper process may use only so much
        raise ForeignFileError(name, Unreadable.SHEET_TOO_LARGE) from error
    except RuntimeError as error:  # zipfile: the part is encrypted
        raise ForeignFileError(name, Unreadable.PASSWORD) from error


def _defines(parts: zipfile.ZipFile, part: str) -> bool:
    if not part.endswith((".xml", ".rels")):
        return False
    with parts.open(part) as file:
        head = file.read(_HEAD).replace(b"\0", b"").upper()  # also when it is UTF-16
    return b"<!DOCTYPE" in head or b"<!ENTITY" in head


def _sheets(data: bytes) -> tuple[Sheet, ...]:
    import openpyxl

    shown, written = (
        openpyxl.load_workbook(
            io.BytesIO(data), read_only=True, data_only=values, keep_links=False, rich_text=False
        )
        for values in (True, False)
    )
    visible = [
        (one, other)
        for one, other in zip(shown.worksheets, written.worksheets, strict=True)
        if one.sheet_state == "visible"
    ]
    return tuple(_sheet(_rows(one), _rows(other)) for one, other in visible[:_MOST_SHEETS])


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401 - openpyxl has no types
    sheet.reset_dimensions()  # what the file says of its size need not be so
    return sheet.iter_rows(max_col=MOST_COLUMNS, max_row=_ALL_ROWS)


def _sheet(shown: Iterator[tuple[Any, ...]], written: Iterator[tuple[Any, ...]]) -> Sheet:
    rows: list[SheetRow] = []
    before: tuple[Any, ...] = ()
    for number, (values, sources) in enumerate(zip(shown, written, strict=False), start=1):
        if values is before:  # openpyxl fills a gap with the same empty row over and over
            continue
        before, row = values, _row(number, values, sources)
        if row is None:
            continue
        if len(rows) == MOST_ROWS:
            return Sheet(tuple(rows), too_long=True)
        rows.append(row)
    return Sheet(tuple(rows))


def _row(number: int, values: tuple[Any, ...], sources: tuple[Any, ...]) -> SheetRow | None:
    cells = tuple(_text(cell.value) for cell in values)
    broken = frozenset(
        at
        for at, (cell, source) in enumerate(zip(values, sources, strict=True))
        if cell.data_type == "e" or (cell.value is None and source.value)
    )
    return SheetRow(number, cells, broken) if says_something(cells) or broken else None


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return tidy_cell(str(value))
