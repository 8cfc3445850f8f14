"""Uppföljning: what is watched and the delprojekt, with one of them beside, and the year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QStackedWidget, QWidget

from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.values import BevakningRow, Källa
from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.core.swedish import counted, sort_key
from nämnd.delprojekt.queries import delprojekt_rows, delprojekt_view
from nämnd.delprojekt.values import DelprojektView
from ui.desk import Desk, Go
from ui.toolkit.chips import Chip, EmptyState, in_card
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, icon_button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.toolkit.walking import walk_with_f6
from ui.uppföljning.actions import BevakningActions
from ui.uppföljning.filter_bar import FilterBar
from ui.uppföljning.page_menu import page_menu
from ui.uppföljning.pane import UppföljningPane
from ui.uppföljning.words import (
    Entry,
    Show,
    day_text,
    entries,
    from_text,
    rule_text,
    shows,
    state,
)
from ui.uppföljning.year_part import YearPart

_SHOWS = frozenset(
    {Topic.BEVAKNING, Topic.DELPROJEKT, Topic.ÖVERENSKOMMELSE, Topic.ÅRSPLAN, Topic.SAMMANTRÄDE}
    | {Topic.DAGORDNING, Topic.PROTOKOLL, Topic.ÄRENDE, Topic.HANDLING, Topic.NÄMND}
)
_EMPTY = (
    "Inget bevakas än. Bevaka ett beslut från paragrafen, ett ärende från dess sida, eller låt "
    "programmet hitta frister i en handling."
)
_NO_MATCH = "Inget stämmer med urvalet. Ändra det eller töm sökrutan."
_BESIDE, _HEAD, _YEAR = 640, 960, 620  # the design's pixels
_LEAST = 560, 400


def _strong_due(one: Entry) -> Role:
    return Role.LATE if one.bevakning is not None and one.bevakning.is_late else Role.TEXT


def _warns(one: Entry) -> Icon | None:
    forfeits = one.bevakning is not None and one.bevakning.draft.förverkande and not one.closed
    return Icon.WARNING if forfeits else None


def _tip(one: Entry) -> str:
    forfeits = _warns(one) is not None
    return f"{one.rubrik}\nRätten går förlorad om dagen missas." if forfeits else one.rubrik


_COLUMNS: tuple[Column[Entry], ...] = (
    Column(
        "Vad",
        lambda one: one.rubrik,
        lambda one: sort_key(one.rubrik),
        strong=True,
        icon=_warns,
        tip=_tip,
    ),
    Column("Kommer från", from_text, lambda one: sort_key(from_text(one)), width=16, yields=3),
    Column("Ska återkomma", rule_text, lambda one: sort_key(rule_text(one)), width=18, yields=2),
    Column("Betyder", day_text, day_text, width=11, role=_strong_due),
    Column(
        "Ansvarig",
        lambda one: one.ansvarig,
        lambda one: sort_key(one.ansvarig),
        width=13,
        yields=1,
    ),
    Column(
        "Läge",
        lambda one: state(one)[0],
        lambda one: sort_key(state(one)[0]),
        width=15,
        chip=lambda one: state(one)[1],
    ),
)


class UppföljningPage(QWidget):
    """The page.

    Attributes:
        late, soon, later: how many there are of each.
        finding, new, more: the buttons at the top; wheel, agreements: the links.
        bar, table, pane, year: the filter, the list, the chosen row, the timeline.
        acts: what the buttons do.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self._nämnd_id = ""
        self._entries: tuple[Entry, ...] = ()
        self._stale = False
        self.acts = BevakningActions(desk, go, self)
        self.late, self.soon, self.later = (Chip("") for _ in range(3))
        self.wheel = button("Års&hjul", Kind.LINK)
        self.agreements = button("Överens&kommelser", Kind.LINK)
        self.finding = button("Hitta &frister i handlingar …")
        self.new = button("Be&vakning …", Kind.PRIMARY)
        self.more = icon_button(desk.theme, Icon.MORE, "Mer i uppföljningen")
        self.bar = FilterBar(desk.theme)
        self.table: RowTable[Entry] = RowTable(
            desk.theme, _COLUMNS, lambda one: one.key, name="Uppföljning", empty=_NO_MATCH
        )
        self.pane = UppföljningPane(desk.theme)
        self.year = YearPart(desk, go)
        self.stack = QStackedWidget()
        self.shown: QMenu | None = None
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show what another nämnd follows up."""
        if nämnd_id != self._nämnd_id:
            self.table.show_rows(())
            self._entries = ()
        self._nämnd_id = nämnd_id
        self._read()

    def show_bevakning(self, bevakning_id: str) -> None:
        """Go to a bevakning, of whichever nämnd it is, open or closed."""
        from nämnd.bevakning.queries import bevakning

        try:
            one = self._desk.store.ask(lambda s: bevakning(s, bevakning_id, self._desk.today))
        except GoneError:
            return
        self._go.in_nämnd(one.nämnd_id)
        if one.nämnd_id != self._nämnd_id or self._stale or not self._entries:
            self.show_nämnd(one.nämnd_id)
        if not self.table.choose(bevakning_id):
            self.bar.show_all()
            self.table.choose(bevakning_id)
        self.table.scrollTo(self.table.currentIndex())
        self.table.setFocus()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read anew what is shown; a page that is not in sight does so when it is shown."""
        if not self._nämnd_id or not topics & _SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._read()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        (self.table if self._entries else self.new).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def minimumSizeHint(self) -> QSize:
        """Return how small it can be: what there is no room for beside goes under, or away."""
        px = self._desk.theme.px
        return QSize(px(_LEAST[0]), px(_LEAST[1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is chosen under the list where there is no room beside it."""
        super().resizeEvent(event)
        px = self._desk.theme.px
        width, height = event.size().width(), event.size().height()
        narrow = width < px(_BESIDE)
        self.year.setVisible(height >= px(_YEAR) and not narrow)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if narrow else right)
        self._head.setDirection(down if width < px(_HEAD) else right)
        for at, part in enumerate((1, 1) if narrow else (5, 2)):
            self._across.setStretch(at, part)

    def _read(self) -> None:
        """Read all that is followed up, and show it."""
        key, ask, today = self._nämnd_id, self._desk.store.ask, self._desk.today
        self._stale = False
        watched = ask(lambda session: bevakningar(session, key, today, closed=True))
        projects = ask(lambda session: delprojekt_rows(session, key, today))
        before, self._entries = self._entries, entries(watched, projects)
        self.bar.offer(self._entries)
        self.table.show_rows(self._entries)
        self.stack.setCurrentIndex(0 if self._entries else 1)
        self._count()
        self._filter()
        self._show_new({one.key for one in before})
        self.year.show_nämnd(key)

    def _show_new(self, before: set[str]) -> None:
        """Go to the one that was just added: it may stand far down among the others."""
        new = [one.key for one in self._entries if one.key not in before]
        if before and len(new) == 1 and self.table.choose(new[0]):
            self.table.scrollTo(self.table.currentIndex())

    def _count(self) -> None:
        today = self._desk.today
        for chip, show, role, words in (
            (self.late, Show.LATE, Role.LATE, ("försenad", "försenade")),
            (self.soon, Show.SOON, Role.WARN, ("inom 30 dagar", "inom 30 dagar")),
            (self.later, Show.LATER, Role.QUIET, ("senare", "senare")),
        ):
            number = sum(shows(show, one, today) for one in self._entries)
            chip.show_as(counted(number, *words), role if number else Role.QUIET)
            chip.setVisible(bool(self._entries))

    def _filter(self) -> None:
        self.table.filter(self.bar.keeper(self._desk.today))
        if self.table.current() is None and self.table.rows_model.rows:
            self.table.selectRow(0)
        self._show_chosen()

    def _show_chosen(self, _: object = None) -> None:
        entry = self.table.current()
        self.pane.show_entry(entry, self._view(entry))

    def _view(self, entry: Entry | None) -> DelprojektView | None:
        project = entry.delprojekt if entry else None
        if project is None:
            return None
        try:
            return self._desk.store.ask(lambda session: delprojekt_view(session, project.id))
        except GoneError:
            return None

    def _do(self, what: str) -> None:
        """Do what a button of the pane says."""
        entry = self.table.current()
        if entry is None:
            return
        project, one = entry.delprojekt, entry.bevakning
        if project is not None and what == "källa":
            self._go.to_delprojekt(project.id)
        elif one is None:
            if project is not None and what == "ny":
                self._go.watch(
                    Källa(delprojekt_id=project.id),
                    f"Återrapport av {entry.rubrik[:1].lower()}{entry.rubrik[1:]}",
                )
        elif what == "mer":
            self._more(one)
        else:
            self._acts_of(one)[what]()

    def _acts_of(self, one: BevakningRow) -> dict[str, Callable[[], None]]:
        acts = self.acts
        return {
            "dagordning": lambda: acts.put_on_dagordning(one),
            "rapport": lambda: acts.report(one),
            "flytta": lambda: acts.move(one),
            "avsluta": lambda: acts.close(one),
            "påminn": lambda: acts.remind(one),
            "ändra": lambda: acts.change(one),
            "öppna": lambda: acts.reopen(one),
            "punkt": lambda: acts.open_punkt(one),
            "källa": lambda: acts.open_source(one),
        }

    def _open(self, entry: Entry) -> None:
        """Enter: to what it is about; a bevakning that comes from nowhere is changed."""
        if entry.delprojekt is not None:
            self._go.to_delprojekt(entry.delprojekt.id)
        elif entry.bevakning is not None:
            self.acts.change(entry.bevakning)

    def _remove(self, rows: tuple[Entry, ...]) -> None:
        if rows and rows[0].bevakning is not None:
            self.acts.remove(rows[0].bevakning)

    def _more(self, one: BevakningRow) -> None:
        below = self.pane.button_of("mer")
        self.shown = menu = QMenu(below)
        menu.aboutToHide.connect(menu.deleteLater)
        for name in self.pane.left_out:
            made = menu.addAction(self.pane.text_of(name))
            made.triggered.connect(self._acts_of(one)[name])
        save = menu.addAction("Spara till &kalendern …")
        save.triggered.connect(lambda: self.acts.save_calendar(one))
        remove = menu.addAction("&Ta bort")
        remove.triggered.connect(lambda: self.acts.remove(one))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        title = label("Uppföljning", Label.TITLE)
        self._head = row(
            row(title, self.late, self.soon, self.later, None, spacing=gap),
            row(self.wheel, self.agreements, None, self.more, self.finding, self.new, spacing=gap),
            spacing=gap,
        )
        self._head.setStretch(1, 1)
        theme.dress(self.new, Icon.PLUS, Role.ON_ACCENT)
        listed = QWidget()
        inner = column(in_card(theme, self.table), self.year, spacing=theme.px(14))
        inner.setStretch(0, 1)
        listed.setLayout(inner)
        self._across = row(listed, self.pane, spacing=theme.px(14))
        inside = QWidget()
        inside.setLayout(column(self.bar, self._across, spacing=theme.px(10)))
        empty = EmptyState(theme, Icon.CLOCK, _EMPTY, "Bevaka något …")
        empty.pressed.connect(self._new)
        self.stack.addWidget(inside)
        self.stack.addWidget(empty)
        layout = column(self._head, self.stack, spacing=theme.px(14))
        layout.setStretch(1, 1)
        layout.setContentsMargins(*(theme.px(24),) * 4)
        self.setLayout(layout)
        self.pane.setMinimumWidth(theme.px(270))
        self._connect()

    def _connect(self) -> None:
        go = self._go
        self.wheel.clicked.connect(lambda: go.to_page("årshjul"))
        self.agreements.clicked.connect(lambda: go.to_page("överenskommelser"))
        self.finding.clicked.connect(lambda: go.find_deadlines())  # noqa: PLW0108 - leaves «checked»
        self.new.clicked.connect(self._new)
        self.more.clicked.connect(self._offer_all)
        self.bar.changed.connect(self._filter)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self._open)
        self.table.removal_wanted.connect(self._remove)
        self.pane.wanted.connect(self._do)
        self.year.bevakning_wanted.connect(self.show_bevakning)
        walk_with_f6(
            self,
            (self.bar, lambda: self.bar.text),
            (self.table, lambda: self.table),
            (self.pane, self.pane.first_button),
            (self.year, lambda: self.year.line),
        )

    def _offer_all(self) -> None:
        self._desk.editor.flush()
        self.shown = page_menu(self._desk, self._go, self.more, self._nämnd_id)
        self.shown.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _new(self) -> None:
        self._go.watch(Källa())
