"""Programs to be killed. They run in processes of their own, so nothing slow is imported here."""

import os
import signal
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from sqlalchemy import Engine, event

from nämnd.core.changes import Together
from nämnd.organisation.commands import SavePerson
from nämnd.organisation.rules import PersonDraft
from nämnd.store import engine, place_of
from nämnd.store.schema import Schema
from nämnd.store.store import Store

PERSONS = 20  # saved by one command, each over most of a page
MIDDLE = "middle"
SAFE = engine.LOCAL
# with so little room in memory, rows reach the disk in the middle of a change
ON_A_SHARE = (*engine.NETWORK, "cache_size=2")
WEAK = ("journal_mode=OFF", "synchronous=OFF", "cache_size=2")


def opened(path, **how):
    return Store(
        place_of(str(path)),
        who="Eva Lind",
        clock=lambda: datetime(2026, 3, 2, 9, 41),  # noqa: DTZ001 - local time
        **how,
    )


@dataclass(frozen=True)
class Wait:
    """Stop in the middle of a change, some of its rows written, and say so. The end comes here."""

    link: Any

    def run(self, session):  # noqa: ARG002 - a command takes one
        self.link.send(MIDDLE)
        self.link.recv()
        return frozenset()


def batch_of(run, number):
    """Give everybody of the run the same new titel: afterwards all have it, or nobody."""
    title = f"{number:06}{'x' * 3000}"
    drafts = ((f"{run}.{n}", PersonDraft("Bo", titel=title)) for n in range(PERSONS))
    return tuple(SavePerson(person_id=key, draft=draft) for key, draft in drafts)


def save_until_killed(path, link, run, waits, pragmas):
    """Save one batch after the other; say each number when the store says it is saved.

    In the batch with the number `waits` (None: in none) stop before the last row.
    """
    engine.LOCAL = pragmas
    store = opened(path)
    for number in count():
        batch = batch_of(run, number)
        if number == waits:
            batch = (*batch[:-1], Wait(link), batch[-1])
        store.do(Together(batch))
        link.send(number)


def hold_until_killed(path, link):
    """Keep the database open."""
    store = opened(path)
    link.send("open")
    link.recv()
    store.close()


def migrate_until_killed(path, migrations, head, stop, weak):
    """Bring a database up to date; die before the statement number `stop` (from 0)."""
    if weak:
        engine.begin = lambda _connection: None
        engine.set_up = lambda _link, _pragmas: None
    numbers = count()

    def die(*_):
        if next(numbers) == stop:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", die)
    event.listen(Engine, "commit", die)
    store = opened(path, schema=Schema(migrations, head))
    store.close()
