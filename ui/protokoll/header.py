"""The head of the page: where the sammanträde is, and the next thing to do."""

from datetime import date

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.protokoll.values import ParagrafRow, Protokoll
from ui.protokoll.banner import JusteringBanner
from ui.protokoll.header_words import Step, hint_of, next_step, stages_of, text_of
from ui.protokoll.loaded import Loaded
from ui.protokoll.words import course_text, open_day, presence, presence_text
from ui.sammanträde.head_words import AFTERWARDS, KALLELSE, PLANERA, PROTOKOLL, SAMMANTRÄDE
from ui.sammanträde.header import Elided
from ui.sammanträde.stage_strip import StageStrip
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

_GAP = 6  # design pixels


class Header(QWidget):
    """Title, stages, Upprop, Ajournera and the primary button.

    Signals:
        next_wanted: what the primary button says now.
        pause_wanted: open the sammanträde, ajournera or go on, as that button says.
        upprop_wanted: the roll call.
        dagordning_wanted: back to the dagordning.
        paper_wanted: the protokoll as a paper beside the §§ (True), or who is there (False).
        justering_wanted: the page of the justering.

    Attributes:
        more: the button of the menu of the sammanträde as a whole.
        step: what the primary button does now.
        can_open: the second button opens the sammanträde.
    """

    next_wanted = Signal()
    pause_wanted = Signal()
    upprop_wanted = Signal()
    dagordning_wanted = Signal()
    paper_wanted = Signal(bool)
    justering_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no sammanträde yet."""
        super().__init__()
        self._theme = theme
        self.title = label("", Label.TITLE)
        self.subtitle = Elided()
        self.quorum = Chip("inte beslutsför", Role.LATE)
        self.more = icon_button(theme, Icon.MORE, "Mer om sammanträdet")
        self.stages = StageStrip(theme, before=self.more)
        self.upprop = button("Upprop")
        self.upprop.setToolTip("Ropa upp ledamöter och ersättare (Ctrl+U)")
        self.pause = button("")
        self.next = button("", Kind.PRIMARY)
        self.step = Step.NEXT
        self.can_open = True
        self.banner = JusteringBanner(theme)
        self._build()
        self._connect()

    def show_loaded(self, loaded: Loaded, *, today: date, paper: bool) -> None:
        """Show where a sammanträde is; `paper`: the protokoll is shown as a paper."""
        now = loaded.protokoll
        self.title.setText(f"Sammanträde {now.sammanträde.day_text}")
        self.step = next_step(now)
        self.next.setText(text_of(self.step))
        self.next.setToolTip(hint_of(self.step))
        pause, tip, self.can_open = _pause(now)
        self.pause.setText(pause)
        self.pause.setToolTip(tip)
        self.pause.setVisible(bool(pause))
        self.upprop.setVisible(not now.närvaro)  # afterwards the pane of närvaro has it
        here = PROTOKOLL if paper else SAMMANTRÄDE
        found = stages_of(now, loaded.facts, loaded.later, today=today, here=here)
        self.banner.show_protokoll(now, loaded.kommentarer)
        self.stages.show_all(found, self._room())

    def show_presence(self, now: Protokoll, paragraf: ParagrafRow | None, *, today: date) -> None:
        """Show who serves at the § that is shown, and what was said of it."""
        self.banner.show_paragraf(paragraf.nummer if paragraf else None)
        found = presence(now, paragraf)
        self.subtitle.setText(f"{course_text(now, today)} · {presence_text(found)}")
        self.quorum.setVisible(not found.ok and bool(now.närvaro))

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it can be: with the stage under way only."""
        least = self._beside_stages() + self.stages.least
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # what is being laid out can't be replaced

    def _fit(self) -> None:
        self.stages.fit(self._room())

    def _measure(self) -> None:
        """Take the measures anew, at another size of the text."""
        self.stages.measure(self._room())

    def _room(self) -> int:
        return self.width() - self._beside_stages()

    def _beside_stages(self) -> int:
        parts = (self.title, self.more, self.upprop, self.pause, self.next)
        shown = [one for one in parts if not one.isHidden()]
        gaps = (len(shown) + 1) * self._theme.px(_GAP)
        return sum(one.sizeHint().width() for one in shown) + gaps

    def _build(self) -> None:
        gap = self._theme.px(_GAP)
        top = row(
            self.title,
            self.more,
            None,
            self.stages,
            self.upprop,
            self.pause,
            self.next,
            spacing=gap,
        )
        below = row(self.subtitle, self.quorum, spacing=self._theme.px(12))
        below.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(2))
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addWidget(self.banner)

    def _connect(self) -> None:
        self.next.clicked.connect(self.next_wanted)
        self.pause.clicked.connect(self.pause_wanted)
        self.upprop.clicked.connect(self.upprop_wanted)
        self.stages.picked.connect(self._pick)
        self.banner.go.clicked.connect(self.justering_wanted)
        self._theme.changed.connect(self._measure)

    def _pick(self, key: str) -> None:
        if key in (PLANERA, KALLELSE):
            self.dagordning_wanted.emit()
        elif key in (SAMMANTRÄDE, PROTOKOLL):
            self.paper_wanted.emit(key == PROTOKOLL)
        elif key in AFTERWARDS:
            self.justering_wanted.emit()
        else:
            self.stages.explain(key)


def _pause(now: Protokoll) -> tuple[str, str, bool]:
    """Return what the second button says, its tool tip, and whether it opens the sammanträde."""
    head = now.sammanträde
    if any(one.till is None for one in head.ajourneringar):
        return "Åter&uppta", "Sammanträdet går vidare efter pausen (Ctrl+J)", False
    if open_day(now) is not None:
        return "A&journera", "Paus i sammanträdet (Ctrl+J)", False
    if head.dagar and head.dagar[-1].avslutat is not None:
        return "", "", False
    return "&Öppna", "Sammanträdet är öppnat (Ctrl+J)", True
