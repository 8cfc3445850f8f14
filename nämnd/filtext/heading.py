"""The first heading of a Word or OpenDocument text: what it is about, as one sees it."""

import re
from collections.abc import Mapping
from typing import NoReturn
from xml.etree import ElementTree as ET

from nämnd.filtext.package import Package
from nämnd.filtext.xml_text import DefinesEntitiesError, EnoughError, local

_STYLE = re.compile(r"title|titel|rubrik|rubrik ?1|heading ?1|dokumentrubrik", re.IGNORECASE)
_MOST_PARAGRAPHS = 200  # a heading further in is not the document's
_MOST = 300  # characters
_MOST_PART = 64 * 1024 * 1024


def first_heading(package: Package) -> str:
    """Return the first paragraph that is styled as a title or a heading of level 1, or «».

    Raises:
        DefinesEntitiesError: the file is a trap.
    """
    for path in ("word/document.xml", "content.xml"):
        xml = package.part(path, _MOST_PART)
        if xml:
            return _heading_in(xml)
    return ""


def _heading_in(xml: bytes) -> str:
    finder = _Finder()
    parser = ET.XMLParser(target=finder)  # noqa: S314 - a DOCTYPE, and so every bomb, is refused
    try:
        parser.feed(xml)
        parser.close()
    except (EnoughError, ET.ParseError, ValueError, LookupError):
        pass  # found, or none in what could be read
    return " ".join(finder.heading.split())


class _Finder:
    """Stops at the first heading. The parser calls the methods."""

    def __init__(self) -> None:
        self.heading = ""
        self._paragraphs, self._inside, self._text = 0, False, False

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """See the style of a paragraph."""
        match local(tag):
            case "p":
                self._paragraphs += 1
                if self._paragraphs > _MOST_PARAGRAPHS:
                    raise EnoughError
            case "pStyle":
                self._inside = any(_STYLE.fullmatch(value) for value in attrs.values())
            case "h":
                self._inside = self._text = True
            case "t":
                self._text = True
            case _:
                pass

    def end(self, tag: str) -> None:
        """Stop when a heading with words in it is whole."""
        match local(tag):
            case "p" | "h":
                if self._inside and self.heading.strip():
                    raise EnoughError
                self._inside, self._text, self.heading = False, False, ""
            case "t":
                self._text = False
            case _:
                pass

    def data(self, data: str) -> None:
        """Take the words of the heading."""
        if self._inside and self._text and len(self.heading) < _MOST:
            self.heading += data

    def doctype(self, *_: str | None) -> NoReturn:
        """Refuse what could be a bomb."""
        raise DefinesEntitiesError

    def close(self) -> None:
        """Nothing is left to do."""
