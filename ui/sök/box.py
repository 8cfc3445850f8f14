"""The box that finds everything: typed in from anywhere (Ctrl+K), answered while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nämnd.core.errors import NämndError
from nämnd.sök.values import Found, Hit
from ui.sök.commands import SIGN, Command
from ui.sök.lines import Group, Line, More, Target, lines_of, note
from ui.sök.popup import ResultPopup
from ui.sök.recent import Recent
from ui.sök.words import HINT, LOOKING, NOTHING_HERE, TRY, nothing, told
from ui.toolkit.chips import SearchBox
from ui.toolkit.inputs import GlobalUndo
from ui.toolkit.newest import Newest
from ui.toolkit.theme import Theme

_WIDE = 460  # the design's pixels
_PATIENCE = 150  # ms until the user is told that the search is under way
_RECENT = 6
_NOTHING = Found(())
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
        self.popup: ResultPopup | None = None
        self._finder: Newest[str, Found] | None = None
        self._commands: Callable[[], Sequence[Command]] = tuple
        self._behind: Callable[[], str] = str
        self._here: Callable[[], str] = str
        self._offered: tuple[Command, ...] = ()
        self._found, self._answered = _NOTHING, ""
        self._whole: frozenset[Group] = frozenset()
        self._recent = Recent()
        self._before: QWidget | None = None
        self._wanted = self._enter_waits = False
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(lambda: self._say(LOOKING))
        self.textEdited.connect(self._typed)
        self.textChanged.connect(self._emptied)
        GlobalUndo(self)
        self.setEnabled(False)

    @property
    def answered(self) -> bool:
        """Whether what is shown is the answer to what is typed."""
        return self._answered == self._searched()

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
        self.detach()
        self._finder, self._behind, self._here = finder, behind, here
        finder.found.connect(self._show_found)
        finder.refused.connect(self._show_refused)
        self.setEnabled(True)

    def detach(self) -> None:
        """Forget the database: another may be opened."""
        self.close_popup()
        if self._finder is not None and isValid(self._finder):
            self._finder.forget()
            self._finder.deleteLater()
        self._finder, self._recent = None, Recent()
        self.clear()
        self.setEnabled(False)

    def again(self) -> None:
        """Ask once more for what is shown: the search knows more now."""
        if self.popup and self.popup.isVisible() and self._searched():
            self._request()

    def open_popup(self) -> None:
        """Show what there is for the text."""
        if self._finder is None:
            return
        if self.popup is None:
            self.popup = ResultPopup(self._theme, self.window())
            self.popup.list.picked.connect(self._open)
            self.window().installEventFilter(self)
        if not self._wanted:
            self._offered = tuple(self._commands())
        self._wanted = True
        self._ask()
        self.popup.raise_()

    def close_popup(self) -> None:
        """Show nothing more; the text stays."""
        self._wanted = self._enter_waits = False
        self._slow.stop()
        if self._finder is not None and isValid(self._finder):
            self._finder.forget()
        if self.popup is not None:
            self.popup.hide()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(_WIDE), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shown = self.popup is not None and self.popup.isVisible()
        match event.key():
            case Qt.Key.Key_Escape if shown:
                self._leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._enter()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if not shown:
                self.open_popup()
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp if shown:
                self._step(1 if event.key() == Qt.Key.Key_PageDown else -1, page=True)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, arg__1: QMouseEvent) -> None:
        super().mousePressEvent(arg__1)
        self.open_popup()

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if arg__1.reason() not in _STAYS:
            self.close_popup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.popup and self.popup.isVisible():
            QTimer.singleShot(0, self._place_popup)  # when the box has its new place
        return super().eventFilter(watched, event)

    def begin(self) -> None:
        """Put the caret here, and show what can be found; Esc goes back to where the user was."""
        self._begin()

    def _begin(self) -> None:
        focused = self.window().focusWidget()
        if focused is not self:
            self._before = focused
        super()._begin()
        self.open_popup()

    def _typed(self) -> None:
        self._whole = frozenset()
        self._enter_waits = False
        self.open_popup()

    def _emptied(self, text: str) -> None:
        if not text and self._wanted:  # by the button in the box
            self._ask()

    def _searched(self) -> str:
        """Return what the index is to be asked for; empty for commands."""
        text = self.text().strip()
        return "" if text.startswith(SIGN) else text

    def _ask(self) -> None:
        if self._searched():
            self._request()
            return
        if self._finder is not None:
            self._finder.forget()
        self._slow.stop()
        self._found, self._answered = _NOTHING, ""
        if self.text().strip():
            lines = lines_of(self.text(), _NOTHING, self._offered)
            self._show(lines, "" if lines else NOTHING_HERE)
        else:
            self._show(self._recent.lines(self._here()), HINT)

    def _request(self) -> None:
        if self._finder is not None:
            self._slow.start()
            self._finder.request(self._searched())

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
        text = self._searched()
        lines = lines_of(text, self._found, self._offered, self._whole, self._here())
        said = told(self._found, self._behind())
        if not self._found.hits:
            lines = (*lines, note(nothing(text), TRY))
        self._show(lines, said, keep=keep)

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
            self._place_popup()
            self.popup.show()
            self._announce(said, self.popup.list.current())

    def _say(self, text: str) -> None:
        if self.popup is not None:
            self.popup.said.setText(text)
            self._place_popup()
            self.popup.show()

    def _place_popup(self) -> None:
        if self.popup is not None:
            self.popup.place_below(self)

    def _step(self, by: int, *, page: bool = False) -> None:
        if self.popup is not None:
            (self.popup.list.leap if page else self.popup.list.step)(by)
            self._announce("", self.popup.list.current())

    def _enter(self) -> None:
        if not self._wanted or self.popup is None:
            self.open_popup()
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
                self._leave()
                self.hit_opened.emit(target, text)
            case Command():
                self._leave()
                self.clear()
                target.act()

    def _leave(self) -> None:
        self.close_popup()
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _announce(self, said: str, line: Line | None) -> None:
        """Let a screen reader tell: the focus stays in the box."""
        words = ". ".join(filter(None, (said, line.aloud() if line else "")))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
