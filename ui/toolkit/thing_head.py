"""The head of a page about one thing: the way back, what it is, where it stands, what to do."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme


class ThingHead(QWidget):
    """Chips in a line, and under it the rubrik with the buttons. A page adds its own with `put`.

    Attributes:
        back: to where the thing is listed.
        above, rubrik: what it belongs to; what it is called.
        more: a menu with the rest.
    """

    def __init__(self, theme: Theme, *, back: str, more: str, most_chips: int = 2) -> None:
        """Show nothing yet. `back`, `more`: what the two buttons are called for a screen reader."""
        super().__init__()
        self._gap = theme.px(8)
        self.back = icon_button(theme, Icon.BACK, back)
        self.above, self.rubrik = label("", Label.MUTED), label("", Label.TITLE, wrap=True)
        self.rubrik.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.more = button("&Mer")
        self.more.setAccessibleName(more)
        theme.dress(self.more, Icon.CHEVRON_DOWN, Role.MUTED)
        self._chips = tuple(Chip("") for _ in range(most_chips))
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(4))
        self._lines.addLayout(row(self.back, self.above, *self._chips, None, spacing=self._gap))
        for chip in self._chips:
            chip.hide()  # asks for no room until there is something to say

    def put(self, *acts: QPushButton) -> None:
        """Lay out the rubrik and the buttons beside it, `more` among them, in order."""
        line = row(self.rubrik, *acts, spacing=self._gap)
        line.setStretch(0, 1)
        self._lines.addLayout(line)

    def say(self, above: str, rubrik: str, chips: Sequence[tuple[str, Role]]) -> None:
        """Show what the thing belongs to, what it is called and where it stands."""
        self.above.setText(above)
        self.rubrik.setText(rubrik)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(chips))
            if at < len(chips):
                chip.show_as(*chips[at])
