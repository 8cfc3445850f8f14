"""The top of the window: what the program is, the box that finds everything, who is working."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from ui.sök.box import FindBox
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme


class TopBar(QFrame):
    """The box stands in the middle, with the name of the program to the left.

    Attributes:
        box: finds everything.
        who: who is working, to the right.
    """

    def __init__(self, theme: Theme) -> None:
        """Show a box that finds nothing until it is attached."""
        super().__init__()
        self._theme = theme
        self.setObjectName("top")
        self.name = label("Nämnd", Label.HEADING)
        self.box = FindBox(theme)
        self.who = label("", Label.MUTED)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.name, 0, 0)
        self._grid.addWidget(self.box, 0, 1)
        self._grid.addWidget(self.who, 0, 2, Qt.AlignmentFlag.AlignRight)
        for side in (0, 2):  # equal, so that the box is in the middle
            self._grid.setColumnStretch(side, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(16), px(6), px(16), px(6))
        self._grid.setHorizontalSpacing(px(16))
