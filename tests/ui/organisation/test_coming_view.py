"""«Vakanser och uppdrag som går ut»."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication

from nämnd.organisation.coming import Coming
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import Mandatperiod, PersonDraft, UppdragDraft
from tests.builders import a_nämnd, a_person, an_uppdrag
from ui.organisation.coming_words import follow_text, state_text, summary_text, table_rows


@pytest.fixture
def view(page, store, key):
    """Two people who leave: one in 30 days with a late follower."""
    söder = page.people._now.huvudmän[1].id
    for name, roll, facts in (
        ("Dag Örn", "ledamot", {"till": date(2026, 4, 1)}),
        ("=Elak", "tjänsteman", {"till": date(2026, 5, 31)}),
        ("Fia Al", "ledamot", {"från": date(2026, 4, 12)}),
    ):
        an_uppdrag(store, key, a_person(store, name, parti="S"), roll, huvudman_id=söder, **facts)
    page.show_nämnd(key)
    page.pane.views[1].click()
    return page.pane.coming


def lines(view):
    columns = view.table.rows_model.columns
    return [[one.text(row) for one in columns] for row in view.table.rows_model.rows]


def test_what_is_empty_and_what_ends_is_told_with_days_and_followers(page, view):
    assert page.pane.views[1].text() == "Vakanser och uppdra&g som går ut (3)"
    assert lines(view) == [
        ["Vakant", "Ledamot", "Region Norr", "–", "", "Ingen är utsedd"],
        ["30 dagar kvar", "Ledamot", "Region Söder", "Dag Örn (S)", "2026-04-01",
         "Fia Al (S) tillträder 2026-04-12; platsen är tom 10 dagar"],
        ["90 dagar kvar", "Tjänsteman", "Region Söder", "=Elak (S)", "2026-05-31",
         "Ingen är utsedd"],
    ]  # fmt: skip
    assert view.summary.text() == (
        "Den 2 mars 2026: 1 plats är vakant och 2 uppdrag går ut inom 90 dagar."
    )


def test_the_report_follows_the_day(page, view, user):
    user.write(page.pane.day_bar.line, "2026-04-05")
    page.pane.day_bar.line.left.emit()
    assert [line[0] for line in lines(view)] == ["Vakant", "56 dagar kvar"]


def test_an_empty_seat_is_filled_prefilled(view, user, now, page):
    view.table.selectRow(0)
    assert not view.prolong.isEnabled()
    user.click(view.fill)
    shown = user.dialog()
    assert (shown.roll.value(), shown.huvudman.currentText()) == ("ledamot", "Region Norr")
    assert shown.från.text() == "2026-03-02"
    user.write(shown.namn, "Gun Ås")
    user.click(shown.form.keep)
    assert len(view.found) == 2


def test_a_follower_begins_the_day_after_the_last(view, user):
    view.table.selectRow(2)
    user.click(view.fill)
    assert user.dialog().från.text() == "2026-06-01"
    assert user.dialog().roll.value() == "tjänsteman"


def test_an_uppdrag_is_prolonged_to_the_end_of_the_next_term(view, user, page, store, now):
    terms = (Mandatperiod(date(2026, 4, 2), date(2030, 4, 1)),)
    store.do(SaveNämnd(nämnd_id=now.key, draft=replace(now.settings(), mandatperioder=terms)))
    page.show_nämnd(now.key)
    view.table.selectRow(1)
    user.click(view.prolong)
    shown = user.dialog()
    assert shown.windowTitle() == "Förläng uppdraget för Dag Örn"
    assert shown.till.text() == "2030-04-01"
    user.write(shown.till, "2026-04-01")
    assert shown.form.hint.text() == "Skriv en senare dag än 2026-04-01."
    user.write(shown.till, "2026-12-31")
    user.click(shown.form.keep)
    assert [one[3] for one in lines(view)] == ["–", "=Elak (S)"]


def test_several_uppdrag_are_prolonged_in_one_step(view, user, now, desk):
    view.table.selectAll()
    user.click(view.prolong)
    shown = user.dialog()
    assert shown.windowTitle() == "Förläng 2 uppdrag"
    user.write(shown.till, "2026-05-31")  # the last day that one of them has already
    assert shown.form.hint.text() == "Skriv en senare dag än 2026-05-31."
    user.write(shown.till, "2026-12-31")
    user.click(shown.form.keep)
    assert [one[0] for one in lines(view)] == ["Vakant"]
    assert desk.editor.undo_stack.undoText() == "förläng 2 uppdrag"
    desk.editor.undo()
    assert len(lines(view)) == 3


def test_without_a_next_term_the_user_writes_the_day(view, user):
    view.table.selectRow(1)
    user.click(view.prolong)
    assert user.dialog().till.text() == ""


def test_the_table_is_copied_with_tabs(view, user, messages):
    user.click(view.copy)
    rows = QGuiApplication.clipboard().text().split("\n")
    assert len(rows) == 4
    assert rows[0].split("\t")[:3] == ["Vad", "Uppdrag", "Utsedd av"]
    assert rows[2].split("\t")[3:] == [
        "Dag Örn", "S", "2026-04-01", "30", "Fia Al (S)", "2026-04-12", "10",
    ]  # fmt: skip
    assert messages.notices


def test_it_is_saved_as_csv_for_excel_without_formulas(view, user, messages, tmp_path):
    messages.files = [tmp_path / "vakanser.csv"]
    user.click(view.save)
    assert messages.asked == ["Spara vakanser och uppdrag som går ut: Vakanser VN 2026-03-02.csv"]
    data = (tmp_path / "vakanser.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert [row[3] for row in rows] == ["Namn", "", "Dag Örn", "'=Elak"]
    assert messages.notices == ["vakanser.csv är sparad."]


def test_where_it_can_not_be_written_it_is_said(view, user, messages, tmp_path):
    messages.files = [tmp_path / "borta" / "vakanser.csv"]
    user.click(view.save)
    assert len(messages.errors) == 1


def test_thinking_better_of_it_writes_nothing(view, user, messages):
    user.click(view.save)
    assert messages.notices == []


def test_where_all_is_well_there_is_nothing_to_do(page, store):
    page.show_nämnd(a_nämnd(store, "Presidiet"))
    view = page.pane.coming
    assert lines(view) == []
    assert view.summary.text() == (
        "Den 2 mars 2026 är ingen plats vakant, och inget uppdrag går ut inom 90 dagar."
    )
    for one in (view.fill, view.prolong, view.copy, view.save):
        assert not one.isEnabled()


def row(key, person="p", från=None, till=None):
    draft = UppdragDraft("ledamot", från=från, till=till)
    return UppdragRow(key, person, PersonDraft("Anna Ek", "M"), draft, None)


@pytest.mark.parametrize(
    ("found", "state", "follow"),
    [
        (Coming("h", "H", "ledamot", date(2026, 3, 2)), "Vakant", "Ingen är utsedd"),
        (
            Coming("h", "H", "ledamot", date(2026, 3, 3), ends=row("a"), days_left=0),
            "Sista dagen",
            "Ingen är utsedd",
        ),
        (
            Coming("h", "H", "ledamot", date(2026, 3, 4), ends=row("a"), days_left=1, vacant=False),
            "1 dag kvar",
            "Ingen behövs: de är fler än platserna",
        ),
        (
            Coming(
                "h", "H", "ledamot", date(2026, 3, 4), ends=row("a"), days_left=1,
                follower=row("b", från=date(2026, 3, 4)), empty_days=0, vacant=False,
            ),
            "1 dag kvar",
            "Fortsätter 2026-03-04",
        ),
        (
            Coming(
                "h", "H", "ledamot", date(2026, 3, 4), ends=row("a"), days_left=1,
                follower=row("b", "q", från=date(2026, 3, 5)), empty_days=1,
            ),
            "1 dag kvar",
            "Anna Ek (M) tillträder 2026-03-05; platsen är tom 1 dag",
        ),
    ],
    ids=["vacant", "last day", "too many", "goes on", "late"],
)  # fmt: skip
def test_each_case_has_its_words(found, state, follow):
    assert state_text(found) == state
    assert follow_text(found) == follow
    assert len({len(cells) for cells in table_rows([found])}) == 1


def test_the_summary_leaves_out_what_there_is_none_of():
    empty = Coming("h", "H", "ledamot", date(2026, 3, 2))
    said = summary_text([empty, empty], date(2026, 3, 2))
    assert said == "Den 2 mars 2026: 2 platser är vakanta."
