"""The head of a delprojekt's page: its number, what it is about, where it stands."""

from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import chips, heading
from ui.toolkit.small import Kind, button
from ui.toolkit.theme import Theme
from ui.toolkit.thing_head import ThingHead


class DelprojektHead(ThingHead):
    """Number, rubrik and chips; the buttons of the delprojekt.

    Attributes:
        agenda: puts it on a dagordning.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(
            theme, back="Tillbaka till uppföljningen", more="Mer att göra med delprojektet"
        )
        self.agenda = button("&Lägg på dagordningen …", Kind.PRIMARY)
        self.put(self.more, self.agenda)

    def show_it(self, loaded: Loaded) -> None:
        """Show a delprojekt."""
        view = loaded.view
        self.say(heading(view), view.draft.rubrik, chips(view, late=loaded.late))
        self.agenda.setEnabled(view.avslutat is None)
