"""The stages of a sammanträde in the head of its pages, shortened where room is short."""

from itertools import pairwise

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QToolTip, QWidget

from ui.sammanträde.head_words import shortened
from ui.toolkit.chips import Stage, StageBar
from ui.toolkit.theme import Theme

_LEAST = 2  # the level of `shortened` that takes least room


class StageStrip(StageBar):
    """A stage bar that knows how wide it is at each level, and takes the one that fits."""

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """Show nothing yet. `before` is what Tab leaves for the first stage."""
        super().__init__(theme)
        self._before = before
        self._stages: tuple[Stage, ...] = ()
        self._widths: list[int] = []  # whole, shortened, only the one under way
        self._level = 0

    @property
    def least(self) -> int:
        """Return how narrow it can be: with the stage under way only."""
        return min(self._widths, default=0)

    def show_all(self, found: tuple[Stage, ...], room: int) -> None:
        """Show other stages, as many as there is room for."""
        if found != self._stages:
            self._stages = found
            self.measure(room)

    def measure(self, room: int) -> None:
        """Take the measures anew, at another size of the text for instance."""
        self._widths = []
        for level in reversed(range(_LEAST + 1)):
            self._widths.insert(0, self._put(level))
        self._level = 0
        self.fit(room)

    def fit(self, room: int) -> None:
        """Use at most `room` pixels, if it can."""
        level = next((n for n, width in enumerate(self._widths) if width <= room), _LEAST)
        if level != self._level:
            self._level = level
            self._put(level)

    def explain(self, key: str) -> None:
        """Say what a stage is where it stands: the tool tip, also for those without a mouse."""
        shown = shortened(self._stages, self._level)
        at = next(n for n, one in enumerate(shown) if one.key == key)
        button = self.buttons[at]
        place = button.mapToGlobal(QPoint(0, button.height()))
        QToolTip.showText(place, button.toolTip(), button)

    def _put(self, level: int) -> int:
        """Show the stages at a level; return how wide they are with their style on."""
        self.show_stages(shortened(self._stages, level))
        for one, following in pairwise((self._before, *self.buttons)):
            QWidget.setTabOrder(one, following)  # the new ones would come last in the window
        layout = self.layout()
        assert layout is not None  # noqa: S101 - StageBar lays itself out
        for at in range(layout.count()):
            item = layout.itemAt(at)
            part = item.widget() if item else None
            if part is not None:
                part.ensurePolished()
                part.show()  # else Qt does it later, and what is hidden takes no room
        layout.invalidate()
        return layout.sizeHint().width()
