"""The course of the sammanträde: days, breaks, times that are asked for, what the head says."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.core.changes import Topic
from nämnd.protokoll.meeting_commands import CloseSammanträde, OpenSammanträde, StartBreak
from nämnd.sammanträde.commands import CancelSammanträde, PlanSammanträde, SaveSammanträde
from nämnd.sammanträde.dagordning import Ajournering, Dag
from nämnd.sammanträde.drafts import SammanträdeDraft
from tests.builders import DAY, a_nämnd, a_sammanträde
from tests.nämnd.protokoll.meeting_day import paragrafer_in, protokoll_in
from tests.ui.protokoll.conftest import CTRL, DURING, LATER, Key, press, shown
from ui.protokoll.times_dialog import TimesDialog

NEXT_DAY = date(2026, 3, 28)


def do(page, store, *commands):
    """Run commands as somebody else's, and show what became of them."""
    for one in commands:
        store.do(one)
    page.reload(frozenset({Topic.SAMMANTRÄDE}))


def two_days(key: str) -> SaveSammanträde:
    days = (Dag(DAY, (("08.30", None),)), Dag(NEXT_DAY, (("09.00", None),)))
    draft = SammanträdeDraft(dagar=days, plats="Stora salen")
    return SaveSammanträde(sammanträde_id=key, draft=draft)


def times(store, key):
    return [(one.öppnat, one.avslutat) for one in protokoll_in(store, key).sammanträde.dagar]


def said(page) -> str:
    return page.header.subtitle.text().split(" · ")[0]


def begin_times(qtbot, page):
    """Open the dialog of times."""
    page._times()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, TimesDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_afterwards_each_time_is_asked_for(qtbot, open_page, store, key, messages):
    page = open_page(LATER)
    messages.texts = ["8:31", "10.45", "11", "15.20"]
    for _ in range(3):
        press(qtbot, page, Key.Key_J, mod=CTRL)
    page.meeting.close()
    head = protokoll_in(store, key).sammanträde
    assert times(store, key) == [("08.31", "15.20")]
    assert head.ajourneringar == (Ajournering("10.45", "11.00", None),)
    assert [one.split(":")[0] for one in messages.asked] == [
        "Öppna sammanträdet 2026-03-27",
        "Ajournera sammanträdet 2026-03-27",
        "Återuppta sammanträdet 2026-03-27",
        "Avsluta sammanträdet 2026-03-27",
    ]


@pytest.mark.parametrize(
    ("answer", "errors"), [(None, []), ("sent", ["Skriv klockslaget som 08.30."])]
)
def test_without_a_time_nothing_happens(  # noqa: PLR0913, PLR0917 - two of a table
    qtbot, open_page, store, key, messages, answer, errors
):
    page = open_page(LATER)
    messages.texts = [answer]
    press(qtbot, page, Key.Key_J, mod=CTRL)
    assert times(store, key) == [(None, None)]
    assert messages.errors == errors


def test_what_has_been_ended_goes_on_from_the_menu(page, store, key):
    do(page, store, OpenSammanträde(sammanträde_id=key, datum=DAY, tid="08.30"))
    assert page.header.pause.text() == "A&journera"
    page.meeting.close()
    assert said(page) == "Avslutat 09.41"
    assert page.header.pause.isHidden()
    page._pause()  # Ctrl+J has nothing to do now
    assert times(store, key) == [("08.30", "09.41")]
    page.meeting.reopen()
    assert said(page) == "Pågår sedan 08.30"
    assert times(store, key) == [("08.30", None)]


def test_the_next_paragraf_of_the_second_day_opens_it(qtbot, open_page, store, key):
    store.do(two_days(key))
    first = open_page()
    press(qtbot, first, Key.Key_Return, mod=CTRL)
    do(first, store, CloseSammanträde(sammanträde_id=key, datum=DAY, tid="16.00"))
    assert said(first) == "Dag 1 avslutad 16.00"
    assert first.header.can_open
    first.close()
    second = open_page(DURING.replace(day=28))
    press(qtbot, second, Key.Key_Return, mod=CTRL)
    assert times(store, key) == [("09.41", "16.00"), ("09.41", None)]
    assert [one.dag for one in paragrafer_in(store, key)] == [DAY, NEXT_DAY]
    assert said(second) == "Pågår sedan 09.41"


def test_breaks_of_two_days_are_corrected_each_on_its_day(qtbot, page, store, key):
    do(page, store, two_days(key))
    do(page, store, StartBreak(sammanträde_id=key, datum=NEXT_DAY, tid="10.00"))
    dialog = begin_times(qtbot, page)
    assert [one.breaks.text() for one in dialog.lines] == ["", "10.00"]
    dialog.lines[0].breaks.setText("12–13")
    dialog.lines[1].opened.setText("9")
    qtbot.keyClick(dialog.lines[0].breaks, Key.Key_Return)
    head = protokoll_in(store, key).sammanträde
    assert head.ajourneringar == (
        Ajournering("12.00", "13.00", DAY),
        Ajournering("10.00", None, NEXT_DAY),
    )
    assert times(store, key) == [(None, None), ("09.00", None)]


def test_a_break_from_before_there_were_two_days_is_not_lost(qtbot, page, store, key):
    do(page, store, StartBreak(sammanträde_id=key, datum=DAY, tid="10.00"), two_days(key))
    dialog = begin_times(qtbot, page)
    assert [one.breaks.text() for one in dialog.lines] == ["10.00", ""]
    qtbot.keyClick(dialog.lines[0].breaks, Key.Key_Return)
    assert protokoll_in(store, key).sammanträde.ajourneringar == (Ajournering("10.00", None, DAY),)


def test_breaks_that_can_not_be_read_keep_the_dialog(qtbot, page, store, key):
    dialog = begin_times(qtbot, page)
    dialog.lines[0].breaks.setText("11.30–10.45")
    qtbot.keyClick(dialog.lines[0].breaks, Key.Key_Return)
    assert "i den ordning de var" in dialog.hint.text()
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert protokoll_in(store, key).sammanträde.ajourneringar == ()


def test_what_is_inställt_says_so(page, store, key):
    do(page, store, CancelSammanträde(sammanträde_id=key, skäl="För få ärenden"))
    assert said(page) == "Inställt"


def test_a_sammanträde_without_punkter(qtbot, open_page, store, messages):
    page = open_page(key=a_sammanträde(store))
    assert shown(page) == []
    assert page.editor.hint.isVisible()
    assert page.list.count.text() == "0 av 0 behandlade"
    assert not page.list.klubba.isEnabled()
    press(qtbot, page, Key.Key_B, Key.Key_Delete, Key.Key_F2, Key.Key_F6)  # nothing to do it to
    messages.texts = ["Val av justerare"]
    press(qtbot, page, Key.Key_N, mod=CTRL)
    assert shown(page) == ["p. 1 Val av justerare"]
    assert page.editor.heading.text() == "Punkt 1. Val av justerare"


def test_a_sammanträde_that_undo_removes_leads_back_to_the_list(qtbot, open_page, desk, store, go):
    draft = SammanträdeDraft(dagar=(Dag(DAY, (("08.30", None),)),), plats="Stora salen")
    nämnd_id = a_nämnd(store)
    desk.editor.do(PlanSammanträde(sammanträde_id="s9", nämnd_id=nämnd_id, draft=draft), "planera")
    page = open_page(key="s9")
    page._meeting_menu().popup(page.pos())
    desk.editor.undo()
    qtbot.waitUntil(lambda: go.went == [("page", "sammanträden")])
    assert page.sammanträde_id == ""
    page.next_paragraf()
    page.check()  # Ctrl+Enter and Ctrl+G have nothing to be about
    assert shown(page) == []


def test_what_can_not_be_seen_is_read_when_it_is(qtbot, page, store, key):
    page.hide()
    do(page, store, OpenSammanträde(sammanträde_id=key, datum=DAY, tid="08.30"))
    assert said(page) == "Inte öppnat än"
    page.show()
    assert said(page) == "Pågår sedan 08.30"


def test_nobody_there_is_not_beslutsför(qtbot, page):
    press(qtbot, page, Key.Key_Return, mod=CTRL)
    assert "inte beslutsför" in page.header.subtitle.text()


def test_the_stages_that_are_not_reached_explain_themselves(qtbot, page, go):
    buttons = {one.text(): one for one in page.header.stages.buttons}
    for name in set(buttons) - {"Planera", "Kallelse", "Sammanträde", "Protokoll"}:
        qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
    assert go.went == []
    qtbot.mouseClick(buttons["Planera"], Qt.MouseButton.LeftButton)
    assert [one[0] for one in go.went] == ["sammanträde"]
