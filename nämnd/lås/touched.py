"""Which sammanträden a command's changes are about."""

from collections.abc import Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import RowChange, Values
from nämnd.tables import Paragraf, Punkt, Sammanträde

_OWNERS = {"paragraf_id": Paragraf, "punkt_id": Punkt}
_MANY = 500  # ids in one question


def touched(session: Session, changes: Sequence[RowChange]) -> set[str]:
    """Return the ids of the sammanträden that rows belong to, or did before `changes`."""
    found = {one.key for one in changes if one.table == Sammanträde.__tablename__}
    found |= {str(row["sammanträde_id"]) for row in _values(changes) if "sammanträde_id" in row}
    for column, owner in _OWNERS.items():
        known = {one.key for one in changes if one.table == owner.__tablename__}
        keys = {row.get(column) for row in _values(changes)} - known - {None}
        found |= _sammanträden(session, owner, sorted(map(str, keys)))
    return found


def _values(changes: Sequence[RowChange]) -> Iterator[Values]:
    for one in changes:
        yield from filter(None, (one.before, one.after))


def _sammanträden(
    session: Session, owner: type[Paragraf] | type[Punkt], keys: Sequence[str]
) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(keys), _MANY):
        some = owner.id.in_(keys[start : start + _MANY])
        found |= set(session.scalars(select(owner.sammanträde_id).where(some)))
    return found
