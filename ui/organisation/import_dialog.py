"""The preview of a list of people: what is new, what changes, what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from nämnd.core.swedish import sort_key
from nämnd.organisation.people_import.columns import FoundPeople
from nämnd.organisation.people_import.matching import ANOTHER
from nämnd.organisation.people_import.plan import plan
from nämnd.organisation.people_import.planned import PlannedRow, State
from nämnd.organisation.people_import.saving import SAVED, saving
from nämnd.organisation.people_import.sentences import (
    STATE_TEXT,
    row_lines,
    row_text,
    someone_text,
    summary_text,
)
from nämnd.organisation.people_import.there import there
from nämnd.organisation.queries import Someone
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.table import Column, RowTable

_ROLES = {
    State.NEW: Role.GOOD,
    State.CHANGED: Role.NOTE,
    State.SAME: Role.QUIET,
    State.QUESTION: Role.WARN,
    State.ERROR: Role.LATE,
    State.LEFT_OUT: Role.QUIET,
}
_ORDER = (State.ERROR, State.QUESTION, State.CHANGED, State.NEW, State.SAME, State.LEFT_OUT)
_UNANSWERED = "Välj …"
_WIDTH, _HEIGHT = 1120, 640  # the design's pixels


def _role(one: PlannedRow) -> Role:
    return Role.MUTED if one.state in (State.SAME, State.LEFT_OUT) else Role.TEXT


def _column(
    header: str, text: Callable[[PlannedRow], str], width: int | None = None
) -> Column[PlannedRow]:
    return Column(header, text, lambda one: sort_key(text(one)), width, role=_role)


_COLUMNS: tuple[Column[PlannedRow], ...] = (
    Column("Rad", lambda one: str(one.number), lambda one: one.number, 4, right=True, role=_role),
    Column(
        "Läge",
        lambda one: STATE_TEXT[one.state],
        lambda one: _ORDER.index(one.state),
        11,
        chip=lambda one: _ROLES[one.state],
    ),
    _column("Namn", lambda one: one.person.namn, 18),
    _column("Parti", lambda one: one.person.parti or "", 5),
    _column("Uppdrag", lambda one: one.uppdrag.roll.capitalize(), 16),
    _column("Utsedd av", lambda one: one.huvudman, 15),
    _column("Från", lambda one: str(one.uppdrag.från or ""), 9),
    _column("Till", lambda one: str(one.uppdrag.till or ""), 9),
    _column("Vad", row_text),
)


class ImportDialog(QDialog):
    """Every row of a list with what becomes of it. Rows can be left out, questions answered.

    Delete leaves the selected rows out, or takes them in again.
    """

    def __init__(self, desk: Desk, parent: QWidget, found: FoundPeople, nämnd_id: str) -> None:
        """Show what `found` would change in the nämnd."""
        super().__init__(parent)
        self.setWindowTitle(f"Läs in {found.name}")
        self._desk, self._found, self._nämnd_id = desk, found, nämnd_id
        self._there = desk.store.ask(lambda session: there(session, nämnd_id))
        self._answers: dict[str, str] = {}
        self._asked: dict[str, tuple[Someone, ...]] = {}  # kept, so that an answer can be changed
        self._left_out: set[int] = set()
        self.planned: tuple[PlannedRow, ...] = ()
        theme = desk.theme
        self.summary = label("", Label.STRONG, wrap=True)
        self.table: RowTable[PlannedRow] = RowTable(
            theme, _COLUMNS, lambda one: one.number, name="Rader i listan"
        )
        self.details = label("", Label.BODY, wrap=True)
        self.answer: Choice[str | None] = Choice(theme)
        self.answer.setAccessibleName("Vem är det?")
        self.toggle, self.all = button("&Utelämna raden"), button("Utelämna alla rader med &fel")
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.keep, self.close_button = button("&Läs in", Kind.PRIMARY), button("Avbryt")
        self._build()
        self._replan()
        self._go_to_first()

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        said = "Ingenting är sparat än. Tomma celler ändrar inget som redan finns."
        if self._found.ignored:
            said += f" De här kolumnerna läses inte: {', '.join(self._found.ignored)}."
        layout = column(
            self.summary,
            label(said, Label.CAPTION, wrap=True),
            self.table,
            self.details,
            row(self.answer, None, spacing=gap),
            row(self.toggle, self.all, None, spacing=gap),
            self.hint,
            row(None, self.close_button, self.keep, spacing=gap),
            spacing=theme.px(10),
        )
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        self.setLayout(layout)
        self.resize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.keep.setDefault(True)
        self._connect()

    def _connect(self) -> None:
        self.table.chosen.connect(self._show_row)
        self.table.removal_wanted.connect(self._toggle)
        self.toggle.clicked.connect(lambda: self._toggle(self.table.selected()))
        self.all.clicked.connect(self._leave_out_errors)
        self.answer.activated.connect(self._take_answer)
        self.keep.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)

    def _replan(self) -> None:
        """Work out again what becomes of every row, and show it."""
        self.planned = plan(
            self._found, self._there, answers=self._answers, left_out=self._left_out
        )
        self._asked |= {one.who: one.candidates for one in self.planned if one.candidates}
        self.table.show_rows(self.planned)
        self.summary.setText(f"{summary_text(self.planned)}.")
        self._show_hint()
        self._show_row(self.table.current())

    def _go_to_first(self) -> None:
        """Begin at the first row that needs the user."""
        wanting = (one for one in self.planned if one.state in (State.ERROR, State.QUESTION))
        first = next(wanting, self.planned[0])
        self.table.choose(first.number)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_hint(self) -> None:
        errors = self._number(State.ERROR)
        questions = self._number(State.QUESTION)
        saved = sum(self._number(state) for state in SAVED)
        lines: list[str] = []
        if errors:
            rows, them = (
                ("1 rad har fel", "den") if errors == 1 else (f"{errors} rader har fel", "dem")
            )
            lines.append(f"{rows}. Rätta filen och läs in den igen, eller utelämna {them}.")
        if questions:
            rows = "En rad frågar" if questions == 1 else f"{questions} rader frågar"
            lines.append(f"{rows} vem någon är. Gå dit och välj.")
        if not (errors or questions or saved):
            lines.append("Det finns inget att spara: listan stämmer med det som redan finns.")
        self.hint.setText("\n".join(lines))
        self.hint.setVisible(bool(lines))
        self.all.setVisible(bool(errors))
        self.keep.setText(f"&Läs in {saved} uppdrag" if saved else "&Läs in")
        self.keep.setEnabled(not lines)

    def _number(self, state: State) -> int:
        return sum(one.state is state for one in self.planned)

    def _show_row(self, one: PlannedRow | None) -> None:
        asked = self._asked.get(one.who, ()) if one else ()
        self.details.setText("\n".join(row_lines(one)) if one else "")
        self.answer.setVisible(bool(asked))
        if one and asked:
            options = [(known.person_id, f"Samma person: {someone_text(known)}") for known in asked]
            self.answer.offer([(None, _UNANSWERED), *options, (ANOTHER, "En annan person")])
            self.answer.choose(self._answers.get(one.who))
        out = one is not None and one.state is State.LEFT_OUT
        self.toggle.setText("&Ta med raden" if out else "&Utelämna raden")
        self.toggle.setEnabled(one is not None)

    def _take_answer(self) -> None:
        current, answer = self.table.current(), self.answer.value()
        if current is None:
            return
        if answer is None:
            self._answers.pop(current.who, None)
        else:
            self._answers[current.who] = answer
        self._replan()

    def _toggle(self, rows: tuple[PlannedRow, ...]) -> None:
        self._left_out.symmetric_difference_update(one.number for one in rows)
        self._replan()

    def _leave_out_errors(self) -> None:
        while errors := {one.number for one in self.planned if one.state is State.ERROR}:
            self._left_out |= errors  # a row may be wrong only because another is left out
            self._replan()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self) -> None:
        command = saving(self.planned, self._nämnd_id)
        if self._desk.editor.do(command, f"läs in {self._found.name}") is None:
            return
        self._desk.messages.notice(f"{self._found.name} är inläst. Ctrl+Z ångrar.")
        self.accept()
