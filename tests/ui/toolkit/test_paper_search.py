"""Searching in the paper that is shown."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keyboard import type_text
from tests.ui.toolkit.test_preview import pdf
from ui.toolkit.paper_search import PaperSearch
from ui.toolkit.preview import PagePreview


@pytest.fixture
def paper(qtbot: QtBot, theme):
    paper = PagePreview(theme, "Protokollet")
    search = PaperSearch(theme, paper)
    paper.put_under_heading(search)
    qtbot.addWidget(paper)
    paper.resize(420, 600)
    paper.show()
    paper.activateWindow()
    qtbot.waitUntil(paper.isActiveWindow)
    paper.show_pdf(pdf(5, "Någons namn på sida"))
    return paper, search


def test_every_place_is_found_whatever_the_case(paper):
    _, search = paper
    type_text(search.box, "NÅGONS")
    assert search.said.text() == "1 av 5"


def test_a_place_is_where_the_words_are_drawn(paper):
    view, _ = paper
    (hit, *_) = view.sheets.pdf.find("namn på sida 3")
    (area,) = hit.areas
    assert hit.page == 3
    assert area.left() > 72
    assert area.top() < 842 - 720 < area.bottom()  # drawn 720 points from the bottom


def test_enter_goes_on_and_after_the_last_comes_the_first(qtbot, paper):
    view, search = paper
    type_text(search.box, "namn")
    for expected in ("2 av 5", "3 av 5", "4 av 5", "5 av 5", "1 av 5"):
        qtbot.keyClick(search.box, Qt.Key.Key_Return)
        assert search.said.text() == expected
    qtbot.keyClick(search.box, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert search.said.text() == "5 av 5"
    (first, _), (last, _) = view.sheets.in_sight()
    assert first <= 5 <= last


def test_what_is_not_there_is_said(paper):
    _, search = paper
    type_text(search.box, "kalkon")
    assert search.said.text() == "Finns inte"
    assert not search.on.isEnabled()


def test_escape_empties_the_search(qtbot, paper):
    _, search = paper
    type_text(search.box, "namn")
    qtbot.keyClick(search.box, Qt.Key.Key_Escape)
    assert search.said.text() == ""
    assert search.on.isHidden()


def test_control_f_leads_to_the_search(qtbot, paper):
    view, search = paper
    view.sheets.setFocus()
    qtbot.keyClick(view.sheets, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.box.hasFocus()


def test_what_is_in_sight_begins_before_it_ends_and_follows_the_pages(paper):
    view, _ = paper
    start, end = view.sheets.in_sight()
    assert start[0] == 1
    assert start < end
    view.go_to(4, 100)
    later, _ = view.sheets.in_sight()
    assert later[0] == 4
    assert 80 < later[1] <= 100
