"""«Kommande tidsfrister»: what comes in 7, 30 or 90 days. Comes with the database."""

from __future__ import annotations

from datetime import date
from functools import partial

from nämnd.core.swedish import counted
from nämnd.översikt.todo import Morning, Todo
from ui.desk import Go
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.small import Label, label
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon, Theme
from ui.översikt.doing import ROLE, do

DAYS = (7, 30, 90)
_USUAL = 30
_LEAST, _MOST = 2, 14  # rows that are seen at once
_FORFEITS = "Rätten går förlorad om dagen missas."


def _day(one: Todo) -> str:
    return one.when.isoformat() if one.when else ""


def _warns(one: Todo) -> Icon | None:
    return Icon.WARNING if one.förverkande else None


def _tip(one: Todo) -> str:
    return f"{one.text}\n{_FORFEITS}" if one.förverkande else one.text


_COLUMNS: tuple[Column[Todo], ...] = (
    Column("När", _day, lambda one: one.when or date.max, width=10),
    Column("Vad", lambda one: one.text, lambda one: one.text, icon=_warns, tip=_tip),
    Column("Kommer från", lambda one: one.källa, lambda one: one.källa, width=26, yields=2),
    Column("Ansvarig", lambda one: one.vem or "", lambda one: one.vem or "", width=16, yields=1),
    Column(
        "Läge",
        lambda one: one.chip,
        lambda one: one.when or date.max,
        width=15,
        chip=lambda one: ROLE[one.vikt],
    ),
)


class Coming(Card):
    """A table of what comes; Enter leads to it.

    Attributes:
        days: how far ahead.
        table: what comes.
    """

    def __init__(self, theme: Theme, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(theme, "Kommande tidsfrister", band=True)
        self._go = go
        self._morning = Morning((), ())
        self.count = label("", Label.MUTED)
        self.days: Choice[int] = Choice(theme, ((one, f"{one} dagar framåt") for one in DAYS))
        self.days.choose(_USUAL)
        self.days.setAccessibleName("Hur långt fram")
        self.table: RowTable[Todo] = RowTable(
            theme, _COLUMNS, lambda one: (one.action, *one.keys, one.text), name="Kommande"
        )
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addWidget(self.count)
        self.head.addStretch()
        self.head.addWidget(self.days)
        self.add(self.table)
        self.days.activated.connect(self._show)
        self.table.opened.connect(partial(do, go))

    def show_morning(self, morning: Morning) -> None:
        """Show what comes."""
        self._morning = morning
        self._show()

    def _show(self, _: int = 0) -> None:
        days = self.days.value() or _USUAL
        rows = self._morning.within(days)
        self.table.set_empty(f"Inget de närmaste {days} dagarna.")
        self.table.show_rows(rows)
        self.count.setText(counted(len(rows), "tidsfrist", "tidsfrister"))
        self._fit(len(rows))

    def _fit(self, rows: int) -> None:
        """Be as high as the rows there are, within bounds: the page scrolls, not the table."""
        seen = max(_LEAST, min(rows, _MOST))
        header = self.table.horizontalHeader().sizeHint().height()
        row = self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(header + seen * row + 2 * self.table.frameWidth() + row // 2)
