"""What comes back by itself: §§ that were put off or sent back, punkter that were never decided."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import CompoundSelect, Select, select, union
from sqlalchemy.orm import Session

from nämnd.beredning import wording
from nämnd.beredning.pool import ÖPPET, Held, handled, open_ärenden
from nämnd.beredning.sent_back import SentBack, sent_back
from nämnd.beredning.values import Waiting, Waits
from nämnd.tables import Beslutspunkt, Paragraf, Punkt, Sammanträde, Ärende

_REMEMBERED = timedelta(days=730)
"""How long a punkt that was never decided, or a § without an ärende, comes back.

Of an ärende that was sent back somebody can say that it never will: it is closed.
"""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something stands, or stood. `holds`: it does not wait. `why`: why it does."""

    ärende_id: str | None
    återupptar: str | None
    rubrik: str
    sammanträde_id: str
    day: date
    holds: bool
    why: str
    open: tuple[str, str] | None  # dnr and rubrik of its ärende, when that is open


@dataclass(frozen=True, slots=True)
class _Places:
    """Places by what a § can be known by."""

    ärende: Mapping[str | None, list[_Place]]
    återupptar: Mapping[str | None, list[_Place]]
    rubrik: Mapping[str, list[_Place]]

    @classmethod
    def of(cls, places: Iterable[_Place]) -> "_Places":
        made = cls(defaultdict(list), defaultdict(list), defaultdict(list))
        for place in places:
            made.ärende[place.ärende_id].append(place)
            made.återupptar[place.återupptar].append(place)
            made.rubrik[place.rubrik].append(place)
        return made

    def near(self, one: SentBack) -> list[_Place]:
        """Return those that may be where a § is taken up again."""
        known = self.ärende[one.ärende.id] if one.ärende else self.rubrik[one.rubrik]
        return [*self.återupptar[one.id], *known]


def comebacks(session: Session, nämnd_id: str, held: Held) -> Iterator[Waiting]:
    """Yield the §§ that come back, then the ärenden whose last punkt was never decided."""
    recent = held.since(_remembered(held.today))
    paragrafer = [one for one in sent_back(session, nämnd_id, recent) if _is_live(one, held)]
    rubriker = {one.rubrik for one in paragrafer if one.ärende is None}
    places = _places(session, nämnd_id, _punkter(rubriker, recent), held)
    found = _Places.of(places)
    back: set[str] = set()
    for one in paragrafer:
        if not any(_takes_up(place, one, held) for place in found.near(one)):
            back |= {one.ärende.id} if one.ärende else set()
            yield one.waiting(held.day(one.sammanträde_id))
    for place in _undecided(places, held):
        if place.ärende_id not in back:
            yield _waiting(place)


def _remembered(today: date) -> date:
    """Return the first day that is remembered; near the start of the calendar that is its first."""
    return max(today, date.min + _REMEMBERED) - _REMEMBERED


def _is_live(one: SentBack, held: Held) -> bool:
    if one.ärende is not None:
        return not one.ärende.closed
    return held.day(one.sammanträde_id) >= _remembered(held.today)


def _takes_up(place: _Place, one: SentBack, held: Held) -> bool:
    """Say whether a punkt takes a § up again: it says so, or is of the same ärende and later.

    What has no ärende is known by its rubrik.
    """
    if not place.holds:
        return False
    if place.återupptar == one.id:
        return True
    if place.sammanträde_id == one.sammanträde_id or place.day < held.day(one.sammanträde_id):
        return False
    if one.ärende is not None:
        return place.ärende_id == one.ärende.id
    return place.rubrik == one.rubrik


def _punkter(rubriker: Collection[str], recent: Collection[str]) -> CompoundSelect[str]:
    """Select the punkter of open ärenden, those that take up a §, and those with a rubrik."""
    return union(
        select(Punkt.id).where(Punkt.ärende_id.in_(open_ärenden())),
        select(Punkt.id).where(Punkt.återupptar.is_not(None)),
        select(Punkt.id).where(Punkt.sammanträde_id.in_(recent), Punkt.rubrik.in_(rubriker)),
    )


def _places(
    session: Session, nämnd_id: str, punkter: CompoundSelect[str], held: Held
) -> list[_Place]:
    found = session.execute(_stood(nämnd_id).where(Punkt.id.in_(punkter)))
    return [
        _Place(
            row.ärende_id,
            row.återupptar,
            row.rubrik,
            row.sammanträde_id,
            held.day(row.sammanträde_id),
            held.carries(row.sammanträde_id, row.utgår or row.struck or None, handled=row.handled),
            _why(row.sammanträde_id, row.utgår, row.struck, held),
            (row.dnr, row.ärende_rubrik) if row.open else None,
        )
        for row in found
    ]


def _stood(nämnd_id: str) -> Select[*tuple[Any, ...]]:
    is_open = (Ärende.status == ÖPPET) & Ärende.makulerat.is_(None)
    struck = (
        select(Beslutspunkt.id)
        .join(Paragraf, Paragraf.id == Beslutspunkt.paragraf_id)
        .where(Paragraf.punkt_id == Punkt.id, Beslutspunkt.utfall == "utgår")
        .exists()
    )
    return (
        select(
            Punkt.ärende_id,
            Punkt.återupptar,
            Punkt.rubrik,
            Punkt.sammanträde_id,
            Punkt.utgår,
            struck.label("struck"),
            handled.label("handled"),
            is_open.label("open"),
            Ärende.dnr,
            Ärende.rubrik.label("ärende_rubrik"),
        )
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .outerjoin(Ärende, Ärende.id == Punkt.ärende_id)
        .where(Sammanträde.nämnd_id == nämnd_id)
    )


def _why(sammanträde_id: str, utgår: str | None, struck: bool, held: Held) -> str:  # noqa: FBT001 - a column
    row = held.rows.get(sammanträde_id)
    day = wording.day_text(held.day(sammanträde_id))
    if utgår:
        return f"utgick den {day}: {utgår}"
    if struck:
        return f"utgick den {day}"
    if row is not None and row.inställt:
        return f"sammanträdet den {day} ställdes in"
    return f"togs inte upp den {day}"


def _undecided(places: Iterable[_Place], held: Held) -> Iterator[_Place]:
    """Yield the newest place of every open ärende that does not hold it any more."""
    newest: dict[str, _Place] = {}
    for place in sorted(places, key=lambda one: (one.day, one.holds)):
        if place.ärende_id is not None and place.open is not None:
            newest[place.ärende_id] = place
    recent = _remembered(held.today)
    yield from (one for one in newest.values() if not one.holds and one.day >= recent)


def _waiting(place: _Place) -> Waiting:
    dnr, rubrik = place.open or ("", place.rubrik)
    key = place.ärende_id or ""
    return Waiting(Waits.VÄNTAR, key, rubrik, key, dnr, place.day.isoformat(), place.why)
