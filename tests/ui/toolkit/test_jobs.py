import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QThread

from nämnd.core.errors import NoDagordningError
from nämnd.core.progress import Progress
from ui.toolkit.jobs import Cancelled, Done, Failed, Jobs, events_of


def counting(total: int, cleaned: list[str] | None = None):
    try:
        for step in range(total):
            yield Progress(step, total, f"steg {step}")
    finally:
        if cleaned is not None:
            cleaned.append("städat")
    return total


def failing(error: Exception):
    yield Progress(0, 1)
    raise error


def waiting(go_on: threading.Event):
    while not go_on.wait(0.005):
        yield Progress(0, 1)
    return "klart"


@pytest.fixture
def jobs(qapp):
    jobs = Jobs()
    yield jobs
    jobs.close()
    jobs.deleteLater()


def test_events_end_with_the_result():
    events = list(events_of(counting(2), threading.Event()))
    assert events == [Progress(0, 2, "steg 0"), Progress(1, 2, "steg 1"), Done(2)]


def test_the_same_progress_is_told_once():
    def beating():
        for _ in range(5):
            yield Progress(1, 3)

    assert list(events_of(beating(), threading.Event())) == [Progress(1, 3), Done(None)]


def test_stopped_work_cleans_up_before_it_is_called_cancelled():
    stop, cleaned = threading.Event(), []
    events = events_of(counting(5, cleaned), stop)
    next(events)
    stop.set()
    assert list(events) == [Cancelled()]
    assert cleaned == ["städat"]


def test_an_error_ends_the_events():
    error = ValueError("x")
    assert list(events_of(failing(error), threading.Event())) == [Progress(0, 1), Failed(error)]


def test_the_worker_keeps_nothing_of_an_error_that_it_has_told_of():
    class BugError(Exception):
        """Can be weakly referred to, unlike the exceptions of Python itself."""

    def work():
        yield Progress(0, 1)
        raise BugError

    events = events_of(work(), threading.Event())
    next(events)
    failed = next(events)
    assert isinstance(failed, Failed)
    gone = weakref.ref(failed.error)
    del failed
    assert gone() is None
    assert list(events) == []


def test_work_runs_on_another_thread_and_tells_on_this_one(qtbot, jobs):
    threads, owner = [], QObject()

    def work():
        threads.append(QThread.currentThread())
        yield Progress(0, 1)

    told: list[tuple[object, QThread]] = []
    jobs.start(work(), owner, lambda event: told.append((event, QThread.currentThread())))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert threads[0] is not QThread.currentThread()
    assert [event for event, _ in told] == [Progress(0, 1), Done(None)]
    assert {thread for _, thread in told} == {QThread.currentThread()}


def test_a_result_is_handed_on(qtbot, jobs):
    results, owner = [], QObject()
    job = jobs.run(counting(3), owner, results.append, label="Räknar")
    qtbot.waitUntil(lambda: not jobs.busy)
    assert results == [3]
    assert job.label == "Räknar"


def test_everything_that_happens_can_be_followed(qtbot, jobs):
    seen, owner = [], QObject()
    jobs.happened.connect(lambda job, event: seen.append((job, event)))
    job = jobs.run(counting(1), owner, lambda _: None, label="Räknar")
    qtbot.waitUntil(lambda: not jobs.busy)
    assert seen == [(job, Progress(0, 0)), (job, Progress(0, 1, "steg 0")), (job, Done(1))]


def test_a_refusal_is_told_as_one(qtbot, jobs):
    ended, owner, error = [], QObject(), NoDagordningError("a.pdf")
    with qtbot.waitSignal(jobs.refused) as refused:
        jobs.run(
            failing(error), owner, ended.append, label="Läser", otherwise=lambda: ended.append(0)
        )
    assert refused.args == [error]
    assert ended == [0]


def test_a_bug_reaches_the_crash_window(qtbot, jobs):
    owner = QObject()
    with qtbot.captureExceptions() as caught:
        jobs.run(failing(ZeroDivisionError("bugg")), owner, lambda _: None, label="Läser")
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_cancelled_work_gives_no_result(qtbot, jobs):
    results, ended, owner = [], [], QObject()
    job = jobs.run(
        waiting(threading.Event()),
        owner,
        results.append,
        label="Väntar",
        otherwise=lambda: ended.append(1),
    )
    job.cancel()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert (results, ended) == ([], [1])


def test_nobody_is_told_when_the_page_is_gone(qtbot, jobs):
    told, owner, go_on = [], QObject(), threading.Event()
    jobs.start(waiting(go_on), owner, told.append)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    told.clear()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []


def test_closing_stops_everything_and_waits(qapp):
    jobs, owner, begun, cleaned = Jobs(), QObject(), [], []

    def endless():
        begun.append(1)
        try:
            while True:
                yield Progress(0, 1)
        finally:
            cleaned.append(1)

    for _ in range(3):
        jobs.start(endless(), owner, lambda _: None)
    jobs.close()
    assert len(cleaned) == len(begun)


def test_nothing_is_begun_once_it_is_closed(qtbot, jobs):
    heard, cleaned, owner = [], [], QObject()
    jobs.close()
    jobs.start(counting(3, cleaned), owner, heard.append)
    jobs.close()
    qtbot.wait(0)
    assert (heard, cleaned, jobs.busy) == ([], [], False)


def test_nobody_is_told_once_it_is_closed(qtbot, jobs):
    told, owner = [], QObject()
    jobs.start(counting(3), owner, told.append)
    jobs.close()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == []
