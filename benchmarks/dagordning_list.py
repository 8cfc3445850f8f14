"""The dagordning as a list: moving the first of 1 000 punkter last, and painting again.

The floor is Qt's own list, filled with the same texts, painted once. The goal is time for a frame:
16 ms from the new order to the picture.
"""

import os
import statistics
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QApplication, QListView

from benchmarks.kit import interleave, table
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.theme import Scheme, Theme

PUNKTER = 1000
FRAME = 16.0  # ms
SIZE = (380, 700)  # as in a window of 1440 by 900


def rows_in(order: list[int]) -> list[ListRow]:
    """Return the rows of punkter in an order, numbered as they stand."""
    return [
        ListRow(
            f"p{punkt}",
            str(place),
            f"Uppföljning av delprojekt {punkt}, benign kolorektal kirurgi i södra regionen",
            "saknas 1" if punkt % 7 == 0 else "2 handlingar",
            Role.WARN if punkt % 7 == 0 else Role.MUTED,
        )
        for place, punkt in enumerate(order, 1)
    ]


class Ours:
    """The program's list, with all punkter in it."""

    def __init__(self, app: QApplication) -> None:
        """Show the list with its first row chosen."""
        self._app = app
        self._order = list(range(PUNKTER))
        self._list = RowList(Theme(app, Scheme.LIGHT), name="Dagordning")
        self._list.resize(*SIZE)
        self._list.show_rows(rows_in(self._order))
        self._list.show()
        self._list.choose("p0")
        app.processEvents()

    def move_first_to_last(self) -> None:
        """Give the list its new order and paint what is then seen."""
        self._order.append(self._order.pop(0))
        self._list.choose(f"p{self._order[-1]}")
        self._list.show_rows(rows_in(self._order))
        self._list.viewport().repaint()

    def scroll_a_row(self) -> None:
        """Scroll one row and paint."""
        bar = self._list.verticalScrollBar()
        bar.setValue((bar.value() + 37) % bar.maximum())
        self._list.viewport().repaint()


class Floor:
    """Qt's own list and model in C++, which paint the same texts."""

    def __init__(self) -> None:
        """Show the list."""
        self._texts = [f"{row.number} {row.text} {row.info}" for row in rows_in([*range(PUNKTER)])]
        self._model, self._list = QStringListModel(self._texts), QListView()
        self._list.setUniformItemSizes(True)
        self._list.setModel(self._model)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.resize(*SIZE)
        self._list.show()

    def reset_and_paint(self) -> None:
        """Give it a new order and paint what is seen."""
        self._texts.append(self._texts.pop(0))
        self._model.setStringList(self._texts)
        self._list.viewport().repaint()


def main() -> int:
    """Measure and print; return 1 when a frame takes too long."""
    app = QApplication([])
    ours, floor = Ours(app), Floor()
    name = f"flytta första av {PUNKTER} sist och måla om"
    measured = interleave(
        {
            "Qt:s egen lista i C++, ny ordning och målad": floor.reset_and_paint,
            name: ours.move_first_to_last,
            "rulla en rad och måla": ours.scroll_a_row,
        },
        rounds=101,
    )
    print(table(measured, "Qt:s egen lista i C++, ny ordning och målad"))
    usual = 1000 * statistics.median(measured[name])
    worst = 1000 * statistics.quantiles(measured[name], n=20)[-1]
    print(f"\nEn flytt tar {usual:.1f} ms, 95 av 100 högst {worst:.1f} ms (mål {FRAME:.0f} ms).")
    return int(usual > FRAME)


if __name__ == "__main__":
    raise SystemExit(main())
