"""The head of a redovisning's page: what it is called, where it stands, the next thing to do."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nämnd.redovisning.values import RedovisningView
from ui.redovisning.words import heading, stage
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

_MOST_CHIPS = 2


class RedovisningHead(QWidget):
    """Rubrik and chips; the buttons.

    Attributes:
        back: to where it belongs.
        as_paper: shows how it will look.
        more: a menu with the rest.
        approve, register, sent: the next thing to do; one of them is shown.
    """

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self.back = icon_button(theme, Icon.BACK, "Tillbaka")
        self.above, self.rubrik = label("", Label.MUTED), label("", Label.TITLE, wrap=True)
        self.as_paper = button("F&örhandsvisning", Kind.PLAIN)
        self.as_paper.setCheckable(True)
        self.more = button("&Mer")
        self.more.setAccessibleName("Mer att göra med redovisningen")
        self.approve = button("&Godkänn …", Kind.PRIMARY)
        self.register = button("&Registrera …", Kind.PRIMARY)
        self.sent = button("S&kickad …", Kind.PRIMARY)
        self._chips = tuple(Chip("") for _ in range(_MOST_CHIPS))
        theme.dress(self.more, Icon.CHEVRON_DOWN, Role.MUTED)
        theme.dress(self.as_paper, Icon.EYE, Role.ACCENT)
        self.rubrik.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        gap = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row(self.back, self.above, *self._chips, None, spacing=gap))
        acts = (self.as_paper, self.more, self.approve, self.register, self.sent)
        line = row(self.rubrik, *acts, spacing=gap)
        line.setStretch(0, 1)
        layout.addLayout(line)
        for part in (*self._chips, self.register, self.sent):  # one at a time asks for its room
            part.hide()

    def show_it(self, view: RedovisningView, today: date) -> None:
        """Show a redovisning, and the button for the next thing."""
        self.above.setText(heading(view))
        self.rubrik.setText(view.draft.rubrik)
        said = stage(view, today)
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < len(said))
            if at < len(said):
                chip.show_as(*said[at])
        approved = view.godkänd is not None
        registers = approved and view.handling_id is None and view.draft.ärende_id is not None
        lacking = sum(not one.klar for one in view.to_answer)
        self.approve.setVisible(not approved)
        self.approve.setEnabled(bool(view.to_answer) and not lacking)
        why = "Alla frågor måste vara klara först." if lacking else ""
        self.approve.setToolTip(why)
        self.register.setVisible(registers and view.sänd is None)
        self.sent.setVisible(approved and not registers and view.sänd is None)
