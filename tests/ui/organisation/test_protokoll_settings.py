"""Terms, order of ersättare, headings and phrases: what the nämnd decides once."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import ERSÄTTARORDNINGAR, Mandatperiod
from nämnd.protokoll.headings import PRESETS, RUBRIKER, in_order
from nämnd.protokoll.phrases import PHRASES, phrase
from tests.builders import a_nämnd
from ui.organisation.service_order import EXPLAINED

ALT = Qt.KeyboardModifier.AltModifier
FIRST = Mandatperiod(date(2019, 1, 1), date(2022, 12, 31))
IN_THE_WAY = (
    "Mandatperioderna går in i varandra. Låt den ena sluta senast dagen innan nästa börjar. I "
    "vägen är 2019–2022, 2023–2026."
)
SECOND = Mandatperiod(date(2023, 1, 1), date(2026, 12, 31))


def setting(store, now, **settings):
    store.do(SaveNämnd(nämnd_id=now.key, draft=replace(now.settings(), **settings)))


# Terms


@pytest.fixture
def terms(page, store, now):
    setting(store, now, mandatperioder=(FIRST, SECOND))
    page.show_nämnd(now.key)
    return page.terms


def shown_terms(card):
    return [[one.text(row) for one in card.table.rows_model.columns] for row in
            card.table.rows_model.rows]  # fmt: skip


def test_a_term_is_entered_by_keyboard_and_undone(page, user, desk, now):
    assert page.terms.empty.isVisible()
    user.key(page.terms.new, Qt.Key.Key_Space)
    shown = user.dialog()
    user.write(shown.från, "1/1 2023")
    user.write(shown.till, "2026-12-31")
    user.key(shown.till, Qt.Key.Key_Return)
    assert now.settings().mandatperioder == (SECOND,)
    assert shown_terms(page.terms) == [["1 januari 2023", "31 december 2026"]]
    assert desk.editor.undo_stack.undoText() == "lägg till mandatperioden 2023–2026"
    desk.editor.undo()
    assert now.settings().mandatperioder == ()


def test_terms_stand_oldest_first(terms, user, now):
    user.click(terms.new)
    user.write(user.dialog().från, "2015-01-01")
    user.write(user.dialog().till, "2018-12-31")
    user.click(user.dialog().form.keep)
    assert [one.från.year for one in now.settings().mandatperioder] == [2015, 2019, 2023]


@pytest.mark.parametrize(
    ("från", "till", "said"),
    [
        ("", "", "Skriv datum som 2026-03-17."),
        ("2027-01-01", "snart", "Skriv datum som 2026-03-17."),
        ("2027-01-01", "2026-12-31", "Mandatperioden slutar innan den börjar."),
        (
            "2022-06-01",
            "2023-05-31",
            IN_THE_WAY,
        ),
        ("2015-01-01", "", "Mandatperioderna går in i varandra."),
    ],
    ids=["missing", "malformed", "backwards", "overlap", "open"],
)
def test_a_term_that_can_not_be_is_refused_with_the_reason(terms, user, now, från, till, said):
    user.click(terms.new)
    shown = user.dialog()
    user.write(shown.till, till)
    user.write(shown.från, "x")
    user.write(shown.från, från)
    assert shown.form.hint.text().startswith(said)
    user.click(shown.form.keep)
    assert shown.isVisible()
    assert now.settings().mandatperioder == (FIRST, SECOND)


def test_a_term_is_changed_without_being_in_its_own_way(terms, user, now):
    terms.table.selectRow(1)
    user.key(terms.table, Qt.Key.Key_Return)
    user.write(user.dialog().till, "")
    user.click(user.dialog().form.keep)
    assert now.settings().mandatperioder == (FIRST, Mandatperiod(SECOND.från))
    assert shown_terms(terms)[1] == ["1 januari 2023", "tills vidare"]


def test_a_term_is_removed_and_it_is_said_how_to_undo(terms, user, now, messages):
    terms.table.selectRow(0)
    user.key(terms.table, Qt.Key.Key_Delete)
    assert now.settings().mandatperioder == (SECOND,)
    assert messages.notices == ["Mandatperioden 2019–2022 togs bort. Ctrl+Z ångrar."]


# Order of ersättare


def test_every_order_there_is_can_be_chosen_and_is_explained(page, user, now, desk):
    choice = page.order.order.input
    assert set(EXPLAINED) == {None, *ERSÄTTARORDNINGAR}
    assert page.order.explained.text() == EXPLAINED[None]
    for order in ERSÄTTARORDNINGAR:
        user.key(choice, Qt.Key.Key_Down)
        desk.editor.flush()
        assert now.settings().ersättarordning == order
        assert page.order.explained.text() == EXPLAINED[order]
    desk.editor.undo()
    assert now.settings().ersättarordning == "personlig"
    assert choice.currentText() == "Personliga ersättare"


# Headings


def order(now):
    return [part for part, _ in in_order(now.settings().rubrikordning)]


def test_the_headings_begin_in_the_shared_order(page):
    assert [one.text for one in page.headings.list.rows_model.rows] == list(RUBRIKER)
    assert page.headings.preset.currentText() == "Gemensam grund"


def test_a_preset_gives_its_order_and_keeps_own_names(page, user, store, now, desk):
    setting(store, now, rubrikordning=("Sammanfattning = Ärendebeskrivning",))
    page.show_nämnd(now.key)
    assert page.headings.preset.currentText() == "Egen ordning"
    page.headings.preset.choose("Region Kronoberg")
    page.headings.preset.activated.emit(0)
    assert order(now) == list(PRESETS["Region Kronoberg"])
    assert dict(in_order(now.settings().rubrikordning))["Sammanfattning"] == "Ärendebeskrivning"
    assert page.headings.preset.currentText() == "Region Kronoberg"
    desk.editor.undo()
    assert page.headings.preset.currentText() == "Egen ordning"


def test_a_heading_is_moved_by_keyboard(page, user, now, desk):
    rows = page.headings.list
    rows.choose("Sammanfattning")
    user.key(rows, Qt.Key.Key_Up, ALT)
    assert order(now)[:2] == ["Sammanfattning", "Beslut"]
    assert rows.current() == "Sammanfattning"
    assert page.headings.preset.currentText() == "Egen ordning"
    desk.editor.undo()
    assert order(now) == list(RUBRIKER)


def test_a_heading_gets_a_name_of_its_own_and_its_own_back(page, user, now, messages):
    rows = page.headings.list
    rows.choose("Sammanfattning")
    assert not page.headings.restore.isEnabled()
    messages.texts = ["  Ärende = beskrivning "]
    user.key(rows, Qt.Key.Key_Return)
    assert messages.asked == [
        "Byt namn på rubrik: Vad ska rubriken «Sammanfattning» heta i protokollet? Sammanfattning"
    ]
    assert dict(in_order(now.settings().rubrikordning))["Sammanfattning"] == "Ärende = beskrivning"
    row = rows.rows_model.rows[1]
    assert (row.text, row.info) == ("Ärende = beskrivning", "i stället för Sammanfattning")
    user.click(page.headings.restore)
    assert dict(in_order(now.settings().rubrikordning))["Sammanfattning"] == "Sammanfattning"


def test_an_empty_name_gives_the_usual_one_and_none_changes_nothing(page, user, now, messages):
    page.headings.list.choose("Beslut")
    messages.texts = [None, "Beslutet", " "]
    for name in ("Beslut", "Beslutet", "Beslut"):
        user.click(page.headings.rename)
        assert dict(in_order(now.settings().rubrikordning))["Beslut"] == name


# Phrases


def row_of(page, key):
    return next(one for one in page.phrases.list.rows_model.rows if one.id == key)


def test_every_phrase_is_listed_and_found_by_its_words(page):
    assert len(page.phrases.list.rows_model.rows) == len(PHRASES)
    assert page.phrases.summary.text().endswith("fraser, alla som de följer med programmet.")
    page.phrases.search.setText("jämte ordföranden")
    assert [one.id for one in page.phrases.list.rows_model.rows] == ["justerare"]


def test_a_phrase_gets_words_of_its_own_and_the_programs_back(page, user, now, desk):
    page.phrases.list.choose("återremiss")
    user.key(page.phrases.list, Qt.Key.Key_Return)
    shown = user.dialog()
    assert shown.text.toPlainText() == PHRASES["återremiss"].text
    assert shown.example.text() == "Ärendet återremitteras <till>."
    shown.text.setPlainText("Nämnden återremitterar\n ärendet[ {till}].")
    assert shown.example.text() == "Nämnden återremitterar ärendet <till>."
    user.click(shown.form.keep)
    assert now.settings().frasbank == (("återremiss", "Nämnden återremitterar ärendet[ {till}]."),)
    assert phrase(now.settings().frasbank, "återremiss", till="") == (
        "Nämnden återremitterar ärendet."
    )
    assert row_of(page, "återremiss").info == "egen"
    assert page.phrases.summary.text().endswith("1 egen.")
    user.click(page.phrases.restore)
    assert now.settings().frasbank == ()
    assert row_of(page, "återremiss").info == ""
    desk.editor.undo()
    assert row_of(page, "återremiss").info == "egen"


def test_words_that_are_the_programs_are_not_kept_as_own(page, user, now):
    page.phrases.list.choose("utgår")
    user.click(page.phrases.change)
    shown = user.dialog()
    shown.text.setPlainText("Annat.")
    user.click(shown.restore)
    assert shown.text.toPlainText() == PHRASES["utgår"].text
    user.click(shown.form.keep)
    assert now.settings().frasbank == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "{personer} utses {kalle} {olle}",
            "{kalle} och {olle} går inte att fylla i här. Fält som fylls i: {personer}, {tid}.",
        ),
        ("{personer utses", "En klammer saknar sin andra halva. Skriv fält som {personer}."),
        ("personer} utses", "En klammer saknar sin andra halva. Skriv fält som {personer}."),
    ],
    ids=["unknown", "open", "closed"],
)
def test_fields_that_can_not_be_filled_in_are_refused_with_those_that_can(
    page, user, now, text, said
):
    page.phrases.list.choose("justerare")
    user.click(page.phrases.change)
    shown = user.dialog()
    shown.text.setPlainText(text)
    assert shown.form.hint.text().startswith(said)
    assert shown.example.text() == "–"
    user.click(shown.form.keep)
    assert shown.isVisible()
    assert now.settings().frasbank == ()


def test_a_phrase_without_fields_says_so(page, user):
    page.phrases.list.choose("information")
    user.click(page.phrases.change)
    shown = user.dialog()
    shown.text.setPlainText("{något}")
    assert shown.form.hint.text().endswith("Frasen har inga fält att fylla i.")


def test_each_nämnd_has_its_own(page, store, now):
    setting(store, now, frasbank=(("utgår", "Bort."),), ersättarordning="fri")
    page.show_nämnd(a_nämnd(store, "Presidiet"))
    assert row_of(page, "utgår").info == ""
    assert page.order.explained.text() == EXPLAINED[None]
    page.show_nämnd(now.key)
    assert row_of(page, "utgår").info == "egen"
