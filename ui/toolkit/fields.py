"""Labelled fields that save by themselves, a moment after the last keystroke.

A Field is a label, an input and a line for what is wrong. Make one with the function for its kind:
`line_field`, `text_field`, `choice_field`, `check_field`, `date_field`, `parsed_field`,
`list_field` and `prose_field`. Labels carry & before their mnemonic.

    self.rubrik = line_field(theme, "&Rubrik")
    editor.watch(self.rubrik, self._save_rubrik)   # _save_rubrik(text) calls editor.do(…)
    self.rubrik.load(punkt.rubrik)                 # another punkt
    self.rubrik.show_value(punkt.rubrik)           # the same punkt, read again
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.core.errors import ApprovalsVoidedError, JusteratError, NämndError
from ui.toolkit.dates import read_date
from ui.toolkit.inputs import (
    CheckInput,
    ChoiceInput,
    Input,
    LineInput,
    MalformedError,
    ParsedInput,
    TextInput,
)
from ui.toolkit.list_input import ListInput
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from ui.toolkit.prose import ProseInput

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)
_DELAY = 400  # ms from the last keystroke until it is saved
_NOTHING = object()


class Field(QWidget, Generic[W]):
    """A label, an input, and what is wrong with it.

    Signals:
        edited: the new value, once it is saved (or at once where nothing saves it).
        pending_changed: the answer of `pending` may be another.
        left: the user went on to something else.

    Attributes:
        input: the widget that is written in.
        label: above it; hidden when there is none.
        delay: runs from the last keystroke until it is saved.
    """

    edited = Signal(object)
    pending_changed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, text: str, widget: W, *, hint: str = "") -> None:
        """Put `text` over `widget`, which is also an Input. `hint` is its tool tip."""
        super().__init__()
        self.input: W = widget
        self._input = cast("Input", widget)
        self._save: Callable[[Any], NämndError | None] | None = None
        self._shown: object = _NOTHING  # what is saved
        self._sent: object = _NOTHING  # what was last given to `save`
        self._pending = self._busy = False
        self.label = label(text, Label.LABEL)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self._lay_out(theme, text, hint)
        self.delay = QTimer(self, singleShot=True, interval=_DELAY)
        self.delay.timeout.connect(self._try_to_save)
        self._input.typed.connect(self._typed)
        self._input.left.connect(self._left)

    @property
    def pending(self) -> bool:
        """Whether something is written that is not saved."""
        return self._pending

    def value(self) -> object:
        """Return what is written now.

        Raises:
            MalformedError: it can't be read.
        """
        return self._input.value()

    def save_with(self, save: Callable[[Any], NämndError | None]) -> None:
        """Let `save` keep every new value; it returns why it was refused. See `Editor.watch`."""
        self._save = save

    def load(self, value: object) -> None:
        """Show the value of another thing. What was not saved is dropped: `flush` first."""
        self.delay.stop()
        self._shown = self._sent = value
        self._input.show_value(value)
        self.set_problem("")
        self._set_pending(pending=False)

    def show_value(self, value: object) -> None:
        """Show what is saved now. What the user is writing is left alone."""
        self._shown = self._sent = value
        if not (self._pending or self._busy):
            self._input.show_value(value)

    def set_problem(self, text: str) -> None:
        """Say what is wrong and what to do; empty when nothing is."""
        if text == self.problem.text():
            return
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._input.show_wrong(bool(text))
        self.input.setAccessibleDescription(text)
        if text:
            QAccessible.updateAccessibility(
                QAccessibleEvent(self.input, QAccessible.Event.DescriptionChanged)
            )

    def flush(self) -> None:
        """Save what is written, now; say what is wrong if it can't be."""
        self.delay.stop()
        if not self._pending or self._busy:
            return
        try:
            value = self._input.value()
        except MalformedError as malformed:
            self.set_problem(str(malformed))
            return
        self._keep(value)

    def _keep(self, value: object) -> None:
        new = value != self._sent
        refusal = self._saved(value) if new else None
        if isinstance(refusal, ApprovalsVoidedError | JusteratError):
            self.load(self._shown)  # the user knows, and writing it otherwise would not help
            return
        if refusal is not None:
            self._refused(refusal)
            return
        self._sent = value
        self.set_problem("")
        self._set_pending(pending=False)
        if new:
            self.edited.emit(value)

    def _saved(self, value: object) -> NämndError | None:
        """Save; meanwhile the page may show what became of the value, trimmed for instance."""
        before, self._shown, self._busy = self._shown, value, True
        try:
            refusal = self._save(value) if self._save else None
        finally:
            self._busy = False
        if refusal is not None:
            self._shown = before
        return refusal

    def _refused(self, error: NämndError) -> None:
        from nämnd.error_messages import message_for

        self.set_problem(message_for(error))
        self.pending_changed.emit()

    def _typed(self) -> None:
        self.delay.start()
        self._set_pending(pending=True)

    def _try_to_save(self) -> None:
        try:
            self._input.value()
        except MalformedError:
            return  # half a date: wait until the user has left before saying so
        self.flush()

    def _left(self) -> None:
        self.flush()
        if not self._pending and self._shown is not _NOTHING:
            self._input.show_value(self._shown)
        self.left.emit()

    def _set_pending(self, *, pending: bool) -> None:
        if pending != self._pending:
            self._pending = pending
            self.pending_changed.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the input, also where no proxy leads there."""
        self.input.setFocus(reason)

    def _lay_out(self, theme: Theme, text: str, hint: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        for part in (self.label, self.input, self.problem):
            layout.addWidget(part)
        layout.addStretch()  # beside a higher field, the inputs still stand in line
        self.label.setBuddy(self.input)
        self.label.setVisible(bool(text))
        self.problem.hide()
        self.setFocusProxy(self.input)
        if text:
            self.input.setAccessibleName(text.replace("&", ""))
        if hint:
            self.input.setToolTip(hint)


def line_field(
    theme: Theme, text: str, *, placeholder: str = "", hint: str = ""
) -> Field[LineInput]:
    """Return a field for one short line; its value is a str."""
    return Field(theme, text, LineInput(placeholder), hint=hint)


def text_field(
    theme: Theme, text: str, *, placeholder: str = "", least: int = 2, single: bool = False
) -> Field[TextInput]:
    """Return a field that grows with its text; its value is a str.

    With `single` the text is one paragraph that wraps, as a long rubrik; begin with `least=1`.
    """
    return Field(theme, text, TextInput(placeholder, least=least, single=single))


def choice_field(
    theme: Theme, text: str, options: Iterable[tuple[T, str]]
) -> Field[ChoiceInput[T]]:
    """Return a field with a list to choose from: value and text of each option."""
    return Field(theme, text, ChoiceInput(theme, options))


def check_field(theme: Theme, text: str, *, hint: str = "") -> Field[CheckInput]:
    """Return a check box; its value is a bool. The text stands beside it."""
    return Field(theme, "", CheckInput(theme, text), hint=hint)


def parsed_field(
    theme: Theme,
    text: str,
    read: Callable[[str], T | None],
    *,
    write: Callable[[T], str] = str,
    problem: str,
    placeholder: str = "",
) -> Field[ParsedInput[T]]:
    """Return a field for a line that `read` understands; empty is None.

    Args:
        theme: the look.
        text: the label.
        read: gives the value, or None when the text can't be read.
        write: gives the text of a value.
        problem: what to tell the user when it can't be read, and how to write it.
        placeholder: an example.
    """
    return Field(theme, text, ParsedInput(read, write, problem=problem, placeholder=placeholder))


def date_field(theme: Theme, text: str) -> Field[ParsedInput[date]]:
    """Return a field for a day; its value is a date or None."""
    return parsed_field(
        theme,
        text,
        read_date,
        write=date.isoformat,
        problem="Skriv datum som 2026-03-17.",
        placeholder="åååå-mm-dd",
    )


def list_field(theme: Theme, text: str, *, placeholder: str) -> Field[ListInput]:
    """Return a field of numbered rows; its value is a tuple of `list_input.ListItem`."""
    return Field(theme, text, ListInput(theme, text.replace("&", ""), placeholder))


def prose_field(theme: Theme, text: str, *, placeholder: str = "") -> Field[ProseInput]:
    """Return a field for running text; its value is a source of `nämnd.core.richtext`."""
    from ui.toolkit.prose import ProseInput as Prose

    made: ProseInput = Prose(theme, placeholder)
    return Field(theme, text, made)
