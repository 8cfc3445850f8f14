"""The pane beside the §, worked with the keyboard."""

import pytest
from PySide6.QtCore import Qt

from nämnd.närvaro.frånvaro_commands import RecordInkallad, SaveFrånvaro
from nämnd.protokoll.parts_commands import SaveJäv
from tests.protokoll_values import jäv_row
from tests.ui.närvaro.conftest import SERVES, pick


def test_beslutsförhet_is_always_said(called):
    pane = called.pane
    assert (pane.quorum.text(), pane.count.text()) == ("beslutsför", "3 av 4 tjänstgör")
    called.go("Cilla")
    called.letter("G")
    pick(called.dialog().ersättare, "Ingen ännu")
    called.save()
    assert pane.quorum.text() == "inte beslutsför"
    assert pane.count.text() == "2 av 4 tjänstgör, 3 behövs"
    assert pane.quorum.property("chip") == "late"


def test_before_the_roll_the_pane_says_that_it_is_not_called(meeting):
    assert meeting.pane.quorum.text() == "inget upprop"
    assert not meeting.pane.gap.isVisible()


def test_without_a_protokoll_it_is_empty(called):
    called.pane.show(None, None)
    assert called.pane.list.people.rows == ()
    called.letter("K")
    assert called.dialogs() == []


def test_who_comes_late_is_written_with_the_paragraf_and_the_time(called):
    called.handle("Budget", klar=True)
    called.handle("Taxor", klar=False)
    called.go("Bo")
    called.letter("K")
    dialog = called.dialog()
    assert (dialog.nummer.text(), dialog.tid.text()) == ("2", "09.41")
    called.save()
    assert called.sets("Bo") == [("ledamot", "2–")]
    assert called.row("Bo").state == "från § 2"


def test_after_a_paragraf_that_is_done_the_next_is_proposed(called):
    called.handle("Budget")
    called.go("Bo")
    called.letter("k")  # a small letter will do
    assert called.dialog().nummer.text() == "2"


def test_enter_saves_the_dialog(called):
    called.handle("Budget", klar=False)
    called.go("Bo")
    called.letter("K")
    called.press(Qt.Key.Key_Return, called.dialog().nummer)
    assert called.sets("Bo") == [("ledamot", None)]  # the first paragraf: nothing was missed
    assert called.dialogs() == []


def test_a_ledamot_who_comes_relieves_the_ersättare_unless_told_otherwise(called):
    called.pane.gap.accept.click()  # Eva for Bo
    called.handle("Budget", klar=False)
    called.go("Bo")
    called.letter("K")
    dialog = called.dialog()
    assert dialog.relieve.text().replace("&", "") == "Eva Lind (M) slutar tjänstgöra"
    called.save()
    assert called.sets("Eva") == [("ersättare", None)]
    called.desk.editor.undo()
    called.go("Bo")
    called.letter("K")
    called.dialog().relieve.setChecked(False)
    called.save()
    assert called.sets("Eva") == [(SERVES, None)]


def test_who_left_and_comes_back_is_warned_about(called):
    called.handle("Budget", "Taxor", klar=True)
    called.go("Dag")
    called.letter("G")
    called.save()
    called.handle("Rapport")
    called.go("Dag")
    called.letter("K")
    assert "KL 5:17–20" in called.dialog().warning.text()
    called.save()
    assert called.sets("Dag") == [("ledamot", "–2"), ("ledamot", "4–")]


def test_who_leaves_is_replaced_in_the_same_step(called):
    called.handle("Budget", klar=False)
    called.go("Cilla")
    called.letter("G")
    dialog = called.dialog()
    assert dialog.ersättare.currentText() == "Gun Vik (C) – samma huvudman och parti"
    assert dialog.nummer.text() == ""  # in the first paragraf: none so far
    dialog.nummer.setText("1")
    called.save()
    assert called.sets("Cilla") == [("ledamot", "–1")]
    assert called.sets("Gun") == [("ersättare", "–1"), (SERVES, "2–")]
    called.desk.editor.undo()
    assert called.sets("Cilla") == [("ledamot", None)]
    assert called.sets("Gun") == [("ersättare", None)]


def test_the_first_proposal_is_taken_with_one_press(called):
    gap = called.pane.gap
    assert gap.seat.text() == "Bo Alm (S): frånvarande"
    assert gap.who.text() == "Förslag: Eva Lind (M) – samma huvudman"
    gap.accept.click()
    assert called.sets("Eva") == [(SERVES, None)]
    assert not gap.isVisible()
    assert called.pane.count.text() == "4 av 4 tjänstgör"


def test_another_may_be_chosen_and_what_is_unusual_becomes_the_remark(called):
    called.go("Bo")
    called.letter("E")
    dialog = called.dialog()
    pick(dialog.person, "Gun Vik")
    assert "annan huvudman" in dialog.warning.text()
    assert dialog.note.text() == "ersättare från Region Söder"
    called.save()
    row = next(row for row in called.now.närvaro if row.person_id == called["Gun"])
    assert (row.roll, row.för, row.anmärkning) == (
        SERVES, called["Bo"], "ersättare från Region Söder",
    )  # fmt: skip


def test_an_ersättare_who_is_not_here_yet_can_be_chosen_too(called):
    called.go("Bo")
    called.letter("E")
    dialog = called.dialog()
    texts = [dialog.person.itemText(at) for at in range(dialog.person.count())]
    assert texts[-1].endswith("inte här än")
    pick(dialog.person, "Fia Berg")
    called.save()
    assert called.sets("Fia") == [(SERVES, None)]


def test_an_ersättare_is_given_a_seat_and_leaves_it(called):
    called.go("Eva")
    called.letter("E")
    assert called.dialog().seat.currentText() == "Bo Alm (S): frånvarande"
    called.save()
    assert called.sets("Eva") == [(SERVES, None)]
    called.handle("Budget", klar=True)
    called.go("Eva")
    called.letter("E")
    called.save()
    assert called.sets("Eva") == [(SERVES, "–1"), ("ersättare", "2–")]


def test_when_every_seat_is_taken_there_is_none_to_give(called):
    called.pane.gap.accept.click()
    called.go("Gun")
    called.letter("E")
    dialog = called.dialog()
    assert dialog.problem.text() == "Alla platser är tagna."
    assert not dialog.keep.isEnabled()


def test_jäv_is_filled_in_the_paragraf_itself(called):
    called.pane.gap.accept.click()  # Eva for Bo
    called.handle("Budget", klar=False)
    jäv = (jäv_row(called["Cilla"]),)
    called.desk.editor.do(SaveJäv(paragraf_id=called.paragraf_id, rows=jäv), "jäv")
    assert called.row("Cilla").state == "ej § 1 (jäv)"
    gap = called.pane.gap
    assert gap.seat.text() == "Cilla Öst (C): jäv"
    gap.accept.click()
    assert called.now.paragrafer[0].jäv[0].ersätts_av == called["Gun"]
    assert called.sets("Gun") == [("ersättare", None)]
    assert called.row("Gun").below == "ersätter Cilla Öst (C)"


def test_j_tells_the_page_whose_jäv_is_to_be_written(called, qtbot):
    called.handle("Budget", klar=False)
    called.go("Cilla")
    with qtbot.waitSignal(called.pane.jäv_wanted) as wanted:
        called.letter("J")
    assert wanted.args == [called["Cilla"]]


def test_d_turns_somebody_to_distance_and_back(called):
    called.handle("Budget")
    called.handle("Taxor", klar=False)
    called.go("Dag")
    called.letter("D")
    rows = [row for row in called.now.närvaro if row.person_id == called["Dag"]]
    assert [(row.paragrafer.text, row.på_distans) for row in rows] == [("–1", False), ("2–", True)]
    assert called.row("Dag").state == "på distans"
    called.desk.editor.undo()
    assert called.row("Dag").state == "hela"


def test_who_leads_this_paragraf_is_set_with_o(called):
    called.handle("Budget", klar=False)
    called.go("Cilla")
    called.letter("O")
    called.save()
    found = [(row.person_id, row.paragrafer.text) for row in called.now.ordförande]
    assert found == [(called["Anna"], "2–"), (called["Cilla"], "1")]
    assert called.pane.chair.text() == "Ordförande: Cilla Öst (C)"


def test_before_the_first_paragraf_o_is_about_all_of_them(called):
    called.go("Cilla")
    called.letter("O")
    assert called.dialogs() == []
    assert called.now.sammanträde.ordförande.id == called["Cilla"]


def test_when_the_one_who_leads_goes_another_is_proposed(called):
    called.handle("Budget", klar=False)
    called.go("Anna")
    called.letter("G")
    called.save()
    pane = called.pane
    assert pane.chair.text() == "Anna Ek (M) leder, men är inte här."
    assert pane.let_lead.text() == "Låt Cilla Öst (C) leda"
    pane.let_lead.click()
    assert pane.chair.text() == "Ordförande: Cilla Öst (C)"
    assert not pane.let_lead.isVisible()


def test_what_can_not_be_done_says_why(called, messages):
    called.go("Bo")
    called.letter("G")
    called.go("Cilla")
    called.letter("K")
    assert messages.notices == ["Bo Alm (S) är inte här.", "Cilla Öst (C) är redan här."]
    assert called.dialogs() == []
    assert not called.pane.keys["K"].isEnabled()


def test_the_buttons_do_what_the_letters_do(called):
    called.go("Bo")
    called.pane.keys["K"].click()
    assert called.dialog().windowTitle() == "Bo Alm (S) kommer"


def test_a_row_is_written_by_hand_with_enter(called):
    called.go("Dag")
    called.press(Qt.Key.Key_Return)
    dialog = called.dialog()
    dialog.paragrafer.setText("59-61, 63")
    dialog.part.choose("beredning")
    dialog.partly.setChecked(True)
    dialog.note.setText("via länk")
    called.save()
    row = next(row for row in called.now.närvaro if row.person_id == called["Dag"])
    assert (row.paragrafer.text, row.deltar_i, row.delvis, row.anmärkning) == (
        "59–61, 63", "beredning", True, "via länk",
    )  # fmt: skip


def test_a_row_by_hand_can_be_removed_and_one_more_added(called):
    called.go("Dag")
    called.press(Qt.Key.Key_Return)
    dialog = called.dialog()
    dialog.which.setCurrentIndex(dialog.which.count() - 1)  # «En rad till»
    dialog.paragrafer.setText("70–")
    called.save()
    assert called.sets("Dag") == [("ledamot", None), ("ledamot", "70–")]
    called.press(Qt.Key.Key_Return)
    called.dialog().remove.click()
    assert len(called.sets("Dag")) == 1


def test_what_can_not_be_read_keeps_the_dialog_open(called):
    called.go("Dag")
    called.press(Qt.Key.Key_Return)
    dialog = called.dialog()
    dialog.paragrafer.setText("alla")
    dialog.från.setText("tio")
    assert "59–64" in dialog.problem.text()
    assert "08.30" in dialog.problem.text()
    assert not dialog.keep.isEnabled()


def test_a_new_guest_is_added_by_name_and_title(called):
    called.handle("Budget", klar=False)
    called.press(Qt.Key.Key_Insert)
    dialog = called.dialog()
    assert not dialog.keep.isEnabled()
    dialog.namn.setText("Ivar Holm")
    dialog.titel.setText("ekonomidirektör")
    dialog.roll.choose("gäst")
    dialog.paragrafer.setText("1")
    called.save()
    row = next(row for row in called.now.närvaro if row.roll == "gäst")
    person = called.now.deltagare[row.person_id]
    assert (person.namn, person.titel, row.paragrafer.text) == ("Ivar Holm", "ekonomidirektör", "1")
    called.desk.editor.undo()
    assert all(one.namn != "Ivar Holm" for one in called.now.deltagare.values())


def test_a_guest_who_is_known_is_not_made_twice(called):
    called.press(Qt.Key.Key_Insert)
    called.dialog().namn.setText("hans dal")
    called.save()
    assert [roll for roll, _ in called.sets("Hans")] == ["tjänsteman"]


def test_the_menus_hold_everything_with_its_keys(called):
    called.go("Bo")
    row = {action.text(): action.isEnabled() for action in called.pane.row_menu().actions()}
    assert row["Kom …\tK"]
    assert not row["Gick …\tG"]
    whole = [action.text() for action in called.pane.menu().actions()]
    assert "Lägg till gäst eller tjänsteman …\tIns" in whole


@pytest.mark.parametrize(
    ("at", "title"),
    [
        (0, "Upprop"),
        (1, "Tomma platser"),
        (2, "Tjänsteman eller gäst"),
        (3, "Vem leder och vem justerar"),
        (4, "Plan för justeringen"),
        (5, "Frånvaro och ersättare"),
    ],
)
def test_the_menu_of_the_whole_opens(called, at, title):
    called.pane.menu().actions()[at].trigger()
    assert called.dialog().windowTitle() == title


def test_all_gaps_are_filled_at_once(called):
    called.go("Cilla")
    called.letter("G")
    pick(called.dialog().ersättare, "Ingen ännu")
    called.save()
    called.pane.gap.more.click()
    dialog = called.dialog()
    assert [choice.value() for choice in dialog.gaps.choices] == [called["Gun"], called["Eva"]]
    called.save()
    assert called.pane.count.text() == "4 av 4 tjänstgör"
    called.pane.menu().actions()[1].trigger()  # now there is nobody to take in
    dialog = called.dialog()
    assert dialog.keep.isHidden()
    assert dialog.cancel.text() == "Stäng"


def test_the_same_ersättare_for_two_seats_is_refused(called):
    called.go("Cilla")
    called.letter("G")
    pick(called.dialog().ersättare, "Ingen ännu")
    called.save()
    called.pane.gap.more.click()
    dialog = called.dialog()
    pick(dialog.gaps.choices[0], "Eva Lind")
    assert "kan bara sitta på en plats" in dialog.problem.text()
    assert not dialog.keep.isEnabled()


def test_who_was_asked_and_said_yes_is_proposed_first(called):
    told = SaveFrånvaro(
        sammanträde_id=called.key, person_id=called["Bo"], anmäld=True, skäl=None, tid=None
    )
    called.desk.editor.do(told, "frånvaro")
    key = called.now.frånvaro[0].id
    yes = RecordInkallad(frånvaro_id=key, person_id=called["Eva"], svar="ja", tid=None)
    called.desk.editor.do(yes, "ja")
    assert called.pane.gap.who.text() == "Förslag: Eva Lind (M) – har svarat ja"


def test_a_screen_reader_hears_the_whole_row(called):
    at = [row.id for row in called.pane.list.people.rows].index(called["Bo"])
    index = called.pane.list.people.index(at)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bo Alm (S), 2:e vice ordförande, frånvarande"


def test_the_list_model_is_sound(called, qtmodeltester):
    qtmodeltester.check(called.pane.list.people)


def test_arrows_go_from_person_to_person_over_the_headings(called):
    called.go("Bo")
    called.press(Qt.Key.Key_Down)
    assert called.pane.list.current().id == called["Cilla"]
    called.press(Qt.Key.Key_Up)
    assert called.pane.list.current().id == called["Bo"]
