"""Översikt: the next sammanträde, what to do about it, and the year's sammanträden.

It paints before SQLAlchemy is imported: rows come in from outside, and the desk a moment later.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted, long_date, short_date
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.sammanträde.rules import Held, Stage, spans_text, stage
from nämnd.översikt.stages import STAGE_TEXT
from ui.desk import Desk, Go
from ui.toolkit.chips import Card, Chip, EmptyState
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, column, label, line, row
from ui.toolkit.theme import Icon, Theme
from ui.översikt.link import ElidedLink
from ui.översikt.to_do import ToDo

if TYPE_CHECKING:
    from nämnd.översikt.queries import Next
    from nämnd.översikt.todo import Morning
    from ui.översikt.coming import Coming

SHOWS = frozenset(
    {
        *(Topic.SAMMANTRÄDE, Topic.DAGORDNING, Topic.NÄMND, Topic.PERSON, Topic.UTSKICK),
        *(Topic.PROTOKOLL, Topic.JUSTERING, Topic.ANSLAG, Topic.DELEGATION),
        *(Topic.BEVAKNING, Topic.DELPROJEKT, Topic.ÖVERENSKOMMELSE, Topic.ÅRSPLAN),
        *(Topic.ÄRENDE, Topic.HANDLING),
    }
)
STAGE_ROLE = {
    Stage.PLANERING: Role.QUIET,
    Stage.KALLAT: Role.GOOD,
    Stage.PÅGÅR: Role.NOTE,
    Stage.HÅLLET: Role.QUIET,
    Stage.PROTOKOLL: Role.NOTE,
    Stage.JUSTERAT: Role.GOOD,
    Stage.INSTÄLLT: Role.LATE,
}
_MORNING, _EVENING = 10, 17  # hours
_BESIDE = 820  # the design's pixels


class OverviewPage(QScrollArea):
    """What a secretary sees first."""

    def __init__(self, theme: Theme, go: Go, *, today: date, hour: int) -> None:
        """Show nothing yet. `hour` decides the greeting."""
        super().__init__()
        self._theme, self._go, self._today = theme, go, today
        self._greeting = _greeting(hour)
        self._desk: Desk | None = None
        self._nämnd_id: str | None = None
        self._stale = False  # something changed while another page was shown
        self.title = label("", Label.TITLE, wrap=True)
        self.subtitle = label("", Label.MUTED, wrap=True)
        self.to_do = ToDo(theme, go)
        self.year = Card(theme, "Sammanträden")
        self.coming: Coming | None = None
        self._cards = QGridLayout()
        self._narrow: bool | None = None
        self._list = QVBoxLayout()
        self._links: list[QWidget] = []
        self.year.add(self._list)
        self.year.body.addStretch()
        self._build()

    def attach(self, desk: Desk) -> None:
        """Use the opened database from now on."""
        self._desk = desk

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self._read()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Show what is there now; a page that is not in sight does so when it is shown."""
        if not topics & SHOWS:
            return
        self._stale = not self.isVisible()
        if not self._stale:
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        if self._desk is None or self._nämnd_id is None:
            return
        self._stale = False
        from nämnd.sammanträde.queries import sammanträden
        from nämnd.översikt.morning import morning
        from nämnd.översikt.queries import next_sammanträde

        now = self._desk.clock()
        self._today, self._greeting = now.date(), _greeting(now.hour)
        key, store = self._nämnd_id, self._desk.store
        self.show_rows(store.ask(lambda session: sammanträden(session, key)))
        coming = store.ask(lambda session: next_sammanträde(session, key, today=self._today))
        if coming is not None:
            self._say_when(coming)
        found = store.ask(lambda session: morning(session, key, self._today))
        self.to_do.show_todos(found.now, _nothing(coming))
        self._show_coming(found)
        self._order()

    def _order(self) -> None:
        """Let Tab go as the page is read: what was made anew would come last."""
        rows, coming = self.to_do.rows, self.coming
        if rows is None or coming is None:
            return
        parts = (*rows.buttons, rows.more, *self._links, coming.days, coming.table)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _show_coming(self, found: Morning) -> None:
        if self.coming is None:
            from ui.översikt.coming import Coming

            self.coming = Coming(self._theme, self._go)
            self._cards.addWidget(self.coming, 2, 0, 1, 2)
        self.coming.show_morning(found)

    def show_rows(self, rows: tuple[SammanträdeListRow, ...]) -> None:
        """Show the sammanträden, newest first as they come, and greet by the next of them."""
        ahead = [one for one in rows if one.dagar and one.dagar[-1] >= self._today]
        coming = min((one for one in ahead if not one.inställt), key=_first_day, default=None)
        self._greet(coming)
        years = {one.dagar[0].year for one in rows if one.dagar}
        year = coming.dagar[0].year if coming else max(years, default=self._today.year)
        self._show_year(year, [one for one in rows if one.dagar and one.dagar[0].year == year])

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        gap = self._theme.px(14)
        cards = self._cards
        cards.setSpacing(gap)
        self._place(narrow=False)
        cards.setColumnStretch(0, 5)
        cards.setColumnStretch(1, 3)
        body = QWidget()
        body.setObjectName("scrolled")
        layout = column(self.title, self.subtitle, cards, spacing=self._theme.px(6))
        layout.addStretch(1)  # or the cards would be as high as the window
        margin = self._theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        body.setLayout(layout)
        layout.insertSpacing(2, self._theme.px(8))
        self.setWidget(body)
        self.setAccessibleName("Översikt")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the year under what is to be done where there is no room beside it."""
        super().resizeEvent(event)
        self._place(narrow=event.size().width() < self._theme.px(_BESIDE))

    def _place(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._cards.addWidget(self.to_do, 0, 0, 1, 2 if narrow else 1)
        if narrow:
            self._cards.addWidget(self.year, 1, 0, 1, 2)
        else:
            self._cards.addWidget(self.year, 0, 1)

    def _greet(self, coming: SammanträdeListRow | None) -> None:
        if coming is None:
            self.title.setText(f"{self._greeting}. Inget sammanträde är planerat.")
            self.subtitle.setText("Planera nästa under Sammanträden, eller läs in en dagordning.")
            return
        left = (coming.dagar[0] - self._today).days
        self.title.setText(f"{self._greeting}. {_in_days(left)}")
        where = f" · {coming.plats}" if coming.plats else ""
        self.subtitle.setText(f"{_capital(long_date(coming.dagar[0]))}{where}")

    def _say_when(self, coming: Next) -> None:
        last, sent = coming.kallelse_senast, coming.sent
        head = coming.dagordning.sammanträde
        times = spans_text(head.dagar[0].tider)
        day = f"{_capital(head.long_day)} kl. {times}" if times else _capital(head.long_day)
        if sent is not None:
            tail = f"kallelsen gick ut {short_date(sent)}"
        elif last < self._today:
            tail = f"kallelsen skulle ha gått ut senast {long_date(last)}"
        else:
            tail = f"kallelsen ska vara ute senast {long_date(last)}"
        self.subtitle.setText(" · ".join(filter(None, (day, head.plats, tail))))

    def _show_year(self, year: int, rows: list[SammanträdeListRow]) -> None:
        _empty(self._list)
        self._links.clear()
        if self.year.title:
            self.year.title.setText(f"Sammanträden {year}")
        if not rows:
            empty = EmptyState(
                self._theme, Icon.SAMMANTRÄDE, "Inga sammanträden än.", "Till sammanträden"
            )
            empty.pressed.connect(lambda: self._go.to_page("sammanträden"))
            self._list.addWidget(empty)
        ahead = [one for one in rows if one.dagar[-1] >= self._today and not one.inställt]
        coming = min(ahead, key=_first_day, default=None)
        for place, one in enumerate(reversed(rows)):
            if place:
                self._list.addWidget(line())
            self._list.addLayout(self._line(one, coming=one is coming))

    def _line(self, one: SammanträdeListRow, *, coming: bool) -> QLayout:
        now = stage(
            one.dagar,
            sent=one.kallelse is not None,
            cancelled=bool(one.inställt),
            today=self._today,
            held=Held(one.paragrafer, one.avslutat, one.justerat),
        )
        number = label(str(one.nummer_i_året or "–"), Label.MUTED)
        number.setMinimumWidth(self._theme.px(20))
        day = f"{one.dagar[0].day} {short_date(one.dagar[0]).split()[1]}"
        text = f"{day}, {one.plats}" if one.plats else day
        link = ElidedLink(text, strong=coming)
        link.setToolTip(f"{text}\nÖppna dagordningen")
        link.clicked.connect(lambda: self._go.to_sammanträde(one.id))
        self._links.append(link)
        chip = Chip(STAGE_TEXT[now], STAGE_ROLE[now])
        made = row(number, link, chip, spacing=self._theme.px(8))
        made.setStretch(1, 1)
        made.setAlignment(chip, Qt.AlignmentFlag.AlignVCenter)
        return made


def _greeting(hour: int) -> str:
    if hour < _MORNING:
        return "God morgon"
    return "God kväll" if hour >= _EVENING else "Hej"


def _nothing(coming: Next | None) -> str:
    """Return what is said when nothing is to be done."""
    if coming is None:
        return "Inget väntar."
    if coming.sent is not None:
        return "Kallelsen har gått ut. Inget mer behöver göras nu."
    return "Inget behöver göras nu."


def _in_days(left: int) -> str:
    if left <= 0:
        return "Sammanträdet är i dag."
    return f"Nästa sammanträde om {counted(left, 'dag', 'dagar')}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _first_day(one: SammanträdeListRow) -> date:
    return one.dagar[0]


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            _empty(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
