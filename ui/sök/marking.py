"""Which words of a title are those that were looked for."""

import re

from nämnd.sök.fold import fold, stem, words
from nämnd.sök.values import Piece

_WORD = re.compile(r"[^\W_]+")
_INSIDE = 4  # letters; a shorter word is only looked for where a word begins


def marked(title: str, text: str) -> tuple[Piece, ...]:
    """Return `title` in pieces, the words of `text` apart: begun, inflected or in a compound."""
    asked = words(text)
    pieces: list[Piece] = []
    at = 0
    for one in _WORD.finditer(title):
        if any(_meant(fold(one[0]), word) for word in asked):
            pieces += [Piece(title[at : one.start()]), Piece(one[0], hit=True)]
            at = one.end()
    return tuple(one for one in (*pieces, Piece(title[at:])) if one.text)


def _meant(word: str, asked: str) -> bool:
    if word.startswith(asked) or stem(word) == stem(asked):
        return True
    return len(asked) >= _INSIDE and stem(asked) in word
