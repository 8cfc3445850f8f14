"""«Hitta frister»: a handling is chosen and read; ticked proposals become bevakningar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.bevakning.values import Källa, PåDatum
from nämnd.core.ids import new_id
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar
from nämnd.ärende.values import HandlingDraft, ÄrendeDraft
from tests.builders import WHEN
from tests.conftest import TODAY
from tests.ui.keyboard import type_text
from tests.ui.uppföljning.making import followed
from ui.uppföljning.deadlines import begin_deadlines
from ui.uppföljning.deadlines_dialog import DeadlinesDialog, DraftDialog
from ui.uppföljning.document_dialog import DocumentDialog

PATIENCE = 60_000  # ms
TEXT = """Överenskommelse

Regionerna ska lämna en ekonomisk redovisning till Kammarkollegiet senast den 31 mars 2027.

Regionerna ska rekvirera medlen hos Kammarkollegiet senast den 1 december 2026. Rätten till
bidraget förfaller om rekvisitionen inte har kommit in i tid.

Regionerna ska senast den 15 januari 2026 lämna en handlingsplan till Socialstyrelsen.
"""


@pytest.fixture
def made(store):
    return followed(store)


@pytest.fixture
def over(qtbot, qapp):
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1300, 800)
    over.show()
    over.activateWindow()
    qtbot.waitUntil(over.isActiveWindow)
    return over


@pytest.fixture
def handling(store, files, made) -> str:
    ärende, key = new_id(), new_id()
    draft = ÄrendeDraft("Nära vård", öppnat=TODAY)
    store.do(RegisterÄrende(nämnd_id=made.nämnd, draft=draft, today=TODAY, ärende_id=ärende))
    file = files.keep_bytes(TEXT.encode(), "avtal.txt")
    new = NewHandling(HandlingDraft(TODAY, "Överenskommelse"), file, (), key)
    store.do(RegisterHandlingar(ärende_id=ärende, new=(new,), when=WHEN, today=TODAY))
    return key


@pytest.fixture
def begin(over, desk, go, made):
    """Begin with a handling, or choose first."""
    return lambda handling=None: begin_deadlines(desk, go, over, made.nämnd, handling)


@pytest.fixture
def choose_file(begin, messages, tmp_path):
    """Choose a file with some words in it."""

    def choose(text: str) -> None:
        path = tmp_path / "brev.txt"
        path.write_text(text, encoding="utf-8")
        messages.files = [path]
        begin()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DocumentDialog)
        dialog.file.click()

    return choose


def opened(qtbot) -> DeadlinesDialog:
    qtbot.waitUntil(
        lambda: isinstance(QApplication.activeModalWidget(), DeadlinesDialog), timeout=PATIENCE
    )
    found = QApplication.activeModalWidget()
    assert isinstance(found, DeadlinesDialog)
    return found


def test_what_has_not_passed_is_ticked_and_becomes_bevakningar(qtbot, begin, made, handling):
    begin(handling)
    dialog = opened(qtbot)
    assert [one.due for one in made.rows()] == []
    assert (dialog.list.count(), len(dialog.list.chosen)) == (3, 2)
    assert dialog.keep.text() == "Lägg till 2 bevakningar"
    dialog.keep.click()
    rows = made.rows()
    assert [str(one.due) for one in rows] == ["2026-12-01", "2027-03-31"]
    assert [one.draft.förverkande for one in rows] == [True, False]
    assert {one.draft.källa for one in rows} == {Källa(handling_id=handling)}
    assert all(one.draft.citat for one in rows)


def test_the_sentence_of_the_chosen_one_is_shown(qtbot, begin, made, handling):
    begin(handling)
    dialog = opened(qtbot)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    assert "handlingsplan" in dialog.sentence.text()
    assert dialog.facts.text().startswith("Sidan 1, rad 8")


def test_a_proposal_is_corrected_before_it_is_saved(qtbot, begin, made, handling):
    begin(handling)
    dialog = opened(qtbot)
    dialog.list.setCurrentRow(2)
    dialog.change.click()
    change = QApplication.activeModalWidget()
    assert isinstance(change, DraftDialog)
    change.part.rubrik.setText("Handlingsplan")
    change.part.due.day.setText("2026-06-30")
    change.keep.click()
    assert dialog.list.item(2).text().startswith("30 juni 2026 · Handlingsplan")
    dialog.none.click()
    dialog.list.item(2).setCheckState(Qt.CheckState.Checked)
    dialog.keep.click()
    (row,) = made.rows()
    assert (row.draft.rubrik, row.draft.förfaller) == (
        "Handlingsplan",
        PåDatum(row.due),
    )


def test_a_handling_is_found_by_its_words_and_chosen_with_enter(qtbot, begin, made, handling):
    begin()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DocumentDialog)
    type_text(dialog.search, "finns inte")
    assert not dialog.keep.isEnabled()
    dialog.search.setText("överens")
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert opened(qtbot).list.count() == 3


def test_a_file_that_is_no_handling_is_read_too(qtbot, choose_file, made):
    choose_file(TEXT)
    opened(qtbot).keep.click()
    assert {one.draft.anteckning for one in made.rows()} == {"Ur filen brev.txt."}


def test_a_document_without_deadlines_says_so(qtbot, choose_file, messages):
    choose_file("Vi tackar för det trevliga mötet.")
    qtbot.waitUntil(lambda: bool(messages.told), timeout=PATIENCE)
    assert messages.told[0].startswith("Inga frister hittades")
