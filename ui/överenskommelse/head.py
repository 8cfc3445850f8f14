"""The head of an överenskommelse's page: what it is called, and what can be done with it."""

from datetime import date

from ui.toolkit.small import Kind, button
from ui.toolkit.theme import Theme
from ui.toolkit.thing_head import ThingHead
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import chips, heading


class ÖverenskommelseHead(ThingHead):
    """Rubrik and chips; the buttons.

    Attributes:
        deadlines: finds the deadlines of the paper.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(
            theme, back="Tillbaka till överenskommelserna", more="Mer att göra med överenskommelsen"
        )
        self.deadlines = button("&Hitta frister …", Kind.PRIMARY)
        self.put(self.more, self.deadlines)

    def show_it(self, loaded: Loaded, today: date) -> None:
        """Show an överenskommelse."""
        view = loaded.view
        self.say(heading(view), view.draft.rubrik, chips(view, today))
