"""Questions about presence. A constant number of statements each."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.närvaro.values import (
    DeltagareRow,
    ForParagrafer,
    FrånvaroRow,
    InkalladRow,
    JusteringRow,
    NärvaroRow,
    Underskrivet,
)
from nämnd.organisation.queries import UppdragRow, uppdrag_rows
from nämnd.organisation.rules import role_order, serves
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Frånvaro,
    Justerare,
    Justering,
    Närvaro,
    Ordförandeskap,
    Person,
    Sammanträde,
)

T = TypeVar("T", Ordförandeskap, Justerare)
_MANY = 500  # ids in one question


def närvaro_rows(session: Session, sammanträde_id: str) -> tuple[NärvaroRow, ...]:
    """Return who is there, in the order they were written down."""
    found = rows_where(session, Närvaro, Närvaro.sammanträde_id == sammanträde_id)
    return tuple(
        NärvaroRow(
            id=row.id,
            person_id=row.person_id,
            roll=row.roll,
            för=row.för,
            paragrafer=paragrafer.read(row.paragrafer),
            från_tid=row.från_tid,
            till_tid=row.till_tid,
            deltar_i=row.deltar_i,
            på_distans=row.på_distans,
            delvis=row.delvis,
            anmärkning=row.anmärkning,
        )
        for row in found
    )


def frånvaro_rows(session: Session, sammanträde_id: str) -> tuple[FrånvaroRow, ...]:
    """Return who is not there, and the ersättare who were asked."""
    found = rows_where(session, Frånvaro, Frånvaro.sammanträde_id == sammanträde_id)
    return tuple(
        FrånvaroRow(
            row.id,
            row.person_id,
            row.anmäld,
            row.skäl,
            tuple(map(_asked, row.inkallade)),
            row.tid,
        )
        for row in found
    )


def ordförande_rows(session: Session, sammanträde_id: str) -> tuple[ForParagrafer, ...]:
    """Return who presides over which §§; the ordförande of the sammanträde first."""
    found = _tasks(session, Ordförandeskap, sammanträde_id)
    if found:
        return found
    alone = session.scalar(select(Sammanträde.ordförande).where(Sammanträde.id == sammanträde_id))
    return (ForParagrafer("", alone, paragrafer.ALL),) if alone else ()


def justerare_rows(session: Session, sammanträde_id: str) -> tuple[ForParagrafer, ...]:
    """Return who checks which §§."""
    return _tasks(session, Justerare, sammanträde_id)


def justering_rows(session: Session, sammanträde_id: str) -> tuple[JusteringRow, ...]:
    """Return the sets of §§ that are checked together, in the order of their first §."""
    found = rows_where(session, Justering, Justering.sammanträde_id == sammanträde_id)
    rows = (
        JusteringRow(
            row.id,
            paragrafer.read(row.paragrafer),
            row.plats,
            row.planerat_datum,
            row.datum,
            row.läge,
            tuple(map(_signed, row.underskrifter)),
        )
        for row in found
    )
    return tuple(sorted(rows, key=_first))


def _signed(kept: dict[str, Any]) -> Underskrivet:
    return Underskrivet(kept["person"], kept["roll"], kept.get("sätt") or "")


def deltagare(
    session: Session, nämnd_id: str, day: date, mentioned: Iterable[str]
) -> dict[str, DeltagareRow]:
    """Return everybody with an uppdrag on `day` and everybody `mentioned`, by person id.

    Of several uppdrag the one that ranks highest counts: a ledamot is a ledamot.
    """
    found: dict[str, DeltagareRow] = {}
    rows = [
        row
        for row in uppdrag_rows(session, nämnd_id)
        if serves(row.uppdrag.från, row.uppdrag.till, day)
    ]
    for row in sorted(rows, key=lambda row: role_order(row.uppdrag.roll)):
        found.setdefault(row.person_id, _with_uppdrag(row))
    wanted = [key for key in dict.fromkeys(mentioned) if key not in found]
    for start in range(0, len(wanted), _MANY):
        some = rows_where(session, Person, Person.id.in_(wanted[start : start + _MANY]))
        found |= {person.id: _without_uppdrag(person) for person in some}
    return found


def _first(row: JusteringRow) -> tuple[int, str]:
    return min((span.first for span in row.paragrafer.spans), default=0), row.id


def _tasks(session: Session, kind: type[T], sammanträde_id: str) -> tuple[ForParagrafer, ...]:
    found = rows_where(session, kind, kind.sammanträde_id == sammanträde_id)
    return tuple(
        ForParagrafer(row.id, row.person_id, paragrafer.read(row.paragrafer)) for row in found
    )


def _asked(kept: dict[str, object]) -> InkalladRow:
    svar, tid = kept.get("svar"), kept.get("tid")
    return InkalladRow(str(kept["person"]), str(svar) if svar else None, str(tid) if tid else None)


def _with_uppdrag(row: UppdragRow) -> DeltagareRow:
    return DeltagareRow(
        person_id=row.person_id,
        namn=row.person.namn,
        parti=row.person.parti,
        titel=row.person.titel,
        roll=row.uppdrag.roll,
        huvudman_id=row.uppdrag.huvudman_id,
        huvudman=row.huvudman,
        ordning=row.uppdrag.ordning,
        ersätter=row.uppdrag.ersätter,
    )


def _without_uppdrag(person: Person) -> DeltagareRow:
    return DeltagareRow(
        person_id=person.id,
        namn=person.namn,
        parti=person.parti,
        titel=person.titel,
        roll=None,
        huvudman_id=None,
        huvudman=None,
        ordning=0,
        ersätter=None,
    )
