"""The words of a page of HTML, as plain text. Nothing in it is run or fetched."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

MOST = 4_000_000  # characters of HTML that are looked at, and of text that comes out
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
    "h6", "head", "header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre",
    "section", "table", "tbody", "title", "tr", "ul",
))  # fmt: skip
_CELLS = frozenset(("td", "th"))
_SILENT = frozenset(("script", "style", "template", "noscript", "object", "svg", "math"))
_FETCHED = frozenset(("src", "background", "data", "poster", "srcset"))
_OUTSIDE = re.compile(r"\s*(https?:|ftp:|file:|//|\\\\)", re.IGNORECASE)
_STYLED = re.compile(r"(@import|url\s*\()\s*['\"]?\s*(https?:|//|file:)", re.IGNORECASE)


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
    reader = _Reader()
    reader.feed(html[:MOST])
    reader.close()
    page = reader.page
    page.text = _tidied("".join(reader.pieces)[:MOST])
    page.title = " ".join(reader.title.split())
    page.heading = " ".join(reader.heading.split())
    page.fetches = page.fetches or bool(_STYLED.search(html[:MOST]))
    return page


@dataclass(slots=True)
class _Open:
    """The tags that are open and matter."""

    silent: int = 0
    title: bool = False
    heading: bool = False
    last: list[str] = field(default_factory=list[str])


class _Reader(HTMLParser):
    """Gathers text; the standard library calls the methods."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.title = self.heading = ""
        self.page, self._open = Page(), _Open()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, and see what it asks for."""
        self._look(tag, attrs)
        if tag in _SILENT:
            self._open.silent += 1
        elif tag == "title":
            self._open.title = True
        elif tag == "h1":
            self._open.heading = not self.heading
        self._break(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take «<br/>» as a line, «<script/>» as nothing."""
        self._look(tag, attrs)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what was open."""
        if tag in _SILENT and self._open.silent:
            self._open.silent -= 1
        elif tag == "title":
            self._open.title = False
        elif tag == "h1":
            self._open.heading = False
        self._break(tag)

    def handle_data(self, data: str) -> None:
        """Take text that a reader would see."""
        if self._open.silent:
            return
        if self._open.title:
            self.title += data
            return
        if self._open.heading:
            self.heading += data
        self.pieces.append(re.sub(r"\s+", " ", data))

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.pieces.append("\n")
        elif tag in _CELLS:
            self.pieces.append("\t")

    def _look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script" or any(name.startswith("on") for name, _ in attrs):
            self.page.scripted = True
        for name, value in attrs:
            fetched = name in _FETCHED or (tag == "link" and name == "href")
            if fetched and value and _OUTSIDE.match(value):
                self.page.fetches = True


def _tidied(text: str) -> str:
    lines = [re.sub(r"[ \xa0]+", " ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
