"""What the log says."""

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


def head(session: Session) -> LogHead:
    """Return the newest entry's number and hash: written into all that leaves the program."""
    newest = select(Loggpost.nummer, Loggpost.hash).order_by(Loggpost.nummer.desc()).limit(1)
    row = session.execute(newest).first()
    return LogHead(*row) if row else LogHead(0, "")
