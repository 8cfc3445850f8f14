"""The lines of a text with a table in it: which are rows, what they are called, what numbers stand.

A line is a row when it ends in numbers. Between its numbers there may be nothing but spaces, and
spaces stand inside them too: then only groups of digits are seen here, and `table_columns` finds
which of them belong together.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.överenskommelse.money import kronor

MOST_LINES, MOST_LETTERS, MOST_TOKENS = 20_000, 600, 80
"""What is longer is no table; the rest of it is not read."""

_MOST_NAME = 80
_HARD = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}\N{FIGURE SPACE}"
_JOINED = re.compile(rf"(?<!\d)\d{{1,3}}(?:[{_HARD}]\d{{3}})+(?!\d)")
_MOST_DIGITS = 13
_LEAST = 1000  # kronor between brackets; less is the mark of a footnote
_GROUP = re.compile(r"\d{1,3}")
_WHOLE = re.compile(r"\d{4,13}|\d{1,3}(?:\.\d{3})+")
_SHARE = re.compile(r"\d+(?:[,.]\d+)?%|\d+,\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = frozenset({"kr", "kronor", "sek", "kr."})
_EMPTY = frozenset({"-", "–", "—", "\N{MINUS SIGN}"})
_TOTAL = re.compile(r"(?:summa|total(?:t|summa)?|samtliga|riket|hela riket)\b", re.IGNORECASE)


class Kind(Enum):
    """What a token of a row is."""

    GROUP = auto()  # one to three digits: a number, or a part of one
    WHOLE = auto()  # a whole number by itself
    SHARE = auto()  # a percentage or a fraction: no money
    EMPTY = auto()  # a dash


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a row. `end`: a number ends with it; `money`: it is said to be kronor."""

    kind: Kind
    digits: str
    end: bool = False
    money: bool = False

    @property
    def starts(self) -> bool:
        """Say whether a number must begin with it, if one may: it can't be inside another."""
        return self.kind is not Kind.GROUP or len(self.digits) < 3  # noqa: PLR2004

    @property
    def can_start(self) -> bool:
        """Say whether a number may begin with it."""
        return self.starts or self.digits[0] != "0"


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is read. `tokens` empty: it is no row. `cells`: its columns, when they show.

    A head may have cells too.
    """

    text: str
    page: int
    name: str = ""
    tokens: tuple[Token, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def is_row(self) -> bool:
        """Say whether it has numbers at its end."""
        return bool(self.tokens)

    @property
    def is_total(self) -> bool:
        """Say whether it is the last row of a table, which says what the others are in all."""
        return self.is_row and _TOTAL.match(self.name) is not None


def read_lines(pages: Sequence[str]) -> list[Line]:
    """Return the lines of the pages, those that are empty too."""
    found: list[Line] = []
    for number, page in enumerate(pages, start=1):
        for text in page.splitlines():
            if len(found) == MOST_LINES:
                return found
            found.append(_line(text, number))
    return found


def numbers_of(cells: Sequence[str]) -> tuple[Token, ...] | None:
    """Return a token for each cell, or None when one of them is neither number nor empty."""
    found: list[Token] = []
    for cell in cells:
        if cell.isascii() and cell.isdigit():  # most are: the rest takes longer
            found.append(Token(Kind.WHOLE, cell[: _MOST_DIGITS + 3], end=True))
            continue
        words = _joined(cell).strip().strip('"*').strip()
        amount = _below_zero(words) or kronor(words)
        if not words or words in _EMPTY:
            found.append(Token(Kind.EMPTY, "", end=True))
        elif amount is not None:
            money = words.casefold().endswith(("kr", "kronor", "sek"))
            found.append(Token(Kind.WHOLE, str(amount), end=True, money=money))
        elif _SHARE.fullmatch(words.replace(" ", "")):
            found.append(Token(Kind.SHARE, words, end=True))
        else:
            return None
    return tuple(found)


def _below_zero(cell: str) -> int | None:
    """Return the amount of «(300 000)», as bookkeepers write what is below zero."""
    if not (cell.startswith("(") and cell.endswith(")")):
        return None
    amount = kronor(cell[1:-1])
    return -amount if amount is not None and amount >= _LEAST else None


def _line(text: str, page: int) -> Line:
    if len(text) > MOST_LETTERS:
        return Line("", page)
    if (cells := _cells(text)) and len(cells) <= MOST_TOKENS:
        tokens = numbers_of(cells[1:])
        named = any(char.isalpha() for char in cells[0])
        if tokens and named and any(one.digits for one in tokens):
            return Line(text, page, _name(cells[0]), tokens, cells)
        return Line(text.strip(), page, cells=cells)
    return _spaced(_joined(text).strip(), page)


def _cells(text: str) -> tuple[str, ...]:
    """Return the columns of a line, when a tab, a semicolon or a bar stands between them."""
    for mark in ("\t", ";", "|"):
        if mark in text:
            parts = text.strip("|").split(mark) if mark == "|" else text.rstrip("\r\n").split(mark)
            return tuple(part.strip().strip('"') for part in parts)
    return ()


def _joined(text: str) -> str:
    """Return `text` with the digits that hard spaces hold together as one number.

    Not where every space is hard: then they say nothing.
    """

    def together(found: re.Match[str]) -> str:
        digits = re.sub(r"\D", "", found[0])
        return digits if len(digits) <= _MOST_DIGITS else found[0]

    joined = _JOINED.sub(together, text)
    return re.sub(f"[{_HARD}]", " ", joined)


def _spaced(text: str, page: int) -> Line:
    words = text.split()
    tokens: list[Token] = []
    at = len(words)
    for place, token in _backwards(words):
        tokens.append(token)
        at = place
    name = _name(" ".join(words[:at]))
    numbers = any(one.kind in (Kind.GROUP, Kind.WHOLE) for one in tokens)
    year = len(tokens) == 1 and _YEAR.fullmatch(tokens[0].digits) is not None
    fits = numbers and not year and len(tokens) <= MOST_TOKENS and (not name or is_name(name))
    if not fits:
        return Line(text, page)
    return Line(text, page, name, tuple(reversed(tokens)))


def _backwards(words: Sequence[str]) -> Iterator[tuple[int, Token]]:
    """Yield the tokens at the end of a line with the place of each, the last first."""
    money = ended = percent = False
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word.casefold() in _UNITS:
            money = ended = True
            continue
        if word == "%":
            percent = True
            continue
        token = _token(word, money=money, ended=ended, percent=percent)
        if token is None:
            return
        yield place, token
        money = ended = percent = False


def _token(word: str, *, money: bool, ended: bool, percent: bool) -> Token | None:
    digits = word.rstrip("*")
    end = ended or digits != word
    if percent or _SHARE.fullmatch(digits):
        fits = _SHARE.fullmatch(digits) or _GROUP.fullmatch(digits)
        return Token(Kind.SHARE, digits, end=True) if fits else None
    if _GROUP.fullmatch(digits):
        return Token(Kind.GROUP, digits, end=end, money=money)
    if _WHOLE.fullmatch(digits):
        return Token(Kind.WHOLE, digits.replace(".", ""), end=True, money=money)
    if digits in _EMPTY:
        return Token(Kind.EMPTY, "", end=True)
    return None


def _name(text: str) -> str:
    return " ".join(text.strip().strip('"').rstrip("*:").split())


def is_name(name: str) -> bool:
    """Say whether `name` may be that of a recipient."""
    letters = any(char.isalpha() for char in name)
    return letters and len(name) <= _MOST_NAME and not name.endswith((".", ",", "?", "(", ")"))
