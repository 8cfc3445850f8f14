"""Commands are read off the menus as they stand."""

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from ui.sök.commands import all_commands, commands_in, pages_of
from ui.toolkit.theme import Icon

PAGES = (("översikt", "Översikt", Icon.ÖVERSIKT), ("beslut", "Beslut", Icon.CHECK))


@pytest.fixture
def window(qtbot):
    """«Arkiv» with an entry, one that is off, one that is hidden and a menu of its own."""
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = window.menuBar().addMenu("&Arkiv")
    for text in ("&Nytt …", "Av && på", "Gömd"):
        menu.addAction(QAction(text, menu))
    first, off, hidden = menu.actions()
    first.setShortcut(QKeySequence("Ctrl+N"))
    off.setEnabled(False)
    hidden.setVisible(False)
    menu.addSeparator()
    menu.addAction(QAction("&Sök\tCtrl+K", menu))
    look = menu.addMenu("&Utseende")
    look.addAction(QAction("&Mörkt", look))
    look.addAction(QAction("Översikt", look))
    return window


def test_every_entry_is_there_with_its_menu_and_its_keys(window):
    shown = [(one.text, one.path, one.able) for one in commands_in(window.menuBar())]
    assert shown == [
        ("Nytt …", "Arkiv", True),
        ("Av & på", "Arkiv", False),
        ("Sök", "Arkiv", True),
        ("Mörkt", "Arkiv › Utseende", True),  # noqa: RUF001 - as the program writes it
        ("Översikt", "Arkiv › Utseende", True),  # noqa: RUF001 - as above
    ]
    assert commands_in(window.menuBar())[0].keys.endswith("N")


def test_a_command_does_what_its_entry_does(window):
    done = []
    window.menuBar().actions()[0].menu().actions()[0].triggered.connect(lambda: done.append(1))
    commands_in(window.menuBar())[0].act()
    assert done == [1]


def test_pages_come_first_and_are_not_offered_twice(window):
    gone: list[str] = []
    found = all_commands(window.menuBar(), PAGES, gone.append)
    assert [one.text for one in found] == [
        "Översikt",
        "Beslut",
        "Nytt …",
        "Av & på",
        "Sök",
        "Mörkt",
    ]
    found[1].act()
    assert gone == ["beslut"]
    assert all(one.page for one in pages_of(PAGES, gone.append))
