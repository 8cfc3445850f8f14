"""The head of the page: stages, what is missing, the next thing to do; and the panes."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QToolTip

from nämnd.core.changes import Topic
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.commands import CancelSammanträde, MoveSammanträde, RemoveSammanträde
from nämnd.sammanträde.dagordning import Dag
from tests.builders import DAY, a_nämnd, a_sammanträde, send
from tests.ui.sammanträde.test_workspace_list import LEFT, click


def stages(page) -> list[tuple[str, str]]:
    return [(one.text(), str(one.property("stage"))) for one in page.header.stages.buttons]


def entries(menu) -> list[str]:
    return [one.text() for one in menu.actions() if one.text()]


def pick(menu, beginning: str) -> None:
    next(one for one in menu.actions() if one.text().startswith(beginning)).trigger()


def dialog() -> QDialog:
    found = QApplication.activeModalWidget()
    assert isinstance(found, QDialog)
    return found


def test_the_head_says_what_sammanträde_it_is(page):
    assert page.header.title.text() == "Sammanträde 2026-03-27"
    assert page.header.subtitle.text() == "08.30 · Stora salen · första sammanträdet 2026"


AFTER = ("Protokoll", "Justering", "Anslag", "Laga kraft", "Arkiv")


def test_the_stages_say_how_far_it_has_come(page, store, key):
    later = [(text, "later") for text in AFTER]
    first = [("Planera", "done"), ("Kallelse", "now"), ("Sammanträde", "later")]
    assert stages(page) == first + later
    assert page.header.send.text() == "Skapa kall&else"
    send(store, key)
    page.show_sammanträde(key)
    assert stages(page)[:3] == [("Planera", "done"), ("Kallelse", "done"), ("Sammanträde", "now")]
    assert page.header.send.text() == "Skicka till&ägg"
    assert not page.header.missing.isVisible()


def test_a_sammanträde_that_has_been_held_is_done(page, store):
    held = a_sammanträde(store, None, date(2026, 2, 27))
    page.show_sammanträde(held)
    assert stages(page)[2:4] == [("Sammanträde", "done"), ("Protokoll", "now")]


def test_the_stages_make_room_where_there_is_little(qtbot, page):
    for width, texts in (
        (1000, ["Planera", "Kallelse", "Sammanträde", "Protokoll", "…"]),
        (700, ["Kallelse", "…"]),
        (1300, [text for text, _ in stages(page)]),
    ):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: [text for text, _ in stages(page)] == texts)  # noqa: B023 - at once
    page.resize(700, 700)
    qtbot.waitUntil(lambda: len(stages(page)) == 2)
    rest = page.header.stages.buttons[1]
    qtbot.mouseClick(rest, LEFT)
    assert QToolTip.text().startswith("Övriga steg: Planera, Sammanträde, Protokoll")
    QToolTip.hideText()


def test_larger_text_takes_more_room_for_the_stages(qtbot, page, theme):
    page.resize(1300, 700)
    qtbot.waitUntil(lambda: len(stages(page)) == 8)
    theme.set_font_scale(1.5)
    try:
        qtbot.waitUntil(lambda: len(stages(page)) < 8)
        for one in page.header.stages.buttons:
            assert one.width() >= one.sizeHint().width()
    finally:
        theme.set_font_scale(1.0)


def test_the_stages_after_the_protokoll_lead_to_the_justering(qtbot, page, go, key):
    for button in page.header.stages.buttons[4:]:
        assert button.toolTip()
        qtbot.mouseClick(button, LEFT)
    assert go.went == [("justering", key, "")] * 4


def test_a_body_by_agreement_has_no_anslag_and_no_laga_kraft(store, page):
    key = a_sammanträde(store, a_nämnd(store, juridisk_form="samverkan"))
    page.show_sammanträde(key)
    assert [text for text, _ in stages(page)][3:] == ["Protokoll", "Justering", "Arkiv"]


def test_the_meeting_day_and_the_protokoll_are_stages_to_go_to(qtbot, page, go, key):
    for button in page.header.stages.buttons[2:4]:
        qtbot.mouseClick(button, LEFT)
    assert go.went == [("protokoll", key, ""), ("protokoll", key, "", "papper")]


def test_what_is_missing_is_counted_and_each_leads_to_its_place(qtbot, page):
    assert page.header.missing.text() == "7 saker saknas"
    menu = page.header.missing_menu()
    assert entries(menu)[0].startswith("Kallelsen ska vara ute senast")
    assert entries(menu)[1:] == [
        "Ingen ordförande är vald för sammanträdet.",
        "Ingen sekreterare är vald för sammanträdet.",
        "Nämnden har inga ledamöter eller ersättare att kalla den dagen.",
        "Punkt 1: «Budget» saknar förslag till beslut.",
        "Bilaga 1: «Missiv» har ingen fil än.",
        "Bilaga 3A: «Rapport, handling 1» har ingen fil än.",
        "Bilaga 3B: «Rapport, handling 2» har ingen fil än.",
    ]
    pick(menu, "Bilaga 3B")
    assert page.editor.heading.text() == "Punkt 3"
    assert page.editor.bilagor.details.title.text() == "Bilaga 3B"
    assert page.editor.bilagor.view.hasFocus()
    pick(menu, "Punkt 1")
    assert page.editor.förslag.isAncestorOf(QApplication.focusWidget())
    menu.close()


def test_what_is_missing_of_people_leads_to_the_nämnd(page, go):
    menu = page.header.missing_menu()
    pick(menu, "Nämnden har inga")
    assert go.went == [("page", "nämnd")]
    menu.close()


def test_what_is_missing_of_the_sammanträde_leads_to_its_dialog(page):
    menu = page.header.missing_menu()
    pick(menu, "Ingen ordförande")
    assert dialog().windowTitle() == "Ändra sammanträdet"
    dialog().reject()
    menu.close()


def test_an_empty_dagordning_is_missing_punkter_and_one_is_begun_there(page, store):
    page.show_sammanträde(a_sammanträde(store))
    menu = page.header.missing_menu()
    pick(menu, "Dagordningen är tom")
    assert [one.text for one in page.list.rows.rows_model.rows] == ["Ny punkt"]
    menu.close()


def test_a_kallelse_that_is_late_says_so(page, store):
    late = a_sammanträde(store, None, date(2026, 3, 4))
    page.show_sammanträde(late)
    assert page.header.late.isVisible()
    assert "skulle ha gått ut" in page.header.late.toolTip()
    assert Lack.KALLELSE_LATE in [one.lack for one in page.header._findings]


def test_planera_opens_the_dialog_of_the_sammanträde(qtbot, page):
    qtbot.mouseClick(page.header.stages.buttons[0], LEFT)
    assert dialog().windowTitle() == "Ändra sammanträdet"
    dialog().reject()


def test_the_menu_moves_and_cancels(page, messages, now):
    pick(page.header.menu(), "Flytta")
    assert dialog().windowTitle() == "Flytta sammanträdet"
    dialog().reject()
    messages.texts = ["För få anmälda"]
    pick(page.header.menu(), "Ställ in")
    assert now().sammanträde.inställt == "För få anmälda"


def test_a_cancelled_sammanträde_says_so_and_can_be_held_after_all(qtbot, page, store, key, now):
    store.do(CancelSammanträde(sammanträde_id=key, skäl="För få anmälda"))
    page.show_sammanträde(key)
    banner = page.header.banner
    assert banner.text.text() == "Sammanträdet är inställt. För få anmälda"
    assert not page.header.send.isVisible()
    qtbot.mouseClick(banner.resume, LEFT)
    assert now().sammanträde.inställt is None
    assert not banner.isVisible()
    assert page.header.send.isVisible()


def test_a_moved_sammanträde_says_from_when_and_why(page, store, key):
    dagar = (Dag(date(2026, 4, 10)),)
    store.do(MoveSammanträde(sammanträde_id=key, dagar=dagar, skäl="Krock"))
    page.show_sammanträde(key)
    assert page.header.banner.text.text() == f"Sammanträdet är flyttat från {DAY}. Krock"


def test_the_primary_button_lets_the_kallelse_be_sent(qtbot, page):
    qtbot.mouseClick(page.header.send, LEFT)
    assert "kallelse" in dialog().windowTitle().lower()
    dialog().reject()


def test_a_sammanträde_that_is_gone_leads_back_to_the_list(qtbot, page, store, key, go):
    store.do(RemoveSammanträde(sammanträde_id=key))
    page.reload(frozenset([Topic.SAMMANTRÄDE]))
    qtbot.waitUntil(lambda: go.went == [("page", "sammanträden")])
    assert page.sammanträde_id == ""


def test_a_menu_goes_with_the_sammanträde_it_is_about(qtbot, page, store, key):
    qtbot.mouseClick(page.header.more, LEFT)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    store.do(RemoveSammanträde(sammanträde_id=key))
    page.reload(frozenset({Topic.SAMMANTRÄDE}))
    assert not menu.isVisible()


def test_f6_goes_round_the_panes(qtbot, page):
    page.panes.show_preview(shown=True)
    editor, sheets = page.editor.rubrik.input, page.preview.view.sheets
    for wanted in (editor, sheets, page.list.rows):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert wanted.hasFocus()
    for wanted in (sheets, editor, page.list.rows):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert wanted.hasFocus()


def test_f6_passes_by_a_hidden_preview(qtbot, page):
    for wanted in (page.editor.rubrik.input, page.list.rows):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert wanted.hasFocus()


def test_a_narrow_page_gives_up_the_preview_and_a_button_brings_it_back(qtbot, desk, go, key):
    from ui.sammanträde.workspace import Workspace

    page = Workspace(desk, go)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    page.show_sammanträde(key)
    assert page.preview.isVisible()
    page.resize(880, 700)
    assert not page.preview.isVisible()
    qtbot.mouseClick(page.editor.show_preview, LEFT)
    assert page.preview.isVisible()
    qtbot.mouseClick(page.preview.hide_button, LEFT)
    assert not page.preview.isVisible()


def test_the_user_decides_the_proportions(qtbot, page):
    page.panes.show_preview(shown=True)
    qtbot.waitUntil(lambda: page.panes.proportions()[2] > 0)
    with qtbot.waitSignal(page.panes.moved_by_user):
        page.panes.moveSplitter(300, 1)
    kept = page.panes.proportions()
    page.panes.set_proportions((400, 400, 300))
    page.panes.set_proportions(kept)
    assert page.panes.proportions() == kept


def test_every_control_has_a_name_for_a_screen_reader(qtbot, page):
    page.panes.show_preview(shown=True)
    click(qtbot, page, 2)
    page.editor.bilagor.choose(page.editor.bilagor.view.lines[0].id)
    focusable = [
        one
        for one in page.findChildren(type(page).__mro__[1])
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(focusable) > 20
    nameless = [
        one
        for one in focusable
        if not (one.accessibleName() or getattr(one, "text", str)())
        and one.focusProxy() is None
        and not one.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_tab_goes_through_head_and_preview_in_the_order_they_are_read(page):
    head, preview = page.header, page.preview
    now = next(one for one in head.stages.buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    view = preview.view
    read = [head.more, now, head.send, preview.what, *view.tools, view.sheets, preview.hide_button]
    following, stops = head.more, [head.more]
    while (following := following.nextInFocusChain()) is not head.more:
        if following in read:
            stops.append(following)
    assert stops == read
