"""No command there is changes what is locked. A command that is not in the table fails here."""

import importlib
import inspect
import pkgutil
from typing import Any

import pytest

import nämnd
from nämnd.core.changes import Command
from nämnd.core.errors import NämndError
from nämnd.exempel.day import HoldSammanträde
from nämnd.lås.values import LOCKED
from nämnd.tables import Justering
from tests.nämnd.lås.closed_commands import CHANGES, LEADS, REFUSED
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import Case
from tests.nämnd.lås.free_commands import FREE

NONE_OF_ITS_OWN = {Command, HoldSammanträde}
"""The form of a command; and the one that runs others, one by one, to make the example."""

NOTED = {"rättelser", "kommentarer"}  # what may be added to a set that is locked


def every_command() -> set[type]:
    """Return every class of nämnd that a store can run."""
    found: set[type] = set()
    for module in pkgutil.walk_packages(nämnd.__path__, "nämnd."):
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
            run = inspect.getattr_static(kind, "run", None)
            names = list(inspect.signature(run).parameters) if inspect.isfunction(run) else []
            if names == ["self", "session"] and kind.__module__.startswith("nämnd."):
                found.add(kind)
    return found


def named(table: dict[type, Case]) -> Any:
    return pytest.mark.parametrize(
        "case", [pytest.param(case, id=ascii(kind.__name__)[1:-1]) for kind, case in table.items()]
    )


def locked_set(locked: Locked, läge: str) -> None:
    locked.change(
        Justering,
        locked.keys["justering"],
        läge=läge,
        datum="2026-03-31" if läge == "justerat" else None,
        sätt="papper",
        pdf="0" * 64,
        innehåll=locked.innehåll(),
    )


def state(locked: Locked) -> dict[str, object]:
    """Return what the §§ say, and where the set stands."""

    def row(session):
        found = session.get(Justering, locked.keys["justering"])
        names = [column.name for column in Justering.__table__.columns if column.name not in NOTED]
        return {name: getattr(found, name) for name in names} if found else {}

    return {"says": locked.innehåll(), **locked.store.ask(row)}


def test_every_command_is_in_the_table_once():
    tables = (CHANGES, FREE, LEADS, REFUSED)
    listed = set().union(*tables) | NONE_OF_ITS_OWN
    missing = sorted(kind.__name__ for kind in every_command() - listed)
    assert missing == []
    assert listed <= every_command()
    assert sum(map(len, tables)) == len(listed - NONE_OF_ITS_OWN)


def test_the_command_that_makes_the_example_only_runs_others():
    """It is not in the table: whatever it does is done by commands that are."""
    module = inspect.getmodule(HoldSammanträde)
    assert module is not None
    source = inspect.getsource(module)
    assert "nämnd.tables" not in source


@pytest.mark.parametrize("läge", LOCKED, ids=ascii)
@named(CHANGES)
def test_what_changes_a_paragraf_is_refused_once_it_is_locked(locked, case, läge):
    command = case.make(locked, case.beforehand(locked))
    locked_set(locked, läge)
    before = state(locked)
    with pytest.raises(NämndError):
        locked.store.do(command, accept=True)
    assert state(locked) == before


@named(CHANGES)
def test_each_of_them_would_change_it_if_it_were_not(locked, case):
    command = case.make(locked, case.beforehand(locked))
    before = state(locked)
    locked.store.do(command)
    assert state(locked) != before


@named(REFUSED)
def test_what_refuses_by_itself_changes_nothing(locked, case):
    command = case.make(locked, case.beforehand(locked))
    locked_set(locked, case.läge)
    before = state(locked)
    with pytest.raises(NämndError):
        locked.store.do(command, accept=True)
    assert state(locked) == before


@named(FREE)
def test_what_is_free_goes_on_and_no_paragraf_says_anything_else(locked, case):
    given = case.beforehand(locked)
    locked_set(locked, case.läge)
    command = case.make(locked, given)
    before = state(locked)
    assert locked.store.do(command).changes
    assert state(locked) == before


@named(LEADS)
def test_a_command_of_the_justering_changes_where_the_set_stands_and_nothing_else(locked, case):
    given = case.beforehand(locked)
    locked_set(locked, case.läge)
    command = case.make(locked, given)
    before = state(locked)
    assert locked.store.do(command).changes
    after = state(locked)
    assert after["läge"] != before["läge"]
    assert after["says"] == before["says"]
