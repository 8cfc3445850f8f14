"""The search of the whole program: the index, the box, and what is opened from it."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from nämnd.bilaga.files import FileStore
from nämnd.sammanträde.drafts import PunktDraft
from nämnd.sammanträde.punkt_commands import RemovePunkter, SavePunkt
from nämnd.store import Store
from nämnd.store.backup import back_up
from tests.builders import a_bilaga, a_nämnd, a_punkt, a_sammanträde
from tests.conftest import NOW
from tests.nämnd.filtext.making import pdf
from tests.ui.keyboard import type_text
from ui.program import Program
from ui.sammanträde.list_page import SammanträdenPage
from ui.sammanträde.workspace import Workspace
from ui.sök.box import FindBox
from ui.sök.reader import FileReader

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000  # ms; a helper process reads the files


@dataclass
class Ids:
    nämnd: str
    sammanträde: str
    punkt: str


@pytest.fixture
def ids(opener) -> Ids:
    """«Budget» with a PDF that says «tandreglering» on page 2, and a text that says «lyssna»."""

    def make(store: Store) -> Ids:
        nämnd = a_nämnd(store, "Vårdnämnden")
        sammanträde = a_sammanträde(store, nämnd)
        files = FileStore(store.place.files)
        priser = files.keep_bytes(pdf("Om priser", "Pris per tandreglering"), "priser.pdf")
        text = files.keep_bytes("Rad ett\n\nAtt lyssna är 👂 gott. Lyssna!".encode(), "brev.txt")
        punkt = a_punkt(store, sammanträde, "Budget")
        a_bilaga(store, punkt, "Prislista", file=priser)
        a_bilaga(store, punkt, "Brev", file=text)
        a_punkt(store, sammanträde, "Verksamhetsplan")
        return Ids(nämnd, sammanträde, punkt)

    return opener.fill(make)


@pytest.fixture
def program(qtbot, opener, ids) -> Program:
    program: Program = opener()
    settle(qtbot, program)
    return program


def settle(qtbot, program: Program) -> None:
    """Wait until the search knows everything."""
    keeper = program.finding.keeper
    assert keeper is not None
    qtbot.waitUntil(lambda: keeper.idle, timeout=PATIENCE)


def look_for(qtbot, program: Program, text: str) -> FindBox:
    box = program.window.top.box
    qtbot.keyClick(program.window, Qt.Key.Key_K, CONTROL)
    box.clear()
    type_text(box, text)
    qtbot.waitUntil(lambda: box.answered)
    return box


def rows(box: FindBox) -> list[str]:
    assert box.popup is not None
    return ["".join(one.text for one in line.text) for line in box.popup.list.lines]


def test_a_punkt_is_found_and_shown(qtbot, program, ids):
    box = look_for(qtbot, program, "verksamhetspl")
    assert "Verksamhetsplan" in rows(box)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    page = program.window.page
    assert isinstance(page, Workspace)
    assert page.sammanträde_id == ids.sammanträde
    assert page.editor.rubrik.input.value() == "Verksamhetsplan"


def test_what_is_changed_is_found_a_moment_later(qtbot, program, ids):
    draft = PunktDraft("Skärgårdstrafik")
    program.desk.editor.do(SavePunkt(punkt_id=ids.punkt, draft=draft), "ändra punkten")
    settle(qtbot, program)
    assert "Skärgårdstrafik" in rows(look_for(qtbot, program, "skärgård"))
    program.desk.editor.do(RemovePunkter(punkt_ids=(ids.punkt,)), "ta bort punkten")
    settle(qtbot, program)
    assert rows(look_for(qtbot, program, "skärgård")) == ["Inget hittades för «skärgård»."]


def test_the_list_that_is_open_follows_what_is_changed(qtbot, program, ids):
    box = look_for(qtbot, program, "skärgård")
    draft = PunktDraft("Skärgårdstrafik")
    program.desk.editor.do(SavePunkt(punkt_id=ids.punkt, draft=draft), "ändra punkten")
    qtbot.waitUntil(lambda: "Skärgårdstrafik" in rows(box))


def read(qtbot, program: Program, text: str) -> FileReader:
    """Open the file that says `text`."""
    qtbot.keyClick(look_for(qtbot, program, text), Qt.Key.Key_Return)
    reader = QApplication.activeModalWidget()
    assert isinstance(reader, FileReader)
    qtbot.waitUntil(lambda: reader.paper is not None or reader.text is not None)
    return reader


def test_a_pdf_is_opened_at_its_page_with_the_words_marked(qtbot, program):
    reader = read(qtbot, program, "tandreglering")
    assert reader.paper is not None
    assert reader.search is not None
    qtbot.waitUntil(lambda: reader.paper.sheets.page == 2)
    assert reader.search.said.text() == "1 av 1"
    reader.reject()


def test_any_other_file_is_shown_as_text_with_the_caret_at_the_words(qtbot, program):
    reader = read(qtbot, program, "lyssna")
    assert reader.text is not None
    before = reader.text.toPlainText()
    assert "Att lyssna är 👂 gott." in before
    marked = [one.cursor.selectedText() for one in reader.text.extraSelections()]
    assert [one.lower() for one in marked] == ["lyssna", "lyssna"]
    assert reader.text.textCursor().position() == before.index("lyssna")
    assert reader.text.isReadOnly()
    reader.reject()


def test_from_a_file_the_user_goes_on_to_the_punkt_it_belongs_to(qtbot, program, ids):
    reader = read(qtbot, program, "tandreglering")
    qtbot.keyClick(reader, Qt.Key.Key_Tab)
    reader.onward.setFocus()
    qtbot.keyClick(reader.onward, Qt.Key.Key_Space)
    page = program.window.page
    assert isinstance(page, Workspace)
    assert page.editor.rubrik.input.value() == "Budget"


def test_a_file_is_opened_by_the_computer_only_when_the_user_asks(qtbot, program, monkeypatch):
    opened: list[str] = []

    def remember(url) -> bool:
        opened.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", remember)
    reader = read(qtbot, program, "tandreglering")
    assert opened == []
    reader.open_file.click()
    assert [one.rsplit("/", 1)[-1] for one in opened] == ["Prislista.pdf"]
    assert reader.problem.isHidden()
    reader.reject()


def test_escape_closes_the_file_and_the_page_is_as_it_was(qtbot, program):
    program.to_page("sammanträden")
    reader = read(qtbot, program, "tandreglering")
    qtbot.keyClick(reader, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    assert isinstance(program.window.page, SammanträdenPage)


def test_a_page_is_gone_to_and_a_command_of_the_menus_is_done(qtbot, program):
    qtbot.keyClick(look_for(qtbot, program, "sammanträden"), Qt.Key.Key_Return)
    assert isinstance(program.window.page, SammanträdenPage)
    box = look_for(qtbot, program, ">kortkomm")
    assert rows(box) == ["Kortkommandon"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.windowTitle() == "Kortkommandon"
    dialog.close()


def test_a_command_of_a_sammanträde_can_be_chosen_when_one_is_open(qtbot, program, ids):
    line = ">skapa kallelse"
    (shown,) = look_for(qtbot, program, line).popup.list.lines
    assert shown.target is None
    program.to_sammanträde(ids.sammanträde)
    (shown,) = look_for(qtbot, program, line).popup.list.lines
    assert shown.target is not None


def test_after_a_backup_is_put_back_only_what_is_in_it_is_found(qtbot, program, ids):
    kept = back_up(program.desk.store.place, now=NOW, why="daglig")
    draft = PunktDraft("Skärgårdstrafik")
    program.desk.editor.do(SavePunkt(punkt_id=ids.punkt, draft=draft), "ändra punkten")
    settle(qtbot, program)
    program.restore(kept)
    settle(qtbot, program)
    assert rows(look_for(qtbot, program, "skärgård")) == ["Inget hittades för «skärgård»."]
    assert "Budget" in rows(look_for(qtbot, program, "budget"))


def test_before_there_is_a_nämnd_there_is_no_box(opener):
    program = opener()
    assert program.window.top.box.isHidden()


def test_the_box_stands_in_the_middle_of_the_window(program):
    window = program.window
    box: Callable[[], int] = lambda: window.top.box.geometry().center().x()  # noqa: E731
    for width in (1280, 1000):
        window.resize(width, 800)
        QApplication.processEvents()
        assert abs(box() - window.width() // 2) <= 2
