"""What is said when the answer is saved can be read at any size of text."""

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.justera.answers import asked_for, dialog_of
from tests.ui.justera.packages import CODES, package
from tests.ui.keyboard import type_text
from ui.justera.done_dialog import DoneDialog


@pytest.fixture
def large(theme):
    theme.set_font_scale(1.5)
    yield
    theme.set_font_scale(1.0)


@pytest.mark.usefixtures("large")
def test_no_line_is_cut_off_when_the_text_is_large(chair):
    page = chair.read(package())
    dialog = asked_for(chair, page, "godkänt")
    type_text(dialog.code.input, CODES["p1"])
    dialog.keep.click()
    done = dialog_of(chair, DoneDialog)
    labels = [one for one in done.findChildren(QLabel) if one.isVisible()]
    assert [one.text() for one in labels if one.height() < one.heightForWidth(one.width())] == []
