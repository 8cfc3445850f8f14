"""Runs commands for the user: undo, redo, refusals, refresh and «Allt sparat» in one place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack
from shiboken6 import isValid

from nämnd.core.changes import Command, Outcome, Topic
from nämnd.core.errors import ApprovalsVoidedError, GoneError, JusteratError, NämndError
from nämnd.logg.values import EXPORT

if TYPE_CHECKING:  # the store brings SQLAlchemy, which comes after the first paint
    from nämnd.store import Store
    from ui.toolkit.messages import Messages

_PAUSE = 5000  # ms without a keystroke after which what follows is a step of its own


@dataclass(frozen=True, slots=True)
class Saved:
    """All that is on the screen is in the database. `at`: when it last got something new."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Saving:
    """Something was written on the screen a moment ago and is on its way."""


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A field holds something that was refused."""

    error: NämndError


SaveState: TypeAlias = Saved | Saving | NotSaved


class Pending(Protocol):
    """What `Editor.watch` needs of a field; every field of `ui.toolkit.fields` has it."""

    # Any: a class with a Signal is not believed to have a SignalInstance, though its objects do
    pending_changed: Any  # the answer of `pending` may be another
    left: Any  # the user went elsewhere

    @property
    def pending(self) -> bool:
        """Whether the field holds something that is not saved."""
        ...

    def flush(self) -> None:
        """Save it now."""
        ...

    def save_with(self, save: Callable[[Any], NämndError | None]) -> None:
        """Use `save` from now on; it returns why the value was refused, or None."""
        ...


class Editor(QObject):
    """Every change the user makes goes through `do`.

    Signals:
        changed: topics (frozenset of Topic) that a visible page may have to reload.
        refused: the NämndError that stopped a command (not for a watched field: it says so itself).
        state_changed: the new SaveState.
    """

    changed = Signal(object)
    refused = Signal(object)
    state_changed = Signal(object)

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        messages: Messages | None = None,
    ) -> None:
        """Edit `store`. `clock` gives local time, for «Allt sparat 09:41».

        `messages` asks before a change makes approvals void; without it that is refused.
        """
        super().__init__(parent)
        self._store, self._clock, self._messages = store, clock, messages
        self.undo_stack = QUndoStack(self)
        self._open_step: tuple[str, _Step] | None = None  # may still grow by its merge key
        self._actions: list[tuple[QAction, QAction]] = []
        self._fields: list[Pending] = []
        self._refusals: dict[int, NämndError] = {}  # by id of the watched field
        self._saving: int | None = None  # id of the field whose `save` runs
        self._saved_at = clock()
        self._state: SaveState = Saved(self._saved_at)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.seal)
        self.undo_stack.indexChanged.connect(self._refresh_actions)
        self.state_changed.connect(self._refresh_actions)

    @property
    def state(self) -> SaveState:
        """What the status line may say now."""
        return self._state

    def do(self, command: Command, label: str, *, merge_key: str | None = None) -> Outcome | None:
        """Run `command`; None when it was refused, or the user thought better of it.

        Args:
            command: what to do.
            label: names it in the undo menu and the log: «flytta punkt 7».
            merge_key: steps in a row with the same key are one step of undo, until `seal`.
        """
        outcome = self._attempt(command, label)
        if outcome is None or not outcome.changes:
            return outcome
        if outcome.inverse is None:
            self.seal()
            self.undo_stack.clear()
        elif not self._grow(merge_key, outcome.inverse):
            self._push(_Step(label, self._attempt, outcome.inverse), merge_key)
        return outcome

    def note_export(self, what: str) -> None:
        """Put into the log that something was saved as a file or printed: «spara kallelse.pdf»."""
        try:
            self._store.note(EXPORT, what)
        except NämndError as error:  # the file is there all the same, and the user knows
            self.refused.emit(error)

    def seal(self) -> None:
        """Let the next change be a step of its own, whatever its merge key."""
        self._open_step = None

    def undo(self) -> None:
        """Save what is being written, then take back the last step."""
        self.flush()
        self.seal()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Save what is being written (which leaves nothing to redo), else do the step again."""
        self.flush()
        self.seal()
        self.undo_stack.redo()

    def actions(self, parent: QObject) -> tuple[QAction, QAction]:
        """Return «Ångra» and «Gör om», with shortcuts, named after the step they would take."""
        undo, redo = QAction("Ångra", parent), QAction("Gör om", parent)
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        undo.triggered.connect(self.undo)
        redo.triggered.connect(self.redo)
        self._actions.append((undo, redo))
        self._refresh_actions()
        return undo, redo

    def watch(self, field: Pending, save: Callable[[Any], object]) -> None:
        """Let `save` write what the user writes in `field`, usually through `do`.

        While `save` runs, a refusal goes to the field and the state instead of to `refused`; the
        field then stays pending, so that nothing says «Allt sparat». What is locked can't be
        mended in the field: that goes to `refused` too, and the field shows what is saved.
        """

        def kept(value: object) -> NämndError | None:
            outer, self._saving = self._saving, id(field)
            self._refusals.pop(id(field), None)
            try:
                save(value)
            finally:
                self._saving = outer
            return self._refusals.get(id(field))

        self._fields.append(field)
        field.save_with(kept)
        field.pending_changed.connect(self._refresh_state)
        field.left.connect(self.seal)

    def flush(self) -> bool:
        """Save what is being written in every watched field; False when something was refused.

        Call it before a page is left, a document is made or the program ends.
        """
        for field in self._living():
            if field.pending:
                field.flush()
        self._refresh_state()
        return not self._any_pending()

    def _refresh_actions(self) -> None:
        stack = self.undo_stack
        self._actions = [pair for pair in self._actions if isValid(pair[0]) and isValid(pair[1])]
        for undo, redo in self._actions:
            undo.setText(f"Ångra: {stack.undoText()}" if stack.canUndo() else "Ångra")
            redo.setText(f"Gör om: {stack.redoText()}" if stack.canRedo() else "Gör om")
            undo.setEnabled(stack.canUndo() or self._any_pending())
            redo.setEnabled(stack.canRedo())

    def _push(self, step: _Step, merge_key: str | None) -> None:
        self.undo_stack.push(step)
        self._open_step = (merge_key, step) if merge_key else None
        if merge_key:
            self._pause.start()

    def _grow(self, merge_key: str | None, inverse: Command) -> bool:
        if self._open_step is None or self._open_step[0] != merge_key:
            return False
        self._pause.start()
        return self._open_step[1].grow(inverse)

    def _attempt(self, command: Command, label: str) -> Outcome | None:
        try:
            outcome = self._run(command, label)
        except NämndError as error:
            self._refuse(error)
            return None
        if outcome.changes:
            self._saved_at = self._clock()
        self.changed.emit(outcome.topics)
        self._refresh_state()
        return outcome

    def _run(self, command: Command, label: str) -> Outcome:
        try:
            return self._store.do(command, label)
        except ApprovalsVoidedError as error:
            if not self._agrees(error):
                raise
            return self._store.do(command, label, accept=True)

    def _agrees(self, error: ApprovalsVoidedError) -> bool:
        from nämnd.error_messages import message_for

        question = f"{message_for(error)} Vill du ändra ändå?"
        return self._messages is not None and self._messages.confirm(question, yes="Ändra ändå")

    def _refuse(self, error: NämndError) -> None:
        declined = isinstance(error, ApprovalsVoidedError) and self._messages is not None
        locked = isinstance(error, JusteratError)
        if self._saving is not None:
            self._refusals[self._saving] = error
        if locked or (self._saving is None and not declined):
            self.refused.emit(error)
        if declined or locked or isinstance(error, GoneError):  # the screen shows what is not so
            self.changed.emit(frozenset(Topic))

    def _living(self) -> list[Pending]:
        self._fields = [one for one in self._fields if isValid(one)]
        return self._fields

    def _any_pending(self) -> bool:
        return any(one.pending for one in self._living())

    def _found_state(self) -> SaveState:
        pending = [one for one in self._living() if one.pending]
        if self._saving is None:  # what is not pending has been put back or saved since
            left = set(map(id, pending))
            self._refusals = {key: one for key, one in self._refusals.items() if key in left}
        for field in pending:
            if id(field) in self._refusals:
                return NotSaved(self._refusals[id(field)])
        return Saving() if pending else Saved(self._saved_at)

    def _refresh_state(self) -> None:
        state = self._found_state()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


class _Step(QUndoCommand):
    """Swaps a command for its inverse each time. QUndoStack.push calls redo: skip that first one.

    A refused step makes itself obsolete, and Qt drops it: an exception out of redo() would leave a
    dead entry on the stack.
    """

    def __init__(
        self, label: str, attempt: Callable[[Command, str], Outcome | None], inverse: Command
    ) -> None:
        super().__init__(label)
        self._attempt = attempt
        self._next = inverse
        self._already_done = True

    def grow(self, inverse: Command) -> bool:
        """Take in a later change, so that both are undone at once."""
        from nämnd.store.restore import Restore, merged

        if not (isinstance(self._next, Restore) and isinstance(inverse, Restore)):
            return False
        self._next = merged(self._next, inverse)
        return True

    def redo(self) -> None:
        if self._already_done:
            self._already_done = False
        else:
            self._swap(f"gör om: {self.text()}")

    def undo(self) -> None:
        self._swap(f"ångra: {self.text()}")

    def _swap(self, label: str) -> None:
        outcome = self._attempt(self._next, label)
        if outcome is None or outcome.inverse is None:
            self.setObsolete(True)
        else:
            self._next = outcome.inverse
