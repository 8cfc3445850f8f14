"""The index: an SQLite file of its own beside the database.

It is a cache. It can be deleted at any time, and one that is damaged or of another form is made
anew. What is in it:

- `doc`: everything that can be found. Its `id` goes by its date, so that newest first is the order
  of the table and nothing need be sorted. Persons stand after all days.
- `allt`, `rubriker`, `öppet`: the words of each doc, of its title, and of what anybody may see.
  They hold words as they are, folded; what a word means lies in the vocabulary.
- `ord`, `led`, `inuti`: the vocabulary: each word's stem, the parts of a compound, and what
  letters are in it.
- `precis`: a whole dnr, § or name, and what goes by it.
- `filtext`: the words of a file by its checksum, read once.
"""

import sqlite3
import threading
import unicodedata
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from nämnd.core.disk import reason
from nämnd.store.network import on_network
from nämnd.store.place import Place
from nämnd.store.uri import sibling, uri
from nämnd.sök.errors import SökindexUnwritableError, SökUnavailableError

T = TypeVar("T")
FORMAT = f"3 {unicodedata.unidata_version}"
"""Raised with every change of what is kept or how words are folded: the index is then made anew."""

_WORDS = "USING fts5(ord, content='', detail={detail}, tokenize=\"ascii tokenchars '_'\")"
_SCHEMA = (
    "CREATE TABLE läge (namn TEXT PRIMARY KEY, värde TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE nämnd (id TEXT PRIMARY KEY, namn TEXT NOT NULL) WITHOUT ROWID",
    (
        "CREATE TABLE doc (id INTEGER PRIMARY KEY, slag TEXT NOT NULL, nyckel TEXT NOT NULL,"
        " rubrik TEXT NOT NULL, plats TEXT NOT NULL, text BLOB NOT NULL, grupp TEXT NOT NULL,"
        " nämnd_id TEXT, ärende_id TEXT, sammanträde_id TEXT, sekretess INTEGER NOT NULL,"
        " öppen INTEGER NOT NULL, öppen_text BLOB, fil_öppen INTEGER NOT NULL, sha256 TEXT,"
        " läst INTEGER NOT NULL,"
        " UNIQUE (slag, nyckel))"
    ),
    "CREATE INDEX doc_sha256 ON doc (sha256) WHERE sha256 IS NOT NULL",
    "CREATE INDEX doc_oläst ON doc (id, sha256) WHERE sha256 IS NOT NULL AND läst = 0",
    "CREATE TABLE precis (form TEXT, doc INTEGER, PRIMARY KEY (form, doc)) WITHOUT ROWID",
    "CREATE INDEX precis_doc ON precis (doc)",
    "CREATE TABLE ord (id INTEGER PRIMARY KEY, ord TEXT NOT NULL UNIQUE, stam TEXT NOT NULL)",
    "CREATE INDEX ord_stam ON ord (stam)",
    "CREATE TABLE led (stam TEXT, ord INTEGER, PRIMARY KEY (stam, ord)) WITHOUT ROWID",
    "CREATE TABLE filtext (sha256 TEXT PRIMARY KEY, läge TEXT NOT NULL, text BLOB NOT NULL)",
    f"CREATE VIRTUAL TABLE allt {_WORDS.format(detail='full')}",
    f"CREATE VIRTUAL TABLE rubriker {_WORDS.format(detail='full')}",
    f"CREATE VIRTUAL TABLE öppet {_WORDS.format(detail='full')}",
)
_INSIDE = (
    "CREATE VIRTUAL TABLE inuti USING fts5(ord, content='', tokenize='trigram case_sensitive 1')"
)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_FORMAT")
_BESIDE = ("-wal", "-shm", "-journal")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_AWAY = "SQLITE_IOERR"  # the disk or the file server does not answer
_MUCH_ROOM = 2_500  # pages, 10 MB
_CACHE = "cache_size=-16000"  # kB


class Index:
    """The index at `path`. Safe to use from any thread; it need not be there yet."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet."""
        self.path = path
        self._link: sqlite3.Connection | None = None
        self._seen: tuple[int, int] | None = None  # which file the link has open
        self._turn = threading.RLock()

    def ask(self, question: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """Return what `question` answers; `otherwise` when there is no index that can be asked."""
        with self._turn:
            link = self._opened()
            if link is None:
                return otherwise
            try:
                return question(link)
            except sqlite3.DatabaseError as error:
                self._let_go()
                if is_damaged(error) or is_busy(error) or _is_away(error):
                    return otherwise
                raise

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection]:
        """Give a connection of its own to change the index with; nothing is begun yet.

        Raises:
            SökindexUnwritableError: it can't be written.
            sqlite3.OperationalError: another program has it (`is_busy`).
        """
        try:
            link = self._prepared()
        except (sqlite3.Error, OSError) as error:
            if isinstance(error, sqlite3.DatabaseError) and is_busy(error):
                raise
            why = reason(error) if isinstance(error, OSError) else str(error)
            raise SökindexUnwritableError(str(self.path), why) from error
        with closing(link):
            yield link

    def is_there(self) -> bool:
        """Say whether there is an index that can be asked."""
        return self.ask(lambda _: True, otherwise=False)

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._let_go()

    def remove(self) -> None:
        """Delete it; it is made anew by the next catching up.

        Raises:
            SökindexUnwritableError: it can't be deleted.
        """
        self.close()
        try:
            for path in (self.path, *(sibling(self.path, one) for one in _BESIDE)):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise SökindexUnwritableError(str(self.path), reason(error)) from error

    def _opened(self) -> sqlite3.Connection | None:
        seen = _identity(self.path)
        if seen != self._seen:
            self._let_go()
        if self._link is None and seen is not None:
            with suppress(sqlite3.Error):
                self._link = _open_to_read(self.path)
                self._seen = seen if self._link else None
        return self._link

    def _let_go(self) -> None:
        if self._link is not None:
            self._link.close()
        self._link = self._seen = None

    def _prepared(self) -> sqlite3.Connection:
        try:
            return _open_to_write(self.path)
        except sqlite3.DatabaseError as error:
            if is_damaged(error):
                self.remove()
                return _open_to_write(self.path)
            raise


def open_index(place: Place) -> Index:
    """Return the index that belongs to the database at `place`.

    Raises:
        SökUnavailableError: the database is on a server.
    """
    if place.path is None:
        raise SökUnavailableError(place.shown)
    return Index(place.path.with_name(place.path.name + ".sok"))


def value(link: sqlite3.Connection, name: str) -> str | None:
    """Return what the index remembers under `name`."""
    row = link.execute("SELECT värde FROM läge WHERE namn = ?", (name,)).fetchone()
    return row[0] if row else None


def remember(link: sqlite3.Connection, name: str, what: str) -> None:
    """Let the index remember something."""
    link.execute("INSERT OR REPLACE INTO läge VALUES (?, ?)", (name, what))


def has_inside(link: sqlite3.Connection) -> bool:
    """Say whether the vocabulary knows what letters are in a word (SQLite from 3.34)."""
    return _has(link, "inuti")


def give_back(link: sqlite3.Connection) -> None:
    """Give back to the disk what much room is not used any more, outside a transaction."""
    if link.execute("PRAGMA freelist_count").fetchone()[0] > _MUCH_ROOM:
        link.execute("PRAGMA incremental_vacuum").fetchall()


def is_damaged(error: sqlite3.DatabaseError) -> bool:
    """Say whether `error` is that the file is no index any more."""
    return getattr(error, "sqlite_errorname", "").startswith(_DAMAGED)


def empty(link: sqlite3.Connection) -> None:
    """Take everything out but the words of files, inside a transaction that has begun."""
    for table in ("doc", "precis", "ord", "led", "nämnd"):
        link.execute(f"DELETE FROM {table}")  # noqa: S608 - names of our own
    for table in ("allt", "rubriker", "öppet", *(["inuti"] if has_inside(link) else [])):
        link.execute(f"INSERT INTO {table}({table}) VALUES ('delete-all')")  # noqa: S608 - as above


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Say whether `error` is that another program has the file just now."""
    return getattr(error, "sqlite_errorname", "").startswith(_BUSY)


def _is_away(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(_AWAY)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _open_to_read(path: Path) -> sqlite3.Connection | None:
    link = sqlite3.connect(uri(path, "mode=rw"), uri=True, check_same_thread=False)
    try:
        link.isolation_level = None
        link.execute(f"PRAGMA {_CACHE}")
        link.execute("PRAGMA query_only=ON")
        if _has(link, "läge") and value(link, "form") == FORMAT:
            return link
    except BaseException:
        link.close()
        raise
    link.close()
    return None


def _open_to_write(path: Path) -> sqlite3.Connection:
    fresh = not path.exists()
    link = sqlite3.connect(path, check_same_thread=False)
    try:
        link.isolation_level = None
        if fresh:
            link.execute("PRAGMA auto_vacuum=INCREMENTAL")
        link.execute("PRAGMA busy_timeout=5000")  # ms
        link.execute(f"PRAGMA journal_mode={'DELETE' if on_network(path) else 'WAL'}")
        link.execute("PRAGMA synchronous=NORMAL")  # a cache: what a power cut takes is made anew
        link.execute("PRAGMA cache_size=-64000")  # kB
        _make(link)
    except BaseException:
        link.close()
        raise
    return link


def _make(link: sqlite3.Connection) -> None:
    if _has(link, "läge") and value(link, "form") == FORMAT:
        return
    link.execute("BEGIN IMMEDIATE")
    try:
        if _has(link, "läge") and value(link, "form") == FORMAT:  # another program was first
            link.execute("COMMIT")
            return
        _drop_all(link)
        for statement in _SCHEMA:
            link.execute(statement)
        with suppress(sqlite3.OperationalError):  # this SQLite has no trigrams
            link.execute(_INSIDE)
        remember(link, "form", FORMAT)
        link.execute("COMMIT")
    except BaseException:
        link.execute("ROLLBACK")
        raise


def _drop_all(link: sqlite3.Connection) -> None:
    found = link.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    virtual = [name for name, sql in found if sql and sql.startswith("CREATE VIRTUAL")]
    for name in (*virtual, *(name for name, _ in found)):
        link.execute(f'DROP TABLE IF EXISTS "{name}"')


def _has(link: sqlite3.Connection, table: str) -> bool:
    found = link.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return found is not None
