"""The field for an ärende: choose one that exists, or write a new dnr."""

from collections.abc import Sequence

from PySide6.QtCore import (
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from nämnd.ärende.queries import ÄrendeRow
from ui.toolkit.fields import Field
from ui.toolkit.inputs import GlobalUndo, truly_left
from ui.toolkit.palette import Role
from ui.toolkit.small import restyle
from ui.toolkit.theme import Icon, Theme
from ui.toolkit.tuple_model import TupleModel

_DISPLAY = Qt.ItemDataRole.DisplayRole
_WIDEST = 60  # characters of the list's rows


def shown(one: ÄrendeRow) -> str:
    """Return an ärende as the list shows it: «dnr · rubrik»."""
    text = f"{one.dnr} · {one.rubrik}" if one.rubrik else one.dnr
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


class ÄrendeModel(TupleModel[ÄrendeRow]):
    """Shows «dnr · rubrik», and writes the dnr."""

    def said(self, row: ÄrendeRow, role: int) -> object:
        match role:
            case Qt.ItemDataRole.EditRole:
                return row.dnr
            case Qt.ItemDataRole.DisplayRole:
                return shown(row)
            case _:
                return None


class ÄrendeInput(QComboBox):
    """A dnr; the list below holds those that exist."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        """Start empty."""
        super().__init__()
        self._theme = theme
        self.rows_model = ÄrendeModel(self)
        self.setEditable(True)
        self.setModel(self.rows_model)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._line().setPlaceholderText("Dnr")
        self._line().textEdited.connect(self.typed)
        self.activated.connect(self._chosen)
        self.setCompleter(self._completer())
        GlobalUndo(self._line())
        self.setCurrentIndex(-1)

    def offer(self, rows: Sequence[ÄrendeRow]) -> None:
        """Offer other ärenden; what is written stays."""
        if tuple(rows) == self.rows_model.rows:
            return
        text, caret = self.value(), self._line().cursorPosition()
        self.rows_model.show(rows)
        self.show_value(text)
        self._line().setCursorPosition(caret)
        view = self.view()
        width = view.sizeHintForColumn(0) + self._theme.px(28)
        view.setMinimumWidth(min(width, self._theme.px(520)))

    def value(self) -> str:
        """Return the dnr as it is written; what the completer wrote is a whole row of the list."""
        text = self.currentText()
        rows = self.rows_model.rows
        return next((one.dnr for one in rows if shown(one) == text), " ".join(text.split()))

    def chosen(self) -> ÄrendeRow | None:
        """Return the ärende with the dnr that is written; None when there is none."""
        written = self.value().casefold()
        return next((one for one in self.rows_model.rows if one.dnr.casefold() == written), None)

    def show_value(self, value: object) -> None:
        """Show a dnr."""
        text = str(value or "")
        if text != self.currentText():
            self.setCurrentIndex(self.findText(text, Qt.MatchFlag.MatchFixedString))
            self.setEditText(text)

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see toolkit.inputs.Input
        """Mark the field."""
        restyle(self, "wrong", "true" if wrong else None)

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
            return
        super().keyPressEvent(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if truly_left(e):
            self.left.emit()

    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        side = self._theme.px(16)
        painter = QPainter(self)
        left, top = self.width() - side - self._theme.px(7), (self.height() - side) // 2
        icon = self._theme.icon(Icon.CHEVRON_DOWN, Role.MUTED, side)
        icon.paint(painter, left, top, side, side)
        painter.end()

    def _completer(self) -> QCompleter:
        made = QCompleter(self.rows_model, self)
        made.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setCompletionRole(_DISPLAY)
        return made

    def _chosen(self, _: int) -> None:
        self.typed.emit()
        self.left.emit()

    def _line(self) -> QLineEdit:
        line = self.lineEdit()
        assert line is not None  # noqa: S101 - it is editable
        return line


class ÄrendeField(Field[ÄrendeInput]):
    """Saves when the user leaves: half a dnr is not an ärende to register."""

    def __init__(self, theme: Theme, text: str) -> None:
        """Start empty. `text` carries & before its mnemonic."""
        self.combo = ÄrendeInput(theme)
        super().__init__(theme, text, self.combo)

    def _typed(self) -> None:
        self._set_pending(pending=True)
