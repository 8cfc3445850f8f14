"""The head of a delprojekt's page: its number, what it is about, where it stands."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import chips, heading
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

_MOST_CHIPS = 2


class DelprojektHead(QWidget):
    """Number, rubrik and chips; the buttons of the delprojekt.

    Attributes:
        back: to the follow-up.
        agenda, more: put it on a dagordning; a menu with the rest.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till uppföljningen")
        self.above, self.rubrik = label("", Label.MUTED), label("", Label.TITLE, wrap=True)
        self.agenda = button("&Lägg på dagordningen …", Kind.PRIMARY)
        self.more = button("&Mer")
        self.more.setAccessibleName("Mer att göra med delprojektet")
        self._chips = tuple(Chip("") for _ in range(_MOST_CHIPS))
        theme.dress(self.more, Icon.CHEVRON_DOWN, Role.MUTED)
        self.rubrik.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        gap = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row(self.back, self.above, *self._chips, None, spacing=gap))
        line = row(self.rubrik, self.more, self.agenda, spacing=gap)
        line.setStretch(0, 1)
        layout.addLayout(line)

    def show_it(self, loaded: Loaded) -> None:
        """Show a delprojekt."""
        view = loaded.view
        self.above.setText(heading(view))
        self.rubrik.setText(view.draft.rubrik)
        said = chips(view, late=loaded.late)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(said))
            if at < len(said):
                chip.show_as(*said[at])
        self.agenda.setEnabled(view.avslutat is None)
