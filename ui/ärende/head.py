"""The head of an ärende's page: its number, what it is about, where it stands."""

from ui.toolkit.small import Kind, button
from ui.toolkit.theme import Theme
from ui.toolkit.thing_head import ThingHead
from ui.ärende.loaded import Loaded
from ui.ärende.words import chips

_MOST_CHIPS = 5


class ÄrendeHead(ThingHead):
    """Dnr, rubrik and chips; the buttons of the ärende.

    Attributes:
        agenda: puts it on a dagordning.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(
            theme,
            back="Tillbaka till ärendena",
            more="Mer att göra med ärendet",
            most_chips=_MOST_CHIPS,
        )
        self.agenda = button("&Lägg på dagordningen …", Kind.PRIMARY)
        self.put(self.more, self.agenda)

    def show_it(self, loaded: Loaded) -> None:
        """Show an ärende."""
        view = loaded.view
        self.say(view.dnr, view.draft.rubrik or "Utan rubrik", chips(view))
        for part in (self.agenda, self.more):
            part.setEnabled(view.makulerat is None)
