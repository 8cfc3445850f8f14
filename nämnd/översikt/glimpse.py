"""The first page before SQLAlchemy is there: the same rows, read by SQLite alone.

SQLAlchemy takes longer to import than the first page takes to paint. So the window opens on these
rows and gets the real ones a moment later; a test holds the two to the same answer.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from nämnd.core.swedish import sort_key
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.rules import whole_justerat
from nämnd.store.uri import to_read

KNOWN = "0005"  # the schema these statements were written for


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A nämnd and its sammanträden, newest first."""

    nämnd_id: str
    namn: str
    sammanträden: tuple[SammanträdeListRow, ...]


def glimpse(path: Path, nämnd_id: str | None) -> Glimpse | None:
    """Return the first page's rows; None when they can't be had so simply.

    Args:
        path: the database.
        nämnd_id: the one that was open last; None or unknown: the first by name.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(to_read(path), uri=True)) as link:
            return _read(link, nämnd_id)
    except (sqlite3.Error, ValueError):
        return None  # the store will say what is wrong with it


def _read(link: sqlite3.Connection, nämnd_id: str | None) -> Glimpse | None:
    version = link.execute("SELECT version_num FROM alembic_version").fetchone()
    if version != (KNOWN,):
        return None
    nämnder = link.execute("SELECT id, namn FROM nämnd").fetchall()
    if not nämnder:
        return None
    nämnder.sort(key=lambda row: sort_key(row[1]))
    key, namn = next((row for row in nämnder if row[0] == nämnd_id), nämnder[0])
    return Glimpse(key, namn, _sammanträden(link, key))


def _sammanträden(link: sqlite3.Connection, nämnd_id: str) -> tuple[SammanträdeListRow, ...]:
    days: dict[str, tuple[date, ...]] = {}
    found = link.execute(
        "SELECT d.sammanträde_id, d.datum FROM sammanträdesdag d "
        "JOIN sammanträde s ON s.id = d.sammanträde_id WHERE s.nämnd_id = ? ORDER BY d.datum",
        (nämnd_id,),
    )
    for key, day in found:
        days[key] = (*days.get(key, ()), date.fromisoformat(day))
    rows = link.execute(
        "SELECT id, plats, nummer_i_året, slag, inställt, "
        "(SELECT count(*) FROM punkt p WHERE p.sammanträde_id = s.id), "
        "(SELECT min(datum) FROM utskick u WHERE u.sammanträde_id = s.id), "
        "(SELECT avslutat FROM sammanträdesdag d WHERE d.sammanträde_id = s.id "
        "ORDER BY d.datum DESC LIMIT 1) "
        "FROM sammanträde s WHERE nämnd_id = ?",
        (nämnd_id,),
    )
    numbers = _lists(link, "SELECT sammanträde_id, nummer FROM paragraf")
    justerade = _lists(
        link, "SELECT sammanträde_id, paragrafer FROM justering WHERE läge = 'justerat'"
    )
    made = (
        replace(
            _row(days, *row),
            paragrafer=len(numbers.get(row[0], ())),
            justerat=whole_justerat(numbers.get(row[0], ()), justerade.get(row[0], ())),
        )
        for row in rows
    )
    return tuple(sorted(made, key=lambda row: (row.dagar, row.id), reverse=True))


def _lists(link: sqlite3.Connection, query: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for key, value in link.execute(query):
        found.setdefault(key, []).append(value)
    return found


def _row(days: dict[str, tuple[date, ...]], key: str, *rest: object) -> SammanträdeListRow:
    plats, nummer, slag, inställt, punkter, sent, ended = rest
    return SammanträdeListRow(
        id=key,
        dagar=days.get(key, ()),
        plats=str(plats),
        nummer_i_året=nummer if isinstance(nummer, int) else None,
        slag=str(slag),
        inställt=None if inställt is None else str(inställt),
        punkter=int(str(punkter)),
        kallelse=date.fromisoformat(sent) if isinstance(sent, str) else None,
        avslutat=ended is not None,
    )
