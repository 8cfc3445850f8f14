"""The diarium as a list."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from nämnd.ärende.commands import AnnulÄrende
from nämnd.ärende.values import ExternBeteckning, Sekretess
from tests.ui.keyboard import type_text
from tests.ui.ärende.conftest import TODAY
from ui.list_export import ListExport
from ui.toolkit.controls import Choice
from ui.ärende.filtering import Wanted
from ui.ärende.slips_dialog import SlipsDialog
from ui.ärende.words import state_text
from ui.ärende.ärende_dialog import ÄrendeDialog

PATIENCE = 10_000  # ms


def dnrs(page) -> list[str]:
    return [row.dnr for row in page.table.rows_model.rows]


@pytest.fixture
def fresh(qtbot, list_page, diariet):
    """Show what is in the diarium now."""

    def fresh(*, again: bool = True):
        if again:
            list_page.show_nämnd(diariet.nämnd)
        qtbot.waitUntil(lambda: list_page.idle, timeout=PATIENCE)
        return list_page

    return fresh


def choose(page, part, value: str) -> None:
    part.choose(value)
    part.activated.emit(part.currentIndex())


def test_an_empty_diarium_says_how_to_begin(list_page, fresh):
    fresh()
    assert list_page.stack.currentIndex() == 1
    assert not list_page.export.isEnabled()


def test_the_newest_ärende_stands_first_with_its_number(list_page, diariet, fresh):
    for rubrik in ("Priser", "Taxor"):
        diariet.add(rubrik)
    fresh()
    assert dnrs(list_page) == ["VN 2026/0002", "VN 2026/0001"]
    assert list_page.count.text() == "2 ärenden"


def test_typing_narrows_the_list_and_says_how_many_are_left(qtbot, list_page, diariet, fresh):
    for rubrik in ("Priser", "Vårdavtal"):
        diariet.add(rubrik)
    fresh()
    type_text(list_page.bar.text, "vård")
    assert dnrs(list_page) == ["VN 2026/0002"]
    assert list_page.count.text() == "1 av 2 ärenden"
    qtbot.keyClick(list_page.bar.text, Qt.Key.Key_Escape)
    assert len(dnrs(list_page)) == 2


def test_enter_opens_the_ärende(qtbot, list_page, diariet, go, fresh):
    key = diariet.add()
    fresh().table.selectRow(0)
    qtbot.keyClick(list_page.table, Qt.Key.Key_Return)
    assert go.went[-1] == ("ärende", key, "")


def test_state_and_handläggare_are_chosen(list_page, diariet, fresh):
    diariet.add("Priser", handläggare="Per Öst")
    diariet.add("Taxor", väntar="")
    fresh()
    choose(list_page, list_page.bar.state, "väntar")
    assert dnrs(list_page) == ["VN 2026/0002"]
    choose(list_page, list_page.bar.state, "")
    choose(list_page, list_page.bar.who, "Per Öst")
    assert dnrs(list_page) == ["VN 2026/0001"]


def test_a_filter_is_saved_chosen_again_and_removed(list_page, diariet, messages, desk, fresh):
    diariet.add("Priser")
    diariet.add("Taxor", väntar="")
    fresh()
    urval = list_page.bar.urval
    choose(list_page, list_page.bar.state, "väntar")
    messages.texts = ["Det som väntar"]
    urval.save()
    list_page.bar.clear()
    (row,) = urval.rows()
    assert (row.namn, row.villkor) == ("Det som väntar", {"läge": "väntar"})
    urval.button.click()
    assert isinstance(urval.shown, QMenu)
    assert urval.shown.actions()[0].text() == "Det som väntar"
    urval.shown.actions()[0].trigger()
    assert list_page.bar.wanted() == Wanted(läge="väntar")
    urval.remove(row)
    assert urval.rows() == ()
    desk.editor.undo()
    assert len(urval.rows()) == 1


def test_the_same_name_replaces_a_saved_filter(list_page, messages):
    messages.texts = ["Mitt", "mitt", None]
    urval = list_page.bar.urval
    urval.save()
    list_page.bar.text.setText("taxor")
    urval.save()
    urval.save()  # the user thinks better of it
    (row,) = urval.rows()
    assert row.villkor == {"text": "taxor"}


def test_slips_are_pointed_out_and_lead_to_their_ärende(list_page, diariet, go, fresh):
    right = ExternBeteckning("Socialstyrelsen", "12391/2018-20")
    diariet.add("En", externa_beteckningar=(right,))
    diariet.add("Två", externa_beteckningar=(right,))
    fresh()
    assert list_page.slips.isHidden()
    slip = ExternBeteckning("Region Skåne", "1239/2018-20")
    key = diariet.add("Tre", externa_beteckningar=(slip,))
    fresh()
    assert list_page.slips.text() == "1 beteckning ser felskriven ut …"
    list_page.slips.click()
    (dialog,) = list_page.findChildren(SlipsDialog)
    dialog.keep.click()
    assert go.went[-1] == ("ärende", key, "")


def test_a_new_ärende_gets_the_next_number_and_is_opened(list_page, diariet, go):
    diariet.add()
    list_page.new.click()
    (dialog,) = list_page.findChildren(ÄrendeDialog)
    assert not dialog.keep.isEnabled()
    dialog.rubrik.setPlainText("Taxor")
    dialog.keep.click()
    assert [row.dnr for row in diariet.rows()] == ["VN 2026/0002", "VN 2026/0001"]
    assert go.went[-1] == ("ärende", diariet.rows()[0].id, "")


def test_files_are_taken_in_through_the_window(list_page, go):
    list_page.take_in.click()
    assert go.went == [("ta in", "")]


def test_the_exported_diarium_hides_what_must_be_hidden(
    qtbot, list_page, diariet, messages, tmp_path, fresh
):
    diariet.add("Ärendet om Anna Hemlig", dölj_rubrik=True, sekretess=Sekretess("25:1 OSL"))
    fresh().export.click()
    (dialog,) = list_page.findChildren(ListExport)
    dialog.form.choose(".csv")
    messages.files = [tmp_path / "diarium"]
    dialog.keep.click()
    target = tmp_path / "diarium.csv"
    qtbot.waitUntil(lambda: bool(messages.notices), timeout=30_000)
    text = target.read_text(encoding="utf-8-sig")
    assert "VN 2026/0001" in text
    assert "[uppgift dold]" in text
    assert "Hemlig" not in text


def test_the_whole_diarium_is_said_to_hold_what_is_secret(list_page, diariet, messages, fresh):
    diariet.add()
    fresh().export.click()
    (dialog,) = list_page.findChildren(ListExport)
    dialog.whom.setCurrentIndex(1)
    assert "sekretess är med" in dialog.said.text()


def test_one_year_of_the_diarium_is_exported(qtbot, list_page, diariet, messages, tmp_path, fresh):
    diariet.add("Gammalt", öppnat=date(2025, 5, 3))
    diariet.add("Nytt")
    fresh().export.click()
    (dialog,) = list_page.findChildren(ListExport)
    (year,) = [one for one in dialog.findChildren(Choice) if one.accessibleName() == "År"]
    assert [year.itemText(at) for at in range(year.count())] == ["Alla år", "2026", "2025"]
    year.setCurrentIndex(2)
    dialog.form.choose(".csv")
    messages.files = [tmp_path / "diarium.csv"]
    dialog.keep.click()
    qtbot.waitUntil(lambda: bool(messages.notices), timeout=30_000)
    text = (tmp_path / "diarium.csv").read_text(encoding="utf-8-sig")
    assert ("Gammalt" in text, "Nytt" in text) == (True, False)


def test_what_is_annulled_stays_in_the_list_and_is_said(list_page, diariet, desk, fresh):
    key = diariet.add()
    desk.editor.do(AnnulÄrende(ärende_id=key, skäl="Dubbelt", datum=TODAY), "makulera")
    (row,) = fresh(again=False).table.rows_model.rows
    assert state_text(row) == "makulerat"
