"""The whole program's first start, in its real window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt

from nämnd.store import place_of
from tests.conftest import NOW
from tests.ui.keyboard import type_text
from ui.app import open_shell
from ui.program import Program


@pytest.fixture
def start(qtbot, qapp, tmp_path, messages):
    """Return a function that starts the program on the same file each time."""
    programs = []

    def begin() -> Program:
        shell = open_shell(
            qapp, place_of(str(tmp_path / "n.db")), tmp_path / "namnd.ini", lambda: NOW
        )
        program = Program(shell, messages)
        programs.append(program)
        qtbot.addWidget(shell.window)
        shell.window.show()
        assert program.open()
        return program

    yield begin
    for one in programs:
        one.window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_nothing_else_can_be_reached_until_there_is_a_nämnd_to_show(qtbot, start):
    program = start()
    window, page = program.window, program.window.page
    assert not window.side.isVisible()
    assert not any(one.isEnabled() for one in window.nav.values())
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page is page
    page.name.answer.clear()
    type_text(page.name.answer, "Åsa Öst")
    qtbot.keyClick(page.name.answer, Qt.Key.Key_Return)
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    type_text(page.nämnd.answer, "Vårdnämnden")
    qtbot.keyClick(page.nämnd.answer, Qt.Key.Key_Return)
    assert window.page is program.shell.overview
    assert window.side.isVisible()
    assert all(one.isEnabled() for one in window.nav.values())
    assert window.who.text() == "Åsa Öst"
    assert window.chooser.currentText() == "Vårdnämnden"


def test_the_second_start_asks_nothing(qtbot, start):
    first = start()
    page = first.window.page
    type_text(page.name.answer, "Åsa Öst")
    qtbot.keyClick(page.name.answer, Qt.Key.Key_Return)
    qtbot.keyClick(page.own, Qt.Key.Key_Return)
    type_text(page.nämnd.answer, "Vårdnämnden")
    qtbot.keyClick(page.nämnd.answer, Qt.Key.Key_Return)
    first.window.close()
    second = start()
    assert second.window.page is second.shell.overview
    assert second.window.side.isVisible()


def test_undoing_the_nämnd_that_is_shown_shows_another(start, messages):
    program = start()
    page = program.window.page
    page.name.answer.setText("Eva")
    page.name.go_on.click()
    page.own.click()
    page.nämnd.answer.setText("Vårdnämnden")
    page.nämnd.go_on.click()
    messages.texts.append("Presidiet")
    program.menus._new_nämnd()
    assert program.window.page.title.text() == "Presidiet"
    program.desk.editor.undo()
    assert program.window.page is program.shell.overview
    assert program.window.chooser.currentText() == "Vårdnämnden"
    assert messages.errors == []
