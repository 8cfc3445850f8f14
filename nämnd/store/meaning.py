"""What SQLite's errors mean for the user. No SQLAlchemy here."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from nämnd.core.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseUnreachableError,
    DiskFullError,
    FolderNotWritableError,
    GoneError,
    NämndError,
)

# A quota or a size limit comes as a failed write, a full disk as SQLITE_FULL.
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_TRUNCATE")


def meaning(error: sqlite3.Error, path: Path) -> NämndError | None:
    """Return the refusal that `error` about the database at `path` is; None when it is a bug."""
    name = getattr(error, "sqlite_errorname", "")
    match name.split("_")[1:2]:
        case ["FULL" | "IOERR"] if name in _NO_ROOM:
            return DiskFullError(path)
        case ["IOERR"]:
            return DatabaseUnreachableError(str(path), "disken eller filservern svarar med fel")
        case ["CORRUPT" | "NOTADB"]:
            return DatabaseDamagedError(path, str(error))
        case ["READONLY" | "CANTOPEN" | "PERM" | "AUTH"]:
            return FolderNotWritableError(path.parent, "databasen eller mappen är skrivskyddad")
        case ["BUSY" | "LOCKED"]:
            return DatabaseBusyError(path)
        case ["CONSTRAINT"] if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
            return GoneError("det som ändringen hör ihop med", "")
        case _:
            return None


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
