"""A piece of text round the words that were looked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nämnd.sök.fold import spans
from nämnd.sök.values import Piece

_BEFORE = 60  # letters shown before the first word
_LENGTH = 180  # letters shown in all
_READ = 4_000  # letters looked at from where a word may be


@dataclass(frozen=True, slots=True)
class Wanted:
    """The words to show: those that are one of `wholes` or begin with one of `starts`."""

    wholes: frozenset[str]
    starts: tuple[str, ...]

    def takes(self, word: str) -> bool:
        """Say whether `word`, folded, is to be shown."""
        return word in self.wholes or word.startswith(self.starts)


def snippet(text: str, wanted: Wanted) -> tuple[Piece, ...] | None:
    """Return the piece of `text` with the first of the words; None when it has none of them."""
    near = _near(text, wanted)
    if near is None:
        return None
    begin = max(near - _BEFORE, 0)
    part = text[begin : begin + _READ]
    hits = [(start, end) for start, end, word in spans(part) if wanted.takes(word)]
    if not hits:
        return None
    first = _at_word(part, max(hits[0][0] - _BEFORE, 0))
    last = _at_word(part, min(first + _LENGTH, len(part)))
    last = max(last, hits[0][1])
    pieces = list(_pieces(part, first, last, hits))
    return tuple(_with_dots(pieces, before=begin + first > 0, after=begin + last < len(text)))


def beginning(text: str) -> tuple[Piece, ...]:
    """Return how `text` begins."""
    if not text.strip():
        return ()
    part = text[: _LENGTH * 2]
    last = _at_word(part, min(_LENGTH, len(part)))
    pieces = [Piece(" ".join(part[:last].split()))]
    return tuple(_with_dots(pieces, before=False, after=last < len(text.rstrip())))


def _near(text: str, wanted: Wanted) -> int | None:
    """Return about where the first of the words is, the quick way."""
    lower = text.lower()
    places = (lower.find(word) for word in (*wanted.starts, *wanted.wholes))
    found = [at for at in places if at >= 0]
    if found:
        return min(found)
    return next((start for start, _, word in spans(text) if wanted.takes(word)), None)


def _at_word(text: str, at: int) -> int:
    """Return `at` moved forward to where no word is cut."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def _pieces(text: str, first: int, last: int, hits: Sequence[tuple[int, int]]) -> Iterable[Piece]:
    at = first
    for start, end in hits:
        if start >= last:
            break
        if start > at:
            yield Piece(_one_line(text[at:start]))
        yield Piece(text[start:end], hit=True)
        at = end
    if at < last:
        yield Piece(_one_line(text[at:last]))


def _one_line(text: str) -> str:
    inner = " ".join(text.split())
    before = " " if text[:1].isspace() and inner else ""
    after = " " if text[-1:].isspace() else ""
    return before + inner + after


def _with_dots(pieces: list[Piece], *, before: bool, after: bool) -> list[Piece]:
    return [
        *([Piece("… ")] if before else []),
        *pieces,
        *([Piece(" …")] if after else []),
    ]
