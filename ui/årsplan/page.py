"""Årshjulet: the year of the nämnd as a wheel, as a timeline and in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QStackedWidget, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import long_date
from nämnd.årsplan.queries import year
from nämnd.årsplan.symbols import ORDER
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import PLURAL, SLAG_TEXT, in_short, sentence, short_day
from ui.desk import Desk, Go
from ui.toolkit.chips import EmptyState, in_card
from ui.toolkit.controls import Choice
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, icon_button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.årshjul.hjul import Hjul
from ui.årshjul.tidslinje import Tidslinje
from ui.årsplan.exports import print_year, save_calendar, save_one, save_year
from ui.årsplan.planning import begin_planning
from ui.årsplan.taken_days import begin_taken_days
from ui.årsplan.words import läge_text

if TYPE_CHECKING:
    from ui.årshjul.drawn import DrawnYear

_SHOWS = frozenset(
    {
        *(Topic.SAMMANTRÄDE, Topic.BEVAKNING, Topic.ÅRSPLAN, Topic.NÄMND, Topic.UTSKICK),
        *(Topic.JUSTERING, Topic.DELPROJEKT, Topic.ÖVERENSKOMMELSE, Topic.PROTOKOLL),
    }
)
_WHEEL, _LINE, _LIST = range(3)
_VIEWS = ((_WHEEL, "Hjul"), (_LINE, "Tidslinje"), (_LIST, "Lista"))


class ÅrshjulPage(QWidget):
    """All that happens in a year.

    Attributes:
        år: the year that is shown.
        wheel, line, table: the three ways to see it.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__()
        self._desk, self._go = desk, go
        self.nämnd_id: str | None = None
        self._hidden: set[Slag] = set()
        self._all: tuple[Årspost, ...] = ()
        self.år = desk.today.year
        theme = desk.theme
        self.title = label("", Label.TITLE)
        self.back = icon_button(theme, Icon.BACK, "Året före (Alt+Vänster)")
        self.forward = icon_button(theme, Icon.FORWARD, "Året efter (Alt+Höger)")
        self.view: Choice[int] = Choice(theme, _VIEWS)
        self.shown = button("&Visa")
        self.more = button("S&kriv ut och spara")
        self.plan = button("&Planera året …", Kind.PRIMARY)
        self.wheel, self.line = Hjul(theme), Tidslinje(theme)
        self.table = RowTable(
            theme, _COLUMNS, lambda one: (one.slag, one.key, one.dag), name="Året i ord"
        )
        self.said = label("", Label.MUTED, wrap=True)
        self.stack = QStackedWidget()
        self._build()

    @property
    def poster(self) -> tuple[Årspost, ...]:
        """What is shown now."""
        return tuple(one for one in self._all if one.slag not in self._hidden)

    @property
    def drawn(self) -> tuple[DrawnYear, ...]:
        """The two drawings."""
        return self.wheel, self.line

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show the year of another nämnd."""
        self.nämnd_id = nämnd_id
        self.reload(_SHOWS)

    def show_year(self, år: int) -> None:
        """Show another year."""
        self.år = år
        self.reload(_SHOWS)

    def reload(self, topics: frozenset[Topic]) -> None:
        """Read the year anew."""
        if self.nämnd_id is None or not topics & _SHOWS:
            return
        key, år, today = self.nämnd_id, self.år, self._desk.today
        self._all = self._desk.store.ask(lambda session: year(session, key, år, today))
        self._show()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        shown = self.stack.currentWidget()
        if shown is not None:
            shown.setFocus()

    def _show(self) -> None:
        poster, today = self.poster, self._desk.today
        self.title.setText(f"Årshjul {self.år}")
        for one in self.drawn:
            one.show_year(poster, self.år, today)
        self.table.show_rows(poster)
        self.said.setText(in_short(poster, self.år))
        view = self.view.value() or _WHEEL
        self.stack.setCurrentIndex(view if self._all else len(_VIEWS))

    def _build(self) -> None:
        theme = self._desk.theme
        self.view.choose(_WHEEL)
        self.view.setAccessibleName("Visa året som")
        self.view.currentIndexChanged.connect(self._show)
        self.back.clicked.connect(lambda: self.show_year(max(self.år - 1, 2)))
        self.forward.clicked.connect(lambda: self.show_year(min(self.år + 1, 9998)))
        for keys, act in (("Alt+Left", self.back), ("Alt+Right", self.forward)):
            QShortcut(QKeySequence(keys), self, act.click, context=_HERE)
        self.plan.clicked.connect(self._plan)
        self.shown.setMenu(self._filter_menu())
        self.more.setMenu(self._export_menu())
        for one in self.drawn:
            one.chosen.connect(self._open)
            one.current_changed.connect(self._say)
        self.table.opened.connect(self._open)
        self._fill_stack()
        gap = theme.px(8)
        head = row(
            *(self.title, self.back, self.forward, None),
            *(self.view, self.shown, self.more, self.plan),
            spacing=gap,
        )
        layout = column(head, self.said, self.stack, spacing=theme.px(10))
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _fill_stack(self) -> None:
        theme = self._desk.theme
        side = theme.px(12)
        for drawn in self.drawn:
            card = in_card(theme, _scrolled(drawn))
            card.body.setContentsMargins(side, side, side, side)
            card.setFocusProxy(drawn)
            self.stack.addWidget(card)
        listed = in_card(theme, self.table)
        listed.setFocusProxy(self.table)
        self.stack.addWidget(listed)
        empty = EmptyState(
            theme, Icon.CALENDAR, "Inget är planerat det här året.", "Planera året …"
        )
        empty.pressed.connect(self._plan)
        self.stack.addWidget(empty)

    def _filter_menu(self) -> QMenu:
        menu = QMenu(self)
        for slag in ORDER:
            action = QAction(PLURAL[slag], menu, checkable=True, checked=True)
            action.toggled.connect(partial(self._let_see, slag))
            menu.addAction(action)
        return menu

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for text, act in (
            (
                "Skriv ut …",
                lambda: print_year(self._desk, self, self.nämnd_id, self.poster, self.år),
            ),
            ("Spara som PDF, A4 …", lambda: self._save_paper("A4")),
            ("Spara som PDF, A3 …", lambda: self._save_paper("A3")),
            ("", None),
            ("Kalenderfil med det markerade …", self._save_marked),
            ("Kalenderfil med årets sammanträden …", lambda: self._save_days(bevakningar=False)),
            ("Kalenderfil med sammanträden och bevakningar …", self._save_days),
            ("", None),
            ("Upptagna dagar …", self._take_days),
        ):
            if act is None:
                menu.addSeparator()
                continue
            action = QAction(text, menu)
            action.triggered.connect(partial(_act, act))
            menu.addAction(action)
        return menu

    def _let_see(self, slag: Slag, seen: bool) -> None:  # noqa: FBT001 - as the signal has it
        self._hidden = self._hidden - {slag} if seen else self._hidden | {slag}
        many = len(self._hidden)
        self.shown.setText(f"&Visa ({len(ORDER) - many} av {len(ORDER)})" if many else "&Visa")
        self._show()

    def _save_paper(self, paper: str) -> None:
        save_year(self._desk, self.nämnd_id, self.poster, self.år, paper)

    def _save_days(self, *, bevakningar: bool = True) -> None:
        if self.nämnd_id is not None:
            save_calendar(self._desk, self.nämnd_id, self.år, bevakningar=bevakningar)

    def _save_marked(self) -> None:
        if self.nämnd_id is not None:
            save_one(self._desk, self.nämnd_id, self._marked())

    def _marked(self) -> Årspost | None:
        """Return what the user is at, in the way the year is shown."""
        view = self.view.value() or _WHEEL
        return self.table.current() if view == _LIST else self.drawn[view].current

    def _take_days(self) -> None:
        if self.nämnd_id is not None:
            begin_taken_days(self._desk, self, self.nämnd_id, self.år)

    def _plan(self) -> None:
        if self.nämnd_id is not None:
            ahead = self.år if self.år >= self._desk.today.year else None
            begin_planning(self._desk, self._go, self, self.nämnd_id, ahead)

    def _say(self, post: Årspost) -> None:
        self.said.setText(sentence(post))

    def _open(self, post: Årspost) -> None:
        """Go to what a post is about."""
        if post.slag is Slag.SPÄRRDAG:
            self._take_days()
        elif post.slag in (Slag.BEVAKNING, Slag.ÅTERKOMMANDE) and post.key:
            self._go.to_bevakning(post.key)
        elif post.slag is Slag.JUSTERING and post.key:
            self._go.to_justering(post.key)
        elif post.key:
            self._go.to_sammanträde(post.key)


def _act(act: Callable[[], object], _: bool = False) -> None:  # noqa: FBT001, FBT002 - as Qt has it
    act()


_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _scrolled(inside: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    for part in (inside, area.viewport()):  # the card shows through
        part.setAutoFillBackground(False)
    return area


def _weekday(post: Årspost) -> str:
    return long_date(post.dag).split()[0]


def _läge_role(post: Årspost) -> Role:
    if post.sen and not post.klar:
        return Role.LATE
    if post.klar:
        return Role.GOOD
    return Role.WARN if post.förverkande else Role.QUIET


_COLUMNS: tuple[Column[Årspost], ...] = (
    Column("Dag", short_day, lambda one: one.dag, width=12, strong=True),
    Column("Veckodag", _weekday, lambda one: one.dag.weekday(), width=10, yields=2),
    Column("Vad", lambda one: one.text, lambda one: one.text),
    Column("Slag", lambda one: SLAG_TEXT[one.slag], lambda one: one.slag, width=22, yields=1),
    Column("Läge", läge_text, läge_text, width=22, chip=_läge_role),
)
