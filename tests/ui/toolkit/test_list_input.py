import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.toolkit.fields import list_field
from ui.toolkit.list_input import ListItem

TWO = (ListItem("Att godkänna", "a"), ListItem("Att lägga till handlingarna", "b"))
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def elsewhere(qapp):
    return QLineEdit()


@pytest.fixture
def field(qtbot, theme, elsewhere):
    page, field = QWidget(), list_field(theme, "&Förslag", placeholder="Skriv nästa att-sats …")
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(elsewhere)
    page.resize(420, 400)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    field.load(TWO)
    yield field
    page.close()


def at(field, row: int, caret: int | None = None):
    """Put the caret in a row; last when no place is given."""
    text = field.input.rows[row]
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(len(text.toPlainText()) if caret is None else caret)
    text.setTextCursor(cursor)
    return text


def texts(field) -> list[str]:
    return [item.text for item in field.value()]


def test_the_rows_are_numbered_and_the_last_says_what_to_write(field):
    rows = field.input.rows
    assert [row.toPlainText() for row in rows] == [*texts(field), ""]
    assert rows[2].placeholderText() == "Skriv nästa att-sats …"
    assert [row.accessibleName() for row in rows] == ["Förslag 1", "Förslag 2", "Förslag 3"]
    numbers = [one.text() for one in field.input.findChildren(QLabel)]
    assert numbers == ["1.", "2.", "3."]


def test_empty_rows_are_no_rows(field):
    assert field.value() == TWO


def test_writing_in_the_last_row_makes_a_new_last_one(qtbot, field):
    qtbot.keyClicks(at(field, 2), "Att bordlagga")
    assert field.value() == (*TWO, ListItem("Att bordlagga"))
    assert len(field.input.rows) == 4


def test_enter_begins_a_new_row_after_this_one(qtbot, field):
    qtbot.keyClick(at(field, 0), Qt.Key.Key_Return)
    assert field.input.rows[1].hasFocus()
    qtbot.keyClicks(field.input.rows[1], "Att notera")
    assert field.value() == (TWO[0], ListItem("Att notera"), TWO[1])


def test_enter_inside_a_row_splits_it(qtbot, field):
    qtbot.keyClick(at(field, 0, 4), Qt.Key.Key_Return)
    assert field.value() == (ListItem("Att", "a"), ListItem("godkänna"), TWO[1])


def test_enter_in_the_empty_last_row_makes_no_more_of_them(qtbot, field):
    qtbot.keyClick(at(field, 2), Qt.Key.Key_Return)
    assert len(field.input.rows) == 3


def test_backspace_in_an_empty_row_takes_it_away(qtbot, field):
    qtbot.keyClick(at(field, 0), Qt.Key.Key_Return)
    qtbot.keyClick(field.input.rows[1], Qt.Key.Key_Backspace)
    assert field.value() == TWO
    assert field.input.rows[0].hasFocus()
    assert field.input.rows[0].textCursor().atEnd()


def test_backspace_first_in_a_row_joins_it_to_the_one_before(qtbot, field):
    qtbot.keyClick(at(field, 1, 0), Qt.Key.Key_Backspace)
    assert field.value() == (ListItem("Att godkänna Att lägga till handlingarna", "a"),)
    assert field.input.rows[0].textCursor().position() == len("Att godkänna ")


def test_backspace_first_in_the_first_row_does_nothing(qtbot, field):
    qtbot.keyClick(at(field, 0, 0), Qt.Key.Key_Backspace)
    assert field.value() == TWO


def test_alt_and_arrows_move_a_row_with_its_key_and_caret(qtbot, field):
    qtbot.keyClick(at(field, 0, 5), Qt.Key.Key_Down, ALT)
    assert field.value() == TWO[::-1]
    assert field.input.rows[1].hasFocus()
    assert field.input.rows[1].textCursor().position() == 5
    qtbot.keyClick(field.input.rows[1], Qt.Key.Key_Down, ALT)
    assert field.value() == TWO[::-1]
    qtbot.keyClick(field.input.rows[1], Qt.Key.Key_Up, ALT)
    assert field.value() == TWO


def test_arrows_walk_from_row_to_row(qtbot, field):
    qtbot.keyClick(at(field, 0), Qt.Key.Key_Down)
    assert field.input.rows[1].hasFocus()
    qtbot.keyClick(field.input.rows[1], Qt.Key.Key_Up)
    assert field.input.rows[0].hasFocus()


def test_pasted_lines_become_rows_without_their_own_numbers(field):
    data = QMimeData()
    data.setText("1. Att bifalla\n2) Att  avslå\n\n– att bordlägga\r\n15.att återremittera")
    at(field, 2).insertFromMimeData(data)
    assert texts(field)[2:] == ["Att bifalla", "Att avslå", "att bordlägga", "att återremittera"]
    assert field.input.rows[5].hasFocus()


def test_lines_pasted_inside_a_row_divide_it(field):
    data = QMimeData()
    data.setText("ett\ntvå")
    at(field, 0, 4).insertFromMimeData(data)
    assert field.value() == (ListItem("Att ett", "a"), ListItem("tvågodkänna"), TWO[1])


def test_one_pasted_line_goes_in_where_the_caret_is(field):
    data = QMimeData()
    data.setText("2020. Inte \n")
    at(field, 0, 4).insertFromMimeData(data)
    assert texts(field)[0] == "Att 2020. Integodkänna"


def test_a_number_pasted_first_in_a_row_is_dropped(field):
    data = QMimeData()
    data.setText("3. Att bifalla")
    at(field, 2).insertFromMimeData(data)
    assert texts(field)[2] == "Att bifalla"


def test_every_change_is_saved(qtbot, field):
    for act in (
        lambda: qtbot.keyClicks(at(field, 0), "x"),
        lambda: qtbot.keyClick(at(field, 0), Qt.Key.Key_Down, ALT),
        lambda: qtbot.keyClick(at(field, 1, 0), Qt.Key.Key_Backspace),
    ):
        with qtbot.waitSignal(field.edited) as edited:
            act()
        assert edited.args == [field.value()]


def test_an_empty_row_left_in_the_middle_goes_when_the_user_leaves(qtbot, field, elsewhere):
    qtbot.keyClick(at(field, 0), Qt.Key.Key_Return)
    with qtbot.waitSignal(field.left):
        elsewhere.setFocus()
    assert [row.toPlainText() for row in field.input.rows] == [*texts(field), ""]
    assert len(texts(field)) == 2


def test_walking_between_rows_is_not_leaving(qtbot, field):
    at(field, 0)
    with qtbot.assertNotEmitted(field.left):
        QTest.keyClick(field.input.rows[0], Qt.Key.Key_Tab)
    assert field.input.rows[1].hasFocus()


def test_the_caret_stays_in_its_row_when_the_rows_are_shown_again(field):
    at(field, 1, 3)
    field.show_value((*TWO, ListItem("Att tillägga", "c")))
    assert field.input.rows[1].hasFocus()
    assert field.input.rows[1].textCursor().position() == 3
    assert texts(field)[2] == "Att tillägga"
    field.show_value(())
    assert field.value() == ()
    assert len(field.input.rows) == 1
