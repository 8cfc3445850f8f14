"""Reading beside a program that has the database open, and where nothing may be written."""

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from nämnd.core.errors import (
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    FileMissingError,
    FolderNotWritableError,
)
from nämnd.error_messages import message_for
from nämnd.store import Store, place_of
from nämnd.tables import Person
from tests.builders import a_person
from tests.conftest import NOW
from tests.nämnd.store.dumps import dump
from tests.nämnd.store.programs import opened
from tests.nämnd.store.test_opening import NO_RIGHTS
from tests.processes import without_privilege


def names(session):
    return sorted(session.scalars(select(Person.namn)))


def test_it_reads_what_the_open_program_has_saved_a_moment_ago(store):
    a_person(store, "Anna")
    with closing(opened(store.place.path, read_only=True)) as reader:
        assert reader.ask(names) == ["Anna"]
        a_person(store, "Bo")
        assert reader.ask(names) == ["Anna", "Bo"]
    a_person(store, "Cilla")  # and the program goes on
    assert store.ask(names) == ["Anna", "Bo", "Cilla"]


def test_several_read_at_once(store):
    a_person(store, "Anna")
    with (
        closing(opened(store.place.path, read_only=True)) as one,
        closing(opened(store.place.path, read_only=True)) as two,
    ):
        assert one.ask(names) == two.ask(names) == ["Anna"]


def test_it_changes_nothing(store):
    a_person(store, "Anna")
    before = dump(store.place.path)
    with closing(opened(store.place.path, read_only=True)) as reader:
        with pytest.raises(DatabaseReadOnlyError) as caught:
            a_person(reader, "Bo")
        assert str(store.place.path) in message_for(caught.value)
        with pytest.raises(FolderNotWritableError):
            reader.ask(lambda session: session.connection().exec_driver_sql("DELETE FROM person"))
    assert dump(store.place.path) == before


def test_it_leaves_nothing_beside_the_database_and_the_bytes_as_they_were(tmp_path):
    path = tmp_path / "namnd.db"
    with closing(opened(path)) as store:
        a_person(store, "Anna")
    (tmp_path / "namnd.db.lock").unlink()
    before = path.read_bytes()
    with closing(opened(path, read_only=True)) as reader:
        assert reader.ask(names) == ["Anna"]
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["namnd.db"]


@pytest.mark.parametrize("there", [False, True], ids=["no file", "an empty file"])
def test_a_database_that_is_not_there_is_not_made(tmp_path, there):
    path = tmp_path / "namnd.db"
    if there:
        path.touch()
    with pytest.raises(FileMissingError) as caught:
        opened(path, read_only=True)
    assert str(path) in message_for(caught.value)
    assert [one.name for one in tmp_path.iterdir()] == (["namnd.db"] if there else [])
    assert not there or path.stat().st_size == 0


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(FileMissingError):
        opened(tmp_path / "borta" / "namnd.db", read_only=True)
    assert not list(tmp_path.iterdir())


@pytest.fixture
def sealed_folder():
    """Give a folder with a database, both of which can be read and nothing more."""
    folder = Path(tempfile.mkdtemp())
    with closing(opened(folder / "namnd.db")) as store:
        a_person(store, "Anna")
    (folder / "namnd.db").chmod(0o444)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@NO_RIGHTS
def test_it_reads_where_nothing_may_be_written(sealed_folder):
    with without_privilege(), closing(opened(sealed_folder / "namnd.db", read_only=True)) as reader:
        assert reader.ask(names) == ["Anna"]


@NO_RIGHTS
def test_it_does_not_read_past_changes_that_lie_beside_where_nothing_may_be_written(sealed_folder):
    sealed_folder.chmod(0o755)
    (sealed_folder / "namnd.db-wal").write_bytes(bytes(100))
    (sealed_folder / "namnd.db-wal").chmod(0o444)
    sealed_folder.chmod(0o555)
    with without_privilege(), pytest.raises(FolderNotWritableError):
        opened(sealed_folder / "namnd.db", read_only=True)


def test_changes_that_a_killed_program_left_beside_are_read(tmp_path):
    path = tmp_path / "namnd.db"
    with closing(opened(path)) as store:
        a_person(store, "Anna")
        for suffix in ("", "-wal"):  # as they are after a kill
            shutil.copy(f"{path}{suffix}", tmp_path / f"kopia.db{suffix}")
    with closing(sqlite3.connect(f"file:{tmp_path}/kopia.db?immutable=1", uri=True)) as link:
        assert not link.execute("SELECT * FROM sqlite_master WHERE name = 'person'").fetchall()
    with closing(opened(tmp_path / "kopia.db", read_only=True)) as reader:
        assert reader.ask(names) == ["Anna"]


def test_a_server_that_can_not_be_asked_is_refused_alike():
    place = place_of("postgresql+psycopg://eva:hemligt@filer.exempel/namnd")
    with pytest.raises(DatabaseUnreachableError):
        Store(place, who="Eva", clock=lambda: NOW, read_only=True)
