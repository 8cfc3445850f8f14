"""A difference is read in signs, lines through and under, and words; never in colour alone."""

import pytest
from PySide6.QtCore import Qt

from nämnd.core.wording import compared
from ui.toolkit.difference_view import DifferenceNote, DifferenceView, spoken

REWORDED = compared(
    ("Lägga informationen till handlingarna",), ("Att godkänna och lägga till handlingarna",)
)
THREE = compared(("Att godkänna", "Att tacka", "Att gå"), ("Att godkänna", "Att gå"))


@pytest.fixture
def view(qtbot, theme):
    view = DifferenceView(theme)
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    return view


@pytest.fixture
def note(qtbot, theme):
    note = DifferenceNote(
        theme, "Skiljer sig från missivet", was="missivet", now="dagordningen", action="Använd det"
    )
    qtbot.addWidget(note)
    return note


def looks(view) -> list[tuple[str, bool, bool]]:
    """Return each stretch of text, and whether it is struck and underlined."""
    found = []
    block = view.document().begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            part = at.fragment()
            look = part.charFormat()
            found.append((part.text(), look.fontStrikeOut(), look.fontUnderline()))
            at += 1
        block = block.next()
    return found


def test_what_is_gone_is_struck_and_what_is_new_underlined_each_after_its_sign(view):
    view.show_satser(REWORDED)
    assert view.toPlainText() == ("1. Att + godkänna och lägga – informationen till handlingarna")
    marked = [(text, struck, under) for text, struck, under in looks(view) if struck or under]
    assert marked == [("godkänna och", False, True), ("informationen", True, False)]


def test_satser_that_are_alike_are_only_counted(view):
    view.show_satser(THREE)
    assert view.toPlainText().splitlines() == ["2. – Att tacka", "2 att-satser är lika."]


def test_a_screen_reader_is_told_in_words(view):
    view.show_satser(REWORDED)
    assert view.accessibleName()
    assert (
        view.accessibleDescription()
        == spoken(REWORDED)
        == ("1: Att, tillagt: godkänna och, lägga, borttaget: informationen, till handlingarna.")
    )


def test_it_is_read_and_left_with_tab_and_not_written_in(qtbot, view):
    view.show_satser(REWORDED)
    before = view.toPlainText()
    view.setFocus()
    qtbot.keyClicks(view, "x")
    assert view.toPlainText() == before
    assert view.isReadOnly()
    assert view.tabChangesFocus()


def test_it_is_as_high_as_its_text(view):
    view.show_satser(REWORDED)
    one = view.height()
    view.show_satser(THREE)
    assert view.height() > one
    assert view.verticalScrollBar().maximum() == 0


def test_the_line_shows_the_difference_when_it_is_pressed(qtbot, note):
    note.show_difference(REWORDED)
    assert note.isVisible()
    assert not note.view.isVisible()
    qtbot.mouseClick(note.link, Qt.MouseButton.LeftButton)
    assert note.view.isVisible()
    assert "missivet" in note.legend.text()
    assert "dagordningen" in note.legend.text()
    qtbot.keyClick(note.link, Qt.Key.Key_Space)
    assert not note.view.isVisible()


def test_without_a_difference_there_is_no_line(note):
    note.show_difference(REWORDED)
    note.link.click()
    note.show_difference(())
    assert not note.isVisible()
    note.show_difference(REWORDED)
    assert not note.view.isVisible()


def test_what_can_be_done_is_on_a_button(qtbot, note):
    note.show_difference(REWORDED)
    note.link.click()
    with qtbot.waitSignal(note.action_wanted):
        note.action.click()


def test_a_line_without_anything_to_do_has_no_button(qtbot, theme):
    note = DifferenceNote(theme, "Skiljer sig", was="förslaget", now="beslutet")
    qtbot.addWidget(note)
    note.show_difference(REWORDED)
    note.link.click()
    assert not note.action.isVisible()
