"""The running program: opening a database, also one that can't be; backups and going back."""

import sqlite3
import sys
from contextlib import closing
from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from nämnd.organisation.queries import nämnder
from nämnd.store import Store, place_of
from nämnd.store.backup import back_up, backups
from tests.builders import a_nämnd, a_punkt, a_sammanträde, dagordning_in
from tests.conftest import NOW
from tests.ui.keyboard import type_text
from tests.ui.opening import modal
from ui.backups import BackupsDialog
from ui.sammanträde.workspace import Workspace
from ui.start.page import StartPage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def broken(opener, tmp_path):
    """Return a function that spoils the database in some way."""

    def spoil(how: str) -> str:
        opener.fill(a_nämnd)
        path = opener.place.path
        match how:
            case "busy":
                other = Store(opener.place, who="Åsa", clock=lambda: NOW)
                opener.programs_end = other.close
                return f"Databasen {path} är redan öppen i ett annat fönster"
            case "newer":
                with closing(sqlite3.connect(path)) as link, link:
                    link.execute("UPDATE alembic_version SET version_num = '9999'")
                return f"Databasen {path} är gjord med en nyare version av Nämnd"
            case _:
                path.write_bytes(b"Detta \xe4r ett brev, ingen databas.\n" * 100)
                return f"{path} är inte en databas från Nämnd"

    yield spoil
    if hasattr(opener, "programs_end"):
        opener.programs_end()


KINDS = ["busy", "newer", "not a database"]


@pytest.mark.parametrize("how", KINDS)
def test_a_database_that_can_not_be_opened_is_explained_and_the_program_ends(
    qtbot, opener, broken, messages, how
):
    sentence = broken(how)
    program = opener.shown()
    assert not program.open()
    assert messages.asked[0].startswith(sentence)
    assert messages.asked[0].endswith("öppna en annan databas i stället? [Välj databas …]")
    qtbot.waitUntil(lambda: not program.window.isVisible())


@pytest.mark.parametrize("how", KINDS)
def test_another_database_can_be_chosen_instead(opener, broken, messages, tmp_path, how):
    broken(how)
    other = place_of(str(tmp_path / "annan.db"))
    with_nämnd = Store(other, who="Åsa", clock=lambda: NOW)
    a_nämnd(with_nämnd, "Den andra")
    with_nämnd.close()
    messages.confirm_with, messages.files = [True], [other.path]
    program = opener.shown()
    assert program.open()
    assert program.window.chooser.currentText() == "Den andra"
    assert messages.offered == (("Databas", "*.db"),)


def test_a_database_that_was_chosen_instead_is_the_one_that_backups_go_back_to(
    qtbot, opener, messages, tmp_path
):
    opener.place.path.write_bytes(b"ingen databas" * 100)
    other = place_of(str(tmp_path / "annan.db"))
    store = Store(other, who="Åsa", clock=lambda: NOW)
    a_nämnd(store, "Den andra")
    kept = back_up(other, now=datetime(2026, 1, 2, 3, 4, 5), why="daglig")  # noqa: DTZ001
    a_nämnd(store, "Den nya")
    store.close()
    messages.confirm_with, messages.files = [True], [other.path]
    program = opener.shown()
    assert program.open()
    program.restore(kept)
    assert [row.namn for row in program.desk.store.ask(nämnder)] == ["Den andra"]
    assert opener.place.path.read_bytes() == b"ingen databas" * 100


def test_without_a_nämnd_the_first_start_asks_who_you_are(opener):
    opener.settings.change(who="")
    program = opener()
    assert isinstance(program.window.page, StartPage)
    assert program.window.nämnd_id is None


@pytest.mark.parametrize("wanted", ["Presidiet", "PRESIDIET", "pres"])
def test_the_nämnd_that_was_asked_for_is_shown(opener, wanted):
    opener.fill(lambda store: (a_nämnd(store, "A"), a_nämnd(store, "Presidiet", kortnamn="Pres")))
    assert opener(wanted).window.chooser.currentText() == "Presidiet"


def test_a_nämnd_that_is_not_there_is_told_and_another_shown(opener, messages):
    opener.fill(lambda store: a_nämnd(store, "Vårdnämnden"))
    assert opener("Trafiknämnden").window.chooser.currentText() == "Vårdnämnden"
    known = "De som finns: Vårdnämnden."
    assert messages.errors == [f"Det finns ingen nämnd som heter Trafiknämnden. {known}"]


def test_the_nämnd_shown_last_is_shown_again(opener):
    opener.fill(lambda store: a_nämnd(store, "A"))
    last = opener.fill(lambda store: a_nämnd(store, "B"))
    opener.settings.change(nämnd=last)
    assert opener().window.chooser.currentText() == "B"


def test_a_daily_backup_is_taken_once(qtbot, opener):
    opener.fill(a_nämnd)
    for _ in range(2):
        program = opener()
        qtbot.waitUntil(lambda: len(backups(opener.place)) == 1)
        qtbot.waitUntil(lambda: not program.desk.jobs.busy, timeout=20_000)  # noqa: B023 - at once
        program.window.close()
    assert [one.why for one in backups(opener.place)] == ["daglig"]


def test_a_backup_becomes_the_database_and_the_way_back_is_kept(qtbot, opener, messages):
    opener.fill(lambda store: a_nämnd(store, "Som den var"))
    kept = back_up(opener.place, now=datetime(2026, 1, 2, 3, 4, 5), why="daglig")  # noqa: DTZ001
    program = opener()
    messages.texts = ["Den nya"]
    program.menus._new_nämnd()
    program.menus._backups()
    dialog = modal(BackupsDialog)
    assert not dialog.back.isEnabled()
    dialog.table.choose(kept.path)
    messages.confirm_with = [True]
    qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert messages.asked[-1].startswith("Återställa kopian från 2026-01-02 03.04?")
    assert [row.namn for row in program.desk.store.ask(nämnder)] == ["Som den var"]
    assert program.window.chooser.count() == 1
    assert program.window.page is program.shell.overview
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.keyClick(program.window, Qt.Key.Key_2, CONTROL)  # the pages are of the new database
    assert program.window.page is program.window._pages["sammanträden"]
    QApplication.processEvents()  # the new menus take their keys
    qtbot.keyClick(program.window, Qt.Key.Key_N, CONTROL)
    planned = modal(QDialog)
    assert planned.windowTitle() == "Nytt sammanträde"
    planned.reject()
    back = next(one for one in backups(opener.place) if one.why == "återställning")
    program.restore(back)
    names = [row.namn for row in program.desk.store.ask(nämnder)]
    assert names == ["Den nya", "Som den var"]


def test_a_damaged_backup_changes_nothing(opener, messages):
    opener.fill(lambda store: a_nämnd(store, "Som den var"))
    kept = back_up(opener.place, now=datetime(2026, 1, 2, 3, 4, 5), why="daglig")  # noqa: DTZ001
    kept.path.write_bytes(b"trasig" * 1000)
    program = opener()
    program.restore(kept)
    assert len(messages.errors) == 1
    assert str(kept.path) in messages.errors[0]
    assert [row.namn for row in program.desk.store.ask(nämnder)] == ["Som den var"]


@pytest.mark.parametrize("wanted", [True, False], ids=["yes", "no"])
def test_a_damaged_database_is_mended_from_the_newest_backup_when_the_user_wants_it(
    opener, messages, wanted
):
    opener.fill(lambda store: a_nämnd(store, "Som den var"))
    back_up(opener.place, now=datetime(2026, 1, 2, 3, 4, 5), why="daglig")  # noqa: DTZ001
    data = bytearray(opener.place.path.read_bytes())
    data[100:4096] = bytes(3996)  # the page that says what there is
    opener.place.path.write_bytes(data)
    messages.confirm_with = [wanted, False]
    program = opener.shown()
    assert program.open() is wanted
    assert "säkerhetskopian från 2026-01-02 03.04" in messages.asked[0]
    if wanted:
        assert [row.namn for row in program.desk.store.ask(nämnder)] == ["Som den var"]
    else:
        assert "öppna en annan databas i stället" in messages.asked[1]


def test_a_fault_in_the_program_saves_the_work_and_says_so(qtbot, opener, monkeypatch):
    key = opener.fill(a_sammanträde)
    opener.fill(lambda store: a_punkt(store, key, "Budget"))
    program = opener()
    program.to_sammanträde(key)
    page = program.window.page
    assert isinstance(page, Workspace)
    rubrik = page.editor.rubrik
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    type_text(rubrik.input, "Årsbudget")
    monkeypatch.setattr(sys, "excepthook", program.guard.hook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    with qtbot.captureExceptions(), qtbot.waitSignal(program.guard.shown) as shown:
        monkeypatch.setattr(sys, "excepthook", program.guard.hook)
        QTimer.singleShot(0, lambda: 1 // 0)
    window = shown.args[0]
    assert "Allt du har skrivit är sparat." in window.said.text()
    assert "ZeroDivisionError" in window.report.toPlainText()
    assert dagordning_in(program.desk.store, key).punkter[0].rubrik == "Årsbudget"
    qtbot.mouseClick(window.go_on, Qt.MouseButton.LeftButton)
    assert program.window.isVisible()
