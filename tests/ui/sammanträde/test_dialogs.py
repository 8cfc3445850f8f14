"""The dialogs of a sammanträde: every field, several days, and what can't be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import NämndDraft
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag, dagordning_in
from tests.ui.keyboard import type_text
from tests.ui.opening import modal
from ui.sammanträde.dialogs import (
    MoveDialog,
    SammanträdeDialog,
    edit_sammanträde,
    move_sammanträde,
    new_sammanträde,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def nämnd(store):
    nämnd = a_nämnd(store)
    for namn, roll in (("Åsa Öst", "ordförande"), ("Bo Ek", "sekreterare"), ("Eva", "ledamot")):
        an_uppdrag(store, nämnd, a_person(store, namn), roll)
    return nämnd


def write(line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    type_text(line, text)


@pytest.fixture
def planned() -> list[str]:
    """Ids of what was planned."""
    return []


@pytest.fixture
def new(desk, parent, nämnd, planned):
    new_sammanträde(desk, parent, nämnd, planned.append)
    found = modal(SammanträdeDialog)
    yield found
    if QApplication.activeModalWidget() is found:
        found.reject()


@pytest.fixture
def edited(desk, parent, store, nämnd):
    """A function that opens the dialog of a sammanträde."""

    def edit(key: str) -> SammanträdeDialog:
        edit_sammanträde(desk, parent, key)
        return modal(SammanträdeDialog)

    yield edit
    left = QApplication.activeModalWidget()
    if left is not None:
        left.close()


def test_a_new_one_is_proposed_in_four_weeks_with_those_who_lead(new):
    assert new.days._lines[0].day.text() == "2026-03-30"
    assert new.days._lines[0].weekday.text() == "måndag"
    assert new.ordförande.currentText() == "Åsa Öst"
    assert new.sekreterare.currentText() == "Bo Ek"


def test_every_field_is_saved(qtbot, new, planned, store):
    write(new.days._lines[0].day, "2026-04-17")
    write(new.days._lines[0].times, "9-12, 13.15")
    write(new.plats, "Östersalen")
    write(new.nummer, "7")
    write(new.beteckning, "LS 10/08")
    new.slag.choose("extra")
    new.ordförande.choose("")
    qtbot.keyClick(new.plats, Qt.Key.Key_Return)
    assert len(planned) == 1
    head = dagordning_in(store, planned[0]).sammanträde
    assert [(one.datum, one.tider) for one in head.dagar] == [
        (date(2026, 4, 17), (("09.00", "12.00"), ("13.15", None)))
    ]
    assert (head.plats, head.nummer_i_året, head.beteckning) == ("Östersalen", 7, "LS 10/08")
    assert (head.slag, head.ordförande) == ("extra", None)
    assert head.sekreterare
    assert head.sekreterare.namn == "Bo Ek"


def test_several_days_are_added_removed_and_named_for_a_screen_reader(qtbot, new, planned, store):
    qtbot.mouseClick(new.days.more, LEFT)
    qtbot.mouseClick(new.days.more, LEFT)
    lines = new.days._lines
    assert [one.day.text() for one in lines] == ["2026-03-30", "2026-03-31", "2026-04-01"]
    qtbot.mouseClick(lines[1].remove, LEFT)
    assert [one.day.accessibleName() for one in new.days._lines] == ["Dag 1", "Dag 2"]
    assert not lines[0].remove.isVisible()
    qtbot.mouseClick(new.keep, LEFT)
    days = [one.datum for one in dagordning_in(store, planned[0]).sammanträde.dagar]
    assert days == [date(2026, 3, 30), date(2026, 4, 1)]


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        (
            "day",
            "2026-13-01",
            "«2026-13-01» går inte att läsa som datum. Skriv det som 2026-03-17.",
        ),
        ("day", "", "Ange vilken dag sammanträdet är."),
        ("times", "halv nio", "Skriv klockslag som 08.30."),
        ("times", "25.00", "Skriv klockslag som 08.30."),
        ("times", "12.00–09.00", "Skriv klockslag som 08.30."),
        ("nummer", "fyra", "Skriv numret i året som ett tal"),
        ("nummer", "0", "Skriv numret i året som ett tal"),
        ("nummer", "²", "Skriv numret i året som ett tal"),
    ],
)
def test_what_can_not_be_read_is_told_at_once_and_not_saved(
    qtbot, new, planned, field, written, said
):
    line = new.nummer if field == "nummer" else getattr(new.days._lines[0], field)
    write(line, written)
    if not written:
        line.clear()
    assert new.hint.isVisible()
    assert new.hint.text().startswith(said)
    assert not new.keep.isEnabled()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert planned == []
    line.clear() if field != "day" else write(line, "2026-04-01")
    assert not new.hint.isVisible()
    assert new.keep.isEnabled()


def test_tab_goes_through_the_days_in_their_order(qtbot, new):
    qtbot.mouseClick(new.days.more, LEFT)
    first, second = new.days._lines
    first.day.setFocus()
    for following in (first.times, second.day, second.times, second.remove, new.days.more,
                      new.plats):  # fmt: skip
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_days_must_stand_in_order(qtbot, new):
    qtbot.mouseClick(new.days.more, LEFT)
    write(new.days._lines[1].day, "2026-03-01")
    assert new.hint.text() == "Dagarna ska stå i ordning, och varje dag bara en gång."


def test_a_holiday_is_pointed_out(new):
    write(new.days._lines[0].day, "2026-04-03")
    assert new.days._lines[0].weekday.text() == "fredag, ledig dag"


def test_the_dialog_stays_when_it_is_refused(qtbot, desk, parent, store, messages):
    key = new_id()
    made = store.do(SaveNämnd(nämnd_id=key, draft=NämndDraft("Vårdnämnden")))
    planned: list[str] = []
    new_sammanträde(desk, parent, key, planned.append)
    found = modal(SammanträdeDialog)
    store.do(made.inverse)  # gone before it is saved
    qtbot.mouseClick(found.keep, LEFT)
    assert len(messages.errors) == 1
    assert "finns inte längre" in messages.errors[0]
    assert found.isVisible()
    assert planned == []
    found.reject()


def test_escape_saves_nothing(qtbot, new, planned):
    qtbot.keyClick(new.plats, Qt.Key.Key_Escape)
    assert planned == []
    assert QApplication.activeModalWidget() is None


def test_changing_shows_what_is_there_and_saves_what_is_changed(qtbot, edited, store, nämnd):
    key = a_sammanträde(store, nämnd, plats="Stora salen", nummer_i_året=3)
    found = edited(key)
    assert found.plats.text() == "Stora salen"
    assert found.nummer.text() == "3"
    assert found.days._lines[0].times.text() == "08.30"
    write(found.plats, "Lilla salen")
    found.nummer.clear()
    qtbot.mouseClick(found.keep, LEFT)
    head = dagordning_in(store, key).sammanträde
    assert head.plats == "Lilla salen"


def test_moving_needs_a_reason_and_keeps_it(qtbot, desk, parent, store, nämnd):
    key = a_sammanträde(store, nämnd)
    move_sammanträde(desk, parent, key)
    found = modal(MoveDialog)
    write(found.days.first, "2026-04-10")
    assert found.hint.text().startswith("Skriv ett skäl.")
    assert not found.keep.isEnabled()
    write(found.skäl, "Krock med fullmäktige")
    qtbot.keyClick(found.skäl, Qt.Key.Key_Return)
    head = dagordning_in(store, key).sammanträde
    assert head.dagar[0].datum == date(2026, 4, 10)
    assert head.flyttningar[0].skäl == "Krock med fullmäktige"
