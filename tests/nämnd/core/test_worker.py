"""Work in a process of its own."""

import os
import signal
import threading
import time
from pathlib import Path

import pytest

from nämnd.core.errors import DatabaseNewerError, WorkerDiedError
from nämnd.core.progress import Progress, Work, finish
from nämnd.core.worker import Worker, WorkerBugError, warm_up


def count(to: int) -> Work[int]:
    for number in range(to):
        yield Progress(number, to)
    return os.getpid()


def refuse() -> Work[None]:
    yield Progress(0, 1)
    raise DatabaseNewerError(Path("x.db"), found="2", known="1")


def fail() -> Work[None]:
    yield Progress(0, 1)
    msg = "oväntat"
    raise ValueError(msg)


def die() -> Work[None]:
    yield Progress(0, 1)
    os.kill(os.getpid(), signal.SIGKILL)


def write_then_wait(path: Path) -> Work[None]:
    path.write_text(str(os.getpid()))
    yield Progress(0, 1)
    threading.Event().wait(60)


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


def test_work_reports_its_progress_and_its_result(worker):
    steps = []
    work = worker.run(count, 3)
    result = None
    while result is None:
        try:
            steps.append(next(work))
        except StopIteration as end:
            result = end.value
    assert [step for step in steps if step.total] == [Progress(n, 3) for n in range(3)]
    assert result != os.getpid()


def test_the_process_is_kept_warm_between_works(worker):
    finish(worker.run(warm_up, ("json",)))
    assert finish(worker.run(count, 1)) == finish(worker.run(count, 1))


def test_a_refusal_arrives_with_all_its_data(worker):
    with pytest.raises(DatabaseNewerError) as caught:
        finish(worker.run(refuse))
    assert (caught.value.path, caught.value.found, caught.value.known) == (Path("x.db"), "2", "1")


def test_an_unforeseen_error_arrives_as_a_bug_with_its_traceback(worker):
    with pytest.raises(WorkerBugError, match="oväntat"):
        finish(worker.run(fail))


def test_a_process_that_dies_is_reported_and_the_next_work_gets_a_new_one(worker):
    with pytest.raises(WorkerDiedError):
        finish(worker.run(die))
    assert finish(worker.run(count, 1))


def test_stopping_the_work_ends_the_process_even_in_the_middle_of_a_step(worker, tmp_path):
    path = tmp_path / "pid"
    work = worker.run(write_then_wait, path)
    while not (path.exists() and path.read_text()):
        next(work)
    process = int(path.read_text())
    work.close()
    deadline = time.monotonic() + 10
    while alive(process) and time.monotonic() < deadline:
        os.sched_yield()
    assert not alive(process)
    assert finish(worker.run(count, 1))
