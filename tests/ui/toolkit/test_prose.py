import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget

from ui.toolkit.fields import prose_field
from ui.toolkit.link_bar import completed
from ui.toolkit.palette import Role
from ui.toolkit.theme import Scheme

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TABLE = "| R | P |\n| --- | --- |\n| S | 1 |"


@pytest.fixture
def elsewhere(qapp):
    return QLineEdit()


@pytest.fixture
def field(qtbot, theme, elsewhere):
    page, field = QWidget(), prose_field(theme, "&Sammanfattning", placeholder="Skriv …")
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(field)
    layout.addWidget(elsewhere)
    page.resize(500, 400)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    field.load("")
    field.setFocus()
    yield field
    page.close()


@pytest.fixture
def edit(field):
    return field.input.text


def select(edit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def html(text: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    return data


def test_a_source_is_shown_and_read(field):
    source = "Ett **fett** ord\n\n- a\n- b\n\n" + TABLE
    field.load(source)
    assert field.value() == source


def test_writing_is_saved(qtbot, field, edit):
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClicks(edit, "Hej")
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        qtbot.keyClicks(edit, "du")
    assert edited.args == ["Hej\n\ndu"]


@pytest.mark.parametrize(
    ("keys", "name", "source"),
    [
        ((Qt.Key.Key_B, CTRL), "Fet", "**Hej**"),
        ((Qt.Key.Key_I, CTRL), "Kursiv", "*Hej*"),
        ((Qt.Key.Key_8, CTRL | SHIFT), "Punktlista", "- Hej"),
        ((Qt.Key.Key_7, CTRL | SHIFT), "Numrerad lista", "1. Hej"),
    ],
    ids=["bold", "italic", "bullets", "numbers"],
)
def test_keys_and_buttons_style_what_is_marked_and_take_it_back(qtbot, field, keys, name, source):
    field.load("Hej")
    button, edit = field.input.buttons[name], field.input.text
    edit.selectAll()
    qtbot.keyClick(edit, *keys)
    assert field.value() == source
    assert button.isChecked()
    assert field.pending
    button.click()
    assert field.value() == "Hej"
    assert not button.isChecked()


def test_one_kind_of_list_becomes_the_other(field, edit):
    field.load("- a\n- b")
    edit.selectAll()
    field.input.buttons["Numrerad lista"].click()
    assert field.value() == "1. a\n2. b"


def test_enter_in_an_empty_item_ends_the_list(qtbot, field, edit):
    field.load("- a")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "b")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "efter")
    assert field.value() == "- a\n- b\n\nefter"


class TestLinks:
    def ask(self, qtbot, edit):
        qtbot.keyClick(edit, Qt.Key.Key_L, CTRL)

    def test_what_is_marked_leads_where_the_user_says(self, qtbot, field, edit):
        field.load("Se underlaget nu")
        select(edit, 3, 13)
        self.ask(qtbot, edit)
        bar = field.input.link_bar
        assert bar.isVisible()
        assert bar.address.hasFocus()
        qtbot.keyClicks(bar.address, "www.exempel.se/a")
        qtbot.keyClick(bar.address, Qt.Key.Key_Return)
        assert field.value() == "Se [underlaget](https://www.exempel.se/a) nu"
        assert not bar.isVisible()
        assert edit.hasFocus()

    def test_text_after_a_link_is_not_part_of_it(self, qtbot, field, edit):
        field.load("[a](https://a.se)")
        edit.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClicks(edit, "b")
        assert field.value() == "[a](https://a.se)b"

    def test_text_inside_a_link_is_part_of_it(self, qtbot, field, edit):
        field.load("[ac](https://a.se)")
        select(edit, 1, 1)
        qtbot.keyClicks(edit, "b")
        assert field.value() == "[abc](https://a.se)"

    def test_a_link_is_changed_without_marking_it(self, qtbot, field, edit):
        field.load("x [abc](https://a.se) y")
        select(edit, 4, 4)
        self.ask(qtbot, edit)
        bar = field.input.link_bar
        assert bar.address.text() == "https://a.se"
        qtbot.keyClicks(bar.address, "https://b.se")
        bar.keep.click()
        assert field.value() == "x [abc](https://b.se) y"

    def test_a_link_is_taken_away_and_its_style_stays(self, qtbot, field, edit):
        field.load("x **[abc](https://a.se)** y")
        select(edit, 4, 4)
        self.ask(qtbot, edit)
        field.input.link_bar.drop.click()
        assert field.value() == "x **abc** y"

    def test_an_address_with_nothing_marked_is_written_out(self, qtbot, field, edit):
        self.ask(qtbot, edit)
        qtbot.keyClicks(field.input.link_bar.address, "a@b.se")
        field.input.link_bar.keep.click()
        assert field.value() == "[mailto:a@b.se](mailto:a@b.se)"

    def test_a_bad_address_is_refused_with_the_remedy(self, qtbot, field, edit):
        self.ask(qtbot, edit)
        bar = field.input.link_bar
        qtbot.keyClicks(bar.address, "javascript:alert(1)")
        bar.keep.click()
        assert bar.isVisible()
        assert "https://" in bar.problem.text()
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert edit.hasFocus()
        assert field.value() == ""

    @pytest.mark.parametrize(
        ("written", "meant"),
        [
            ("www.skane.se", "https://www.skane.se"),
            ("skane.se/a:b", "https://skane.se/a:b"),
            ("a@b.se", "mailto:a@b.se"),
            ("http://a.se", "http://a.se"),
            ("inte en adress.", "inte en adress."),
            ("ord", "ord"),
        ],
    )
    def test_an_address_is_completed_as_it_was_meant(self, written, meant):
        assert completed(written) == meant


class TestTables:
    def test_a_table_is_inserted_and_filled_with_tab(self, qtbot, field, edit):
        qtbot.keyClick(edit, Qt.Key.Key_T, CTRL | SHIFT)
        for text in ("R", "P", "S", "1", "H", "2", "B"):
            qtbot.keyClicks(edit, text)
            qtbot.keyClick(edit, Qt.Key.Key_Tab)
        qtbot.keyClicks(edit, "3")
        assert field.value() == ("| R | P |\n| --- | --- |\n| S | 1 |\n| H | 2 |\n| B | 3 |")

    def test_back_tab_goes_back(self, qtbot, field, edit):
        field.load(TABLE)
        edit.setFocus()
        select(edit, 3, 3)
        qtbot.keyClick(edit, Qt.Key.Key_Backtab)
        qtbot.keyClick(edit, Qt.Key.Key_Backtab)
        qtbot.keyClicks(edit, "x")
        assert field.value().startswith("| xR | P |")

    def test_tab_outside_a_table_leaves_the_field(self, qtbot, field, edit, elsewhere):
        with qtbot.waitSignal(field.left):
            qtbot.keyClick(edit, Qt.Key.Key_Tab)
        assert elsewhere.hasFocus()

    def menu(self, edit) -> QMenu:
        place = edit.rect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, edit.mapToGlobal(place))
        QApplication.sendEvent(edit.viewport(), event)
        (menu,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu))
        menu.close()
        return menu

    @pytest.mark.parametrize(
        ("name", "after"),
        [
            ("Infoga rad under", "| R | P |\n| --- | --- |\n|  |  |\n| S | 1 |"),
            ("Infoga kolumn till höger", "| R |  | P |\n| --- | --- | --- |\n| S |  | 1 |"),
            ("Ta bort raden", "| S | 1 |\n| --- | --- |"),
            ("Ta bort kolumnen", "| P |\n| --- |\n| 1 |"),
            ("Ta bort tabellen", ""),
        ],
    )
    def test_the_menu_changes_the_table(self, field, edit, name, after):
        field.load(TABLE)
        select(edit, 1, 1)
        (action,) = (one for one in self.menu(edit).actions() if one.text() == name)
        action.trigger()
        assert field.value() == after

    def test_outside_a_table_the_menu_has_none_of_it_and_no_undo(self, edit):
        names = {action.text() for action in self.menu(edit).actions()}
        assert not any("rad" in name or "kolumn" in name for name in names)
        assert not any("Undo" in name or "Redo" in name for name in names)


class TestPaste:
    def test_html_is_cleaned(self, field, edit):
        edit.insertFromMimeData(
            html("<p style='color:red'>Ett <b>fett</b></p><script>x</script><ul><li>a</li></ul>")
        )
        assert field.value() == "Ett **fett**\n\n- a"

    def test_a_phrase_goes_into_the_sentence(self, field, edit):
        field.load("Före efter")
        select(edit, 5, 5)
        edit.insertFromMimeData(html("<p><i>mitt i</i></p>"))
        assert field.value() == "Före *mitt i*efter"

    def test_what_is_marked_is_replaced(self, field, edit):
        field.load("Före gammalt efter")
        select(edit, 5, 12)
        edit.insertFromMimeData(html("<p>nytt</p>"))
        assert field.value() == "Före nytt efter"

    def test_a_whole_table_in_a_cell_becomes_its_text(self, field, edit):
        field.load(TABLE)
        select(edit, 1, 1)
        edit.insertFromMimeData(html("<table><tr><td>a</td><td>b</td></tr></table>"))
        assert field.value() == "| a b R | P |\n| --- | --- |\n| S | 1 |"

    def test_plain_text_is_text(self, field, edit):
        data = QMimeData()
        data.setText("**inte fet**")
        assert edit.canInsertFromMimeData(data)
        edit.insertFromMimeData(data)
        assert field.value() == r"\*\*inte fet\*\*"

    def test_images_are_not_taken(self, edit):
        data = QMimeData()
        data.setData("image/png", b"x")
        assert not edit.canInsertFromMimeData(data)

    def test_what_is_copied_here_is_pasted_whole(self, field, edit):
        source = "Ett **fett** [ord](https://a.se)\n\n- a\n- b"
        field.load(source)
        edit.selectAll()
        data = edit.createMimeDataFromSelection()
        assert data.text() == "Ett fett ord\n\n– a\n– b"
        field.load("")
        edit.insertFromMimeData(data)
        assert field.value() == source


def test_the_caret_stays_when_the_text_is_read_again(field, edit):
    field.load("Ett **fett** ord")
    select(edit, 6, 6)
    field.show_value("Ett **fett** ord")
    assert edit.textCursor().position() == 6
    field.show_value("Ett **fett** ord till")
    assert edit.textCursor().position() == 6


def test_links_and_tables_get_the_colours_of_a_new_theme(theme, field, edit):
    source = "[a](https://a.se)\n\n" + TABLE
    field.load(source)
    theme.set_scheme(Scheme.DARK)
    select(edit, 0, 1)
    colour = edit.textCursor().charFormat().foreground().color()
    assert colour == theme.colour(Role.ACCENT)
    assert field.value() == source
    assert not field.pending


def test_the_field_grows_with_its_text(field, edit):
    low = edit.height()
    field.load("\n\n".join("stycke" for _ in range(8)))
    assert edit.height() > low
    assert edit.verticalScrollBar().maximum() == 0
    field.load("")
    assert edit.height() == low


def test_names_are_there_for_a_screen_reader(field, edit):
    assert edit.accessibleName() == "Sammanfattning"
    field.set_problem("Skriv något.")
    assert edit.accessibleDescription() == "Skriv något."
    assert {name: one.accessibleName() for name, one in field.input.buttons.items()} == {
        name: name for name in field.input.buttons
    }
    assert field.input.buttons["Fet"].toolTip() == "Fet (Ctrl+B)"


def test_asking_for_a_link_is_not_leaving_the_field(qtbot, field, edit):
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(edit, Qt.Key.Key_L, CTRL)
    assert field.input.property("active") == "true"
