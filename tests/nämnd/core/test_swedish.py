"""Swedish order and the ways a date is written."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.swedish import (
    counted,
    listed,
    long_date,
    month_number,
    ordinal,
    short_date,
    sort_key,
)

DAYS = "måndag tisdag onsdag torsdag fredag lördag söndag"
MONTHS = "januari februari mars april maj juni juli augusti september oktober november december"


def test_å_ä_ö_come_last_in_that_order_and_accents_do_not_count():
    names = ["Ödman", "Zetterberg", "Ånger", "Åberg", "Ärlig", "Ek", "Él", "Adam", "Wik", "Vik"]
    assert sorted(names, key=sort_key) == [
        "Adam", "Ek", "Él", "Vik", "Wik", "Zetterberg", "Åberg", "Ånger", "Ärlig", "Ödman",
    ]  # fmt: skip


def test_foreign_letters_stand_where_a_swedish_reader_looks_for_them():
    names = ["Øst", "Ætt", "Yr", "Ünal", "Zeb", "Čapek", "Dag", "Álvarez", "Bo", "Őry", "Åse"]
    assert sorted(names, key=sort_key) == [
        "Álvarez", "Bo", "Čapek", "Dag", "Ünal", "Yr", "Zeb", "Åse", "Ætt", "Őry", "Øst",
    ]  # fmt: skip


def test_case_does_not_count():
    assert sort_key("ÅSA EK") == sort_key("åsa ek")


@given(st.text(max_size=20))
def test_a_text_sorts_alike_in_whatever_form_it_comes(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(
        unicodedata.normalize("NFC", text)
    )


@given(st.text(alphabet="abcxyzåäö", max_size=8), st.text(alphabet="abcxyzåäö", max_size=8))
def test_the_order_is_that_of_the_alphabet(one, two):
    places = "abcxyzåäö".index
    assert (sort_key(one) < sort_key(two)) == ([*map(places, one)] < [*map(places, two)])


def test_dates_are_written_out():
    assert long_date(date(2019, 11, 22)) == "fredag 22 november 2019"
    assert short_date(date(2026, 3, 1)) == "1 mars 2026"
    assert long_date(date(2024, 2, 29)) == "torsdag 29 februari 2024"


@given(st.dates())
def test_every_date_names_its_day_and_its_month(day):
    weekday, number, month, year = long_date(day).split()
    assert (int(number), month_number(month), int(year)) == (day.day, day.month, day.year)
    assert weekday == DAYS.split()[day.weekday()]
    assert short_date(day) == f"{number} {month} {year}"


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS.split(), start=1)))
def test_a_month_is_known_by_its_name_and_by_its_beginning(number, name):
    for written in (name, name.upper(), name[:3], f"{name[:3]}.", name[:4], f"{name[:4]}."):
        assert month_number(written) == number


@pytest.mark.parametrize("word", ["", ".", "ma", "ju", "januaris", "mai", "nämnd", "1"])
def test_what_is_no_month_is_none(word):
    assert month_number(word) is None


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "första"), (2, "andra"), (4, "fjärde"), (12, "tolfte"), (13, "13:e"), (20, "20:e"),
        (21, "21:a"), (22, "22:a"), (23, "23:e"), (31, "31:a"), (101, "101:a"), (111, "111:e"),
        (112, "112:e"), (122, "122:a"),
    ],
)  # fmt: skip
def test_ordinals_are_written_as_they_are_said(number, word):
    assert ordinal(number) == word


def test_one_is_singular():
    assert [counted(n, "bilaga", "bilagor") for n in (0, 1, 2)] == [
        "0 bilagor",
        "1 bilaga",
        "2 bilagor",
    ]


def test_words_are_listed_with_och_before_the_last():
    assert listed([]) == ""
    assert listed(["Anna Ek (M)"]) == "Anna Ek (M)"
    assert listed(["Anna", "Bo"]) == "Anna och Bo"
    assert listed(["Anna", "Bo", "Cecilia"]) == "Anna, Bo och Cecilia"
