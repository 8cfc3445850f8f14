"""Tables for spreadsheets: what is text stays text, and the same table is the same file."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.documents.sheet import Sheet, csv_bytes, xlsx_bytes

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time
FORMULAS = (
    "=1+1",
    "+46 70 123",
    "-5",
    "@SUM(A1)",
    '=HYPERLINK("https://ond.example","Klicka")',
    "=cmd|' /C calc'!A0",
    "\t=1",
    "=A1",
)


def read(data: bytes) -> Any:
    """Return the sheet of a workbook."""
    return workbook(data).active


def workbook(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def a_sheet(*rows, columns=("Rubrik", "Datum", "Antal"), **more) -> Sheet:
    return Sheet("Beslut", columns, tuple(rows), **more)


@pytest.mark.parametrize("formula", FORMULAS)
def test_what_looks_like_a_formula_is_text(formula):
    sheet = a_sheet((formula, None, None))
    cell = read(xlsx_bytes(sheet, created=NOW))["A2"]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", formula, True)
    raw = zipfile.ZipFile(io.BytesIO(xlsx_bytes(sheet, created=NOW)))
    assert b"<f>" not in raw.read("xl/worksheets/sheet1.xml")
    line = csv_bytes(sheet).decode("utf-8-sig").splitlines()[1]
    assert line.lstrip('"').startswith("'")


def test_a_head_that_looks_like_a_formula_is_text_too():
    cell = read(xlsx_bytes(a_sheet(columns=("=1",)), created=NOW))["A1"]
    assert cell.data_type == "s"


def test_dates_are_dates_and_numbers_are_numbers():
    page = read(xlsx_bytes(a_sheet(("Priser", date(2026, 3, 27), 12)), created=NOW))
    assert page["B2"].is_date
    assert page["B2"].value == datetime(2026, 3, 27)  # noqa: DTZ001 - as openpyxl gives it
    assert page["B2"].number_format == "yyyy-mm-dd"
    assert (page["C2"].data_type, page["C2"].value) == ("n", 12)
    assert csv_bytes(a_sheet(("Priser", date(2026, 3, 27), 12))).decode("utf-8-sig") == (
        "Rubrik;Datum;Antal\r\nPriser;2026-03-27;12\r\n"
    )


def test_the_head_stays_in_sight_can_be_filtered_by_and_is_printed_on_every_page():
    page = read(xlsx_bytes(a_sheet(("Priser", None, 1)), created=NOW))
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:C2"
    assert page.print_title_rows == "$1:$1"
    assert page["A1"].font.bold


def test_columns_are_as_wide_as_what_stands_in_them_within_reason():
    page = read(xlsx_bytes(a_sheet(("x" * 30, None, 1), ("y" * 500, None, 1)), created=NOW))
    widths = [page.column_dimensions[one].width for one in "ABC"]
    assert widths[0] == 60
    assert widths[1] < 15


def test_what_the_reader_must_know_is_on_a_page_of_its_own():
    book = workbook(xlsx_bytes(a_sheet(about=(("Nämnd", "=1"),)), created=NOW))
    assert book.sheetnames == ["Beslut", "Om listan"]
    assert [cell.value for cell in book["Om listan"][1]] == ["Nämnd", "=1"]
    assert book["Om listan"]["B1"].data_type == "s"


def test_the_same_table_is_the_same_file():
    sheet = a_sheet(("Priser", date(2026, 3, 27), 12))
    assert xlsx_bytes(sheet, created=NOW) == xlsx_bytes(sheet, created=NOW)


def test_the_title_of_a_page_is_one_that_excel_takes():
    book = workbook(xlsx_bytes(Sheet("Beslut: [2026/27]" + "x" * 40, ("A",), ()), created=NOW))
    assert book.sheetnames[0].startswith("Beslut")
    assert len(book.sheetnames[0]) <= 31


def test_a_cell_is_cut_where_excel_would_call_the_file_damaged():
    value = read(xlsx_bytes(a_sheet(("å" * 40_000, None, None)), created=NOW))["A2"].value
    assert len(value) == 32_767
    assert value.endswith("…")


@given(st.text(max_size=60))
def test_any_text_can_be_kept(text):
    data = xlsx_bytes(a_sheet((text, None, None)), created=NOW)
    cell = read(data)["A2"]
    assert cell.data_type == ("s" if text else "n")
    csv_bytes(a_sheet((text, None, None)))
