"""From a beslut in 2018 that is to be followed up, to the fourth sammanträde of 2019 and its end.

The real case: on 2018-06-07 it was decided to follow up «vid fjärde sammanträdet år 2019».
"""

from dataclasses import dataclass, field
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton

from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.values import BevakningRow, Hinder, Läge, VidSammanträde
from nämnd.sammanträde.drafts import satser
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.store import Store, place_of
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.flows.meeting_steps import CONTROL, SHIFT, Keyboard
from tests.flows.steps import press
from ui.toolkit.settings import SettingsFile
from ui.uppföljning.agenda_dialog import AgendaDialog
from ui.uppföljning.dialogs import BevakningDialog
from ui.uppföljning.page import UppföljningPage
from ui.uppföljning.small_dialogs import ReportDialog
from ui.årsplan.planning import PlanDialog
from ui.översikt.page import OverviewPage

Key = Qt.Key
DECIDED = date(2018, 6, 7)
YEAR = (date(2018, 2, 9), DECIDED, date(2018, 9, 21), date(2018, 11, 23))
RUBRIK = "Delprojekt 8 Benign kolorektal kirurgi"
SATSER = ("Att inrätta en arbetsgrupp", "Att följa upp beslutet vid fjärde sammanträdet 2019")
FOURTH = VidSammanträde(4, 2019)
pytestmark = pytest.mark.flow


@dataclass
class Clock:
    """Goes from one day of the story to the next."""

    day: date = DECIDED

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, 41)  # noqa: DTZ001


@dataclass
class Secretary(Keyboard):
    """A user, and what is saved of what they follow up."""

    clock: Clock = field(default_factory=Clock)

    def watched(self, *, closed: bool = False) -> tuple[BevakningRow, ...]:
        desk, key = self.program.desk, self.program.window.nämnd_id
        assert desk is not None
        return desk.store.ask(lambda s: bevakningar(s, key or "", self.clock.day, closed=closed))

    def meetings(self) -> list[tuple[date, str]]:
        """Return the days of 2019 with the id of each sammanträde."""
        desk, key = self.program.desk, self.program.window.nämnd_id
        assert desk is not None
        rows = desk.store.ask(lambda session: sammanträden(session, key or ""))
        return sorted((one.dagar[0], one.id) for one in rows if one.dagar[0].year == 2019)

    def follow_up(self) -> UppföljningPage:
        self.press(Key.Key_5, mod=CONTROL)
        page = self.program.window.page
        assert isinstance(page, UppföljningPage)
        return page

    def morning(self, day: date) -> OverviewPage:
        """Come to work on a day: the first page is read anew."""
        self.clock.day = day
        self.press(Key.Key_1, mod=CONTROL)
        page = self.program.window.page
        assert isinstance(page, OverviewPage)
        page.show_nämnd(self.program.window.nämnd_id or "")
        return page

    def to_do(self, text: str) -> QPushButton:
        """Return the button of something to do."""
        page = self.program.window.page
        assert isinstance(page, OverviewPage)
        return next(one for one in page.to_do.rows.buttons if one.text() == text)

    def menu(self, text: str) -> None:
        """Choose from the menus."""
        actions = self.program.window.findChildren(QAction)
        next(one for one in actions if one.text().replace("&", "") == text).trigger()
        QApplication.processEvents()


def fill(folder, clock: Clock) -> None:
    """A nämnd with its sammanträden of 2018; delprojekt 8 is on the dagordning of the second."""
    SettingsFile(folder / "namnd.ini").change(who="Siv Penna")
    store = Store(place_of(str(folder / "namnd.db")), who="Siv Penna", clock=clock)
    try:
        nämnd = a_nämnd(store, "Södra regionvårdsnämnden")
        anna = a_person(store, "Anna Ek")
        an_uppdrag(store, nämnd, anna, "ordförande")
        for number, day in enumerate(YEAR, start=1):
            key = a_sammanträde(store, nämnd, day, ordförande=anna, nummer_i_året=number)
            if day == DECIDED:
                a_punkt(store, key, RUBRIK, förslag=satser(SATSER))
    finally:
        store.close()


@pytest.fixture
def user(qtbot, open_program, tmp_path) -> Secretary:
    clock = Clock()
    fill(tmp_path, clock)
    return Secretary(qtbot, open_program(clock=clock), clock=clock)


def it_is_decided(user: Secretary) -> None:
    """On the day of the sammanträde, from the first page."""
    user.morning(DECIDED)
    press(user.qtbot, user.to_do("Till mötesdagen"))
    user.page.list.rows.setFocus()
    user.press(Key.Key_B)
    user.sammanträde_id = user.page.sammanträde_id
    assert user.paragraf(RUBRIK).klar


def the_second_att_sats_is_watched(user: Secretary) -> None:
    """Its button offers the § and its att-satser; 2019 has no sammanträden yet, and it says so."""
    user.page.show_row(user.paragraf(RUBRIK).id)
    press(user.qtbot, user.page.editor.watch)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for code in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Return):
        user.qtbot.keyClick(menu, code)
    dialog = user.dialog(BevakningDialog)
    user.tab_to("Förfaller")
    user.press(Key.Key_Down)
    user.tab_to("Vilket av årets")
    user.press(*[Key.Key_Down] * 3)
    user.tab_to("Året")
    user.press(Key.Key_A, mod=CONTROL)
    user.write("2019")
    assert dialog.part.due.meaning.text().startswith("År 2019 har inte så många sammanträden")
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    (row,) = user.watched()
    assert (row.draft.förfaller, row.hinder) == (FOURTH, Hinder.FÖR_FÅ_SAMMANTRÄDEN)
    assert "att-sats 2" in row.källa_text


def the_year_is_planned(user: Secretary) -> None:
    """«Planera året» proposes as many as 2018 had: now it means the fourth of them."""
    user.clock.day = date(2018, 11, 26)
    user.follow_up()
    user.menu("Planera året …")
    dialog = user.dialog(PlanDialog)
    assert dialog.år.value() == 2019
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    meetings = user.meetings()
    assert len(meetings) == 4
    (row,) = user.watched()
    assert (row.due, row.sammanträde_id) == meetings[3]
    page = user.follow_up()
    assert [one.rubrik for one in page.table.rows_model.rows] == [RUBRIK]


def it_is_put_on_the_dagordning(user: Secretary) -> None:
    """Some weeks before, it stands first thing in the morning with the button that does it."""
    fourth, key = user.meetings()[3]
    user.morning(date.fromordinal(fourth.toordinal() - 20))
    press(user.qtbot, user.to_do("Lägg på dagordningen"))
    dialog = user.dialog(AgendaDialog)
    assert dialog.when.value() == key
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    assert user.program.desk is not None
    now = user.program.desk.store.ask(lambda session: dagordning(session, key))
    (punkt,) = now.punkter
    assert RUBRIK in punkt.rubrik
    (row,) = user.watched()
    assert (row.läge, row.rapporter[0].punkt_id) == (Läge.PÅ_DAGORDNINGEN, punkt.id)


def it_is_reported(user: Secretary) -> None:
    """On the day its punkt becomes a § like any other, and the sammanträde is ended."""
    fourth, key = user.meetings()[3]
    user.clock.day = fourth
    user.press(Key.Key_M, mod=CONTROL | SHIFT)
    user.sammanträde_id = key
    user.page.list.rows.setFocus()
    user.press(Key.Key_B)
    assert len(user.now().paragrafer) == 1


def it_is_said_to_be_finished(user: Secretary) -> None:
    """The next morning it is asked whether it is finished, or comes back."""
    fourth, _ = user.meetings()[3]
    page = user.morning(date.fromordinal(fourth.toordinal() + 1))
    (row,) = user.watched()
    assert row.läge is Läge.ÅTERRAPPORTERAD
    act = next(one for one in page.to_do.rows.buttons if "lar" in one.text())
    press(user.qtbot, act)
    user.dialog(ReportDialog)
    user.press(Key.Key_Return, mod=CONTROL)
    user.back()
    assert user.watched() == ()
    (row,) = user.watched(closed=True)
    assert (row.avslut, row.avslutad) == ("gjord", user.clock.day)
    assert row.avslutad_hur is not None
    assert row.avslutad_hur.startswith("återrapporterad § ")


def test_from_a_beslut_to_the_fourth_sammanträde_of_the_next_year(user):
    it_is_decided(user)
    the_second_att_sats_is_watched(user)
    the_year_is_planned(user)
    it_is_put_on_the_dagordning(user)
    it_is_reported(user)
    it_is_said_to_be_finished(user)
