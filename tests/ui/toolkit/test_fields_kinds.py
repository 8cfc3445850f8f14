"""The kinds of fields: dates, lines with a rule, choices, checks."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.ui.toolkit.writing import leave, write
from ui.toolkit.dates import read_date
from ui.toolkit.fields import (
    check_field,
    choice_field,
    date_field,
    parsed_field,
)
from ui.toolkit.inputs import MalformedError


def test_a_date_is_read_however_it_is_written(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(date(2019, 11, 22))
    assert field.input.text() == "2019-11-22"
    write(qtbot, field, "15 nov 2019")
    with qtbot.waitSignal(field.edited) as edited:
        leave(field)
    assert edited.args == [date(2019, 11, 15)]
    assert field.input.text() == "2019-11-15"


def test_half_a_date_is_no_problem_until_the_user_leaves(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(None)
    write(qtbot, field, "2019-1")
    field.delay.timeout.emit()  # the delay is over
    assert not field.problem.isVisible()
    assert field.pending
    leave(field)
    assert field.problem.text() == "Skriv datum som 2026-03-17."
    assert field.input.text() == "2019-1"
    with pytest.raises(MalformedError):
        field.value()
    write(qtbot, field, "2019-11-22")
    leave(field)
    assert not field.problem.isVisible()


def test_a_date_can_be_taken_away(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(date(2019, 11, 22))
    field.input.selectAll()
    qtbot.keyClick(field.input, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.edited) as edited:
        field.flush()
    assert edited.args == [None]


def test_any_line_can_be_read_by_a_rule(qtbot, theme, shown):
    field = parsed_field(
        theme,
        "&Antal",
        lambda text: int(text) if text.isdigit() else None,
        problem="Skriv ett tal.",
    )
    shown(field)
    field.load(3)
    write(qtbot, field, "tolv")
    leave(field)
    assert field.problem.text() == "Skriv ett tal."
    write(qtbot, field, "12")
    leave(field)
    assert field.value() == 12


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-22", date(2019, 11, 22)),
        (" 20191122 ", date(2019, 11, 22)),
        ("22/11 2019", date(2019, 11, 22)),
        ("22 november 2019", date(2019, 11, 22)),
        ("den 1 maj 2020", date(2020, 5, 1)),
        ("2019-02-29", None),
        ("22/13 2019", None),
        ("22 hemtember 2019", None),
        ("22 november", None),
        ("i morgon", None),
        ("2019-11-22x", None),
    ],
)
def test_dates_as_people_write_them(text, day):
    assert read_date(text) == day


def test_a_choice_is_saved_when_it_is_made(qtbot, theme, shown):
    field = choice_field(theme, "&Typ", [("b", "Beslut"), ("i", "Information")])
    shown(field)
    field.load("b")
    assert (field.value(), field.input.currentText()) == ("b", "Beslut")
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.input, Qt.Key.Key_Down)
    assert edited.args == ["i"]


def test_a_choice_not_offered_is_shown_as_none(theme):
    field = choice_field(theme, "&Typ", [("b", "Beslut")])
    field.load("okänd")
    assert field.value() is None


def test_options_change_and_the_choice_stays(qtbot, theme, shown):
    options: list[tuple[str, str]] = [("b", "Beslut"), ("i", "Information")]
    field = choice_field(theme, "&Typ", options)
    shown(field)
    field.load("i")
    with qtbot.assertNotEmitted(field.pending_changed):
        field.input.offer([("i", "Information"), ("v", "Val")])
    assert field.value() == "i"
    field.input.offer([("v", "Val")])
    assert field.value() is None


def test_the_wheel_scrolls_the_page_and_not_a_choice_without_focus(theme, shown):
    field = choice_field(theme, "&Typ", [("b", "Beslut"), ("i", "Information")])
    page = shown(field)
    field.load("b")
    page.other.setFocus()
    centre = field.input.rect().center()
    wheel = QWheelEvent(
        centre,
        field.input.mapToGlobal(centre),
        centre * 0,
        centre * 0 - centre,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(field.input, wheel)
    assert field.value() == "b"
    assert not wheel.isAccepted()


def test_a_check_is_saved_when_it_is_made(qtbot, theme, shown):
    field = check_field(theme, "Med i &utskicket", hint="Annars bara i akten")
    shown(field)
    field.load(value=False)
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.input, Qt.Key.Key_Space)
    assert edited.args == [True]
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.mouseClick(field.input, Qt.MouseButton.LeftButton)
    assert edited.args == [False]
    assert field.input.toolTip() == "Annars bara i akten"
    assert field.input.text() == "Med i &utskicket"


def test_a_check_looks_different_when_it_is_on(theme, shown):
    field = check_field(theme, "Offentlig")
    page = shown(field)
    page.other.setFocus()
    off = field.input.grab().toImage()
    field.load(value=True)
    assert field.input.grab().toImage() != off
    assert field.input.minimumSizeHint() == field.input.sizeHint()


def test_the_context_menu_offers_no_undo_of_its_own(qtbot, theme, shown, rubrik):
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    place = rubrik.input.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, rubrik.input.mapToGlobal(place)
    )
    QApplication.sendEvent(rubrik.input, event)
    (menu,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu))
    names = {action.objectName() for action in menu.actions()}
    menu.close()
    assert "edit-undo" not in names
    assert {"edit-cut", "edit-copy", "edit-paste"} <= names
