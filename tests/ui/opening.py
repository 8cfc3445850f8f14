"""The whole program in its window, on a database in a folder of its own."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nämnd.store import Store, place_of
from tests.conftest import NOW
from tests.ui.recording import RecordingMessages
from ui.app import open_shell
from ui.program import Program
from ui.toolkit.settings import SettingsFile

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)


class Desktop(QObject):
    """Stands in for the computer: keeps what it was asked to open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


class Opener:
    """Opens the program; each time on the same file, unless another is named."""

    def __init__(
        self, qtbot: QtBot, app: QApplication, folder: Path, messages: RecordingMessages
    ) -> None:
        self._qtbot, self._app, self._messages = qtbot, app, messages
        self.place = place_of(str(folder / "namnd.db"))
        self._ini = folder / "namnd.ini"
        self.settings = SettingsFile(self._ini)
        self.programs: list[Program] = []
        self.clock = lambda: NOW
        self.settings.change(who="Eva Lind")

    def fill(self, make: Callable[[Store], T]) -> T:
        """Put something in the database before it is opened."""
        store = Store(self.place, who="Eva Lind", clock=self.clock)
        try:
            return make(store)
        finally:
            store.close()

    def shown(self, name: str | None = None) -> Program:
        """Show the window, before its database is open."""
        place = self.place if name is None else place_of(name)
        shell = open_shell(self._app, place, self._ini, self.clock)
        program = Program(shell, self._messages)
        self._qtbot.addWidget(program.window)
        self.programs.append(program)
        program.window.resize(1280, 800)
        program.window.show()
        program.window.activateWindow()
        self._qtbot.waitUntil(program.window.isActiveWindow)
        return program

    def __call__(self, wanted: str | None = None) -> Program:
        """Show the window and open the database."""
        program = self.shown()
        program.open(wanted)
        return program

    def close(self) -> None:
        for program in self.programs:
            self._messages.confirm_with = [True]  # whatever is not saved
            program.window.close()
        self._app.setStyleSheet("")


def modal(kind: type[W]) -> W:
    """Return the dialog that is open."""
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found
