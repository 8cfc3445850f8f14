"""The year as a timeline."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy

from nämnd.årsplan.picture import Paper, Picture
from nämnd.årsplan.timeline import timeline
from ui.toolkit.theme import Theme
from ui.årshjul.drawn import DrawnYear

_LEAST = 560  # design pixels


class Tidslinje(DrawnYear):
    """Twelve months beside each other, each post on its day. As high as its lanes ask for."""

    NAME = "Tidslinje"

    def __init__(self, theme: Theme) -> None:
        """Show nothing until `show_year`."""
        super().__init__(theme)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._draw(self._paper(width)).height + 1)

    def minimumSizeHint(self) -> QSize:
        width = self._theme.px(_LEAST)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        width = max(self._theme.px(_LEAST), self.width())
        return QSize(width, self.heightForWidth(width))

    def _draw(self, paper: Paper) -> Picture:
        return timeline(self._poster, self._år or self._today.year, self._today, paper)
