"""The days of a sammanträde: a date with its weekday, and its times, line by line."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nämnd.core.calendar import is_workday
from nämnd.core.swedish import long_date
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.rules import read_spans, spans_text
from ui.desk import Desk
from ui.toolkit.dates import read_date
from ui.toolkit.small import Kind, Label, button, label, row


@dataclass(frozen=True, slots=True)
class _Line:
    day: QLineEdit
    weekday: QLabel
    times: QLineEdit
    remove: QPushButton
    whole: QWidget


class DaysField(QWidget):
    """One line a day. A date or time that can't be read leaves the day out, or in a bad span.

    Signals:
        changed: something was written.
    """

    changed = Signal()

    def __init__(self, desk: Desk, dagar: tuple[Dag, ...]) -> None:
        """Show `dagar`."""
        super().__init__()
        self._desk = desk
        self._lines: list[_Line] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(desk.theme.px(6))
        self.more = button("+ Dag", Kind.LINK)
        self.more.clicked.connect(self._add_next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(desk.theme.px(6))
        layout.addLayout(self._rows)
        layout.addWidget(self.more)
        for dag in dagar:
            self._add(dag.datum.isoformat(), spans_text(dag.tider))

    @property
    def first(self) -> QLineEdit:
        """Return where one begins to write."""
        return self._lines[0].day

    def dagar(self) -> tuple[Dag, ...]:
        """Return the days as they are written."""
        return tuple(dag for line in self._lines if (dag := _read(line)) is not None)

    def unread(self) -> tuple[str, ...]:
        """Return what is written for a day and is no date; empty where nothing is written."""
        days = (line.day.text() for line in self._lines)
        return tuple(day for day in days if read_date(day) is None)

    def _add(self, day: str, times: str) -> None:
        line = _Line(
            day=QLineEdit(day),
            weekday=label("", Label.MUTED),
            times=QLineEdit(times),
            remove=button("Ta bort", Kind.LINK),
            whole=QWidget(),
        )
        line.day.setPlaceholderText("åååå-mm-dd")
        line.day.setMaximumWidth(self._desk.theme.px(120))
        line.weekday.setMinimumWidth(self._desk.theme.px(70))
        line.times.setPlaceholderText("09.00–12.00, 13.00–15.00")
        parts = row(line.day, line.weekday, line.times, spacing=self._desk.theme.px(8))
        parts.setStretch(2, 1)
        line.remove.clicked.connect(lambda: self._remove(line))
        parts.addWidget(line.remove)
        line.remove.setVisible(bool(self._lines))
        line.whole.setLayout(parts)
        line.day.textChanged.connect(lambda: self._say(line))
        line.times.textChanged.connect(self.changed)
        self._lines.append(line)
        self._rows.addWidget(line.whole)
        line.whole.show()  # at once, or it could not take the focus
        self._name_lines()
        self._say(line)

    def _name_lines(self) -> None:
        for number, line in enumerate(self._lines, start=1):
            line.day.setAccessibleName(f"Dag {number}")
            line.times.setAccessibleName(f"Tider dag {number}")
            line.remove.setAccessibleName(f"Ta bort dag {number}")
        parts = [one for line in self._lines for one in (line.day, line.times, line.remove)]
        for one, following in pairwise((*parts, self.more)):
            QWidget.setTabOrder(one, following)

    def _say(self, line: _Line) -> None:
        day = read_date(line.day.text())
        line.weekday.setText(_weekday(day) if day else "")
        self.changed.emit()

    def _add_next(self) -> None:
        last = read_date(self._lines[-1].day.text())
        self._add((last + timedelta(days=1)).isoformat() if last else "", "")
        self._lines[-1].day.setFocus()

    def _remove(self, line: _Line) -> None:
        self._lines.remove(line)
        line.whole.hide()
        line.whole.deleteLater()
        self._name_lines()
        self._lines[-1].day.setFocus()
        self.changed.emit()


def _read(line: _Line) -> Dag | None:
    day = read_date(line.day.text())
    if day is None:
        return None
    spans = read_spans(line.times.text())
    return Dag(day, ((line.times.text(), None),) if spans is None else spans)


def _weekday(day: date) -> str:
    name = long_date(day).split()[0]
    return name if is_workday(day) else f"{name}, ledig dag"
