"""Copies of the database: taken daily, checked, kept, put back."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DiskFullError,
    FileMissingError,
    FolderNotWritableError,
)
from nämnd.error_messages import message_for
from nämnd.store import place_of
from nämnd.store.backup import KEEP, back_up, back_up_daily, backups, put_back
from tests.builders import a_bilaga, a_file, a_person, a_punkt, a_sammanträde
from tests.conftest import NOW
from tests.nämnd.store.dumps import check, dump
from tests.nämnd.store.programs import opened
from tests.processes import in_child, room_for


@pytest.fixture
def place(tmp_path):
    """Make a database with somebody in it, closed."""
    with closing(opened(tmp_path / "namnd.db")) as store:
        a_person(store, "Anna")
        return store.place


def add(place, namn):
    with closing(opened(place.path)) as store:
        a_person(store, namn)


def copy_of(place, *, now=NOW):
    """Take the copy of the day."""
    copy = back_up_daily(place, now=now)
    assert copy is not None
    return copy


def damage(path):
    """Overwrite the start of every page but the first two."""
    data = bytearray(path.read_bytes())
    for page in range(2 * 4096, len(data), 4096):
        data[page : page + 200] = b"\xff" * 200
    path.write_bytes(data)


def test_one_copy_is_taken_a_day(place):
    first = copy_of(place)
    assert back_up_daily(place, now=NOW.replace(hour=23)) is None
    second = copy_of(place, now=NOW + timedelta(days=1))
    assert [one.path for one in backups(place)] == [second.path, first.path]
    assert first.path.name == "namnd-20260302T094100-daglig.db"
    assert (first.taken, first.why) == (NOW, "daglig")


def test_a_copy_holds_the_same_and_stands_alone(store):
    a_person(store)
    copy = back_up(store.place, now=NOW, why="daglig")  # while the store is open
    assert dump(copy.path) == dump(store.place.path)
    assert check(copy.path) == "ok"
    assert [one.name for one in store.place.backups.iterdir()] == [copy.path.name]
    with closing(sqlite3.connect(copy.path)) as link:
        assert link.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_work_goes_on_while_a_copy_is_taken(store):
    a_person(store)
    with closing(sqlite3.connect(store.place.path)) as reading:
        reading.execute("BEGIN")
        reading.execute("SELECT * FROM person").fetchall()  # as a copy does
        a_person(store, "Bo")
        assert back_up_daily(store.place, now=NOW)


def test_the_thirty_newest_daily_copies_are_kept_and_all_others(place):
    special = back_up(place, now=NOW - timedelta(days=900), why="migrering")
    for day in range(KEEP + 3):
        back_up_daily(place, now=NOW + timedelta(days=day))
    found = backups(place)
    assert [one.why for one in found].count("daglig") == KEEP
    assert found[0].taken == NOW + timedelta(days=KEEP + 2)
    assert found[-1].path == special.path


@settings(max_examples=6)
@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=4))  # noqa: DTZ001
def test_the_newest_copy_comes_first_whatever_the_clock_said(tmp_path, times):
    place = place_of(str(tmp_path / f"{len(list(tmp_path.iterdir()))}.db"))
    opened(place.path).close()
    for time in times:
        back_up(place, now=time, why="migrering")
    found = [one.taken for one in backups(place)]
    assert found == sorted((time.replace(microsecond=0) for time in times), reverse=True)


def test_copies_of_the_same_second_do_not_replace_each_other(place):
    first = back_up(place, now=NOW, why="migrering")
    before = dump(first.path)
    add(place, "Bo")
    second = back_up(place, now=NOW, why="migrering")
    assert dump(first.path) == before != dump(second.path)
    assert [one.path for one in backups(place)] == [second.path, first.path]


def test_other_files_in_the_folder_are_no_copies(place):
    place.backups.mkdir()
    for name in ("namnd-igår-daglig.db", "namnd-20260302T094100-annat.db", "namnd-.db", "x.db"):
        (place.backups / name).touch()
    assert backups(place) == ()


def test_a_damaged_database_is_not_copied_and_the_older_copies_stay(place):
    good = copy_of(place)
    before = dump(good.path)
    damage(place.path)
    with pytest.raises(DatabaseDamagedError) as caught:
        back_up_daily(place, now=NOW + timedelta(days=1))
    assert str(place.path) in message_for(caught.value)
    assert "äldre säkerhetskopior är kvar" in message_for(caught.value)
    assert [one.path for one in backups(place)] == [good.path]
    assert dump(good.path) == before
    assert [one.name for one in place.backups.iterdir()] == [good.path.name]


def test_rows_without_their_parent_are_damage_too(place):
    with closing(sqlite3.connect(place.path)) as link:
        link.execute("PRAGMA foreign_keys=OFF")
        link.execute("INSERT INTO huvudman VALUES ('borta', 'Region', 0, 0, 0, 1, 'h1')")
        link.commit()
    with pytest.raises(DatabaseDamagedError):
        back_up_daily(place, now=NOW)


def test_what_is_put_back_is_the_copy_and_what_was_there_is_kept(place):
    copy = copy_of(place)
    before = dump(place.path)
    add(place, "Bo")
    later = dump(place.path)
    put_back(place, copy, now=NOW)
    assert dump(place.path) == before
    kept = next(one for one in backups(place) if one.why == "återställning")
    assert dump(kept.path) == later
    put_back(place, kept, now=NOW)  # and it can be regretted
    assert dump(place.path) == later


def test_a_damaged_database_can_be_replaced_by_a_copy_and_is_kept_as_it_is(place):
    copy = copy_of(place)
    before = dump(place.path)
    damage(place.path)
    damaged = place.path.read_bytes()
    put_back(place, copy, now=NOW)
    assert dump(place.path) == before
    kept = place.backups / "skadad-20260302T094100.db"
    assert kept.read_bytes() == damaged
    assert [one.path for one in backups(place)] == [copy.path]  # it is none to put back
    add(place, "Bo")


@pytest.mark.parametrize("lost", ["gone", "empty"])
def test_a_database_that_is_gone_can_be_put_back(place, lost):
    copy = copy_of(place)
    before = dump(place.path)
    place.path.unlink()
    if lost == "empty":
        place.path.touch()
    put_back(place, copy, now=NOW)
    assert dump(place.path) == before


def test_changes_that_lie_beside_the_old_database_do_not_mix_with_the_copy(place):
    copy = copy_of(place)
    before = dump(place.path)
    with closing(opened(place.path)) as store:
        a_person(store, "Bo")
        wal = place.path.with_name("namnd.db-wal").read_bytes()
    place.path.with_name("namnd.db-wal").write_bytes(wal)  # as after a kill
    place.path.with_name("namnd.db-journal").write_bytes(bytes(512))
    put_back(place, copy, now=NOW)
    assert sorted(one.name for one in place.path.parent.iterdir()) == [
        "namnd.db",
        "namnd.db.backups",
        "namnd.db.lock",
    ]
    assert dump(place.path) == before


def test_a_damaged_copy_is_not_put_back(place):
    copy = copy_of(place)
    damage(copy.path)
    before = place.path.read_bytes()
    with pytest.raises(DatabaseDamagedError) as caught:
        put_back(place, copy, now=NOW)
    assert caught.value.path == copy.path
    assert place.path.read_bytes() == before


def test_a_copy_that_is_gone_is_not_put_back(place):
    copy = copy_of(place)
    copy.path.unlink()
    with pytest.raises(FileMissingError):
        put_back(place, copy, now=NOW)
    assert check(place.path) == "ok"


def test_nothing_is_put_back_into_an_open_database(store):
    copy = copy_of(store.place)
    a_person(store)
    with pytest.raises(DatabaseBusyError):
        put_back(store.place, copy, now=NOW)
    a_person(store, "Bo")


def test_files_of_the_user_beside_the_database_are_left_alone(place):
    copy = copy_of(place)
    mine = place.path.with_suffix(".tmp")
    mine.write_text("mitt")
    put_back(place, copy, now=NOW)
    assert mine.read_text() == "mitt"


def test_kept_files_are_not_touched(store, files):
    kept = a_file(files)
    a_bilaga(store, a_punkt(store, a_sammanträde(store)), file=kept)
    copy = copy_of(store.place)
    path = files.path_of(kept.sha256)
    before = path.stat()
    store.close()
    put_back(store.place, copy, now=NOW)
    assert path.stat() == before
    assert files.read(kept.sha256, kept.name) == "innehåll".encode()


def copy_with_room_for(size, place, when):
    with room_for(size):
        back_up_daily(place, now=when)


def put_back_with_room_for(size, place, copy):
    with room_for(size):
        put_back(place, copy, now=NOW)


def test_a_disk_that_fills_leaves_the_older_copies_and_no_half_one(place):
    good = copy_of(place)
    with pytest.raises(DiskFullError) as caught:
        in_child(copy_with_room_for, 65_536, place, NOW + timedelta(days=1))
    assert str(place.backups) in message_for(caught.value)
    assert [one.name for one in place.backups.iterdir()] == [good.path.name]


def test_a_disk_that_fills_while_a_copy_is_put_back_leaves_the_database(place):
    copy = copy_of(place)
    add(place, "Bo")
    before = dump(place.path)
    with pytest.raises(DiskFullError):
        in_child(put_back_with_room_for, 65_536, place, copy)
    assert dump(place.path) == before
    assert not list(place.path.parent.glob("*.half*"))


def test_a_folder_for_copies_that_can_not_be_made_is_named(place):
    place.backups.write_text("en fil")
    with pytest.raises(FolderNotWritableError) as caught:
        back_up_daily(place, now=NOW)
    assert str(place.backups) in message_for(caught.value)


def test_a_server_has_copies_of_its_own():
    assert back_up_daily(place_of("postgresql+psycopg://filer.exempel/namnd"), now=NOW) is None
