"""Lists and dagordningar as they are read back."""

from contextlib import contextmanager
from datetime import date

import pytest
from sqlalchemy import event

from nämnd.core.errors import GoneError
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.queries import dagordning, sammanträde_on, sammanträden
from tests.builders import (
    DAY,
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    send,
)


@contextmanager
def statements(store):
    """Collect every SQL statement."""
    seen = []

    def note(*arguments):
        seen.append(arguments[2])

    event.listen(store._engine, "before_cursor_execute", note)
    yield seen
    event.remove(store._engine, "before_cursor_execute", note)


def cost(store, query, *arguments):
    with statements(store) as seen:
        store.ask(lambda session: query(session, *arguments))
    return len(seen)


def rows(store, nämnd_id):
    return store.ask(lambda session: sammanträden(session, nämnd_id))


def find(store, nämnd_id, wanted):
    return store.ask(lambda session: sammanträde_on(session, nämnd_id, wanted))


def test_a_dagordning_takes_as_many_statements_however_long_it_is(store, files):
    chair = a_person(store)
    there = a_sammanträde(store, ordförande=chair, sekreterare=a_person(store))
    short = cost(store, dagordning, there)
    for number in range(20):
        punkt = a_punkt(store, there, bilagor=2, förslag=())
        a_bilaga(store, punkt, file=a_file(files, f"{number}"))
    send(store, there)
    assert cost(store, dagordning, there) == short
    assert short <= 9


def test_the_list_takes_as_many_statements_however_long_it_is(store):
    nämnd_id = a_nämnd(store)
    empty = cost(store, sammanträden, nämnd_id)
    for month in range(1, 13):
        there = a_sammanträde(store, nämnd_id, date(2026, month, 1), date(2026, month, 2))
        a_punkt(store, there)
        send(store, there)
    assert cost(store, sammanträden, nämnd_id) == empty
    assert empty <= 7


def test_the_list_is_newest_first_and_only_the_own(store):
    nämnd_id, other = a_nämnd(store, "Ena"), a_nämnd(store, "Andra")
    for day in (date(2026, 3, 1), date(2027, 1, 1), date(2025, 12, 1)):
        a_sammanträde(store, nämnd_id, day)
    a_sammanträde(store, other, date(2026, 6, 1))
    assert [row.dagar[0].year for row in rows(store, nämnd_id)] == [2027, 2026, 2025]


def test_two_on_the_same_day_always_stand_in_the_same_order(store):
    nämnd_id = a_nämnd(store)
    made = {a_sammanträde(store, nämnd_id) for _ in range(6)}
    assert [row.id for row in rows(store, nämnd_id)] == sorted(made, reverse=True)


def test_a_line_of_the_list_tells_what_there_is(store):
    nämnd_id = a_nämnd(store)
    there = a_sammanträde(
        store, nämnd_id, DAY, date(2026, 3, 28), plats="Lund", slag="extra", nummer_i_året=3
    )
    a_punkt(store, there)
    a_punkt(store, there)
    (row,) = rows(store, nämnd_id)
    assert (row.id, row.dagar) == (there, (DAY, date(2026, 3, 28)))
    assert (row.plats, row.slag, row.nummer_i_året) == ("Lund", "extra", 3)
    assert (row.punkter, row.kallelse, row.inställt) == (2, None, None)
    send(store, there)
    store.do(CancelSammanträde(sammanträde_id=there, skäl="Inga ärenden"))
    (row,) = rows(store, nämnd_id)
    assert (row.kallelse, row.inställt) == (date(2026, 3, 2), "Inga ärenden")


def test_a_meeting_is_found_by_id_and_by_any_of_its_days(store):
    nämnd_id = a_nämnd(store)
    there = a_sammanträde(store, nämnd_id, date(2020, 12, 3), date(2020, 12, 4))
    for wanted in (there, "2020-12-03", "2020-12-04"):
        assert find(store, nämnd_id, wanted) == there


@pytest.mark.parametrize("wanted", ["2020-12-05", "3 december", "", "okänt"])
def test_what_is_not_there_is_not_found(store, wanted):
    nämnd_id = a_nämnd(store)
    a_sammanträde(store, nämnd_id, date(2020, 12, 3))
    assert find(store, nämnd_id, wanted) is None


def test_a_meeting_of_another_body_is_not_found(store):
    there = a_sammanträde(store, None, date(2020, 12, 3))
    other = a_nämnd(store)
    assert find(store, other, there) is None
    assert find(store, other, "2020-12-03") is None


def test_of_two_on_a_day_the_one_that_is_not_cancelled_is_meant(store):
    nämnd_id = a_nämnd(store)
    both = [a_sammanträde(store, nämnd_id) for _ in range(2)]
    for cancelled, other in (both, both[::-1]):
        store.do(CancelSammanträde(sammanträde_id=cancelled, skäl="Inga ärenden"))
        assert find(store, nämnd_id, DAY.isoformat()) == other
        store.do(CancelSammanträde(sammanträde_id=cancelled, skäl=None))


def test_a_dagordning_that_is_gone_is_refused(store):
    with pytest.raises(GoneError):
        store.ask(lambda session: dagordning(session, "s9"))
