"""The program is killed in the middle of its work, again and again: nothing that was saved is lost.

A kill is not a power cut: the system keeps what was written. What the settings do then is
measured elsewhere; that every connection has them is tested in test_settings.py.
"""

import random
import sqlite3
from contextlib import closing

import pytest

from nämnd.organisation.commands import SavePerson
from nämnd.organisation.rules import PersonDraft
from tests.nämnd.store.dumps import check
from tests.nämnd.store.programs import (
    MIDDLE,
    ON_A_SHARE,
    PERSONS,
    SAFE,
    WEAK,
    opened,
    save_until_killed,
)
from tests.processes import CONTEXT


def kill_while_saving(path, run, choose, *, pragmas=SAFE):
    """Start a program and kill it; return how many batches it said were saved.

    Every other time it is killed at any moment, else (and with other pragmas than ours always)
    between the rows of a batch.
    """
    mine, its = CONTEXT.Pipe()
    wanted = choose.randrange(4)
    waits = wanted + 1 if pragmas != SAFE or run % 2 else None
    program = CONTEXT.Process(target=save_until_killed, args=(path, its, run, waits, pragmas))
    program.start()
    its.close()
    said = [mine.recv()]
    while (said[-1] != MIDDLE) if waits is not None else (said[-1] < wanted):
        said.append(mine.recv())
    if waits is None:
        program.join(timeout=choose.random() * 0.012)  # a moment into the next one
    program.kill()
    program.join()
    try:
        while True:
            said.append(mine.recv())
    except EOFError:
        return len(said) - said.count(MIDDLE)


def faults(path, run, acknowledged):
    """Return what is wrong with the database after a kill: nothing, when all is well."""
    if check(path) != "ok":
        return check(path)
    with closing(sqlite3.connect(path)) as link:
        query = "SELECT substr(titel, 1, 6) FROM person WHERE id LIKE ?"
        titles = [int(row[0]) for row in link.execute(query, (f"{run}.%",))]
        logged = link.execute("SELECT ändringar FROM loggpost ORDER BY nummer DESC").fetchone()[0]
    if len(set(titles)) != 1 or len(titles) != PERSONS:
        return f"half a batch: {titles}"
    if titles[0] not in (acknowledged - 1, acknowledged):
        return f"{acknowledged} were said to be saved, but the last is number {titles[0]}"
    return "" if f'"titel": "{titles[0]:06}x' in logged else "the last batch is not logged"


def test_20_kills_lose_nothing_that_was_said_to_be_saved(tmp_path):
    path, choose = str(tmp_path / "namnd.db"), random.Random(1)  # noqa: S311 - repeatable
    opened(path).close()
    saved = 0
    for run in range(20):
        acknowledged = kill_while_saving(path, run, choose)
        assert faults(path, run, acknowledged) == ""
        saved += acknowledged
    assert saved > 20
    with closing(opened(path)) as store:
        assert store.do(SavePerson(person_id="after", draft=PersonDraft("Efteråt"))).changes


@pytest.mark.parametrize("read_only", [False, True], ids=["to write", "to read"])
def test_after_a_kill_on_a_share_the_journal_left_behind_is_rolled_back(tmp_path, read_only):
    path, choose = tmp_path / "namnd.db", random.Random(4)  # noqa: S311 - repeatable
    opened(path).close()
    acknowledged = kill_while_saving(path, 0, choose, pragmas=ON_A_SHARE)
    assert (tmp_path / "namnd.db-journal").stat().st_size
    opened(path, read_only=read_only).close()
    assert faults(path, 0, acknowledged) == ""


def test_without_a_journal_the_same_kills_do_harm(tmp_path):
    choose = random.Random(2)  # noqa: S311 - repeatable
    found = []
    for run in range(5):
        path = str(tmp_path / f"{run}.db")
        opened(path).close()
        found.append(faults(path, run, kill_while_saving(path, run, choose, pragmas=WEAK)))
    assert any(found)


@pytest.mark.release
def test_300_kills_lose_nothing_that_was_said_to_be_saved(tmp_path):
    path, choose = str(tmp_path / "namnd.db"), random.Random(3)  # noqa: S311 - repeatable
    opened(path).close()
    for run in range(300):
        assert faults(path, run, kill_while_saving(path, run, choose)) == ""
