"""The paper beside what is written: drawn in a helper process from what is on the screen."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_punkt, send
from tests.ui.sammanträde.test_workspace_list import click


@pytest.fixture
def preview(qtbot, page):
    """The preview, shown and drawn."""
    page.panes.show_preview(shown=True)
    drawn(qtbot, page.preview)
    return page.preview


def drawn(qtbot, preview) -> None:
    qtbot.waitUntil(lambda: preview.feed.idle and preview.view.pages > 0, timeout=20_000)


def fill(store, key) -> None:
    """Add so much text that the dagordning has several pages."""
    for number in range(12):
        text = "\n\n".join(["En lång utredning om frågan. " * 12] * 2)
        a_punkt(store, key, f"Utredning {number}", sammanfattning=text)


def test_the_paper_can_be_read_as_text(preview):
    said = preview.view.said()
    assert "1. Budget" in said
    assert "3B. Rapport, handling 2" in " ".join(said.split())
    assert preview.view.sheets.accessibleDescription() == said


def test_what_is_written_is_drawn_before_it_is_saved(qtbot, page, preview, now):
    page.editor.begin()
    qtbot.keyClicks(page.editor.rubrik.input, "Stor ")
    live = page.editor.live()
    assert live is not None
    assert live.rubrik == "Stor Budget"
    assert now().punkter[0].rubrik == "Budget"
    qtbot.waitUntil(lambda: "1. Stor Budget" in preview.view.said())


def test_a_row_of_the_förslag_is_drawn_as_it_is_written(qtbot, page, preview):
    page.editor.förslag.setFocus()
    qtbot.keyClicks(page.focusWidget(), "Att bifalla")
    qtbot.waitUntil(lambda: "Att bifalla" in preview.view.said())


def test_undo_is_drawn(qtbot, page, preview, desk):
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "Budget" not in preview.view.said())
    desk.editor.undo()
    qtbot.waitUntil(lambda: "1. Budget" in preview.view.said())


def test_choosing_a_punkt_shows_it_and_writing_keeps_the_place(qtbot, page, preview, store, key):
    fill(store, key)
    page.show_sammanträde(key)
    qtbot.waitUntil(lambda: "Utredning 11" in preview.view.said())
    assert preview.view.sheets.page == 1
    qtbot.waitUntil(preview.view.sheets.verticalScrollBar().isVisible)  # it takes of the width
    click(qtbot, page, 7)
    assert preview.view.sheets.page > 1
    place = preview.view.sheets.verticalScrollBar().value()
    page.editor.begin()
    qtbot.keyClicks(page.editor.rubrik.input, "Kort ")
    qtbot.waitUntil(lambda: "8. Kort Utredning 4" in preview.view.said())
    assert preview.view.sheets.verticalScrollBar().value() == place
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_Escape)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Home)
    assert preview.view.sheets.page == 1


def test_a_punkt_named_when_the_page_is_opened_is_in_sight_when_it_is_drawn(
    qtbot, page, preview, store, key, now
):
    fill(store, key)
    page.show_sammanträde(key, now().punkter[-1].id)
    assert page.editor.heading.text() == "Punkt 15"
    qtbot.waitUntil(lambda: preview.view.sheets.page > 1)


def test_the_kallelse_is_shown_instead(qtbot, preview):
    combo = preview.what
    assert [combo.itemText(at) for at in range(combo.count())] == ["Dagordning", "Kallelse"]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "Kallelse till sammanträde" in preview.view.said())


def test_the_tilläggslista_can_be_shown_once_the_kallelse_has_gone_out(
    qtbot, page, preview, store, key
):
    send(store, key)
    a_punkt(store, key, "Sent väckt fråga")
    page.show_sammanträde(key)
    preview.what.setFocus()
    qtbot.keyClick(preview.what, Qt.Key.Key_End)
    assert preview.what.value() == "tillagg"
    qtbot.waitUntil(lambda: "Tilläggslista till dagordningen" in preview.view.said())
    assert "4. Sent väckt fråga" in " ".join(preview.view.said().split())


def test_what_is_hidden_is_drawn_when_it_is_shown_again(qtbot, page, preview):
    page.panes.show_preview(shown=False)
    page.editor.begin()
    qtbot.keyClicks(page.editor.rubrik.input, "Dold ")
    page.editor.rubrik.flush()
    assert preview.feed.idle
    page.panes.show_preview(shown=True)
    qtbot.waitUntil(lambda: "1. Dold Budget" in preview.view.said())
