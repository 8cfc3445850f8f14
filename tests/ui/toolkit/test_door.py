"""A file that a second start of the program was asked to open goes to the window that is open."""

import secrets
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer

from ui.toolkit.door import Door, hand_over, name_of


@pytest.fixture
def name() -> str:
    return f"namnd-test-{secrets.token_hex(6)}"


@pytest.fixture
def door(qapp, name):
    owner = QObject()
    door = Door(name, owner)
    yield door
    door.close()
    owner.deleteLater()


def test_what_is_handed_over_comes_to_the_window(qtbot, door, name):
    path = Path("/tmp/svar från Åsa.svar")  # noqa: S108 - only its name
    with qtbot.waitSignal(door.handed) as told:
        assert hand_over(name, path)
    assert told.args == [path]


def test_where_no_window_is_open_nothing_is_handed_over(name):
    assert not hand_over(name, Path("svar.svar"))


def test_a_door_that_a_killed_program_left_is_taken_over(qtbot, qapp, name):
    left = QLocalServer()
    assert left.listen(name)
    path = Path(left.fullServerName())
    left.close()
    path.touch()  # what a killed program leaves behind
    owner = QObject()
    door = Door(name, owner)
    with qtbot.waitSignal(door.handed):
        assert hand_over(name, Path("svar.svar"))
    door.close()
    owner.deleteLater()


def test_each_database_has_a_door_of_its_own():
    assert name_of("/hem/a.db") != name_of("/hem/b.db")
    assert name_of("/hem/a.db") == name_of("/hem/a.db")
