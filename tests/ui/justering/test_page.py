"""The page of the justering: what it shows, and what each button and key does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nämnd.core.changes import Topic
from nämnd.justering.commands import RecordPaper
from nämnd.närvaro.task_commands import RemoveJustering
from nämnd.sammanträde.commands import RemoveSammanträde
from tests.builders import a_sammanträde
from tests.ui.justering.conftest import Key, card_of, chips, dialog, entries, pick
from tests.ui.keyboard import type_text

LEFT = Qt.MouseButton.LeftButton
COMMENTS = ((2, "Fel pris."), (None, "Snyggt."))


@pytest.fixture
def commented(set_, page):
    """Anna asks for a change, with a comment on § 2 and one on the whole."""
    paket = set_.send()
    set_.answer(paket, set_.anna, "ändring begärd", kommentarer=COMMENTS)
    page.reload(frozenset({Topic.JUSTERING}))
    return page


def comment(set_, text="Fel pris."):
    return next(one for one in set_.view().kommentarer if one.text == text)


def buttons(page, row, what):
    return card_of(page).comments.buttons[row.id, what]


def paper(set_, page):
    """Let the set be justerad on paper."""
    set_.store.do(set_.sending(paket=None))
    both = (set_.anna, set_.bo)
    set_.store.do(
        RecordPaper(justering_id=set_.id, person_ids=both, datum="2026-03-29", today="2026-03-29")
    )
    page.reload(frozenset({Topic.JUSTERING}))


def test_where_nothing_is_planned_one_button_plans_all_and_leads_to_sending(qtbot, open_page, set_):
    set_.store.do(RemoveJustering(justering_id=set_.id))
    page = open_page(set_.sammanträde)
    assert page.empty.isVisible()
    assert page.empty.button.hasFocus()
    qtbot.keyClick(page.empty.button, Key.Key_Space)
    card = card_of(page)
    assert card.name.text() == "§§ 1–2"
    assert card.next.hasFocus()
    assert card.next.text() == "&Skicka för justering …"
    assert not page.empty.isVisible()


def test_a_card_says_where_a_set_stands_and_who_answers_for_it(page, set_):
    card = card_of(page)
    assert card.chip.text() == "utkast"
    assert card.state.text() == "Ska vara justerat senast 10 april 2026."
    assert chips(card) == [
        "Anna Ek (M): ska justera",
        "Bo Alm (S): ska justera",
        "Cecilia Öst: behövs inte",
    ]
    assert card.comments.isHidden()
    assert card.history.isHidden()
    set_.send()
    page.reload(frozenset({Topic.JUSTERING}))
    card = card_of(page)
    assert card.chip.text() == "utskickat"
    assert card.state.text().endswith("Väntar på svar från Anna Ek (M) och Bo Alm (S).")
    assert not card.history.isHidden()


def test_each_set_has_a_card_in_the_order_of_its_paragrafer(page, set_):
    second = set_.plan("2")
    page.reload(frozenset({Topic.NÄRVARO}))
    assert [one.name.text() for one in page.cards.values()] == ["§§ 1–2", "§ 2"]
    page.show_sammanträde(set_.sammanträde, second)
    assert page.cards[second].next.hasFocus()


def test_a_card_that_shows_the_same_is_not_drawn_anew(page, set_):
    before = card_of(page)
    page.reload(frozenset({Topic.PROTOKOLL}))
    assert card_of(page) is before


def test_the_head_says_how_far_the_justering_has_come(page, set_):
    assert page.header.title.text() == "Justering 2026-03-27"
    assert page.header.subtitle.text() == (
        "inte justerat än · ska vara justerat senast 10 april 2026"
    )
    paper(set_, page)
    assert page.header.subtitle.text() == "hela protokollet är justerat"


def test_the_stages_lead_back_to_the_dagordning_and_the_protokoll(qtbot, page, set_, go):
    page.resize(1400, 700)
    qtbot.waitUntil(lambda: len(page.header.stages.buttons) == 8)
    for one in page.header.stages.buttons[1:4]:
        qtbot.mouseClick(one, LEFT)
    key = set_.sammanträde
    assert go.went == [
        ("sammanträde", key, ""),
        ("protokoll", key, ""),
        ("protokoll", key, "", "papper"),
    ]


def test_a_comment_leads_to_its_paragraf(qtbot, commented, set_, go):
    qtbot.mouseClick(buttons(commented, comment(set_), "till"), LEFT)
    assert go.went == [("protokoll", set_.sammanträde, set_.second)]
    assert not buttons(commented, comment(set_, "Snyggt."), "till").isEnabled()


def test_a_comment_is_accepted_by_key_and_undone(qtbot, commented, set_, desk):
    button = buttons(commented, comment(set_), "antagen")
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert comment(set_).svar == "antagen"
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card_of(commented).isAncestorOf(focus)  # the card is new; the focus is in it still
    desk.editor.undo()
    assert comment(set_).svar is None


def test_a_comment_is_declined_and_answered_with_words(qtbot, commented, set_, messages):
    messages.texts = ["Priset stämmer.", "Tack!", None]
    qtbot.mouseClick(buttons(commented, comment(set_), "avvisad"), LEFT)
    qtbot.mouseClick(buttons(commented, comment(set_, "Snyggt."), "besvarad"), LEFT)
    found = [(one.svar, one.svarstext) for one in set_.view().kommentarer]
    assert found == [("avvisad", "Priset stämmer."), ("besvarad", "Tack!")]
    qtbot.mouseClick(buttons(commented, comment(set_), "igen"), LEFT)
    assert comment(set_).svar is None
    qtbot.mouseClick(buttons(commented, comment(set_), "besvarad"), LEFT)  # thinks better of it
    assert comment(set_).svar is None


def test_an_answer_without_words_is_refused(qtbot, commented, set_, messages):
    messages.texts = ["  "]
    qtbot.mouseClick(buttons(commented, comment(set_), "besvarad"), LEFT)
    assert messages.errors == ["Skriv vad du svarar på kommentaren."]
    assert comment(set_).svar is None


def test_a_change_that_is_asked_for_leads_to_the_protokoll(qtbot, commented, set_, go):
    card = card_of(commented)
    assert card.next.text() == "Ändra i &protokollet"
    qtbot.keyClick(card.next, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert go.went == [("protokoll", set_.sammanträde, set_.second)]


def test_the_menu_has_what_can_be_done_as_the_set_stands(page, set_):
    menu = page.actions_of.menu
    assert entries(menu(set_.view())) == [
        "Skicka för justering …",
        "Ändra planen …",
        "Betrodda certifikat …",
    ]
    set_.send()
    page.reload(frozenset({Topic.JUSTERING}))
    assert entries(menu(set_.view())) == [
        "Skicka igen …",
        "Läs in svar …",
        "Anteckna underskrifter på papper …",
        "Ändra planen …",
        "Gå tillbaka ett steg …",
        "Betrodda certifikat …",
    ]
    set_.store.do(RecordPaper(justering_id=set_.id, person_ids=(set_.anna, set_.bo),
                              datum="2026-03-29", today="2026-03-29"))  # fmt: skip
    assert entries(menu(set_.view())) == [
        "Lägg till rättelse …",
        "Gå tillbaka ett steg …",
        "Betrodda certifikat …",
    ]


def test_a_step_back_says_what_it_undoes_and_asks_why(qtbot, page, set_):
    paket = set_.send()
    set_.answer(paket, set_.anna)
    page.reload(frozenset({Topic.JUSTERING}))
    pick(page.actions_of.menu(set_.view()), "Gå tillbaka")
    asked = dialog()
    assert asked.undone.text() == (
        "• Godkännanden som inte gäller längre: Anna Ek (M).\n"
        "• Svar på det som har skickats tas inte emot längre."
    )
    assert not asked.keep.isEnabled()
    type_text(asked.skäl, "Fel text gick ut")
    qtbot.mouseClick(asked.keep, LEFT)
    view = set_.view()
    assert (view.läge, view.underskrifter) == ("utkast", ())
    assert "Fel text gick ut" in (view.paket[0].kastat or "")
    assert card_of(page).chip.text() == "utkast"


def test_what_is_justerat_has_its_anslag_under_it(page, set_):
    assert card_of(page).after.isHidden()
    paper(set_, page)
    card = card_of(page)
    assert card.chip.text() == "justerat"
    assert card.next.isHidden()
    assert card.after.isVisible()
    assert card.after.anslag is not None
    assert not page.header.plan.isVisible()


def test_what_is_justerat_leads_to_utdrag_publishing_and_archiving(qtbot, page, set_):
    paper(set_, page)
    after = card_of(page).after
    for button, title in (
        (after.utdrag, "Protokollsutdrag"),
        (after.publish, "Publicering"),
        (after.archive, "Arkivera sammanträdet"),
    ):
        qtbot.mouseClick(button, LEFT)
        found = dialog()
        assert title in found.windowTitle()
        found.close()


def test_the_page_leaves_a_sammanträde_that_is_removed(qtbot, open_page, store, go):
    key = a_sammanträde(store)
    page = open_page(key)
    store.do(RemoveSammanträde(sammanträde_id=key))
    page.reload(frozenset(Topic))
    qtbot.waitUntil(lambda: go.went == [("page", "sammanträden")])


def test_what_can_not_be_seen_is_read_when_it_can(page, set_):
    page.hide()
    set_.send()
    page.reload(frozenset({Topic.JUSTERING}))
    assert card_of(page).chip.text() == "utkast"
    page.show()
    assert card_of(page).chip.text() == "utskickat"
