"""The head of the page: what sammanträde it is, how far it has come, and the next thing to do."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QMenu, QVBoxLayout, QWidget

from nämnd.sammanträde.checks import Finding
from nämnd.sammanträde.dagordning import Dagordning, SammanträdeRow
from nämnd.översikt.later import Later
from nämnd.översikt.words import finding_text
from ui.sammanträde.head_words import (
    AFTERWARDS,
    KALLELSE,
    PLANERA,
    PROTOKOLL,
    SAMMANTRÄDE,
    deadline_text,
    is_late,
    missing,
    missing_text,
    stages,
    subtitle,
)
from ui.sammanträde.popups import entry, pop_below, popup
from ui.sammanträde.stage_strip import StageStrip
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

_GAP = 6  # design pixels


class Header(QWidget):
    """Title, stages and the primary button.

    Signals:
        edit_wanted, move_wanted, cancel_wanted, resume_wanted: of the sammanträde as a whole.
        send_wanted: the kallelse, or an addition to it.
        jump_wanted: to the Finding that was picked.
        protokoll_wanted: to the meeting day (False), or its protokoll as a paper (True).
        justering_wanted: to the page of the justering.
    """

    edit_wanted = Signal()
    move_wanted = Signal()
    cancel_wanted = Signal()
    resume_wanted = Signal()
    send_wanted = Signal()
    jump_wanted = Signal(object)
    protokoll_wanted = Signal(bool)
    justering_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._cancelled = False
        self.title = label("", Label.TITLE)
        self.subtitle = Elided()
        self.late = Chip("", Role.LATE)
        self.more = icon_button(theme, Icon.MORE, "Ändra, flytta eller ställ in sammanträdet")
        self.stages = StageStrip(theme, before=self.more)
        self.send = button("Skapa kall&else", Kind.PRIMARY)
        self.missing = button("", Kind.LINK)
        self.banner = Banner(theme)
        self._build()
        self._connect()

    def show_sammanträde(
        self,
        now: Dagordning,
        findings: Sequence[Finding],
        later: Later,
        *,
        sent: date | None,
        today: date,
    ) -> None:
        """Show how a sammanträde stands; `later`: how far it has come after its protokoll."""
        head, self._findings = now.sammanträde, tuple(findings)
        self._cancelled = head.inställt is not None
        self.title.setText(f"Sammanträde {head.day_text}")
        self.subtitle.setText(subtitle(head))
        self.banner.show_reason(head)
        found = stages(now, findings, later, sent=sent, today=today)
        self.stages.show_all(found, self._room())
        self.stages.setVisible(not self._cancelled)
        self.send.setText("Skicka till&ägg" if sent else "Skapa kall&else")
        self.send.setVisible(sent is not None or not self._cancelled)
        self._show_missing(sent)

    def missing_menu(self) -> QMenu:
        """Return the popup with everything that is missing; picking one goes there."""
        menu = popup(self)
        if text := deadline_text(self._findings):
            entry(menu, text, None)
            menu.addSeparator()
        for finding in missing(self._findings):
            entry(menu, finding_text(finding), partial(self.jump_wanted.emit, finding))
        return menu

    def menu(self) -> QMenu:
        """Return the menu of the sammanträde as a whole."""
        menu = popup(self)
        entry(menu, "Ändra sammanträdet …", self.edit_wanted.emit)
        entry(menu, "Flytta sammanträdet …", self.move_wanted.emit)
        if self._cancelled:
            entry(menu, "Håll sammanträdet ändå", self.resume_wanted.emit)
        else:
            entry(menu, "Ställ in sammanträdet …", self.cancel_wanted.emit)
        return menu

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
        parts = (self.title, self.more, self.send)
        return sum(one.sizeHint().width() for one in parts) + 4 * self._theme.px(_GAP)

    def _show_missing(self, sent: date | None) -> None:
        text = missing_text(self._findings)
        shown = not self._cancelled and sent is None
        self.missing.setVisible(shown and bool(text))
        self.missing.setText(text)
        self.missing.setAccessibleDescription("Visar vad som saknas före kallelsen")
        self.late.setVisible(shown and is_late(self._findings))
        self.late.show_as("kallelsen är sen", Role.LATE)
        self.late.setToolTip(deadline_text(self._findings))

    def _build(self) -> None:
        theme = self._theme
        theme.dress(self.missing, Icon.WARNING, Role.WARN)
        gap = theme.px(_GAP)
        top = row(self.title, self.more, None, self.stages, self.send, spacing=gap)
        below = row(self.subtitle, self.late, self.missing, spacing=theme.px(12))
        below.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        layout.addLayout(top)
        layout.addLayout(below)
        layout.addSpacing(theme.px(4))
        layout.addWidget(self.banner)

    def _connect(self) -> None:
        self.send.clicked.connect(self.send_wanted)
        self.more.clicked.connect(lambda: pop_below(self.more, self.menu()))
        self.missing.clicked.connect(self._show_missing_menu)
        self.stages.picked.connect(self._pick)
        self._theme.changed.connect(self._measure)
        self.banner.resume.clicked.connect(self.resume_wanted)

    def _show_missing_menu(self) -> None:
        pop_below(self.missing, self.missing_menu())

    def _pick(self, key: str) -> None:
        if key == PLANERA:
            self.edit_wanted.emit()
        elif key == KALLELSE and self.missing.isVisible():
            self._show_missing_menu()
        elif key in (SAMMANTRÄDE, PROTOKOLL):
            self.protokoll_wanted.emit(key == PROTOKOLL)
        elif key in AFTERWARDS:
            self.justering_wanted.emit()
        else:
            self.stages.explain(key)


class Elided(QLabel):
    """A line of muted text that is cut, with the whole of it as tool tip, when room is short."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("label", Label.MUTED.value)

    def setText(self, arg__1: str) -> None:
        super().setText(arg__1)
        self.setToolTip(arg__1)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, arg__1: QPaintEvent) -> None:  # noqa: ARG002 - named by Qt
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()


class Banner(QFrame):
    """Says that the sammanträde is cancelled or moved."""

    def __init__(self, theme: Theme) -> None:
        """Hide until there is something to say."""
        super().__init__()
        self.setObjectName("card")
        self.chip = Chip("inställt", Role.LATE)
        self.text = label("", wrap=True)
        self.resume = button("Håll det ändå", Kind.LINK)
        layout = QGridLayout(self)
        layout.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))
        layout.setHorizontalSpacing(theme.px(12))
        for at, part in enumerate((self.chip, self.text, self.resume)):
            layout.addWidget(part, 0, at)
        layout.setColumnStretch(1, 1)
        self.hide()

    def show_reason(self, head: SammanträdeRow) -> None:
        """Show why."""
        cancelled = head.inställt is not None
        moved = head.flyttningar[-1] if head.flyttningar else None
        self.setVisible(cancelled or moved is not None)
        self.resume.setVisible(cancelled)
        if cancelled:
            self.chip.show_as("inställt", Role.LATE)
            self.text.setText(f"Sammanträdet är inställt. {head.inställt}")
        elif moved is not None:
            self.chip.show_as("flyttat", Role.NOTE)
            self.text.setText(f"Sammanträdet är flyttat från {moved.från}. {moved.skäl}")
