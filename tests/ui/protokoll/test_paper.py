"""The protokoll as a paper beside the §§."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import type_text
from tests.ui.protokoll.conftest import CTRL, Key, press
from ui.protokoll.side import Side

PATIENCE = 20_000  # ms


@pytest.fixture
def paper(page, key):
    """The pane with the paper, shown by the stage «Protokoll»."""
    stage = next(one for one in page.header.stages.buttons if one.text() == "Protokoll")
    stage.click()
    return page.side.paper


def drawn(qtbot, paper, words: str) -> None:
    qtbot.waitUntil(lambda: words in paper.view.said(), timeout=PATIENCE)


def choose(qtbot, paper, name: str) -> None:
    """Choose a paper by keyboard, from the first."""
    qtbot.keyClick(paper.what, Key.Key_Home)
    for _ in range(paper.what.findText(name)):
        qtbot.keyClick(paper.what, Key.Key_Down)
    assert paper.what.currentText() == name


def test_before_anything_is_handled_the_pane_says_so(qtbot, page, paper):
    qtbot.waitUntil(lambda: bool(paper.view.problem.text()), timeout=PATIENCE)
    assert "ingen paragraf har behandlats än" in paper.view.problem.text()
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    drawn(qtbot, paper, "Upprop")
    assert paper.view.problem.isHidden()


def test_the_paper_follows_what_is_written_and_undone(qtbot, page, paper, desk):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    rubrik = page.editor.texts.fields[0]
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    type_text(rubrik.input, "Val av justerare")
    drawn(qtbot, paper, "Val av justerare")
    desk.editor.undo()
    drawn(qtbot, paper, "Upprop")


def test_another_paper_is_chosen(qtbot, page, paper):
    press(qtbot, page, Key.Key_Return, Key.Key_Return, mod=CTRL)
    choose(qtbot, paper, "Klubblista")
    drawn(qtbot, paper, "Taxor")
    choose(qtbot, paper, "Utdrag av paragrafen")
    qtbot.waitUntil(lambda: "Taxor" not in paper.view.said(), timeout=PATIENCE)
    drawn(qtbot, paper, "Budget")
    page.show_row(page.list.rows.shown()[0].id)  # an utdrag is about the § that is chosen
    qtbot.waitUntil(lambda: "Budget" not in paper.view.said(), timeout=PATIENCE)
    drawn(qtbot, paper, "Upprop")


def test_what_is_not_seen_is_drawn_when_it_is(qtbot, page, paper):
    page.side.hide()
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert paper.view.pages == 0
    press(qtbot, page, Key.Key_H, mod=CTRL)
    drawn(qtbot, paper, "Upprop")


def test_escape_and_the_cross_bring_närvaro_back(qtbot, page, paper):
    for away in (
        lambda: qtbot.keyClick(paper.view.sheets, Key.Key_Escape),
        lambda: qtbot.mouseClick(paper.hide_button, Qt.MouseButton.LeftButton),
    ):
        page._show_paper(paper=True)
        page.side.begin()
        assert paper.isAncestorOf(page.focusWidget())
        away()
        assert page.side.what is Side.NÄRVARO
        assert page.list.rows.hasFocus()
