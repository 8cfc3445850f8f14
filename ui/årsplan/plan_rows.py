"""The sammanträden of a plan, a row for each: its day, what is counted from it, what it meets."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from nämnd.core.swedish import long_date
from nämnd.årsplan.planning import Proposal
from ui.toolkit.dates import read_date
from ui.toolkit.inputs import LineInput
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, column, icon_button, label, restyle, row
from ui.toolkit.theme import Icon, Theme
from ui.årsplan.words import frister_text, krockar_text, row_words

_WEEK = timedelta(days=7)


@dataclass(slots=True)
class PlanLine:
    """The widgets of one sammanträde. `dag`: the day that is read, None while nobody can."""

    dag: date | None
    number: QLabel
    day: LineInput
    weekday: QLabel
    plats: LineInput
    counted: QLabel
    against: QLabel
    remove: QPushButton


class PlanRows(QScrollArea):
    """Rows to change by hand.

    Attributes:
        lines: the widgets of each row, by day when they were shown.

    Signals:
        changed: a day or a place is another, or a row is gone.
    """

    changed = Signal()

    def __init__(self, theme: Theme, assess: Callable[[date, str], Proposal]) -> None:
        """Show no rows. `assess` says what follows from a day that is written."""
        super().__init__()
        self._theme, self._assess = theme, assess
        self.lines: list[PlanLine] = []
        self.touched = False  # the user has changed something
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Sammanträden i planen")

    def show_plan(self, plan: tuple[Proposal, ...]) -> None:
        """Replace the rows."""
        self.touched = False
        self._fill(plan)

    def days(self) -> list[date]:
        """Return the days that can be read."""
        return [one.dag for one in self.lines if one.dag is not None]

    def plan(self) -> tuple[tuple[date, str], ...]:
        """Return day and place of each row, by day."""
        found = ((one.dag, one.plats.value().strip()) for one in self.lines if one.dag)
        return tuple(sorted(found))

    def unread(self) -> tuple[str, ...]:
        """Return what is written for a day and can't be read."""
        return tuple(one.day.value() for one in self.lines if one.dag is None)

    def add(self, dag: date) -> None:
        """Add a row."""
        kept = [self._assess(one, plats) for one, plats in self.plan()]
        self._fill((*kept, self._assess(dag, "")))
        self._touch()

    def _fill(self, plan: tuple[Proposal, ...]) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, self._theme.px(8), 0)
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(self._theme.px(12))
        grid.setColumnStretch(3, 1)
        for at, text in enumerate(("", "Dag", "Plats", "Räknas från dagen", "")):
            grid.addWidget(label(text, Label.CAPTION), 0, at)
        self.lines = [self._row(one) for one in sorted(plan, key=lambda one: one.dag)]
        for at, one in enumerate(self.lines, start=1):
            self._put(grid, at, one)
        grid.setRowStretch(len(self.lines) + 1, 1)
        self.setWidget(inside)
        self._assess_all()

    def _row(self, one: Proposal) -> PlanLine:
        made = PlanLine(
            dag=one.dag,
            number=label("", Label.STRONG),
            day=LineInput("åååå-mm-dd"),
            weekday=label("", Label.CAPTION),
            plats=LineInput("plats"),
            counted=label("", Label.BODY, wrap=True),
            against=label("", Label.BODY, wrap=True),
            remove=icon_button(self._theme, Icon.REMOVE, "Ta bort ur planen"),
        )
        made.day.setText(one.dag.isoformat())
        made.plats.setText(one.plats)
        made.day.setFixedWidth(self._theme.px(112))
        made.plats.setFixedWidth(self._theme.px(140))
        made.day.textChanged.connect(lambda: self._written(made))
        made.plats.textChanged.connect(self._touch)
        made.remove.clicked.connect(lambda: self._drop(made))
        return made

    def _put(self, grid: QGridLayout, at: int, one: PlanLine) -> None:
        theme = self._theme
        earlier = icon_button(theme, Icon.BACK, "En vecka tidigare")
        later = icon_button(theme, Icon.FORWARD, "En vecka senare")
        earlier.clicked.connect(lambda: self._shift(one, -_WEEK))
        later.clicked.connect(lambda: self._shift(one, _WEEK))
        for part in (earlier, later):
            part.setAccessibleName(f"Sammanträde {at}: {part.accessibleName().lower()}")
        day = column(
            row(one.day, earlier, later, spacing=theme.px(2)), one.weekday, spacing=theme.px(2)
        )
        grid.addWidget(one.number, at, 0, _TOP)
        grid.addLayout(day, at, 1, _TOP)
        grid.addWidget(one.plats, at, 2, _TOP)
        grid.addLayout(column(one.counted, one.against, None, spacing=theme.px(2)), at, 3)
        grid.addWidget(one.remove, at, 4, _TOP)

    def _written(self, one: PlanLine) -> None:
        one.dag = read_date(one.day.value())
        self._assess_all()
        self._touch()

    def _shift(self, one: PlanLine, step: timedelta) -> None:
        if one.dag is not None:
            one.day.setText((one.dag + step).isoformat())

    def _drop(self, gone: PlanLine) -> None:
        kept = tuple(
            self._assess(one.dag, one.plats.value())
            for one in self.lines
            if one is not gone and one.dag is not None
        )
        self._fill(kept)
        self._touch()

    def _touch(self) -> None:
        self.touched = True
        self.changed.emit()

    def assess_again(self) -> None:
        """Say anew what follows from each day: what stands in the way is another."""
        self._assess_all()

    def _assess_all(self) -> None:
        """Say what follows from every day: another row's day may be the same."""
        order = sorted(self.days())
        for one in self.lines:
            if one.dag is None:
                one.weekday.setText("ingen dag")
                one.counted.setText("")
                one.against.hide()
                continue
            found = self._assess(one.dag, one.plats.value())
            number = order.index(one.dag) + 1
            one.number.setText(str(number))
            one.weekday.setText(long_date(one.dag).split()[0])
            one.counted.setText(frister_text(found.frister))
            self._say_against(one, found)
            said = row_words(number, found)
            one.day.setAccessibleName(f"Dag för sammanträde {number}")
            one.day.setAccessibleDescription(said)
            one.plats.setAccessibleName(f"Plats för sammanträde {number}")
            one.remove.setAccessibleName(f"Ta bort sammanträde {number} ur planen")

    @staticmethod
    def _say_against(one: PlanLine, found: Proposal) -> None:
        hard = not found.is_free
        text = krockar_text(found.krockar)
        one.against.setText(f"Krock: {text}" if hard else text)
        restyle(one.against, "chip", (Role.LATE if hard else Role.WARN).value)
        one.against.setVisible(bool(text))


_TOP = Qt.AlignmentFlag.AlignTop
