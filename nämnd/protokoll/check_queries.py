"""A protokoll with everything to look at before it goes to justering."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nämnd.protokoll.checks import Around, findings
from nämnd.protokoll.checks.names import Known
from nämnd.protokoll.findings import Finding
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.tables import Paragraf, Person, Sammanträdesdag, Uppdrag
from nämnd.tables import Sammanträde as Meeting


@dataclass(frozen=True, slots=True)
class Granskning:
    """A protokoll and what was found in it."""

    protokoll: Protokoll
    findings: tuple[Finding, ...]


def granskning(session: Session, sammanträde_id: str, today: date | None = None) -> Granskning:
    """Return a protokoll with what there is to look at. `today` None: no deadline is judged.

    Raises:
        GoneError: the sammanträde is not there.
    """
    found = protokoll(session, sammanträde_id)
    return Granskning(found, findings(found, around(session, found, today)))


def around(session: Session, found: Protokoll, today: date | None = None) -> Around:
    """Return what the checks of a protokoll want to know besides; for one already at hand."""
    head = found.sammanträde
    numbers = _other_numbers(session, head.nämnd_id, head.id, head.day) if head.day else {}
    return Around(numbers, _register(session, head.nämnd_id), today)


def _other_numbers(
    session: Session, nämnd_id: str, sammanträde_id: str, day: date
) -> dict[int, date]:
    """Return the § numbers of the nämnd's other sammanträden that year, and their first day."""
    first = (
        select(Sammanträdesdag.sammanträde_id, func.min(Sammanträdesdag.datum).label("datum"))
        .group_by(Sammanträdesdag.sammanträde_id)
        .subquery()
    )
    rows = session.execute(
        select(Paragraf.nummer, first.c.datum)
        .join(Meeting, Meeting.id == Paragraf.sammanträde_id)
        .join(first, first.c.sammanträde_id == Meeting.id)
        .where(
            Meeting.nämnd_id == nämnd_id,
            Meeting.id != sammanträde_id,
            first.c.datum >= date(day.year, 1, 1),
            first.c.datum <= date(day.year, 12, 31),
        )
        .order_by(first.c.datum, Paragraf.nummer)
    )
    return {row.nummer: row.datum for row in rows}


def _register(session: Session, nämnd_id: str) -> frozenset[Known]:
    """Return everybody with an uppdrag in the nämnd, whenever."""
    rows = session.execute(
        select(Person.namn, Person.parti)
        .join(Uppdrag, Uppdrag.person_id == Person.id)
        .where(Uppdrag.nämnd_id == nämnd_id)
        .distinct()
    )
    return frozenset((namn, parti) for namn, parti in rows)
