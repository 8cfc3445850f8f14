"""The head of the page: which sammanträde, its stages, and what is done for all sets."""

from datetime import date

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.core.swedish import counted, short_date
from nämnd.justering.values import JusteringView
from ui.justering.loaded import Loaded
from ui.sammanträde.head_words import (
    AFTERWARDS,
    JUSTERING,
    KALLELSE,
    PLANERA,
    PROTOKOLL,
    SAMMANTRÄDE,
    Course,
    course_stages,
)
from ui.sammanträde.header import Elided
from ui.sammanträde.stage_strip import StageStrip
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.theme import Theme

_GAP = 6  # design pixels


class Header(QWidget):
    """Title, stages and the buttons that are about no single set.

    Signals:
        read_wanted: answers are to be read in.
        plan_wanted: which §§ are justerade together.
        dagordning_wanted: back to the dagordning.
        protokoll_wanted: to the meeting day (False), or its protokoll as a paper (True).
    """

    read_wanted = Signal()
    plan_wanted = Signal()
    dagordning_wanted = Signal()
    protokoll_wanted = Signal(bool)

    def __init__(self, theme: Theme) -> None:
        """Show no sammanträde yet."""
        super().__init__()
        self._theme = theme
        self.title = label("", Label.TITLE)
        self.subtitle = Elided()
        self.plan = button("&Dela upp …")
        self.plan.setToolTip("Vilka paragrafer som justeras tillsammans, var och när")
        self.read = button("Läs in s&var …")
        self.read.setToolTip(
            "Läs in ett svar på en justeringsfil; det går också att släppa den här"
        )
        self.stages = StageStrip(theme, before=self.read)
        self._build()

    def show_loaded(self, loaded: Loaded, *, today: date) -> None:
        """Show where a sammanträde stands."""
        head = loaded.protokoll.sammanträde
        self.title.setText(f"Justering {head.day_text}")
        self.subtitle.setText(_subtitle(loaded.views, loaded.last_day))
        self.plan.setVisible(not all(one.locked for one in loaded.views))
        over = bool(head.dagar) and head.dagar[-1].datum <= today
        course = Course(
            planned=True, sent=loaded.kallelse, held=over, later=loaded.later, here=JUSTERING
        )
        self.stages.show_all(course_stages(course, _TO_DAGORDNING), self._room())

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it can be: with the stage under way only."""
        least = self._beside_stages() + self.stages.least
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self.stages.fit(self._room()))

    def _measure(self) -> None:
        self.stages.measure(self._room())

    def _room(self) -> int:
        return self.width() - self._beside_stages()

    def _beside_stages(self) -> int:
        shown = [one for one in (self.title, self.plan, self.read) if not one.isHidden()]
        gaps = (len(shown) + 1) * self._theme.px(_GAP)
        return sum(one.sizeHint().width() for one in shown) + gaps

    def _build(self) -> None:
        gap = self._theme.px(_GAP)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(2))
        layout.addLayout(row(self.title, None, self.stages, self.plan, self.read, spacing=gap))
        layout.addWidget(self.subtitle)
        self.read.clicked.connect(self.read_wanted)
        self.plan.clicked.connect(self.plan_wanted)
        self.stages.picked.connect(self._pick)
        self._theme.changed.connect(self._measure)

    def _pick(self, key: str) -> None:
        if key in (PLANERA, KALLELSE):
            self.dagordning_wanted.emit()
        elif key in (SAMMANTRÄDE, PROTOKOLL):
            self.protokoll_wanted.emit(key == PROTOKOLL)
        elif key in AFTERWARDS:
            self.stages.explain(key)


_TO_DAGORDNING = "Klicka för dagordningen."


def _subtitle(views: tuple[JusteringView, ...], last_day: date | None) -> str:
    done = sum(one.läge == "justerat" for one in views)
    parts = [_done(done, len(views))] if views else []
    if last_day is not None and done < max(len(views), 1):
        parts.append(f"ska vara justerat senast {short_date(last_day)}")
    return " · ".join(parts)


def _done(done: int, many: int) -> str:
    if done == many:
        return "hela protokollet är justerat"
    return (
        f"{done} av {counted(many, 'del', 'delar')} justerade" if many > 1 else "inte justerat än"
    )
