"""Turns what is asked for into what the tables of words are asked.

What a user types is never syntax: only words, figures and our own forms come through, each in
quotation marks.
"""

import sqlite3
from dataclasses import dataclass

from nämnd.sök.asking import Term
from nämnd.sök.fold import stem
from nämnd.sök.index import has_inside
from nämnd.sök.snippets import Sought

_NOTHING = frozenset[str]()
_INSIDE = 5  # letters that must be typed before they are looked for inside words
_BEFORE = 3  # letters a word has before them, or none: «benämnd» is no nämnd
_MOST = 300  # words that one word may stand for
_SHORT, _FEW = 2, 3  # letters that say nothing yet, and little


@dataclass(frozen=True, slots=True)
class Matched:
    """A term as the tables are asked for it, and the words to show in their place.

    `match`: in titles; `deep`: in whole texts, empty when it is left out there. `sought`: what is
    shown in its place.
    """

    match: str
    deep: str
    sought: tuple[Sought, ...]
    typed: str = ""  # in whole texts first, when something else is


def matched(link: sqlite3.Connection, term: Term, *, alone: bool) -> Matched:
    """Return how `term` is asked. `alone`: nothing else is asked for."""
    if term.forms:
        return _of_forms(term)
    if term.exact or len(term.words) != 1:
        phrase = _quoted(" ".join(term.words))
        return Matched(phrase, phrase, _each(term.words))
    word = term.words[0]
    if term.typing and len(word) <= _SHORT:
        # so many words begin so that it says nothing yet, and would take long to ask
        deep = _quoted(word) if alone or not word.isalpha() else ""
        return Matched(f"{_quoted(word)} *", deep, (Sought(start=word),), _quoted(word))
    return _of_word(link, word, typing=term.typing)


def _of_forms(term: Term) -> Matched:
    if len(term.words) == 1:  # a §: «§ 6» is no beginning of «§ 62», and more than the number
        only = _either([_quoted(form) for form in term.forms])
        return Matched(only, only, (Sought(forms=frozenset(term.forms)),))
    goes_on = " *" if term.typing else ""
    ways = [_quoted(form) + goes_on for form in term.forms]
    if term.words:
        ways.append(_quoted(" ".join(term.words)) + goes_on)
    if term.loose:
        word, form = term.loose
        ways.append(f"({_quoted(word)} AND {_quoted(form)}{goes_on})")
    sought = Sought(forms=frozenset((*term.forms, *term.loose[1:])))
    return Matched(_either(ways), _either(ways), (sought,))


def _of_word(link: sqlite3.Connection, word: str, *, typing: bool) -> Matched:
    meant = {word} | (meaning(link, word) if word.isalpha() else _NOTHING)
    if not typing:
        ways = _either([_quoted(one) for one in sorted(meant)])
        return Matched(ways, ways, (Sought(frozenset(meant)),))
    others = {one for one in meant if not one.startswith(word)}
    ways = _either([*_going_on(link, word), *(_quoted(one) for one in sorted(others))])
    return Matched(ways, ways, (Sought(frozenset(others), word),))


def _each(words: tuple[str, ...]) -> tuple[Sought, ...]:
    return tuple(Sought(frozenset((word,))) for word in words)


def _going_on(link: sqlite3.Connection, word: str) -> list[str]:
    """Return what a word that is being typed may become.

    Asked word by word where the vocabulary has them: the table answers then with the newest at
    once, while for a beginning it first gathers everything that has it. Of very many, the shortest
    are asked: they are the ones that are used.
    """
    whole = [f"{_quoted(word)} *"]
    if not word.isalpha():
        return whole
    rows = link.execute(
        "SELECT ord FROM ord WHERE ord > ?1 AND ord < ?1 || char(1114111)"
        " ORDER BY length(ord), ord LIMIT ?2",
        (word, _MOST + 1),
    ).fetchall()
    if len(rows) > _MOST and len(word) > _FEW:
        return whole
    return [_quoted(word), *(_quoted(row[0]) for row in rows[:_MOST])]


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
    at = word.find(root)
    return at == 0 or at >= _BEFORE


def _either(ways: list[str]) -> str:
    return f"({' OR '.join(ways)})"


def _quoted(text: str) -> str:
    return f'"{text}"'
