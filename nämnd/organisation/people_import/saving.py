"""The commands that save what was read in: one step, all of it or nothing."""

from collections.abc import Iterable
from dataclasses import replace

from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SavePerson, SaveUppdrag
from nämnd.organisation.people_import.planned import PlannedRow, State

SAVED = (State.NEW, State.CHANGED)


def saving(planned: Iterable[PlannedRow], nämnd_id: str) -> Together:
    """Return one command that saves every row that is new or changed.

    People come before their uppdrag, and ledamöter before the ersättare that point to them.
    """
    rows = [one for one in planned if one.state in SAVED]
    ids = {one.who: new_id() for one in rows if one.person_id is None}
    people = {_person_id(one, ids): one.person for one in rows}  # the last says what holds
    saved: list[Command] = [SavePerson(person_id=key, draft=one) for key, one in people.items()]
    saved += [_uppdrag(one, ids, nämnd_id) for one in rows]
    return Together(tuple(saved))


def _person_id(one: PlannedRow, ids: dict[str, str]) -> str:
    return one.person_id or ids[one.who]


def _uppdrag(one: PlannedRow, ids: dict[str, str], nämnd_id: str) -> SaveUppdrag:
    ersätter = one.uppdrag.ersätter
    return SaveUppdrag(
        uppdrag_id=one.uppdrag_id or new_id(),
        nämnd_id=nämnd_id,
        person_id=_person_id(one, ids),
        draft=replace(one.uppdrag, ersätter=ids.get(ersätter or "", ersätter)),
    )
