"""Long work off the window's thread, with progress and cancel.

The work is a generator (`nämnd.core.progress.Work`): it needs no Qt, a test runs it with a plain
for loop, and it can be stopped wherever it yields. Only the one Jobs object is a QObject: one per
job would be destroyed on the worker's thread, or before the worker is done. Heavy work runs in a
process (`nämnd.core.worker.Worker.run` is such a generator too); the thread then only waits.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from shiboken6 import isValid

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work

T = TypeVar("T")
logger = logging.getLogger(__name__)
_THREADS = 8  # they mostly wait for processes


@dataclass(frozen=True, slots=True)
class Done:
    """The work ended with `result`."""

    result: object


@dataclass(frozen=True, slots=True)
class Failed:
    """The work ended with `error`."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The work was stopped, and has cleaned up."""


JobEvent: TypeAlias = Progress | Done | Failed | Cancelled


class Job:
    """A handle on work under way. `label`: what the user is told it is; empty for quiet work."""

    def __init__(self, label: str = "") -> None:
        """Not stopped."""
        self.label = label
        self.stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; Cancelled follows when it has."""
        self.stop.set()


class Jobs(QObject):
    """Runs work on threads of its own. One per program; `close` it before the program ends.

    Signals:
        happened: (Job, JobEvent), for everything; a Progress(0, 0) begins each job.
        refused: the NämndError that ended work begun with `run`.
    """

    happened = Signal(object, object)
    refused = Signal(object)
    _posted = Signal()  # emitted on a worker when there is one more in `_events`, received here

    def __init__(self, parent: QObject | None = None) -> None:
        """Nothing runs yet."""
        super().__init__(parent)
        self._closed = False
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._listeners: dict[Job, tuple[QObject, Callable[[JobEvent], None]]] = {}
        self._events: deque[tuple[Job, JobEvent]] = deque()
        self._posted.connect(self._deliver)

    def start(
        self,
        work: Work[T],
        owner: QObject,
        tell: Callable[[JobEvent], None],
        *,
        label: str = "",
    ) -> Job:
        """Begin `work`. `tell` hears of it on the window's thread, as long as `owner` exists.

        After `close` nothing is begun any more, and nobody hears of it.
        """
        job = Job(label)
        if self._closed:  # a timer of a page that is about to go, for instance
            work.close()
            return job
        self._listeners[job] = owner, tell

        def drive() -> None:
            for event in events_of(work, job.stop):
                self._events.append((job, event))
                # The window's thread has the only reference when it hears of it: an error gets
                # frames with widgets there, and must not be let go of last on this thread.
                del event
                self._posted.emit()

        self.happened.emit(job, Progress(0, 0))
        self._pool.start(drive)
        return job

    def run(
        self,
        work: Work[T],
        owner: QObject,
        done: Callable[[T], None],
        *,
        label: str,
        otherwise: Callable[[], None] | None = None,
    ) -> Job:
        """Begin `work` and call `done` with its result.

        A refusal goes to `refused`, any other error to the crash window; after those, and when the
        work was cancelled, `otherwise` is called.
        """

        def tell(event: JobEvent) -> None:
            match event:
                case Progress():
                    pass
                case Done(result):
                    done(result)  # pyright: ignore[reportArgumentType] - Work[T] ends with a T
                case Failed() | Cancelled():
                    self._give_up(event, otherwise)

        return self.start(work, owner, tell, label=label)

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._listeners)

    def close(self) -> None:
        """Stop everything and wait for it."""
        self._closed = True
        for job in self._listeners:
            job.cancel()
        self._pool.waitForDone()

    def _deliver(self) -> None:
        job, event = self._events.popleft()
        owner, tell = self._listeners[job]
        if not isinstance(event, Progress):
            del self._listeners[job]
        self.happened.emit(job, event)
        if isValid(owner) and not self._closed:  # by then the database under it is another
            tell(event)

    def _give_up(self, event: Failed | Cancelled, otherwise: Callable[[], None] | None) -> None:
        if otherwise is not None:
            otherwise()
        match event:
            case Failed(NämndError() as error):
                self.refused.emit(error)
            case Failed(error):
                raise error  # a bug: sys.excepthook shows the crash window
            case Cancelled():
                pass


def events_of(work: Work[object], stop: threading.Event) -> Iterator[JobEvent]:
    """Drive `work` to its end: Progress when there is news, then Done, Failed or Cancelled.

    How it ended is handed over, not kept: nothing here refers to it once it is yielded.
    """
    last: Progress | None = None
    ended: list[JobEvent] = []
    try:
        while not stop.is_set():
            progress = next(work)
            if progress != last:
                last = progress
                yield progress
        work.close()
        ended.append(Cancelled())
    except StopIteration as end:
        ended.append(Done(end.value))
    except Exception as error:
        logger.debug("job failed", exc_info=True)
        ended.append(Failed(error))
    yield ended.pop()
