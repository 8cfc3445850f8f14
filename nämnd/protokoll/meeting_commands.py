"""Changes to the course of a sammanträde: when each day really began and ended, and its breaks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import Draft, GoneError, InvalidDraftError
from nämnd.sammanträde.dagordning import Ajournering
from nämnd.sammanträde.rules import read_time
from nämnd.store.rows import load, rows_where
from nämnd.tables import Sammanträde, Sammanträdesdag

_SAMMANTRÄDE = frozenset({Topic.SAMMANTRÄDE, Topic.PROTOKOLL})


@dataclass(frozen=True, kw_only=True)
class OpenSammanträde:
    """Record when the ordförande opened a day of a sammanträde; `tid` None takes it back."""

    sammanträde_id: str
    datum: date
    tid: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the time."""
        _refuse_times((self.tid,))
        _day(session, self.sammanträde_id, self.datum).öppnat = self.tid
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class CloseSammanträde:
    """Record when the ordförande ended a day of a sammanträde; `tid` None takes it back."""

    sammanträde_id: str
    datum: date
    tid: str | None

    def run(self, session: Session) -> frozenset[Topic]:
        """Set the time. A break that still lasts that day ends with it."""
        _refuse_times((self.tid,))
        _day(session, self.sammanträde_id, self.datum).avslutat = self.tid
        if self.tid is not None:
            sammanträde = load(session, Sammanträde, self.sammanträde_id)
            sammanträde.ajourneringar = _ended(sammanträde.ajourneringar, self.tid)
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class StartBreak:
    """Ajournera: a break begins. Nothing happens while another lasts."""

    sammanträde_id: str
    datum: date
    tid: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Add the break. Its day is kept when the sammanträde has several."""
        _refuse_times((self.tid,))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        if any(one.get("till") is None for one in sammanträde.ajourneringar):
            return frozenset()
        several = len(_days(session, self.sammanträde_id)) > 1
        begun = Ajournering(self.tid, None, self.datum if several else None)
        sammanträde.ajourneringar = [*sammanträde.ajourneringar, _kept(begun)]
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class EndBreak:
    """Återuppta: the break that lasts is over."""

    sammanträde_id: str
    tid: str

    def run(self, session: Session) -> frozenset[Topic]:
        """End it. Nothing happens when none lasts."""
        _refuse_times((self.tid,))
        sammanträde = load(session, Sammanträde, self.sammanträde_id)
        sammanträde.ajourneringar = _ended(sammanträde.ajourneringar, self.tid)
        return _SAMMANTRÄDE


@dataclass(frozen=True, kw_only=True)
class SaveBreaks:
    """Set all breaks of a sammanträde, to correct them afterwards."""

    sammanträde_id: str
    rows: tuple[Ajournering, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace them."""
        _refuse_times(time for row in self.rows for time in (row.från, row.till))
        load(session, Sammanträde, self.sammanträde_id).ajourneringar = [
            _kept(row) for row in self.rows
        ]
        return _SAMMANTRÄDE


def _refuse_times(times: Iterable[str | None]) -> None:
    if any(time is not None and read_time(time) != time for time in times):
        raise InvalidDraftError((Draft.TID_MALFORMED,))


def _days(session: Session, sammanträde_id: str) -> list[Sammanträdesdag]:
    return rows_where(session, Sammanträdesdag, Sammanträdesdag.sammanträde_id == sammanträde_id)


def _day(session: Session, sammanträde_id: str, datum: date) -> Sammanträdesdag:
    for day in _days(session, sammanträde_id):
        if day.datum == datum:
            return day
    raise GoneError("sammanträdesdag", datum.isoformat())


def _ended(breaks: list[dict[str, object]], tid: str) -> list[dict[str, object]]:
    return [{**one, "till": one.get("till") or tid} for one in breaks]


def _kept(row: Ajournering) -> dict[str, object]:
    datum = row.datum.isoformat() if row.datum else None
    return {"från": row.från, "till": row.till, "datum": datum}
