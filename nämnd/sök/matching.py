"""Turns what is asked for into what the tables of words are asked.

What a user types is never syntax: only words, figures and our own forms come through, each in
quotation marks.
"""

import sqlite3
from dataclasses import dataclass

from nämnd.sök.asking import Term
from nämnd.sök.fold import stem
from nämnd.sök.index import has_inside

_NOTHING = frozenset[str]()
_INSIDE = 5  # letters that must be typed before they are looked for inside words
_BEFORE = 3  # letters a word must have before them: «benämnd» is no nämnd
_MOST = 300  # words that one word may stand for


@dataclass(frozen=True, slots=True)
class Matched:
    """A term as the tables are asked for it, and the words to show in their place.

    `starts`: words that begin so are shown; `wholes`: words that are so.
    """

    match: str
    wholes: frozenset[str]
    starts: tuple[str, ...] = ()


def matched(link: sqlite3.Connection, term: Term) -> Matched:
    """Return how `term` is asked."""
    if term.forms:
        return _of_forms(term)
    if term.exact or len(term.words) != 1:
        return Matched(_quoted(" ".join(term.words)), frozenset(term.words))
    return _of_word(link, term.words[0], typing=term.typing)


def _of_forms(term: Term) -> Matched:
    if len(term.words) == 1:  # a §: «§ 6» is no beginning of «§ 62», and more than the number
        return Matched(f"({' OR '.join(_quoted(form) for form in term.forms)})", _NOTHING)
    ways = [_quoted(form) + (" *" if term.typing else "") for form in term.forms]
    if term.words:
        ways.append(_quoted(" ".join(term.words)) + (" *" if term.typing else ""))
    if term.loose:
        word, form = term.loose
        ways.append(f"({_quoted(word)} AND {_quoted(form)}{' *' if term.typing else ''})")
    return Matched(f"({' OR '.join(ways)})", frozenset(term.words))


def _of_word(link: sqlite3.Connection, word: str, *, typing: bool) -> Matched:
    meant = meaning(link, word) if word.isalpha() else set[str]()
    starts = (word,) if typing else ()
    meant = {one for one in meant if not one.startswith(starts)} if starts else meant | {word}
    ways = [f"{_quoted(word)} *"] if typing else []
    ways += [_quoted(one) for one in sorted(meant)]
    return Matched(f"({' OR '.join(ways)})", frozenset(meant), starts)


def meaning(link: sqlite3.Connection, word: str) -> set[str]:
    """Return the words of the index that a word stands for.

    Those with its stem, those that have it as a part, and those it is inside of.
    """
    root = stem(word)
    rows = link.execute(
        "SELECT ord FROM ord WHERE stam = ?1 UNION ALL"
        " SELECT ord FROM ord WHERE id IN (SELECT ord FROM led WHERE stam = ?1) LIMIT ?2",
        (root, _MOST),
    )
    found = {row[0] for row in rows}
    if len(word) >= _INSIDE and len(root) >= _INSIDE - 1:
        found |= _inside(link, root)
    return found


def _inside(link: sqlite3.Connection, root: str) -> set[str]:
    if has_inside(link):
        rows = link.execute(
            "SELECT ord FROM ord WHERE id IN (SELECT rowid FROM inuti WHERE inuti MATCH ? LIMIT ?)",
            (_quoted(root), _MOST),
        )
    else:
        rows = link.execute("SELECT ord FROM ord WHERE ord LIKE ? LIMIT ?", (f"%{root}%", _MOST))
    return {row[0] for row in rows if _is_inside(root, row[0])}


def _is_inside(root: str, word: str) -> bool:
    return word.find(root) >= _BEFORE


def _quoted(text: str) -> str:
    return f'"{text}"'
