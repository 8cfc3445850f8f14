"""The words of a page of HTML, as plain text. Nothing in it is run or fetched.

The standard library's parser takes time that grows with the square of some pages made to harm, so
tags are found here, each letter looked at a fixed number of times.
"""

import re
from dataclasses import dataclass
from html import unescape

MOST = 4_000_000  # characters of HTML that are looked at, and of text that comes out
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "title", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(("script", "style"))
_FETCHED = frozenset(("src", "background", "data", "poster", "srcset"))
_OUTSIDE = re.compile(r"(https?:|ftp:|file:|//|\\\\)", re.IGNORECASE)
_STYLED = re.compile(r"(@import|url\()[\s'\"(]{0,9}(url\()?(https?:|//|file:)", re.IGNORECASE)
_MOST_TITLE = 500  # characters

_TOKEN = re.compile(
    r"(?P<text>[^<]++)|<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9:-]{0,40})"
    r"(?P<attributes>(?:\"[^\"]*+\"|'[^']*+'|[^>\"'])*+)>?|<[!?][^>]*+>?|(?P<less><)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"(?<![\w:-])(?P<name>[\w:-]++)\s{0,9}=\s{0,9}(?P<value>\"[^\"]*+|'[^']*+|[^\s\"'>]++)"
)
_MOST_ATTRIBUTES = 20_000  # characters of one tag
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Page:
    """What was found in a page. `fetches`: a reader would ask for something outside it."""

    text: str = ""
    title: str = ""
    heading: str = ""
    fetches: bool = False
    scripted: bool = False


def html_text(html: str) -> str:
    """Return the text of `html`: a line for each block, tabs between cells."""
    return read_page(html).text


def read_page(html: str) -> Page:
    """Return the text of `html` and what it would do in a browser. Never raises."""
    reader = _Reader(html[:MOST])
    reader.read()
    page = reader.page
    page.text = _tidied("".join(reader.pieces)[:MOST])
    page.title = " ".join(reader.title.split())
    page.heading = " ".join(reader.heading.split())
    page.fetches = page.fetches or bool(_STYLED.search(html[:MOST]))
    return page


class _Reader:
    """Goes through a page once."""

    def __init__(self, html: str) -> None:
        self.pieces: list[str] = []
        self.page, self.title, self.heading = Page(), "", ""
        self._html, self._lowered = html, html.lower()
        self._in_title = self._in_heading = False

    def read(self) -> None:
        """Take every piece in order."""
        at = 0
        while found := _TOKEN.match(self._html, at):
            at = found.end()
            if found["text"] is not None:
                self._text(unescape(found["text"]))
            elif found["less"]:  # a sign of its own: «1 < 2»
                self._text("<")
            elif found["tag"]:
                at = self._tag(found["tag"].lower(), found, at)

    def _tag(self, tag: str, found: re.Match[str], at: int) -> int:
        """Begin or end an element; return where to go on."""
        begins = not found["end"]
        if tag == "title":
            self._in_title = begins
        elif tag == "h1":
            self._in_heading = begins and not self.heading
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in _CELLS and begins:
            self.pieces.append("\t")
        if begins:
            self._look(tag, found["attributes"][:_MOST_ATTRIBUTES])
            if tag in _SILENT:
                end = self._lowered.find(f"</{tag}", at)
                return end if end >= 0 else len(self._html)
        return at

    def _text(self, text: str) -> None:
        if self._in_title:
            self.title += text[: _MOST_TITLE - len(self.title)]
            return
        if self._in_heading:
            self.heading += text[: _MOST_TITLE - len(self.heading)]
        self.pieces.append(_SPACES.sub(" ", text))

    def _look(self, tag: str, attributes: str) -> None:
        """See what a browser would run or fetch."""
        self.page.scripted = self.page.scripted or tag == "script"
        for found in _ATTRIBUTE.finditer(attributes):
            name = found["name"].lower()
            if name.startswith("on"):
                self.page.scripted = True
            fetched = name in _FETCHED or (tag == "link" and name == "href")
            if fetched and _OUTSIDE.match(unescape(found["value"]).lstrip("\"'\t\n\r\f ")):
                self.page.fetches = True


def _tidied(text: str) -> str:
    lines = [re.sub(r"[ \xa0]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
