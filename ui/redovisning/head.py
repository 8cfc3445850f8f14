"""The head of a redovisning's page: what it is called, where it stands, the next thing to do."""

from datetime import date

from nämnd.redovisning.values import RedovisningView
from ui.redovisning.words import heading, stage
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button
from ui.toolkit.theme import Icon, Theme
from ui.toolkit.thing_head import ThingHead


class RedovisningHead(ThingHead):
    """Rubrik and chips; the buttons.

    Attributes:
        as_paper: shows how it will look.
        approve, register, sent: the next thing to do; one of them is shown.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme, back="Tillbaka", more="Mer att göra med redovisningen")
        self.as_paper = button("F&örhandsvisning", Kind.PLAIN)
        self.as_paper.setCheckable(True)
        theme.dress(self.as_paper, Icon.EYE, Role.ACCENT)
        self.approve = button("&Godkänn …", Kind.PRIMARY)
        self.register = button("&Registrera …", Kind.PRIMARY)
        self.sent = button("S&kickad …", Kind.PRIMARY)
        self.put(self.as_paper, self.more, self.approve, self.register, self.sent)
        for part in (self.register, self.sent):  # one at a time asks for its room
            part.hide()

    def show_it(self, view: RedovisningView, today: date) -> None:
        """Show a redovisning, and the button for the next thing."""
        self.say(heading(view), view.draft.rubrik, stage(view, today))
        approved = view.godkänd is not None
        registers = approved and view.handling_id is None and view.draft.ärende_id is not None
        lacking = sum(not one.klar for one in view.to_answer)
        self.approve.setVisible(not approved)
        self.approve.setEnabled(bool(view.to_answer) and not lacking)
        why = "Alla frågor måste vara klara först." if lacking else ""
        self.approve.setToolTip(why)
        self.register.setVisible(registers and view.sänd is None)
        self.sent.setVisible(approved and not registers and view.sänd is None)
