"""Who was what on a day: a table of ledamöter, ersättare, empty seats and all others called."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from nämnd.organisation.queries import UppdragRow, called
from nämnd.organisation.seats import VacantSeat, vacancies
from ui.desk import Desk
from ui.organisation.people_actions import PeopleActions
from ui.organisation.people_now import NOBODY, PeopleNow, PeopleRow, listed
from ui.organisation.people_words import (
    APPOINTER,
    FROM,
    MAIL,
    ORDER,
    UNTIL,
    PeopleWords,
    found_by,
    holds,
    needed,
    summary,
    vacancy_text,
)
from ui.toolkit.chips import SearchBox
from ui.toolkit.controls import Check
from ui.toolkit.small import Kind, Label, button, column, icon_button, label, row
from ui.toolkit.table import RowTable
from ui.toolkit.theme import Icon

_LEAST_MAIL = 150  # the design's pixels: most of an address
_FILL, _CHANGE = "&Tillsätt …", "Än&dra …"


class PeopleList(QWidget):
    """A table of uppdrag with what can be done to them, and how many they are."""

    def __init__(self, desk: Desk, actions: PeopleActions, read_list: Callable[[], None]) -> None:
        """Show nobody yet. `read_list` lets the user read a list in."""
        super().__init__()
        self._desk, self._actions, self._read_list = desk, actions, read_list
        self._now, self._day = NOBODY, desk.today
        theme = desk.theme
        self.search = SearchBox(theme, "Sök namn, parti eller uppdrag …")
        self.everything = Check(theme, "Visa också tidigare och ko&mmande uppdrag")
        self.read, self.new = button("Läs in lis&ta …"), button("Lägg till p&erson", Kind.PRIMARY)
        self.table: RowTable[PeopleRow] = RowTable(
            theme,
            PeopleWords(lambda: self._day, self._name_of).columns(),
            lambda one: one.id,
            name="Ledamöter och ersättare",
            empty="Ingen att visa. Ändra sökningen eller dagen, eller visa alla uppdrag.",
        )
        self.change, self.again = button(_CHANGE), button("Nytt uppdrag …")
        self.end, self.remove = button("Avsluta …"), button("Ta bort")
        self.up = icon_button(theme, Icon.UP, "Flytta upp i ordningen (Alt+Upp)")
        self.down = icon_button(theme, Icon.DOWN, "Flytta ner i ordningen (Alt+Ner)")
        self.summary = label("", Label.MUTED, wrap=True)
        self._build()

    def show_now(self, now: PeopleNow, day: date) -> None:
        """Show who is what on `day`."""
        self._now, self._day = now, day
        ask, key = self._desk.store.ask, now.nämnd_id
        sums = summary(ask(lambda session: called(session, key, day)))
        lines = [vacancy_text(one) for one in vacancies(now.huvudmän, now.rows, day)]
        self.summary.setText(". ".join((sums, *lines)) + ".")
        self.everything.setVisible(not all(holds(one, day) for one in now.rows))
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def _name_of(self, person_id: str) -> str:
        return dict(self._now.ledamöter()).get(person_id, "en annan")

    def _build(self) -> None:
        theme = self._desk.theme
        acts = (self.change, self.again, self.end, self.up, self.down, None, self.remove)
        below = row(self.summary, self.everything, spacing=theme.px(12))
        below.setStretch(0, 1)
        self.setLayout(
            column(
                row(self.search, self.read, self.new, spacing=theme.px(8)),
                self.table,
                row(*acts, spacing=theme.px(8)),
                below,
                spacing=theme.px(10),
            )
        )
        self._connect()

    def _connect(self) -> None:
        self.read.clicked.connect(self._read_list)
        self.new.clicked.connect(self._actions.add)
        self.change.clicked.connect(lambda: self._open(self.table.current()))
        self.again.clicked.connect(lambda: self._with_current(self._actions.again))
        self.end.clicked.connect(lambda: self._with_current(self._actions.end))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))
        self.search.textChanged.connect(self._show_rows)
        self.everything.toggled.connect(self._show_rows)
        table = self.table
        table.viewport().installEventFilter(self)
        table.opened.connect(self._open)
        table.removal_wanted.connect(self._remove)
        table.chosen.connect(self._enable)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._offer)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda step=step: self._move(step))

    def _show_rows(self) -> None:
        words, everything = self.search.text(), self.everything.isChecked()
        rows = listed(self._now, self._day, everything=everything)
        self.table.show_rows([one for one in rows if found_by(one, words)])
        self._fit_columns()
        self._enable()

    def _fit_columns(self) -> None:
        """Hide columns with nothing in them, and the least needed ones where there is no room."""
        table, header = self.table, self.table.horizontalHeader()
        rows = table.rows_model.rows
        shown = [at for at, wanted in enumerate(needed(rows)) if wanted]
        for at in range(header.count()):
            table.setColumnHidden(at, at not in shown)
        room = table.viewport().width() - self._desk.theme.px(_LEAST_MAIL)
        vacant = any(isinstance(one, VacantSeat) for one in rows)  # whose seat must be seen
        last = (UNTIL, APPOINTER) if vacant else (APPOINTER, UNTIL)
        for at in (FROM, ORDER, *last):
            if sum(header.sectionSize(one) for one in shown if one != MAIL) <= room:
                return
            if at in shown:
                shown.remove(at)
                table.setColumnHidden(at, True)  # noqa: FBT003 - Qt takes it by place

    def _enable(self) -> None:
        current = self.table.current()
        self.change.setEnabled(current is not None)
        self.change.setText(_FILL if isinstance(current, VacantSeat) else _CHANGE)
        for one in (self.again, self.end, self.up, self.down, self.remove):
            one.setEnabled(isinstance(current, UppdragRow))

    def _with_current(self, act: Callable[[UppdragRow], None]) -> None:
        current = self.table.current()
        if isinstance(current, UppdragRow):
            act(current)

    def _open(self, one: PeopleRow | None) -> None:
        match one:
            case UppdragRow():
                self._actions.change(one)
            case VacantSeat():
                self._actions.appoint(one.roll, one.huvudman_id, self._day)
            case None:
                return

    def _move(self, step: int) -> None:
        self._with_current(lambda one: self._actions.move(one, step, self._day))

    def _remove(self, rows: tuple[PeopleRow, ...]) -> None:
        self._actions.remove(tuple(one for one in rows if isinstance(one, UppdragRow)))

    def _offer(self, at: QPoint) -> None:
        if self.table.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (self.change, self.again, self.end, self.up, self.down, self.remove):
            text = one.text().replace("&", "") or one.toolTip()
            action = QAction(text, menu)
            action.setEnabled(one.isEnabled())
            action.triggered.connect(one.click)
            menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(at))
