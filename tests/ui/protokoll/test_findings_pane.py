"""The pane with the findings looks the protokoll over anew each time it is shown."""

import pytest
from PySide6.QtCore import Qt

from nämnd.protokoll.findings import Rule
from nämnd.protokoll.queries import protokoll
from tests.builders import a_sammanträde
from tests.nämnd.protokoll.test_check_queries import a_paragraf
from ui.protokoll.findings_pane import FindingsPane


@pytest.fixture
def key(store):
    key = a_sammanträde(store)
    a_paragraf(store, key, 1, slag="beslut", rubrik="Taxor")
    return key


@pytest.fixture
def pane(qtbot, desk, store, key):
    pane = FindingsPane(desk)
    qtbot.addWidget(pane)
    pane.show_protokoll(store.ask(lambda session: protokoll(session, key)))
    pane.show()
    return pane


def test_what_is_found_is_listed_and_counted(pane):
    rules = [row.finding.rule for row in pane.view.list.rows if row.finding]
    assert Rule.NO_BESLUT in rules
    assert Rule.NOBODY_THERE in rules
    assert "bör rättas" in pane.summary.text()


def test_picking_one_tells_which(qtbot, pane):
    with qtbot.waitSignal(pane.jump_wanted) as told:
        qtbot.keyClick(pane.view.list, Qt.Key.Key_Return)
    assert told.args[0] == pane.view.list.current()


def test_escape_and_the_cross_close_it(qtbot, pane):
    with qtbot.waitSignal(pane.hide_wanted):
        qtbot.keyClick(pane.view.list, Qt.Key.Key_Escape)
    with qtbot.waitSignal(pane.hide_wanted):
        pane.hide_button.click()
