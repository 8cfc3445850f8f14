"""«Planera året»: from the year before, round what is taken, changed by hand, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.årsplan.commands import AddSpärrdagar, PlanYear
from nämnd.årsplan.queries import frister, spärrdagar
from nämnd.årsplan.values import Mötesfrist, PlannedMeeting, SpärrdagDraft
from tests.builders import a_nämnd
from tests.ui.recording import RecordingGo, RecordingMessages
from ui.desk import Desk
from ui.årsplan.counted_days import begin_counted_days
from ui.årsplan.planning import PlanDialog, begin_planning
from ui.årsplan.taken_days import begin_taken_days

DAYS = (date(2026, 2, 6), date(2026, 5, 22), date(2026, 9, 18), date(2026, 11, 20))
NEXT = ["2027-02-05", "2027-05-21", "2027-09-17", "2027-11-19"]


@pytest.fixture
def nämnd(desk: Desk) -> str:
    key = a_nämnd(desk.store)
    möten = tuple(PlannedMeeting(day, "08.30", "15.00", "Lund") for day in DAYS)
    desk.store.do(PlanYear(nämnd_id=key, möten=möten), "planera")
    huvudmän = (HuvudmanDraft("h", "Region Skåne"),)
    desk.store.do(SaveHuvudmän(nämnd_id=key, drafts=huvudmän), "huvudmän")
    return key


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def plan(desk: Desk, go: RecordingGo, parent: QWidget, nämnd: str) -> PlanDialog:
    return begin_planning(desk, go, parent, nämnd)


def days(plan: PlanDialog) -> list[str]:
    return [day.isoformat() for day in plan.rows.days()]


def of_2027(desk: Desk, nämnd: str) -> list[tuple[int | None, str]]:
    rows = desk.store.ask(lambda session: sammanträden(session, nämnd))
    found = [(row.nummer_i_året, row.dagar[0].isoformat()) for row in rows]
    return sorted(one for one in found if one[1].startswith("2027"))


def test_next_year_is_proposed_as_the_year_before_with_its_times(plan: PlanDialog) -> None:
    assert (plan.år.value(), plan.antal.value(), plan.veckodag.value()) == (2027, 4, 4)
    assert days(plan) == NEXT
    assert (plan.från.value(), plan.till.value()) == ("08.30", "15.00")


def test_enter_makes_the_year_and_shows_it(
    plan: PlanDialog, desk: Desk, go: RecordingGo, nämnd: str
) -> None:
    QTest.keyClick(plan, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert of_2027(desk, nämnd) == list(enumerate(NEXT, start=1))
    assert go.went[-1] == ("sida", "årshjul") or "årshjul" in go.went[-1]
    newest = desk.store.ask(lambda session: sammanträden(session, nämnd))[0].id
    head = desk.store.ask(lambda session: dagordning(session, newest)).sammanträde
    assert head.dagar[0].tider == (("08.30", "15.00"),)
    desk.editor.undo_stack.undo()
    assert of_2027(desk, nämnd) == []


def test_another_wish_proposes_anew_until_something_is_changed_by_hand(plan: PlanDialog) -> None:
    plan.antal.setCurrentIndex(5)
    plan.hur.choose(0)
    plan.hur.currentIndexChanged.emit(0)
    assert len(days(plan)) == 6
    first = plan.rows.lines[0]
    first.day.setText("2027-01-15")
    plan.antal.setCurrentIndex(1)
    assert len(days(plan)) == 6, "what was changed by hand is not thrown away"
    plan.again.click()
    assert len(days(plan)) == 2


def test_a_day_changed_by_hand_is_told_what_it_meets_and_its_dates_follow(
    plan: PlanDialog, desk: Desk, nämnd: str
) -> None:
    taken = SpärrdagDraft(date(2027, 2, 12), huvudman_id="h")
    desk.editor.do(AddSpärrdagar(nämnd_id=nämnd, rows=(taken,)), "lägg till")
    first = plan.rows.lines[0]
    first.day.setText("2027-02-12")
    assert "Kallelse fre 5 feb" in first.counted.text()
    assert first.against.text() == "Krock: Region Skåne, fullmäktige"
    assert "Krock: Region Skåne, fullmäktige" in first.day.accessibleDescription()
    assert plan.keep.isEnabled(), "the user decides"


def test_a_taken_day_that_is_entered_meanwhile_moves_the_proposal(
    plan: PlanDialog, desk: Desk, nämnd: str
) -> None:
    taken = SpärrdagDraft(date(2027, 11, 19), huvudman_id="h")
    desk.editor.do(AddSpärrdagar(nämnd_id=nämnd, rows=(taken,)), "lägg till")
    assert days(plan)[-1] == "2027-11-12"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hej", "«hej» är ingen dag"),
        ("2027-05-21", "samma dag"),
        ("2028-01-14", "utanför 2027"),
    ],
)
def test_a_plan_that_can_not_be_says_why_and_waits(plan: PlanDialog, text: str, said: str) -> None:
    plan.rows.lines[0].day.setText(text)
    assert said in plan.problem.text()
    assert not plan.keep.isEnabled()


def test_rows_are_added_and_taken_away(plan: PlanDialog) -> None:
    plan.more.click()
    assert days(plan)[-1] == "2027-12-03"
    plan.rows.lines[0].remove.click()
    assert days(plan) == [*NEXT[1:], "2027-12-03"]
    assert plan.keep.text() == "&Skapa 4 sammanträden"


def test_months_are_written_in_words(plan: PlanDialog) -> None:
    plan.hur.choose(2)
    plan.månader.setText("mars, oktober och 12")
    plan.antal.choose(3)
    plan.again.setEnabled(True)
    plan.again.click()
    assert [day[5:7] for day in days(plan)] == ["03", "10", "12"]
    plan.månader.setText("mars, hej")
    plan.check()
    assert "«hej» är ingen månad." in plan.problem.text()


def test_everything_in_the_plan_has_a_name_for_a_screen_reader(plan: PlanDialog) -> None:
    for one in plan.rows.lines:
        for part in (one.day, one.plats, one.remove):
            assert part.accessibleName()
    for part in (plan.år, plan.antal, plan.veckodag, plan.hur, plan.månader, plan.från, plan.till):
        assert part.accessibleName()


def test_the_buttons_of_a_week_say_of_which_sammanträde(plan: PlanDialog) -> None:
    names = [one.accessibleName() for one in plan.rows.findChildren(QPushButton)]
    weeks = [one for one in names if "vecka" in one]
    assert weeks[:2] == ["Sammanträde 1: en vecka tidigare", "Sammanträde 1: en vecka senare"]
    assert len(set(weeks)) == 2 * len(plan.rows.lines)


def test_with_large_text_it_is_no_larger_than_the_window(
    desk: Desk, go: RecordingGo, parent: QWidget, nämnd: str
) -> None:
    desk.theme.set_font_scale(1.5)
    parent.resize(1366, 768)
    plan = begin_planning(desk, go, parent, nämnd)
    assert plan.width() <= 1366
    assert plan.height() <= 768


def test_taken_days_are_pasted_listed_and_removed(
    desk: Desk, parent: QWidget, nämnd: str, qtbot: QtBot
) -> None:
    dialog = begin_taken_days(desk, parent, nämnd, 2027)
    assert not dialog.keep.isEnabled()
    qtbot.keyClicks(dialog.text, "Region Skåne: 13 mars, 24 april")
    assert "2 dagar lästa." in dialog.read.text()
    dialog.keep.click()
    rows = desk.store.ask(lambda session: spärrdagar(session, nämnd, 2027))
    assert [(row.datum, row.huvudman) for row in rows] == [
        (date(2027, 3, 13), "Region Skåne"),
        (date(2027, 4, 24), "Region Skåne"),
    ]
    assert dialog.isVisible(), "there may be more"
    assert dialog.text.value() == ""
    dialog.table.choose(rows[0].id)
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert len(desk.store.ask(lambda session: spärrdagar(session, nämnd, 2027))) == 1


def test_counted_days_are_written_as_lines(desk: Desk, parent: QWidget, nämnd: str) -> None:
    dialog = begin_counted_days(desk, parent, nämnd)
    dialog.text.setPlainText("Stoppdag: 21 dagar före\nhej")
    dialog.check()
    assert "«hej» går inte att läsa" in dialog.problem.text()
    dialog.text.setPlainText("Stoppdag 21\nBeredning 10 arbetsdagar")
    dialog.check()
    dialog.keep.click()
    found = desk.store.ask(lambda session: frister(session, nämnd)).mötesfrister
    assert found == (Mötesfrist("Stoppdag", -21), Mötesfrist("Beredning", -10, "arbetsdagar"))


def test_a_nämnd_without_a_year_before_gets_four_spread_over_the_year(
    desk: Desk, go: RecordingGo, parent: QWidget, messages: RecordingMessages
) -> None:
    key = a_nämnd(desk.store, "Ny nämnd")
    plan = begin_planning(desk, go, parent, key, 2027)
    assert len(days(plan)) == 4
    assert plan.problem.text() == ""
    assert messages.errors == []
