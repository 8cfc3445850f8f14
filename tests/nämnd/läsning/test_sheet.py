"""Lists from elsewhere: CSV and Excel."""

import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.formula import ArrayFormula

from nämnd.core.errors import (
    FileMissingError,
    ForeignFileError,
    NotAFileError,
    Unreadable,
)
from nämnd.core.progress import finish
from nämnd.läsning.sheet import MOST_COLUMNS, MOST_ROWS, SheetRow, read_sheets, tidy_cell
from nämnd.läsning.sheet_xlsx import xlsx_sheets

ROWS = [["Namn", "Parti", "Från"], ["Åsa Öst", "S", "2019-01-01"], ["Bo Alm", "", "2019-02-01"]]


def read(path):
    return finish(read_sheets(path))


def cells(sheet):
    return [list(row.cells) for row in sheet.rows]


def write(path, data):
    path.write_bytes(data)
    return path


def workbook(path: Path, *sheets, **states) -> Path:
    """Save a workbook of sheets, each rows of cells; `states` are by title."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for place, rows in enumerate(sheets, start=1):
        sheet = book.create_sheet(f"blad{place}")
        sheet.sheet_state = states.get(sheet.title, "visible")
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def refused(why):
    return pytest.raises(ForeignFileError, check=lambda error: error.why is why)


# CSV


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    ("place", "separator"), list(enumerate(";,\t")), ids=["semicolon", "comma", "tab"]
)
def test_cells_are_read_in_every_usual_encoding_and_separator(tmp_path, encoding, place, separator):
    text = "\r\n".join(separator.join(row) for row in ROWS)
    found = read(write(tmp_path / "l.csv", text.encode(encoding)))
    assert cells(found[place]) == ROWS


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    text = 'sep=;\nNamn;Titel\n\n"Ek, Anna";"två\nrader"\n;\nBo;\n'
    found = read(write(tmp_path / "l.csv", text.encode()))
    assert found[0].rows == (
        SheetRow(2, ("Namn", "Titel")),
        SheetRow(4, ("Ek, Anna", "två rader")),
        SheetRow(6, ("Bo", "")),
    )


def test_a_separator_that_does_not_fit_the_quotes_is_left_out(tmp_path):
    found = read(write(tmp_path / "l.csv", b'"Ek, Anna";S\n'))
    assert cells(found[0]) == [["Ek, Anna", "S"]]
    assert len(found) == 1


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path):
    with refused(Unreadable.CSV_QUOTES):
        read(write(tmp_path / "l.csv", b'Namn;Parti\n"Anna Ek;S\nBo Alm;M\n'))


def test_a_list_of_a_hundred_thousand_rows_is_cut_and_says_so(tmp_path):
    path = write(tmp_path / "l.csv", b"Namn;Parti\n" + b"Anna Ek;S\n" * 100_000)
    found = read(path)[0]
    assert found.too_long
    assert len(found.rows) == MOST_ROWS


def test_as_many_rows_as_may_be_are_not_too_many(tmp_path):
    found = read(write(tmp_path / "l.csv", b"Anna Ek;S\n" * MOST_ROWS))[0]
    assert not found.too_long


def test_a_cell_of_any_length_is_cut(tmp_path):
    found = read(write(tmp_path / "l.csv", b"x" * 100_000 + b";S"))
    assert {len(row[0]) for row in cells(found[0])} == {1000}


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_refused(tmp_path, data):
    path = write(tmp_path / "l.csv", data)
    try:
        found = read(path)
    except ForeignFileError:
        return
    assert any(sheet.rows for sheet in found)


@given(st.text())
def test_a_cell_is_one_line_of_what_can_be_seen(text):
    tidied = tidy_cell(text)
    assert tidied.isprintable()
    assert tidied == " ".join(tidied.split())


# Excel


def test_a_workbook_gives_its_cells_as_text(tmp_path):
    path = workbook(
        tmp_path / "l.xlsx",
        [
            ["Namn", "Ordning", "Från", "Till"],
            [],
            ["Åsa  Öst\n", 3, date(2019, 1, 1), datetime(2022, 12, 31, 8, 30)],  # noqa: DTZ001
            [None, 3.0, 3.5, time(8, 30)],
            [True, "2019-01-01 00:00:00", "", "=kalle"],
        ],
    )
    (found,) = read(path)
    assert found.rows[:3] == (
        SheetRow(1, _row("Namn", "Ordning", "Från", "Till")),
        SheetRow(3, _row("Åsa Öst", "3", "2019-01-01", "2022-12-31T08:30:00")),
        SheetRow(4, _row("", "3", "3.5", "08:30:00")),
    )


def _row(*texts):
    return (*texts, *[""] * (MOST_COLUMNS - len(texts)))


def test_a_formula_is_read_as_it_was_last_shown_never_worked_out(tmp_path):
    path = workbook(tmp_path / "l.xlsx", [["Namn", "Till"], ["Anna Ek", "=TODAY()"]])
    (found,) = read(path)
    assert found.rows[1].cells[:2] == ("Anna Ek", "")
    assert found.rows[1].broken == {1}
    shown = _with_shown(path, "2022-12-31")
    (found,) = read(shown)
    assert found.rows[1].cells[:2] == ("Anna Ek", "2022-12-31")
    assert not found.rows[1].broken


def _with_shown(path: Path, text: str) -> Path:
    """Let the formula's cell hold what Excel showed, as Excel saves it."""
    return _changed(path, b"<v></v>", f"<v>{text}</v>".encode(), b'r="B2"', b'r="B2" t="str"')


def _changed(path: Path, *pairs: bytes) -> Path:
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = data.replace(b"<v />", b"<v></v>")
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    assert before in data
                    data = data.replace(before, after)
            new.writestr(name, data)
    return changed


def test_a_formula_that_failed_is_told_apart_from_text(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["#N/A", "text"])
    sheet["A2"] = ArrayFormula("A2:A2", "=1")
    book.save(tmp_path / "l.xlsx")
    (found,) = read(tmp_path / "l.xlsx")
    assert found.rows[0].broken == {0}
    assert found.rows[1].broken == {0}


def test_hidden_sheets_are_not_read(tmp_path):
    path = workbook(tmp_path / "l.xlsx", [["ett"]], [["två"]], [["tre"]], blad2="hidden")
    assert [cells(sheet)[0][0] for sheet in read(path)] == ["ett", "tre"]


def test_rows_far_down_and_columns_far_out_cost_nothing(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["XFD2"], sheet["A1048576"] = "Namn", "långt bort", "sist"
    book.save(tmp_path / "l.xlsx")
    (found,) = read(tmp_path / "l.xlsx")
    assert [(row.number, row.cells[0]) for row in found.rows] == [(1, "Namn"), (1048576, "sist")]


def test_a_workbook_of_too_many_rows_is_cut_and_says_so(tmp_path):
    (found,) = read(workbook(tmp_path / "l.xlsx", [["Anna", "S"]] * (MOST_ROWS + 1)))
    assert found.too_long
    assert len(found.rows) == MOST_ROWS


def test_macros_are_no_matter(tmp_path):
    path = workbook(tmp_path / "l.xlsx", ROWS)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    assert cells(read(path)[0])[0][:3] == ROWS[0]


# What can't be read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def _empty_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", b"<w/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("l.csv", b"", Unreadable.EMPTY),
        ("l.csv", b" \r\n\r\n", Unreadable.EMPTY),
        ("l.csv", b"\xef\xbb\xbf", Unreadable.EMPTY),
        ("l.csv", b";;;\n;;;\n", Unreadable.EMPTY),
        ("l.csv", bytes(range(256)) * 4, Unreadable.NOT_SHEET),
        ("l.csv", b"%PDF-1.7 text", Unreadable.NOT_SHEET),
        ("l.xls", b"<html><table><tr><td>Namn", Unreadable.NOT_SHEET),
        ("l.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), Unreadable.PASSWORD),
        ("l.xls", OLE, Unreadable.NOT_SHEET),
        ("l.xlsx", b"PK\x03\x04 cut off", Unreadable.TRUNCATED),
        ("l.xlsx", _empty_zip(), Unreadable.NOT_SHEET),
    ],
    ids=["none", "blank", "mark", "separators", "binary", "pdf", "html", "locked", "old", "cut",
         "word"],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_the_reason(tmp_path, name, data, why):
    with refused(why):
        read(write(tmp_path / name, data))


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    path = tmp_path / "l.csv"
    with path.open("wb") as file:
        file.truncate(21 * 1024 * 1024)
    with refused(Unreadable.SHEET_TOO_LARGE):
        read(path)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(FileMissingError):
        read(tmp_path / "borta.csv")
    with pytest.raises(NotAFileError):
        read(tmp_path)


def test_a_workbook_that_unpacks_to_fill_the_memory_is_refused(tmp_path):
    path = tmp_path / "l.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b" " * 50_000_000)
    with refused(Unreadable.SHEET_TOO_LARGE):
        read(path)


def test_a_workbook_whose_parts_are_locked_says_so(tmp_path):
    data = bytearray(workbook(tmp_path / "l.xlsx", ROWS).read_bytes())
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:  # mark every part as encrypted
        data[at + 8] |= 1
        local = int.from_bytes(data[at + 42 : at + 46], "little")
        data[local + 6] |= 1
        at += 4
    with refused(Unreadable.PASSWORD):
        read(write(tmp_path / "locked.xlsx", bytes(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_words_that_stand_for_a_million_others_are_refused(tmp_path, encoding):
    path = workbook(tmp_path / "l.xlsx", ROWS)
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><sst>&b;</sst>'
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/more.xml", bomb.encode(encoding))
    with refused(Unreadable.NOT_SHEET):
        read(path)


def _whole() -> bytes:
    book = openpyxl.Workbook()
    for row in ROWS:
        book.worksheets[0].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WHOLE = _whole()


@settings(max_examples=40)
@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_a_damaged_workbook_is_read_or_refused(at, change):
    data = bytearray(WHOLE)
    data[at] ^= change
    with suppress(ForeignFileError):
        xlsx_sheets(bytes(data), "l.xlsx")


@settings(max_examples=40)
@given(st.data())
def test_a_workbook_with_damaged_xml_is_read_or_refused(data):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        hurt = data.draw(st.sampled_from(names))
        for name in names:
            xml = bytearray(old.read(name))
            if name == hurt:
                at = data.draw(st.integers(0, len(xml) - 1))
                xml[at : at + data.draw(st.integers(1, 40))] = data.draw(st.binary(max_size=8))
            new.writestr(name, bytes(xml))
    with suppress(ForeignFileError):
        xlsx_sheets(out.getvalue(), "l.xlsx")
