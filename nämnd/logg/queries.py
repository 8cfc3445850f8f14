"""What the log says."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.logg.values import LogHead
from nämnd.tables import Loggpost


@dataclass(frozen=True, slots=True)
class LoggRow:
    """One line of the log."""

    nummer: int
    tid: str
    vem: str
    rubrik: str


def latest(session: Session, count: int = 200) -> tuple[LoggRow, ...]:
    """Return the newest `count` entries, newest first."""
    found = session.execute(
        select(Loggpost.nummer, Loggpost.tid, Loggpost.vem, Loggpost.rubrik)
        .order_by(Loggpost.nummer.desc())
        .limit(count)
    )
    return tuple(LoggRow(*row) for row in found)


def removed_row(session: Session, table: str, value: str) -> Mapping[str, object] | None:
    """Return what a removed row of `table` held that had `value` (an id, a SHA-256) in a column.

    None: no such row was removed. The whole log is read: for what is asked seldom.
    """
    entries = session.scalars(
        select(Loggpost.ändringar)
        .where(Loggpost.ändringar.contains(value, autoescape=True))
        .order_by(Loggpost.nummer.desc())
    )
    rows = (row for entry in entries for row in json.loads(entry) if row["tabell"] == table)
    gone = (row["före"] for row in rows if row["efter"] is None)
    return next((before for before in gone if value in before.values()), None)


def head(session: Session) -> LogHead:
    """Return the newest entry's number and hash: written into all that leaves the program."""
    newest = select(Loggpost.nummer, Loggpost.hash).order_by(Loggpost.nummer.desc()).limit(1)
    row = session.execute(newest).first()
    return LogHead(*row) if row else LogHead(0, "")
