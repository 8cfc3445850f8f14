"""The chair answers: what comes out is what the secretary's program believes."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.justeringsfil.codes import key_of
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.values import Svar
from nämnd.justeringsfil.verifying import Proof, read_answer, verify
from nämnd.underskrift.certificates import make_p12
from nämnd.underskrift.checking import check
from nämnd.underskrift.signing import joined
from tests.ui.justera.packages import (
    ANNA,
    APPROVES,
    BO,
    CODES,
    MADE,
    READ,
    SECRET,
    after_anna,
    certificate,
    package,
)
from tests.ui.keyboard import type_text
from ui.justera.answer_dialog import AnswerDialog
from ui.justera.done_dialog import DoneDialog

OWN = "mitt lösenord 1"
LEFT = Qt.MouseButton.LeftButton


def dialog_of(chair, kind):
    def there():
        found = QApplication.activeModalWidget()
        return isinstance(found, kind) and found.isActiveWindow()

    chair.wait(there)
    return QApplication.activeModalWidget()


def asked_for(chair, page, slag) -> AnswerDialog:
    chair.qtbot.mouseClick(page.buttons[slag], LEFT)
    return dialog_of(chair, AnswerDialog)


def believed(answer: bytes, data: bytes, *, passphrase=None, known=()) -> tuple[Svar, Proof]:
    """Read and verify an answer as the secretary does."""
    paket = open_package(data, passphrase)
    svar = read_answer(answer, passphrase)
    proof = verify(
        svar,
        manifest=paket.manifest,
        manifest_sha256=paket.sha256,
        key=key_of(CODES[svar.person_id], paket.manifest.paket_id),
        known=known,
        now=READ,
    )
    return svar, proof


def test_three_clicks_from_double_click_to_done(chair):
    """The code is typed; the clicks are: Godkänn, Godkänn och spara svaret, e-postutkast."""
    data = package()
    page = chair.read(data)
    chair.qtbot.mouseClick(page.buttons["godkänt"], LEFT)
    dialog = dialog_of(chair, AnswerDialog)
    type_text(QApplication.focusWidget(), CODES["p1"])
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
    type_text(QApplication.focusWidget(), "k7pm 3xqd 9r2t")
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


def test_one_signs_with_a_certificate_made_there_and_then(chair):
    data = package(ANNA, BO)
    page = chair.read(data)
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    fields = dialog.certificate
    type_text(dialog.code.input, CODES["p1"])
    chair.wait(lambda: fields.namn.input.text() == "Anna Ek")
    for one in (fields.passphrase, fields.repeated):
        type_text(one.input, OWN)
    chair.qtbot.keyClick(fields.repeated.input, Qt.Key.Key_Return)
    done = dialog_of(chair, DoneDialog)
    (answer,) = chair.answers()
    svar, proof = believed(answer.read_bytes(), data)
    assert svar.slag == "godkänt och undertecknat"
    assert proof.new_certificate is not None
    whole = joined(open_package(data).pdf, svar.tillägg or b"")
    report = check(whole, [proof.new_certificate], now=READ)
    assert [(one.field, one.name, one.problem) for one in report.signatures] == [
        ("underskrift-1", "Anna Ek", None)
    ]
    assert report.unsigned == ("underskrift-2",)
    assert done.backup.isVisible()


def test_the_certificate_is_proposed_next_time_and_a_copy_can_be_kept(chair):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p1"])
    chair.wait(dialog.certificate.namn.input.text)
    for one in (dialog.certificate.passphrase, dialog.certificate.repeated):
        type_text(one.input, OWN)
    dialog.keep.click()
    done = dialog_of(chair, DoneDialog)
    target = chair.documents / "kopia.p12"
    chair.messages.files = [target]
    chair.qtbot.mouseClick(done.backup, LEFT)
    (made,) = (chair.settings.folder / "justera" / "certifikat").iterdir()
    assert target.read_bytes() == made.read_bytes()
    done.accept()
    again = asked_for(chair, page, "godkänt och undertecknat")
    assert again.certificate.which.input.currentText() == "Anna Ek"
    assert not again.certificate.namn.isVisible()


def test_bo_signs_on_top_of_anna_with_a_certificate_of_his_own(chair, tmp_path):
    path = tmp_path / "Bo Alm.pfx"
    path.write_bytes(make_p12("Bo Alm", "Region Ådalen", OWN, now=MADE, rounds=1))
    data = after_anna()
    page = chair.read(data)
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p2"])
    chair.messages.files = [path]
    dialog.certificate.which.input.setFocus()
    chair.qtbot.keyClick(dialog.certificate.which.input, Qt.Key.Key_End)
    type_text(dialog.certificate.passphrase.input, OWN)
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    (answer,) = chair.answers()
    svar, proof = believed(answer.read_bytes(), data)
    whole = joined(open_package(data).pdf, svar.tillägg or b"")
    trusted = [certificate().info.der, proof.new_certificate or b""]
    report = check(whole, trusted, now=READ)
    assert [one.problem for one in report.signatures] == [None, None]
    assert report.unsigned == ()


def test_a_wrong_passphrase_of_a_certificate_is_said_where_it_is_written(chair, tmp_path):
    path = tmp_path / "anna.p12"
    path.write_bytes(make_p12("Anna Ek", "", OWN, now=MADE, rounds=1))
    page = chair.read(package(ANNA, BO))
    page._tools.kept.remember(certificate=path)
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p1"])
    type_text(dialog.certificate.passphrase.input, "fel lösenord")
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert dialog.problem.text().startswith("Lösenordet till certifikatet stämmer inte.")
    assert dialog.certificate.passphrase.input.hasFocus()
    assert chair.answers() == []


@pytest.mark.parametrize("content", [b"", b"hej", b"0\x82" + b"\0" * 200])
def test_a_file_that_is_no_certificate_is_refused_in_a_sentence(chair, tmp_path, content):
    path = tmp_path / "annat.p12"
    path.write_bytes(content)
    page = chair.read(package(ANNA, BO))
    page._tools.kept.remember(certificate=path)
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p1"])
    type_text(dialog.certificate.passphrase.input, OWN)
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert dialog.problem.text().endswith(".")
    assert dialog.keep.isEnabled()


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("kort", "kort", "Välj ett lösenord med minst 8 tecken."),
        (OWN, "något annat", "Lösenorden är inte lika. Skriv samma lösenord två gånger."),
    ],
)
def test_the_passphrase_of_a_new_certificate_is_looked_at(chair, first, second, said):
    dialog = asked_for(chair, chair.read(package(ANNA, BO)), "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p1"])
    chair.wait(dialog.certificate.namn.input.text)
    type_text(dialog.certificate.passphrase.input, first)
    type_text(dialog.certificate.repeated.input, second)
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert dialog.problem.text() == said


def test_one_whose_certificate_is_known_may_sign_without_a_code(chair, tmp_path):
    p12 = make_p12("Anna Ek", "", OWN, now=MADE, rounds=1)
    path = tmp_path / "anna.p12"
    path.write_bytes(p12)
    data = package(ANNA, BO)
    page = chair.read(data)
    page._tools.kept.remember(certificate=path)
    page.show_person("p1")
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.certificate.passphrase.input, OWN)
    dialog.keep.click()
    dialog_of(chair, DoneDialog)
    (answer,) = chair.answers()
    from nämnd.underskrift.certificates import open_p12

    known = [open_p12(p12, OWN, now=READ).info.der]
    svar, proof = believed(answer.read_bytes(), data, known=known)
    assert svar.mac is None
    assert proof.bevis != "kod"


def test_the_code_of_one_who_must_wait_does_not_approve(chair):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p2"])
    chair.wait(lambda: dialog.said.text().startswith("✓"))
    dialog.keep.click()
    assert dialog.problem.text().startswith("Anna Ek (M) skriver under eller godkänner före dig.")
    assert chair.answers() == []


def test_one_who_is_only_to_approve_can_not_sign(chair):
    page = chair.read(package(ANNA, replace(BO, ordning=1, sätt="godkännande", fält=None)))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p2"])
    chair.wait(lambda: dialog.said.text().startswith("✓"))
    dialog.keep.click()
    assert "är inte ombedd att skriva under" in dialog.problem.text()


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
