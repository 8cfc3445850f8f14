"""How SQLite is told which file to open. Light: the first page is read with it."""

import os
from pathlib import Path
from urllib.parse import quote


def uri(path: Path, how: str) -> str:
    """Return `path` as SQLite wants it, opened as `how` says («mode=ro»).

    Any character may be in the path.
    """
    plain = path.as_posix()
    if not plain.startswith("/"):  # a drive letter
        plain = f"/{plain}"
    return f"file://{quote(os.fsencode(plain))}?{how}"


def to_read(path: Path) -> str:
    """Return the URI to read the database at `path` by, so that nothing is made beside it.

    What a killed program left beside the file belongs to it and is read too; a change that it did
    not finish is taken back, as SQLite would at the next opening.
    """
    if sibling(path, "-journal").exists():
        return uri(path, "mode=rw")
    if sibling(path, "-wal").exists():
        return uri(path, "mode=ro")
    return uri(path, "mode=ro&immutable=1")


def sibling(path: Path, suffix: str) -> Path:
    """Return the file that SQLite keeps beside the database: -wal, -shm or -journal."""
    return path.with_name(path.name + suffix)
