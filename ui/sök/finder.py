"""Asks for what is typed, off the window's thread: one question at a time, the newest next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.sök.values import Found
from ui.toolkit.jobs import Done, Failed, JobEvent, Jobs

Search = Callable[[str], Found]


class Finder(QObject):
    """Runs `search` for the newest text; answers to older ones are dropped.

    Signals:
        found: (text, Found).
        refused: (text, NämndError): it can't be searched.
    """

    found = Signal(str, object)
    refused = Signal(str, object)

    def __init__(self, jobs: Jobs, search: Search, parent: QObject) -> None:
        """Ask nothing yet. `search` runs on a thread of `jobs`."""
        super().__init__(parent)
        self._jobs, self._search = jobs, search
        self._wanted: list[str] = []  # none or the newest
        self._running = ""

    @property
    def idle(self) -> bool:
        """Whether everything asked for is answered."""
        return not (self._running or self._wanted)

    def request(self, text: str) -> None:
        """Ask for `text`."""
        self._wanted = [text]
        self._begin()

    def forget(self) -> None:
        """Ask for nothing more."""
        self._wanted = []

    def _begin(self) -> None:
        if self._wanted and not self._running:
            self._running = self._wanted[0]
            self._jobs.start(_asked(self._search, self._running), self, self._tell)

    def _tell(self, event: JobEvent) -> None:
        if isinstance(event, Progress):
            return
        text, self._running = self._running, ""
        if self._wanted != [text]:  # something else is wanted by now
            self._begin()
            return
        self._wanted = []
        match event:
            case Done(result):
                self.found.emit(text, result)
            case Failed(NämndError() as error):
                self.refused.emit(text, error)
            case Failed(error):
                raise error  # a bug: the crash window tells
            case _:
                pass


def _asked(search: Search, text: str) -> Work[Found]:
    yield Progress(0, 0)
    return search(text)
