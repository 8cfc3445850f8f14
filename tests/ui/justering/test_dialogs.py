"""Signatures on paper, the confirming of what is approved, and rättelse."""

import ssl

import pytest
from PySide6.QtCore import Qt

from nämnd.core.changes import Topic
from nämnd.justering.commands import RecordPaper
from nämnd.justering.queries import known_certificates
from tests.nämnd.paket.justering.playing import a_certificate
from tests.ui.justering.conftest import card_of, dialog, pick
from tests.ui.keyboard import type_text

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sent(set_, page):
    """A set that went out to be signed on paper."""
    set_.store.do(set_.sending(paket=None))
    page.reload(frozenset({Topic.JUSTERING}))
    return page


@pytest.fixture
def justerad(set_, sent):
    both = (set_.anna, set_.bo)
    set_.store.do(
        RecordPaper(justering_id=set_.id, person_ids=both, datum="2026-03-29", today="2026-03-29")
    )
    sent.reload(frozenset({Topic.JUSTERING}))
    return sent


def test_who_has_signed_on_paper_is_recorded_with_the_scanned_page(
    qtbot, sent, set_, messages, tmp_path
):
    scan = tmp_path / "underskrifter.pdf"
    scan.write_bytes(b"%PDF-1.7 inl\xc3\xa4st")
    messages.files = [scan]
    qtbot.mouseClick(card_of(sent).next, LEFT)
    asked = dialog()
    ticked = {key: box.isChecked() for key, box in asked.people.items()}
    assert ticked == {set_.anna: True, set_.bo: True, set_.cecilia: False}
    assert asked.day.text() == "2026-03-29"
    qtbot.mouseClick(asked.choose, LEFT)
    assert asked.scan.text() == "underskrifter.pdf"
    qtbot.mouseClick(asked.keep, LEFT)
    view = set_.view()
    assert (view.läge, view.datum) == ("justerat", "2026-03-29")
    bevis = {one.bevis for one in view.underskrifter}
    assert len(bevis) == 1
    assert sent._desk.files.read(bevis.pop(), "sidan") == scan.read_bytes()
    assert card_of(sent).chip.text() == "justerat"


def test_a_scanned_page_that_is_gone_keeps_the_dialog_open(qtbot, sent, set_, messages, tmp_path):
    messages.files = [tmp_path / "borta.pdf"]
    qtbot.mouseClick(card_of(sent).next, LEFT)
    asked = dialog()
    qtbot.mouseClick(asked.choose, LEFT)
    qtbot.mouseClick(asked.keep, LEFT)
    assert asked.isVisible()
    assert "borta.pdf" in asked.problem.text()
    assert set_.view().underskrifter == ()


def test_somebody_must_have_signed_on_a_day(qtbot, sent):
    qtbot.mouseClick(card_of(sent).next, LEFT)
    asked = dialog()
    asked.day.setText("i går")
    assert asked.problem.text() == "Skriv datum som 2026-03-17."
    asked.day.setText("2026-03-28")
    assert asked.keep.isEnabled()
    for box in asked.people.values():
        box.setChecked(False)
    assert asked.problem.text() == "Välj vilka som har skrivit under."
    assert not asked.keep.isEnabled()


def test_a_day_that_has_not_come_can_not_be_chosen(qtbot, sent, set_):
    qtbot.mouseClick(card_of(sent).next, LEFT)
    asked = dialog()
    asked.day.setText("2026-03-30")
    assert asked.problem.text() == "Dagen har inte varit än."
    assert not asked.keep.isEnabled()


def test_a_day_before_the_sammanträde_is_refused(qtbot, sent, set_, messages):
    qtbot.mouseClick(card_of(sent).next, LEFT)
    asked = dialog()
    asked.day.setText("2026-03-01")
    qtbot.mouseClick(asked.keep, LEFT)
    assert messages.errors == ["Datumet är före sammanträdet. Rätta det."]
    assert asked.isVisible()
    assert set_.view().läge == "utskickat"


def test_what_all_have_approved_is_confirmed_where_that_is_enough(qtbot, page, set_):
    set_.allow("godkännande")
    paket = set_.send(sätt="godkännande")
    for person in (set_.anna, set_.bo):
        set_.answer(paket, person)
    page.reload(frozenset({Topic.JUSTERING}))
    card = card_of(page)
    assert "Ett godkännande är ingen underskrift" in card.state.text()
    qtbot.mouseClick(card.next, LEFT)
    asked = dialog()
    assert asked.day.text() == "2026-03-29"  # the day of the last approval
    asked.day.setText("2026-03-30")
    assert not asked.keep.isEnabled()
    asked.day.setText("2026-03-29")
    qtbot.mouseClick(asked.keep, LEFT)
    view = set_.view()
    assert (view.läge, view.datum) == ("justerat", "2026-03-29")


def test_a_rättelse_shows_both_texts_and_the_text_stays(qtbot, justerad, set_):
    pick(justerad.actions_of.menu(set_.view()), "Lägg till rättelse")
    asked = dialog()
    assert asked.problem.text() == "Skriv både vad som stod och vad som ska stå."
    asked.paragraf.choose(2)
    type_text(asked.stod, "Tio kronor")
    type_text(asked.ska_vara, "Tio kronor")
    assert asked.problem.text().startswith("Det som stod och det som ska stå är likadant.")
    type_text(asked.ska_vara, " och femtio öre")
    assert not asked.keep.isEnabled()
    type_text(asked.skäl, "Skrivfel")
    qtbot.mouseClick(asked.keep, LEFT)
    (found,) = set_.view().rättelser
    assert (found.paragraf, found.stod, found.av) == (2, "Tio kronor", "Eva Lind")
    card = card_of(justerad)
    assert card.rättelser.isVisible()
    assert len(card.rättelser.saves) == 1


def test_a_rättelse_is_saved_as_a_paper_of_its_own(qtbot, justerad, set_, messages, tmp_path):
    from nämnd.justering.commands import AddRättelse

    set_.store.do(
        AddRättelse(justering_id=set_.id, paragraf=2, stod="a", ska_vara="b", av="Eva Lind",
                    skäl="Skrivfel", datum="2026-03-29", today="2026-03-29")
    )  # fmt: skip
    justerad.reload(frozenset({Topic.JUSTERING}))
    target = tmp_path / "rättelse.pdf"
    messages.files = [target]
    qtbot.mouseClick(card_of(justerad).rättelser.saves[0], LEFT)
    qtbot.waitUntil(target.exists, timeout=30_000)
    assert target.read_bytes().startswith(b"%PDF")
    assert messages.asked == ["Spara rättelsen: Rättelse 2026-03-27 § 2.pdf"]


def test_the_file_and_the_package_are_saved_once_more(qtbot, page, set_, files, messages, tmp_path):
    from dataclasses import replace

    pdf = files.keep_bytes(b"%PDF-1.7 protokollet", "p.pdf")
    package = files.keep_bytes(b"filen", "f.justering")
    sending = set_.sending(pdf=pdf.sha256)
    set_.store.do(replace(sending, paket=replace(sending.paket, fil=package.sha256)))
    page.reload(frozenset({Topic.JUSTERING}))
    messages.files = [tmp_path / "a.pdf", tmp_path / "b.justering"]
    pick(page.actions_of.menu(set_.view()), "Spara filen som PDF")
    (save,) = card_of(page).history.saves.values()
    qtbot.mouseClick(save, LEFT)
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.7 protokollet"
    assert (tmp_path / "b.justering").read_bytes() == b"filen"
    assert messages.errors == []
    messages.files = [tmp_path / "finns inte" / "a.pdf"]
    pick(page.actions_of.menu(set_.view()), "Spara filen som PDF")
    assert len(messages.errors) == 1


def test_a_certificate_is_believed_from_a_file_and_no_more(qtbot, page, set_, messages, tmp_path):
    der = a_certificate("Bo Alm").info.der
    path = tmp_path / "bo.pem"
    path.write_text(ssl.DER_cert_to_PEM_cert(der), encoding="ascii")
    messages.files = [path]
    pick(page.actions_of.menu(set_.view()), "Betrodda certifikat")
    asked = dialog()
    assert not asked.remove.isEnabled()
    asked.whose.choose(set_.bo)
    qtbot.mouseClick(asked.add, LEFT)
    (found,) = set_.store.ask(known_certificates)
    assert (found.person_id, found.namn, found.der) == (set_.bo, "Bo Alm", der)
    asked.table.selectRow(0)
    qtbot.mouseClick(asked.remove, LEFT)
    assert set_.store.ask(known_certificates) == ()
    assert messages.errors == []


def test_what_is_no_certificate_is_refused(qtbot, page, set_, messages, tmp_path):
    path = tmp_path / "brev.pem"
    path.write_bytes(b"-----BEGIN CERTIFICATE-----\nhej")
    messages.files = [path, tmp_path / "borta.cer"]
    pick(page.actions_of.menu(set_.view()), "Betrodda certifikat")
    asked = dialog()
    for _ in range(2):
        qtbot.mouseClick(asked.add, LEFT)
    assert len(messages.errors) == 2
    assert set_.store.ask(known_certificates) == ()
