"""A list compared with what is there, and saved."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.progress import finish
from nämnd.organisation.commands import SaveUppdrag
from nämnd.organisation.people_import.columns import Column
from nämnd.organisation.people_import.matching import ANOTHER
from nämnd.organisation.people_import.planned import Change, State
from nämnd.organisation.people_import.reading import Problem, read_people
from nämnd.organisation.people_import.saving import saving
from nämnd.organisation.people_import.sentences import (
    PROBLEM_TEXT,
    STATE_TEXT,
    finding_text,
    row_lines,
    summary_text,
)
from tests.builders import a_nämnd
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


def test_a_list_becomes_people_and_uppdrag_in_one_step(store, key, tmp_path):
    rows = planned(store, key, listed(tmp_path, ANNA, BO))
    assert states(rows) == ["NEW", "NEW"]
    outcome = store.do(saving(rows, key), "läs in")
    anna, bo = people(store, key)
    assert (anna.person.namn, anna.person.parti, anna.person.epost) == (
        "Anna Ek", "M", "anna@exempel.se",
    )  # fmt: skip
    assert (anna.uppdrag.roll, anna.huvudman, anna.uppdrag.ordning) == (
        "ledamot", "Region Skåne", 1,
    )  # fmt: skip
    assert (anna.uppdrag.från, anna.uppdrag.till) == (date(2019, 1, 1), date(2022, 12, 31))
    assert (bo.huvudman, bo.uppdrag.från, bo.uppdrag.till) == (
        "Region Halland", date(2019, 1, 1), None,
    )  # fmt: skip
    store.do(outcome.inverse)
    assert people(store, key) == ()


def test_the_same_list_again_changes_nothing(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA, BO)
    again = planned(store, key, listed(tmp_path, ANNA, BO))
    assert states(again) == ["SAME", "SAME"]
    assert saving(again, key).commands == ()


def test_what_differs_is_told_and_saved(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    changed = "ANNA EK;M;Ledamot;Region Blekinge;7;2019-01-01;2021-06-30;ny@exempel.se;Läkare"
    (row,) = read_in(store, key, tmp_path, changed)
    assert row.changes == (
        Change(Column.TITEL, "", "Läkare"),
        Change(Column.EPOST, "anna@exempel.se", "ny@exempel.se"),
        Change(Column.HUVUDMAN, "Region Skåne", "Region Blekinge"),
        Change(Column.ORDNING, "1", "7"),
        Change(Column.TILL, "2022-12-31", "2021-06-30"),
    )
    assert row_lines(row)[:2] == ("Titel: Läkare", "E-post: anna@exempel.se blir ny@exempel.se")
    (anna,) = people(store, key)
    assert (anna.person.namn, anna.person.titel, anna.huvudman) == (
        "Anna Ek", "Läkare", "Region Blekinge",
    )  # fmt: skip


def test_an_empty_cell_and_a_missing_column_change_nothing(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    before = people(store, key)
    rows = planned(store, key, listed(tmp_path, "Anna Ek;;ledamot;;;;;;"))
    assert states(rows) == ["SAME"]
    rows = planned(store, key, listed(tmp_path, "Anna Ek;ledamot", head="Namn;Roll"))
    assert states(rows) == ["SAME"]
    assert people(store, key) == before


def test_a_later_time_is_another_uppdrag_of_the_same_person(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    (row,) = read_in(store, key, tmp_path, "Anna Ek;M;Ledamot;Skåne;;2023-01-01;;;")
    assert row.state is State.NEW
    first, second = people(store, key)
    assert first.person_id == second.person_id
    assert {first.uppdrag.från, second.uppdrag.från} == {date(2019, 1, 1), date(2023, 1, 1)}


def test_an_open_uppdrag_gets_its_last_day(store, key, tmp_path):
    read_in(store, key, tmp_path, BO)
    (row,) = read_in(store, key, tmp_path, "Bo Öst;S;ersättare;Halland;;;2022-12-31;;")
    assert row.changes == (Change(Column.TILL, "", "2022-12-31"),)
    assert len(people(store, key)) == 1


def test_a_ledamot_who_is_made_ordförande_from_the_first_day_changes_role(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    (row,) = read_in(store, key, tmp_path, "Anna Ek;M;ordförande;Skåne;;2019-01-01;2022-12-31;;")
    assert row.changes == (Change(Column.ROLL, "ledamot", "ordförande"),)
    assert [one.uppdrag.roll for one in people(store, key)] == ["ordförande"]


def test_new_uppdrag_without_order_stand_last_in_the_order_of_the_file(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA.replace(";1;2019", ";41;2019"))
    rows = read_in(
        store, key, tmp_path, "C;;ledamot;;;;;;", "D;;ledamot;;7;;;;", "E;;ledamot;;;;;;"
    )
    assert [one.uppdrag.ordning for one in rows] == [42, 7, 44]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (";M;ledamot;;;;;;", "Rad 2, Namn: Namnet saknas."),
        ("Anna;M;;;;;;;", "Rad 2, Roll: Uppdraget saknas."),
        ("Anna;M;Ledamött;;;;;;", "«Ledamött» är inget uppdrag här. Menade du ledamot?"),
        ("Anna;M;Kassör;;;;;;", "«Kassör» är inget uppdrag här. Välj bland ordförande, vice"),
        (
            "Anna;M;ledamot;Skane;;;;;",
            "Rad 2, Region: «Skane» finns inte bland huvudmännen. Menade du Region Skåne?",
        ),
        ("Anna;M;ledamot;Dalarna;;;;;", "«Dalarna» finns inte bland huvudmännen. Skriv namnet"),
        ("Anna;M;ledamot;;första;;;;", "Rad 2, Ordning: «första» är inget ordningsnummer."),
        ("Anna;M;ledamot;;;2019-02-30;;;", "Rad 2, Från: Dagen «2019-02-30» finns inte i kalend"),
        ("Anna;M;ledamot;;;snart;;;", "Rad 2, Från: «snart» är inget datum. Skriv det som"),
        (
            "Anna;M;ledamot;;;2019-02-01;2019-01-31;;",
            "Rad 2, Till: Uppdraget slutar «2019-01-31», innan det börjar 2019-02-01.",
        ),
        ("Anna;M;ledamot;;;;;anna.exempel.se;", "Rad 2, E-post: «anna.exempel.se» är ingen e-post"),
    ],
)
def test_errors_name_their_row_and_column(store, key, tmp_path, line, told):
    rows = planned(store, key, listed(tmp_path, line))
    assert states(rows) == ["ERROR"]
    (sentence,) = said(rows)
    assert told in sentence


def test_a_row_with_several_errors_tells_them_all(store, key, tmp_path):
    rows = planned(store, key, listed(tmp_path, ";M;kassör;Dalarna;x;snart;;fel;"))
    assert [one.problem for one in rows[0].findings] == [
        Problem.NAMN_MISSING,
        Problem.ADDRESS_MALFORMED,
        Problem.ROLL_UNKNOWN,
        Problem.HUVUDMAN_UNKNOWN,
        Problem.NUMBER_MALFORMED,
        Problem.DAY_MALFORMED,
    ]


def test_where_there_are_no_huvudmän_it_is_said_what_to_do_first(store, tmp_path):
    rows = planned(store, a_nämnd(store), listed(tmp_path, ANNA))
    assert "Lägg till huvudmännen först." in said(rows)[0]


def test_rows_with_errors_are_not_saved_and_hinder_no_others(store, key, tmp_path):
    rows = read_in(store, key, tmp_path, ANNA, "X;;kassör;;;;;;", BO)
    assert states(rows) == ["NEW", "ERROR", "NEW"]
    assert len(people(store, key)) == 2


@pytest.mark.parametrize(
    ("second", "state"),
    [
        (ANNA, "ERROR"),
        ("Anna Ek;M;Ledamot;Halland;;2020-01-01;;;", "ERROR"),
        ("anna ek;;ledamot;;;;;;", "ERROR"),
        ("Anna Ek;M;Ledamot;Skåne;;2023-01-01;;;", "NEW"),
        ("Anna Ek;M;Ersättare;Skåne;;2019-01-01;;;", "NEW"),
        ("Anna Ek;C;Ledamot;Skåne;;2019-01-01;;;", "NEW"),
    ],
    ids=["alike", "overlapping", "without party", "later", "another role", "a namesake"],
)
def test_the_same_person_twice_in_the_same_role_and_time_is_an_error(
    store, key, tmp_path, second, state
):
    rows = planned(store, key, listed(tmp_path, ANNA, second))
    assert states(rows) == ["NEW", state]
    if state == "ERROR":
        assert "redan samma uppdrag under samma tid på rad 2" in said(rows)[0]


def test_two_rows_of_one_person_make_one_person(store, key, tmp_path):
    later = "Anna Ek;;Ledamot;Skåne;;2023-01-01;;;Läkare"
    read_in(store, key, tmp_path, ANNA, later)
    first, second = people(store, key)
    assert first.person_id == second.person_id
    assert first.person.titel == "Läkare"
    assert first.person.epost == "anna@exempel.se"


def test_a_party_told_in_a_later_row_is_the_same_persons(store, key, tmp_path):
    rows = read_in(
        store, key, tmp_path, "Anna Ek;;ledamot;;;2019-01-01;2019-12-31;;",
        "Anna Ek;M;ledamot;;;2020-01-01;;;",
    )  # fmt: skip
    assert len({one.identity for one in rows}) == 1
    assert {one.person.parti for one in people(store, key)} == {"M"}


# Excel, sums, and much of it


def test_a_workbook_is_read_with_its_dates(store, key, tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["Ledamöter"],
        ["Förnamn", "Efternamn", "Parti", "Uppdrag", "Huvudman", "Fr.o.m.", "T.o.m."],
        ["Anna", "Ek", "M", "Ledamot", "Skåne", date(2019, 1, 1), "=DATE(2022,12,31)"],
        ["Bo", "Öst", "S", "Ersättare", "Halland", "2019-01-01 00:00:00", None],
    ):
        sheet.append(row)
    book.save(tmp_path / "l.xlsx")
    rows = planned(store, key, finish(read_people(tmp_path / "l.xlsx")))
    assert states(rows) == ["ERROR", "NEW"]
    assert said(rows)[0].startswith("Rad 3, T.o.m.: Formeln i cellen ger inget värde.")
    assert rows[1].uppdrag.från == date(2019, 1, 1)
    assert rows[1].person.namn == "Bo Öst"


def test_the_sums_count_every_kind(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA, BO)
    rows = planned(
        store, key,
        listed(tmp_path, ANNA, BO.replace("Halland", "Skåne"), "C;;ledamot;;;;;;", "D;;x;;;;;;",
               "Anna Ek;S;ledamot;;;;;;", "E;;ledamot;;;;;;"),
        left_out={7},
    )  # fmt: skip
    assert summary_text(rows) == (
        "1 nytt uppdrag, 1 ändras, 1 oförändrat, 1 fråga, 1 rad med fel, 1 tas inte med"
    )


def test_every_problem_and_state_has_its_words():
    assert set(PROBLEM_TEXT) == set(Problem)
    assert set(STATE_TEXT) == set(State)


def test_no_sentence_holds_a_placeholder(store, key, tmp_path):
    (row,) = planned(store, key, listed(tmp_path, "Anna;M;{hint};{guess};;;;;"))
    assert [finding_text(one).count("{") for one in row.findings] == [1, 1]


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Anna Ek", "Bo Öst", "Cia Å", ""]),
            st.sampled_from(["M", "S", ""]),
            st.sampled_from(["ledamot", "ersättare", "ordförande", "kassör"]),
            st.sampled_from(["Region Skåne", "Halland", "", "Mars"]),
            st.sampled_from(["2019-01-01", "2023-01-01", ""]),
            st.sampled_from(["2022-12-31", "2018-01-01", ""]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_any_list_can_be_saved_without_its_errors(store, tmp_path, lines):
    key = a_nämnd(store, f"Nämnd {id(lines)} {lines}")
    found = listed(
        tmp_path, *[";".join(line) for line in lines], head="Namn;Parti;Roll;Region;Från;Till"
    )
    rows = planned(store, key, found)
    answers = {one.who: ANOTHER for one in rows if one.state is State.QUESTION}
    rows = planned(store, key, found, answers=answers)
    assert State.QUESTION not in {one.state for one in rows}
    store.do(saving(rows, key))
    good = [one for one in rows if one.state in (State.NEW, State.CHANGED)]
    assert len(people(store, key)) == sum(one.state is State.NEW for one in good)


def test_a_long_list_is_compared_without_comparing_all_with_all(store, key, tmp_path):
    lines = [f"Person {number};M;ledamot;;;;;;" for number in range(1_999)]
    rows = planned(store, key, listed(tmp_path, *lines))
    assert summary_text(rows) == "1999 nya uppdrag"


def test_an_uppdrag_changed_meanwhile_is_compared_as_it_is(store, key, tmp_path):
    read_in(store, key, tmp_path, ANNA)
    (anna,) = people(store, key)
    draft = replace(anna.uppdrag, ordning=9)
    store.do(SaveUppdrag(uppdrag_id=anna.id, nämnd_id=key, person_id=anna.person_id, draft=draft))
    (row,) = planned(store, key, listed(tmp_path, ANNA))
    assert row.changes == (Change(Column.ORDNING, "9", "1"),)
