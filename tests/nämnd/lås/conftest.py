"""A sammanträde with four §§ of which § 2 says all that a § can say."""

import shutil
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nämnd.core.ids import new_id
from nämnd.lås.innehåll import innehåll
from nämnd.sammanträde.drafts import satser
from nämnd.store import Store, place_of
from nämnd.tables import (
    Anteckning,
    Beslutspunkt,
    Frånvaro,
    Huvudman,
    Huvudmannabeslut,
    Justerare,
    Justering,
    Jäv,
    Närvaro,
    Ordförandeskap,
    Reservation,
    Votering,
    Yrkande,
)
from tests.builders import a_bilaga, a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.conftest import NOW
from tests.nämnd.protokoll.meeting_day import Doing, add_rows, handle

DAY, NEXT = date(2026, 3, 26), date(2026, 3, 27)
ROLES = {"Anna": "ordförande", "Bo": "ledamot", "Cilla": "ledamot", "Dag": "ersättare"}


@dataclass(frozen=True)
class Locked:
    """The sammanträde, with ids by what a test calls them."""

    store: Store
    nämnd_id: str
    sammanträde_id: str
    people: dict[str, str]
    punkter: tuple[str, ...]  # §§ 1–4 are made of the first four; the fifth is not handled
    paragrafer: tuple[str, ...]
    keys: dict[str, str]  # the parts of § 2, by table; and others

    def innehåll(self, set_: str | None = None) -> str:
        return self.store.ask(lambda session: innehåll(session, self.sammanträde_id, set_))

    def set_out(self, set_: str | None, läge: str = "justerat", **facts: Any) -> str:
        """Add a set of §§ with that läge; return its id."""
        key = new_id()
        row = Justering(
            id=key, sammanträde_id=self.sammanträde_id, paragrafer=set_, läge=läge, **facts
        )
        add_rows(self.store, row)
        return key

    def change(self, kind: Any, key: str, **values: Any) -> Any:
        """Change a row as a command would that asks nobody."""
        return self.store.do(changing(kind, key, **values))


def changing(kind: Any, key: str, **values: Any) -> Doing:
    def change(session):
        row = session.get(kind, key)
        for name, value in values.items():
            setattr(row, name, value)

    return Doing(change)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Locked:
    """Make it once; each test gets a copy of the file."""
    path = tmp_path_factory.mktemp("lås") / "namnd.db"
    with closing(Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)) as store:
        return _made(store)


@pytest.fixture
def locked(made: Locked, tmp_path: Path):
    assert made.store.place.path is not None
    shutil.copyfile(made.store.place.path, tmp_path / "namnd.db")
    store = Store(place_of(str(tmp_path / "namnd.db")), who="Eva Lind", clock=lambda: NOW)
    with closing(store):
        yield replace(made, store=store)


def _made(store: Store) -> Locked:
    nämnd_id = a_nämnd(store, justeringssätt=("papper", "godkännande"))
    people = {name: a_person(store, f"{name} Ek") for name in ROLES}
    for name, roll in ROLES.items():
        an_uppdrag(store, nämnd_id, people[name], roll)
    sammanträde_id = a_sammanträde(store, nämnd_id, DAY, NEXT, ordförande=people["Anna"])
    punkter = tuple(
        a_punkt(store, sammanträde_id, förslag=satser(("Att bifalla",))) for _ in range(5)
    )
    bilaga_id = a_bilaga(store, punkter[1])
    paragrafer = tuple(handle(store, key) for key in punkter[:4])
    rows = {**_parts(paragrafer[1], people), **_people(sammanträde_id, people)}
    rows["huvudman"] = Huvudman(
        nämnd_id=nämnd_id, namn="Region Norr", platser=0, ersättarplatser=0, ordning=1
    )
    for row in rows.values():
        row.id = new_id()
    rows["reservation"].till_förmån_för = rows["yrkande"].id
    rows["huvudmannabeslut"] = Huvudmannabeslut(
        id=new_id(), paragraf_id=paragrafer[1], huvudman_id=rows["huvudman"].id, svar="ja"
    )
    rows["justering"] = Justering(id=new_id(), sammanträde_id=sammanträde_id)
    keys = {table: row.id for table, row in rows.items()} | {"bilaga": bilaga_id}
    add_rows(store, *rows.values())
    return Locked(store, nämnd_id, sammanträde_id, people, punkter, paragrafer, keys)


def _parts(paragraf_id: str, people: dict[str, str]) -> dict[str, Any]:
    mine: dict[str, Any] = {"paragraf_id": paragraf_id, "ordning": 9}
    anna, bo, cilla = (people[name] for name in ("Anna", "Bo", "Cilla"))
    return {
        "beslutspunkt": Beslutspunkt(**mine, text="Att bifalla"),
        "yrkande": Yrkande(**mine, av=[bo], slag=["avslag"], text="avslag"),
        "votering": Votering(**mine, röster={anna: "ja", bo: "nej"}, ja_betyder="bifall"),
        "jäv": Jäv(**mine, person_id=cilla, grund="Släkt"),
        "reservation": Reservation(**mine, av=[bo], text="Nej."),
        "anteckning": Anteckning(**mine, slag="protokollsanteckning", av=[bo], text="Se bilaga."),
    }


def _people(sammanträde_id: str, people: dict[str, str]) -> dict[str, Any]:
    mine: dict[str, Any] = {"sammanträde_id": sammanträde_id, "ordning": 1}
    anna, bo, cilla, dag = people.values()
    return {
        "närvaro": Närvaro(**mine, person_id=anna, roll="ledamot", paragrafer="2–3"),
        "närvaro of Bo": Närvaro(**mine, person_id=bo, roll="ledamot"),
        "frånvaro": Frånvaro(
            **mine,
            person_id=cilla,
            inkallade=[{"person": dag, "svar": None, "tid": "2026-03-25T10:00:00"}],
        ),
        "ordförandeskap": Ordförandeskap(**mine, person_id=anna, paragrafer="–2"),
        "ordförandeskap of Bo": Ordförandeskap(**mine, person_id=bo, paragrafer="3–"),
        "justerare": Justerare(**mine, person_id=bo, paragrafer="–2"),
        "justerare Anna": Justerare(**mine, person_id=anna, paragrafer="3–"),
    }
