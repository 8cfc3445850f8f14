"""What can be done to a table inside a running text."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QTextCursor, QTextTable


def next_cell(cursor: QTextCursor, step: int) -> QTextCursor:
    """Return a caret in the cell after (1) or before (-1); after the last comes a new row."""
    table = cursor.currentTable()
    here = table.cellAt(cursor)
    at = here.row() * table.columns() + here.column() + step
    if at < 0:
        return cursor
    if at >= table.rows() * table.columns():
        table.appendRows(1)
    return table.cellAt(at // table.columns(), at % table.columns()).firstCursorPosition()


def add_row_below(cursor: QTextCursor) -> None:
    """Insert a row under the one with the caret."""
    table = cursor.currentTable()
    table.insertRows(table.cellAt(cursor).row() + 1, 1)


def table_actions(cursor: QTextCursor, parent: QObject) -> list[QAction]:
    """Return what can be done to the table with the caret."""
    table = cursor.currentTable()
    here = table.cellAt(cursor)
    row, column = here.row(), here.column()
    return [
        _action(parent, "Infoga rad under", lambda: table.insertRows(row + 1, 1)),
        _action(parent, "Infoga kolumn till höger", lambda: table.insertColumns(column + 1, 1)),
        _action(parent, "Ta bort raden", lambda: table.removeRows(row, 1)),
        _action(parent, "Ta bort kolumnen", lambda: table.removeColumns(column, 1)),
        _action(parent, "Ta bort tabellen", lambda: _remove(table)),
    ]


def _remove(table: QTextTable) -> None:
    table.removeRows(0, table.rows())


def _action(parent: QObject, text: str, act: Callable[[], None]) -> QAction:
    made = QAction(text, parent)
    made.triggered.connect(lambda: act())  # noqa: PLW0108 - the signal's bool is not for it
    return made
