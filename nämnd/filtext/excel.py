"""The text of Excel files (.xlsx, .xlsm): the cells as they are kept, a page for each sheet."""

from collections.abc import Mapping
from typing import NoReturn
from xml.etree import ElementTree as ET

from nämnd.filtext.package import Package
from nämnd.filtext.xml_text import (
    MOST_TEXT,
    DefinesEntitiesError,
    EnoughError,
    Rules,
    Text,
    add_xml,
    local,
    parsed,
)

_NOTES = Rules(text=frozenset(("t",)), lines=frozenset(("comment", "p", "text")))
_MOST_SHEETS = 200


def sheets_text(package: Package) -> Text:
    """Return a page for each sheet: its name, and its rows with tabs between the cells."""
    text = Text()
    strings = _strings(package, text)
    for name, path in _sheets(package)[:_MOST_SHEETS]:
        xml = package.part(path)
        if xml is None:
            text.whole = False
            continue
        text.pages.append(f"{name}\n{_sheet_text(xml, strings, text)}")
    notes = Text()
    for path in package.under(
        "xl/", r"(comments/?|threadedComments/)?[A-Za-z]*[cC]omments?\d*\.xml"
    ):
        add_xml(notes, package.part(path) or b"", _NOTES)
    if any(page.strip() for page in notes.pages):
        text.pages.append("\n".join(notes.pages))
    return text


def _strings(package: Package, text: Text) -> list[str]:
    """Return the strings that cells refer to by number."""
    xml = package.part("xl/sharedStrings.xml")
    if xml is None:
        return []
    collector = _Strings()
    text.whole = _fed(xml, collector) and text.whole
    return collector.found


def _sheets(package: Package) -> list[tuple[str, str]]:
    """Return the name and path of each sheet as the workbook lists them."""
    xml = package.part("xl/workbook.xml")
    root = parsed(xml) if xml else None
    relations = package.relations("xl/workbook.xml")
    found: list[tuple[str, str]] = []
    for one in root.iter() if root is not None else ():
        if local(one.tag) == "sheet":
            key = next((v for k, v in one.attrib.items() if local(k) == "id" and k != "id"), "")
            if key in relations and not relations[key].external:
                found.append((one.get("name", ""), relations[key].target))
    return found or [("", path) for path in package.under("xl/worksheets/", r"sheet\d+\.xml")]


def _sheet_text(xml: bytes, strings: list[str], text: Text) -> str:
    collector = _Cells(strings, MOST_TEXT - text.size)
    text.whole = _fed(xml, collector) and text.whole
    return "".join(collector.pieces)


def _fed(xml: bytes, collector: "_Strings | _Cells") -> bool:
    """Read a part; return False when it was cut off or damaged."""
    parser = ET.XMLParser(target=collector)  # noqa: S314 - a DOCTYPE, and so every bomb, is refused
    try:
        parser.feed(xml)
        parser.close()
    except (EnoughError, ET.ParseError, ValueError, LookupError):
        return False
    return True


class _Target:
    """What both have in common."""

    def doctype(self, *_: str | None) -> NoReturn:
        """Refuse what could be a bomb."""
        raise DefinesEntitiesError

    def close(self) -> None:
        """Nothing is left to do; expat calls it."""


class _Strings(_Target):
    """The texts of sharedStrings.xml; how it is said aloud (rPh) aside."""

    def __init__(self) -> None:
        self._pieces: list[list[str]] = []
        self._text, self._aloud, self._size = False, 0, 0

    @property
    def found(self) -> list[str]:
        """Return the texts by number."""
        return ["".join(pieces) for pieces in self._pieces]

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        del attrs
        match local(tag):
            case "si":
                self._pieces.append([])
            case "t":
                self._text = True
            case "rPh":
                self._aloud += 1
            case _:
                pass

    def end(self, tag: str) -> None:
        match local(tag):
            case "t":
                self._text = False
            case "rPh":
                self._aloud -= 1
            case _:
                pass

    def data(self, data: str) -> None:
        if self._text and not self._aloud and self._pieces:
            self._size += len(data)
            if self._size > MOST_TEXT:
                raise EnoughError
            self._pieces[-1].append(data)


class _Cells(_Target):
    """The cells of a sheet; a formula is what it last came to."""

    def __init__(self, strings: list[str], room: int) -> None:
        self.pieces: list[str] = []
        self._strings, self._room = strings, room
        self._kind, self._taking = "", False
        self._value: list[str] = []

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        match local(tag):
            case "c":
                self._kind, self._value = attrs.get("t", "n"), []
            case "v" | "t":
                self._taking = True
            case _:
                pass

    def data(self, data: str) -> None:
        if self._taking:
            self._value.append(data)

    def end(self, tag: str) -> None:
        match local(tag):
            case "v" | "t":
                self._taking = False
            case "c":
                self._add(self._shown())
            case "row":
                self._add("\n", "")
            case _:
                pass

    def _shown(self) -> str:
        value = "".join(self._value)
        if self._kind != "s":
            return value
        try:
            return self._strings[int(value)]
        except (ValueError, IndexError):  # it refers to a string that is not there
            return ""

    def _add(self, text: str, end: str = "\t") -> None:
        if not text:
            return
        self.pieces.append((text + end)[: max(self._room, 0)])
        self._room -= len(text) + len(end)
        if self._room < 0:
            raise EnoughError
