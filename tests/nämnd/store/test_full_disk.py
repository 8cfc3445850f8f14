"""A full disk costs nothing that was saved, and the work goes on when there is room."""

from contextlib import closing

import pytest
from sqlalchemy import func, select

from nämnd.core.changes import Together
from nämnd.core.errors import DiskFullError
from nämnd.error_messages import message_for
from nämnd.tables import Person
from tests.builders import a_person
from tests.nämnd.store.dumps import check
from tests.nämnd.store.programs import PERSONS, batch_of, opened
from tests.processes import in_child, room_for


def open_with_room_for(size, path):
    with room_for(size):
        opened(path).close()


@pytest.mark.parametrize("size", [0, 4096, 40_000, 100_000])
def test_a_new_database_that_has_no_room_is_refused_and_can_be_made_later(tmp_path, size):
    path = tmp_path / "namnd.db"
    with pytest.raises(DiskFullError) as caught:
        in_child(open_with_room_for, size, path)
    assert message_for(caught.value) == (
        f"Disken är full, så {path} kunde inte skrivas. Frigör utrymme och försök igen. "
        "Det som redan var sparat är kvar som det var."
    )
    with closing(opened(path)) as store:
        a_person(store)
    assert check(path) == "ok"


def save_until_full(path):
    """Save until the disk is full; then make room, and save again. Say what was saved."""
    with closing(opened(path)) as store:
        saved, refusal = [], None
        with room_for(2_000_000):
            try:
                for number in range(1000):
                    store.do(Together(batch_of(number, 0)))
                    saved.append(number)
            except DiskFullError as error:
                refusal = error
            counted = store.ask(count_persons)  # reading goes on
        store.do(Together(batch_of("after", 0)))
        return saved, counted, store.ask(count_persons), refusal


def count_persons(session):
    return session.scalar(select(func.count()).select_from(Person))


def test_a_disk_that_fills_loses_nothing_and_the_work_goes_on_when_there_is_room(tmp_path):
    path = tmp_path / "namnd.db"
    saved, counted, after, refusal = in_child(save_until_full, path)
    assert saved
    assert counted == len(saved) * PERSONS
    assert after == counted + PERSONS
    assert refusal.path == path
    assert check(path) == "ok"
    with closing(opened(path)) as store:
        assert store.ask(count_persons) == after
