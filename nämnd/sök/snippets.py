"""A piece of text round the words that were looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.sök.fold import flat
from nämnd.sök.values import Piece

_BEFORE = 60  # letters shown before the first word
_LENGTH = 180  # letters shown in all
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words to show: those that are one of `wholes` or begin with one of `starts`."""

    wholes: frozenset[str]
    starts: tuple[str, ...]

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each of the words stands in `text`, in order."""
        wholes, starts = self.wholes, self.starts
        for one in _WORD.finditer(flat(text)):
            word = one[0]
            if word in wholes or (starts and word.startswith(starts)):
                yield one.span()


def snippet(text: str, wanted: Wanted) -> tuple[Piece, ...] | None:
    """Return the piece of `text` with the first of the words; None when it has none of them."""
    places = wanted.places(text)
    hit = next(places, None)
    if hit is None:
        return None
    first = _at_word(text, max(hit[0] - _BEFORE, 0))
    last = max(_at_word(text, min(first + _LENGTH, len(text))), hit[1])
    pieces, at = list[Piece](), first
    while hit is not None and hit[0] < last:
        pieces += [Piece(text[at : hit[0]]), Piece(text[slice(*hit)], hit=True)]
        at, hit = hit[1], next(places, None)
    pieces.append(Piece(text[at : max(last, at)]))
    return _tidied(pieces, before=first > 0, after=bool(text[max(last, at) :].strip()))


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
