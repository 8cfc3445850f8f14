"""The överenskommelser of a nämnd, the one that ends last first."""

from datetime import date

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted, sort_key
from nämnd.överenskommelse.queries import överenskommelse_rows
from nämnd.överenskommelse.values import ÖverenskommelseRow
from ui.desk import Desk, Go
from ui.toolkit.chips import EmptyState, SearchBox, in_card
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.överenskommelse.words import kr, period, wrong_count

_SHOWS = frozenset({Topic.ÖVERENSKOMMELSE, Topic.BEVAKNING, Topic.NÄMND})
_EMPTY = (
    "Inga överenskommelser än. Lägg upp den första: med handlingen, pengarna och det som ska "
    "redovisas. Fristerna i den kan programmet hitta."
)
_NO_MATCH = "Ingen överenskommelse stämmer med sökningen."


def _state(one: ÖverenskommelseRow) -> str:
    return wrong_count(one.fel) if one.fel else ""


def _due(one: ÖverenskommelseRow) -> str:
    return " ".join(filter(None, (one.due.isoformat() if one.due else "", one.vad)))


def _parties(one: ÖverenskommelseRow) -> str:
    return ", ".join(one.parter)


_COLUMNS: tuple[Column[ÖverenskommelseRow], ...] = (
    Column("Överenskommelse", lambda one: one.rubrik, lambda one: sort_key(one.rubrik)),
    Column("Parter", _parties, lambda one: sort_key(_parties(one)), width=20, yields=3),
    Column(
        "Gäller",
        lambda one: period(one.från, one.till),
        lambda one: (one.till or date.max, one.från or date.min),
        width=24,
        yields=1,
    ),
    Column(
        "I allt",
        lambda one: kr(one.totalt),
        lambda one: one.totalt or 0,
        width=17,
        right=True,
        yields=2,
    ),
    Column(
        "Vår del",
        lambda one: kr(one.vår_del),
        lambda one: one.vår_del or 0,
        width=15,
        right=True,
    ),
    Column("Nästa frist", _due, lambda one: one.due or date.max, width=26),
    Column("Läge", _state, lambda one: -one.fel, width=20, chip=lambda _: Role.LATE, yields=4),
)


class ÖverenskommelserPage(QWidget):
    """The list.

    Attributes:
        back, new: to the follow-up; begins another.
        search, table: the filter and the list.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id: str | None = None
        self._stale = False
        theme = desk.theme
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till uppföljningen")
        self.new = button("&Ny överenskommelse …", Kind.PRIMARY)
        self.count = label("", Label.MUTED)
        self.search = SearchBox(theme, "Sök överenskommelse …")
        self.table: RowTable[ÖverenskommelseRow] = RowTable(
            theme, _COLUMNS, lambda one: one.id, name="Överenskommelser", empty=_NO_MATCH
        )
        self.stack = QStackedWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd's överenskommelser."""
        if nämnd_id != self._nämnd_id:
            self._nämnd_id = nämnd_id
            self.search.clear()
        self.reload(_SHOWS)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the list anew; when it is not in sight, later."""
        if self._nämnd_id is None or not topics & _SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._show(self._nämnd_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        there = self.stack.currentIndex() == 0
        (self.table if there else self.new).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload(_SHOWS)

    def _show(self, nämnd_id: str) -> None:
        today = self._desk.today
        rows = self._desk.store.ask(lambda s: överenskommelse_rows(s, nämnd_id, today))
        self.table.show_rows(rows)
        self.count.setText(counted(len(rows), "överenskommelse", "överenskommelser"))
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows and self.table.current() is None:
            self.table.choose(rows[0].id)
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()

        def keep(one: ÖverenskommelseRow) -> bool:
            said = " ".join((one.rubrik, *one.parter, one.vad)).casefold()
            return all(word in said for word in words)

        self.table.filter(keep if words else None)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        title = label("Överenskommelser", Label.TITLE)
        empty = EmptyState(theme, Icon.DOKUMENT, _EMPTY, "Ny överenskommelse …")
        empty.pressed.connect(lambda: self._go.new_överenskommelse())  # noqa: PLW0108
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(gap)
        rows.addWidget(self.search)
        rows.addWidget(in_card(theme, self.table), 1)
        for part in (inside, empty):
            self.stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addLayout(row(self.back, title, self.count, None, self.new, spacing=gap))
        layout.addWidget(self.stack, 1)
        self.search.setMaximumWidth(theme.px(360))
        self.search.textChanged.connect(self._filter)
        self.back.clicked.connect(lambda: self._go.to_page("uppföljning"))
        self.new.clicked.connect(lambda: self._go.new_överenskommelse())  # noqa: PLW0108 - «checked»
        self.table.opened.connect(self._open)

    def _open(self, one: ÖverenskommelseRow) -> None:
        self._go.to_överenskommelse(one.id)
