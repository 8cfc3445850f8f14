"""One program at a time may write."""

import threading
from contextlib import closing

import pytest

from nämnd.core.errors import DatabaseBusyError, DatabaseDamagedError
from nämnd.error_messages import message_for
from tests.builders import a_person, a_punkt, a_sammanträde
from tests.nämnd.store.later import later_schema
from tests.nämnd.store.programs import hold_until_killed, opened
from tests.processes import CONTEXT


def test_a_second_copy_is_refused_and_let_in_when_the_first_is_closed(store):
    with pytest.raises(DatabaseBusyError) as caught:
        opened(store.place.path)
    assert str(store.place.path) in message_for(caught.value)
    a_person(store)
    store.close()
    opened(store.place.path).close()


@pytest.mark.parametrize("end", ["closed", "killed"])
def test_another_program_keeps_us_out_until_it_ends_in_whatever_way(tmp_path, end):
    mine, its = CONTEXT.Pipe()
    program = CONTEXT.Process(target=hold_until_killed, args=(tmp_path / "namnd.db", its))
    program.start()
    assert mine.recv() == "open"
    with pytest.raises(DatabaseBusyError):
        opened(tmp_path / "namnd.db")
    program.kill() if end == "killed" else mine.send("close")
    program.join()
    with closing(opened(tmp_path / "namnd.db")) as store:
        a_person(store)


def test_a_store_closed_by_another_thread_lets_go(tmp_path):
    store = opened(tmp_path / "namnd.db")
    closer = threading.Thread(target=store.close)
    closer.start()
    closer.join()
    opened(tmp_path / "namnd.db").close()


def test_a_refused_opening_lets_go(tmp_path):
    path = tmp_path / "namnd.db"
    with closing(opened(path)) as store:
        a_punkt(store, a_sammanträde(store))
    with pytest.raises(DatabaseDamagedError):
        opened(path, schema=later_schema(tmp_path, dangling=True))
    opened(path).close()


def test_a_lock_file_left_behind_keeps_nobody_out(tmp_path):
    (tmp_path / "namnd.db.lock").write_text("4711")
    opened(tmp_path / "namnd.db").close()
