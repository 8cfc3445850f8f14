"""The lines of text in a Word file (.docx), with the numbers that Word counts."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from nämnd.läsning.word_numbering import Numbering, numbering_of
from nämnd.läsning.word_package import W, WordPackage

_SKIPPED = {  # struck out, moved away, drawn a second time for old programs, instructions
    f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}rPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}  # fmt: skip
_MAX_DEPTH = 60  # tables in tables in text boxes; no real file comes near
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def word_lines(data: bytes, name: str) -> list[str]:
    """Return the first page's header and then paragraphs and tables in order, a line each.

    A row of a table is one line with tabs between its cells, unless a cell holds several
    paragraphs: then each is a line of its own. A page break is a line of one form feed.

    Raises:
        ForeignFileError: cut off, too large, locked, or not a Word file.
    """
    package = WordPackage(data, name)
    numbering = numbering_of(package)
    lines: list[str] = []
    for root in (*_headers(package), package.document):
        lines += _block_lines(root, numbering, 0)
    return lines


def _headers(package: WordPackage) -> Iterator[ET.Element]:
    """Yield the header that the first page shows: the letterhead is often there."""
    relations = package.part("word/_rels/document.xml.rels")
    section = next(package.document.iter(f"{W}sectPr"), None)
    if relations is None or section is None:
        return
    targets = {r.get("Id", ""): r.get("Target", "") for r in relations.iter(f"{_REL}Relationship")}
    references = {r.get(f"{W}type"): r for r in section.iter(f"{W}headerReference")}
    wanted = "first" if section.find(f"{W}titlePg") is not None else "default"
    if wanted in references:
        target = targets.get(references[wanted].get(f"{_R}id", ""), "")
        header = package.part(f"word/{target.removeprefix('/word/')}")
        if header is not None:
            yield header


def _block_lines(parent: ET.Element, numbering: Numbering, depth: int) -> list[str]:
    """Return the lines of everything in `parent` that holds paragraphs."""
    if depth > _MAX_DEPTH:
        return []
    lines: list[str] = []
    for element in parent:
        if element.tag in _SKIPPED:
            continue
        if element.tag == f"{W}p":
            lines += _paragraph_lines(element, numbering, depth)
        elif element.tag == f"{W}tbl":
            lines += _table_lines(element, numbering, depth)
        else:
            lines += _block_lines(element, numbering, depth + 1)
    return lines


def _table_lines(table: ET.Element, numbering: Numbering, depth: int) -> list[str]:
    lines: list[str] = []
    for row in _children(table, f"{W}tr"):
        cells = [
            [line for line in _block_lines(cell, numbering, depth + 1) if line.strip()]
            for cell in _children(row, f"{W}tc")
        ]
        if all(len(cell) <= 1 for cell in cells):
            lines.append("\t".join(cell[0] if cell else "" for cell in cells))
        else:
            lines += [line for cell in cells for line in cell]
    return lines


def _children(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Yield the rows of a table or the cells of a row, also those inside content controls."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag == f"{W}sdt":
            yield from element.findall(f"{W}sdtContent/{tag}")


def _paragraph_lines(paragraph: ET.Element, numbering: Numbering, depth: int) -> list[str]:
    boxes: list[str] = []
    pieces = _pieces(paragraph, boxes, numbering, depth)
    label = numbering.label(paragraph)
    text = "".join(pieces)
    lines = [line if line == "\f" else line.strip(" ") for line in text.split("\n")]
    if label and text.strip():
        first = next(i for i, line in enumerate(lines) if line.strip())
        lines[first] = f"{label} {lines[first].lstrip()}"
    return boxes + lines


def _pieces(
    element: ET.Element, boxes: list[str], numbering: Numbering, depth: int
) -> Iterator[str]:
    """Yield the text of a paragraph; text boxes anchored in it go to `boxes`."""
    if depth > _MAX_DEPTH:
        return
    for child in element:
        if child.tag in _SKIPPED or (child.tag == f"{W}r" and _is_hidden(child)):
            continue
        match child.tag.removeprefix(W):
            case "t":
                yield child.text or ""
            case "tab" | "ptab" if element.tag == f"{W}r":
                yield "\t"
            case "br" if child.get(f"{W}type") == "page":
                yield "\n\f\n"
            case "br" | "cr":
                yield "\n"
            case "noBreakHyphen":
                yield "-"
            case "txbxContent":
                boxes += _block_lines(child, numbering, depth + 1)
            case _:
                yield from _pieces(child, boxes, numbering, depth + 1)


def _is_hidden(run: ET.Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "true") not in {"0", "false", "off"}
