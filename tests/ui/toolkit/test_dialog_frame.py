"""A dialog stays while something is wrong, and says what is unusual without stopping anybody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.small import label

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    yield DialogFrame(theme, page, "Något", width=300)
    page.close()  # held until here: with its parent the dialog would be gone


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_enter_saves_and_closes(qtbot, dialog, key):
    asked = []
    dialog.begin(lambda: not asked.append("saved"))
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog, key, CTRL)
    assert asked == ["saved"]


def test_it_stays_open_while_save_says_no(qtbot, dialog):
    dialog.begin(lambda: False)
    qtbot.waitUntil(dialog.isVisible)
    dialog.keep.click()
    assert dialog.isVisible()


def test_what_is_wrong_is_said_once_and_keeps_it_from_being_saved(qtbot, dialog):
    wrong = ["Skriv ett namn.", "Skriv ett namn."]
    dialog.begin(lambda: True, problems=lambda: tuple(wrong), keep="&Lägg till")
    qtbot.waitUntil(dialog.isVisible)
    assert (dialog.problem.text(), dialog.keep.text()) == ("Skriv ett namn.", "&Lägg till")
    assert not dialog.keep.isEnabled()
    wrong.clear()
    dialog.check()
    assert dialog.keep.isEnabled()
    assert not dialog.problem.isVisible()


def test_what_is_unusual_keeps_nobody_from_saving(qtbot, dialog):
    dialog.warn("Det är ovanligt.")
    dialog.begin(lambda: True)
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.warning.isVisible()
    assert dialog.keep.isEnabled()


def test_what_is_said_before_it_opens_is_no_window_of_its_own(dialog):
    dialog.warn("Det är ovanligt.")
    dialog.refuse("Det går inte.")
    windows = QApplication.topLevelWidgets()
    assert dialog.warning not in windows
    assert dialog.problem not in windows


def test_a_dialog_is_high_enough_for_a_text_that_wraps(qtbot, theme):
    over = QWidget()
    qtbot.addWidget(over)
    frame = DialogFrame(theme, over, "Ändra", width=300)
    frame.body.addWidget(label("Ord som behöver flera rader. " * 20, wrap=True))
    frame.begin(lambda: True)
    frame.resize(300, 60)
    frame.fit()
    assert frame.height() >= frame.body.totalHeightForWidth(frame.width())
