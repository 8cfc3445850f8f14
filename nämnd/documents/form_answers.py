"""The answers in a form that came back, read out of its boxes and tables.

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
_TAGS = (WORDS_TAG, ROWS_TAG)
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
    for tag, table in _tagged(data, name):
        if tag.startswith(WORDS_TAG):
            words[tag.removeprefix(WORDS_TAG)] = _words(table)
        elif tag.startswith(ROWS_TAG):
            rows[tag.removeprefix(ROWS_TAG)] = _rows(table)
    keys = dict.fromkeys((*words, *rows))
    if not keys:
        raise NotOurFormError(name)
    return tuple(FormAnswer(key, words.get(key, ""), rows.get(key, ())) for key in keys)


def bookmark_name(tag: str) -> str:
    """Return the name of the bookmark that means what a tag does: letters, digits and «_»."""
    return tag.replace("-", "_").replace(":", "_")


def _tagged(data: bytes, name: str) -> list[tuple[str, ET.Element]]:
    """Return the boxes and tables with what each is: by controls, else by the bookmarks above."""
    root = _root(data, name)
    return list(_controls(root)) or list(_bookmarked(root))


def _bookmarked(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Yield each table that follows a bookmark of ours."""
    tag = ""
    for one in root.iter():
        match local(one.tag):
            case "bookmarkStart":
                named = next((v for k, v in one.attrib.items() if local(k) == "name"), "")
                found = (t for t in _TAGS if named.startswith(bookmark_name(t)))
                start = next(found, "")
                tag = start + named.removeprefix(bookmark_name(start)) if start else tag
            case "tbl" if tag:
                yield tag, one
                tag = ""
            case _:
                pass


def _root(data: bytes, name: str) -> ET.Element:
    try:
        xml = Package(data, name).part("word/document.xml", _MOST_PART)
    except LockedError as error:
        raise NotOurFormError(name) from error
    root = parsed(xml) if xml else None
    if root is None:
        raise NotOurFormError(name)
    return root


def _controls(root: ET.Element) -> Iterator[tuple[str, ET.Element]]:
    """Yield the tag and the content of each control of ours."""
    for one in _all(root, "sdt"):
        properties, content = _child(one, "sdtPr"), _child(one, "sdtContent")
        tag = _child(properties, "tag") if properties is not None else None
        said = next(iter(tag.attrib.values()), "") if tag is not None else ""
        if content is not None and said.startswith(_TAGS):
            yield said, content


def _words(content: ET.Element) -> str:
    """Return the paragraphs of a box as running text; lists of Word stay lists."""
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
