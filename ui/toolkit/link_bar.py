"""A line in which to write where a link leads. Shown inside the text field, not over it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from nämnd.core.richtext import allowed_href
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Theme


class LinkBar(QFrame):
    """Asks for an address. Enter keeps it, Escape forgets it.

    Signals:
        chosen: the address; empty takes the link away.
        closed: the user thought better of it.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        """Stay hidden until `ask`."""
        super().__init__()
        self.address = LineInput("https://www.exempel.se")
        self.address.setAccessibleName("Adress som länken leder till")
        self.keep, self.drop = button("Klar"), button("Ingen länk", Kind.PLAIN)
        self.problem = label("", Label.PROBLEM, wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        layout.addLayout(row(self.address, self.keep, self.drop, spacing=theme.px(6)))
        layout.addWidget(self.problem)
        self.address.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.drop.clicked.connect(self._drop)
        self.hide()

    def ask(self, href: str) -> None:
        """Let the user change `href`."""
        self.address.show_value(href)
        self.address.selectAll()
        self.problem.hide()
        self.show()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _keep(self) -> None:
        written = self.address.value().strip()
        href = allowed_href(completed(written))
        if href is None:
            self.problem.setText("Skriv en adress som börjar med https:// eller mailto:")
            self.problem.show()
            return
        self.hide()
        self.chosen.emit(href)

    def _drop(self) -> None:
        self.hide()
        self.chosen.emit("")


def completed(written: str) -> str:
    """Return an address as it was meant: «www.skane.se» is a site, «eva@skane.se» a mailbox."""
    if ":" in written.partition("/")[0] or "." not in written or " " in written:
        return written
    return f"mailto:{written}" if "@" in written else f"https://{written}"
