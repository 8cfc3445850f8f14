"""The handlingar of an ärende: registered, opened, given versions, annulled."""

import pytest
from PySide6.QtCore import Qt

from nämnd.filtext.values import TextState
from nämnd.filtext.values import Warning as FileWarning
from nämnd.ärende.values import Sekretess
from tests.ui.ärende.conftest import TODAY
from ui.ärende.handling_dialog import HandlingDialog
from ui.ärende.handlingar_card import details
from ui.ärende.small_dialogs import AnnulDialog
from ui.ärende.words import file_text, remark, size_text

PATIENCE = 30_000  # ms


@pytest.fixture
def key(diariet) -> str:
    return diariet.add()


@pytest.fixture
def page(ärende_page, key):
    ärende_page.show_ärende(key)
    return ärende_page


@pytest.fixture
def card(page):
    return page.handlingar


def at(page, key: str, handling: str):
    """Show the ärende anew, at a handling."""
    page.show_ärende(key, handling)
    return page.handlingar


def dialog(page, kind):
    return page.findChildren(kind)[-1]


def test_a_handling_without_file_is_registered_by_hand(page, card, diariet, key):
    card.add_one.click()
    shown = dialog(page, HandlingDialog)
    assert shown.problem.text() == "Skriv vad det är för handling."
    shown.rubrik.setPlainText("Samtal om priserna")
    shown.riktning.choose("upprättad")
    shown.från_till.setText("Region Skåne")
    shown.slag.setText("telefonsamtal")
    shown.anmäls.setChecked(True)
    shown.keep.click()
    (one,) = diariet.handlingar(key)
    assert (one.löpnr, one.draft.datum, one.fil) == (1, TODAY, None)
    assert (one.draft.riktning, one.draft.slag) == ("upprättad", "telefonsamtal")
    assert remark(one, None) == "ska anmälas"
    assert card.table.rows_model.rows == (one,)


def test_a_handling_is_changed_and_marked_as_secret(page, diariet, key, desk):
    card = at(page, key, diariet.handling(key))
    card.change.click()
    shown = dialog(page, HandlingDialog)
    shown.secrecy.marked.setChecked(True)
    shown.secrecy.lagrum.setText("21 kap. 1 § OSL")
    shown.hide_rubrik.setChecked(True)
    shown.hide_who.setChecked(True)
    shown.keep.click()
    (one,) = diariet.handlingar(key)
    assert one.draft.sekretess == Sekretess("21 kap. 1 § OSL", TODAY)
    assert "sekretess" in remark(one, None)
    assert details(one) == [
        "Missiv",
        "Kan omfattas av sekretess: 21 kap. 1 § OSL",
        "I det offentliga diariet döljs vad det är och från vem eller till vem.",
    ]
    desk.editor.undo()
    assert diariet.handlingar(key)[0].draft.sekretess is None


def test_a_file_is_opened_as_a_copy_by_enter(qtbot, page, diariet, key, desktop):
    card = at(page, key, diariet.handling(key, "Missiv", diariet.file()))
    qtbot.keyClick(card.table, Qt.Key.Key_Return)
    (path,) = desktop.opened
    assert path.name == "VN 2026-0001-1 Missiv.pdf"
    assert path.read_bytes() == b"%PDF-1.4 ett"


def test_what_the_computer_would_run_is_never_opened_but_can_be_saved(
    page, diariet, key, desktop, messages, tmp_path
):
    file = diariet.file("faktura.pdf.exe", b"MZ")
    card = at(page, key, diariet.handling(key, "Faktura", file, varningar=("program",)))
    card.open.click()
    assert desktop.opened == []
    assert "öppnas inte härifrån" in messages.errors[-1]
    assert "program" in remark(diariet.handlingar(key)[0], None)
    assert "ett program eller en genväg" in card.details.text()
    messages.files = [tmp_path / "kopia.exe"]
    card.save.click()
    assert (tmp_path / "kopia.exe").read_bytes() == b"MZ"
    assert messages.asked[-1] == "Spara en kopia: VN 2026-0001-1 Faktura.exe"


def test_the_name_of_a_copy_says_nothing_that_is_secret(page, diariet, key, desktop):
    secret = Sekretess("25 kap. 1 § OSL")
    handling = diariet.handling(key, "Intyg om Anna Ek", diariet.file(), sekretess=secret)
    at(page, key, handling).open.click()
    assert desktop.opened[0].name == "VN 2026-0001-1.pdf"


@pytest.fixture
def newer(messages, tmp_path):
    """A file that the user will choose."""
    path = tmp_path / "rättad.txt"
    path.write_text("två", encoding="utf-8")
    messages.files = [path]
    return path


@pytest.mark.usefixtures("newer")
def test_a_new_version_is_used_and_the_old_one_kept(qtbot, page, diariet, key, desktop):
    card = at(page, key, diariet.handling(key, "Missiv", diariet.file()))
    assert card.versions.isHidden()
    card.version.click()
    qtbot.waitUntil(lambda: len(diariet.handlingar(key)[0].versioner) == 2, timeout=PATIENCE)
    one = diariet.handlingar(key)[0]
    assert one.fil is not None
    assert (one.fil.nummer, one.fil.filnamn) == (2, "rättad.txt")
    assert remark(one, None) == "version 2"
    card.versions.click()
    assert card.shown is not None
    assert [text.text().split(" · ")[0] for text in card.shown.actions()] == [
        "Version 2", "Version 1",
    ]  # fmt: skip
    card.shown.actions()[1].trigger()
    assert desktop.opened[-1].read_bytes() == b"%PDF-1.4 ett"
    assert desktop.opened[-1].name.endswith("version 1.pdf")


def test_a_file_that_can_not_be_taken_is_told_of(qtbot, page, diariet, key, messages, tmp_path):
    card = at(page, key, diariet.handling(key))
    assert card.version.text() == "Lägg till &fil …"
    empty = tmp_path / "tom.pdf"
    empty.touch()
    messages.files = [empty]
    card.version.click()
    qtbot.waitUntil(lambda: bool(messages.errors), timeout=PATIENCE)
    assert messages.errors == ["«tom.pdf» togs inte in: filen är tom."]
    assert diariet.handlingar(key)[0].fil is None


def test_a_handling_is_annulled_by_delete_and_stays_with_its_reason(qtbot, page, diariet, key):
    card = at(page, key, diariet.handling(key, "Missiv", diariet.file()))
    qtbot.keyClick(card.table, Qt.Key.Key_Delete)
    shown = dialog(page, AnnulDialog)
    shown.reason.setPlainText("Hör till ett annat ärende")
    shown.keep.click()
    (one,) = diariet.handlingar(key)
    assert one.makulerad == "Hör till ett annat ärende"
    assert "Makulerad 2 mars 2026: Hör till ett annat ärende" in card.details.text()
    assert card.open.isEnabled()
    for part in (card.change, card.version, card.annul):
        assert not part.isEnabled()


def test_files_come_in_to_this_ärende(card, go, key):
    card.take_in.click()
    assert go.went[-1] == ("ta in", key)


def test_a_file_without_words_is_said_to_be_so(page, diariet, key):
    file = diariet.file()
    card = at(page, key, diariet.handling(key, "Skannat", file))
    card.show_states({file.sha256: TextState.WITHOUT_TEXT})
    column = next(one for one in card.table.rows_model.columns if one.header == "Att veta")
    assert column.text(diariet.handlingar(key)[0]) == "utan text"


def test_a_warning_that_is_not_known_is_left_out(page, diariet, key):
    file = diariet.file("a.docm", b"PK")
    at(page, key, diariet.handling(key, "A", file, varningar=("nytt slag", "makron")))
    (one,) = diariet.handlingar(key)
    assert remark(one, None) == FileWarning.MACROS.value == "makron"


@pytest.mark.parametrize(
    ("size", "text"), [(0, "1 kB"), (340 * 1024, "340 kB"), (1_300_000, "1,2 MB")]
)
def test_sizes_are_read_as_people_write_them(size, text):
    assert size_text(size) == text


def test_the_kind_of_a_file_is_a_word(diariet, key):
    for name in ("a.docx", "b.xlsx", "c.eml", "utan"):
        diariet.handling(key, name, diariet.file(name, name.encode()))
    texts = [file_text(one) for one in diariet.handlingar(key)]
    assert texts == ["Word, 2 s.", "Excel, 2 s.", "e-post, 2 s.", "fil, 2 s."]
