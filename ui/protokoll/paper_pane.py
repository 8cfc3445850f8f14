"""The protokoll as it will be, drawn again after every change, and shown at the chosen §."""

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nämnd.core.progress import Work
from nämnd.paket.papers import Papers, preview
from nämnd.protokoll.values import ParagrafRow, Protokoll
from ui.desk import Desk
from ui.protokoll.papers import PAPERS, drawn, papers_of
from ui.protokoll.words import paragraf_name
from ui.sammanträde.preview_pane import Paper
from ui.toolkit.controls import Choice
from ui.toolkit.preview import PreviewFeed
from ui.toolkit.small import icon_button, row
from ui.toolkit.theme import Icon


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be drawn: a paper of a sammanträde, about one § when it is an utdrag."""

    what: str
    papers: Papers
    paragraf_id: str | None


class PaperPane(QWidget):
    """A preview with a choice of paper.

    Signals:
        hide_wanted: the user wants the room for something else.
    """

    hide_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk = desk
        self._now: tuple[Protokoll, ParagrafRow | None] | None = None
        self._stale = False
        self._place = ""  # the heading to show as soon as it is drawn
        self.view = Paper(desk.theme)
        self.feed: PreviewFeed[Wanted] = PreviewFeed(desk.jobs, self.view, self._draw)
        self.what: Choice[str] = Choice(desk.theme, PAPERS)
        self.what.choose("protokoll")
        self.what.setAccessibleName("Vad förhandsvisningen visar")
        self.hide_button = icon_button(desk.theme, Icon.CLOSE, "Visa närvaron i stället (Escape)")
        self._build()

    def show_protokoll(
        self, protokoll: Protokoll, paragraf: ParagrafRow | None, *, other: bool
    ) -> None:
        """Draw what is written, in a moment; `other`: go to the § that is chosen now."""
        before, self._now = self._now, (protokoll, paragraf)
        if before is None or before[0] is not protokoll or (self._about_one and other):
            self._stale = True
            if self.isVisible():
                self._redraw()
        if other and paragraf is not None:
            self._go_to(f"{paragraf_name(protokoll, paragraf.nummer)} ")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.view.sheets.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
            return
        super().keyPressEvent(event)

    @property
    def _about_one(self) -> bool:
        return self.what.value() == "utdrag"

    def _go_to(self, heading: str) -> None:
        self._place = ""
        if not (self.feed.idle and self.view.go_to_heading(heading)):
            self._place = heading

    def _shown(self) -> None:
        heading, self._place = self._place, ""
        if heading:
            self.view.go_to_heading(heading)

    def _redraw(self) -> None:
        if self._now is not None:
            self._stale = False
            protokoll, paragraf = self._now
            what, key = self.what.value() or "protokoll", paragraf.id if paragraf else None
            self.feed.request(Wanted(what, papers_of(self._desk, protokoll), key))

    def _draw(self, wanted: Wanted) -> Work[bytes]:
        """Draw it; that there is nothing to draw yet is told where the paper would be."""
        paper, draft = drawn(wanted.papers, wanted.what, wanted.paragraf_id)
        created = self._desk.clock()
        return (yield from self._desk.preview.run(preview, paper, created=created, draft=draft))

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
        self.what.activated.connect(self._redraw)
        self.hide_button.clicked.connect(self.hide_wanted)
        self.view.shown.connect(self._shown)
