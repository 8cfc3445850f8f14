"""Reads a public file as somebody would who wants what is masked: everything, everywhere.

It shares no code with the program's own search, so that both would have to be wrong.
"""

import ctypes
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from nämnd.documents.checks import reading_order


def found_in(source: Path | bytes, *words: str) -> list[str]:
    """Return where each word was found: none, when the file keeps them to itself."""
    data = source.read_bytes() if isinstance(source, Path) else source
    name = source.name if isinstance(source, Path) else ""
    places = [("file name", name), *(_word(data) if data.startswith(b"PK") else _pdf(data))]
    bare = [(where, squashed(text)) for where, text in places]
    return [
        f"{word!r} in {where}"
        for word, letters in ((one, squashed(one)) for one in words)
        for where, text in bare
        if letters in text
    ]


def squashed(text: str) -> str:
    """Return letters and figures alone: no case, no accents, no signs."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(one for one in plain if one.isalnum())


def _pdf(data: bytes) -> Iterator[tuple[str, str]]:
    yield from _bytes("the bytes of the file", data)
    yield from _with_pdfium(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key, value in pdf.docinfo.items():
            yield f"Info {key}", str(value)
        yield "XMP", str(pdf.open_metadata())
        for name, spec in pdf.attachments.items():
            yield "attachment's name", f"{name} {spec.filename} {spec.description}"
            yield from _bytes("attachment", spec.get_file().read_bytes())
        with pdf.open_outline() as outline:
            yield from _bookmarks(outline.root)
        if "/StructTreeRoot" in pdf.Root:
            yield "reading order", " ".join(reading_order(io.BytesIO(data)))
        yield from _objects(pdf)
        plain = io.BytesIO()
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.specialized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    yield from _bytes("the unpacked file", plain.getvalue())


def _bookmarks(items) -> Iterator[tuple[str, str]]:
    for item in items:
        yield "bookmark", item.title
        yield from _bookmarks(item.children)


def _objects(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:  # noqa: C901 one case per kind
    waiting, seen = [(pdf.trailer, "trailer"), *((one, "object") for one in pdf.objects)], set()
    while waiting:
        one, where = waiting.pop()
        if isinstance(one, pikepdf.Object) and one.is_indirect:
            if one.objgen in seen:
                continue
            seen.add(one.objgen)
        if isinstance(one, pikepdf.String):
            yield f"string at {where}", str(one)
            yield from _bytes(f"string at {where}", bytes(one))
        elif isinstance(one, pikepdf.Name):
            yield f"name at {where}", str(one)
        elif isinstance(one, pikepdf.Array):
            waiting += [(kid, where) for kid in one]
        elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            for key, value in one.items():
                yield "key", key
                waiting.append((value, f"{where}{key}"))
        if isinstance(one, pikepdf.Stream):
            yield from _bytes(f"stream at {where}", one.read_raw_bytes())
            try:
                yield from _bytes(f"stream at {where}", one.read_bytes())
                yield from _strings_in(one, where)
            except (pikepdf.PdfError, RuntimeError, NotImplementedError):
                continue


def _strings_in(stream: pikepdf.Stream, where: str) -> Iterator[tuple[str, str]]:
    """Put together what strings a content stream draws, whatever lies between them."""
    if stream.get("/Subtype") not in (None, pikepdf.Name.Form) or "/Length1" in stream:
        return
    drawn = []
    for literal, digits in re.findall(
        rb"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]+)>", stream.read_bytes()
    ):
        if digits:
            bare = re.sub(rb"\s", b"", digits)
            drawn.append(bytes.fromhex((bare + b"0" * (len(bare) % 2)).decode()))
        else:
            drawn.append(re.sub(rb"\\(.)", rb"\1", literal))
    yield from _bytes(f"strings drawn at {where}", b"".join(drawn))
    for one in drawn:
        yield from _bytes(f"a string at {where}", one)


def _bytes(where: str, data: bytes) -> Iterator[tuple[str, str]]:
    yield where, data.decode("latin-1")
    yield where, data.decode("utf-8", "ignore")
    yield where, data.decode("utf-16-be", "ignore")
    yield where, data.decode("utf-16-le", "ignore")
    yield where, data[1:].decode("utf-16-be", "ignore")


def _with_pdfium(data: bytes) -> Iterator[tuple[str, str]]:
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, start=1):
        for crop in (False, True):
            if crop:  # what lies outside of what is seen
                page.set_cropbox(-5000, -5000, 5000, 5000)
                page.set_mediabox(-5000, -5000, 5000, 5000)
            text = page.get_textpage()
            yield f"text of page {number}", text.get_text_range()
            yield f"text of page {number}", text.get_text_bounded()
            yield f"text of page {number} as it stands", _sorted(text)
        for one in page.get_objects():
            yield f"object on page {number}", str(one)
        for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
            note = pdfium.FPDFPage_GetAnnot(page, at)
            for key in (b"Contents", b"T", b"NM", b"Subj", b"RC", b"TU", b"V"):
                size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
                room = ctypes.create_string_buffer(size)
                pdfium.FPDFAnnot_GetStringValue(
                    note, key, ctypes.cast(room, ctypes.POINTER(ctypes.c_ushort)), size
                )
                yield "annotation", room.raw.decode("utf-16-le", "ignore")
    for mark in document.get_toc():
        yield "bookmark", mark.get_title()
    document.close()


def _sorted(text: pypdfium2.PdfTextPage) -> str:
    """Return the letters line by line, whatever order they are drawn in."""
    letters = []
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at, loose=True)
        code = pdfium.FPDFText_GetUnicode(text, at)
        if code and right > left:
            letters.append((-round((bottom + top) / 2 / 6), left, chr(code)))
    return "".join(sign for _, _, sign in sorted(letters))


def _word(data: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "comment of the zip", package.comment.decode("latin-1")
        for info in package.infolist():
            yield "name of a part", info.filename
            part = package.read(info)
            yield from _bytes(info.filename, part)
            yield info.filename, re.sub(r"<[^>]*>", "", part.decode("utf-8", "ignore"))
            yield (
                info.filename,
                re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), part.decode("utf-8", "ignore")),
            )
