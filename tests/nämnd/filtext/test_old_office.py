"""Word and Excel files from before 2007. The Word file was saved by LibreOffice."""

import random
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.filtext.reading import read_text
from nämnd.filtext.values import TextState
from nämnd.filtext.values import Warning as Told
from tests.nämnd.post.outlook import Storage, compound_file

WORD = Path(__file__).parent / "samples" / "tjansteskrivelse.doc"


def record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def short_string(text):
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def string(text, *, wide=True):
    letters = text.encode("utf-16-le" if wide else "latin-1")
    return struct.pack("<HB", len(text), wide) + letters


def xls(*records):
    """Return a workbook with one sheet, «Blad», that holds the records."""
    bof = record(0x0809, bytes(16))
    sheet = record(0x0085, bytes(6) + short_string("Blad"))
    return b"".join((bof, sheet, *records))


def workbook(shared, cells, *continued):
    sst = record(0x00FC, struct.pack("<II", len(shared), len(shared)) + b"".join(shared))
    more = b"".join(record(0x003C, one) for one in continued)
    stream = xls(sst + more, record(0x000A, b""), record(0x0809, bytes(16)), *cells)
    return compound_file(Storage(streams={"Workbook": stream}))


def label(row, column, number):
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, number))


def test_an_old_word_file_is_read():
    found = read_text(WORD.read_bytes(), WORD.name)
    assert (found.state, found.warnings) == (TextState.READ, ())
    assert found.text.splitlines() == [
        "Tjänsteskrivelse om översyn",
        "Regionvårdsnämnden beslutar",
        "att godkänna överenskommelsen – «med» ändring,",
        "att överlämna ärendet.",
        "Åre\t12,5",
        "Öland\t7",
        "Bakgrund med emoji 😀 och é.",
    ]


def test_an_old_word_file_with_a_password_is_told():
    data = bytearray(WORD.read_bytes())
    data[data.index(b"\xec\xa5") + 0x0B] |= 1
    found = read_text(bytes(data), "a.doc")
    assert (found.state, found.warnings) == (TextState.UNREADABLE, (Told.LOCKED,))


def test_an_old_word_file_with_more_text_than_is_taken_is_cut_and_told(monkeypatch):
    monkeypatch.setattr("nämnd.filtext.old_office.MOST_TEXT", 40)
    found = read_text(WORD.read_bytes(), "a.doc")
    assert (found.state, len(found.text)) == (TextState.PART, 40)


def test_pieces_that_lead_nowhere_are_told_as_damaged():
    data = bytearray(WORD.read_bytes())
    at = data.index(b"\xec\xa5") + 0x01A2
    data[at : at + 4] = struct.pack("<I", 0x00FFFFFF)
    found = read_text(bytes(data), "a.doc")
    assert (found.state, found.warnings) == (TextState.UNREADABLE, (Told.DAMAGED,))


def test_an_old_workbook_is_read_row_by_row():
    cells = (
        label(0, 0, 0),
        label(0, 1, 1),
        record(0x0203, struct.pack("<HHHd", 1, 0, 0, 12.5)),
        record(0x027E, struct.pack("<HHHI", 1, 1, 0, (7 << 2) | 2)),
        record(0x027E, struct.pack("<HHHI", 1, 2, 0, ((-7 << 2) | 2) & 0xFFFFFFFF)),
        record(0x00BD, struct.pack("<HHHIHIH", 2, 0, 0, (150 << 2) | 3, 0, (8 << 2) | 2, 1)),
        record(0x0204, struct.pack("<HHH", 3, 0, 0) + string("Gammal", wide=False)),
        record(0x0207, string("Summa")),
    )
    data = workbook([string("Åre"), string("Region", wide=False)], cells)
    assert read_text(data, "a.xls").pages == (
        "Blad\nÅre\tRegion\n12.5\t7\t-7\n1.5\t8\nGammal\tSumma",
    )


def test_a_string_that_goes_on_in_the_next_record_is_whole():
    first = struct.pack("<HBH", 8, 1 | 8, 1) + "Över".encode("utf-16-le")
    data = workbook(
        [first], (label(0, 0, 0), label(0, 1, 1)), b"\x00syn!" + bytes(4) + string("Ny")
    )
    assert read_text(data, "a.xls").pages == ("Blad\nÖversyn!\tNy",)


def test_a_workbook_with_a_password_is_told():
    stream = xls(record(0x002F, bytes(6)))
    found = read_text(compound_file(Storage(streams={"Workbook": stream})), "a.xls")
    assert (found.state, found.warnings) == (TextState.UNREADABLE, (Told.LOCKED,))


def test_old_macros_are_told():
    data = compound_file(
        Storage(streams={"Workbook": xls()}, storages=[Storage("_VBA_PROJECT_CUR")])
    )
    assert read_text(data, "a.xls").warnings == (Told.MACROS,)


@pytest.mark.parametrize("name", ["a.ppt", "a.doc"])
def test_what_is_not_read_is_kept_as_unknown(name):
    streams = {"a.ppt": {"PowerPoint Document": b"x"}, "a.doc": {"WordDocument": b"\xdc\xa5e\0"}}
    found = read_text(compound_file(Storage(streams=streams[name])), name)
    assert (found.state, found.warnings) == (TextState.UNKNOWN_KIND, ())


@given(st.binary(max_size=400))
def test_any_records_are_read_or_told(body):
    read_text(compound_file(Storage(streams={"Workbook": xls() + body})), "a.xls")


@given(st.lists(st.binary(max_size=30), max_size=5))
def test_any_strings_are_read_or_told(parts):
    read_text(workbook(parts[:1], (label(0, 0, 0),), *parts[1:]), "a.xls")


def test_no_damage_to_a_word_file_raises():
    chance = random.Random(1)  # noqa: S311 - the same damage each time
    whole = WORD.read_bytes()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            at = chance.choice((chance.randrange(len(data)), 512 + chance.randrange(0x1B0)))
            data[at : at + 1] = chance.randbytes(1)
        read_text(bytes(data), WORD.name)
