"""The chair signs, with a certificate of their own or one that is made there and then."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nämnd.justeringsfil.opening import open_package
from nämnd.underskrift.certificates import make_p12
from nämnd.underskrift.checking import check
from nämnd.underskrift.signing import joined
from tests.ui.justera.answers import LEFT, OWN, asked_for, believed, dialog_of
from tests.ui.justera.packages import (
    ANNA,
    BO,
    CODES,
    MADE,
    READ,
    after_anna,
    certificate,
    package,
)
from tests.ui.keyboard import type_text
from ui.justera.done_dialog import DoneDialog


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


def test_one_who_is_only_to_approve_can_not_sign(chair):
    page = chair.read(package(ANNA, replace(BO, ordning=1, sätt="godkännande", fält=None)))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    type_text(dialog.code.input, CODES["p2"])
    chair.wait(lambda: dialog.said.text().startswith("✓"))
    dialog.keep.click()
    assert "är inte ombedd att skriva under" in dialog.problem.text()


def test_an_answer_that_can_not_be_written_leaves_no_certificate(chair):
    page = chair.read(package(ANNA, BO))
    dialog = asked_for(chair, page, "godkänt och undertecknat")
    blocked = chair.documents / "fil"
    blocked.write_text("ingen mapp")
    chair.messages.files = [blocked / "mapp"]
    dialog.change.click()
    type_text(dialog.code.input, CODES["p1"])
    chair.wait(dialog.certificate.namn.input.text)
    for one in (dialog.certificate.passphrase, dialog.certificate.repeated):
        type_text(one.input, OWN)
    dialog.keep.click()
    chair.wait(dialog.problem.text)
    assert list((chair.settings.folder / "justera").rglob("*.p12")) == []
    assert chair.answers() == []
