"""The look, for widgets that need one."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.toolkit.writing import Page
from ui.toolkit.fields import Field, line_field
from ui.toolkit.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication):
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()


@pytest.fixture
def shown(qtbot):
    pages = []

    def show(field: Field) -> Page:
        page = Page(field)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        field.setFocus()
        return page

    return show


@pytest.fixture
def rubrik(theme, shown):
    field = line_field(theme, "&Rubrik")
    shown(field)
    field.load("Gammal")
    return field
