import os
import random
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nämnd.core.errors import (
    FileMissingError,
    FileUnreadableError,
    ForeignFileError,
    NotAFileError,
    Unreadable,
)
from nämnd.core.progress import Progress
from nämnd.läsning.decoding import MAX_LINES, decode, looks_binary, split_lines, tidy_lines
from nämnd.läsning.pdf import PlacedLine, reading_order, with_gaps
from nämnd.läsning.text import MAX_BYTES, read_lines, reading
from tests.nämnd.läsning.making import (
    numbering_xml,
    paragraph_xml,
    word_xml,
    write_docx,
    write_pdf,
    write_zip,
)

LINES = ("Föredragningslista", "1. Öppnande – upprop", "§ 2 Åtgärder")


def why(path: Path) -> Unreadable:
    with pytest.raises(ForeignFileError) as caught:
        read_lines(path)
    assert caught.value.name == path.name
    return caught.value.why


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


# Word


def test_word_numbers_are_read_as_word_shows_them(tmp_path):
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for n, (form, pattern) in enumerate(
            (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "\uf0b7"), ("decimal", "%1.%4"))
        )
    )
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = "".join(
        paragraph_xml(text, level=level, list_id=list_id)
        for text, level, list_id in (
            ("Upprop", 0, 1), ("Val", 0, 1), ("Ordförande", 1, 1), ("Ersättare", 1, 1),
            ("en prick", 2, 1), ("djup", 3, 1), ("Information", 0, 1), ("Gäst", 1, 1),
            ("Att godkänna", 0, 2), ("Att notera", 0, 2), ("Utan lista", None, 1), ("Nolla", 0, 0),
        )
    )  # fmt: skip
    path = write_zip(
        tmp_path / "a.docx",
        {"word/document.xml": word_xml(body), "word/numbering.xml": numbering_xml(levels, lists)},
    )
    assert read_lines(path) == (
        "1. Upprop", "2. Val", "a) Ordförande", "b) Ersättare", "• en prick", "2.1 djup",
        "3. Information", "a) Gäst", "1. Att godkänna", "2. Att notera", "Utan lista", "Nolla",
    )  # fmt: skip


def test_a_list_style_numbers_its_paragraphs(tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("Upprop", style="List Number")
    document.add_paragraph("Val av justerare", style="List Number")
    document.add_paragraph("punkt", style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    assert read_lines(tmp_path / "a.docx") == ("1. Upprop", "2. Val av justerare", "• punkt")


def test_tables_headers_breaks_and_hidden_text_in_word(tmp_path):
    from docx import Document
    from docx.enum.text import WD_BREAK

    document = Document()
    document.sections[0].header.paragraphs[0].text = "Regionstyrelsen"
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Tid", "Ämne", "09.00", "Upprop")):
        table.cell(place // 2, place % 2).text = text
    table.cell(1, 1).add_paragraph("och val")
    run = document.add_paragraph("synlig").add_run("dold")
    run.font.hidden = True
    document.add_paragraph().add_run("före").add_break(WD_BREAK.PAGE)
    document.save(str(tmp_path / "a.docx"))
    assert read_lines(tmp_path / "a.docx") == (
        "Regionstyrelsen", "Tid\tÄmne", "09.00", "Upprop", "och val", "synlig", "före", "\f", "",
    )  # fmt: skip


def test_tracked_changes_are_read_as_accepted(tmp_path):
    body = (
        "<w:p><w:r><w:t>Att </w:t></w:r><w:del><w:r><w:t>avslå</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>bifalla</w:t></w:r></w:ins></w:p>"
    )
    path = write_zip(tmp_path / "a.docx", {"word/document.xml": word_xml(body)})
    assert read_lines(path) == ("Att bifalla",)


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ("decimal", ["1.", "2.", "3.", "4."]),
        ("decimalZero", ["01.", "02.", "03.", "04."]),
        ("upperLetter", ["A.", "B.", "C.", "D."]),
        ("lowerRoman", ["i.", "ii.", "iii.", "iv."]),
        ("upperRoman", ["I.", "II.", "III.", "IV."]),
        ("ordinalText", ["1.", "2.", "3.", "4."]),
        ("none", ["", "", "", ""]),
    ],
)
def test_every_form_of_number_is_counted(tmp_path, form, labels):
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    path = write_zip(
        tmp_path / "a.docx",
        {
            "word/document.xml": word_xml(paragraph_xml("Punkt", level=0) * 4),
            "word/numbering.xml": numbering_xml(level, lists),
        },
    )
    assert read_lines(path) == tuple(f"{label} Punkt".strip() for label in labels)


def test_letters_after_z_are_doubled(tmp_path):
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="26"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl>'
    )
    lists = '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    path = write_zip(
        tmp_path / "a.docx",
        {
            "word/document.xml": word_xml(paragraph_xml("Punkt", level=0) * 2),
            "word/numbering.xml": numbering_xml(level, lists),
        },
    )
    assert read_lines(path) == ("z) Punkt", "aa) Punkt")


def test_a_list_can_change_a_level_of_what_it_shares(tmp_path):
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>'
    lists = (
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="5"/><w:lvlText w:val="§ %1"/></w:lvl>'
        "</w:lvlOverride></w:num>"
    )
    path = write_zip(
        tmp_path / "a.docx",
        {
            "word/document.xml": word_xml(
                paragraph_xml("Upprop", level=0) + paragraph_xml("Okänd", level=0, list_id=9)
            ),
            "word/numbering.xml": numbering_xml(level, lists),
        },
    )
    assert read_lines(path) == ("§ 5 Upprop", "Okänd")


def test_small_things_in_word_are_read(tmp_path):
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Hälso</w:t><w:noBreakHyphen/>"
        "<w:t>vård</w:t><w:tab/><w:t>höger</w:t><w:br/><w:t>ny rad</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>i kontroll</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"
        "<w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:sdtContent>"
        "</w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>"
        "<w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>i ruta</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict></w:r><w:r><w:t>utanför</w:t></w:r></w:p>"
    )
    path = write_zip(tmp_path / "a.docx", {"word/document.xml": word_xml(body)})
    assert read_lines(path) == (
        "Hälso-vård\thöger", "ny rad", "i kontroll", "a\tb", "i ruta", "utanför",
    )  # fmt: skip


def test_the_strict_variant_of_word_is_read(tmp_path):
    strict = word_xml(paragraph_xml("Upprop")).replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    path = write_zip(tmp_path / "a.docx", {"word/document.xml": strict})
    assert read_lines(path) == ("Upprop",)


def test_a_zip_with_locked_parts_needs_a_password(tmp_path):
    path = write_docx(tmp_path / "a.docx", ["text"])
    data = path.read_bytes()
    for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        where = data.find(mark)
        while where >= 0:
            data = data[: where + at] + b"\x01" + data[where + at + 1 :]
            where = data.find(mark, where + 4)
    path.write_bytes(data)
    assert why(path) == Unreadable.PASSWORD


@pytest.mark.parametrize(
    ("name", "parts", "expected"),
    [
        ("arkiv.zip", {"a.txt": b"x"}, Unreadable.UNKNOWN_KIND),
        ("blad.docx", {"xl/workbook.xml": b"<x/>"}, Unreadable.NOT_WORD),
        ("trasig.docx", {"word/document.xml": b"<w:document"}, Unreadable.NOT_WORD),
        ("tom.docx", {"word/document.xml": word_xml("<w:p/>")}, Unreadable.EMPTY),
        (
            "miljarder skratt.docx",
            {"word/document.xml": b'<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'},
            Unreadable.NOT_WORD,
        ),
        (
            "bomb.docx",
            {"word/document.xml": word_xml(" " * 30_000_000)},
            Unreadable.TOO_LARGE,
        ),
        (
            "många delar.docx",
            {"word/document.xml": word_xml("")} | {f"{n}": b"" for n in range(10_001)},
            Unreadable.TOO_LARGE,
        ),
    ],
)
def test_a_zip_that_is_no_word_file_says_why(tmp_path, name, parts, expected):
    assert why(write_zip(tmp_path / name, parts)) == expected


def test_a_word_file_with_damaged_content_is_truncated(tmp_path):
    path = write_docx(tmp_path / "a.docx", ["text " * 500])
    data = bytearray(path.read_bytes())
    at = data.find(b"word/document.xml") + 60
    data[at : at + 40] = bytes(40)
    path.write_bytes(data)
    assert why(path) == Unreadable.TRUNCATED


def test_endless_nesting_in_word_is_survived(tmp_path):
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph_xml("djup") + "</w:tc></w:tr></w:tbl>" * 3000
    path = write_zip(
        tmp_path / "a.docx", {"word/document.xml": word_xml(paragraph_xml("grund") + deep)}
    )
    assert read_lines(path)[0] == "grund"


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_a_damaged_file_is_refused_or_read_never_worse(tmp_path_factory, data):
    folder = tmp_path_factory.mktemp("skadad")
    make = data.draw(st.sampled_from([write_pdf, write_docx]))
    content = [["ett", "två"]] if make is write_pdf else ["ett", "två"]
    path = make(folder / "a.bin", content)
    blob = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 20))):
        blob[data.draw(st.integers(0, len(blob) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(blob)
    try:
        assert all(isinstance(line, str) for line in read_lines(path))
    except ForeignFileError as error:
        assert error.name == "a.bin"  # noqa: PT017 - refusing is one of two right answers


def test_looking_for_binary_needs_only_the_beginning():
    assert not looks_binary(b"text" * 100_000 + b"\0")
    assert looks_binary(b"\0")
