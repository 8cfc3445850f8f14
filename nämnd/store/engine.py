"""How the database is spoken to. Settled by measurement: these settings lose no committed change.

On a local disk: WAL and synchronous=FULL. On a network share SQLite takes WAL without a word and
loses commits, so there: rollback journal and synchronous=EXTRA, for one user at a time.
"""

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection

from nämnd.store.network import on_network
from nämnd.store.place import Place
from nämnd.store.uri import sibling, uri

IMMEDIATE = "BEGIN IMMEDIATE"
_ALWAYS = (
    "busy_timeout=5000",  # ms
    "foreign_keys=ON",
    "mmap_size=0",  # a disk that goes away must be an error, not the end of the process
    "secure_delete=ON",
    "fullfsync=ON",  # macOS: its fsync leaves the data in the disk's own memory
    "checkpoint_fullfsync=ON",
)
LOCAL = ("journal_mode=WAL", "synchronous=FULL")
NETWORK = ("journal_mode=DELETE", "synchronous=EXTRA")
_READ_ONLY = ("query_only=ON",)


def make_engine(place: Place, *, read_only: bool = False) -> Engine:
    """Return an engine for `place`; every connection gets the same settings."""
    path = place.path
    if path is None:
        return create_engine(place.url)
    # not from the address: a path may hold «?» or «%», which mean something there
    url = URL.create("sqlite", database=str(path))
    if read_only:
        engine = create_engine(url, creator=lambda: _open_to_read(path))
        pragmas = (*_ALWAYS, *_READ_ONLY)
    else:
        engine = create_engine(url)
        pragmas = (*_ALWAYS, *(NETWORK if on_network(path) else LOCAL))

    def prepare(link: DBAPIConnection, _record: object) -> None:
        set_up(link, pragmas)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    return engine


def _open_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that must exist. Also where nothing can be written, not even beside it."""
    link = sqlite3.connect(uri(path, "mode=rw"), uri=True, check_same_thread=False)
    try:
        link.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        link.close()
        if sibling(path, "-wal").exists() or sibling(path, "-journal").exists():
            raise  # the newest changes lie there: without them the answer would be wrong
        how = "mode=ro&immutable=1"
        link = sqlite3.connect(uri(path, how), uri=True, check_same_thread=False)
    return link


def set_up(link: DBAPIConnection, pragmas: tuple[str, ...]) -> None:
    """Give a new connection its settings."""
    # None: no implicit COMMIT before DDL, so a killed migration leaves the old schema whole
    link.isolation_level = None
    cursor = link.cursor()
    for pragma in pragmas:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def begin(connection: Connection) -> None:
    """Begin a transaction: for reading, or at once for writing."""
    how = connection.get_execution_options().get("begin", "BEGIN")
    connection.exec_driver_sql(how)
