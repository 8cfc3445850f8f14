"""A database on a server has no index beside it: the box says so, and still finds commands."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from nämnd.store import Store
from tests.ui.keyboard import type_text
from ui.sök.bar import TopBar
from ui.sök.commands import Command
from ui.sök.finding import Finding

CONTROL = Qt.KeyboardModifier.ControlModifier


class Elsewhere:
    """A store whose data lie on a server; nothing else is asked of it here."""

    def __init__(self, store: Store) -> None:
        self.place = replace(store.place, path=None, url="postgresql://server/namnd")


@pytest.fixture
def window(qtbot, desk, go, store) -> QMainWindow:
    window = QMainWindow()
    bar = TopBar(desk.theme)
    window.setCentralWidget(bar)
    window.resize(900, 500)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    far = replace(desk, store=Elsewhere(store))
    finding = Finding(far, go, window, bar.box, nämnd=lambda: None)
    bar.box.offer(lambda: (Command("Historik …", "Arkiv"),))
    assert finding.keeper is None
    return window


def test_that_it_can_not_be_searched_is_said_and_commands_are_found(qtbot, window):
    box = window.centralWidget().box
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    type_text(box, "histo")
    qtbot.waitUntil(lambda: box.answered)
    assert "Det går inte att söka i" in box.popup.said.text()
    texts = ["".join(one.text for one in line.text) for line in box.popup.list.lines]
    assert texts == ["Kommandon", "Historik …"]
