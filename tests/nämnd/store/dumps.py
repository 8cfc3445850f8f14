"""What a database holds, as text to compare."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Self


def dump(path: Path) -> list[str]:
    """Return schema and rows as SQL, in an order of no meaning. Without the log: it only grows."""
    with closing(sqlite3.connect(path)) as link:
        return sorted(line for line in link.iterdump() if '"loggpost"' not in line[:30])


def log_count(path: Path) -> int:
    with closing(sqlite3.connect(path)) as link:
        return link.execute("SELECT count(*) FROM loggpost").fetchone()[0]


class Watching:
    """A connection that sees whether anybody else has written anything at all."""

    def __init__(self, path: Path) -> None:
        self._link = sqlite3.connect(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._link.close()

    def version(self) -> int:
        """Return a number that is another one after each write."""
        return self._link.execute("PRAGMA data_version").fetchone()[0]


def check(path: Path) -> str:
    """Return SQLite's own finding: «ok»."""
    try:
        with closing(sqlite3.connect(path)) as link:
            dangling = link.execute("PRAGMA foreign_key_check").fetchall()
            return "dangling" if dangling else link.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return str(error)
