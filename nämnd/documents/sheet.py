"""A table for a spreadsheet, as CSV and as XLSX. What somebody wrote never runs there (CWE-1236).

In XLSX a text is a text whatever it begins with, also when it is edited; dates are dates and
numbers numbers, so that they can be sorted and counted.
"""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

from nämnd.core import csv_text

Cell: TypeAlias = str | int | date | None
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_TITLE = re.compile(r"[\[\]:*?/\\']")
_MOST_TITLE = 31  # signs in the name of a sheet
_MOST_CELL = 32_767  # signs in a cell
_NARROW, _WIDE = 9, 60  # signs across
_DATE = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its head. `about`: what a reader of the file must know, on a page of its own."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: tuple[tuple[str, str], ...] = ()


def csv_bytes(sheet: Sheet) -> bytes:
    """Return the table as CSV for a Swedish Excel; days as 2026-03-27."""
    rows = (tuple(map(_written, row)) for row in sheet.rows)
    return csv_text.csv_bytes((sheet.columns, *rows))


def xlsx_bytes(sheet: Sheet, *more: Sheet, created: datetime) -> bytes:
    """Return tables as an Excel file. The same arguments give the same bytes every time.

    The first table names the file; each is a page of its own, under its title. The head stays in
    sight and can be filtered by; on paper it is on every page.
    """
    from openpyxl import Workbook

    book = Workbook()
    book.properties.title = _clean(sheet.title)
    book.properties.creator = "Nämnd"
    book.properties.language = "sv-SE"
    book.properties.created = book.properties.modified = created.replace(tzinfo=None)
    _fill(book.active, sheet)
    for one in more:
        _fill(book.create_sheet(), one)
    if sheet.about:
        _tell(book.create_sheet("Om listan"), sheet.about)
    return _saved(book)


def _fill(page: Any, sheet: Sheet) -> None:  # noqa: ANN401 - openpyxl has no types
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    page.title = _NOT_IN_TITLE.sub(" ", sheet.title)[:_MOST_TITLE].strip() or "Lista"
    top, bold, heads = Alignment(vertical="top", wrap_text=True), Font(bold=True), sheet.columns
    for at, row in enumerate((heads, *sheet.rows), start=1):
        for column, value in enumerate(row, start=1):
            cell = page.cell(at, column)
            _put(cell, value)
            cell.alignment = top
            if at == 1:
                cell.font = bold
    for column, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(column)].width = width
    _set_up(page)


def _set_up(page: Any) -> None:  # noqa: ANN401 - openpyxl has no types
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _tell(page: Any, about: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401 - as above
    from openpyxl.styles import Alignment, Font

    for at, (label, value) in enumerate(about, start=1):
        _put(page.cell(at, 1), label)
        _put(page.cell(at, 2), value)
        page.cell(at, 1).font = Font(bold=True)
        page.cell(at, 2).alignment = Alignment(wrap_text=True, vertical="top")
    page.column_dimensions["A"].width = 2 * _NARROW
    page.column_dimensions["B"].width = _WIDE


def _put(cell: Any, value: Cell) -> None:  # noqa: ANN401 - as above
    if isinstance(value, str):
        if value:
            cell.value = _clean(value)
            cell.data_type = "s"  # never a formula
            cell.quotePrefix = True  # nor when somebody edits it
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _DATE


def _clean(text: str) -> str:
    kept = _NOT_IN_XML.sub("\ufffd", text)
    return kept if len(kept) <= _MOST_CELL else f"{kept[: _MOST_CELL - 1]}…"


def _widths(sheet: Sheet) -> Iterator[int]:
    """Yield how wide each column is, in signs: as its longest line, within reason."""
    for at, head in enumerate(sheet.columns):
        lines = (line for row in sheet.rows for line in _written(row[at]).splitlines())
        longest = max(map(len, lines), default=0)
        yield min(max(_NARROW, longest + 2, len(head) + 4), _WIDE)


def _written(value: Cell) -> str:
    return "" if value is None else value if isinstance(value, str) else str(value)


def _saved(book: Any) -> bytes:  # noqa: ANN401 - as above
    """Return the file without the time at which it was written: `save` would set that."""
    from zipfile import ZIP_DEFLATED, ZipFile

    from openpyxl.writer.excel import ExcelWriter

    from nämnd.documents.word.packing import packed

    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(book, archive).save()
    return packed(file.getvalue())
