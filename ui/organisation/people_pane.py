"""The people of a nämnd on a day: who is what, and which seats must be filled."""

from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QWidget

from nämnd.core.swedish import short_date
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import UppdragDraft, serves
from ui.desk import Desk
from ui.organisation.coming_view import ComingView
from ui.organisation.day_bar import DayBar
from ui.organisation.import_people import read_people_list
from ui.organisation.people import PeopleList
from ui.organisation.people_actions import PeopleActions
from ui.organisation.people_now import listed, people_now
from ui.toolkit.chips import Card, EmptyState
from ui.toolkit.small import button, column, row
from ui.toolkit.theme import Icon, Text, Theme

_PEOPLE, _COMING = "Ledamöter o&ch ersättare", "Vakanser och uppdra&g som går ut"
_NOBODY = (
    "Ingen är inlagd än. Lägg till dem som ska kallas: ledamöter, ersättare och övriga. En lista "
    "i CSV eller Excel kan läsas in."
)


class PeoplePane(Card):
    """Two views of the same day.

    Attributes:
        day_bar: the day.
        people: who is what.
        coming: what is empty or ends soon.
        views: the buttons that change between the two.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, band=True)
        self.setAccessibleName("Ledamöter och ersättare")
        self._desk, self._nämnd_id = desk, ""
        self._actions = PeopleActions(desk, self, self._show_saved)
        self.day_bar = DayBar(desk)
        self.people = PeopleList(desk, self._actions, self._read_list)
        self.coming = ComingView(desk, self._actions)
        self.views = (_Tab(desk.theme, _PEOPLE), _Tab(desk.theme, _COMING))
        self.read = button("Läs in lis&ta …")
        self.empty = EmptyState(desk.theme, Icon.PERSON, _NOBODY, "Lägg till person")
        self._view, self._stack = QStackedWidget(), QStackedWidget()
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd, as it is today."""
        self._nämnd_id = nämnd_id
        self.people.search.clear()
        self.day_bar.show_day(self._desk.today)
        self.reload()

    def show_person(self, person_id: str) -> None:
        """Go to the uppdrag somebody has on the day shown, else to the last one there is."""
        found = [one for one in self._actions.now.rows if one.person_id == person_id]
        if not found:
            return
        newest = max(found, key=lambda one: (self._serves(one), one.uppdrag.från or date.min))
        self.views[0].click()
        self.people.search.clear()
        if not self._serves(newest):
            self.people.everything.setChecked(True)
        self.people.table.choose(newest.id)
        self.people.table.setFocus()

    def _serves(self, one: UppdragRow) -> bool:
        return serves(one.uppdrag.från, one.uppdrag.till, self.day_bar.day)

    def reload(self) -> None:
        """Show what is saved now."""
        self._actions.now = people_now(self._desk, self._nämnd_id)
        self.day_bar.show_now(self._actions.now)
        self._show_day(self.day_bar.day)

    def _build(self) -> None:
        theme = self._desk.theme
        group = QButtonGroup(self)
        assert self.head is not None  # noqa: S101 - there is a band
        for at, one in enumerate(self.views):
            group.addButton(one)
            self.head.addWidget(one)
            one.clicked.connect(lambda _=False, at=at: self._view.setCurrentIndex(at))
        self.head.addStretch()
        self.views[0].setChecked(True)
        nobody = QWidget()
        nobody.setLayout(column(self.empty, row(None, self.read, None, spacing=0), None, spacing=0))
        for one in (self.people, nobody):
            self._stack.addWidget(one)
        for one in (self._stack, self.coming):
            self._view.addWidget(one)
        shown = column(self.day_bar, self._view, spacing=theme.px(10))
        shown.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(10))
        self.add(shown, 1)
        self.day_bar.picked.connect(self._show_day)
        self.empty.pressed.connect(self._actions.add)
        self.read.clicked.connect(self._read_list)

    def _show_day(self, day: date) -> None:
        now = self._actions.now
        self._stack.setCurrentIndex(0 if listed(now, day, everything=True) else 1)
        self.people.show_now(now, day)
        self.coming.show_now(now, day)
        number = len(self.coming.found)
        self.views[1].setText(f"{_COMING} ({number})" if number else _COMING)

    def _show_saved(self, uppdrag_id: str, uppdrag: UppdragDraft) -> None:
        """Go to an uppdrag that was saved, and to its first day when it is not of the day shown."""
        from_day = uppdrag.från
        if from_day and not serves(from_day, uppdrag.till, self.day_bar.day):
            self.day_bar.show_day(from_day)
            self._show_day(from_day)
            self._desk.messages.notice(f"Visar {short_date(from_day)}, då uppdraget börjar.")
        self.people.table.choose(uppdrag_id)

    def _read_list(self) -> None:
        read_people_list(self._desk, self, self._nämnd_id)


class _Tab(QPushButton):
    """A button that is down while its view is shown; wide enough for its text when it is bold."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(text)
        self._theme = theme
        self.setProperty("nav", "true")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hint, text = super().sizeHint(), self.text().replace("&", "")
        bold = QFontMetrics(self._theme.font(Text.STRONG)).horizontalAdvance(text)
        usual = self.fontMetrics().horizontalAdvance(text)
        return QSize(hint.width() + max(0, bold - usual), hint.height())
