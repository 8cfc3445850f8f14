"""The review of what was read: put right, leave out, save or give up."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nämnd.core.progress import finish
from nämnd.läsning.dagordning import read_dagordning
from nämnd.organisation.queries import nämnder
from nämnd.sammanträde.queries import sammanträden
from tests.builders import a_nämnd, dagordning_in
from tests.ui.keyboard import type_text
from ui.läsning.page import ReviewPage
from ui.toolkit.palette import Role

LEFT = Qt.MouseButton.LeftButton
SAMPLE = Path(__file__).parents[2] / "nämnd" / "läsning" / "samples" / "arende.txt"


@pytest.fixture(scope="module")
def found():
    return finish(read_dagordning(SAMPLE))


@pytest.fixture
def page(qtbot, desk, found):
    page = ReviewPage(desk, found, SAMPLE.name, None)
    qtbot.addWidget(page)
    page.resize(1200, 760)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def write(line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    type_text(line, text)


def rows(page) -> list[tuple[str, str, str]]:
    return [(one.number, one.text, one.info) for one in page.list.rows_model.rows]


def save(qtbot, page):
    with qtbot.waitSignal(page.saved) as told:
        qtbot.mouseClick(page.save, LEFT)
    return told.args


def test_it_shows_what_was_found_and_what_to_check(page):
    assert rows(page) == [
        ("Ärende 1", "Fastställande av dagordning", ""),
        ("Ärende 2", "Verksamhetsberättelse 2021", "2"),
        ("Ärende 3", "Utbildningsdag för ledamöter", "kontrollera"),
        ("Ärende 4", "Övriga frågor", ""),
    ]
    assert page._summary().startswith("4 punkter · 2 bilagor · ")
    page.list.choose("2")
    assert page.punkt.doubts.isVisible()
    assert page.punkt.doubts.text().startswith("Kontrollera: Texten står utan rubrik")
    page.list.choose("1")
    assert not page.punkt.doubts.isVisible()


def test_what_the_missiv_proposes_is_shown_and_saved(qtbot, desk, found):
    punkter = (replace(found.punkter[0], missivförslag=("Avslå", "Tacka")), *found.punkter[1:])
    page = ReviewPage(desk, replace(found, punkter=punkter), SAMPLE.name, None)
    qtbot.addWidget(page)
    page.show()
    assert "Missivet föreslår: 1. Avslå 2. Tacka" in page.punkt.later.text()
    page.list.choose("1")
    assert not page.punkt.later.isVisible()
    key, _ = save(qtbot, page)
    first = dagordning_in(desk.store, key).punkter[0]
    assert [one.text for one in first.missivförslag] == ["Avslå", "Tacka"]


def test_the_source_follows_and_marks_the_punkt_and_the_doubts(page, found, desk):
    page.list.choose("2")
    assert page.source.textCursor().blockNumber() == max(0, found.punkter[2].line - 3)
    marks = page.source.extraSelections()
    by_role = {
        role: {
            one.cursor.blockNumber()
            for one in marks
            if one.format.background().color() == desk.theme.colour(role)
        }
        for role in (Role.SELECTED, Role.WARN_FILL)
    }
    assert by_role[Role.SELECTED] == set(range(found.punkter[2].line, found.punkter[3].line))
    assert found.punkter[2].doubts[0].line in by_role[Role.WARN_FILL]
    assert page.source.isReadOnly()


def test_saved_as_it_is_it_becomes_a_sammanträde_of_a_new_nämnd(qtbot, page, store, found):
    key, nämnd_id = save(qtbot, page)
    assert [(row.id, row.namn) for row in store.ask(nämnder)] == [(nämnd_id, "Patientnämnden")]
    saved = dagordning_in(store, key)
    assert saved.sammanträde.dagar[0].datum == date(2022, 2, 3)
    assert [one.rubrik for one in saved.punkter] == [one.rubrik for one in found.punkter]


def test_what_is_put_right_is_what_is_saved(qtbot, page, store):
    page.list.choose("1")
    write(page.punkt.rubrik.input, "Årsberättelse")
    assert page.punkt.rubrik.pending  # saved also when it was written a moment ago
    write(page.head.plats.input, "Östersalen")
    write(page.head.start.input, "9")
    key, _ = save(qtbot, page)
    saved = dagordning_in(store, key)
    assert saved.punkter[1].rubrik == "Årsberättelse"
    assert saved.sammanträde.plats == "Östersalen"
    assert saved.sammanträde.dagar[0].tider == (("09.00", None),)


def test_what_is_written_stays_with_its_punkt_when_another_is_chosen(page):
    page.list.choose("1")
    write(page.punkt.rubrik.input, "Årsberättelse")
    page.list.choose("2")  # before the field has saved by itself
    assert [text for _, text, _ in rows(page)][1:3] == [
        "Årsberättelse",
        "Utbildningsdag för ledamöter",
    ]
    assert page.punkt.rubrik.value() == "Utbildningsdag för ledamöter"


def test_a_removed_bilaga_leaves_the_others_as_they_were(qtbot, page, store):
    page.list.choose("1")
    first = page.punkt.bilagor.input.rows[0]
    first.setFocus()
    first.selectAll()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    page.punkt.bilagor.flush()
    second = next(one for one in page.punkt.bilagor.input.rows if one.toPlainText())
    write(second, "Verksamhetsberättelsen")
    page.punkt.bilagor.flush()
    key, _ = save(qtbot, page)
    bilagor = dagordning_in(store, key).punkter[1].bilagor
    assert [one.rubrik for one in bilagor] == ["Verksamhetsberättelsen"]


def test_a_punkt_is_left_out_by_the_box_or_by_delete(qtbot, page, store):
    page.list.choose("1")
    qtbot.mouseClick(page.punkt.include, LEFT)
    page.list.choose("3")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert [info for _, _, info in rows(page)] == [
        "",
        "tas inte med",
        "kontrollera",
        "tas inte med",
    ]
    assert not page.punkt.include.isChecked()
    page.list.choose("1")
    qtbot.mouseClick(page.punkt.include, LEFT)
    key, _ = save(qtbot, page)
    assert [one.rubrik for one in dagordning_in(store, key).punkter] == [
        "Fastställande av dagordning",
        "Verksamhetsberättelse 2021",
        "Utbildningsdag för ledamöter",
    ]


@pytest.mark.parametrize(
    ("field", "written", "said"),
    [
        ("day", "2022-02-31", "Skriv datum som 2026-03-17."),
        ("day", "", "Ange vilken dag sammanträdet är."),
        ("start", "kvart i", "Skriv klockslag som 08.30."),
        ("end", "25.00", "Skriv klockslag som 08.30."),
    ],
)
def test_what_can_not_be_read_stays_and_is_told_where_it_stands(
    qtbot, page, store, field, written, said
):
    line = getattr(page.head, field)
    write(line.input, written)
    if not written:
        qtbot.keyClick(line.input, Qt.Key.Key_Delete)
    qtbot.mouseClick(page.save, LEFT)
    assert line.problem.text() == said
    assert line.problem.isVisible()
    assert line.input.text() == written
    assert line.input.hasFocus()
    assert store.ask(nämnder) == ()
    write(line.input, "2022-02-03" if field == "day" else "10.15")
    save(qtbot, page)
    assert len(store.ask(nämnder)) == 1


def test_the_nämnd_is_known_by_its_name_whatever_the_case(qtbot, desk, store, found):
    there = a_nämnd(store, "PATIENTNÄMNDEN")
    page = ReviewPage(desk, found, SAMPLE.name, None)
    qtbot.addWidget(page)
    assert page.head.nämnd_id() == there
    assert page.head.nämnd.input.count() == 1


def test_another_nämnd_can_be_chosen(qtbot, desk, store, found):
    other = a_nämnd(store, "Vårdnämnden")
    page = ReviewPage(desk, found, SAMPLE.name, other)
    qtbot.addWidget(page)
    page.show()
    assert page.head.nämnd.input.currentText() == "Ny nämnd: Patientnämnden"
    page.head.nämnd.input.choose(other)
    _, nämnd_id = save(qtbot, page)
    assert nämnd_id == other
    assert len(store.ask(nämnder)) == 1


def test_a_day_that_is_taken_is_refused_and_nothing_is_lost(qtbot, page, store, messages, found):
    save(qtbot, page)
    qtbot.mouseClick(page.save, LEFT)
    (said,) = messages.errors
    assert said.startswith("Nämnden har redan ett sammanträde 2022-02-03. Välj en annan dag")
    assert len(rows(page)) == 4


def test_saving_is_one_step_of_undo(qtbot, page, desk, store):
    save(qtbot, page)
    assert desk.editor.undo_stack.undoText() == "läs in arende.txt"
    desk.editor.undo()
    assert store.ask(nämnder) == ()


def test_giving_up_saves_nothing(qtbot, page, store):
    with qtbot.waitSignal(page.given_up):
        qtbot.mouseClick(page.give_up, LEFT)
    assert store.ask(nämnder) == ()
    assert store.ask(lambda session: sammanträden(session, "x")) == ()
