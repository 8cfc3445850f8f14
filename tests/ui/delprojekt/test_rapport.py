"""A report of a delprojekt: begun, written, registered, taken up."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, VidSammanträde
from nämnd.delprojekt.commands import ChangeDelprojekt
from nämnd.ärende.handling_queries import handlingar
from tests.builders import a_sammanträde
from tests.ui.delprojekt.conftest import TODAY
from ui.delprojekt.agenda_dialog import AgendaDialog
from ui.delprojekt.export_dialog import ProgramDialog
from ui.delprojekt.rapport_form import signers
from ui.toolkit.list_input import ListItem

MEETING = date(2026, 3, 27)
_PATIENCE = 30_000  # ms


@pytest.fixture
def meeting(store, it) -> str:
    return a_sammanträde(store, it.nämnd, MEETING)


@pytest.fixture
def written(page, meeting, qtbot):
    """The first report, begun."""
    page.rapporter.new.click()
    qtbot.waitUntil(lambda: page.rapport.feed.idle, timeout=_PATIENCE)
    return page


def write(field, value) -> None:
    field.input.show_value(value)
    field._typed()
    field.flush()


def done(page, desk, qtbot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=_PATIENCE)


def test_a_report_is_begun_from_what_stands_on_the_page_and_is_shown(written, it):
    assert len(it.view().rapporter) == 1
    assert written.stack.currentIndex() == 1
    said = " ".join(written.rapport.view.said().split())
    for words in ("Benign kolorektal kirurgi", "Arbetsgruppen är utsedd", "inrätta en arbetsgrupp"):
        assert words in said


def test_what_is_written_of_it_is_saved_field_by_field(written, it, meeting):
    form = written.rapport.form
    write(form.meeting, meeting)
    write(form.datum, date(2026, 3, 1))
    write(form.förslag, (ListItem("lägga informationen till handlingarna"),))
    write(form.signers, "Eva Ek, direktör\nBo Alm")
    draft = it.view().rapporter[0].draft
    assert draft.sammanträde_id == meeting
    assert draft.datum == date(2026, 3, 1)
    assert draft.förslag == ("lägga informationen till handlingarna",)
    assert draft.underskrifter == (("Eva Ek", "direktör"), ("Bo Alm", ""))


def test_who_signs_is_read_from_lines():
    assert signers(" Eva  Ek , direktör \n\n,\nBo Alm") == (("Eva Ek", "direktör"), ("Bo Alm", ""))


def test_the_missiv_is_shown_when_it_is_chosen(written, qtbot):
    written.rapport.which.setCurrentIndex(0)
    written.rapport.which.activated.emit(0)
    qtbot.waitUntil(lambda: written.rapport.feed.idle, timeout=_PATIENCE)
    assert "MISSIV" in written.rapport.view.said().upper()


def test_it_is_registered_as_two_handlingar_and_then_stands(
    written, it, store, desk, qtbot, messages
):
    messages.confirm_with = [True]
    written.rapport.register.setFocus()
    written.rapport.register.click()
    done(written, desk, qtbot)
    assert messages.errors == []
    rows = store.ask(lambda session: handlingar(session, it.ärende))
    assert [one.draft.slag for one in rows] == ["missiv", "uppföljningsrapport"]
    row = it.view().rapporter[0]
    assert (row.missiv_handling_id, row.rapport_handling_id) == (rows[0].id, rows[1].id)
    assert not written.rapport.form.datum.isEnabled()
    assert written.rapport.register.isHidden()
    assert not written.rapport.agenda.isHidden()
    assert written.focusWidget() is written.rapport.agenda
    assert not any("nytt" in one.info for one in written.åtgärder.list.shown())


def test_nothing_is_registered_when_the_user_thinks_better_of_it(written, it):
    written.rapport.register.click()
    assert not it.view().rapporter[0].registrerad


def test_without_an_ärende_it_says_what_to_do(written, it, desk, messages):
    from dataclasses import replace

    bare = replace(it.draft(), ärende_id=None)
    desk.editor.do(ChangeDelprojekt(delprojekt_id=it.id, draft=bare), "ändra")
    written.rapport.register.click()
    assert messages.errors[0].startswith("Delprojektet hör inte till något ärende")


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_the_paper_is_saved(written, desk, qtbot, messages, tmp_path, ending):
    messages.files = [tmp_path / f"rapport.{ending}"]
    written.rapport.save.click()
    done(written, desk, qtbot)
    assert (tmp_path / f"rapport.{ending}").stat().st_size > 1000
    assert messages.notices == [f"rapport.{ending} är klar."]


def test_a_draft_is_thrown_away_and_comes_back(written, it, desk):
    written.rapport.remove.click()
    assert it.view().rapporter == ()
    assert written.stack.currentIndex() == 0
    desk.editor.undo()
    assert len(it.view().rapporter) == 1


def test_it_is_opened_from_the_row_of_reports(written):
    written.rapport.back.click()
    assert written.stack.currentIndex() == 0
    assert QApplication.focusWidget() is written.rapporter.links[-1]
    written.rapporter.links[0].click()
    assert written.stack.currentIndex() == 1


def test_what_is_registered_goes_along_to_the_dagordning(written, it, desk, qtbot, messages, go):
    messages.confirm_with = [True]
    written.rapport.register.click()
    done(written, desk, qtbot)
    written.rapport.agenda.click()
    shown = written.findChildren(AgendaDialog)[-1]
    assert len(shown.list.chosen) == 2
    shown.keep.click()
    assert messages.errors == []
    assert go.went[-1][0] == "sammanträde"


def test_where_it_is_taken_up_is_led_to(page, it, meeting, desk, go):
    due = BevakningDraft("Följ upp", VidSammanträde(1, 2026), Källa(delprojekt_id=it.id))
    desk.editor.do(AddBevakning(nämnd_id=it.nämnd, draft=due, today=TODAY), "bevaka")
    page.rapporter.new.click()
    assert it.view().rapporter[0].draft.sammanträde_id == meeting
    page.rapport.back.click()
    page.head.agenda.click()
    shown = page.findChildren(AgendaDialog)[-1]
    assert shown.warning.text().startswith("Den senaste rapporten är ett utkast")
    shown.keep.click()
    assert go.went[-1][:2] == ("sammanträde", meeting)
    punkt_id = go.went[-1][2]
    ways = [one for one in page.rapporter.findChildren(QPushButton) if one.text() == "Punkten"]
    ways[-1].click()
    assert go.went[-1] == ("sammanträde", meeting, punkt_id)


def test_without_a_sammanträde_it_says_what_to_do(page, messages):
    page.head.agenda.click()
    assert messages.errors[0].startswith("Det finns inget kommande sammanträde")


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".xlsx"])
def test_the_report_of_a_program_is_saved(page, desk, qtbot, messages, tmp_path, ending):
    page.acts.export()
    shown = page.findChildren(ProgramDialog)[-1]
    assert shown.program.value() == "Samarbete för bättre vård"
    shown.form.choose(ending)
    messages.files = [tmp_path / f"program{ending}"]
    shown.keep.click()
    done(page, desk, qtbot)
    assert (tmp_path / f"program{ending}").stat().st_size > 1000
