"""Every control of the page and its dialogs is named and reached by Tab; Ctrl+Enter goes on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.core.changes import Topic
from nämnd.justering.commands import AddRättelse, RecordPaper
from tests.ui.justering.conftest import Key, card_of, dialog, pick
from tests.ui.test_reachable import check_names, check_tab

CONTROL = Qt.KeyboardModifier.ControlModifier
COMMENTS = ((2, "Fel pris."), (None, "Snyggt."))


@pytest.fixture
def full(set_, page, files):
    """A card with everything: comments, something sent, a file."""
    pdf = files.keep_bytes(b"%PDF-1.7", "p.pdf")
    paket = set_.send(pdf=pdf.sha256)
    set_.answer(paket, set_.anna, "ändring begärd", kommentarer=COMMENTS)
    page.reload(frozenset({Topic.JUSTERING}))
    return page


def justerad(set_, page):
    both = (set_.anna, set_.bo)
    set_.store.do(
        RecordPaper(justering_id=set_.id, person_ids=both, datum="2026-03-29", today="2026-03-29")
    )
    put_right = AddRättelse(
        justering_id=set_.id,
        paragraf=2,
        stod="Tio",
        ska_vara="Elva",
        av="Eva Lind",
        skäl="Skrivfel",
        datum="2026-03-29",
        today="2026-03-29",
    )
    set_.store.do(put_right)
    page.reload(frozenset({Topic.JUSTERING}))
    return page


def test_every_control_of_a_card_is_named_and_reached(qtbot, full, set_):
    check_names(full)
    check_tab(qtbot, full)
    page = justerad(set_, full)
    check_names(page)
    check_tab(qtbot, page)


def test_every_control_of_the_send_dialog_is_named_and_reached(qtbot, page):
    qtbot.keyClick(card_of(page).next, Key.Key_Space)
    check_names(dialog())
    check_tab(qtbot, dialog())


@pytest.mark.parametrize(
    "words",
    ["Anteckna underskrifter", "Gå tillbaka", "Ändra planen", "Betrodda certifikat"],
    ids=["paper", "back", "plan", "certificates"],
)
def test_every_control_of_the_dialogs_is_named_and_reached(qtbot, full, set_, words):
    pick(full.actions_of.menu(set_.view()), words)
    check_names(dialog())
    check_tab(qtbot, dialog())


def test_every_control_of_a_rättelse_is_named_and_reached(qtbot, full, set_):
    page = justerad(set_, full)
    pick(page.actions_of.menu(set_.view()), "Lägg till rättelse")
    check_names(dialog())
    check_tab(qtbot, dialog())


def test_ctrl_enter_does_what_comes_next_for_the_card_with_the_focus(qtbot, page, set_):
    second = set_.plan("2")
    page.reload(frozenset({Topic.NÄRVARO}))
    page.cards[second].more.setFocus()
    qtbot.keyClick(page.cards[second].more, Key.Key_Return, CONTROL)
    assert dialog().windowTitle() == "Skicka § 2 för justering"
    dialog().close()
    page.cards[set_.id].more.setFocus()
    qtbot.keyClick(page.cards[set_.id].more, Key.Key_Enter, CONTROL)
    assert dialog().windowTitle() == "Skicka §§ 1–2 för justering"


def test_a_dialog_is_closed_by_escape_and_nothing_is_changed(qtbot, full, set_):
    before = set_.view()
    for words in ("Skicka igen", "Anteckna underskrifter", "Gå tillbaka"):
        pick(full.actions_of.menu(set_.view()), words)
        qtbot.keyClick(dialog(), Key.Key_Escape)
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert set_.view() == before
