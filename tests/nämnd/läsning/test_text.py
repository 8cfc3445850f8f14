import os
import random
import unicodedata

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nämnd.core.errors import (
    FileMissingError,
    FileUnreadableError,
    NotAFileError,
    Unreadable,
)
from nämnd.core.progress import Progress
from nämnd.läsning.decoding import MAX_LINES, decode, split_lines, tidy_lines
from nämnd.läsning.pdf import PlacedLine, reading_order, with_gaps
from nämnd.läsning.text import MAX_BYTES, read_lines, reading
from tests.nämnd.läsning.making import (
    why,
    write_docx,
    write_pdf,
)

LINES = ("Föredragningslista", "1. Öppnande – upprop", "§ 2 Åtgärder")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-sig", "cp1252", "nfd"]
)
def test_text_is_read_in_any_of_the_usual_encodings(tmp_path, encoding):
    text = "\r\n".join(LINES)
    match encoding:
        case "utf-16-be-sig":
            data = b"\xfe\xff" + text.encode("utf-16-be")
        case "nfd":
            data = unicodedata.normalize("NFD", text).encode()
        case _:
            data = text.encode(encoding)
    path = tmp_path / "lista.txt"
    path.write_bytes(data)
    assert read_lines(path) == LINES


def test_a_letter_cut_off_at_the_end_does_not_spoil_the_rest():
    assert decode("Vård på".encode()[:-1]) == "Vård p"
    assert decode("Region på".encode("cp1252")) == "Region på"


def test_a_form_feed_is_a_line_of_its_own(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("ett\ftvå\n", encoding="utf-8", newline="")
    assert read_lines(path) == ("ett", "\f", "två", "")


def test_control_characters_and_ligatures_are_tidied():
    assert tidy_lines(["a\x07b\u200b\tc  ", "\ufb01nans", "10\u00a0000"]) == (
        "ab\tc",
        "finans",
        "10\u00a0000",
    )


def test_only_so_many_lines_are_considered():
    assert len(tidy_lines(["x"] * (MAX_LINES + 5))) == MAX_LINES


@given(st.binary())
@example(b"\xff\xfe\x00")
def test_any_bytes_can_be_decoded(data):
    assert isinstance(tidy_lines(split_lines(decode(data))), tuple)


def test_a_path_that_is_gone_is_missing(tmp_path):
    for path in (tmp_path / "finns ej.txt", tmp_path / "a\0b", tmp_path / "fil" / "i fil"):
        (tmp_path / "fil").touch()
        with pytest.raises(FileMissingError):
            read_lines(path)


def test_a_folder_and_a_device_are_not_files(tmp_path):
    os.mkfifo(tmp_path / "rör")
    for path in (tmp_path, tmp_path / "rör"):
        with pytest.raises(NotAFileError):
            read_lines(path)


def test_a_path_the_system_refuses_is_unreadable(tmp_path):
    with pytest.raises(FileUnreadableError) as caught:
        read_lines(tmp_path / ("x" * 300))
    assert caught.value.reason


def _random_bytes(count: int) -> bytes:
    return random.Random(1).randbytes(count)  # noqa: S311 - the same bytes every time


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("tom.txt", b"", Unreadable.EMPTY),
        ("tom.pdf", b"", Unreadable.EMPTY),
        ("bara blanka.txt", b" \n\n\t", Unreadable.EMPTY),
        ("foto.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF" + _random_bytes(500), Unreadable.BINARY),
        ("brus.txt", _random_bytes(5000).replace(b"\0", b"1"), Unreadable.BINARY),
        ("text.pdf", b"1. Upprop\n", Unreadable.NOT_PDF),
        ("text.docx", b"1. Upprop\n", Unreadable.NOT_WORD),
        ("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Unreadable.NOT_WORD),
        (
            "hemlig.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            Unreadable.PASSWORD,
        ),
        ("brev.rtf", b"{\\rtf1\\ansi 1. Upprop}", Unreadable.UNKNOWN_KIND),
        ("sida.html", b"\n<!DOCTYPE html><p>1. Upprop", Unreadable.UNKNOWN_KIND),
        ("avbruten.pdf", b"%PDF-1.7\n1 0 obj <</Type /Catalog", Unreadable.TRUNCATED),
        ("trasig.pdf", b"%PDF-1.7\nskr\xe4p\n%%EOF", Unreadable.TRUNCATED),
        ("avbruten.docx", b"PK\x03\x04" + bytes(40), Unreadable.TRUNCATED),
    ],
)
def test_what_can_not_be_read_says_why(tmp_path, name, data, expected):
    path = tmp_path / name
    path.write_bytes(data)
    assert why(path) == expected


def test_a_file_too_large_is_not_opened(tmp_path):
    path = tmp_path / "stor.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert why(path) == Unreadable.TOO_LARGE


def test_kind_is_told_by_content_not_by_name(tmp_path):
    pdf = write_pdf(tmp_path / "a.pdf", [list(LINES)])
    word = write_docx(tmp_path / "a.docx", list(LINES))
    assert read_lines(pdf.rename(tmp_path / "lista.docx")) == LINES
    assert read_lines(word.rename(tmp_path / "lista.txt")) == LINES


# PDF


def test_a_pdf_is_read_page_by_page_with_gaps_and_columns(tmp_path):
    path = tmp_path / "a.pdf"
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    for y, left, right in ((800, "Tid", "Ämne"), (786, "09.00", "Upprop"), (740, "Slut", "")):
        canvas.drawString(60, y, left)
        canvas.drawString(160, y, right)
    canvas.showPage()
    canvas.drawString(60, 800, "Sida två")
    canvas.save()
    assert read_lines(path) == ("Tid\tÄmne", "09.00\tUpprop", "", "Slut", "\f", "Sida två")


def test_progress_counts_pages(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", [["ett"], ["två"], ["tre"]])
    steps = [step for step in reading(path) if step.total > 1]
    assert steps == [Progress(n, 3, f"Läser sida {n + 1} av 3 i a.pdf") for n in range(3)]


def test_a_pdf_cut_off_is_truncated_even_when_it_can_be_mended(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", [["ett"] * 40] * 5)
    whole = path.read_bytes()
    for share in (0.3, 0.6, 0.95):
        path.write_bytes(whole[: int(len(whole) * share)])
        assert why(path) == Unreadable.TRUNCATED


def test_a_linearized_pdf_cut_off_is_truncated(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", [["ett"] * 40] * 5)
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "l.pdf", linearize=True)
    assert len(read_lines(tmp_path / "l.pdf")) > 100
    whole = (tmp_path / "l.pdf").read_bytes()
    (tmp_path / "l.pdf").write_bytes(whole[: len(whole) // 2])
    assert why(tmp_path / "l.pdf") == Unreadable.TRUNCATED


def test_a_pdf_with_a_password_says_so(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", [["ett"]])
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "p.pdf", encryption=pikepdf.Encryption(user="hemligt", owner="x"))
    assert why(tmp_path / "p.pdf") == Unreadable.PASSWORD


def test_a_pdf_that_opens_without_its_password_is_read(tmp_path):
    path = write_pdf(tmp_path / "a.pdf", [["ett"]])
    with pikepdf.open(path) as pdf:
        pdf.save(tmp_path / "p.pdf", encryption=pikepdf.Encryption(user="", owner="x"))
    assert read_lines(tmp_path / "p.pdf") == ("ett",)


def test_a_pdf_of_pictures_has_no_text(tmp_path):
    assert why(write_pdf(tmp_path / "skannad.pdf", [[], []])) == Unreadable.NO_TEXT


def placed(text: str, left: float, top: float) -> PlacedLine:
    return PlacedLine(text, left, top - 10, left + 50, top)


def test_a_table_drawn_cell_by_cell_keeps_its_cells_whole():
    cells = [
        placed("a1", 0, 100),
        placed("a2", 0, 88),
        placed("b1", 100, 100),
        placed("b2", 100, 88),
    ]
    assert [line.text for line in reading_order(cells)] == ["a1", "a2", "b1", "b2"]


def test_a_page_drawn_from_the_bottom_up_is_sorted():
    lines = [placed(str(n), 0, 20 * n) for n in range(1, 7)] + [placed("höger", 200, 120)]
    assert [line.text for line in reading_order(lines)] == ["6\thöger", "5", "4", "3", "2", "1"]


def test_a_large_space_between_lines_is_an_empty_line():
    lines = [placed("a", 0, 100), placed("b", 0, 88), placed("c", 0, 60), placed("d", 0, 48)]
    assert with_gaps(lines) == ["a", "b", "", "c", "d"]
    assert with_gaps([]) == []
