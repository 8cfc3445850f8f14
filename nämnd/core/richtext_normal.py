"""The one form of every running text: what `write` writes and `parse` gives back."""

import re
import unicodedata
from itertools import groupby
from typing import TypeAlias

from nämnd.core.richtext_types import (
    Paragraph,
    RichText,
    Run,
    Runs,
    TextBlock,
    TextList,
    TextTable,
)

_SPACES = re.compile(r"[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_SCHEME = re.compile(r"(?:https?://|mailto:)[^\s]", re.IGNORECASE)
_ENCODED_IN_HREF = str.maketrans({c: f"%{ord(c):02X}" for c in ' <>"\\|`{}^'})
_INVISIBLE = frozenset("\u00ad\u200b\ufeff\ufffe\uffff")  # soft hyphen, zero width, not in XML
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # can hide text


def clean_text(text: str) -> str:
    """Return `text` composed (NFC), control characters dropped, white space as single spaces.

    A hard space stays: it holds «10 000 kr» together. Soft hyphens, zero-width spaces and marks
    that turn the direction of writing are dropped: nobody sees them, and search stumbles on them.
    """
    spaced = _SPACES.sub(" ", text)
    kept = "".join(char for char in spaced if _keeps(char))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", kept))


def clean_lines(text: str) -> str:
    """Return `text` composed (NFC), each line break as one kind, with all its spaces and tabs.

    Control characters are dropped, and what can't be stored or stand in XML: half characters.
    """
    broken = unicodedata.normalize("NFC", _BREAKS.sub("\n", text))
    return "".join(char for char in broken if char in "\n\t" or _stored(char))


def _keeps(char: str) -> bool:
    return char not in _INVISIBLE and char not in _DIRECTION and _stored(char)


def _stored(char: str) -> bool:
    return char not in "\ufffe\uffff" and unicodedata.category(char) not in {"Cc", "Cs"}


def allowed_href(href: str | None) -> str | None:
    """Return an address as it is kept, or None unless it is http, https or mailto."""
    if href is None:
        return None
    cleaned = "".join(char for char in clean_text(href).strip() if not _only_space(char))
    if not _SCHEME.match(cleaned):
        return None
    return cleaned.translate(_ENCODED_IN_HREF)


def _only_space(char: str) -> bool:
    return char.isspace() and char != " "


def normalise(text: RichText) -> RichText:
    """Return the form that `parse(write(text))` has.

    - Runs: as `normalise_runs`.
    - Paragraphs, items and lists without text are dropped; so are tables without a cell.
    - A table's rows are filled up with empty cells to the length of the longest.
    """
    blocks = (_normal_block(block) for block in text)
    return tuple(block for block in blocks if block is not None)


def _normal_block(block: TextBlock) -> TextBlock | None:
    match block:
        case Paragraph(runs):
            normal = normalise_runs(runs)
            return Paragraph(normal) if normal else None
        case TextList(items, ordered):
            kept = tuple(runs for runs in map(normalise_runs, items) if runs)
            return TextList(kept, ordered) if kept else None
        case TextTable(rows):
            return _normal_table(rows)


def _normal_table(rows: tuple[tuple[Runs, ...], ...]) -> TextTable | None:
    width = max((len(row) for row in rows), default=0)
    if not width:
        return None
    return TextTable(
        tuple(tuple(map(normalise_runs, row)) + ((),) * (width - len(row)) for row in rows)
    )


_Style: TypeAlias = tuple[bool, bool, str | None]
_Styled: TypeAlias = tuple[str, _Style]


def normalise_runs(runs: Runs) -> Runs:
    """Return runs as they are kept.

    - Text as `clean_text`; no white space first, last or twice.
    - Neighbours in the same style are one run; no run is empty.
    - Space where the style changes is neither bold nor italic: Markdown can't say `**fet **`.
      It belongs to a link when both sides and the space itself do.
    - An address that is not http, https or mailto is dropped and its text kept.
    """
    styled: list[_Styled] = [
        (char, (run.bold, run.italic, href))
        for run in _merged(runs)
        for href in (allowed_href(run.href),)
        for char in clean_text(run.text)
    ]
    return _merged(_as_runs(_single_spaces(_plain_borders(styled))))


def _plain_borders(styled: list[_Styled]) -> list[_Styled]:
    """Take the style from white space that does not have the same style on both sides."""
    groups = [
        (space, list(chars)) for space, chars in groupby(styled, key=lambda s: s[0].isspace())
    ]
    if groups and groups[0][0]:
        del groups[0]
    if groups and groups[-1][0]:
        del groups[-1]
    out: list[_Styled] = []
    for index, (space, chars) in enumerate(groups):
        if space:
            before, after = groups[index - 1][1][-1][1], groups[index + 1][1][0][1]
            out += [(char, _border_style(before, style, after)) for char, style in chars]
        else:
            out += chars
    return out


def _border_style(before: _Style, own: _Style, after: _Style) -> _Style:
    if before == own == after:
        return own
    return (False, False, own[2] if before[2] == own[2] == after[2] else None)


def _single_spaces(styled: list[_Styled]) -> list[_Styled]:
    return [
        one
        for index, one in enumerate(styled)
        if not (index and one[0] == " " and styled[index - 1][0] == " ")
    ]


def _as_runs(styled: list[_Styled]) -> Runs:
    return tuple(
        Run("".join(char for char, _ in chars), *style)
        for style, chars in groupby(styled, key=lambda s: s[1])
    )


def _merged(runs: Runs) -> Runs:
    """Join neighbours of the same style; compose again, as letter and accent may have met."""
    return tuple(
        Run(unicodedata.normalize("NFC", "".join(run.text for run in same)), *style)
        for style, same in groupby(
            (run for run in runs if run.text), key=lambda run: (run.bold, run.italic, run.href)
        )
    )
