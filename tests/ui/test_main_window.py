"""The window around the pages: moving between them, choosing a nämnd, closing."""

import threading

import pytest
from PySide6.QtCore import Qt

from nämnd.core.progress import Progress
from tests.builders import a_nämnd, a_punkt, a_sammanträde, dagordning_in
from tests.ui.keyboard import type_text
from ui.main_window import PAGES
from ui.sammanträde.list_page import SammanträdenPage
from ui.sammanträde.workspace import Workspace
from ui.toolkit.editing import Saved

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "Gemensamma nämnden för högspecialiserad vård i mellersta och norra Sverige"


@pytest.fixture
def ids(opener):
    def make(store):
        nämnd = a_nämnd(store, "Vårdnämnden")
        a_nämnd(store, LONG)
        sammanträde = a_sammanträde(store, nämnd)
        a_punkt(store, sammanträde, "Budget")
        return nämnd, sammanträde

    return opener.fill(make)


@pytest.fixture
def program(opener, ids):
    opener.settings.change(nämnd=ids[0])
    return opener()


def at_dagordning(program, ids) -> Workspace:
    program.to_sammanträde(ids[1])
    page = program.window.page
    assert isinstance(page, Workspace)
    return page


def test_ctrl_and_a_digit_shows_a_page_and_marks_it(qtbot, program):
    window = program.window
    keys = [(str(number), name) for number, (name, *_) in enumerate(PAGES, start=1)]
    for key, name in (*keys[1:], keys[0]):
        qtbot.keyClick(window, key, CONTROL)
        assert window.page is window._pages[name]
        assert [one for one, made in window.nav.items() if made.isChecked()] == [name]


def test_the_keys_of_a_page_that_is_not_there_do_nothing(qtbot, program):
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(program.window, str(len(PAGES) + 1), CONTROL)
    assert caught == []
    assert program.window.page is program.window._pages["översikt"]


def test_the_dagordning_is_marked_as_a_part_of_sammanträden(program, ids):
    at_dagordning(program, ids)
    assert program.window.nav["sammanträden"].isChecked()


def test_choosing_a_nämnd_shows_it_on_every_page(qtbot, program):
    window = program.window
    qtbot.keyClick(window, Qt.Key.Key_2, CONTROL)
    page = window.page
    assert isinstance(page, SammanträdenPage)
    assert len(page.table.rows_model.rows) == 1
    qtbot.keyClick(window.chooser, Qt.Key.Key_Down)
    qtbot.keyClick(window.chooser, Qt.Key.Key_Up)
    window.chooser.setCurrentIndex(0)
    window.chooser.activated.emit(0)
    assert window.nämnd_id is not None
    assert window.page is program.shell.overview
    assert window.chooser.toolTip() == LONG
    assert page.table.rows_model.rows == ()
    assert "Inget sammanträde är planerat" in program.shell.overview.title.text()


def test_a_long_name_of_a_nämnd_is_cut_in_the_box_but_whole_in_the_list(program):
    chooser = program.window.chooser
    assert chooser.itemText(0) == LONG
    assert chooser.width() < program.window.side.width()
    assert chooser.view().minimumWidth() > chooser.width()


def test_the_names_of_the_pages_have_room_when_text_is_made_larger(program):
    window, theme = program.window, program.shell.theme
    before = window.side.width()
    theme.set_font_scale(1.5)
    assert window.side.width() > 1.4 * before
    for one in window.nav.values():
        assert one.sizeHint().width() <= window.side.width()


def test_what_is_written_is_saved_when_the_user_goes_to_another_page(program, ids):
    rubrik = at_dagordning(program, ids).editor.rubrik
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    type_text(rubrik.input, "Årsbudget")
    assert rubrik.pending
    program.to_page("översikt")
    assert dagordning_in(program.desk.store, ids[1]).punkter[0].rubrik == "Årsbudget"


@pytest.mark.parametrize("agreed", [False, True])
def test_closing_with_something_that_can_not_be_saved_asks_first(
    qtbot, program, ids, messages, agreed
):
    rubrik = at_dagordning(program, ids).editor.rubrik
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    qtbot.keyClick(rubrik.input, Qt.Key.Key_Delete)
    messages.confirm_with = [agreed]
    assert program.window.close() is agreed
    question = "Något du skrev kunde inte sparas. Stänga ändå? [Stäng utan att spara]"
    assert messages.asked == [question]
    assert (program.desk is None) is agreed


def test_closing_saves_what_is_written_and_remembers_the_nämnd(program, ids, opener, messages):
    rubrik = at_dagordning(program, ids).editor.rubrik
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    type_text(rubrik.input, "Årsbudget")
    assert program.window.close()
    assert messages.asked == []
    assert opener.settings.read().nämnd == ids[0]
    assert opener.settings.read().geometry
    saved = opener.fill(lambda store: dagordning_in(store, ids[1]))
    assert saved.punkter[0].rubrik == "Årsbudget"


def test_the_status_line_says_truthfully_what_is_saved(qtbot, program, ids):
    said = program.window.status.saved
    rubrik = at_dagordning(program, ids).editor.rubrik
    assert said.text() == "✓ Allt sparat 09.41"
    rubrik.input.setFocus()
    rubrik.input.selectAll()
    qtbot.keyClick(rubrik.input, Qt.Key.Key_Delete)
    assert said.text() == "Sparar …"
    program.desk.editor.flush()
    assert said.text() == "Inte sparat: Skriv en rubrik."
    type_text(rubrik.input, "Taxor")
    qtbot.waitUntil(lambda: isinstance(program.desk.editor.state, Saved))
    assert said.text() == "✓ Allt sparat 09.41"


def test_the_status_line_names_what_ctrl_z_would_take_back(qtbot, program, ids):
    status = program.window.status
    assert status.undo.text() == ""
    assert not status.keys.isVisible()
    page = at_dagordning(program, ids)
    page.add_punkt()
    assert status.undo.text().startswith("Ångra: ")
    assert status.keys.isVisible()
    qtbot.keyClick(program.window, Qt.Key.Key_Z, CONTROL)
    assert status.undo.text() == ""


def test_a_long_name_in_the_status_line_is_cut_and_whole_in_its_tip(program):
    status = program.window.status
    width = program.window.minimumSizeHint().width()
    status._say(status.undo, "Ångra: läs in " + "långt-namn-" * 40)
    assert status.undo.text().endswith("…")
    assert status.undo.toolTip().endswith("långt-namn-")
    assert program.window.minimumSizeHint().width() <= width + status._room


def endless():
    pace = threading.Event()
    while not pace.wait(0.005):  # lets the window's thread run between
        yield Progress(3, 10, "Räknar")


def test_work_under_way_shows_its_progress_and_can_be_stopped(qtbot, program):
    status = program.window.status
    assert not status.bar.isVisible()
    ended: list[str] = []
    program.desk.jobs.run(
        endless(), program, lambda _: None, label="Räknar", otherwise=lambda: ended.append("stop")
    )
    qtbot.waitUntil(lambda: status.bar.maximum() == 10 and status.work.text() == "Räknar")
    assert status.bar.isVisible()
    qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ended == ["stop"])
    assert not status.bar.isVisible()
    assert not status.cancel.isVisible()


def test_when_one_of_two_works_ends_the_other_is_shown(qtbot, program):
    status, jobs = program.window.status, program.desk.jobs
    first = jobs.run(endless(), program, lambda _: None, label="Läser")
    second = jobs.run(endless(), program, lambda _: None, label="Skriver")
    second.cancel()
    qtbot.waitUntil(lambda: list(status._running) == [first])
    assert status.bar.isVisible()
    first.cancel()
    qtbot.waitUntil(lambda: not status.bar.isVisible())


def test_the_status_line_says_where_the_data_lies_and_when_it_was_copied(qtbot, program):
    place = program.window.status.place
    qtbot.waitUntil(lambda: "i dag 09.41" in place.text())
    assert place.text() == "Lokal databas · senaste säkerhetskopia i dag 09.41"
