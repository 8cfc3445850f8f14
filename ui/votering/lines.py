"""A box of sentences, one row each, that open when chosen. Rows are kept and filled anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import restyle, row
from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class Line:
    """One row. `strong` is bold where it stands first in `text`; a `struck` row counts no more."""

    key: str
    text: str
    strong: str = ""
    chips: tuple[tuple[str, Role], ...] = ()
    struck: bool = False


class LineBox(QFrame):
    """Rows to read and to open: arrows move, Enter or a click opens, Delete removes.

    Signals:
        opened: the key of a row.
        removal_wanted: the key of a row.
    """

    opened = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        """Show nothing yet. `name` is for screen readers."""
        super().__init__()
        self.setObjectName("fieldframe")
        self.setAccessibleName(name)
        self._theme = theme
        self._lines: tuple[Line, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*(theme.px(3),) * 4)
        self._layout.setSpacing(0)
        self.rows: list[LineRow] = []
        self._grow()  # there from the start, or Tab would come to it last of all in the window
        self.rows[0].hide()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other rows; the focus stays in the row at its place."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        while len(self.rows) < len(lines):
            self._grow()
        for shown, line in zip(self.rows, lines, strict=False):
            shown.show_line(line)
        for spare in self.rows[len(lines) :]:
            spare.hide()

    def row_of(self, key: str) -> "LineRow | None":
        """Return the row with a key."""
        shown = self.rows[: len(self._lines)]
        return next((one for one in shown if one.line.key == key), None)

    def step(self, shown: "LineRow", way: int) -> None:
        """Move the focus from a row to the next, or the one before."""
        at = self.rows.index(shown) + way
        if 0 <= at < len(self._lines):
            self.rows[at].setFocus(Qt.FocusReason.TabFocusReason)

    def row_focus(self) -> None:
        """Take notice that the focus came to a row or left one."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self.window())
        restyle(self, "active", "true" if inside else None)

    def _grow(self) -> None:
        made = LineRow(self, self._theme)
        self._layout.addWidget(made)
        if self.rows:
            QWidget.setTabOrder(self.rows[-1], made)
        self.rows.append(made)


class LineRow(QFrame):
    """One row of a LineBox."""

    def __init__(self, box: LineBox, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._box, self._theme, self._hover = box, theme, False
        self.line = Line("", "")
        self._text = QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._chips = (Chip(""), Chip(""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        side, top = theme.px(6), theme.px(3)
        layout = row(self._text, *self._chips, spacing=theme.px(6))
        layout.setContentsMargins(side, top, side, top)
        self.setLayout(layout)

    def show_line(self, line: Line) -> None:
        """Show something else."""
        self.setVisible(True)
        if line == self.line:
            return
        self.line = line
        self._text.setText(_html(line))
        for place, chip in enumerate(self._chips):
            shown = place < len(line.chips)
            chip.setVisible(shown)
            if shown:
                chip.show_as(*line.chips[place])
        said = [line.text, *(text for text, _ in line.chips)]
        self.setAccessibleName("; ".join(said))
        self.setToolTip("Enter ändrar, Delete tar bort")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._box.opened.emit(self.line.key)
            case Qt.Key.Key_Delete:
                self._box.removal_wanted.emit(self.line.key)
            case Qt.Key.Key_Up:
                self._box.step(self, -1)
            case Qt.Key.Key_Down:
                self._box.step(self, 1)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._box.opened.emit(self.line.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._box.row_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._box.row_focus()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered(now=True)

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # pyright: ignore[reportArgumentType] - a QEvent
        self._hovered(now=False)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - named by Qt
        if self.hasFocus() or self._hover:
            role = Role.SELECTED if self.hasFocus() else Role.HOVER
            painter = QPainter(self)
            painter.fillRect(self.rect(), self._theme.colour(role))
            painter.end()

    def _hovered(self, *, now: bool) -> None:
        self._hover = now
        self.update()


def _html(line: Line) -> str:
    rest = escape(line.text.removeprefix(line.strong) if line.strong else line.text)
    # the half-bold face is there from the start, the bold one only where there is running text
    strong = f'<span style="font-weight:600">{escape(line.strong)}</span>' if line.strong else ""
    text = (strong + rest).replace("\n", "<br>")
    return f"<s>{text}</s>" if line.struck else text
