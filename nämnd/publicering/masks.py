"""Words that must not be seen, found however they are written.

Letter case, accents (also as marks of their own), soft hyphens, words broken at the end of a line,
other signs between the words: all the same. Rather a word too many than one too few.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from urllib.parse import unquote

MASKED = "[maskerat]"
LONG = 8  # letters from which words are found whatever stands between them
_HIDDEN = 5  # letters from which words count inside longer ones where nobody reads: addresses
_WIDEST = 6  # signs between two letters of the same words
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212\u00ad\x02\ufffe")
_BREAKS = frozenset("\n\r\f\v\u2028\u2029")
_PDF_HYPHENS = frozenset("\x02\ufffe")  # how PDFium gives a hyphen at the end of a line
_PERSONNUMMER = re.compile(r"(?:19|20)?(\d{6}[-+– ]?\d{4})")
_TELEFON = re.compile(r"(?:\+46|0046|0)[\d\s()/-]{7,}")
_NATIONAL = re.compile(r"^(?:0046|46|0)+")
_LEAST_PHONE = 7
_LEAST_SPACED = 3


class Gap(IntEnum):
    """What stands between two letters of a text."""

    NONE = 0  # nothing that is seen
    BREAK = 1  # the end of a line, with a hyphen or without
    SIGNS = 2


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as bare letters and figures, with where each of them stands and what is before it."""

    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[Gap]
    widths: Sequence[int]  # signs in the gap


@dataclass(frozen=True, slots=True)
class _Word:
    """One thing to mask: its letters, and where one word of it ends (by number of letters)."""

    letters: str
    inner: frozenset[int]
    loose: bool  # in whatever longer word or number


@dataclass(frozen=True, slots=True)
class Mask:
    """Things to mask, found wherever they stand."""

    words: tuple[str, ...]
    _parsed: tuple[_Word, ...] = field(default=(), repr=False, compare=False)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where in `text` something is to be masked, in order and without overlaps."""
        return _joined(span for one in self._parsed for span in _found(one, folded(text)))

    def missing(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the words that are in none of `texts`."""
        known = [folded(text) for text in texts]
        return tuple(
            word
            for word, one in zip(self.words, self._parsed, strict=True)
            if not any(next(_found(one, text), None) for text in known)
        )

    def masked(self, text: str) -> str:
        """Return `text` with `MASKED` in the place of what must not be seen."""
        out, at = list[str](), 0
        for start, end in self.spans(text):
            out += (text[at:start], MASKED)
            at = end
        return "".join((*out, text[at:])) if out else text

    def hits(self, text: str) -> bool:
        """Say whether a text that is read has something to mask."""
        return bool(self.spans(text))

    def hits_hidden(self, text: str) -> bool:
        """Say whether an address, a name or an id has it: also inside a longer word."""
        return any(self._hidden(folded(form)) for form in (text, unquote(text)))

    def _hidden(self, text: Folded) -> bool:
        return any(
            one.letters in text.letters
            if len(one.letters) >= _HIDDEN
            else next(_found(one, text), None) is not None
            for one in self._parsed
        )


def mask_of(words: Iterable[str]) -> Mask:
    """Return a mask for these words; those without letters mask nothing and are left out."""
    known = {one: _parsed(one) for one in dict.fromkeys(words)}
    kept = {one: word for one, word in known.items() if word.letters}
    return Mask(tuple(kept), tuple(kept.values()))


def letters_of(text: str) -> str:
    """Return the bare letters and figures of a text."""
    return folded(text).letters


@lru_cache(maxsize=64)
def folded(text: str) -> Folded:
    """Return a text as it is searched."""
    letters, starts, ends = list[str](), list[int](), list[int]()
    for at, sign in enumerate(text):
        bare = _bare(sign)
        for letter in bare:
            letters.append(letter)
            starts.append(at)
            ends.append(at + 1)
        if not bare and ends and ends[-1] == at and unicodedata.combining(sign):
            ends[-1] = at + 1
    between = [text[end:start] for end, start in zip([0, *ends], starts, strict=False)]
    return Folded(
        "".join(letters), starts, ends, [_gap(one) for one in between], [len(b) for b in between]
    )


@lru_cache(maxsize=4096)
def _bare(sign: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKD", sign).casefold() if one.isalnum())


def _gap(between: str) -> Gap:
    seen = [one for one in between if unicodedata.category(one) not in ("Cf", "Mn", "Me")]
    if not seen and not any(one in _PDF_HYPHENS for one in between):
        return Gap.NONE
    broken = any(one in _BREAKS or one in _PDF_HYPHENS for one in between)
    plain = all(one in _HYPHENS or one.isspace() for one in seen)
    return Gap.BREAK if broken and plain else Gap.SIGNS


def _parsed(words: str) -> _Word:
    if len(letters := letters_of(_bare_number(words))) < LONG:
        letters = letters_of(words)
        loose = False
    else:
        loose = any(one.isdigit() for one in letters) or _inner(words) != frozenset()
    inner = _inner(words) if letters == letters_of(words) else frozenset[int]()
    return _Word(letters, inner, loose)


def _bare_number(words: str) -> str:
    """Return a personnummer without its century, a phone number without its leading zero."""
    found = _PERSONNUMMER.fullmatch(words.strip())
    if found:
        return found[1]
    if _TELEFON.fullmatch(words.strip()):
        figures = _NATIONAL.sub("", letters_of(words))
        return figures if len(figures) >= _LEAST_PHONE else words
    return words


def _inner(words: str) -> frozenset[int]:
    text = folded(words)
    return frozenset(at for at, gap in enumerate(text.gaps) if at and gap is not Gap.NONE)


def _found(one: _Word, text: Folded) -> Iterator[tuple[int, int]]:
    size, at = len(one.letters), text.letters.find(one.letters)
    while at >= 0:
        last = at + size
        first, end = at, _whole(one, text, at, last)
        if end and one.loose:
            first, end = _widened(text, at, end)
        if end:
            yield text.starts[first], text.ends[end - 1]
        at = text.letters.find(one.letters, at + 1)


def _widened(text: Folded, first: int, end: int) -> tuple[int, int]:
    """Return where the longer word or number begins and ends: «19» before a personnummer goes."""
    while first and text.gaps[first] is Gap.NONE:
        first -= 1
    while end < len(text.letters) and text.gaps[end] is Gap.NONE:
        end += 1
    return first, end


def _whole(one: _Word, text: Folded, first: int, last: int) -> int:
    """Return where the words end that begin at letter `first`; 0 when they are something else."""
    strict = all(
        text.gaps[at] is not Gap.SIGNS or at - first in one.inner for at in range(first + 1, last)
    )
    near = all(text.widths[at] <= _WIDEST for at in range(first + 1, last))
    if one.loose and (strict or near):
        return last
    if not strict and not (near and last - first >= LONG) and not _spaced(text, first, last):
        return 0
    if first and text.gaps[first] is Gap.NONE:
        return 0
    for end in (last, last + 1):  # «Eks»
        ends = end == len(text.letters) or (
            end < len(text.letters) and text.gaps[end] is not Gap.NONE
        )
        if ends and (end == last or text.letters[last] == "s"):
            return end
    return 0


def _spaced(text: Folded, first: int, last: int) -> bool:
    """Say whether a word is written «I s b e r g»."""
    return last - first >= _LEAST_SPACED and all(
        text.widths[at] == 1 for at in range(first + 1, last)
    )


def _joined(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
