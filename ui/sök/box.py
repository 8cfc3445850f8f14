"""The box that finds everything: typed in from anywhere (Ctrl+K), answered while one types.

It is there with the first paint; what answers it comes with the database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.toolkit.chips import SearchBox
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from nämnd.sök.values import Found
    from ui.sök.answers import Answers
    from ui.sök.commands import Command
    from ui.sök.popup import ResultPopup
    from ui.toolkit.newest import Newest

_WIDE = 460  # the design's pixels
_STAYS = {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}


class FindBox(SearchBox):
    """Finds ärenden, beslut, handlingar, sammanträden, people, pages and commands.

    Signals:
        hit_opened: (Hit, text): the user wants to see it; `text` is what was looked for.
        left: the user is done here; the focus belongs to the page.
    """

    hit_opened = Signal(object, str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Find nothing until attached."""
        super().__init__(theme, "Sök ärende, beslut, handling, person …", "Ctrl+K")
        self._answers: Answers | None = None
        self._commands: Callable[[], Sequence[Command]] = tuple
        self._before: QWidget | None = None
        self._guarded = False
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._changed)
        self.setEnabled(False)

    @property
    def popup(self) -> ResultPopup | None:
        """Return what opens under the box, when it has been opened."""
        return self._answers.popup if self._answers else None

    @property
    def answered(self) -> bool:
        """Whether what is shown is the answer to what is typed."""
        return self._answers is not None and self._answers.answered

    def offer(self, commands: Callable[[], Sequence[Command]]) -> None:
        """Find `commands` too: the pages and the entries of the menus, as they are then."""
        self._commands = commands

    def attach(
        self,
        finder: Newest[str, Found],
        behind: Callable[[], str] = str,
        here: Callable[[], str] = str,
    ) -> None:
        """Find with `finder` from now on.

        Args:
            finder: asks the index.
            behind: what it does not know yet, in words.
            here: the name of the nämnd on the screen, which need not be said of every hit.
        """
        from ui.sök.answers import Answers, Knows

        self.detach()
        self._guard_undo()
        knows = Knows(finder, lambda: self._commands(), behind, here)  # noqa: PLW0108 - it may change
        self._answers = Answers(self, self._theme, knows)
        self._answers.chosen.connect(self._leave)
        self._answers.hit_opened.connect(self.hit_opened)
        self.setEnabled(True)

    def detach(self) -> None:
        """Forget the database: another may be opened."""
        if self._answers is not None:
            self._answers.end()
        self._answers = None
        self.clear()
        self.setEnabled(False)

    def again(self) -> None:
        """Ask once more for what is shown: the search knows more now."""
        if self._answers is not None:
            self._answers.again()

    def begin(self) -> None:
        """Put the caret here, and show what can be found; Esc goes back to where the user was."""
        self._begin()

    def open_popup(self) -> None:
        """Show what there is for the text."""
        if self._answers is not None:
            self._answers.open()

    def close_popup(self) -> None:
        """Show nothing more; the text stays."""
        if self._answers is not None:
            self._answers.close()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.popup and self.popup.isVisible():
            self._leave()
        elif self._answers is None or not self._answers.take_key(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        super().mousePressEvent(arg__1)
        self.open_popup()

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() not in _STAYS:
            self.close_popup()

    def _begin(self) -> None:
        focused = self.window().focusWidget()
        if focused is not self:
            self._before = focused
        super()._begin()
        self.open_popup()

    def _typed(self) -> None:
        if self._answers is not None:
            self._answers.type()

    def _changed(self, text: str) -> None:
        if self._answers is not None and not text:  # by the button in the box
            self._answers.empty()

    def _leave(self) -> None:
        self.close_popup()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _guard_undo(self) -> None:
        """Leave Ctrl+Z to the program."""
        from ui.toolkit.inputs import GlobalUndo

        if not self._guarded:
            GlobalUndo(self)
            self._guarded = True
