"""Which things must be indexed anew when rows have changed."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from nämnd.sök.values import Kind
from nämnd.tables import (
    Anteckning,
    Bevakning,
    Bilaga,
    Delegationsbeslut,
    Delprojekt,
    Delprojektbeslut,
    Fördelningstabell,
    Handling,
    Huvudman,
    Huvudmannabeslut,
    Jäv,
    Paragraf,
    Punkt,
    Redovisning,
    Redovisningsfråga,
    Reservation,
    Row,
    Skrivelse,
    Yrkande,
    Överenskommelse,
)

Thing: TypeAlias = tuple[Kind, str]
_OWN = {kind.value: kind for kind in Kind}  # tables whose rows are found themselves
_OF_PARAGRAF = (
    *("beslutspunkt", "yrkande", "votering", "jäv", "reservation", "anteckning"),
    "huvudmannabeslut",
)
_PARENT: Mapping[str, tuple[str, Kind]] = {
    "handlingsversion": ("handling_id", Kind.HANDLING),
    "bilageversion": ("bilaga_id", Kind.BILAGA),
    "sammanträdesdag": ("sammanträde_id", Kind.SAMMANTRÄDE),
    "underpunkt": ("punkt_id", Kind.PUNKT),
    "attsats": ("punkt_id", Kind.PUNKT),
    "uppdrag": ("person_id", Kind.PERSON),
    "delprojektbeslut": ("delprojekt_id", Kind.DELPROJEKT),
    "åtgärd": ("delprojekt_id", Kind.DELPROJEKT),
    "behov": ("delprojekt_id", Kind.DELPROJEKT),
    "fördelningstabell": ("överenskommelse_id", Kind.ÖVERENSKOMMELSE),
    "redovisningsfråga": ("redovisning_id", Kind.REDOVISNING),
    **dict.fromkeys(_OF_PARAGRAF, ("paragraf_id", Kind.PARAGRAF)),
}


_OF_ÄRENDE: Mapping[Kind, type[Row]] = {
    Kind.BEVAKNING: Bevakning,
    Kind.DELPROJEKT: Delprojekt,
    Kind.ÖVERENSKOMMELSE: Överenskommelse,
    Kind.REDOVISNING: Redovisning,
}


def things_in(change: Mapping[str, Any]) -> set[Thing]:
    """Return the things that one entry of a log's `ändringar` is of."""
    table, key = change["tabell"], change["nyckel"]
    if table in _OWN:
        return {(_OWN[table], key)}
    if table not in _PARENT:
        return set()
    column, kind = _PARENT[table]
    sides = (change.get("före"), change.get("efter"))
    return {(kind, side[column]) for side in sides if side and side.get(column)}


_GRANDPARENT: Mapping[str, tuple[str, type[Row], str, Kind]] = {
    "delprojektsats": ("beslut_id", Delprojektbeslut, "delprojekt_id", Kind.DELPROJEKT),
    "fördelningsrad": (
        "tabell_id", Fördelningstabell, "överenskommelse_id", Kind.ÖVERENSKOMMELSE,
    ),
    "redovisningssvar": ("fråga_id", Redovisningsfråga, "redovisning_id", Kind.REDOVISNING),
}  # fmt: skip
"""Rows that are part of what is part of a thing: the column, its table, and the column there."""


def indirect(session: Session, changes: Sequence[Mapping[str, Any]]) -> set[Thing]:
    """Return the things that changed rows are of by way of other rows."""
    found = of_huvudmän(session, changes)
    for table, (column, between, owner, kind) in _GRANDPARENT.items():
        mine = [one for one in changes if one["tabell"] == table]
        sides = (side for one in mine for side in (one.get("före"), one.get("efter")) if side)
        keys = {side[column] for side in sides if side.get(column)}
        query = select(getattr(between, owner)).where(between.id.in_(keys))
        found |= {(kind, key) for key in session.scalars(query)} if keys else set()
    return found


def of_huvudmän(session: Session, changes: Iterable[Mapping[str, Any]]) -> set[Thing]:
    """Return the §§ that show what a changed huvudman decided."""
    keys = [change["nyckel"] for change in changes if change["tabell"] == Huvudman.__tablename__]
    query = select(Huvudmannabeslut.paragraf_id).where(Huvudmannabeslut.huvudman_id.in_(keys))
    return {(Kind.PARAGRAF, key) for key in session.scalars(query)} if keys else set()


def with_dependents(session: Session, things: Iterable[Thing]) -> set[Thing]:
    """Return `things` and those that show or follow something of them."""
    found, left = set(things), set(things)
    while left:
        new = {one for kind, key in left for one in _dependents(session, kind, key)} - found
        found |= new
        left = new
    return found


def _dependents(session: Session, kind: Kind, key: str) -> Iterable[Thing]:
    match kind:
        case Kind.ÄRENDE:
            yield from _those(session, Kind.HANDLING, Handling, Handling.ärende_id == key)
            yield from _those(session, Kind.SKRIVELSE, Skrivelse, Skrivelse.ärende_id == key)
            yield from _those(session, Kind.PUNKT, Punkt, Punkt.ärende_id == key)
            yield from _those(
                session, Kind.DELEGATIONSBESLUT, Delegationsbeslut,
                Delegationsbeslut.ärende_id == key,
            )  # fmt: skip
            for other, table in _OF_ÄRENDE.items():
                yield from _those(session, other, table, getattr(table, "ärende_id") == key)  # noqa: B009
        case Kind.HANDLING:
            yield from _those(session, Kind.BILAGA, Bilaga, Bilaga.handling_id == key)
            yield from _those(session, Kind.BEVAKNING, Bevakning, Bevakning.handling_id == key)
        case Kind.SAMMANTRÄDE:
            yield from _those(session, Kind.PUNKT, Punkt, Punkt.sammanträde_id == key)
            yield from _those(session, Kind.PARAGRAF, Paragraf, Paragraf.sammanträde_id == key)
        case Kind.PUNKT:
            yield from _those(session, Kind.BILAGA, Bilaga, Bilaga.punkt_id == key)
            yield from _those(session, Kind.PARAGRAF, Paragraf, Paragraf.punkt_id == key)
        case Kind.PERSON:
            yield from ((Kind.PARAGRAF, one) for one in _mentioning(session, key))
        case _:
            return


def _those(session: Session, kind: Kind, table: Any, condition: Any) -> Iterable[Thing]:  # noqa: ANN401 - a table and what is asked of it
    return [(kind, key) for key in session.scalars(select(table.id).where(condition))]


def _mentioning(session: Session, person_id: str) -> set[str]:
    """Return the §§ that name somebody."""
    found: set[str] = set()
    for table in (Yrkande, Reservation, Anteckning):
        named = cast(table.av, String).contains(f'"{person_id}"', autoescape=True)
        query = select(table.paragraf_id).where(named)
        found |= set(session.scalars(query))
    left = or_(Jäv.person_id == person_id, Jäv.ersätts_av == person_id)
    query = select(Jäv.paragraf_id).where(left)
    return found | set(session.scalars(query))
