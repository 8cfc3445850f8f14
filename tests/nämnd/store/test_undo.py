"""Whatever was done, in whatever order: all of it can be undone, and done again."""

import importlib
import inspect
import random
from contextlib import contextmanager
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import GoneError, NämndError
from nämnd.store import Store
from nämnd.store.restore import merged
from tests.conftest import NOW
from tests.databases import new_database
from tests.nämnd.store.actions import ACTIONS
from tests.nämnd.store.dumps import Watching, check, dump

MODULES = (
    "nämnd.organisation.commands",
    "nämnd.ärende.commands",
    "nämnd.ärende.handling_commands",
    "nämnd.ärende.skrivelse_commands",
    "nämnd.ärende.urval_commands",
    "nämnd.beredning.commands",
    "nämnd.bevakning.commands",
    "nämnd.bevakning.report_commands",
    "nämnd.delprojekt.commands",
    "nämnd.sammanträde.commands",
    "nämnd.sammanträde.punkt_commands",
    "nämnd.sammanträde.bilaga_commands",
    "nämnd.sammanträde.utskick_commands",
    "nämnd.sammanträde.import_command",
    "nämnd.närvaro.commands",
    "nämnd.närvaro.movement_commands",
    "nämnd.närvaro.task_commands",
    "nämnd.närvaro.frånvaro_commands",
    "nämnd.protokoll.meeting_commands",
    "nämnd.protokoll.paragraf_commands",
    "nämnd.protokoll.parts_commands",
    "nämnd.redovisning.answering",
    "nämnd.redovisning.commands",
    "nämnd.årsplan.commands",
    "nämnd.överenskommelse.commands",
)
NUMBERS = count()
NO_WAY_BACK = {
    "RecordUtskick",
    "RegisterÄrende",
    "AnnulÄrende",
    "RegisterHandlingar",
    "AddVersion",
    "AnnulHandling",
    "RegisterSkrivelse",
    "RegisterRapport",
    "RegisterBlankett",
    "RegisterRedovisning",
}
NEED_THOSE = {  # `tests/nämnd/ärende`, `…/beredning` and `…/redovisning` undo them
    "ChangeHandling",
    "UnlockSkrivelse",
    "GatherAnmälningar",
    "ApproveRedovisning",  # only what is answered in full
    "ReopenRedovisning",
    "MarkRedovisningSent",
}
CHOICE = st.tuples(st.sampled_from(sorted(ACTIONS)), st.integers(0, 9), st.integers(0, 9))


@contextmanager
def a_store(folder):
    """Open a store of its own for one sequence, with the same ids in the same order every time."""
    place, ids = new_database(folder / f"{next(NUMBERS)}.db"), count(1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("secrets.token_hex", lambda _: f"{next(ids):016x}")
        store = Store(place, who="Eva Lind", clock=lambda: NOW)
        try:
            yield store
        finally:
            store.close()


def perform(store, steps):
    """Do what can be done; return the inverses, last first, and what was really changed by whom."""
    with Watching(store.place.path) as watching:
        return _perform(store, steps, watching)


def _perform(store, steps, watching):
    inverses, done = [], set()
    for name, a, b in steps:
        command = ACTIONS[name](store, a, b)
        if command is None:
            continue
        before = watching.version()
        try:
            outcome = store.do(command, name)
        except GoneError:
            raise  # every row that is named here is there: nothing can be gone
        except NämndError:
            assert watching.version() == before, name
            continue
        if outcome.inverse is None:
            assert watching.version() == before, name
        else:
            assert watching.version() != before, name
            inverses.insert(0, outcome.inverse)
            done.add(name)
    return inverses, done


def take_back(store, inverses):
    """Run `inverses`; return those of them, last first."""
    back = []
    for inverse in inverses:
        outcome = store.do(inverse)
        assert outcome.inverse is not None
        back.insert(0, outcome.inverse)
    return back


def there_and_back(store, steps):
    start = dump(store.place.path)
    inverses, done = perform(store, steps)
    end = dump(store.place.path)
    again = take_back(store, inverses)
    assert dump(store.place.path) == start
    inverses = take_back(store, again)
    assert dump(store.place.path) == end
    if inverses:
        whole = inverses[-1]
        for inverse in reversed(inverses[:-1]):
            whole = merged(whole, inverse)
        store.do(whole)  # all of it as one step
        assert dump(store.place.path) == start
    assert check(store.place.path) == "ok"
    return done


def test_every_command_there_is_can_be_asked_for_here():
    commands = {
        name
        for module in map(importlib.import_module, MODULES)
        for name, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__ and hasattr(found, "run")
    }
    assert commands - NO_WAY_BACK - NEED_THOSE == set(ACTIONS)


@settings(max_examples=8)
@given(steps=st.lists(CHOICE, min_size=1, max_size=20))
def test_undoing_all_restores_the_start_and_redoing_all_the_end(tmp_path, steps):
    # first something to work on: an empty database refuses nearly everything
    base = [
        ("SaveNämnd", 1, 2),
        ("SavePerson", 1, 2),
        ("PlanSammanträde", 0, 1),
        ("AddPunkt", 0, 3),
    ]
    with a_store(tmp_path) as store:
        there_and_back(store, [*base, *steps])


def walk(folder, rounds):
    """Ask for every command once a round, in another order each time."""
    choose = random.Random(20260302)  # noqa: S311 - the same walk every time
    names = [name for _ in range(rounds) for name in choose.sample(sorted(ACTIONS), len(ACTIONS))]
    steps = [(name, choose.randrange(10), choose.randrange(10)) for name in names]
    with a_store(folder) as store:
        return there_and_back(store, steps)


def test_a_long_walk_through_every_command_is_undone_and_redone(tmp_path):
    done = walk(tmp_path, 16)
    assert done == set(ACTIONS)  # none of them was only ever refused


@pytest.mark.release
def test_a_thousand_changes_are_undone_and_redone(tmp_path):
    assert walk(tmp_path, 30) == set(ACTIONS)
