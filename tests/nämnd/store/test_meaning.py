"""What SQLite's errors mean, by their own names for them."""

import sqlite3
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

import pytest

from nämnd.core.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseUnreachableError,
    DiskFullError,
    FolderNotWritableError,
    GoneError,
)
from nämnd.store.meaning import meaning
from nämnd.store.uri import uri

PATH = Path("/mapp/namnd.db")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFullError),
        ("SQLITE_IOERR_WRITE", DiskFullError),
        ("SQLITE_IOERR_SHMSIZE", DiskFullError),
        ("SQLITE_IOERR", DatabaseUnreachableError),
        ("SQLITE_IOERR_READ", DatabaseUnreachableError),
        ("SQLITE_IOERR_FSYNC", DatabaseUnreachableError),
        ("SQLITE_CORRUPT", DatabaseDamagedError),
        ("SQLITE_CORRUPT_INDEX", DatabaseDamagedError),
        ("SQLITE_NOTADB", DatabaseDamagedError),
        ("SQLITE_READONLY", FolderNotWritableError),
        ("SQLITE_READONLY_DIRECTORY", FolderNotWritableError),
        ("SQLITE_CANTOPEN", FolderNotWritableError),
        ("SQLITE_BUSY", DatabaseBusyError),
        ("SQLITE_BUSY_SNAPSHOT", DatabaseBusyError),
        ("SQLITE_LOCKED", DatabaseBusyError),
        ("SQLITE_CONSTRAINT_FOREIGNKEY", GoneError),
    ],
)
def test_what_the_user_can_do_something_about_is_a_refusal(name, kind):
    error = sqlite3.OperationalError("as SQLite words it")
    error.sqlite_errorname = name
    assert type(meaning(error, PATH)) is kind


@pytest.mark.parametrize(
    "name", ["SQLITE_ERROR", "SQLITE_MISUSE", "SQLITE_CONSTRAINT_NOTNULL", "SQLITE_CONSTRAINT", ""]
)
def test_what_only_a_programmer_can_mend_stays_an_error(name):
    error = sqlite3.OperationalError("no such table: x")
    error.sqlite_errorname = name
    assert meaning(error, PATH) is None


def test_an_error_of_the_driver_itself_stays_an_error():
    assert meaning(sqlite3.ProgrammingError("Cannot operate on a closed database."), PATH) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/hem/Åsa/fråga?#%20.db"), "/hem/Åsa/fråga?#%20.db"),
        (PureWindowsPath("C:\\Users\\Åsa\\namnd.db"), "/C:/Users/Åsa/namnd.db"),
        (PureWindowsPath("\\\\filer\\hem\\namnd.db"), "//filer/hem/namnd.db"),
    ],
)
def test_any_path_can_be_an_address(path, expected):
    found = urlsplit(uri(path, "mode=ro"))
    assert (found.scheme, found.netloc, found.query) == ("file", "", "mode=ro")
    assert unquote(found.path) == expected
