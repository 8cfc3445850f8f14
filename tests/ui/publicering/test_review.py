"""The review before publishing, in the window and by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from nämnd.paket.public.reviewing import review
from nämnd.tables import Utgåva
from tests.conftest import TODAY
from tests.nämnd.paket.attacker import found_in
from tests.nämnd.paket.hostile import ADDRESS, NAME, NUMBER
from tests.nämnd.publicering.published import SECRET, WORDS, Published
from tests.ui.test_reachable import check_names, check_tab
from ui.publicering.review import ReviewDialog, open_review

PATIENCE = 30_000  # ms
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def published(store, files, tmp_path: Path) -> Published:
    return Published(store, files, tmp_path)


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1300, 850)
    parent.show()
    return parent


@pytest.fixture
def dialog(qtbot, desk, published, parent):
    """Open the review; it is closed again, for it is modal to the tests that follow."""
    dialog = open_review(desk, parent, published.key)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    last = file_of(dialog, "Bilaga 3")
    qtbot.waitUntil(lambda: dialog.reader.text_of(last) is not None, timeout=PATIENCE)
    yield dialog
    if isValid(dialog):
        dialog.hide()


def file_of(dialog: ReviewDialog, label: str):
    return next(one for one in dialog.review.items if one.label == label)


def go(dialog: ReviewDialog, label: str) -> None:
    dialog.table.choose(file_of(dialog, label).granskning.key)


def column(dialog: ReviewDialog, at: int) -> list[str]:
    model = dialog.table.rows_model
    return [model.columns[at].text(one) for one in model.rows]


def kept(dialog: ReviewDialog, published: Published, label: str):
    found = review(published.store, published.files, published.key, today=TODAY)
    return next(one for one in found.items if one.label == label)


def lines(dialog: ReviewDialog) -> list[str]:
    return [dialog.pane.found.item(at).text() for at in range(dialog.pane.found.count())]


def test_everything_is_listed_with_what_was_found_in_it(dialog):
    assert column(dialog, 0) == [
        "Punkt 1", "Bilaga 1", "Punkt 2", "Bilaga 2", "Punkt 3", "Bilaga 3", "§ 1", "§ 2", "§ 3",
    ]  # fmt: skip
    assert column(dialog, 2)[:2] == ["2", "3"]
    assert column(dialog, 2)[5] == "–"
    assert set(column(dialog, 3)) == {"Ej granskad"}
    assert not dialog.make.isEnabled()


def test_what_was_found_stands_beside_the_text_and_is_marked_in_it(dialog):
    go(dialog, "Bilaga 1")
    assert lines(dialog) == [
        f"{NAME} – namn", f"{ADDRESS} – e-postadress", f"{NUMBER} – personnummer",
    ]  # fmt: skip
    assert "är mottagen" in dialog.pane.text.toPlainText()
    marked = [one.cursor.selectedText() for one in dialog.pane.text.extraSelections()]
    assert marked == [NAME, ADDRESS, NUMBER]


def test_to_mask_is_to_mask_all_that_was_found_until_something_is_unticked(
    qtbot, dialog, published
):
    go(dialog, "Bilaga 1")
    qtbot.mouseClick(dialog.pane.buttons["maskerad"], LEFT)
    assert kept(dialog, published, "Bilaga 1").granskning.maskeringar == (NAME, ADDRESS, NUMBER)
    dialog.pane.found.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert kept(dialog, published, "Bilaga 1").granskning.maskeringar == (NAME, NUMBER)
    assert column(dialog, 3)[1] == "Maskerad"
    assert dialog.table.current().label == "Bilaga 1"


def test_to_publish_as_it_is_is_to_mask_nothing(qtbot, dialog, published):
    go(dialog, "Bilaga 1")
    dialog.pane.choose("maskerad")
    qtbot.mouseClick(dialog.pane.buttons["ja"], LEFT)
    one = kept(dialog, published, "Bilaga 1")
    assert (one.val, one.granskning.maskeringar) == ("ja", ())
    assert dialog.pane.words == ()


def test_ticking_something_means_that_it_is_masked(dialog, published):
    go(dialog, "Punkt 2")
    dialog.pane.found.item(0).setCheckState(Qt.CheckState.Checked)
    one = kept(dialog, published, "Punkt 2")
    assert (one.val, one.granskning.maskeringar) == ("maskerad", ("Birger Hemlighetsson",))


def test_more_words_can_be_written_or_taken_from_the_text(dialog, published):
    go(dialog, "Punkt 3")
    dialog.pane.more.setPlainText("alla")
    cursor = dialog.pane.text.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(9, cursor.MoveMode.KeepAnchor)
    dialog.pane.text.setTextCursor(cursor)
    words = dialog.pane.text.selected_words()
    dialog.pane.add.click()
    one = kept(dialog, published, "Punkt 3")
    assert (one.val, one.granskning.maskeringar) == ("maskerad", ("alla", words))
    go(dialog, "Punkt 1")
    go(dialog, "Punkt 3")
    assert dialog.pane.more.toPlainText() == f"alla\n{words}"


def test_words_that_are_being_written_are_kept_when_the_dialog_is_closed(dialog, published):
    go(dialog, "Punkt 3")
    dialog.pane.more.setPlainText("Budget")
    dialog.reject()
    assert kept(dialog, published, "Punkt 3").granskning.maskeringar == ("Budget",)


def test_words_that_are_being_written_are_kept_at_their_own_place(dialog, published):
    go(dialog, "Punkt 3")
    dialog.pane.more.setPlainText("Budget")
    go(dialog, "§ 3")
    assert kept(dialog, published, "Punkt 3").granskning.maskeringar == ("Budget",)
    assert kept(dialog, published, "§ 3").granskning.maskeringar == ()
    assert dialog.pane.more.toPlainText() == ""


def test_masking_without_words_is_not_saved_and_says_what_is_missing(qtbot, dialog, published):
    go(dialog, "Punkt 3")
    qtbot.mouseClick(dialog.pane.buttons["maskerad"], LEFT)
    assert "Kryssa för det som ska tas bort" in dialog.pane.hint.text()
    assert kept(dialog, published, "Punkt 3").val is None


def test_what_is_under_sekretess_is_not_published_as_it_is(qtbot, dialog, published):
    go(dialog, "Bilaga 2")
    dialog.pane.secret.setChecked(True)
    dialog.pane.lagrum.setText("25 kap. 1 § OSL")
    qtbot.mouseClick(dialog.pane.buttons["ja"], LEFT)
    assert "sekretess" in dialog.pane.hint.text()
    assert kept(dialog, published, "Bilaga 2").val is None
    qtbot.mouseClick(dialog.pane.buttons["nej"], LEFT)
    one = kept(dialog, published, "Bilaga 2")
    assert one.val == "nej"
    assert (one.granskning.sekretess.lagrum, one.granskning.sekretess.datum) == (
        "25 kap. 1 § OSL", TODAY,
    )  # fmt: skip


def test_a_bilaga_of_a_punkt_that_is_withheld_needs_no_review(qtbot, dialog):
    go(dialog, "Punkt 2")
    qtbot.mouseClick(dialog.pane.buttons["nej"], LEFT)
    assert column(dialog, 3)[3] == "Som punkten"


def test_all_without_findings_can_be_published_at_once(qtbot, dialog):
    go(dialog, "§ 3")
    qtbot.mouseClick(dialog.all_clear, LEFT)
    assert dialog.pane.buttons["ja"].isChecked()  # the one on the screen is among them
    said = dict(zip(column(dialog, 0), column(dialog, 3), strict=True))
    assert {key for key, val in said.items() if val == "Ja"} == {"Punkt 3", "Bilaga 3", "§ 3"}
    assert not dialog.all_clear.isEnabled()


def test_a_review_can_be_taken_back(qtbot, desk, dialog, published):
    go(dialog, "§ 3")
    qtbot.mouseClick(dialog.pane.buttons["ja"], LEFT)
    desk.editor.undo()
    assert kept(dialog, published, "§ 3").val is None


def test_the_next_that_is_not_reviewed_comes_by_keyboard(qtbot, dialog):
    assert dialog.table.current().label == "Punkt 1"
    dialog.pane.choose("maskerad")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.table.current().label == "Bilaga 1"


def test_the_public_files_are_made_when_all_is_reviewed(
    qtbot, desk, dialog, published, messages, tmp_path
):
    for label in ("Punkt 1", "Bilaga 1", "§ 1"):
        go(dialog, label)
        dialog.pane.more.setPlainText("\n".join(WORDS))
        dialog.pane.choose("maskerad")
    for label in ("Punkt 2", "§ 2"):
        go(dialog, label)
        dialog.pane.choose("nej")
    dialog.publish_what_is_clear()
    messages.files = [tmp_path / "ut"]
    dialog.word.setChecked(True)
    qtbot.mouseClick(dialog.make, LEFT)
    qtbot.waitUntil(
        lambda: bool(messages.notices or messages.told or messages.errors), timeout=PATIENCE
    )
    assert messages.errors == []
    assert messages.notices == ["Den offentliga versionen är klar: 3 filer."]
    for one in (tmp_path / "ut").iterdir():
        assert found_in(one, *WORDS, SECRET) == []
    assert published.store.ask(lambda session: session.query(Utgåva).count()) == 3
    qtbot.waitUntil(dialog.make.isEnabled, timeout=PATIENCE)


def test_a_sammanträde_that_is_gone_is_told(desk, parent, messages):
    assert open_review(desk, parent, "finns inte") is None
    assert len(messages.errors) == 1


def test_everything_has_a_name_and_is_reached_by_tab(qtbot, dialog):
    go(dialog, "Bilaga 1")
    check_names(dialog)
    check_tab(qtbot, dialog)
