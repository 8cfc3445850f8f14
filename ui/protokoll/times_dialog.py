"""Dialog: when each day of a sammanträde was opened and ended, and its breaks."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from nämnd.core.changes import Command, Together
from nämnd.core.swedish import long_date
from nämnd.protokoll.meeting_commands import CloseSammanträde, OpenSammanträde, SaveBreaks
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Ajournering, Dag
from nämnd.sammanträde.rules import read_spans, read_time, spans_text
from ui.desk import Desk
from ui.toolkit.small import Kind, Label, button, label, row

_TIME = "Skriv klockslag som 08.30, eller lämna fältet tomt."
_BREAKS = "Skriv pauserna som 10.45–11.30, 14.00–14.20, i den ordning de var."


@dataclass(frozen=True, slots=True)
class _Line:
    dag: Dag
    opened: QLineEdit
    ended: QLineEdit
    breaks: QLineEdit


def edit_times(desk: Desk, parent: QWidget, now: Protokoll) -> "TimesDialog":
    """Let the user correct when each day was opened and ended, and its breaks."""
    dialog = TimesDialog(desk, parent, now)
    dialog.open()
    return dialog


class TimesDialog(QDialog):
    """Three fields a day. Stays while something is no time."""

    def __init__(self, desk: Desk, parent: QWidget, now: Protokoll) -> None:
        """Show the times as they are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Tider och ajourneringar")
        self._desk, self._now = desk, now
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.keep = button("&Spara", Kind.PRIMARY)
        self.lines = [self._line(dag) for dag in now.sammanträde.dagar]
        self._build()

    def _line(self, dag: Dag) -> _Line:
        head = self._now.sammanträde
        first = head.dagar[0].datum  # has those from before there were several days
        several = len(head.dagar) > 1
        breaks = [
            (one.från, one.till)
            for one in head.ajourneringar
            if not several or (one.datum or first) == dag.datum
        ]
        return _Line(
            dag,
            QLineEdit(dag.öppnat or ""),
            QLineEdit(dag.avslutat or ""),
            QLineEdit(spans_text(tuple(breaks))),
        )

    def _save(self) -> None:
        commands = self._commands()
        if commands and self._desk.editor.do(Together(commands), "ändra tiderna") is not None:
            self.accept()

    def _commands(self) -> tuple[Command, ...]:
        """Return what is written as commands; none when something can't be read."""
        key = self._now.sammanträde.id
        several = len(self.lines) > 1
        commands: list[Command] = []
        breaks: list[Ajournering] = []
        for one in self.lines:
            times = [_read(one.opened), _read(one.ended)]
            spans = read_spans(one.breaks.text())
            if "" in times or spans is None:
                self._say(_TIME if "" in times else _BREAKS)
                return ()
            commands += [
                OpenSammanträde(sammanträde_id=key, datum=one.dag.datum, tid=times[0]),
                CloseSammanträde(sammanträde_id=key, datum=one.dag.datum, tid=times[1]),
            ]
            day = one.dag.datum if several else None
            breaks += [Ajournering(start, end, day) for start, end in spans]
        return (*commands, SaveBreaks(sammanträde_id=key, rows=tuple(breaks)))

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.show()

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(12))
        for one in self.lines:
            if len(self.lines) > 1:
                layout.addWidget(label(long_date(one.dag.datum), Label.HEADING))
            layout.addLayout(self._form(one))
        self.hint.hide()
        layout.addWidget(self.hint)
        cancel = button("Avbryt")
        cancel.clicked.connect(self.reject)
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._save)
        layout.addLayout(row(None, cancel, self.keep, spacing=theme.px(8)))
        self.setMinimumWidth(theme.px(420))

    def _form(self, one: _Line) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(self._desk.theme.px(12))
        for text, field, example in (
            ("Öppnat", one.opened, "08.30"),
            ("Avslutat", one.ended, "15.20"),
            ("Ajournerat", one.breaks, "10.45–11.30"),
        ):
            field.setPlaceholderText(example)
            field.setAccessibleName(f"{text} {one.dag.datum}")
            form.addRow(text, field)
        return form


def _read(field: QLineEdit) -> str | None:
    """Return the time; None for nothing written, «» for what is no time."""
    written = field.text().strip()
    return (read_time(written) or "") if written else None
