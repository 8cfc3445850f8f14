"""The §§ of a nämnd where something was put off (bordlagt) or sent back (återremitterat)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select, union
from sqlalchemy.orm import Session

from nämnd.beredning import wording
from nämnd.beredning.pool import ÖPPET, open_ärenden
from nämnd.beredning.values import Waiting, Waits
from nämnd.protokoll.marking import written
from nämnd.tables import Beslutspunkt, Nämnd, Paragraf, Punkt, Sammanträde, Ärende

WHY = {"bordläggning": Waits.BORDLAGT, "återremiss": Waits.ÅTERREMITTERAT}
"""Outcomes of an att-sats that bring it back (KL 5:50, 5:59 through 6:33)."""


@dataclass(frozen=True, slots=True)
class ÄrendeOf:
    """The ärende of a §. `closed`: it has been closed or annulled, and does not come back."""

    id: str
    dnr: str
    closed: bool


@dataclass(frozen=True, slots=True)
class SentBack:
    """A § of which at least one att-sats comes back."""

    id: str
    nummer: int
    rubrik: str
    sammanträde_id: str
    form: str  # how the nämnd writes a §
    ärende: ÄrendeOf | None
    satser: tuple[tuple[str, str, str | None], ...]  # number, outcome, till
    whole: bool  # all of it comes back

    def waiting(self, day: Any) -> Waiting:  # noqa: ANN401 - a date
        """Return it as something that waits; `day`: of its sammanträde."""
        kinds = {utfall for _, utfall, _ in self.satser}
        till = next((till for _, _, till in self.satser if till), None)
        numbers = wording.punkter_text(nummer for nummer, _, _ in self.satser)
        where = f"{written(self.form, self.nummer, day)} den {wording.day_text(day)}"
        return Waiting(
            Waits.ÅTERREMITTERAT if "återremiss" in kinds else Waits.BORDLAGT,
            self.id,
            self.rubrik,
            self.ärende.id if self.ärende else None,
            self.ärende.dnr if self.ärende else None,
            day.isoformat(),
            where if self.whole or not numbers else f"{where}, {numbers}",
            till,
        )


def sent_back(session: Session, nämnd_id: str, recent: Collection[str]) -> tuple[SentBack, ...]:
    """Return them, with their ärende: the punkt's, or the one whose dnr stands in the §.

    Args:
        session: of the question.
        nämnd_id: whose.
        recent: sammanträden; of older ones only what belongs to an open ärende.
    """
    rows: dict[str, list[Any]] = {}
    for row in session.execute(_satser(nämnd_id, recent)):
        rows.setdefault(row.id, []).append(row)
    heads = [some[0] for some in rows.values()]
    loose = {dnr for head in heads if head.ärende_id is None for dnr in head.dnr}
    by_dnr = _by_dnr(session, nämnd_id, loose)
    return tuple(_of(some, by_dnr) for some in rows.values() if _comes_back(some))


def _satser(nämnd_id: str, recent: Collection[str]) -> Select[*tuple[Any, ...]]:
    """Select every att-sats of the §§ that have one that comes back."""
    coming = select(Paragraf.id).join(Beslutspunkt, Beslutspunkt.paragraf_id == Paragraf.id)
    coming = coming.where(Beslutspunkt.utfall.in_(WHY))
    of_open = coming.join(Punkt, Punkt.id == Paragraf.punkt_id).where(
        Punkt.ärende_id.in_(open_ärenden())
    )
    of_recent = coming.where(Paragraf.sammanträde_id.in_(recent))
    return (
        select(
            Paragraf.id,
            Paragraf.nummer,
            Paragraf.rubrik,
            Paragraf.sammanträde_id,
            Paragraf.dnr,
            Nämnd.paragrafform,
            Punkt.ärende_id,
            Ärende.dnr.label("ärende_dnr"),
            Ärende.status,
            Ärende.makulerat,
            Beslutspunkt.nummer.label("sats"),
            Beslutspunkt.utfall,
            Beslutspunkt.till,
        )
        .join(Beslutspunkt, Beslutspunkt.paragraf_id == Paragraf.id)
        .join(Sammanträde, Sammanträde.id == Paragraf.sammanträde_id)
        .join(Nämnd, Nämnd.id == Sammanträde.nämnd_id)
        .outerjoin(Punkt, Punkt.id == Paragraf.punkt_id)
        .outerjoin(Ärende, Ärende.id == Punkt.ärende_id)
        .where(Sammanträde.nämnd_id == nämnd_id, Paragraf.id.in_(union(of_open, of_recent)))
        .order_by(Paragraf.nummer, Beslutspunkt.ordning)
    )


def _by_dnr(session: Session, nämnd_id: str, dnr: Collection[str]) -> dict[str, ÄrendeOf]:
    found = session.execute(
        select(Ärende.id, Ärende.dnr, Ärende.status, Ärende.makulerat).where(
            Ärende.nämnd_id == nämnd_id, Ärende.dnr.in_(dnr)
        )
    )
    return {one: ÄrendeOf(key, one, _closed(status, why)) for key, one, status, why in found}


def _closed(status: str | None, makulerat: str | None) -> bool:
    return status != ÖPPET or makulerat is not None


def _comes_back(some: Iterable[Any]) -> bool:
    return any(row.utfall in WHY for row in some)


def _of(some: list[Any], by_dnr: dict[str, ÄrendeOf]) -> SentBack:
    head = some[0]
    if head.ärende_id is not None:
        ärende = ÄrendeOf(head.ärende_id, head.ärende_dnr, _closed(head.status, head.makulerat))
    else:
        ärende = next((by_dnr[dnr] for dnr in head.dnr if dnr in by_dnr), None)
    coming = tuple((row.sats, row.utfall, row.till) for row in some if row.utfall in WHY)
    return SentBack(
        head.id,
        head.nummer,
        head.rubrik,
        head.sammanträde_id,
        head.paragrafform,
        ärende,
        coming,
        whole=len(coming) == len(some),
    )
