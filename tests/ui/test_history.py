"""Backups, history and help: small dialogs of the whole program."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from nämnd.store import place_of
from nämnd.store.backup import backups
from tests.builders import a_nämnd
from tests.ui.keyboard import type_text
from tests.ui.opening import modal
from ui.backups import BackupsDialog, show_backups
from ui.help import KEYS, show_about, show_keys
from ui.history import HistoryDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def said(dialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel)]


def test_a_copy_is_taken_listed_and_told(qtbot, desk, parent, store):
    told, restored = [], []
    show_backups(desk, parent, restored.append, lambda: told.append("tagen"))
    dialog = modal(BackupsDialog)
    assert f"Kopiorna ligger i {store.place.backups}." in said(dialog)[0]
    assert not dialog.back.isEnabled()
    qtbot.mouseClick(dialog.now, LEFT)
    model = dialog.table.rows_model
    shown = [model.index(0, column).data() for column in range(2)]
    assert shown == ["2026-03-02 09.41", "dagens kopia"]
    assert told == ["tagen"]
    dialog.table.selectRow(0)
    qtbot.mouseClick(dialog.back, LEFT)  # the answer is no
    assert (restored, dialog.isVisible()) == ([], True)
    desk.messages.confirm_with = [True]
    qtbot.mouseClick(dialog.back, LEFT)
    assert restored == list(backups(store.place))
    assert QApplication.activeModalWidget() is None


def test_a_copy_that_can_not_be_taken_is_explained(qtbot, desk, parent, store):
    store.place.backups.write_text("en fil, där mappen skulle vara")
    told = []
    show_backups(desk, parent, told.append, lambda: told.append("tagen"))
    dialog = modal(BackupsDialog)
    qtbot.mouseClick(dialog.now, LEFT)
    assert "Det går inte att skriva i" in desk.messages.errors[0]
    assert told == []
    dialog.reject()


def test_a_database_on_a_server_is_copied_there(desk, parent, monkeypatch, store):
    monkeypatch.setattr(store, "place", place_of("postgresql://server/namnd"))
    show_backups(desk, parent, lambda _: None, lambda: None)
    assert desk.messages.errors[0].startswith("Databasen ligger på en server.")
    assert QApplication.activeModalWidget() is None


def test_the_history_is_newest_first_and_filtered_as_one_types(qtbot, desk, parent, store):
    a_nämnd(store, "Första")
    store.who = "Åsa Öst"
    from nämnd.core.ids import new_id
    from nämnd.organisation.commands import SaveNämnd
    from nämnd.organisation.rules import NämndDraft

    store.do(SaveNämnd(nämnd_id=new_id(), draft=NämndDraft("Andra")), "lägg till Andra")
    dialog = HistoryDialog(desk, parent)
    dialog.open()
    model = dialog.table.rows_model
    first = [model.index(0, column).data() for column in range(3)]
    assert first == ["2026-03-02 09.41", "Åsa Öst", "Lägg till Andra"]
    assert model.rowCount() == 2
    type_text(dialog.search, "åsa")
    assert model.rowCount() == 1
    type_text(dialog.search, "xyz")
    assert model.rowCount() == 0
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)  # first the search, then the dialog
    assert model.rowCount() == 2
    qtbot.keyClick(dialog.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_help_lists_every_key(desk, parent):
    show_keys(parent, desk.theme)
    dialog = modal(QDialog)
    shown = said(dialog)
    assert [keys for keys, _ in KEYS] == [text for text in shown if text in dict(KEYS)]
    assert all(what in shown for _, what in KEYS)
    dialog.close()


def test_about_says_what_it_is_its_version_and_licence(desk, parent):
    show_about(parent, desk.theme)
    dialog = modal(QDialog)
    title, text, *_ = said(dialog)
    assert title.startswith("Nämnd ")
    assert "EUPL-1.2" in text
    dialog.close()
