"""A dagordning as a value: kept as JSON, its days and times as text."""

from datetime import date

import pytest
from hypothesis import given, settings

from nämnd.sammanträde.dagordning import Dag, from_json, to_json
from tests.builders import bilaga_row, dagordning_of, head_row, punkt_row
from tests.nämnd.sammanträde.values import dagordningar

ONE, TWO = date(2020, 12, 3), date(2020, 12, 4)
MORNING = (("08.30", "12.00"),)


@settings(max_examples=30)
@given(dagordningar())
def test_what_is_kept_as_json_comes_back_the_same(dagordning):
    assert from_json(to_json(dagordning)) == dagordning


def test_json_is_readable_in_swedish():
    assert '"rubrik":"Vård på Åland"' in to_json(dagordning_of(punkt_row(1, "Vård på Åland")))


@pytest.mark.parametrize(
    ("dagar", "short", "long"),
    [
        ((Dag(ONE),), "2020-12-03", "torsdag 3 december 2020"),
        ((Dag(ONE), Dag(TWO)), "2020-12-03–04", "torsdag 3 – fredag 4 december 2020"),
        (
            (Dag(date(2020, 11, 30)), Dag(ONE)),
            "2020-11-30–2020-12-03",
            "måndag 30 november 2020 – torsdag 3 december 2020",
        ),
    ],
)
def test_the_days_as_a_reader_writes_them(dagar, short, long):
    head = head_row(*dagar)
    assert (head.day_text, head.long_day) == (short, long)
    assert head.day == dagar[0].datum


def test_without_a_day_it_says_so():
    head = head_row(dagar=())
    assert head.day is None
    assert head.day_text == head.long_day == "datum ej bestämt"
    assert head.time_text == ""


def test_the_time_is_that_of_the_first_day():
    assert head_row(Dag(ONE, MORNING), Dag(TWO, (("09.00", None),))).time_text == "08.30–12.00"
    assert head_row(Dag(ONE, (*MORNING, ("13.00", None)))).time_text == "08.30–12.00, 13.00"


def test_all_bilagor_come_in_order():
    found = dagordning_of(
        punkt_row(1, bilagor=(bilaga_row("1A"), bilaga_row("1B"))),
        punkt_row(2),
        punkt_row(3, bilagor=(bilaga_row("3"),)),
    )
    assert [bilaga.beteckning for bilaga in found.bilagor] == ["1A", "1B", "3"]
