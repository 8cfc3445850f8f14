"""The search keeps up: at the start, after changes, in a helper process when there is much."""

import pytest

from nämnd.core.progress import finish
from nämnd.sök.apart import catch_up_apart
from nämnd.sök.catching_up import Left, catch_up, left
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from tests.builders import a_bilaga, a_file, a_nämnd, a_person, a_punkt, a_sammanträde
from tests.conftest import NOW
from ui.sök.keeper import Keeper

PATIENCE = 60_000  # ms; a helper process is started


@pytest.fixture
def index(store):
    index = open_index(store.place)
    yield index
    index.close()


@pytest.fixture
def keeper(qtbot, desk, index) -> Keeper:
    return Keeper(desk, index, desk.jobs)


def settle(qtbot, keeper: Keeper) -> None:
    qtbot.waitUntil(lambda: keeper.idle, timeout=PATIENCE)


def titles(index: Index, text: str) -> list[str]:
    return [hit.title for hit in search(index, text).hits]


def test_what_is_there_at_the_start_is_found_and_the_box_is_told(qtbot, store, keeper, index):
    a_punkt(store, a_sammanträde(store), "Budget")
    with qtbot.waitSignal(keeper.caught_up, timeout=PATIENCE):
        pass
    assert titles(index, "budget") == ["Budget"]
    assert keeper.behind() == ""


def test_words_of_files_are_found_too(qtbot, store, files, keeper, index):
    punkt = a_punkt(store, a_sammanträde(store), "Budget")
    a_bilaga(store, punkt, "Brev", file=a_file(files, "Om skärgårdstrafik", "brev.txt"))
    settle(qtbot, keeper)
    assert titles(index, "skärgårdstrafik") == ["Brev"]


def test_a_file_that_is_not_in_its_place_is_told_of_and_looked_for_only_once(
    qtbot, store, files, keeper, desk
):
    punkt = a_punkt(store, a_sammanträde(store), "Budget")
    kept = a_file(files, "Om skärgårdstrafik", "brev.txt")
    a_bilaga(store, punkt, "Brev", file=kept)
    files.path_of(kept.sha256).unlink()
    settle(qtbot, keeper)
    assert keeper.behind() == "texten i 1 fil är inte läst än"
    desk.editor.changed.emit(frozenset())
    settle(qtbot, keeper)
    assert keeper.behind() == "texten i 1 fil är inte läst än"


def test_many_changes_are_taken_in_by_a_helper_process(qtbot, store, keeper, index, desk):
    settle(qtbot, keeper)
    for number in range(250):
        a_person(store, f"Åsa {number}")
    assert left(store, index).changes == 250
    desk.editor.changed.emit(frozenset())
    settle(qtbot, keeper)
    assert left(store, index) == Left(0, 0)
    assert "Åsa 249" in titles(index, "åsa 249")


def test_an_index_that_can_not_be_written_is_told_of_and_nothing_stops(qtbot, store, keeper, index):
    index.path.mkdir()
    settle(qtbot, keeper)
    assert "kan inte skrivas" in keeper.behind()
    index.path.rmdir()
    keeper._desk.editor.changed.emit(frozenset())
    settle(qtbot, keeper)
    assert keeper.behind() == ""


def test_after_it_is_stopped_nothing_more_is_begun(qtbot, store, keeper, desk):
    keeper.stop()
    desk.editor.changed.emit(frozenset())
    assert keeper.idle


def test_apart_the_same_is_taken_in(store, files, index):
    punkt = a_punkt(store, a_sammanträde(store, a_nämnd(store)), "Budget")
    a_bilaga(store, punkt, "Brev", file=a_file(files, "Om skärgårdstrafik", "brev.txt"))
    assert finish(catch_up_apart(store.place, NOW)) == Left(0, 0)
    assert titles(index, "skärgårdstrafik") == ["Brev"]
    assert finish(catch_up(store, files, index)) == Left(0, 0)
