"""What is pasted, cleaned to the running text we keep. No Qt here.

HTML from Word, Outlook, browsers and Google Docs comes with styles, scripts, images, smart tags,
hidden text and tables in tables. Only paragraphs, flat lists, simple tables, bold, italic and
links survive; headings become bold paragraphs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import groupby

from nämnd.core.richtext import (
    Paragraph,
    RichText,
    Run,
    Runs,
    TextBlock,
    TextList,
    TextTable,
    normalise,
)

_SKIPPED = frozenset({"head", "style", "script", "xml", "title", "template", "del", "noscript"})
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "dt",
        "dd",
        "address",
        "figure",
        "figcaption",
        "center",
        "body",
        "form",
        "fieldset",
    ]
)
_VOID = frozenset(
    ["br", "img", "hr", "meta", "link", "input", "col", "area", "base", "embed", "source", "wbr"]
)
_HEADING = re.compile(r"h[1-6]")
_ORDERED_MARK = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]")
_BULLET_TEXT = re.compile(r"^[·•◦▪●○–-]\s+")
_BULLET_LINE = re.compile(r"^\s*[·•◦▪●○*–-]\s+(?=\S)")
_NUMBER_LINE = re.compile(r"^\s*\(?\d{1,2}[.)]\s+(?=\S)")
_WRAPPED = 50  # characters of a line that may have been broken by a page's width


@dataclass(frozen=True, slots=True)
class _Style:
    bold: bool = False
    italic: bool = False
    href: str | None = None
    skipped: bool = False
    mark: bool = False  # Word's own drawing of a list number, not text


@dataclass(slots=True)
class _Table:
    rows: list[list[Runs]] = field(default_factory=list[list[Runs]])
    cell: list[Run] | None = None
    span: int = 1


@dataclass(slots=True)
class _Item:
    """A paragraph that Word says is in a list, with the mark it drew."""

    runs: Runs
    ordered: bool


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[TextBlock | _Item] = []
        self._styles: list[tuple[str, _Style]] = []
        self._runs: list[Run] = []
        self._mark = ""
        self._word_item = False
        self._lists: list[bool] = []  # whether each open list is numbered
        self._table: _Table | None = None
        self._inner_tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._open(tag, found)
        if tag not in _VOID:
            self._styles.append((tag, _style(tag, found, self._style)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._styles]
        if tag not in names:
            return
        del self._styles[len(names) - 1 - names[::-1].index(tag) :]
        self._close(tag)

    def handle_data(self, data: str) -> None:
        style = self._style
        if style.skipped:
            return
        if style.mark:
            self._mark += data
            return
        run = Run(data, style.bold, style.italic, style.href)
        if self._table and self._table.cell is not None:
            self._table.cell.append(run)
        else:
            self._runs.append(run)

    def close(self) -> None:
        super().close()
        self._end_block()
        self._end_table()

    @property
    def _style(self) -> _Style:
        return self._styles[-1][1] if self._styles else _Style()

    def _open(self, tag: str, attrs: dict[str, str]) -> None:
        match tag:
            case "table":
                self._begin_table()
            case "tr" if self._table and not self._inner_tables:
                self._end_cell()
                self._table.rows.append([])
            case "td" | "th" if self._table and not self._inner_tables:
                self._end_cell()
                self._table.cell, self._table.span = [], _span(attrs)
            case "ul" | "ol":
                self._end_block()
                self._lists.append(tag == "ol")
            case "li" | "br" | "tr" | "td" | "th":
                self._end_block()
            case _ if tag in _BLOCKS:
                self._end_block()
                self._word_item = _is_word_item(attrs)
            case _:
                pass

    def _close(self, tag: str) -> None:
        match tag:
            case "table" if self._inner_tables:
                self._inner_tables -= 1
            case "table":
                self._end_table()
            case "td" | "th" if not self._inner_tables:
                self._end_cell()
            case "ul" | "ol":
                self._end_block()
                if self._lists:
                    self._lists.pop()
            case _ if tag in _BLOCKS or tag == "li":
                self._end_block()
            case _:
                pass

    def _end_block(self) -> None:
        if self._table and self._table.cell is not None:
            self._table.cell.append(Run(" "))
            return
        runs, self._runs = tuple(self._runs), []
        mark, self._mark = self._mark.strip(), ""
        word_item, self._word_item = self._word_item, False
        if not "".join(run.text for run in runs).strip():
            return
        if self._lists:
            self.blocks.append(_Item(runs, self._lists[0]))
        elif word_item or mark:
            self.blocks.append(_Item(runs, bool(_ORDERED_MARK.match(mark))))
        else:
            self.blocks.append(Paragraph(runs))

    def _begin_table(self) -> None:
        if self._table:
            self._inner_tables += 1
            self._end_block()
        else:
            self._end_block()
            self._table = _Table()

    def _end_cell(self) -> None:
        table = self._table
        if table and table.cell is not None:
            if not table.rows:
                table.rows.append([])
            table.rows[-1] += [tuple(table.cell), *([()] * (table.span - 1))]
            table.cell, self._mark = None, ""

    def _end_table(self) -> None:
        self._end_cell()
        table, self._table, self._inner_tables = self._table, None, 0
        if table is None:
            return
        rows = [row for row in table.rows if row]
        if len(rows) == 1 and len(rows[0]) == 1:  # a frame around text, not a table
            self.blocks.append(Paragraph(rows[0][0]))
        elif rows:
            self.blocks.append(TextTable(tuple(map(tuple, rows))))


def from_html(html: str) -> RichText:
    """Return what `html` says, as running text. Never refuses; nothing in it is fetched or run."""
    reader = _Reader()
    reader.feed(_without_loose_brackets(_without_declarations(html.replace("\x00", ""))))
    reader.close()
    return normalise(tuple(_gathered(reader.blocks)))


def _without_declarations(html: str) -> str:
    """Drop comments and all that begins with «<!»: html.parser stops at what it doesn't know."""
    parts: list[str] = []
    at = 0
    while (start := html.find("<!", at)) >= 0:
        parts.append(html[at:start])
        close = "-->" if html.startswith("<!--", start) else ">"
        end = html.find(close, start + 2)
        if end < 0:  # as in a browser, the rest is a comment
            return "".join(parts)
        at = end + len(close)
    return "".join([*parts, html[at:]])


def _without_loose_brackets(html: str) -> str:
    """Make every «<» that no «>» follows a letter: html.parser takes quadratic time over them."""
    first, *pieces = html.split("<")
    return first + "".join(f"<{piece}" if ">" in piece else f"&lt;{piece}" for piece in pieces)


def from_lines(text: str) -> RichText:
    """Return plain text as running text.

    Lines that begin with a bullet or a number become lists. A line broken by the width of a page
    (long, and the next goes on in lower case) is joined to the next.
    """
    blocks: list[TextBlock | _Item] = []
    for line in _unwrapped(text):
        if found := _BULLET_LINE.match(line):
            blocks.append(_Item((Run(line[found.end() :]),), ordered=False))
        elif found := _NUMBER_LINE.match(line):
            blocks.append(_Item((Run(line[found.end() :]),), ordered=True))
        else:
            blocks.append(Paragraph((Run(line),)))
    return normalise(tuple(_gathered(blocks)))


def _unwrapped(text: str) -> list[str]:
    lines: list[str] = []
    length = 0  # of the last line as it was broken
    for raw in text.splitlines():
        line = raw.strip()
        goes_on = lines and length >= _WRAPPED and line[:1].islower()
        if goes_on:
            lines[-1] += f" {line}"
        elif line:
            lines.append(line)
        length = len(line)
    return lines


def _gathered(blocks: list[TextBlock | _Item]) -> Iterator[TextBlock]:
    """Join items that follow each other to lists."""
    for ordered, group in groupby(blocks, key=_list_kind):
        if ordered is None:
            yield from (block for block in group if not isinstance(block, _Item))
        else:
            items = (block.runs for block in group if isinstance(block, _Item))
            yield TextList(tuple(map(_without_bullet, items)), ordered)


def _list_kind(block: TextBlock | _Item) -> bool | None:
    return block.ordered if isinstance(block, _Item) else None


def _without_bullet(runs: Runs) -> Runs:
    """Drop a bullet that was written as text."""
    for at, run in enumerate(runs):
        if run.text.strip():
            text = _BULLET_TEXT.sub("", run.text.lstrip())
            return (Run(text, run.bold, run.italic, run.href), *runs[at + 1 :])
    return ()


def _style(tag: str, attrs: dict[str, str], outer: _Style) -> _Style:
    css = _declarations(attrs.get("style", ""))
    bold = outer.bold or tag in {"b", "strong", "th"} or bool(_HEADING.fullmatch(tag))
    italic = outer.italic or tag in {"i", "em", "cite", "dfn"}
    if weight := css.get("font-weight"):
        bold = weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= 600)  # noqa: PLR2004 - CSS
    if slant := css.get("font-style"):
        italic = slant in {"italic", "oblique"}
    hidden = css.get("display") == "none" or css.get("mso-hide") == "all"
    return _Style(
        bold=bold and tag != "th",
        italic=italic,
        href=attrs.get("href") if tag == "a" else outer.href,
        skipped=outer.skipped or tag in _SKIPPED or hidden,
        mark=outer.mark or css.get("mso-list") == "ignore",
    )


def _declarations(style: str) -> dict[str, str]:
    pairs = (one.split(":", 1) for one in style.lower().split(";") if ":" in one)
    return {name.strip(): value.strip() for name, value in pairs}


def _is_word_item(attrs: dict[str, str]) -> bool:
    listed = _declarations(attrs.get("style", "")).get("mso-list", "none")
    return attrs.get("class", "").startswith("MsoListBullet") or listed not in {"none", "ignore"}


def _span(attrs: dict[str, str]) -> int:
    span = attrs.get("colspan", "1")
    return min(int(span), 20) if span.isdecimal() and span.isascii() and int(span) else 1
