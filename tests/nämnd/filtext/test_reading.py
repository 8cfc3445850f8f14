"""The words of files, and what is told of bad ones."""

import random
import struct

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nämnd.filtext.kinds import FileKind, kind_of
from nämnd.filtext.look import look_at
from nämnd.filtext.reading import read_text
from nämnd.filtext.values import TextState
from nämnd.filtext.values import Warning as Told
from tests.conftest import SEEDS
from tests.nämnd.filtext import making
from tests.nämnd.post.outlook import Storage, compound_file, msg

WHOLE = {
    "a.pdf": making.pdf("Text i PDF", title="Titel"),
    "a.docx": making.docx("Text i Word", heading="Rubriken i Word"),
    "a.xlsx": making.xlsx({"Blad": [["Text i Excel", 12]]}),
    "a.pptx": making.pptx("Text i PowerPoint"),
    "a.odt": making.odf("text", "<text:h>Rubrik</text:h><text:p>Text i ODF</text:p>"),
    "a.rtf": rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}Text i RTF}",
    "a.html": b"<!DOCTYPE html><title>T</title><h1>R</h1><p>Text i HTML</p>",
    "a.eml": b"From: a@exempel.se\nSubject: Text i brev\n\nKropp",
    "a.msg": msg("Text i Outlook", "Kropp"),
    "a.txt": "Text på svenska".encode(),
}


def test_every_page_of_a_pdf_is_read():
    found = read_text(making.pdf("Första sidan", "Sida två"), "a.pdf")
    assert (found.state, found.pages) == (TextState.READ, ("Första sidan", "Sida två"))
    assert found.text == "Första sidan\nSida två"


def test_a_scan_with_a_cover_letter_is_read_in_part():
    scan = making.pdf("Missiv", "", "", picture="empty")
    assert read_text(scan, "a.pdf").state is TextState.PART
    letter = making.pdf("Missiv", "Sida två", "", picture="empty")
    assert read_text(letter, "a.pdf").state is TextState.READ
    assert read_text(making.pdf("Missiv", "", ""), "a.pdf").state is TextState.READ


@pytest.mark.parametrize("name", WHOLE)
def test_every_kind_is_read_without_a_warning(name):
    found = read_text(WHOLE[name], name)
    assert found.state is TextState.READ
    assert "Text " in found.text
    assert found.warnings == ()


def test_a_word_file_is_read_with_its_notes_but_not_what_was_struck_out():
    body = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Kvar</w:t><w:tab/><w:t>här</w:t>"
        "</w:r><w:del><w:r><w:t>bort</w:t></w:r></w:del></w:p><w:p><w:r><w:t>Ny</w:t></w:r></w:p>"
    )
    data = making.zipped(
        {
            "word/document.xml": making.word_xml(body),
            "word/footnotes.xml": making.word_xml("<w:p><w:r><w:t>Fotnot</w:t></w:r></w:p>"),
            "word/header1.xml": making.word_xml("<w:p><w:r><w:t>Sidhuvud</w:t></w:r></w:p>"),
        }
    )
    assert read_text(data, "a.docx").text == "Sidhuvud\n\nKvar\thär\nNy\n\nFotnot"


def test_sheets_are_pages_with_the_values_that_were_last_shown():
    data = making.xlsx({"Ett": [["Åre", 12.5], ["Öland", "=1+1"]], "Två": [["x"]]})
    assert read_text(data, "a.xlsx").pages == ("Ett\nÅre\t12.5\nÖland", "Två\nx")


def test_strings_that_excel_keeps_apart_are_read_where_they_stand():
    strings = (
        "<t>Region</t>",
        "<r><t>Fet</t></r><r><t xml:space='preserve'> stil</t></r>",
        "<t>漢字</t><rPh><t>かんじ</t></rPh>",
    )
    cell = '<c t="s"><v>{}</v></c>'.format
    first = f"<row>{cell(1)}{cell(0)}</row><row>{cell(9)}{cell('x')}<c><v>12</v></c></row>"
    second = f"<row>{cell(2)}<c t='inlineStr'><is><t>Direkt</t></is></c></row>"
    note = "<comments><comment><text><r><t>En anteckning</t></r></text></comment></comments>"
    data = making.excel_xlsx(strings, {"Ett": first, "Två": second}, {"xl/comments1.xml": note})
    assert read_text(data, "a.xlsx").pages == (
        "Ett\nFet stil\tRegion\n12",
        "Två\n漢字\tDirekt",
        "En anteckning",
    )


def test_a_workbook_without_its_list_is_read_by_the_numbers_of_its_sheets():
    parts = {f"xl/worksheets/sheet{n}.xml": f"<s><c><v>{n}</v></c></s>" for n in (10, 2)}
    data = making.zipped({"xl/workbook.xml": "<skadad", **parts})
    assert read_text(data, "a.xlsx").pages == ("2", "10")


def test_a_sheet_that_is_missing_or_cut_off_is_told():
    whole = {"Ett": "<row><c><v>1</v></c></row>", "Två": "<row><c><v>2</v></c></row>"}
    cut = making.excel_xlsx((), whole | {"Två": "<row><c><v>2</v></c></row></sheetData><x>"})
    assert read_text(cut, "a.xlsx").state is TextState.PART
    data = making.excel_xlsx(("<t>trasig",), whole)
    found = read_text(data, "a.xlsx")
    assert (found.state, found.pages) == (TextState.PART, ("Ett\n1", "Två\n2"))


def test_slides_are_pages_in_the_order_they_are_shown_with_their_notes():
    data = making.pptx("Första\nbilden", "Andra", notes="Talarens ord")
    assert read_text(data, "a.pptx").pages == ("Första\nbilden\n\nTalarens ord", "Andra")


def test_opendocument_sheets_and_slides_are_pages():
    row = (
        "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
    )
    table = f"<table:table>{row}</table:table>"
    assert read_text(making.odf("spreadsheet", table * 2), "a.ods").pages == ("a", "a")
    page = "<draw:page><text:p>bild</text:p></draw:page>"
    assert read_text(making.odf("presentation", page * 3), "a.odp").pages == ("bild",) * 3
    assert read_text(making.odf("text", table * 2), "a.odt").pages == ("a\na",)


def test_rtf_letters_are_read_and_what_is_hidden_is_not():
    data = rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\*\generator Ont;}\uc1 H\'e4j \u8211? \u-10179?"
    data += rb"\u-8704?\par{\uc2\u229\'c3\'a5 slut}\tab\{\}{\pict 0a0b}}"
    assert read_text(data, "a.rtf").text == "Häj – 😀\nå slut\t{}"


def test_words_broken_at_the_end_of_a_line_are_whole():
    from nämnd.filtext.pdf_text import BROKEN_WORD

    assert BROKEN_WORD.sub("", "samman\ufffe\r\nträde") == "sammanträde"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real documents lie beside the project")
def test_the_real_documents_are_read_whole():
    for path in SEEDS.glob("*.txt"):
        found = read_text(path.read_bytes(), path.name)
        assert found.state is TextState.READ
        assert len(found.text) > path.stat().st_size * 0.8


# What is told of them


@pytest.mark.parametrize(
    ("name", "data", "state", "warnings"),
    [
        ("a.docm", making.docm(), TextState.READ, (Told.MACROS,)),
        ("a.docx", making.docm(), TextState.READ, (Told.MACROS,)),
        ("a.exe", making.PROGRAM, TextState.UNKNOWN_KIND, (Told.PROGRAM,)),
        ("a.pdf", making.PROGRAM, TextState.UNKNOWN_KIND, (Told.PROGRAM, Told.DISGUISED)),
        ("a.pdf.js", b"alert(1)", TextState.UNKNOWN_KIND, (Told.PROGRAM,)),
        ("lnk.lnk", b"L\0\0\0\x01\x14\x02\0" + bytes(90), TextState.UNKNOWN_KIND, (Told.PROGRAM,)),
        ("a.pdf", making.script_pdf(), TextState.READ, (Told.ACTIVE_PDF,)),
        ("a.pdf", making.launch_pdf(), TextState.READ, (Told.ACTIVE_PDF,)),
        ("a.pdf", making.carrying_pdf(), TextState.READ, (Told.ACTIVE_PDF,)),
        ("a.pdf", making.pdf("x", locked="p"), TextState.UNREADABLE, (Told.LOCKED,)),
        ("a.pdf", making.pdf(picture=True), TextState.WITHOUT_TEXT, ()),
        ("a.pdf", b"%PDF-1.7\nskr\xe4p", TextState.UNREADABLE, (Told.DAMAGED,)),
        ("a.png", making.PNG, TextState.WITHOUT_TEXT, ()),
        ("a.docx", making.PNG, TextState.WITHOUT_TEXT, (Told.DISGUISED,)),
        ("a.docx", making.bomb_docx(), TextState.UNREADABLE, (Told.TOO_LARGE,)),
        ("a.docx", making.entity_docx(), TextState.UNREADABLE, (Told.DAMAGED,)),
        ("a.docx", WHOLE["a.docx"][:900], TextState.UNREADABLE, (Told.DAMAGED,)),
        ("a.docx", making.locked_parts(WHOLE["a.docx"]), TextState.UNREADABLE, (Told.LOCKED,)),
        ("a.docx", making.fetching_docx(), TextState.READ, (Told.EXTERNAL,)),
        (
            "a.docx",
            making.fetching_docx("image", "\\\\server\\bild.png"),
            TextState.READ,
            (Told.EXTERNAL,),
        ),
        ("a.docx", making.fetching_docx("hyperlink", "https://exempel.se"), TextState.READ, ()),
        (
            "a.docx",
            making.fetching_docx("attachedTemplate", "file:///\\\\server\\mall.dotx"),
            TextState.READ,
            (),
        ),
        (
            "a.docx",
            making.added(making.docx("x"), {"word/embeddings/oleObject1.bin": making.PROGRAM}),
            TextState.READ,
            (Told.PROGRAM,),
        ),
        (
            "a.odt",
            making.odf("text", "", {"Basic/M.xml": "x"}),
            TextState.WITHOUT_TEXT,
            (Told.MACROS,),
        ),
        (
            "a.odt",
            making.odf("text", "", {"META-INF/manifest.xml": "<m:encryption-data/>"}),
            TextState.UNREADABLE,
            (Told.LOCKED,),
        ),
        (
            "a.docx",
            compound_file(Storage(streams={"EncryptedPackage": b"x", "EncryptionInfo": b"y"})),
            TextState.UNREADABLE,
            (Told.LOCKED,),
        ),
        (
            "a.html",
            b"<html><script>x</script><img src='https://x/y.png'>Text",
            TextState.READ,
            (Told.PROGRAM, Told.EXTERNAL),
        ),
        ("a.svg", b"<svg><script>x</script></svg>", TextState.WITHOUT_TEXT, (Told.PROGRAM,)),
        ("a.zip", making.zipped({"a.txt": "x"}), TextState.UNKNOWN_KIND, ()),
        ("a.eml", msg("x", "y"), TextState.READ, ()),
        ("a.msg", msg("x", "y")[:700], TextState.UNREADABLE, (Told.DAMAGED,)),
        ("a.txt", b"", TextState.WITHOUT_TEXT, ()),
        ("a.bin", bytes(range(256)) * 9, TextState.UNKNOWN_KIND, ()),
        ("a.rtf", rb"{\rtf1{\object\objautlink x}Text}", TextState.READ, (Told.EXTERNAL,)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_told_of_a_bad_file(name, data, state, warnings):
    found = read_text(data, name)
    assert (found.state, found.warnings) == (state, warnings)


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr("nämnd.filtext.look.MOST_BYTES", 100)
    found = read_text(b"x" * 101, "a.txt")
    assert (found.state, found.warnings) == (TextState.UNREADABLE, (Told.TOO_LARGE,))


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.pdf", "a.rtf", "a.txt"])
def test_more_text_than_is_taken_is_cut_and_told(monkeypatch, name):
    for place in ("xml_text", "pdf_text", "rtf", "excel", "reading"):
        monkeypatch.setattr(f"nämnd.filtext.{place}.MOST_TEXT", 1000)
    long = "ord " * 600
    data = {
        "a.docx": making.docx(long),
        "a.xlsx": making.xlsx({"a": [[long]]}),
        "a.pdf": making.pdf("ett", *["ord " * 100] * 9),
        "a.rtf": rb"{\rtf1 " + long.encode() * 3 + b"}",
        "a.txt": long.encode(),
    }[name]
    found = read_text(data, name)
    assert found.state is TextState.PART
    assert len(found.text) < 2000


def test_a_zip_with_a_huge_list_of_contents_is_not_opened():
    data = bytearray(making.docx("x"))
    at = data.rindex(b"PK\x05\x06")
    data[at + 12 : at + 16] = struct.pack("<I", 0xFFFFFFF0)
    assert read_text(bytes(data), "a.docx").warnings == (Told.TOO_LARGE,)


def test_what_a_file_calls_itself_is_seen_at_a_glance():
    assert look_at(WHOLE["a.docx"], "a.docx").heading == "Rubriken i Word"
    assert look_at(making.docx("x", title="Titeln"), "a.docx").title == "Titeln"
    assert look_at(WHOLE["a.odt"], "a.odt").heading == "Rubrik"
    assert look_at(WHOLE["a.odt"], "a.odt").title == "Titel i ODF"
    assert look_at(WHOLE["a.html"], "a.html").heading == "R"
    found = look_at(making.pdf("ett", "två", title="PDF-titel"), "a.pdf")
    assert (found.title, found.pages) == ("PDF-titel", 2)


# Kinds


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.pdf", b"\n%PDF-1.4", FileKind.PDF),
        ("x", b"Till: alla\nFrom: inte ett brev", FileKind.TEXT),
        ("x", b"From: a@b.se\nTo: c@d.se\n\nhej", FileKind.MAIL),
        ("a.txt", b"From: a@b.se\nTo: c@d.se\n\nhej", FileKind.TEXT),
        ("a.eml", b"Subject: ensam\n\nhej", FileKind.MAIL),
        ("a.eml", b"Subject: x\nFrom: a@b.se\n\nbin\0ary", FileKind.MAIL),
        ("a.csv", b"Subject;From\n1;2\n", FileKind.TEXT),
        ("a.doc", b"{\\rtf1 x}", FileKind.RTF),
        ("a.jar", making.zipped({"META-INF/MANIFEST.MF": "x"}), FileKind.PROGRAM),
        ("a.zip", making.zipped({"inre.docx": making.docx("x")}, stored=True), FileKind.ARCHIVE),
        ("a.bmp", b"BM" + bytes(60), FileKind.PICTURE),
        ("a.txt", b"BMA beslutar", FileKind.TEXT),
        ("MZ.txt", b"MZ beslutar", FileKind.TEXT),
        ("a.sh", b"#!/bin/sh\nrm", FileKind.PROGRAM),
        ("a.url", b"[InternetShortcut]\nURL=https://x", FileKind.PROGRAM),
        ("a.settingcontent-ms", b"<x/>", FileKind.PROGRAM),
        ("a.webp", b"RIFF\0\0\0\0WEBP", FileKind.PICTURE),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_the_kind_is_told_by_content(name, data, kind):
    assert kind_of(data, name) is kind


# Anything at all

_NAMES = st.sampled_from(["", "a", *WHOLE, "a.doc", "a.xls", "a.ppt", "a.ods", "a\0b.pdf"])
_STARTS = st.sampled_from(
    [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]
)


@given(_STARTS, st.binary(max_size=600), _NAMES)
@example(b"", b"\xff\xfe\x00", "a.txt")
@example(b"", b"\xff\xfe\x3d\xd8", "a.txt")
def test_no_bytes_raise(start, rest, name):
    found = read_text(start + rest, name)
    assert "\0" not in found.text
    found.text.encode()


@pytest.mark.parametrize("name", WHOLE)
def test_no_damage_raises(name):
    chance = random.Random(name)  # noqa: S311 - the same damage each time
    whole = WHOLE[name]
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 6)):
            at = chance.randrange(len(data) + 1)
            length = chance.choice((1, 1, 4, 40))
            data[at : at + length] = chance.randbytes(chance.choice((0, 1, length)))
        read_text(bytes(data[: chance.choice((len(data), chance.randrange(len(data) + 1)))]), name)
