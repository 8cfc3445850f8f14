import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)

from ui.toolkit.ordered_list import place_after
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList, RowListModel

ROWS = tuple(ListRow(f"p{n}", str(n), f"Punkt nummer {n}") for n in range(1, 7))
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rows(qtbot, theme):
    rows = RowList(theme, name="Dagordning")
    qtbot.addWidget(rows)
    rows.resize(320, 400)
    rows.show_rows(ROWS)
    rows.show()
    return rows


@pytest.fixture
def moves(rows) -> list[tuple[tuple[str, ...], int]]:
    seen: list[tuple[tuple[str, ...], int]] = []
    rows.moved.connect(lambda ids, to: seen.append((ids, to)))
    return seen


def select(rows, *ids: str) -> None:
    rows.clearSelection()
    for row_id in ids:
        at = [row.id for row in ROWS].index(row_id)
        index = rows.rows_model.index(at)
        rows.selectionModel().setCurrentIndex(index, rows.selectionModel().SelectionFlag.Select)


def between(rows, at: int) -> QPoint:
    """The place above row `at` (0 is first)."""
    height = rows.visualRect(rows.rows_model.index(0)).height()
    return QPoint(50, at * height - rows.verticalOffset() + 1)


def drop(rows, data: QMimeData, place: QPoint) -> QDropEvent:
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    rows.dragEnterEvent(QDragEnterEvent(place, actions, data, LEFT, NONE))
    rows.dragMoveEvent(QDragMoveEvent(place, actions, data, LEFT, NONE))
    rows.viewport().grab()
    event = QDropEvent(QPointF(place), actions, data, LEFT, NONE)
    rows.dropEvent(event)
    return event


def dragged(rows) -> QMimeData:
    return rows.rows_model.mimeData(rows.selectedIndexes())


def files(*paths) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_the_model_is_a_good_model(qtmodeltester):
    model = RowListModel()
    model.show(ROWS)
    qtmodeltester.check(model)


def test_a_screen_reader_hears_number_text_and_info(rows):
    rows.show_rows([ListRow("a", "7", "Uppföljning", "saknas 1", Role.WARN), ListRow("b", "", "x")])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert rows.rows_model.index(0).data(role) == "7, Uppföljning, saknas 1"
    assert rows.rows_model.index(1).data(role) == "x"
    assert rows.accessibleName() == "Dagordning"


@pytest.mark.parametrize(
    ("chosen", "above", "to"),
    [
        (["p1"], 6, 6),
        (["p6"], 0, 1),
        (["p2"], 4, 4),
        (["p5"], 2, 3),
        (["p1", "p2"], 4, 3),
        (["p1", "p3", "p6"], 4, 3),
    ],
    ids=["last", "first", "down", "up", "two", "scattered"],
)
def test_dragged_rows_are_wanted_where_they_are_dropped(rows, moves, chosen, above, to):
    select(rows, *chosen)
    assert drop(rows, dragged(rows), between(rows, above)).isAccepted()
    assert moves == [(tuple(chosen), to)]


@pytest.mark.parametrize("above", [1, 2], ids=["before-itself", "after-itself"])
def test_a_drop_that_changes_nothing_asks_for_nothing(rows, moves, above):
    select(rows, "p2")
    drop(rows, dragged(rows), between(rows, above))
    assert moves == []


def test_rows_of_another_list_are_not_taken(qtbot, theme, rows, moves):
    other = RowList(theme, name="En annan")
    qtbot.addWidget(other)
    other.show_rows(ROWS)
    other.choose("p1")
    assert not drop(rows, dragged(other), between(rows, 3)).isAccepted()
    assert moves == []


def test_a_list_with_a_fixed_order_takes_files_but_no_rows(rows, moves, qtbot, tmp_path):
    rows.reorder = False
    select(rows, "p1")
    assert not drop(rows, dragged(rows), between(rows, 4)).isAccepted()
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert moves == []
    with qtbot.waitSignal(rows.files_dropped):
        drop(rows, files(tmp_path / "a.pdf"), between(rows, 0))


def test_files_are_dropped_on_the_row_under_the_pointer(qtbot, rows, tmp_path):
    paths = tmp_path / "missiv å.pdf", tmp_path / "b.docx"
    with qtbot.waitSignal(rows.files_dropped) as dropped:
        drop(rows, files(*paths), rows.visualRect(rows.rows_model.index(2)).center())
    assert dropped.args == ["p3", paths]


def test_files_below_the_last_row_belong_to_none(qtbot, rows, tmp_path):
    with qtbot.waitSignal(rows.files_dropped) as dropped:
        drop(rows, files(tmp_path / "a.pdf"), QPoint(40, 390))
    assert dropped.args == [None, (tmp_path / "a.pdf",)]


def test_text_and_web_addresses_are_not_files(rows):
    data = QMimeData()
    data.setText("bara text")
    assert not drop(rows, data, between(rows, 1)).isAccepted()
    data.setUrls([QUrl("https://exempel.se/a.pdf")])
    assert not drop(rows, data, between(rows, 1)).isAccepted()


def test_the_mark_goes_when_the_pointer_leaves(rows, tmp_path):
    place, data = between(rows, 2), files(tmp_path / "a")
    clean = rows.viewport().grab().toImage()
    rows.dragEnterEvent(QDragEnterEvent(place, Qt.DropAction.CopyAction, data, LEFT, NONE))
    assert rows.viewport().grab().toImage() != clean
    rows.dragLeaveEvent(QDragLeaveEvent())
    assert rows.viewport().grab().toImage() == clean


def test_alt_and_arrows_move_the_selected_rows(qtbot, rows, moves):
    select(rows, "p3")
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    select(rows, "p3", "p4")
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert moves == [(("p3",), 2), (("p3",), 4), (("p3", "p4"), 4)]


def test_the_first_goes_no_further_up_nor_the_last_down(qtbot, rows, moves):
    select(rows, "p1")
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    select(rows, "p5", "p6")
    qtbot.keyClick(rows, Qt.Key.Key_Down, ALT)
    assert moves == []


def test_scattered_rows_are_gathered_by_the_arrows(qtbot, rows, moves):
    select(rows, "p1", "p4")
    qtbot.keyClick(rows, Qt.Key.Key_Up, ALT)
    assert moves == [(("p1", "p4"), 1)]


def test_the_keyboard_opens_removes_and_inserts(qtbot, rows):
    rows.choose("p2")
    with qtbot.waitSignal(rows.opened) as opened:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    with qtbot.waitSignal(rows.removal_wanted) as removed:
        qtbot.keyClick(rows, Qt.Key.Key_Delete)
    with qtbot.waitSignal(rows.insertion_wanted) as inserted:
        qtbot.keyClick(rows, Qt.Key.Key_Insert)
    assert (opened.args, removed.args, inserted.args) == (["p2"], [("p2",)], ["p2"])


def test_the_page_hears_where_the_user_is(qtbot, rows):
    with qtbot.waitSignal(rows.chosen) as chosen:
        assert rows.choose("p4")
    assert chosen.args == ["p4"]
    with qtbot.assertNotEmitted(rows.chosen):
        rows.show_rows(ROWS[::-1])
    assert rows.current() == "p4"
    assert rows.selected() == ("p4",)
    with qtbot.waitSignal(rows.chosen) as chosen:
        rows.show_rows(ROWS[:2])
    assert chosen.args == [None]
    assert not rows.choose("p4")


def test_a_change_of_text_keeps_the_place_and_redraws_only_that_row(qtbot, rows):
    rows.resize(320, 100)
    rows.choose("p6")
    scrolled = rows.verticalScrollBar().value()
    assert scrolled > 0
    changed = [*ROWS[:4], ListRow("p5", "5", "Ny rubrik"), ROWS[5]]
    with qtbot.waitSignal(rows.rows_model.dataChanged) as told:
        rows.show_rows(changed)
    assert told.args[0].row() == told.args[1].row() == 4
    assert rows.verticalScrollBar().value() == scrolled


def test_the_selected_row_and_a_warning_are_painted(rows, theme):
    rows.show_rows([ListRow("a", "1", "En lång rubrik " * 9, "saknas 1", Role.WARN), *ROWS])
    rows.choose("p1")
    image = rows.viewport().grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(80)}
    for role in (Role.SELECTED, Role.ACCENT, Role.SEPARATOR):
        assert theme.colour(role).name() in seen, role


def test_info_is_smaller_than_the_text_and_stands_to_the_right(rows):
    def ink() -> list[int]:
        image = rows.viewport().grab().toImage()
        paper = image.pixel(300, 10)
        return [x for x in range(310) if any(image.pixel(x, y) != paper for y in range(4, 30))]

    words = "mmmmmmmmmm"
    rows.show_rows([ListRow("a", "", words)])
    text = ink()
    rows.show_rows([ListRow("b", "", "", words)])
    info = ink()
    assert info[-1] - info[0] < 0.95 * (text[-1] - text[0])
    assert info[-1] > 290


def test_every_row_has_room_for_its_text_at_any_size(rows, theme):
    for scale in (1.0, 1.5, 2.0):
        theme.set_font_scale(scale)
        height = rows.visualRect(rows.rows_model.index(1)).height()
        assert height > theme.px(17)
        assert height > rows.fontMetrics().height()


@given(st.lists(st.integers(0, 8), min_size=1, max_size=9, unique=True), st.integers(0, 9))
def test_dropped_rows_stand_together_before_the_row_they_were_dropped_on(places, before):
    rows = [ListRow(str(n), str(n), "") for n in range(9)]
    ids = [str(n) for n in sorted(places)]
    to = place_after(rows, ids, before)
    order = [row.id for row in rows]
    staying = [one for one in order if one not in ids]
    if to is None:
        start = order.index(ids[0])
        assert order[start : start + len(ids)] == ids
        return
    after = [*staying[: to - 1], *ids, *staying[to - 1 :]]
    assert after != order
    follows = [one for one in order[before:] if one not in ids]
    assert after[to - 1 + len(ids) :] == follows


def test_a_row_that_is_gone_to_with_ctrl_held_down_is_selected_too(qtbot, rows):
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), rows, lambda: rows.choose("p3"))
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    rows.setFocus()
    rows.choose("p1")
    qtbot.waitUntil(rows.hasFocus)
    qtbot.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert rows.selected() == ("p3",)
