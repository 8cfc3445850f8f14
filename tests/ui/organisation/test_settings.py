"""The settings of a nämnd save by themselves, one field at a time."""

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft
from tests.builders import a_nämnd
from tests.ui.keyboard import type_text
from ui.organisation.page import new_nämnd
from ui.toolkit.theme import Scheme

SAVED_AS = {
    "namn": "namn",
    "kortnamn": "kortnamn",
    "form": "juridisk_form",
    "dagar": "kallelsetid_dagar",
    "slag": "kallelsetid_slag",
    "serie": "diarieserie",
}


@pytest.mark.parametrize(
    ("field", "text", "saved"),
    [
        ("namn", "Vårdnämnden i Norr", "Vårdnämnden i Norr"),
        ("kortnamn", "VNN", "VNN"),
        ("kortnamn", "", None),
        ("dagar", "10", 10),
        ("serie", "VN {år}/{löpnr}", "VN {år}/{löpnr}"),
        ("serie", "", None),
    ],
    ids=["name", "short name", "no short name", "days", "series", "no series"],
)
def test_a_line_is_saved_when_left_and_undone(user, desk, now, field, text, saved):
    name = SAVED_AS[field]
    before = getattr(now.settings(), name)
    line = getattr(user.page.settings, field).input
    user.write(line, text)
    user.key(line, Qt.Key.Key_Return)
    assert getattr(now.settings(), name) == saved
    desk.editor.undo()
    assert getattr(now.settings(), name) == before
    assert line.text() == str(before or "")


@pytest.mark.parametrize("text", ["VN {år}", "VN {löpnr}{år}", "VN {nr}/{år}"])
def test_a_series_that_can_not_give_numbers_is_told_and_not_saved(user, page, now, text):
    line = page.settings.serie.input
    before = now.settings().diarieserie
    user.write(line, text)
    user.key(line, Qt.Key.Key_Return)
    assert now.settings().diarieserie == before
    assert line.text() == text
    assert page.settings.serie.problem.text().startswith("Skriv {år} och {löpnr} en gång var")


def test_the_address_is_saved_line_by_line(user, page, desk, now):
    box = page.settings.adress.input
    box.setFocus()
    type_text(box, "Kansliet")
    user.key(box, Qt.Key.Key_Return)
    type_text(box, " 123 45 Norr ")
    desk.editor.flush()
    assert now.settings().adress == ("Kansliet", "123 45 Norr")
    desk.editor.undo()
    assert now.settings().adress == ()
    assert box.toPlainText() == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [("form", "gemensam_nämnd"), ("slag", "arbetsdagar")],
    ids=["form", "kind of days"],
)
def test_a_choice_is_saved_at_once_and_undone(user, desk, now, field, value):
    name = SAVED_AS[field]
    before, box = getattr(now.settings(), name), getattr(user.page.settings, field).input
    box.setFocus()
    user.key(box, Qt.Key.Key_Down)
    assert getattr(now.settings(), name) == value
    desk.editor.undo()
    assert getattr(now.settings(), name) == before
    assert box.value() == before


def test_a_nämnd_without_a_name_is_refused_and_says_so(user, page, desk, now):
    line = page.settings.namn
    user.write(line.input, "")
    user.key(line.input, Qt.Key.Key_Return)
    assert line.problem.text() == "Skriv ett namn."
    assert line.pending
    assert now.settings().namn == "Vårdnämnden"
    user.write(line.input, "Nämnden")
    assert desk.editor.flush()
    assert now.settings().namn == "Nämnden"
    assert page.title.text() == "Nämnden"


def test_the_name_of_another_nämnd_is_refused(user, page, store):
    a_nämnd(store, "Presidiet")
    user.write(page.settings.namn.input, "presidiet")
    user.key(page.settings.namn.input, Qt.Key.Key_Return)
    assert "Det finns redan en nämnd" in page.settings.namn.problem.text()


@pytest.mark.parametrize("text", ["snart", "61", "-1", "7,5"])
def test_days_that_are_no_number_are_refused(user, page, now, text):
    user.write(page.settings.dagar.input, text)
    user.key(page.settings.dagar.input, Qt.Key.Key_Return)
    assert page.settings.dagar.problem.text() == "Skriv antal dagar, 0–60."
    assert now.settings().kallelsetid_dagar == 7


def test_no_days_at_all_leaves_what_was(user, page, now):
    user.write(page.settings.dagar.input, "")
    user.key(page.settings.dagar.input, Qt.Key.Key_Return)
    assert now.settings().kallelsetid_dagar == 7
    assert page.settings.dagar.input.text() == "7"


def test_what_is_written_goes_to_the_nämnd_it_was_written_in(page, store, user, now):
    other = a_nämnd(store, "Presidiet")
    user.write(page.settings.kortnamn.input, "NY")
    page.show_nämnd(other)
    assert now.settings().kortnamn == "NY"
    assert page.settings.kortnamn.input.text() == ""
    assert page.title.text() == "Presidiet"


def test_the_title_says_short_name_and_legal_form(page):
    assert (page.title.text(), page.subtitle.text()) == ("Vårdnämnden", "VN · Nämnd")


def a_picture(path, size=(120, 40)):
    Image.new("RGB", size, "teal").save(path)
    return path


def test_a_logo_is_kept_shown_undone_and_removed(page, desk, messages, user, now, tmp_path):
    logo = page.settings.logo
    messages.files.append(a_picture(tmp_path / "logotyp.png"))
    user.click(logo.choose)
    assert desk.files.has(now.settings().logotyp)
    assert logo.picture.isVisible()
    assert logo.picture.pixmap().width() > logo.picture.pixmap().height()
    user.click(logo.remove)
    assert now.settings().logotyp is None
    assert not logo.picture.isVisible()
    desk.editor.undo()
    assert logo.picture.isVisible()
    desk.editor.undo()
    assert now.settings().logotyp is None


def test_a_logo_that_is_no_picture_is_refused(page, messages, user, now, tmp_path):
    path = tmp_path / "logotyp.png"
    path.write_text("inte en bild")
    messages.files.append(path)
    user.click(page.settings.logo.choose)
    assert messages.errors[0].startswith("Logotypen går inte att läsa.")
    assert now.settings().logotyp is None


def test_a_film_chosen_as_logo_is_not_copied_in(page, messages, user, tmp_path, store):
    path = tmp_path / "film.png"
    with path.open("wb") as file:
        file.truncate(30_000_001)
    messages.files.append(path)
    user.click(page.settings.logo.choose)
    assert messages.errors[0].startswith("Logotypen är för stor.")
    assert not any(one.is_file() for one in store.place.files.rglob("*"))


def test_thinking_better_of_a_logo_changes_nothing(page, messages, user, now):
    user.click(page.settings.logo.choose)
    assert messages.asked == ["Välj logotyp"]
    assert now.settings().logotyp is None


def test_a_logo_that_is_gone_from_the_store_is_told(page, store, key):
    draft = NämndDraft("Vårdnämnden", logotyp="0" * 64)
    store.do(SaveNämnd(nämnd_id=key, draft=draft))
    page.show_nämnd(key)
    logo = page.settings.logo
    assert logo.problem.text() == "Bilden går inte att visa. Välj den på nytt."
    assert logo.remove.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_nothing_on_the_page_is_cut_off(page, desk, scheme):
    desk.theme.set_scheme(scheme)
    page.grab()
    for part in (page.settings, page.huvudmän, page.standing):
        assert part.minimumSizeHint().width() <= part.width()
    assert page.people.sizeHint().width() <= page.people.width()
    desk.theme.set_scheme(Scheme.LIGHT)


def test_a_new_nämnd_is_made_and_shown(desk, go, messages, store):
    messages.texts.append("Presidiet")
    new_nämnd(desk, go)
    ((_, nämnd_id), page) = go.went
    assert page == ("page", "nämnd")
    assert store.ask(lambda session: nämnd_draft(session, nämnd_id)).namn == "Presidiet"
    assert desk.editor.undo_stack.undoText() == "lägg till Presidiet"


def test_a_new_nämnd_without_a_name_is_refused(desk, go, messages):
    messages.texts.append("  ")
    new_nämnd(desk, go)
    assert messages.errors == ["Skriv ett namn."]
    assert go.went == []


def test_thinking_better_of_a_new_nämnd_does_nothing(desk, go, messages):
    new_nämnd(desk, go)
    assert (go.went, messages.errors) == ([], [])


def test_undoing_the_nämnd_that_is_shown_leaves_the_page_alone(page, desk, messages, go):
    messages.texts.append("Presidiet")
    new_nämnd(desk, go)
    page.show_nämnd(go.went[0][1])
    desk.editor.undo()
    assert messages.errors == []
    assert page.title.text() == "Presidiet"  # the program shows another at once
