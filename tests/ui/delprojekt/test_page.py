"""The page of a delprojekt: its beslut, åtgärder and behov are followed and changed."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QMenu

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from nämnd.delprojekt.commands import ChangeDelprojekt, RemoveDelprojekt
from tests.ui.delprojekt.conftest import TODAY
from ui.delprojekt.dialogs import DelprojektDialog, begin_delprojekt
from ui.delprojekt.facts_card import facts
from ui.delprojekt.small_dialogs import (
    BehovDialog,
    BeslutDialog,
    CloseDialog,
    PasteDialog,
    ÅtgärdDialog,
    items_in,
)
from ui.toolkit.list_input import ListItem


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def chips(page) -> list[str]:
    return [chip.text() for chip in page.head._chips if not chip.isHidden()]


def rows(card) -> list[str]:
    return [" ".join(filter(None, (one.number, one.text, one.info))) for one in card.list.shown()]


def press(qtbot, widget, key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(widget, key, modifier)


def test_the_head_says_which_delprojekt_it_is_and_how_far_it_has_come(page, go, it):
    assert page.head.above.text() == "Delprojekt 8 · Samarbete för bättre vård · VN 2026/0008"
    assert page.head.rubrik.text() == "Benign kolorektal kirurgi"
    assert chips(page) == ["pågår", "0 av 2 att-satser är gjorda"]
    assert ("i nämnd", it.nämnd) in go.went
    assert dict(facts(page.loaded)) == {
        "Program": "Samarbete för bättre vård",
        "Ansvarig": "Per Öst",
    }


def test_an_att_sats_is_done_with_one_click_and_the_click_is_undone(page, it, desk):
    first = page.beslut.satser[0]
    first.states[0].click()
    assert it.draft().beslut[0].satser[0].läge == "gjort"
    assert chips(page)[1] == "1 av 2 att-satser är gjorda"
    assert page.beslut.satser[0] is first  # the focus and the place on the page stay
    desk.editor.undo()
    assert it.draft().beslut[0].satser[0].läge == "inte påbörjat"
    assert [one.isChecked() for one in page.beslut.satser[0].states] == [False, False, True]


def test_the_arrow_keys_change_how_far_an_att_sats_has_come(page, it, qtbot):
    states = page.beslut.satser[1].states
    states[2].setFocus()
    press(qtbot, states[2], Qt.Key.Key_Left)
    assert it.draft().beslut[0].satser[1].läge == "pågår"


def test_a_comment_is_written_to_an_att_sats(page, it, messages):
    messages.texts = [" två möten per termin "]
    page.beslut.satser[0].comment.click()
    assert it.draft().beslut[0].satser[0].kommentar == "två möten per termin"
    assert page.beslut.satser[0].comment.text() == "två möten per termin"


def test_a_beslut_is_changed_and_its_satser_keep_how_far_they_have_come(page, it):
    page.beslut.satser[0].states[0].click()
    page.beslut.changes[0].click()
    shown = dialog(page, BeslutDialog)
    kept = shown.satser.value()
    shown.satser.show_value((kept[1], kept[0], ListItem("avsätta medel")))
    shown.paragraf.setText("trettio")
    shown.check()
    assert not shown.keep.isEnabled()
    shown.paragraf.setText("35")
    shown.keep.click()
    changed = it.draft().beslut[0]
    assert changed.paragraf == 35
    assert [(sats.id, sats.läge) for sats in changed.satser][:2] == [
        ("s2", "inte påbörjat"),
        ("s1", "gjort"),
    ]
    assert changed.satser[2].text == "avsätta medel"


def test_an_older_beslut_is_put_before_the_newer_and_taken_away_again(page, it):
    page.beslut.new.click()
    shown = dialog(page, BeslutDialog)
    assert not shown.keep.isEnabled()
    shown.day.setText("2024-11-22")
    shown.organ.setText("Regionstyrelsen")
    shown.keep.click()
    assert [one.datum.year for one in it.draft().beslut] == [2024, 2025]
    assert it.draft().beslut[0].organ == "Regionstyrelsen"
    page.beslut.changes[0].click()
    dialog(page, BeslutDialog).take_away.click()
    assert [one.id for one in it.draft().beslut] == ["b1"]


def test_åtgärder_are_numbered_and_the_new_ones_say_so(page):
    assert rows(page.åtgärder) == [
        "1. Arbetsgruppen är utsedd nytt",
        "2. Väntelistorna är genomgångna nytt",
        "3. Rotation har börjat pågår · nytt",
    ]
    assert page.åtgärder.list.shown()[2].aloud() == "3, Rotation har börjat, pågår · nytt"


def test_alt_and_an_arrow_moves_an_åtgärd(page, it, qtbot):
    page.åtgärder.list.go_to("å3")
    page.åtgärder.list.setFocus()
    press(qtbot, page.åtgärder.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in it.draft().åtgärder] == ["å1", "å3", "å2"]
    assert page.åtgärder.list.current() == "å3"


def test_an_åtgärd_goes_under_the_one_before_and_back(page, it):
    page.åtgärder.list.go_to("å2")
    page.level.click()
    assert [one.nivå for one in it.draft().åtgärder] == [1, 2, 1]
    assert [row.split()[0] for row in rows(page.åtgärder)] == ["1.", "–", "2."]
    page.level.click()
    assert [one.nivå for one in it.draft().åtgärder] == [1, 1, 1]


def test_the_first_åtgärd_has_nothing_to_go_under(page, it):
    page.åtgärder.list.go_to("å1")
    page.level.click()
    assert it.draft().åtgärder[0].nivå == 1


def test_insert_writes_an_åtgärd_after_the_one_one_is_at(page, it, qtbot):
    page.åtgärder.list.go_to("å1")
    press(qtbot, page.åtgärder.list, Qt.Key.Key_Insert)
    shown = dialog(page, ÅtgärdDialog)
    assert not shown.keep.isEnabled()
    shown.text.setPlainText("Ett riktvärde är satt")
    shown.kort.setPlainText("Riktvärde satt")
    shown.under.setChecked(True)
    shown.keep.click()
    new = it.draft().åtgärder[1]
    assert (new.text, new.kort, new.nivå) == ("Ett riktvärde är satt", "Riktvärde satt", 2)


def test_enter_changes_an_åtgärd_and_delete_takes_it_away(page, it, qtbot, messages):
    page.åtgärder.list.go_to("å3")
    press(qtbot, page.åtgärder.list, Qt.Key.Key_Return)
    shown = dialog(page, ÅtgärdDialog)
    shown.läge.choose("gjort")
    shown.keep.click()
    assert it.draft().åtgärder[2].läge == "gjort"
    press(qtbot, page.åtgärder.list, Qt.Key.Key_Delete)
    assert [one.id for one in it.draft().åtgärder] == ["å1", "å2"]
    assert messages.notices == ["1 åtgärd togs bort. Ctrl+Z ångrar."]


def test_a_pasted_list_becomes_åtgärder(page, it):
    page.åtgärder.paste.click()
    shown = dialog(page, PasteDialog)
    assert not shown.keep.isEnabled()
    shown.text.setPlainText("• Klart med noden\n• Inventering gjord\n")
    assert shown.found.text() == "2 rader"
    shown.keep.click()
    assert [one.text for one in it.draft().åtgärder[3:]] == ["Klart med noden", "Inventering gjord"]


def test_lines_that_a_page_has_broken_are_put_together():
    long = "Regiondagar för hela sjukvårdsregionen har börjat och kommer att"
    assert items_in(f"- {long}\ngenomföras en gång per termin\n- Kort") == (
        f"{long} genomföras en gång per termin",
        "Kort",
    )


def test_a_need_is_met_and_is_left_again(page, it):
    assert page.behov.count.text() == "2 av 2 kvarstår"
    page.behov.list.go_to("n2")
    page.solved.click()
    assert it.draft().behov[1].löst == TODAY
    assert rows(page.behov)[1] == "2. Reseersättning löst 2 mars 2026"
    page.solved.click()
    assert it.draft().behov[1].löst is None


def test_a_need_is_not_met_on_a_day_to_come(page, it):
    page.behov.new.click()
    shown = dialog(page, BehovDialog)
    shown.text.setPlainText("Lokaler")
    shown.solved.setText("2026-03-03")
    assert shown.problem.text() == "Dagen har inte varit än."
    shown.solved.setText("")
    shown.keep.click()
    assert it.draft().behov[-1].text == "Lokaler"


def test_what_is_watched_stands_there_and_leads_to_it(page, it, go, desk):
    draft = BevakningDraft("Följ upp", PåDatum(date(2026, 2, 27)), Källa(delprojekt_id=it.id))
    key = "bev1"
    desk.editor.do(
        AddBevakning(nämnd_id=it.nämnd, draft=draft, today=TODAY, bevakning_id=key), "bevaka"
    )
    assert chips(page)[0] == "försenat"
    page.bevakningar.links[0].click()
    assert go.went[-1] == ("bevakning", key)


def test_watching_begins_from_the_last_beslut(page, it, go):
    page.bevakningar.new.click()
    rubrik = "Uppföljning av delprojekt 8 Benign kolorektal kirurgi"
    assert go.went[-1] == ("bevaka", it.ärende, it.id, "2025-06-05", "34", rubrik)


def test_what_is_known_of_it_is_changed(page, it):
    page.facts.change.click()
    shown = dialog(page, DelprojektDialog)
    assert shown.ärende.value() == "VN 2026/0008"
    shown.nummer.setText("åtta")
    assert not shown.keep.isEnabled()
    shown.nummer.setText("9")
    shown.målsättning.show_value((ListItem("korta köerna"),))
    shown.keep.click()
    assert (it.draft().nummer, it.draft().målsättning) == (9, ("korta köerna",))
    assert it.draft().åtgärder[0].id == "å1"


def test_a_new_one_gets_the_next_number_and_is_opened(page, it, go, desk):
    shown = begin_delprojekt(desk, go, page, it.nämnd)
    assert shown.nummer.value() == 9
    shown.rubrik.setPlainText("Utredning skopi")
    shown.program.setText("Samarbete för bättre vård")
    shown.keep.click()
    assert go.went[-1][0] == "delprojekt"


def test_the_same_number_twice_in_a_program_is_refused_and_what_is_written_stays(
    page, it, go, desk, messages
):
    shown = begin_delprojekt(desk, go, page, it.nämnd)
    shown.rubrik.setPlainText("Utredning skopi")
    shown.program.setText("Samarbete för bättre vård")
    shown.nummer.setText("8")
    shown.keep.click()
    assert len(messages.errors) == 1
    assert shown.isVisible()
    assert shown.rubrik.toPlainText() == "Utredning skopi"


def test_it_is_closed_and_then_nothing_of_it_can_be_changed_until_it_is_opened_again(page, it):
    page.acts.close()
    dialog(page, CloseDialog).keep.click()
    assert it.view().avslutat == TODAY
    assert chips(page) == ["avslutat 2 mars 2026"]
    parts = (page.rapporter.new, page.åtgärder.new, page.behov.new, page.beslut.satser[0].states[0])
    assert not any(part.isEnabled() for part in parts)
    page.acts.reopen()
    assert all(part.isEnabled() for part in (*parts[:3], page.beslut.satser[0].states[0]))


def test_it_is_removed_only_when_the_user_says_so(page, it, go, messages, desk):
    page.acts.remove()
    assert it.view().id == it.id
    messages.confirm_with = [True]
    page.acts.remove()
    assert go.went[-1] == ("page", "uppföljning")
    desk.editor.undo()
    assert it.view().id == it.id


def test_a_delprojekt_that_is_gone_leads_back(page, it, go, desk):
    desk.editor.do(RemoveDelprojekt(delprojekt_id=it.id), "ta bort")
    assert page.loaded is None
    assert go.went[-1] == ("page", "uppföljning")


def test_f6_walks_round_the_cards(page, qtbot):
    page.beslut.first().setFocus()
    seen = []
    for _ in range(6):
        press(qtbot, QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        cards = (page.beslut, page.åtgärder, page.behov, page.rapporter, page.bevakningar)
        seen.append(next((at for at, one in enumerate(cards) if one.isAncestorOf(focus)), None))
    assert seen == [1, 2, 3, 4, None, 0]


def test_the_menu_has_what_the_buttons_have_not(page):
    page.head.more.click()
    assert page.shown is not None
    texts = [one.text() for one in page.shown.actions() if one.text()]
    assert texts == [
        "Ändra uppgifterna …",
        "Ny rapport",
        "Bevaka …",
        "Programrapport …",
        "Avsluta …",
        "Ta bort delprojektet",
    ]
    assert isinstance(page.shown, QMenu)
    page.shown.close()


@pytest.mark.parametrize(("width", "down"), [(900, True), (1500, False)])
def test_where_there_is_no_room_beside_the_cards_stand_below(page, width, down):
    page.resize(width, 800)
    direction = page._across.direction()
    assert (direction == QBoxLayout.Direction.TopToBottom) is down


def test_another_change_is_read_when_the_page_is_in_sight(page, it, desk):
    from dataclasses import replace

    changed = replace(it.draft(), rubrik="Kirurgi")
    desk.editor.do(ChangeDelprojekt(delprojekt_id=it.id, draft=changed), "ändra")
    assert page.head.rubrik.text() == "Kirurgi"


def dropped(page, keys: list[str], before: str | None) -> None:
    """Drop åtgärder over the upper half of a row, or below the last."""
    view = page.åtgärder.list
    places = [one.id for one in view.shown()]
    data = view.rows_model.mimeData([view.rows_model.index(places.index(key)) for key in keys])
    rect = view.visualRect(view.rows_model.index(places.index(before or places[-1])))
    y = rect.top() + 1 if before else rect.bottom() - 1
    move = Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(QPointF(20, y), move, data, left, none))


@pytest.mark.parametrize(
    ("keys", "before", "order"),
    [
        (["å3"], "å1", ["å3", "å1", "å2"]),
        (["å1"], None, ["å2", "å3", "å1"]),
        (["å1"], "å3", ["å2", "å1", "å3"]),
        (["å1", "å2"], None, ["å3", "å1", "å2"]),
    ],
)
def test_åtgärder_are_dragged_among_rows_of_different_heights(page, it, keys, before, order):
    from dataclasses import replace

    rows = it.draft().åtgärder
    long = replace(rows[1], text="Lång text om väntelistorna. " * 12)
    page.on_rows.saver.åtgärder("ändra", lambda _: (rows[0], long, rows[2]))
    QApplication.processEvents()
    heights = {
        page.åtgärder.list.visualRect(page.åtgärder.list.rows_model.index(at)).height()
        for at in range(3)
    }
    assert len(heights) > 1
    dropped(page, keys, before)
    assert [one.id for one in it.draft().åtgärder] == order


def stops(page, qtbot, first, number: int) -> list[str]:
    """Press Tab from `first`; return what a screen reader calls each stop."""
    first.setFocus()
    found = []
    for _ in range(number):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        found.append(focus.accessibleName() or getattr(focus, "text", str)())
    return found


def test_tab_leads_through_the_beslut_from_the_top(page, qtbot):
    page.beslut.satser[1].states[1].click()  # builds nothing anew, moves where Tab stops
    assert stops(page, qtbot, page.beslut.new, 6) == [
        "Ändra: Beslut den 5 juni 2025, § 34",
        "Inte påbörjat",
        "Kommentar till att-sats 1: Kommentera …",
        "Pågår",
        "Kommentar till att-sats 2: Kommentera …",
        "Utförda åtgärder: klistra in flera …",
    ]
