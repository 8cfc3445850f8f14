"""Which version a database has, and how it gets to ours: all of the way, or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, inspect

from nämnd.core.errors import DatabaseNewerError, NotADatabaseError
from nämnd.store.engine import IMMEDIATE
from nämnd.store.place import Place

HEAD = "0001"  # the newest migration; a test holds it to the files in migrations/versions
_MAGIC = b"SQLite format 3\x00"


def version_of_file(path: Path) -> str | None:
    """Return the schema version in the file, None for a new one. Changes nothing.

    Raises:
        NotADatabaseError: the file is something else.
        DatabaseNewerError: a later version of the program wrote it.
    """
    if not path.exists() or path.stat().st_size == 0:
        return None
    with path.open("rb") as file:
        if file.read(16) != _MAGIC:
            raise NotADatabaseError(path)
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as link:
            found = link.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise NotADatabaseError(path) from error
    return _known(str(found[0]), path) if found else None


def version_of_server(engine: Engine) -> str | None:
    """Return the schema version on a server, None when it is empty."""
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as link:
        found = link.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return _known(str(found), Path(engine.url.database or "")) if found else None


def upgrade(engine: Engine, place: Place) -> None:
    """Run the migrations that are missing, in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    options = {"begin": IMMEDIATE} if place.path else {}
    with engine.connect().execution_options(**options) as link, link.begin():
        config.attributes["connection"] = link
        command.upgrade(config, "head")


def _known(found: str, path: Path) -> str:
    if found > HEAD:
        raise DatabaseNewerError(path, found=found, known=HEAD)
    return found
