"""The rows of «Att göra nu»: each thing to do with the button that does it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from nämnd.översikt.todo import Todo, Vikt
from ui.desk import Go
from ui.toolkit.chips import Chip
from ui.toolkit.small import Kind, Label, button, column, label
from ui.toolkit.theme import Theme
from ui.översikt.doing import ROLE, do

MOST = 9  # rows, until the user wants them all
_FORFEITS = "Rätten går förlorad om dagen missas."
_PRESSING = (Vikt.SEN, Vikt.NU)


class ToDoRows(QWidget):
    """A row for each thing to do, or one sentence when there is nothing.

    Attributes:
        buttons: one for each row, in order.
        more: shows those that are left out.
    """

    def __init__(self, theme: Theme, go: Go, todos: Sequence[Todo], nothing: str) -> None:
        """Show the first of `todos`, the most urgent first; `nothing` when there are none."""
        super().__init__()
        self._theme, self._go = theme, go
        self._todos, self._nothing = tuple(todos), nothing
        self.buttons: list[QPushButton] = []
        rest = len(self._todos) - MOST
        self.more = button(f"Visa alla {len(self._todos)}", Kind.LINK)
        self.more.setVisible(False)
        self._inside = self._rows(self._todos[:MOST])
        layout = column(self._inside, spacing=theme.px(8))
        layout.addWidget(self.more)
        self.setLayout(layout)
        self.more.setVisible(rest > 0)
        self.more.clicked.connect(self._show_all)

    def _rows(self, todos: Sequence[Todo]) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(14))
        grid.setVerticalSpacing(self._theme.px(10))
        grid.setColumnStretch(1, 1)
        self.buttons = []
        for place, one in enumerate(todos):
            grid.addWidget(Chip(one.chip, ROLE[one.vikt]), place, 0)
            grid.addWidget(self._text(one), place, 1)
            self.buttons.append(self._button(one, first=place == 0))
            grid.addWidget(self.buttons[-1], place, 2)
        if not todos:
            grid.addWidget(label(self._nothing, Label.MUTED, wrap=True), 0, 0, 1, 3)
        return rows

    def _text(self, one: Todo) -> QWidget:
        said = label(one.text, wrap=True)
        if not one.förverkande:
            return said
        both = QWidget()
        lost = label(_FORFEITS, Label.PROBLEM, wrap=True)
        both.setLayout(column(said, lost, spacing=self._theme.px(2)))
        return both

    def _button(self, one: Todo, *, first: bool) -> QPushButton:
        pressing = first and one.vikt in _PRESSING
        act = button(one.button, Kind.PRIMARY if pressing else Kind.NORMAL)
        act.setAccessibleDescription(one.text)
        act.clicked.connect(lambda: do(self._go, one))
        act.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
        return act

    def _show_all(self) -> None:
        old, last = self._inside, self.buttons[-1]
        self._inside = self._rows(self._todos)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._inside)
        for before, after in pairwise((last, *self.buttons)):  # Tab goes on as the page is read
            QWidget.setTabOrder(before, after)
        old.hide()
        old.deleteLater()
        self._inside.show()
        self.more.hide()
        self.buttons[min(MOST, len(self.buttons) - 1)].setFocus()
