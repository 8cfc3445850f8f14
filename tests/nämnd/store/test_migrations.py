"""From schema to schema: all of the way or not at all, with a copy taken first."""

import hashlib
import re
import sqlite3
from contextlib import closing
from itertools import count

import pytest
from sqlalchemy import create_engine

from nämnd.core.errors import (
    DatabaseDamagedError,
    DatabaseNewerError,
    DatabaseOlderError,
    DiskFullError,
)
from nämnd.error_messages import message_for
from nämnd.store.backup import backups
from nämnd.store.schema import HEAD, OURS
from nämnd.tables import Base
from tests.builders import a_punkt, a_sammanträde
from tests.nämnd.store.dumps import check, dump
from tests.nämnd.store.later import NEXT, later_schema
from tests.nämnd.store.programs import migrate_until_killed, opened
from tests.processes import CONTEXT, in_child, room_for

KILLED = -9


@pytest.fixture
def filled(tmp_path):
    """Make a database of today's schema with a little in it, closed."""
    path = tmp_path / "namnd.db"
    with closing(opened(path)) as store:
        sammanträde_id = a_sammanträde(store)
        a_punkt(store, sammanträde_id, bilagor=2)
    return path


def rows(path, table):
    with closing(sqlite3.connect(path)) as link:
        return link.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()  # noqa: S608 - a name of the test's own


def version(path):
    with closing(sqlite3.connect(path)) as link:
        return link.execute("SELECT version_num FROM alembic_version").fetchone()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names_beside(path):
    return sorted(one.name for one in path.parent.iterdir())


def write_version(path, number):
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE alembic_version SET version_num = ?", (number,))
        link.commit()


def test_the_migrations_make_exactly_the_tables_of_the_program(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(store.place.url)
    with engine.connect() as link:
        context = MigrationContext.configure(link, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_table_that_no_migration_makes_would_be_noticed(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(store.place.url)
    with engine.begin() as link:
        link.exec_driver_sql("DROP INDEX ix_punkt_sammanträde_id")
        link.exec_driver_sql("ALTER TABLE punkt RENAME COLUMN utgår TO borta")
        found = compare_metadata(MigrationContext.configure(link), Base.metadata)
    engine.dispose()
    assert len(found) == 3


def test_the_newest_version_is_that_of_the_newest_migration():
    numbers = [path.name[:4] for path in (OURS.migrations / "versions").glob("*.py")]
    assert max(numbers) == HEAD
    assert sorted(numbers) == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    for path in (OURS.migrations / "versions").glob("*.py"):
        assert f'revision = "{path.name[:4]}"' in path.read_text(encoding="utf-8")


def test_a_new_database_needs_no_copy_and_has_our_version(tmp_path):
    with closing(opened(tmp_path / "namnd.db")) as store:
        assert version(store.place.path) == (HEAD,)
        assert backups(store.place) == ()


def test_opening_a_database_of_our_version_takes_no_copy(filled):
    with closing(opened(filled)) as store:
        assert backups(store.place) == ()


def test_a_migration_keeps_the_rows_and_takes_a_copy_first(filled, tmp_path):
    before, punkter = dump(filled), rows(filled, "punkt")
    with closing(opened(filled, schema=later_schema(tmp_path))) as store:
        (copy,) = backups(store.place)
    assert version(filled) == (NEXT,)
    assert rows(filled, "punkt") == punkter  # though the table it refers to was rebuilt
    assert [row[1] for row in rows(filled, "lokal")] == ["Stora salen"]
    assert check(filled) == "ok"
    assert copy.why == "migrering"
    assert dump(copy.path) == before
    assert check(copy.path) == "ok"


def test_after_a_migration_rows_can_no_more_dangle_than_before(filled, tmp_path):
    with closing(opened(filled, schema=later_schema(tmp_path))) as store:
        found = store.ask(
            lambda session: session.connection().exec_driver_sql("PRAGMA foreign_keys")
        )
        assert found.scalar() == 1


def test_a_migration_that_would_leave_rows_dangling_does_nothing(filled, tmp_path):
    before = dump(filled)
    with pytest.raises(DatabaseDamagedError):
        opened(filled, schema=later_schema(tmp_path, dangling=True))
    assert dump(filled) == before


def test_a_damaged_database_is_not_migrated(filled, tmp_path):
    data = bytearray(filled.read_bytes())
    data[20_000:28_000] = bytes(8000)
    filled.write_bytes(data)
    before = digest(filled)
    with pytest.raises(DatabaseDamagedError) as caught:
        opened(filled, schema=later_schema(tmp_path))
    assert str(filled) in message_for(caught.value)
    assert digest(filled) == before


def kill_at_every_step(path, schema, *, stride=1, weak=False):
    """Yield the number of each step after a migration was killed there, as long as it is killed."""
    for stop in count(step=stride):
        arguments = (path, schema.migrations, schema.head, stop, weak)
        program = CONTEXT.Process(target=migrate_until_killed, args=arguments)
        program.start()
        program.join()
        if program.exitcode != KILLED:
            assert program.exitcode == 0
            return
        yield stop


def test_a_migration_killed_at_any_step_leaves_the_old_schema_whole(filled, tmp_path):
    before, schema, steps = dump(filled), later_schema(tmp_path), 0
    for steps in kill_at_every_step(filled, schema):
        assert dump(filled) == before, steps
        assert check(filled) == "ok"
    assert steps > 10
    assert version(filled) == (NEXT,)  # the last try was let through
    assert check(filled) == "ok"


def test_a_first_start_killed_at_any_step_leaves_a_file_that_can_be_opened(tmp_path):
    path, steps = tmp_path / "namnd.db", 0
    for steps in kill_at_every_step(path, OURS, stride=4):
        assert dump(path) == ["BEGIN TRANSACTION;", "COMMIT;"], steps
    assert steps > 20
    assert version(path) == (HEAD,)


def test_with_the_default_transactions_the_same_kills_leave_half_a_schema(filled, tmp_path):
    before, schema = dump(filled), later_schema(tmp_path)
    for _step in kill_at_every_step(filled, schema, weak=True):
        if dump(filled) != before:
            assert version(filled) == (HEAD,)
            return
    pytest.fail("no step left anything behind: the test above proves nothing")


def migrate_with_room_for(size, path, schema):
    with room_for(size):
        opened(path, schema=schema)


def test_a_disk_that_fills_during_a_migration_changes_nothing(filled, tmp_path):
    with closing(sqlite3.connect(filled)) as link:  # more than the migration's log has room for
        link.execute("UPDATE sammanträde SET plats = ?", ("x" * 1_500_000,))
        link.commit()
    before, schema = dump(filled), later_schema(tmp_path)
    enough_for_the_copy = filled.stat().st_size + 4096
    for size in (8192, 65_536, enough_for_the_copy):
        with pytest.raises(DiskFullError) as caught:
            in_child(migrate_with_room_for, size, filled, schema)
        assert str(tmp_path) in message_for(caught.value)
        assert dump(filled) == before
        assert not [name for name in names_beside(filled) if name.endswith(".half")]
    with closing(opened(filled, schema=schema)) as store:
        assert version(filled) == (NEXT,)
        assert len(backups(store.place)) == 2  # there was room for one before


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_a_database_of_a_newer_version_is_not_touched(filled, read_only):
    write_version(filled, NEXT)
    (filled.parent / "namnd.db.lock").unlink()
    before, names = digest(filled), names_beside(filled)
    with pytest.raises(DatabaseNewerError) as caught:
        opened(filled, read_only=read_only)
    assert (caught.value.found, caught.value.known) == (NEXT, HEAD)
    assert re.search(r"nyare version.*Uppdatera programmet", message_for(caught.value))
    assert str(filled) in message_for(caught.value)
    assert digest(filled) == before
    assert names_beside(filled) == names


def test_an_older_database_is_not_brought_up_to_date_by_reading(filled, tmp_path):
    before, schema = digest(filled), later_schema(tmp_path)
    with pytest.raises(DatabaseOlderError) as caught:
        opened(filled, read_only=True, schema=schema)
    assert re.search(r"äldre version.*Öppna den en gång i programmet", message_for(caught.value))
    assert digest(filled) == before
