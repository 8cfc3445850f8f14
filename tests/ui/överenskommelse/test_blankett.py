"""A rekvisition and an ekonomisk redovisning: filled in, saved, registered, sent."""

from dataclasses import replace

import pytest

from nämnd.ärende.handling_queries import handlingar
from nämnd.överenskommelse.commands import ChangeBlankett
from nämnd.överenskommelse.fields import EKONOMISK_REDOVISNING, FÄLT, missing
from nämnd.överenskommelse.values import BlankettDraft, Kostnad
from tests.ui.överenskommelse.conftest import TODAY
from ui.överenskommelse.blankett_actions import SentDialog
from ui.överenskommelse.blankett_dialog import NewBlankettDialog

_PATIENCE = 30_000  # ms


def begun(page, qtbot, slag: str | None = None):
    page.forms.new.click()
    shown = page.findChildren(NewBlankettDialog)[-1]
    if slag is not None:
        shown.slag.choose(slag)
    shown.keep.click()
    qtbot.waitUntil(lambda: page.blankett.feed.idle, timeout=_PATIENCE)
    return page


@pytest.fixture
def filled(page, qtbot):
    """A rekvisition of Region Skåne, begun."""
    return begun(page, qtbot)


def draft(it) -> BlankettDraft:
    return it.view().blanketter[0].draft


def write(field, value) -> None:
    field.input.show_value(value)
    field._typed()
    field.flush()


def complete(it, desk) -> None:
    """Fill in all that is missing."""
    row = it.view().blanketter[0]
    written = dict.fromkeys(missing(row.draft), "x")
    whole = replace(row.draft, uppgifter={**row.draft.uppgifter, **written})
    desk.editor.do(ChangeBlankett(blankett_id=row.id, draft=whole), "fyll i")


def test_the_huvudman_and_what_it_gets_are_proposed(page):
    page.forms.new.click()
    shown = page.findChildren(NewBlankettDialog)[-1]
    assert shown.who.text() == "Region Skåne"
    assert shown.said.text().startswith("Enligt tabellen: 1")
    shown.who.setText("Region Öst")
    assert shown.said.text() == "Finns inte i någon tabell."
    shown.who.setText(" ")
    assert not shown.keep.isEnabled()


def test_it_is_filled_in_with_what_is_known_and_says_what_is_missing(filled, it):
    assert (draft(it).slag, draft(it).belopp) == ("rekvisition", 1200)
    form = filled.blankett.form
    assert form.fields["överenskommelse_dnr"].value() == "S2026/00425"
    assert form.fields["organisationsnummer"].label.text() == "Organisationsnummer (saknas)"
    assert filled.blankett.lacks.text() == f"{len(missing(draft(it)))} uppgifter saknas"
    assert filled.focusWidget() is form.fields["organisationsnummer"].input


def test_a_field_that_is_filled_in_is_missing_no_more_and_the_next_is_led_to(filled, it):
    form = filled.blankett.form
    write(form.fields["organisationsnummer"], "232100-0255")
    assert draft(it).uppgifter["organisationsnummer"] == "232100-0255"
    assert form.fields["organisationsnummer"].label.text() == "Organisationsnummer"
    filled.blankett.lacks.click()
    assert filled.focusWidget() is form.fields["kontaktperson"].input


def test_the_amount_is_written_as_people_write_it(filled, it):
    write(filled.blankett.form.fields["belopp"], 1100)
    assert draft(it).belopp == 1100


def test_the_paper_beside_says_what_is_filled_in(filled):
    said = filled.blankett.view.said()
    assert "Region Skåne" in said
    assert "S2026/02193" in said


def test_costs_are_summed_and_what_is_left_is_said(page, it, qtbot):
    begun(page, qtbot, EKONOMISK_REDOVISNING)
    form = page.blankett.form
    write(form.fields["kostnader"], (Kostnad("Löner", 1000), Kostnad("Kurser", 100)))
    assert draft(it).kostnader == (Kostnad("Löner", 1000), Kostnad("Kurser", 100))
    assert form.sums.text().startswith("Kostnader i allt: 1")
    assert "Kvar av bidraget: 100" in form.sums.text()


def test_half_a_cost_is_not_saved_and_says_so(page, it, qtbot):
    begun(page, qtbot, EKONOMISK_REDOVISNING)
    field = page.blankett.form.fields["kostnader"]
    vad, _ = field.input.rows[0]
    vad.setFocus()
    qtbot.keyClicks(vad, "Hyra")
    assert len(field.input.rows) == 2  # an empty row last
    field.flush()
    assert draft(it).kostnader == ()
    assert field.problem.text().startswith("Skriv både")


def test_the_ekonomichef_can_say_what_is_not_right(page, it, qtbot):
    begun(page, qtbot, EKONOMISK_REDOVISNING)
    form = page.blankett.form
    assert form.fields["avvikelser"].isHidden()
    form.certified.input.click()
    form.certified.flush()
    assert draft(it).avvikelser == ""
    assert not form.fields["avvikelser"].isHidden()
    write(form.fields["avvikelser"], "Underlag saknas")
    assert draft(it).avvikelser == "Underlag saknas"
    form.certified.input.click()
    form.certified.flush()
    assert draft(it).avvikelser is None


def test_every_field_of_the_annex_is_there_in_its_order(page, it, qtbot):
    begun(page, qtbot, EKONOMISK_REDOVISNING)
    shown = [name for name in page.blankett.form.fields if name not in {"datum", "kostnader"}]
    assert [name for name in shown if name != "avvikelser"] == [
        one.namn for one in FÄLT[EKONOMISK_REDOVISNING]
    ]


def test_a_form_that_lacks_something_is_not_registered(filled, it, messages):
    filled.blankett.register.click()
    assert messages.errors[0].startswith("Fyll först i det som saknas: «Organisationsnummer»")
    assert it.view().blanketter[0].handling_id is None


def test_it_is_registered_as_it_stands_and_then_sent(filled, it, desk, store, qtbot, messages):
    complete(it, desk)
    messages.confirm_with = [True]
    filled.blankett.register.click()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=_PATIENCE)
    assert messages.errors == []
    rows = store.ask(lambda session: handlingar(session, it.ärende))
    assert rows[-1].draft.riktning == "utgående"
    assert it.view().blanketter[0].handling_id == rows[-1].id
    assert filled.blankett.chip.text() == "registrerad, inte skickad"
    assert not filled.blankett.form.fields["belopp"].isEnabled()
    filled.blankett.sent.click()
    filled.blankett.findChildren(SentDialog)[-1].keep.click()
    assert it.view().blanketter[0].sänd == TODAY
    assert filled.blankett.chip.text() == "skickad 2 mars 2026"


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_it_is_saved(filled, desk, qtbot, messages, tmp_path, ending):
    messages.files = [tmp_path / f"rekvisition.{ending}"]
    filled.blankett.save.click()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=_PATIENCE)
    assert (tmp_path / f"rekvisition.{ending}").stat().st_size > 1000
    assert messages.notices == [f"rekvisition.{ending} är klar."]


def test_a_draft_is_thrown_away_and_comes_back(filled, it, desk):
    filled.blankett.remove.click()
    assert it.view().blanketter == ()
    assert filled.stack.currentIndex() == 0
    desk.editor.undo()
    assert len(it.view().blanketter) == 1


def test_the_way_back_leads_to_the_form_among_the_others(filled):
    filled.blankett.back.click()
    assert filled.stack.currentIndex() == 0
    assert len(filled.forms.links) == 1
    filled.forms.links[0].click()
    assert filled.stack.currentIndex() == 1
