"""Runs, links and bookmarks. Imports python-docx: import it late."""

import re
from dataclasses import dataclass, field
from typing import cast

from docx.document import Document as WordFile
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.text.paragraph import CT_P
from docx.shared import Twips
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from nämnd.core.richtext import Run, Runs
from nämnd.documents.links import Href
from nämnd.documents.word.names import Style
from nämnd.documents.word.nodes import Node, new, node_of, qn

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAME = re.compile(r"[^0-9A-Za-z_]")
_NAME_MOST = 40  # Word's limit for a bookmark's name


def xml_text(words: str) -> str:
    """Return `words` without what XML can't hold."""
    return _NOT_XML.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))


@dataclass(slots=True)
class Bookmarks:
    """Names that Word allows for the anchors of a document."""

    anchors: frozenset[str]
    _names: dict[str, str] = field(default_factory=dict[str, str])
    _placed: set[str] = field(default_factory=set[str])

    def name(self, anchor: str) -> str:
        """Return the bookmark for `anchor`: letters, digits and «_», unlike every other."""
        if anchor not in self._names:
            plain = _NOT_IN_NAME.sub("_", anchor)
            number = sorted(self.anchors).index(anchor) + 1
            self._names[anchor] = f"n{number}_{plain}"[:_NAME_MOST]
        return self._names[anchor]

    def place(self, paragraph: Node, anchor: str) -> None:
        """Put the bookmark around the content of `paragraph`, the first time."""
        if not anchor or anchor in self._placed:
            return
        self._placed.add(anchor)
        number = str(len(self._placed))
        start = new("w:bookmarkStart", id=number, name=self.name(anchor))
        end = new("w:bookmarkEnd", id=number)
        properties = paragraph.find(qn("w:pPr"))
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes paragraphs before the place where the content goes."""

    word: WordFile
    place: Node
    href: Href
    bookmarks: Bookmarks

    def paragraph(self, style: Style, runs: Runs = ()) -> Paragraph:
        """Add a paragraph."""
        paragraph = paragraph_of(new("w:p"), self.word)
        self.place.addprevious(node_of(paragraph))
        paragraph.style = style.value
        self.write(paragraph, runs)
        return paragraph

    def write(self, paragraph: Paragraph, runs: Runs) -> None:
        """Add runs to a paragraph; neighbours with one address are one link."""
        last, link = "", None
        for run in runs:
            href = self.href(run.href)
            if href and href != last:
                link = self._link(paragraph, href)
            last = href
            added = _add_run(paragraph, run)
            if href and link is not None:
                added.style = Style.LINK.value
                link.append(node_of(added))

    def _link(self, paragraph: Paragraph, href: str) -> Node:
        link = new("w:hyperlink")
        if href.startswith("#"):
            link.set(qn("w:anchor"), self.bookmarks.name(href[1:]))
        else:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            link.set(qn("r:id"), self.word.part.relate_to(href, kind, is_external=True))
        node_of(paragraph).append(link)
        return link


def paragraph_of(node: Node, word: WordFile) -> Paragraph:
    """Return the paragraph that `node` (a w:p) is."""
    return Paragraph(cast("CT_P", node), word)


def add_stop(paragraph: Paragraph, place: int, *, line: bool = False) -> None:
    """Add a tab stop at `place` twips; `line`: with a line up to it."""
    leader = WD_TAB_LEADER.LINES if line else WD_TAB_LEADER.SPACES
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Twips(place), WD_TAB_ALIGNMENT.LEFT, leader)  # pyright: ignore[reportUnknownMemberType]  untyped


def hang(paragraph: Paragraph, wide: int) -> None:
    """Let what follows the first tab begin at `wide` twips on every line."""
    shape = paragraph.paragraph_format
    shape.left_indent, shape.first_line_indent = Twips(wide), Twips(-wide)
    add_stop(paragraph, wide)


def forget_stops(paragraph: Paragraph) -> None:
    """Take away the tab stops that the paragraph has from its style."""
    style = paragraph.style
    there = style.paragraph_format.tab_stops if isinstance(style, ParagraphStyle) else ()
    stops = paragraph.paragraph_format.tab_stops
    for stop in there:
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)  # pyright: ignore  # noqa: PGH003 - untyped


def _add_run(paragraph: Paragraph, run: Run) -> WordRun:
    added = paragraph.add_run(xml_text(run.text))
    if run.bold:
        added.bold = True
    if run.italic:
        added.italic = True
    return added
