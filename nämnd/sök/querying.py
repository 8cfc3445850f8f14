"""Searching the index. Light: no SQLAlchemy, no database, so that it answers while one types."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeAlias

from nämnd.sök.asking import Query, query_of
from nämnd.sök.doc import kind_word, nämnd_word
from nämnd.sök.index import Index
from nämnd.sök.matching import Matched, matched
from nämnd.sök.snippets import Finder, beginning
from nämnd.sök.values import Found, Hit, Kind, Piece
from nämnd.sök.writing import PAGE, unpack

_Row: TypeAlias = tuple[Any, ...]
_COLUMNS = (
    "doc.id, doc.slag, doc.nyckel, doc.rubrik, doc.plats, doc.text, doc.nämnd_id, doc.ärende_id,"
    " doc.sammanträde_id, doc.sekretess, doc.sha256, doc.läst, doc.fil_öppen,"
    " doc.öppen_text"
)


def search(
    index: Index,
    text: str,
    *,
    limit: int = 50,
    kinds: Collection[Kind] | None = None,
    nämnd_id: str | None = None,
    public: bool = False,
) -> Found:
    """Return what is found, best first: what is asked for itself, in titles, then the newest.

    All words must be there, in any inflection or as part of another; the last may go on. «Fraser»
    must stand so. `public`: nothing is found that may be secret, by no word of it, and of §§,
    punkter and bilagor only what was reviewed; whether the review still holds is for the caller to
    ask. `behind` is always 0: ask `catching_up.left`.
    """
    query = query_of(text)
    if not query.terms or limit < 1:
        return Found(())
    among = _filter(kinds, nämnd_id)
    return index.ask(
        lambda link: _Asked(link, query, among, public=public).found(limit), otherwise=Found(())
    )


def _filter(kinds: Collection[Kind] | None, nämnd_id: str | None) -> str:
    """Return what must be there beside the words."""
    parts: list[str] = []
    if kinds is not None:
        ways = " OR ".join(f'"{kind_word(one)}"' for one in kinds)
        parts.append(f"({ways})" if ways else '"_knothing"')
    if nämnd_id is not None:
        parts.append(f'"{nämnd_word(nämnd_id)}"')
    return "".join(f" AND {part}" for part in parts)


class _Asked:
    """One search."""

    def __init__(self, link: sqlite3.Connection, query: Query, among: str, *, public: bool) -> None:
        self._link, self._query, self._public = link, query, public
        alone = len(query.terms) == 1
        terms: list[Matched] = [matched(link, term, alone=alone) for term in query.terms]
        self._match = " AND ".join(one.match for one in terms) + among
        self._deep = " AND ".join(one.deep for one in terms if one.deep) + among
        self._typed = " AND ".join(one.typed or one.deep for one in terms) + among
        self._among = among
        self._finder = Finder([one for term in terms for one in term.sought])

    def found(self, limit: int) -> Found:
        """Return the answer."""
        rows = list(self._rows(limit + 1))
        names = dict(self._link.execute("SELECT id, namn FROM nämnd").fetchall())
        hits = tuple(self._hit(row, rank, names) for rank, row in enumerate(rows[:limit], start=1))
        return Found(hits, more=len(rows) > limit)

    def _rows(self, limit: int) -> Iterator[_Row]:
        """Yield at most `limit` docs, each once."""
        seen: set[int] = set()
        parts = (self._precis, self._titles, self._as_typed, self._everything)
        for part in parts:
            for row in part(limit):
                if row[0] in seen:
                    continue
                if len(seen) == limit:
                    return
                seen.add(row[0])
                yield row
            if len(seen) == limit:
                return

    def _hit(self, row: _Row, rank: int, names: dict[str, str]) -> Hit:
        """Return a row as a hit, with the words in their place."""
        _, kind, key, title, place, body, nämnd_id, ärende_id, sammanträde_id, sekretess, *_ = row
        seen = row[13] if self._public and row[13] is not None else body
        pieces, page = self._shown(row, unpack(seen))
        shown = ", ".join(part for part in (names.get(nämnd_id or "", ""), place) if part)
        return Hit(
            Kind(kind), key, title, shown, pieces, rank, nämnd_id, ärende_id, sammanträde_id, page,
            bool(sekretess),
        )  # fmt: skip

    def _shown(self, row: _Row, body: str) -> tuple[tuple[Piece, ...], int | None]:
        sha256, read, open_ = row[10], row[11], row[12]
        inside = sha256 and read and (open_ or not self._public)
        own = self._finder.best((body,))
        spot = self._finder.best(self._pages(sha256)) if inside else None
        if spot and (own is None or spot.count > own.count):
            return self._finder.pieces(spot), spot.page + 1
        return (self._finder.pieces(own) if own else beginning(body)), None

    def _pages(self, sha256: str) -> Sequence[str]:
        row = self._link.execute("SELECT text FROM filtext WHERE sha256 = ?", (sha256,)).fetchone()
        return unpack(row[0]).split(PAGE) if row else ()

    def _precis(self, limit: int) -> Iterator[_Row]:
        """Yield what goes by the very dnr, § or name: an ärende before its handlingar."""
        marks = ", ".join("?" for _ in self._query.precis)
        rows = self._link.execute(
            f"SELECT {_COLUMNS}, doc.grupp FROM doc WHERE id IN"  # noqa: S608 - names of our own
            f" (SELECT doc FROM precis WHERE form IN ({marks}))"
            f"{' AND öppen' if self._public else ''} ORDER BY id DESC LIMIT ?",
            (*self._query.precis, limit),
        )
        return (row for row in rows if _is_among(row[-1], self._among))

    def _titles(self, limit: int) -> Iterator[_Row]:
        return self._matching("rubriker", self._match, limit, " AND öppen" * self._public)

    def _as_typed(self, limit: int) -> Iterator[_Row]:
        """Yield what has a short last word just so: «ek» before what begins with it."""
        same = self._typed == self._deep
        return iter(()) if same else self._whole(self._typed, limit)

    def _everything(self, limit: int) -> Iterator[_Row]:
        return self._whole(self._deep, limit)

    def _whole(self, match: str, limit: int) -> Iterator[_Row]:
        return self._matching("öppet" if self._public else "allt", match, limit)

    def _matching(self, table: str, match: str, limit: int, also: str = "") -> Iterator[_Row]:
        return self._link.execute(
            f"SELECT {_COLUMNS} FROM {table} CROSS JOIN doc ON doc.id = {table}.rowid"  # noqa: S608
            f" WHERE {table} MATCH ?{also} ORDER BY {table}.rowid DESC LIMIT ?",
            (match, limit),
        )


def _is_among(group: str, among: str) -> bool:
    """Say whether a doc's group words meet the filter `_filter` made."""
    mine = set(group.split(" "))
    parts = [part for part in among.split(" AND ") if part]
    return all(mine & set(part.strip("()").replace('"', "").split(" OR ")) for part in parts)
