"""Every day to watch, the most urgent first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nämnd.anslag.lagfrister import lagfrister
from nämnd.anslag.values import Lagfrist, Vad
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RecordAnmält,
    RegisterDelegationsbeslut,
    SignDelegationsprotokoll,
)
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.sammanträde.commands import CancelSammanträde
from tests.builders import DAY, a_sammanträde
from tests.nämnd.anslag.announced import JUSTERAT, LAST, LATER, UP, Announced

DRAFT = DelegationsbeslutDraft(date(2026, 3, 30), "Ordföranden", "Yttrande till Socialstyrelsen")


def watched(one: Announced, today: date) -> list[Lagfrist]:
    return list(one.store.ask(lambda session: lagfrister(session, one.nämnd, today)))


def kinds(one: Announced, today: date) -> list[tuple[Vad, date | None]]:
    return [(each.vad, each.day) for each in watched(one, today)]


def test_what_is_not_justerat_is_watched_from_the_day_of_the_sammanträde(store):
    one = Announced(store)
    assert kinds(one, DAY - timedelta(days=1)) == []
    assert kinds(one, DAY) == [(Vad.JUSTERAS, date(2026, 4, 10))]
    (found,) = watched(one, date(2026, 4, 13))
    assert found.days_left == -3
    assert found.paragrafer is not None
    assert found.paragrafer.text == "1–2"
    assert found.sammanträde_id == one.sammanträde


def test_only_the_paragrafer_that_are_left_are_to_be_justerade(store):
    one = Announced(store)
    one.id = one.plan("1")
    one.justera()
    found = [each for each in watched(one, JUSTERAT) if each.vad is Vad.JUSTERAS]
    assert [each.paragrafer.text for each in found if each.paragrafer] == ["2"]


def test_each_step_gives_the_next_day_to_watch(store):
    one = Announced(store, "Region Skåne", "Region Halland").justera()
    assert kinds(one, JUSTERAT) == [(Vad.ANSLÅS, UP)]
    one.put_up("Region Skåne")
    (found,) = watched(one, UP)
    assert (found.words, found.days_left) == (("Region Halland",), 0)
    one.put_up("Region Halland")
    over = LAST + timedelta(days=1)
    assert kinds(one, UP) == [(Vad.FRÅGA_RÄTTEN, over), (Vad.TAS_NED, over)]
    one.confirm()
    assert kinds(one, LATER) == [(Vad.TAS_NED, over)]
    one.put_up("Region Skåne", nedtaget=LATER)
    assert watched(one, LATER)[0].words == ("Region Halland",)
    one.put_up("Region Halland", nedtaget=LATER)
    assert kinds(one, LATER) == []


def test_a_notice_that_was_taken_down_too_early_is_most_urgent(store):
    one = Announced(store).justera()
    one.put_up(nedtaget=UP)
    assert kinds(one, LATER) == [(Vad.SÄTTS_UPP_IGEN, LATER)]


@pytest.mark.parametrize("form", ["samverkan", "utskott"])
def test_a_body_without_boards_has_none_of_these_days(store, form: str):
    assert kinds(Announced(store, juridisk_form=form), LATER) == []


def test_a_cancelled_sammanträde_is_not_watched(store):
    one = Announced(store)
    store.do(CancelSammanträde(sammanträde_id=one.sammanträde, skäl="Snöstorm"))
    assert kinds(one, LATER) == []


def test_a_brådskande_beslut_is_to_be_reported_at_the_next_sammanträde(store):
    one = Announced(store, juridisk_form="utskott")
    draft = replace(DRAFT, brådskande=True)
    new = RegisterDelegationsbeslut(nämnd_id=one.nämnd, draft=draft, today=LATER)
    store.do(new)
    assert kinds(one, LATER) == [(Vad.ANMÄLS, None)]
    next_day = date(2026, 5, 29)
    a_sammanträde(store, one.nämnd, date(2026, 6, 12))
    a_sammanträde(store, one.nämnd, next_day)
    assert kinds(one, LATER) == [(Vad.ANMÄLS, next_day)]
    store.do(RecordAnmält(beslut_ids=(new.beslut_id,), datum=next_day))
    assert kinds(one, LATER) == []


def test_a_delegationsprotokoll_is_signed_announced_and_taken_down(store):
    one = Announced(store).justera()
    one.put_up(nedtaget=LATER)
    one.confirm()
    new = RegisterDelegationsbeslut(nämnd_id=one.nämnd, draft=DRAFT, today=LATER)
    store.do(new)
    make = MakeDelegationsprotokoll(
        nämnd_id=one.nämnd, beslut_ids=(new.beslut_id,), datum=date(2026, 4, 1)
    )
    store.do(make)
    assert kinds(one, LATER) == [(Vad.UNDERTECKNAS, None)]
    sign = SignDelegationsprotokoll(
        protokoll_id=make.protokoll_id, av="Anna Ek", datum=JUSTERAT, today=LATER
    )
    store.do(sign)
    assert kinds(one, LATER) == [(Vad.ANSLÅS, UP)]
    one.id = make.protokoll_id
    one.put_up()
    over = LAST + timedelta(days=1)
    assert kinds(one, LATER) == [(Vad.FRÅGA_RÄTTEN, over), (Vad.TAS_NED, over)]


def test_only_those_since_a_day_are_asked_for(store):
    one = Announced(store)

    def since(day: date) -> list[Vad]:
        found = store.ask(lambda session: lagfrister(session, one.nämnd, LATER, since=day))
        return [each.vad for each in found]

    assert since(DAY) == [Vad.JUSTERAS]
    assert since(DAY + timedelta(days=1)) == []
