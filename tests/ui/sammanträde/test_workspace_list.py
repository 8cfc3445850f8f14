"""The dagordning to the left: order, removal, new punkter, what each row says."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from tests.builders import a_bilaga, a_file, a_punkt, a_sammanträde, send
from ui.toolkit.palette import Role

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def open_menu() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def order(now) -> list[str]:
    return [punkt.rubrik for punkt in now().punkter]


def rows(page):
    return page.list.rows.rows_model.rows


def click(qtbot, page, at: int, modifier=NONE) -> None:
    view = page.list.rows
    place = view.visualRect(view.rows_model.index(at)).center()
    qtbot.mouseClick(view.viewport(), LEFT, modifier, place)


def drop(widget, data: QMimeData, place: QPoint) -> None:
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    widget.dragEnterEvent(QDragEnterEvent(place, actions, data, LEFT, NONE))
    widget.dragMoveEvent(QDragMoveEvent(place, actions, data, LEFT, NONE))
    widget.dropEvent(QDropEvent(QPointF(place), actions, data, LEFT, NONE))


def files(*paths) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_the_first_punkt_is_shown_and_the_list_has_the_focus(page):
    assert page.list.rows.hasFocus()
    assert page.editor.heading.text() == "Punkt 1"
    assert page.editor.rubrik.value() == "Budget"


def test_rows_say_number_rubrik_and_what_is_attached(page):
    assert [(one.number, one.text, one.info) for one in rows(page)] == [
        ("1", "Budget", "saknas 1"),
        ("2", "Taxor", ""),
        ("3", "Rapport", "saknas 2"),
    ]
    assert rows(page)[0].info_role is Role.WARN
    assert rows(page)[0].aloud() == "Punkt 1, Budget, 1 handling, 1 saknar fil"


def test_the_first_count_carries_its_unit_and_letters_are_shown_as_a_span(page, store, files, key):
    kept = a_file(files)
    for punkt, number in (("Ett", 2), ("Två", 1)):
        punkt_id = a_punkt(store, key, punkt, slag="information")
        for n in range(number):
            a_bilaga(store, punkt_id, f"Handling {n}", file=kept)
    letters = a_punkt(store, key, "Anmälningar", slag="anmälan")
    for n in range(3):
        a_bilaga(store, letters, f"Protokoll {n}", file=kept)
    page.show_sammanträde(key)
    assert [one.info for one in rows(page)][-3:] == ["2 handlingar", "1", "A–C"]


def test_the_count_line_counts(page):
    assert page.list.count.text() == "3 punkter · 3 handlingar"


def test_alt_and_arrows_move_the_chosen_punkt_and_undo_moves_it_back(qtbot, page, desk, now):
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down, ALT)
    assert order(now) == ["Taxor", "Budget", "Rapport"]
    assert page.editor.heading.text() == "Punkt 2"
    assert desk.editor.undo_stack.undoText() == "flytta punkt 1"
    desk.editor.undo()
    assert order(now) == ["Budget", "Taxor", "Rapport"]


def test_several_punkter_move_together(qtbot, page, now):
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Down, ALT)
    assert order(now) == ["Rapport", "Budget", "Taxor"]


def test_the_buttons_move_as_the_keys_do_and_stop_at_the_ends(qtbot, page, now):
    assert not page.list.up.isEnabled()
    qtbot.mouseClick(page.list.down, LEFT)
    qtbot.mouseClick(page.list.down, LEFT)
    assert order(now) == ["Taxor", "Rapport", "Budget"]
    assert not page.list.down.isEnabled()
    qtbot.mouseClick(page.list.up, LEFT)
    assert order(now) == ["Taxor", "Budget", "Rapport"]


def test_a_punkt_is_dragged_to_its_place(qtbot, page, now):
    view = page.list.rows
    click(qtbot, page, 2)
    data = view.rows_model.mimeData(view.selectedIndexes())
    drop(view, data, QPoint(40, 1))
    assert order(now) == ["Rapport", "Budget", "Taxor"]


def test_delete_removes_says_so_and_undo_brings_it_back_and_shows_it(
    qtbot, page, desk, messages, now
):
    click(qtbot, page, 1)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Delete)
    assert order(now) == ["Budget", "Rapport"]
    assert messages.notices == ["Punkt 2 togs bort. Ctrl+Z ångrar."]
    assert page.editor.rubrik.value() == "Rapport"
    click(qtbot, page, 0)
    desk.editor.undo()
    assert order(now) == ["Budget", "Taxor", "Rapport"]
    assert page.editor.rubrik.value() == "Taxor"


def test_several_are_removed_as_one_step(qtbot, page, desk, messages, now):
    qtbot.keyClick(page.list.rows, Qt.Key.Key_A, CTRL)
    qtbot.mouseClick(page.list.remove, LEFT)
    assert order(now) == []
    assert messages.notices == ["3 punkter togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert order(now) == ["Budget", "Taxor", "Rapport"]


@pytest.mark.parametrize("how", ["insert", "ctrl-enter", "button"])
def test_a_new_punkt_comes_after_the_chosen_one_with_the_caret_in_its_rubrik(qtbot, page, now, how):
    match how:
        case "insert":
            qtbot.keyClick(page.list.rows, Qt.Key.Key_Insert)
        case "ctrl-enter":
            qtbot.keyClick(page.list.rows, Qt.Key.Key_Return, CTRL)
        case _:
            qtbot.mouseClick(page.list.add_button, LEFT)
    rubrik = page.editor.rubrik.input
    assert rubrik.hasFocus()
    qtbot.keyClicks(rubrik, "Valfrihet")
    page.editor.rubrik.flush()
    assert order(now) == ["Budget", "Valfrihet", "Taxor", "Rapport"]


def test_a_new_punkt_stays_in_the_group_it_is_put_in(qtbot, page, store, key, now):
    a_punkt(store, key, "Lägesrapport", grupp="Information", at=1)
    page.show_sammanträde(key)
    page.show_punkt(now().punkter[0].id)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Insert)
    assert now().punkter[1].grupp == "Information"


def test_utgår_asks_why_and_the_row_says_so_until_it_is_taken_up_again(qtbot, page, messages, now):
    messages.texts = ["Bordlagd av arbetsutskottet"]
    page.list.withdraw_wanted.emit()
    assert messages.asked == ["Låt punkt 1 utgå: Varför? Skälet står i dagordningen."]
    assert now().punkter[0].utgår == "Bordlagd av arbetsutskottet"
    assert rows(page)[0].info == "utgår"
    assert page.editor.withdrawn.isVisible()
    assert page.editor.reason.text() == "Utgår: Bordlagd av arbetsutskottet"
    menu = page.list.menu()
    next(one for one in menu.actions() if one.text() == "Ta upp igen").trigger()
    assert now().punkter[0].utgår is None
    assert not page.editor.withdrawn.isVisible()


def test_thinking_better_of_utgår_changes_nothing(page, now):
    before = now()
    page.list.withdraw_wanted.emit()
    assert now() == before


def test_a_punkt_added_after_the_kallelse_is_marked(page, store, key):
    send(store, key)
    a_punkt(store, key, "Extra fråga")
    page.show_sammanträde(key)
    assert rows(page)[-1].info == "tillkom"
    page.show_punkt(rows(page)[-1].id)
    assert page.editor.late.isVisible()


def test_files_dropped_on_a_row_become_its_handlingar_and_it_is_shown(qtbot, page, tmp_path, now):
    paths = [tmp_path / "Underlag_taxor.pdf", tmp_path / "Bilaga.txt"]
    for path in paths:
        path.write_bytes(b"innehall " + path.name.encode())
    view = page.list.rows
    place = view.visualRect(view.rows_model.index(1)).center()
    drop(view, files(*paths), place)
    qtbot.waitUntil(lambda: len(now().punkter[1].bilagor) == 2)
    assert [one.rubrik for one in now().punkter[1].bilagor] == ["Underlag taxor", "Bilaga"]
    qtbot.waitUntil(lambda: page.editor.heading.text() == "Punkt 2")


def test_an_empty_dagordning_offers_a_first_punkt_and_an_import(qtbot, page, store, go):
    empty = a_sammanträde(store)
    page.show_sammanträde(empty)
    assert page.list.empty.isVisible()
    qtbot.mouseClick(page.list.read, LEFT)
    assert go.went == [("import",)]
    qtbot.mouseClick(page.list.empty.button, LEFT)
    assert [one.text for one in rows(page)] == ["Ny punkt"]
    assert page.editor.rubrik.input.hasFocus()


def test_a_withdrawn_punkt_among_several_lets_all_of_them_utgå(page, store, messages, now):
    store.do(WithdrawPunkt(punkt_id=now().punkter[0].id, skäl="Vilar"))
    page.reload(frozenset(["dagordning"]))
    page.list.rows.selectAll()
    messages.texts = ["Nytt skäl"]
    page.list.withdraw_wanted.emit()
    assert [one.utgår for one in now().punkter] == ["Nytt skäl"] * 3


def test_long_rubriker_that_begin_alike_are_cut_so_that_they_differ(page, store, key):
    texts = [f"Samarbete för bättre vård, uppföljning av delprojekt {n}" for n in (8, 11)]
    for text in (*texts, "Regionala priser och ersättningar för vården nästa år"):
        a_punkt(store, key, text)
    page.show_sammanträde(key)
    delegate = page.list.rows.itemDelegate()
    one, two = (delegate._cut_text(text, 160) for text in texts)
    assert one != two
    assert one.endswith("8")
    assert delegate._cut_text(
        "Regionala priser och ersättningar för vården nästa år", 160
    ).endswith("…")
    assert delegate._cut_text("Budget", 160) == "Budget"


def test_the_menus_of_the_list_pop_up(qtbot, page):
    texts = ["Ny punkt efter", "Från ärende …", "Låt utgå …", "Flytta upp", "Flytta ned", "Ta bort"]
    qtbot.mouseClick(page.list.more, LEFT)
    menu = open_menu()
    assert [one.text() for one in menu.actions() if one.text()] == texts
    assert not menu.actions()[4].isEnabled()
    menu.close()
    page.list.rows.customContextMenuRequested.emit(QPoint(5, 5))
    open_menu().close()


def test_nothing_chosen_is_nothing_done(page, now, messages):
    before = now()
    for act in (page.punkt_actions.remove, page.punkt_actions.withdraw):
        act(())
    page.punkt_actions.move((), 1)
    assert now() == before
    assert messages.notices == messages.asked == []
