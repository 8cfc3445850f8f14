"""What fields are filled in with. Each tells when the user wrote and when the user left.

Undo inside an input is off: Ctrl+Z is the program's, and takes back the whole last change.
"""

from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ui.toolkit.controls import Check, Choice
from ui.toolkit.small import restyle
from ui.toolkit.theme import Theme

T = TypeVar("T")


class MalformedError(ValueError):
    """What is written can't be read; the text says how to write it."""


class Input(Protocol):
    """What a Field needs of its input (which is also a QWidget)."""

    typed: SignalInstance  # the user changed the content
    left: SignalInstance  # the user went on: Enter in a line, or the focus moved

    def value(self) -> object:
        """Return the content.

        Raises:
            MalformedError: it can't be read.
        """
        ...

    def show_value(self, value: object) -> None:
        """Show `value` without telling anybody; the caret stays where it makes sense."""
        ...

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - one obvious meaning
        """Mark the content as wrong, or not."""
        ...


class GlobalUndo(QObject):
    """Keeps Ctrl+Z and Ctrl+Y from an input, so that the program's actions get them."""

    def __init__(self, widget: QWidget) -> None:
        """Watch `widget`."""
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() in _KEYS and _is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


_KEYS = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


def _is_undo(event: QKeyEvent) -> bool:
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return event.matches(undo) or event.matches(redo)


def truly_left(event: QFocusEvent) -> bool:
    """Return whether the user went elsewhere: a menu over the input does not count."""
    return event.reason() != Qt.FocusReason.PopupFocusReason


class LineInput(QLineEdit):
    """One line."""

    typed = Signal()
    left = Signal()

    def __init__(self, placeholder: str = "") -> None:
        """Start empty."""
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self.typed)
        self.returnPressed.connect(self.left)
        GlobalUndo(self)

    def value(self) -> str:
        """Return the text."""
        return self.text()

    def show_value(self, value: object) -> None:
        """Show `value`; the caret stays."""
        text = str(value or "")
        if text != self.text():
            caret = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(caret, len(text)))

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the line."""
        restyle(self, "wrong", "true" if wrong else None)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        super().focusOutEvent(arg__1)
        if truly_left(arg__1):
            self.left.emit()

    def contextMenuEvent(self, arg__1: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo and a line: they would be this line's own
            menu.removeAction(action)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(arg__1.globalPos())


class TextInput(QPlainTextEdit):
    """Plain text over several lines; as high as its content, between `least` and `most` lines.

    With `single` it is one paragraph that wraps: Enter does not break it and `left` is told.
    """

    typed = Signal()
    left = Signal()

    def __init__(
        self, placeholder: str = "", *, least: int = 2, most: int = 16, single: bool = False
    ) -> None:
        """Start empty."""
        super().__init__()
        self._least, self._most, self._single, self._showing = least, most, single, False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        GlobalUndo(self)
        self._grow()

    def value(self) -> str:
        """Return the text."""
        return self.toPlainText()

    def show_value(self, value: object) -> None:
        """Show `value`; the caret stays."""
        text = str(value or "")
        if text == self.toPlainText():
            return
        caret, self._showing = self.textCursor().position(), True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the text."""
        restyle(self, "wrong", "true" if wrong else None)

    def sizeHint(self) -> QSize:
        return QSize(24 * self.fontMetrics().averageCharWidth(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self.fontMetrics().averageCharWidth(), self.height())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self._single and e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(e)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            text = " ".join(source.text().split()) if self._single else source.text()
            self.insertPlainText(text)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if truly_left(e):
            self.left.emit()

    def showEvent(self, e: QShowEvent) -> None:
        super().showEvent(e)
        self._grow()

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            self._grow()  # the document does not tell when a wider line takes fewer rows

    def changeEvent(self, e: QEvent) -> None:
        super().changeEvent(e)
        if e.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit()

    def _grow(self) -> None:
        lines = int(self.document().size().height())
        shown = max(self._least, min(lines, self._most))
        margins = 2 * round(self.document().documentMargin())
        around = self.height() - self.maximumViewportSize().height()  # frame and padding
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + margins + around)
        policy = Qt.ScrollBarPolicy
        tall = lines > self._most
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if tall else policy.ScrollBarAlwaysOff
        )


class ParsedInput(LineInput, Generic[T]):
    """One line that means something else than text: a date, a time, a number. Empty is None."""

    def __init__(
        self,
        read: Callable[[str], T | None],
        write: Callable[[T], str],
        *,
        problem: str,
        placeholder: str = "",
    ) -> None:
        """Read with `read` (None: it can't be read, and `problem` is shown)."""
        super().__init__(placeholder)
        self._read, self._write, self._problem = read, write, problem

    def value(self) -> T | None:  # pyright: ignore[reportIncompatibleMethodOverride] - reads it
        """Return what is written.

        Raises:
            MalformedError: it can't be read.
        """
        text = self.text().strip()
        if not text:
            return None
        value = self._read(text)
        if value is None:
            raise MalformedError(self._problem)
        return value

    def show_value(self, value: object) -> None:
        """Show `value` as it is written out."""
        super().show_value("" if value is None else self._write(value))  # pyright: ignore[reportArgumentType]


class ChoiceInput(Choice[T]):
    """One of several."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, options: Iterable[tuple[T, str]]) -> None:
        """Offer `options`: value and text."""
        super().__init__(theme, options)
        self.activated.connect(self._tell)

    def show_value(self, value: object) -> None:
        """Choose `value`."""
        self.choose(value)  # pyright: ignore[reportArgumentType] - what `value` once gave

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the choice."""
        restyle(self, "wrong", "true" if wrong else None)

    def _tell(self) -> None:
        self.typed.emit()
        self.left.emit()


class CheckInput(Check):
    """Yes or no."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, text: str) -> None:
        """Start unchecked."""
        super().__init__(theme, text)
        self.clicked.connect(self._tell)

    def value(self) -> bool:
        """Return whether it is checked."""
        return self.isChecked()

    def show_value(self, value: object) -> None:
        """Check it or not."""
        self.setChecked(bool(value))

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the box."""
        restyle(self, "wrong", "true" if wrong else None)

    def _tell(self) -> None:
        self.typed.emit()
        self.left.emit()


def caret_to_end(text: QPlainTextEdit) -> None:
    """Put the caret last."""
    cursor = text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    text.setTextCursor(cursor)
