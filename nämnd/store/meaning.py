"""What SQLite's errors mean for the user. No SQLAlchemy here."""

import sqlite3
from pathlib import Path

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

_NO_TEXT = "Could not decode to UTF-8"  # sqlite3's own; it has no number


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
        case _ if str(error).startswith(_NO_TEXT):
            return DatabaseDamagedError(path, "en text i den går inte att läsa")
        case _:
            return None
