"""What waits for a dagordning, kind by kind; what stands on one that is held does not wait.

What stood on a dagordning waits again when its punkt utgår, when the sammanträde is cancelled, or
when the sammanträde is over and has §§, but none for the punkt.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from nämnd.beredning import wording
from nämnd.beredning.values import Waiting, Waits
from nämnd.delegation.rules import NOT_REPORTED, anmäls_senast
from nämnd.sammanträde.queries import all_days
from nämnd.tables import (
    Beslutspunkt,
    Delegationsbeslut,
    Handling,
    Paragraf,
    Punkt,
    Sammanträde,
    Ärende,
)

ÖPPET = "öppet"
handled = select(Paragraf.id).where(Paragraf.punkt_id == Punkt.id).exists()


def open_ärenden() -> Select[str]:
    """Select the ids of the ärenden that can wait, in any nämnd."""
    return select(Ärende.id).where(Ärende.status == ÖPPET, Ärende.makulerat.is_(None))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A sammanträde, as far as it matters to what waits. `dagar` in order."""

    dagar: tuple[date, ...]
    avslutat: bool  # its last day has been ended
    inställt: bool
    handled: bool  # it has §§


@dataclass(frozen=True, slots=True)
class Held:
    """The sammanträden of the nämnd, and today. `until`: what stands on a later one waits."""

    rows: Mapping[str, Meeting]
    today: date
    until: date = date.max

    def carries(self, sammanträde_id: str | None, utgår: str | None, *, handled: bool) -> bool:
        """Say whether a punkt holds what stands in it, so that it does not wait."""
        if sammanträde_id is None or utgår is not None:
            return False
        row = self.rows.get(sammanträde_id)
        if row is None:  # of another nämnd
            return True
        if row.dagar and row.dagar[0] > self.until:
            return False
        return not row.inställt and (handled or not self.is_over(row))

    def is_over(self, row: Meeting) -> bool:
        """Say whether it was held, with §§ here: what has none was not taken up."""
        ended = row.avslutat or not row.dagar or row.dagar[-1] < self.today
        return row.handled and ended

    def since(self, day: date) -> list[str]:
        """Return those that began that day or later."""
        return [key for key, row in self.rows.items() if row.dagar and row.dagar[0] >= day]

    def day(self, sammanträde_id: str) -> date:
        """Return its first day."""
        row = self.rows.get(sammanträde_id)
        return row.dagar[0] if row and row.dagar else date.min


def held(session: Session, nämnd_id: str, today: date) -> Held:
    """Return the sammanträden of a nämnd."""
    days, ended = all_days(session, nämnd_id)
    has_paragrafer = select(Paragraf.id).where(Paragraf.sammanträde_id == Sammanträde.id).exists()
    rows = session.execute(
        select(Sammanträde.id, Sammanträde.inställt.is_not(None), has_paragrafer).where(
            Sammanträde.nämnd_id == nämnd_id
        )
    )
    meetings = {
        key: Meeting(days[key], ended.get(key, False), inställt, handled)
        for key, inställt, handled in rows
    }
    return Held(meetings, today)


def delegationsbeslut(session: Session, nämnd_id: str, held: Held) -> Iterator[Waiting]:
    """Yield the beslut that must or are to be reported and stand on no dagordning."""
    found = session.execute(_beslut(nämnd_id))
    days = [row.dagar[0] for row in held.rows.values() if row.dagar and not row.inställt]
    for row in found:
        if held.carries(row.sammanträde_id, row.utgår, handled=row.handled):
            continue
        last = anmäls_senast(row.datum, days) if row.brådskande else None
        yield Waiting(
            Waits.BRÅDSKANDE if row.brådskande else Waits.DELEGATION,
            row.id,
            row.rubrik,
            row.ärende_id,
            row.dnr,
            row.datum.isoformat(),
            row.av,
            must=row.brådskande,
            senast=last.isoformat() if last else None,
        )


def _beslut(nämnd_id: str) -> Select[*tuple[Any, ...]]:
    """Select what is to be reported and has not been: by hand, or because its § is done."""
    wanted: ColumnElement[bool] = or_(
        Delegationsbeslut.brådskande, Delegationsbeslut.anmäls.is_(True)
    )
    put_off = select(Beslutspunkt.paragraf_id).where(Beslutspunkt.utfall.in_(NOT_REPORTED))
    told = (
        select(Paragraf.id)
        .where(Paragraf.punkt_id == Delegationsbeslut.punkt_id, Paragraf.klar)
        .where(Paragraf.id.not_in(put_off))
        .exists()
    )
    return (
        select(
            Delegationsbeslut.id,
            Delegationsbeslut.datum,
            Delegationsbeslut.av,
            Delegationsbeslut.rubrik,
            Delegationsbeslut.brådskande,
            Delegationsbeslut.ärende_id,
            Ärende.dnr,
            Punkt.sammanträde_id,
            Punkt.utgår,
            handled.label("handled"),
        )
        .outerjoin(Ärende, Ärende.id == Delegationsbeslut.ärende_id)
        .outerjoin(Punkt, Punkt.id == Delegationsbeslut.punkt_id)
        .where(Delegationsbeslut.nämnd_id == nämnd_id, wanted)
        .where(Delegationsbeslut.anmält.is_(None), ~told)
        .where(Delegationsbeslut.delegationsprotokoll_id.is_(None))
    )


def is_brådskande_open(session: Session, nämnd_id: str) -> bool:
    """Say whether the nämnd has a brådskande beslut that nobody has recorded as reported."""
    found = select(Delegationsbeslut.id).where(
        Delegationsbeslut.nämnd_id == nämnd_id,
        Delegationsbeslut.brådskande,
        Delegationsbeslut.anmält.is_(None),
    )
    return session.scalar(found.limit(1)) is not None


def handlingar(session: Session, nämnd_id: str, held: Held) -> Iterator[Waiting]:
    """Yield the handlingar that are to be reported and stand on no dagordning."""
    found = session.execute(
        select(
            Handling.id,
            Handling.rubrik,
            Handling.datum,
            Handling.riktning,
            Handling.från_till,
            Handling.ärende_id,
            Ärende.dnr,
            Punkt.sammanträde_id,
            Punkt.utgår,
            handled.label("handled"),
        )
        .join(Ärende, Ärende.id == Handling.ärende_id)
        .outerjoin(Punkt, Punkt.id == Handling.punkt_id)
        .where(Ärende.nämnd_id == nämnd_id, Handling.anmäls.is_(True), Handling.makulerad.is_(None))
        .where(Ärende.makulerat.is_(None))
    )
    for row in found:
        if held.carries(row.sammanträde_id, row.utgår, handled=row.handled):
            continue
        said = wording.direction_text(row.riktning, row.från_till)
        yield Waiting(
            Waits.ANMÄLAN,
            row.id,
            row.rubrik,
            row.ärende_id,
            row.dnr,
            row.datum.isoformat(),
            said,
        )


def ärenden(session: Session, nämnd_id: str) -> Iterator[Waiting]:
    """Yield the open ärenden that somebody has said wait."""
    found = session.execute(
        select(Ärende.id, Ärende.rubrik, Ärende.dnr, Ärende.öppnat, Ärende.väntar).where(
            Ärende.nämnd_id == nämnd_id,
            Ärende.väntar.is_not(None),
            Ärende.status == ÖPPET,
            Ärende.makulerat.is_(None),
        )
    )
    for key, rubrik, dnr, öppnat, note in found:
        since = öppnat.isoformat() if öppnat else None
        yield Waiting(Waits.VÄNTAR, key, rubrik, key, dnr, since, note or "")
