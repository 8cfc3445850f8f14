"""Files of every kind, whole ones and ones made to harm."""

import io
import zipfile

import openpyxl
import pikepdf
from docx import Document
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff"
    "3f0005fe02fe0def46b80000000049454e44ae426082"
)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha ha ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
PROGRAM = (
    b"MZ\x90\x00\x03" + bytes(60) + b"This program cannot be run in DOS mode.\r\n" + bytes(200)
)


def zipped(parts, *, stored=False):
    """Return a zip of {name: text or bytes}."""
    out = io.BytesIO()
    how = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(out, "w", how) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def added(data, parts):
    """Return a zip with more parts in it."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(*paragraphs, heading="", title=""):
    """Return a Word file."""
    document = Document()
    document.core_properties.title = title
    if heading:
        document.add_heading(heading, 1)
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word_xml(body, entities=""):
    """Return the main part of a Word file."""
    return f"{entities}<w:document {_W}><w:body>{body}</w:body></w:document>"


def docm():
    """Return a Word file with macros."""
    return added(docx("Makro"), {"word/vbaProject.bin": b"\xcc\x61"})


def rels(kind, target, *, external=True):
    """Return a list of relations with one in it."""
    mode = ' TargetMode="External"' if external else ""
    return (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_TYPE}/{kind}"'
        f' Target="{target}"{mode}/></Relationships>'
    )


def fetching_docx(kind="attachedTemplate", target="https://ont.example/mall.dotm"):
    """Return a Word file that refers to something outside."""
    return added(docx("Mall"), {"word/_rels/settings.xml.rels": rels(kind, target)})


def bomb_docx():
    """Return a small file that unpacks to 70 MB of one part."""
    return zipped({"word/document.xml": word_xml(" " * 70_000_000)})


def entity_docx():
    """Return a file whose XML defines words that stand for a thousand million others."""
    body = "<w:p><w:r><w:t>&i;</w:t></w:r></w:p>"
    return zipped({"word/document.xml": word_xml(body, ENTITIES)})


def xlsx(sheets):
    """Return a workbook of {name: rows}."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def excel_xlsx(strings, sheets, more=None):
    """Return a workbook as Excel writes it: strings apart, sheets listed in another order.

    `strings`: the XML of each; `sheets`: {name: XML of the rows}.
    """
    many = len(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{n + 1}" r:id="rId{n}"/>' for n, name in enumerate(sheets)
    )
    targets = "".join(
        f'<Relationship Id="rId{n}" Type="{_TYPE}/worksheet"'
        f' Target="worksheets/sheet{many - n}.xml"/>'
        for n in range(many)
    )
    parts = {
        "xl/workbook.xml": f"<workbook {_R}><sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}">{targets}</Relationships>',
        "xl/sharedStrings.xml": f"<sst>{''.join(f'<si>{one}</si>' for one in strings)}</sst>",
    }
    for n, rows in enumerate(sheets.values()):
        data = f"<worksheet><sheetData>{rows}</sheetData></worksheet>"
        parts[f"xl/worksheets/sheet{many - n}.xml"] = data
    return zipped({**parts, **(more or {})})


def locked_parts(data):
    """Return a zip whose parts are marked as encrypted."""
    out = bytearray(data)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = out.find(mark)
        while place >= 0:
            out[place + at] |= 1
            place = out.find(mark, place + 1)
    return bytes(out)


def pptx(*slides, notes=""):
    """Return a presentation; the slides lie in the file in another order than they are shown."""
    many = len(slides)
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in range(many))
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{_TYPE}/slide" Target="slides/slide{many - n}.xml"/>'
        for n in range(many)
    )
    parts = {
        "ppt/presentation.xml": f'<p:presentation xmlns:p="p" {_R}><p:sldIdLst>{ids}</p:sldIdLst>'
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{_RELS}">{listed}'
        "</Relationships>",
    }
    for n, text in enumerate(slides):
        parts[f"ppt/slides/slide{many - n}.xml"] = _slide(text)
    if notes:
        where = f"ppt/slides/_rels/slide{many}.xml.rels"
        parts[where] = rels("notesSlide", "../notesSlides/notesSlide1.xml", external=False)
        parts["ppt/notesSlides/notesSlide1.xml"] = _slide(notes)
    return zipped(parts)


def _slide(text):
    paragraphs = "".join(f"<a:p><a:r><a:t>{one}</a:t></a:r></a:p>" for one in text.split("\n"))
    return f'<p:sld xmlns:p="p" {_A}>{paragraphs}</p:sld>'


def odf(kind, body, more=None):
    """Return an OpenDocument file: kind «text», «spreadsheet» or «presentation»."""
    xml = (
        '<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d">'
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>"
    )
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "META-INF/manifest.xml": "<manifest/>",
        "content.xml": xml,
        "meta.xml": '<m xmlns:dc="dc"><dc:title>Titel i ODF</dc:title></m>',
    }
    return zipped({**parts, **(more or {})})


def pdf(*pages, title="", picture: bool | str = False, locked=None):
    """Return a PDF with one line of text on each page; `picture` «empty»: on pages without."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, encrypt=locked)
    if title:
        canvas.setTitle(title)
    for text in pages or ("",):
        if text:
            canvas.drawString(60, 700, text)
        if picture and (picture is True or not text):
            canvas.drawImage(ImageReader(io.BytesIO(PNG)), 0, 0, 500, 700)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pdf_with(change):
    """Return a PDF that `change` has worked on with pikepdf."""
    with pikepdf.open(io.BytesIO(pdf("Aktiv"))) as document:
        change(document)
        out = io.BytesIO()
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def script_pdf():
    """Return a PDF that runs JavaScript when it is opened, hidden in an object stream."""

    def change(document):
        document.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)")
        )

    return pdf_with(change)


def launch_pdf():
    """Return a PDF that starts a program when a page is shown."""

    def change(document):
        action = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("cmd.exe"))
        document.pages[0].AA = pikepdf.Dictionary(O=action)

    return pdf_with(change)


def carrying_pdf():
    """Return a PDF with a file in it."""

    def change(document):
        document.attachments["ont.exe"] = pikepdf.AttachedFileSpec(document, PROGRAM)

    return pdf_with(change)
