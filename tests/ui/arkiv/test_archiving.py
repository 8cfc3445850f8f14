"""«Arkivera sammanträdet» in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.arkiv.queries import archives
from nämnd.justeringsfil import codes, secrecy
from tests.nämnd.arkiv.archiving import Archive
from tests.nämnd.justering.sets import Set
from tests.ui.test_reachable import check_names, check_tab
from ui.arkiv.dialog import open_arkiv
from ui.arkiv.words import missing_text

PATIENCE = 90_000  # ms


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(900, 700)
    parent.show()
    return parent


@pytest.fixture
def archive(store, files, tmp_path, monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return Archive(store, files, folder)


@pytest.fixture
def dialog(qtbot, desk, archive, parent):
    dialog = open_arkiv(desk, parent, archive.set.sammanträde)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    return dialog


def made(archive):
    return archive.store.ask(lambda session: archives(session, archive.set.sammanträde))


def test_the_folder_is_made_and_recorded_and_what_is_to_know_is_told(
    qtbot, desk, archive, dialog, messages
):
    messages.files = [archive.folder]
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages.told), timeout=PATIENCE)
    assert (archive.folder / "Arkiv VÅN 2026-03-27" / "index.html").is_file()
    assert [one.name for one in made(archive)] == ["Arkiv VÅN 2026-03-27"]
    assert "är inte PDF/A" in messages.told[0]
    assert "Saknas: Offentlig version: ingen har gjorts." in messages.told[0]


def test_what_is_missing_is_said_before(dialog):
    assert "Offentlig version: ingen har gjorts" in dialog.missing
    assert dialog.warning.isVisible()


def test_a_folder_that_is_there_keeps_the_dialog_open(qtbot, archive, dialog, messages):
    (archive.folder / "Arkiv VÅN 2026-03-27").mkdir()
    messages.files = [archive.folder]
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "finns redan" in dialog.problem.text()
    assert made(archive) == ()


def test_to_think_better_of_it_changes_nothing(qtbot, archive, dialog, messages):
    messages.files = [None]
    qtbot.mouseClick(dialog.keep, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert list(archive.folder.iterdir()) == []


def test_the_second_time_it_says_when_it_was_archived(qtbot, desk, archive, parent):
    archive.make()
    dialog = open_arkiv(desk, parent, archive.set.sammanträde)
    assert dialog is not None
    text = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert "arkiverades 2026-05-07 i mappen «Arkiv VÅN 2026-03-27»" in text


def test_what_is_not_justerat_is_told_at_once(desk, store, parent, messages):
    unfinished = Set(store)
    assert open_arkiv(desk, parent, unfinished.sammanträde) is None
    assert "är inte justerade än" in messages.errors[0]


def test_everything_is_named_and_reached_by_tab(qtbot, dialog):
    dialog.activateWindow()
    check_names(dialog)
    check_tab(qtbot, dialog)


def test_a_long_list_of_what_is_missing_is_cut_with_a_count(archive):
    order = replace(archive.order(), saknas=tuple(f"Bilaga {n}" for n in range(40)), sekretess=True)
    lines = missing_text(order).splitlines()
    assert lines[0].startswith("Sammanträdet har uppgifter under sekretess.")
    assert lines[-1] == "• 31 till, som alla står i förteckningen"
    assert len(lines) < 15
