"""Which day the people are shown for: today, any day, the days on which something changed."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nämnd.core.swedish import short_date
from nämnd.organisation.days import change_beside
from ui.desk import Desk
from ui.organisation.inputs import date_input
from ui.organisation.people_now import NOBODY, PeopleNow, period_text
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import MalformedError
from ui.toolkit.small import Label, button, icon_button, label, row
from ui.toolkit.theme import Icon

_MET = 40  # sammanträden to choose among; older days are written


class DayBar(QWidget):
    """A day to write, steps to the changes before and after it, and days to go straight to.

    Arrow up and down in the line step, too.

    Signals:
        picked: another day (date).
    """

    picked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        """Show today."""
        super().__init__()
        self._desk, self._now, self.day = desk, NOBODY, desk.today
        self._offered: set[date] = set()
        theme = desk.theme
        self.line = date_input(desk.today)
        self.line.setAccessibleName("Visa den dag")
        self.line.setToolTip("Visar vilka som var vad den dagen. Pil upp och ned går mellan dagar.")
        self.line.setFixedWidth(theme.px(118))
        self.before = icon_button(theme, Icon.BACK, "Förra dagen då något ändrades")
        self.after = icon_button(theme, Icon.FORWARD, "Nästa dag då något ändrades")
        self.today = button("I dag")
        self.jump: Choice[date | None] = Choice(theme)
        self.jump.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.jump.setMinimumContentsLength(12)
        self.jump.setMaximumWidth(theme.px(240))
        self.jump.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.jump.setAccessibleName("Gå till mandatperiod eller sammanträde")
        self.problem = label("", Label.PROBLEM)
        caption = label("Visa den", Label.MUTED)
        caption.setBuddy(self.line)
        parts = (caption, self.line, self.before, self.after, self.today, self.jump)
        self.setLayout(row(*parts, self.problem, None, spacing=theme.px(6)))
        self._connect()

    def show_now(self, now: PeopleNow) -> None:
        """Offer the days of another nämnd, or of the same read again."""
        self._now = now
        periods = [
            (one.från, f"Mandatperioden {period_text(one)}")
            for one in sorted(now.nämnd.mandatperioder, key=lambda one: one.från, reverse=True)
        ]
        met = [(day, f"Sammanträdet {short_date(day)}") for day in now.met[:_MET]]
        self._offered = {day for day, _ in (*periods, *met)}
        self.jump.offer([(None, "Gå till …"), *periods, *met])
        self.jump.setVisible(bool(periods or met))
        self._show()

    def show_day(self, day: date) -> None:
        """Show another day, without telling."""
        self.day = day
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.line.left.connect(self._read)
        self.line.installEventFilter(self)
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        self.today.clicked.connect(lambda: self._pick(self._desk.today))
        self.jump.activated.connect(lambda: self._pick(self.jump.value()))

    def _read(self) -> None:
        try:
            day = self.line.value()
        except MalformedError as malformed:
            self._say(str(malformed))
            return
        self._pick(day or self.day)

    def _step(self, step: int) -> None:
        self._pick(change_beside(self._now.rows, self.day, step))

    def _pick(self, day: date | None) -> None:
        other = day is not None and day != self.day
        self.day = day or self.day
        self._show()
        if other:
            self.picked.emit(self.day)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.line.show_wrong(bool(problem))
        self.line.setAccessibleDescription(problem)

    def _show(self) -> None:
        self._say("")
        self.line.show_value(self.day)
        self.jump.choose(self.day if self.day in self._offered else None)
        self.before.setEnabled(change_beside(self._now.rows, self.day, -1) is not None)
        self.after.setEnabled(change_beside(self._now.rows, self.day, 1) is not None)
        self.today.setEnabled(self.day != self._desk.today)
