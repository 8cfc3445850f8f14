"""How text becomes words that can be compared: case and accents go, å, ä and ö stay.

An index keeps what these functions made of a text, so a change here is a new `index.FORMAT`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Protocol, cast

_STRIPPED = 6  # letters from which our own endings go: «min», «syn», «innan» and «paket» stay
LONGEST = 40  # letters; what is longer is no word but data
_WORD = re.compile(r"[^\W_]+")
_DIVIDED = re.compile(
    r"(?<=[^\W\d_])[-\u00ad\u2010]\s*\n\s*(?!(?:och|eller|samt|som|respektive)\b)(?=[a-zåäöéü])"
)
_HARMFUL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


class _Folds(dict[int, str]):
    """What each letter is compared as; each is worked out once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = unicodedata.normalize("NFKD", letter).casefold()
        folded = "".join(sign for sign in plain if not unicodedata.combining(sign))
        self[code] = folded
        return folded


_FOLDS = _Folds(
    {ord(letter): letter for letter in "åäö"}
    | {ord("æ"): "ä", ord("ø"): "ö", ord("ł"): "l", ord("đ"): "d", ord("ð"): "d", 0xAD: ""}
)


class _Flat(dict[int, str]):
    def __missing__(self, code: int) -> str:
        folded = _FOLDS[code]
        self[code] = folded if len(folded) == 1 else chr(code)
        return self[code]


_FLAT = _Flat()


def tidy(text: str) -> str:
    """Return `text` as it is kept: composed, words that a line break divided are whole again."""
    composed = unicodedata.normalize("NFC", _HARMFUL.sub(" ", text))
    return _DIVIDED.sub("", composed)


def fold(text: str) -> str:
    """Return `text` with small letters and without accents, but with å, ä and ö."""
    return _with(_FOLDS, unicodedata.normalize("NFC", text).casefold())


def words(text: str) -> list[str]:
    """Return the words of `text` in order, folded."""
    return words_in(fold(text))


def words_in(folded: str) -> list[str]:
    """Return the words of a folded text in order."""
    return [word for word in _WORD.findall(folded) if len(word) <= LONGEST]


def flat(text: str) -> str:
    """Return `text` folded letter by letter: just as long, to look up places in it.

    A letter that folds into several (ß) stays as it is.
    """
    lower = text.lower()
    return _with(_FLAT, lower if len(lower) == len(text) else text)


def _with(folds: Mapping[int, str], text: str) -> str:
    """Return `text` with its letters folded; a text has few that are none of a–z."""
    if text.isascii():
        return text
    for sign in set(text):
        if sign > "\x7f" and (folded := folds[ord(sign)]) != sign:
            text = text.replace(sign, folded)
    return text


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return a folded word without its Swedish ending: «nämnd» for «nämndernas».

    Beside the Snowball rules: «-man, -män, -mannen», «ledamot, ledamöter», «ekonomi, ekonomin»,
    «bilaga, bilagan», «protokoll, protokollet».
    """
    short = _stemmer().stemWord(word)
    for ending in ("männ", "mann", "män", "man"):
        if short.endswith(ending) and len(short) > len(ending) + 1:
            return short.removesuffix(ending) + "man"
    if short.endswith("amöt"):
        return short.removesuffix("amöt") + "amot"
    if len(short) >= _STRIPPED:
        if short.endswith(("in", "yn")):
            return short[:-1]
        if short.endswith(("an", "et")):
            return short[:-2]
    return short


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    import snowballstemmer  # pyright: ignore[reportMissingTypeStubs]

    made = snowballstemmer.stemmer("swedish")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    return cast("_Stemmer", made)
