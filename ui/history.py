"""Historik: who changed what, and when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nämnd.core.swedish import sort_key
from nämnd.logg.queries import LoggRow, latest
from ui.desk import Desk
from ui.toolkit.chips import SearchBox, in_card
from ui.toolkit.small import button, row
from ui.toolkit.table import Column, RowTable

_MOST = 2000  # newest entries shown
_EMPTY = "Inget har ändrats än."
_NO_MATCH = "Inget i historiken stämmer med det du söker."


def show_history(desk: Desk, parent: QWidget) -> None:
    """Open the list of changes."""
    desk.editor.flush()
    HistoryDialog(desk, parent).open()


class HistoryDialog(QDialog):
    """The log, newest first, filtered as one types."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Show the newest entries."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Historik")
        columns: tuple[Column[LoggRow], ...] = (
            Column("När", _when, lambda one: one.nummer, width=18),
            Column("Vem", lambda one: one.vem, lambda one: sort_key(one.vem), width=20),
            Column("Vad", _what, lambda one: sort_key(_what(one))),
        )
        self.table: RowTable[LoggRow] = RowTable(
            desk.theme,
            columns,
            lambda one: one.nummer,
            name="Historik",
            empty=_EMPTY,
        )
        self.search = SearchBox(desk.theme, "Sök i historiken …")
        self.search.textChanged.connect(self._filter)
        close = button("Stäng")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        margin = desk.theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(desk.theme.px(10))
        layout.addWidget(self.search)
        layout.addWidget(in_card(desk.theme, self.table), 1)
        layout.addLayout(row(None, close, spacing=0))
        self.resize(desk.theme.px(720), desk.theme.px(520))
        self.table.show_rows(desk.store.ask(lambda session: latest(session, _MOST)))

    def _filter(self, text: str) -> None:
        wanted = sort_key(text)

        def keep(one: LoggRow) -> bool:
            return wanted in sort_key(f"{_when(one)} {one.vem} {_what(one)}")

        self.table.filter(keep if wanted else None)
        self.table.set_empty(_NO_MATCH if wanted else _EMPTY)


def _when(one: LoggRow) -> str:
    return one.tid[:16].replace("T", " ").replace(":", ".")


def _what(one: LoggRow) -> str:
    text = one.rubrik or "ändring"
    return text[0].upper() + text[1:]
