"""Two small numbers choose among what there is in a store."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

from nämnd.core.changes import Command
from nämnd.store import Store

Action = Callable[[Store, int, int], Command | None]
WORDS = (
    "Åtgärder",
    "Budget",
    "",
    "Översyn  av vården",
    "Val",
    "  ",
    "Ärendebalans",
    "é",
    "🙂",
    "–",
)
DAY = date(2026, 3, 2)


def ids(store: Store, table: str) -> list[str]:
    with closing(sqlite3.connect(str(store.place.path))) as link:
        return [row[0] for row in link.execute(f'SELECT id FROM "{table}" ORDER BY id')]  # noqa: S608


def one_of(store: Store, table: str, number: int) -> str | None:
    found = ids(store, table)
    return found[number % len(found)] if found else None


def needs(table: str, make: Callable[[Store, str, int, int], Command | None]) -> Action:
    def act(store: Store, a: int, b: int) -> Command | None:
        key = one_of(store, table, a)
        return None if key is None else make(store, key, a, b)

    return act
