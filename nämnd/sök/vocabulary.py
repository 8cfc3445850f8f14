"""What words the index knows: each with its stem, and the parts of a compound."""

import json
import sqlite3
from collections.abc import Iterable

from nämnd.sök.compounds import split
from nämnd.sök.fold import stem
from nämnd.sök.index import has_inside, remember, value

_GROWTH = 2  # so many times more words: the compounds are divided anew, by what is known now
_LEARNED = 5  # letters a stem must have to be a part of a compound, if nobody has listed it


class Vocabulary:
    """The words of the index that `link` has open; changed inside a transaction that has begun."""

    def __init__(self, link: sqlite3.Connection, *, much: bool = False) -> None:
        """Use `link`. `much`: many texts will come, so it pays to read all words first."""
        self._link, self._much = link, much
        self._known: set[str] = set()
        if much:
            self._known = {row[0] for row in link.execute("SELECT ord FROM ord")}

    def learn(self, text: str) -> None:
        """Take in the words of a text that is folded already."""
        unseen = set(text.split(" ")) - self._known
        self._known |= unseen
        unseen = {one for one in unseen if one.isalpha()}
        if not unseen:
            return
        new = unseen if self._much else unseen - self._there(unseen)
        self._link.executemany(
            "INSERT OR IGNORE INTO ord (ord, stam) VALUES (?, ?)",
            [(one, stem(one)) for one in sorted(new)],
        )

    def settle(self) -> None:
        """Divide the compounds that are new; all of them when many words have come since."""
        done = int(value(self._link, "delade") or 0)
        newest = self._link.execute("SELECT max(id) FROM ord").fetchone()[0] or 0
        if has_inside(self._link):
            last = int(value(self._link, "inuti") or 0)
            self._link.execute(
                "INSERT INTO inuti (rowid, ord) SELECT id, ord FROM ord WHERE id > ?", (last,)
            )
            remember(self._link, "inuti", str(newest))
        base = int(value(self._link, "delade_av") or 0)
        if newest > base * _GROWTH:
            self._link.execute("DELETE FROM led")
            done = 0
            remember(self._link, "delade_av", str(newest))
        self._divide(done)
        remember(self._link, "delade", str(newest))

    def _there(self, words: set[str]) -> set[str]:
        rows = self._link.execute(
            "SELECT ord FROM ord WHERE ord IN (SELECT value FROM json_each(?))",
            (json.dumps(list(words)),),
        )
        return {row[0] for row in rows}

    def _divide(self, after: int) -> None:
        rows = self._link.execute("SELECT id, ord FROM ord WHERE id > ?", (after,)).fetchall()
        self._link.executemany(
            "INSERT OR IGNORE INTO led VALUES (?, ?)", self._parts(rows, self._lexicon(len(rows)))
        )

    def _parts(self, rows: list[tuple[int, str]], lexicon: "_Lexicon") -> Iterable[tuple[str, int]]:
        for key, word in rows:
            for part in split(word, lexicon.stem_of):
                yield part, key

    def _lexicon(self, words: int) -> "_Lexicon":
        return _Lexicon(self._link, whole=words > 1000)  # noqa: PLR2004 - when it pays to read all


class _Lexicon:
    """The words of the index and their stems, which may be parts of others."""

    def __init__(self, link: sqlite3.Connection, *, whole: bool) -> None:
        self._link, self._whole = link, whole
        self._known: dict[str, str | None] = {}
        if whole:
            rows = link.execute("SELECT ord, stam FROM ord WHERE length(ord) >= ?", (_LEARNED,))
            for word, root in rows:
                self._known[word] = root
                self._known.setdefault(root, root)

    def stem_of(self, part: str) -> str | None:
        """Return the stem of what may be a part; None when it is not known."""
        if len(part) < _LEARNED:
            return None
        if part not in self._known:
            self._known[part] = None if self._whole else self._asked(part)
        return self._known[part]

    def _asked(self, part: str) -> str | None:
        query = "SELECT stam FROM ord WHERE ord = ?1 OR stam = ?1 LIMIT 1"
        row = self._link.execute(query, (part,)).fetchone()
        return row[0] if row else None
