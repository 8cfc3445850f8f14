"""The whole program, as a user meets it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from nämnd.store import place_of
from tests.ui.recording import RecordingMessages
from ui.app import open_shell
from ui.program import Program

CLOCK = datetime(2019, 11, 12, 9, 41)  # noqa: DTZ001 - ten days before the meeting


@pytest.fixture
def messages() -> RecordingMessages:
    return RecordingMessages()


@pytest.fixture
def open_program(qtbot, qapp, tmp_path: Path, messages: RecordingMessages):
    """Open the program on a database in tmp_path; the same one when called again."""
    programs: list[Program] = []

    def open_program(
        name: str = "namnd.db", clock: Callable[[], datetime] = lambda: CLOCK
    ) -> Program:
        path = tmp_path / name
        shell = open_shell(qapp, place_of(str(path)), path.with_name("namnd.ini"), clock)
        program = Program(shell, messages)
        qtbot.addWidget(program.window)
        programs.append(program)
        program.window.resize(1440, 900)
        program.window.show()
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
        program.open()
        return program

    yield open_program
    for program in programs:
        program.window.close()
