"""A skrivelse: written, registered as a handling, written anew, saved as a file."""

import pytest

from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, Underskrift
from tests.ui.ärende.conftest import TODAY
from ui.toolkit.list_input import ListItem
from ui.ärende.skrivelse_saving import signers, signers_text

PATIENCE = 60_000  # ms


@pytest.fixture
def ärende(diariet) -> str:
    return diariet.add()


@pytest.fixture
def key(diariet, ärende) -> str:
    return diariet.skrivelse(ärende, "Priser", datum=TODAY)


@pytest.fixture
def page(skrivelse_page, key):
    skrivelse_page.show_skrivelse(key)
    return skrivelse_page


def write(field, value) -> None:
    field.input.show_value(value)
    field.input.typed.emit()
    field.flush()


def drawn(qtbot, page) -> None:
    qtbot.waitUntil(lambda: page.feed.idle, timeout=PATIENCE)


def test_each_field_is_saved_and_undone(page, diariet, ärende, desk):
    form = page.form
    write(form.slag, "missiv")
    write(form.till, "Region Skåne\n\n Region Halland ")
    write(form.förslag, (ListItem("Att godkänna priserna"), ListItem("Att sända dem")))
    write(form.bakgrund, "Priserna **stiger**.")
    write(form.underskrifter, "Per Öst, direktör\nEva Lind")
    (row,) = diariet.skrivelser(ärende)
    draft = row.draft
    assert draft.slag == "missiv"
    assert page.title.text() == "Missiv"
    assert draft.till == ("Region Skåne", "Region Halland")
    assert draft.förslag == ("Att godkänna priserna", "Att sända dem")
    assert draft.bakgrund == "Priserna **stiger**."
    assert draft.underskrifter == (Underskrift("Per Öst", "direktör"), Underskrift("Eva Lind"))
    for _ in range(4):
        desk.editor.undo()
    assert diariet.skrivelser(ärende)[0].draft.till == ()


def test_the_paper_shows_what_is_written(qtbot, page):
    write(page.form.förslag, (ListItem("Att godkänna priserna"),))
    drawn(qtbot, page)
    assert "Att godkänna priserna" in page.view.said()


def test_a_rubrik_that_is_emptied_is_refused_in_its_field(page, diariet, ärende):
    write(page.form.rubrik, "")
    assert page.form.rubrik.problem.text()
    assert diariet.skrivelser(ärende)[0].draft.rubrik == "Priser"


def test_it_is_registered_as_a_handling_and_then_locked(
    qtbot, page, diariet, ärende, messages, files
):
    page.register.click()
    assert diariet.handlingar(ärende) == ()  # the user thought better of it
    messages.confirm_with = [True]
    page.register.click()
    qtbot.waitUntil(lambda: bool(diariet.handlingar(ärende)), timeout=PATIENCE)
    (one,) = diariet.handlingar(ärende)
    assert (one.draft.riktning, one.draft.rubrik) == ("upprättad", "Priser")
    assert one.fil is not None
    assert one.fil.sidor == 1
    assert files.read(one.fil.sha256, "").startswith(b"%PDF")
    assert page.chip.text() == "registrerad som handling 1"
    assert not any(field.isEnabled() for field in page.form.fields)
    assert page.register.isHidden()


def test_a_new_version_becomes_the_next_one_of_the_same_handling(
    qtbot, page, diariet, ärende, messages
):
    messages.confirm_with = [True, True]
    page.register.click()
    qtbot.waitUntil(lambda: bool(diariet.handlingar(ärende)), timeout=PATIENCE)
    page.unlock.click()
    assert page.chip.text() == "ny version av handling 1"
    write(page.form.bakgrund, "Nytt.")
    page.register.click()
    qtbot.waitUntil(lambda: len(diariet.handlingar(ärende)[0].versioner) == 2, timeout=PATIENCE)
    assert len(diariet.handlingar(ärende)) == 1


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_it_is_saved_as_pdf_and_word(qtbot, page, messages, tmp_path, suffix):
    messages.files = [tmp_path / f"skrivelse{suffix}"]
    page.save.click()
    qtbot.waitUntil(lambda: bool(messages.notices), timeout=PATIENCE)
    data = (tmp_path / f"skrivelse{suffix}").read_bytes()
    assert data.startswith(b"%PDF" if suffix == ".pdf" else b"PK")
    assert messages.asked[-1] == "Spara tjänsteskrivelse: Tjänsteskrivelse VN 2026-0001 Priser.pdf"


def test_a_draft_is_thrown_away_and_got_back(page, diariet, ärende, go, desk):
    page.remove.click()
    assert diariet.skrivelser(ärende) == ()
    assert go.went[-1] == ("ärende", ärende, "")
    desk.editor.undo()
    assert len(diariet.skrivelser(ärende)) == 1


def test_the_page_goes_back_to_its_ärende(page, go, ärende):
    page.back.click()
    assert go.went[-1] == ("ärende", ärende, "")


def test_the_paper_gives_way_where_it_is_narrow_unless_it_is_asked_for(page):
    assert not page.view.isHidden()
    page.resize(700, 800)
    assert page.view.isHidden()
    page.panes.as_paper.click()
    assert not page.view.isHidden()
    page.resize(710, 800)
    assert not page.view.isHidden()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Per Öst, direktör", (Underskrift("Per Öst", "direktör"),)),
        (" , direktör\n\n", ()),
        ("Per\nEva, chef, vik", (Underskrift("Per"), Underskrift("Eva", "chef, vik"))),
    ],
    ids=["both", "nobody", "two"],
)
def test_who_signs_is_read_a_line_at_a_time(text, kept):
    assert signers(text) == kept
    assert signers(signers_text(kept)) == kept


def test_a_skrivelse_that_is_gone_leads_to_the_list(skrivelse_page, go):
    skrivelse_page.show_skrivelse("borta")
    assert go.went == [("page", "ärenden")]


def test_a_page_that_is_not_in_sight_reads_nothing(page, diariet, key, ärende, desk):
    page.hide()
    draft = SkrivelseDraft("Nytt")
    desk.editor.do(SaveSkrivelse(skrivelse_id=key, ärende_id=ärende, draft=draft), "ändra")
    assert page.form.rubrik.value() == "Priser"
    page.show()
    page.show_skrivelse(key)
    assert page.form.rubrik.value() == "Nytt"
