"""An ärende that two nämnder have on their dagordningar goes over, whichever file comes first."""

from itertools import permutations

import pytest

from nämnd.tables import Handling, Ärende
from nämnd.utbyte.errors import UtbyteError
from tests.nämnd.beredning.making import MARCH, Beredning
from tests.nämnd.utbyte.making import another_store, differing, export, small, take_in, write


@pytest.fixture
def shared(store, files, tmp_path):
    """Return the files of a nämnd and its presidium, and the nämnd's id and its ärende's."""
    nämnd, presidium = Beredning(store, files), Beredning(store, files, "Presidiet")
    key = nämnd.ärende()
    nämnd.handling(key)
    presidium.put(presidium.sammanträde(MARCH), key)
    nämnd.put(nämnd.sammanträde(MARCH), key)
    names = {"nämnden": nämnd.nämnd, "presidiet": presidium.nämnd}
    paths = {name: export(store, tmp_path / name, one) for name, one in names.items()}
    return paths, nämnd.nämnd, key


def where(store, key):
    return store.ask(
        lambda session: (session.get(Ärende, key).nämnd_id, session.query(Handling).count())
    )


@pytest.mark.parametrize("order", [*permutations(("nämnden", "presidiet"))])
def test_it_ends_in_the_diarium_of_its_own_nämnd(shared, tmp_path, order):
    paths, nämnd_id, key = shared
    with another_store(tmp_path) as other:
        for name in (*order, *order):
            take_in(other, paths[name])
        assert where(other, key) == (nämnd_id, 1)


def test_the_same_files_again_change_nothing(store, shared):
    paths, nämnd_id, key = shared
    for path in paths.values():
        assert differing(store, path) == ()
        assert take_in(store, path).changes == ()
    assert where(store, key) == (nämnd_id, 1)


def test_what_is_in_one_diarium_is_not_taken_over_by_another(store, shared, tmp_path):
    _, nämnd_id, key = shared
    handling = {"id": "ny", "löpnr": 1, "datum": "2026-03-02", "rubrik": "Brev"}
    ärende = {"id": key, "dnr": "VN 2026/0001", "handlingar": [handling]}
    tree = small() | {"sammanträden": [], "ärenden": [ärende]}
    with pytest.raises(UtbyteError) as error:
        take_in(store, write(tmp_path, tree), replace=True)
    assert [one.path for one in error.value.findings] == ["ärenden[0]"]
    assert where(store, key) == (nämnd_id, 1)
