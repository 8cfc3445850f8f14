"""What the list of people says, as rows and words."""

import pytest

from nämnd.core.paragrafer import read
from nämnd.närvaro.ersättare import Note, Unusual
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.tasks import Amiss, Chair, Presiding, TaskFault
from tests.protokoll_values import (
    deltagare_row,
    everybody_there,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    twelve_and_twelve,
)
from ui.ersättare_words import warning_text
from ui.närvaro.abilities import LETTERS, why_not
from ui.närvaro.place import Place
from ui.närvaro.rows import Kind, PersonRow, person_rows
from ui.närvaro.words import fault_text, gap_text, note_text, presiding_text, set_text
from ui.toolkit.palette import Role

OTHERS = everybody_there()[1:]  # all but p1


def stands_in(person_id, för, set_=None, **facts):
    return närvaro_row(person_id, set_, roll="tjänstgörande ersättare", för=för, **facts)


def place(*rows, **facts):
    protokoll = protokoll_of(paragraf_row(62), närvaro=(*OTHERS, *rows), **facts)
    return Place(protokoll, protokoll.paragrafer[0])


def row_of(where, person_id="p1"):
    return next(row for row in person_rows(where) if row.id == person_id)


@pytest.mark.parametrize(
    ("rows", "state", "role"),
    [
        ((närvaro_row("p1"),), "hela", Role.MUTED),
        ((närvaro_row("p1", "59–"),), "från § 59", Role.MUTED),
        ((närvaro_row("p1", "–61"),), "t.o.m. § 61", Role.WARN),
        ((närvaro_row("p1", "63–"),), "från § 63", Role.WARN),
        ((närvaro_row("p1", "–60"), närvaro_row("p1", "62–")), "§§ –60, 62–", Role.MUTED),
        ((närvaro_row("p1", på_distans=True),), "på distans", Role.NOTE),
        ((närvaro_row("p1", deltar_i="beredning"),), "bara beredning", Role.NOTE),
        ((), "frånvarande", Role.LATE),
    ],
)
def test_the_state_of_a_ledamot_at_a_paragraf(rows, state, role):
    found = row_of(place(*rows))
    assert (found.state, found.role) == (state, role)


def test_a_frånvaro_that_was_told_says_so():
    found = row_of(place(frånvaro=(frånvaro_row("p1"),)))
    assert (found.state, found.role) == ("anmält frånvaro", Role.LATE)


def test_jäv_is_said_with_its_paragraf_and_punkt():
    protokoll = protokoll_of(paragraf_row(62, jäv=(jäv_row("p1", punkt="2"),)))
    found = row_of(Place(protokoll, protokoll.paragrafer[0]))
    assert (found.state, found.role) == ("ej § 62 p. 2 (jäv)", Role.NOTE)


def test_before_the_roll_nobody_is_called_absent():
    assert row_of(Place(protokoll_of(närvaro=()))).state == "inte här"


def test_who_replaces_stands_under_the_ledamot_with_the_remark():
    rows = person_rows(place(stands_in("p13", "p1", anmärkning="före Bo Alm (S) i ordningen")))
    at = [row.id for row in rows].index("p1")
    assert rows[at + 1].id == "p13"
    assert rows[at + 1].kind is Kind.SERVING
    assert rows[at + 1].below == "ersätter Anna Ek (M) (före Bo Alm (S) i ordningen)"
    assert rows[at].gap is None


def test_ledamöter_stand_by_huvudman_in_order():
    rows = person_rows(place(närvaro_row("p1")))
    headings = [row.name for row in rows if row.kind is Kind.HEADING]
    assert headings == [
        "Region Ådalen", "Region Öster", "Region Väster", "Region Norr",
        "Övriga ersättare", "Tjänstemän och gäster",
    ]  # fmt: skip
    assert [row.id for row in rows][1:7] == [f"p{n}" for n in range(1, 7)]


def test_everybody_stands_once():
    where = place(
        stands_in("p13", "p1"),
        närvaro_row("p14", roll="ersättare"),
        närvaro_row("p30", roll="tjänsteman"),
        närvaro_row("p40", roll="gäst"),
        deltagare=twelve_and_twelve() | {"p40": deltagare_row("p40", "Eva Gäst", roll=None)},
    )
    keys = [row.id for row in person_rows(where)]
    assert len(set(keys)) == len(keys)
    assert {f"p{n}" for n in (*range(1, 25), 30, 40)} <= set(keys)


def test_a_vacant_seat_is_a_row_and_who_sits_on_it_another():
    people = twelve_and_twelve()
    del people["p12"]
    rows = everybody_there()[:-1]
    empty = protokoll_of(deltagare=people, närvaro=rows)
    vacant = next(row for row in person_rows(Place(empty)) if row.kind is Kind.VACANT)
    assert (vacant.name, vacant.state) == ("Vakant plats", "tom")
    taken = protokoll_of(deltagare=people, närvaro=(*rows, stands_in("p23", None)))
    assert row_of(Place(taken), "p23").below == "på vakant plats"
    assert all(row.kind is not Kind.VACANT for row in person_rows(Place(taken)))


def test_a_nämnd_without_huvudmän_has_one_group():
    people = {"p1": deltagare_row("p1", huvudman_id=None, huvudman=None)}
    protokoll = protokoll_of(deltagare=people, huvudmän=(), närvaro=(närvaro_row("p1"),))
    assert [row.name for row in person_rows(Place(protokoll))] == ["Ledamöter", "Anna Ek (M)"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "hela"),
        ("", "inte här"),
        ("63–", "från § 63"),
        ("–61", "t.o.m. § 61"),
        ("62", "§ 62"),
        ("59–61, 63", "§§ 59–61, 63"),
        ("62 punkt 2", "§ 62 punkt 2"),
    ],
)
def test_a_set_is_said_in_words(text, said):
    assert set_text(read(text)) == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Presiding("p1", Chair.THERE), "Ordförande: Anna Ek (M)"),
        (Presiding("p1", Chair.JÄV, "p7"), "Anna Ek (M) har jäv och leder inte här."),
        (
            Presiding("p1", Chair.AWAY),
            "Anna Ek (M) leder, men är inte här. Nämnden utser någon.",
        ),
        (Presiding(None, Chair.NOBODY, "p7"), "Ingen leder här."),
    ],
)
def test_who_presides_is_said_in_words(found, said):
    assert presiding_text(protokoll_of(), found) == said


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        (Gap("p1", "h1", "M", Why.ABSENT), "Anna Ek (M): frånvarande"),
        (Gap("p1", "h1", "M", Why.JÄV, punkt="2"), "Anna Ek (M): jäv vid punkt 2"),
        (Gap("p1", "h1", "M", Why.JÄV, left="p13"), "Anna Ek (M): Maria Fors (M) har jäv"),
        (Gap(None, "h4", None, Why.VACANT), "Vakant plats, Region Norr"),
    ],
)
def test_an_empty_seat_is_said_in_words(gap, said):
    assert gap_text(protokoll_of(), gap) == said


@pytest.mark.parametrize("kind", list(Unusual))
def test_everything_unusual_has_a_sentence_and_a_remark(kind):
    note = Note(kind, "p2")
    assert warning_text(protokoll_of(), (note,)).endswith(".")
    assert note_text(protokoll_of(), "p19", (note,))


def test_the_remark_names_the_region_an_ersättare_comes_from():
    note = Note(Unusual.OTHER_HUVUDMAN)
    assert note_text(protokoll_of(), "p19", (note,)) == "ersättare från Region Öster"


@pytest.mark.parametrize("kind", list(Amiss))
def test_every_fault_has_a_sentence(kind):
    said = fault_text(protokoll_of(), TaskFault(kind, read("59–61"), "p2"), "leder")
    assert "§§ 59–61" in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("person_id", "able"),
    [("p1", "KEJ"), ("p2", "GDOJ"), ("p13", "GDEOJ"), ("p14", "GDE"), ("p15", "KE"), ("p30", "K")],
)
def test_only_what_can_be_done_is_offered(person_id, able):
    where = place(stands_in("p13", "p12"), närvaro_row("p14", roll="ersättare"))
    where = Place(
        protokoll_of(
            paragraf_row(62),
            närvaro=tuple(row for row in where.protokoll.närvaro if row.person_id != "p12"),
        ),
        where.paragraf,
    )
    row = row_of(where, person_id)
    assert {letter for letter in LETTERS if not why_not(where, row, letter)} == set(able)


def test_nothing_can_be_done_with_a_heading_or_nobody():
    heading = PersonRow("heading/x", Kind.HEADING, "Region Norr")
    for row in (None, heading):
        assert all(why_not(place(), row, letter) for letter in LETTERS)
