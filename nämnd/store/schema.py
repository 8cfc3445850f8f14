"""Which version a database has, and how it gets to ours: all of the way, or not at all."""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

from nämnd.core.disk import reason
from nämnd.core.errors import (
    DatabaseDamagedError,
    DatabaseNewerError,
    FileUnreadableError,
    NotADatabaseError,
    NotAFileError,
)
from nämnd.store.engine import IMMEDIATE
from nämnd.store.place import Place
from nämnd.store.uri import to_read

HEAD = "0005"  # the newest migration; a test holds it to the files in migrations/versions
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Schema:
    """The migrations in a folder, and the newest of them."""

    migrations: Path
    head: str

    def known(self, found: str, path: Path) -> str:
        """Return `found` when this program knows it.

        Raises:
            DatabaseNewerError: a later version of the program wrote it.
            NotADatabaseError: it is no version of ours.
        """
        if not re.fullmatch(r"\d{4}", found):
            raise NotADatabaseError(path)
        if found > self.head:
            raise DatabaseNewerError(path, found=found, known=self.head)
        return found


OURS = Schema(Path(__file__).parent / "migrations", HEAD)


def version_of_file(path: Path, schema: Schema = OURS) -> str | None:
    """Return the schema version in the file, None for a new one. Changes nothing.

    Raises:
        NotADatabaseError, NotAFileError: it is something else.
        FileUnreadableError: the operating system refuses.
        DatabaseNewerError: a later version of the program wrote it.
    """
    try:
        if not path.exists():
            return None
        if not path.is_file():
            raise NotAFileError(path)
        with path.open("rb") as file:
            start = file.read(len(_MAGIC))
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error
    if not start:
        return None
    if start != _MAGIC:
        raise NotADatabaseError(path)
    found = _version_in(path)
    return schema.known(found, path) if found else None


def version_of_server(engine: Engine, schema: Schema = OURS) -> str | None:
    """Return the schema version on a server, None when it is empty."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as link:
        found = link.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return schema.known(str(found), Path(engine.url.database or "")) if found else None


def upgrade(engine: Engine, place: Place, schema: Schema = OURS) -> None:
    """Run the migrations that are missing, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    options = {"begin": IMMEDIATE} if place.path else {}
    with engine.connect().execution_options(**options) as link:
        # A table is rebuilt under another name and then renamed: with the keys on, SQLite holds
        # the rows that refer to it for dangling. They are checked before the commit instead.
        _check_keys(link, place, on=False)
        try:
            with link.begin():
                config.attributes["connection"] = link
                command.upgrade(config, "head")
                _refuse_dangling(link, place)
        except DBAPIError as error:
            raise _first(error) from error
        finally:
            _check_keys(link, place, on=True)


def _first(error: DBAPIError) -> DBAPIError:
    """Return what went wrong first.

    A table that can't be rebuilt is cleared away, which fails too when SQLite, on a full disk, has
    already undone the transaction.
    """
    found: DBAPIError = error
    cause = error.__context__
    while cause is not None:
        found = cause if isinstance(cause, DBAPIError) else found
        cause = cause.__context__
    return found


def _version_in(path: Path) -> str | None:
    with closing(sqlite3.connect(to_read(path), uri=True)) as link:
        tables = {row[0] for row in link.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None  # the program was killed at its first start
        if "alembic_version" not in tables:
            raise NotADatabaseError(path)
        found = link.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0]) if found else None


def _check_keys(link: Connection, place: Place, *, on: bool) -> None:
    if place.path is not None:
        cursor = link.connection.cursor()  # the driver's own: outside any transaction
        cursor.execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}")
        cursor.close()


def _refuse_dangling(link: Connection, place: Place) -> None:
    if place.path is not None:
        found = link.exec_driver_sql("PRAGMA foreign_key_check").first()
        if found is not None:
            raise DatabaseDamagedError(
                place.path, f"{found[0]} hänvisar till {found[2]} som saknas"
            )
