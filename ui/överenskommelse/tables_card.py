"""The money of an överenskommelse: its tables, one at a time, with what is wrong in them."""

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from nämnd.överenskommelse.values import Rad, Summafel, Tabell
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.money_model import total_text
from ui.överenskommelse.money_table import MoneyTable
from ui.överenskommelse.table_actions import TableActions
from ui.överenskommelse.words import table_title, wrong_text

_EMPTY = (
    "Ingen tabell över pengarna än. Läs den ur handlingen, klistra in den ur ett dokument eller "
    "skriv en för hand: summorna räknas efter och nämndens del räknas fram."
)
_KEYS = "Enter eller F2 ändrar en ruta, Insert lägger till en rad, Delete tar bort raden"
Entry: TypeAlias = tuple[str, Callable[[], object] | None]
"""What a line of a menu says and does; None: a line between."""


class TablesCard(Card):
    """The tables.

    Attributes:
        which: chooses among the tables; hidden when there is one.
        table: the chosen one.
        problems: one link for each sum that is wrong, leading to it.
        read, paste, more: what can be done.
    """

    def __init__(self, desk: Desk, acts: TableActions) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Pengar", band=True)
        self._desk, self._acts = desk, acts
        self._loaded: Loaded | None = None
        self.total = label("", Label.MUTED)
        self.read, self.paste = button("&Läs ur handlingen …"), button("&Klistra in …")
        self.more = button("Tabellen")
        self.which: Choice[str] = Choice(desk.theme)
        self.table = MoneyTable(desk.theme, "Fördelning")
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self.problems: tuple[QPushButton, ...] = ()
        self.shown: QMenu | None = None
        self._wrong: QWidget | None = None
        self._build()

    @property
    def tabell(self) -> Tabell | None:
        """Return the table that is shown."""
        return self._loaded.tabell(self.which.value()) if self._loaded else None

    def show_it(self, loaded: Loaded) -> None:
        """Show the tables of an överenskommelse; the one that is shown stays, or the one added."""
        added, self._loaded = _added(self._loaded, loaded), loaded
        tables = loaded.view.draft.tabeller
        kept = self.which.value()
        self.which.offer((one.id, table_title(one, at)) for at, one in enumerate(tables, 1))
        if self.which.value() is None and tables:
            self.which.choose(tables[-1 if kept is None and len(tables) == 1 else 0].id)
        if added is not None:
            self.which.choose(added)
        self.which.setVisible(len(tables) > 1)
        for part in (self.table, self._keys):
            part.setVisible(bool(tables))
        self.empty.setVisible(not tables)
        self.look()

    def look(self, _: object = None) -> None:
        """Show the table that is chosen."""
        tabell = self.tabell
        self.table.show_table(tabell)
        self.total.setText(total_text(tabell) if tabell else "")
        self._show_wrong(tabell)

    def _show_wrong(self, tabell: Tabell | None) -> None:
        if self._wrong is not None:
            self._lines.removeWidget(self._wrong)
            self._wrong.hide()
            self._wrong.deleteLater()
            self._wrong = None
        fel = self.table.money.fel if tabell else ()
        self.problems = ()
        if tabell is not None and fel:
            self._wrong = QWidget()
            lines = (self._problem(tabell, one) for one in fel)
            self._wrong.setLayout(column(*lines, spacing=self._desk.theme.px(2)))
            self._lines.addWidget(self._wrong)
            tab_through(self.which, *self.problems, self.table)

    def _problem(self, tabell: Tabell, fel: Summafel) -> QHBoxLayout:
        """Return what is wrong with a sum, after a link that leads to it."""
        text = wrong_text(tabell, fel)
        way = button("Visa", Kind.LINK)
        way.setAccessibleName(f"Visa: {text}")
        self._desk.theme.dress(way, Icon.WARNING, Role.LATE)
        way.clicked.connect(lambda: self.table.go_to(fel))
        self.problems = (*self.problems, way)
        line = row(way, label(text, Label.PROBLEM, wrap=True), spacing=self._desk.theme.px(10))
        line.setStretch(1, 1)
        return line

    def _build(self) -> None:
        theme = self._desk.theme
        side, gap = theme.px(12), theme.px(8)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addWidget(self.total)
        self.head.addStretch()
        for part in (self.more, self.paste, self.read):
            self.head.addWidget(part)
        self.which.setAccessibleName("Tabell")
        self.more.setAccessibleName("Mer att göra med tabellen")
        self.table.setToolTip("")
        self.table.setAccessibleDescription(_KEYS)
        theme.dress(self.more, Icon.CHEVRON_DOWN, Role.MUTED)
        self.empty.setContentsMargins(theme.px(16), gap, theme.px(16), 0)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(side, gap // 2, side, 0)
        above = row(self.which, None, spacing=gap)
        above.setContentsMargins(side, gap, side, 0)
        for part in (self.empty, above, self._lines, self.table):
            self.add(part)
        keys = label(_KEYS + ".", Label.CAPTION, wrap=True)
        keys.setContentsMargins(side, 0, side, 0)
        self._keys = keys
        self.add(keys)
        self._connect()

    def _connect(self) -> None:
        acts = self._acts
        self.which.activated.connect(self.look)
        self.read.clicked.connect(acts.read)
        self.paste.clicked.connect(acts.paste)
        self.more.clicked.connect(self._offer)
        self.table.edited.connect(acts.edited)
        self.table.refused.connect(acts.refused)
        self.table.insertion_wanted.connect(self._insert)
        self.table.removal_wanted.connect(self._remove)

    def _insert(self) -> None:
        if self.tabell is not None:
            self._acts.add_row(self.tabell, self.table.current_rad())

    def _remove(self, rad: Rad) -> None:
        if self.tabell is not None:
            self._acts.remove_row(self.tabell, rad)

    def _offer(self) -> None:
        self.shown = menu = QMenu(self.more)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.destroyed.connect(self._forget)
        for text, act in self._offered():
            if act is None:
                menu.addSeparator()
            else:
                menu.addAction(text.replace("&", "&&")).triggered.connect(_called(act))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _offered(self) -> tuple[Entry, ...]:
        tabell, new = self.tabell, ("Ny tom tabell …", self._acts.empty)
        if tabell is None:
            return (new,)
        acts = self._acts
        return (
            ("Ny rad …", self._insert),
            ("Ny kolumn …", lambda: acts.add_post(tabell)),
            *self._of_row(tabell),
            *self._of_post(tabell),
            ("", None),
            ("Byt namn på tabellen …", lambda: acts.rename(tabell)),
            new,
            ("Ta bort tabellen", lambda: acts.remove(tabell)),
        )

    def _of_row(self, tabell: Tabell) -> tuple[Entry, ...]:
        rad = self.table.current_rad()
        if rad is None:
            return ()
        gone = f"Ta bort raden {rad.mottagare}"
        return (("", None), (gone, lambda: self._acts.remove_row(tabell, rad)))

    def _of_post(self, tabell: Tabell) -> tuple[Entry, ...]:
        acts, post = self._acts, self.table.current_post()
        if post is None:
            return ()
        return (
            ("", None),
            (f"Byt namn på kolumnen {post} …", lambda: acts.rename_post(tabell, post)),
            (f"Ta bort kolumnen {post}", lambda: acts.remove_post(tabell, post)),
        )

    def _forget(self) -> None:
        self.shown = None


def _called(act: Callable[[], object]) -> Callable[[], object]:
    return lambda: act()  # noqa: PLW0108 - leaves «checked» behind


def _added(before: Loaded | None, now: Loaded) -> str | None:
    """Return the first table that the same överenskommelse did not have a moment ago."""
    if before is None or before.view.id != now.view.id:
        return None
    there = {one.id for one in before.view.draft.tabeller}
    return next((one.id for one in now.view.draft.tabeller if one.id not in there), None)
