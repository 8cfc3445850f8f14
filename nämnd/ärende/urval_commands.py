"""Filters of a list that somebody wants to have again."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import TakenError
from nämnd.store.rows import load, rows_where
from nämnd.tables import Nämnd, Urval
from nämnd.ärende.commands import refuse
from nämnd.ärende.errors import ÄrendeFault
from nämnd.ärende.rules import line

_CHANGED = frozenset({Topic.ÄRENDE})


@dataclass(frozen=True, kw_only=True)
class SaveUrval:
    """Save a filter of the list `lista` («ärenden», «beslut»), or change the one with that id."""

    urval_id: str
    nämnd_id: str
    lista: str
    namn: str
    villkor: Mapping[str, str]

    def run(self, session: Session) -> frozenset[Topic]:
        """Save it.

        Raises:
            GoneError; ÄrendeError: it has no name; TakenError: another of the list has it.
        """
        load(session, Nämnd, self.nämnd_id)
        namn = line(self.namn)
        if not namn:
            refuse(ÄrendeFault.NAMN_MISSING)
        of_list = rows_where(
            session, Urval, Urval.nämnd_id == self.nämnd_id, Urval.lista == self.lista
        )
        if any(one.namn == namn and one.id != self.urval_id for one in of_list):
            raise TakenError("urval", namn)
        row = session.get(Urval, self.urval_id) or Urval(id=self.urval_id)
        row.nämnd_id, row.lista = self.nämnd_id, self.lista
        row.namn, row.villkor = namn, dict(self.villkor)
        session.add(row)
        return _CHANGED


@dataclass(frozen=True, kw_only=True)
class RemoveUrval:
    """Forget a saved filter."""

    urval_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it.

        Raises:
            GoneError: it is not there.
        """
        session.delete(load(session, Urval, self.urval_id))
        return _CHANGED
