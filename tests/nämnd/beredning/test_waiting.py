"""What waits for a dagordning, why, and until when."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from nämnd.beredning.proposals import put
from nämnd.beredning.queries import coming_sammanträden
from nämnd.beredning.values import Waits
from nämnd.core.ids import new_id
from nämnd.delegation.commands import RecordAnmält
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.meeting_commands import CloseSammanträde
from nämnd.protokoll.paragraf_commands import AddParagraf, Decide
from nämnd.protokoll.parts_commands import SaveBeslut
from nämnd.protokoll.values import BeslutspunktRow
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from nämnd.store.rows import rows_where
from nämnd.tables import Beslutspunkt
from nämnd.ärende.commands import CloseÄrende, ReopenÄrende
from tests.builders import WHEN, a_punkt
from tests.nämnd.beredning.making import MARCH, MAY, SEPTEMBER, TODAY, Beredning

AFTER = MARCH + timedelta(days=3)
SENT_BACK = [("bordläggning", Waits.BORDLAGT), ("återremiss", Waits.ÅTERREMITTERAT)]


@pytest.mark.parametrize(("utfall", "why"), SENT_BACK, ids=["bordlagt", "aterremitterat"])
def test_what_is_put_off_or_sent_back_comes_again_until_it_stands_on_a_later_dagordning(
    beredning, utfall, why
):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    paragraf = beredning.decide(beredning.put(at, ärende), utfall, "för ytterligare beredning")
    (one,) = beredning.waiting(AFTER)
    assert (one.why, one.key, one.ärende_id, one.dnr) == (why, paragraf, ärende, "VN 2026/0001")
    assert (one.where, one.till) == ("§ 1 den 27 mars 2026", "för ytterligare beredning")
    assert (one.since, one.must) == ("2026-03-27", False)
    later = beredning.sammanträde(MAY)
    beredning.store.do(put((one,), later, WHEN))
    assert beredning.waits(AFTER) == []


def test_what_comes_again_brings_texts_and_papers_and_says_where_it_was(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.handling(ärende, "Rapport")
    beredning.skrivelse(ärende)
    first = beredning.put(at, ärende)
    paragraf = beredning.decide(first, "återremiss")
    beredning.handling(ärende, "Kompletterad rapport")
    later = beredning.sammanträde(MAY)
    again = beredning.put(later, ärende, paragraf_id=paragraf)
    was, now = beredning.punkt(at, first), beredning.punkt(later, again)
    assert now.rubrik == was.rubrik
    assert [one.text for one in now.förslag] == [one.text for one in was.förslag]
    assert [one.rubrik for one in now.bilagor] == ["Rapport", "Kompletterad rapport"]


def test_a_newer_skrivelse_says_what_is_proposed_then(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.skrivelse(ärende)
    paragraf = beredning.decide(beredning.put(at, ärende), "återremiss")
    beredning.skrivelse(ärende, ("Att godkänna den omarbetade rapporten",), datum=AFTER)
    later = beredning.sammanträde(MAY)
    now = beredning.punkt(later, beredning.put(later, ärende, paragraf_id=paragraf))
    assert [one.text for one in now.förslag] == ["Att godkänna den omarbetade rapporten"]


def test_of_a_paragraf_that_is_put_off_in_part_only_that_part_comes_again(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.skrivelse(ärende, ("Att godkänna", "Att sända vidare", "Att följa upp"))
    paragraf = beredning.handle(beredning.put(at, ärende))
    _decide_each(beredning, paragraf, ("enligt förslag", "bordläggning", "bordläggning"))
    (one,) = beredning.waiting(AFTER)
    assert one.where == "§ 1 den 27 mars 2026, punkt 2 och 3"
    later = beredning.sammanträde(MAY)
    punkt = beredning.punkt(later, beredning.put(later, ärende, paragraf_id=paragraf))
    assert [one.text for one in punkt.förslag] == ["Att sända vidare", "Att följa upp"]


def test_what_has_no_ärende_comes_again_too(beredning):
    at, later = beredning.sammanträde(), beredning.sammanträde(MAY)
    punkt_id = a_punkt(beredning.store, at, "Budget", bilagor=2)
    paragraf = beredning.decide(punkt_id, "bordläggning")
    assert beredning.waits(AFTER) == [(Waits.BORDLAGT, paragraf)]
    again = beredning.put(later, paragraf_id=paragraf)
    punkt = beredning.punkt(later, again)
    assert (punkt.rubrik, len(punkt.bilagor)) == ("Budget", 2)
    assert beredning.waits(AFTER) == []
    beredning.store.do(WithdrawPunkt(punkt_id=again, skäl="inte klart"))
    assert beredning.waits(AFTER) == [(Waits.BORDLAGT, paragraf)]


def test_what_has_no_ärende_is_known_by_its_rubrik_when_somebody_wrote_it_again(beredning):
    at, later = beredning.sammanträde(), beredning.sammanträde(MAY)
    beredning.decide(a_punkt(beredning.store, at, "Budget"), "bordläggning")
    a_punkt(beredning.store, later, "Budget")
    assert beredning.waits(AFTER) == []


def test_what_has_no_ärende_is_not_remembered_for_ever(beredning):
    at = beredning.sammanträde()
    beredning.decide(a_punkt(beredning.store, at, "Budget"), "bordläggning")
    assert beredning.waits(MARCH + timedelta(days=730))
    assert beredning.waits(MARCH + timedelta(days=731)) == []


@pytest.mark.parametrize("today", [date.min, date.min + timedelta(days=729), date.max])
def test_at_the_ends_of_the_calendar_what_waits_is_told_too(beredning, today):
    at = beredning.sammanträde(today)
    beredning.decide(a_punkt(beredning.store, at, "Budget"), "bordläggning")
    assert [why for why, _ in beredning.waits(today)] == [Waits.BORDLAGT]


def test_a_paragraf_without_a_punkt_belongs_to_the_ärende_whose_dnr_it_has(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    paragraf = new_id()
    draft = ParagrafDraft("Extra ärende", dnr=("VN 2026/0001",))
    beredning.store.do(AddParagraf(paragraf_id=paragraf, sammanträde_id=at, draft=draft))
    beredning.store.do(Decide(paragraf_ids=(paragraf,), utfall="återremiss"))
    assert beredning.waiting(AFTER)[0].ärende_id == ärende


def test_an_ärende_that_is_closed_does_not_come_again(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    paragraf = beredning.decide(beredning.put(at, ärende), "bordläggning")
    beredning.store.do(CloseÄrende(ärende_id=ärende, datum=TODAY))
    assert beredning.waits(AFTER) == []
    beredning.store.do(ReopenÄrende(ärende_id=ärende))
    assert beredning.waits(AFTER) == [(Waits.BORDLAGT, paragraf)]


def test_an_ärende_waits_when_somebody_says_so(beredning):
    ärende = beredning.ärende("Avtal", öppnat=date(2026, 1, 7))
    beredning.wait(ärende, "efter remissen")
    (one,) = beredning.waiting()
    assert (one.why, one.rubrik, one.where) == (Waits.VÄNTAR, "Avtal", "efter remissen")
    beredning.wait(ärende, None)
    assert beredning.waiting() == ()


@pytest.mark.parametrize("way", ["utgar", "installt", "not taken up", "struck"])
def test_an_ärende_that_was_not_decided_waits_again(beredning, way):
    ärende, at = beredning.ärende("Avtal"), beredning.sammanträde()
    punkt_id = beredning.put(at, ärende)
    day = AFTER
    match way:
        case "utgar":
            beredning.store.do(WithdrawPunkt(punkt_id=punkt_id, skäl="inte klart"))
            said = "utgick den 27 mars 2026: inte klart"
        case "installt":
            beredning.store.do(CancelSammanträde(sammanträde_id=at, skäl="få ärenden"))
            said = "sammanträdet den 27 mars 2026 ställdes in"
        case "struck":
            beredning.decide(punkt_id, "utgår")
            said = "utgick den 27 mars 2026"
        case _:
            beredning.klubba(a_punkt(beredning.store, at, "Annat"))
            said = "togs inte upp den 27 mars 2026"
    (one,) = beredning.waiting(day)
    assert (one.why, one.key, one.where) == (Waits.VÄNTAR, ärende, said)
    beredning.put(beredning.sammanträde(MAY), ärende)
    assert beredning.waits(day) == []


def test_before_the_day_is_over_nothing_is_missed(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.put(at, ärende)
    beredning.klubba(a_punkt(beredning.store, at, "Annat"))
    assert beredning.waits(MARCH) == []
    beredning.store.do(CloseSammanträde(sammanträde_id=at, datum=MARCH, tid="11.30"))
    assert beredning.waits(MARCH) == [(Waits.VÄNTAR, ärende)]


def test_delegationsbeslut_and_handlingar_to_report_wait(beredning):
    ärende = beredning.ärende()
    beslut = beredning.beslut(anmäls=True)
    beredning.beslut("Inte sagt")
    beredning.beslut("Anmäls inte", anmäls=False)
    handling = beredning.handling(ärende, anmäls=True, från_till="Socialstyrelsen")
    assert beredning.waits() == [(Waits.DELEGATION, beslut), (Waits.ANMÄLAN, handling)]
    assert beredning.waiting()[1].where == "inkommen från Socialstyrelsen"


def test_a_brådskande_beslut_must_be_reported_at_the_next_sammanträde(beredning):
    beslut = beredning.beslut("Brådskande", brådskande=True)
    beredning.sammanträde(MAY)
    beredning.sammanträde(MARCH)
    ärende = beredning.ärende()
    beredning.wait(ärende)
    one, other = beredning.waiting()
    assert (one.why, one.key, one.must) == (Waits.BRÅDSKANDE, beslut, True)
    assert one.senast == "2026-03-27"
    assert not other.must


def test_what_is_recorded_as_reported_does_not_wait(beredning):
    beslut = beredning.beslut(brådskande=True)
    beredning.store.do(RecordAnmält(beslut_ids=(beslut,), datum=MARCH))
    assert beredning.waiting() == ()


def test_another_nämnd_has_its_own_pool(beredning):
    other = Beredning(beredning.store, beredning.files, "Fastighetsnämnden")
    beredning.beslut(anmäls=True)
    beredning.wait(beredning.ärende())
    assert other.waiting() == ()


def test_everything_can_be_put_on_a_dagordning_in_one_step_and_taken_back_in_one(beredning):
    ärende, at = beredning.ärende("Avtal"), beredning.sammanträde()
    beredning.decide(a_punkt(beredning.store, at, "Budget"), "bordläggning")
    beredning.wait(ärende)
    beredning.beslut(anmäls=True)
    beredning.beslut(brådskande=True)
    beredning.handling(ärende, "Skrivelse från SKR", anmäls=True)
    found, later = beredning.waiting(AFTER), beredning.sammanträde(MAY)
    assert len(found) == 5
    done = beredning.store.do(put(found, later, WHEN))
    assert beredning.waiting(AFTER) == ()
    rubriker = [one.rubrik for one in beredning.dagordning(later).punkter]
    assert rubriker == ["Budget", "Avtal", "Anmälningsärenden"]
    assert done.inverse
    beredning.store.do(done.inverse)
    assert beredning.waiting(AFTER) == found
    assert beredning.dagordning(later).punkter == ()


def test_only_sammanträden_that_are_to_come_can_take_it(beredning):
    past, march, may = (beredning.sammanträde(day) for day in (date(2026, 1, 9), MARCH, MAY))
    beredning.store.do(
        CancelSammanträde(sammanträde_id=beredning.sammanträde(SEPTEMBER), skäl="få ärenden")
    )
    found = beredning.store.ask(
        lambda session: coming_sammanträden(session, beredning.nämnd, TODAY)
    )
    assert [row.id for row in found] == [march, may]
    assert past


def test_the_number_of_statements_does_not_grow(beredning):
    def fill(number: int) -> str:
        at = beredning.sammanträde(date(2026, 1, 1) + timedelta(days=number))
        ärende = beredning.ärende()
        beredning.handling(ärende)
        beredning.beslut(anmäls=True, ärende_id=ärende)
        beredning.decide(beredning.put(at, ärende), "bordläggning")
        return ärende

    few = fill(0)
    before = _statements(beredning, few)
    many = [fill(number) for number in range(1, 6)]
    assert _statements(beredning, many[-1]) == before


def _statements(beredning, ärende):
    seen: list[str] = []

    def note(*facts):
        seen.append(facts[2])

    engine = beredning.store._engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        beredning.waiting(AFTER)
        beredning.gång(ärende)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return sum(one.startswith("SELECT") for one in seen)


def _decide_each(beredning, paragraf, outcomes):
    there = beredning.store.ask(
        lambda session: [
            (row.id, row.nummer, row.text)
            for row in rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == paragraf)
        ]
    )
    rows = (
        BeslutspunktRow(key, nummer, text, utfall)
        for (key, nummer, text), utfall in zip(there, outcomes, strict=True)
    )
    beredning.store.do(SaveBeslut(paragraf_id=paragraf, rows=tuple(rows)))
