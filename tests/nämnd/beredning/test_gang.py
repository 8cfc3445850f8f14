"""The life of an ärende: all that has happened, in time order, wherever it happened."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.beredning.values import Slag
from nämnd.beredning.wording import direction_text, utfall_text, votes_text
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import AddParagraf
from nämnd.protokoll.parts_commands import SaveHuvudmannabeslut, SaveVoteringar
from nämnd.protokoll.values import HuvudmannabeslutRow
from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from nämnd.ärende.commands import AnnulÄrende, CloseÄrende
from nämnd.ärende.handling_commands import AnnulHandling
from nämnd.ärende.skrivelse_commands import RegisterSkrivelse
from tests.builders import WHEN, a_file, a_person
from tests.nämnd.beredning.making import MAY, TODAY, Beredning
from tests.protokoll_values import votering_row


def told(events):
    return [(one.datum, one.slag, one.rubrik, one.text) for one in events]


def test_everything_stands_in_time_order_with_its_link(beredning):
    ärende = beredning.ärende(öppnat=date(2026, 1, 7))
    handling = beredning.handling(ärende, från_till="Socialstyrelsen")
    beslut = beredning.beslut("Remissvar", ärende_id=ärende)
    at, later = beredning.sammanträde(), beredning.sammanträde(MAY)
    paragraf = beredning.decide(beredning.put(at, ärende), "bordläggning")
    punkt = beredning.put(later, ärende, paragraf_id=paragraf)
    skrivelse = beredning.skrivelse(ärende, datum=None)
    found = beredning.gång(ärende)
    assert told(found) == [
        ("2026-01-07", Slag.ÖPPNAT, "VN 2026/0001", ""),
        ("2026-02-10", Slag.DELEGATIONSBESLUT, "Remissvar", "Direktören"),
        ("2026-02-20", Slag.HANDLING, "VN 2026/0001-1 Rapport", "inkommen från Socialstyrelsen"),
        ("2026-03-27", Slag.PARAGRAF, "§ 1 Avancerad vård", "bordläggning"),
        ("2026-05-29", Slag.PUNKT, "Avancerad vård", "på dagordningen"),
        (None, Slag.SKRIVELSE, "Rapport om avancerad vård", "tjänsteskrivelse, inte registrerad"),
    ]
    assert [one.key for one in found] == [ärende, beslut, handling, paragraf, punkt, skrivelse]
    assert [one.sammanträde_id for one in found][3:5] == [at, later]
    assert {one.organ for one in found[3:5]} == {"Vårdnämnden"}


def test_of_one_day_it_is_opened_first_and_closed_last(beredning):
    ärende = beredning.ärende(öppnat=date(2026, 2, 20))
    beredning.handling(ärende)
    beredning.store.do(CloseÄrende(ärende_id=ärende, datum=date(2026, 2, 20)))
    slag = [one.slag for one in beredning.gång(ärende)]
    assert slag == [Slag.ÖPPNAT, Slag.HANDLING, Slag.AVSLUTAT]


def test_what_is_annulled_or_withdrawn_is_there_and_struck(beredning):
    ärende, at = beredning.ärende(öppnat=TODAY), beredning.sammanträde()
    handling = beredning.handling(ärende)
    punkt = beredning.put(at, ärende)
    beredning.store.do(AnnulHandling(handling_id=handling, skäl="fel ärende", datum=TODAY))
    beredning.store.do(WithdrawPunkt(punkt_id=punkt, skäl="inte klart"))
    beredning.store.do(AnnulÄrende(ärende_id=ärende, skäl="dubbel", datum=TODAY))
    found = beredning.gång(ärende)
    assert [one.struken for one in found] == [True, True, True]
    assert [one.text for one in found] == [
        "inkommen; makulerad: fel ärende",
        "makulerat: dubbel",
        "utgår: inte klart",
    ]


def test_a_skrivelse_that_is_registered_is_told_of_once_as_a_handling(beredning):
    ärende = beredning.ärende()
    key = beredning.skrivelse(ärende)
    file = a_file(beredning.files)
    beredning.store.do(RegisterSkrivelse(skrivelse_id=key, file=file, when=WHEN, today=TODAY))
    assert [one.slag for one in beredning.gång(ärende)] == [Slag.HANDLING, Slag.ÖPPNAT]


def test_the_same_dnr_in_beredning_presidium_and_nämnd_is_one_life(beredning):
    presidium = Beredning(beredning.store, beredning.files, "Presidiet")
    ärende = beredning.ärende(dnr="VN 2026/0044")
    same = presidium.ärende(dnr="vn 2026/0044")
    presidium.ärende(dnr="VN 2026/0045")
    presidium.klubba(presidium.put(presidium.sammanträde(date(2026, 3, 10)), same))
    beredning.klubba(beredning.put(beredning.sammanträde(), ärende))
    found = beredning.gång(ärende)
    assert [(one.datum, one.organ) for one in found if one.slag is Slag.PARAGRAF] == [
        ("2026-03-10", "Presidiet"),
        ("2026-03-27", "Vårdnämnden"),
    ]
    assert set(beredning.gång(same)) == set(found)


def test_a_paragraf_without_a_punkt_is_found_by_its_dnr_in_any_notation(beredning):
    ärende, at = beredning.ärende(dnr="VN 2026/0044"), beredning.sammanträde()
    for dnr in ("VN2026/0044", "VN 2026/0045"):
        beredning.store.do(
            AddParagraf(
                paragraf_id=new_id(),
                sammanträde_id=at,
                draft=ParagrafDraft("Extra ärende", dnr=(dnr,)),
            )
        )
    assert [one.rubrik for one in beredning.gång(ärende)][1:] == ["§ 1 Extra ärende"]


def test_votes_and_what_each_huvudman_decided_are_told(beredning):
    halland = HuvudmanDraft("h1", "Region Halland")
    beredning.store.do(SaveHuvudmän(nämnd_id=beredning.nämnd, drafts=(halland,)))
    ärende, at = beredning.ärende(), beredning.sammanträde()
    paragraf = beredning.klubba(beredning.put(at, ärende))
    yes, no, more = (a_person(beredning.store, namn) for namn in ("Ja Ek", "Nej Ek", "Ja Al"))
    vote = replace(votering_row(), röster={yes: "ja", no: "nej", more: "ja"})
    beredning.store.do(SaveVoteringar(paragraf_id=paragraf, rows=(vote,)))
    answers = (HuvudmannabeslutRow(new_id(), "h1", "2026-06", "41", "godkänner"),)
    beredning.store.do(SaveHuvudmannabeslut(paragraf_id=paragraf, rows=answers))
    _, of, answer = beredning.gång(ärende)
    assert of.text == "omröstning 2–1"
    assert told([answer]) == [
        (
            "2026-06",
            Slag.HUVUDMANNABESLUT,
            "Region Halland § 41",
            "godkänner; om § 1 Avancerad vård",
        )
    ]
    assert (answer.paragraf_id, answer.sammanträde_id) == (paragraf, at)


def test_an_ärende_that_is_gone_is_told(beredning):
    with pytest.raises(GoneError):
        beredning.gång("finns inte")


@pytest.mark.parametrize(
    ("satser", "text"),
    [
        ([], ""),
        ([("1", None)], ""),
        ([("1", "avslag"), ("2", "avslag")], "avslag"),
        (
            [("1", "enligt förslag"), ("2–12", "bordläggning")],
            "punkt 1 enligt förslag; punkt 2–12 bordläggning",
        ),
        ([("", "enligt förslag"), ("", "avslag")], "enligt förslag; avslag"),
    ],
    ids=["none", "undecided", "one", "several", "without numbers"],
)
def test_what_was_decided_is_told_in_short(satser, text):
    assert utfall_text(satser) == text


def test_votes_and_directions_are_told_in_short():
    assert votes_text(["ja", "ja", "nej", "avstår"], None) == "omröstning 2–1, 1 avstår"
    assert votes_text([], {"ja": 7, "nej": 5}) == "omröstning 7–5"
    assert votes_text([], None) == ""
    assert direction_text("utgående", "SKR") == "utgående till SKR"
    assert direction_text("upprättad", "Vårdnämnden") == "upprättad"
