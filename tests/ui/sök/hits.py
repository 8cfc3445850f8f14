"""Hits to show, and a search that knows them."""

from typing import Any

from nämnd.sök.fold import words
from nämnd.sök.values import Found, Hit, Kind, Piece


def a_hit(key: str, title: str, kind: Kind = Kind.ÄRENDE, **facts: Any) -> Hit:
    """Return a hit with `title` at a place."""
    whole = {"place": "Vårdnämnden", "snippet": (), "rank": 1, **facts}
    return Hit(kind, key, title, **whole)


def snippet(*texts: str) -> tuple[Piece, ...]:
    """Return pieces; every other, from the second, is what was looked for."""
    return tuple(Piece(text, hit=bool(at % 2)) for at, text in enumerate(texts))


class Known:
    """Finds the hits whose titles have every word, and remembers what it was asked."""

    def __init__(self, *hits: Hit, more: bool = False) -> None:
        self.hits, self.more = hits, more
        self.asked: list[str] = []

    def __call__(self, text: str) -> Found:
        self.asked.append(text)
        asked = words(text)
        found = [hit for hit in self.hits if asked and _has(words(hit.title), asked)]
        return Found(tuple(found), more=self.more)


def _has(there: list[str], asked: list[str]) -> bool:
    return all(any(word.startswith(one) for word in there) for one in asked)
