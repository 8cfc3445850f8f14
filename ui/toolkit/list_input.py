"""Numbered rows of text, such as att-satser: Enter makes a new one, numbers come by themselves."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QLabel, QWidget

from ui.toolkit.inputs import TextInput, caret_to_end
from ui.toolkit.small import Label, label, restyle
from ui.toolkit.theme import Theme

_MARK = re.compile(r"^\s*(?:\(?\d{1,3}[.)]\s*|[-–—•·*]\s+)")


@dataclass(frozen=True, slots=True)
class ListItem:
    """One row. `key` follows the row when it moves or changes; a new row has none."""

    text: str
    key: str = ""


class ListInput(QFrame):
    """Rows that are one value: a tuple of ListItem, without empty rows.

    Enter splits a row (at its end: begins a new one), Backspace first in a row joins it to the one
    before, Alt with the arrows moves it, several pasted lines become several rows. The last row is
    always empty and says what to write.
    """

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, name: str, placeholder: str) -> None:
        """Start with the empty row."""
        super().__init__()
        self.setObjectName("fieldframe")
        self._theme, self._name, self._placeholder = theme, name, placeholder
        self._rows: list[RowInput] = []
        self._numbers: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(9), theme.px(3), theme.px(3), theme.px(3))
        self._grid.setHorizontalSpacing(theme.px(4))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._fill(())

    @property
    def rows(self) -> tuple["RowInput", ...]:
        """Return the rows, the empty last one too."""
        return tuple(self._rows)

    def value(self) -> tuple[ListItem, ...]:
        """Return what is written."""
        return tuple(item for item in self._items() if item.text)

    def show_value(self, value: object) -> None:
        """Show a tuple of ListItem; the caret stays in its row."""
        items: tuple[ListItem, ...] = value if isinstance(value, tuple) else ()  # pyright: ignore[reportUnknownVariableType]
        if items != self.value():
            self._fill(items)

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the rows."""
        restyle(self, "wrong", "true" if wrong else None)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._name = name
        self._renumber()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._rows[0].setFocus(event.reason())

    # What the rows ask for

    def split(self, row: "RowInput") -> None:
        """Begin a new row with what stands after the caret."""
        text, caret = row.toPlainText(), row.textCursor().position()
        at = self._rows.index(row)
        if not text and at == len(self._rows) - 1:
            return  # the empty last row is already what Enter would make
        items = list(self._items())
        items[at : at + 1] = [
            ListItem(text[:caret].rstrip(), row.key),
            ListItem(text[caret:].lstrip()),
        ]
        self._change(items, at + 1, 0)

    def join(self, row: "RowInput") -> None:
        """Put a row last in the one before it; an empty row just goes."""
        at = self._rows.index(row)
        if at == 0:
            return
        items = list(self._items())
        before, own = items[at - 1], items.pop(at)
        space = " " if before.text and own.text else ""
        items[at - 1] = ListItem(before.text + space + own.text, before.key or own.key)
        self._change(items, at - 1, len(before.text + space))

    def shift(self, row: "RowInput", step: int) -> None:
        """Move a row up (-1) or down (1)."""
        at, last = self._rows.index(row), len(self._rows) - 2
        to = at + step
        if not (0 <= to <= last and at <= last):
            return
        items = list(self._items())
        items.insert(to, items.pop(at))
        self._change(items, to, row.textCursor().position())

    def paste(self, row: "RowInput", lines: Sequence[str]) -> None:
        """Insert lines at the caret; each after the first is a row of its own."""
        text, cursor = row.toPlainText(), row.textCursor()
        before, after = text[: cursor.selectionStart()], text[cursor.selectionEnd() :]
        texts = [before + lines[0], *lines[1:]]
        caret = len(texts[-1])
        texts[-1] += after
        at = self._rows.index(row)
        items = list(self._items())
        items[at : at + 1] = [ListItem(texts[0], row.key), *map(ListItem, texts[1:])]
        self._change(items, at + len(texts) - 1, caret)

    def go(self, row: "RowInput", step: int) -> None:
        """Move the caret to the row before or after."""
        to = self._rows.index(row) + step
        if 0 <= to < len(self._rows):
            self._rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            if step < 0:
                caret_to_end(self._rows[to])

    def row_typed(self) -> None:
        """Take notice that a row was written in."""
        if self._rows[-1].toPlainText():
            self._add_row(ListItem(""))
            self._renumber()
        self.typed.emit()

    def row_focus(self) -> None:
        """Take notice that the focus came to a row or left one."""
        focused = QApplication.focusWidget()
        inside = isinstance(focused, RowInput) and focused.owner is self
        restyle(self, "active", "true" if inside else None)
        if not inside:
            self._drop_empty()
            self.left.emit()

    def _items(self) -> list[ListItem]:
        return [ListItem(row.toPlainText().strip(), row.key) for row in self._rows]

    def _change(self, items: Sequence[ListItem], focus: int, caret: int) -> None:
        self._fill(items)
        row = self._rows[focus]
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = row.textCursor()
        cursor.setPosition(min(caret, len(row.toPlainText())))
        row.setTextCursor(cursor)
        self.typed.emit()

    def _drop_empty(self) -> None:
        items = self._items()
        if any(not item.text for item in items[:-1]):
            self._fill([item for item in items if item.text])

    def _fill(self, items: Sequence[ListItem]) -> None:
        wanted = [*items] if items and not items[-1].text else [*items, ListItem("")]
        while len(self._rows) > len(wanted):
            self._remove_last()
        for row, item in zip(self._rows, wanted, strict=False):
            row.key = item.key
            row.show_value(item.text)
        for item in wanted[len(self._rows) :]:
            self._add_row(item)
        self._renumber()

    def _add_row(self, item: ListItem) -> None:
        row, number = RowInput(self, item), label("", Label.MUTED)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        number.setContentsMargins(0, self._theme.px(6), 0, 0)
        at = len(self._rows)
        self._grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row, at, 1)
        self._rows.append(row)
        self._numbers.append(number)
        for part in (number, row):
            part.show()  # at once, or it could not take the focus
        if at:
            QWidget.setTabOrder(self._rows[at - 1], row)

    def _remove_last(self) -> None:
        for part in (self._rows.pop(), self._numbers.pop()):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _renumber(self) -> None:
        last = len(self._rows) - 1
        for at, (row, number) in enumerate(zip(self._rows, self._numbers, strict=True)):
            number.setText(f"{at + 1}.")
            row.setPlaceholderText(self._placeholder if at == last else "")
            row.setAccessibleName(f"{self._name} {at + 1}")


class RowInput(TextInput):
    """One row of a ListInput."""

    def __init__(self, owner: ListInput, item: ListItem) -> None:
        """Show `item`."""
        super().__init__(least=1, single=True)
        self.key = item.key
        self.owner = owner
        self.setProperty("frame", "none")
        self.show_value(item.text)
        self.typed.connect(owner.row_typed)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        alt = e.modifiers() == Qt.KeyboardModifier.AltModifier
        cursor = self.textCursor()
        match Qt.Key(e.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.owner.split(self)
            case Qt.Key.Key_Backspace if cursor.atStart() and not cursor.hasSelection():
                self.owner.join(self)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.owner.shift(self, -1 if e.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Up if self._at_edge(QTextCursor.MoveOperation.Up):
                self.owner.go(self, -1)
            case Qt.Key.Key_Down if self._at_edge(QTextCursor.MoveOperation.Down):
                self.owner.go(self, 1)
            case _:
                super().keyPressEvent(e)

    def insertFromMimeData(self, source: QMimeData) -> None:
        written = [line for line in source.text().splitlines() if line.strip()]
        at_start = self.textCursor().selectionStart() == 0
        lines = [
            " ".join((_MARK.sub("", line) if number or at_start else line).split())
            for number, line in enumerate(written)
        ]
        if len(lines) > 1:
            self.owner.paste(self, lines)
        elif lines:
            self.insertPlainText(lines[0])

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.owner.row_focus()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.owner.row_focus()

    def _at_edge(self, operation: QTextCursor.MoveOperation) -> bool:
        return not self.textCursor().movePosition(operation)
