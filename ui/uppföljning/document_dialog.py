"""Which handling deadlines are to be found in, or a file that is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nämnd.ärende.handling_queries import with_files
from nämnd.ärende.values import FiledRow
from ui.desk import Desk
from ui.toolkit.chips import SearchBox, in_card
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.small import button
from ui.toolkit.table import Column, RowTable

_EMPTY = "Ingen handling stämmer. Välj en fil i stället, eller ta in den i ett ärende först."
_WIDE, _HIGH = 760, 320  # the design's pixels


class DocumentDialog(DialogFrame):
    """A list of handlingar that have files.

    Signals:
        handling_chosen: the id of a handling.
        file_wanted: the user would choose a file.

    Attributes:
        search, table: words, and what has them.
        file: chooses a file instead.
    """

    handling_chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str) -> None:
        """Show every handling, the newest first."""
        super().__init__(desk.theme, parent, "Hitta frister i en handling", width=_WIDE)
        self.search = SearchBox(desk.theme, "Sök handling, dnr eller rubrik")
        self.search.setAccessibleName("Sök handling")
        self.table: RowTable[FiledRow] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.id, name="Handlingar", empty=_EMPTY
        )
        self.table.setMinimumHeight(desk.theme.px(_HIGH))
        self.file = button("Välj en &fil …")
        rows = desk.store.ask(lambda session: with_files(session, nämnd_id))
        self.table.show_rows(rows)
        if rows:
            self.table.selectRow(0)
        self.body.addWidget(self.search)
        self.body.addWidget(in_card(desk.theme, self.table), 1)
        self.search.textChanged.connect(self._filter)
        self.table.chosen.connect(self.check)
        self.table.opened.connect(self._take)
        self.file.clicked.connect(self._choose_file)
        self.begin(self._save, self.file, problems=self._wrong, keep="&Hitta frister")
        self.search.setFocus()

    def check(self) -> None:
        """Let it be read when one is chosen: the button says enough."""
        self.keep.setEnabled(not self._wrong())

    def _wrong(self) -> tuple[str, ...]:
        return () if self.table.current() else ("Välj en handling.",)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()

        def keeps(one: FiledRow) -> bool:
            said = f"{one.dnr} {one.rubrik}".casefold()
            return all(word in said for word in words)

        self.table.filter(keeps)
        if self.table.current() is None and self.table.rows_model.rows:
            self.table.selectRow(0)
        self.check()

    def _take(self, _: FiledRow) -> None:
        self.keep.click()

    def _save(self) -> bool:
        chosen = self.table.current()
        if chosen is None:
            return False
        self.accept()  # before what comes next opens its own
        self.handling_chosen.emit(chosen.id)
        return True

    def _choose_file(self) -> None:
        self.reject()
        self.file_wanted.emit()


def _number(one: FiledRow) -> str:
    return f"{one.dnr}-{one.löpnr}"


_COLUMNS: tuple[Column[FiledRow], ...] = (
    Column("Datum", lambda one: one.datum.isoformat(), lambda one: one.datum, width=10),
    Column("Handling", _number, _number, width=18),
    Column("Rubrik", lambda one: one.rubrik, lambda one: one.rubrik.casefold(), strong=True),
)
