"""A notice of delegationsbeslut tells nothing that is masked or under sekretess elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.anslag.commands import SetAnslag
from nämnd.anslag.values import AnslagDraft
from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RegisterDelegationsbeslut,
    SignDelegationsprotokoll,
)
from nämnd.delegation.values import DelegationsbeslutDraft, DelegationsbeslutRow
from nämnd.documents.content import as_text
from nämnd.paket.anslag import What, announced_paper, gather_announced
from nämnd.publicering.announcing import announced_rubriker
from nämnd.publicering.masks import MASKED
from nämnd.tables import Paragraf, Punkt, Ärende
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import add_rows

DAY, TODAY = date(2026, 3, 30), date(2026, 4, 10)
DRAFT = DelegationsbeslutDraft(DAY, "Ordföranden", "Yttrande till Socialstyrelsen")


@pytest.fixture
def nämnd(store):
    return a_nämnd(store)


@pytest.fixture
def notice(store, nämnd, tmp_path):
    """Announce a beslut with a rubrik, and return what the notice says."""

    def made(rubrik=DRAFT.rubrik, *, what: What = "anslag", **facts):
        draft = replace(DRAFT, rubrik=rubrik, **facts)
        new = RegisterDelegationsbeslut(nämnd_id=nämnd, draft=draft, today=TODAY)
        store.do(new)
        make = MakeDelegationsprotokoll(nämnd_id=nämnd, beslut_ids=(new.beslut_id,), datum=DAY)
        store.do(make)
        key = make.protokoll_id
        store.do(SignDelegationsprotokoll(protokoll_id=key, av="Eva", datum=DAY, today=TODAY))
        store.do(SetAnslag(key=key, huvudman_id=None, draft=AnslagDraft(DAY), today=TODAY))
        found = gather_announced(store, FileStore(tmp_path / "filer"), key)
        return as_text(announced_paper(found, what, today=TODAY))

    return made


def an_ärende(store, nämnd, **facts) -> str:
    key = new_id()
    add_rows(store, Ärende(id=key, nämnd_id=nämnd, dnr="SRVN 2026/17", **facts))
    return key


def test_a_rubrik_with_nothing_private_stands_as_it_is(store, nämnd, notice):
    a_person(store, "Anna Ek")
    assert "Yttrande till Socialstyrelsen" in notice(ärende_id=an_ärende(store, nämnd))


@pytest.mark.parametrize(
    "facts",
    [
        {"sekretess_lagrum": "25 kap. 1 § OSL"},
        {"sekretess_datum": date(2026, 3, 1)},
        {"dölj_rubrik": True},
    ],
    ids=["lagrum", "datum", "dold rubrik"],
)
def test_of_an_ärende_that_is_closed_only_the_dnr_is_told(store, nämnd, notice, facts):
    said = notice(ärende_id=an_ärende(store, nämnd, **facts))
    assert "Socialstyrelsen" not in said
    assert MASKED in said
    assert "SRVN 2026/17" in said


@pytest.mark.parametrize("private", ["19121212-1212", "per.berg@example.se", "070-123 45 67"])
def test_what_would_have_to_be_masked_is(notice, private):
    said = notice(f"Svar till {private} om hyran")
    assert private not in said
    assert f"Svar till {MASKED} om hyran" in said


def test_words_that_are_masked_in_a_paper_of_the_nämnd_are_masked_in_the_notice(
    store, nämnd, notice
):
    sammanträde = a_sammanträde(store, nämnd)
    add_rows(
        store,
        Punkt(sammanträde_id=sammanträde, rubrik="Hyra", ordning=1, maskeringar=["Kvarnen 7"]),
    )
    said = notice("Uppsägning av Kvarnen  7")
    assert "Kvarnen" not in said
    assert f"Uppsägning av {MASKED}" in said


def test_a_beslut_that_is_reported_at_a_paragraf_under_sekretess_is_not_named(store, nämnd):
    sammanträde = a_sammanträde(store, nämnd)
    secret, open_ = a_punkt(store, sammanträde), a_punkt(store, sammanträde)
    for nummer, punkt in enumerate((secret, open_), start=1):
        lagrum = "OSL 25:1" if punkt == secret else None
        facts = {"sammanträde_id": sammanträde, "rubrik": "Anmälan", "ordning": nummer}
        add_rows(store, Paragraf(nummer=nummer, punkt_id=punkt, sekretess_lagrum=lagrum, **facts))
    beslut = tuple(
        DelegationsbeslutRow(key, DRAFT, None, None, None, fixed=True, punkt_id=punkt)
        for key, punkt in (("a", secret), ("b", open_))
    )
    named = store.ask(lambda session: announced_rubriker(session, nämnd, beslut))
    assert named == {"a": MASKED, "b": DRAFT.rubrik}


def test_the_protokoll_itself_is_whole(notice):
    said = notice("Svar till per.berg@example.se", what="delegationsprotokoll")
    assert "per.berg@example.se" in said
