"""How far the words of files could be read, as lists ask for it."""

from nämnd.core.progress import finish
from nämnd.sök.catching_up import catch_up
from nämnd.sök.file_states import states_of
from nämnd.sök.index import open_index
from tests.builders import a_file, a_nämnd


def test_before_there_is_an_index_nothing_is_known(store):
    assert finish(states_of(store.place, ["a"])) == {}


def test_a_file_that_nothing_refers_to_is_not_known(store, files):
    a_nämnd(store)
    kept = a_file(files)
    index = open_index(store.place)
    finish(catch_up(store, files, index))
    index.close()
    assert finish(states_of(store.place, [kept.sha256])) == {}


def test_a_damaged_index_says_nothing_and_stops_nobody(store):
    index = open_index(store.place)
    index.path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    assert finish(states_of(store.place, ["a"])) == {}
