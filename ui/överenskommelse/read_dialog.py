"""Tables that were read, to look at before they are kept; and the dialog to paste one in."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from nämnd.core.swedish import counted
from nämnd.överenskommelse.rules import wrong_sums
from nämnd.överenskommelse.table_reading import read_tables
from nämnd.överenskommelse.values import Tabell
from ui.desk import Desk
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, column, label
from ui.toolkit.ticked_list import TickedList
from ui.överenskommelse.money_model import total_text
from ui.överenskommelse.money_table import MoneyTable
from ui.överenskommelse.words import table_title, wrong_count, wrong_text

_WIDTH = 840
_ROWS = 1, 5  # least and most of the list
_MOST_WRONG = 4  # wrong sums that are told in words
_HIGH = 300
_DELAY = 250  # ms from the last keystroke until what is pasted is read
_PASTE = (
    "Klistra in tabellen ur Excel, Word eller en PDF, gärna med rubrikrad och summarad. Siffrorna "
    "delas upp på kolumner och summorna räknas efter."
)
_UNREAD = "Ingen tabell med belopp hittades i texten. Ta med minst två rader med belopp."


def summary(tabell: Tabell) -> str:
    """Return a table in a few words: how many, how much, and whether the sums are right."""
    fel = len(wrong_sums(tabell))
    state = wrong_count(fel) if fel else "summorna stämmer"
    rows = counted(len(tabell.rader), "mottagare", "mottagare")
    posts = counted(len(tabell.poster), "belopp per rad", "belopp per rad")
    return " · ".join((rows, posts, total_text(tabell), state))


class FoundTables(QWidget):
    """What is said of one table that was read, with the table itself."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__()
        self.said = label("", wrap=True)
        self.wrong = label("", Label.PROBLEM, wrap=True)
        self.table = MoneyTable(desk.theme, "Tabellen som lästes", editable=False)
        self._high = desk.theme.px(_HIGH)
        parts = (self.said, self.wrong, self.table, None)
        self.setLayout(column(*parts, spacing=desk.theme.px(6)))

    def show_table(self, tabell: Tabell | None) -> None:
        """Show a table, or that there is none."""
        self.said.setText(summary(tabell) if tabell else "")
        fel = wrong_sums(tabell) if tabell else ()
        lines = [wrong_text(tabell, one) for one in fel[:_MOST_WRONG]] if tabell else []
        if len(fel) > _MOST_WRONG:
            lines.append(f"… och {len(fel) - _MOST_WRONG} till.")
        self.wrong.setText("\n".join(lines))
        self.wrong.setVisible(bool(lines))
        self.table.show_table(tabell)
        self.table.setVisible(tabell is not None)
        self.table.setFixedHeight(min(self.table.height(), self._high))


class ReadDialog(FormFrame):
    """The tables that were found in a document: ticked ones are kept."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        tables: Sequence[Tabell],
        save: Callable[[tuple[Tabell, ...]], bool],
    ) -> None:
        """Tick all; show the first."""
        super().__init__(desk.theme, parent, "Tabeller i handlingen", width=_WIDTH)
        self._tables, self._keep = {one.id: one for one in tables}, save
        what = counted(len(tables), "tabell", "tabeller")
        said = f"{what} med belopp hittades. Kryssa i dem som ska följa med."
        self.body.addWidget(label(said, wrap=True))
        self.list = TickedList(desk.theme, "Tabeller som hittades")
        for number, one in enumerate(tables, 1):
            text = f"{table_title(one, number)}: {summary(one)}"
            self.list.add(one.id, text, on=True)
        self.list.show_rows(*_ROWS)
        self.list.frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.addWidget(self.list.frame)
        self.found = FoundTables(desk)
        self.body.addWidget(self.found)
        self.list.currentItemChanged.connect(self._look)
        self.list.itemChanged.connect(self.check)
        self.found.show_table(tables[0] if tables else None)
        self.begin(self._save, problems=self._wrong, keep="&Lägg till")
        self.fit()
        self.list.setFocus()

    def _look(self, _: object = None) -> None:
        self.found.show_table(self._tables.get(self.list.current_key()))
        self.fit()

    def _wrong(self) -> tuple[str, ...]:
        return () if self.list.chosen else ("Kryssa i minst en tabell.",)

    def _save(self) -> bool:
        return self._keep(tuple(self._tables[key] for key in self.list.chosen))


class PasteDialog(FormFrame):
    """A table pasted as text, read while it is written."""

    def __init__(
        self, desk: Desk, parent: QWidget, save: Callable[[tuple[Tabell, ...]], bool]
    ) -> None:
        """Show an empty text."""
        super().__init__(desk.theme, parent, "Klistra in en tabell", width=_WIDTH)
        self._keep = save
        self.tables: tuple[Tabell, ...] = ()
        self.body.addWidget(label(_PASTE, Label.CAPTION, wrap=True))
        self.rubrik = LineInput("till exempel Bilaga 2, fördelning per region")
        self.add("&Tabellens namn", self.rubrik)
        self.put_rows()
        self.text = TextInput("Mottagare\tPersoncentrerat\tSumma", least=6, most=8)
        self.text.setAccessibleName("Tabellen som text")
        self.text.setLineWrapMode(TextInput.LineWrapMode.NoWrap)
        self.body.addWidget(self.text)
        self.found = FoundTables(desk)
        self.body.addWidget(self.found)
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self.read)
        self.text.textChanged.connect(self._timer.start)
        self.found.show_table(None)
        self.begin(self._save, problems=self._wrong, keep="&Lägg till")
        self.text.setFocus()

    def read(self) -> None:
        """Read what is pasted, and show it."""
        self._timer.stop()
        self.tables = read_tables(self.text.value()) if self.text.value().strip() else ()
        self.found.show_table(self.tables[0] if self.tables else None)
        self.check()
        self.fit()

    def _wrong(self) -> tuple[str, ...]:
        if not self.text.value().strip():
            return ("Klistra in tabellen.",)
        return () if self.tables else (_UNREAD,)

    def _save(self) -> bool:
        if self._timer.isActive():
            self.read()
            return False
        name = self.rubrik.value().strip()
        first, *rest = self.tables
        return self._keep((replace(first, rubrik=name or first.rubrik), *rest))
