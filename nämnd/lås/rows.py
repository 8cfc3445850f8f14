"""The rows that what stands in a protokoll is made of: as they are, and as they were."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from nämnd.core.changes import RowChange, Values
from nämnd.tables import (
    Anteckning,
    Attsats,
    Base,
    Beslutspunkt,
    Justerare,
    Jäv,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Reservation,
    Sammanträde,
    Sammanträdesdag,
    Votering,
    Yrkande,
)

Rows: TypeAlias = Mapping[str, Mapping[str, Values]]
"""Rows by table and key. There may be more of them than belong to one sammanträde."""

PARTS = (Anteckning, Beslutspunkt, Jäv, Reservation, Votering, Yrkande)
"""What belongs to a §. Not huvudmannabeslut: they come long after the justering."""
OF_SAMMANTRÄDE = (Paragraf, Närvaro, Ordförandeskap, Justerare, Sammanträdesdag)
TABLES = frozenset(kind.__tablename__ for kind in (*PARTS, *OF_SAMMANTRÄDE, Sammanträde, Attsats))


def read_rows(session: Session, sammanträde_id: str) -> Rows:
    """Return the rows of a sammanträde as they are now."""
    mine = Paragraf.sammanträde_id == sammanträde_id
    queries: list[tuple[type[Base], Select[tuple[object, ...]]]] = [
        (kind, select(kind.__table__).where(kind.sammanträde_id == sammanträde_id))
        for kind in OF_SAMMANTRÄDE
    ]
    queries += [
        (kind, select(kind.__table__).join(Paragraf, Paragraf.id == kind.paragraf_id).where(mine))
        for kind in PARTS
    ]
    handled = select(Paragraf.punkt_id).where(mine)
    queries += [
        (Sammanträde, select(Sammanträde.__table__).where(Sammanträde.id == sammanträde_id)),
        (Attsats, select(Attsats.__table__).where(Attsats.punkt_id.in_(handled))),
    ]
    return {kind.__tablename__: _values(session, query) for kind, query in queries}


def undone(rows: Rows, changes: Iterable[RowChange]) -> Rows:
    """Return the rows as they were before `changes`."""
    found = {table: dict(some) for table, some in rows.items()}
    for change in changes:
        some = found.get(change.table)
        if some is None:
            continue
        if change.before is None:
            some.pop(change.key, None)
        else:
            some[change.key] = change.before
    return found


def _values(session: Session, query: Select[tuple[object, ...]]) -> dict[str, Values]:
    return {str(row["id"]): dict(row) for row in session.execute(query).mappings()}
