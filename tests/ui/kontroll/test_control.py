"""«Kontrollera underskrifter» and «Kontrollera loggen», by button, by dropping and by keyboard."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.justeringsfil import codes, secrecy
from nämnd.kontroll.values import Grade
from tests.nämnd.arkiv.archiving import ARCHIVED, Archive, a_pdf
from tests.ui.test_reachable import check_names, check_tab
from ui.kontroll.dialog import open_control, open_log_control

PATIENCE = 60_000  # ms
COST = secrecy.COST


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    parent.show()
    return parent


@pytest.fixture
def dialog(qtbot, desk, parent):
    dialog = open_control(desk, parent)
    qtbot.waitExposed(dialog)
    return dialog


@pytest.fixture
def archive(store, files, tmp_path, monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return Archive(store, files, folder)


def shown(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.view.report is not None and dialog.card.isVisible(),
                    timeout=PATIENCE)  # fmt: skip
    report = dialog.view.report
    assert report is not None
    return report


def signed(archive) -> Path:
    path = archive.folder / "protokoll.pdf"
    path.write_bytes(archive.files.read(archive.set.view(archive.electronic).pdf, ""))
    return path


def words(dialog):
    return [one.text() for one in dialog.view.findChildren(QLabel) if one.text()]


def test_a_signed_protokoll_is_shown_with_whose_signatures_it_has(qtbot, desk, archive, parent):
    later = replace(desk, clock=lambda: ARCHIVED)
    dialog = open_control(later, parent, signed(archive))
    report = shown(qtbot, dialog)
    assert report.fits
    assert dialog.view.verdict.text() == "PDF-filen: inget fel"
    assert any("Anna Ek (M), ordförande: undertecknad" in one for one in words(dialog))
    assert any("exakt den som skapades" in one for one in words(dialog))
    assert dialog.area.hasFocus()
    assert "Stämmer: " in dialog.area.accessibleDescription()


def test_a_clock_that_is_wrong_is_said(qtbot, desk, archive, parent):
    dialog = open_control(desk, parent, signed(archive))
    assert not shown(qtbot, dialog).fits
    assert any("en tid som inte har varit än" in one for one in words(dialog))


def test_a_file_is_chosen_with_the_button(qtbot, dialog, messages, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_pdf("Något"))
    messages.files = [path]
    qtbot.mouseClick(dialog.file, Qt.MouseButton.LeftButton)
    assert shown(qtbot, dialog).name == "a.pdf"
    assert dialog.view.verdict.text().endswith("inget som styrker något heller")


def test_a_file_is_dropped_on_the_dialog(qtbot, dialog, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"hej")
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    dialog.dropEvent(event)
    report = shown(qtbot, dialog)
    assert next(one.grade for one in report.findings) is Grade.BAD
    assert dialog.view.verdict.text() == "Filen: något stämmer inte"


def test_an_archive_folder_is_chosen_and_its_files_named(qtbot, desk, archive, dialog, messages):
    made = archive.make()
    (made.folder / "protokoll/Protokoll 2026-03-27 § 2.pdf").write_bytes(b"x")
    messages.files = [made.folder]
    qtbot.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    report = shown(qtbot, dialog)
    assert not report.fits
    assert "protokoll/Protokoll 2026-03-27 § 2.pdf" in words(dialog)
    assert "Filen har ändrats sedan mappen gjordes." in words(dialog)


def test_a_locked_file_asks_for_the_passphrase_until_it_fits(
    qtbot, archive, dialog, messages, monkeypatch
):
    monkeypatch.setattr(secrecy, "COST", COST)  # as the helper process has it
    path = archive.folder / "a.justering"
    path.write_bytes(locked(archive))
    messages.texts = ["fel lösenord här", "ett långt lösenord"]
    dialog.check(path)
    assert shown(qtbot, dialog).name == "a.justering"
    assert [one.partition(": ")[2] for one in messages.asked] == [
        "Filens lösenord:",
        "Lösenordet stämmer inte. Försök igen:",
    ]


def test_a_file_that_is_gone_is_told(qtbot, dialog, messages, tmp_path):
    dialog.check(tmp_path / "borta.pdf")
    qtbot.waitUntil(lambda: bool(messages.errors), timeout=PATIENCE)
    assert "borta.pdf finns inte" in messages.errors[0]
    assert not dialog.stop.isVisible()


def test_a_control_that_is_stopped_shows_nothing(qtbot, desk, dialog, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(a_pdf("Något"))
    dialog.check(path)
    assert dialog.stop.isVisible()
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=PATIENCE)
    assert dialog.view.report is None
    assert not dialog.stop.isVisible()


def test_the_report_is_copied(qtbot, dialog, messages, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"hej")
    dialog.check(path)
    shown(qtbot, dialog)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.view.text
    assert "Fel: " in dialog.view.text
    assert messages.notices


def test_the_log_is_checked_at_once(qtbot, desk, archive, parent):
    dialog = open_log_control(desk, parent)
    report = shown(qtbot, dialog)
    assert report.fits
    assert dialog.view.verdict.text() == "Loggen: inget fel"
    assert not dialog.file.isVisible()
    assert not dialog.acceptDrops()


def test_an_entry_that_was_changed_is_named(qtbot, desk, archive, parent):
    with closing(sqlite3.connect(desk.store.place.path, isolation_level=None)) as link:
        link.execute("UPDATE loggpost SET rubrik = 'annat' WHERE nummer = 3")
    dialog = open_log_control(desk, parent)
    assert not shown(qtbot, dialog).fits
    assert any(one.startswith("Post 3 (") for one in words(dialog))


def test_everything_is_named_and_reached_by_tab(qtbot, dialog, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"hej")
    dialog.check(path)
    shown(qtbot, dialog)
    dialog.activateWindow()
    check_names(dialog)
    check_tab(qtbot, dialog)


def locked(archive):
    from nämnd.justeringsfil.opening import open_package
    from nämnd.justeringsfil.packing import pack

    view = archive.set.view(archive.electronic)
    old = open_package(archive.files.read(view.paket[0].fil, ""))
    bare = replace(old.manifest, delar=())
    return pack(bare, old.pdf, old.innehåll, {}, "ett långt lösenord")[0]
