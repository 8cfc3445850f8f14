"""Removes what a file that may replace what is there does not have, with what belongs to it."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.errors import InUseError
from nämnd.organisation.mentions import huvudman_is_mentioned
from nämnd.sammanträde.punkt_commands import remove_bilaga, remove_punkt
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Bilaga,
    Huvudman,
    Paragraf,
    Punkt,
    Reservation,
    Row,
    Yrkande,
)
from nämnd.utbyte.columns import TABLES
from nämnd.utbyte.objects import JsonObject
from nämnd.utbyte.parts import OF_FOLLOW_UP, OF_PARAGRAF, OWNER

_PARTS = tuple(dict.fromkeys(TABLES[part.kind] for part in OF_PARAGRAF))
_KINDS = {TABLES[kind]: kind for kind in OF_FOLLOW_UP}


def remove_rows(session: Session, rows: Iterable[Row]) -> None:
    """Remove `rows`, huvudmän last: what hangs on them may go first.

    Raises:
        InUseError: a huvudman has uppdrag, or has decided something.
    """
    for row in sorted(rows, key=lambda row: isinstance(row, Huvudman)):
        _remove(session, row)


def _remove(session: Session, row: Row) -> None:
    match row:
        case Punkt():
            remove_punkt(session, row)
            return
        case Bilaga():
            remove_bilaga(session, row)
            return
        case Paragraf():
            for kind in _PARTS:
                for part in session.scalars(select(kind).filter_by(paragraf_id=row.id)):
                    session.delete(part)
        case Yrkande():  # as `SaveYrkanden` does: a reservation is then in favour of none
            for its in rows_where(session, Reservation, Reservation.till_förmån_för == row.id):
                its.till_förmån_för = None
        case Huvudman():
            _refuse_in_use(session, row)
        case _:
            _remove_inside(session, row)
    session.delete(row)


def _remove_inside(session: Session, row: Row) -> None:
    """Remove what is in a list of `row`, of what is followed up."""
    for part in OF_FOLLOW_UP.get(_KINDS.get(type(row), JsonObject), ()):
        kind, owner = TABLES[part.kind], OWNER[part.kind]
        for its in session.scalars(select(kind).filter_by(**{owner: row.id})):
            _remove_inside(session, its)
            session.delete(its)


def _refuse_in_use(session: Session, row: Huvudman) -> None:
    used_by = huvudman_is_mentioned(session, row.id)
    if used_by is not None:
        raise InUseError(f"huvudmannen {row.namn}", used_by)
