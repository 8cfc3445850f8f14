"""What follows the justering of a set: its anslag and what comes of it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.justering.values import JusteringView
from ui.anslag.pane import AnslagPane
from ui.desk import Desk, Go


class After(QWidget):
    """Hidden until the set is justerad.

    Attributes:
        anslag: the boards and their days; None before that.
    """

    def __init__(self, desk: Desk, go: Go, view: JusteringView) -> None:
        """Show what follows."""
        super().__init__()
        self.anslag: AnslagPane | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        if view.läge == "justerat":
            self.anslag = AnslagPane(desk, go)
            layout.addWidget(self.anslag)
            self.anslag.show_key(view.id)
        else:
            self.hide()

    def refresh(self) -> None:
        """Show it as it is now."""
        if self.anslag is not None:
            self.anslag.reload()
