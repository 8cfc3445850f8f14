"""An ärende comes on a dagordning with its texts and papers: nothing is typed again."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.errors import BeredningError, BeredningFault
from nämnd.beredning.queries import changed_since, suggested_handlingar
from nämnd.beredning.values import Waits
from nämnd.core.changes import Topic
from nämnd.error_messages import message_for
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.drafts import draft_of, satser
from nämnd.sammanträde.punkt_commands import RemovePunkter, SavePunkt
from nämnd.tables import Bilaga, Punkt
from nämnd.ärende.commands import AnnulÄrende
from nämnd.ärende.handling_commands import AnnulHandling
from nämnd.ärende.values import Sekretess
from tests.builders import WHEN, a_bilaga, a_punkt, send
from tests.nämnd.beredning.making import FÖRSLAG, MAY, TODAY, Beredning


def texts(rows):
    return tuple(one.text for one in rows)


def test_the_punkt_says_what_the_newest_skrivelse_says(beredning):
    ärende = beredning.ärende()
    beredning.skrivelse(ärende, ("Att avslå",), datum=date(2026, 1, 3))
    beredning.skrivelse(ärende)
    at = beredning.sammanträde()
    punkt = beredning.punkt(at, beredning.put(at, ärende))
    assert (punkt.rubrik, punkt.slag) == ("Rapport om avancerad vård", "beslut")
    assert (punkt.ärende_id, punkt.dnr) == (ärende, "VN 2026/0001")
    assert texts(punkt.förslag) == texts(punkt.missivförslag) == FÖRSLAG
    assert punkt.sammanfattning == "Socialstyrelsen har begärt en rapport."


def test_without_a_skrivelse_the_ärende_gives_its_rubrik(beredning):
    ärende, at = beredning.ärende("Avtal om ambulansflyg"), beredning.sammanträde()
    punkt = beredning.punkt(at, beredning.put(at, ärende))
    assert (punkt.rubrik, punkt.förslag) == ("Avtal om ambulansflyg", ())


def test_the_handlingar_that_are_new_go_along_with_the_file_in_use(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    rapport = beredning.handling(ärende, "Rapport")
    beredning.handling(ärende, "Svar till Socialstyrelsen", riktning="utgående")
    beredning.handling(ärende, "E-post", name="fråga.eml")
    beredning.handling(ärende, "Utan fil", name=None)
    beredning.handling(ärende, "För kännedom", anmäls=True)
    wrong = beredning.handling(ärende, "Fel papper")
    beredning.store.do(AnnulHandling(handling_id=wrong, skäl="fel ärende", datum=TODAY))
    bilagor = beredning.punkt(at, beredning.put(at, ärende)).bilagor
    assert [(one.beteckning, one.rubrik) for one in bilagor] == [("1", "Rapport")]
    assert [one.fil.filnamn for one in bilagor if one.fil] == ["Rapport.pdf"]
    assert _bilaga(beredning, bilagor[0].id)[0] == rapport


def test_those_that_are_chosen_go_along_in_that_order_and_no_others(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    first, second, _ = (beredning.handling(ärende, name) for name in ("A", "B", "C"))
    punkt_id = beredning.put(at, ärende, handling_ids=(second, first))
    assert [one.rubrik for one in beredning.punkt(at, punkt_id).bilagor] == ["B", "A"]
    none = beredning.put(beredning.sammanträde(MAY), ärende, handling_ids=())
    assert beredning.store.ask(lambda session: session.get(Punkt, none).ärende_id) == ärende


def test_sekretess_goes_along_and_a_hidden_rubrik_is_not_told(beredning):
    ärende = beredning.ärende("Anmälan mot Anna Ek", dölj_rubrik=True)
    mark = Sekretess("OSL 25:1", date(2026, 2, 21))
    beredning.handling(
        ärende, "Journal för Anna Ek", dölj_rubrik=True, sekretess=mark, slag="journalutdrag"
    )
    at = beredning.sammanträde()
    punkt = beredning.punkt(at, beredning.put(at, ärende))
    assert punkt.rubrik == "Ärende VN 2026/0001"
    (bilaga,) = punkt.bilagor
    assert bilaga.rubrik == "Journalutdrag VN 2026/0001-1"
    assert bilaga.fil.filnamn == "Journalutdrag VN 2026 0001-1.pdf"
    assert _bilaga(beredning, bilaga.id)[1:] == ("OSL 25:1", date(2026, 2, 21))


def test_in_an_ärende_with_a_hidden_rubrik_those_of_its_handlingar_are_hidden_too(beredning):
    ärende, at = beredning.ärende("Anmälan mot Anna Ek", dölj_rubrik=True), beredning.sammanträde()
    handling = beredning.handling(ärende, "Brev från Anna Ek", anmäls=True)
    (bilaga,) = beredning.punkt(at, beredning.gather(at, (), (handling,))).bilagor
    assert (bilaga.rubrik, bilaga.fil.filnamn) == (
        "Handling VN 2026/0001-1",
        "Handling VN 2026 0001-1.pdf",
    )


def test_the_ärende_does_not_wait_any_more_until_the_punkt_is_taken_away(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.wait(ärende, "efter remissen")
    punkt_id = beredning.put(at, ärende)
    assert beredning.waits() == []
    outcome = beredning.store.do(RemovePunkter(punkt_ids=(punkt_id,)))
    assert Topic.ÄRENDE in outcome.topics
    assert beredning.waits() == [(Waits.VÄNTAR, ärende)]


def test_undo_takes_all_of_it_back(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.handling(ärende)
    beredning.wait(ärende)
    before = beredning.dagordning(at), beredning.waiting()
    done = beredning.store.do(PutOnDagordning(sammanträde_id=at, when=WHEN, ärende_id=ärende))
    beredning.store.do(done.inverse)
    assert (beredning.dagordning(at), beredning.waiting()) == before


def test_what_is_decided_stands_before_anmälningar_and_the_closing(beredning):
    at = beredning.sammanträde()
    for rubrik, slag in (
        ("Val av justerare", "formalia"),
        ("Rapport", "information"),
        ("Anmälningsärenden", "anmälan"),
        ("Nästa sammanträde", "formalia"),
    ):
        a_punkt(beredning.store, at, rubrik, slag=slag)
    beredning.put(at, beredning.ärende("Avtal"))
    rubriker = [one.rubrik for one in beredning.dagordning(at).punkter]
    assert rubriker.index("Avtal") == rubriker.index("Anmälningsärenden") - 1


def test_after_the_kallelse_it_is_an_addition_and_stands_last(beredning):
    at = beredning.sammanträde()
    a_punkt(beredning.store, at, "Nästa sammanträde", slag="formalia")
    send(beredning.store, at)
    punkt_id = beredning.put(at, beredning.ärende("Avtal"))
    last = beredning.dagordning(at).punkter[-1]
    assert (last.id, last.tillkom_efter_kallelsen) == (punkt_id, True)


def test_a_presidium_hands_its_punkt_with_papers_to_the_nämnd(beredning):
    ärende = beredning.ärende()
    handling = beredning.handling(ärende)
    presidium = Beredning(beredning.store, beredning.files, "Presidiet")
    early = presidium.sammanträde(date(2026, 3, 10))
    prepared = presidium.put(early, ärende)
    presidium.klubba(prepared)
    at = beredning.sammanträde()
    suggested = beredning.store.ask(lambda session: suggested_handlingar(session, ärende))
    assert suggested == (handling,)
    assert [one.rubrik for one in beredning.punkt(at, beredning.put(at, ärende)).bilagor] == [
        "Rapport"
    ]


def test_papers_that_the_nämnd_has_decided_on_do_not_come_again(beredning):
    ärende = beredning.ärende()
    beredning.handling(ärende, "Rapport")
    first = beredning.sammanträde()
    beredning.klubba(beredning.put(first, ärende))
    new = beredning.handling(ärende, "Ny rapport")
    later = beredning.sammanträde(MAY)
    assert beredning.store.ask(lambda session: suggested_handlingar(session, ärende)) == (new,)
    punkt = beredning.punkt(later, beredning.put(later, ärende))
    assert [one.rubrik for one in punkt.bilagor] == ["Ny rapport"]


def test_a_förslag_that_is_changed_on_the_way_is_seen(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    beredning.skrivelse(ärende)
    punkt_id = beredning.put(at, ärende)
    assert _changed(beredning, punkt_id) == ()
    draft = draft_of(beredning.punkt(at, punkt_id))
    new = satser(("Att godkänna rapporten med tillägg", FÖRSLAG[1]))
    beredning.store.do(SavePunkt(punkt_id=punkt_id, draft=replace(draft, förslag=new)))
    assert [one.changed for one in _changed(beredning, punkt_id)] == [True, False]


@pytest.mark.parametrize("why", ["inställt", "already", "annulled", "nothing"])
def test_what_can_not_be_put_there_is_refused_and_nothing_changes(beredning, why):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    store = beredning.store
    if why == "inställt":
        store.do(CancelSammanträde(sammanträde_id=at, skäl="få ärenden"))
    if why == "already":
        beredning.put(at, ärende)
    if why == "annulled":
        store.do(AnnulÄrende(ärende_id=ärende, skäl="dubbel", datum=TODAY))
    before = beredning.dagordning(at)
    with pytest.raises(BeredningError) as refused:
        beredning.put(at, None if why == "nothing" else ärende)
    assert refused.value.why is BeredningFault[why.upper()]
    assert beredning.dagordning(at) == before


@pytest.mark.parametrize("why", BeredningFault)
def test_every_refusal_has_its_sentence(why):
    assert "{" not in message_for(BeredningError(why, "VN 2026/0001"))


def test_a_paper_of_the_punkt_itself_is_no_handling(beredning):
    ärende, at = beredning.ärende(), beredning.sammanträde()
    punkt_id = beredning.put(at, ärende)
    bilaga = a_bilaga(beredning.store, punkt_id)
    assert _bilaga(beredning, bilaga) == (None, None, None)


def _changed(beredning, punkt_id):
    return beredning.store.ask(lambda session: changed_since(session, punkt_id))


def _bilaga(beredning, bilaga_id):
    def read(session):
        row = session.get(Bilaga, bilaga_id)
        return row.handling_id, row.sekretess_lagrum, row.sekretess_datum

    return beredning.store.ask(read)
