"""Whether an archive folder is told to hold secrets."""

import pytest

from nämnd.arkiv.queries import holds_secrets
from nämnd.tables import Bilaga, Paragraf, Ärende
from tests.builders import a_bilaga, a_nämnd, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import Doing, a_paragraf, add_rows


def meeting(store, nämnd, key, **facts):
    """Plan a sammanträde with a § in an ärende, and a punkt that is not handled with a bilaga."""
    add_rows(store, Ärende(id=key, nämnd_id=nämnd, dnr=key, rubrik="Klagomål", **facts))
    sammanträde = a_sammanträde(store, nämnd)
    paragraf = a_paragraf(store, sammanträde, "Priser", ärende_id=key)
    bilaga = a_bilaga(store, a_punkt(store, sammanträde, "Ej behandlad"))
    return sammanträde, paragraf, bilaga


def secret(store, sammanträde):
    return store.ask(lambda session: holds_secrets(session, sammanträde))


def test_without_marks_there_are_none_and_another_sammanträdes_do_not_count(store):
    nämnd = a_nämnd(store)
    plain, _, _ = meeting(store, nämnd, "a")
    other, _, _ = meeting(store, nämnd, "b", dölj_rubrik=True)
    assert not secret(store, plain)
    assert secret(store, other)


def test_an_ärende_with_a_provision_is_secret(store):
    sammanträde, _, _ = meeting(store, a_nämnd(store), "a", sekretess_lagrum="25 kap. 1 § OSL")
    assert secret(store, sammanträde)


@pytest.mark.parametrize("table", [Paragraf, Bilaga])
def test_a_paragraf_or_a_bilaga_is_enough_also_where_nothing_was_handled(store, table):
    sammanträde, paragraf, bilaga = meeting(store, a_nämnd(store), "a")
    key = paragraf if table is Paragraf else bilaga

    def act(session):
        session.get(table, key).sekretess_lagrum = "25 kap. 1 § OSL"

    store.do(Doing(act))
    assert secret(store, sammanträde)
