"""The answers in a form that came back, read out of its content controls.

The file is foreign: it is opened with the limits of every foreign zip, nothing in it is run, and
its ids are only looked up among those of the redovisning it is read for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from nämnd.core.richtext import Paragraph, Run, TextBlock, TextList, write
from nämnd.filtext.package import LockedError, Package
from nämnd.filtext.xml_text import local, parsed
from nämnd.redovisning.errors import NotOurFormError
from nämnd.redovisning.rules import MOST_COLUMNS
from nämnd.redovisning.values import Rader

WORDS_TAG, ROWS_TAG = "namnd-svar:", "namnd-rader:"
_MOST_PART = 50 * 1024 * 1024  # bytes
_MOST_ROWS = 1_000
_NOT_TEXT = frozenset({"del", "moveFrom", "pPr", "rPr", "Fallback", "instrText", "delText"})
_CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "-"}


@dataclass(frozen=True, slots=True)
class FormAnswer:
    """What stands in the places of one answer."""

    svar_id: str
    text: str = ""  # richtext
    rader: Rader = ()


def read_answers(data: bytes, name: str = "") -> tuple[FormAnswer, ...]:
    """Return the answers of a form, those too that are empty.

    Raises:
        NotOurFormError: it is no form of ours, damaged, or locked.
        ForeignFileError: it is cut off, or unpacks to too much.
    """
    words: dict[str, str] = {}
    rows: dict[str, Rader] = {}
    for tag, content, empty in _controls(data, name):
        if tag.startswith(WORDS_TAG):
            words[tag.removeprefix(WORDS_TAG)] = "" if empty else _words(content)
        elif tag.startswith(ROWS_TAG):
            rows[tag.removeprefix(ROWS_TAG)] = _rows(content)
    keys = dict.fromkeys((*words, *rows))
    if not keys:
        raise NotOurFormError(name)
    return tuple(FormAnswer(key, words.get(key, ""), rows.get(key, ())) for key in keys)


def _controls(data: bytes, name: str) -> Iterator[tuple[str, ET.Element, bool]]:
    """Yield the tag and the content of each control, and whether it shows its hint."""
    try:
        xml = Package(data, name).part("word/document.xml", _MOST_PART)
    except LockedError as error:
        raise NotOurFormError(name) from error
    root = parsed(xml) if xml else None
    if root is None:
        raise NotOurFormError(name)
    for one in root.iter():
        if local(one.tag) != "sdt":
            continue
        properties, content = _child(one, "sdtPr"), _child(one, "sdtContent")
        if properties is None or content is None:
            continue
        tag = _child(properties, "tag")
        yield (
            next(iter(tag.attrib.values()), "") if tag is not None else "",
            content,
            _child(properties, "showingPlcHdr") is not None,
        )


def _words(content: ET.Element) -> str:
    """Return the paragraphs of a control as running text; lists of Word stay lists."""
    blocks: list[TextBlock] = []
    items: list[tuple[Run, ...]] = []
    for paragraph in _all(content, "p"):
        runs = (Run(_said(paragraph)),)
        if any(local(one.tag) == "numPr" for one in paragraph.iter()):
            items.append(runs)
            continue
        if items:
            blocks.append(TextList(tuple(items)))
            items = []
        blocks.append(Paragraph(runs))
    if items:
        blocks.append(TextList(tuple(items)))
    return write(tuple(blocks))


def _rows(content: ET.Element) -> Rader:
    """Return the rows of a table under its head."""
    rows = [
        tuple(" ".join(map(_said, _all(cell, "p"))).strip() for cell in _children(row, "tc"))
        for row in _all(content, "tr")
    ]
    return tuple(row[:MOST_COLUMNS] for row in rows[1:_MOST_ROWS] if any(row))


def _said(element: ET.Element) -> str:
    """Return the words of an element without what is marked as removed."""
    parts: list[str] = []
    _gather(element, parts)
    return "".join(parts)


def _gather(element: ET.Element, parts: list[str]) -> None:
    for child in element:
        name = local(child.tag)
        if name in _NOT_TEXT:
            continue
        if name == "t":
            parts.append(child.text or "")
        elif name in _CHARACTERS:
            parts.append(_CHARACTERS[name])
        else:
            _gather(child, parts)


def _all(element: ET.Element, name: str) -> Sequence[ET.Element]:
    return [one for one in element.iter() if local(one.tag) == name]


def _children(element: ET.Element, name: str) -> Sequence[ET.Element]:
    """Return children with that name; a cell may itself be in a control."""
    return [one for one in _all(element, name) if one is not element]


def _child(element: ET.Element, name: str) -> ET.Element | None:
    return next((one for one in element if local(one.tag) == name), None)
