"""What can't be opened is refused in words, and left as it was."""

import hashlib
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from nämnd.core.errors import (
    DatabaseDamagedError,
    FileUnreadableError,
    FolderNotWritableError,
    NotADatabaseError,
    NotAFileError,
)
from nämnd.error_messages import message_for
from tests.builders import a_person
from tests.nämnd.store.dumps import check
from tests.nämnd.store.programs import opened
from tests.processes import without_privilege

NO_RIGHTS = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows keeps no rights in a folder's mode"
)


def another_programs(path):
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE t (x)")


def another_alembics(path):
    with closing(sqlite3.connect(path)) as link:
        link.execute("CREATE TABLE alembic_version (version_num)")
        link.execute("INSERT INTO alembic_version VALUES ('1975ea83b712')")
        link.commit()


def make(path, content):
    path.write_bytes(content)


FOREIGN = {
    "text": lambda path: make(path, "Kallelse till sammanträde\n".encode() * 50),
    "one byte": lambda path: make(path, b"S"),
    "pdf": lambda path: make(path, b"%PDF-1.7\n" + bytes(5000)),
    "another program's database": another_programs,
    "another program's migrations": another_alembics,
}


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_of_another_kind_is_named_and_left_alone(tmp_path, kind, read_only):
    path = tmp_path / "Min fil.db"
    FOREIGN[kind](path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    with pytest.raises(NotADatabaseError) as caught:
        opened(path, read_only=read_only)
    assert message_for(caught.value) == (
        f"{path} är inte en databas från Nämnd. Välj en annan fil. Filen är orörd."
    )
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [one.name for one in tmp_path.iterdir()] == ["Min fil.db"]  # nor anything beside it


def test_a_folder_is_no_database(tmp_path):
    folder = tmp_path / "mapp.db"
    folder.mkdir()
    with pytest.raises(NotAFileError) as caught:
        opened(folder)
    assert str(folder) in message_for(caught.value)
    assert [one.name for one in tmp_path.iterdir()] == ["mapp.db"]


def test_an_empty_file_becomes_a_database(tmp_path):
    path = tmp_path / "tom.db"
    path.touch()
    with closing(opened(path)) as store:
        a_person(store)
    assert check(path) == "ok"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("borta/namnd.db", "mappen finns inte"),
        ("fil.txt/namnd.db", "sökvägen går genom en fil"),
        ("fil.txt/djupare/namnd.db", "sökvägen går genom en fil"),
    ],
)
def test_a_path_that_leads_nowhere_is_named_and_nothing_is_made(tmp_path, address, why):
    (tmp_path / "fil.txt").write_text("x")
    with pytest.raises(FolderNotWritableError) as caught:
        opened(tmp_path / address)
    said = message_for(caught.value)
    assert str((tmp_path / address).parent) in said
    assert why in said
    assert "Välj en mapp som du får skriva i" in said
    assert [one.name for one in tmp_path.iterdir()] == ["fil.txt"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_place_where_the_system_lets_nobody_write_is_named():
    with pytest.raises(FolderNotWritableError) as caught:
        opened("/proc/namnd.db")
    assert "/proc" in message_for(caught.value)


def test_a_file_name_that_is_too_long_is_refused(tmp_path):
    with pytest.raises((FolderNotWritableError, FileUnreadableError)) as caught:
        opened(tmp_path / f"{'x' * 300}.db")
    assert "namnet är för långt" in message_for(caught.value)


@pytest.fixture
def shared_folder():
    """Give a folder that others than the tests' owner can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@NO_RIGHTS
def test_a_folder_that_may_not_be_written_in_is_named(shared_folder):
    shared_folder.chmod(0o555)
    with without_privilege(), pytest.raises(FolderNotWritableError) as caught:
        opened(shared_folder / "namnd.db")
    assert caught.value.path == shared_folder
    assert "du har inte behörighet" in message_for(caught.value)


@NO_RIGHTS
def test_a_database_that_may_not_be_read_is_named(shared_folder):
    opened(shared_folder / "namnd.db").close()
    (shared_folder / "namnd.db").chmod(0o000)
    with without_privilege(), pytest.raises(FileUnreadableError) as caught:
        opened(shared_folder / "namnd.db", read_only=True)
    assert str(shared_folder / "namnd.db") in message_for(caught.value)
    assert "du har inte behörighet" in message_for(caught.value)


@NO_RIGHTS
def test_a_database_that_may_not_be_changed_can_be_read_and_says_so_when_changed(shared_folder):
    path = shared_folder / "namnd.db"
    with closing(opened(path)) as store:
        a_person(store)
    shared_folder.chmod(0o777)
    (shared_folder / "namnd.db.lock").chmod(0o666)
    before = path.read_bytes()
    with without_privilege(), closing(opened(path)) as store:
        with pytest.raises(FolderNotWritableError) as caught:
            a_person(store)
        assert "skrivskydd" in message_for(caught.value)
    assert path.read_bytes() == before


@pytest.mark.parametrize("kept", [16, 100, 5000, 30_000])
def test_a_database_that_was_cut_off_is_called_damaged_and_left_alone(tmp_path, kept):
    path = tmp_path / "namnd.db"
    opened(path).close()
    path.write_bytes(path.read_bytes()[:kept])
    before = path.read_bytes()
    with pytest.raises(DatabaseDamagedError) as caught, closing(opened(path)) as store:
        a_person(store)
    assert str(path) in message_for(caught.value)
    assert "Säkerhetskopior" in message_for(caught.value)
    assert path.read_bytes() == before


def test_what_turns_out_to_be_damaged_later_is_called_damaged(tmp_path):
    path = tmp_path / "namnd.db"
    with closing(opened(path)) as store:
        a_person(store)
    with closing(opened(path)) as store:
        data = bytearray(path.read_bytes())
        for page in range(2 * 4096, len(data), 4096):
            data[page : page + 100] = b"\xff" * 100
        path.write_bytes(data)
        with pytest.raises(DatabaseDamagedError):
            a_person(store, "Bo")
