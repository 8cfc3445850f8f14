"""The paper beside what is written: where there is room, unless the user has said otherwise."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.toolkit.paper_beside import PaperBeside


@pytest.fixture
def panes(qtbot, theme):
    made = PaperBeside(theme, QWidget(), QWidget(), "texten")
    qtbot.addWidget(made)
    qtbot.addWidget(made.as_paper)
    return made


def shown(panes):
    return not panes.widget(1).isHidden()


@pytest.mark.parametrize(("width", "roomy"), [(1200, True), (600, False)])
def test_the_paper_is_shown_where_there_is_room(panes, theme, width, roomy):
    assert panes.fit(theme.px(width)) is roomy
    assert (shown(panes), panes.as_paper.isChecked()) == (roomy, roomy)


def test_what_the_user_says_holds_whatever_the_room(panes, theme):
    panes.fit(theme.px(600))
    panes.as_paper.click()
    assert shown(panes)
    panes.fit(theme.px(500))
    assert shown(panes)
    panes.as_paper.click()
    panes.fit(theme.px(1200))
    assert not shown(panes)
