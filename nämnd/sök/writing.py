"""Puts docs into the index and takes them out again, inside a transaction that has begun.

The tables of words keep no text, so what is taken out must be told to them as it was put in: it is
made again from what `doc` and `filtext` hold. So neither of them is changed by anybody else.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nämnd.sök.doc import Doc, groups, indexed
from nämnd.sök.fold import tidy
from nämnd.sök.values import Kind
from nämnd.sök.vocabulary import Vocabulary

PAGE = "\f"  # between the pages of a file
_PER_DAY = 512  # ids of one day; what is more goes on into the next
_UNDATED = {False: 0, True: 4_000_000}  # a person stands after every day there is
_TABLES = ("allt", "rubriker", "öppet")
_LEVEL = 6  # of the compression


@dataclass(frozen=True, slots=True)
class _Kept:
    id: int
    title: str
    body: bytes
    group: str
    open: bool
    open_body: bytes | None
    file_open: bool
    sha256: str | None
    read: bool


_KEPT = "SELECT id, rubrik, text, grupp, öppen, öppen_text, fil_öppen, sha256, läst FROM doc"


class Writer:
    """Changes the index through `link`."""

    def __init__(self, link: sqlite3.Connection, *, much: bool = False) -> None:
        """Use `link`. `much`: there is much to take in."""
        self._link, self._much = link, much
        self._newest: dict[int, int] = {}  # the last id given in each day
        self.vocabulary = Vocabulary(link, much=much)

    def put(self, doc: Doc) -> None:
        """Take a doc in, in the place of what was there of the same thing."""
        old = self._remove(doc.kind, doc.key)
        kept = self._keep(doc, old)
        self._put_words(kept)
        self._link.executemany(
            "INSERT OR IGNORE INTO precis VALUES (?, ?)", [(form, kept.id) for form in doc.precis]
        )

    def remove(self, kind: str, key: str) -> None:
        """Take a doc out, if it is there."""
        self._remove(kind, key)

    def put_file(self, sha256: str, state: str, pages: Sequence[str]) -> None:
        """Take in the words of a file, and with them every doc that has it."""
        text = pack(tidy(PAGE.join(pages)))
        self._link.execute("INSERT OR IGNORE INTO filtext VALUES (?, ?, ?)", (sha256, state, text))
        found = self._link.execute(f"{_KEPT} WHERE sha256 = ? AND läst = 0", (sha256,)).fetchall()
        for row in found:
            kept = _Kept(*row)
            self._take_words(kept)
            self._link.execute("UPDATE doc SET läst = 1 WHERE id = ?", (kept.id,))
            self._put_words(_Kept(*row[:-1], read=True))

    def name_nämnder(self, names: Mapping[str, str]) -> None:
        """Let the nämnder, by id, be called what `names` says."""
        self._link.execute("DELETE FROM nämnd")
        self._link.executemany("INSERT INTO nämnd VALUES (?, ?)", names.items())

    def settle(self) -> None:
        """Divide what compounds are new. After much was taken in: put each table into one piece.

        A table in one piece answers in two thirds of the time.
        """
        self.vocabulary.settle()
        for table in _TABLES if self._much else ():
            self._link.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608

    def _remove(self, kind: str, key: str) -> int | None:
        row = self._link.execute(f"{_KEPT} WHERE slag = ? AND nyckel = ?", (kind, key)).fetchone()
        if row is None:
            return None
        kept = _Kept(*row)
        self._take_words(kept)
        self._link.execute("DELETE FROM precis WHERE doc = ?", (kept.id,))
        self._link.execute("DELETE FROM doc WHERE id = ?", (kept.id,))
        return kept.id

    def _keep(self, doc: Doc, old: int | None) -> _Kept:
        kept = _Kept(
            id=self._id_of(doc, old),
            title=tidy(doc.title),
            body=pack(tidy(doc.body)),
            group=groups(doc),
            open=doc.open,
            open_body=None if doc.open_body is None else pack(tidy(doc.open_body)),
            file_open=doc.file_open,
            sha256=doc.sha256,
            read=self._is_read(doc.sha256),
        )
        self._link.execute(
            "INSERT INTO doc (id, rubrik, text, grupp, öppen, öppen_text, fil_öppen, sha256, läst,"
            " slag, nyckel, plats, nämnd_id, ärende_id, sammanträde_id, sekretess)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(kept.id, kept.title, kept.body, kept.group, kept.open, kept.open_body),
                *(kept.file_open, kept.sha256, kept.read, doc.kind, doc.key, doc.place),
                *(doc.nämnder[0] if doc.nämnder else None, doc.ärende_id, doc.sammanträde_id),
                doc.sekretess,
            ),
        )
        return kept

    def _id_of(self, doc: Doc, old: int | None) -> int:
        day = doc.day.toordinal() if doc.day else _UNDATED[doc.kind is Kind.PERSON]
        first = day * _PER_DAY
        if old is not None and first <= old < first + _PER_DAY:
            return old
        while True:
            last = self._newest.get(day) or self._last_id(day)
            if last is None or last + 1 < (day + 1) * _PER_DAY:
                found = day * _PER_DAY if last is None else last + 1
                self._newest[day] = found
                return found
            day += 1

    def _last_id(self, day: int) -> int | None:
        first = day * _PER_DAY
        return self._link.execute(
            "SELECT max(id) FROM doc WHERE id BETWEEN ? AND ?", (first, first + _PER_DAY - 1)
        ).fetchone()[0]

    def _is_read(self, sha256: str | None) -> bool:
        found = self._link.execute("SELECT 1 FROM filtext WHERE sha256 = ?", (sha256,))
        return found.fetchone() is not None

    def _put_words(self, kept: _Kept) -> None:
        for table, text in self._texts(kept):
            self._link.execute(
                f"INSERT INTO {table} (rowid, ord) VALUES (?, ?)",  # noqa: S608 - names of our own
                (kept.id, text),
            )
            if table == "allt":
                self.vocabulary.learn(text)

    def _take_words(self, kept: _Kept) -> None:
        for table, text in self._texts(kept):
            self._link.execute(
                f"INSERT INTO {table} ({table}, rowid, ord) VALUES ('delete', ?, ?)",  # noqa: S608
                (kept.id, text),
            )

    def _texts(self, kept: _Kept) -> Iterable[tuple[str, str]]:
        own = (kept.title, unpack(kept.body))
        file = (self._file(kept.sha256),) if kept.read and kept.sha256 else ()
        everything = indexed(kept.group, (*own, *file))
        yield "allt", everything
        yield "rubriker", indexed(kept.group, (kept.title,))
        if kept.open:
            yield "öppet", self._open(kept, everything, file)

    def _open(self, kept: _Kept, everything: str, file: tuple[str, ...]) -> str:
        if kept.open_body is None and (kept.file_open or not file):
            return everything
        body = unpack(kept.body if kept.open_body is None else kept.open_body)
        return indexed(kept.group, (kept.title, body, *(file if kept.file_open else ())))

    def _file(self, sha256: str) -> str:
        row = self._link.execute("SELECT text FROM filtext WHERE sha256 = ?", (sha256,)).fetchone()
        return unpack(row[0])


def pack(text: str) -> bytes:
    """Return `text` as the index keeps it."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack(data: bytes) -> str:
    """Return the text that `pack` was given."""
    return zlib.decompress(data).decode()
