"""The page of the year: three ways to see it, another year, what is hidden, and the way on."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, PåDatum
from nämnd.årsplan.commands import AddSpärrdagar, PlanYear
from nämnd.årsplan.values import PlannedMeeting, Slag, SpärrdagDraft
from tests.builders import a_nämnd
from tests.conftest import TODAY
from tests.ui.recording import RecordingGo, RecordingMessages
from ui.desk import Desk
from ui.årsplan.page import ÅrshjulPage
from ui.årsplan.planning import PlanDialog
from ui.årsplan.taken_days import TakenDaysDialog


@pytest.fixture
def page(desk: Desk, go: RecordingGo, qtbot: QtBot) -> ÅrshjulPage:
    key = a_nämnd(desk.store)
    plan = PlanYear(nämnd_id=key, möten=(PlannedMeeting(date(2026, 11, 20)),), keys=("s1",))
    desk.store.do(plan, "planera")
    draft = BevakningDraft("Svara", PåDatum(date(2026, 5, 29)))
    desk.store.do(AddBevakning(nämnd_id=key, draft=draft, today=TODAY, bevakning_id="b1"), "x")
    rows = (SpärrdagDraft(date(2026, 2, 18)),)
    desk.store.do(AddSpärrdagar(nämnd_id=key, rows=rows, keys=("d1",)), "x")
    page = ÅrshjulPage(desk, go)
    qtbot.addWidget(page)
    page.resize(1100, 760)
    page.show()
    page.show_nämnd(key)
    return page


def texts(page: ÅrshjulPage) -> list[str]:
    return [one.text for one in page.poster]


def test_the_same_year_is_a_wheel_a_timeline_and_a_list(page: ÅrshjulPage) -> None:
    expected = ["fullmäktige", "Svara", "Kallelse, sammanträde 1", "Sammanträde 1"]
    assert texts(page) == [*expected, "Justering, sammanträde 1"]
    for number, shown in enumerate((page.wheel, page.line, page.table)):
        page.view.setCurrentIndex(number)
        assert shown.isVisible()
    assert [one.text for one in page.wheel.poster] == texts(page)
    assert [one.text for one in page.line.poster] == texts(page)
    assert page.table.rows_model.rowCount() == len(texts(page))


def test_the_year_is_stepped_with_buttons_and_keys(page: ÅrshjulPage) -> None:
    page.forward.click()
    assert page.title.text() == "Årshjul 2027"
    assert page.stack.currentIndex() == 3, "an empty year says what to do"
    QTest.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.title.text() == "Årshjul 2026"


def test_a_kind_can_be_hidden_and_the_button_says_so(page: ÅrshjulPage) -> None:
    actions = {one.text(): one for one in page.shown.menu().actions()}
    actions["Bevakningar"].setChecked(False)
    assert "Svara" not in texts(page)
    assert page.shown.text() == "&Visa (6 av 7)"
    actions["Bevakningar"].setChecked(True)
    assert "Svara" in texts(page)
    assert page.shown.text() == "&Visa"


@pytest.mark.parametrize(
    ("slag", "key"), [(Slag.SAMMANTRÄDE, "s1"), (Slag.KALLELSE, "s1"), (Slag.BEVAKNING, "b1")]
)
def test_what_is_chosen_is_opened(page: ÅrshjulPage, go: RecordingGo, slag: Slag, key: str) -> None:
    post = next(one for one in page.poster if one.slag is slag)
    page.wheel.chosen.emit(post)
    assert key in go.went[-1]


def test_a_taken_day_opens_the_list_of_them(page: ÅrshjulPage) -> None:
    page.line.chosen.emit(page.poster[0])
    assert page.findChild(TakenDaysDialog) is not None


def test_walking_says_what_has_the_frame(page: ÅrshjulPage) -> None:
    QTest.keyClick(page.wheel, Qt.Key.Key_End)
    assert page.said.text() == "Fredag 4 december 2026: Justering, sammanträde 1."


def test_planning_begins_from_the_page(page: ÅrshjulPage) -> None:
    page.plan.click()
    assert page.findChild(PlanDialog) is not None


def test_the_year_is_saved_as_a_pdf_and_for_the_calendar(
    page: ÅrshjulPage, messages: RecordingMessages, tmp_path: Path
) -> None:
    actions = {one.text(): one for one in page.more.menu().actions()}
    messages.files = [tmp_path / "hjul.pdf", tmp_path / "möten.ics", tmp_path / "allt.ics"]
    actions["Spara som PDF, A3 …"].trigger()
    actions["Kalenderfil med årets sammanträden …"].trigger()
    actions["Kalenderfil med sammanträden och bevakningar …"].trigger()
    assert messages.errors == []
    assert (tmp_path / "hjul.pdf").read_bytes().startswith(b"%PDF")
    counts = [
        len(Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT"))
        for name in ("möten.ics", "allt.ics")
    ]
    assert counts == [1, 2]


def test_what_has_the_frame_is_saved_alone_for_the_calendar(
    page: ÅrshjulPage, messages: RecordingMessages, tmp_path: Path
) -> None:
    (save,) = [one for one in page.more.menu().actions() if "det markerade" in one.text()]
    save.trigger()
    assert "Markera först" in messages.errors.pop()
    messages.files = [tmp_path / "möte.ics", tmp_path / "svar.ics"]
    QTest.keyClick(page.wheel, Qt.Key.Key_End)  # the justering: of the sammanträde
    save.trigger()
    page.view.setCurrentIndex(2)
    page.table.selectRow(1)
    save.trigger()
    names = [
        str(Calendar.from_ical((tmp_path / name).read_bytes()).walk("VEVENT")[0]["summary"])
        for name in ("möte.ics", "svar.ics")
    ]
    assert names == ["Vårdnämnden i Ådalen, sammanträde 1", "Svara"]
    assert messages.errors == []


def test_an_empty_year_has_nothing_for_the_calendar_and_says_so(
    page: ÅrshjulPage, messages: RecordingMessages
) -> None:
    page.show_year(2031)
    actions = {one.text(): one for one in page.more.menu().actions()}
    actions["Kalenderfil med årets sammanträden …"].trigger()
    assert "Planera året först" in messages.errors[-1]


def test_a_change_elsewhere_is_seen(page: ÅrshjulPage, desk: Desk) -> None:
    desk.editor.changed.connect(page.reload)
    nämnd = page.nämnd_id
    assert nämnd is not None
    draft = BevakningDraft("Nytt", PåDatum(date(2026, 6, 1)))
    desk.editor.do(AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY), "bevaka")
    assert "Nytt" in texts(page)
