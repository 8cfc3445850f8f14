"""The numbers of §§ in a real database: drawn, moved, pushed, and what is justerat."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.changes import Topic
from nämnd.core.errors import (
    Draft,
    InvalidDraftError,
    JusteratError,
    NumberTakenError,
)
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.paragraf_commands import (
    Decide,
    Klubba,
    MoveParagraf,
    NumberFrom,
    Reopen,
    SaveParagraf,
    UndrawParagraf,
)
from nämnd.protokoll.parts_commands import SaveBeslut, SaveJäv, SaveReservationer, SaveYrkanden
from nämnd.protokoll.values import ExpedieringRow, ReservationRow
from nämnd.sammanträde.drafts import satser
from nämnd.tables import Justerare, Justering, Närvaro, Ordförandeskap
from tests.builders import a_nämnd, a_person, a_sammanträde
from tests.nämnd.protokoll.meeting_day import (
    a_paragraf,
    add_rows,
    an_extra,
    justera,
    listed,
    numbers,
    paragrafer_in,
    protokoll_in,
    refused,
)
from tests.nämnd.store.dumps import dump
from tests.protokoll_values import yrkande_row

MARCH, APRIL, MAY = date(2026, 3, 27), date(2026, 4, 24), date(2026, 5, 22)


@pytest.fixture
def nämnd_id(store):
    return a_nämnd(store)


@pytest.fixture
def sammanträde_id(store, nämnd_id):
    return a_sammanträde(store, nämnd_id, MARCH)


def test_the_first_paragraf_of_a_sammanträde_follows_the_last_of_the_one_before(store, nämnd_id):
    january = a_sammanträde(store, nämnd_id, date(2026, 1, 30))
    march = a_sammanträde(store, nämnd_id, MARCH)
    for _ in range(3):
        an_extra(store, january)
    an_extra(store, march)
    assert numbers(store, march) == [4]


def test_each_year_and_each_nämnd_begins_at_one(store, nämnd_id):
    an_extra(store, a_sammanträde(store, nämnd_id, date(2025, 12, 12)))
    other = a_sammanträde(store, a_nämnd(store, "En annan nämnd"), date(2026, 1, 9))
    an_extra(store, other)
    mine = a_sammanträde(store, nämnd_id, MARCH)
    an_extra(store, mine)
    assert (numbers(store, mine), numbers(store, other)) == ([1], [1])


def test_a_program_that_begins_in_the_middle_of_a_year_begins_at_the_number_it_is_told(
    store, nämnd_id, sammanträde_id
):
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=59))
    for _ in range(2):
        an_extra(store, sammanträde_id)
    assert numbers(store, sammanträde_id) == [59, 60]
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=70))
    assert numbers(store, sammanträde_id) == [70, 71]
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=None))
    assert numbers(store, sammanträde_id) == [1, 2]
    zero = NumberFrom(sammanträde_id=sammanträde_id, first=0)
    assert refused(store, zero, InvalidDraftError).problems == (Draft.PARAGRAF_NOT_POSITIVE,)


def test_numbers_that_an_earlier_sammanträde_has_got_past_are_refused(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    for _ in range(3):
        an_extra(store, march)
    error = refused(store, NumberFrom(sammanträde_id=april, first=3), NumberTakenError)
    assert (error.first, error.last, error.day) == (3, 3, "2026-03-27")


def test_an_earlier_sammanträde_written_later_pushes_the_numbers_of_later_ones(store, nämnd_id):
    march, april, may = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL, MAY))
    an_extra(store, march)
    for _ in range(2):
        an_extra(store, april)
    an_extra(store, may)
    assert (numbers(store, april), numbers(store, may)) == ([2, 3], [4])
    an_extra(store, march)
    assert [numbers(store, key) for key in (march, april, may)] == [[1, 2], [3, 4], [5]]


def test_what_is_justerat_never_moves_and_its_numbers_are_passed_over(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    an_extra(store, march)
    for _ in range(3):
        an_extra(store, april)
    justera(store, april, "3")
    an_extra(store, march)
    assert (numbers(store, march), numbers(store, april)) == ([1, 4], [2, 3, 5])


def test_a_moved_paragraf_takes_its_place_in_the_numbers(store, sammanträde_id):
    *_, last = [an_extra(store, sammanträde_id, words) for words in "ABCD"]
    store.do(MoveParagraf(paragraf_id=last, to=2))
    assert listed(store, sammanträde_id) == ["1 A", "2 D", "3 B", "4 C"]
    store.do(MoveParagraf(paragraf_id=last, to=99))
    assert listed(store, sammanträde_id) == ["1 A", "2 B", "3 C", "4 D"]


def test_a_paragraf_that_is_taken_back_leaves_no_gap_and_nothing_of_itself(store, sammanträde_id):
    person_id = a_person(store)
    _first, second, _third = (an_extra(store, sammanträde_id, words) for words in "ABC")
    store.do(SaveYrkanden(paragraf_id=second, rows=(yrkande_row("y1", person_id),)))
    reservation = ReservationRow("r1", (person_id,), (), "y1", None, None)
    store.do(SaveReservationer(paragraf_id=second, rows=(reservation,)))
    store.do(SaveJäv(paragraf_id=second, rows=(JävRow("j1", person_id, None, None, None),)))
    before = dump(store.place.path)
    done = store.do(UndrawParagraf(paragraf_id=second))
    assert listed(store, sammanträde_id) == ["1 A", "2 C"]
    assert done.topics == {Topic.PROTOKOLL, Topic.NÄRVARO}
    store.do(done.inverse)
    assert dump(store.place.path) == before


def sets(store, sammanträde_id):
    found = protokoll_in(store, sammanträde_id)
    return {
        "närvaro": [row.paragrafer.text for row in found.närvaro],
        "ordförande": [row.paragrafer.text for row in found.ordförande],
        "justerare": [row.paragrafer.text for row in found.justerare],
        "justeringar": [row.paragrafer.text for row in found.justeringar],
    }


def with_sets(store, sammanträde_id, *texts):
    """Let närvaro, ordförandeskap, justerare and justering be kept for each of the sets."""
    person_id = a_person(store)
    for place, text in enumerate(texts, start=1):
        about = {"sammanträde_id": sammanträde_id, "paragrafer": text}
        who = {"person_id": person_id, "ordning": place}
        add_rows(
            store,
            Närvaro(roll="ledamot", **about, **who),
            Ordförandeskap(**about, **who),
            Justerare(**about, **who),
            Justering(**about),
        )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda keys: MoveParagraf(paragraf_id=keys[3], to=1), ["2–4", "2–3, 5–", "1"]),
        (lambda keys: NumberFrom(sammanträde_id=keys[-1], first=59), ["–61", "59–60, 63–", "62"]),
        (lambda keys: UndrawParagraf(paragraf_id=keys[1]), ["–2", "1, 4–", "3"]),
        (lambda keys: UndrawParagraf(paragraf_id=keys[4]), ["–3", "1–2, 5–", "4"]),
    ],
    ids=["move", "from", "undraw", "undraw-last"],
)
def test_every_set_of_paragrafer_follows_a_change_of_numbers(
    store, sammanträde_id, change, expected
):
    keys = [an_extra(store, sammanträde_id, words) for words in "ABCDE"]
    with_sets(store, sammanträde_id, None, "–3", "1–2, 5–", "4")
    store.do(change([*keys, sammanträde_id]))
    for part, found in sets(store, sammanträde_id).items():
        assert set(found) == {None, *expected}, part


def test_what_was_about_a_paragraf_that_is_taken_back_goes_with_it(store, sammanträde_id):
    keys = [an_extra(store, sammanträde_id, words) for words in "ABC"]
    with_sets(store, sammanträde_id, "–1, 3–", "2")
    store.do(UndrawParagraf(paragraf_id=keys[1]))
    found = sets(store, sammanträde_id)
    assert found["närvaro"] == found["justerare"] == [None]
    assert found["ordförande"] == [None, ""]


def test_sets_of_a_later_sammanträde_follow_when_it_makes_room(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    for _ in range(3):
        an_extra(store, april)
    with_sets(store, april, "2–")
    an_extra(store, march)
    assert numbers(store, april) == [2, 3, 4]
    assert all(texts == ["3–"] for texts in sets(store, april).values())


# What is justerat


def test_what_is_justerat_is_not_changed_moved_or_taken_back(store, sammanträde_id):
    keys = [
        a_paragraf(store, sammanträde_id, words, förslag=satser(("Att anta",))) for words in "ABC"
    ]
    store.do(Klubba(paragraf_ids=(keys[1],)))
    justera(store, sammanträde_id, "2")
    row = paragrafer_in(store, sammanträde_id)[1]
    commands = (
        UndrawParagraf(paragraf_id=keys[1]),
        MoveParagraf(paragraf_id=keys[1], to=1),
        MoveParagraf(paragraf_id=keys[2], to=1),
        NumberFrom(sammanträde_id=sammanträde_id, first=9),
        SaveParagraf(paragraf_id=keys[1], draft=replace(draft_of(row), rubrik="B2")),
        SaveBeslut(paragraf_id=keys[1], rows=()),
        SaveYrkanden(paragraf_id=keys[1], rows=(yrkande_row("y1"),)),
        Decide(paragraf_ids=(keys[0], keys[1]), utfall="bordläggning"),
        Decide(paragraf_ids=(keys[1],), utfall="utgår"),
        Reopen(paragraf_id=keys[1]),
    )
    for command in commands:
        assert refused(store, command, JusteratError).nummer == 2


def test_who_gets_an_utdrag_can_be_told_after_the_justering(store, sammanträde_id):
    paragraf_id = an_extra(store, sammanträde_id)
    justera(store, sammanträde_id)
    (row,) = paragrafer_in(store, sammanträde_id)
    sent = (ExpedieringRow("Regionen", None, "2026-04-10"),)
    draft = replace(draft_of(row), expedieringar=sent)
    store.do(SaveParagraf(paragraf_id=paragraf_id, draft=draft))
    assert paragrafer_in(store, sammanträde_id)[0].expedieringar == sent
