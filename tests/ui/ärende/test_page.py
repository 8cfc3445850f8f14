"""The page of an ärende: its facts, its course, and what can be done with it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu

from nämnd.beredning.values import Händelse, Slag
from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from nämnd.ärende.commands import AnnulÄrende, SetWaiting
from nämnd.ärende.handling_commands import AnnulHandling
from nämnd.ärende.values import ExternBeteckning, Sekretess
from tests.builders import DAY, a_sammanträde, dagordning_in
from tests.ui.ärende.conftest import TODAY
from ui.ärende.agenda_dialog import AgendaDialog
from ui.ärende.facts_card import facts
from ui.ärende.händelser_card import visit
from ui.ärende.small_dialogs import AnnulDialog, CloseDialog, WaitingDialog
from ui.ärende.ärende_dialog import ÄrendeDialog


@pytest.fixture
def key(diariet) -> str:
    return diariet.add("Priser nästa år", handläggare="Per Öst")


@pytest.fixture
def page(ärende_page, key):
    ärende_page.show_ärende(key)
    return ärende_page


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def said(page) -> dict[str, str]:
    return {name: text for name, text, _ in facts(page.loaded)}


def chips(page) -> list[str]:
    return [chip.text() for chip in page.head._chips if not chip.isHidden()]


def lines(page) -> list[str]:
    return [one.what for one in page.händelser.table.rows_model.rows]


def test_the_head_says_which_ärende_it_is_and_where_it_stands(page, go, diariet):
    assert page.head.above.text() == "VN 2026/0001"
    assert page.head.rubrik.text() == "Priser nästa år"
    assert chips(page) == ["öppet"]
    assert ("i nämnd", diariet.nämnd) in go.went


def test_what_is_known_is_said_and_what_is_not_is_left_out(ärende_page, diariet):
    beteckning = ExternBeteckning("Socialstyrelsen", "12391/2018-20")
    key = diariet.add(
        parter=("Region Skåne", "Anna Ek"),
        externa_beteckningar=(beteckning,),
        gallring="bevaras",
        väntar="",
        sekretess=Sekretess("25 kap. 1 § OSL", TODAY),
        dölj_rubrik=True,
    )
    ärende_page.show_ärende(key)
    assert said(ärende_page) == {
        "Väntar": "på en dagordning",
        "Handläggare": "ingen angiven",
        "Öppnat": "2 mars 2026",
        "Parter": "Region Skåne\nAnna Ek",
        "Socialstyrelsen": "12391/2018-20",
        "Gallring": "bevaras",
        "Sekretess": "25 kap. 1 § OSL, 2 mars 2026",
        "Offentligt": "rubriken döljs i det offentliga diariet",
    }
    assert chips(ärende_page) == ["öppet", "väntar på dagordning", "sekretess", "rubriken döljs"]


def test_a_beteckning_that_looks_like_a_slip_is_asked_about_where_it_stands(
    qtbot, ärende_page, diariet
):
    right = ExternBeteckning("Socialstyrelsen", "12391/2018-20")
    for rubrik in ("En", "Två"):
        diariet.add(rubrik, externa_beteckningar=(right,))
    slip = ExternBeteckning("Region Skåne", "1239/2018-20")
    ärende_page.show_ärende(diariet.add("Tre", externa_beteckningar=(slip,)))
    qtbot.waitUntil(lambda: ärende_page.idle, timeout=10_000)
    asked = "1239/2018-20 (är det 12391/2018-20?)"
    assert asked in [one.text() for one in ärende_page.facts.findChildren(QLabel)]


def test_it_is_changed_and_the_change_undone(page, diariet, key, desk):
    page.facts.change.click()
    shown = dialog(page, ÄrendeDialog)
    shown.rubrik.setPlainText("Priser 2027")
    shown.parter.setPlainText("Region Skåne\n\n  Anna Ek ")
    hos, beteckning = shown.externa.rows[-1]
    hos.setText("Socialstyrelsen")
    shown.check()
    assert not shown.keep.isEnabled()
    beteckning.setText("1/2026")
    shown.secrecy.marked.setChecked(True)
    assert shown.problem.text() == "Skriv vilken bestämmelse som sekretessen gäller."
    shown.secrecy.lagrum.setText("25 kap. 1 § OSL")
    shown.keep.click()
    draft = diariet.view(key).draft
    assert draft.rubrik == page.head.rubrik.text() == "Priser 2027"
    assert draft.parter == ("Region Skåne", "Anna Ek")
    assert draft.externa_beteckningar == (ExternBeteckning("Socialstyrelsen", "1/2026"),)
    assert draft.sekretess == Sekretess("25 kap. 1 § OSL", TODAY)
    desk.editor.undo()
    assert page.head.rubrik.text() == "Priser nästa år"


def test_an_empty_row_for_a_beteckning_is_always_there_to_write_in(page):
    page.facts.change.click()
    rows = dialog(page, ÄrendeDialog).externa
    assert len(rows.rows) == 1
    rows.rows[0][0].setText("Socialstyrelsen")
    rows.rows[0][0].textEdited.emit("Socialstyrelsen")
    assert len(rows.rows) == 2
    assert rows.rows[1][1].accessibleName() == "Annan beteckning 2"


def test_it_is_closed_and_opened_again(page, diariet, key):
    page.acts.close()
    shown = dialog(page, CloseDialog)
    shown.day.setText("2026-03-09")
    assert not shown.keep.isEnabled()  # it has not come
    shown.day.setText("2026-03-02")
    shown.keep.click()
    assert diariet.view(key).avslutat == TODAY
    assert chips(page) == ["avslutat"]
    assert "Öppna ärendet igen" in [text for text, _ in page.acts.offered()]
    page.acts.reopen()
    assert diariet.view(key).status == "öppet"


def test_it_waits_with_a_note_until_it_is_said_not_to(page, diariet, key):
    page.acts.wait()
    shown = dialog(page, WaitingDialog)
    shown.note.setText("remissvaren")
    shown.keep.click()
    assert diariet.view(key).draft.väntar == "remissvaren"
    assert chips(page) == ["öppet", "väntar på dagordning"]
    page.acts.stop_waiting()
    assert diariet.view(key).draft.väntar is None


def test_it_is_annulled_with_a_reason_and_can_then_only_be_read(page, diariet, key, desk):
    page.acts.annul()
    shown = dialog(page, AnnulDialog)
    assert not shown.keep.isEnabled()
    shown.reason.setPlainText("Registrerat två gånger")
    shown.keep.click()
    assert diariet.view(key).makulerat == "Registrerat två gånger"
    assert said(page)["Makulerat"] == "Registrerat två gånger, 2 mars 2026"
    assert chips(page) == ["makulerat"]
    for one in (page.head.agenda, page.head.more, page.facts.change, page.skrivelser.new,
                page.handlingar.take_in, page.handlingar.add_one):  # fmt: skip
        assert not one.isEnabled()
    assert page.acts.offered() == ()
    assert not desk.editor.undo_stack.canUndo()


def test_the_menu_of_the_rest_does_what_it_says(page, go, key):
    page.head.more.click()
    assert isinstance(page.shown, QMenu)
    texts = [one.text() for one in page.shown.actions() if one.text()]
    assert texts == [
        "Ändra …", "Ta in filer …", "Ny skrivelse", "Bevaka …", "Låt vänta på dagordning …",
        "Avsluta …", "Makulera …",
    ]  # fmt: skip
    next(one for one in page.shown.actions() if one.text() == "Ta in filer …").trigger()
    assert go.went[-1] == ("ta in", key)


def test_an_ärende_and_a_handling_are_followed_up_from_here(page, diariet, go, key):
    page.bevakningar.new.click()
    assert go.went[-1] == ("bevaka", key, page.loaded.view.draft.rubrik)
    handling = diariet.handling(key, "Avtal", diariet.file())
    page.show_ärende(key)
    page.handlingar.table.selectRow(0)
    page.handlingar.follow.click()
    find, watch, agreed = page.handlingar.shown.actions()
    page.handlingar.shown.hide()
    for one in (find, watch, agreed):
        one.trigger()
    assert [one[1] for one in go.went[-3:]] == [handling] * 3


def test_what_is_followed_up_in_it_stands_beside(page, diariet, desk, go, key):
    draft = BevakningDraft("Svar", PåDatum(date(2026, 4, 1)), Källa(ärende_id=key))
    command = AddBevakning(
        nämnd_id=diariet.nämnd, draft=draft, today=date(2026, 3, 2), bevakning_id="b1"
    )
    desk.editor.do(command, "bevaka")
    page.show_ärende(key)
    page.bevakningar.links[0].click()
    assert go.went[-1] == ("bevakning", "b1")


def test_what_has_happened_stands_in_time_order(page, diariet, key, desk):
    diariet.handling(key, "Missiv", från_till="Region Skåne")
    desk.editor.do(SetWaiting(ärende_id=key, väntar=""), "låt vänta")  # the page reads anew
    assert lines(page) == ["Ärendet öppnades", "Handling 1 Missiv"]


def test_enter_on_an_event_goes_to_where_it_happened(qtbot, page, diariet, key, go):
    handling = diariet.handling(key)
    page.show_ärende(key)
    table = page.händelser.table
    table.selectRow(0)
    assert not page.händelser.visit.isEnabled()  # it was opened: on this page
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert go.went[-1] == ("ärende", key, handling)
    page.händelser.visit.click()
    assert go.went[-1] == ("ärende", key, handling)


@pytest.mark.parametrize(
    ("facts", "went"),
    [
        ({"slag": Slag.SKRIVELSE}, ("skrivelse", "k")),
        ({"slag": Slag.DELEGATIONSBESLUT}, ("delegationsbeslut", "k")),
        ({"slag": Slag.PUNKT, "sammanträde_id": "s"}, ("sammanträde", "s", "k")),
        ({"slag": Slag.PARAGRAF, "sammanträde_id": "s"}, ("protokoll", "s", "k")),
        (
            {"slag": Slag.HUVUDMANNABESLUT, "sammanträde_id": "s", "paragraf_id": "p"},
            ("protokoll", "s", "p"),
        ),
        ({"slag": Slag.HANDLING, "ärende_id": "a"}, ("ärende", "a", "k")),
    ],
    ids=["skrivelse", "delegation", "punkt", "paragraf", "huvudman", "handling"],
)
def test_each_kind_of_event_leads_to_its_place(go, facts, went):
    visit(go, Händelse("2026-03-02", key="k", rubrik="En fråga", nämnd_id="n", **facts))
    assert go.went == [("i nämnd", "n"), went]


def test_it_is_put_on_the_next_dagordning_with_its_texts_and_files(page, diariet, key, go, desk):
    meeting = a_sammanträde(diariet.store, diariet.nämnd)
    diariet.skrivelse(key, "Priser", förslag=("Att godkänna priserna",))
    one = diariet.handling(key, "Underlag", diariet.file())
    diariet.handling(key, "Samtal")  # no file to take along
    page.show_ärende(key)
    page.head.agenda.click()
    shown = dialog(page, AgendaDialog)
    assert shown.when.currentText().startswith(f"{DAY.day} mars 2026")
    assert shown.list.keys == (one,)
    assert shown.warning.isHidden()
    shown.list.set_all(on=True)
    shown.keep.click()
    (punkt,) = dagordning_in(diariet.store, meeting).punkter
    assert [sats.text for sats in punkt.förslag] == ["Att godkänna priserna"]
    assert [bilaga.rubrik for bilaga in punkt.bilagor] == ["Underlag"]
    assert go.went[-1] == ("sammanträde", meeting, punkt.id)
    page.head.agenda.click()
    assert "står redan på den dagordningen" in dialog(page, AgendaDialog).warning.text()
    desk.editor.undo()
    assert dagordning_in(diariet.store, meeting).punkter == ()


def test_without_a_sammanträde_to_come_it_can_wait_for_the_next_one(page, diariet, key, messages):
    page.head.agenda.click()
    assert "inget kommande sammanträde" in messages.asked[-1]
    assert diariet.view(key).draft.väntar is None
    messages.confirm_with = [True]
    page.head.agenda.click()
    assert diariet.view(key).draft.väntar == ""


def test_a_new_skrivelse_begins_with_what_is_known_and_is_opened(page, diariet, key, go):
    page.skrivelser.new.click()
    (row,) = diariet.skrivelser(key)
    assert go.went[-1] == ("skrivelse", row.id)
    draft = row.draft
    assert (draft.rubrik, draft.datum) == ("Priser nästa år", TODAY)
    assert draft.till == ("Vårdnämnden i Ådalen",)
    assert [one.namn for one in draft.underskrifter] == ["Per Öst"]
    (link,) = page.skrivelser.links
    link.click()
    assert go.went[-1] == ("skrivelse", row.id)


def test_an_ärende_that_is_gone_leads_back_to_the_list(page, go):
    page.show_ärende("borta")
    assert go.went[-1] == ("page", "ärenden")
    assert page.ärende_id is None


def test_where_it_is_narrow_the_facts_stand_below(page):
    assert page._across.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(700, 800)
    assert page._across.direction() == QBoxLayout.Direction.TopToBottom


def test_the_page_goes_back_to_the_list(page, go):
    page.head.back.click()
    assert go.went[-1] == ("page", "ärenden")


def test_an_annulled_handling_is_struck_in_the_course(page, diariet, key, desk):
    handling = diariet.handling(key, "Missiv")
    desk.editor.do(AnnulHandling(handling_id=handling, skäl="Fel", datum=TODAY), "makulera")
    assert lines(page)[-1] == "Struken: Handling 1 Missiv"


def test_it_says_when_it_was_annulled_elsewhere(page, diariet, key, desk):
    desk.editor.do(AnnulÄrende(ärende_id=key, skäl="Fel", datum=date(2026, 3, 1)), "makulera")
    assert said(page)["Makulerat"] == "Fel, 1 mars 2026"


def test_f6_leads_from_one_part_to_the_next_and_back(qtbot, page, diariet, key):
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.handlingar.table.setFocus()
    went = []
    for _ in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F6)
        went.append(page.focusWidget())
    assert went == [
        page.händelser.table, page.facts.change, page.bevakningar.new, page.skrivelser.new,
        page.handlingar.table,
    ]  # fmt: skip
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert page.focusWidget() is page.skrivelser.new
    diariet.skrivelse(key)
    page.show_ärende(key)
    page.bevakningar.new.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F6)
    assert page.focusWidget() is page.skrivelser.links[0]
