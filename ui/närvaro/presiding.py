"""Who leads and who checks, each for their §§, with what is wrong said while it is written."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nämnd.core.changes import Command, Together
from nämnd.core.paragrafer import ALL, Paragrafer
from nämnd.närvaro.task_commands import SetJusterare, SetPresiding
from nämnd.närvaro.tasks import (
    Task,
    TaskFault,
    justerare_faults,
    presiding_faults,
)
from nämnd.närvaro.values import ForParagrafer
from nämnd.organisation.rules import LEDAMÖTER
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.närvaro.fields import set_input, set_of, unread
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.närvaro.words import fault_text
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import ParsedInput
from ui.toolkit.small import Label, button, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

_SERVES = (*LEDAMÖTER, "ersättare")


def open_presiding(desk: Desk, parent: QWidget, protokoll: Protokoll) -> "PresidingDialog":
    """Let the user say who leads and who checks which §§."""
    return PresidingDialog(desk, parent, protokoll)


class TaskLine(QWidget):
    """A person and their §§.

    Signals:
        changed: either is another.
        removed: it is to go.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self, theme: Theme, people: Sequence[tuple[str, str]], task: ForParagrafer | None, what: str
    ) -> None:
        """Show `task`, or an empty line."""
        super().__init__()
        self.person: Choice[str] = Choice(theme, people)
        self.person.choose(task.person_id if task else None)
        self.person.setAccessibleName(what)
        self.person.setMinimumContentsLength(20)
        self.paragrafer: ParsedInput[Paragrafer] = set_input(task.paragrafer if task else ALL)
        self.paragrafer.setAccessibleName(f"Paragrafer, {what.casefold()}")
        self.paragrafer.setPlaceholderText("alla §§")
        self.remove = icon_button(theme, Icon.REMOVE, "Ta bort")
        parts = (self.person, label("§", Label.MUTED), self.paragrafer, self.remove)
        line = row(*parts, spacing=theme.px(6))
        line.setStretch(0, 3)
        line.setStretch(2, 2)
        self.setLayout(line)
        self.person.currentIndexChanged.connect(self.changed)
        self.paragrafer.textChanged.connect(self.changed)
        self.remove.clicked.connect(self.removed)

    def task(self) -> ForParagrafer | None:
        """Return what is written; None when it can't be read or nobody is chosen."""
        person_id = self.person.value()
        if person_id is None or unread(self.paragrafer):
            return None
        return ForParagrafer("", person_id, set_of(self.paragrafer))


class TaskList(QFrame):
    """The lines of one task, and a button for one more.

    Signals:
        changed: something is another.
    """

    changed = Signal()

    def __init__(self, theme: Theme, protokoll: Protokoll, what: str) -> None:
        """Show no lines yet. `what` is the task: «Ordförande»."""
        super().__init__()
        self._theme, self._what = theme, what
        self._people = _people(protokoll)
        self.lines: list[TaskLine] = []
        self.more = button(f"Lägg till {what.casefold()}")
        self.faults = label("", Label.PROBLEM, wrap=True)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        self._layout.addWidget(label(what, Label.STRONG))
        self._layout.addLayout(row(self.more, None, spacing=0))
        self._layout.addWidget(self.faults)
        self.faults.hide()
        self.more.clicked.connect(self._add_empty)

    def show_tasks(self, tasks: Sequence[ForParagrafer]) -> None:
        """Show who has it now, at least one line."""
        for task in tasks or (None,):
            self._add(task)

    def tasks(self) -> tuple[ForParagrafer, ...]:
        """Return what is written, without lines that are empty."""
        return tuple(task for line in self.lines if (task := line.task()))

    def problems(self) -> tuple[str, ...]:
        """Return what can't be read."""
        return unread(*(line.paragrafer for line in self.lines))

    def tell(self, text: str) -> None:
        """Say what is wrong with the whole; «» when nothing is."""
        self.faults.setText(text)
        self.faults.setVisible(bool(text))

    def _add_empty(self) -> None:
        self._add(None).person.setFocus()
        self.changed.emit()

    def _add(self, task: ForParagrafer | None) -> TaskLine:
        made = TaskLine(self._theme, self._people, task, self._what)
        made.changed.connect(self.changed)
        made.removed.connect(lambda: self._remove(made))
        self.lines.append(made)
        self._layout.insertWidget(len(self.lines), made)
        return made

    def _remove(self, gone: TaskLine) -> None:
        self.lines.remove(gone)
        self._layout.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
        self.more.setFocus()
        self.changed.emit()


class PresidingDialog(Frame):
    """Ordförande and justerare."""

    def __init__(self, desk: Desk, parent: QWidget, protokoll: Protokoll) -> None:
        """Show who has the tasks now."""
        super().__init__(desk.theme, parent, "Vem leder och vem justerar", width=560)
        self._desk, self._place = desk, Place(protokoll)
        self.ordförande = TaskList(desk.theme, protokoll, "Ordförande")
        self.justerare = TaskList(desk.theme, protokoll, "Justerare")
        self.ordförande.show_tasks(protokoll.ordförande)
        self.justerare.show_tasks(protokoll.justerare)
        hint = (
            "Skriv paragraferna som 59–64, eller 59–61, 63. 62– är från och med § 62. Tomt är alla."
        )
        for part in (self.ordförande, self.justerare, label(hint, Label.CAPTION, wrap=True)):
            self.fill(part)
        for one in (self.ordförande, self.justerare):
            one.changed.connect(self._look)
        self.begin(self._save, problems=self._wrong)
        self._look()
        self.ordförande.lines[0].person.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return (*self.ordförande.problems(), *self.justerare.problems())

    def _look(self) -> None:
        self.check()
        protokoll, places = self._place.protokoll, self._place.places
        lead, check = self.ordförande.tasks(), self.justerare.tasks()
        self._tell(self.ordförande, presiding_faults(protokoll, lead, places), "leder")
        self._tell(self.justerare, justerare_faults(protokoll, check, places), "justerar")

    def _tell(self, tasks: TaskList, faults: Sequence[TaskFault], what: str) -> None:
        tasks.tell("\n".join(fault_text(self._place.protokoll, one, what) for one in faults))

    def _save(self) -> bool:
        key, now = self._place.sammanträde_id, self._place.protokoll
        lead, check = _kept(self.ordförande.tasks()), _kept(self.justerare.tasks())
        commands: list[Command] = []
        if lead != _kept(now.ordförande):
            commands.append(SetPresiding(sammanträde_id=key, rows=lead))
        if check != _kept(now.justerare):
            commands.append(SetJusterare(sammanträde_id=key, rows=check))
        label = "vem som leder och justerar"
        return not commands or self._desk.editor.do(Together(tuple(commands)), label) is not None


def _kept(tasks: Sequence[ForParagrafer]) -> tuple[Task, ...]:
    return tuple((one.person_id, one.paragrafer.text) for one in tasks)


def _people(protokoll: Protokoll) -> list[tuple[str, str]]:
    """Return those who can be chosen: ledamöter, ersättare, and whoever has a task already."""
    named = {one.person_id for one in (*protokoll.ordförande, *protokoll.justerare)}
    return [
        (one.person_id, one.name_and_party)
        for one in protokoll.deltagare.values()
        if one.roll in _SERVES or one.person_id in named
    ]
