"""What follows the justering of a set: its anslag, and the papers that can be made now."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.justering.values import JusteringView
from ui.anslag.pane import AnslagPane
from ui.desk import Desk, Go
from ui.justering.places import place
from ui.toolkit.small import button, row


class After(QWidget):
    """Hidden until the set is justerad.

    Attributes:
        anslag: the boards and their days; None before that.
        utdrag, publish, archive: what is made of a protokoll that is justerat.
    """

    def __init__(self, desk: Desk, go: Go, view: JusteringView) -> None:
        """Show what follows."""
        super().__init__()
        self._desk, self._key = desk, view.sammanträde_id
        self.anslag: AnslagPane | None = None
        self.utdrag = place(button("Protokollsutdrag …"), "utdrag")
        self.publish = place(button("Granska inför publicering …"), "publicera")
        self.archive = place(button("Arkivera sammanträdet …"), "arkivera")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(8))
        if view.läge == "justerat":
            self.anslag = AnslagPane(desk, go)
            layout.addWidget(self.anslag)
            papers = (self.utdrag, self.publish, self.archive)
            layout.addLayout(row(*papers, None, spacing=desk.theme.px(6)))
            self.anslag.show_key(view.id)
            self.utdrag.clicked.connect(self._make_utdrag)
            self.publish.clicked.connect(self._review)
            self.archive.clicked.connect(self._archive)
        else:
            self.hide()

    def refresh(self) -> None:
        """Show it as it is now."""
        if self.anslag is not None:
            self.anslag.reload()

    def _make_utdrag(self) -> None:
        from ui.sammanträde.utdrag_dialog import choose_utdrag

        choose_utdrag(self._desk, self.window(), self._key)

    def _review(self) -> None:
        from ui.publicering.review import open_review

        open_review(self._desk, self.window(), self._key)

    def _archive(self) -> None:
        from ui.arkiv.dialog import open_arkiv

        open_arkiv(self._desk, self.window(), self._key)
