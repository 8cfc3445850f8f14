"""The dagordningar that bevakningar are or were on. A constant number of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.bevakning.values import Läge, Rapport
from nämnd.protokoll.marking import written
from nämnd.sammanträde.beteckningar import Numbered, beteckningar
from nämnd.sammanträde.queries import all_days
from nämnd.tables import (
    Beslutspunkt,
    Bevakning,
    Nämnd,
    Paragraf,
    Punkt,
    Sammanträde,
    Återrapport,
)

_COMES_BACK = ("bordläggning", "återremiss")  # KL 5:50, 5:59: it was not handled


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and whether it still holds the bevakning."""

    rapport: Rapport
    holds: Läge | None  # on a dagordning, or reported there; None: neither any more


def told(session: Session, nämnd_id: str, today: date) -> Mapping[str, Sequence[Told]]:
    """Return the reports of every bevakning of a nämnd by its id, the oldest first."""
    rows = session.execute(
        select(
            Återrapport.id,
            Återrapport.bevakning_id,
            Återrapport.punkt_id,
            Återrapport.utfall,
            Återrapport.text,
            Punkt.sammanträde_id,
            Punkt.utgår,
            Sammanträde.inställt,
            Nämnd.paragrafform,
            Paragraf.id.label("paragraf_id"),
            Paragraf.nummer,
        )
        .join(Bevakning, Bevakning.id == Återrapport.bevakning_id)
        .join(Punkt, Punkt.id == Återrapport.punkt_id)
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .outerjoin(Paragraf, Paragraf.punkt_id == Punkt.id)
        .where(Bevakning.nämnd_id == nämnd_id)
    ).all()
    if not rows:
        return {}
    found: defaultdict[str, list[Told]] = defaultdict(list)
    around = _Around.of(session, nämnd_id, rows, today)
    for row in rows:
        found[row.bevakning_id].append(around.told(row))
    for several in found.values():
        several.sort(key=lambda one: (one.rapport.dag or date.max, one.rapport.id))
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """What the sammanträden of the reports are like."""

    days: Mapping[str, tuple[date, ...]]
    ended: Mapping[str, bool]
    numbers: Mapping[str, int]  # by punkt
    with_paragrafer: frozenset[str]  # sammanträden
    put_off: frozenset[str]  # §§
    today: date

    @classmethod
    def of(cls, session: Session, nämnd_id: str, rows: Sequence[Any], today: date) -> "_Around":
        days, ended = all_days(session, nämnd_id)
        keys = {row.sammanträde_id for row in rows}
        there = select(Paragraf.sammanträde_id).where(Paragraf.sammanträde_id.in_(keys)).distinct()
        of_rows: ColumnElement[bool] = Beslutspunkt.paragraf_id.in_(
            [row.paragraf_id for row in rows if row.paragraf_id]
        )
        off = select(Beslutspunkt.paragraf_id).where(of_rows, Beslutspunkt.utfall.in_(_COMES_BACK))
        return cls(
            days,
            ended,
            _numbers(session, keys),
            frozenset(session.scalars(there)),
            frozenset(session.scalars(off)),
            today,
        )

    def told(self, row: Any) -> Told:  # noqa: ANN401 - columns
        dagar = self.days.get(row.sammanträde_id, ())
        held = self._held(row.sammanträde_id, dagar)
        day = dagar[0] if dagar else None
        number = self.numbers.get(row.punkt_id)
        punkt = written(row.paragrafform, row.nummer, day) if row.nummer else f"punkt {number}"
        rapport = Rapport(
            row.id, row.punkt_id, row.sammanträde_id, punkt, day, held, row.utfall, row.text or "",
            row.paragraf_id,
        )  # fmt: skip
        return Told(rapport, self._holds(row, held=held))

    def _held(self, key: str, dagar: tuple[date, ...]) -> bool:
        over = self.ended.get(key, False) or (bool(dagar) and dagar[-1] < self.today)
        return over and bool(dagar)

    def _holds(self, row: Any, *, held: bool) -> Läge | None:  # noqa: ANN401 - columns
        """Say whether it stands there; what was put off, or not taken up, does not."""
        if row.utfall is not None or row.utgår is not None or row.inställt is not None:
            return None
        if not held:
            return Läge.PÅ_DAGORDNINGEN
        if row.paragraf_id in self.put_off:
            return None
        skipped = row.paragraf_id is None and row.sammanträde_id in self.with_paragrafer
        return None if skipped else Läge.ÅTERRAPPORTERAD


def _numbers(session: Session, sammanträden: Iterable[str]) -> Mapping[str, int]:
    """Return the number of each punkt on some dagordningar, as the dagordning has it."""
    found = session.execute(
        select(Punkt.id, Punkt.sammanträde_id, Punkt.nummer, Punkt.slag, Sammanträde.sista_nummer)
        .join(Sammanträde, Sammanträde.id == Punkt.sammanträde_id)
        .where(Punkt.sammanträde_id.in_(sammanträden))
        .order_by(Punkt.ordning, Punkt.id)
    ).all()
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for row in found:
        groups[row.sammanträde_id].append(row)
    numbers: dict[str, int] = {}
    for rows in groups.values():
        shown = beteckningar(
            [Numbered(row.nummer, row.slag, None, ()) for row in rows],
            sista_nummer=rows[0].sista_nummer,
        )
        numbers |= {row.id: one.nummer for row, one in zip(rows, shown, strict=True)}
    return numbers
