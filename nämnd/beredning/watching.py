"""What is watched, as it waits for a dagordning and as a part of an ärende's life."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from nämnd.beredning.follow_up import ärenden_of
from nämnd.beredning.gång import Same
from nämnd.beredning.values import Händelse, Slag, Waiting, Waits
from nämnd.bevakning.queries import bevakningar, is_due_by, of_any_ärende
from nämnd.bevakning.values import BevakningRow
from nämnd.bevakning.writing import day as day_of
from nämnd.core.swedish import short_date
from nämnd.tables import Bevakning, Sammanträde, Sammanträdesdag, Ärende

_SOON = 30  # days ahead, or more when the first reminder is earlier


def waiting(
    session: Session, nämnd_id: str, today: date, back: Collection[str]
) -> Iterator[Waiting]:
    """Yield what is due at the next sammanträde, or at one that is near, and is on no dagordning.

    `back`: the §§ that come back by themselves; what was to be reported there comes with them.
    """
    rows = bevakningar(session, nämnd_id, today)
    if not any(one.sammanträde_id for one in rows):
        return
    next_day = _next_day(session, nämnd_id, today)
    found = [
        row
        for row in rows
        if is_due_by(row, _until(row, next_day, today))
        and not any(one.paragraf_id in back for one in row.rapporter if one.paragraf_id)
    ]
    ärenden = ärenden_of(session, [row.id for row in found])
    for row in found:
        yield _waiting(row, ärenden.get(row.id))


def _until(row: BevakningRow, next_day: date | None, today: date) -> date:
    """Return the day up to which it is near enough."""
    near = today + timedelta(days=max(_SOON, *row.draft.påminnelser, 0))
    return max(near, next_day) if next_day else near


def _next_day(session: Session, nämnd_id: str, today: date) -> date | None:
    return session.scalar(
        select(Sammanträdesdag.datum)
        .join(Sammanträde, Sammanträde.id == Sammanträdesdag.sammanträde_id)
        .where(Sammanträde.nämnd_id == nämnd_id, Sammanträde.inställt.is_(None))
        .where(Sammanträdesdag.datum >= today)
        .order_by(Sammanträdesdag.datum)
        .limit(1)
    )


def _waiting(row: BevakningRow, ärende: Ärende | None) -> Waiting:
    return Waiting(
        Waits.BEVAKNING,
        row.id,
        row.draft.rubrik,
        ärende.id if ärende else None,
        ärende.dnr if ärende else None,
        since=row.draft.källa.beslutsdatum.isoformat() if row.draft.källa.beslutsdatum else None,
        where=row.källa_text,
        till=f"sammanträdet den {short_date(row.due)}" if row.due else None,
    )


def events(session: Session, same: Same) -> Iterator[Händelse]:
    """Yield when something of the ärende began to be watched, was moved, and how it ended."""
    wanted: ColumnElement[bool] = or_(*(of_any_ärende(key) for key in same.ids))
    for row in session.scalars(select(Bevakning).where(wanted).order_by(Bevakning.id)):
        yield _event(row, row.skapad, "bevakas")
        for one in row.historik:
            said = f"flyttad från {_said(one.get('från'))} till {_said(one.get('till'))}"
            skäl = one.get("skäl")
            yield _event(row, day_of(one.get("datum")), f"{said}: {skäl}" if skäl else said)
        if row.avslutad is not None:
            yield _event(row, row.avslutad, f"{row.avslut or 'avslutad'}: {row.avslutad_hur}")


def _said(kept: object) -> str:
    found = day_of(kept)
    return short_date(found) if found else str(kept or "?")


def _event(row: Bevakning, day: date | None, text: str) -> Händelse:
    return Händelse(
        day.isoformat() if day else None,
        Slag.BEVAKNING,
        row.id,
        row.rubrik,
        text,
        nämnd_id=row.nämnd_id,
        ärende_id=row.ärende_id,
    )
