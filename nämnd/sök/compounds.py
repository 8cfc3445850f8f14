"""Where a Swedish compound can be divided: «regionvårdsnämnden» has region, vård and nämnd."""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from nämnd.sök.fold import stem, words
from nämnd.sök.lexicon import WORDS

Learned: TypeAlias = Callable[[str], str | None]
_SHORTEST = 3  # letters of a part
_FEWEST = 6  # letters of a word that is worth dividing
_MOST = 4  # parts
_LINKS = ("s", "o", "e", "a", "u")  # «vårds-», «hälso-», «barna-», «gatu-»

_ROOTS = {word: stem(word) for word in words(WORDS)}
LISTED = {**{root: root for root in _ROOTS.values()}, **_ROOTS}


def split(word: str, learned: Learned) -> tuple[str, ...]:
    """Return the stems of the parts of a folded word; none when it is no compound.

    `learned` gives the stem of a word or stem that is known beside the listed ones, None for
    others. The fewest parts win, then the longest last one: that one says what it is.
    """
    if len(word) < _FEWEST:
        return ()
    root = stem(word)

    @cache
    def best(start: int, left: int) -> tuple[str, ...] | None:
        last = _part(root[start:], learned) if start else None
        if last:
            return (last,)
        if not left:
            return None
        found: list[tuple[str, ...]] = []
        for end in range(start + _SHORTEST, len(root) - _SHORTEST + 1):
            first = _first(root[start:end], learned)
            rest = best(end, left - 1) if first else None
            if first and rest:
                found.append((first, *rest))
        return min(found, key=lambda one: (len(one), -len(one[-1])), default=None)

    return best(0, _MOST - 1) or ()


def _first(piece: str, learned: Learned) -> str | None:
    """Return the stem of a part that others follow."""
    found = _part(piece, learned)
    if found is None and piece.endswith(_LINKS):
        return _part(piece[:-1], learned)
    return found


def _part(piece: str, learned: Learned) -> str | None:
    if len(piece) < _SHORTEST:
        return None
    return LISTED.get(piece) or learned(piece)
