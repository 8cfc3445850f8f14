"""Who was what on a day: the day bar, empty seats, the order of service."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän, SaveNämnd
from nämnd.organisation.rules import HuvudmanDraft, Mandatperiod
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag
from tests.ui.organisation.test_people import NOW_THERE, VACANT, cells, names
from ui.organisation.people_now import period_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def bar(page):
    return page.pane.day_bar


def write_day(user, bar, text):
    user.write(bar.line, text)
    user.key(bar.line, Qt.Key.Key_Return)


def with_terms(store, now, *terms):
    from dataclasses import replace

    store.do(SaveNämnd(nämnd_id=now.key, draft=replace(now.settings(), mandatperioder=terms)))


def test_an_earlier_day_shows_who_was_what_then(page, user, bar):
    assert bar.line.text() == "2026-03-02"
    write_day(user, bar, "31/1 2026")
    assert names(page) == ["Åsa Ek", "Bo Alm", VACANT, "Cia Öst", "Eva Lind"]
    assert page.people.summary.text().startswith("2 ledamöter")
    user.click(bar.today)
    assert names(page) == NOW_THERE
    assert not bar.today.isEnabled()


def test_steps_go_to_the_days_on_which_something_changed(page, user, bar):
    assert bar.before.isEnabled()
    assert not bar.after.isEnabled()
    user.click(bar.before)
    assert bar.line.text() == "2026-02-01"  # the day after Bo's last
    assert names(page) == NOW_THERE
    assert not bar.before.isEnabled()


def test_the_arrow_keys_step_in_the_line(page, user, bar, store, key):
    an_uppdrag(store, key, a_person(store, "Ny"), från=date(2026, 5, 1))
    page.show_nämnd(key)
    user.key(bar.line, Qt.Key.Key_Down)
    assert bar.line.text() == "2026-05-01"
    assert "Ny" in names(page)
    user.key(bar.line, Qt.Key.Key_Up)
    assert bar.line.text() == "2026-02-01"
    assert "Ny" not in names(page)


def test_a_day_that_can_not_be_read_is_said_and_changes_nothing(page, user, bar):
    write_day(user, bar, "i går")
    assert bar.problem.text() == "Skriv datum som 2026-03-17."
    assert names(page) == NOW_THERE
    write_day(user, bar, "")
    assert bar.problem.text() == ""
    assert bar.line.text() == "2026-03-02"


def test_the_page_is_for_today_when_another_nämnd_is_shown(page, user, bar, store, key):
    write_day(user, bar, "2020-01-01")
    page.show_nämnd(key)
    assert bar.line.text() == "2026-03-02"


def test_the_day_stays_when_something_is_saved(page, user, bar, desk, now):
    write_day(user, bar, "2026-01-31")
    page.people.table.selectRow(1)
    user.click(page.people.end)
    user.write(user.dialog().till, "2026-01-30")
    user.click(user.dialog().form.keep)
    assert bar.line.text() == "2026-01-31"
    assert names(page) == NOW_THERE


def test_terms_and_old_meetings_are_gone_to_at_once(page, user, bar, store, key, now):
    with_terms(
        store, now,
        Mandatperiod(date(2019, 1, 1), date(2022, 12, 31)),
        Mandatperiod(date(2023, 1, 1), date(2026, 12, 31)),
    )  # fmt: skip
    a_sammanträde(store, key, date(2019, 11, 22))
    page.show_nämnd(key)
    offered = [bar.jump.itemText(at) for at in range(bar.jump.count())]
    assert offered == [
        "Gå till …",
        "Mandatperioden 2023–2026",
        "Mandatperioden 2019–2022",
        "Sammanträdet 22 november 2019",
    ]
    user.key(bar.jump, Qt.Key.Key_End)
    assert bar.line.text() == "2019-11-22"
    user.key(bar.jump, Qt.Key.Key_Up)
    assert bar.line.text() == "2019-01-01"
    user.click(bar.today)
    assert bar.jump.currentText() == "Gå till …"


@pytest.mark.parametrize(
    ("period", "text"),
    [
        (Mandatperiod(date(2019, 1, 1), date(2022, 12, 31)), "2019–2022"),
        (Mandatperiod(date(2023, 1, 1)), "2023–"),
        (
            Mandatperiod(date(2022, 10, 15), date(2026, 10, 14)),
            "15 oktober 2022 – 14 oktober 2026",
        ),
        (Mandatperiod(date(2022, 10, 15)), "15 oktober 2022 –"),
    ],
    ids=["years", "open years", "days", "open days"],
)
def test_terms_are_called_by_their_years_when_they_are_whole(period, text):
    assert period_text(period) == text


# Empty seats


def test_an_empty_seat_is_filled_from_its_row(page, user, now):
    page.people.table.selectRow(1)
    assert cells(page, 1) == [VACANT, "", "Ledamot", "Region Norr", "", "", "", ""]
    assert page.people.change.text() == "&Tillsätt …"
    assert not page.people.end.isEnabled()
    user.key(page.people.table, Qt.Key.Key_Return)
    shown = user.dialog()
    assert shown.windowTitle() == "Tillsätt platsen"
    assert (shown.roll.value(), shown.från.text()) == ("ledamot", "2026-03-02")
    assert shown.huvudman.currentText() == "Region Norr"
    user.write(shown.namn, "Dag Örn")
    user.click(shown.form.keep)
    assert names(page) == ["Åsa Ek", "Dag Örn", "Cia Öst", "Eva Lind"]


def test_the_tip_of_an_empty_seat_says_whose_it_is_and_what_to_do(page):
    model = page.people.table.rows_model
    tips = {model.index(1, at).data(Qt.ItemDataRole.ToolTipRole) for at in range(8)}
    assert tips == {"Vakant plats: ledamot, Region Norr. Tryck Enter för att tillsätta den."}


def test_the_columns_sort_people_and_empty_seats_together(page):
    table = page.people.table
    for at in range(table.rows_model.columnCount()):
        table.sortByColumn(at, Qt.SortOrder.AscendingOrder)
        assert sorted(names(page)) == sorted(NOW_THERE)
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(page) == ["Cia Öst", "Eva Lind", VACANT, "Åsa Ek"]


def test_a_nämnd_with_seats_and_nobody_in_them_shows_them_empty(page, store):
    other = a_nämnd(store, "Presidiet")
    drafts = (HuvudmanDraft(new_id(), "Region Norr", 2, 1),)
    store.do(SaveHuvudmän(nämnd_id=other, drafts=drafts))
    page.show_nämnd(other)
    assert names(page) == [VACANT] * 3
    assert not page.pane.empty.isVisible()
    assert page.pane.views[1].text().endswith("(3)")


def test_empty_seats_are_found_by_search_and_never_removed(page, user, now, messages):
    before = now.people()
    page.people.search.setText("vakant norr")
    assert names(page) == [VACANT]
    page.people.table.selectAll()
    user.key(page.people.table, Qt.Key.Key_Delete)
    assert now.people() == before
    assert messages.notices == []


def test_a_new_uppdrag_of_another_day_takes_the_page_there(page, user, messages, bar):
    user.click(page.people.new)
    shown = user.dialog()
    user.write(shown.namn, "Ny Person")
    user.write(shown.från, "2027-01-01")
    user.click(shown.form.keep)
    assert bar.line.text() == "2027-01-01"
    assert page.people.table.current().person.namn == "Ny Person"
    assert messages.notices == ["Visar 1 januari 2027, då uppdraget börjar."]


# Order of service


@pytest.fixture
def three(page, store, key):
    norr = page.people._now.huvudmän[0].id
    for place, name in enumerate(("Första", "Andra", "Tredje"), start=10):
        person = a_person(store, name)
        an_uppdrag(store, key, person, "ersättare", huvudman_id=norr, ordning=place)
    page.show_nämnd(key)


def ersättare(page):
    return [
        one.person.namn
        for one in page.people.table.rows_model.rows
        if getattr(one, "uppdrag", None) and one.uppdrag.roll == "ersättare"
    ]


def test_an_ersättare_is_moved_by_keyboard_and_stays_selected(page, user, three, desk):
    assert ersättare(page) == ["Cia Öst", "Första", "Andra", "Tredje"]
    table = page.people.table
    table.choose(table.rows_model.rows[4].id)
    user.key(table, Qt.Key.Key_Up, ALT)
    assert ersättare(page) == ["Cia Öst", "Andra", "Första", "Tredje"]
    assert table.current().person.namn == "Andra"
    assert desk.editor.undo_stack.undoText() == "flytta Andra i ordningen"
    user.key(table, Qt.Key.Key_Down, ALT)
    user.click(page.people.down)
    assert ersättare(page) == ["Cia Öst", "Första", "Tredje", "Andra"]
    desk.editor.undo()
    desk.editor.undo()
    desk.editor.undo()
    assert ersättare(page) == ["Cia Öst", "Första", "Andra", "Tredje"]


def test_the_first_goes_no_higher(page, user, three, desk):
    page.people.table.selectRow(2)
    user.click(page.people.up)
    assert ersättare(page)[0] == "Cia Öst"
    assert not desk.editor.undo_stack.canUndo()


def test_who_is_shown_from_another_day_is_not_moved(page, user, desk):
    user.click(page.people.everything)
    page.people.table.selectRow(1)
    assert page.people.table.current().person.namn == "Bo Alm"
    user.click(page.people.up)
    assert not desk.editor.undo_stack.canUndo()


# Terms and personal ersättare in the dialog


def test_a_term_fills_in_the_days(page, user, store, key, now):
    with_terms(store, now, Mandatperiod(date(2023, 1, 1), date(2026, 12, 31)))
    page.show_nämnd(key)
    user.click(page.people.new)
    shown = user.dialog()
    assert shown.period.currentText() == "Egna datum"
    user.key(shown.period, Qt.Key.Key_Down)
    assert (shown.från.text(), shown.till.text()) == ("2023-01-01", "2026-12-31")
    user.write(shown.till, "2025-12-31")
    assert shown.period.currentText() == "Egna datum"


def test_a_meeting_planned_meanwhile_can_be_gone_to(page, bar, store, key, desk):
    assert not bar.jump.isVisible()
    a_sammanträde(store, key, date(2026, 5, 8))
    desk.editor.changed.emit(frozenset({Topic.SAMMANTRÄDE}))
    assert bar.jump.itemText(1) == "Sammanträdet 8 maj 2026"


def test_a_page_out_of_sight_reads_what_changed_when_it_is_shown(page, store, key, desk):
    page.hide()
    an_uppdrag(store, key, a_person(store, "Ny"))
    desk.editor.changed.emit(frozenset({Topic.PERSON}))
    assert "Ny" not in names(page)
    page.show()
    assert "Ny" in names(page)


def test_without_terms_there_is_nothing_to_choose(page, user):
    user.click(page.people.new)
    assert not user.dialog().period.isVisible()
    assert not user.dialog().ersätter.isVisible()


def test_a_personal_ersättare_gets_a_ledamot(page, user, store, key, now, desk):
    from dataclasses import replace

    settings = replace(now.settings(), ersättarordning="personlig")
    store.do(SaveNämnd(nämnd_id=key, draft=settings))
    page.show_nämnd(key)
    page.people.table.selectRow(0)
    user.click(page.people.change)
    assert not user.dialog().ersätter.isVisible()
    user.click(user.dialog().form.close)
    page.people.table.selectRow(2)
    user.click(page.people.change)
    shown = user.dialog()
    offered = [shown.ersätter.itemText(at) for at in range(shown.ersätter.count())]
    assert offered == ["–", "Åsa Ek (S)", "Bo Alm (M)"]
    user.key(shown.ersätter, Qt.Key.Key_Down)
    user.click(shown.form.keep)
    åsa, cia = now.people()[0], now.people()[2]
    assert cia.uppdrag.ersätter == åsa.person_id
    assert cells(page, 2)[2] == "Ersättare för Åsa Ek (S)"
    tip = page.people.table.rows_model.index(2, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("\nErsättare för Åsa Ek (S)")


def test_a_nämnd_without_people_offers_a_list_to_read(page, store, messages, user):
    page.show_nämnd(a_nämnd(store, "Presidiet"))
    user.click(page.pane.read)
    assert messages.asked == ["Läs in lista över ledamöter"]
