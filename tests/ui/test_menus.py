"""The menus: every entry works when it can, and is off when it can't."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from nämnd.core.ids import new_id
from nämnd.protokoll.paragraf_commands import HandlePunkt
from nämnd.sammanträde.commands import RemoveSammanträde
from tests.builders import a_nämnd, a_punkt, a_sammanträde, dagordning_in, send
from ui.läsning.page import ReviewPage
from ui.main_window import PAGES
from ui.sammanträde.list_page import SammanträdenPage
from ui.toolkit.theme import Scheme

CONTROL = Qt.KeyboardModifier.ControlModifier
SAMPLE = Path(__file__).parents[1] / "nämnd" / "läsning" / "samples" / "arende.txt"


@pytest.fixture
def ids(opener):
    def make(store):
        nämnd = a_nämnd(store, "Vårdnämnden")
        sammanträde = a_sammanträde(store, nämnd)
        a_punkt(store, sammanträde, "Budget")
        return nämnd, sammanträde

    return opener.fill(make)


@pytest.fixture
def program(opener, ids):
    return opener()


def leaves(menu) -> list[QAction]:
    found: list[QAction] = []
    for one in menu.actions():
        inner = one.menu()
        if isinstance(inner, QMenu):
            found += leaves(inner)
        elif not one.isSeparator():
            found.append(one)
    return found


def entry(program, words: str) -> QAction:
    every = leaves(program.window.menuBar())
    return next(one for one in every if words in one.text().replace("&", ""))


def menu_titles(program) -> list[str]:
    return [one.text().replace("&", "") for one in program.window.menuBar().actions()]


def dialog() -> str:
    found = QApplication.activeModalWidget()
    assert found is not None
    title = found.windowTitle()
    found.close()
    return title


OF_SAMMANTRÄDE = (
    "Ändra …", "Flytta …", "Ställ in …", "Skapa kallelse …", "Dagordning som PDF …",
    "Utskick: zip med filerna …", "Dagordningen …", "Kallelsen …", "Justeringen",
)  # fmt: skip
OF_NÄMND = (
    "Nytt sammanträde …", "Läs in dagordning", "Läs in svar på justering …", "Ny nämnd …",
    "Exportera nämnden", "Översikt", "Sammanträden", "Nämnd och ledamöter",
)  # fmt: skip
ALWAYS = (
    "Säkerhetskopior …", "Historik …", "Avsluta", "Ljust", "Mörkt", "Som datorn", "Större text",
    "Mindre text", "Kortkommandon", "Om Nämnd",
)  # fmt: skip


def enabled(program, *words: str) -> list[bool]:
    return [entry(program, one).isEnabled() for one in words]


def test_before_there_is_a_nämnd_only_what_needs_none_is_on(opener):
    program = opener()
    assert not any(enabled(program, *OF_SAMMANTRÄDE, *OF_NÄMND))
    assert all(enabled(program, *ALWAYS))


def test_what_is_about_a_sammanträde_is_on_only_while_one_is_shown(program, ids):
    assert all(enabled(program, *OF_NÄMND, *ALWAYS))
    assert not any(enabled(program, *OF_SAMMANTRÄDE))
    program.to_sammanträde(ids[1])
    assert all(enabled(program, *OF_SAMMANTRÄDE))
    program.to_page("sammanträden")
    assert not any(enabled(program, *OF_SAMMANTRÄDE))


def test_a_tilläggslista_can_be_made_once_the_kallelse_has_gone_out(program, ids):
    program.to_sammanträde(ids[1])
    lists = ("Tilläggslista som PDF …", "Tilläggslista som Word …", "Tilläggslistan …")
    assert enabled(program, *lists) == [False, False, False]
    send(program.desk.store, ids[1])
    program.to_sammanträde(ids[1])
    assert enabled(program, *lists) == [True, True, True]
    assert program.menus.send.text() == "S&kicka tillägg …"


def test_a_protokoll_can_be_made_once_a_paragraf_is_handled(program, ids):
    program.to_sammanträde(ids[1])
    papers = ("Protokoll som PDF …", "Snabbprotokoll som Word …", "utdrag som PDF …",
              "Protokollet …")  # fmt: skip
    before = ("Klubblista som PDF …", "Deltagarlista som Word …", "Klubblistan …")
    assert enabled(program, *papers, *before) == [False] * 4 + [True] * 3
    store = program.desk.store
    (punkt,) = dagordning_in(store, ids[1]).punkter
    program.desk.editor.do(HandlePunkt(paragraf_id=new_id(), punkt_id=punkt.id), "behandla")
    assert enabled(program, *papers, *before) == [True] * 7


def test_a_cancelled_sammanträde_can_be_held_after_all_and_not_called(program, ids, messages):
    program.to_sammanträde(ids[1])
    messages.texts = ["För få anmälda"]
    entry(program, "Ställ in …").trigger()
    assert not entry(program, "Ställ in …").isVisible()
    assert not program.menus.send.isEnabled()
    entry(program, "Håll ändå").trigger()
    assert entry(program, "Ställ in …").isVisible()
    assert program.menus.send.isEnabled()
    assert dagordning_in(program.desk.store, ids[1]).sammanträde.inställt is None


def test_the_menu_lets_go_of_a_sammanträde_that_is_removed(qtbot, program, ids):
    program.to_sammanträde(ids[1])
    program.desk.editor.do(RemoveSammanträde(sammanträde_id=ids[1]), "ta bort")
    qtbot.waitUntil(lambda: isinstance(program.window.page, SammanträdenPage))
    assert not any(enabled(program, *OF_SAMMANTRÄDE))


DIALOGS = {
    "Nytt sammanträde …": "Nytt sammanträde",
    "Ändra …": "Ändra sammanträdet",
    "Flytta …": "Flytta sammanträdet",
    "Skapa kallelse …": "Skicka kallelse",
    "Säkerhetskopior …": "Säkerhetskopior",
    "Historik …": "Historik",
    "Kortkommandon": "Kortkommandon",
    "Om Nämnd": "Om Nämnd",
}
ASKING = {
    "Läs in dagordning": "Läs in dagordning eller utbytesfil",
    "Exportera nämnden": "Välj mapp för utbytesfilen",
    "Dagordning som PDF …": "Välj mapp att spara i",
    "Utskick: en PDF": "Välj mapp att spara i",
}


def test_an_entry_opens_its_dialog(program, ids):
    for words, title in DIALOGS.items():
        program.to_sammanträde(ids[1])
        entry(program, words).trigger()
        assert dialog() == title


def test_an_entry_asks_for_a_file_or_folder(program, ids, messages):
    for words, asked in ASKING.items():
        program.to_sammanträde(ids[1])
        entry(program, words).trigger()
        assert messages.asked.pop() == asked


def test_a_new_nämnd_is_made_and_shown(program, messages):
    messages.texts = ["Presidiet"]
    entry(program, "Ny nämnd …").trigger()
    assert program.window.chooser.currentText() == "Presidiet"


def test_an_entry_shows_its_page(program):
    for words in ("Sammanträden", "Nämnd och ledamöter", "Översikt"):
        entry(program, words).trigger()
        checked = [one.text() for one in program.window.nav.values() if one.isChecked()]
        assert checked == [words]


def test_the_look_is_chosen_marked_and_remembered(program, opener):
    theme = program.desk.theme
    entry(program, "Mörkt").trigger()
    assert theme.dark
    assert entry(program, "Mörkt").isChecked()
    assert not entry(program, "Ljust").isChecked()
    assert opener.settings.read().scheme is Scheme.DARK
    entry(program, "Ljust").trigger()
    assert not theme.dark


def test_the_text_grows_and_shrinks_within_reason_and_is_remembered(qtbot, program, opener):
    theme, before = program.desk.theme, program.desk.theme.font_scale
    entry(program, "Större text").trigger()
    assert theme.font_scale > before
    assert opener.settings.read().font_scale == theme.font_scale
    theme.set_font_scale(1.95)
    entry(program, "Större text").trigger()
    assert theme.font_scale == 2.0
    theme.set_font_scale(0.85)
    entry(program, "Mindre text").trigger()
    assert theme.font_scale == 0.8


def test_undo_in_the_menu_names_the_step_and_takes_it_back(program, ids):
    program.to_sammanträde(ids[1])
    assert not entry(program, "Ångra").isEnabled()
    program.window.page.add_punkt()
    assert entry(program, "Ångra").text().startswith("Ångra: ")
    entry(program, "Ångra").trigger()
    assert len(dagordning_in(program.desk.store, ids[1]).punkter) == 1
    assert entry(program, "Gör om").isEnabled()


def test_avsluta_closes_the_window(program):
    entry(program, "Avsluta").trigger()
    assert not program.window.isVisible()


def test_no_key_leads_to_two_entries(program):
    every = [
        key.toString() for one in leaves(program.window.menuBar()) for key in one.shortcuts()
    ] + [f"Ctrl+{number}" for number in range(1, len(PAGES) + 2)]
    assert sorted(every) == sorted(set(every))


def test_no_letter_leads_to_two_entries_of_one_menu(program):
    def menus(menu) -> list:
        inner = [one.menu() for one in menu.actions() if isinstance(one.menu(), QMenu)]
        return [menu, *(deep for one in inner for deep in menus(one))]

    for menu in menus(program.window.menuBar()):
        texts = [one.text() for one in menu.actions() if "&" in one.text() and one.isVisible()]
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert sorted(letters) == sorted(set(letters)), texts


def test_a_review_is_left_and_found_again_and_not_lost_by_closing(qtbot, program, messages, ids):
    messages.files = [SAMPLE]
    entry(program, "Läs in dagordning").trigger()
    qtbot.waitUntil(lambda: isinstance(program.window.page, ReviewPage), timeout=20_000)
    window, page = program.window, program.window.page
    assert window.extra.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.page is program.shell.overview
    qtbot.keyClick(window, str(len(PAGES) + 1), CONTROL)
    assert window.page is page
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    entry(program, "Läs in dagordning").trigger()  # another would take its place
    assert "försvinner när du läser in en annan fil" in messages.asked[-1]
    assert window.page is page
    assert not window.close()
    assert "inte sparat som sammanträde" in messages.asked[-1]
    qtbot.mouseClick(page.give_up, Qt.MouseButton.LeftButton)
    assert not window.extra.isVisible()
    assert window.close()


def test_today_is_the_day_it_is_also_when_the_program_was_left_open(opener, ids):
    program = opener()
    assert program.shell.overview.title.text().endswith("om 25 dagar.")
    later = program.desk.clock().replace(day=26)
    object.__setattr__(program.desk, "clock", lambda: later)
    program.to_nämnd(ids[0])
    assert program.shell.overview.title.text().endswith("om 1 dag.")
    assert program.desk.today == date(2026, 3, 26)


def test_on_the_meeting_day_ctrl_n_is_for_another_ärende(qtbot, program, ids, messages):
    _, key = ids
    plan = entry(program, "Nytt sammanträde …")
    program.to_protokoll(key)
    assert plan.shortcut().isEmpty()
    messages.texts = ["En extra fråga"]
    qtbot.keyClick(program.window.page.list.rows, Qt.Key.Key_N, CONTROL)
    assert program.window.page.editor.heading.text().endswith("En extra fråga")
    program.to_page("sammanträden")
    assert plan.shortcut().toString() == "Ctrl+N"
