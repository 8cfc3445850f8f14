"""An index that is killed in the middle, and one that two programs keep at the same time."""

import random
from contextlib import closing

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.store import Store, place_of
from nämnd.sök.catching_up import Left, catch_up, left
from nämnd.sök.index import open_index
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_file, a_nämnd
from tests.conftest import NOW
from tests.nämnd.sök.dumps import dump
from tests.nämnd.sök.indexes import a_handling, an_ärende, keys
from tests.nämnd.sök.programs import catch_up_slowly, catch_up_until_told
from tests.processes import CONTEXT


@pytest.fixture
def database(store, files):
    """Return a database with some ärenden and files; nobody has it open."""
    nämnd_id = a_nämnd(store)
    for number in range(1, 31):
        ärende_id = an_ärende(store, nämnd_id, f"Ambulans {number}", f"VN 2026/{number:04}")
        file = a_file(files, f"Brev om zebra {number}", "brev.txt")
        a_handling(store, ärende_id, file, f"Brev {number}")
    store.close()
    return store.place


def start(target, *args):
    mine, its = CONTEXT.Pipe()
    program = CONTEXT.Process(target=target, args=(*args[:1], its, *args[1:]))
    program.start()
    its.close()
    return program, mine


def kill_somewhere(place, choose):
    """Start catching up and kill it: after some steps, or a moment into the next one."""
    program, link = start(catch_up_slowly, str(place.path), 0.002)
    said = link.recv()
    for _ in range(choose.randrange(25)):
        if said == "done":
            break
        said = link.recv()
    program.join(timeout=choose.random() * 0.01)
    program.kill()
    program.join()


def test_10_kills_leave_an_index_that_goes_on(database, tmp_path):
    choose = random.Random(1)  # noqa: S311 - repeatable
    for run in range(10):
        kill_somewhere(database, choose)
        with closing(Store(database, who="Eva Lind", clock=lambda: NOW)) as store:
            ärende_id = an_ärende(store, a_nämnd(store, f"N{run}"), f"Killad {run}", f"K {run}")
            assert ärende_id
    with closing(Store(database, who="Eva Lind", clock=lambda: NOW)) as store:
        files, index = FileStore(database.files), open_index(database)
        assert finish(catch_up(store, files, index)) == Left(0, 0)
        other = open_index(place_of(str(tmp_path / "annan.db")))
        finish(catch_up(store, files, other))
        assert dump(index) == dump(other)
        assert len(keys(index, "zebra", limit=100)) == 30
        assert len(keys(index, "killad", limit=100)) == 10


def test_two_programs_keep_one_index(database, tmp_path):
    program, link = start(catch_up_until_told, str(database.path))
    with closing(Store(database, who="Eva Lind", clock=lambda: NOW)) as store:
        files, index = FileStore(database.files), open_index(database)
        nämnd_id = a_nämnd(store, "Andra")
        ärende_id = an_ärende(store, nämnd_id, "Början", "A 1")
        for number in range(20):
            draft = ÄrendeDraft(f"Helikopter {number}")
            store.do(ChangeÄrende(ärende_id=ärende_id, draft=draft))
            finish(catch_up(store, files, index))
            assert left(store, index).changes == 0
            assert keys(index, f"helikopter {number} ") == [ärende_id]
        link.send("stop")
        assert link.recv() >= 1
        program.join()
        finish(catch_up(store, files, index))
        other = open_index(place_of(str(tmp_path / "annan.db")))
        finish(catch_up(store, files, other))
        assert dump(index) == dump(other)
