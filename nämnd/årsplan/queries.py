"""The year of a nämnd, read from all that sets a day in it. A constant number of statements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bevakning.calendars import calendar
from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.rules import Calendar, occurrences
from nämnd.bevakning.steps import shifted
from nämnd.bevakning.values import BevakningRow
from nämnd.core.swedish import short_date
from nämnd.protokoll.rules import justeras_senast
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.sammanträde.rules import last_kallelse_day
from nämnd.store.rows import load
from nämnd.tables import Huvudman, Nämnd, Spärrdag
from nämnd.årsplan.values import Mötesfrist, Slag, SpärrdagRow, Årspost
from nämnd.årsplan.wording import in_order
from nämnd.årsplan.writing import dagslag, read_mötesfrister


@dataclass(frozen=True, slots=True)
class Frister:
    """What the days before a sammanträde are counted by: its own, and the kallelsetid."""

    mötesfrister: tuple[Mötesfrist, ...] = ()
    kallelsetid: int = 7
    kallelseslag: str = "kalenderdagar"


def year(session: Session, nämnd_id: str, år: int, today: date) -> tuple[Årspost, ...]:
    """Return all that happens in `år`, by day.

    A day that is counted from a sammanträde of the next year is there when it falls in this one;
    what comes back is there each time.

    Raises:
        GoneError: the nämnd is not there.
    """
    counted = frister(session, nämnd_id)
    found = [
        post
        for row in sammanträden(session, nämnd_id)
        if row.dagar
        for post in _of_sammanträde(row, counted, today)
    ]
    known = calendar(session, nämnd_id)
    for watched in bevakningar(session, nämnd_id, today, closed=True):
        found += _of_bevakning(watched, år, known)
    found += (_of_spärrdag(one) for one in spärrdagar(session, nämnd_id))
    return in_order(one for one in found if one.dag.year == år)


def frister(session: Session, nämnd_id: str) -> Frister:
    """Return what is counted from each sammanträde of a nämnd.

    Raises:
        GoneError: it is not there.
    """
    nämnd = load(session, Nämnd, nämnd_id)
    own = read_mötesfrister(nämnd.mötesfrister)
    return Frister(own, nämnd.kallelsetid_dagar, nämnd.kallelsetid_slag)


def spärrdagar(session: Session, nämnd_id: str, år: int | None = None) -> tuple[SpärrdagRow, ...]:
    """Return the days that are kept free, by day; `år`: only of that year."""
    found = session.execute(
        select(Spärrdag.id, Spärrdag.datum, Spärrdag.vad, Spärrdag.huvudman_id, Huvudman.namn)
        .outerjoin(Huvudman, Huvudman.id == Spärrdag.huvudman_id)
        .where(Spärrdag.nämnd_id == nämnd_id)
        .order_by(Spärrdag.datum, Huvudman.ordning, Spärrdag.id)
    )
    rows = (SpärrdagRow(*one) for one in found)
    return tuple(one for one in rows if år in (None, one.datum.year))


def years(session: Session, nämnd_id: str, today: date) -> tuple[int, ...]:
    """Return the years to look at: those with a sammanträde, this one and the next."""
    rows = sammanträden(session, nämnd_id)
    found = {row.dagar[0].year for row in rows if row.dagar}
    return tuple(sorted(found | {today.year, today.year + 1}))


def spärrdag_text(vad: str, huvudman: str | None) -> str:
    """Return «Region Skåne, fullmäktige»."""
    return f"{huvudman}, {vad}" if huvudman and huvudman.casefold() not in vad.casefold() else vad


def name_of(row: SammanträdeListRow) -> str:
    """Return «sammanträde 4», or «extra sammanträde 8 maj 2019» for what has no number."""
    if row.slag == "ordinarie":
        number = f" {row.nummer_i_året}" if row.nummer_i_året else f" {short_date(row.dagar[0])}"
        return f"sammanträde{number}"
    return f"{row.slag} sammanträde {short_date(row.dagar[0])}"


def _of_sammanträde(row: SammanträdeListRow, counted: Frister, today: date) -> Iterator[Årspost]:
    name, first, last = name_of(row), row.dagar[0], row.dagar[-1]
    yield Årspost(
        Slag.SAMMANTRÄDE,
        first,
        f"{name[:1].upper()}{name[1:]}{' (inställt)' if row.inställt is not None else ''}",
        row.id,
        last if last != first else None,
        row.id,
        klar=last < today,
        inställt=row.inställt is not None,
    )
    if row.inställt is not None:
        return
    for one in counted.mötesfrister:
        day = shifted(first, one.dagar, dagslag(one.slag))
        text = f"{one.vad}, {name}"
        yield Årspost(Slag.MÖTESFRIST, day, text, row.id, sammanträde_id=row.id, klar=day < today)
    yield _kallelse(row, counted, today)
    yield _justering(row, today)


def _kallelse(row: SammanträdeListRow, counted: Frister, today: date) -> Årspost:
    last = last_kallelse_day(row.dagar[0], days=counted.kallelsetid, slag=counted.kallelseslag)
    sent = row.kallelse is not None
    held = row.dagar[-1] < today
    return Årspost(
        Slag.KALLELSE,
        last,
        f"Kallelse, {name_of(row)}",
        row.id,
        sammanträde_id=row.id,
        sen=last < today and not sent and not held,
        klar=sent or held,
    )


def _justering(row: SammanträdeListRow, today: date) -> Årspost:
    last = justeras_senast(row.dagar[-1])
    return Årspost(
        Slag.JUSTERING,
        last,
        f"Justering, {name_of(row)}",
        row.id,
        sammanträde_id=row.id,
        sen=last < today and row.paragrafer > 0 and not row.justerat,
        klar=row.justerat,
    )


def _of_bevakning(row: BevakningRow, år: int, known: Calendar) -> Iterator[Årspost]:
    comes, open_ = row.draft.återkommer is not None, row.avslutad is None
    days = (row.due,) if row.due else ()
    if comes and open_:
        days = occurrences(row.draft, date(år, 1, 1), date(år, 12, 31), known)
    for day in days:
        yield Årspost(
            Slag.ÅTERKOMMANDE if comes else Slag.BEVAKNING,
            day,
            row.draft.rubrik,
            row.id,
            sammanträde_id=row.sammanträde_id if day == row.due else None,
            sen=row.is_late and day == row.due,
            klar=not open_,
            förverkande=row.draft.förverkande,
            dolt=row.dolt,
        )


def _of_spärrdag(one: SpärrdagRow) -> Årspost:
    return Årspost(Slag.SPÄRRDAG, one.datum, spärrdag_text(one.vad, one.huvudman), one.id)
