from datetime import date

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.error_messages import message_for
from ui.toolkit.dates import read_date
from ui.toolkit.fields import (
    Field,
    check_field,
    choice_field,
    date_field,
    line_field,
    parsed_field,
    text_field,
)
from ui.toolkit.inputs import MalformedError

REFUSAL = InvalidDraftError((Draft.RUBRIK_MISSING,))


class Page(QWidget):
    """A field and something else to go to."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.other = QWidget()
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.other)


@pytest.fixture
def shown(qtbot):
    pages = []

    def show(field: Field) -> Page:
        page = Page(field)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(400, 300)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        field.setFocus()
        return page

    return show


@pytest.fixture
def rubrik(theme, shown):
    field = line_field(theme, "&Rubrik")
    shown(field)
    field.load("Gammal")
    return field


def leave(field: Field) -> None:
    QApplication.sendEvent(
        field.input, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    )


def write(qtbot, field: Field, text: str) -> None:
    field.input.selectAll()
    qtbot.keyClicks(field.input, text)


def test_what_is_written_is_saved_a_moment_later(qtbot, rubrik):
    saved = []
    rubrik.save_with(saved.append)
    with qtbot.waitSignal(rubrik.edited) as edited:
        write(qtbot, rubrik, "Ny")
        assert rubrik.pending
        assert saved == []
    assert (edited.args, saved, rubrik.pending) == (["Ny"], ["Ny"], False)


def test_it_is_saved_within_the_promised_time(rubrik):
    assert rubrik.delay.interval() <= 400


def test_it_is_saved_at_once_when_the_user_goes_on(qtbot, rubrik):
    write(qtbot, rubrik, "Ny")
    with qtbot.waitSignal(rubrik.left), qtbot.waitSignal(rubrik.edited) as edited:
        leave(rubrik)
    assert edited.args == ["Ny"]


def test_enter_saves(qtbot, rubrik):
    write(qtbot, rubrik, "Ny")
    with qtbot.waitSignal(rubrik.edited):
        qtbot.keyClick(rubrik.input, Qt.Key.Key_Return)


def test_nothing_is_saved_twice_nor_what_is_as_it_was(qtbot, rubrik):
    saved = []
    rubrik.save_with(saved.append)
    write(qtbot, rubrik, "Gammal")
    rubrik.flush()
    assert (saved, rubrik.pending) == ([], False)
    write(qtbot, rubrik, "Ny")
    rubrik.flush()
    leave(rubrik)
    assert saved == ["Ny"]


def test_a_refusal_is_said_at_the_field_and_what_was_written_stays(qtbot, rubrik):
    rubrik.save_with(lambda text: None if text else REFUSAL)
    write(qtbot, rubrik, "x")
    qtbot.keyClick(rubrik.input, Qt.Key.Key_Backspace)
    leave(rubrik)
    assert rubrik.pending
    assert rubrik.problem.isVisible()
    assert rubrik.problem.text() == message_for(REFUSAL)
    assert rubrik.input.accessibleDescription() == message_for(REFUSAL)
    assert rubrik.input.text() == ""
    write(qtbot, rubrik, "Ny")
    rubrik.flush()
    assert not rubrik.pending
    assert not rubrik.problem.isVisible()


def test_a_refused_text_is_tried_again(qtbot, rubrik):
    tries = []

    def save(text: str):
        tries.append(text)
        return REFUSAL if len(tries) == 1 else None

    rubrik.save_with(save)
    write(qtbot, rubrik, "Ny")
    rubrik.flush()
    assert rubrik.pending
    rubrik.flush()
    assert tries == ["Ny", "Ny"]
    assert not rubrik.pending


def test_a_page_that_reads_again_does_not_disturb_the_writer(qtbot, rubrik):
    write(qtbot, rubrik, "Halvt skriv")
    rubrik.input.setCursorPosition(5)
    rubrik.show_value("Från en annan ändring")
    assert rubrik.input.text() == "Halvt skriv"
    assert rubrik.input.cursorPosition() == 5


def test_the_caret_stays_when_the_same_text_is_shown(rubrik):
    rubrik.input.setCursorPosition(3)
    rubrik.show_value("Gammal")
    assert rubrik.input.cursorPosition() == 3
    rubrik.show_value("Gammalt namn")
    assert rubrik.input.cursorPosition() == 3
    rubrik.show_value("G")
    assert rubrik.input.cursorPosition() == 1


def test_the_saved_form_is_shown_when_the_user_has_left_and_not_before(qtbot, rubrik):
    def save(text: str) -> None:
        rubrik.show_value(text.strip())  # as a page does when the editor says `changed`

    rubrik.save_with(save)
    write(qtbot, rubrik, "Ny ")
    rubrik.flush()
    assert rubrik.input.text() == "Ny "
    leave(rubrik)
    assert rubrik.input.text() == "Ny"


def test_without_a_reload_the_new_text_stays(qtbot, rubrik):
    rubrik.save_with(lambda _: None)
    write(qtbot, rubrik, "Ny")
    leave(rubrik)
    assert rubrik.input.text() == "Ny"


def test_another_thing_is_loaded_without_what_was_not_saved(qtbot, rubrik):
    saved = []
    rubrik.save_with(saved.append)
    write(qtbot, rubrik, "Till den andra")
    rubrik.load("En annan punkt")
    rubrik.flush()
    assert (rubrik.input.text(), rubrik.pending, saved) == ("En annan punkt", False, [])


def test_showing_a_value_is_not_writing(qtbot, theme, shown):
    field = text_field(theme, "&Text")
    shown(field)
    with qtbot.assertNotEmitted(field.pending_changed):
        field.load("ett")
        field.show_value("två")
    assert field.value() == "två"


def test_label_and_names_are_there_for_everyone(theme, rubrik):
    assert rubrik.label.buddy() is rubrik.input
    assert rubrik.input.accessibleName() == "Rubrik"
    assert rubrik.focusProxy() is rubrik.input


@pytest.mark.parametrize("kind", [line_field, text_field], ids=["line", "text"])
def test_ctrl_z_is_the_programs(qtbot, theme, shown, kind):
    field = kind(theme, "&Rubrik")
    page, undone = shown(field), []
    action = QAction("Ångra", page)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(lambda: undone.append(1))
    page.addAction(action)
    qtbot.keyClicks(field.input, "abc")
    qtbot.keyClick(field.input, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(undone) == 1
    assert field.value() == "abc"


def test_a_text_field_grows_with_its_text_and_then_scrolls(qtbot, theme, shown):
    field = text_field(theme, "&Text", least=2)
    shown(field)
    lowest = field.input.height()
    line = field.input.fontMetrics().lineSpacing()
    field.load("\n".join("rad" for _ in range(6)))
    assert field.input.height() == lowest + 4 * line
    field.load("\n".join("rad" for _ in range(60)))
    assert field.input.height() == lowest + 14 * line
    assert field.input.verticalScrollBar().maximum() > 0
    field.load("rad")
    assert field.input.height() == lowest


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_line_of_a_text_field_is_seen_whole(qtbot, theme, shown, scale):
    theme.set_font_scale(scale)
    field = text_field(theme, "&Text", least=1)
    shown(field)
    field.load("ett\ntvå\ntre")
    qtbot.waitUntil(field.input.isVisible)
    assert field.input.verticalScrollBar().maximum() == 0
    assert field.input.viewport().height() >= 3 * field.input.fontMetrics().lineSpacing()


def test_a_rubrik_wraps_but_is_one_paragraph(qtbot, theme, shown):
    field = text_field(theme, "&Rubrik", least=1, single=True)
    shown(field)
    data = QMimeData()
    data.setText("En rubrik\növer två   rader")
    field.input.insertFromMimeData(data)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field.input, Qt.Key.Key_Return)
    assert field.value() == "En rubrik över två rader"


def test_a_date_is_read_however_it_is_written(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(date(2019, 11, 22))
    assert field.input.text() == "2019-11-22"
    write(qtbot, field, "15 nov 2019")
    with qtbot.waitSignal(field.edited) as edited:
        leave(field)
    assert edited.args == [date(2019, 11, 15)]
    assert field.input.text() == "2019-11-15"


def test_half_a_date_is_no_problem_until_the_user_leaves(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(None)
    write(qtbot, field, "2019-1")
    field.delay.timeout.emit()  # the delay is over
    assert not field.problem.isVisible()
    assert field.pending
    leave(field)
    assert field.problem.text() == "Skriv datum som 2026-03-17."
    assert field.input.text() == "2019-1"
    with pytest.raises(MalformedError):
        field.value()
    write(qtbot, field, "2019-11-22")
    leave(field)
    assert not field.problem.isVisible()


def test_a_date_can_be_taken_away(qtbot, theme, shown):
    field = date_field(theme, "&Datum")
    shown(field)
    field.load(date(2019, 11, 22))
    field.input.selectAll()
    qtbot.keyClick(field.input, Qt.Key.Key_Delete)
    with qtbot.waitSignal(field.edited) as edited:
        field.flush()
    assert edited.args == [None]


def test_any_line_can_be_read_by_a_rule(qtbot, theme, shown):
    field = parsed_field(
        theme,
        "&Antal",
        lambda text: int(text) if text.isdigit() else None,
        problem="Skriv ett tal.",
    )
    shown(field)
    field.load(3)
    write(qtbot, field, "tolv")
    leave(field)
    assert field.problem.text() == "Skriv ett tal."
    write(qtbot, field, "12")
    leave(field)
    assert field.value() == 12


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-22", date(2019, 11, 22)),
        (" 20191122 ", date(2019, 11, 22)),
        ("22/11 2019", date(2019, 11, 22)),
        ("22 november 2019", date(2019, 11, 22)),
        ("den 1 maj 2020", date(2020, 5, 1)),
        ("2019-02-29", None),
        ("22/13 2019", None),
        ("22 hemtember 2019", None),
        ("22 november", None),
        ("i morgon", None),
        ("2019-11-22x", None),
    ],
)
def test_dates_as_people_write_them(text, day):
    assert read_date(text) == day


def test_a_choice_is_saved_when_it_is_made(qtbot, theme, shown):
    field = choice_field(theme, "&Typ", [("b", "Beslut"), ("i", "Information")])
    shown(field)
    field.load("b")
    assert (field.value(), field.input.currentText()) == ("b", "Beslut")
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.input, Qt.Key.Key_Down)
    assert edited.args == ["i"]


def test_a_choice_not_offered_is_shown_as_none(theme):
    field = choice_field(theme, "&Typ", [("b", "Beslut")])
    field.load("okänd")
    assert field.value() is None


def test_options_change_and_the_choice_stays(qtbot, theme, shown):
    options: list[tuple[str, str]] = [("b", "Beslut"), ("i", "Information")]
    field = choice_field(theme, "&Typ", options)
    shown(field)
    field.load("i")
    with qtbot.assertNotEmitted(field.pending_changed):
        field.input.offer([("i", "Information"), ("v", "Val")])
    assert field.value() == "i"
    field.input.offer([("v", "Val")])
    assert field.value() is None


def test_the_wheel_scrolls_the_page_and_not_a_choice_without_focus(theme, shown):
    field = choice_field(theme, "&Typ", [("b", "Beslut"), ("i", "Information")])
    page = shown(field)
    field.load("b")
    page.other.setFocus()
    centre = field.input.rect().center()
    wheel = QWheelEvent(
        centre,
        field.input.mapToGlobal(centre),
        centre * 0,
        centre * 0 - centre,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(field.input, wheel)
    assert field.value() == "b"
    assert not wheel.isAccepted()


def test_a_check_is_saved_when_it_is_made(qtbot, theme, shown):
    field = check_field(theme, "Med i &utskicket", hint="Annars bara i akten")
    shown(field)
    field.load(value=False)
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.keyClick(field.input, Qt.Key.Key_Space)
    assert edited.args == [True]
    with qtbot.waitSignal(field.edited) as edited:
        qtbot.mouseClick(field.input, Qt.MouseButton.LeftButton)
    assert edited.args == [False]
    assert field.input.toolTip() == "Annars bara i akten"
    assert field.input.text() == "Med i &utskicket"


def test_a_check_looks_different_when_it_is_on(theme, shown):
    field = check_field(theme, "Offentlig")
    page = shown(field)
    page.other.setFocus()
    off = field.input.grab().toImage()
    field.load(value=True)
    assert field.input.grab().toImage() != off
    assert field.input.minimumSizeHint() == field.input.sizeHint()


def test_the_context_menu_offers_no_undo_of_its_own(qtbot, theme, shown, rubrik):
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QMenu

    place = rubrik.input.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, place, rubrik.input.mapToGlobal(place)
    )
    QApplication.sendEvent(rubrik.input, event)
    (menu,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu))
    names = {action.objectName() for action in menu.actions()}
    menu.close()
    assert "edit-undo" not in names
    assert {"edit-cut", "edit-copy", "edit-paste"} <= names
