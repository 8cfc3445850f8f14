"""The handlingar of a punkt: added, opened, replaced, moved, removed; each one step of undo."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import QApplication

from nämnd.documents.content import Document, Heading, Letterhead
from nämnd.documents.pdf import pdf_bytes
from nämnd.sammanträde.bilaga_commands import ReplaceFile
from tests.builders import WHEN, a_bilaga, a_file, dagordning_in, send
from tests.conftest import NOW
from tests.ui.sammanträde.test_workspace_list import LEFT, NONE, click, drop, files, open_menu
from ui.sammanträde.bilaga_rows import bilaga_lines

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(page):
    return page.editor.bilagor.view


def names(now, at: int = 2) -> list[str]:
    return [one.rubrik for one in now().punkter[at].bilagor]


def choose(qtbot, view, at: int, modifier=NONE) -> None:
    place = view.visualRect(view.lines_model.index(at)).center()
    qtbot.mouseClick(view.viewport(), LEFT, modifier, place)


def a_pdf(path: Path) -> Path:
    head = Letterhead(organ="Nämnden", kind="Missiv", day="2026-03-27")
    paper = Document(title="Missiv", head=head, blocks=(Heading("Missiv", 1),))
    path.write_bytes(pdf_bytes(paper, created=NOW))
    return path


def test_a_line_says_beteckning_rubrik_and_that_the_file_is_missing(page, view):
    (line,) = view.lines
    assert (line.beteckning, line.rubrik, line.chip) == ("1", "Missiv", "saknas")
    assert line.aloud() == "Bilaga 1, Missiv, saknas"


def test_chosen_files_are_added_in_one_step_with_their_pages(qtbot, case, tmp_path):
    text = tmp_path / "Anteckningar_mars.txt"
    text.write_text("Hej")
    case.messages.files = [(a_pdf(tmp_path / "Missiv till nämnden.pdf"), text)]
    qtbot.mouseClick(case.page.editor.bilagor.add_files, LEFT)
    qtbot.waitUntil(lambda: len(names(case.now, 0)) == 3)
    assert names(case.now, 0) == ["Missiv", "Missiv till nämnden", "Anteckningar mars"]
    assert [line.info for line in case.view.lines] == ["", "PDF, 1 s.", "Text"]
    assert [line.beteckning for line in case.view.lines] == ["1A", "1B", "1C"]
    assert case.desk.editor.undo_stack.undoText() == "lägg till 2 handlingar i punkt 1"
    case.desk.editor.undo()
    assert names(case.now, 0) == ["Missiv"]


def test_a_file_that_can_not_be_read_is_told_of_and_the_good_one_is_added(
    qtbot, page, messages, now, tmp_path
):
    good = tmp_path / "bra.txt"
    good.write_text("Hej")
    messages.files = [(tmp_path / "borta.pdf", tmp_path, good)]
    qtbot.mouseClick(page.editor.bilagor.add_files, LEFT)
    qtbot.waitUntil(lambda: bool(messages.errors))
    (said,) = messages.errors
    assert "borta.pdf" in said
    assert tmp_path.name in said
    assert names(now, 0) == ["Missiv", "bra"]


def test_files_dropped_on_a_text_field_become_handlingar_not_text(qtbot, page, now, tmp_path):
    path = tmp_path / "Underlag.txt"
    path.write_text("Hej")
    target = page.editor.rubrik.input.viewport()
    data, copy, place = files(path), Qt.DropAction.CopyAction, QPoint(5, 5)
    QApplication.sendEvent(target, QDragEnterEvent(place, copy, data, LEFT, NONE))
    assert page.editor.bilagor.title.text().startswith("Släpp filerna")
    QApplication.sendEvent(target, QDropEvent(place, copy, data, LEFT, NONE))
    qtbot.waitUntil(lambda: names(now, 0) == ["Missiv", "Underlag"])
    assert page.editor.rubrik.value() == "Budget"


def test_files_pasted_in_the_editor_become_handlingar(qtbot, page, view, now, tmp_path):
    path = tmp_path / "Kopierad.txt"
    path.write_text("Hej")
    QGuiApplication.clipboard().setMimeData(files(path))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: names(now, 0) == ["Missiv", "Kopierad"])
    QGuiApplication.clipboard().clear()


def test_one_is_added_without_file_with_the_caret_in_its_rubrik(qtbot, page, now):
    qtbot.mouseClick(page.editor.bilagor.add_bare, LEFT)
    assert names(now, 0) == ["Missiv", "Ny handling"]
    line = page.editor.bilagor.details.rubrik.input
    assert line.hasFocus()
    qtbot.keyClicks(line, "Kommer senare")
    page.editor.bilagor.details.rubrik.flush()
    assert names(now, 0) == ["Missiv", "Kommer senare"]


def test_what_is_written_about_a_bilaga_is_saved(qtbot, page, view, desk, now):
    choose(qtbot, view, 0)
    details = page.editor.bilagor.details
    assert details.title.text() == "Bilaga 1"
    details.anmärkning.setFocus()
    qtbot.keyClicks(details.anmärkning.input, "delas ut")
    details.anmärkning.flush()
    assert desk.editor.undo_stack.undoText() == "ändra anmärkning för bilaga 1"
    qtbot.mouseClick(details.i_utskicket.input, LEFT)
    bilaga = now().punkter[0].bilagor[0]
    assert (bilaga.anmärkning, bilaga.i_utskicket) == ("delas ut", False)
    assert (view.lines[0].info, view.lines[0].chip) == ("delas ut", "ej i utskicket")
    assert page.list.rows.rows_model.rows[0].info == "1 handling"


def test_the_details_are_those_of_the_chosen_bilaga(qtbot, page, view):
    click(qtbot, page, 2)
    assert not page.editor.bilagor.details.isVisible()
    choose(qtbot, view, 1)
    assert page.editor.bilagor.details.rubrik.value() == "Rapport, handling 2"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert page.editor.bilagor.details.rubrik.value() == "Rapport, handling 1"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.editor.bilagor.details.rubrik.input.hasFocus()


def test_a_new_file_is_a_new_version_and_is_marked_after_the_kallelse(qtbot, case, tmp_path):
    bilaga = case.now().punkter[0].bilagor[0]
    case.store.do(ReplaceFile(bilaga_id=bilaga.id, file=a_file(case.files), when=WHEN))
    send(case.store, case.key)
    case.page.show_sammanträde(case.key)
    path = tmp_path / "rättad.txt"
    path.write_text("Rättad")
    case.messages.files = [path]
    choose(qtbot, case.view, 0)
    qtbot.mouseClick(case.page.editor.bilagor.details.replace, LEFT)
    qtbot.waitUntil(lambda: case.now().punkter[0].bilagor[0].fil.nummer == 2)
    assert case.view.lines[0].chip == "ny version"
    assert case.messages.asked[-1] == "Fil till bilaga 1"


def test_a_bilaga_added_after_the_kallelse_is_marked(store, key, files, now):
    send(store, key)
    sent = now()
    a_bilaga(store, sent.punkter[1].id, "Sent inkommen", file=a_file(files))
    lines = bilaga_lines(dagordning_in(store, key).punkter[1].bilagor, sent)
    assert [line.chip for line in lines] == ["tillkom"]


def test_the_file_is_opened_as_a_copy_that_can_not_be_changed(qtbot, case, desktop):
    bilaga = case.now().punkter[0].bilagor[0]
    kept = a_file(case.files, name="../../missiv.pdf")
    case.store.do(ReplaceFile(bilaga_id=bilaga.id, file=kept, when=WHEN))
    case.page.show_sammanträde(case.key)
    choose(qtbot, case.view, 0)
    qtbot.mouseClick(case.page.editor.bilagor.details.open, LEFT)
    (path,) = desktop.opened
    assert path.name == "1 Missiv.pdf"
    assert path.read_text() == "innehåll"
    assert path.stat().st_mode & 0o222 == 0
    assert case.files.path_of(kept.sha256) != path


def test_what_a_computer_might_run_is_never_opened(qtbot, case, desktop):
    bilaga = case.now().punkter[0].bilagor[0]
    choose(qtbot, case.view, 0)
    for name in ("kör.exe", "kör.sh", "makro.docm", "utan", "sida.html", "bild.svg"):
        kept = a_file(case.files, name, name=name)
        case.desk.editor.do(ReplaceFile(bilaga_id=bilaga.id, file=kept, when=WHEN), "byt fil")
        qtbot.mouseClick(case.page.editor.bilagor.details.open, LEFT)
        assert name in case.messages.errors[-1]
    assert len(case.messages.errors) == 6
    assert desktop.opened == []


def test_a_file_gone_from_the_store_is_told_of(qtbot, case, desktop):
    bilaga, kept = case.now().punkter[0].bilagor[0], a_file(case.files)
    case.store.do(ReplaceFile(bilaga_id=bilaga.id, file=kept, when=WHEN))
    case.files.path_of(kept.sha256).unlink()
    case.page.show_sammanträde(case.key)
    choose(qtbot, case.view, 0)
    qtbot.mouseClick(case.page.editor.bilagor.details.open, LEFT)
    assert desktop.opened == []
    assert "missiv.pdf" in case.messages.errors[0]


def test_scattered_bilagor_are_gathered_where_the_first_of_them_can_go(qtbot, case):
    punkt = case.now().punkter[2]
    a_bilaga(case.store, punkt.id, rubrik="Rapport, handling 3")
    case.page.show_sammanträde(case.key)
    click(qtbot, case.page, 2)
    choose(qtbot, case.view, 0)
    choose(qtbot, case.view, 2, CTRL)
    qtbot.keyClick(case.view, Qt.Key.Key_Up, ALT)
    numbers = [name[-1] for name in names(case.now)]
    assert numbers == ["1", "3", "2"]


def test_alt_and_arrows_move_a_bilaga_and_beteckningar_follow(qtbot, page, view, desk, now):
    click(qtbot, page, 2)
    choose(qtbot, view, 0)
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert names(now) == ["Rapport, handling 2", "Rapport, handling 1"]
    assert page.editor.bilagor.details.title.text() == "Bilaga 3B"
    qtbot.keyClick(view, Qt.Key.Key_Down, ALT)
    assert desk.editor.undo_stack.undoText() == "flytta bilaga 3A"
    desk.editor.undo()
    assert names(now) == ["Rapport, handling 1", "Rapport, handling 2"]


def test_a_bilaga_is_dragged_within_the_list(qtbot, page, view, now):
    click(qtbot, page, 2)
    choose(qtbot, view, 1)
    data = view.lines_model.mimeData(view.selectedIndexes())
    drop(view, data, QPoint(40, 1))
    assert names(now) == ["Rapport, handling 2", "Rapport, handling 1"]


def test_bilagor_are_dragged_to_another_punkt(qtbot, page, view, desk, now):
    click(qtbot, page, 2)
    choose(qtbot, view, 0)
    choose(qtbot, view, 1, CTRL)
    data = view.lines_model.mimeData(view.selectedIndexes())
    rows = page.list.rows
    drop(rows, data, rows.visualRect(rows.rows_model.index(1)).center())
    assert names(now, 1) == ["Rapport, handling 1", "Rapport, handling 2"]
    assert names(now) == []
    assert desk.editor.undo_stack.undoText() == "flytta 2 handlingar till punkt 2"


def test_a_bilaga_is_moved_to_another_punkt_from_the_menu(qtbot, page, view, now):
    choose(qtbot, view, 0)
    menu = page.editor.bilagor.menu()
    (move,) = [one.menu() for one in menu.actions() if one.menu()]
    assert [one.text() for one in move.actions()] == ["2  Taxor", "3  Rapport"]
    move.actions()[0].trigger()
    assert names(now, 1) == ["Missiv"]
    menu.close()


def test_delete_removes_says_so_and_undo_brings_it_back(qtbot, page, view, desk, messages, now):
    click(qtbot, page, 2)
    choose(qtbot, view, 0)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert names(now) == ["Rapport, handling 2"]
    assert messages.notices == ["Bilaga 3A togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert names(now) == ["Rapport, handling 1", "Rapport, handling 2"]


def test_files_that_come_in_while_the_user_writes_elsewhere_do_not_move_the_user(
    qtbot, page, now, tmp_path
):
    path = tmp_path / "Underlag.txt"
    path.write_text("Hej")
    page.editor.begin()
    qtbot.keyClicks(page.editor.rubrik.input, "Ny ")
    page.bilaga_actions.add_files(now().punkter[1].id, [path])
    qtbot.keyClicks(page.editor.rubrik.input, "stor ")
    qtbot.waitUntil(lambda: names(now, 1) == ["Underlag"])
    assert page.editor.heading.text() == "Punkt 1"
    assert page.editor.rubrik.value() == "Ny stor Budget"


def test_a_long_rubrik_wraps_and_the_list_is_as_high_as_its_rows(page, view, store, now):
    height = view.height()
    a_bilaga(store, now().punkter[0].id, "Uppföljning av gemensam väntelista " * 4)
    page.show_sammanträde(page.sammanträde_id)
    first, second = (view.visualRect(view.lines_model.index(at)).height() for at in (0, 1))
    assert second > first
    assert view.height() > height
    assert view.visualRect(view.lines_model.index(1)).bottom() <= view.viewport().height()


def test_what_is_not_ours_can_not_be_dropped_on_the_handlingar(qtbot, view, now):
    data = QMimeData()
    data.setText("hej")
    before = now()
    drop(view, data, QPoint(5, 5))
    assert now() == before


def test_the_model_of_the_handlingar_keeps_its_promises(qtmodeltester, page, view):
    qtmodeltester.check(view.lines_model)
    index = view.lines_model.index(0)
    said = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    assert [index.data(role) for role in said] == ["Bilaga 1, Missiv, saknas", "Ingen fil än"]


def test_the_menus_of_a_bilaga_pop_up_where_it_is(qtbot, page, view):
    choose(qtbot, view, 0)
    view.customContextMenuRequested.emit(QPoint(5, 5))
    menu = open_menu()
    assert [one.text() for one in menu.actions()] == [
        "Öppna", "Byt fil …", "Flytta till punkt", "Ta bort",
    ]  # fmt: skip
    menu.close()
    qtbot.mouseClick(page.editor.bilagor.details.move_to, LEFT)
    menu = open_menu()
    assert [one.text() for one in menu.actions()] == ["2  Taxor", "3  Rapport"]
    menu.close()


def test_text_on_the_clipboard_is_pasted_as_text(qtbot, page):
    QGuiApplication.clipboard().setText("Stor")
    page.editor.begin()
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_V, CTRL)
    assert page.editor.rubrik.value() == "StorBudget"
    QGuiApplication.clipboard().clear()


def test_pasting_nothing_does_nothing(qtbot, page):
    QGuiApplication.clipboard().clear()
    page.editor.begin()
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_V, CTRL)
    assert caught == []
    assert page.editor.rubrik.value() == "Budget"


def test_files_carried_away_again_leave_no_trace(page, tmp_path):
    target, data = page.editor.rubrik.input.viewport(), files(tmp_path)
    copy, place = Qt.DropAction.CopyAction, QPoint(5, 5)
    QApplication.sendEvent(target, QDragEnterEvent(place, copy, data, LEFT, NONE))
    QApplication.sendEvent(target, QDragLeaveEvent())
    assert page.editor.bilagor.title.text() == "Han&dlingar, släpp filer här"


def test_a_bilaga_without_file_has_nothing_to_open(page, messages, desktop, now):
    page.bilaga_actions.open(now().punkter[0].bilagor[0].id)
    assert messages.errors == ["Bilaga 1 har ingen fil än."]
    assert desktop.opened == []


def test_what_is_gone_by_the_time_it_is_asked_for_changes_nothing(page, now, messages):
    before, actions = now(), page.bilaga_actions
    actions.choose_files("borta")
    actions.choose_replacement("borta")
    actions.open("borta")
    actions.save("borta", "rubrik", rubrik="x")
    actions.move(("borta",), before.punkter[0].id)
    actions.remove(("borta",))
    assert actions.add_without_file("borta") is None
    assert now() == before
    assert messages.notices == []


def test_a_long_list_does_not_scroll_by_itself_the_editor_does(qtbot, page, view, store, now):
    for number in range(14):
        a_bilaga(store, now().punkter[0].id, f"Handling {number}")
    page.show_sammanträde(page.sammanträde_id)
    choose(qtbot, view, 0)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert page.editor.bilagor.details.rubrik.value() == "Handling 13"
    area = page.editor.area

    def chosen_is_seen() -> bool:
        middle = view.visualRect(view.currentIndex()).center()
        return area.viewport().rect().contains(view.viewport().mapTo(area.viewport(), middle))

    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0 and chosen_is_seen())
    assert view.verticalOffset() == 0
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(chosen_is_seen)
