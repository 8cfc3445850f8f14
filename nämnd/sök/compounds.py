"""Where a Swedish compound can be divided: «regionvårdsnämnden» has region, vård and nämnd."""

from collections.abc import Container
from functools import cache

from nämnd.sök.fold import stem, words
from nämnd.sök.lexicon import WORDS

_SHORTEST = 3  # letters of a part
_FEWEST = 6  # letters of a word that is worth dividing
_LONGEST = 40
_MOST = 4  # parts
_LINKS = ("s", "o", "e", "a", "u")  # «vårds-», «hälso-», «barna-», «gatu-»

LISTED = frozenset(stem(word) for word in words(WORDS))


def split(word: str, learned: Container[str]) -> tuple[str, ...]:
    """Return the stems of the parts of a folded word; none when it is no compound.

    `learned`: stems that are known beside the listed ones. The fewest parts win, then the longest
    last one: that is the one that says what it is.
    """
    if not _FEWEST <= len(word) <= _LONGEST:
        return ()

    @cache
    def best(start: int, left: int) -> tuple[str, ...] | None:
        whole = stem(word[start:])
        if start and _is_part(whole, learned):
            return (whole,)
        if not left:
            return None
        found: list[tuple[str, ...]] = []
        for end in range(start + _SHORTEST, len(word) - _SHORTEST + 1):
            first = _first(word[start:end], learned)
            rest = best(end, left - 1) if first else None
            if first and rest:
                found.append((first, *rest))
        return min(found, key=lambda one: (len(one), -len(one[-1])), default=None)

    return best(0, _MOST - 1) or ()


def _first(piece: str, learned: Container[str]) -> str | None:
    """Return the stem of a part that others follow."""
    forms = [piece, stem(piece)]
    if piece.endswith(_LINKS) and len(piece) > _SHORTEST:
        forms += [piece[:-1], stem(piece[:-1])]
    return next((one for one in forms if _is_part(one, learned)), None)


def _is_part(part: str, learned: Container[str]) -> bool:
    return part in LISTED or (len(part) >= _SHORTEST and part in learned)
