"""Choose persons and groups by typing: the list below narrows, Enter takes the first."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout

from nämnd.core.swedish import listed, sort_key
from ui.toolkit.inputs import GlobalUndo
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme

_DISPLAY = Qt.ItemDataRole.DisplayRole
_ROWS = 5  # seen at once
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """Somebody or some group. `note` says what is unusual about choosing them."""

    key: str
    text: str
    note: str = ""


class PeoplePicker(QFrame):
    """A line to type in, and the list of who can be chosen.

    Enter or a click takes somebody or lets them go; Backspace in the empty line lets the last go.

    Signals:
        changed: other people are chosen.
    """

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        options: Iterable[Option],
        chosen: Iterable[str] = (),
        *,
        one: bool = False,
    ) -> None:
        """Offer `options`; with `one` a choice takes the place of the one before."""
        super().__init__()
        self._one = one
        self._options = tuple(options)
        known = {option.key for option in self._options}
        self._chosen = [key for key in chosen if key in known]
        self.told = label("", Label.STRONG, wrap=True)
        self.line = _FilterLine(self)
        self.line.setPlaceholderText("Skriv ett namn eller parti …")
        self.model = _Options(self)
        self.view = QListView()
        self._build(theme)
        self._show()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the keys of those chosen, in the order of choice."""
        return tuple(self._chosen)

    @property
    def notes(self) -> tuple[str, ...]:
        """Return what is unusual about the choice."""
        by_key = {one.key: one for one in self._options}
        return tuple(by_key[key].note for key in self._chosen if by_key[key].note)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.view.setAccessibleName(f"{name}, att välja bland")

    def take_first(self) -> bool:
        """Take the row that is marked in the list, else the first; False when there is none."""
        at = max(self.view.currentIndex().row(), 0)
        if at >= len(self.model.rows):
            return False
        self._take(self.model.rows[at].key)
        return True

    def step(self, way: int) -> None:
        """Mark the next row, or the one before."""
        at = self.view.currentIndex().row() + way
        if 0 <= at < len(self.model.rows):
            self.view.setCurrentIndex(self.model.index(at))

    def drop_last(self) -> None:
        """Let the last one chosen go."""
        if self._chosen:
            self._take(self._chosen[-1])

    def _take_row(self, index: QModelIndex) -> None:
        self._take(self.model.rows[index.row()].key)

    def _take(self, key: str) -> None:
        if key in self._chosen:
            self._chosen.remove(key)
        else:
            self._chosen = [key] if self._one else [*self._chosen, key]
        self.line.clear()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        wanted = sort_key(self.line.text().strip())
        by_key = {one.key: one for one in self._options}
        rows = [one for one in self._options if wanted in sort_key(one.text)]
        self.model.show(tuple(rows), frozenset(self._chosen))
        if wanted and rows:
            self.view.setCurrentIndex(self.model.index(0))
        self.told.setText(listed(by_key[key].text for key in self._chosen) or "Ingen vald")

    def _build(self, theme: Theme) -> None:
        self.setObjectName("fieldframe")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(6),) * 4)
        layout.setSpacing(theme.px(4))
        for part in (self.told, self.line, self.view):
            layout.addWidget(part)
        self.view.setModel(self.model)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setUniformItemSizes(True)
        row = max(self.view.sizeHintForRow(0), self.view.fontMetrics().height())
        self.view.setFixedHeight(_ROWS * row)
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view.clicked.connect(self._take_row)
        self.line.textChanged.connect(self._show)
        self.setFocusProxy(self.line)


class _FilterLine(QLineEdit):
    """The line; the keys that belong to the list go there."""

    def __init__(self, picker: PeoplePicker) -> None:
        super().__init__()
        self._picker = picker
        GlobalUndo(self)

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        plain = arg__1.modifiers() in {_NONE, _KEYPAD}
        match arg__1.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if plain and self._picking():
                self._picker.take_first()
            case Qt.Key.Key_Down:
                self._picker.step(1)
            case Qt.Key.Key_Up:
                self._picker.step(-1)
            case Qt.Key.Key_Backspace if not self.text():
                self._picker.drop_last()
            case _:
                super().keyPressEvent(arg__1)

    def focusOutEvent(self, arg__1: QFocusEvent) -> None:
        """Take whom the user has begun to write, when there is no doubt who it is."""
        super().focusOutEvent(arg__1)
        if self.text().strip() and len(self._picker.model.rows) == 1:
            self._picker.take_first()

    def _picking(self) -> bool:
        """Say whether Enter is about the list: else it presses the dialog's button."""
        return bool(self.text().strip()) or self._picker.view.currentIndex().isValid()


_NONE, _KEYPAD = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier


class _Options(QAbstractListModel):
    """The rows that fit what is written; those chosen are checked."""

    def __init__(self, parent: PeoplePicker) -> None:
        super().__init__(parent)
        self.rows: tuple[Option, ...] = ()
        self._chosen: frozenset[str] = frozenset()

    def show(self, rows: tuple[Option, ...], chosen: frozenset[str]) -> None:
        self.beginResetModel()
        self.rows, self._chosen = rows, chosen
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if not index.isValid():
            return None
        one = self.rows[index.row()]
        chosen = one.key in self._chosen
        text = f"{one.text} – {one.note}" if one.note else one.text
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"✓ {text}" if chosen else text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{text}, vald" if chosen else text
            case _:
                return None
