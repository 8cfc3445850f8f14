"""The chair answers: what comes out is what the secretary's program believes."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.justera.answers import LEFT, asked_for, believed, dialog_of, focused
from tests.ui.justera.packages import (
    ANNA,
    APPROVES,
    BO,
    CODES,
    SECRET,
    package,
)
from tests.ui.keyboard import type_text
from ui.justera.answer_dialog import AnswerDialog
from ui.justera.done_dialog import DoneDialog


def test_three_clicks_from_double_click_to_done(chair):
    """The code is typed; the clicks are: Godkänn, Godkänn och spara svaret, e-postutkast."""
    data = package()
    page = chair.read(data)
    chair.qtbot.mouseClick(page.buttons["godkänt"], LEFT)
    dialog = dialog_of(chair, AnswerDialog)
    type_text(focused(), CODES["p1"])
    chair.qtbot.mouseClick(dialog.keep, LEFT)
    done = dialog_of(chair, DoneDialog)
    chair.qtbot.mouseClick(done.mail, LEFT)
    (answer,) = chair.answers()
    svar, proof = believed(answer.read_bytes(), data)
    assert (svar.slag, svar.person_id, proof.bevis) == ("godkänt", "p1", "kod")
    assert chair.shown == [answer.with_suffix(".eml")]
    mail = message_from_bytes(chair.shown[0].read_bytes(), policy=default)
    assert mail["To"] == "Eva Lind <eva.lind@region.example>"
    assert [one.get_content() for one in mail.iter_attachments()] == [answer.read_bytes()]


def test_the_same_by_keyboard_alone(chair):
    data = package()
    page = chair.read(data)
    page.list.setFocus()
    chair.qtbot.keyClick(page.list, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    dialog_of(chair, AnswerDialog)
    type_text(focused(), "k7pm 3xqd 9r2t")
    chair.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    done = dialog_of(chair, DoneDialog)
    assert done.mail.hasFocus()
    chair.qtbot.keyClick(done.mail, Qt.Key.Key_Return)
    assert len(chair.answers()) == len(chair.shown) == 1


def test_the_code_tells_who_answers_and_where_the_file_comes_from(chair):
    page = chair.read(package(APPROVES, replace(BO, ordning=1, sätt="godkännande")))
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p2"])
    chair.wait(lambda: dialog.said.text().startswith("✓ Koden stämmer"))
    assert dialog.said.text() == "✓ Koden stämmer: Bo Alm (S), justerare."
    assert page.person_id == "p2"
    assert page.chip.text() == "✓ kontrollerad"


def test_a_wrong_code_makes_no_answer(chair):
    page = chair.read(package())
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, "HHHH-KKKK-MMMM")
    chair.wait(lambda: dialog.said.text().startswith("Koden hör inte till den här filen."))
    chair.qtbot.mouseClick(dialog.keep, LEFT)
    assert dialog.problem.text() == "Skriv av koden en gång till."
    assert dialog.isVisible()
    assert chair.answers() == []
    assert page.chip.text() == "✓ filen är hel"


def test_a_package_that_was_changed_by_another_does_not_fit_the_code(chair):
    from tests.nämnd.justeringsfil.packages import forged_package

    data = forged_package(package(), manifest=lambda facts: facts | {"meddelande": "Skynda!"})
    page = chair.read(data)
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    chair.wait(lambda: "kan filen ha ändrats på vägen" in dialog.said.text())


@pytest.mark.parametrize("written", ["", "K7PM-3XQ"])
def test_half_a_code_is_asked_for_again(chair, written):
    dialog = asked_for(chair, chair.read(package()), "godkänt")
    type_text(dialog.code.input, written)
    chair.qtbot.mouseClick(dialog.keep, LEFT)
    assert "Koden har tolv tecken" in dialog.problem.text()
    assert dialog.code.input.hasFocus()


def test_a_change_can_not_be_asked_for_without_saying_which(chair):
    page = chair.read(package())
    chair.qtbot.mouseClick(page.buttons["ändring begärd"], LEFT)
    assert chair.messages.told[0].startswith("Skriv först vad du vill ha ändrat.")
    assert page.side.comment.hasFocus()


def test_a_change_is_asked_for_with_the_comments_at_their_paragrafer(chair):
    data = package()
    page = chair.read(data)
    page.go_to(62)
    type_text(page.side.comment, "Direktivet är från mars.")
    dialog = asked_for(chair, page, "ändring begärd")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    (answer,) = chair.answers()
    svar, _ = believed(answer.read_bytes(), data)
    assert svar.slag == "ändring begärd"
    assert [(one.paragraf, one.text) for one in svar.kommentarer] == [
        (62, "Direktivet är från mars.")
    ]


def test_the_code_of_one_who_must_wait_does_not_approve(chair):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p2"])
    chair.wait(lambda: dialog.said.text().startswith("✓"))
    dialog.keep.click()
    assert dialog.problem.text().startswith("Anna Ek (M) skriver under eller godkänner före dig.")
    assert chair.answers() == []


def test_the_answer_to_a_locked_package_is_locked_too(chair):
    data = package(passphrase=SECRET)
    window = chair.open(data)
    asking = window.stack.currentWidget()
    type_text(asking.field.input, SECRET)
    asking.button.click()
    chair.wait(lambda: window.page)
    window.page.go_to(62)
    type_text(window.page.side.comment, "Namnet på patienten ska bort.")
    dialog = asked_for(chair, window.page, "ändring begärd")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    (answer,) = chair.answers()
    assert b"patienten" not in answer.read_bytes()
    svar, _ = believed(answer.read_bytes(), data, passphrase=SECRET)
    assert svar.kommentarer[0].text == "Namnet på patienten ska bort."


def test_a_second_answer_leaves_the_first(chair):
    page = chair.read(package())
    for _ in range(2):
        dialog = asked_for(chair, page, "godkänt")
        type_text(dialog.code.input, CODES["p1"])
        dialog.keep.click()
        dialog_of(chair, DoneDialog).accept()
    assert len(chair.answers()) == 2


def test_an_answer_does_not_go_to_a_folder_that_is_emptied(chair):
    chair.emptied = (chair.folder,)
    dialog = asked_for(chair, chair.read(package()), "godkänt")
    assert dialog.folder.text().startswith(f"Svaret sparas i {chair.documents}")
    assert "en mapp som töms" in dialog.folder.text()
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    assert [one.parent for one in chair.answers()] == [chair.documents]


def test_another_folder_can_be_chosen(chair):
    dialog = asked_for(chair, chair.read(package()), "godkänt")
    chair.messages.files = [chair.documents]
    chair.qtbot.mouseClick(dialog.change, LEFT)
    assert dialog.folder.text() == f"Svaret sparas i {chair.documents}."
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    assert [one.parent for one in chair.answers()] == [chair.documents]


def test_a_folder_that_is_gone_is_told_and_another_may_be_chosen(chair):
    dialog = asked_for(chair, chair.read(package()), "godkänt")
    blocked = chair.documents / "fil"
    blocked.write_text("ingen mapp")
    chair.messages.files = [blocked / "mapp", chair.documents]
    dialog.change.click()
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert dialog.isVisible()
    dialog.change.click()
    dialog.keep.click()
    dialog_of(chair, DoneDialog)


def test_a_computer_without_mail_says_where_the_draft_is(chair):
    chair.can_show = False
    dialog = asked_for(chair, chair.read(package()), "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    done = dialog_of(chair, DoneDialog)
    done.mail.click()
    assert ".eml" in chair.messages.told[-1]


def test_one_who_comes_back_sees_what_was_answered_and_can_send_it_again(chair):
    data = package()
    dialog = asked_for(chair, chair.read(data), "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog).accept()
    page = chair.read(data)
    assert page.note.text().startswith("Du godkände 2026-03-28 klockan 10.12.")
    chair.qtbot.mouseClick(page.again, LEFT)
    assert [one.suffix for one in chair.shown] == [".eml"]


def test_an_answer_that_is_gone_is_told(chair):
    data = package()
    page = chair.read(data)
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    dialog_of(chair, DoneDialog).accept()
    chair.answers()[0].unlink()
    page.again.click()
    assert len(chair.messages.errors) == 1


def test_a_clock_before_the_package_was_made_is_told(chair):
    data = package(skapat="2027-03-27T14:05:00")
    dialog = asked_for(chair, chair.read(data), "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert "klocka" in dialog.problem.text()
    assert chair.answers() == []


def test_what_is_said_of_the_proof_is_there_to_read(chair):
    chair.read(package())
    (window,) = chair.windows
    window.menu._show_proof()
    dialog = QApplication.activeModalWidget()
    said = " ".join(one.text() for one in dialog.findChildren(type(window.page.banner)))
    for words in ("Den är ingen underskrift", "inte BankID", "Det som inte visas"):
        assert words in said
