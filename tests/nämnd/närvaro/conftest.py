"""A sammanträde of a small nämnd with §§ 59–66, to which people come."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from nämnd.närvaro.values import FrånvaroRow, NärvaroRow
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.store import Store
from nämnd.tables import Justering, Paragraf
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag
from tests.nämnd.store.dumps import dump


@dataclass(frozen=True)
class Doing:
    """A command that adds rows, for what other features do."""

    rows: tuple[Any, ...]

    def run(self, session):
        session.add_all(self.rows)
        return frozenset()


@dataclass(frozen=True)
class Room:
    """The sammanträde, and what the tests ask and do."""

    store: Store
    sammanträde_id: str
    people: dict[str, str]  # first name → person id

    def __getitem__(self, name: str) -> str:
        return self.people[name]

    def do(self, kind: Any, *who: str, **facts: Any) -> Any:
        """Run a command about the sammanträde (and the person `who`)."""
        person = {"person_id": self[who[0]]} if who else {}
        return self.store.do(kind(sammanträde_id=self.sammanträde_id, **person, **facts))

    @property
    def protokoll(self) -> Protokoll:
        return self.store.ask(lambda session: protokoll(session, self.sammanträde_id))

    def rows(self, name: str) -> list[NärvaroRow]:
        return [row for row in self.protokoll.närvaro if row.person_id == self[name]]

    def sets(self, name: str) -> list[tuple[str, str | None]]:
        """Return role and §§ of every row of somebody."""
        return [(row.roll, row.paragrafer.text) for row in self.rows(name)]

    def times(self, name: str) -> list[tuple[str | None, str | None]]:
        return [(row.från_tid, row.till_tid) for row in self.rows(name)]

    @property
    def absent(self) -> dict[str, FrånvaroRow]:
        names = {key: name for name, key in self.people.items()}
        return {names[row.person_id]: row for row in self.protokoll.frånvaro}

    def justera(self, set_: str | None) -> None:
        """Let the §§ of the set be justerade."""
        done = Justering(
            sammanträde_id=self.sammanträde_id, paragrafer=set_, läge="justerat", version=1
        )
        self.store.do(Doing((done,)))

    def undo_restores(self, kind: Any, *who: str, **facts: Any) -> Any:
        """Run a command; check that undo and redo restore every byte; return what it did."""
        path = self.store.place.path
        assert path is not None
        start = dump(path)
        done = self.do(kind, *who, **facts)
        end = dump(path)
        assert end != start
        undone = self.store.do(done.inverse)
        assert dump(path) == start
        assert undone.inverse
        self.store.do(undone.inverse)
        assert dump(path) == end
        return done


PEOPLE = {
    "Anna": "ordförande",
    "Bo": "2:e vice ordförande",
    "Cilla": "ledamot",
    "Dag": "ersättare",
    "Eva": "ersättare",
    "Fia": "sekreterare",
    "Gun": "personalföreträdare",
    "Hans": "adjungerad",
}


@pytest.fixture
def room(store: Store) -> Room:
    nämnd_id = a_nämnd(store)
    people = {name: a_person(store, f"{name} Ek") for name in PEOPLE}
    for order, (name, roll) in enumerate(PEOPLE.items(), start=1):
        an_uppdrag(store, nämnd_id, people[name], roll, ordning=order)
    people["Olle"] = a_person(store, "Olle Gäst")
    gone = people["Pia"] = a_person(store, "Pia Före")
    an_uppdrag(store, nämnd_id, gone, till=date(2025, 12, 31))
    key = a_sammanträde(store, nämnd_id)
    handled = (
        Paragraf(sammanträde_id=key, nummer=one, rubrik="§", ordning=one) for one in range(59, 67)
    )
    store.do(Doing(tuple(handled)))
    return Room(store, key, people)
