"""A real window opens on a real (virtual) X screen: start.py's list of Qt's libraries is enough."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

pytestmark = [
    pytest.mark.release,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X is the screen of Linux"),
]

WINDOW = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel("Nämnd")
label.show()
print(QGuiApplication.platformName(), QTest.qWaitForWindowExposed(label))
"""


@pytest.fixture
def display() -> Iterator[str]:
    """Start a virtual screen that finds a free number itself; stop it afterwards."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp"]
    with subprocess.Popen(  # noqa: S603 – our own words
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="ascii"
    ) as server:
        assert server.stdout is not None
        yield ":" + server.stdout.readline().strip()
        server.terminate()


def test_a_window_opens_on_an_x_screen(display):
    run = subprocess.run(  # noqa: S603 – our own words
        [sys.executable, "-c", WINDOW],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout) == (0, "xcb True\n"), run.stderr
