"""The look, for widgets that need one."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.toolkit.theme import Scheme, Theme


@pytest.fixture
def theme(qapp: QApplication):
    theme = Theme(qapp, Scheme.LIGHT)
    yield theme
    qapp.setStyleSheet("")
    theme.deleteLater()
