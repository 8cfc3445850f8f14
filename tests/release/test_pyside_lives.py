"""The PySide6 of the lock survives a working day on this Python.

PySide6 6.12.0 on Python 3.11 gives away one reference to None in each of many everyday calls. None
is mortal before Python 3.12, so the process aborts after 2 660 repaints or 5 120 `setText`. The
lock chooses by Python version; these tests go well past where the bad pair dies.
"""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.release

REPAINTS = """
from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QApplication, QTableView

class Rows(QAbstractTableModel):
    shown = 0

    def rowCount(self, parent=None):
        return 10_000

    def columnCount(self, parent=None):
        return 4

    def data(self, index, role=0):
        Rows.shown += role == 0
        return "Ärende" if role == 0 else None

app = QApplication([])
model = Rows()
view = QTableView()
view.setModel(model)
view.resize(480, 320)
view.show()
app.processEvents()
for row in range(count):
    view.verticalScrollBar().setValue(row)
    view.viewport().repaint()
assert Rows.shown > count, "nothing was painted"
"""

TEXTS = """
from PySide6.QtWidgets import QApplication, QLabel

app = QApplication([])
label = QLabel()
for number in range(count):
    label.setText(str(number))
"""


@pytest.mark.parametrize(
    ("program", "count"),
    [pytest.param(REPAINTS, 4_000, id="repaints"), pytest.param(TEXTS, 200_000, id="texts")],
)
def test_a_long_session_ends_in_peace(program, count):
    run = subprocess.run(  # noqa: S603 – our own words
        [sys.executable, "-c", f"count = {count}\n{program}\nprint('done', count)"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert (run.returncode, run.stdout) == (0, f"done {count}\n"), run.stderr
