"""A piece of text round the words that were looked for."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from nämnd.sök.fold import flat
from nämnd.sök.forms import places_of_forms
from nämnd.sök.values import Piece

Place: TypeAlias = tuple[int, int, int]  # from, to, and which of the things looked for
_BEFORE = 60  # letters shown before the first word
_LENGTH = 180  # letters shown in all
_PART = 20_000  # letters looked through at a time
_MOST = 600_000  # letters looked through in one search: a key stroke is not to wait for more
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sought:
    """One thing to show: a word of `wholes`, one that begins with `start`, or a dnr or §."""

    wholes: frozenset[str] = frozenset()
    start: str = ""
    forms: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where so many of the things stand together; `page` from 0."""

    count: int
    page: int
    text: str
    at: int


class Finder:
    """Finds where in texts the things stand that one search looked for."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        """Look for all of `sought`."""
        self._all = len(sought)
        self._wholes = {word: n for n, one in enumerate(sought) for word in one.wholes}
        self._starts = [(one.start, n) for n, one in enumerate(sought) if one.start]
        self._forms = {form: n for n, one in enumerate(sought) for form in one.forms}
        self._left = _MOST

    def best(self, pages: Iterable[str]) -> Spot | None:
        """Return the first place with all of the things, else the one with most; None: none."""
        found: Spot | None = None
        for page, text in enumerate(pages):
            for begin in range(0, max(len(text), 1), _PART):
                if self._left <= 0:
                    return found
                spot = self._spot(page, text[begin : begin + _PART + _LENGTH], text, begin)
                if spot and (found is None or spot.count > found.count):
                    found = spot
                if found and found.count == self._all:
                    return found
        return found

    def pieces(self, spot: Spot) -> tuple[Piece, ...]:
        """Return the text round a place, with the things marked."""
        first = _at_word(spot.text, max(spot.at - _BEFORE, 0))
        last = _at_word(spot.text, min(first + _LENGTH, len(spot.text)))
        found, at = list[Piece](), 0
        shown = spot.text[first:last]
        for start, end, _ in self._places(shown):
            if start >= at:
                found += [Piece(shown[at:start]), Piece(shown[start:end], hit=True)]
                at = end
        found.append(Piece(shown[at:]))
        return _tidied(found, before=first > 0, after=bool(spot.text[last:].strip()))

    def _spot(self, page: int, part: str, text: str, begin: int) -> Spot | None:
        self._left -= len(part)
        near: deque[Place] = deque()
        most, at = 0, 0
        for place in self._places(part):
            near.append(place)
            while near[0][0] < place[1] - (_LENGTH - _BEFORE):
                near.popleft()
            count = len({one[2] for one in near})
            if count > most:
                most, at = count, near[0][0]
                if count == self._all:
                    break
        return Spot(most, page, text, begin + at) if most else None

    def _places(self, text: str) -> list[Place]:
        flattened = flat(text)
        found = self._words(flattened)
        if self._forms:
            found += [
                (start, end, self._forms[form])
                for start, end, form in places_of_forms(flattened)
                if form in self._forms
            ]
        return sorted(found)

    def _words(self, flattened: str) -> list[Place]:
        """Return where the words stand: first which of them are there at all, the quick way."""
        there = set(_WORD.findall(flattened))
        present = {word: self._wholes[word] for word in there & self._wholes.keys()}
        for start, number in self._starts:
            present |= {word: number for word in there if word.startswith(start)}
        return [
            (at, at + len(word), number)
            for word, number in present.items()
            for at in _all_of(word, flattened)
        ]


def _all_of(word: str, text: str) -> Iterator[int]:
    """Yield where `word` stands as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            yield at
        at = text.find(word, end)


def beginning(text: str) -> tuple[Piece, ...]:
    """Return how `text` begins."""
    last = _at_word(text, min(_LENGTH, len(text)))
    return _tidied([Piece(text[:last])], before=False, after=bool(text[last:].strip()))


def _at_word(text: str, at: int) -> int:
    """Return `at` moved forward to where no word is cut."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def _tidied(pieces: list[Piece], *, before: bool, after: bool) -> tuple[Piece, ...]:
    """Return `pieces` on one line, with dots where the text goes on."""
    found = [Piece(_SPACE.sub(" ", one.text), one.hit) for one in pieces if one.text]
    if before:
        found.insert(0, Piece("… "))
    if after:
        found.append(Piece(" …"))
    return tuple(found) if any(one.text.strip() for one in found) else ()
