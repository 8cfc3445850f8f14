"""Through the whole window by keyboard only: read a list in, look at it, save it, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.queries import uppdrag_rows
from nämnd.organisation.rules import HuvudmanDraft
from tests.builders import a_nämnd, a_person, an_uppdrag
from ui.organisation.import_dialog import ImportDialog
from ui.organisation.page import NämndPage

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
PATIENCE = 60_000  # ms
pytestmark = pytest.mark.flow
LIST = """Namn;Parti;Uppdrag;Region;Fr.o.m.;T.o.m.;E-post
Åsa Ek;S;Ordförande;Skåne;2023-01-01;2026-12-31;asa@exempel.se
Bo Öst;M;Ersättare;Region Skåne;2023-01-01;2026-12-31;
Cia Al;M;Ersättare;Skane;2023-01-01;2026-12-31;
"""


def fill(store):
    key = a_nämnd(store, "Vårdnämnden")
    skåne = HuvudmanDraft(new_id(), "Region Skåne", 1, 2)
    store.do(SaveHuvudmän(nämnd_id=key, drafts=(skåne,)))
    an_uppdrag(store, key, a_person(store, "Åsa Ek", parti="S"), "ordförande")
    return key


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the focus is."""
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key, modifier)


def tab_to(qtbot, widget):
    for _ in range(60):
        if QApplication.focusWidget() is widget:
            return
        press(qtbot, Qt.Key.Key_Tab)
    raise AssertionError(widget)


def people(program, key):
    return program.desk.store.ask(lambda session: uppdrag_rows(session, key))


def test_a_list_is_read_in_looked_at_saved_and_undone(qtbot, opener, messages, tmp_path):
    key = opener.fill(fill)
    opener.settings.change(nämnd=key)
    program = opener()
    before = people(program, key)
    messages.files = [tmp_path / "ledamöter.csv"]
    messages.files[0].write_text(LIST, encoding="cp1252")

    press(qtbot, Qt.Key.Key_6, CONTROL)
    page = program.window.page
    assert isinstance(page, NämndPage)
    tab_to(qtbot, page.people.read)
    press(qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(page.findChildren(ImportDialog)), timeout=PATIENCE)
    (preview,) = page.findChildren(ImportDialog)
    qtbot.waitUntil(preview.isActiveWindow)

    assert QApplication.focusWidget() is preview.table
    assert preview.summary.text() == "1 nytt uppdrag, 1 ändras, 1 rad med fel."
    assert preview.details.text().startswith("Rad 4, Region: «Skane» finns inte")
    press(qtbot, Qt.Key.Key_Delete)
    assert preview.summary.text() == "1 nytt uppdrag, 1 ändras, 1 tas inte med."
    assert people(program, key) == before
    press(qtbot, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: not preview.isVisible())
    åsa, bo = people(program, key)
    assert (åsa.huvudman, åsa.person.epost) == ("Region Skåne", "asa@exempel.se")
    assert (bo.person.namn, bo.uppdrag.roll) == ("Bo Öst", "ersättare")
    assert messages.notices == ["ledamöter.csv är inläst. Ctrl+Z ångrar."]

    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert people(program, key) == before
