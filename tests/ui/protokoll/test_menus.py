"""Every row of the page's menus does something, and each is one step of undo."""

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from nämnd.core.changes import Topic
from nämnd.protokoll.paragraf_commands import KlubbaPunkter
from tests.nämnd.protokoll.meeting_day import justera, listed, paragrafer_in, protokoll_in
from tests.ui.protokoll.conftest import CTRL, Key, press, select, shown
from ui.närvaro.roll_call import RollCallDialog
from ui.protokoll.side import Side
from ui.protokoll.times_dialog import TimesDialog

PATIENCE = 30_000  # ms


def rows(menu: QMenu) -> dict:
    """Return the rows of a menu and of those inside it, by what they say."""
    found = {}
    for one in menu.actions():
        inner = one.menu()
        found |= rows(inner) if isinstance(inner, QMenu) else {one.text(): one}
    return found


def pick(page, text: str) -> None:
    """Pick a row of the menu of what is selected."""
    rows(page._row_menu())[text].trigger()


def pick_of_all(page, text: str) -> None:
    """Pick a row of the menu of the sammanträde."""
    rows(page._meeting_menu())[text].trigger()


@pytest.fixture
def handled(page, store, key):
    """The page with three §§ that are decided, at the second."""
    ids = tuple(one.id for one in protokoll_in(store, key).punkter)
    store.do(KlubbaPunkter(sammanträde_id=key, punkt_ids=ids))
    page.show_sammanträde(key)
    page.show_row(page.list.rows.shown()[1].id)
    return page


OF_A_PUNKT = (
    ("Behandla", None, "§ 1 Upprop pågår"),
    ("Klubba enligt förslag", None, "§ 1 Upprop ✓"),
    ("Bordlägg …", "nästa gång", "§ 1 Upprop bordlagd"),
    ("Återremittera …", "", "§ 1 Upprop återremitterad"),
    ("Låt utgå …", "onödigt", "p. 1 Upprop utgår"),
    ("Flytta ned", None, "p. 1 Budget"),
)


def test_each_row_about_a_punkt(page, desk, messages):
    for text, answer, first in OF_A_PUNKT:
        messages.texts = [answer]
        page.show_row(page.list.rows.shown()[0].id)
        pick(page, text)
        assert shown(page)[0] == first
        desk.editor.undo()
        assert shown(page) == ["p. 1 Upprop", "p. 2 Budget", "p. 3 Taxor"], text


def test_what_is_not_answered_is_not_done(page, messages):
    for text in ("Bordlägg …", "Återremittera …", "Låt utgå …"):
        pick(page, text)
    assert len(messages.asked) == 3
    assert shown(page)[0] == "p. 1 Upprop"


def test_a_punkt_that_utgår_comes_back(page, messages):
    messages.texts = ["onödigt"]
    pick(page, "Låt utgå …")
    assert "Låt utgå …" not in rows(page._row_menu())
    pick(page, "Ta upp igen")
    assert shown(page)[0] == "p. 1 Upprop"


OF_A_PARAGRAF = (
    ("Bordlägg …", "", "§ 2 Budget bordlagd"),
    ("Låt utgå …", "", "§ 2 Budget utgår"),
    ("Återuppta behandlingen", None, "§ 2 Budget pågår"),
    ("Flytta upp", None, "§ 2 Upprop ✓"),
    ("Flytta ned", None, "§ 2 Taxor ✓"),
    ("Ta tillbaka: inte behandlad", None, "§ 2 Taxor ✓"),
)


def test_each_row_about_a_paragraf(handled, desk, messages):
    for text, answer, second in OF_A_PARAGRAF:
        messages.texts = [answer]
        handled.show_row(handled.list.rows.shown()[1].id)
        pick(handled, text)
        assert shown(handled)[1] == second
        desk.editor.undo()
        assert shown(handled) == ["§ 1 Upprop ✓", "§ 2 Budget ✓", "§ 3 Taxor ✓"], text


def test_a_paragraf_is_justerad_omedelbart_and_not(handled, store, key):
    pick(handled, "Justeras omedelbart")
    assert handled.editor.immediate.isVisible()
    assert [one.omedelbart_justerad for one in paragrafer_in(store, key)] == [False, True, False]
    pick(handled, "Justeras inte omedelbart")
    assert not handled.editor.immediate.isVisible()


def test_several_paragrafer_are_taken_back_in_one_step(handled, desk, messages, store, key):
    select(handled, 0, 2)
    assert "Återuppta behandlingen" not in rows(handled._row_menu())
    pick(handled, "Ta tillbaka: inte behandlad")
    assert messages.notices == ["2 paragrafer togs tillbaka. Ctrl+Z ångrar."]
    assert shown(handled) == ["§ 1 Budget ✓", "p. 1 Upprop", "p. 3 Taxor"]
    desk.editor.undo()
    assert listed(store, key) == ["1 Upprop", "2 Budget", "3 Taxor"]


def test_paragrafer_and_punkter_utgår_together_in_one_step(qtbot, page, desk, messages):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    select(page, 0, 2)
    messages.texts = ["onödigt"]
    press(qtbot, page, Key.Key_Delete)
    assert messages.asked == ["Låt 2 ärenden utgå: Varför?"]
    assert shown(page) == ["§ 1 Upprop utgår", "p. 2 Budget", "p. 3 Taxor utgår"]
    desk.editor.undo()
    assert shown(page) == ["§ 1 Upprop pågår", "p. 2 Budget", "p. 3 Taxor"]


def test_when_the_reason_is_missing_none_of_them_utgår(qtbot, page, messages):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    select(page, 0, 2)
    messages.texts = [" "]
    press(qtbot, page, Key.Key_Delete)
    assert len(messages.errors) == 1
    assert shown(page) == ["§ 1 Upprop pågår", "p. 2 Budget", "p. 3 Taxor"]


def test_what_is_justerat_refuses_each_row(handled, messages, store, key):
    justera(store, key)
    handled.show_sammanträde(key)
    offered = rows(handled._row_menu())
    assert "Återuppta behandlingen" not in offered
    for text in ("Bordlägg …", "Låt utgå …", "Flytta upp", "Ta tillbaka: inte behandlad"):
        messages.texts, messages.errors = ["senare"], []
        pick(handled, text)
        (error,) = messages.errors
        assert "justerad" in error, text
    assert listed(store, key) == ["1 Upprop", "2 Budget", "3 Taxor"]


def test_the_menu_of_the_paragraf_that_is_shown_is_about_that_one(handled):
    select(handled, 0, 2)
    rows(handled.editor.menu_for())["Återuppta behandlingen"].trigger()
    assert shown(handled) == ["§ 1 Upprop ✓", "§ 2 Budget pågår", "§ 3 Taxor ✓"]


def test_a_paragraf_and_each_att_sats_can_be_followed_up(handled, go):
    select(handled, 1)
    pick(handled, "Hela paragrafen …")
    shown_id = handled.row_id
    assert go.went[-1] == ("bevaka", shown_id, "Budget")
    handled.editor.watch.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = rows(menu)
    menu.hide()
    assert "Nytt delprojekt av beslutet …" in found
    sats = next(text for text in found if text.startswith("Att-sats 1"))
    found[sats].trigger()
    assert go.went[-1][:2] == ("bevaka", shown_id)


def test_an_ärende_is_added_after_the_punkt_that_is_chosen(page, messages):
    messages.texts = ["Yttrande", None]
    page.list.add_button.click()
    assert shown(page)[:2] == ["p. 1 Upprop", "p. 2 Yttrande"]
    page.list.add_button.click()  # and then not
    assert len(shown(page)) == 4


def test_the_menu_of_the_sammanträde(qtbot, page, store, key, messages):
    pick_of_all(page, "Granska protokollet")
    assert page.side.what is Side.FINDINGS
    pick_of_all(page, "Avsluta sammanträdet")
    assert protokoll_in(store, key).sammanträde.dagar[0].avslutat == "09.41"
    pick_of_all(page, "Fortsätt sammanträdet")
    assert protokoll_in(store, key).sammanträde.dagar[0].avslutat is None
    messages.texts = ["59"]
    pick_of_all(page, "Första paragrafen …")
    assert protokoll_in(store, key).sammanträde.första_paragraf == 59
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert shown(page)[0] == "§ 59 Upprop pågår"


@pytest.mark.parametrize(
    ("text", "kind"), [("Tider och ajourneringar …", TimesDialog), ("Upprop …", RollCallDialog)]
)
def test_what_has_dots_opens_a_dialog(qtbot, page, text, kind):
    pick_of_all(page, text)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    qtbot.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_papers_are_made_from_the_menu_and_an_utdrag_of_what_is_selected(
    qtbot, handled, messages, tmp_path, store, key
):
    justera(store, key)
    handled.reload(frozenset({Topic.PROTOKOLL}))
    select(handled, 0, 1)
    for text in ("Klubblista som Word …", "Protokollsutdrag som Word …"):
        messages.files, messages.notices = [tmp_path], []
        pick_of_all(handled, text)
        qtbot.waitUntil(lambda: bool(messages.notices), timeout=PATIENCE)
    klubblista, utdrag = sorted(one.name for one in tmp_path.glob("*.docx"))
    assert klubblista.startswith("Klubblista 2026-03-27")
    assert utdrag == "Protokollsutdrag 2026-03-27 §§ 1–2.docx"


def test_before_anything_is_handled_there_is_no_protokoll_to_export(page, messages):
    pick_of_all(page, "Protokoll som PDF …")
    (said,) = messages.errors
    assert "ingen paragraf har behandlats än" in said
