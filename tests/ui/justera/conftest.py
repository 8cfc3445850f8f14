"""The chair's window, on a computer of its own: a folder for files, one for settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nämnd.justeringsfil import codes, secrecy
from tests.ui.justera.packages import NAME, READ
from tests.ui.recording import RecordingMessages
from ui.justera.page import JusteraPage
from ui.justera.tools import Outside
from ui.justera.window import ChairWindow
from ui.toolkit.settings import SettingsFile
from ui.toolkit.theme import Theme

_PATIENCE = 20_000  # ms


@pytest.fixture(autouse=True, scope="session")
def cheap_keys():
    """Let keys cost little to make: what is tested is not how slow guessing is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "COST", 2)
        patch.setattr(secrecy, "COST", 2)
        yield


class Chair:
    """Opens packages as a chair does."""

    def __init__(
        self, qtbot: QtBot, theme: Theme, messages: RecordingMessages, folder: Path
    ) -> None:
        self.qtbot, self.theme, self.messages = qtbot, theme, messages
        self.folder = folder / "Hämtningar"
        self.documents = folder / "Dokument"
        self.settings = SettingsFile(folder / "config" / "namnd.ini")
        self.emptied: tuple[Path, ...] = ()
        self.shown: list[Path] = []
        self.can_show = True
        self.windows: list[ChairWindow] = []
        for one in (self.folder, self.documents, folder / "config"):
            one.mkdir()

    def window(self) -> ChairWindow:
        """Show a window without a package."""
        outside = Outside(self.documents, self.emptied, self._show)
        made = ChairWindow(
            self.theme,
            self.settings,
            clock=lambda: READ,
            messages=self.messages,
            outside=outside,
        )
        self.windows.append(made)
        made.resize(1366, 768)
        made.show()
        made.activateWindow()
        self.qtbot.waitUntil(made.isActiveWindow)
        return made

    def open(self, data: bytes, name: str = NAME) -> ChairWindow:
        """Double-click a file with `data`."""
        path = self.folder / name
        path.write_bytes(data)
        made = self.window()
        made.open_file(path)
        self.wait(lambda: not made.tools.jobs.busy)
        return made

    def read(self, data: bytes, name: str = NAME) -> JusteraPage:
        """Open a file that can be read, and return its page."""
        page = self.open(data, name).page
        assert page is not None
        return page

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=_PATIENCE)

    def answers(self) -> list[Path]:
        """Return the answers that were written, wherever."""
        return sorted([*self.folder.glob("*.svar"), *self.documents.glob("*.svar")])

    def close(self) -> None:
        for one in self.windows:
            self.messages.confirm_with = [True]
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QWidget):
                dialog.close()
            one.close()
            one.deleteLater()
        # now, not when the next test lets events through: the theme they are dressed by goes first
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _show(self, path: Path) -> bool:
        self.shown.append(path)
        return self.can_show


@pytest.fixture
def chair(qtbot: QtBot, theme: Theme, messages: RecordingMessages, tmp_path: Path):
    chair = Chair(qtbot, theme, messages, tmp_path)
    yield chair
    chair.close()
