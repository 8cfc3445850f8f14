"""The page of the meeting day, by keyboard: §§ are drawn, decided, moved, taken back, found."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nämnd.protokoll.meeting_commands import OpenSammanträde
from nämnd.protokoll.paragraf_commands import KlubbaPunkter
from tests.builders import DAY, a_punkt, send
from tests.nämnd.protokoll.meeting_day import justera, listed, paragrafer_in, protokoll_in
from tests.ui.keyboard import type_text
from tests.ui.protokoll.conftest import ALT, CTRL, Key, press, select, shown
from ui.protokoll.side import Side
from ui.protokoll.times_dialog import TimesDialog


def test_the_next_punkt_is_chosen_and_the_list_has_the_focus(page):
    assert page.list.rows.hasFocus()
    assert page.editor.heading.text() == "Punkt 1. Upprop"
    assert shown(page) == ["p. 1 Upprop", "p. 2 Budget", "p. 3 Taxor"]


def test_next_paragraf_draws_a_number_and_opens_the_sammanträde(qtbot, page, store, key):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert shown(page) == ["§ 1 Upprop pågår", "p. 2 Budget", "p. 3 Taxor"]
    assert page.editor.heading.text() == "§ 1 Upprop"
    assert page.list.rows.hasFocus()
    now = protokoll_in(store, key)
    assert now.sammanträde.dagar[0].öppnat == "09.41"
    assert now.paragrafer[0].tid == "09.41"
    assert page.header.subtitle.text().startswith("Pågår sedan 09.41 · 0 av")


def test_what_is_written_afterwards_has_no_times(qtbot, open_page, store, key):
    page = open_page(datetime(2026, 4, 2, 14, 0))  # noqa: DTZ001 - as the user's clock shows it
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    now = protokoll_in(store, key)
    assert (now.sammanträde.dagar[0].öppnat, now.paragrafer[0].tid) == (None, None)


def test_undo_takes_the_number_back_and_shows_the_punkt_again(qtbot, page, desk):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    desk.editor.undo()
    assert shown(page) == ["p. 1 Upprop", "p. 2 Budget", "p. 3 Taxor"]
    assert page.editor.heading.text() == "Punkt 1. Upprop"
    desk.editor.redo()
    assert page.editor.heading.text() == "§ 1 Upprop"


def test_enter_handles_the_punkt_that_is_chosen_and_then_goes_to_the_decision(qtbot, page):
    press(qtbot, page, Key.Key_Down, Key.Key_Return)
    assert shown(page)[0] == "§ 1 Budget pågår"
    press(qtbot, page, Key.Key_Return)
    assert page.editor.isAncestorOf(page.focusWidget())
    press(qtbot, page, Key.Key_Escape)
    assert page.list.rows.hasFocus()


def test_several_are_klubbade_in_one_step(qtbot, page, desk, store, key):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    select(page, 0, 2)
    press(qtbot, page, Key.Key_B)
    assert shown(page) == ["§ 1 Upprop ✓", "§ 2 Taxor ✓", "p. 2 Budget"]
    assert [one.beslutspunkter[0].utfall for one in paragrafer_in(store, key)] == [
        "enligt förslag"
    ] * 2
    desk.editor.undo()
    assert shown(page) == ["§ 1 Upprop pågår", "p. 2 Budget", "p. 3 Taxor"]


def test_what_is_decided_already_says_so(qtbot, page, messages):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    press(qtbot, page, Key.Key_B, Key.Key_B)
    assert messages.notices == ["Det valda är redan beslutat."]


def test_paragrafer_and_punkter_are_moved_among_their_own(qtbot, page, store, key):
    for _ in range(2):
        press(qtbot, page, Key.Key_Return, mod=CTRL)
    press(qtbot, page, Key.Key_Up, mod=ALT)
    assert listed(store, key) == ["1 Budget", "2 Upprop"]
    page.show_row(page.list.rows.shown()[2].id)
    press(qtbot, page, Key.Key_Up, mod=ALT)  # a punkt does not go among the §§
    assert shown(page) == ["§ 1 Budget pågår", "§ 2 Upprop pågår", "p. 3 Taxor"]


def test_delete_takes_a_paragraf_back_and_lets_a_punkt_utgå(qtbot, page, messages):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    press(qtbot, page, Key.Key_Delete)
    assert messages.notices == ["§ 1 togs tillbaka. Ctrl+Z ångrar."]
    assert shown(page)[0] == "p. 1 Upprop"
    messages.texts = ["onödigt"]
    press(qtbot, page, Key.Key_Delete)
    assert shown(page)[0] == "p. 1 Upprop utgår"
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert shown(page)[0] == "§ 1 Budget pågår"  # what utgår is passed over


def test_a_punkt_that_utgår_can_be_handled_as_such(qtbot, page, messages, store, key):
    messages.texts = ["onödigt"]
    press(qtbot, page, Key.Key_Delete, Key.Key_Return)
    assert shown(page)[0] == "§ 1 Upprop utgår"
    assert paragrafer_in(store, key)[0].beslutspunkter[0].till == "onödigt"


def test_an_extra_ärende_is_added_and_proposed_where_the_dagordning_is_settled(
    qtbot, open_page, store, key, messages
):
    send(store, key)
    a_punkt(store, key, "Fastställande av dagordningen", at=1)
    page = open_page()
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    messages.texts = ["Yttrande om färdtjänst"]
    press(qtbot, page, Key.Key_N, mod=CTRL)
    assert page.editor.heading.text().endswith("Yttrande om färdtjänst")
    page.show_row(page.list.rows.shown()[0].id)
    assert page.editor.agenda.isVisible()
    page.editor.agenda.write.click()
    texts = [one.text for one in paragrafer_in(store, key)[0].beslutspunkter]
    assert "Att ärendet «Yttrande om färdtjänst» läggs till dagordningen" in texts
    assert not page.editor.agenda.isVisible()


def test_typing_in_the_list_finds(qtbot, page):
    type_text(page.list.rows, "t")
    assert page.list.search.hasFocus()
    assert page.list.search.text() == "t"
    type_text(page.list.search, "ax")
    assert shown(page) == ["p. 3 Taxor"]
    assert page.editor.heading.text() == "Punkt 3. Taxor"
    press(qtbot, page, Key.Key_Return)
    assert page.list.rows.hasFocus()
    press(qtbot, page, Key.Key_F, mod=CTRL)
    press(qtbot, page, Key.Key_Escape)
    assert len(shown(page)) == 3


def test_whole_paragrafer_are_bordlagda_and_go_on_again(qtbot, page, messages, store, key):
    messages.texts = ["nästa sammanträde"]
    page.actions_of.decide(page.list.rows.selected(), "bordläggning")
    assert shown(page)[0] == "§ 1 Upprop bordlagd"
    assert paragrafer_in(store, key)[0].beslutspunkter[0].till == "nästa sammanträde"
    qtbot.mouseClick(page.editor.klubba, Qt.MouseButton.LeftButton)
    assert shown(page)[0] == "§ 1 Upprop pågår"


def test_the_sammanträde_is_opened_adjourned_and_ended(qtbot, page, store, key):
    press(qtbot, page, Key.Key_J, mod=CTRL)
    press(qtbot, page, Key.Key_J, mod=CTRL)
    assert page.header.subtitle.text().startswith("Ajournerat sedan 09.41")
    press(qtbot, page, Key.Key_J, mod=CTRL)
    for _ in range(4):
        press(qtbot, page, Key.Key_Return, mod=CTRL)
    head = protokoll_in(store, key).sammanträde
    assert [(one.från, one.till) for one in head.ajourneringar] == [("09.41", "09.41")]
    assert (head.dagar[0].öppnat, head.dagar[0].avslutat) == ("09.41", "09.41")
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert page.side.what is Side.FINDINGS


def test_times_are_corrected_in_a_dialog(qtbot, page, store, key):
    store.do(OpenSammanträde(sammanträde_id=key, datum=DAY, tid="08.31"))
    page.reload(frozenset(["sammanträde"]))
    page._times()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TimesDialog)
    (line,) = dialog.lines
    assert line.opened.text() == "08.31"
    line.ended.setText("sent")
    qtbot.keyClick(line.ended, Key.Key_Return)
    assert "08.30" in dialog.hint.text()
    line.ended.setText("15:20")
    line.breaks.setText("10.45–11.30, 14–14.20")
    qtbot.keyClick(line.ended, Key.Key_Return)
    head = protokoll_in(store, key).sammanträde
    assert head.dagar[0].avslutat == "15.20"
    assert [(one.från, one.till) for one in head.ajourneringar] == [
        ("10.45", "11.30"),
        ("14.00", "14.20"),
    ]


def test_the_first_number_is_set(qtbot, page, messages, store, key):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    for said, number in (("59", 59), ("§ 70", 70), ("", 1)):
        messages.texts = [said]
        page.meeting.number_from()
        assert [one.nummer for one in paragrafer_in(store, key)] == [number]
    messages.texts = ["sex"]
    page.meeting.number_from()
    assert messages.errors == ["Skriv numret med siffror, till exempel 59."]


def test_what_is_written_in_a_paragraf_is_saved_and_undone(qtbot, page, desk, store, key):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    field = page.editor.texts.fields[0]
    field.input.setFocus()
    field.input.selectAll()
    type_text(field.input, "Ny rubrik")
    page.show_row(page.list.rows.shown()[1].id)
    assert listed(store, key) == ["1 Ny rubrik"]
    desk.editor.undo()
    assert listed(store, key) == ["1 Upprop"]


def test_an_empty_rubrik_holds_the_user_back(qtbot, page):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    field = page.editor.texts.fields[0]
    field.input.setFocus()
    field.input.selectAll()
    qtbot.keyClick(field.input, Key.Key_Delete)
    page.show_row(page.list.rows.shown()[1].id)
    assert page.editor.heading.text() == "§ 1 Upprop"
    assert field.problem.text() == "Skriv en rubrik."


def test_what_is_justerat_is_marked_and_can_not_be_reopened(qtbot, page, store, key):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    press(qtbot, page, Key.Key_B)
    justera(store, key)
    page.show_sammanträde(key)
    assert shown(page)[0] == "§ 1 Upprop justerad"
    page.show_row(page.list.rows.shown()[0].id)
    assert page.editor.state.text() == "justerad"
    assert not page.editor.klubba.isEnabled()


def test_f6_goes_round_the_panes(qtbot, page):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    seen = []
    for _ in range(3):
        press(qtbot, page, Key.Key_F6)
        panes = (page.list, page.editor, page.side)
        seen.append(next(one for one in panes if one.isAncestorOf(page.focusWidget())))
    assert seen == [page.editor, page.side, page.list]


def test_a_narrow_window_folds_the_right_pane_away(qtbot, page):
    page.resize(860, 700)
    qtbot.waitUntil(page.side.isHidden)
    assert page.width() == 860
    assert page.editor.side.isVisible()
    qtbot.mouseClick(page.editor.side, Qt.MouseButton.LeftButton)
    assert page.side.isVisible()


def test_the_stages_lead_to_the_paper_and_back_to_the_dagordning(qtbot, page, go, key):
    names = {one.text(): one for one in page.header.stages.buttons}
    qtbot.mouseClick(names["Protokoll"], Qt.MouseButton.LeftButton)
    assert page.side.what is Side.PAPER
    names = {one.text(): one for one in page.header.stages.buttons}
    qtbot.mouseClick(names["Sammanträde"], Qt.MouseButton.LeftButton)
    assert page.side.what is Side.NÄRVARO
    qtbot.mouseClick(names["Kallelse"], Qt.MouseButton.LeftButton)
    assert go.went[-1][:2] == ("sammanträde", key)


def test_the_menus_say_what_can_be_done(page, store, key):
    def texts(menu: QMenu) -> list[str]:
        return [one.text() for one in menu.actions() if one.text()]

    assert texts(page._row_menu())[:2] == ["Behandla", "Klubba enligt förslag"]
    ids = tuple(one.id for one in protokoll_in(store, key).punkter)
    store.do(KlubbaPunkter(sammanträde_id=key, punkt_ids=ids))
    page.show_sammanträde(key)
    page.show_row(page.list.rows.shown()[0].id)
    assert "Återuppta behandlingen" in texts(page._row_menu())
    assert "Ta tillbaka: inte behandlad" in texts(page._row_menu())
    meeting = page._meeting_menu()
    assert texts(meeting)[0] == "Avsluta sammanträdet"
    papers = next(one.menu() for one in meeting.actions() if one.text() == "Exportera")
    assert "Protokoll som PDF …" in texts(papers)
