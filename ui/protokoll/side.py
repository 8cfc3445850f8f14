"""What stands to the right: who is there, the protokoll as a paper, or what to look at."""

from enum import StrEnum, auto
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.protokoll.values import ParagrafRow, Protokoll
from ui.desk import Desk
from ui.närvaro.pane import NärvaroPane
from ui.protokoll.findings_pane import FindingsPane
from ui.protokoll.paper_pane import PaperPane


class Side(StrEnum):
    """What can stand to the right."""

    NÄRVARO = auto()
    PAPER = auto()
    FINDINGS = auto()


class SidePane(QWidget):
    """One of three panes; those that are not seen are brought up to date when they are.

    Signals:
        hide_wanted: the user is done with the paper or the findings.
        jump_wanted: to the Finding that was picked.
    """

    hide_wanted = Signal()
    jump_wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Show who is there."""
        super().__init__()
        self.what = Side.NÄRVARO
        self._now: tuple[Protokoll, ParagrafRow | None] | None = None
        self.närvaro = NärvaroPane(desk)
        self.paper = PaperPane(desk)
        self.findings = FindingsPane(desk)
        self._stack = QStackedWidget()
        for part in (self.närvaro, self.paper, self.findings):
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        närvaro = self.närvaro  # its list takes the focus first, or Qt would pass the buttons by
        for one, following in pairwise((närvaro.list, närvaro.roll, närvaro.more)):
            QWidget.setTabOrder(one, following)
        self.paper.hide_wanted.connect(self.hide_wanted)
        self.findings.hide_wanted.connect(self.hide_wanted)
        self.findings.jump_wanted.connect(self.jump_wanted)

    def show_side(self, what: Side) -> None:
        """Show one of the three."""
        self.what = what
        self._stack.setCurrentWidget(self._pane)
        if self._now is not None:
            self.show_protokoll(*self._now, other=True)

    def show_protokoll(
        self, protokoll: Protokoll, paragraf: ParagrafRow | None, *, other: bool
    ) -> None:
        """Show what there is to say of a sammanträde, at a §; `other`: the user has come to it."""
        self._now = protokoll, paragraf
        match self.what:
            case Side.NÄRVARO:
                self.närvaro.show(protokoll, paragraf.id if paragraf else None)
            case Side.PAPER:
                self.paper.show_protokoll(protokoll, paragraf, other=other)
            case Side.FINDINGS:
                self.findings.show_protokoll(protokoll)

    def begin(self) -> None:
        """Put the focus in what is shown."""
        self._pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _pane(self) -> QWidget:
        return {
            Side.NÄRVARO: self.närvaro,
            Side.PAPER: self.paper,
            Side.FINDINGS: self.findings,
        }[self.what]
