"""«Vakanser och uppdrag som går ut»: who must be appointed, and by when."""

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nämnd.bilaga.names import safe_name
from nämnd.core.beside import save_beside
from nämnd.core.csv_text import csv_bytes
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.organisation.coming import Coming, coming
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.seats import seat_of
from ui.desk import Desk
from ui.organisation.coming_words import columns, key_of, summary_text, table_rows
from ui.organisation.people_actions import PeopleActions
from ui.organisation.people_now import NOBODY, PeopleNow
from ui.toolkit.small import Label, button, column, label, row
from ui.toolkit.table import RowTable

_CSV = (("CSV", "*.csv"),)


class ComingView(QWidget):
    """A table of what is empty or ends soon, with what can be done about each."""

    def __init__(self, desk: Desk, actions: PeopleActions) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk, self._actions = desk, actions
        self._now, self._day = NOBODY, desk.today
        self.found: tuple[Coming, ...] = ()
        self.table: RowTable[Coming] = RowTable(
            desk.theme,
            columns(),
            key_of,
            name="Vakanser och uppdrag som går ut",
            empty="Ingenting att göra: alla platser är tillsatta och inget uppdrag går ut snart.",
        )
        self.summary = label("", Label.MUTED, wrap=True)
        self.fill, self.prolong = button("&Tillsätt …"), button("&Förläng …")
        self.copy, self.save = button("&Kopiera"), button("Spara so&m CSV …")
        self._build()

    def show_now(self, now: PeopleNow, day: date) -> None:
        """Show what is empty on `day` and what ends soon after it."""
        self._now, self._day = now, day
        self.found = coming(now.huvudmän, now.rows, day)
        self.table.show_rows(self.found)
        self.summary.setText(summary_text(self.found, day))
        self._enable()

    def _build(self) -> None:
        theme = self._desk.theme
        acts = (self.fill, self.prolong, None, self.copy, self.save)
        self.setLayout(
            column(self.summary, self.table, row(*acts, spacing=theme.px(8)), spacing=theme.px(10))
        )
        self.table.chosen.connect(self._enable)
        self.table.opened.connect(self._fill)
        self.fill.clicked.connect(lambda: self._fill(self.table.current()))
        self.prolong.clicked.connect(self._prolong)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._save)
        self._enable()

    def _enable(self) -> None:
        current = self.table.current()
        self.fill.setEnabled(current is not None)
        self.prolong.setEnabled(bool(self._chosen()))
        for one in (self.copy, self.save):
            one.setEnabled(bool(self.found))

    def _fill(self, one: Coming | None) -> None:
        if one is not None:
            roll = one.roll if one.ends is None else seat_of(one.roll)
            self._actions.appoint(roll, one.huvudman_id, one.from_day)

    def _prolong(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._actions.prolong(chosen)

    def _chosen(self) -> tuple[UppdragRow, ...]:
        """Return the uppdrag of the selected lines."""
        return tuple(one.ends for one in self.table.selected() if one.ends is not None)

    def _copy(self) -> None:
        lines = ("\t".join(cells) for cells in table_rows(self.found))
        QGuiApplication.clipboard().setText("\n".join(lines))
        self._desk.messages.notice("Tabellen är kopierad. Klistra in den där den behövs.")

    def _save(self) -> None:
        name = f"Vakanser {self._now.nämnd.kortnamn or self._now.nämnd.namn} {self._day}"
        path = self._desk.messages.save_file(
            "Spara vakanser och uppdrag som går ut", safe_name(name, ".csv"), _CSV
        )
        if path is None:
            return
        try:
            save_beside(path, csv_bytes(table_rows(self.found)))
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        self._desk.editor.note_export(f"spara {path.name}")
        self._desk.messages.notice(f"{path.name} är sparad.")
