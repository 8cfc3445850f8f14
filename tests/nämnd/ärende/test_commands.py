"""Ärenden are registered, changed, closed and annulled; nothing is deleted."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.errors import Draft, GoneError, InvalidDraftError
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import NämndDraft
from nämnd.ärende.commands import (
    AnnulÄrende,
    ChangeÄrende,
    CloseÄrende,
    RegisterÄrende,
    ReopenÄrende,
    SaveÄrende,
    SetWaiting,
)
from nämnd.ärende.errors import DnrTakenError, ÄrendeError, ÄrendeFault
from nämnd.ärende.queries import ärenden
from nämnd.ärende.values import ExternBeteckning, Sekretess, ÄrendeDraft
from tests.builders import a_nämnd
from tests.nämnd.ärende.conftest import SERIE, TODAY

WHOLE = ÄrendeDraft(
    "Högspecialiserad vård",
    date(2026, 2, 1),
    handläggare="Eva Lind",
    parter=("Region Norr", "Region Öst"),
    externa_beteckningar=(
        ExternBeteckning("Socialstyrelsen", "12391/2018-20"),
        ExternBeteckning("Region Skåne", "1900521"),
        ExternBeteckning("Region Skåne", "1900522"),
    ),
    gallring="Bevaras",
    väntar="",
    dölj_rubrik=True,
    sekretess=Sekretess("OSL 25 kap. 1 §", TODAY),
)


def rows(store, nämnd_id):
    return [(row.dnr, row.rubrik) for row in store.ask(lambda s: ärenden(s, nämnd_id))]


def refusing(*problems):
    return pytest.raises(ÄrendeError, check=lambda error: error.problems == problems)


def saved(store, nämnd_id, dnr, key="e1", rubrik=""):
    return store.do(SaveÄrende(ärende_id=key, nämnd_id=nämnd_id, dnr=dnr, rubrik=rubrik))


@pytest.mark.parametrize(
    "dnr",
    ["1900525", "RS191127", "19RGK1617", "2019/01804", "RJL 2018/36", "5.3-12394/2018", "0042"],
)
def test_a_dnr_of_any_form_is_kept_as_written(store, dnr):
    nämnd_id = a_nämnd(store)
    saved(store, nämnd_id, f" {dnr} ", rubrik=" Vård ")
    assert rows(store, nämnd_id) == [(dnr, "Vård")]


def test_without_a_dnr_there_is_nothing_to_register(store):
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.DNR_MISSING,)):
        saved(store, a_nämnd(store), " ")


def test_the_dnr_of_another_nämnds_ärende_stays_unique_there(store):
    mine, presidium = a_nämnd(store), a_nämnd(store, "Presidiet")
    saved(store, mine, "1")
    saved(store, mine, "2", key="e2")
    with pytest.raises(DnrTakenError):
        saved(store, presidium, "1", key="e2")


def test_a_change_can_be_undone(store):
    nämnd_id = a_nämnd(store)
    saved(store, nämnd_id, "1", rubrik="Vård")
    outcome = saved(store, nämnd_id, "2", rubrik="Omsorg")
    assert rows(store, nämnd_id) == [("2", "Omsorg")]
    store.do(outcome.inverse)
    assert rows(store, nämnd_id) == [("1", "Vård")]


def test_only_the_own_ones_are_listed_by_dnr(store):
    one, other = a_nämnd(store, "Ena"), a_nämnd(store, "Andra")
    for nämnd_id, dnr in ((one, "ÖVN 2"), (one, "AVN 9"), (other, "B 1"), (one, "ÅVN 1")):
        saved(store, nämnd_id, dnr, key=dnr)
    assert [dnr for dnr, _ in rows(store, one)] == ["AVN 9", "ÅVN 1", "ÖVN 2"]


def test_everything_that_is_written_is_kept(diarium):
    key = diarium.register()
    diarium.do(ChangeÄrende(ärende_id=key, draft=WHOLE))
    assert diarium.view(key).draft == WHOLE
    outcome = diarium.do(ChangeÄrende(ärende_id=key, draft=ÄrendeDraft("Vård")))
    assert diarium.view(key).draft == ÄrendeDraft("Vård")
    diarium.do(outcome.inverse)
    assert diarium.view(key).draft == WHOLE


def test_the_own_series_gives_the_next_number_of_the_year_it_is_opened(diarium):
    opened = (TODAY, None, date(2025, 12, 30), date(2026, 1, 2))
    keys = [diarium.register(öppnat=day) for day in opened]
    assert [diarium.view(key).dnr for key in keys] == [
        "VN 2026/0001",
        "VN 2026/0002",
        "VN 2025/0001",
        "VN 2026/0003",
    ]
    assert diarium.view(keys[1]).draft.öppnat == TODAY


def test_each_nämnd_has_a_series_of_its_own(diarium):
    diarium.register()
    other = replace(
        diarium, nämnd_id=a_nämnd(diarium.store, "Andra", diarieserie="AN {år}-{löpnr}")
    )
    assert other.view(other.register()).dnr == "AN 2026-1"


def test_a_dnr_of_the_series_written_by_hand_moves_the_count(diarium):
    saved(diarium.store, diarium.nämnd_id, "vn 2026/41")
    diarium.register(dnr="1900525")
    assert diarium.view(diarium.register()).dnr == "VN 2026/0042"


def test_ärenden_from_before_the_series_are_counted(store, diarium):
    """They were written by hand when the nämnd had no series in the settings."""
    bare = a_nämnd(store, "Gammal")
    for number in (7, 9):
        saved(store, bare, f"GN 2026/{number}", key=f"g{number}")
    settings = NämndDraft("Gammal", diarieserie="GN {år}/{löpnr}")
    store.do(SaveNämnd(nämnd_id=bare, draft=settings))
    old = replace(diarium, nämnd_id=bare)
    assert old.view(old.register()).dnr == "GN 2026/10"


def test_a_number_that_stands_under_a_series_of_before_is_passed_over(store, diarium):
    diarium.register(dnr="VN 2026/0002")
    for pattern in ("X {år}/{löpnr}", SERIE):
        store.do(
            SaveNämnd(
                nämnd_id=diarium.nämnd_id,
                draft=NämndDraft("Vårdnämnden i Ådalen", diarieserie=pattern),
            )
        )
    assert diarium.view(diarium.register()).dnr == "VN 2026/0003"


@pytest.mark.parametrize(
    "written", ["VN 2026/0001", " VN  2026/0001 ", "VN2026/1", "vn 2026/00001"]
)
def test_the_same_dnr_twice_is_refused(diarium, written):
    diarium.register("Priser")
    with pytest.raises(
        DnrTakenError, check=lambda e: (e.dnr, e.rubrik) == ("VN 2026/0001", "Priser")
    ):
        diarium.register("Annat", dnr=written)
    with pytest.raises(DnrTakenError):
        saved(diarium.store, diarium.nämnd_id, written, key="nytt")
    other = replace(diarium, nämnd_id=a_nämnd(diarium.store, "Andra"))
    other.register(dnr=written)


def test_the_dnr_of_an_annulled_ärende_is_not_given_again(diarium):
    key = diarium.register()
    diarium.do(AnnulÄrende(ärende_id=key, skäl="Fel", datum=TODAY))
    assert diarium.view(diarium.register()).dnr == "VN 2026/0002"
    with pytest.raises(DnrTakenError):
        diarium.register(dnr="VN 2026/0001")


@pytest.mark.parametrize(
    ("serie", "fault"),
    [
        (None, ÄrendeFault.SERIE_MISSING),
        (" ", ÄrendeFault.SERIE_MISSING),
        ("VN {nummer}", ÄrendeFault.SERIE_MALFORMED),
        ("VN {år.__class__}/{löpnr}", ÄrendeFault.SERIE_MALFORMED),
    ],
)
def test_without_a_series_a_dnr_must_be_written(store, diarium, serie, fault):
    bare = replace(diarium, nämnd_id=a_nämnd(store, "Utan", diarieserie=serie))
    with refusing(fault):
        bare.register()
    assert bare.view(bare.register(dnr="1900525")).dnr == "1900525"


@pytest.mark.parametrize(
    ("draft", "fault"),
    [
        (ÄrendeDraft(" "), ÄrendeFault.RUBRIK_MISSING),
        (ÄrendeDraft("\N{ZERO WIDTH SPACE}"), ÄrendeFault.RUBRIK_MISSING),
        (ÄrendeDraft("V", öppnat=date(2026, 3, 3)), ÄrendeFault.AHEAD),
        (ÄrendeDraft("V", sekretess=Sekretess(" ")), ÄrendeFault.LAGRUM_MISSING),
        (
            ÄrendeDraft("V", externa_beteckningar=(ExternBeteckning("Ivo", " "),)),
            ÄrendeFault.BETECKNING_MISSING,
        ),
    ],
)
def test_what_can_not_be_registered_is_told(diarium, draft, fault):
    with refusing(fault):
        diarium.do(RegisterÄrende(nämnd_id=diarium.nämnd_id, draft=draft, today=TODAY))
    key = diarium.register()
    if fault is not ÄrendeFault.AHEAD:
        with refusing(fault):
            diarium.do(ChangeÄrende(ärende_id=key, draft=draft))


def test_registering_has_no_way_back(diarium):
    command = RegisterÄrende(nämnd_id=diarium.nämnd_id, draft=ÄrendeDraft("V"), today=TODAY)
    assert diarium.do(command).inverse is None


def test_an_ärende_is_closed_and_opened_again(diarium):
    key = diarium.register(väntar="snart")
    outcome = diarium.do(CloseÄrende(ärende_id=key, datum=TODAY))
    view = diarium.view(key)
    assert (view.status, view.avslutat, view.draft.väntar) == ("avslutat", TODAY, None)
    diarium.do(outcome.inverse)
    assert diarium.view(key).draft.väntar == "snart"
    diarium.do(CloseÄrende(ärende_id=key, datum=TODAY))
    diarium.do(ReopenÄrende(ärende_id=key))
    view = diarium.view(key)
    assert (view.status, view.avslutat) == ("öppet", None)


def test_it_is_not_closed_before_it_was_opened(diarium):
    key = diarium.register()
    with refusing(ÄrendeFault.CLOSED_BEFORE):
        diarium.do(CloseÄrende(ärende_id=key, datum=date(2026, 3, 1)))


@pytest.mark.parametrize("note", ["", "efter remissen"])
def test_an_ärende_waits_with_a_note_or_without(diarium, note):
    key = diarium.register()
    outcome = diarium.do(SetWaiting(ärende_id=key, väntar=f" {note} "))
    assert diarium.view(key).draft.väntar == note
    diarium.do(SetWaiting(ärende_id=key, väntar=None))
    assert diarium.view(key).draft.väntar is None
    assert outcome.inverse is not None


def test_an_annulled_ärende_stays_with_the_reason_and_can_not_be_changed(diarium):
    key = diarium.register(väntar="")
    outcome = diarium.do(AnnulÄrende(ärende_id=key, skäl=" Registrerat  två gånger ", datum=TODAY))
    assert outcome.inverse is None
    view = diarium.view(key)
    assert (view.makulerat, view.makulerat_datum) == ("Registrerat två gånger", TODAY)
    assert (view.dnr, view.draft.väntar) == ("VN 2026/0001", None)
    assert rows(diarium.store, diarium.nämnd_id) == []  # there is nothing to choose
    for command in (
        ChangeÄrende(ärende_id=key, draft=ÄrendeDraft("Annat")),
        SaveÄrende(ärende_id=key, nämnd_id=diarium.nämnd_id, dnr="9"),
        CloseÄrende(ärende_id=key, datum=TODAY),
        ReopenÄrende(ärende_id=key),
        SetWaiting(ärende_id=key, väntar=""),
        AnnulÄrende(ärende_id=key, skäl="Igen", datum=TODAY),
    ):
        with refusing(ÄrendeFault.ANNULLED):
            diarium.do(command)


def test_there_must_be_a_reason(diarium):
    with refusing(ÄrendeFault.SKÄL_MISSING):
        diarium.do(AnnulÄrende(ärende_id=diarium.register(), skäl=" \n", datum=TODAY))


def test_what_is_gone_is_told(diarium):
    with pytest.raises(GoneError):
        diarium.do(ChangeÄrende(ärende_id="borta", draft=ÄrendeDraft("V")))
    with pytest.raises(GoneError):
        replace(diarium, nämnd_id="borta").register()
