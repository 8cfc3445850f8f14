"""Delegationsbeslut: what others decide for the nämnd, how it is reported or announced."""

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from ui.delegation.beslut_card import BeslutList
from ui.delegation.protokoll_card import ProtokollCard
from ui.desk import Desk, Go
from ui.toolkit.small import Kind, Label, button, label, row

_SHOWS = frozenset({Topic.DELEGATION, Topic.ANSLAG, Topic.ÄRENDE, Topic.NÄMND, Topic.SAMMANTRÄDE})

_BESIDE = 1000  # the design's pixels


class DelegationPage(QWidget):
    """The register beside its protokoll."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk = desk
        self._nämnd_id: str | None = None
        self.new = button("&Nytt beslut …", Kind.PRIMARY)
        self.protokoll = ProtokollCard(desk, go)
        self.beslut = BeslutList(desk, self.protokoll.show_protokoll)
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.beslut.show_nämnd(nämnd_id)
        self.protokoll.show_nämnd(nämnd_id)

    def show_beslut(self, beslut_id: str) -> None:
        """Go to one of the beslut."""
        self.beslut.go_to(beslut_id)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now."""
        if self._nämnd_id is not None and topics & _SHOWS:
            self.beslut.reload()
            self.protokoll.reload()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.beslut.table.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the protokoll under the list where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._desk.theme.px(_BESIDE)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        self._across.setStretch(0, 4 if narrow else 5)
        self._across.setStretch(1, 1 if narrow else 4)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(14)
        head = row(label("Delegationsbeslut", Label.TITLE), None, self.new, spacing=gap)
        beside = QScrollArea()
        beside.setWidgetResizable(True)
        beside.setFrameShape(QFrame.Shape.NoFrame)
        beside.setAccessibleName("Delegationsprotokoll")
        beside.setWidget(self.protokoll)
        self._across = row(self.beslut, beside, spacing=gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(gap)
        layout.addLayout(head)
        layout.addLayout(self._across, 1)
        self.new.clicked.connect(self.beslut.add)
