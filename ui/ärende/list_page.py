"""The diarium of a nämnd: every ärende, newest first."""

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted, sort_key
from nämnd.ärende.handling_queries import beteckning_slips
from nämnd.ärende.queries import diarium
from nämnd.ärende.values import DiariumRow, Slip
from ui.desk import Desk, Go
from ui.toolkit.chips import EmptyState, in_card
from ui.toolkit.newest import Newest
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.ärende.filter_bar import FilterBar
from ui.ärende.filtering import Read, keeper
from ui.ärende.words import how_many, state_role, state_text

_SHOWS = frozenset({Topic.ÄRENDE, Topic.HANDLING, Topic.NÄMND})
_EMPTY = (
    "Inga ärenden än. Skriv in det första, eller ta in ett brev eller en mapp med filer: det blir "
    "ett ärende med handlingar."
)
_READING = "Läser diariet …"
_NO_MATCH = "Inget ärende stämmer med urvalet. Ändra det eller töm sökrutan."


def _day(row: DiariumRow) -> str:
    return row.öppnat.isoformat() if row.öppnat else ""


def _newest(row: DiariumRow) -> str:
    return row.senast.isoformat() if row.senast else ""


def _newest_tip(row: DiariumRow) -> str:
    return f"Den senaste handlingen är från {_newest(row)}" if row.senast else ""


def _text_role(row: DiariumRow) -> Role:
    return Role.MUTED if row.makulerat else Role.TEXT


def _lock(row: DiariumRow) -> Icon | None:
    return Icon.LOCK if row.sekretess else None


_COLUMNS: tuple[Column[DiariumRow], ...] = (
    Column("Dnr", lambda one: one.dnr, lambda one: sort_key(one.dnr), width=17, strong=True),
    Column(
        "Rubrik",
        lambda one: one.rubrik,
        lambda one: sort_key(one.rubrik),
        role=_text_role,
        icon=_lock,
        tip=lambda one: f"{one.rubrik} (sekretess)" if one.sekretess else one.rubrik,
    ),
    Column(
        "Handläggare",
        lambda one: one.handläggare or "",
        lambda one: sort_key(one.handläggare or ""),
        width=18,
        yields=2,
    ),
    Column("Öppnat", _day, _day, width=11, yields=3),
    Column("Senast", _newest, _newest, width=11, yields=1, tip=_newest_tip),
    Column(
        "Handlingar",
        lambda one: str(one.handlingar or ""),
        lambda one: one.handlingar,
        width=10,
        right=True,
        yields=4,
    ),
    Column("Läge", state_text, state_text, width=13, chip=state_role),
)


class ÄrendenPage(QWidget):
    """The diarium.

    Attributes:
        new, take_in, export: what can be done here.
        bar, table: the filter and the list.
        slips: leads to beteckningar that look like slips of others; hidden when there are none.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id: str | None = None
        self._read = Read()
        self._stale = False
        self._found_slips: tuple[Slip, ...] = ()
        store = desk.store
        self._rows: Newest[str, Read] = Newest(
            desk.jobs, lambda key: Read.of(store.ask(lambda s: diarium(s, key))), self
        )
        self._slips: Newest[str, tuple[Slip, ...]] = Newest(
            desk.jobs, lambda key: store.ask(lambda s: beteckning_slips(s, key)), self
        )
        self.new = button("&Nytt ärende …", Kind.PRIMARY)
        self.take_in, self.export = button("&Ta in filer …"), button("&Exportera …")
        self.count = label("", Label.MUTED)
        self.slips = button("", Kind.LINK)
        self.bar = FilterBar(desk)
        self.table: RowTable[DiariumRow] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.id, name="Ärenden", empty=_NO_MATCH
        )
        self.stack = QStackedWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd's diarium."""
        if nämnd_id != self._nämnd_id:
            self._nämnd_id, self._read = nämnd_id, Read()
            self.table.show_rows(())
            self.stack.setCurrentIndex(0)
            self.slips.hide()
            self.bar.urval.show_nämnd(nämnd_id)
            self.bar.clear()
        self.reload(_SHOWS)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the diarium anew, off the window's thread; when it is not in sight, later."""
        if self._nämnd_id is None or not topics & _SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            if not self._read.rows:
                self.table.set_empty(_READING)
            self._rows.request(self._nämnd_id)

    @property
    def idle(self) -> bool:
        """Whether what is shown is what is there."""
        return self._rows.idle and self._slips.idle

    def add(self) -> None:
        """Let the user register an ärende, and open it."""
        from ui.ärende.ärende_dialog import new_ärende

        if self._nämnd_id is not None:
            new_ärende(self._desk, self, self._nämnd_id, self._go.to_ärende)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        there = self.stack.currentIndex() == 0
        (self.table if there else self.new).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload(_SHOWS)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        title = label("Ärenden", Label.TITLE)
        head = row(title, self.count, None, self.export, self.take_in, self.new, spacing=gap)
        empty = EmptyState(theme, Icon.ÄRENDE, _EMPTY, "Nytt ärende …")
        empty.pressed.connect(self.add)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(gap)
        rows.addWidget(self.bar)
        rows.addLayout(row(self.slips, None, spacing=gap))
        rows.addWidget(in_card(theme, self.table), 1)
        self.stack.addWidget(inside)
        self.stack.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        theme = self._desk.theme
        theme.dress(self.slips, Icon.WARNING, Role.WARN)
        self._rows.found.connect(self._show)
        self._slips.found.connect(self._show_slips)
        self.table.opened.connect(self._open)
        self.bar.changed.connect(self._filter)
        self.new.clicked.connect(self.add)
        self.take_in.clicked.connect(lambda: self._go.take_in())  # noqa: PLW0108 - «checked»
        self.export.clicked.connect(self._export)
        self.slips.clicked.connect(self._list_slips)
        self.new.setToolTip("Ctrl+Shift+N")
        self.take_in.setToolTip("Brev, filer eller mappar. De kan också dras hit.")

    def _open(self, one: DiariumRow) -> None:
        self._go.to_ärende(one.id)

    def _show(self, nämnd_id: str, read: Read) -> None:
        if nämnd_id != self._nämnd_id:
            return  # another is shown by now
        self._read = read
        self.bar.offer(read.rows)
        self.table.set_empty(_NO_MATCH)
        self.table.show_rows(read.rows)
        self._filter()
        self.stack.setCurrentIndex(0 if read.rows else 1)
        self.export.setEnabled(bool(read.rows))
        if not read.rows and self.table.hasFocus():
            self.new.setFocus()
        self._slips.request(nämnd_id)

    def _filter(self) -> None:
        self.table.filter(keeper(self.bar.wanted(), self._read.words))
        self.count.setText(how_many(len(self.table.rows_model.rows), len(self._read.rows)))

    def _show_slips(self, nämnd_id: str, found: tuple[Slip, ...]) -> None:
        if nämnd_id != self._nämnd_id:
            return
        self._found_slips = found
        what = counted(len(found), "beteckning ser", "beteckningar ser")
        self.slips.setText(
            f"{what} felskriven ut …" if len(found) == 1 else f"{what} felskrivna ut …"
        )
        self.slips.setVisible(bool(found))

    def _list_slips(self) -> None:
        from ui.ärende.slips_dialog import SlipsDialog

        SlipsDialog(self._desk, self, self._found_slips, self._go.to_ärende)

    def _export(self) -> None:
        from ui.ärende.exports import export_diarium

        if self._nämnd_id is not None:
            export_diarium(self._desk, self, self._nämnd_id)
