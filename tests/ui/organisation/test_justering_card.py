"""How protokoll are justerade and what a notice says: settings that save by themselves."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.keyboard import type_text


@pytest.fixture
def card(page):
    return page.justering


def test_the_ways_that_are_chosen_are_kept_in_the_order_of_the_law(card, user, desk, now):
    assert not any(field.input.isChecked() for field in card.ways.values())
    for sätt in ("godkännande", "papper"):
        user.click(card.ways[sätt].input)
    assert now.settings().justeringssätt == ("papper", "godkännande")
    desk.editor.undo()
    assert now.settings().justeringssätt == ("godkännande",)
    assert not card.ways["papper"].input.isChecked()
    user.click(card.ways["godkännande"].input)
    assert now.settings().justeringssätt == ()


def test_where_the_protokoll_is_and_the_court_are_kept(card, user, desk, now):
    user.write(card.förvaring.input, "Regionens hus, Kristianstad")
    user.key(card.förvaring.input, Qt.Key.Key_Return)
    box = card.rätt.input
    box.setFocus()
    type_text(box, "Förvaltningsrätten i Malmö")
    user.key(box, Qt.Key.Key_Return)
    type_text(box, "Box 4522")
    assert desk.editor.flush()
    assert now.settings().förvaring == "Regionens hus, Kristianstad"
    assert now.settings().förvaltningsrätt == "Förvaltningsrätten i Malmö\nBox 4522"
    user.write(card.förvaring.input, " ")
    user.key(card.förvaring.input, Qt.Key.Key_Return)
    assert now.settings().förvaring is None
