"""From the first start with the example to a kallelse and an addition to it; and from a file."""

from pathlib import Path

import docx
import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.sammanträde.queries import dagordning, utskick_rows
from tests.flows.steps import drop_files, key, press, shown, workspace
from tests.flows.test_real_packet import a_pdf
from tests.nämnd.läsning.making import write_docx, write_pdf
from tests.ui.keyboard import type_text
from ui.läsning.page import ReviewPage
from ui.sammanträde.list_page import SammanträdenPage
from ui.sammanträde.send_dialog import SendDialog
from ui.sammanträde.workspace import Workspace
from ui.start.page import StartPage
from ui.toolkit.editing import Saved

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PATIENCE = 60_000  # ms
pytestmark = pytest.mark.flow
LINES = (
    "Kallelse till Patientnämnden", "",
    "Plats och tid: Stora salen, Residenset, torsdag 3 februari 2022 kl 10.15", "",
    "Dagordning", "", "1. Val av justerare", "", "2. Verksamhetsberättelse 2021", "",
    "Ordförandens förslag", "1. Att godkänna berättelsen", "", "3. Övriga frågor",
)  # fmt: skip


def focused():
    found = QApplication.focusWidget()
    assert found is not None
    return found


def words_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return " ".join("\n".join(one.get_textpage().get_text_range() for one in pdf).split())
    finally:
        pdf.close()


def by_keyboard_to_the_example(qtbot, program) -> Workspace:
    start = program.window.page
    assert isinstance(start, StartPage)
    start.name.answer.clear()
    type_text(start.name.answer, "Åsa Lind")
    key(qtbot, start.name.answer, Qt.Key.Key_Return)
    key(qtbot, start.example, Qt.Key.Key_Return)
    overview = program.shell.overview
    qtbot.waitUntil(lambda: program.window.page is overview, timeout=PATIENCE)
    key(qtbot, program.window, Qt.Key.Key_2, CONTROL)
    page = program.window.page
    assert isinstance(page, SammanträdenPage)
    key(qtbot, focused(), Qt.Key.Key_Home)
    key(qtbot, focused(), Qt.Key.Key_Return)
    return workspace(program)


def edit_by_keyboard(qtbot, program) -> None:
    """Add a punkt, write its rubrik, and move it up one place."""
    page = workspace(program)
    before = [one.rubrik for one in shown(program).punkter]
    rows = page.list.rows
    assert rows.hasFocus()
    key(qtbot, rows, Qt.Key.Key_End)
    key(qtbot, rows, Qt.Key.Key_Insert)
    assert focused() is page.editor.rubrik.input
    type_text(focused(), "Rekrytering av överläkare")
    qtbot.waitUntil(lambda: shown(program).punkter[-1].rubrik == "Rekrytering av överläkare")
    key(qtbot, focused(), Qt.Key.Key_F6, SHIFT)
    assert rows.hasFocus()
    key(qtbot, rows, Qt.Key.Key_Up, ALT)
    after = [one.rubrik for one in shown(program).punkter]
    assert after == [*before[:-1], "Rekrytering av överläkare", before[-1]]
    qtbot.waitUntil(lambda: isinstance(program.desk.editor.state, Saved))


def send(qtbot, program, folder: Path) -> SendDialog:
    """Open the dialog by its keys, make what is proposed, and mark it as sent."""
    key(qtbot, program.window, Qt.Key.Key_K, CONTROL, SHIFT)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SendDialog)
    dialog.folder.setText(str(folder))
    key(qtbot, dialog.folder, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.steps.count() == 2, timeout=PATIENCE)
    key(qtbot, dialog.made_page.record, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    return dialog


def back_to(qtbot, program) -> None:
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)


def test_from_the_example_to_a_kallelse_and_an_addition_to_it(
    qtbot, open_program, messages, tmp_path
):
    program = open_program()
    by_keyboard_to_the_example(qtbot, program)
    edit_by_keyboard(qtbot, program)
    first = tmp_path / "kallelse"
    send(qtbot, program, first)
    back_to(qtbot, program)
    check_kallelse(first)
    called = shown(program)
    assert called.sammanträde.sista_nummer == len(called.punkter)
    change_after_the_kallelse(qtbot, program, messages, tmp_path)
    second = tmp_path / "tillägg"
    changed = shown(program)
    undo_and_redo(qtbot, program, called, changed)
    send(qtbot, program, second)
    (path,) = second.glob("Tilläggslista*.pdf")
    words = words_of(path)
    assert "Akut fråga om sommarbemanning" in words
    assert "Komplettering" in words
    assert "Frågan vilar" in words
    key_of = workspace(program).sammanträde_id
    rows = program.desk.store.ask(lambda session: utskick_rows(session, key_of))
    assert [one.slag for one in rows] == ["kallelse", "tillägg"]
    assert messages.errors == []


def check_kallelse(folder: Path) -> None:
    (pdf,) = folder.glob("Kallelse*.pdf")
    assert "Rekrytering av överläkare" in words_of(pdf)
    word = docx.Document(str(pdf.with_suffix(".docx")))
    assert any("Rekrytering av överläkare" in one.text for one in word.paragraphs)
    (utskick,) = folder.glob("Utskick*.pdf")
    assert "Rekrytering av överläkare" in words_of(utskick)
    assert list(folder.glob("*.eml"))


def change_after_the_kallelse(qtbot, program, messages, tmp_path: Path) -> None:
    """Withdraw the fourth punkt, add a file to the fifth, and add a punkt last."""
    page = workspace(program)
    rows, before = page.list.rows, shown(program)
    page.show_punkt(before.punkter[3].id)
    messages.texts = ["Frågan vilar"]
    menu = page.list.menu()
    next(one for one in menu.actions() if one.text() == "Låt utgå …").trigger()
    menu.close()
    paper = a_pdf(tmp_path / "Komplettering.pdf", "Komplettering av underlaget")
    middle = rows.visualRect(rows.rows_model.index(4, 0)).center()
    drop_files(rows.viewport(), middle, [paper])
    count = len(before.punkter[4].bilagor)
    qtbot.waitUntil(lambda: len(shown(program).punkter[4].bilagor) == count + 1, timeout=PATIENCE)
    added = shown(program).punkter[4].bilagor[-1]
    assert added.beteckning == "5D"
    rows.setFocus()
    key(qtbot, rows, Qt.Key.Key_End)
    key(qtbot, rows, Qt.Key.Key_Insert)
    type_text(focused(), "Akut fråga om sommarbemanning")
    wanted = "Akut fråga om sommarbemanning"
    qtbot.waitUntil(lambda: shown(program).punkter[-1].rubrik == wanted)
    assert shown(program).punkter[-1].nummer == len(before.punkter) + 1


def undo_and_redo(qtbot, program, before, after) -> None:
    stack = program.desk.editor.undo_stack
    steps = stack.count()
    for _ in range(steps):
        key(qtbot, program.window, Qt.Key.Key_Z, CONTROL)
    assert shown(program) == before
    for _ in range(steps):
        key(qtbot, program.window, Qt.Key.Key_Y, CONTROL)
    assert shown(program) == after
    assert not stack.canRedo()


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_dagordning_is_read_reviewed_and_saved(qtbot, open_program, messages, tmp_path, suffix):
    source = tmp_path / f"kallelse{suffix}"
    if suffix == ".pdf":
        write_pdf(source, [list(LINES)])
    else:
        write_docx(source, list(LINES))
    program = open_program()
    start = program.window.page
    start.name.answer.setText("Åsa Lind")
    key(qtbot, start.name.answer, Qt.Key.Key_Return)
    messages.files = [source]
    key(qtbot, start.read, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(program.window.page, ReviewPage), timeout=PATIENCE)
    review = program.window.page
    assert review.head.found().plats.startswith("Stora salen")
    review.list.choose("2")
    press(qtbot, review.punkt.include)
    press(qtbot, review.save)
    saved = shown(program)
    assert [one.rubrik for one in saved.punkter] == [
        "Val av justerare",
        "Verksamhetsberättelse 2021",
    ]
    assert [one.text for one in saved.punkter[1].förslag] == ["Att godkänna berättelsen"]
    assert program.window.chooser.currentText() == "Patientnämnden"
    program.window.close()
    again = open_program()
    key_of = saved.sammanträde.id
    assert again.desk.store.ask(lambda session: dagordning(session, key_of)) == saved
