"""What is followed up comes on a dagordning with what was decided, and waits until it does."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämnd.beredning.errors import BeredningError, BeredningFault
from nämnd.beredning.proposals import put
from nämnd.beredning.values import Slag, Waits
from nämnd.bevakning.commands import AddBevakning, CloseBevakning, MoveBevakning, Report
from nämnd.bevakning.errors import BevakningError, BevakningFault
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.values import (
    BevakningDraft,
    BevakningRow,
    Förfaller,
    Källa,
    Läge,
    PåDatum,
    VidSammanträde,
)
from nämnd.delprojekt.commands import AddDelprojekt, AddRapport
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.delprojekt.values import Beslut, DelprojektDraft, RapportDraft, Sats
from nämnd.sammanträde.punkt_commands import RemovePunkter, WithdrawPunkt
from tests.builders import WHEN
from tests.nämnd.beredning.making import MARCH, MAY, TODAY, Beredning

FIRST, SECOND = VidSammanträde(1, 2026), VidSammanträde(2, 2026)
AFTER = date(2026, 3, 30)
SATS = "Att inrätta en samordningsgrupp"


def watch(
    beredning: Beredning, förfaller: Förfaller = FIRST, källa: Källa | None = None, **facts: Any
) -> str:
    draft = BevakningDraft("Följ upp samordningen", förfaller, källa or Källa(), **facts)
    new = AddBevakning(nämnd_id=beredning.nämnd, draft=draft, today=TODAY)
    beredning.store.do(new)
    return new.bevakning_id


def row(beredning: Beredning, key: str, today: date = TODAY) -> BevakningRow:
    return beredning.store.ask(lambda session: bevakning(session, key, today))


def delprojekt(beredning: Beredning, **facts: Any) -> str:
    draft = DelprojektDraft(
        nummer=8,
        rubrik="Planerad höftkirurgi",
        program="Vård utan gränser",
        beslut=(Beslut("b1", date(2024, 6, 7), (Sats("s1", SATS),), paragraf=41),),
    )
    new = AddDelprojekt(nämnd_id=beredning.nämnd, draft=replace(draft, **facts))
    beredning.store.do(new)
    return new.delprojekt_id


def test_what_is_due_at_the_next_meeting_waits_for_its_dagordning(beredning):
    beredning.sammanträde()
    key = watch(beredning)
    (one,) = beredning.waiting()
    assert (one.why, one.key, one.till) == (
        Waits.BEVAKNING,
        key,
        "sammanträdet den 27 mars 2026",
    )


def test_what_is_due_much_later_does_not_wait_yet(beredning):
    beredning.sammanträde()
    beredning.sammanträde(MAY)
    watch(beredning, SECOND)
    watch(beredning, PåDatum(MARCH))
    assert beredning.waits() == []


def test_an_early_reminder_makes_it_wait_early(beredning):
    beredning.sammanträde()
    beredning.sammanträde(MAY)
    key = watch(beredning, SECOND, påminnelser=(120,))
    assert beredning.waits() == [(Waits.BEVAKNING, key)]


def test_a_delprojekt_gives_the_punkt_its_rubrik_and_what_was_decided(beredning):
    at, of = beredning.sammanträde(), delprojekt(beredning)
    key = watch(beredning, källa=Källa(delprojekt_id=of))
    punkt = beredning.punkt(at, beredning.put(at, bevakning_id=key))
    assert punkt.rubrik == "Vård utan gränser, uppföljning delprojekt 8 Planerad höftkirurgi"
    assert punkt.sammanfattning == (
        "Vårdnämnden beslutade 2024-06-07, § 41, att inrätta en samordningsgrupp. Beslutet skulle "
        "följas upp vid första sammanträdet år 2026."
    )
    assert [one.text for one in punkt.förslag] == ["Att lägga informationen till handlingarna"]
    assert row(beredning, key).läge is Läge.PÅ_DAGORDNINGEN
    assert beredning.waits() == []


def test_the_report_that_is_written_gives_its_words_and_knows_where_the_nämnd_has_it(beredning):
    at, of = beredning.sammanträde(), delprojekt(beredning)
    draft = RapportDraft(förslag=("Att godkänna rapporten",), missiv_bakgrund="Bakgrunden.")
    new = AddRapport(delprojekt_id=of, draft=draft)
    beredning.store.do(new)
    key = watch(beredning, källa=Källa(delprojekt_id=of))
    punkt_id = beredning.put(at, bevakning_id=key)
    punkt = beredning.punkt(at, punkt_id)
    assert (punkt.sammanfattning, punkt.förslag[0].text) == (
        "Bakgrunden.",
        "Att godkänna rapporten",
    )
    (rapport,) = beredning.store.ask(lambda session: delprojekt_view(session, of)).rapporter
    assert (rapport.draft.sammanträde_id, rapport.draft.punkt_id) == (at, punkt_id)


def test_without_a_program_the_rubrik_begins_with_a_capital(beredning):
    at, of = beredning.sammanträde(), delprojekt(beredning, program="")
    key = watch(beredning, källa=Källa(delprojekt_id=of))
    punkt = beredning.punkt(at, beredning.put(at, bevakning_id=key))
    assert punkt.rubrik == "Uppföljning delprojekt 8 Planerad höftkirurgi"


def test_a_paragraf_gives_its_beslut_and_its_ärende_but_not_its_förslag_again(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.skrivelse(ärende)
    paragraf = beredning.decide(beredning.put(at, ärende), "enligt förslag")
    later = beredning.sammanträde(MAY)
    key = watch(beredning, SECOND, Källa(paragraf_id=paragraf))
    punkt = beredning.punkt(later, beredning.put(later, bevakning_id=key))
    assert punkt.ärende_id == ärende
    assert punkt.förslag == ()
    assert "Vårdnämnden beslutade 2026-03-27, § 1" in punkt.sammanfattning
    assert "Beslutet skulle följas upp vid andra sammanträdet år 2026." in punkt.sammanfattning


def test_a_skrivelse_written_for_it_gives_what_is_proposed(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.skrivelse(ärende)
    paragraf = beredning.decide(beredning.put(at, ärende), "enligt förslag")
    beredning.skrivelse(ärende, ("Att avsluta uppföljningen",), datum=date(2026, 4, 20))
    later = beredning.sammanträde(MAY)
    key = watch(beredning, SECOND, Källa(paragraf_id=paragraf))
    punkt = beredning.punkt(later, beredning.put(later, bevakning_id=key))
    assert [one.text for one in punkt.förslag] == ["Att avsluta uppföljningen"]


def test_new_handlingar_of_its_ärende_go_along(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.handling(ärende, "Uppföljningsrapport")
    key = watch(beredning, källa=Källa(ärende_id=ärende))
    punkt = beredning.punkt(at, beredning.put(at, bevakning_id=key))
    assert [one.rubrik for one in punkt.bilagor] == ["Uppföljningsrapport"]


def test_a_hidden_rubrik_is_not_told(beredning):
    ärende = beredning.ärende("Anmälan mot Anna Ek", dölj_rubrik=True)
    at, key = beredning.sammanträde(), watch(beredning, källa=Källa(ärende_id=ärende))
    assert beredning.punkt(at, beredning.put(at, bevakning_id=key)).rubrik == "Ärende VN 2026/0001"


def test_two_parts_of_an_ärende_have_a_punkt_each(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    first, second = (watch(beredning, källa=Källa(ärende_id=ärende)) for _ in range(2))
    beredning.put(at, bevakning_id=first)
    beredning.put(at, bevakning_id=second)
    assert len(beredning.dagordning(at).punkter) == 2


def test_what_stands_on_a_dagordning_is_not_put_on_another(beredning):
    at, key = beredning.sammanträde(), watch(beredning)
    later = beredning.sammanträde(MAY)
    beredning.put(at, bevakning_id=key)
    with pytest.raises(BeredningError) as refused:
        beredning.put(later, bevakning_id=key)
    assert refused.value.why is BeredningFault.ON_ANOTHER


def test_what_is_closed_is_not_put_on_a_dagordning(beredning):
    at, key = beredning.sammanträde(), watch(beredning)
    close = CloseBevakning(bevakning_id=key, avslut="gjord", hur="Klart", today=TODAY)
    beredning.store.do(close)
    with pytest.raises(BevakningError) as refused:
        beredning.put(at, bevakning_id=key)
    assert refused.value.why is BevakningFault.CLOSED
    assert beredning.dagordning(at).punkter == ()


@pytest.mark.parametrize("how", ["removed", "withdrawn"])
def test_a_punkt_that_is_taken_away_makes_it_wait_again(beredning, how):
    at, key = beredning.sammanträde(), watch(beredning)
    punkt = beredning.put(at, bevakning_id=key)
    beredning.store.do(
        RemovePunkter(punkt_ids=(punkt,))
        if how == "removed"
        else WithdrawPunkt(punkt_id=punkt, skäl="rapporten är inte klar")
    )
    assert beredning.waits() == [(Waits.BEVAKNING, key)]


def test_what_was_put_off_comes_back_as_the_paragraf_and_takes_the_bevakning_along(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    later = beredning.sammanträde(MAY)
    key = watch(beredning, källa=Källa(ärende_id=ärende))
    paragraf = beredning.decide(beredning.put(at, bevakning_id=key), "bordläggning")
    assert beredning.waits(AFTER) == [(Waits.BORDLAGT, paragraf)]
    punkt = beredning.put(later, paragraf_id=paragraf)
    assert row(beredning, key, AFTER).läge is Läge.PÅ_DAGORDNINGEN
    assert [one.punkt_id for one in row(beredning, key, AFTER).rapporter][-1] == punkt


def test_from_decision_to_report_to_the_end(beredning):
    at = beredning.sammanträde()
    key = watch(beredning)
    beredning.klubba(beredning.put(at, bevakning_id=key))
    now = row(beredning, key, AFTER)
    assert (now.läge, now.rapporter[-1].punkt) == (Läge.ÅTERRAPPORTERAD, "§ 1")
    (rapport,) = now.rapporter
    beredning.store.do(Report(rapport_id=rapport.id, utfall="klar", text="", today=AFTER))
    assert row(beredning, key, AFTER).avslutad_hur == "återrapporterad § 1"


def test_what_waits_is_put_on_the_dagordning_from_the_list(beredning):
    at, key = beredning.sammanträde(), watch(beredning)
    beredning.store.do(put(beredning.waiting(), at, WHEN))
    assert row(beredning, key).läge is Läge.PÅ_DAGORDNINGEN


def test_an_ärende_that_waits_too_is_told_of_once(beredning):
    ärende = beredning.ärende()
    beredning.sammanträde()
    beredning.wait(ärende)
    key = watch(beredning, källa=Källa(ärende_id=ärende))
    assert beredning.waits() == [(Waits.BEVAKNING, key)]


def test_the_life_of_an_ärende_tells_what_was_watched_moved_and_closed(beredning):
    ärende = beredning.ärende()
    key = watch(beredning, PåDatum(MARCH), Källa(ärende_id=ärende))
    beredning.store.do(
        MoveBevakning(bevakning_id=key, förfaller=PåDatum(MAY), skäl="Dröjer", today=TODAY)
    )
    beredning.store.do(
        CloseBevakning(bevakning_id=key, avslut="gjord", hur="Rapporterat", today=AFTER)
    )
    told = [(one.datum, one.text) for one in beredning.gång(ärende) if one.slag is Slag.BEVAKNING]
    assert told == [
        (TODAY.isoformat(), "bevakas"),
        (TODAY.isoformat(), f"flyttad från 27 mars 2026 till {MAY.day} maj 2026: Dröjer"),
        (AFTER.isoformat(), "gjord: Rapporterat"),
    ]
