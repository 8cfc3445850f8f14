"""The register of beslut: every decision, over the years, with what has followed of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import NämndError
from nämnd.core.swedish import sort_key
from nämnd.organisation.queries import nämnder
from nämnd.register.queries import beslut, years
from nämnd.register.values import BeslutFilter, BeslutRow
from ui.desk import Desk, Go
from ui.register.beslut_pane import BeslutPane
from ui.register.filter_bar import ALL_OF_THEM, FilterBar
from ui.register.wanted import Read, Wanted
from ui.register.words import dnr_text, followed_role, followed_text, how_many, utfall_text
from ui.toolkit.chips import EmptyState, in_card
from ui.toolkit.newest import Newest
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon

_SHOWS = frozenset(
    {Topic.PROTOKOLL, Topic.JUSTERING, Topic.ANSLAG, Topic.SAMMANTRÄDE, Topic.DAGORDNING}
    | {Topic.ÄRENDE, Topic.NÄMND, Topic.PUBLICERING}
)
_EMPTY = "Inga beslut än. De kommer hit när paragraferna är klara på mötesdagen."
_NO_MATCH = "Inget beslut stämmer med urvalet. Ändra det eller töm sökrutan."
_READING = "Läser besluten …"
_PATIENCE = 150  # ms until the user is told that many years are being read
_BESIDE, _BELOW = 1000, 460  # the design's pixels
_NÄMND = 4  # the column that is only needed when there are several


def _lock(one: BeslutRow) -> Icon | None:
    return Icon.LOCK if one.sekretess else None


_COLUMNS: tuple[Column[BeslutRow], ...] = (
    Column(
        "Datum", lambda one: one.datum.isoformat(), lambda one: (one.datum, one.nummer), width=11
    ),
    Column("Paragraf", lambda one: one.paragraf, lambda one: (one.nummer, one.datum), width=9),
    Column(
        "Rubrik",
        lambda one: one.rubrik,
        lambda one: sort_key(one.rubrik),
        strong=True,
        icon=_lock,
        tip=lambda one: f"{one.rubrik} (sekretess)" if one.sekretess else one.rubrik,
    ),
    Column("Dnr", dnr_text, lambda one: sort_key(dnr_text(one)), width=15, yields=3),
    Column("Nämnd", lambda one: one.nämnd, lambda one: sort_key(one.nämnd), width=18, yields=1),
    Column("Utfall", utfall_text, lambda one: sort_key(utfall_text(one)), width=14, yields=2),
    Column(
        "Uppföljning",
        followed_text,
        lambda one: sort_key(followed_text(one)),
        width=22,
        chip=followed_role,
    ),
)


class BeslutPage(QWidget):
    """The register.

    Attributes:
        export: makes a file of what is shown.
        bar, table, pane: the filter, the list, and the chosen beslut.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id = ""
        self._read = Read()
        self._of: Wanted | None = None  # what was read
        self._stale = False
        self.export = button("&Exportera …")
        self.count = label("", Label.MUTED)
        self.bar = FilterBar(desk)
        self.table: RowTable[BeslutRow] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.paragraf_id, name="Beslut", empty=_READING
        )
        self.pane = BeslutPane(desk.theme)
        self.stack = QStackedWidget()
        self._reader: Newest[BeslutFilter, Read] = Newest(
            desk.jobs, lambda wanted: Read.of(desk.store.ask(lambda s: beslut(s, wanted))), self
        )
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._slow.timeout.connect(lambda: self.count.setText(_READING))
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd's beslut, of the newest year."""
        self._nämnd_id, self._of, self._read = nämnd_id, None, Read()
        self.bar.urval.show_nämnd(nämnd_id)
        self.table.show_rows(())
        there = self._years()
        self.bar.show_wanted(Wanted(år=str(there[0]) if there else ""))
        self.reload(_SHOWS)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read anew what is shown; a page that is not in sight does so when it is shown."""
        if not self._nämnd_id or not topics & _SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._offer()
            self._request()

    def export_shown(self) -> None:
        """Let the user make a file of what the filter lets through."""
        from ui.register.exports import export_beslut

        if self.export.isEnabled():
            wanted = self.bar.wanted()
            export_beslut(self._desk, self, self._nämnd_id, wanted.as_filter(self._nämnd_id))
        else:
            self._desk.messages.notice("Det finns inga beslut att exportera än.")

    @property
    def idle(self) -> bool:
        """Whether what is shown is what is asked for."""
        return self._reader.idle

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        (self.table if self._read.rows else self.bar.text).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload(_SHOWS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chosen beslut under the list where there is no room beside it, if there at all.

        Where there is none, Enter in the list still opens the §.
        """
        super().resizeEvent(event)
        px = self._desk.theme.px
        narrow = event.size().width() < px(_BESIDE)
        self.pane.setVisible(not narrow or event.size().height() >= px(_BELOW))
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        for at, part in enumerate((1, 1) if narrow else (5, 2)):
            self._across.setStretch(at, part)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        head = row(label("Beslut", Label.TITLE), self.count, None, self.export, spacing=gap)
        self._across = row(in_card(theme, self.table), self.pane, spacing=theme.px(14))
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.px(10))
        rows.addWidget(self.bar)
        rows.addLayout(self._across, 1)
        self.stack.addWidget(inside)
        self.stack.addWidget(EmptyState(theme, Icon.CHECK, _EMPTY))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self._reader.found.connect(self._show)
        self._reader.refused.connect(self._refuse)
        self.bar.changed.connect(self._narrow)
        self.table.chosen.connect(self.pane.show_row)
        self.table.opened.connect(self._open)
        self.pane.opened.connect(self._open)
        self.pane.ärende_wanted.connect(self._to_ärende)
        self.pane.others_wanted.connect(self._only_its_ärende)
        self.export.clicked.connect(self.export_shown)

    def _years(self) -> tuple[int, ...]:
        key = None if self.bar.nämnd.value() else self._nämnd_id
        return self._desk.store.ask(lambda session: years(session, key))

    def _offer(self) -> None:
        there = self._years()
        self.bar.offer_years(there)
        self.bar.nämnd.setVisible(len(self._desk.store.ask(nämnder)) > 1)
        self.stack.setCurrentIndex(0 if there else 1)
        self.export.setEnabled(bool(there))

    def _narrow(self) -> None:
        """Show what the filter lets through; read first when it is of something else."""
        if self.bar.wanted().read == self._of:
            self._filter()
        else:
            self._offer()
            self._request()

    def _request(self) -> None:
        if not self._read.rows:
            self.table.set_empty(_READING)
        self._slow.start()
        self._reader.request(self.bar.wanted().read.as_filter(self._nämnd_id))

    def _show(self, asked: BeslutFilter, read: Read) -> None:
        wanted = self.bar.wanted()
        if asked != wanted.read.as_filter(self._nämnd_id):
            return  # another nämnd is shown by now
        self._slow.stop()
        self._of, self._read = wanted.read, read
        self.table.set_empty(_NO_MATCH)
        if wanted.ärende:
            dnr = next((dnr for one in read.rows for dnr in one.dnr[:1]), "")
            self.bar.only_of(wanted.ärende, dnr)
        self.table.show_rows(read.rows)
        self._filter()
        self.table.show_column(_NÄMND, shown=bool(wanted.nämnd))
        if self.table.current() is None and self.table.rows_model.rows:
            self.table.selectRow(0)

    def _refuse(self, _: BeslutFilter, error: NämndError) -> None:
        from nämnd.error_messages import message_for

        self._slow.stop()
        self.count.setText("")
        self.table.set_empty(message_for(error))

    def _filter(self) -> None:
        self.table.filter(self.bar.wanted().keeper(self._read))
        self.count.setText(how_many(len(self.table.rows_model.rows), len(self._read.rows)))
        self.pane.show_row(self.table.current())

    def _open(self, one: BeslutRow) -> None:
        self._go.in_nämnd(one.nämnd_id)
        self._go.to_protokoll(one.sammanträde_id, one.paragraf_id)

    def _to_ärende(self, one: BeslutRow) -> None:
        if one.ärende_id is not None:
            self._go.to_ärende(one.ärende_id)

    def _only_its_ärende(self, one: BeslutRow) -> None:
        """Show every beslut of an ärende: of all years and nämnder."""
        if one.ärende_id is not None:
            several = not self.bar.nämnd.isHidden()
            wanted = Wanted(ärende=one.ärende_id, nämnd=ALL_OF_THEM if several else "")
            self.bar.show_wanted(wanted)
            self.bar.only_of(one.ärende_id, next(iter(one.dnr), ""))
            self._narrow()
