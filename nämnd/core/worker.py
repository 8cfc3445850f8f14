"""Long work in a process of its own, so that the window stays smooth and foreign files stay apart.

`Worker.run` gives a generator like any other work: it yields Progress and returns the result. Stop
it where it yields and the process is ended; the next work gets a new one. The work writes beside
its target and renames at the end, so an ended process leaves nothing half done.
"""

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from nämnd.core.errors import NämndError, WorkerDiedError
from nämnd.core.progress import Progress, Work

P = ParamSpec("P")
T = TypeVar("T")
MEMORY = 3 << 30  # bytes a foreign file may make the process use
_BEAT = 0.1  # seconds between looks at whether the work is still wanted


class WorkerBugError(Exception):
    """The work failed in a way nobody foresaw; the text is the traceback from the process."""


@dataclass(frozen=True, slots=True)
class _Done:
    result: object


@dataclass(frozen=True, slots=True)
class _Failed:
    error: Exception


class Runner(Protocol):
    """Where work is done: in a helper process, or right here."""

    def run(self, function: Callable[P, Work[T]], *args: P.args, **kwargs: P.kwargs) -> Work[T]:
        """Do the work that `function(*args)` describes."""
        ...


class Here:
    """Does the work where it is asked for: in a process that is a helper itself."""

    def run(self, function: Callable[P, Work[T]], *args: P.args, **kwargs: P.kwargs) -> Work[T]:
        """Do the work that `function(*args)` describes."""
        return function(*args, **kwargs)


class Worker:
    """One helper process, started when first needed and kept warm. Work waits its turn."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: SpawnProcess | None = None
        self._link: Connection | None = None
        self._turn = threading.Lock()

    def run(self, function: Callable[P, Work[T]], *args: P.args, **kwargs: P.kwargs) -> Work[T]:
        """Do the work that `function(*args)` describes. Everything must pickle.

        Raises:
            NämndError: as the work raised it.
            WorkerDiedError: the process ended in the middle.
            WorkerBugError: anything else went wrong there.
        """
        with self._turn:
            ended = False
            try:
                link = self._started()
                link.send((function, args, kwargs))
                answer = yield from self._answer(link, function.__name__)
                ended = True
            finally:
                if not ended:
                    self.close()
        if isinstance(answer, _Failed):
            raise answer.error
        return cast("T", answer.result)

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None and self._link is not None:
            self._link.close()
            self._process.terminate()
            self._process.join()
            self._process.close()
        self._process = self._link = None

    def _started(self) -> Connection:
        if self._link is None or self._process is None or not self._process.is_alive():
            self.close()
            context = multiprocessing.get_context("spawn")
            link, other = context.Pipe()
            process = context.Process(target=serve, args=(other,), daemon=True)
            process.start()
            other.close()
            self._link, self._process = link, process
        return self._link

    def _answer(self, link: Connection, what: str) -> Work[_Done | _Failed]:
        progress = Progress(0, 0)
        while True:
            try:
                while link.poll(_BEAT):
                    found = link.recv()
                    if not isinstance(found, Progress):
                        return found
                    yield (progress := found)
            except (EOFError, OSError) as error:
                raise WorkerDiedError(what) from error
            yield progress


def warm_up(modules: tuple[str, ...]) -> Work[None]:
    """Import `modules`, so that the first real work need not."""
    for module in modules:
        import_module(module)
        yield Progress(0, 0)


def serve(link: Connection) -> None:
    """Do what comes over `link` until it closes. This is the helper process."""
    _limit_memory()
    while True:
        try:
            function, args, kwargs = link.recv()
        except (EOFError, OSError):
            return
        link.send(_outcome(link, lambda: function(*args, **kwargs)))  # noqa: B023 - called at once


def _outcome(link: Connection, begin: Callable[[], Work[Any]]) -> _Done | _Failed:
    try:
        work = begin()
        while True:
            try:
                link.send(next(work))
            except StopIteration as end:
                return _Done(end.value)
    except NämndError as error:
        return _Failed(error)
    except Exception:  # noqa: BLE001 - the process must answer; the parent raises it as a bug
        return _Failed(WorkerBugError(traceback.format_exc()))


def _limit_memory() -> None:
    if sys.platform == "linux":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.RLIM_INFINITY))
