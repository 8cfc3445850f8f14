"""Frånvaro och ersättare: who is not coming, whom to call, and what they said."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.närvaro.frånvaro_commands import RecordInkallad, RemoveFrånvaro, SaveFrånvaro
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.närvaro.frånvaro_rows import ANSWERS, call_rows, frånvaro_rows, people_to_miss
from ui.närvaro.people_list import PeopleList
from ui.närvaro.rows import Kind, PersonRow
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Kind as ButtonKind
from ui.toolkit.small import Label, button, label, row

_SHOWN = frozenset({Topic.NÄRVARO, Topic.PERSON, Topic.SAMMANTRÄDE, Topic.NÄMND})
_BUTTONS = {"T": "Tillfrågad", "J": "Ja", "N": "Nej", "I": "Inget svar"}


def open_frånvaro(desk: Desk, parent: QWidget, sammanträde_id: str) -> "FrånvaroDialog":
    """Show who is not coming to a sammanträde, and let the user call ersättare."""
    made = FrånvaroDialog(desk, parent, sammanträde_id)
    made.open()
    return made


class FrånvaroDialog(QDialog):
    """Two lists: who is not coming, and for the chosen one the ersättare in order.

    Each key changes it at once; Ctrl+Z takes it back.
    """

    def __init__(self, desk: Desk, parent: QWidget, sammanträde_id: str) -> None:
        """Show how it is now."""
        super().__init__(parent)
        self._desk, self._key = desk, sammanträde_id
        self._now = self._read()
        theme = desk.theme
        self.setWindowTitle("Frånvaro och ersättare")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.who: Choice[str] = Choice(theme)
        self.why = LineInput("skäl, frivilligt")
        self.tell = button("&Anmäl frånvaro", ButtonKind.PRIMARY)
        self.absent = PeopleList(theme, "Frånvarande", ())
        self.calls = PeopleList(theme, "Ersättare att ringa", _BUTTONS)
        self.whom = label("", Label.HEADING, wrap=True)
        self.remove = button("Kommer ändå")
        self.answers = {letter: button(f"{letter}  {text}") for letter, text in _BUTTONS.items()}
        self.shut = button("Stäng")
        self._lay_out()
        self._connect()
        self._show()
        self.resize(theme.px(760), theme.px(520))

    def _read(self) -> Protokoll:
        return self._desk.store.ask(lambda session: protokoll(session, self._key))

    def _lay_out(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(12))
        self.who.setAccessibleName("Vem som inte kommer")
        self.who.setMinimumContentsLength(22)
        self.who.setPlaceholderText("Vem kommer inte?")
        self.why.setAccessibleName("Skäl")
        layout.addLayout(row(self.who, self.why, self.tell, spacing=theme.px(8)))
        grid = QGridLayout()
        grid.setSpacing(theme.px(12))
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._card(label("Frånvarande", Label.HEADING), self.absent, (self.remove,)))
        buttons = tuple(self.answers.values())
        grid.addWidget(self._card(self.whom, self.calls, buttons), 0, 1)
        layout.addLayout(grid, 1)
        layout.addLayout(row(None, self.shut, spacing=0))

    def _card(self, title: QWidget, view: QWidget, buttons: tuple[QWidget, ...]) -> QFrame:
        theme = self._desk.theme
        card = Card(theme)
        card.body.setContentsMargins(0, theme.px(12), 0, theme.px(10))
        head = row(title, spacing=0)
        head.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        foot = row(*buttons, None, spacing=theme.px(6))
        foot.setContentsMargins(theme.px(10), 0, theme.px(10), 0)
        card.add(head)
        card.add(view, stretch=1)
        card.add(foot)
        return card

    def _connect(self) -> None:
        self.tell.clicked.connect(self._tell)
        self.who.currentIndexChanged.connect(self._enable)
        self.why.returnPressed.connect(self._tell)
        self.absent.chosen.connect(self._show_calls)
        self.absent.pressed_key.connect(self._press_absent)
        self.calls.pressed_key.connect(self._answer)
        self.remove.clicked.connect(lambda: self._press_absent("⌦", self.absent.current()))
        self.shut.clicked.connect(self.accept)
        for letter, one in self.answers.items():
            one.clicked.connect(lambda _=False, letter=letter: self._press_answer(letter))
            one.setAccessibleName(_BUTTONS[letter])
            one.setAccessibleDescription(f"Tangenten {letter} i listan")
        editor = self._desk.editor
        editor.changed.connect(self._reload)
        QShortcut(QKeySequence.StandardKey.Undo, self, editor.undo)  # the window's is blocked
        QShortcut(QKeySequence.StandardKey.Redo, self, editor.redo)

    def _reload(self, topics: frozenset[Topic]) -> None:
        if topics & _SHOWN:
            self._now = self._read()
            self._show()

    def _show(self) -> None:
        self.who.offer(people_to_miss(self._now))
        self._enable()
        self.absent.show_rows(frånvaro_rows(self._now))
        self.absent.choose_first()
        self._show_calls()

    def _enable(self) -> None:
        self.tell.setEnabled(self.who.value() is not None)

    def _show_calls(self) -> None:
        chosen = self.absent.current()
        self.remove.setEnabled(chosen is not None)
        rows = call_rows(self._now, chosen.id) if chosen else ()
        self.calls.show_rows(rows)
        self.calls.choose_first()
        if chosen is None:
            self.whom.setText("Alla är anmälda att komma")
        else:
            self.whom.setText(f"Ersättare för {chosen.name}" if rows else "Ingen ersättare behövs")
        for one in self.answers.values():
            one.setEnabled(bool(rows))

    def _tell(self) -> None:
        person_id = self.who.value()
        if person_id is None:
            return
        command = SaveFrånvaro(
            sammanträde_id=self._key,
            person_id=person_id,
            anmäld=True,
            skäl=self.why.text(),
            tid=self._desk.when,
        )
        name = self._now.name(person_id)
        if self._desk.editor.do(command, f"{name} anmäler frånvaro") is not None:
            self.why.clear()
            self.absent.choose(person_id)
            self.calls.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press_absent(self, letter: str, chosen: PersonRow | None) -> None:
        if letter == "+":
            self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        elif letter == "⏎":
            self.calls.setFocus(Qt.FocusReason.OtherFocusReason)
        elif chosen is not None:
            found = next(one for one in self._now.frånvaro if one.person_id == chosen.id)
            command = RemoveFrånvaro(frånvaro_id=found.id)
            self._desk.editor.do(command, f"{chosen.name} kommer ändå")

    def _press_answer(self, letter: str) -> None:
        self.calls.setFocus(Qt.FocusReason.OtherFocusReason)
        self._answer(letter, self.calls.current())

    def _answer(self, letter: str, chosen: PersonRow | None) -> None:
        whom = self.absent.current()
        if whom is None or chosen is None or chosen.kind is Kind.HEADING or letter not in ANSWERS:
            return
        found = next(one for one in self._now.frånvaro if one.person_id == whom.id)
        command = RecordInkallad(
            frånvaro_id=found.id,
            person_id=chosen.id,
            svar=ANSWERS[letter],
            tid=self._desk.when,
        )
        self._desk.editor.do(command, f"{chosen.name}: {_BUTTONS[letter].casefold()}")
