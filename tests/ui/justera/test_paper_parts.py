"""The §§ of a paper, and which of them have been read."""

from dataclasses import replace

import pytest

from tests.protokoll_values import paragraf_row, protokoll_of
from ui.justera.paper_parts import Part, Reading, parts_of

HEADINGS = [
    ("Protokoll", 0, 50.0),
    ("§ 59 Val", 0, 300.0),
    ("§ 60 En lång fråga", 1, 80.0),
    ("§ 61 Slut", 3, 400.0),
]
PARTS = (
    Part(59, "§ 59", "Val", (1, 300.0)),
    Part(60, "§ 60", "En lång fråga", (2, 80.0)),
    Part(61, "§ 61", "Slut", (4, 400.0)),
)
END = (5, 0.0)


def test_paragrafer_are_known_by_their_bookmarks():
    protokoll = protokoll_of(
        paragraf_row(59, "Val"), paragraf_row(60, "En lång fråga"), paragraf_row(61, "Slut")
    )
    assert parts_of(HEADINGS, protokoll) == PARTS
    assert parts_of(HEADINGS, None) == PARTS


def test_they_are_named_as_the_nämnd_writes_them():
    plain = protokoll_of(paragraf_row(62, "Priser"))
    protokoll = replace(plain, nämnd=replace(plain.nämnd, paragrafform="{nr}/{år}"))
    (part,) = parts_of([("62/26 Priser", 2, 10.0)], protokoll)
    assert (part.mark, part.rubrik, part.start) == ("62/26", "Priser", (3, 10.0))


def test_one_without_bookmark_is_there_all_the_same():
    (part,) = parts_of([], protokoll_of(paragraf_row(62, "Priser")))
    assert part.start is None


def test_a_paragraf_is_read_when_its_beginning_and_its_end_have_been_in_sight():
    reading = Reading(PARTS, END)
    assert not reading.see((1, 0.0), (1, 700.0))  # the end of § 59 is on the next page
    assert reading.see((1, 600.0), (2, 200.0))
    assert reading.read == {59}


def test_one_that_is_passed_by_is_not_read():
    reading = Reading(PARTS, END)
    reading.see((1, 0.0), (1, 700.0))
    reading.see((4, 300.0), (4, 842.0))
    reading.see((4, 700.0), (5, 20.0))
    assert reading.read == {61}


def test_what_was_read_before_stays_read():
    assert Reading(PARTS, END, {60}).read == {60}


@pytest.mark.parametrize(
    ("place", "nummer"),
    [((1, 10.0), None), ((1, 300.0), 59), ((2, 79.0), 59), ((3, 1.0), 60), ((4, 999.0), 61)],
)
def test_the_paragraf_being_read_is_the_last_that_has_begun(place, nummer):
    part = Reading(PARTS, END).at(place)
    assert (part.nummer if part else None) == nummer


def test_a_paper_without_paragrafer_has_nothing_to_read():
    reading = Reading((), END)
    assert not reading.see((1, 0.0), (5, 0.0))
    assert reading.at((2, 0.0)) is None
