"""The menu of ärenden, in the whole program, and what is dropped on its pages."""

import pytest
from PySide6.QtCore import QPoint, Qt

from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.queries import ärende_view
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd
from tests.conftest import TODAY
from tests.flows.steps import drop_files
from tests.ui.test_menus import dialog, entry
from ui.inkorg.dialog import IntakeDialog
from ui.ärende.page import ÄrendePage
from ui.ärende.small_dialogs import CloseDialog

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OF_ÄRENDE = (
    "Lägg på dagordningen …", "Ny skrivelse", "Ändra ärendet …", "Låt vänta på dagordning …",
    "Makulera ärendet …", "Avsluta ärendet …",
)  # fmt: skip


@pytest.fixture
def ids(opener):
    def make(store):
        nämnd = a_nämnd(store, "Vårdnämnden", diarieserie="VN {år}/{löpnr:04d}")
        draft = ÄrendeDraft("Priser")
        command = RegisterÄrende(nämnd_id=nämnd, draft=draft, today=TODAY, ärende_id="a1")
        store.do(command)
        return nämnd, "a1"

    ids = opener.fill(make)
    opener.settings.change(nämnd=ids[0])
    return ids


@pytest.fixture
def program(opener, ids):
    return opener()


def shown(program) -> ÄrendePage:
    page = program.window.page
    assert isinstance(page, ÄrendePage)
    return page


def test_what_is_done_with_an_ärende_is_on_only_when_one_is_shown(program, ids):
    assert entry(program, "Nytt ärende …").isEnabled()
    assert not any(entry(program, words).isEnabled() for words in OF_ÄRENDE)
    program.to_ärende(ids[1])
    assert all(entry(program, words).isEnabled() for words in OF_ÄRENDE)
    program.to_page("sammanträden")
    assert not any(entry(program, words).isEnabled() for words in OF_ÄRENDE)


def test_a_closed_ärende_can_be_opened_again_from_the_menu(program, ids):
    program.to_ärende(ids[1])
    entry(program, "Avsluta ärendet …").trigger()
    (asked,) = shown(program).findChildren(CloseDialog)
    asked.keep.click()
    assert not entry(program, "Avsluta ärendet …").isVisible()
    entry(program, "Öppna ärendet igen").trigger()
    view = program.desk.store.ask(lambda session: ärende_view(session, ids[1]))
    assert view.status == "öppet"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Nytt ärende …", "Nytt ärende"),
        ("Exportera diariet …", "Exportera diariet"),
        ("Ändra ärendet …", "Ändra ärende VN 2026/0001"),
        ("Låt vänta på dagordning …", "Väntar på en dagordning"),
        ("Makulera ärendet …", "Makulera ärende VN 2026/0001"),
    ],
    ids=["new", "export", "change", "wait", "annul"],
)
def test_each_entry_opens_its_dialog(program, ids, words, title):
    program.to_ärende(ids[1])
    entry(program, words).trigger()
    assert dialog() == title


def test_the_keys_of_a_new_ärende_work_from_anywhere(qtbot, program):
    qtbot.keyClick(program.window, Qt.Key.Key_N, CONTROL | SHIFT)
    assert dialog() == "Nytt ärende"


def test_what_is_dropped_on_an_ärende_is_proposed_to_go_there(qtbot, program, ids, tmp_path):
    paper = tmp_path / "Underlag.txt"
    paper.write_text("Underlag om priserna", encoding="utf-8")
    program.to_ärende(ids[1])
    drop_files(program.window, QPoint(500, 400), [paper])
    qtbot.waitUntil(lambda: bool(program.window.findChildren(IntakeDialog)), timeout=20_000)
    (asked,) = program.window.findChildren(IntakeDialog)
    known = asked.target.ärende()
    assert known is not None
    assert known.id == ids[1]
    asked.keep.click()
    rows = shown(program).handlingar.table.rows_model.rows
    assert [one.draft.rubrik for one in rows] == ["Underlag"]
