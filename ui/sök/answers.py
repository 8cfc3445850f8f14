"""What the search box answers: asks while one types, shows what was found, does what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit
from shiboken6 import isValid

from nämnd.core.errors import NämndError
from nämnd.sök.values import Found, Hit
from ui.sök.commands import SIGN, Command
from ui.sök.lines import Group, Line, More, Target, lines_of, note
from ui.sök.popup import ResultPopup
from ui.sök.recent import Recent
from ui.sök.words import HINT, LOOKING, NOTHING_HERE, TRY, nothing, told
from ui.toolkit.newest import Newest
from ui.toolkit.theme import Theme

_PATIENCE = 150  # ms until the user is told that the search is under way
_NOTHING = Found(())
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_LEAPS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENTERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Knows:
    """Where answers come from.

    Attributes:
        finder: asks the index.
        commands: the pages and the entries of the menus, as they are now.
        behind: what the index does not know yet, in words.
        here: the name of the nämnd on the screen.
    """

    finder: Newest[str, Found]
    commands: Callable[[], Sequence[Command]]
    behind: Callable[[], str]
    here: Callable[[], str]


class Answers(QObject):
    """The answers to what is typed in `box`, for one open database.

    Signals:
        chosen: something was; the focus is to go back to the page before it is done.
        hit_opened: (Hit, text): the hit that was chosen, and what was looked for.

    Attributes:
        popup: what is shown, once it has been opened.
    """

    chosen = Signal()
    hit_opened = Signal(object, str)

    def __init__(self, box: QLineEdit, theme: Theme, knows: Knows) -> None:
        """Show nothing yet."""
        super().__init__(box)
        self._box, self._theme, self._knows = box, theme, knows
        self.popup: ResultPopup | None = None
        self._offered: tuple[Command, ...] = ()
        self._found, self._answered = _NOTHING, ""
        self._whole: frozenset[Group] = frozenset()
        self._recent = Recent()
        self._wanted = self._enter_waits = False
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(lambda: self._say(LOOKING))
        knows.finder.found.connect(self._show_found)
        knows.finder.refused.connect(self._show_refused)

    @property
    def answered(self) -> bool:
        """Whether what is shown is the answer to what is typed."""
        return self._answered == self._searched()

    def open(self) -> None:
        """Show what there is for the text."""
        if self.popup is None:
            self.popup = ResultPopup(self._theme, self._box.window())
            self.popup.list.picked.connect(self._open)
            self._box.window().installEventFilter(self)
        if not self._wanted:
            self._offered = tuple(self._knows.commands())
        self._wanted = True
        self._ask()
        self.popup.raise_()

    def close(self) -> None:
        """Show nothing more."""
        self._wanted = self._enter_waits = False
        self._slow.stop()
        if isValid(self._knows.finder):
            self._knows.finder.forget()
        if self.popup is not None:
            self.popup.hide()

    def end(self) -> None:
        """Let go of the database."""
        self.close()
        if self.popup is not None:
            self.popup.deleteLater()
        self.popup = None
        if isValid(self._knows.finder):
            self._knows.finder.deleteLater()
        self.deleteLater()

    def again(self) -> None:
        """Ask once more for what is shown."""
        if self.popup and self.popup.isVisible() and self._searched():
            self._request()

    def type(self) -> None:
        """Ask for another text."""
        self._whole, self._enter_waits = frozenset(), False
        self.open()

    def empty(self) -> None:
        """Show what there is when nothing is asked for."""
        if self._wanted:
            self._ask()

    def take_key(self, key: Qt.Key) -> bool:
        """Do what a key means here; False when it is the box's own."""
        shown = self.popup is not None and self.popup.isVisible()
        if key in _ENTERS:
            self._enter()
        elif key in _STEPS and not shown:
            self.open()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key in _LEAPS and shown:
            self._step(_LEAPS[key], page=True)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.popup and self.popup.isVisible():
            QTimer.singleShot(0, self._place)  # when the box has its new place
        return super().eventFilter(watched, event)

    def _searched(self) -> str:
        """Return what the index is to be asked for; empty for commands."""
        text = self._box.text().strip()
        return "" if text.startswith(SIGN) else text

    def _ask(self) -> None:
        if self._searched():
            self._request()
            return
        self._knows.finder.forget()
        self._slow.stop()
        self._found, self._answered = _NOTHING, ""
        if self._box.text().strip():
            lines = lines_of(self._box.text(), _NOTHING, self._offered)
            self._show(lines, "" if lines else NOTHING_HERE)
        else:
            self._show(self._recent.lines(self._knows.here()), HINT)

    def _request(self) -> None:
        self._slow.start()
        self._knows.finder.request(self._searched())

    def _show_found(self, text: str, found: Found) -> None:
        if not self._wanted or text != self._searched():
            return
        same = text == self._answered
        self._found, self._answered = found, text
        self._slow.stop()
        self._show_answer(keep=same)
        if self._enter_waits:
            self._enter()

    def _show_answer(self, *, keep: bool) -> None:
        text, here = self._searched(), self._knows.here()
        lines = lines_of(text, self._found, self._offered, self._whole, here)
        if not self._found.hits:
            lines = (*lines, note(nothing(text), TRY))
        self._show(lines, told(self._found, self._knows.behind()), keep=keep)

    def _show_refused(self, text: str, error: NämndError) -> None:
        from nämnd.error_messages import message_for

        if not self._wanted or text != self._searched():
            return
        self._slow.stop()
        self._found, self._answered = _NOTHING, text
        self._show(lines_of(text, _NOTHING, self._offered), message_for(error))

    def _show(self, lines: Sequence[Line], said: str, *, keep: bool = False) -> None:
        if self.popup is not None:
            self.popup.show_lines(lines, said, keep=keep)
            self._place()
            self.popup.show()
            self._announce(said, self.popup.list.current())

    def _say(self, text: str) -> None:
        if self.popup is not None:
            self.popup.said.setText(text)
            self._place()
            self.popup.show()

    def _place(self) -> None:
        if self.popup is not None:
            self.popup.place_below(self._box)

    def _step(self, by: int, *, page: bool = False) -> None:
        if self.popup is not None:
            (self.popup.list.leap if page else self.popup.list.step)(by)
            self._announce("", self.popup.list.current())

    def _enter(self) -> None:
        if not self._wanted or self.popup is None:
            self.open()
        elif not self.answered:
            self._enter_waits = True  # for the answer that is on its way
        elif (target := self.popup.list.target()) is not None:
            self._enter_waits = False
            self._open(target)

    def _open(self, target: Target) -> None:
        text = self._searched()
        match target:
            case More(group):
                self._whole |= {group}
                self._show_answer(keep=False)
            case Hit():
                self._recent.add(target)
                self.chosen.emit()
                self.hit_opened.emit(target, text)
            case Command():
                self.chosen.emit()
                self._box.clear()
                target.act()

    def _announce(self, said: str, line: Line | None) -> None:
        """Let a screen reader tell: the focus stays in the box."""
        words = ". ".join(filter(None, (said, line.aloud() if line else "")))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._box, words))
