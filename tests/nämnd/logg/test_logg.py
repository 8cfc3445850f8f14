"""The log says who did what, when, and what it changed."""

import json
from datetime import date, datetime

import pytest

from nämnd.core.changes import RowChange
from nämnd.logg.entry import entry
from nämnd.logg.queries import latest
from nämnd.logg.values import LogHead
from nämnd.tables import Base
from tests.builders import a_nämnd, a_person, a_sammanträde

START = LogHead(0, "")
NOW = datetime(2026, 3, 2, 9, 41, 7, 999)  # noqa: DTZ001 - local time


def test_an_entry_holds_the_row_before_and_after():
    change = RowChange("person", "p1", {"namn": "Åsa", "från": date(2026, 1, 2)}, None)
    row = entry(
        [change], command="RemovePerson", label="Ta bort Åsa", who="Eva Lind", now=NOW, after=START
    )
    assert (row.tid, row.vem, row.kommando, row.rubrik) == (
        "2026-03-02T09:41:07",
        "Eva Lind",
        "RemovePerson",
        "Ta bort Åsa",
    )
    assert json.loads(row.ändringar) == [
        {
            "tabell": "person",
            "nyckel": "p1",
            "före": {"namn": "Åsa", "från": "2026-01-02"},
            "efter": None,
        }
    ]
    assert "Åsa" in row.ändringar  # to be found by whoever looks for it


def test_what_no_table_holds_is_not_logged_as_something_else():
    with pytest.raises(TypeError):
        entry(
            [RowChange("x", "1", {"a": object()}, None)],
            command="",
            label="",
            who="",
            now=NOW,
            after=START,
        )


def test_every_kind_of_column_can_be_logged(store):
    sammanträde_id = a_sammanträde(store, a_nämnd(store, adress=("Box 1",)))
    assert store.ask(latest)[0].rubrik == ""
    assert sammanträde_id


def test_the_newest_entries_come_first_and_no_more_than_asked_for(store):
    for number in range(5):
        a_person(store, f"Person {number}")
    found = store.ask(lambda session: latest(session, 3))
    assert [row.nummer for row in found] == [5, 4, 3]


def test_every_table_but_the_log_has_a_key_that_undo_can_find():
    for table in Base.metadata.tables.values():
        keys = [column.name for column in table.primary_key]
        assert keys == (["nummer"] if table.name == "loggpost" else ["id"])
