"""The list of sammanträden: order, year, and what can be done with each."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from nämnd.sammanträde.queries import sammanträden
from tests.builders import DAY, a_nämnd, a_punkt, a_sammanträde, dagordning_in, send
from tests.conftest import TODAY
from tests.ui.opening import modal
from ui.sammanträde.list_page import SammanträdenPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def nämnd(store):
    return a_nämnd(store)


@pytest.fixture
def page(qtbot, desk, go, nämnd):
    page = SammanträdenPage(desk, go)
    qtbot.addWidget(page)
    desk.editor.changed.connect(page.reload)
    page.resize(1100, 700)
    page.show()
    page.show_nämnd(nämnd)
    return page


def shown(page, column: int = 1) -> list[str]:
    model = page.table.rows_model
    return [model.index(at, column).data() for at in range(model.rowCount())]


def three(store, nämnd) -> tuple[str, str, str]:
    spring = a_sammanträde(store, nämnd, plats="Östersund")
    last_year = a_sammanträde(store, nämnd, date(2025, 11, 21), plats="Arvika")
    soon = a_sammanträde(store, nämnd, TODAY, TODAY + timedelta(days=1), plats="Åre")
    return spring, last_year, soon


def menu_of(page) -> QMenu:
    page.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def pick(page, words: str) -> None:
    menu = menu_of(page)
    next(one for one in menu.actions() if one.text() == words).trigger()
    menu.close()


def test_the_newest_is_first_and_each_says_how_it_stands(page, store, nämnd):
    spring, *_ = three(store, nämnd)
    a_punkt(store, spring)
    send(store, spring)
    page.show_nämnd(nämnd)
    assert shown(page) == ["27 mars 2026", "2–3 mars 2026", "21 november 2025"]
    assert shown(page, 3) == ["1", "0", "0"]
    assert shown(page, 4) == ["2 mars 2026", "inte skickad", "inte skickad"]
    assert shown(page, 5) == ["kallat", "pågår i dag", "hållet"]


def test_a_column_sorts_in_swedish_order(qtbot, page, store, nämnd):
    three(store, nämnd)
    page.show_nämnd(nämnd)
    header = page.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(2) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), LEFT, pos=at)
    assert shown(page, 2) in (["Arvika", "Åre", "Östersund"], ["Östersund", "Åre", "Arvika"])


def test_one_year_at_a_time(page, store, nämnd):
    assert not page.year.isVisible()
    three(store, nämnd)
    page.show_nämnd(nämnd)
    assert [page.year.itemText(at) for at in range(3)] == ["Alla år", "2026", "2025"]
    page.year.setCurrentIndex(2)
    page.year.activated.emit(2)
    assert shown(page) == ["21 november 2025"]


def test_enter_opens_a_dagordning(qtbot, page, store, nämnd, go):
    spring, *_ = three(store, nämnd)
    page.show_nämnd(nämnd)
    page.setFocus()
    page.table.choose(spring)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert go.went == [("sammanträde", spring, "")]


def test_without_any_the_page_says_what_to_do(qtbot, page):
    assert page.stack.currentIndex() == 1
    qtbot.mouseClick(page.stack.currentWidget().button, LEFT)
    dialog = modal(QDialog)
    assert dialog.windowTitle() == "Nytt sammanträde"
    dialog.reject()


def test_the_button_reads_a_file(qtbot, page, go):
    qtbot.mouseClick(page.read, LEFT)
    assert go.went == [("import",)]


def test_delete_removes_and_ctrl_z_brings_back(qtbot, page, store, nämnd, desk, messages):
    spring, *_ = three(store, nämnd)
    page.show_nämnd(nämnd)
    page.table.choose(spring)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == ["2–3 mars 2026", "21 november 2025"]
    assert messages.notices == ["Sammanträdet 27 mars 2026 togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert shown(page) == ["27 mars 2026", "2–3 mars 2026", "21 november 2025"]


def test_several_are_removed_as_one_step(qtbot, page, store, nämnd, desk, messages):
    three(store, nämnd)
    page.show_nämnd(nämnd)
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == []
    assert messages.notices == ["3 sammanträden togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert len(shown(page)) == 3


def test_what_has_been_called_can_not_be_removed_and_that_is_explained(
    qtbot, page, store, nämnd, messages
):
    spring, *_ = three(store, nämnd)
    send(store, spring)
    page.show_nämnd(nämnd)
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert len(store.ask(lambda session: sammanträden(session, nämnd))) == 3
    reason = "eftersom kallelsen har gått ut. Ställ in det i stället."
    assert messages.errors == [f"Det går inte att ta bort sammanträdet, {reason}"]
    assert messages.notices == []


def test_the_menu_of_a_row_acts_on_it(page, store, nämnd, go, messages):
    spring, *_ = three(store, nämnd)
    page.show_nämnd(nämnd)
    page.table.choose(spring)
    pick(page, "Öppna")
    pick(page, "Mötesdagen och protokollet")
    assert go.went == [("sammanträde", spring, ""), ("protokoll", spring, "")]
    for words, title in (("Ändra …", "Ändra sammanträdet"), ("Flytta …", "Flytta sammanträdet")):
        pick(page, words)
        dialog = modal(QDialog)
        assert dialog.windowTitle() == title
        dialog.reject()
    messages.texts = ["För få anmälda"]
    pick(page, "Ställ in …")
    assert dagordning_in(store, spring).sammanträde.inställt == "För få anmälda"
    assert shown(page, 5)[0] == "inställt"
    pick(page, "Håll ändå")
    assert dagordning_in(store, spring).sammanträde.inställt is None
    pick(page, "Ta bort")
    assert DAY.isoformat() not in [
        str(one.dagar[0]) for one in store.ask(lambda session: sammanträden(session, nämnd))
    ]


def test_a_reason_is_needed_to_cancel(page, store, nämnd, messages):
    spring, *_ = three(store, nämnd)
    page.show_nämnd(nämnd)
    page.table.choose(spring)
    messages.texts = ["  ", None]
    pick(page, "Ställ in …")
    assert messages.errors == ["Skriv ett skäl. Det sparas och syns för den som läser senare."]
    pick(page, "Ställ in …")
    assert dagordning_in(store, spring).sammanträde.inställt is None
