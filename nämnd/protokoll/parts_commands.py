"""Changes to the lists that belong to a §. Each command replaces a list, rows known by their id."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TypeAlias, TypeVar, cast

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.values import (
    AnteckningRow,
    BeslutspunktRow,
    HuvudmannabeslutRow,
    ReservationRow,
    VoteringRow,
    YrkandeRow,
)
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Huvudmannabeslut,
    Jäv,
    OrderedRow,
    Paragraf,
    Reservation,
    Votering,
    Yrkande,
)

_PROTOKOLL = frozenset({Topic.PROTOKOLL})
_DERIVED = {"id", "omgång"}  # the id stays, and the round is the place in the list
Part: TypeAlias = (
    AnteckningRow
    | BeslutspunktRow
    | HuvudmannabeslutRow
    | JävRow
    | ReservationRow
    | VoteringRow
    | YrkandeRow
)
P = TypeVar("P", Anteckning, Beslutspunkt, Huvudmannabeslut, Jäv, Reservation, Votering, Yrkande)


@dataclass(frozen=True, kw_only=True)
class SaveBeslut:
    """Set what is decided in a §, att-sats by att-sats."""

    paragraf_id: str
    rows: tuple[BeslutspunktRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        replace_parts(session, Beslutspunkt, self.paragraf_id, self.rows)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class SaveYrkanden:
    """Set what is moved in a §, the withdrawn ones too."""

    paragraf_id: str
    rows: tuple[YrkandeRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list; a reservation in favour of one that goes is in favour of none."""
        release_yrkanden(session, self.paragraf_id, {row.id for row in self.rows})
        replace_parts(session, Yrkande, self.paragraf_id, self.rows)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class SaveVoteringar:
    """Set the rounds of voting in a §, in order."""

    paragraf_id: str
    rows: tuple[VoteringRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        replace_parts(session, Votering, self.paragraf_id, self.rows)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class SaveJäv:
    """Set who leaves a § for jäv, and who steps in."""

    paragraf_id: str
    rows: tuple[JävRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        replace_parts(session, Jäv, self.paragraf_id, self.rows)
        return _PROTOKOLL | {Topic.NÄRVARO}


@dataclass(frozen=True, kw_only=True)
class SaveReservationer:
    """Set the reservationer against a §."""

    paragraf_id: str
    rows: tuple[ReservationRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        replace_parts(session, Reservation, self.paragraf_id, self.rows)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class SaveAnteckningar:
    """Set the protokollsanteckningar of a §, särskilda yttranden and ersättares mening."""

    paragraf_id: str
    rows: tuple[AnteckningRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list."""
        replace_parts(session, Anteckning, self.paragraf_id, self.rows)
        return _PROTOKOLL


@dataclass(frozen=True, kw_only=True)
class SaveHuvudmannabeslut:
    """Set what each huvudman has decided about the recommendation in a §."""

    paragraf_id: str
    rows: tuple[HuvudmannabeslutRow, ...]

    def run(self, session: Session) -> frozenset[Topic]:
        """Replace the list. They decide long after the justering, so that is no hindrance."""
        replace_parts(session, Huvudmannabeslut, self.paragraf_id, self.rows)
        return _PROTOKOLL


def release_yrkanden(session: Session, paragraf_id: str, left: Collection[str] = ()) -> None:
    """Let no reservation be in favour of a yrkande of the § but those `left`."""
    there = rows_where(session, Yrkande, Yrkande.paragraf_id == paragraf_id)
    gone = [row.id for row in there if row.id not in left]
    for row in rows_where(session, Reservation, Reservation.till_förmån_för.in_(gone)):
        row.till_förmån_för = None


def replace_parts(
    session: Session, kind: type[P], paragraf_id: str, wanted: Sequence[Part]
) -> None:
    """Let a § have just the rows that are `wanted`, in that order; each keeps its id.

    Raises:
        GoneError: the § is not there.
    """
    load(session, Paragraf, paragraf_id)
    there = {row.id: row for row in rows_where(session, kind, kind.paragraf_id == paragraf_id)}
    for key in there.keys() - {one.id for one in wanted}:
        session.delete(there[key])
    for place, one in enumerate(wanted, start=1):
        row = there.get(one.id)
        if row is None:
            row = kind(id=one.id, paragraf_id=paragraf_id)
            session.add(row)
        if isinstance(row, OrderedRow) and row.ordning != place:
            row.ordning = place
        _set(row, one)


def _set(row: P, one: Part) -> None:
    """Give `row` the values of `one`: its columns are called as the fields are."""
    for field in fields(one):
        value = _kept(getattr(one, field.name))
        if field.name not in _DERIVED and getattr(row, field.name) != value:
            setattr(row, field.name, value)


def _kept(value: object) -> object:
    if isinstance(value, tuple):
        return list(cast("tuple[str, ...]", value))
    return dict(cast("Mapping[str, object]", value)) if isinstance(value, Mapping) else value
