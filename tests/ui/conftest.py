"""A desk with a real store in tmp_path, and a user who remembers what was said."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nämnd.bilaga.files import FileStore
from nämnd.core.errors import NämndError
from nämnd.core.worker import Worker
from nämnd.error_messages import message_for
from nämnd.store import Store
from tests.conftest import NOW
from tests.ui.opening import Desktop, Opener
from tests.ui.recording import RecordingGo, RecordingMessages
from ui.desk import Desk
from ui.toolkit.editing import Editor
from ui.toolkit.jobs import Jobs
from ui.toolkit.theme import Scheme, Theme

_PATIENCE = 10_000  # ms


@pytest.fixture(scope="module")
def theme(qapp: QApplication):
    """One for a module: dressing the whole application takes longer than a test."""
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture(scope="session")
def workers():
    """Two helper processes for all tests: a new pair for each would take a second each."""
    pair = Worker(), Worker()
    yield pair
    for one in pair:
        one.close()


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def go() -> RecordingGo:
    return RecordingGo()


@pytest.fixture
def desk(
    qtbot: QtBot,
    store: Store,
    files: FileStore,
    theme: Theme,
    messages: RecordingMessages,
    workers: tuple[Worker, Worker],
):
    editor, jobs = Editor(store, lambda: NOW, messages=messages), Jobs()

    def tell(error: NämndError) -> None:
        messages.error(message_for(error))

    editor.refused.connect(tell)
    jobs.refused.connect(tell)
    yield Desk(
        store=store,
        files=files,
        editor=editor,
        jobs=jobs,
        messages=messages,
        theme=theme,
        preview=workers[0],
        heavy=workers[1],
        clock=lambda: NOW,
    )
    qtbot.waitUntil(
        lambda: not jobs.busy, timeout=_PATIENCE
    )  # a helper that is stopped starts anew
    jobs.close()


@pytest.fixture
def opener(qtbot: QtBot, qapp: QApplication, tmp_path: Path, messages: RecordingMessages):
    """Opens the whole program."""
    opener = Opener(qtbot, qapp, tmp_path, messages)
    yield opener
    opener.close()


@pytest.fixture
def desktop():
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")  # pyright: ignore[reportArgumentType] - takes a str
    yield desktop
    QDesktopServices.unsetUrlHandler("file")
