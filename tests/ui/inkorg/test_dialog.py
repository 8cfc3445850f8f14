"""Files on their way in: what each is, where they go, all of them registered in one step."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.inkorg.values import Double, Gathered, Left, Proposed, Refused
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import diarium, ärenden
from nämnd.ärende.values import HandlingDraft, ÄrendeDraft
from tests.builders import a_nämnd
from tests.conftest import NOW
from tests.ui.keyboard import type_text
from ui.inkorg.dialog import Diarium, IntakeDialog

DAY = date(2026, 3, 2)


def a_file(name: str, **other) -> Proposed:
    given = {"place": f"post/{name}", "warnings": ()} | other
    file = KeptFile(sha256=f"{abs(hash(name)):064x}"[:64], name=name, size=100)
    draft = HandlingDraft(datum=DAY, rubrik=name.rpartition(".")[0], från_till="Socialstyrelsen")
    return Proposed(file=file, draft=draft, **given)


THREE = Gathered(
    proposed=(
        a_file("Remiss om barnhälsovård.eml"),
        a_file("Missiv.docm", warnings=("makron",)),
        a_file("Bilaga 1.pdf", doubles=(Double("l9", "e9", "VÅN 2025/0004-2", "Bilaga"),)),
    ),
    left=(Left("post/Thumbs.db", Refused.SYSTEM), Left("post/tom.txt", Refused.EMPTY)),
    subject="Remiss om barnhälsovård",
)


@pytest.fixture
def nämnd(store) -> str:
    nämnd = a_nämnd(store)
    draft = store.ask(lambda session: nämnd_draft(session, nämnd))
    draft = type(draft)(
        **{name: getattr(draft, name) for name in draft.__dataclass_fields__}
        | {"diarieserie": "VÅN {år}/{löpnr:04d}"}
    )
    store.do(SaveNämnd(nämnd_id=nämnd, draft=draft))
    return nämnd


@pytest.fixture
def went() -> list[str]:
    return []


@pytest.fixture
def open_dialog(qtbot, desk, store, nämnd, went):
    page = QWidget()
    qtbot.addWidget(page)

    def opened(gathered=THREE, *, series=True, ärende_id=None) -> IntakeDialog:
        rows = store.ask(lambda session: ärenden(session, nämnd))
        dialog = IntakeDialog(desk, page, gathered, Diarium(nämnd, rows, series), went.append)
        dialog.show_it(ärende_id)
        return dialog

    return opened


def test_a_mail_becomes_a_new_ärende_with_its_subject_and_the_next_dnr(
    open_dialog, store, nämnd, went
):
    dialog = open_dialog()
    assert dialog.summary.text() == "2 filer blir handlingar, 1 finns redan, 2 kunde inte tas in."
    assert dialog.target.rubrik.text() == "Remiss om barnhälsovård"
    dialog.keep.click()
    (row,) = store.ask(lambda session: diarium(session, nämnd))
    assert (row.dnr, row.rubrik) == (f"VÅN {NOW.year}/0001", "Remiss om barnhälsovård")
    found = store.ask(lambda session: handlingar(session, row.id))
    assert [(one.löpnr, one.draft.rubrik) for one in found] == [
        (1, "Remiss om barnhälsovård"),
        (2, "Missiv"),
    ]
    assert found[1].fil.varningar == ("makron",)
    assert went == [row.id]


def test_files_go_to_an_ärende_that_is_there(open_dialog, store, nämnd, went):
    draft = ÄrendeDraft(rubrik="Barnhälsovård", öppnat=DAY)
    store.do(RegisterÄrende(nämnd_id=nämnd, draft=draft, today=DAY, ärende_id="e1"))
    dialog = open_dialog(ärende_id="e1")
    assert not dialog.target.is_new
    dialog.keep.click()
    assert len(store.ask(lambda session: handlingar(session, "e1"))) == 2
    assert went == ["e1"]


def test_what_is_written_of_a_file_is_what_is_registered(open_dialog, store, nämnd):
    dialog = open_dialog()
    dialog.table.choose(2)
    dialog.form.rubrik.selectAll()
    type_text(dialog.form.rubrik, "Följebrev")
    dialog.form.day.selectAll()
    type_text(dialog.form.day, "2026-02-27")
    dialog.form.riktning.setCurrentIndex(2)
    dialog.form.riktning.activated.emit(2)
    dialog.keep.click()
    (row,) = store.ask(lambda session: diarium(session, nämnd))
    draft = store.ask(lambda session: handlingar(session, row.id))[1].draft
    assert (draft.rubrik, draft.datum, draft.riktning) == (
        "Följebrev",
        date(2026, 2, 27),
        "upprättad",
    )


def test_a_double_is_taken_in_only_when_asked_for(open_dialog, store, nämnd, qtbot):
    dialog = open_dialog()
    dialog.table.choose(3)
    assert "VÅN 2025/0004-2" in dialog.details.text()
    assert dialog.toggle.text() == "&Ta in filen"
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    dialog.keep.click()
    (row,) = store.ask(lambda session: diarium(session, nämnd))
    assert row.handlingar == 3


def test_nothing_is_registered_without_a_file_a_name_or_an_ärende(open_dialog):
    dialog = open_dialog()
    dialog.target.rubrik.setText("")
    assert "Skriv vad ärendet gäller." in dialog.problem.text()
    assert not dialog.keep.isEnabled()
    dialog.target.where.choose("finns")
    dialog.target.where.activated.emit(1)
    assert "Välj ett ärende som finns" in dialog.problem.text()
    dialog.table.selectAll()
    dialog._turn(dialog.table.selected())
    dialog._turn(dialog.table.selected())
    assert "Ingen fil tas in" in dialog.problem.text()


def test_without_a_series_of_the_nämnd_a_dnr_is_asked_for(open_dialog, store, nämnd):
    dialog = open_dialog(series=False)
    assert "Skriv ett dnr" in dialog.problem.text()
    dialog.target.dnr.setText("19/0088")
    dialog.keep.click()
    (row,) = store.ask(lambda session: diarium(session, nämnd))
    assert row.dnr == "19/0088"


def test_why_files_were_not_taken_is_said(open_dialog):
    dialog = open_dialog()
    assert "systemfil: post/Thumbs.db" in dialog.left.text()
    assert "filen är tom: post/tom.txt" in dialog.left.text()
    dialog.table.choose(2)
    assert "makron" in dialog.details.text()
