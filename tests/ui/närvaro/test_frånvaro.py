"""Before the day: who is not coming, whom to call, and what they said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from tests.builders import a_nämnd, a_sammanträde
from tests.ui.keyboard import type_text
from tests.ui.närvaro.conftest import pick
from tests.ui.opening import modal
from ui.närvaro.frånvaro import FrånvaroDialog, open_frånvaro


@pytest.fixture
def dialog(meeting):
    open_frånvaro(meeting.desk, meeting.holder, meeting.key)
    return meeting.dialog()


def tell(dialog, name, skäl=""):
    pick(dialog.who, name)
    dialog.why.setText(skäl)
    dialog.tell.click()


def said(dialog):
    return [(row.name, row.state) for row in dialog.calls.people.rows]


def test_a_frånvaro_is_told_with_when_and_why(meeting, dialog):
    assert not dialog.tell.isEnabled()  # nobody is chosen yet
    tell(dialog, "Bo Alm", "annat möte")
    row = meeting.now.frånvaro[0]
    assert (row.person_id, row.anmäld, row.skäl, row.tid) == (
        meeting["Bo"], True, "annat möte", "2026-03-02T09:41:00",
    )  # fmt: skip
    (shown,) = dialog.absent.people.rows
    assert (shown.name, shown.below, shown.state) == (
        "Bo Alm (S)", "anmält 2/3 09.41 · annat möte", "saknar ersättare",
    )  # fmt: skip
    texts = [dialog.who.itemText(at) for at in range(dialog.who.count())]
    assert "Bo Alm (S)" not in texts


def test_the_ersättare_stand_in_the_order_to_call_them(dialog):
    tell(dialog, "Bo Alm")
    assert said(dialog) == [
        ("Fia Berg (S)", "på tur"),
        ("Eva Lind (M)", ""),
        ("Gun Vik (C)", ""),
        ("Hans Dal (V)", ""),
    ]
    assert [row.below for row in dialog.calls.people.rows] == [
        "samma huvudman och parti",
        "samma huvudman",
        "annan huvudman: Region Söder",
        "annan huvudman: Region Söder",
    ]


def test_who_was_asked_and_what_they_said_is_written_with_one_key(meeting, dialog):
    tell(dialog, "Bo Alm")
    type_text(dialog.calls, "t")
    assert said(dialog)[0] == ("Fia Berg (S)", "tillfrågad")
    type_text(dialog.calls, "n")
    assert said(dialog)[:2] == [("Fia Berg (S)", "nej"), ("Eva Lind (M)", "på tur")]
    meeting.press(Qt.Key.Key_Down, dialog.calls)
    type_text(dialog.calls, "j")
    assert said(dialog)[1] == ("Eva Lind (M)", "ja")
    assert dialog.absent.people.rows[0].state == "ersättare klar"
    asked = meeting.now.frånvaro[0].inkallade
    assert [(one.person_id, one.svar) for one in asked] == [
        (meeting["Fia"], "nej"),
        (meeting["Eva"], "ja"),
    ]


def test_who_does_not_answer_lets_the_next_be_called(dialog):
    tell(dialog, "Bo Alm")
    type_text(dialog.calls, "i")
    assert said(dialog)[:2] == [("Fia Berg (S)", "inget svar"), ("Eva Lind (M)", "på tur")]


def test_the_buttons_do_what_the_letters_do(dialog):
    tell(dialog, "Bo Alm")
    dialog.answers["J"].click()
    assert said(dialog)[0] == ("Fia Berg (S)", "ja")


def test_who_said_yes_for_one_is_not_called_for_another(meeting, dialog):
    tell(dialog, "Bo Alm")
    type_text(dialog.calls, "j")
    tell(dialog, "Anna Ek")
    assert dialog.whom.text() == "Ersättare för Anna Ek (M)"
    assert "Fia Berg (S)" not in dict(said(dialog))
    assert said(dialog)[0] == ("Eva Lind (M)", "på tur")


def test_an_ersättare_who_can_not_come_is_not_called_and_needs_nobody(dialog):
    tell(dialog, "Eva Lind")
    assert said(dialog) == []
    assert dialog.whom.text() == "Ingen ersättare behövs"
    tell(dialog, "Bo Alm")
    assert "Eva Lind (M)" not in dict(said(dialog))


def test_who_comes_after_all_is_taken_away(meeting, dialog):
    tell(dialog, "Bo Alm")
    meeting.press(Qt.Key.Key_Delete, dialog.absent)
    assert meeting.now.frånvaro == ()
    assert dialog.whom.text() == "Alla är anmälda att komma"
    meeting.press(Qt.Key.Key_Z, dialog.absent, Qt.KeyboardModifier.ControlModifier)
    assert dialog.absent.people.rows[0].name == "Bo Alm (S)"


def test_enter_in_the_reason_tells_it_and_leads_to_the_calls(meeting, dialog):
    pick(dialog.who, "Bo Alm")
    meeting.press(Qt.Key.Key_Return, dialog.why)
    assert len(meeting.now.frånvaro) == 1
    assert dialog.focusWidget() is dialog.calls
    meeting.press(Qt.Key.Key_Return, dialog.absent)
    assert dialog.focusWidget() is dialog.calls
    assert dialog.isVisible()


def test_it_is_reached_from_the_menu_of_the_sammanträde_and_its_keys(opener, qtbot):
    key = opener.fill(lambda store: a_sammanträde(store, a_nämnd(store, "Vårdnämnden")))
    program = opener()
    program.to_sammanträde(key)
    menu = program.window.menuBar()
    shortcut = QKeySequence("Ctrl+Shift+F")
    found = [one for one in menu.findChildren(QAction) if one.shortcut() == shortcut]
    assert [one.text().replace("&", "") for one in found] == ["Frånvaro och ersättare …"]
    found[0].trigger()
    opened = modal(FrånvaroDialog)
    assert opened.whom.text() == "Alla är anmälda att komma"
    opened.shut.click()
