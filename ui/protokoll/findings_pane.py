"""What to look at before the protokoll goes to justering, in a pane that can be closed."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from nämnd.protokoll.check_queries import around
from nämnd.protokoll.checks import findings
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.protokoll.findings import FindingsView, summary
from ui.toolkit.chips import Card
from ui.toolkit.small import Label, column, icon_button, label
from ui.toolkit.theme import Icon


class FindingsPane(Card):
    """The findings of the protokoll that is shown.

    Signals:
        jump_wanted: to the Finding that was picked.
        hide_wanted: the user is done.
    """

    jump_wanted = Signal(object)
    hide_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, band=True)
        self.setAccessibleName("Granskning")
        self._desk, self._shown = desk, cast("Protokoll | None", None)
        self.heading = label("Granskning", Label.HEADING)
        self.summary = label("", Label.CAPTION, wrap=True)
        self.hide_button = icon_button(desk.theme, Icon.CLOSE, "Stäng granskningen (Escape)")
        self.view = FindingsView(desk.theme)
        self._build()
        self.view.opened.connect(self.jump_wanted)
        self.hide_button.clicked.connect(self.hide_wanted)

    def show_protokoll(self, protokoll: Protokoll) -> None:
        """Look a protokoll over, and show what is found; the chosen one stays if it is there."""
        if protokoll is self._shown:
            return  # only another § was chosen
        self._shown, today = protokoll, self._desk.today
        outside = self._desk.store.ask(lambda session: around(session, protokoll, today))
        found = findings(protokoll, outside)
        self.summary.setText(summary(found))
        self.view.show_findings(found, protokoll)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        assert self.head is not None  # noqa: S101 - the card has a band
        self.head.addLayout(column(self.heading, self.summary, spacing=0), 1)
        self.head.addWidget(self.hide_button)
        self.body.setSpacing(0)
        self.add(self.view, 1)
