"""The text in XML of documents, gathered as it is read: no tree is built of a large part.

XML can define words that stand for a million others, so XML that defines anything is refused.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from xml.etree import ElementTree as ET

MOST_TEXT = 5_000_000  # characters of one file; 1 500 pages of text
_BAD_XML = (ET.ParseError, ValueError, LookupError)  # LookupError: an encoding that is unknown


class DefinesEntitiesError(Exception):
    """The XML begins with a DOCTYPE."""


class EnoughError(Exception):
    """There is more text than is taken."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Which elements (by local name) are text, lines, cells, pages, single characters, or nothing.

    An empty `text`: all characters are text.
    """

    lines: frozenset[str]
    text: frozenset[str] = frozenset()
    cells: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    characters: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(slots=True)
class Text:
    """Text gathered so far. `whole`: nothing was cut off or damaged."""

    pages: list[str] = field(default_factory=list[str])
    whole: bool = True

    @property
    def size(self) -> int:
        """Return how many characters there are."""
        return sum(map(len, self.pages))


def add_xml(text: Text, xml: bytes, rules: Rules) -> None:
    """Add the pages of one part; what is damaged or too much is cut off there.

    Raises:
        DefinesEntitiesError: it is a trap.
    """
    collector = _Collector(rules, MOST_TEXT - text.size)
    parser = ET.XMLParser(target=collector)  # noqa: S314 - a DOCTYPE, and so every bomb, is refused
    try:
        parser.feed(xml)
        parser.close()
    except (EnoughError, *_BAD_XML):
        text.whole = False
    text.pages += collector.finished()


def parsed(xml: bytes) -> ET.Element | None:
    """Return the root of a small part; None when it is damaged or defines entities."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 - as above
    try:
        parser.feed(xml)
        return parser.close()
    except (DefinesEntitiesError, *_BAD_XML):
        return None


def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]


class _Builder(ET.TreeBuilder):
    def doctype(self, *_: str | None) -> NoReturn:
        raise DefinesEntitiesError


class _Collector:
    """What expat tells as it reads."""

    def __init__(self, rules: Rules, room: int) -> None:
        self._rules, self._room = rules, room
        self._pages: list[list[str]] = [[]]
        self._skipping = self._texts = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Begin an element."""
        del attrs
        name, rules = local(tag), self._rules
        if self._skipping or name in rules.skipped:
            self._skipping += 1
            return
        if name in rules.text:
            self._texts += 1
        elif name in rules.characters:
            self._add(rules.characters[name])
        elif name in rules.pages and any(self._pages[-1]):
            self._pages.append([])

    def end(self, tag: str) -> None:
        """End an element: perhaps a line."""
        if self._skipping:
            self._skipping -= 1
            return
        name, rules = local(tag), self._rules
        if name in rules.text:
            self._texts -= 1
        if name in rules.lines:
            self._add("\n")
        elif name in rules.cells:
            self._add("\t")

    def data(self, data: str) -> None:
        """Take characters that are text."""
        if not self._skipping and (self._texts or not self._rules.text):
            self._add(data)

    def doctype(self, *_: str | None) -> NoReturn:
        """Refuse what could be a bomb."""
        raise DefinesEntitiesError

    def close(self) -> None:
        """Nothing is left to do; expat calls it."""

    def finished(self) -> list[str]:
        """Return the pages so far."""
        return ["".join(pieces) for pieces in self._pages]

    def _add(self, piece: str) -> None:
        self._pages[-1].append(piece[: max(self._room, 0)])
        self._room -= len(piece)
        if self._room < 0:
            raise EnoughError
