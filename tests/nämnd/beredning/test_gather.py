"""What the nämnd is to be told of is gathered under one punkt, with letters; then it is told."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.beredning.errors import BeredningError, BeredningFault
from nämnd.beredning.values import Waits
from nämnd.core.changes import Topic
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RecordAnmält,
    RemoveDelegationsbeslut,
    SaveDelegationsbeslut,
    SetAnmäls,
)
from nämnd.delegation.errors import DelegationError, DelegationFault
from nämnd.protokoll.paragraf_commands import Reopen, UndrawParagraf
from nämnd.protokoll.queries import protokoll
from nämnd.sammanträde.bilaga_commands import MoveBilaga, RemoveBilaga
from nämnd.sammanträde.commands import CancelSammanträde, RemoveSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter, WithdrawPunkt
from nämnd.ärende.handling_commands import AnnulHandling
from tests.builders import a_punkt, shown
from tests.nämnd.beredning.making import MARCH, MAY, TODAY


def lettered(beredning, at, punkt_id):
    return [f"{one.beteckning}. {one.rubrik}" for one in beredning.punkt(at, punkt_id).bilagor]


def test_beslut_and_handlingar_stand_with_letters_under_one_punkt(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    first = beredning.beslut("Yttrande över remiss", anmäls=True)
    second = beredning.beslut("Tecknande av avtal", anmäls=True, av="Ordföranden")
    handling = beredning.handling(ärende, "Beslut från Region Halland", anmäls=True)
    punkt = beredning.punkt(at, beredning.gather(at, (first, second), (handling,)))
    assert (punkt.rubrik, punkt.slag) == ("Anmälningsärenden", "anmälan")
    assert [one.text for one in punkt.förslag] == ["Att lägga anmälningarna till handlingarna"]
    assert lettered(beredning, at, punkt.id) == [
        "A. Yttrande över remiss, Direktören 2026-02-10",
        "B. Tecknande av avtal, Ordföranden 2026-02-10",
        "C. Beslut från Region Halland",
    ]
    assert [one.i_utskicket for one in punkt.bilagor] == [False, False, True]


def test_beslut_alone_have_a_punkt_that_says_so(beredning):
    at = beredning.sammanträde()
    punkt_id = beredning.gather(at, (beredning.beslut(),))
    assert beredning.punkt(at, punkt_id).rubrik == "Anmälan av delegationsbeslut"


def test_the_standing_punkter_take_what_is_theirs(beredning):
    at, ärende = beredning.sammanträde(), beredning.ärende()
    others = a_punkt(beredning.store, at, "Anmälningsärenden", slag="anmälan", bilagor=1)
    own = a_punkt(beredning.store, at, "Delegationsbeslut", slag="anmälan")
    beslut, handling = beredning.beslut(), beredning.handling(ärende, anmäls=True)
    beredning.gather(at, (beslut,), (handling,))
    assert shown(beredning.store, at) == ["1 A B", "2 2"]
    assert beredning.registered(beslut).punkt_id == own
    assert [one.rubrik for one in beredning.punkt(at, others).bilagor][1:] == ["Rapport"]


def test_what_comes_later_is_added_to_the_same_punkt(beredning):
    at = beredning.sammanträde()
    punkt_id = beredning.gather(at, (beredning.beslut("A"),))
    beredning.gather(at, (beredning.beslut("B"),))
    assert len(beredning.dagordning(at).punkter) == 1
    assert len(beredning.punkt(at, punkt_id).bilagor) == len("AB")


def test_what_is_chosen_twice_stands_there_once(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut()
    handling = beredning.handling(beredning.ärende(), anmäls=True)
    punkt_id = beredning.gather(at, (beslut, beslut), (handling, handling))
    assert lettered(beredning, at, punkt_id) == [
        "A. Yttrande, Direktören 2026-02-10",
        "B. Rapport",
    ]


def test_the_protokoll_tells_what_was_reported(beredning):
    at = beredning.sammanträde()
    beredning.klubba(beredning.gather(at, (beredning.beslut("Yttrande"),)))
    found = beredning.store.ask(lambda session: protokoll(session, at))
    (paragraf,) = found.paragrafer
    assert paragraf.anmälningar == ("A. Yttrande, Direktören 2026-02-10",)


def test_it_is_reported_when_its_paragraf_is_done_and_not_before(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut(brådskande=True)
    punkt_id = beredning.gather(at, (beslut,))
    paragraf = beredning.handle(punkt_id)
    assert beredning.registered(beslut).anmält is None
    beredning.store.do(UndrawParagraf(paragraf_id=paragraf))
    paragraf = beredning.klubba(punkt_id)
    assert beredning.registered(beslut).anmält == "2026-03-27"
    assert beredning.waiting(MAY) == ()
    beredning.store.do(Reopen(paragraf_id=paragraf))
    assert beredning.registered(beslut).anmält is None


@pytest.mark.parametrize("utfall", ["bordläggning", "återremiss", "utgår"], ids=ascii)
def test_an_anmälan_that_is_put_off_has_told_nobody(beredning, utfall):
    at, beslut = beredning.sammanträde(), beredning.beslut(brådskande=True)
    beredning.decide(beredning.gather(at, (beslut,)), utfall)
    assert beredning.registered(beslut).anmält is None


def test_an_anmälan_that_is_put_off_comes_again_with_all_it_told_of(beredning):
    ärende, at, later = beredning.ärende(), beredning.sammanträde(), beredning.sammanträde(MAY)
    beslut, handling = beredning.beslut(), beredning.handling(ärende, anmäls=True)
    paragraf = beredning.decide(beredning.gather(at, (beslut,), (handling,)), "bordläggning")
    assert beredning.waits(MAY) == [(Waits.BORDLAGT, paragraf)]
    again = beredning.put(later, paragraf_id=paragraf)
    assert lettered(beredning, later, again) == [
        "A. Yttrande, Direktören 2026-02-10",
        "B. Rapport",
    ]
    beredning.klubba(again)
    assert beredning.registered(beslut).anmält == "2026-05-29"


@pytest.mark.parametrize("way", ["remove", "utgar", "installt", "bilaga", "sammantrade"])
def test_what_is_taken_off_waits_again(beredning, way):
    at, ärende = beredning.sammanträde(), beredning.ärende()
    beslut, handling = beredning.beslut(anmäls=True), beredning.handling(ärende, anmäls=True)
    punkt_id = beredning.gather(at, (beslut,), (handling,))
    assert beredning.waits() == []
    match way:
        case "remove":
            outcome = beredning.store.do(RemovePunkter(punkt_ids=(punkt_id,)))
            assert {Topic.DELEGATION, Topic.HANDLING} <= outcome.topics
        case "utgar":
            beredning.store.do(WithdrawPunkt(punkt_id=punkt_id, skäl="inte klart"))
        case "installt":
            beredning.store.do(CancelSammanträde(sammanträde_id=at, skäl="få ärenden"))
        case "sammantrade":
            beredning.store.do(RemoveSammanträde(sammanträde_id=at))
        case _:
            for bilaga in beredning.punkt(at, punkt_id).bilagor:
                beredning.store.do(RemoveBilaga(bilaga_id=bilaga.id))
    assert beredning.waits() == [(Waits.DELEGATION, beslut), (Waits.ANMÄLAN, handling)]
    later = beredning.sammanträde(MAY)
    beredning.gather(later, (beslut,), (handling,))
    assert beredning.waits() == []


def _lines(beredning, at, punkt_id):
    return [one.rubrik for one in beredning.punkt(at, punkt_id).bilagor]


def _gathered_again(beredning, at, *, later):
    """Let the anmälan `at` utgå, gather it at `later`, and take back that it utgår."""
    ärende, gone = beredning.ärende(), beredning.beslut("Avtal", anmäls=True)
    stays, handling = beredning.beslut("Inköp"), beredning.handling(ärende, anmäls=True)
    punkt_id = beredning.gather(at, (gone, stays), (handling,))
    do = beredning.store.do
    do(WithdrawPunkt(punkt_id=punkt_id, skäl="inte klart"))
    again = beredning.gather(later, (gone,), (handling,))
    before = beredning.dagordning(at)
    outcome = do(WithdrawPunkt(punkt_id=punkt_id, skäl=None))
    return punkt_id, again, before, outcome.inverse


@pytest.mark.parametrize("day", [MARCH, MAY], ids=str)
def test_what_was_gathered_elsewhere_meanwhile_stands_only_there(beredning, day):
    at = beredning.sammanträde(MARCH)
    later = at if day == MARCH else beredning.sammanträde(day)
    old, again, before, back = _gathered_again(beredning, at, later=later)
    assert _lines(beredning, at, old) == ["Inköp, Direktören 2026-02-10"]
    assert _lines(beredning, later, again) == ["Avtal, Direktören 2026-02-10", "Rapport"]
    assert beredning.waits() == []
    beredning.store.do(back)
    assert beredning.dagordning(at) == before


def test_what_waits_again_since_then_does_not_stand_there_either(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut(anmäls=True)
    old = beredning.gather(at, (beslut,))
    do = beredning.store.do
    do(WithdrawPunkt(punkt_id=old, skäl="inte klart"))
    do(RemovePunkter(punkt_ids=(beredning.gather(at, (beslut,)),)))
    do(WithdrawPunkt(punkt_id=old, skäl=None))
    assert _lines(beredning, at, old) == []
    assert beredning.waits() == [(Waits.DELEGATION, beslut)]


def test_the_papers_of_an_ärende_stay_when_its_punkt_is_taken_up_again(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    handling = beredning.handling(ärende, anmäls=True)
    punkt_id = beredning.put(at, ärende, handling_ids=(handling,))
    beredning.gather(at, (), (handling,))
    do = beredning.store.do
    do(WithdrawPunkt(punkt_id=punkt_id, skäl="inte klart"))
    do(WithdrawPunkt(punkt_id=punkt_id, skäl=None))
    assert _lines(beredning, at, punkt_id) == ["Rapport"]


def test_a_line_that_is_moved_is_reported_where_it_stands(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut()
    punkt = beredning.punkt(at, beredning.gather(at, (beslut,)))
    other = a_punkt(beredning.store, at, "Anmälningsärenden", slag="anmälan")
    beredning.store.do(MoveBilaga(bilaga_id=punkt.bilagor[0].id, punkt_id=other, to=1))
    assert beredning.registered(beslut).punkt_id == other


@pytest.mark.parametrize(
    "why",
    ["nothing", "reported", "in_protokoll", "decided_after", "on_another", "annulled"],
)
def test_what_can_not_be_reported_there_is_refused_and_nothing_changes(beredning, why):
    ärende, at = beredning.ärende(), beredning.sammanträde(date(2026, 2, 25))
    beslut, handling = beredning.beslut(), beredning.handling(ärende, anmäls=True)
    do = beredning.store.do
    match why:
        case "nothing":
            beslut = handling = None
        case "reported":
            do(RecordAnmält(beslut_ids=(beslut,), datum=date(2026, 2, 25)))
        case "in_protokoll":
            do(
                MakeDelegationsprotokoll(
                    nämnd_id=beredning.nämnd, beslut_ids=(beslut,), datum=TODAY
                )
            )
        case "decided_after":
            beslut = beredning.beslut(datum=date(2026, 2, 26))
        case "on_another":
            beredning.gather(beredning.sammanträde(MAY), (beslut,))
        case _:
            do(AnnulHandling(handling_id=handling, skäl="fel", datum=TODAY))
    before = beredning.dagordning(at)
    with pytest.raises(BeredningError) as refused:
        beredning.gather(at, (beslut,) if beslut else (), (handling,) if handling else ())
    assert refused.value.why is BeredningFault[why.upper()]
    assert beredning.dagordning(at) == before


# What is said of a beslut itself


def test_the_nämnd_says_which_are_reported_and_can_think_again(beredning):
    beslut = beredning.beslut()
    for said in (True, False, None):
        beredning.store.do(SetAnmäls(beslut_ids=(beslut,), anmäls=said))
        assert beredning.registered(beslut).anmäls is said


def test_a_brådskande_beslut_is_always_reported(beredning):
    beslut = beredning.beslut(brådskande=True)
    with pytest.raises(DelegationError) as refused:
        beredning.store.do(SetAnmäls(beslut_ids=(beslut,), anmäls=False))
    assert refused.value.problems == (DelegationFault.BRÅDSKANDE,)


def test_a_beslut_that_becomes_brådskande_is_to_be_reported_after_all(beredning):
    beslut = beredning.beslut(anmäls=False)
    draft = replace(beredning.registered(beslut).draft, brådskande=True)
    beredning.store.do(SaveDelegationsbeslut(beslut_id=beslut, draft=draft, today=TODAY))
    assert beredning.registered(beslut).anmäls is None
    assert beredning.waits() == [(Waits.BRÅDSKANDE, beslut)]


def test_what_stands_in_a_protokoll_of_its_own_is_not_reported_and_the_other_way_round(beredning):
    alone, told, put = beredning.beslut(), beredning.beslut(anmäls=True), beredning.beslut()
    beredning.gather(beredning.sammanträde(), (put,))

    def make(*keys):
        new = MakeDelegationsprotokoll(nämnd_id=beredning.nämnd, beslut_ids=keys, datum=TODAY)
        beredning.store.do(new)

    make(alone)
    for refused, why in (
        (lambda: make(told), DelegationFault.ANMÄLS),
        (lambda: make(put), DelegationFault.ON_DAGORDNING),
        (lambda: _say(beredning, alone, anmäls=True), DelegationFault.IN_PROTOKOLL),
        (lambda: _say(beredning, put, anmäls=False), DelegationFault.ON_DAGORDNING),
        (lambda: _remove(beredning, put), DelegationFault.ON_DAGORDNING),
    ):
        with pytest.raises(DelegationError) as found:
            refused()
        assert found.value.problems == (why,)


def test_what_has_been_reported_has_been(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut()
    beredning.klubba(beredning.gather(at, (beslut,)))
    for refused in (
        lambda: _say(beredning, beslut, anmäls=False),
        lambda: _remove(beredning, beslut),
    ):
        with pytest.raises(DelegationError) as found:
            refused()
        assert found.value.problems == (DelegationFault.ANMÄLT,)


def _say(beredning, beslut, *, anmäls):
    beredning.store.do(SetAnmäls(beslut_ids=(beslut,), anmäls=anmäls))


def _remove(beredning, beslut):
    beredning.store.do(RemoveDelegationsbeslut(beslut_id=beslut))
