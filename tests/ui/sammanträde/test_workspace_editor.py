"""The editor of a punkt: it saves by itself, undo shows what it took back, the caret stays."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox

from nämnd.core.changes import Topic
from nämnd.sammanträde.dagordning import SatsRow
from nämnd.sammanträde.drafts import draft_of
from nämnd.sammanträde.punkt_commands import SavePunkt
from nämnd.ärende.commands import SaveÄrende
from nämnd.ärende.queries import ärenden
from tests.builders import a_punkt
from tests.ui.sammanträde.test_workspace_list import LEFT, click
from ui.sammanträde.punkt_saving import keys_for
from ui.toolkit.list_input import ListItem

CTRL = Qt.KeyboardModifier.ControlModifier


def first(now):
    return now().punkter[0]


def write(qtbot, field, text: str) -> None:
    """Type at the end of a field, and save as a pause would."""
    field.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), text)
    field.flush()


def test_the_rubrik_is_saved_a_moment_after_the_last_key(qtbot, page, now):
    page.editor.begin()
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_End)
    with qtbot.waitSignal(page.editor.rubrik.edited):
        qtbot.keyClicks(page.editor.rubrik.input, " 2027")
    assert first(now).rubrik == "Budget 2027"
    assert page.list.rows.rows_model.rows[0].text == "Budget 2027"


def test_the_caret_stays_when_the_page_shows_what_was_just_saved(qtbot, page, now):
    rubrik = page.editor.rubrik.input
    page.editor.begin()
    qtbot.keyClick(rubrik, Qt.Key.Key_Home)
    qtbot.keyClicks(rubrik, "Ny ")
    page.editor.rubrik.flush()
    page.reload(frozenset([Topic.DAGORDNING]))
    assert rubrik.textCursor().position() == 3
    qtbot.keyClicks(rubrik, "stor ")
    page.editor.rubrik.flush()
    assert first(now).rubrik == "Ny stor Budget"


def test_a_space_just_written_last_is_not_taken_away_by_a_reload(qtbot, page, now):
    write(qtbot, page.editor.rubrik, " ")
    page.reload(frozenset([Topic.DAGORDNING]))
    write(qtbot, page.editor.rubrik, "nu")
    assert first(now).rubrik == "Budget nu"


def test_keystrokes_in_a_row_are_one_step_of_undo_named_after_field_and_punkt(
    qtbot, page, desk, now
):
    write(qtbot, page.editor.rubrik, " a")
    write(qtbot, page.editor.rubrik, " b")
    assert desk.editor.undo_stack.undoText() == "ändra rubrik i punkt 1"
    desk.editor.undo()
    assert first(now).rubrik == "Budget"
    assert page.editor.rubrik.value() == "Budget"
    desk.editor.redo()
    assert page.editor.rubrik.value() == "Budget a b"


def test_undo_in_another_punkt_goes_there(qtbot, page, desk, now):
    write(qtbot, page.editor.rubrik, "!")
    click(qtbot, page, 2)
    assert page.editor.heading.text() == "Punkt 3"
    desk.editor.undo()
    assert page.editor.heading.text() == "Punkt 1"
    assert page.editor.rubrik.value() == "Budget"


def test_what_is_being_written_is_saved_before_another_punkt_is_shown(qtbot, page, now):
    page.editor.begin()
    qtbot.keyClicks(page.editor.rubrik.input, "Stor ")
    click(qtbot, page, 1)
    assert "Stor" in first(now).rubrik
    assert page.editor.rubrik.value() == "Taxor"


def test_an_empty_rubrik_is_refused_at_the_field_and_holds_the_user_there(qtbot, page, now):
    page.editor.begin()
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_Delete)
    click(qtbot, page, 1)
    assert page.editor.heading.text() == "Punkt 1"
    assert page.editor.rubrik.problem.isVisible()
    assert page.editor.rubrik.input.hasFocus()
    assert first(now).rubrik == "Budget"


def test_what_is_refused_about_a_bilaga_holds_the_user_at_its_field(qtbot, page):
    page.editor.bilagor.choose(page.editor.bilagor.view.lines[0].id)
    rubrik = page.editor.bilagor.details.rubrik
    rubrik.setFocus()
    rubrik.input.selectAll()
    qtbot.keyClick(rubrik.input, Qt.Key.Key_Delete)
    click(qtbot, page, 1)
    assert page.editor.heading.text() == "Punkt 1"
    assert rubrik.input.hasFocus()
    qtbot.keyClicks(rubrik.input, "Tjut")
    click(qtbot, page, 1)
    assert page.editor.heading.text() == "Punkt 2"


def test_att_satser_are_numbered_rows_and_keep_their_ids(qtbot, page, now):
    page.editor.förslag.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "Att godkanna")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.editor.förslag.flush()
    ids = [one.id for one in first(now).förslag]
    qtbot.keyClicks(QApplication.focusWidget(), "Att avsluta")
    page.editor.förslag.flush()
    assert [one.text for one in first(now).förslag] == ["Att godkanna", "Att avsluta"]
    assert first(now).förslag[0].id == ids[0]
    second = first(now).förslag[1].id
    qtbot.keyClicks(QApplication.focusWidget(), " punkten")
    page.editor.förslag.flush()
    assert first(now).förslag[1] == SatsRow(second, "Att avsluta punkten")


def test_a_new_row_between_two_gets_an_id_of_its_own():
    a, b, c = ListItem("a", "1"), ListItem("ny"), ListItem("c", "2")
    keys = keys_for((a, b, c), ["1", "2"])
    assert keys[::2] == ["1", "2"]
    assert keys[1] not in {"1", "2"}


def test_kind_and_the_fields_under_mer_are_saved(qtbot, page, now):
    optional = page.editor.optional
    assert not optional.tid.isVisible()
    qtbot.mouseClick(optional.more, LEFT)
    write(qtbot, optional.föredragande, "Eva Lind")
    write(qtbot, optional.tid, "9:30")
    write(qtbot, optional.grupp, "Ekonomi")
    write(qtbot, optional.underpunkter, "Helar")
    combo: QComboBox = page.editor.slag.input
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    punkt = first(now)
    assert (punkt.föredragande, punkt.tid, punkt.grupp) == ("Eva Lind", "09.30", "Ekonomi")
    assert [one.rubrik for one in punkt.underpunkter] == ["Helar"]
    assert punkt.slag == "information"


def test_fields_that_hold_something_are_shown_without_asking(page, store, key, now):
    a_punkt(store, key, "Besök", föredragande="Eva Lind", at=1)
    page.show_sammanträde(key)
    page.show_punkt(first(now).id)
    assert page.editor.optional.föredragande.isVisible()
    assert not page.editor.optional.tid.isVisible()
    assert page.editor.optional.more.text() == "Mer: tid, grupp, underpunkter …"


def test_running_text_is_saved_with_its_form(qtbot, page, now):
    text = page.editor.sammanfattning.input.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(text, "Viktigt")
    page.editor.sammanfattning.flush()
    assert first(now).sammanfattning == "**Viktigt**"


def test_a_new_dnr_registers_an_ärende_in_the_same_step(qtbot, page, desk, store, now):
    before = len(desk.store.ask(lambda session: ärenden(session, now().sammanträde.nämnd_id)))
    line = page.editor.ärende.combo.lineEdit()
    page.editor.ärende.setFocus()
    qtbot.keyClicks(line, "VN 2026/17")
    assert first(now).dnr is None
    qtbot.keyClick(page.editor.ärende.combo, Qt.Key.Key_Return)
    assert first(now).dnr == "VN 2026/17"
    assert first(now).ärende_rubrik == "Budget"
    desk.editor.undo()
    assert first(now).dnr is None
    assert page.editor.ärende.value() == ""
    nämnd_id = now().sammanträde.nämnd_id
    assert len(store.ask(lambda session: ärenden(session, nämnd_id))) == before


def test_an_ärende_that_exists_is_chosen_not_registered_again(qtbot, page, store, now):
    for at, text in ((0, "VN 2026/17"), (1, "vn 2026/17")):
        click(qtbot, page, at)
        page.editor.ärende.setFocus()
        qtbot.keyClicks(page.editor.ärende.combo.lineEdit(), text)
        page.editor.ärende.flush()
    one, two, _ = now().punkter
    assert one.ärende_id == two.ärende_id is not None
    assert page.editor.ärende.combo.itemData(0, Qt.ItemDataRole.DisplayRole).startswith("VN")


def test_an_ärende_is_chosen_from_the_list_by_keyboard(qtbot, page, desk, now):
    nämnd_id = now().sammanträde.nämnd_id
    for key, dnr in (("a", "VN 2026/1"), ("b", "VN 2026/2")):
        command = SaveÄrende(ärende_id=key, nämnd_id=nämnd_id, dnr=dnr, rubrik="En fråga")
        desk.editor.do(command, "registrera ärende")
    combo = page.editor.ärende.combo
    assert [combo.itemText(at) for at in range(combo.count())] == ["VN 2026/1", "VN 2026/2"]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    qtbot.keyClick(combo, Qt.Key.Key_Down)
    page.editor.ärende.flush()
    assert first(now).ärende_id == "b"


def test_an_ärende_is_found_by_the_words_of_its_rubrik(qtbot, page, desk, now):
    nämnd_id = now().sammanträde.nämnd_id
    command = SaveÄrende(ärende_id="a", nämnd_id=nämnd_id, dnr="VN 2026/1", rubrik="Starr")
    desk.editor.do(command, "registrera ärende")
    combo = page.editor.ärende.combo
    combo.setFocus()
    qtbot.keyClicks(combo.lineEdit(), "starr")
    popup = combo.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    page.editor.ärende.flush()
    assert first(now).ärende_id == "a"
    assert page.editor.ärende.value() == "VN 2026/1"


def test_the_wheel_over_an_ärende_that_is_not_written_in_changes_nothing(qtbot, page, desk, now):
    nämnd_id = now().sammanträde.nämnd_id
    command = SaveÄrende(ärende_id="a", nämnd_id=nämnd_id, dnr="VN 2026/1")
    desk.editor.do(command, "registrera ärende")
    combo, place = page.editor.ärende.combo, QPoint(5, 5)
    wheel = QWheelEvent(
        place, combo.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003 - Qt
    )  # fmt: skip
    QApplication.sendEvent(combo, wheel)
    assert page.editor.ärende.value() == ""


def test_a_rubrik_takes_fewer_lines_where_there_is_room(qtbot, page, store, now):
    punkt = first(now)
    long = "Uppföljning av gemensam väntelista för starroperationer i regionerna"
    store.do(SavePunkt(punkt_id=punkt.id, draft=replace(draft_of(punkt), rubrik=long)))
    page.resize(900, 700)
    page.show_sammanträde(page.sammanträde_id)
    qtbot.waitUntil(lambda: page.editor.rubrik.input.width() < 450)
    narrow = page.editor.rubrik.input.height()
    page.resize(1600, 700)
    qtbot.waitUntil(lambda: page.editor.rubrik.input.height() < narrow)


def test_clearing_the_dnr_lets_the_punkt_belong_to_no_ärende(qtbot, page, now):
    page.editor.ärende.setFocus()
    qtbot.keyClicks(page.editor.ärende.combo.lineEdit(), "VN 1")
    page.editor.ärende.flush()
    page.editor.ärende.combo.lineEdit().selectAll()
    qtbot.keyClick(page.editor.ärende.combo, Qt.Key.Key_Delete)
    page.editor.ärende.flush()
    assert first(now).ärende_id is None


def test_escape_goes_to_the_list_and_enter_back(qtbot, page):
    for field in (page.editor.rubrik, page.editor.förslag, page.editor.sammanfattning):
        field.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert page.list.rows.hasFocus()
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Return)
    assert page.editor.rubrik.input.hasFocus()
    qtbot.keyClick(page.editor.rubrik.input, Qt.Key.Key_Escape)
    qtbot.keyClick(page.list.rows, Qt.Key.Key_F2)
    assert page.editor.rubrik.input.hasFocus()


def test_tab_goes_through_the_fields_from_the_top(qtbot, page):
    page.editor.begin()
    seen = [QApplication.focusWidget()]
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    editor = page.editor
    assert seen[:3] == [editor.rubrik.input, editor.ärende.combo, editor.slag.input]
    assert seen[3] is editor.optional.more
    assert editor.förslag.isAncestorOf(seen[4])
    assert editor.sammanfattning.isAncestorOf(seen[5])


def test_tab_goes_from_the_list_to_the_editor(qtbot, page):
    qtbot.keyClick(page.list.rows, Qt.Key.Key_Tab)
    assert page.editor.rubrik.input.hasFocus()


def test_tab_goes_through_the_handlingar_and_what_removes_comes_last(qtbot, page):
    view, details = page.editor.bilagor.view, page.editor.bilagor.details
    view.setFocus()
    seen: list[object] = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    inputs = [field.input for field in details.fields]
    assert seen == [*inputs, details.replace, details.move_to, details.remove]


def test_ctrl_enter_adds_a_punkt_also_from_a_field(qtbot, page, now):
    for field in (page.editor.rubrik, page.editor.sammanfattning):
        field.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    assert [one.rubrik for one in now().punkter] == [
        "Budget", "Ny punkt", "Ny punkt", "Taxor", "Rapport",
    ]  # fmt: skip


def test_a_page_that_is_not_seen_reads_when_it_is(page, store, key):
    page.hide()
    a_punkt(store, key, "Sent påkommet")
    page.reload(frozenset([Topic.DAGORDNING]))
    assert len(page.list.rows.rows_model.rows) == 3
    page.show()
    assert len(page.list.rows.rows_model.rows) == 4
