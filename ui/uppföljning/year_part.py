"""The year under the list: sammanträden and what is watched, on their days."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea

from nämnd.årsplan.queries import year
from nämnd.årsplan.values import Slag, Årspost
from ui.desk import Desk, Go
from ui.toolkit.chips import Card
from ui.årshjul.tidslinje import Tidslinje

_SHOWN = frozenset({Slag.SAMMANTRÄDE, Slag.BEVAKNING, Slag.ÅTERKOMMANDE})
_HIGH = 290  # the design's pixels


class YearPart(Card):
    """A timeline of the year we are in.

    Signals:
        bevakning_wanted: the id of the bevakning that was chosen in it.
    """

    bevakning_wanted = Signal(str)

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Årshjul")
        self._desk, self._go = desk, go
        self.line = Tidslinje(desk.theme)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.line)
        self.add(area, 1)
        self.setFixedHeight(desk.theme.px(_HIGH))
        self.line.chosen.connect(self._open)
        self.hide()  # until there is room

    def show_nämnd(self, nämnd_id: str) -> None:
        """Draw the year of a nämnd."""
        today = self._desk.today
        found = self._desk.store.ask(lambda s: year(s, nämnd_id, today.year, today))
        poster = [one for one in found if one.slag in _SHOWN]
        if self.title is not None:
            self.title.setText(f"Årshjul {today.year}")
        self.line.show_year(poster, today.year, today)

    def _open(self, post: Årspost) -> None:
        if post.slag is Slag.SAMMANTRÄDE and post.sammanträde_id is not None:
            self._go.to_sammanträde(post.sammanträde_id)
        elif post.key is not None:
            self.bevakning_wanted.emit(post.key)
