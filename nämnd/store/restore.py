"""The inverse of any command: the rows as they were before it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import RowChange, Topic, Values
from nämnd.core.errors import GoneError
from nämnd.store.recorder import row_values
from nämnd.tables import Base


@dataclass(frozen=True, slots=True)
class Restore:
    """Put rows back as they were. Refuses when somebody else has changed them since."""

    changes: tuple[RowChange, ...]
    topics: frozenset[Topic]

    def run(self, session: Session) -> frozenset[Topic]:
        """Undo every change.

        Raises:
            GoneError: a row is no longer as the undone command left it.
        """
        for change in reversed(self.changes):
            _put_back(session, change)
        return self.topics


def merged(first: Restore, second: Restore) -> Restore:
    """Return one step that undoes `second` and then `first`."""
    rows = {(change.table, change.key): change for change in first.changes}
    for change in second.changes:
        key = (change.table, change.key)
        before = rows[key].before if key in rows else change.before
        rows[key] = RowChange(*key, before, change.after)
    left = (change for change in rows.values() if change.before != change.after)
    return Restore(tuple(left), first.topics | second.topics)


def _put_back(session: Session, change: RowChange) -> None:
    mapped = _classes()[change.table]
    row = session.get(mapped, change.key)
    if (row_values(row) if row else None) != change.after:
        raise GoneError(change.table, change.key)
    if change.before is None:
        session.delete(row)
    elif row is None:
        session.add(mapped(**change.before))
    else:
        _assign(row, change.before)


def _assign(row: Base, values: Values) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _classes() -> dict[str, type[Base]]:
    return {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
