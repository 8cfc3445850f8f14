"""Lets the search know what is new: at the start, and a moment after each change."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Worker, WorkerBugError
from nämnd.sök.apart import catch_up_apart
from nämnd.sök.catching_up import Left, catch_up, left
from ui.sök.words import behind_text
from ui.toolkit.jobs import Done, Failed, JobEvent

if TYPE_CHECKING:
    from nämnd.sök.index import Index
    from ui.desk import Desk

_REST = 400  # ms from the last change: what is written is saved in pieces
_BEGIN = 1500  # ms from the start: the first page comes first
_STEPS = 50  # of the work, between looks at what is left
_FEW = 200  # changes that are taken in before anybody notices
_PATIENCE = 90  # seconds without a step, until the helper process is ended


class Keeper(QObject):
    """Catches up in the background; one catching up at a time.

    Signals:
        caught_up: the search knows more than before.
    """

    caught_up = Signal()

    def __init__(self, desk: Desk, index: Index, parent: QObject) -> None:
        """Begin in a moment."""
        super().__init__(parent)
        self._desk, self._index = desk, index
        self._left, self._problem = Left(0, 0), ""
        self._stuck = 0  # files that are not in their place
        self._progress = Progress(0, 0)
        self._running = self._wanted = False
        self._timer = QTimer(self, singleShot=True, interval=_BEGIN)
        self._timer.timeout.connect(self._begin)
        self._timer.start()
        desk.editor.changed.connect(self._changed)

    @property
    def idle(self) -> bool:
        """Whether everything that has happened is taken in, or was refused."""
        return not (self._running or self._wanted or self._timer.isActive())

    def behind(self) -> str:
        """Return what the search does not know yet, in words; empty when it knows all."""
        if self._problem:
            return self._problem
        return behind_text(self._left, self._progress if self._running else None)

    def stop(self) -> None:
        """Begin no more: the database is about to be closed."""
        self._timer.stop()
        self._desk.editor.changed.disconnect(self._changed)

    def _changed(self) -> None:
        self._timer.start(_REST)

    def _begin(self) -> None:
        self._wanted = self._running
        if not self._running:
            self._running = True
            self._desk.jobs.start(self._work(), self, self._tell)

    def _work(self) -> Work[Left]:
        """Catch up: much of it in a helper process, the rest, and what went wrong there, here."""
        store, index = self._desk.store, self._index
        self._left = left(store, index)
        if self._left.changes > _FEW or self._left.files > self._stuck:
            yield from self._apart()
        rest = yield from catch_up(store, self._desk.files, index)
        self._stuck = rest.files
        return rest

    def _apart(self) -> Work[None]:
        """Catch up in a helper process, which is ended when it hangs; look at what is left."""
        desk, worker = self._desk, Worker()
        work, moved = worker.run(catch_up_apart, desk.store.place, desk.clock()), time.monotonic()
        last = looked = Progress(0, 0)
        try:
            while time.monotonic() - moved < _PATIENCE:
                progress = next(work)
                if progress != last:
                    last, moved = progress, time.monotonic()
                if last.done >= looked.done + _STEPS or last.total != looked.total:
                    looked, self._left = last, left(desk.store, self._index)
                yield progress
        except (StopIteration, NämndError, WorkerBugError):
            pass  # it is done, or `catch_up` tells what is wrong
        finally:
            work.close()
            worker.close()

    def _tell(self, event: JobEvent) -> None:
        if isinstance(event, Progress):
            self._progress = event
            return
        self._running = False
        match event:
            case Done(Left() as rest):
                self._left, self._problem = rest, ""
                self.caught_up.emit()
            case Failed(NämndError() as error):
                from nämnd.error_messages import message_for

                self._problem = message_for(error)
            case Failed(error):
                raise error  # a bug: the crash window tells
            case _:
                pass
        if self._wanted:
            self._begin()
