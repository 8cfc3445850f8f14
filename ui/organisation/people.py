"""Who is what in the nämnd: ledamöter, ersättare and all others who are called."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from nämnd.core.changes import Together
from nämnd.core.ids import new_id
from nämnd.organisation.commands import RemoveUppdrag, SavePerson, SaveUppdrag
from nämnd.organisation.queries import UppdragRow, called, huvudmän, nämnder, uppdrag_rows
from nämnd.organisation.rules import (
    HuvudmanDraft,
    PersonDraft,
    UppdragDraft,
    one_line,
    with_party,
)
from nämnd.organisation.seats import vacancies
from ui.desk import Desk
from ui.organisation.people_words import (
    APPOINTER,
    FROM,
    MAIL,
    UNTIL,
    columns,
    ended,
    found_by,
    needed,
    summary,
    vacancy_text,
)
from ui.organisation.person_dialog import EndDialog, Entry, Known, PersonDialog
from ui.toolkit.chips import Card, EmptyState, SearchBox
from ui.toolkit.controls import Check
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.table import RowTable
from ui.toolkit.theme import Icon

_LEAST_MAIL = 150  # the design's pixels: most of an address


class PeopleCard(Card):
    """A table of uppdrag with what can be done to them, and how many they are."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Ledamöter och ersättare")
        self._desk, self._nämnd_id = desk, ""
        self._rows: tuple[UppdragRow, ...] = ()
        self._huvudmän: tuple[HuvudmanDraft, ...] = ()
        theme = desk.theme
        self.search = SearchBox(theme, "Sök namn, parti eller uppdrag …")
        self.earlier = Check(theme, "&Visa tidigare uppdrag")
        self.new = button("Lägg till p&erson", Kind.PRIMARY)
        self.table: RowTable[UppdragRow] = RowTable(
            theme,
            columns(desk.today),
            lambda one: one.id,
            name="Ledamöter och ersättare",
            empty="Ingen att visa. Ändra sökningen, eller visa tidigare uppdrag.",
        )
        self.change, self.again = button("Än&dra …"), button("Nytt uppdrag …")
        self.end, self.remove = button("Avsluta uppdrag …"), button("Ta bort")
        self.summary = label("", Label.MUTED, wrap=True)
        self.vacant = label("", Label.BODY, wrap=True)
        self.stack = QStackedWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.search.clear()
        self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        key, today, ask = self._nämnd_id, self._desk.today, self._desk.store.ask
        self._rows = ask(lambda session: uppdrag_rows(session, key))
        self._huvudmän = ask(lambda session: huvudmän(session, key))
        self.summary.setText(summary(ask(lambda session: called(session, key, today))))
        lines = [vacancy_text(one) for one in vacancies(self._huvudmän, self._rows, today)]
        self.vacant.setText("\n".join(lines))
        self.vacant.setVisible(bool(lines))
        self.earlier.setVisible(any(ended(one, today) for one in self._rows))
        self.stack.setCurrentIndex(0 if self._rows else 1)
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.table.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return super().eventFilter(watched, event)

    def add_person(self) -> None:
        """Let the user enter a person and their uppdrag."""
        last = max((one.uppdrag.ordning for one in self._rows), default=0)
        entry = Entry(new_id(), PersonDraft(""), UppdragDraft("ledamot", ordning=last + 1))
        self._open("Ny person", entry, new_id(), self._known())

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        acts = (self.change, self.again, self.end, None, self.remove)
        whole, below = QWidget(), column(self.summary, self.vacant, spacing=theme.px(2))
        whole.setLayout(
            column(
                row(self.search, self.earlier, self.new, spacing=theme.px(12)),
                self.table,
                row(*acts, spacing=gap),
                below,
                spacing=theme.px(10),
            )
        )
        text = "Ingen är inlagd än. Lägg till dem som ska kallas: ledamöter, ersättare och övriga."
        empty = EmptyState(theme, Icon.PERSON, text, "Lägg till person")
        empty.pressed.connect(self.add_person)
        self.stack.addWidget(whole)
        self.stack.addWidget(empty)
        self.add(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.new.clicked.connect(self.add_person)
        self.change.clicked.connect(lambda: self._with_current(self._change))
        self.again.clicked.connect(lambda: self._with_current(self._appoint_again))
        self.end.clicked.connect(lambda: self._with_current(self._end))
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))
        self.search.textChanged.connect(self._show_rows)
        self.earlier.toggled.connect(self._show_rows)
        self.table.viewport().installEventFilter(self)
        self.table.opened.connect(self._change)
        self.table.removal_wanted.connect(self._remove)
        self.table.chosen.connect(self._enable)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._offer)

    def _show_rows(self) -> None:
        today, words, earlier = self._desk.today, self.search.text(), self.earlier.isChecked()
        shown = [
            one for one in self._rows if (earlier or not ended(one, today)) and found_by(one, words)
        ]
        self.table.show_rows(shown)
        self._fit_columns()
        self._enable()

    def _fit_columns(self) -> None:
        """Hide columns with nothing in them, and the least needed ones where there is no room."""
        table, header = self.table, self.table.horizontalHeader()
        shown = [at for at, wanted in enumerate(needed(self._rows)) if wanted]
        for at in range(header.count()):
            table.setColumnHidden(at, at not in shown)
        room = table.viewport().width() - self._desk.theme.px(_LEAST_MAIL)
        for at in (FROM, APPOINTER, UNTIL):
            if sum(header.sectionSize(one) for one in shown if one != MAIL) <= room:
                return
            if at in shown:
                shown.remove(at)
                table.setColumnHidden(at, True)  # noqa: FBT003 - Qt takes it by place

    def _enable(self) -> None:
        for one in (self.change, self.again, self.end, self.remove):
            one.setEnabled(self.table.current() is not None)

    def _with_current(self, act: Callable[[UppdragRow], None]) -> None:
        current = self.table.current()
        if current is not None:
            act(current)

    def _change(self, one: UppdragRow) -> None:
        self._open("Ändra", Entry(one.person_id, one.person, one.uppdrag), one.id)

    def _appoint_again(self, one: UppdragRow) -> None:
        uppdrag = replace(one.uppdrag, från=None, till=None)
        self._open("Nytt uppdrag", Entry(one.person_id, one.person, uppdrag), new_id())

    def _open(
        self, title: str, entry: Entry, uppdrag_id: str, known: tuple[Known, ...] = ()
    ) -> None:
        def save(written: Entry) -> bool:
            return self._save(written, uppdrag_id)

        self._desk.editor.flush()
        dialog = PersonDialog(
            self._desk, self, entry, huvudmän=self._huvudmän, save=save, known=known
        )
        dialog.setWindowTitle(title)
        dialog.accepted.connect(lambda: self.table.choose(uppdrag_id))
        dialog.open()

    def _save(self, entry: Entry, uppdrag_id: str) -> bool:
        person = SavePerson(person_id=entry.person_id, draft=entry.person)
        uppdrag = SaveUppdrag(
            uppdrag_id=uppdrag_id,
            nämnd_id=self._nämnd_id,
            person_id=entry.person_id,
            draft=entry.uppdrag,
        )
        there = any(one.id == uppdrag_id for one in self._rows)
        what = f"{'ändra' if there else 'lägg till'} {one_line(entry.person.namn)}"
        return self._desk.editor.do(Together((person, uppdrag)), what) is not None

    def _end(self, one: UppdragRow) -> None:
        def save(draft: UppdragDraft) -> bool:
            command = SaveUppdrag(
                uppdrag_id=one.id, nämnd_id=self._nämnd_id, person_id=one.person_id, draft=draft
            )
            what = f"avsluta uppdraget för {one.person.namn}"
            return self._desk.editor.do(command, what) is not None

        self._desk.editor.flush()
        EndDialog(self._desk, self, one, save).open()

    def _remove(self, rows: tuple[UppdragRow, ...]) -> None:
        names = ", ".join(one.person.namn for one in rows)
        commands = tuple(RemoveUppdrag(uppdrag_id=one.id) for one in rows)
        if rows and self._desk.editor.do(Together(commands), f"ta bort {names}") is not None:
            self._desk.messages.notice(f"{names} togs bort. Ctrl+Z ångrar.")

    def _offer(self, at: QPoint) -> None:
        if self.table.current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in (self.change, self.again, self.end, self.remove):
            action = QAction(one.text().replace("&", ""), menu)
            action.triggered.connect(one.click)
            menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def _known(self) -> tuple[Known, ...]:
        """Return everybody in every nämnd, each once."""
        ask = self._desk.store.ask
        found: dict[str, Known] = {}
        for nämnd in ask(nämnder):
            for one in ask(lambda session, key=nämnd.id: uppdrag_rows(session, key)):
                who = with_party(one.person.namn, one.person.parti)
                what = f"{who}, {one.uppdrag.roll} i {nämnd.namn}"
                found.setdefault(one.person_id, Known(one.person_id, one.person, what))
        return tuple(found.values())
