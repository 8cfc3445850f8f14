"""The head of an överenskommelse's page: what it is called, and what can be done with it."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import chips, heading

_MOST_CHIPS = 2


class ÖverenskommelseHead(QWidget):
    """Rubrik and chips; the buttons.

    Attributes:
        back: to the list.
        deadlines, more: finds the deadlines of the paper; a menu with the rest.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till överenskommelserna")
        self.above, self.rubrik = label("", Label.MUTED), label("", Label.TITLE, wrap=True)
        self.deadlines = button("&Hitta frister …", Kind.PRIMARY)
        self.more = button("&Mer")
        self.more.setAccessibleName("Mer att göra med överenskommelsen")
        self._chips = tuple(Chip("") for _ in range(_MOST_CHIPS))
        theme.dress(self.more, Icon.CHEVRON_DOWN, Role.MUTED)
        self.rubrik.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        gap = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row(self.back, self.above, *self._chips, None, spacing=gap))
        line = row(self.rubrik, self.more, self.deadlines, spacing=gap)
        line.setStretch(0, 1)
        layout.addLayout(line)

    def show_it(self, loaded: Loaded, today: date) -> None:
        """Show an överenskommelse."""
        self.above.setText(heading(loaded.view))
        self.rubrik.setText(loaded.view.draft.rubrik)
        said = chips(loaded.view, today)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(said))
            if at < len(said):
                chip.show_as(*said[at])
