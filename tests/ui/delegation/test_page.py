"""The register of delegationsbeslut: each written in, reported, or put in a protokoll."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from nämnd.anslag.queries import anslag_view
from nämnd.core.changes import Topic
from nämnd.delegation.commands import SetAnmäls
from nämnd.delegation.queries import delegationsbeslut, delegationsprotokoll_rows
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import a_nämnd, a_sammanträde, dagordning_in
from tests.nämnd.delegation.test_commands import TODAY, Register
from ui.delegation.dialogs import AnmältDialog, BeslutDialog, ProtokollDialog, SignDialog
from ui.delegation.page import DelegationPage
from ui.delegation.put_dialog import PutDialog


@pytest.fixture
def register(store) -> Register:
    return Register(store)


@pytest.fixture
def page(qtbot, desk, go, register) -> DelegationPage:
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 9)  # noqa: DTZ001 - local time
    page = DelegationPage(replace(desk, clock=lambda: at), go)
    desk.editor.changed.connect(page.reload)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    page.show_nämnd(register.nämnd)
    return page


def fresh(page: DelegationPage) -> DelegationPage:
    page.reload(frozenset({Topic.DELEGATION}))
    return page


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def select(page, *keys: str) -> None:
    table = page.beslut.table
    table.clearSelection()
    for at, one in enumerate(table.rows_model.rows):
        if one.id in keys:
            index = table.rows_model.index(at, 0)
            flags = table.selectionModel().SelectionFlag
            table.selectionModel().select(index, flags.Select | flags.Rows)
            table.selectionModel().setCurrentIndex(index, flags.NoUpdate)


def test_a_beslut_is_written_in_and_shown(page, register):
    page.new.click()
    shown = dialog(page, BeslutDialog)
    shown.rubrik.setText("Yttrande över remiss")
    shown.av.setText("Ordföranden")
    shown.beslut.setPlainText("Att godkänna yttrandet")
    shown.brådskande.setChecked(True)
    shown.keep.click()
    (row,) = page.beslut.table.rows_model.rows
    assert (row.draft.rubrik, row.draft.datum) == ("Yttrande över remiss", TODAY)
    assert row.draft.beslut == "Att godkänna yttrandet"
    assert row.draft.brådskande


def test_what_is_missing_is_said_and_the_dialog_stays(page, messages):
    page.new.click()
    shown = dialog(page, BeslutDialog)
    shown.keep.click()
    assert messages.errors[-1] == "Skriv vad beslutet gäller.\nSkriv vem som fattade beslutet."
    assert shown.isVisible()


def test_a_beslut_is_changed(page, register, store):
    key = register.add()
    fresh(page)
    select(page, key)
    page.beslut.change.click()
    shown = dialog(page, BeslutDialog)
    assert shown.enligt.text() == "delegationsordningen 4.2"
    shown.rubrik.setText("En annan rubrik")
    shown.keep.click()
    assert register.rows()[0].draft.rubrik == "En annan rubrik"


def test_the_search_finds_what_is_decided(page, register):
    register.add()
    register.add(rubrik="Inköp av väska", beslut="Att köpa en läderväska")
    fresh(page)
    page.beslut.search.setText("läder")
    assert [one.draft.rubrik for one in page.beslut.table.rows_model.rows] == ["Inköp av väska"]


def test_several_are_reported_at_the_next_sammanträde(page, register, store):
    keys = register.add(), register.add(brådskande=True)
    a_sammanträde(store, register.nämnd, date(2026, 4, 17))
    a_sammanträde(store, register.nämnd, date(2026, 3, 1))
    fresh(page)
    select(page, *keys)
    page.beslut.report.click()
    shown = dialog(page, AnmältDialog)
    assert shown.when.value() == "2026-04-17"
    shown.keep.click()
    assert {one.anmält for one in register.rows()} == {"2026-04-17"}


def test_a_protokoll_is_made_of_what_is_selected_signed_and_announced(page, register, store):
    chosen, other = register.add(), register.add(rubrik="Ett annat")
    fresh(page)
    select(page, chosen)
    page.beslut.make.click()
    shown = dialog(page, ProtokollDialog)
    assert shown.list.chosen == (chosen,)
    shown.keep.click()
    (made,) = store.ask(lambda session: delegationsprotokoll_rows(session, register.nämnd))
    assert [one.id for one in made.beslut] == [chosen]
    assert page.protokoll.which.value() == made.id
    assert page.protokoll.pane.state.text() == "Anslås när protokollet är undertecknat."
    page.protokoll.sign.click()
    signing = dialog(page, SignDialog)
    signing.av.setText("Anna Ek")
    signing.keep.click()
    assert page.protokoll.sign.isHidden()
    next(one for name, one in page.protokoll.pane.buttons.items() if name[:2] == "up").click()
    view = store.ask(lambda session: anslag_view(session, made.id))
    assert view.tillkännagivet == TODAY
    rows = store.ask(lambda session: delegationsbeslut(session, register.nämnd))
    assert {one.id: one.fixed for one in rows} == {chosen: True, other: False}


def test_what_must_be_reported_is_not_offered_for_a_protokoll(page, register):
    register.add(brådskande=True)
    fresh(page)
    assert not page.beslut.make.isEnabled()
    free = register.add()
    fresh(page)
    page.beslut.make.click()
    assert dialog(page, ProtokollDialog).list.keys == (free,)


def test_a_signature_is_taken_back_and_the_protokoll_taken_apart(page, register, messages):
    register.sign(register.protokoll(register.add()))
    fresh(page)
    page.protokoll.unsign.click()
    assert register.rows()[0].fixed
    messages.confirm_with = [True, True]
    page.protokoll.unsign.click()
    page.protokoll.apart.click()
    assert register.rows()[0].delegationsprotokoll_id is None
    assert page.protokoll.empty.isVisible()


def test_a_signed_beslut_opens_but_can_not_be_saved(page, register):
    key = register.add()
    register.sign(register.protokoll(key))
    fresh(page)
    page.beslut.table.opened.emit(page.beslut.table.rows_model.rows[0])
    shown = dialog(page, BeslutDialog)
    assert not shown.keep.isEnabled()
    assert "undertecknat protokoll" in shown.problem.text()


def test_beslut_are_removed_by_delete_and_come_back_by_undo(page, register, desk, qtbot):
    key = register.add()
    fresh(page)
    select(page, key)
    qtbot.keyClick(page.beslut.table, Qt.Key.Key_Delete)
    assert register.rows() == ()
    desk.editor.undo()
    assert [one.id for one in register.rows()] == [key]


def test_the_protokoll_is_saved_as_a_file(page, register, messages, qtbot, tmp_path):
    register.protokoll(register.add())
    fresh(page)
    target = tmp_path / "Delegationsprotokoll.docx"
    messages.files.append(target)
    page.protokoll.save.click()
    qtbot.waitUntil(target.exists, timeout=30_000)
    qtbot.waitUntil(lambda: bool(messages.notices))


def test_another_nämnd_has_its_own(page, register, store):
    register.protokoll(register.add())
    page.show_nämnd(a_nämnd(store, "En annan"))
    assert page.beslut.table.rows_model.rows == ()
    assert page.protokoll.which.isHidden()


def test_every_button_has_a_name(page, register):
    register.sign(register.protokoll(register.add()))
    fresh(page)
    assert all(one.accessibleName() or one.text() for one in page.findChildren(QPushButton))


def test_in_a_narrow_window_the_protokoll_stands_under_the_list(page, register, qtbot):
    register.sign(register.protokoll(register.add()))
    fresh(page)
    area = page.protokoll.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: area.x() > page.beslut.x() and area.y() == page.beslut.y())
    page.resize(800, 900)
    qtbot.waitUntil(lambda: area.y() > page.beslut.y())
    assert area.horizontalScrollBar().maximum() == 0


def test_the_nämnd_says_which_beslut_are_reported(page, register):
    key = register.add(rubrik="Remissvar")
    fresh(page)
    select(page, key)
    assert page.beslut.wanted.text() == "S&ka anmälas"
    assert not page.beslut.put.isEnabled()
    page.beslut.wanted.click()
    (row,) = register.rows()
    assert row.anmäls is True
    select(fresh(page), key)
    assert page.beslut.wanted.text() == "Anmäls &inte"
    assert page.beslut.put.isEnabled()
    page.beslut.wanted.click()
    assert register.rows()[0].anmäls is False


def test_a_brådskande_beslut_is_always_reported(page, register):
    key = register.add(rubrik="Helikopter", brådskande=True)
    select(fresh(page), key)
    assert not page.beslut.wanted.isEnabled()
    assert page.beslut.put.isEnabled()


def test_beslut_are_gathered_into_one_punkt_of_the_next_dagordning(page, register, store):
    sammanträde = a_sammanträde(store, register.nämnd, date(2026, 5, 29))
    early = register.add(rubrik="Ett", brådskande=True, datum=date(2026, 1, 9))
    keys = [early, register.add(rubrik="Två")]
    store.do(SetAnmäls(beslut_ids=(keys[1],), anmäls=True))
    fresh(page).beslut.put.click()
    shown = dialog(page, PutDialog)
    assert shown.list.chosen == tuple(keys)
    shown.keep.click()
    (punkt,) = dagordning_in(store, sammanträde).punkter
    assert [one.rubrik for one in punkt.bilagor] or punkt.underpunkter
    assert {one.punkt_id for one in register.rows()} == {punkt.id}
    assert not fresh(page).beslut.put.isEnabled()


def test_without_a_coming_sammanträde_it_says_so(page, register):
    register.add(brådskande=True)
    fresh(page).beslut.put.click()
    assert "inget kommande sammanträde" in dialog(page, PutDialog).problem.text()


def test_a_beslut_is_of_an_ärende_that_is_chosen_by_its_dnr(page, register, store):
    draft = ÄrendeDraft("Helikopter")
    store.do(RegisterÄrende(nämnd_id=register.nämnd, draft=draft, today=TODAY, dnr="VN 26/7"))
    page.new.click()
    shown = dialog(page, BeslutDialog)
    shown.rubrik.setText("Avtal")
    shown.av.setText("Ordföranden")
    shown.ärende.setEditText("VN 26/8")
    assert "finns inte i diariet" in shown.problem.text()
    shown.ärende.setEditText("vn 26/7")
    shown.keep.click()
    (row,) = register.rows()
    assert row.dnr == "VN 26/7"
