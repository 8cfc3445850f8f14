"""The paper to the right, drawn again after every keystroke."""

from itertools import pairwise
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nämnd.core.progress import Work
from nämnd.paket.papers import Papers, document, preview
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.preview import PagePreview, PreviewFeed
from ui.toolkit.small import icon_button, row
from ui.toolkit.theme import Icon

_PAPERS = (("dagordning", "Dagordning"), ("kallelse", "Kallelse"))
_WIDEST = len("Tilläggslista")  # so that the choice is as wide when it is offered
_ADDITION = (("tillagg", "Tilläggslista"),)


class Paper(PagePreview):
    """The preview, telling when it shows something new."""

    shown = Signal()

    def show_pdf(self, data: bytes) -> None:
        """Show a paper in place of the one before."""
        super().show_pdf(data)
        self.shown.emit()


class PreviewPane(QWidget):
    """A preview with a choice of paper.

    Signals:
        hide_wanted: the user wants the room for something else.
    """

    hide_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self._papers: Papers | None = None
        self._stale = False
        self._number: int | None = None  # of the punkt to show as soon as it is drawn
        self.view = Paper(desk.theme)
        self.feed: PreviewFeed[Papers] = PreviewFeed(desk.jobs, self.view, self._draw)
        self.what: Choice[str] = Choice(desk.theme, _PAPERS)
        self.what.choose("dagordning")
        self.what.setMinimumContentsLength(_WIDEST)
        self.what.setAccessibleName("Vad förhandsvisningen visar")
        self.hide_button = icon_button(desk.theme, Icon.CLOSE, "Dölj förhandsvisningen")
        self._build()

    def show_papers(self, papers: Papers) -> None:
        """Draw what `papers` say, in a moment. What is hidden is drawn when it is seen."""
        self._papers, self._stale = papers, True
        self.what.offer((*_PAPERS, *(_ADDITION if papers.sent else ())))
        if self.what.value() is None:
            self.what.choose("dagordning")
        if self.isVisible():
            self._redraw()

    def go_to_punkt(self, number: int) -> None:
        """Show a punkt: now, and again when what is being drawn is there."""
        self._jump(number)
        self._number = None if self.feed.idle and not self._stale else number

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._redraw()

    def _build(self) -> None:
        gap = self._desk.theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        inside = cast("QVBoxLayout", self.view.layout())
        tools = cast("QHBoxLayout", inside.itemAt(0))  # a layout is its own item
        tools.insertWidget(0, self.what)
        head = row(self.view.heading, self.view.busy, None, self.hide_button, spacing=gap)
        inside.insertLayout(0, head)
        view = self.view
        for one, following in pairwise(
            (self.what, *view.tools, view.sheets, view.text, self.hide_button)
        ):
            QWidget.setTabOrder(one, following)
        self.what.activated.connect(self._redraw)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.view.shown.connect(self._shown)

    def _shown(self) -> None:
        number, self._number = self._number, None
        if number is not None:
            self._jump(number)

    def _jump(self, number: int) -> None:
        if number == 1:
            self.view.go_to(1)  # with the letterhead over it
        else:
            self.view.go_to_heading(f"{number}. ")

    def _redraw(self) -> None:
        if self._papers is not None:
            self._stale = False
            self.feed.request(self._papers)

    def _draw(self, papers: Papers) -> Work[bytes]:
        paper = document(papers, self.what.value() or "dagordning")
        return self._desk.preview.run(preview, paper, created=self._desk.clock())
