"""The dialog of a bevakning: every way it can fall due, and what it means today."""

from datetime import date

import pytest

from nämnd.bevakning.values import (
    Källa,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from tests.conftest import TODAY
from tests.ui.keyboard import type_text
from tests.ui.uppföljning.making import Followed, followed
from ui.uppföljning.dialogs import BevakningDialog, begin_bevakning, change_bevakning
from ui.uppföljning.draft_part import read_steps, steps_text


@pytest.fixture
def made(store) -> Followed:
    return followed(store)


@pytest.fixture
def over(qtbot, qapp, desk):
    from PySide6.QtWidgets import QWidget

    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1000, 700)
    over.show()
    return over


@pytest.fixture
def new(over, desk, go, made):
    """Begin a new one."""

    def begin(rubrik: str = "Redovisning", källa: Källa | None = None) -> BevakningDialog:
        return begin_bevakning(desk, go, over, made.nämnd, källa or Källa(), rubrik)

    return begin


def choose(dialog: BevakningDialog, sort: str) -> None:
    dialog.part.due.sort.setCurrentIndex(
        ("datum", "sammanträde", "relativt", "villkor").index(sort)
    )


def test_a_new_one_has_no_day_until_it_is_written(new, made):
    dialog = new()
    assert not dialog.keep.isEnabled()
    type_text(dialog.part.due.day, "22 nov 2026")
    dialog.keep.click()
    (row,) = made.rows()
    assert row.draft.förfaller == PåDatum(date(2026, 11, 22))


def test_the_nth_sammanträde_says_which_day_it_means(new, made):
    dialog = new()
    choose(dialog, "sammanträde")
    dialog.part.due.nummer.setCurrentIndex(1)
    assert dialog.part.due.meaning.text() == "betyder 29 maj 2026"
    dialog.keep.click()
    assert made.rows()[0].draft.förfaller == VidSammanträde(2, 2026)


def test_a_year_with_too_few_is_told_of_at_once_and_is_saved_all_the_same(new, made):
    dialog = new()
    choose(dialog, "sammanträde")
    dialog.part.due.nummer.setCurrentIndex(3)
    assert dialog.part.due.meaning.text().startswith("År 2026 har inte så många")
    dialog.keep.click()
    assert made.rows()[0].due is None


def test_days_before_a_sammanträde_are_counted(new, made):
    dialog = new()
    choose(dialog, "relativt")
    type_text(dialog.part.due.dagar, "7")
    dialog.part.due.till.choose(made.coming)
    dialog.part.due._follow()
    assert dialog.part.due.meaning.text() == "betyder 22 maj 2026"
    dialog.keep.click()
    assert made.rows()[0].draft.förfaller == Relativt(made.coming, -7)


def test_it_can_be_counted_from_another_bevakning(new, made):
    other = made.add("Den första", date(2026, 4, 1))
    dialog = new()
    choose(dialog, "relativt")
    type_text(dialog.part.due.dagar, "10")
    dialog.part.due.sida.choose(1)
    dialog.part.due.till.choose(other)
    dialog.part.due._follow()
    assert dialog.part.due.meaning.text() == "betyder 11 april 2026"


def test_a_condition_is_written_in_words(new, made):
    dialog = new()
    choose(dialog, "villkor")
    assert not dialog.keep.isEnabled()
    type_text(dialog.part.due.villkor, "när respektive region har beslutat")
    dialog.keep.click()
    assert made.rows()[0].draft.förfaller == Villkor("när respektive region har beslutat")


def test_all_the_rest_is_saved(new, made):
    dialog = new()
    part = dialog.part
    type_text(part.due.day, "2026-09-30")
    part.varje.setCurrentIndex(4)
    type_text(part.slut, "2029-12-31")
    type_text(part.ansvarig, "Anna Ek")
    type_text(part.epost, "anna@example.org")
    type_text(part.mottagare, "Kammarkollegiet")
    part.förverkande.click()
    part.steps.setText("60; 14")
    dialog.keep.click()
    draft = made.rows()[0].draft
    assert draft.återkommer == Återkommer("år", date(2029, 12, 31))
    assert (draft.ansvarig, draft.ansvarig_epost) == ("Anna Ek", "anna@example.org")
    assert (draft.mottagare, draft.förverkande) == ("Kammarkollegiet", True)
    assert draft.påminnelser == (60, 14)


def test_the_address_of_a_known_name_is_filled_in(new, made):
    made.add("Först", ansvarig="Anna Ek", ansvarig_epost="anna@example.org")
    dialog = new()
    type_text(dialog.part.ansvarig, "Anna Ek")
    dialog.part.ansvarig.left.emit()
    assert dialog.part.epost.text() == "anna@example.org"


def test_changing_the_day_demands_a_reason_and_nothing_else_does(over, desk, made):
    key = made.add("Redovisning")
    dialog = change_bevakning(desk, over, made.row(key))
    type_text(dialog.part.mottagare, "Socialstyrelsen")
    assert dialog.why.isHidden()
    assert dialog.keep.isEnabled()
    dialog.part.due.day.setText("2026-06-01")
    assert not dialog.keep.isEnabled()
    type_text(dialog.skäl, "Ny dag från staten")
    dialog.keep.click()
    row = made.row(key)
    assert (row.due, row.draft.mottagare) == (date(2026, 6, 1), "Socialstyrelsen")
    assert row.historik[0].skäl == "Ny dag från staten"


def test_what_it_is_from_stays_when_it_is_changed(over, desk, made):
    källa = Källa(delprojekt_id=made.delprojekt())
    key = made.add("Återrapport", TODAY, källa=källa)
    dialog = change_bevakning(desk, over, made.row(key))
    dialog.part.rubrik.setText("Slutrapport")
    dialog.keep.click()
    assert (made.row(key).draft.rubrik, made.row(key).draft.källa) == ("Slutrapport", källa)


@pytest.mark.parametrize(
    ("text", "steps"),
    [("30, 7, 1", (30, 7, 1)), ("1 ,7;7", (7, 1)), ("", ()), ("en vecka", None), ("-1", None)],
)
def test_reminders_are_read_as_days(text, steps):
    assert read_steps(text) == steps


@pytest.mark.parametrize(
    ("steps", "said"),
    [((), "inga"), ((1,), "1 dag före"), ((30, 7, 1), "30, 7 och 1 dag före")],
)
def test_reminders_are_said_in_words(steps, said):
    assert steps_text(steps) == said
