"""The lists of a §: each is replaced as a whole, and rows that stay are known by their id."""

from dataclasses import replace

import pytest

from nämnd.core.errors import GoneError
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.parts_commands import (
    SaveAnteckningar,
    SaveBeslut,
    SaveHuvudmannabeslut,
    SaveJäv,
    SaveReservationer,
    SaveVoteringar,
    SaveYrkanden,
)
from nämnd.protokoll.values import HuvudmannabeslutRow
from tests.builders import a_nämnd, a_person, a_sammanträde
from tests.nämnd.protokoll.meeting_day import an_extra, justera, paragrafer_in
from tests.nämnd.store.dumps import dump
from tests.protokoll_values import (
    anteckning_row,
    beslutspunkt_row,
    jäv_row,
    reservation_row,
    votering_row,
    yrkande_row,
)


@pytest.fixture
def nämnd_id(store):
    nämnd_id = a_nämnd(store)
    draft = HuvudmanDraft("h1", "Region Ådalen", 6)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=(draft,)))
    return nämnd_id


@pytest.fixture
def sammanträde_id(store, nämnd_id):
    return a_sammanträde(store, nämnd_id)


@pytest.fixture
def paragraf_id(store, sammanträde_id):
    return an_extra(store, sammanträde_id)


def parts(person_id):
    """Return for each command the list it saves, by the name it has in a §."""
    return {
        "beslutspunkter": (
            SaveBeslut,
            (
                beslutspunkt_row("Att a", id="d1", till="i maj", riktas_till=("h1", "Fullmäktige")),
                beslutspunkt_row("Att b", id="d2", nummer="2–12", utfall=None),
            ),
        ),
        "yrkanden": (
            SaveYrkanden,
            (
                yrkande_row("y1", person_id, slag=("bifall", "tillägg"), hand=2, punkt="1"),
                yrkande_row("y2", av_partier=("S", "V"), återtaget=True),
            ),
        ),
        "voteringar": (
            SaveVoteringar,
            (
                votering_row(ja=person_id, id="v1", omgång=1),
                votering_row(id="v2", omgång=2, sluten=True, antal={"ja": 7, "nej": 3}, punkt="2"),
            ),
        ),
        "jäv": (
            SaveJäv,
            (
                jäv_row(person_id, id="j1", punkt="2", grund="part", ersätts_av=person_id),
                jäv_row(person_id, id="j2"),
            ),
        ),
        "reservationer": (
            SaveReservationer,
            (
                reservation_row(person_id, id="r1", text="För det", bilaga="bilaga 1"),
                reservation_row(id="r2", av_partier=("SD",)),
            ),
        ),
        "anteckningar": (
            SaveAnteckningar,
            (
                anteckning_row("protokollsanteckning", person_id, id="a1"),
                anteckning_row("ersättares mening", person_id, id="a2"),
            ),
        ),
        "huvudmannabeslut": (
            SaveHuvudmannabeslut,
            (
                HuvudmannabeslutRow("b1", "h1", "2026-04", "§ 12", "godkänner"),
                HuvudmannabeslutRow("b2", "h1", None, None, None),
            ),
        ),
    }


NAMES = sorted(parts(""))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_saved_changed_and_taken_back(store, sammanträde_id, paragraf_id, name):
    command, (first, second) = parts(a_person(store))[name]

    def saved():
        return getattr(paragrafer_in(store, sammanträde_id)[0], name)

    empty = dump(store.place.path)
    done = store.do(command(paragraf_id=paragraf_id, rows=(first, second)))
    assert saved() == (first, second)
    store.do(command(paragraf_id=paragraf_id, rows=(second,)))
    assert [one.id for one in saved()] == [second.id]
    store.do(command(paragraf_id=paragraf_id, rows=(second, first)))
    order = [one.id for one in saved()]
    assert order == sorted(order) if name == "huvudmannabeslut" else order == [second.id, first.id]
    store.do(command(paragraf_id=paragraf_id, rows=(first, second)))
    assert saved() == (first, second)
    store.do(done.inverse)
    assert dump(store.place.path) == empty


@pytest.mark.parametrize("name", NAMES)
def test_what_is_saved_unchanged_is_no_change(store, paragraf_id, name):
    command, rows = parts(a_person(store))[name]
    save = command(paragraf_id=paragraf_id, rows=rows)
    store.do(save)
    assert store.do(save).inverse is None


@pytest.mark.parametrize("name", NAMES)
def test_a_list_of_a_paragraf_that_is_gone_is_refused(store, name):
    command, rows = parts(a_person(store))[name]
    with pytest.raises(GoneError):
        store.do(command(paragraf_id="borta", rows=rows))


def test_a_reservation_for_a_yrkande_that_goes_is_for_none(store, sammanträde_id, paragraf_id):
    person_id = a_person(store)
    yrkanden = (yrkande_row("y1", person_id), yrkande_row("y2", person_id))
    store.do(SaveYrkanden(paragraf_id=paragraf_id, rows=yrkanden))
    rows = tuple(
        reservation_row(person_id, id=f"r{key}", till_förmån_för=key) for key in ("y1", "y2")
    )
    store.do(SaveReservationer(paragraf_id=paragraf_id, rows=rows))
    store.do(SaveYrkanden(paragraf_id=paragraf_id, rows=yrkanden[1:]))
    (row,) = paragrafer_in(store, sammanträde_id)
    assert row.reservationer == (replace(rows[0], till_förmån_för=None), rows[1])


def test_what_the_huvudmän_decide_is_told_after_the_justering(store, sammanträde_id, paragraf_id):
    justera(store, sammanträde_id)
    rows = (HuvudmannabeslutRow("b1", "h1", "2026-05", "§ 3", "ja"),)
    store.do(SaveHuvudmannabeslut(paragraf_id=paragraf_id, rows=rows))
    assert paragrafer_in(store, sammanträde_id)[0].huvudmannabeslut == rows
