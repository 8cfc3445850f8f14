import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QKeySequence

from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.error_messages import message_for
from tests.ui.toolkit.writing import leave, write
from ui.toolkit.fields import (
    line_field,
    text_field,
)

REFUSAL = InvalidDraftError((Draft.RUBRIK_MISSING,))


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
