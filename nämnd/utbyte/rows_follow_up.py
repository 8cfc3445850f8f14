"""The rows of what is followed up: bevakningar, delprojekt, överenskommelser, redovisningar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.store.rows import rows_where
from nämnd.tables import (
    Bevakning,
    Blankett,
    Delprojekt,
    OrderedRow,
    Punkt,
    Redovisning,
    Redovisningssvar,
    Row,
    Spärrdag,
    Återrapport,
    Överenskommelse,
)
from nämnd.utbyte.columns import TABLES
from nämnd.utbyte.objects import FördelningObject, JsonObject
from nämnd.utbyte.parts import FOLLOW_UP, OF_FOLLOW_UP, OWNER, Part

Order: TypeAlias = Callable[[Any], tuple[object, ...]]
_MANY = 500  # ids in one question


@dataclass(slots=True)
class FollowUpRows:
    """Mapped rows, each list in the order a file has it. For use inside the session only."""

    top: dict[str, list[Row]] = field(default_factory=dict[str, list[Row]])  # by key of the file
    inner: dict[tuple[str, str], list[Row]] = field(  # by key of the list and its owner's id
        default_factory=dict[tuple[str, str], list[Row]]
    )

    def of(self, key: str, owner: str) -> Sequence[Row]:
        """Return what is in the list `key` of an object."""
        return self.inner.get((key, owner), ())

    def by_id(self) -> dict[tuple[type[Row], str], Row]:
        """Return every row by its kind and id."""
        lists = (*self.top.values(), *self.inner.values())
        return {(type(row), row.id): row for rows in lists for row in rows}


def load_follow_up(session: Session, nämnd_id: str | None) -> FollowUpRows:
    """Return what a nämnd follows up; nothing without one."""
    rows = FollowUpRows({part.key: [] for part in FOLLOW_UP})
    if nämnd_id is None:
        return rows
    for part in FOLLOW_UP:
        kind = TABLES[part.kind]
        found = rows_where(session, kind, getattr(kind, "nämnd_id") == nämnd_id)  # noqa: B009
        rows.top[part.key] = sorted(found, key=_order(kind))
        _load_inner(session, rows, part.kind, rows.top[part.key])
    _gather_fördelning(session, rows)
    return rows


def _load_inner(
    session: Session, rows: FollowUpRows, kind: type[JsonObject], owners: Sequence[Row]
) -> None:
    for part in OF_FOLLOW_UP.get(kind, ()):
        if part.kind is FördelningObject:  # its rows belong to the tables beside it
            continue
        found = _of(session, part, owners)
        for row in found:
            owner = getattr(row, OWNER[part.kind])
            rows.inner.setdefault((part.key, owner), []).append(row)
        _load_inner(session, rows, part.kind, found)


def _gather_fördelning(session: Session, rows: FollowUpRows) -> None:
    """List the rows of all tables of an överenskommelse after each other."""
    part = Part("fördelning", FördelningObject)
    for owner in rows.top["överenskommelser"]:
        tables = rows.of("tabeller", owner.id)
        place = {table.id: number for number, table in enumerate(tables)}
        found = _of(session, part, tables)
        found.sort(key=lambda row: place[getattr(row, OWNER[FördelningObject])])
        rows.inner["fördelning", owner.id] = found


def _of(session: Session, part: Part, owners: Sequence[Row]) -> list[Row]:
    kind, wanted = TABLES[part.kind], [row.id for row in owners]
    column = getattr(kind, OWNER[part.kind])
    found: list[Row] = []
    for start in range(0, len(wanted), _MANY):
        some = column.in_(wanted[start : start + _MANY])
        found += rows_where(session, kind, some, *_ON.get(kind, ()))
    return sorted(found, key=_order(kind))


def _order(kind: type[Row]) -> Order:
    if issubclass(kind, OrderedRow):
        return lambda row: (row.ordning, row.id)
    return _ORDERS[kind]


_ON: dict[type[Row], tuple[ColumnElement[bool], ...]] = {
    Återrapport: (Återrapport.punkt_id.in_(select(Punkt.id)),)
}
"""A punkt that was removed takes the reports that were to be made there with it."""

_ORDERS: dict[type[Row], Order] = {
    Delprojekt: lambda row: (row.program, row.nummer, row.id),
    Bevakning: lambda row: (row.skapad or date.min, row.id),
    Överenskommelse: lambda row: (row.från or date.min, row.id),
    Redovisning: lambda row: (row.senast or date.max, row.id),
    Spärrdag: lambda row: (row.datum, row.id),
    Återrapport: lambda row: (row.datum or date.max, row.id),
    Blankett: lambda row: (row.datum or date.max, row.slag, row.id),
    Redovisningssvar: lambda row: (row.huvudman_id or "", row.id),
}
