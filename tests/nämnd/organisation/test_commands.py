"""The nämnd, its huvudmän and its people, through the store."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from nämnd.core.errors import Draft, GoneError, InUseError, InvalidDraftError, TakenError
from nämnd.organisation.commands import (
    RemoveUppdrag,
    SaveHuvudmän,
    SaveNämnd,
    SavePerson,
    SaveUppdrag,
)
from nämnd.organisation.queries import called, huvudmän, nämnd_draft, nämnder, uppdrag_rows
from nämnd.organisation.rules import (
    HuvudmanDraft,
    Mandatperiod,
    NämndDraft,
    PersonDraft,
    StåendePunkt,
    UppdragDraft,
)
from nämnd.tables import Nämnd
from tests.builders import DAY, a_nämnd, a_person, a_sammanträde, an_uppdrag, send

EVERYTHING = NämndDraft(
    namn="Vårdnämnden i Ådalen",
    kortnamn="VÅN",
    adress=("Kansliet", "Ågatan 4"),
    logotyp="ab12",
    juridisk_form="gemensam_nämnd",
    paragrafform="{nr} §",
    diarieserie="VÅN {år}/{löpnr}",
    kallelsetid_dagar=4,
    kallelsetid_slag="arbetsdagar",
    ersättarordning="huvudman",
    justeringssätt=("penna", "e-underskrift"),
    stående_punkter=(StåendePunkt("Val av justerare", "val", ("Att utse",), sist=True),),
    rubrikordning=("Sammanfattning = Ärendet", "Beslut"),
    frasbank=(("återremiss", "Ärendet återremitteras."),),
    mandatperioder=(
        Mandatperiod(date(2019, 1, 1), date(2022, 12, 31)),
        Mandatperiod(date(2023, 1, 1)),
    ),
    förvaring="Regionens hus, Kristianstad",
    förvaltningsrätt="Förvaltningsrätten i Malmö\nBox 4522, 203 20 Malmö",
)


def draft(store, nämnd_id):
    return store.ask(lambda session: nämnd_draft(session, nämnd_id))


def people(store, nämnd_id):
    return store.ask(lambda session: uppdrag_rows(session, nämnd_id))


def regions(store, nämnd_id):
    return store.ask(lambda session: huvudmän(session, nämnd_id))


def refused(problem):
    return pytest.raises(InvalidDraftError, check=lambda error: error.problems == (problem,))


# Nämnd


def test_every_setting_is_kept(store):
    store.do(SaveNämnd(nämnd_id="n1", draft=EVERYTHING))
    assert draft(store, "n1") == EVERYTHING


def test_a_changed_setting_can_be_undone(store):
    store.do(SaveNämnd(nämnd_id="n1", draft=EVERYTHING))
    outcome = store.do(SaveNämnd(nämnd_id="n1", draft=NämndDraft("Nytt namn")))
    assert draft(store, "n1") == NämndDraft("Nytt namn")
    store.do(outcome.inverse)
    assert draft(store, "n1") == EVERYTHING


def test_a_name_is_one_line_without_needless_space(store):
    store.do(SaveNämnd(nämnd_id="n1", draft=NämndDraft("  Vårdnämnden \n i  Ådalen ")))
    assert draft(store, "n1").namn == "Vårdnämnden i Ådalen"


@pytest.mark.parametrize("name", [" ", "\ud83d", "\u200b"], ids=ascii)
def test_a_body_and_a_person_have_a_name(store, name):
    with refused(Draft.NAMN_MISSING):
        store.do(SaveNämnd(nämnd_id="n1", draft=NämndDraft(name)))
    with refused(Draft.NAMN_MISSING):
        store.do(SavePerson(person_id="p1", draft=PersonDraft(name)))
    with refused(Draft.NAMN_MISSING):
        store.do(SaveHuvudmän(nämnd_id="n1", drafts=(HuvudmanDraft("h1", name),)))


def test_half_a_character_in_a_name_is_left_out(store):
    store.do(SaveNämnd(nämnd_id="n1", draft=NämndDraft("Vård\ud83dnämnden")))
    assert draft(store, "n1").namn == "Vårdnämnden"


@pytest.mark.parametrize("name", ["Vårdnämnden i Ådalen", "VÅRDNÄMNDEN I ÅDALEN "])
def test_two_bodies_have_different_names_whatever_the_case(store, name):
    a_nämnd(store, "Vårdnämnden i Ådalen")
    with pytest.raises(TakenError, check=lambda error: error.what == "nämnd"):
        store.do(SaveNämnd(nämnd_id="n2", draft=NämndDraft(name)))
    assert len(store.ask(nämnder)) == 1


def test_a_body_may_keep_its_own_name(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveNämnd(nämnd_id=nämnd_id, draft=replace(draft(store, nämnd_id), kortnamn="V")))
    assert draft(store, nämnd_id).kortnamn == "V"


def test_bodies_are_listed_in_swedish_order(store):
    for name in ("Österbro", "Zeta", "Äppelbo", "Åby", "anna"):
        a_nämnd(store, name)
    found = [row.namn for row in store.ask(nämnder)]
    assert found == ["anna", "Zeta", "Åby", "Äppelbo", "Österbro"]


@pytest.mark.parametrize(
    ("periods", "problem"),
    [
        ((("2019-01-01", "2018-12-31"),), Draft.MANDATPERIOD_BACKWARDS),
        ((("2019-01-01", "2022-12-31"), ("2022-12-31", None)), Draft.MANDATPERIODER_OVERLAP),
        ((("2023-01-01", None), ("2027-01-01", None)), Draft.MANDATPERIODER_OVERLAP),
    ],
    ids=["backwards", "one day in both", "after an open one"],
)
def test_terms_that_can_not_be_are_refused(store, periods, problem):
    terms = tuple(
        Mandatperiod(date.fromisoformat(från), date.fromisoformat(till) if till else None)
        for från, till in periods
    )
    with refused(problem):
        store.do(SaveNämnd(nämnd_id="n1", draft=NämndDraft("N", mandatperioder=terms)))


def test_odd_terms_that_are_there_already_hinder_no_other_change(store):
    nämnd_id = a_nämnd(store)
    odd = [{"från": "2019-01-01", "till": None}, {"från": "2020-01-01", "till": None}]
    store.do(RawTerms(nämnd_id, odd))
    store.do(SaveNämnd(nämnd_id=nämnd_id, draft=replace(draft(store, nämnd_id), kortnamn="V")))
    assert draft(store, nämnd_id).kortnamn == "V"


@dataclass(frozen=True)
class RawTerms:
    """What a file from elsewhere may bring in."""

    nämnd_id: str
    terms: list

    def run(self, session):
        session.get(Nämnd, self.nämnd_id).mandatperioder = self.terms
        return frozenset()


def test_settings_of_a_body_that_is_gone_are_refused(store):
    with pytest.raises(GoneError):
        draft(store, "n9")


# Huvudmän

TWO = (
    HuvudmanDraft("h1", "Region Norr", 6, 6, anslagstavla=True),
    HuvudmanDraft("h2", "Region Syd", 2, 2),
)


def test_the_list_of_regions_is_kept_in_order(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO))
    assert regions(store, nämnd_id) == TWO
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO[::-1]))
    assert regions(store, nämnd_id) == TWO[::-1]


def test_a_region_left_out_is_removed_and_comes_back_with_undo(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO))
    outcome = store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO[1:]))
    assert regions(store, nämnd_id) == TWO[1:]
    store.do(outcome.inverse)
    assert regions(store, nämnd_id) == TWO


def test_a_region_that_has_appointed_somebody_stays(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO))
    an_uppdrag(store, nämnd_id, a_person(store), huvudman_id="h1")
    with pytest.raises(InUseError):
        store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO[1:]))
    assert regions(store, nämnd_id) == TWO


@pytest.mark.parametrize(
    ("region", "problem"),
    [
        (HuvudmanDraft("h1", "  "), Draft.NAMN_MISSING),
        (HuvudmanDraft("h1", "Region Norr", -1), Draft.PLATSER_NEGATIVE),
        (HuvudmanDraft("h1", "Region Norr", 1, -1), Draft.PLATSER_NEGATIVE),
    ],
)
def test_a_region_has_a_name_and_no_fewer_seats_than_none(store, region, problem):
    with refused(problem):
        store.do(SaveHuvudmän(nämnd_id=a_nämnd(store), drafts=(region,)))


# People


def test_a_person_is_kept_without_needless_space(store):
    nämnd_id = a_nämnd(store)
    person = a_person(store, " Anna \n Ek ", parti=" M", titel="", epost=" anna@exempel.se\n")
    an_uppdrag(store, nämnd_id, person)
    assert people(store, nämnd_id)[0].person == PersonDraft("Anna Ek", "M", None, "anna@exempel.se")


def test_a_person_has_a_name(store):
    with refused(Draft.NAMN_MISSING):
        store.do(SavePerson(person_id="p1", draft=PersonDraft(" \n")))


def test_a_changed_person_can_be_undone(store):
    nämnd_id, person = a_nämnd(store), a_person(store, "Anna Ek")
    an_uppdrag(store, nämnd_id, person)
    outcome = store.do(SavePerson(person_id=person, draft=PersonDraft("Anna Alm", "C")))
    assert people(store, nämnd_id)[0].person == PersonDraft("Anna Alm", "C")
    store.do(outcome.inverse)
    assert people(store, nämnd_id)[0].person == PersonDraft("Anna Ek")


def test_an_uppdrag_can_be_changed_and_undone(store):
    nämnd_id, person = a_nämnd(store), a_person(store)
    uppdrag = an_uppdrag(store, nämnd_id, person, från=date(2023, 1, 1))
    new = UppdragDraft("ordförande", None, 3, date(2023, 1, 1), date(2026, 12, 31))
    outcome = store.do(
        SaveUppdrag(uppdrag_id=uppdrag, nämnd_id=nämnd_id, person_id=person, draft=new)
    )
    assert people(store, nämnd_id)[0].uppdrag == new
    store.do(outcome.inverse)
    assert people(store, nämnd_id)[0].uppdrag == UppdragDraft("ledamot", från=date(2023, 1, 1))


def test_an_uppdrag_does_not_end_before_it_begins(store):
    with refused(Draft.PERIOD_BACKWARDS):
        an_uppdrag(
            store, a_nämnd(store), a_person(store), från=date(2023, 1, 2), till=date(2023, 1, 1)
        )


def test_an_uppdrag_needs_its_body_and_its_person(store):
    with pytest.raises(GoneError):
        an_uppdrag(store, "n9", a_person(store))
    with pytest.raises(GoneError):
        an_uppdrag(store, a_nämnd(store), "p9")


def test_an_ersättare_can_stand_in_for_one_ledamot(store):
    nämnd_id, ledamot = a_nämnd(store), a_person(store, "Anna Ek")
    an_uppdrag(store, nämnd_id, a_person(store, "Bo"), "ersättare", ersätter=ledamot)
    assert people(store, nämnd_id)[0].uppdrag == UppdragDraft("ersättare", ersätter=ledamot)


def test_an_ersättare_stands_in_for_somebody_who_is_there(store):
    with pytest.raises(GoneError):
        an_uppdrag(store, a_nämnd(store), a_person(store), "ersättare", ersätter="p9")


def test_nobody_stands_in_for_themselves(store):
    nämnd_id, person = a_nämnd(store), a_person(store)
    with refused(Draft.ERSÄTTER_SELF):
        an_uppdrag(store, nämnd_id, person, "ersättare", ersätter=person)


def test_a_person_nobody_mentions_goes_with_the_last_uppdrag(store):
    nämnd_id, person = a_nämnd(store), a_person(store)
    uppdrag = an_uppdrag(store, nämnd_id, person)
    outcome = store.do(RemoveUppdrag(uppdrag_id=uppdrag))
    assert [(change.table, change.after) for change in outcome.changes] == [
        ("uppdrag", None),
        ("person", None),
    ]
    store.do(outcome.inverse)
    assert [row.id for row in people(store, nämnd_id)] == [uppdrag]


def test_a_person_with_another_uppdrag_stays(store):
    nämnd_id, person = a_nämnd(store), a_person(store)
    first = an_uppdrag(store, nämnd_id, person)
    second = an_uppdrag(store, nämnd_id, person, "ordförande")
    store.do(RemoveUppdrag(uppdrag_id=first))
    assert [(row.id, row.person_id) for row in people(store, nämnd_id)] == [(second, person)]


@pytest.mark.parametrize("place", ["ordförande", "sekreterare"])
def test_a_person_who_leads_a_meeting_stays(store, place):
    nämnd_id, person = a_nämnd(store), a_person(store)
    uppdrag = an_uppdrag(store, nämnd_id, person)
    a_sammanträde(store, nämnd_id, **{place: person})
    outcome = store.do(RemoveUppdrag(uppdrag_id=uppdrag))
    assert [change.table for change in outcome.changes] == ["uppdrag"]


def test_a_person_who_has_been_called_stays(store):
    nämnd_id, person = a_nämnd(store), a_person(store)
    uppdrag = an_uppdrag(store, nämnd_id, person)
    send(store, a_sammanträde(store, nämnd_id), person)
    outcome = store.do(RemoveUppdrag(uppdrag_id=uppdrag))
    assert [change.table for change in outcome.changes] == ["uppdrag"]


# Who is called


def names(rows):
    return [row.person.namn for row in rows]


def test_people_stand_by_role_order_of_service_and_name(store):
    nämnd_id = a_nämnd(store)
    for name, role, place in (
        ("Östen Å", "ersättare", 2),
        ("Åke B", "ersättare", 1),
        ("Ö", "ledamot", 1),
        ("Å", "ledamot", 1),
        ("Z", "ledamot", 1),
        ("Vice", "1:e vice ordförande", 9),
        ("Ordf", "ordförande", 9),
        ("Sekr", "sekreterare", 0),
        ("Gäst", "hedersgäst", 0),
        ("Adj", "adjungerad", 0),
    ):
        an_uppdrag(store, nämnd_id, a_person(store, name), role, ordning=place)
    found = store.ask(lambda session: called(session, nämnd_id, DAY))
    assert names(found.ledamöter) == ["Ordf", "Vice", "Z", "Å", "Ö"]
    assert names(found.ersättare) == ["Åke B", "Östen Å"]
    assert names(found.övriga) == ["Adj", "Sekr", "Gäst"]
    assert names(found.all) == names((*found.ledamöter, *found.ersättare, *found.övriga))


def test_somebody_with_two_roles_is_called_once_at_the_first(store):
    nämnd_id = a_nämnd(store)
    anna, bo = a_person(store, "Anna"), a_person(store, "Bo")
    an_uppdrag(store, nämnd_id, anna, "ordförande")
    an_uppdrag(store, nämnd_id, bo)
    an_uppdrag(store, nämnd_id, anna, "tjänsteman")
    found = store.ask(lambda session: called(session, nämnd_id, DAY))
    assert [(row.person.namn, row.uppdrag.roll) for row in found.all] == [
        ("Anna", "ordförande"),
        ("Bo", "ledamot"),
    ]


@pytest.mark.parametrize(
    ("från", "till", "expected"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 3, 28), None, False),
        (None, date(2026, 3, 26), False),
    ],
)
def test_who_serves_on_the_day_is_called(store, från, till, expected):
    nämnd_id = a_nämnd(store)
    an_uppdrag(store, nämnd_id, a_person(store), från=från, till=till)
    found = store.ask(lambda session: called(session, nämnd_id, DAY))
    assert bool(found.all) is expected


def test_the_region_stands_beside_its_people(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=TWO))
    an_uppdrag(store, nämnd_id, a_person(store, "Anna"), huvudman_id="h2", ordning=1)
    an_uppdrag(store, nämnd_id, a_person(store, "Bo"), ordning=2)
    assert [row.huvudman for row in people(store, nämnd_id)] == ["Region Syd", None]
