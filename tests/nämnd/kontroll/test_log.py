"""What is said of the log, by itself and against the heads in what has left the program."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.kontroll.checking import check_path
from nämnd.kontroll.logs import check_log
from nämnd.logg.chain import HASHED, entry_hash
from nämnd.store import Store, place_of
from tests.conftest import NOW
from tests.nämnd.arkiv.archiving import ARCHIVED
from tests.nämnd.kontroll.conftest import said, told


@pytest.fixture
def copy(world, tmp_path):
    """Return a copy of the database and its files, to do harm to."""
    place = world.archive.store.place
    target = place_of(str(tmp_path / "namnd.db"))
    with (
        closing(sqlite3.connect(str(place.path))) as old,
        closing(sqlite3.connect(str(target.path))) as new,
    ):
        old.backup(new)
    shutil.copytree(place.files, target.files)
    return target


def sql(place, *statements):
    with closing(sqlite3.connect(str(place.path), isolation_level=None)) as link:
        for one in statements:
            link.execute(one)


def check(place):
    store = Store(place, who="Eva Lind", clock=lambda: NOW, read_only=True)
    try:
        return finish(check_log(store, FileStore(place.files)))
    finally:
        store.close()


def check_file(place, path):
    store = Store(place, who="Eva Lind", clock=lambda: NOW, read_only=True)

    def here(work, *args):
        return work(*args)

    try:
        files = FileStore(place.files)
        return finish(check_path(here, store, files, path, None, ARCHIVED))
    finally:
        store.close()


def test_a_log_as_it_was_written_fits_with_what_has_left(copy):
    report = check(copy)
    assert said(report) == ["LOG_WHOLE", "LOG_HEADS"]
    assert report.fits


def test_an_empty_log_has_nothing_to_compare_with(store, files):
    report = finish(check_log(store, files))
    assert said(report) == ["LOG_WHOLE", "LOG_NO_HEADS"]
    assert told(report).startswith("Loggen har inga poster än.")


def test_a_changed_entry_is_named(copy):
    sql(copy, "UPDATE loggpost SET rubrik = 'annat' WHERE nummer = 3")
    report = check(copy)
    assert "LOG_CHANGED" in said(report)
    assert "Post 3 (" in told(report)
    assert not report.fits


def test_a_removed_entry_is_named(copy):
    sql(copy, "DELETE FROM loggpost WHERE nummer = 4")
    assert "Post 4 är borttagen." in told(check(copy))


def test_several_removed_entries_are_named(copy):
    sql(copy, "DELETE FROM loggpost WHERE nummer IN (4, 5)")
    assert "Post 4 till 5 är borttagna." in told(check(copy))


def test_entries_that_changed_places_are_named(copy):
    sql(
        copy,
        "UPDATE loggpost SET nummer = 9999 WHERE nummer = 4",
        "UPDATE loggpost SET nummer = 4 WHERE nummer = 5",
        "UPDATE loggpost SET nummer = 5 WHERE nummer = 9999",
    )
    words = told(check(copy))
    assert "har flyttats: den var post 5" in words


def test_a_tail_that_is_cut_off_shows_by_what_has_left(copy):
    sql(copy, "DELETE FROM loggpost WHERE nummer > 5")
    report = check(copy)
    assert "LOG_CUT" in said(report)
    assert "Loggen slutar vid post 5" in told(report)


def test_a_log_that_is_rewritten_with_all_hashes_anew_shows_by_what_has_left(copy):
    rewrite(copy)
    report = check(copy)
    assert set(said(report)) == {"LOG_REWRITTEN"}


def test_a_file_that_refers_to_a_rewritten_log_says_so(world, copy):
    rewrite(copy)
    for path in (world.signed, world.package(), world.made.folder):
        report = check_file(copy, path)
        assert "HEAD_UNKNOWN" in said(report)
        assert not report.fits


def test_kept_files_that_are_gone_or_damaged_are_passed_over(copy):
    for number, path in enumerate(one for one in copy.files.rglob("*") if one.is_file()):
        if number % 2:
            path.unlink()
        else:
            path.write_bytes(b"skadad")
    report = check(copy)
    assert said(report) == ["LOG_WHOLE", "LOG_HEADS"]  # the archive is recorded with its head
    assert "1 uppgift om loggen" in told(report)


def rewrite(place):
    """Change an early entry and count every hash anew."""
    columns = ", ".join(f'"{one}"' for one in HASHED)
    with closing(sqlite3.connect(str(place.path), isolation_level=None)) as link:
        link.execute("UPDATE loggpost SET vem = 'Någon annan' WHERE nummer = 2")
        rows = link.execute(f"SELECT {columns} FROM loggpost ORDER BY nummer").fetchall()  # noqa: S608
        before = ""
        for row in rows:
            values = [*row[:-1], before] if row[0] > 1 else list(row)
            before = entry_hash(values)
            link.execute(
                f'UPDATE loggpost SET "{HASHED[-1]}" = ?, hash = ? WHERE nummer = ?',  # noqa: S608
                [values[-1], before, row[0]],
            )
