"""Sees what a command did to the rows: the source of undo, log and locks alike."""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from nämnd.core.changes import RowChange, Values
from nämnd.tables import Base, Loggpost


class Recorder:
    """Collects the rows a session adds, changes and deletes, each before and after."""

    def __init__(self, session: Session) -> None:
        """Listen to `session` until it ends."""
        self._changes: dict[tuple[str, str], RowChange] = {}
        event.listen(session, "after_flush", self._collect)
        event.listen(session, "do_orm_execute", refuse_bulk)

    def changes(self) -> tuple[RowChange, ...]:
        """Return what really changed, in the order it was first touched."""
        return tuple(change for change in self._changes.values() if change.before != change.after)

    def _collect(self, session: Session, _context: UOWTransaction) -> None:
        for row in session.new:
            self._add(row, None, row_values(row))
        for row in session.dirty:
            self._add(row, _before(row), row_values(row))
        for row in session.deleted:
            self._add(row, _before(row), None)

    def _add(self, row: Any, before: Values | None, after: Values | None) -> None:  # noqa: ANN401 - any mapped class
        if isinstance(row, Loggpost):
            return
        key = (row.__tablename__, row.id)
        if before is not None and before["id"] != row.id:
            msg = f"undo, log and locks go by a row's key, but that of {key} was another"
            raise RuntimeError(msg)
        first = self._changes.get(key)
        self._changes[key] = RowChange(*key, first.before if first else before, after)


def refuse_bulk(state: ORMExecuteState) -> None:
    """Refuse a statement that would change rows unseen."""
    if not state.is_select:
        msg = "mapped rows are changed, never by UPDATE or DELETE: the log would not see it"
        raise RuntimeError(msg)


def row_values(row: Base) -> Values:
    """Return every column of `row` as it is now."""
    state = inspect(row)
    return {name: state.dict.get(name) for name in state.mapper.column_attrs.keys()}  # noqa: SIM118 - not a dict


def _before(row: Base) -> Values:
    values = row_values(row)
    for name in values:
        deleted = inspect(row).attrs[name].history.deleted
        if deleted:
            values[name] = deleted[0]
    return values
