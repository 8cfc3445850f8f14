"""A person whom a protokoll names stays when their uppdrag is taken away; so does a huvudman."""

import pytest

from nämnd.core.errors import InUseError
from nämnd.organisation.commands import RemoveUppdrag, SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.tables import (
    Anslag,
    Anteckning,
    Beslutspunkt,
    Frånvaro,
    Huvudmannabeslut,
    Justerare,
    Jäv,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Person,
    Reservation,
    Votering,
    Yrkande,
)
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag

OF_THE_SAMMANTRÄDE = {
    "närvaro": lambda key: Närvaro(person_id=key, roll="ledamot"),
    "för": lambda key: Närvaro(person_id="p0", för=key, roll="ersättare"),
    "frånvaro": lambda key: Frånvaro(person_id=key),
    "inkallad": lambda key: Frånvaro(person_id="p0", inkallade=[{"person": key}]),
    "ordförande": lambda key: Ordförandeskap(person_id=key),
    "justerare": lambda key: Justerare(person_id=key),
}
OF_THE_PARAGRAF = {
    "jäv": lambda key: Jäv(person_id=key),
    "stepped-in": lambda key: Jäv(person_id="p0", ersätts_av=key),
    "yrkande": lambda key: Yrkande(av=[key]),
    "röst": lambda key: Votering(röster={key: "ja"}),
    "reservation": lambda key: Reservation(av=[key]),
    "anteckning": lambda key: Anteckning(slag="protokollsanteckning", av=[key]),
}


class Add:
    """Put rows into the database as they are."""

    def __init__(self, *rows) -> None:
        self._rows = rows

    def run(self, session):
        session.add_all(self._rows)
        return frozenset()


@pytest.fixture
def sammanträde_id(store):
    sammanträde_id = a_sammanträde(store)
    paragraf = Paragraf(id="g1", sammanträde_id=sammanträde_id, nummer=1, rubrik="X", ordning=1)
    store.do(Add(Person(id="p0", namn="Bo Alm"), paragraf))
    return sammanträde_id


def is_there_without_uppdrag(store, person_id):
    uppdrag_id = an_uppdrag(store, a_nämnd(store, "En annan"), person_id)
    store.do(RemoveUppdrag(uppdrag_id=uppdrag_id))
    return store.ask(lambda session: session.get(Person, person_id) is not None)


@pytest.mark.parametrize("kind", [*OF_THE_SAMMANTRÄDE, *OF_THE_PARAGRAF, "deltar-inte"])
def test_a_person_whom_a_protokoll_names_stays(store, sammanträde_id, kind):
    person_id = a_person(store)
    if kind in OF_THE_SAMMANTRÄDE:
        row = OF_THE_SAMMANTRÄDE[kind](person_id)
        row.sammanträde_id, row.ordning = sammanträde_id, 1
    elif kind in OF_THE_PARAGRAF:
        row = OF_THE_PARAGRAF[kind](person_id)
        row.paragraf_id, row.ordning = "g1", 1
    else:
        row = Paragraf(
            sammanträde_id=sammanträde_id, nummer=2, rubrik="Y", ordning=2, deltar_inte=[person_id]
        )
    store.do(Add(row))
    assert is_there_without_uppdrag(store, person_id)


def test_a_person_whom_nothing_names_goes_with_their_uppdrag(store, sammanträde_id):
    assert not is_there_without_uppdrag(store, a_person(store))


@pytest.mark.parametrize("kind", ["decided", "directed"])
def test_a_huvudman_who_has_decided_or_is_asked_to_stays(store, sammanträde_id, kind):
    nämnd_id = a_nämnd(store, "En annan")
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=(HuvudmanDraft("h1", "Region Ådalen"),)))
    rows = {
        "decided": Huvudmannabeslut(paragraf_id="g1", huvudman_id="h1"),
        "directed": Beslutspunkt(paragraf_id="g1", riktas_till=["h1"], ordning=1),
    }
    store.do(Add(rows[kind]))
    with pytest.raises(InUseError) as caught:
        store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=()))
    assert caught.value.used_by == "beslut"


def test_a_huvudman_on_whose_board_something_stands_stays(store, sammanträde_id):
    nämnd_id = a_nämnd(store, "En annan")
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=(HuvudmanDraft("h1", "Region Ådalen"),)))
    store.do(Add(Anslag(sammanträde_id=sammanträde_id, huvudman_id="h1")))
    with pytest.raises(InUseError) as caught:
        store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=()))
    assert caught.value.used_by == "anslag"
