"""Word files are read as Word shows them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import (
    ForeignFileError,
    Unreadable,
)
from nämnd.läsning.decoding import looks_binary
from nämnd.läsning.text import read_lines
from tests.nämnd.läsning.making import (
    numbering_xml,
    paragraph_xml,
    why,
    word_xml,
    write_docx,
    write_pdf,
    write_zip,
)


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
