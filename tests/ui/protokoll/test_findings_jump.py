"""From a finding to its place on the page of the meeting day."""

import pytest
from PySide6.QtCore import Qt

from nämnd.core.ids import new_id
from nämnd.protokoll.findings import Rule
from nämnd.protokoll.paragraf_commands import HandlePunkt
from nämnd.sammanträde.drafts import satser
from tests.builders import a_punkt, a_sammanträde
from ui.protokoll.page import ProtokollPage
from ui.protokoll.side import Side


@pytest.fixture
def case(qtbot, desk, go, store):
    key = a_sammanträde(store)
    ids = [
        a_punkt(store, key, name, förslag=satser((f"Att anta {name.lower()}",)),
                missivförslag=satser(("Att avslå",) if name == "Rapport" else ()))
        for name in ("Taxor", "Budget", "Rapport")
    ]  # fmt: skip
    store.do(HandlePunkt(paragraf_id=(paragraf_id := new_id()), punkt_id=ids[0], tid="09.00"))
    page = ProtokollPage(desk, go)
    qtbot.addWidget(page)
    desk.editor.changed.connect(page.reload)
    page.resize(1300, 800)
    page.show()
    page.show_sammanträde(key)
    qtbot.waitExposed(page)
    page.activateWindow()
    page.check()
    return page, ids, paragraf_id


def go_to(qtbot, page, rule: Rule) -> None:
    """Go to the finding by the arrows, and press Enter."""
    found = page.side.findings.view.list
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Home)
    while found.current().rule is not rule:
        qtbot.keyClick(found, Qt.Key.Key_Down)
    qtbot.keyClick(found, Qt.Key.Key_Return)


def test_the_findings_are_beside_the_paragrafer(case):
    page, _, _ = case
    assert page.side.what is Side.FINDINGS
    assert Rule.UNHANDLED in [row.finding.rule for row in page.side.findings.view.list.rows
                              if row.finding]  # fmt: skip


def test_a_finding_about_a_paragraf_goes_there(qtbot, case):
    page, ids, paragraf_id = case
    page.show_row(ids[2])
    go_to(qtbot, page, Rule.NO_UTFALL)
    assert page.row_id == paragraf_id


def test_what_was_not_handled_goes_to_the_first_such_punkt(qtbot, case):
    page, ids, _ = case
    go_to(qtbot, page, Rule.UNHANDLED)
    assert page.row_id == ids[1]


def test_a_förslag_against_its_missiv_goes_to_the_dagordning(qtbot, case, go):
    page, ids, _ = case
    go_to(qtbot, page, Rule.FÖRSLAG_DIFFERS)
    assert go.went[-1] == ("sammanträde", page.sammanträde_id, ids[2])
