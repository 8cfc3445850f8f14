"""The huvudmän of a nämnd: table and dialog."""

import pytest
from PySide6.QtCore import Qt

from tests.builders import a_nämnd


def names(now):
    return [one.namn for one in now.huvudmän()]


def test_a_huvudman_is_added_last_and_undone(user, page, desk, now):
    user.click(page.huvudmän.new)
    shown = user.dialog()
    assert not shown.form.keep.isEnabled()
    assert not shown.form.hint.isVisible()
    user.write(shown.namn, "Region  Väst")
    user.write(shown.platser, "3")
    user.write(shown.ersättare, "2")
    user.click(shown.tavla)
    user.key(shown.namn, Qt.Key.Key_Return)
    assert not shown.isVisible()
    new = now.huvudmän()[-1]
    assert (new.namn, new.platser, new.ersättarplatser, new.anslagstavla) == (
        "Region Väst", 3, 2, True,
    )  # fmt: skip
    assert len(page.huvudmän.table.rows_model.rows) == 3
    desk.editor.undo()
    assert names(now) == ["Region Norr", "Region Söder"]
    assert len(page.huvudmän.table.rows_model.rows) == 2


def test_enter_opens_the_row_and_saves_it_in_its_place(user, page, now):
    page.huvudmän.table.selectRow(0)
    user.key(page.huvudmän.table, Qt.Key.Key_Return)
    shown = user.dialog()
    assert (shown.namn.text(), shown.platser.text()) == ("Region Norr", "1")
    user.write(shown.namn, "Region Nord")
    user.write(shown.platser, "")
    user.click(shown.form.keep)
    assert names(now) == ["Region Nord", "Region Söder"]
    assert now.huvudmän()[0].platser == 0


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("namn", " ", "Skriv ett namn."),
        ("platser", "många", "Skriv ett tal, 0–99."),
        ("ersättare", "100", "Skriv ett tal, 0–99."),
    ],
    ids=["name", "words", "too many"],
)
def test_what_is_wrong_is_said_and_can_not_be_saved(page, user, now, field, text, said):
    page.huvudmän.table.selectRow(0)
    user.click(page.huvudmän.change)
    shown = user.dialog()
    user.write(getattr(shown, field), text)
    assert shown.form.hint.isVisible()
    assert shown.form.hint.text() == said
    user.click(shown.form.keep)
    assert shown.isVisible()
    user.click(shown.form.close)
    assert not shown.isVisible()
    assert names(now) == ["Region Norr", "Region Söder"]


def test_delete_removes_and_says_how_to_undo(user, page, desk, messages, now):
    page.huvudmän.table.selectRow(1)
    user.key(page.huvudmän.table, Qt.Key.Key_Delete)
    assert names(now) == ["Region Norr"]
    assert messages.notices == ["Region Söder togs bort. Ctrl+Z ångrar."]
    desk.editor.undo()
    assert names(now) == ["Region Norr", "Region Söder"]


def test_one_who_has_appointed_somebody_stays_and_it_is_said_why(page, user, messages, now):
    page.huvudmän.table.selectRow(0)
    user.click(page.huvudmän.remove)
    assert messages.errors[0].startswith("Det går inte att ta bort huvudmannen Region Norr")
    assert names(now) == ["Region Norr", "Region Söder"]


def test_without_huvudmän_it_is_said_when_they_are_needed(page, store):
    page.show_nämnd(a_nämnd(store, "Presidiet"))
    assert page.huvudmän.empty.isVisible()
    assert not page.huvudmän.table.isVisible()
    assert not page.huvudmän.change.isVisible()


def test_buttons_wait_for_a_row(page):
    assert not page.huvudmän.change.isEnabled()
    page.huvudmän.table.selectRow(0)
    assert page.huvudmän.change.isEnabled()
    assert page.huvudmän.remove.isEnabled()


def test_the_table_is_as_high_as_its_rows(page):
    table = page.huvudmän.table
    page.grab()
    assert table.rowAt(table.viewport().height() - 1) == 1
    assert table.verticalScrollBar().maximum() == 0
