"""The beslut of a §: each att-sats with its outcome. Rows are kept and filled anew."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from nämnd.core.ids import new_id
from nämnd.protokoll.differences import beslut_difference
from nämnd.protokoll.propositions import handled_punkt
from nämnd.protokoll.values import UTFALL, BeslutspunktRow
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.difference_view import DifferenceNote
from ui.toolkit.fields import Field
from ui.toolkit.inputs import GlobalUndo, TextInput, caret_to_end
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme
from ui.votering.outcome_dialogs import till_input
from ui.votering.saving import DecisionSaver, Shown
from ui.votering.words import UTFALL_TEXT, WAITS

_OPTIONS = tuple((one, UTFALL_TEXT[one]) for one in (None, *UTFALL))


class BeslutSection(QWidget):
    """Att-satser with outcomes. Enter begins the next; Backspace in an empty one takes it away."""

    def __init__(self, desk: Desk, saver: DecisionSaver) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk, self._saver = desk, saver
        self.heading = label("Nämndens beslut", Label.LABEL)
        self.rows: list[BeslutRow] = []
        self.difference = DifferenceNote(
            desk.theme, "Skiljer sig från förslaget", was="förslaget", now="beslutet"
        )
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(desk.theme.px(4))
        self._layout.addWidget(self.heading)
        self._layout.addWidget(self.difference)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in."""
        return tuple(field for made in self.rows for field in (made.text, made.till))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the top."""
        rows = ((made.text.input, made.utfall, made.till.input.box) for made in self.rows)
        last = (self.difference.link, self.difference.view)
        return (*(stop for row in rows for stop in row), *last)

    def row_of(self, row_id: str | None) -> QWidget | None:
        """Return where an att-sats is written; the first without an id."""
        found = next((one for one in self.rows if one.row_id == row_id), None)
        shown = found or next((one for one in self.rows if one.row_id), None)
        return shown.text if shown else None

    def show_paragraf(self, shown: Shown, *, same: bool) -> None:
        """Show the beslut of a §; with `same` what is being written stays."""
        rows = shown.paragraf.beslutspunkter
        while len(self.rows) < len(rows):
            self._grow()
        for place, made in enumerate(self.rows):
            if place < len(rows):
                made.show_row(rows[place], same=same)
            else:
                made.clear()
        self.heading.setText("Nämndens beslut" if rows else "Nämndens beslut (inget ännu)")
        self._show_difference(shown, same=same)

    def add(self, after: str | None = None) -> None:
        """Begin a new att-sats, after the row with that id or last."""
        self._desk.editor.flush()
        rows = list(self._now())
        place = next((n for n, one in enumerate(rows, start=1) if one.id == after), len(rows))
        new = BeslutspunktRow(new_id(), "", "", None)
        rows.insert(place, new)
        if self._saver.beslut(_numbered(rows), "lägg till en att-sats"):
            self._go_to(new.id)

    def remove(self, row_id: str) -> None:
        """Take an att-sats away, and go to the one before."""
        self._desk.editor.flush()
        rows = self._now()
        place = next((n for n, one in enumerate(rows) if one.id == row_id), 0)
        left = [one for one in rows if one.id != row_id]
        if self._saver.beslut(_numbered(left), "ta bort en att-sats") and left:
            self._go_to(left[max(place - 1, 0)].id)

    def change(self, row_id: str, what: str, **values: str | None) -> None:
        """Save something about one att-sats."""
        rows = tuple(
            replace(one, **values) if one.id == row_id else one  # pyright: ignore[reportArgumentType] - text and outcome
            for one in self._now()
        )
        if rows != self._now():
            self._saver.beslut(rows, what, f"beslut:{row_id}:{what}")

    def focus(self) -> None:
        """Put the caret in the first att-sats; begin one where there is none."""
        if self._now():
            self._go_to(self._now()[0].id)
        else:
            self.add()

    def _show_difference(self, shown: Shown, *, same: bool) -> None:
        """Say whether the beslut is what was proposed, and on demand how it differs."""
        punkt = handled_punkt(shown.protokoll, shown.paragraf)
        found = beslut_difference(punkt, shown.paragraf) if punkt else None
        if not same:
            self.difference.close_difference()
        self.difference.show_difference(found.satser if found else ())

    def _now(self) -> tuple[BeslutspunktRow, ...]:
        return self._saver.shown.paragraf.beslutspunkter

    def _go_to(self, row_id: str) -> None:
        for made in self.rows:
            if made.row_id == row_id:
                made.text.input.setFocus(Qt.FocusReason.OtherFocusReason)
                caret_to_end(made.text.input)

    def _grow(self) -> None:
        made = BeslutRow(self, self._desk)
        self.rows.append(made)
        self._layout.insertWidget(self._layout.count() - 1, made)


class BeslutRow(QWidget):
    """One att-sats: number, text, outcome, and until when when it waits."""

    def __init__(self, section: BeslutSection, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self.row_id = ""
        self._section = section
        theme = desk.theme
        self.number: QLabel = label("", Label.MUTED)
        self.text: Field[SatsInput] = Field(theme, "", SatsInput(self))
        self.utfall: Choice[str | None] = Choice(theme, _OPTIONS)
        self.till: Field[TillInput] = Field(theme, "", TillInput())
        desk.editor.watch(self.text, self._save_text)
        desk.editor.watch(self.till, self._save_till)
        self.utfall.activated.connect(self._save_utfall)
        self._build(theme)

    def show_row(self, row: BeslutspunktRow, *, same: bool) -> None:
        """Show an att-sats; with `same` what is being written in it stays."""
        same = same and row.id == self.row_id
        self.row_id = row.id
        self.number.setText(f"{row.nummer}." if row.nummer else "")
        for field, value in ((self.text, row.text), (self.till, row.till or "")):
            (field.show_value if same else field.load)(value)
        self.utfall.choose(row.utfall if row.utfall in UTFALL_TEXT else "annat")
        self.till.setVisible(row.utfall in WAITS)
        name = f"Att-sats {row.nummer}"
        self.text.input.setAccessibleName(name)
        self.utfall.setAccessibleName(f"{name}, utfall")
        self.till.input.setAccessibleName(f"{name}, till när eller för vad")
        self.setVisible(True)

    def clear(self) -> None:
        """Stand empty until there is an att-sats for it."""
        if self.row_id:
            self.row_id = ""
            self.text.load("")
            self.till.load("")
        self.setVisible(False)

    def split(self) -> None:
        """Begin the next att-sats."""
        self._section.add(self.row_id)

    def remove(self) -> None:
        """Take this one away."""
        self._section.remove(self.row_id)

    def _save_text(self, text: str) -> None:
        self._change("ändra beslutet", text=" ".join(text.split()))

    def _save_till(self, text: str) -> None:
        self._change("ändra till när", till=text.strip() or None)

    def _save_utfall(self) -> None:
        utfall = self.utfall.value()
        values = {} if utfall in WAITS else {"till": None}
        self._change("ändra utfallet", utfall=utfall, **values)

    def _change(self, what: str, **values: str | None) -> None:
        if self.row_id:
            self._section.change(self.row_id, what, **values)

    def _build(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        grid.setVerticalSpacing(theme.px(4))
        self.number.setMinimumWidth(theme.px(18))
        self.number.setContentsMargins(0, theme.px(6), 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.number, 0, 0, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.text, 0, 1, top)
        grid.addWidget(self.utfall, 0, 2, top)
        grid.addWidget(self.till, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)


class SatsInput(TextInput):
    """The text of an att-sats."""

    def __init__(self, owner: BeslutRow) -> None:
        """Start empty."""
        super().__init__("Att …", least=1, single=True)
        self._owner = owner
        self.setToolTip("Enter: nästa att-sats. Backsteg i en tom: tas bort.")

    def keyPressEvent(self, e: QKeyEvent) -> None:
        plain = e.modifiers() in {_NONE, _KEYPAD}
        match e.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain:
                self.left.emit()
                self._owner.split()
            case Qt.Key.Key_Backspace if not self.toPlainText():
                self._owner.remove()
            case Qt.Key.Key_Up if self._at_edge(QTextCursor.MoveOperation.Up):
                self.focusPreviousChild()
            case Qt.Key.Key_Down if self._at_edge(QTextCursor.MoveOperation.Down):
                self.focusNextChild()
            case _:
                super().keyPressEvent(e)

    def _at_edge(self, operation: QTextCursor.MoveOperation) -> bool:
        return not self.textCursor().movePosition(operation)


_NONE, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class TillInput(QWidget):
    """Until when or for what an att-sats waits."""

    typed = Signal()
    left = Signal()

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.box: QComboBox = till_input("återremiss", "")
        self.box.addItem("till nästa sammanträde")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.box.editTextChanged.connect(self._typed)
        self.box.activated.connect(self._left)
        line = self.box.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._left)
            GlobalUndo(line)
        self.setFocusProxy(self.box)
        self._showing = False

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the box, also where no proxy leads there."""
        self.box.setFocus(reason)

    def value(self) -> str:
        """Return the text."""
        return self.box.currentText()

    def show_value(self, value: object) -> None:
        """Show `value` without telling anybody."""
        text = str(value or "")
        if text != self.box.currentText():
            self._showing = True
            self.box.setEditText(text)
            self._showing = False

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see toolkit.inputs.Input
        """Take no notice: any text will do."""

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.box.setAccessibleName(name)

    def _typed(self) -> None:
        if not self._showing:
            self.typed.emit()

    def _left(self) -> None:
        self.left.emit()


def _numbered(rows: list[BeslutspunktRow]) -> tuple[BeslutspunktRow, ...]:
    """Number the rows from 1, but those that stand for several."""
    return tuple(
        one if "–" in one.nummer else replace(one, nummer=str(place))
        for place, one in enumerate(rows, start=1)
    )
