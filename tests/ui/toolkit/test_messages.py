from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,  # noqa: TID251 - what is tested here
    QInputDialog,
    QMessageBox,  # noqa: TID251 - what is tested here
    QPushButton,
    QWidget,
)

from tests.ui.recording import RecordingMessages
from ui.toolkit.messages import BoxMessages, filter_text

PDF = [("PDF", "*.pdf")]


@pytest.fixture
def window(qtbot):
    window = QWidget()
    window.resize(800, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def messages(window):
    return BoxMessages(window)


def when_asked(act: Callable[[QDialog], None]) -> list[QDialog]:
    """Let `act` answer the dialog that is about to open; the list will hold it."""
    seen: list[QDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(dialog)
        act(dialog)

    QTimer.singleShot(0, answer)
    return seen


def press(text: str) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        found = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
        assert len(found) == 1, [one.text() for one in dialog.findChildren(QPushButton)]
        found[0].click()

    return act


def test_an_error_is_shown_as_it_is_written(messages):
    shown: list[str] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        assert dialog.textFormat() == Qt.TextFormat.PlainText
        shown.append(dialog.text())
        press("Stäng")(dialog)

    when_asked(read)
    messages.error("Filen <b>a</b>.pdf är tom.")
    assert shown == ["Filen <b>a</b>.pdf är tom."]


def test_what_is_done_with_more_to_say_is_shown_until_it_is_closed(messages):
    shown: list[tuple[str, str]] = []

    def read(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        shown.append((dialog.windowTitle(), dialog.text()))
        press("Stäng")(dialog)

    when_asked(read)
    messages.tell("Utskick.pdf är klar, men se över det här.")
    assert shown == [("Klart", "Utskick.pdf är klar, men se över det här.")]


def test_yes_is_yes(messages):
    when_asked(press("Ta bort"))
    assert messages.confirm("Ta bort punkten?", yes="Ta bort")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return], ids=["escape", "enter"])
def test_a_hasty_answer_is_no(messages, qtbot, key):
    when_asked(lambda dialog: qtbot.keyClick(dialog, key))
    assert not messages.confirm("Ta bort punkten?", yes="Ta bort")


def test_a_line_is_asked_for(messages):
    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, QInputDialog)
        assert dialog.textValue() == "Eva"
        dialog.setTextValue("Åsa")
        dialog.accept()

    when_asked(fill_in)
    assert messages.ask_text("Vem är du?", "Namn", "Eva") == "Åsa"
    when_asked(lambda dialog: dialog.reject())
    assert messages.ask_text("Vem är du?", "Namn", "Eva") is None


def choose(path: Path | None) -> Callable[[QDialog], None]:
    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        if path is None:
            dialog.reject()
            return
        dialog.selectFile(str(path))
        dialog.accept()

    return act


def test_a_file_is_chosen(messages, tmp_path):
    file = tmp_path / "kallelse å.pdf"
    file.touch()
    when_asked(choose(file))
    assert messages.open_file("Öppna", PDF) == file
    when_asked(choose(file))
    assert messages.open_files("Öppna", PDF) == (file,)
    when_asked(choose(tmp_path / "ny.pdf"))
    assert messages.save_file("Spara", "förslag.pdf", PDF) == tmp_path / "ny.pdf"
    when_asked(choose(tmp_path))
    assert messages.choose_folder("Mapp", tmp_path.parent) == tmp_path


def test_no_file_is_chosen(messages):
    when_asked(choose(None))
    assert messages.open_file("Öppna", PDF) is None
    when_asked(choose(None))
    assert messages.open_files("Öppna", PDF) == ()
    when_asked(choose(None))
    assert messages.save_file("Spara", "förslag.pdf", PDF) is None
    when_asked(choose(None))
    assert messages.choose_folder("Mapp") is None


def test_every_file_can_always_be_chosen():
    kinds = [("Dagordning", "*.txt *.pdf"), ("Bild", "*.png")]
    assert filter_text(kinds) == "Dagordning (*.txt *.pdf);;Bild (*.png);;Alla filer (*)"


def test_a_notice_is_seen_in_the_window_and_takes_no_focus(messages, window, theme):
    messages.notice("Utskicket är klart.")
    toast = messages._toast
    assert toast.isVisible()
    assert toast.label.text() == "Utskicket är klart."
    assert window.rect().contains(toast.geometry())
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_long_notice_stays_inside_a_window_that_shrinks(messages, window, theme):
    messages.notice("Utskicket är klart. " * 12)
    window.resize(420, 400)
    QApplication.processEvents()
    assert window.rect().contains(messages._toast.geometry())


def test_a_notice_goes_away(messages, window):
    messages.notice("Klart.")
    messages._toast._timer.timeout.emit()
    assert not messages._toast.isVisible()


def test_the_recording_user_gives_the_safe_answer_unless_told_otherwise():
    user = RecordingMessages(confirm_with=[True], texts=["ny"], files=[Path("a"), [Path("b")]])
    assert user.confirm("Säkert?", yes="Ta bort")
    assert not user.confirm("Säkert?")
    assert user.ask_text("Namn", "Namn") == "ny"
    assert user.ask_text("Namn", "Namn") is None
    assert user.open_file("Öppna", PDF) == Path("a")
    assert user.open_files("Öppna", PDF) == (Path("b"),)
    assert user.save_file("Spara", "x.pdf", PDF) is None
    assert user.asked[0] == "Säkert? [Ta bort]"
    assert user.asked[-1] == "Spara: x.pdf"
    assert user.offered == PDF
