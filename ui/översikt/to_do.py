"""«Att göra nu»: what must be done, each with the button that does it.

The card paints with the first page; its rows come with the database (`to_do_rows`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.desk import Go
from ui.toolkit.chips import Card
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nämnd.översikt.todo import Todo
    from ui.översikt.to_do_rows import ToDoRows


class ToDo(Card):
    """A card of things to do.

    Attributes:
        rows: what is to be done; None until the database is open.
    """

    def __init__(self, theme: Theme, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(theme, "Att göra nu")
        self._theme, self._go = theme, go
        self.rows: ToDoRows | None = None
        self._shown = QWidget()
        self.add(self._shown)
        self.body.addStretch()

    def show_todos(self, todos: Sequence[Todo], nothing: str) -> None:
        """Show what is to be done; `nothing` is said when there is nothing."""
        from ui.översikt.to_do_rows import ToDoRows

        focused = self._focused()
        old, self.rows = self._shown, ToDoRows(self._theme, self._go, todos, nothing)
        self._shown = self.rows
        self.body.replaceWidget(old, self.rows)
        old.hide()
        old.deleteLater()
        if focused is not None and self.rows.buttons:
            self.rows.show()
            self.rows.buttons[min(focused, len(self.rows.buttons) - 1)].setFocus()

    def _focused(self) -> int | None:
        """Return which row has the focus: what is done there must not lose it."""
        buttons = self.rows.buttons if self.rows is not None else []
        return next((at for at, one in enumerate(buttons) if one.hasFocus()), None)
