"""The days to keep free when a year is planned: pasted as text, listed, removed."""

from PySide6.QtWidgets import QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted, long_date
from nämnd.organisation.queries import huvudmän
from nämnd.årsplan.commands import AddSpärrdagar, RemoveSpärrdag
from nämnd.årsplan.pasting import Pasted, read_spärrdagar
from nämnd.årsplan.queries import spärrdag_text, spärrdagar
from nämnd.årsplan.values import SpärrdagRow
from ui.desk import Desk
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import TextInput
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable

_EXAMPLE = "2019-02-20 Region Skåne\nRegion Halland: 13 mars, 24 april"
_SHOWN_UNREAD = 3


def begin_taken_days(desk: Desk, parent: QWidget, nämnd_id: str, år: int) -> "TakenDaysDialog":
    """Let the user say which days to keep free in `år`."""
    return TakenDaysDialog(desk, parent, nämnd_id, år)


class TakenDaysDialog(DialogFrame):
    """Attributes: `text` is pasted into; `table` shows the days there are."""

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str, år: int) -> None:
        """Show the days of `år`."""
        super().__init__(desk.theme, parent, f"Upptagna dagar {år}", width=640)
        self._desk, self._nämnd_id, self._år = desk, nämnd_id, år
        self._huvudmän = desk.store.ask(lambda session: huvudmän(session, nämnd_id))
        self.text = TextInput(_EXAMPLE, least=4, most=10)
        self.text.setAccessibleName("Klistra in dagar, en rad för varje dag eller huvudman")
        self.read = label("", Label.MUTED, wrap=True)
        self.remove = button("&Ta bort den markerade")
        self.table = RowTable(
            desk.theme, _COLUMNS, lambda one: one.id, name="Upptagna dagar", empty=_EMPTY
        )
        self._build()
        self._show()
        self.begin(self._save, self.remove, problems=self._wrong, keep="&Lägg till dagarna")
        self.cancel.setText("Stäng")
        self.text.setFocus()

    def _build(self) -> None:
        self.body.addWidget(label(_ABOUT, wrap=True))
        self.body.addWidget(self.text)
        self.body.addWidget(self.read)
        self.body.addLayout(row(label("Dagar som hålls lediga", Label.STRONG), None, spacing=0))
        self.table.setMinimumHeight(self.theme.px(180))
        self.body.addWidget(self.table, 1)
        self.text.typed.connect(self._tell)
        self.remove.clicked.connect(lambda: self._remove(self.table.selected()))
        self.table.removal_wanted.connect(self._remove)
        self.table.chosen.connect(self._let_remove)
        self.remove.setEnabled(False)
        self._desk.editor.changed.connect(self._reload)

    def _let_remove(self, one: SpärrdagRow | None) -> None:
        self.remove.setEnabled(one is not None)

    def pasted(self) -> Pasted:
        """Return what is read in the text."""
        return read_spärrdagar(self.text.value(), self._år, self._huvudmän)

    def _wrong(self) -> tuple[str, ...]:
        return () if self.pasted().rows else ("",)

    def _tell(self) -> None:
        found = self.pasted()
        said = [counted(len(found.rows), "dag", "dagar") + " lästa."] if found.rows else []
        for number, line in found.unread[:_SHOWN_UNREAD]:
            said.append(f"Rad {number} har ingen dag som går att läsa: «{line[:60]}».")
        self.read.setText("\n".join(said))
        self.check()

    def _save(self) -> bool:
        rows = self.pasted().rows
        command = AddSpärrdagar(nämnd_id=self._nämnd_id, rows=rows)
        label_ = f"lägg till {counted(len(rows), 'upptagen dag', 'upptagna dagar')}"
        if self._desk.editor.do(command, label_) is not None:
            self.text.show_value("")
            self._tell()
        return False  # it stays: there may be more

    def _remove(self, rows: tuple[SpärrdagRow, ...]) -> None:
        for one in rows:
            self._desk.editor.do(RemoveSpärrdag(spärrdag_id=one.id), "ta bort en upptagen dag")

    def _reload(self, topics: frozenset[Topic]) -> None:
        if Topic.ÅRSPLAN in topics:
            self._show()

    def _show(self) -> None:
        key, år = self._nämnd_id, self._år
        self.table.show_rows(self._desk.store.ask(lambda session: spärrdagar(session, key, år)))


_ABOUT = (
    "Klistra in de dagar då nämnden inte bör sammanträda, till exempel huvudmännens fullmäktige. "
    "Skriv en dag på varje rad, eller flera efter huvudmannens namn."
)
_EMPTY = "Inga dagar är upptagna det här året."
_COLUMNS: tuple[Column[SpärrdagRow], ...] = (
    Column("Dag", lambda one: long_date(one.datum), lambda one: one.datum, width=28),
    Column(
        "Vad",
        lambda one: spärrdag_text(one.vad, one.huvudman),
        lambda one: (one.huvudman or "", one.vad),
    ),
)
