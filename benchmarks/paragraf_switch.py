"""Going from § to § on the meeting day: 72 §§, 62 members, 40 voteringar, with who is there beside.

Each step chooses the next row as an arrow key does, and lets Qt lay out and paint all that changed.
The goal is a frame, 16 ms, at the 95th percentile. The floor is the list alone: choosing the same
rows in a RowList of its own, painted.
"""

import os
import statistics
import sys
import tempfile
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication

from benchmarks.kit import interleave, table
from benchmarks.meeting import PARAGRAFER, a_long_meeting
from nämnd.bilaga.files import FileStore
from nämnd.core.worker import Worker
from nämnd.protokoll.queries import protokoll
from nämnd.store import Store, place_of
from ui.desk import Desk
from ui.protokoll.page import ProtokollPage
from ui.protokoll.rows import rows_of
from ui.shell import Forwarded
from ui.toolkit.collector import Collector
from ui.toolkit.editing import Editor
from ui.toolkit.jobs import Jobs
from ui.toolkit.messages import BoxMessages
from ui.toolkit.row_list import RowList
from ui.toolkit.theme import Scheme, Theme

FRAME = 16.0  # ms
SIZE = (1244, 840)  # what a window of 1440 by 900 has for its page
NOW = datetime(2026, 3, 27, 9, 41)  # noqa: DTZ001 - local time, as the user's clock shows it


class Ours:
    """The page, at one § after the other."""

    def __init__(self, app: QApplication, desk: Desk, sammanträde_id: str) -> None:
        """Show the page at its first §."""
        self._app, self._at = app, 0
        self._page = ProtokollPage(desk, Forwarded())
        self._page.resize(*SIZE)
        self._page.show()
        self._page.show_sammanträde(sammanträde_id)
        self._rows = self._page.list.rows
        for _ in range(5):
            app.processEvents()

    def step(self) -> None:
        """Go to the next §, and paint."""
        self._at = (self._at + 1) % PARAGRAFER
        self._rows.setCurrentIndex(self._rows.rows_model.index(self._at))
        self._app.processEvents()


class Floor:
    """The list alone."""

    def __init__(self, app: QApplication, desk: Desk, sammanträde_id: str) -> None:
        """Show the list."""
        self._app, self._at = app, 0
        now = desk.store.ask(lambda session: protokoll(session, sammanträde_id))
        self._list = RowList(desk.theme, name="Paragrafer")
        self._list.show_rows(rows_of(now))
        self._list.resize(300, SIZE[1])
        self._list.show()
        app.processEvents()

    def step(self) -> None:
        """Go to the next row, and paint."""
        self._at = (self._at + 1) % PARAGRAFER
        self._list.setCurrentIndex(self._list.rows_model.index(self._at))
        self._app.processEvents()


def main() -> int:
    """Measure and print; return 1 when the 95th percentile is more than a frame."""
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        store = Store(place_of(f"{folder}/namnd.db"), who="mätning", clock=lambda: NOW)
        key = a_long_meeting(store)
        desk = a_desk(app, store)
        ours, floor = Ours(app, desk, key), Floor(app, desk, key)
        Collector(app)  # garbage is collected as in the program itself
        name = "byt paragraf, med beslut, texter och närvaro"
        measured = interleave(
            {"listan ensam": floor.step, name: ours.step}, rounds=4 * PARAGRAFER, warm=PARAGRAFER
        )
        print(table(measured, "listan ensam"))
        usual = 1000 * statistics.median(measured[name])
        worst = 1000 * statistics.quantiles(measured[name], n=20)[-1]
        print(
            f"\nEtt byte tar {usual:.1f} ms, 95 av 100 högst {worst:.1f} ms (mål {FRAME:.0f} ms)."
        )
        desk.preview.close()
        store.close()
    return int(worst > FRAME)


def a_desk(app: QApplication, store: Store) -> Desk:
    """Return a desk with nobody at it."""
    editor, worker = Editor(store, lambda: NOW), Worker()
    return Desk(
        store=store,
        files=FileStore(store.place.files),
        editor=editor,
        jobs=Jobs(editor),
        messages=BoxMessages(None),  # pyright: ignore[reportArgumentType] - says nothing here
        theme=Theme(app, Scheme.LIGHT),
        preview=worker,
        heavy=worker,
        clock=lambda: NOW,
    )


if __name__ == "__main__":
    raise SystemExit(main())
