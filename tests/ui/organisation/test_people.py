"""Who is what in the nämnd: table, dialogs, sums."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.queries import uppdrag_rows
from nämnd.organisation.seats import Vacancy
from tests.builders import a_nämnd, a_person, an_uppdrag
from tests.ui.keyboard import type_text
from ui.organisation.people_words import vacancy_text
from ui.toolkit.palette import Role

VACANT = "Vakant plats"
NOW_THERE = ["Åsa Ek", VACANT, "Cia Öst", "Eva Lind"]


def names(page):
    return [cells(page, at)[0] for at in range(page.people.table.rows_model.rowCount())]


def headers(page):
    table = page.people.table
    model = table.rows_model
    return [one.header for at, one in enumerate(model.columns) if not table.isColumnHidden(at)]


def cells(page, at):
    table = page.people.table
    return [one.text(table.rows_model.rows[at]) for one in table.rows_model.columns]


def test_people_are_listed_in_print_order_without_those_whose_uppdrag_is_over(page):
    assert names(page) == NOW_THERE
    assert cells(page, 0) == ["Åsa Ek", "S", "Ordförande", "", "1", "", "", "asa@exempel.se"]
    assert cells(page, 2) == ["Cia Öst", "C", "Ersättare", "Region Norr", "3", "", "", "saknas"]


def test_earlier_uppdrag_are_shown_when_asked_for_and_are_muted(page, user):
    user.click(page.people.everything)
    assert names(page) == ["Åsa Ek", "Bo Alm", VACANT, "Cia Öst", "Eva Lind"]
    rows, name = page.people.table.rows_model.rows, page.people.table.rows_model.columns[0]
    shown = [name.role(one) for one in rows]
    assert shown == [Role.TEXT, Role.MUTED, Role.WARN, Role.TEXT, Role.TEXT]
    user.click(page.people.everything)
    assert names(page) == NOW_THERE


def test_the_search_finds_words_anywhere_ignoring_case(user, page):
    type_text(page.people.search, "ersättare cia")
    assert names(page) == ["Cia Öst"]
    page.people.search.clear()
    type_text(page.people.search, "NÄMNDSEK")
    assert names(page) == ["Eva Lind"]
    user.key(page.people.search, Qt.Key.Key_Escape)
    assert names(page) == NOW_THERE


def test_the_sums_count_those_who_serve_today(page):
    assert page.people.summary.text() == (
        "1 ledamot, 1 ersättare, 1 övriga; 2 saknar e-postadress. "
        "Region Norr: 1 ledamotsplats är vakant."
    )


@pytest.mark.parametrize(
    ("vacancy", "text"),
    [
        (Vacancy("R", 1, 2), "R: 1 ledamotsplats och 2 ersättarplatser är vakanta"),
        (Vacancy("R", 0, 1), "R: 1 ersättarplats är vakant"),
        (Vacancy("R", 2, 0), "R: 2 ledamotsplatser är vakanta"),
        (Vacancy("R", -1, 1), "R: 1 ersättarplats är vakant, 1 ledamot fler än platserna"),
        (Vacancy("R", 0, -2), "R: 2 ersättare fler än platserna"),
    ],
    ids=["both", "one", "two", "mixed", "too many"],
)
def test_empty_seats_are_told_in_words(vacancy, text):
    assert vacancy_text(vacancy) == text


def test_columns_with_nothing_in_them_are_hidden(page, store):
    assert headers(page) == ["Namn", "Parti", "Uppdrag", "Utsedd av", "Ordn.", "E-post"]
    other = a_nämnd(store, "Presidiet")
    an_uppdrag(store, other, a_person(store, "Siv Ask"))
    page.show_nämnd(other)
    assert headers(page) == ["Namn", "Uppdrag", "E-post"]


def test_columns_that_do_not_fit_give_way_to_the_address(qtbot, page):
    page.resize(1000, 700)
    qtbot.waitUntil(lambda: "Utsedd av" not in headers(page))
    assert headers(page)[:3] == ["Namn", "Parti", "Uppdrag"]
    assert headers(page)[-1] == "E-post"
    page.resize(1500, 700)
    qtbot.waitUntil(lambda: "Utsedd av" in headers(page))


def test_a_person_is_entered_by_keyboard_in_one_step_of_undo(user, page, desk, now):
    user.click(page.people.new)
    shown = user.dialog()
    assert not shown.form.keep.isEnabled()
    user.write(shown.namn, "Dag  Örn")
    user.write(shown.parti, "MP")
    user.write(shown.epost, "Dag Örn <dag@exempel.se>")
    shown.roll.setFocus()
    user.key(shown.roll, Qt.Key.Key_Down)
    shown.huvudman.setFocus()
    user.key(shown.huvudman, Qt.Key.Key_Down)
    user.write(shown.från, "1/1 2026")
    user.key(shown.från, Qt.Key.Key_Return)
    assert not shown.isVisible()
    (new,) = [one for one in now.people() if one.person.namn == "Dag Örn"]
    assert (new.person.parti, new.person.epost) == ("MP", "dag@exempel.se")
    assert (new.uppdrag.roll, new.huvudman) == ("ersättare", "Region Norr")
    assert (new.uppdrag.ordning, new.uppdrag.från) == (5, date(2026, 1, 1))
    assert page.people.table.current().person.namn == "Dag Örn"
    assert desk.editor.undo_stack.undoText() == "lägg till Dag Örn"
    desk.editor.undo()
    assert names(page) == NOW_THERE


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("namn", " ", "Skriv ett namn."),
        (
            "epost",
            "asa.exempel.se",
            "E-postadressen ska vara som namn@region.se. Lämna rutan tom om den är okänd.",
        ),
        ("ordning", "först", "Skriv ett tal, 0–999."),
        ("från", "nyss", "Skriv datum som 2026-03-17."),
        ("till", "2025-13-01", "Skriv datum som 2026-03-17."),
    ],
    ids=["name", "mail", "order", "from", "until"],
)
def test_what_is_wrong_is_said_and_can_not_be_saved(page, user, now, field, text, said):
    before = now.people()
    page.people.table.selectRow(0)
    user.click(page.people.change)
    shown = user.dialog()
    user.write(getattr(shown, field), text)
    assert shown.form.hint.text() == said
    user.click(shown.form.keep)
    assert shown.isVisible()
    user.click(shown.form.close)
    assert now.people() == before


def test_an_uppdrag_that_ends_before_it_begins_is_refused(page, user):
    page.people.table.selectRow(0)
    user.click(page.people.change)
    shown = user.dialog()
    user.write(shown.från, "2026-05-01")
    user.write(shown.till, "2026-04-01")
    assert shown.form.hint.text().startswith("Uppdraget slutar innan det börjar.")
    assert not shown.form.keep.isEnabled()


def test_an_address_that_few_can_send_to_is_told_but_not_refused(page, user, now):
    page.people.table.selectRow(0)
    user.click(page.people.change)
    shown = user.dialog()
    assert not shown.odd.isVisible()
    user.write(shown.epost, "åsa@exempel.se")
    assert shown.odd.isVisible()
    user.click(shown.form.keep)
    assert now.people()[0].person.epost == "åsa@exempel.se"
    assert page.people.summary.text().startswith(
        "1 ledamot, 1 ersättare, 1 övriga; 2 saknar e-postadress; 1 har en e-postadress som "
        "brevet inte kan skickas till. "
    )
    mail, row = page.people.table.rows_model.columns[-1], page.people.table.rows_model.rows[0]
    assert mail.role(row) is Role.WARN
    assert mail.tip(row).startswith("åsa@exempel.se\nAdressen sparas, men")


def test_odd_but_possible_addresses_are_saved(page, user, now):
    page.people.table.selectRow(2)
    user.click(page.people.change)
    user.write(user.dialog().epost, "ciå..öst@xn--regin-kta.se")
    user.click(user.dialog().form.keep)
    assert now.people()[2].person.epost == "ciå..öst@xn--regin-kta.se"


def test_changing_is_one_step_and_undone(user, page, desk, now):
    before = now.people()
    page.people.table.selectRow(0)
    user.key(page.people.table, Qt.Key.Key_Return)
    user.write(user.dialog().namn, "Åsa Ek Holm")
    user.write(user.dialog().till, "2026-12-31")
    user.key(user.dialog().till, Qt.Key.Key_Return)
    assert now.people()[0].person.namn == "Åsa Ek Holm"
    assert now.people()[0].uppdrag.till == date(2026, 12, 31)
    assert desk.editor.undo_stack.undoText() == "ändra Åsa Ek Holm"
    desk.editor.undo()
    assert now.people() == before


def test_a_dialog_stays_while_the_store_refuses(page, store, key, user, messages, now):
    user.click(page.people.new)
    shown = user.dialog()
    user.write(shown.namn, "Dag Örn")
    shown.huvudman.setCurrentIndex(2)
    (norr, _) = now.huvudmän()
    store.do(SaveHuvudmän(nämnd_id=key, drafts=(norr,)))  # Region Söder is gone meanwhile
    user.click(shown.form.keep)
    assert shown.isVisible()
    assert "finns inte längre" in messages.errors[0]
    assert names(page) == NOW_THERE
    shown.huvudman.setCurrentIndex(1)
    user.click(shown.form.keep)
    assert not shown.isVisible()
    assert "Dag Örn" in names(page)


def test_an_uppdrag_is_ended_today_unless_another_day_is_said(page, desk, user, now):
    page.people.table.selectRow(2)
    user.click(page.people.end)
    shown = user.dialog()
    assert shown.windowTitle() == "Avsluta uppdraget för Cia Öst"
    assert shown.till.text() == "2026-03-02"
    user.write(shown.till, "")
    assert shown.form.hint.text() == "Skriv datum som 2026-03-17."
    user.write(shown.till, "2026-02-28")
    user.click(shown.form.keep)
    assert names(page) == ["Åsa Ek", VACANT, VACANT, "Eva Lind"]
    assert now.people()[2].uppdrag.till == date(2026, 2, 28)
    desk.editor.undo()
    assert names(page) == NOW_THERE


def test_removing_says_how_to_undo_and_can_be_undone(user, page, desk, messages, now):
    before = now.people()
    page.people.table.selectAll()
    user.key(page.people.table, Qt.Key.Key_Delete)
    assert messages.notices == ["Åsa Ek, Cia Öst, Eva Lind togs bort. Ctrl+Z ångrar."]
    assert [one.person.namn for one in now.people()] == ["Bo Alm"]
    desk.editor.undo()
    assert now.people() == before


def test_a_second_uppdrag_is_given_to_the_same_person(page, user, now):
    page.people.table.selectRow(2)
    user.click(page.people.again)
    shown = user.dialog()
    assert shown.namn.text() == "Cia Öst"
    shown.roll.choose("ledamot")
    user.click(shown.form.keep)
    assert {one.person_id for one in now.people() if one.person.namn == "Cia Öst"} == {
        now.people()[-2].person_id
    }
    assert [one.uppdrag.roll for one in now.people() if one.person.namn == "Cia Öst"] == [
        "ledamot",
        "ersättare",
    ]


def test_somebody_known_from_another_nämnd_is_the_same_person_unless_denied(page, store, user):
    other = a_nämnd(store, "Presidiet")
    page.show_nämnd(other)
    user.click(page.pane.empty.button)
    shown = user.dialog()
    assert not shown.same.isVisible()
    user.write(shown.namn, "åsa ek")
    assert shown.same.isVisible()
    assert shown.who.text() == "Åsa Ek (S), ordförande i Vårdnämnden"
    assert (shown.parti.text(), shown.epost.text()) == ("S", "asa@exempel.se")
    same = shown.entry().person_id
    user.click(shown.same)
    assert shown.entry().person_id != same
    user.click(shown.same)
    user.write(shown.namn, "Åsa Ek")
    user.click(shown.form.keep)
    (row,) = store.ask(lambda session: uppdrag_rows(session, other))
    assert row.person_id == same


def test_where_nobody_is_it_is_said_what_to_do(page, store, user):
    page.show_nämnd(a_nämnd(store, "Presidiet"))
    empty = page.pane.empty
    assert empty.text.text().startswith("Ingen är inlagd än.")
    user.click(empty.button)
    assert user.dialog().windowTitle() == "Ny person"


def test_the_menu_of_a_row_does_what_the_buttons_do(user, page):
    table = page.people.table
    table.selectRow(0)
    place = table.visualRect(table.rows_model.index(0, 0)).center()
    table.customContextMenuRequested.emit(place)
    (menu,) = page.people.findChildren(QMenu)
    assert [one.text() for one in menu.actions()] == [
        "Ändra …",
        "Nytt uppdrag …",
        "Avsluta …",
        "Flytta upp i ordningen (Alt+Upp)",
        "Flytta ner i ordningen (Alt+Ner)",
        "Ta bort",
    ]
    menu.actions()[2].trigger()
    menu.close()
    assert user.dialog().windowTitle() == "Avsluta uppdraget för Åsa Ek"


def test_buttons_wait_for_a_row(page):
    acts = (page.people.change, page.people.again, page.people.end, page.people.remove)
    assert not any(one.isEnabled() for one in acts)
    page.people.table.selectRow(0)
    assert all(one.isEnabled() for one in acts)


def test_a_role_from_elsewhere_stays(page, store, key, user, now):
    an_uppdrag(store, key, a_person(store, "Ulf Berg"), "revisor")
    page.show_nämnd(key)
    page.people.table.choose(now.people()[-1].id)
    user.click(page.people.change)
    assert user.dialog().roll.currentText() == "Revisor"
    user.click(user.dialog().form.keep)
    assert now.people()[-1].uppdrag.roll == "revisor"
