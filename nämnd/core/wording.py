"""What differs between two wordings of the same att-satser, word by word. Pure functions.

Only words count: case, punctuation at the edge of a word, the «att» that an att-sats may begin with
and the «och» or «samt» that leads over to the next are no difference.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto
from itertools import groupby

_EDGES = ".,;:!?«»\"'”“’()[]"
_DASHES = str.maketrans("–—−", "---")  # noqa: RUF001 - the dashes people write
_LEADING = ("att",)
_TRAILING = ("och", "samt")
_ALIKE = 0.4  # share of words in common from which two att-satser are the same one, reworded


class Change(Enum):
    """What happened to a piece of text."""

    SAME = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words in a row with the same fate."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Sats:
    """An att-sats in one wording and the other, with its number in each; None: not there."""

    before: int | None
    after: int | None
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Say whether a word differs."""
        return any(one.change is not Change.SAME for one in self.pieces)


@dataclass(frozen=True, slots=True)
class _Word:
    key: str  # what is compared
    text: str  # what is shown


def same_wording(before: Sequence[str], after: Sequence[str]) -> bool:
    """Say whether two lists of att-satser say the same."""
    return _keys(before) == _keys(after)


def compared(before: Sequence[str], after: Sequence[str]) -> tuple[Sats, ...]:
    """Return each att-sats as it was and as it is, in order.

    Those with much in common are compared word by word, the others are removed or added as wholes.
    """
    old = [_Split(text) for text in before]
    new = [_Split(text) for text in after]
    return tuple(_satser(old, new))


class _Split:
    """An att-sats divided: its «att», its words, its «och»."""

    def __init__(self, text: str) -> None:
        words = _words(text)
        self.lead = words[0].text if words and words[0].key in _LEADING else ""
        body = words[1:] if self.lead else words
        self.words = body[:-1] if body and body[-1].key in _TRAILING else body
        self.keys = [one.key for one in self.words]
        self.text = " ".join(filter(None, (self.lead, *(one.text for one in self.words))))


def _keys(texts: Sequence[str]) -> list[list[str]]:
    found = (_Split(text).keys for text in texts)
    return [keys for keys in found if keys]


def _words(text: str) -> list[_Word]:
    """Divide at spaces; a sign that stands alone, as a dash does, goes with the word before."""
    found: list[_Word] = []
    for part in text.split():
        key = part.translate(_DASHES).casefold().strip(_EDGES)
        if key.strip("-"):
            found.append(_Word(key, part))
        elif found:
            found[-1] = _Word(found[-1].key, f"{found[-1].text} {part}")
    return found


def _satser(old: Sequence[_Split], new: Sequence[_Split]) -> Iterator[Sats]:
    i = j = 0
    for at_old, at_new in (*_pairs(old, new), (len(old), len(new))):
        for n in range(i, at_old):
            yield Sats(n + 1, None, _whole(Change.REMOVED, old[n]))
        for n in range(j, at_new):
            yield Sats(None, n + 1, _whole(Change.ADDED, new[n]))
        if at_old < len(old):
            yield Sats(at_old + 1, at_new + 1, _pieces(old[at_old], new[at_new]))
        i, j = at_old + 1, at_new + 1


def _pairs(old: Sequence[_Split], new: Sequence[_Split]) -> list[tuple[int, int]]:
    """Return which att-satser are the same ones: in order, with as much in common as can be."""
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            alike = _alike(old[i].keys, new[j].keys)
            paired = alike + best[i + 1][j + 1] if alike >= _ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    found: list[tuple[int, int]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    if one == other:
        return 1.0
    common = (Counter(one) & Counter(other)).total()
    return 2 * common / (len(one) + len(other))


def _whole(change: Change, sats: _Split) -> tuple[Piece, ...]:
    return (Piece(change, sats.text),) if sats.keys else ()


def _pieces(old: _Split, new: _Split) -> tuple[Piece, ...]:
    found = [Piece(Change.SAME, new.lead or old.lead)]
    matcher = SequenceMatcher(None, old.keys, new.keys, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            found += [Piece(Change.SAME, one.text) for one in new.words[j1:j2]]
        else:
            found += [Piece(Change.REMOVED, one.text) for one in old.words[i1:i2]]
            found += [Piece(Change.ADDED, one.text) for one in new.words[j1:j2]]
    return tuple(
        Piece(change, " ".join(one.text for one in group))
        for change, group in groupby((one for one in found if one.text), lambda one: one.change)
    )
