"""Asks one question after another off the window's thread; only the newest is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from ui.toolkit.jobs import Done, Failed, JobEvent, Jobs

Q = TypeVar("Q")
A = TypeVar("A")


class Newest(QObject, Generic[Q, A]):
    """One question at a time; while it is asked a newer one takes the place of those that wait.

    Signals:
        found: (question, answer).
        refused: (question, NämndError).
    """

    found = Signal(object, object)
    refused = Signal(object, object)

    def __init__(self, jobs: Jobs, ask: Callable[[Q], A], parent: QObject) -> None:
        """Ask nothing yet. `ask` runs on a thread of `jobs`."""
        super().__init__(parent)
        self._jobs, self._ask = jobs, ask
        self._wanted: list[Q] = []  # none or the newest
        self._running: list[Q] = []  # none or one

    @property
    def idle(self) -> bool:
        """Whether everything asked for is answered."""
        return not (self._running or self._wanted)

    def request(self, question: Q) -> None:
        """Ask `question`."""
        self._wanted = [question]
        self._begin()

    def forget(self) -> None:
        """Ask for nothing more; what is being asked is not answered."""
        self._wanted = []

    def _begin(self) -> None:
        if self._wanted and not self._running:
            self._running = self._wanted
            self._jobs.start(_asked(self._ask, self._running[0]), self, self._tell)

    def _tell(self, event: JobEvent) -> None:
        if isinstance(event, Progress):
            return
        asked, self._running = self._running, []
        if self._wanted is not asked:  # something else is wanted by now, or the same anew
            self._begin()
            return
        self._wanted = []
        match event:
            case Done(answer):
                self.found.emit(asked[0], answer)
            case Failed(NämndError() as error):
                self.refused.emit(asked[0], error)
            case Failed(error):
                raise error  # a bug: the crash window tells
            case _:
                pass


def _asked(ask: Callable[[Q], A], question: Q) -> Work[A]:
    yield Progress(0, 0)
    return ask(question)
