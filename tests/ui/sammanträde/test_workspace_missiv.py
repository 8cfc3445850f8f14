"""Where the förslag is not what the missiv proposes, the page of the dagordning says so."""

import pytest
from PySide6.QtCore import Qt

from nämnd.sammanträde.drafts import satser
from tests.builders import a_punkt, a_sammanträde
from tests.ui.keyboard import type_text


@pytest.fixture
def key(store):
    key = a_sammanträde(store)
    a_punkt(store, key, "Taxor", förslag=satser(("Att höja dem",)),
            missivförslag=satser(("Att sänka dem", "Att tacka")))  # fmt: skip
    a_punkt(store, key, "Rapport", förslag=satser(("Att tacka.",)),
            missivförslag=satser(("tacka",)))  # fmt: skip
    return key


def test_the_list_says_which_punkt_it_is(page):
    first, second = page.list.rows.rows_model.rows
    assert first.info == "ej som missivet"
    assert "förslaget skiljer sig från missivet" in first.spoken
    assert "missivet" in first.tip
    assert second.info == ""


def test_the_editor_says_so_and_shows_how(case, now):
    page = case.page
    page.show_punkt(now().punkter[0].id)
    note = page.editor.missiv
    assert note.isVisible()
    note.link.click()
    assert note.view.toPlainText().splitlines() == [
        "1. Att – sänka + höja dem",
        "2. – Att tacka",
    ]
    page.show_punkt(now().punkter[1].id)
    assert not note.isVisible()


def test_another_punkt_begins_with_the_difference_closed(case, now, store):
    a_punkt(store, case.key, "Till", förslag=satser(("A",)), missivförslag=satser(("B",)))
    page = case.page
    page.show_sammanträde(case.key)
    page.show_punkt(now().punkter[0].id)
    page.editor.missiv.link.click()
    page.show_punkt(now().punkter[2].id)
    assert page.editor.missiv.isVisible()
    assert not page.editor.missiv.view.isVisible()


def test_the_line_goes_as_soon_as_the_words_are_the_same(qtbot, case, now):
    page = case.page
    page.show_punkt(now().punkter[0].id)
    rows = page.editor.förslag.input.rows
    rows[0].setFocus()
    rows[0].selectAll()
    type_text(rows[0], "sänka dem")
    qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    type_text(page.editor.förslag.input.rows[1], "tacka")
    assert not page.editor.missiv.isVisible()


def test_the_missivs_words_can_be_taken_over_and_given_back(case, now):
    page = case.page
    page.show_punkt(now().punkter[0].id)
    page.editor.missiv.link.click()
    page.editor.missiv.action.click()
    assert [one.text for one in now().punkter[0].förslag] == ["Att sänka dem", "Att tacka"]
    assert not page.editor.missiv.isVisible()
    case.desk.editor.undo()
    assert [one.text for one in now().punkter[0].förslag] == ["Att höja dem"]
    assert page.editor.missiv.isVisible()


def test_what_the_missiv_proposes_can_be_written_by_hand(case, now):
    page = case.page
    page.show_punkt(now().punkter[1].id)
    field = page.editor.optional.missivförslag
    assert not field.isVisible()
    page.editor.optional.more.click()
    assert [one.text for one in field.value()] == ["tacka"]
    row = field.input.rows[0]
    row.setFocus()
    row.selectAll()
    type_text(row, "avslå")
    assert page.editor.missiv.isVisible()
    field.flush()
    assert [one.text for one in now().punkter[1].missivförslag] == ["avslå"]
