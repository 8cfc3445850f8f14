"""«Från ärende …»: what waits is put on the dagordning with its texts, nothing is retyped."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.queries import waiting
from nämnd.beredning.values import Waits
from nämnd.core.changes import Topic
from nämnd.sammanträde.drafts import draft_of, satser
from nämnd.sammanträde.punkt_commands import SavePunkt
from nämnd.ärende.commands import SetWaiting
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft
from tests.builders import WHEN, dagordning_in
from tests.nämnd.beredning.making import MARCH, TODAY, Beredning
from ui.sammanträde.waiting_dialog import WaitingDialog
from ui.sammanträde.workspace import Workspace


@pytest.fixture
def beredning(store, files) -> Beredning:
    return Beredning(store, files)


@pytest.fixture
def key(beredning) -> str:
    return beredning.sammanträde(MARCH)


@pytest.fixture
def workspace(qtbot, desk, go, key):
    """Show the page of the sammanträde, as it is when it has been opened."""

    def show() -> Workspace:
        page = Workspace(desk, go)
        qtbot.addWidget(page)
        desk.editor.changed.connect(page.reload)
        page.resize(1200, 800)
        page.panes.show_preview(shown=False)
        page.show()
        page.show_sammanträde(key)
        return page

    return show


def opened(page: Workspace) -> WaitingDialog:
    page.list.waiting.click()
    return page.findChildren(WaitingDialog)[-1]


def test_how_many_wait_is_said_under_the_list(workspace, beredning, store):
    store.do(SetWaiting(ärende_id=beredning.ärende(), väntar=""))
    beredning.beslut(brådskande=True)
    page = workspace()
    assert page.list.waiting.text() == "Från ä&rende … (2 väntar)"


def test_what_waits_gets_a_punkt_with_the_förslag_of_its_skrivelse(
    workspace, beredning, store, key, qtbot
):
    ärende = beredning.ärende("Avancerad vård")
    beredning.skrivelse(ärende)
    beredning.handling(ärende, "Rapport")
    store.do(SetWaiting(ärende_id=ärende, väntar="tas i mars"))
    page = workspace()
    dialog = opened(page)
    assert [one.why for one in dialog.table.rows_model.rows] == [Waits.VÄNTAR]
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    (punkt,) = dagordning_in(store, key).punkter
    assert punkt.ärende_id == ärende
    assert [one.text for one in punkt.förslag] == [
        "Att godkänna rapporten",
        "Att sända den till huvudmännen",
    ]
    assert [one.rubrik for one in punkt.bilagor] == ["Rapport"]
    assert store.ask(lambda session: waiting(session, beredning.nämnd, TODAY)) == ()
    assert page.list.waiting.text() == "Från ä&rende …"


def test_a_brådskande_beslut_stands_first_and_is_marked_as_a_must(workspace, beredning, store):
    store.do(SetWaiting(ärende_id=beredning.ärende(), väntar=""))
    beredning.beslut("Avtal om helikopter", brådskande=True)
    first = opened(workspace()).table.rows_model.rows[0]
    assert (first.why, first.must) == (Waits.BRÅDSKANDE, True)


def test_all_that_is_chosen_goes_in_one_step(workspace, beredning, store, key, desk):
    store.do(SetWaiting(ärende_id=beredning.ärende("Ett"), väntar=""))
    store.do(SetWaiting(ärende_id=beredning.ärende("Två"), väntar=""))
    beredning.beslut(anmäls=True)
    page = workspace()
    dialog = opened(page)
    dialog.table.selectAll()
    dialog.keep.click()
    assert len(dagordning_in(store, key).punkter) == 3
    desk.editor.undo()
    assert dagordning_in(store, key).punkter == ()
    assert page.list.waiting.text() == "Från ä&rende … (3 väntar)"


def test_another_ärende_is_written_in_and_shown(workspace, beredning, store, key):
    ärende = beredning.ärende("Ambulansflyg", dnr="VN 2026/0077")
    page = workspace()
    dialog = opened(page)
    assert "Välj något som väntar" in dialog.problem.text()
    dialog.other.setEditText("VN 2026/9")
    assert "finns inte i diariet" in dialog.problem.text()
    dialog.other.setEditText("vn 2026/0077")
    dialog.keep.click()
    (punkt,) = dagordning_in(store, key).punkter
    assert (punkt.ärende_id, punkt.rubrik) == (ärende, "Ambulansflyg")
    assert page.punkt_id == punkt.id


def test_a_skrivelse_that_is_changed_later_is_followed_when_asked(workspace, beredning, store, key):
    ärende = beredning.ärende()
    skrivelse = beredning.skrivelse(ärende, ("Att godkänna",))
    store.do(PutOnDagordning(sammanträde_id=key, when=WHEN, ärende_id=ärende))
    page = workspace()
    assert page.editor.newer.isHidden()
    draft = SkrivelseDraft("Rapport", datum=MARCH, förslag=("Att avslå",))
    page._desk.editor.do(
        SaveSkrivelse(skrivelse_id=skrivelse, ärende_id=ärende, draft=draft), "skriv"
    )
    page.reload(frozenset({Topic.ÄRENDE}))
    assert not page.editor.newer.isHidden()
    page.editor.newer.click()
    (punkt,) = dagordning_in(store, key).punkter
    assert [one.text for one in punkt.förslag] == ["Att avslå"]
    assert page.editor.newer.isHidden()
    assert page.editor.missiv.isHidden()


def test_a_förslag_that_somebody_has_written_otherwise_stays_and_the_difference_is_shown(
    workspace, beredning, store, key
):
    ärende = beredning.ärende()
    skrivelse = beredning.skrivelse(ärende, ("Att godkänna",))
    store.do(PutOnDagordning(sammanträde_id=key, when=WHEN, ärende_id=ärende))
    (punkt,) = dagordning_in(store, key).punkter
    mine = replace(draft_of(punkt), förslag=satser(("Att återremittera",)))
    store.do(SavePunkt(punkt_id=punkt.id, draft=mine))
    draft = SkrivelseDraft("Rapport", datum=MARCH, förslag=("Att avslå",))
    store.do(SaveSkrivelse(skrivelse_id=skrivelse, ärende_id=ärende, draft=draft))
    page = workspace()
    page.editor.newer.click()
    (punkt,) = dagordning_in(store, key).punkter
    assert [one.text for one in punkt.förslag] == ["Att återremittera"]
    assert [one.text for one in punkt.missivförslag] == ["Att avslå"]
    assert not page.editor.missiv.isHidden()
