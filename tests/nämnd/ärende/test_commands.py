"""Ärenden: any text is a dnr."""

import pytest

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.ärende.commands import SaveÄrende
from nämnd.ärende.queries import ärenden
from tests.builders import a_nämnd


def rows(store, nämnd_id):
    return [(row.dnr, row.rubrik) for row in store.ask(lambda s: ärenden(s, nämnd_id))]


@pytest.mark.parametrize(
    "dnr",
    ["1900525", "RS191127", "19RGK1617", "2019/01804", "RJL 2018/36", "5.3-12394/2018", "0042"],
)
def test_a_dnr_of_any_form_is_kept_as_written(store, dnr):
    nämnd_id = a_nämnd(store)
    store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr=f" {dnr} ", rubrik=" Vård "))
    assert rows(store, nämnd_id) == [(dnr, "Vård")]


def test_without_a_dnr_there_is_nothing_to_register(store):
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.DNR_MISSING,)):
        store.do(SaveÄrende(ärende_id="e1", nämnd_id=a_nämnd(store), dnr=" "))


def test_a_change_can_be_undone(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr="1", rubrik="Vård"))
    outcome = store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr="2", rubrik="Omsorg"))
    assert rows(store, nämnd_id) == [("2", "Omsorg")]
    store.do(outcome.inverse)
    assert rows(store, nämnd_id) == [("1", "Vård")]


def test_only_the_own_ones_are_listed_by_dnr(store):
    one, other = a_nämnd(store, "Ena"), a_nämnd(store, "Andra")
    for nämnd_id, dnr in ((one, "ÖVN 2"), (one, "AVN 9"), (other, "B 1"), (one, "ÅVN 1")):
        store.do(SaveÄrende(ärende_id=dnr, nämnd_id=nämnd_id, dnr=dnr))
    assert [dnr for dnr, _ in rows(store, one)] == ["AVN 9", "ÅVN 1", "ÖVN 2"]
