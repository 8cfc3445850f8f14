"""All that an index holds, in a form that two of them can be compared by."""

import sqlite3
from collections import defaultdict
from contextlib import closing

from nämnd.sök.index import Index
from nämnd.sök.writing import unpack

_TABLES = ("allt", "rubriker", "öppet")


def dump(index: Index) -> dict[object, object]:
    """Return every doc, the words by which it is found, and what else goes by its id."""
    with closing(sqlite3.connect(index.path)) as link:
        found: dict[object, object] = {}
        names = {}
        for row in link.execute("SELECT * FROM doc"):
            kind, key = row[1:3]
            names[row[0]] = (kind, key)
            found[kind, key] = (*row[3:5], unpack(row[5]), *row[6:])
        for table in _TABLES:
            found[table] = {names[doc]: words for doc, words in _words(link, table).items()}
        found["precis"] = sorted(
            (form, *names[doc]) for form, doc in link.execute("SELECT form, doc FROM precis")
        )
        found["nämnder"] = sorted(link.execute("SELECT id, namn FROM nämnd"))
        return found


def _words(link: sqlite3.Connection, table: str) -> dict[int, list[tuple[int, str]]]:
    link.execute(f"CREATE VIRTUAL TABLE temp.v_{table} USING fts5vocab(main, {table}, instance)")
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    asked = f"SELECT term, doc, offset FROM temp.v_{table}"  # noqa: S608 - names of our own
    for term, doc, offset in link.execute(asked):
        found[doc].append((offset, term))
    return {doc: sorted(words) for doc, words in found.items()}
