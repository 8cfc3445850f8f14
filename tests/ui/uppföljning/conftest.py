"""The page of the follow-up over a nämnd."""

import pytest

from tests.ui.uppföljning.making import Followed, followed
from ui.uppföljning.page import UppföljningPage


@pytest.fixture
def made(store) -> Followed:
    return followed(store)


@pytest.fixture
def page(qtbot, desk, go, made) -> UppföljningPage:
    page = UppföljningPage(desk, go)
    desk.editor.changed.connect(page.reload)
    qtbot.addWidget(page)
    page.resize(1300, 760)
    page.show_nämnd(made.nämnd)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def dialog(page):
    """Return the dialog that is open over the page."""
    from PySide6.QtWidgets import QApplication

    def find():
        found = QApplication.activeModalWidget()
        assert found is not None
        return found

    return find
