"""The page of the meeting day in a window, with three punkter, on the day at 09.41."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from nämnd.sammanträde.drafts import satser
from tests.builders import a_punkt, a_sammanträde
from ui.protokoll.page import ProtokollPage

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
Key = Qt.Key
SELECT = QItemSelectionModel.SelectionFlag.Select
DURING = datetime(2026, 3, 27, 9, 41)  # noqa: DTZ001 - local time, as the user's clock shows it
LATER = datetime(2026, 4, 2, 14, 0)  # noqa: DTZ001 - the same, some days afterwards


@pytest.fixture
def key(store) -> str:
    key = a_sammanträde(store)
    for rubrik in ("Upprop", "Budget", "Taxor"):
        a_punkt(store, key, rubrik, förslag=satser((f"Att anta {rubrik}",)))
    return key


@pytest.fixture
def open_page(qtbot, desk, go, key):
    def make(when=DURING, key=key):
        page = ProtokollPage(_at(desk, when), go)
        qtbot.addWidget(page)
        desk.editor.changed.connect(page.reload)  # as the main window does
        page.resize(1240, 800)
        page.show()
        page.show_sammanträde(key)
        qtbot.waitExposed(page)
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def _at(desk, when):
    return replace(desk, clock=lambda: when)


@pytest.fixture
def page(open_page):
    return open_page()


def press(qtbot, page, *keys, mod=Qt.KeyboardModifier.NoModifier):
    for one in keys:
        qtbot.keyClick(page.focusWidget() or page, one, mod)


def shown(page) -> list[str]:
    return [f"{row.number} {row.text} {row.info}".strip() for row in page.list.rows.shown()]


def select(page, *places):
    rows = page.list.rows
    rows.clearSelection()
    for at in places:
        rows.selectionModel().select(rows.rows_model.index(at), SELECT)
