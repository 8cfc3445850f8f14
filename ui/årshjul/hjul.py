"""The year as a wheel."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from nämnd.årsplan.picture import Paper, Picture
from nämnd.årsplan.wheel import wheel
from ui.toolkit.theme import Theme
from ui.årshjul.drawn import DrawnYear

_LEAST = QSize(560, 420)  # design pixels
_USUAL = QSize(1060, 700)


class Hjul(DrawnYear):
    """Twelve months round the year, each post on its day, labels to both sides."""

    NAME = "Årshjul"

    def __init__(self, theme: Theme) -> None:
        """Show nothing until `show_year`."""
        super().__init__(theme)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(_LEAST.width()), self._theme.px(_LEAST.height()))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_USUAL.width()), self._theme.px(_USUAL.height()))

    def _draw(self, paper: Paper) -> Picture:
        return wheel(self._poster, self._år or self._today.year, self._today, paper)
