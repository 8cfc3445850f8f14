"""Who is meant in a list: namesakes, people of other nämnder, personliga ersättare."""

import pytest

from nämnd.organisation.people_import.columns import Column
from nämnd.organisation.people_import.matching import ANOTHER
from nämnd.organisation.people_import.planned import Change, State
from nämnd.organisation.people_import.saving import saving
from nämnd.organisation.people_import.sentences import row_lines
from tests.builders import a_nämnd, a_person, an_uppdrag
from tests.nämnd.organisation.people_import.reading import (
    ANNA,
    BO,
    listed,
    people,
    planned,
    read_in,
    said,
    states,
)


def test_a_person_there_with_another_party_is_asked_about(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    found = listed(tmp_path, "Anna Ek;S;Ersättare;Skåne;;2023-01-01;;;")
    (row,) = planned(store, key, found)
    assert row.state is State.QUESTION
    assert row_lines(row) == (
        "Rad 2: är Anna Ek (S) samma person som Anna Ek (M), ledamot i Vårdnämnden?",
    )
    assert saving([row], key).commands == ()
    (same,) = planned(store, key, found, answers={row.who: row.candidates[0].person_id})
    assert same.state is State.NEW
    assert same.changes == (Change(Column.PARTI, "M", "S"),)
    (another,) = planned(store, key, found, answers={row.who: ANOTHER})
    assert another.state is State.NEW
    assert another.person_id is None
    store.do(saving([another], key))
    assert {one.person.parti for one in people(store, key)} == {"M", "S"}


def test_one_answer_holds_for_every_row_of_the_person(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    lines = [f"Anna Ek;S;Ersättare;Skåne;;{year}-01-01;{year}-12-31;;" for year in (2024, 2025)]
    rows = planned(store, key, listed(tmp_path, *lines))
    assert states(rows) == ["QUESTION", "QUESTION"]
    answers = {rows[0].who: rows[0].candidates[0].person_id}
    rows = planned(store, key, listed(tmp_path, *lines), answers=answers)
    assert states(rows) == ["NEW", "NEW"]
    assert len({one.person_id for one in rows}) == 1


def test_a_person_known_from_another_nämnd_is_the_same(store, key, tmp_path):
    other = a_nämnd(store, "Presidiet")
    person = a_person(store, "Anna Ek", parti="M", epost="anna@exempel.se")
    an_uppdrag(store, other, person)
    (row,) = planned(store, key, listed(tmp_path, "Anna Ek;M;ledamot;;;;;;"))
    assert (row.state, row.person_id) == (State.NEW, person)
    assert row.person.epost == "anna@exempel.se"


def test_a_person_without_a_party_gets_it(store, key, tmp_path):
    an_uppdrag(store, key, a_person(store, "Anna Ek"))
    (row,) = planned(store, key, listed(tmp_path, "Anna Ek;M;ledamot;;;;;;"))
    assert row.changes == (Change(Column.PARTI, "", "M"),)


def test_namesakes_are_told_apart_by_party_or_asked_about(store, key, tmp_path):
    for party in ("M", "S"):
        an_uppdrag(store, key, a_person(store, "Anna Ek", parti=party))
    told = planned(store, key, listed(tmp_path, "Anna Ek;S;ledamot;;;;;;"))
    assert states(told) == ["SAME"]
    assert told[0].person.parti == "S"
    asked = planned(store, key, listed(tmp_path, "Anna Ek;;ledamot;;;;;;"))
    assert states(asked) == ["QUESTION"]
    assert len(asked[0].candidates) == 2


def test_a_namesake_in_this_nämnd_goes_before_one_elsewhere(store, key, tmp_path):
    here, elsewhere = a_person(store, "Anna Ek", parti="M"), a_person(store, "Anna Ek", parti="M")
    an_uppdrag(store, key, here)
    an_uppdrag(store, a_nämnd(store, "Presidiet"), elsewhere)
    (row,) = planned(store, key, listed(tmp_path, "Anna Ek;M;ledamot;;;;;;"))
    assert row.person_id == here


# Personliga ersättare

PERSONAL = "Namn;Parti;Roll;Ersätter"


def test_a_personal_ersättare_may_stand_before_the_ledamot(store, key, tmp_path):
    found = listed(tmp_path, "Bo Öst;S;ersättare;Ek, Anna (M)", "Anna Ek;M;ledamot;", head=PERSONAL)
    rows = planned(store, key, found)
    assert states(rows) == ["NEW", "NEW"]
    store.do(saving(rows, key))
    anna, bo = people(store, key)
    assert bo.uppdrag.ersätter == anna.person_id
    assert states(planned(store, key, found)) == ["SAME", "SAME"]


def test_a_personal_ersättare_of_somebody_who_is_there(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA, BO)
    found = listed(tmp_path, "Bo Öst;S;ersättare;Anna Ek", head=PERSONAL)
    (row,) = planned(store, key, found)
    assert row.changes == (Change(Column.ERSÄTTER, "", "Anna Ek"),)
    store.do(saving([row], key))
    assert people(store, key)[1].uppdrag.ersätter == people(store, key)[0].person_id


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ["Bo;S;ersättare;Anna Ekk"],
            "Det finns ingen ledamot som heter «Anna Ekk». Menade du Anna",
        ),
        (["Bo;S;ersättare;Xerxes"], "ingen ledamot som heter «Xerxes». Skriv namnet som det står"),
        (["Bo;S;ledamot;Anna Ek"], "Bara den som är ersättare kan ersätta «Anna Ek»."),
        (["Anna Ek;M;ersättare;Anna Ek"], "kan inte vara ersättare för sig själv"),
        (["Anna Ek;C;ledamot;", "Bo;S;ersättare;Anna Ek"], "Flera ledamöter heter «Anna Ek»."),
    ],
    ids=["misspelt", "unknown", "a ledamot", "oneself", "several"],
)
def test_a_personal_ersättare_that_can_not_be_is_an_error(store, key, tmp_path, lines, told):
    read_in(store, key, tmp_path, "Anna Ek;M;ledamot;;;;;;")
    answers = {"anna ek|c": ANOTHER}
    rows = planned(store, key, listed(tmp_path, *lines, head=PERSONAL), answers=answers)
    assert states(rows)[-1] == "ERROR"
    assert told in said(rows)[0]


def test_the_ledamot_must_be_read_in_too(store, key, tmp_path):
    found = listed(tmp_path, "Bo;S;ersättare;Anna Ek", "Anna Ek;M;ledamot;", head=PERSONAL)
    assert states(planned(store, key, found, left_out={3})) == ["ERROR", "LEFT_OUT"]


def test_a_row_that_is_left_out_is_no_matter_to_the_others(store, key, tmp_path):
    rows = planned(store, key, listed(tmp_path, ANNA, ANNA), left_out={2})
    assert states(rows) == ["LEFT_OUT", "NEW"]
