"""Forms, mails, approval and the next occasion, from the page of a redovisning."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt

from nämnd.documents.form_answers import read_answers
from nämnd.paket.redovisning import form_bytes, gather_redovisning
from nämnd.redovisning.recipients import recipients
from tests.conftest import NOW
from tests.nämnd.redovisning.making import NORR, answer, finish, spread
from tests.ui.redovisning.on_the_page import chips, dialog, do_offered, offered
from ui.redovisning.small_dialogs import NextDialog, SentDialog

_PATIENCE = 30_000  # ms
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_form_that_came_back_is_read(qtbot, spread_out, it, desk, tmp_path):
    page, store, messages = spread_out, desk.store, desk.messages
    answer(store, it.id, "f3", "Region Norr", "Från formuläret.")
    paper = gather_redovisning(store, desk.files, it.id)
    path = tmp_path / "svar.docx"
    path.write_bytes(form_bytes(paper, recipients(paper.view)[0], created=NOW))
    answer(store, it.id, "f3", "Region Norr", "")
    page.show_redovisning(it.id)
    messages.files = [path]
    do_offered(page, "Läs in svar ur formulär …")
    qtbot.waitUntil(lambda: bool(it.fråga("f3").svaras_av[0].text), timeout=_PATIENCE)
    assert it.fråga("f3").svaras_av[0].text == "Från formuläret."
    assert messages.notices[-1].startswith("1 svar från Region Norr")


def test_a_form_of_another_redovisning_is_refused(qtbot, spread_out, it, desk, tmp_path):
    store, messages = desk.store, desk.messages
    from tests.nämnd.redovisning.making import STRUKTUR, a_redovisning

    own = tuple(replace(one, id=f"x{one.id}") for one in STRUKTUR)
    other = a_redovisning(store, it.nämnd, frågor=own)
    spread(store, NORR, frågor=("xf3",))
    paper = gather_redovisning(store, desk.files, other)
    path = tmp_path / "annat.docx"
    path.write_bytes(form_bytes(paper, recipients(paper.view)[0], created=NOW))
    messages.files = [path]
    do_offered(spread_out, "Läs in svar ur formulär …")
    qtbot.waitUntil(lambda: bool(messages.errors), timeout=_PATIENCE)
    assert messages.errors[-1].startswith("«annat.docx» är inget frågeformulär")


def test_questions_are_mailed_and_the_day_is_noted(qtbot, spread_out, it, tmp_path, messages):
    page = spread_out
    target = tmp_path / "fragor.eml"
    messages.files = [target]
    page.acts.mails.ask(recipients(it.view)[0])
    qtbot.waitUntil(lambda: recipients(it.view)[0].frågad is not None, timeout=_PATIENCE)
    assert target.read_bytes().startswith(b"Subject:")
    assert recipients(it.view)[1].frågad is None


def test_reminders_go_to_all_who_lack_answers_and_to_nobody_else(
    qtbot, spread_out, it, desk, tmp_path
):
    for key in ("f3", "f4"):
        answer(desk.store, it.id, key, "Region Norr", "Ja.")
    answer(desk.store, it.id, "f6", "Region Norr", rader=(("Norr", "", ""),))
    spread_out.show_redovisning(it.id)
    desk.messages.files = [tmp_path]
    do_offered(spread_out, "Mejlutkast med påminnelser …")
    qtbot.waitUntil(lambda: recipients(it.view)[1].påmint is not None, timeout=_PATIENCE)
    assert [one.name for one in tmp_path.glob("*.eml")] == ["Påminnelse till Region Syd.eml"]
    assert recipients(it.view)[0].påmint is None


def test_the_form_alone_is_saved(qtbot, spread_out, it, tmp_path, messages):
    target = tmp_path / "form.docx"
    messages.files = [target]
    spread_out.acts.mails.save_form(recipients(it.view)[0])
    qtbot.waitUntil(target.exists, timeout=_PATIENCE)
    assert len(read_answers(target.read_bytes())) == 3


def test_it_is_approved_registered_and_sent(qtbot, page, it, store, messages):
    finish(store, it.id)
    page.show_redovisning(it.id)
    messages.texts = ["Eva Lind"]
    page.head.approve.click()
    assert (it.view.godkänd_av, chips(page)) == ("Eva Lind", ["godkänd"])
    assert not page.pane.text.isEnabled()
    assert "Ta tillbaka godkännandet" in offered(page)
    messages.confirm_with = [True]
    page.head.register.click()
    qtbot.waitUntil(lambda: it.view.handling_id is not None, timeout=_PATIENCE)
    assert chips(page) == ["registrerad"]
    page.head.sent.click()
    found = dialog(page, SentDialog)
    found.keep.click()
    assert it.view.sänd is not None
    assert chips(page)[0].startswith("skickad")
    assert "Ta bort redovisningen" not in offered(page)


def test_the_next_occasion_is_begun_and_shown(page, it, go, store):
    finish(store, it.id)
    page.show_redovisning(it.id)
    do_offered(page, "Nästa redovisning …")
    found = dialog(page, NextDialog)
    found.rubrik.setText("Slutredovisning mars 2027")
    found.senast.setText("2027-03-31")
    found.keep.click()
    new = go.went[-1][1]
    page.show_redovisning(new)
    assert page.shown.draft.senast == date(2027, 3, 31)
    assert page.pane.last.text() == "Förra gången (Delredovisning september 2026):\nKlart."
    page.pane.use_last.click()
    assert page.pane.text.input.value() == "Klart."


def test_it_is_removed_after_a_question_and_the_page_is_left(page, it, go, messages):
    messages.confirm_with = [True]
    do_offered(page, "Ta bort redovisningen")
    assert ("page", "uppföljning") in go.went
