"""The roll called with one hand on the keyboard, and then the empty seats."""

import pytest
from PySide6.QtCore import Qt

from nämnd.närvaro.frånvaro_commands import RecordInkallad, SaveFrånvaro
from nämnd.närvaro.movement_commands import Arrive
from tests.ui.keyboard import type_text
from tests.ui.närvaro.conftest import SERVES, pick
from ui.närvaro.roll_call import open_roll_call


@pytest.fixture
def call(meeting):
    """Open the roll call."""

    def opened():
        open_roll_call(meeting.desk, meeting.holder, meeting.now)
        return meeting.dialog()

    return opened


def tell_frånvaro(meeting, name, skäl=None):
    command = SaveFrånvaro(
        sammanträde_id=meeting.key, person_id=meeting[name], anmäld=True, skäl=skäl, tid=None
    )
    meeting.desk.editor.do(command, "frånvaro")


def states(dialog):
    return {row.name.split()[0]: row.state for row in dialog.list.people.rows if row.state}


def test_a_sweep_of_keys_marks_everybody_in_order(meeting, call):
    dialog = call()
    assert dialog.list.current().id == meeting["Anna"]
    type_text(dialog.list, "jf DJ")  # Anna, Bo, Cilla by space, Dag, Eva
    assert states(dialog) == {
        "Anna": "här", "Bo": "frånvarande", "Cilla": "här", "Dag": "på distans",
        "Eva": "här", "Fia": "–", "Gun": "–", "Hans": "–", "Siv": "–",
    }  # fmt: skip
    assert dialog.count.text() == "3 av 4 ledamöter här · 1 frånvarande"
    assert dialog.list.current().id == meeting["Fia"]


def test_the_arrows_go_back_and_delete_takes_a_mark_away(meeting, call):
    dialog = call()
    type_text(dialog.list, "jj")
    meeting.press(Qt.Key.Key_Up, dialog.list)
    meeting.press(Qt.Key.Key_Delete, dialog.list)
    assert states(dialog)["Bo"] == "–"


def test_all_here_leaves_those_who_have_said_that_they_are_not(meeting, call):
    tell_frånvaro(meeting, "Dag", "annat möte")
    dialog = call()
    row = next(row for row in dialog.list.people.rows if row.id == meeting["Dag"])
    assert (row.state, row.below) == ("frånvarande", "har anmält frånvaro: annat möte")
    type_text(dialog.list, "a")
    assert states(dialog)["Dag"] == "frånvarande"
    assert set(states(dialog).values()) == {"här", "frånvarande"}


def test_a_full_house_is_saved_at_once(meeting, call):
    dialog = call()
    type_text(dialog.list, "a")
    meeting.press(Qt.Key.Key_Return, dialog.keep)
    assert meeting.dialogs() == []
    assert meeting.pane.count.text() == "4 av 4 tjänstgör"
    assert meeting.sets("Siv") == [("tjänsteman", None)]


def test_the_empty_seats_come_next_with_their_proposals(meeting, call):
    dialog = call()
    type_text(dialog.list, "jfjjjfj")  # Bo away; Eva and Gun of the ersättare
    meeting.press(Qt.Key.Key_Return, dialog.list)
    (choice,) = dialog.gaps.choices
    assert choice.currentText() == "Eva Lind (M) – samma huvudman"
    assert dialog.isVisible()
    meeting.save()
    assert meeting.sets("Eva") == [(SERVES, None)]
    assert {row.person_id for row in meeting.now.frånvaro} == {meeting["Bo"]}


def test_all_of_it_is_one_step_of_undo(meeting, call):
    type_text(call().list, "jfjjjfj")
    meeting.save()
    meeting.save()
    meeting.desk.editor.undo()
    assert meeting.now.närvaro == ()
    assert meeting.now.frånvaro == ()


def test_another_may_be_chosen_or_nobody(meeting, call):
    dialog = call()
    type_text(dialog.list, "jfjjjfj")
    meeting.save()
    (choice,) = dialog.gaps.choices
    pick(choice, "Gun Vik")
    assert "Gun Vik (C): Ersättaren kommer från en annan huvudman" in dialog.warning.text()
    pick(choice, "Ingen")
    assert dialog.warning.text() == ""
    meeting.save()
    assert all(row.för is None for row in meeting.now.närvaro)


def test_one_can_go_back_and_correct(meeting, call):
    dialog = call()
    type_text(dialog.list, "jfjjjfj")
    meeting.save()
    dialog.back.click()
    dialog.list.choose(meeting["Bo"])
    type_text(dialog.list, "j")
    meeting.save()
    assert meeting.dialogs() == []
    assert meeting.pane.count.text() == "4 av 4 tjänstgör"


def test_who_said_yes_before_the_day_is_proposed(meeting, call):
    tell_frånvaro(meeting, "Bo")
    key = meeting.now.frånvaro[0].id
    yes = RecordInkallad(frånvaro_id=key, person_id=meeting["Fia"], svar="ja", tid=None)
    meeting.desk.editor.do(yes, "ja")
    dialog = call()
    type_text(dialog.list, "a")
    meeting.save()
    assert dialog.gaps.choices[0].currentText() == "Fia Berg (S) – har svarat ja"


def test_a_second_roll_call_knows_the_first_and_relieves_the_ersättare(called, call):
    called.pane.gap.accept.click()  # Eva serves for Bo
    dialog = call()
    assert states(dialog)["Eva"] == "här"
    dialog.list.choose(called["Bo"])
    type_text(dialog.list, "j")
    called.save()
    assert called.dialogs() == []
    assert called.sets("Bo") == [("ledamot", None)]
    assert called.sets("Eva") == [("ersättare", None)]


def test_who_came_later_is_shown_with_their_paragrafer(called, call):
    called.handle("Budget", "Taxor")
    arrive = Arrive(sammanträde_id=called.key, person_id=called["Bo"], nummer=2, tid=None)
    called.desk.editor.do(arrive, "kommer")
    dialog = call()
    assert states(dialog)["Bo"] == "från § 2"
    assert dialog.count.text() == "4 av 4 ledamöter här"


def test_the_last_mark_leads_to_the_button(meeting, call):
    dialog = call()
    dialog.list.choose(meeting["Siv"])
    type_text(dialog.list, "j")
    assert dialog.focusWidget() is dialog.keep
