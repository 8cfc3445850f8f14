"""A Markdown source to running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from nämnd.core.richtext_normal import normalise
from nämnd.core.richtext_types import (
    Paragraph,
    RichText,
    Run,
    Runs,
    TextBlock,
    TextList,
    TextTable,
)

if TYPE_CHECKING:  # markdown-it is imported when first used
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_RULES = ("list", "table", "emphasis", "link", "escape", "newline")
_NESTED = 100  # deeper lists than this would lose text; `_shallow` keeps sources well below
_BRACKET = re.compile(r"\\.|\[(?:[^\[\]\\]|\\.)*+\](?=\()|\[", re.DOTALL)
_DEEP_INDENT = re.compile(r"^[ \t]{9,}", re.MULTILINE)
_MANY_MARKS = re.compile(r"^((?:[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+){4})", re.MULTILINE)


def parse(source: str) -> RichText:
    """Return what a source says, normalised. Never refuses: what is not markup is text.

    Nested lists become flat, numbers count from one, line breaks in a paragraph are spaces.
    """
    tokens = _reader().parse(_shallow(_without_controls(source)))
    return normalise(tuple(_blocks(iter(tokens))))


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    class Reader(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802 - `normalise` judges it
            return True

        def normalizeLink(self, url: str) -> str:  # noqa: N802 - named by markdown-it
            return url

    return Reader("zero", {"maxNesting": _NESTED}).enable(_RULES)


def _without_controls(source: str) -> str:
    unified = source.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        char for char in unified if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
    )


def _shallow(source: str) -> str:
    """Keep the time linear and nothing too deep: stray brackets and heaped marks become text."""
    linked = _BRACKET.sub(lambda found: r"\[" if found[0] == "[" else found[0], source)
    return _MANY_MARKS.sub(r"\1\\", _DEEP_INDENT.sub(" " * 8, linked))


def _blocks(tokens: Iterator[Token]) -> Iterator[TextBlock]:
    for token in tokens:
        match token.type:
            case "inline":
                yield Paragraph(_runs(token))
            case "bullet_list_open" | "ordered_list_open":
                yield _list(tokens, ordered=token.type.startswith("ordered"))
            case "table_open":
                yield _table(tokens)
            case _:
                pass


def _list(tokens: Iterator[Token], *, ordered: bool) -> TextList:
    """Read to the end of the outermost list; every item in it, however deep, is one of its items.

    What follows in an item (a second paragraph, the cells of a table) is joined to its first.
    """
    items: list[Runs] = []
    depth = 1
    for token in tokens:
        match token.type:
            case "list_item_open":
                items.append(())
            case "inline":
                items[-1] += (Run(" "), *_runs(token))
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
            case _:
                pass
        if not depth:
            break
    return TextList(tuple(items), ordered)


def _table(tokens: Iterator[Token]) -> TextTable:
    rows: list[tuple[Runs, ...]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(())
        elif token.type == "inline":
            rows[-1] += (_runs(token),)
        elif token.type == "table_close":
            break
    return TextTable(tuple(rows))


def _runs(inline: Token) -> Runs:
    runs: list[Run] = []
    bold = italic = 0
    href: str | None = None
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                href = str(token.attrs.get("href", ""))
            case "link_close":
                href = None
            case "softbreak" | "hardbreak":
                runs.append(Run(" ", bool(bold), bool(italic), href))
            case _:
                runs.append(Run(token.content, bool(bold), bool(italic), href))
    return tuple(runs)
