"""Sammanträden and bevakningar as entries of a calendar: facts, before any file format.

`sequence` is the number of the newest line of the log about an entry: it rises with each change,
also when a change is taken back, so that a calendar that has the entry already moves it.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeAlias, cast

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.secrecy import outward
from nämnd.bevakning.values import BevakningRow, PåDatum
from nämnd.core.swedish import sort_key
from nämnd.organisation.queries import UppdragRow, uppdrag_rows
from nämnd.organisation.rules import LEDAMÖTER, serves
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.store.rows import load
from nämnd.tables import Loggpost, Nämnd, Sammanträde, Sammanträdesdag
from nämnd.årsplan.queries import name_of

_MÖTE, _DAG, _BEVAKNING = "sammanträde", "sammanträdesdag", "bevakning"


@dataclass(frozen=True, slots=True)
class Someone:
    """Who takes part. `must`: a ledamot, who is to come; an ersättare may."""

    namn: str
    epost: str
    must: bool = True


@dataclass(frozen=True, slots=True)
class Changed:
    """When an entry was last changed, as far as the log says."""

    sequence: int = 0
    when: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mötesdag:
    """One day of a sammanträde. `from_to`: times as «08.30», the end may be unknown."""

    key: str
    nämnd: str
    namn: str  # «sammanträde 4»
    dag: date
    nummer: int = 1  # which day of the sammanträde, of `dagar`
    dagar: int = 1
    from_to: tuple[str, str | None] | None = None
    plats: str = ""
    inställt: str | None = None
    organizer: Someone | None = None
    attendees: tuple[Someone, ...] = ()
    changed: Changed = field(default_factory=Changed)


@dataclass(frozen=True, slots=True)
class BevakadDag:
    """The day a bevakning is due. `regel`: how that is said, when it is not just a date."""

    row: BevakningRow
    nämnd: str
    dag: date
    regel: str = ""
    changed: Changed = field(default_factory=Changed)


Event: TypeAlias = Mötesdag | BevakadDag


def of_möten(
    session: Session, nämnd_id: str, keys: Collection[str] | None = None
) -> tuple[Mötesdag, ...]:
    """Return the sammanträden of a nämnd, or those named, day by day. Cancelled ones too.

    Raises:
        GoneError: the nämnd is not there.
    """
    nämnd = load(session, Nämnd, nämnd_id).namn
    rows = [one for one in sammanträden(session, nämnd_id) if keys is None or one.id in keys]
    times, secretaries = _times(session, nämnd_id), _secretaries(session, nämnd_id)
    people, changed = uppdrag_rows(session, nämnd_id), _changed(session, (_MÖTE, _DAG))
    found = (
        event
        for row in sorted(rows, key=lambda one: (one.dagar, one.id))
        for event in _days(
            row,
            nämnd,
            times,
            _People(people, secretaries.get(row.id)),
            changed.get(row.id, Changed()),
        )
    )
    return tuple(found)


def of_bevakningar(
    session: Session, nämnd_id: str, today: date, keys: Collection[str] | None = None
) -> tuple[BevakadDag, ...]:
    """Return what is watched and has a day: all that is open, or what is named, closed or not.

    What is due at or counted from a sammanträde changes when any sammanträde does. What may not be
    told outside the nämnd is left out of its row.

    Raises:
        GoneError: the nämnd is not there.
    """
    nämnd = load(session, Nämnd, nämnd_id).namn
    changed = _changed(session, (_MÖTE, _DAG, _BEVAKNING))
    all_rows = bevakningar(session, nämnd_id, today, closed=True)
    newest = max(changed.values(), key=lambda one: one.sequence, default=Changed())
    found = list[BevakadDag]()
    for row in all_rows:
        if row.due is None or (row.avslutad is not None if keys is None else row.id not in keys):
            continue
        fixed = isinstance(row.draft.förfaller, PåDatum)
        regel = "" if fixed else outward(row).regel
        when = changed.get(row.id, Changed()) if fixed else newest
        found.append(BevakadDag(outward(row), nämnd, row.due, regel, when))
    return tuple(sorted(found, key=lambda one: (one.dag, sort_key(one.row.draft.rubrik))))


@dataclass(frozen=True, slots=True)
class _People:
    """Everybody with an uppdrag, and the person who is secretary of this sammanträde."""

    rows: tuple[UppdragRow, ...]
    secretary: str | None

    def organizer(self, day: date) -> Someone | None:
        """Return the secretary of the sammanträde, or of the nämnd, who can be written to."""
        serving = list(self._serving(day))
        own = [one for one in serving if one.person_id == self.secretary]
        usual = [one for one in serving if one.uppdrag.roll == "sekreterare"]
        reachable = (one for one in (*own, *usual) if one.person.epost)
        found = next(reachable, None)
        return found and Someone(found.person.namn, found.person.epost or "")

    def attendees(self, day: date) -> Iterator[Someone]:
        """Yield ledamöter, ersättare and others who can be written to, each address once."""
        seen = set[str]()
        for one in self._serving(day):
            address = (one.person.epost or "").strip()
            if address and address.casefold() not in seen:
                seen.add(address.casefold())
                yield Someone(one.person.namn, address, one.uppdrag.roll in LEDAMÖTER)

    def _serving(self, day: date) -> Iterator[UppdragRow]:
        return (one for one in self.rows if serves(one.uppdrag.från, one.uppdrag.till, day))


def _days(
    row: SammanträdeListRow,
    nämnd: str,
    times: dict[tuple[str, date], list[list[str | None]]],
    people: _People,
    changed: Changed,
) -> Iterator[Mötesdag]:
    for nummer, day in enumerate(row.dagar, start=1):
        yield Mötesdag(
            key=row.id,
            nämnd=nämnd,
            namn=name_of(row),
            dag=day,
            nummer=nummer,
            dagar=len(row.dagar),
            from_to=_from_to(times.get((row.id, day), [])),
            plats=row.plats,
            inställt=row.inställt,
            organizer=people.organizer(day),
            attendees=tuple(people.attendees(day)),
            changed=changed,
        )


def _from_to(spans: list[list[str | None]]) -> tuple[str, str | None] | None:
    """Return from the beginning of the first span to the end of the last."""
    if not spans or not spans[0] or not spans[0][0]:
        return None
    last = spans[-1]
    return spans[0][0], last[1] if len(last) > 1 else None


def _times(session: Session, nämnd_id: str) -> dict[tuple[str, date], list[list[str | None]]]:
    found = session.execute(
        select(Sammanträdesdag.sammanträde_id, Sammanträdesdag.datum, Sammanträdesdag.tider)
        .join(Sammanträde, Sammanträde.id == Sammanträdesdag.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id)
    )
    return {(key, day): times for key, day, times in found}


def _secretaries(session: Session, nämnd_id: str) -> dict[str, str | None]:
    found = session.execute(
        select(Sammanträde.id, Sammanträde.sekreterare).where(Sammanträde.nämnd_id == nämnd_id)
    )
    return dict(found.all())  # pyright: ignore[reportArgumentType, reportReturnType, reportUnknownVariableType] - pairs


def _changed(session: Session, tables: Collection[str]) -> dict[str, Changed]:
    """Return the newest line of the log about each row of `tables`; a day is its sammanträde's."""
    about = or_(*(Loggpost.ändringar.contains(f'"tabell": "{one}"') for one in tables))
    entries = session.execute(
        select(Loggpost.nummer, Loggpost.tid, Loggpost.ändringar)
        .where(about)
        .order_by(Loggpost.nummer)
    )
    found = dict[str, Changed]()
    for nummer, tid, changes in entries:
        when = Changed(nummer, _time(tid))
        for change in cast("list[dict[str, Any]]", json.loads(changes)):
            if change["tabell"] in tables:
                found[_owner(change)] = when
    return found


def _owner(change: dict[str, Any]) -> str:
    row = cast("dict[str, Any]", change["efter"] or change["före"] or {})
    if change["tabell"] == _DAG and "sammanträde_id" in row:
        return str(row["sammanträde_id"])
    return str(change["nyckel"])


def _time(tid: str) -> datetime | None:
    try:
        return datetime.fromisoformat(tid)
    except ValueError:
        return None
