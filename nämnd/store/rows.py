"""What commands need of the session: a row that must be there, and a place in an order."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.core.errors import GoneError
from nämnd.tables import OrderedRow, Row

R = TypeVar("R", bound=Row)


def load(session: Session, kind: type[R], key: str) -> R:
    """Return the row.

    Raises:
        GoneError: it is not there any more.
    """
    row = session.get(kind, key)
    if row is None:
        raise GoneError(kind.__tablename__, key)
    return row


def rows_where(session: Session, kind: type[R], *conditions: ColumnElement[bool]) -> list[R]:
    """Return the rows that meet every condition; those with an order in that order."""
    query = select(kind).where(*conditions)
    if issubclass(kind, OrderedRow):
        query = query.order_by(kind.ordning, kind.id)
    return list(session.scalars(query))


def renumber(rows: Sequence[OrderedRow]) -> None:
    """Give `rows` the order 1, 2, 3 …, touching only those that move."""
    for place, row in enumerate(rows, start=1):
        if row.ordning != place:
            row.ordning = place
