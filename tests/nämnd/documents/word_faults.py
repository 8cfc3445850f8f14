"""What is inaccessible in a Word file, as far as a program can tell."""

import io
import itertools
import re

import docx
from docx.oxml.ns import qn

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def faults(data: bytes) -> list[str]:
    """Return one line for each fault."""
    word = docx.Document(io.BytesIO(data))
    return [*_about_file(word), *_about_headings(word), *_about_text(word), *_about_tables(word)]


def _about_file(word) -> list[str]:
    found = []
    if not word.core_properties.title:
        found.append("no title")
    language = word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    if language is None or language.get(qn("w:val")) != "sv-SE":
        found.append("language is not sv-SE")
    fields = {
        code.text.strip()
        for section in word.sections
        for code in section.footer._element.iter(qn("w:instrText"))
    }
    if fields != {"PAGE", "NUMPAGES"}:
        found.append("no page number in the foot")
    found += [
        "picture without alternative text"
        for picture in word.element.body.iter(DRAWN)
        if not picture.get("descr")
    ]
    return found


def _about_headings(word) -> list[str]:
    names = [one.style.name for one in word.paragraphs]
    levels = [int(name.split()[1]) for name in names if name.startswith("Heading ")]
    found = [
        f"heading level jumps from {a} to {b}" for a, b in itertools.pairwise(levels) if b > a + 1
    ]
    if levels and levels[0] != 1:
        found.append("first heading is not of level 1")
    return found


def _about_text(word) -> list[str]:
    found = []
    for one in word.paragraphs:
        plain = one.style.name in ("Normal", "List Number", "List Bullet")
        if one.style.name == "Normal" and _looks_like_heading(one):
            found.append(f"bold line instead of a heading: {one.text[:30]}")
        if plain and re.match(r"(\d+[.)]|[-•–])\s", one.text):
            found.append(f"typed list label: {one.text[:30]}")
    return found


def _looks_like_heading(one) -> bool:
    return 0 < len(one.text.strip()) < 80 and all(run.bold for run in one.runs)


def _about_tables(word) -> list[str]:
    found = []
    for table in word.tables:
        if table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is None:
            found.append("table without a head")
        if table._tbl.findall(f".//{qn('w:vMerge')}") or table._tbl.findall(
            f".//{qn('w:gridSpan')}"
        ):
            found.append("table with joined cells")
    return found
