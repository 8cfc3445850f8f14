"""Questions off the window's thread: the newest is answered, older ones are dropped."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from nämnd.core.errors import FileMissingError
from ui.toolkit.jobs import Jobs
from ui.toolkit.newest import Newest


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs()
    yield jobs
    qtbot.waitUntil(lambda: not jobs.busy)
    jobs.close()


def test_what_is_asked_is_answered(qtbot, jobs):
    asking: Newest[int, int] = Newest(jobs, lambda number: number + 1, QObject(jobs))
    with qtbot.waitSignal(asking.found) as told:
        asking.request(1)
        assert not asking.idle
    assert told.args == [1, 2]
    assert asking.idle


def test_only_the_newest_of_those_that_wait_is_asked(qtbot, jobs):
    go_on, asked, answered = threading.Event(), [], []

    def ask(number: int) -> int:
        asked.append(number)
        go_on.wait(5)
        return number

    asking: Newest[int, int] = Newest(jobs, ask, QObject(jobs))
    asking.found.connect(lambda *both: answered.append(both))
    for number in (1, 2, 3):
        asking.request(number)
    go_on.set()
    qtbot.waitUntil(lambda: asking.idle)
    assert asked == [1, 3]
    assert answered == [(3, 3)]


def test_what_is_forgotten_is_not_answered(qtbot, jobs):
    go_on = threading.Event()
    asking: Newest[int, bool] = Newest(jobs, lambda _: go_on.wait(5), QObject(jobs))
    asking.request(1)
    asking.forget()
    with qtbot.assertNotEmitted(asking.found):
        go_on.set()
        qtbot.waitUntil(lambda: asking.idle)


def test_a_refusal_is_told_and_the_next_question_is_answered(qtbot, jobs):
    def ask(name: str) -> str:
        if not name:
            raise FileMissingError(Path("fil"))
        return name

    asking: Newest[str, str] = Newest(jobs, ask, QObject(jobs))
    with qtbot.waitSignal(asking.refused) as told:
        asking.request("")
    assert isinstance(told.args[1], FileMissingError)
    with qtbot.waitSignal(asking.found):
        asking.request("fil")


def test_a_bug_reaches_the_crash_window(qtbot, jobs):
    asking: Newest[int, float] = Newest(jobs, lambda number: 1 / number, QObject(jobs))
    with qtbot.captureExceptions() as caught:
        asking.request(0)
        qtbot.waitUntil(lambda: asking.idle and not jobs.busy)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_the_same_question_asked_anew_is_answered_as_things_are_then(qtbot, jobs):
    began, go_on, now = threading.Event(), threading.Event(), ["before"]

    def ask(_: int) -> str:
        seen = now[0]
        began.set()
        go_on.wait(5)
        return seen

    asking: Newest[int, str] = Newest(jobs, ask, QObject(jobs))
    answered: list[str] = []
    asking.found.connect(lambda _, answer: answered.append(answer))
    asking.request(1)
    assert began.wait(5)
    now[0] = "after"
    asking.request(1)
    go_on.set()
    qtbot.waitUntil(lambda: asking.idle)
    assert answered == ["after"]
