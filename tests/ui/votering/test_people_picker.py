import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import type_text
from ui.votering.people_picker import Option, PeoplePicker

PEOPLE = (Option("1", "Åsa Ek (S)"), Option("2", "Bo Alm (M)"), Option("3", "Bo Öst (C)", "borta"))


@pytest.fixture
def picker(qtbot, theme):
    picker = PeoplePicker(theme, PEOPLE, ("2",))
    qtbot.addWidget(picker)
    picker.setAccessibleName("Vem yrkar")
    picker.show()
    qtbot.waitExposed(picker)
    return picker


def rows(picker):
    return [picker.model.data(picker.model.index(at)) for at in range(picker.model.rowCount())]


def test_the_list_narrows_as_one_types_and_å_and_ö_count(picker, qtbot, qtmodeltester):
    qtmodeltester.check(picker.model)
    type_text(picker.line, "ö")
    assert rows(picker) == ["Bo Öst (C) – borta"]
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.chosen == ("2", "3")
    assert picker.told.text() == "Bo Alm (M) och Bo Öst (C)"
    assert picker.notes == ("borta",)
    assert picker.line.text() == ""


def test_arrows_choose_and_enter_on_one_that_is_chosen_lets_them_go(picker, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        qtbot.keyClick(picker.line, key)
    assert picker.chosen == ("2", "1")
    qtbot.keyClick(picker.line, Qt.Key.Key_Backspace)
    assert picker.chosen == ("2",)
    type_text(picker.line, "alm")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.chosen == ()
    assert picker.told.text() == "Ingen vald"


def test_what_fits_nobody_chooses_nobody(picker, qtbot):
    type_text(picker.line, "xyz")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.chosen == ("2",)


def test_with_one_to_choose_another_takes_the_place(qtbot, theme):
    picker = PeoplePicker(theme, PEOPLE, ("2", "okänd"), one=True)
    qtbot.addWidget(picker)
    type_text(picker.line, "åsa")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picker.chosen == ("1",)


def test_a_click_takes_somebody_and_those_chosen_say_so(picker, qtbot):
    where = picker.view.visualRect(picker.model.index(0)).center()
    qtbot.mouseClick(picker.view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picker.chosen == ("2", "1")
    said = picker.model.data(picker.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Åsa Ek (S), vald"
    assert rows(picker)[0] == "✓ Åsa Ek (S)"


def test_a_dialog_is_as_high_as_its_parts_need_in_the_style_they_are_shown_in(user):
    for name in ("yrkande", "reservation", "jäv"):
        user.press(name)
        dialog = user.dialog()
        needed = max(
            dialog.body.totalMinimumSize().height(),
            dialog.body.totalHeightForWidth(dialog.width()),
        )
        assert dialog.height() >= needed
        dialog.reject()
