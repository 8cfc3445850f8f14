"""Beteckningar that look like slips of others, each leading to its ärende."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nämnd.ärende.values import Slip
from ui.desk import Desk
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.small import Label, label
from ui.toolkit.table import Column, RowTable

_WIDTH, _HEIGHT = 760, 420
_SAID = (
    "De här beteckningarna liknar andra som finns i diariet så mycket att de kan vara felskrivna. "
    "Jämför med handlingen, och rätta i ärendet om det behövs."
)
_COLUMNS: tuple[Column[Slip], ...] = (
    Column("Ärende", lambda one: one.dnr, lambda one: one.dnr, width=18, strong=True),
    Column("Hos", lambda one: one.hos, lambda one: one.hos),
    Column("Skriven som", lambda one: one.skriven, lambda one: one.skriven, width=20),
    Column("Kanske", lambda one: one.trolig, lambda one: one.trolig, width=20),
)


class SlipsDialog(DialogFrame):
    """A list of them. Enter or the button leads to the ärende."""

    def __init__(
        self, desk: Desk, parent: QWidget, rows: Sequence[Slip], go: Callable[[str], object]
    ) -> None:
        """Show `rows`; `go` gets the id of an ärende."""
        super().__init__(desk.theme, parent, "Beteckningar att kontrollera", width=_WIDTH)
        self._go = go
        self.table: RowTable[Slip] = RowTable(
            desk.theme,
            _COLUMNS,
            lambda one: (one.ärende_id, one.skriven),
            name="Beteckningar att kontrollera",
        )
        self.table.show_rows(rows)
        self.body.addWidget(label(_SAID, Label.MUTED, wrap=True))
        self.body.addWidget(self.table, 1)
        self.resize(desk.theme.px(_WIDTH), desk.theme.px(_HEIGHT))
        self.cancel.setText("Stäng")
        self.table.opened.connect(self._pick)
        self.begin(self._leave, keep="&Visa ärendet")
        self.table.selectRow(0)
        self.table.setFocus()

    def _pick(self, _: Slip) -> None:
        self.keep.click()

    def _leave(self) -> bool:
        one = self.table.current()
        if one is not None:
            self._go(one.ärende_id)
        return one is not None
