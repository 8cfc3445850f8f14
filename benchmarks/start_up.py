"""From spawn to a painted page with real rows, and to a database ready to save.

    python -m benchmarks.start_up [rounds]

Floor: an empty PySide6 window, measured in the same rounds. Goals: page ≤ 1.5, ready ≤ 3.3.
"""

import os
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from benchmarks.kit import interleave, table

ROOT = Path(__file__).parent.parent
YEARS = 10
NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time
EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
class W(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not W.painted:
            W.painted = True
            QTimer.singleShot(0, done)
def done():
    import os, time
    print((time.monotonic_ns() - int(os.environ["T0"])) / 1e9, flush=True)
    os._exit(0)
w = W(); w.resize(1440, 900); w.show(); app.exec()
"""
OURS = """
import os, sys, time
import gc; gc.disable()
from pathlib import Path
from datetime import datetime
import ui.__main__
from ui import app as opening
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
wanted, database, settings = sys.argv[1:]
def now(): return datetime(2026, 3, 2, 9, 41)
app = QApplication(sys.argv[:1]); opening.speak_swedish(app)
shell = opening.open_shell(app, opening.place_of(database), Path(settings), now)
class Painted(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, self.after)
        return False
    def after(self):
        if wanted == "page": done()
        if wanted == "store":
            from nämnd.store import Store
            Store(shell.place, who="Eva Lind", clock=now); done()
        from ui.program import Program
        program = Program(shell); program.open(); done()
def done():
    print((time.monotonic_ns() - int(os.environ["T0"])) / 1e9, flush=True)
    os._exit(0)
watch = Painted(); shell.overview.widget().installEventFilter(watch)
shell.window.show(); app.exec()
"""


def spawned(code: str, *words: str) -> float:
    """Return the seconds from spawn until the child says it is there."""
    import time

    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "T0": str(time.monotonic_ns())}
    env["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-c", code, *words], env=env, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def make_database(folder: Path) -> Path:
    """Make ten years of sammanträden; return the database."""
    from nämnd.bilaga.files import FileStore
    from nämnd.core.ids import new_id
    from nämnd.exempel import make_example
    from nämnd.sammanträde.commands import PlanSammanträde
    from nämnd.sammanträde.dagordning import Dag
    from nämnd.sammanträde.drafts import SammanträdeDraft
    from nämnd.store import Store, place_of
    from ui.toolkit.settings import SettingsFile

    path = folder / "namnd.db"
    store = Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)
    nämnd_id = make_example(store, FileStore(store.place.files), now=NOW)
    for number in range(YEARS * 6):
        day = NOW.date().replace(year=NOW.year - number // 6, month=2 * (number % 6) + 1, day=15)
        draft = SammanträdeDraft(dagar=(Dag(day, (("09.00", None),)),), plats="Granhamn")
        store.do(PlanSammanträde(sammanträde_id=new_id(), nämnd_id=nämnd_id, draft=draft))
    store.close()
    SettingsFile(folder / "namnd.ini").change(who="Eva Lind", nämnd=nämnd_id)
    return path


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as name:
        database = str(make_database(Path(name)))
        settings = str(Path(name) / "namnd.ini")
        found = interleave(
            {
                "empty PySide6 window": lambda: spawned(EMPTY),
                "page with real rows, painted": lambda: spawned(OURS, "page", database, settings),
                "database open and ready to save": lambda: spawned(
                    OURS, "store", database, settings
                ),
                "every menu and page ready": lambda: spawned(OURS, "ready", database, settings),
            },
            rounds=rounds,
        )
    print(table(found, "empty PySide6 window"))


if __name__ == "__main__":
    main()
