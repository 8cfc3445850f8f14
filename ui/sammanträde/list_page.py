"""The list of sammanträden, year by year."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Together, Topic
from nämnd.core.swedish import short_date, sort_key
from nämnd.sammanträde.commands import RemoveSammanträde
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.queries import sammanträden
from nämnd.sammanträde.rules import Held, Stage, stage
from nämnd.översikt.stages import STAGE_TEXT
from ui.desk import Desk, Go
from ui.sammanträde.dialogs import (
    cancel_sammanträde,
    edit_sammanträde,
    hold_sammanträde,
    move_sammanträde,
    new_sammanträde,
)
from ui.sammanträde.popups import entry, popup
from ui.toolkit.chips import EmptyState, in_card
from ui.toolkit.controls import Choice
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon

_SHOWS = frozenset(
    {
        *(Topic.SAMMANTRÄDE, Topic.DAGORDNING, Topic.UTSKICK),
        *(Topic.PROTOKOLL, Topic.JUSTERING),
    }
)
_ALL_YEARS = 0


class SammanträdenPage(QWidget):
    """Every sammanträde of the nämnd, newest first."""

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id: str | None = None
        self._rows: tuple[SammanträdeListRow, ...] = ()
        self.new = button("&Nytt sammanträde", Kind.PRIMARY)
        self.read = button("&Läs in dagordning …")
        self.year: Choice[int] = Choice(desk.theme)
        self.year.setAccessibleName("År att visa")
        self.table = RowTable(desk.theme, self._columns(), lambda one: one.id, name="Sammanträden")
        self.stack = QStackedWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd's sammanträden."""
        self._nämnd_id = nämnd_id
        self.year.setCurrentIndex(0)
        self.reload(_SHOWS)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the list anew."""
        if self._nämnd_id is None or not topics & _SHOWS:
            return
        key = self._nämnd_id
        self._rows = self._desk.store.ask(lambda session: sammanträden(session, key))
        self._fill_years()
        self._show_year()

    def plan(self) -> None:
        """Let the user plan a sammanträde, and open it."""
        if self._nämnd_id is not None:
            new_sammanträde(self._desk, self, self._nämnd_id, self._go.to_sammanträde)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        there = self.stack.currentIndex() == 0
        (self.table if there else self.new).setFocus(event.reason())

    def _build(self) -> None:
        theme = self._desk.theme
        head = row(
            label("Sammanträden", Label.TITLE), None, self.year, self.read, self.new,
            spacing=theme.px(8),
        )  # fmt: skip
        empty = EmptyState(
            theme,
            Icon.SAMMANTRÄDE,
            "Inga sammanträden än. Planera det första, eller läs in en dagordning som redan finns.",
            "Nytt sammanträde",
        )
        empty.pressed.connect(self.plan)
        self.stack.addWidget(in_card(theme, self.table))
        self.stack.addWidget(empty)
        layout = QVBoxLayout(self)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(14))
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(self.plan)
        self.read.clicked.connect(self._go.import_file)
        for one, following in pairwise((self.year, self.read, self.new, self.table)):
            QWidget.setTabOrder(one, following)
        self.year.activated.connect(self._show_year)
        self.table.opened.connect(self._open)
        self.table.removal_wanted.connect(self._remove_all)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def _open(self, one: SammanträdeListRow) -> None:
        self._go.to_sammanträde(one.id)

    def _remove_all(self, rows: tuple[SammanträdeListRow, ...]) -> None:
        command = Together(tuple(RemoveSammanträde(sammanträde_id=one.id) for one in rows))
        what = f"sammanträdet {_days(rows[0])}" if len(rows) == 1 else f"{len(rows)} sammanträden"
        if self._desk.editor.do(command, f"ta bort {what}") is not None:
            self._desk.messages.notice(f"{what[0].upper()}{what[1:]} togs bort. Ctrl+Z ångrar.")

    def _fill_years(self) -> None:
        chosen = self.year.value() or _ALL_YEARS
        years = sorted({one.dagar[0].year for one in self._rows if one.dagar}, reverse=True)
        self.year.offer(((_ALL_YEARS, "Alla år"), *((year, str(year)) for year in years)))
        self.year.choose(chosen if chosen in years else _ALL_YEARS)
        self.year.setVisible(len(years) > 1)

    def _show_year(self) -> None:
        year = self.year.value()
        shown = [one for one in self._rows if not year or (one.dagar and one.dagar[0].year == year)]
        self.table.show_rows(shown)
        self.stack.setCurrentIndex(0 if self._rows else 1)

    def _columns(self) -> tuple[Column[SammanträdeListRow], ...]:
        return (
            Column("Nr", _number, lambda one: one.nummer_i_året or 0, width=4, right=True),
            Column("Dag", _days, lambda one: one.dagar, width=22, strong=True),
            Column("Plats", lambda one: one.plats, lambda one: sort_key(one.plats)),
            Column("Punkter", lambda one: str(one.punkter), lambda one: one.punkter, 9, right=True),
            Column("Kallelse", _sent, lambda one: one.kallelse or date.max, width=20),
            Column("Läge", self._stage_text, self._stage, width=14, chip=self._stage_role),
        )

    def _stage(self, one: SammanträdeListRow) -> Stage:
        sent, cancelled = one.kallelse is not None, one.inställt is not None
        held = Held(one.paragrafer, one.avslutat, one.justerat)
        today = self._desk.today
        return stage(one.dagar, sent=sent, cancelled=cancelled, today=today, held=held)

    def _stage_text(self, one: SammanträdeListRow) -> str:
        return STAGE_TEXT[self._stage(one)]

    def _stage_role(self, one: SammanträdeListRow) -> Role:
        return _ROLES[self._stage(one)]

    def _offer(self, at: QPoint) -> None:
        one = self.table.current()
        if one is None:
            return
        menu = popup(self)
        for text, act in self._acts(one):
            entry(menu, text, act)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _acts(self, one: SammanträdeListRow) -> tuple[tuple[str, Callable[[], object]], ...]:
        desk = self._desk
        cancelled = one.inställt is not None
        return (
            ("Öppna", lambda: self._go.to_sammanträde(one.id)),
            ("Mötesdagen och protokollet", lambda: self._go.to_protokoll(one.id)),
            ("Ändra …", lambda: edit_sammanträde(desk, self, one.id)),
            ("Flytta …", lambda: move_sammanträde(desk, self, one.id)),
            ("Håll ändå", lambda: hold_sammanträde(desk, one.id))
            if cancelled
            else ("Ställ in …", lambda: cancel_sammanträde(desk, one.id)),
            ("Ta bort", lambda: self._remove_all((one,))),
        )


_ROLES = {
    Stage.PLANERING: Role.QUIET,
    Stage.KALLAT: Role.GOOD,
    Stage.PÅGÅR: Role.NOTE,
    Stage.HÅLLET: Role.QUIET,
    Stage.PROTOKOLL: Role.NOTE,
    Stage.JUSTERAT: Role.GOOD,
    Stage.INSTÄLLT: Role.LATE,
}


def _number(one: SammanträdeListRow) -> str:
    return str(one.nummer_i_året or "")


def _days(one: SammanträdeListRow) -> str:
    if not one.dagar:
        return "datum saknas"
    first, last = one.dagar[0], one.dagar[-1]
    return short_date(first) if first == last else f"{first.day}–{short_date(last)}"


def _sent(one: SammanträdeListRow) -> str:
    return short_date(one.kallelse) if one.kallelse else "inte skickad"
