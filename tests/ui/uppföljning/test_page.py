"""The list of what is followed up, the chosen row, and what is done with it."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from nämnd.bevakning.commands import AddBevakning, CloseBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, Läge, VidSammanträde, Villkor
from tests.conftest import TODAY
from tests.ui.keyboard import type_text
from tests.ui.uppföljning.making import COMING
from ui.uppföljning.words import Show

DAY = timedelta(days=1)


def names(page) -> list[str]:
    return [one.rubrik for one in page.table.rows_model.rows]


def said(page) -> list[str]:
    QApplication.processEvents()  # what was just laid out is shown then
    parts = page.pane.findChildren(QLabel)
    return [one.text() for one in parts if one.isVisibleTo(page.pane)]


def offered(page) -> list[str]:
    shown = (one for one in page.pane.buttons.values() if one.isVisibleTo(page.pane))
    return [one.text().replace("&", "") for one in shown]


def read(page, made) -> None:
    page.show_nämnd(made.nämnd)


def test_without_anything_it_says_how_to_begin(qtbot, page, go):
    assert page.stack.currentIndex() == 1
    page.stack.currentWidget().button.click()
    assert go.went == [("bevaka", "")]


def test_the_rows_stand_in_the_order_they_are_due(page, made):
    made.add("Senare", TODAY + 90 * DAY)
    made.add("Sen", TODAY - DAY)
    made.add("På villkor", förfaller=Villkor("när regionen har beslutat"))
    made.add("Snart", TODAY + 3 * DAY)
    read(page, made)
    assert names(page) == ["Sen", "Snart", "Senare", "På villkor"]
    chips = [one.text() for one in (page.late, page.soon, page.later)]
    assert chips == ["1 försenad", "1 inom 30 dagar", "1 senare"]


def test_a_delprojekt_stands_with_its_first_bevakning(page, made):
    key = made.delprojekt()
    made.add("Återrapport", COMING, källa=Källa(delprojekt_id=key))
    made.add("Läget", COMING + DAY, källa=Källa(delprojekt_id=key))
    read(page, made)
    assert names(page) == ["Delprojekt 8 Benign kolorektal kirurgi", "Läget"]
    assert "○ att inrätta en grupp" in said(page)
    assert "Återrapport" in said(page)


def test_a_delprojekt_that_nobody_watches_says_so(page, made, go):
    key = made.delprojekt()
    read(page, made)
    assert page.table.model().index(0, 5).data() == "bevakas inte"
    page.pane.buttons["ny"].click()
    assert go.went[-1][:2] == ("bevaka", key)


def test_enter_opens_a_delprojekt(qtbot, page, made, go):
    key = made.delprojekt()
    read(page, made)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert go.went == [("delprojekt", key)]


@pytest.mark.parametrize(
    ("show", "rows"),
    [
        (Show.OPEN, ["Sen", "Snart", "Villkor"]),
        (Show.LATE, ["Sen"]),
        (Show.SOON, ["Snart"]),
        (Show.UNDATED, ["Villkor"]),
        (Show.CLOSED, []),
    ],
)
def test_the_list_is_narrowed_by_where_it_stands(page, made, show, rows):
    made.add("Sen", TODAY - DAY)
    made.add("Snart", TODAY)
    made.add("Villkor", förfaller=Villkor("när det är klart"))
    read(page, made)
    page.bar.show_what.choose(show)
    page.bar.show_what.activated.emit(0)
    assert names(page) == rows


def test_words_find_in_every_column(page, made):
    made.add("Redovisning", ansvarig="Anna Ek")
    made.add("Rekvisition", mottagare="Kammarkollegiet")
    read(page, made)
    page.bar.text.setFocus()
    type_text(page.bar.text, "kollegiet")
    assert names(page) == ["Rekvisition"]


def test_a_year_with_too_few_sammanträden_says_so(page, made):
    made.add("Återrapport", förfaller=VidSammanträde(4, 2029))
    read(page, made)
    assert any(text.startswith("År 2029 har inte så många") for text in said(page))


def test_a_right_that_is_lost_is_said_in_words(page, made):
    made.add("Rekvirera", förverkande=True)
    read(page, made)
    assert "rätten går förlorad" in said(page)
    assert "Rätten går förlorad om dagen missas." in said(page)


def test_moving_demands_a_reason_that_is_kept(page, made, dialog):
    key = made.add("Redovisning")
    read(page, made)
    page.pane.buttons["flytta"].click()
    move = dialog()
    move.due.day.setText("2026-04-01")
    assert not move.keep.isEnabled()
    type_text(move.skäl, "Underlaget dröjer")
    move.keep.click()
    assert made.row(key).due == date(2026, 4, 1)
    assert any("Underlaget dröjer" in text for text in said(page))


def test_closing_demands_how(page, made, dialog):
    key = made.add("Redovisning")
    read(page, made)
    page.pane.buttons["avsluta"].click()
    close = dialog()
    assert not close.keep.isEnabled()
    type_text(close.hur, "Skickad")
    close.keep.click()
    assert made.row(key).avslutad_hur == "Skickad"
    assert names(page) == []


def test_what_was_reported_is_finished_or_comes_back(page, made, dialog):
    key = made.add("Återrapport", TODAY - 30 * DAY)
    made.link(key, made.held)
    read(page, made)
    assert made.row(key).läge is Läge.ÅTERRAPPORTERAD
    assert offered(page)[0] == "Klar eller återkommer …"
    page.pane.buttons["rapport"].click()
    report = dialog()
    report.utfall.choose("återkommer")
    report._follow()
    report.due.sort.choose("sammanträde")
    report.due._follow()
    report.due.nummer.choose(2)
    report.keep.click()
    row = made.row(key)
    assert (row.läge, row.draft.förfaller) == (Läge.ÖPPEN, VidSammanträde(2, 2026))


def test_it_is_put_on_the_dagordning_where_it_is_due(page, made, go, dialog):
    key = made.add("Återrapport", förfaller=VidSammanträde(2, 2026))
    read(page, made)
    page.pane.buttons["dagordning"].click()
    agenda = dialog()
    assert agenda.when.value() == made.coming
    agenda.keep.click()
    assert made.row(key).läge is Läge.PÅ_DAGORDNINGEN
    assert go.went[-1][:2] == ("sammanträde", made.coming)


def test_a_closed_one_is_opened_again(page, made, dialog):
    made.add("Redovisning")
    read(page, made)
    page.pane.buttons["avsluta"].click()
    dialog().hur.setPlainText("Skickad")
    dialog().keep.click()
    page.bar.show_all()
    page.pane.buttons["öppna"].click()
    assert made.rows()[0].läge is Läge.ÖPPEN


def test_delete_takes_away_what_was_entered_by_mistake(qtbot, page, made):
    made.add("Fel")
    read(page, made)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert made.rows(closed=True) == ()


def test_the_one_that_was_just_added_is_chosen_where_it_stands(page, made, desk):
    made.add("Snart", TODAY + DAY)
    read(page, made)
    desk.editor.changed.connect(page.reload)
    draft = BevakningDraft("På villkor", Villkor("när regionen har beslutat"))
    desk.editor.do(AddBevakning(nämnd_id=made.nämnd, draft=draft, today=TODAY), "bevaka")
    assert page.table.current().rubrik == "På villkor"
    desk.editor.undo()
    assert page.table.current().rubrik == "Snart"


def test_a_bevakning_is_gone_to_even_when_the_filter_hides_it(page, made):
    key = made.add("Villkor", förfaller=Villkor("när det är klart"))
    made.add("Snart")
    read(page, made)
    page.bar.show_what.choose(Show.SOON)
    page.bar.changed.emit()
    page.show_bevakning(key)
    assert page.table.current().key == key


def test_a_reminder_is_a_mail_and_is_noted(page, made, messages, tmp_path):
    key = made.add("Redovisning", ansvarig="Anna Ek", ansvarig_epost="anna@example.org")
    messages.files = [tmp_path / "mejl.eml"]
    read(page, made)
    page.pane.buttons["påminn"].click()
    assert b"anna@example.org" in (tmp_path / "mejl.eml").read_bytes()
    assert made.row(key).påmint == ((TODAY, "Anna Ek"),)


def test_what_is_done_in_the_pane_leaves_the_focus_there(page, made, messages, tmp_path):
    made.add("Skriv", ansvarig="Bo")
    read(page, made)
    messages.files = [tmp_path / "x.eml"]
    page.pane.buttons["påminn"].setFocus()
    page.pane.buttons["påminn"].click()
    assert page.focusWidget() is page.pane.buttons["påminn"]


def test_when_its_button_is_gone_the_next_thing_to_do_has_the_focus(page, made, desk):
    key = made.add("Skriv", ansvarig="Bo")
    read(page, made)
    page.bar.show_all()
    page.pane.buttons["påminn"].setFocus()
    command = CloseBevakning(bevakning_id=key, avslut="gjord", hur="gjort", today=TODAY)
    desk.editor.do(command, "avsluta")
    assert page.focusWidget() is page.pane.buttons["öppna"]


def test_without_a_responsible_nobody_is_reminded(page, made, messages):
    made.add("Redovisning")
    read(page, made)
    page.pane.buttons["påminn"].click()
    assert "vem som är ansvarig" in messages.errors[0]


def test_one_is_saved_for_a_calendar(page, made, messages, tmp_path):
    one = made.add("Redovisning")
    messages.files = [tmp_path / "en.ics"]
    read(page, made)
    page.acts.save_calendar(made.row(one))
    assert b"SUMMARY" in (tmp_path / "en.ics").read_bytes()


def test_where_it_is_low_the_menu_has_what_there_is_no_room_for(qtbot, page, made):
    made.add("Redovisning")
    read(page, made)
    page.resize(900, 420)
    assert offered(page) == ["Lägg på dagordningen", ""]
    page.pane.buttons["mer"].click()
    assert isinstance(page.shown, QMenu)
    texts = [one.text().replace("&", "") for one in page.shown.actions()]
    assert texts[:3] == ["Flytta …", "Avsluta …", "Påminn …"]
    page.shown.close()


def test_f6_walks_round_the_page(qtbot, page, made):
    made.add("Redovisning")
    read(page, made)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F6)
    assert page.pane.isAncestorOf(page.focusWidget())


def test_the_timeline_leads_to_a_bevakning(page, made):
    key = made.add("Redovisning", TODAY + 5 * DAY)
    made.add("Annat", TODAY)
    read(page, made)
    post = next(one for one in page.year.line.poster if one.key == key)
    page.year.line.chosen.emit(post)
    assert page.table.current().key == key


def of_all(page, text: str):
    page.more.click()
    found = next(one for one in page.shown.actions() if text in one.text())
    page.shown.hide()
    return found


def test_all_whose_day_has_come_are_reminded_at_once(page, made, go):
    first = made.add("Redovisning", TODAY + DAY, ansvarig="Anna Ek")
    second = made.add("Rekvisition", TODAY + 2 * DAY, ansvarig="Bo Alm")
    made.add("Långt bort", TODAY + 90 * DAY, ansvarig="Anna Ek")
    read(page, made)
    act = of_all(page, "minn ansvariga")
    assert "2 bevakningar" in act.text()
    act.trigger()
    assert go.went == [("påminn", first, second)]


def test_all_are_saved_for_a_calendar(page, made, messages, tmp_path):
    made.add("Redovisning")
    made.add("Rekvisition", TODAY + DAY)
    made.add("Villkor", förfaller=Villkor("när det är klart"))
    messages.files = [tmp_path / "alla.ics"]
    read(page, made)
    of_all(page, "kalendern").trigger()
    assert (tmp_path / "alla.ics").read_bytes().count(b"BEGIN:VEVENT") == 2
