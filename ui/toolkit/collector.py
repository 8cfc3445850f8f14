"""Python's cyclic garbage collector, on the window's thread only.

Left to itself it runs on whatever thread makes the next object. On a worker's thread it would
destroy widgets that have become garbage there, and Qt crashes when a widget is destroyed off the
window's thread. So automatic collection is off, and a timer on the window's thread collects
instead, a young generation at a time, when the program is idle enough to run timers.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 1000  # ms
_LIMITS = (5_000, 20, 50)  # objects made, and younger collections, before each generation's turn


class Collector(QObject):
    """Collects garbage every second, if enough has come together. One per program."""

    def __init__(self, parent: QObject) -> None:
        """Take over from the automatic collector. What is alive now is never looked at again."""
        super().__init__(parent)
        gc.disable()
        gc.collect()
        gc.freeze()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> int | None:
        """Collect the oldest generation whose turn it is; return which, or None."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > _LIMITS[generation]:
                gc.collect(generation)
                return generation
        return None
