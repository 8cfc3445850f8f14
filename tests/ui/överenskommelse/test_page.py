"""The page of an överenskommelse: its money, what is wrong in it, what the nämnd gets."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from nämnd.redovisning.commands import AddRedovisning
from nämnd.redovisning.values import RedovisningDraft
from nämnd.överenskommelse.commands import ChangeÖverenskommelse
from nämnd.överenskommelse.queries import överenskommelse_rows
from tests.ui.överenskommelse.conftest import TODAY
from ui.överenskommelse.dialogs import ÖverenskommelseDialog, begin_överenskommelse
from ui.överenskommelse.facts_card import facts
from ui.överenskommelse.read_dialog import PasteDialog, ReadDialog
from ui.överenskommelse.words import kr, period

_PATIENCE = 30_000  # ms


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def chips(page) -> list[str]:
    return [chip.text() for chip in page.head._chips if not chip.isHidden()]


def write(page, row: int, column: int, text: str) -> None:
    model = page.tables.table.money
    model.setData(model.index(row, column), text)


def test_what_is_known_of_it_is_said(page, go, it):
    assert page.head.rubrik.text() == "God vård 2026"
    assert page.head.above.text().startswith("Överenskommelse · VN 2026/0031 · 2026-01-01")
    assert chips(page) == ["gäller"]
    assert ("i nämnd", it.nämnd) in go.went
    assert dict(facts(page.loaded)) == {
        "Parter": "Staten\nSKR",
        "Period": "2026-01-01 – 2026-12-31",
        "Pengar i allt": kr(4050),
        "Betalas ut av": "Kammarkollegiet",
        "Motpartens dnr": "S2026/00425",
        "Dnr för utbetalning": "S2026/02193",
        "Handling": "1. Överenskommelse om god vård",
    }


def test_a_wrong_sum_is_pointed_out_in_row_and_column_and_leads_there(page, it, desk):
    write(page, 0, 1, "1 001")
    assert it.tabell().rader[0].belopp["Bredband"] == 1001
    assert chips(page)[1] == "2 summor stämmer inte"
    said = [one.accessibleName() for one in page.tables.problems]
    assert said[0].startswith("Visa: Raden Region Skåne: summan är")
    assert said[1].startswith("Visa: Kolumnen Bredband: summan är")
    page.tables.problems[1].click()
    at = page.tables.table.currentIndex()
    assert (at.row(), at.column()) == (3, 1)
    desk.editor.undo()
    assert page.tables.problems == ()


def test_what_is_no_amount_is_said_in_passing(page, messages, it):
    write(page, 0, 1, "mycket")
    assert messages.notices[0].startswith("«mycket» är inget belopp")
    assert it.tabell().rader[0].belopp["Bredband"] == 1000


def test_the_share_of_each_huvudman_follows_the_table(page):
    assert page.share.total.text() == kr(3500)
    write(page, 0, 1, "2 000")
    assert page.share.total.text() == kr(4500)
    assert [one.mottagare for one in page.share.table.money.rader] == [
        "Region Skåne",
        "Region Halland",
    ]


def test_insert_and_delete_add_and_take_away_a_row(page, it, qtbot, messages):
    table = page.tables.table
    table.setCurrentIndex(table.money.index(0, 0))
    messages.texts = ["Region Kalmar"]
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    assert [one.mottagare for one in it.tabell().rader][1] == "Region Kalmar"
    table.setCurrentIndex(table.money.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert "Region Kalmar" not in [one.mottagare for one in it.tabell().rader]


def test_enter_writes_in_a_cell_by_the_keyboard_alone(page, it, qtbot):
    table = page.tables.table
    table.setFocus()
    table.setCurrentIndex(table.money.index(2, 2))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.accessibleName() == "Region Dalarna, Utbildning"
    editor.clear()
    qtbot.keyClicks(editor, "75")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: it.tabell().rader[2].belopp["Utbildning"] == 75)
    assert table.currentIndex().row() == 2


def test_the_menu_of_the_table_works_on_the_column_one_is_at(page, it, messages):
    table = page.tables.table
    table.setCurrentIndex(table.money.index(0, 2))
    acts = {text: act for text, act in page.tables._offered() if act}
    messages.texts = ["Kurser", "Löner", "Bilaga 2"]
    acts["Byt namn på kolumnen Utbildning …"]()
    acts = {text: act for text, act in page.tables._offered() if act}
    acts["Ny kolumn …"]()
    acts = {text: act for text, act in page.tables._offered() if act}
    acts["Byt namn på tabellen …"]()
    assert it.tabell().poster == ("Bredband", "Kurser", "Löner")
    assert it.tabell().rubrik == "Bilaga 2"
    acts = {text: act for text, act in page.tables._offered() if act}
    acts["Ta bort tabellen"]()
    assert it.view().draft.tabeller == ()
    assert not page.tables.empty.isHidden()
    assert [text for text, _ in page.tables._offered()] == ["Ny tom tabell …"]


def test_an_empty_table_is_begun_by_hand(page, it, messages):
    messages.texts = ["Bilaga 3", "Utbildning"]
    page.on_tables.empty()
    new = it.view().draft.tabeller[1]
    assert (new.rubrik, new.poster, new.rader) == ("Bilaga 3", ("Utbildning",), ())
    assert not page.tables.which.isHidden()


def test_the_tables_of_the_handling_are_read_and_the_ticked_ones_kept(page, it, desk, qtbot):
    page.tables.read.click()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=_PATIENCE)
    shown = dialog(page, ReadDialog)
    assert "summorna stämmer" in shown.found.said.text()
    shown.keep.click()
    new = it.view().draft.tabeller[1]
    assert [one.mottagare for one in new.rader] == [
        "Region Skåne",
        "Region Halland",
        "Region Dalarna",
    ]


def test_none_of_the_tables_that_were_read_is_not_enough(page, desk, qtbot):
    page.tables.read.click()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=_PATIENCE)
    shown = dialog(page, ReadDialog)
    shown.list.set_all(on=False)
    assert shown.problem.text() == "Kryssa i minst en tabell."


def test_without_a_handling_it_says_what_to_do_to_read_it(page, it, desk, messages):
    command = ChangeÖverenskommelse(överenskommelse_id=it.id, draft=it.without_paper())
    desk.editor.do(command, "ändra")
    page.tables.read.click()
    page.head.deadlines.click()
    assert [one.count("«Ändra …»") for one in messages.errors] == [1, 1]
    assert page.facts.file.isHidden()


def test_a_pasted_table_is_read_while_it_is_written(page, it, desk):
    page.tables.paste.click()
    shown = dialog(page, PasteDialog)
    shown.text.setPlainText("ingenting")
    shown.read()
    assert shown.problem.text().startswith("Ingen tabell")
    rows = (
        "Mottagare\tBredband\tLöner\tSumma",
        "Region Skåne\t1 000\t20\t1 020",
        "Region Halland\t2 000\t30\t2 031",
        "Summa\t3 000\t50\t3 050",
    )
    shown.text.setPlainText("\n".join(rows))
    shown.rubrik.setText("Bilaga 2")
    shown.read()
    assert "stämmer inte" in shown.found.said.text()
    assert "Raden Region Halland" in shown.found.wrong.text()
    shown.keep.click()
    new = it.view().draft.tabeller[1]
    assert (new.rubrik, len(new.rader)) == ("Bilaga 2", 2)
    assert page.tables.tabell == new
    assert len(page.tables.problems) == 2
    desk.editor.undo()
    assert page.tables.tabell == it.view().draft.tabeller[0]


def test_the_deadlines_of_the_paper_are_looked_for(page, it, go):
    page.head.deadlines.click()
    assert go.went[-1] == ("hitta frister", it.handling)


def test_what_was_found_in_its_paper_stands_there_too_once(page, it, desk):
    for key, källa in (
        ("a", Källa(handling_id=it.handling)),
        ("b", Källa(handling_id=it.handling, överenskommelse_id=it.id)),
    ):
        draft = BevakningDraft(key, PåDatum(date(2026, 4, 30)), källa)
        desk.editor.do(
            AddBevakning(nämnd_id=it.nämnd, draft=draft, today=TODAY, bevakning_id=key), "bevaka"
        )
    assert sorted(one.toolTip() for one in page.bevakningar.links) == ["a", "b"]


def test_what_is_watched_and_what_is_reported_stand_there_and_lead_on(page, it, go, desk):
    draft = BevakningDraft(
        "Lämna redovisning", PåDatum(date(2026, 3, 31)), Källa(överenskommelse_id=it.id),
        förverkande=True,
    )  # fmt: skip
    desk.editor.do(
        AddBevakning(nämnd_id=it.nämnd, draft=draft, today=TODAY, bevakning_id="bev"), "bevaka"
    )
    report = RedovisningDraft("Delredovisning", överenskommelse_id=it.id)
    desk.editor.do(
        AddRedovisning(nämnd_id=it.nämnd, draft=report, today=TODAY, redovisning_id="red"), "ny"
    )
    page.bevakningar.links[0].click()
    assert go.went[-1] == ("bevakning", "bev")
    page.redovisningar.links[0].click()
    assert go.went[-1] == ("redovisning", "red")
    page.redovisningar.new.click()
    assert go.went[-1] == ("ny redovisning", it.id, it.handling)


def test_what_is_written_of_it_is_changed(page, it):
    page.facts.change.click()
    shown = dialog(page, ÖverenskommelseDialog)
    assert shown.handling.value() == it.handling
    shown.last.setText("2025-12-31")
    assert shown.problem.text() == "Perioden slutar innan den börjar."
    shown.last.setText("2027-12-31")
    shown.totalt.setText("5 miljoner kronor")
    shown.keep.click()
    draft = it.view().draft
    assert (draft.till, draft.totalt, len(draft.tabeller)) == (date(2027, 12, 31), 5_000_000, 1)


def test_a_new_one_takes_what_the_handling_and_its_ärende_know(page, it, go, desk, store):
    shown = begin_överenskommelse(desk, go, page, it.nämnd, it.handling)
    assert shown.rubrik.toPlainText() == "Överenskommelse om god vård"
    assert shown.parter.toPlainText() == "Staten\nSKR"
    shown.keep.click()
    assert go.went[-1][0] == "överenskommelse"
    rows = store.ask(lambda session: överenskommelse_rows(session, it.nämnd, TODAY))
    assert len(rows) == 2


def test_it_is_removed_only_when_the_user_says_so(page, it, go, messages, desk):
    page.acts.remove()
    assert it.view().id == it.id
    messages.confirm_with = [True]
    page.acts.remove()
    assert go.went[-1] == ("page", "överenskommelser")
    desk.editor.undo()
    assert it.view().id == it.id


def test_the_first_column_stays_in_sight_however_far_the_rest_is_scrolled(page, it, desk):
    tabell = it.tabell()
    wide = replace(tabell, poster=tuple(f"Ändamål {number}" for number in range(20)))
    draft = replace(it.view().draft, tabeller=(wide,))
    desk.editor.do(ChangeÖverenskommelse(överenskommelse_id=it.id, draft=draft), "ändra")
    table = page.tables.table
    QApplication.processEvents()
    assert not table.frozen.isHidden()
    table.setCurrentIndex(table.money.index(0, 20))
    table.setCurrentIndex(table.money.index(0, 1))
    cell = table.visualRect(table.money.index(0, 1))
    assert cell.left() >= table.columnWidth(0)


def test_the_list_shows_each_with_our_share_and_opens_it(list_page, it, go):
    row = list_page.table.rows_model.rows[0]
    assert (row.rubrik, row.vår_del) == ("God vård 2026", 3500)
    list_page.table.choose(it.id)
    list_page.table.opened.emit(row)
    assert go.went[-1] == ("överenskommelse", it.id)


def test_the_list_is_searched(list_page):
    list_page.search.setText("staten")
    assert len(list_page.table.rows_model.rows) == 1
    list_page.search.setText("bredband")
    assert len(list_page.table.rows_model.rows) == 0


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 1, 1), date(2026, 6, 30), "2026-01-01 – 2026-06-30"),
        (date(2026, 1, 1), None, "från 2026-01-01"),
        (None, date(2026, 6, 30), "till 2026-06-30"),
        (None, None, ""),
    ],
)
def test_a_period_is_said(first, last, said):
    assert period(first, last) == said


def test_a_recipient_is_renamed_in_the_column_that_stays_in_sight(page, it, desk, qtbot):
    tabell = it.tabell()
    wide = replace(tabell, poster=tuple(f"Ändamål {number}" for number in range(20)))
    draft = replace(it.view().draft, tabeller=(wide,))
    desk.editor.do(ChangeÖverenskommelse(överenskommelse_id=it.id, draft=draft), "ändra")
    QApplication.processEvents()
    table = page.tables.table
    table.setFocus()
    table.setCurrentIndex(table.money.index(0, 0))
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.frozen.viewport().findChild(QLineEdit)
    assert editor is not None
    editor.setText("Skåne")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: it.tabell().rader[0].mottagare == "Skåne")


def test_tab_leads_from_the_table_past_what_is_wrong_in_it(page, qtbot):
    write(page, 0, 1, "1 001")
    QApplication.processEvents()  # what is new is shown
    page.tables.paste.setFocus()
    found = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    assert found == [page.tables.read, *page.tables.problems, page.tables.table]
