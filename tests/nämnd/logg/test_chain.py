"""What is done to the log afterwards is found, and it is said which entry it was done to."""

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from sqlalchemy import create_engine

from nämnd.core.changes import RowChange
from nämnd.core.errors import DatabaseDamagedError, DatabaseReadOnlyError, JusteratError
from nämnd.logg.chain import HASHED, entry_hash
from nämnd.logg.entry import entry
from nämnd.logg.queries import head, latest
from nämnd.logg.values import LogHead
from nämnd.logg.verifying import LogFinding, Tampering, verify
from nämnd.store import Store, place_of
from nämnd.store.schema import OURS, Schema, upgrade
from tests.builders import a_nämnd, a_person
from tests.conftest import NOW
from tests.nämnd.protokoll.meeting_day import Doing

COLUMNS = (*HASHED, "hash")
START = datetime(2026, 3, 2, 9, 0)  # noqa: DTZ001 - local time, as the log has it


def link_to(store):
    return closing(sqlite3.connect(store.place.path, isolation_level=None))


def sql(store, *statements):
    """Do to the log what no command can."""
    with link_to(store) as link:
        for statement in statements:
            link.execute(statement)


def renumber(store, *pairs):
    """Give entries other numbers, one after the other."""
    with link_to(store) as link:
        for old, new in pairs:
            link.execute("UPDATE loggpost SET nummer = ? WHERE nummer = ?", [new, old])


def remove(store, first, last):
    with link_to(store) as link:
        link.execute("DELETE FROM loggpost WHERE nummer BETWEEN ? AND ?", [first, last])


def read_from(link, first):
    """Return the columns `HASHED` of the entries from `first` on."""
    rows = link.execute("SELECT * FROM loggpost WHERE nummer >= ? ORDER BY nummer", [first])
    names = [one[0] for one in rows.description]
    return [[dict(zip(names, row, strict=True))[name] for name in HASHED] for row in rows]


def filled(store, count):
    """Write `count` entries at once; return the head."""
    newest, rows = LogHead(0, ""), []
    for number in range(count):
        change = RowChange("person", str(number), None, {"namn": f"Åsa {number}"})
        made = entry(
            [change],
            command="SavePerson",
            label=f"person {number}",
            who="Eva Lind",
            now=START + timedelta(seconds=number),
            after=newest,
        )
        newest = LogHead(made.nummer, made.hash)
        rows.append([getattr(made, name) for name in COLUMNS])
    with link_to(store) as link:
        link.execute("BEGIN")
        insert = f"INSERT INTO loggpost ({','.join(COLUMNS)}) VALUES ({'?, ' * len(HASHED)}?)"  # noqa: S608 - our own names
        link.executemany(insert, rows)
        link.execute("COMMIT")
    return newest


def tid(number):
    return (START + timedelta(seconds=number - 1)).isoformat()


def findings(store, *known):
    return store.ask(lambda session: verify(session, known))


def rehash(store, first):
    """Make every entry from `first` on fit the one before, as somebody who knows how would."""
    with link_to(store) as link:
        before = link.execute(
            "SELECT hash FROM loggpost WHERE nummer < ? ORDER BY nummer DESC", [first]
        )
        newest = (before.fetchone() or [""])[0]
        for values in read_from(link, first):
            newest, old = entry_hash([*values[:-1], newest]), newest
            link.execute(
                "UPDATE loggpost SET föregående = ?, hash = ? WHERE nummer = ?",
                [old, newest, values[0]],
            )


def test_what_commands_write_fits(store):
    for number in range(3):
        a_person(store, f"Person {number}")
    store.note("Export", "spara protokollet")
    assert findings(store, store.ask(head)) == ()
    assert store.ask(head).nummer == 4


def test_the_head_of_an_empty_log_is_nothing_and_is_known_by_every_log(store):
    assert store.ask(head) == LogHead(0, "")
    a_person(store)
    assert findings(store, LogHead(0, "")) == ()


def test_a_long_log_is_followed_from_end_to_end(store):
    newest = filled(store, 1000)
    assert findings(store, newest) == ()
    assert store.ask(head) == newest


@pytest.mark.parametrize("column", HASHED[1:6], ids=ascii)
def test_a_changed_entry_is_named(store, column):
    filled(store, 20)
    sql(store, f"UPDATE loggpost SET {column} = {column} || 'x' WHERE nummer = 7")  # noqa: S608 - our own name
    at = tid(7) + ("x" if column == "tid" else "")
    assert findings(store) == (LogFinding(Tampering.CHANGED, 7, at),)


def test_a_changed_entry_with_a_hash_that_fits_it_is_named(store):
    filled(store, 20)
    sql(store, "UPDATE loggpost SET vem = 'Bo Ek' WHERE nummer = 7")
    with link_to(store) as link:
        fitting = entry_hash(read_from(link, 7)[0])
        link.execute("UPDATE loggpost SET hash = ? WHERE nummer = 7", [fitting])
    assert findings(store) == (LogFinding(Tampering.CHANGED, 7, tid(7)),)


@pytest.mark.parametrize(("first", "last"), [(1, 1), (1, 3), (7, 7), (7, 9), (19, 19)])
def test_removed_entries_are_named(store, first, last):
    filled(store, 20)
    remove(store, first, last)
    assert findings(store) == (LogFinding(Tampering.REMOVED, first, None, last),)


def test_entries_that_have_changed_places_are_named(store):
    filled(store, 20)
    renumber(store, (5, 99), (12, 5), (99, 12))
    assert findings(store) == (
        LogFinding(Tampering.MOVED, 5, tid(12), 12),
        LogFinding(Tampering.MOVED, 12, tid(5), 5),
    )


def test_an_entry_that_was_removed_is_named_though_those_after_it_have_closed_the_gap(store):
    filled(store, 20)
    remove(store, 17, 17)
    renumber(store, (18, 17), (19, 18), (20, 19))
    assert findings(store) == (
        LogFinding(Tampering.REMOVED, 17, None, 17),
        LogFinding(Tampering.MOVED, 17, tid(18), 18),
        LogFinding(Tampering.MOVED, 18, tid(19), 19),
        LogFinding(Tampering.MOVED, 19, tid(20), 20),
    )


def test_a_cut_end_shows_by_a_head_that_has_left(store):
    newest = filled(store, 20)
    remove(store, 16, 20)
    assert findings(store) == ()
    assert findings(store, newest) == (LogFinding(Tampering.CUT, 15, tid(15), 20),)


def test_a_log_that_is_gone_altogether_shows_by_a_head_that_has_left(store):
    newest = filled(store, 3)
    remove(store, 1, 3)
    assert findings(store, newest) == (LogFinding(Tampering.CUT, 0, None, 3),)


def test_an_end_that_was_cut_and_written_anew_shows_by_a_head_that_has_left(store):
    newest = filled(store, 20)
    remove(store, 16, 20)
    for _ in range(6):
        a_person(store)
    assert findings(store) == ()
    [found] = findings(store, newest)
    assert (found.kind, found.nummer) == (Tampering.REWRITTEN, 20)


def test_a_rewritten_log_shows_by_a_head_that_has_left(store):
    newest = filled(store, 20)
    sql(store, "UPDATE loggpost SET vem = 'Bo Ek' WHERE nummer = 7")
    rehash(store, 7)
    assert findings(store) == ()
    assert findings(store, newest) == (LogFinding(Tampering.REWRITTEN, 20, tid(20)),)


def test_an_entry_that_was_put_in_is_named(store):
    filled(store, 20)
    sql(
        store,
        "INSERT INTO loggpost SELECT 21, tid, vem, kommando, rubrik, ändringar, föregående, hash"
        " FROM loggpost WHERE nummer = 3",
    )
    assert [(one.kind, one.nummer) for one in findings(store)] == [(Tampering.CHANGED, 21)]


def test_a_note_is_in_the_log_with_who_and_when_and_changes_nothing(store):
    store.note("Export", "spara protokollet")
    [row] = store.ask(latest)
    assert (row.vem, row.tid, row.rubrik) == (
        "Eva Lind",
        NOW.isoformat(timespec="seconds"),
        "spara protokollet",
    )


def test_what_is_open_to_read_takes_no_note(store):
    reader = Store(place_of(str(store.place.path)), who="Bo", clock=lambda: NOW, read_only=True)
    with closing(reader), pytest.raises(DatabaseReadOnlyError):
        reader.note("Export", "spara")


def test_a_refused_change_of_what_is_locked_is_noted(store):
    def refuse(_session):
        raise JusteratError(62)

    a_nämnd(store)
    with pytest.raises(JusteratError):
        store.do(Doing(refuse), "beslutet i § 62")
    assert store.ask(latest)[0].rubrik == "nekad: beslutet i § 62"
    assert findings(store) == ()


def test_the_log_of_an_older_database_gets_its_chain_and_goes_on(tmp_path):
    """Made by migration 0003, which counts hashes in code of its own."""
    older, path = tmp_path / "äldre", tmp_path / "namnd.db"
    later = shutil.ignore_patterns("__pycache__", "000[345]*")
    shutil.copytree(OURS.migrations, older, ignore=later)
    engine = create_engine(f"sqlite:///{path}")
    upgrade(engine, place_of(str(path)), Schema(older, "0002"))
    engine.dispose()
    with closing(sqlite3.connect(path)) as link:
        link.executemany(
            "INSERT INTO loggpost (tid, vem, kommando, rubrik, ändringar) VALUES (?, ?, ?, ?, ?)",
            [
                (tid(one), "Åsa Ek", "SavePerson", "byt «namn»", '[{"efter": "Ö"}]')
                for one in (1, 2)
            ],
        )
        link.commit()
    with closing(Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)) as store:
        assert store.ask(head).nummer == 2
        a_person(store)
        assert findings(store) == ()
        sql(store, "UPDATE loggpost SET vem = 'Bo Ek' WHERE nummer = 1")
        assert findings(store) == (LogFinding(Tampering.CHANGED, 1, tid(1)),)


def rechained(store, last_whole):
    """Let the entries after a gap follow the one before it, with hashes that fit."""
    with link_to(store) as link:
        [(before,)] = link.execute("SELECT hash FROM loggpost WHERE nummer = ?", [last_whole])
        for values in read_from(link, last_whole + 1):
            values[-1] = before
            before = entry_hash(values)
            link.execute(
                "UPDATE loggpost SET föregående = ?, hash = ? WHERE nummer = ?",
                [values[-1], before, values[0]],
            )


def test_an_entry_that_was_removed_is_named_though_all_after_it_was_rewritten_to_fit(store):
    filled(store, 20)
    remove(store, 12, 12)
    rechained(store, 11)
    assert findings(store) == (LogFinding(Tampering.REMOVED, 12, None, 12),)


@pytest.mark.parametrize("value", [b"\xff\xfe", b""])
def test_an_entry_that_is_no_text_any_more_is_named(store, value):
    filled(store, 20)
    with link_to(store) as link:
        link.execute("UPDATE loggpost SET rubrik = ? WHERE nummer = 7", [value])
    assert findings(store) == (LogFinding(Tampering.CHANGED, 7, tid(7)),)


def test_an_entry_whose_time_is_no_text_any_more_is_named(store):
    filled(store, 20)
    with link_to(store) as link:
        link.execute("UPDATE loggpost SET tid = ? WHERE nummer = 7", [b"\xff\xfe"])
    assert findings(store) == (LogFinding(Tampering.CHANGED, 7, None),)


def test_letters_that_are_none_make_the_database_damaged_and_are_said_so(store):
    filled(store, 20)
    sql(store, "UPDATE loggpost SET rubrik = CAST(x'ff41' AS TEXT) WHERE nummer = 7")
    with pytest.raises(DatabaseDamagedError):
        findings(store)
