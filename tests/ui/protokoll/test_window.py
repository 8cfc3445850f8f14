"""Keys, panes and width of the page, and where each finding leads."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nämnd.protokoll.findings import Finding, Part, Place, Rule
from tests.nämnd.protokoll.meeting_day import protokoll_in
from tests.ui.keyboard import type_text
from tests.ui.protokoll.conftest import ALT, CTRL, Key, press, shown
from ui.närvaro.roll_call import RollCallDialog
from ui.protokoll.side import Side
from ui.protokoll.times_dialog import TimesDialog

SHIFT = Qt.KeyboardModifier.ShiftModifier
LONG = "Svar på remiss om en ny och längre organisation för regionernas gemensamma sjukvård"


def dialog(kind):
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


@pytest.fixture
def begun(qtbot, page):
    """The page with § 1, in the list."""
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    return page


@pytest.mark.parametrize("width", [1100, 1000])
def test_nothing_is_cut_off_in_a_narrow_window(qtbot, begun, messages, width):
    messages.texts = [LONG]
    begun.add_ärende()
    press(qtbot, begun, Key.Key_Return)
    begun.editor.texts.more.click()
    begun.resize(width, 700)
    qtbot.waitUntil(lambda: begun.width() == width)
    area = begun.editor.area
    assert area.horizontalScrollBar().maximum() == 0
    for part in (begun.header.next, begun.header.pause, begun.header.more):
        assert part.width() >= part.minimumSizeHint().width()
        assert part.geometry().right() <= begun.header.width()


def test_the_pane_to_the_right_is_hidden_and_shown_by_keyboard(qtbot, begun):
    press(qtbot, begun, Key.Key_H, mod=CTRL)
    assert begun.side.isHidden()
    press(qtbot, begun, Key.Key_F6, Key.Key_F6)  # two panes now
    assert begun.list.rows.hasFocus()
    press(qtbot, begun, Key.Key_H, mod=CTRL)
    assert begun.side.isVisible()
    press(qtbot, begun, Key.Key_F6, mod=SHIFT)
    assert begun.side.isAncestorOf(begun.focusWidget())


def narrow(qtbot, page, width):
    page.resize(width, 700)
    qtbot.waitUntil(lambda: page.width() == width)


def test_in_a_narrow_window_the_paper_takes_the_place_of_the_list(qtbot, begun):
    narrow(qtbot, begun, 900)
    assert begun.side.isHidden()
    begun._show_side(Side.PAPER)
    assert begun.list.isHidden()
    assert begun.side.isVisible()
    assert begun.minimumSizeHint().width() <= 900  # the window does not have to grow
    press(qtbot, begun, Key.Key_F6)
    assert begun.focusWidget()  # a pane that is not there is passed by
    qtbot.keyClick(begun.side.paper, Key.Key_Escape)
    assert begun.side.isHidden()
    assert begun.list.rows.hasFocus()


def test_in_a_narrow_window_who_is_there_takes_the_place_of_the_list_until_one_searches(
    qtbot, begun
):
    narrow(qtbot, begun, 900)
    press(qtbot, begun, Key.Key_H, mod=CTRL)
    assert begun.list.isHidden()
    press(qtbot, begun, Key.Key_F, mod=CTRL)
    assert begun.list.isVisible()
    assert begun.list.search.hasFocus()
    assert begun.side.isHidden()


def test_with_room_for_all_the_paper_stands_beside_the_list(qtbot, begun):
    narrow(qtbot, begun, 900)
    begun._show_side(Side.PAPER)
    narrow(qtbot, begun, 1200)
    assert begun.list.isVisible()
    assert begun.side.isVisible()


def test_f2_leads_to_what_there_is_to_do(qtbot, begun):
    press(qtbot, begun, Key.Key_F2)
    assert begun.editor.decision.isAncestorOf(begun.focusWidget())
    begun.show_row(begun.list.rows.shown()[1].id)
    press(qtbot, begun, Key.Key_F2)
    assert begun.editor.coming.handle.hasFocus()
    press(qtbot, begun, Key.Key_Space)
    assert shown(begun)[1] == "§ 2 Budget pågår"


def test_ctrl_u_calls_the_roll(qtbot, begun):
    press(qtbot, begun, Key.Key_U, mod=CTRL)
    qtbot.keyClick(dialog(RollCallDialog), Key.Key_Escape)


def test_what_is_found_is_not_moved_among_what_is_not_seen(qtbot, page, store, key):
    type_text(page.list.rows, "t")
    press(qtbot, page, Key.Key_Down)
    press(qtbot, page, Key.Key_Up, mod=ALT)
    assert [one.rubrik for one in protokoll_in(store, key).punkter] == ["Upprop", "Budget", "Taxor"]


def test_when_nothing_is_found_escape_shows_all_again(qtbot, begun):
    type_text(begun.list.rows, "q")
    assert shown(begun) == []
    assert not begun.list.klubba.isEnabled()
    press(qtbot, begun, Key.Key_Escape)
    assert shown(begun)[0] == "§ 1 Upprop pågår"
    assert begun.editor.heading.text() == "§ 1 Upprop"


def test_the_menus_open_from_their_buttons_and_from_the_list(qtbot, begun):
    rows = begun.list.rows
    for ask in (
        begun.list.more.click,
        begun.editor.more.click,
        begun.header.more.click,
        lambda: rows.customContextMenuRequested.emit(rows.rect().center()),
    ):
        ask()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert len(menu.actions()) > 3
        qtbot.keyClick(menu, Key.Key_Escape)


@pytest.mark.parametrize(
    ("part", "name"),
    [
        (Part.RUBRIK, "rubrik"),
        (Part.TIDER, "tid"),
        (Part.SAMMANFATTNING, "sammanfattning"),
        (Part.EXPEDIERING, "expedieras till"),
    ],
)
def test_a_finding_about_a_text_leads_to_its_field(begun, part, name):
    row = begun.list.rows.shown()[0].id
    begun._jump(Finding(Rule.PLACEHOLDER, Place(part), paragraf_id=row))
    field = next(one.field for one in begun.editor.texts.sections if one.name == name)
    assert field.isVisible()
    assert field.isAncestorOf(begun.focusWidget())


def test_a_finding_about_no_paragraf_leads_where_it_is_mended(qtbot, begun, go, key):
    begun._jump(Finding(Rule.PLACEHOLDER, Place(Part.TIDER)))
    qtbot.keyClick(dialog(TimesDialog), Key.Key_Escape)
    begun.check()
    begun._jump(Finding(Rule.PLACEHOLDER, Place(Part.JUSTERARE)))
    assert begun.side.what is Side.NÄRVARO
    begun._jump(Finding(Rule.PLACEHOLDER, Place(Part.PLATS)))
    assert go.went == [("sammanträde", key, "")]
