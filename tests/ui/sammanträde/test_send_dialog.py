"""Sending the kallelse: what is missing, what is made, what is recorded; then an addition."""

import email
from email import policy
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.sammanträde.queries import utskick_rows
from tests.builders import (
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
    dagordning_in,
    send,
    shown,
)
from ui.sammanträde.send_dialog import SendDialog, send_kallelse

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000  # ms


@pytest.fixture
def key(store, files):
    nämnd = a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ")
    for namn, roll, epost in (
        ("Åsa Öst", "ordförande", "asa@example.org"),
        ("Bo Ek", "ledamot", None),
        ("Eva Lind", "sekreterare", "eva@example.org"),
    ):
        an_uppdrag(store, nämnd, a_person(store, namn, epost=epost), roll)
    key = a_sammanträde(store, nämnd)
    budget = a_punkt(store, key, "Budget", bilagor=4)
    a_bilaga(store, budget, "Skadad", file=a_file(files))
    a_punkt(store, key, "Rapport", slag="information", bilagor=1)
    return key


@pytest.fixture
def opened(qtbot, desk, key, tmp_path):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()

    def opened() -> SendDialog:
        dialog = send_kallelse(desk, parent, key)
        assert dialog is not None
        dialog.folder.setText(str(tmp_path / "ut"))
        return dialog

    return opened


def words(widget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def choose(dialog, *suffixes: str) -> None:
    """Check only the kinds of file that are named: «kallelse.pdf»."""
    for kind, box in dialog.choices:
        box.setChecked(f"{kind.what}{kind.suffix}" in suffixes)


def make(qtbot, dialog) -> None:
    qtbot.mouseClick(dialog.make, LEFT)
    qtbot.waitUntil(lambda: dialog.steps.count() == 2, timeout=PATIENCE)


def text_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    found = "\n".join(one.get_textpage().get_text_range() for one in pdf)
    pdf.close()
    return found


def test_first_it_says_who_is_called_and_what_to_look_over(opened):
    dialog = opened()
    assert dialog.windowTitle() == "Skicka kallelse"
    assert dialog.focusWidget() is dialog.make
    assert dialog.people.text() == (
        "2 ledamöter, 0 ersättare, 1 övrig. Saknar e-postadress, och får inget brev: Bo Ek."
    )
    said = words(dialog)
    assert "Kallelsen ska vara ute senast den 20 mars 2026." in said
    assert "Bilaga 1A: «Budget, handling 1» har ingen fil än." in said
    dialog.reject()


def test_nobody_to_call_is_told(qtbot, desk, store):
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = send_kallelse(desk, parent, a_sammanträde(store))
    assert dialog is not None
    assert dialog.people.text().startswith("Ingen. Lägg till ledamöterna")
    dialog.reject()


def test_with_nothing_chosen_or_nowhere_to_save_nothing_can_be_made(qtbot, opened):
    dialog = opened()
    assert dialog.make.isEnabled()
    for _, box in dialog.choices:
        box.setChecked(False)
    assert not dialog.make.isEnabled()
    qtbot.mouseClick(dialog.choices[0][1], LEFT)
    assert dialog.make.isEnabled()
    dialog.folder.setText("  ")
    assert not dialog.make.isEnabled()
    dialog.reject()


def test_the_folder_is_chosen_from_where_it_was(qtbot, opened, messages, tmp_path):
    dialog = opened()
    messages.files = [tmp_path / "annan", None]
    qtbot.mouseClick(dialog.browse, LEFT)
    assert messages.asked == [f"Välj mapp att spara i: {tmp_path / 'ut'}"]
    qtbot.mouseClick(dialog.browse, LEFT)
    assert dialog.folder.text() == str(tmp_path / "annan")
    dialog.reject()


def test_a_folder_that_is_no_whole_path_is_meant_from_home(opened, monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    dialog = opened()
    for written in ("möten", "~/möten", f"  {tmp_path}/möten "):
        dialog.folder.setText(written)
        assert dialog._folder() == tmp_path / "möten"
    dialog.reject()


def test_everything_that_was_chosen_is_made_and_what_is_left_out_is_grouped(
    qtbot, opened, tmp_path
):
    dialog = opened()
    for _, box in dialog.choices:
        box.setChecked(True)
    make(qtbot, dialog)
    folder = tmp_path / "ut"
    assert sorted(one.name for one in folder.iterdir()) == [
        "Brev till kallade 2026-03-27.eml",
        "Kallelse 2026-03-27 VNÅ.docx",
        "Kallelse 2026-03-27 VNÅ.pdf",
        "Utskick 2026-03-27 VNÅ.pdf",
        "Utskick 2026-03-27 VNÅ.zip",
    ]
    page = dialog.made_page
    assert "• Kallelse 2026-03-27 VNÅ.pdf" in page.files.text()
    said = words(page)
    assert "Att se över i utskicket: 6 bilagor" in said
    assert "5 bilagor har ingen fil än: 1A–1D, 2. Lägg till filerna" in said
    assert "Bilaga 1E, Skadad: filen «missiv.pdf» är så skadad" in said
    letter = email.message_from_bytes(
        (folder / "Brev till kallade 2026-03-27.eml").read_bytes(), policy=policy.default
    )
    assert letter["Subject"].startswith("Kallelse till sammanträde 2026-03-27")
    assert letter["To"] == "Åsa Öst <asa@example.org>, Eva Lind <eva@example.org>"
    names = [one.get_filename() for one in letter.iter_attachments()]
    assert names == ["Kallelse 2026-03-27 VNÅ.pdf", "Utskick 2026-03-27 VNÅ.pdf"]
    dialog.reject()


def test_marked_as_sent_it_is_recorded_and_beteckningar_stand(
    qtbot, opened, store, key, files, messages
):
    dialog = opened()
    choose(dialog, "kallelse.pdf")
    make(qtbot, dialog)
    qtbot.keyClick(dialog.made_page.record, Qt.Key.Key_Space)
    assert messages.notices == ["Utskicket till 3 personer är antecknat 09.41."]
    assert dagordning_in(store, key).sammanträde.sista_nummer == 2
    a_bilaga(store, dagordning_in(store, key).punkter[0].id, "Ny", at=0)
    assert shown(store, key)[0] == "1 1F 1A 1B 1C 1D 1E"
    (row,) = store.ask(lambda session: utskick_rows(session, key))
    assert len(row.till) == 3


def test_closed_without_marking_nothing_is_recorded(qtbot, opened, store, key):
    dialog = opened()
    choose(dialog, "kallelse.pdf")
    make(qtbot, dialog)
    qtbot.mouseClick(dialog.made_page.later, LEFT)
    assert not dialog.isVisible()
    assert dagordning_in(store, key).sammanträde.sista_nummer is None


def test_the_second_time_it_is_an_addition_with_a_tilläggslista(
    qtbot, opened, store, key, tmp_path
):
    send(store, key)
    a_punkt(store, key, "Sen fråga", slag="information")
    dialog = opened()
    assert dialog.windowTitle() == "Skicka tillägg"
    assert dialog.choices[0][1].text() == "&Tilläggslista som PDF"
    choose(dialog, "tillagg.pdf")
    make(qtbot, dialog)
    assert "Sen fråga" in text_of(tmp_path / "ut" / "Tilläggslista 2026-03-27 VNÅ.pdf")
    letter = email.message_from_bytes(
        (tmp_path / "ut" / "Brev till kallade 2026-03-27.eml").read_bytes(), policy=policy.default
    )
    assert letter["Subject"].startswith("Tillägg till sammanträde 2026-03-27")
    qtbot.mouseClick(dialog.made_page.record, LEFT)
    rows = store.ask(lambda session: utskick_rows(session, key))
    assert [one.slag for one in rows] == ["kallelse", "tillägg"]


@pytest.mark.parametrize("agreed", [True, False])
def test_files_that_are_there_are_replaced_only_when_the_user_agrees(
    qtbot, opened, messages, tmp_path, agreed
):
    folder = tmp_path / "ut"
    folder.mkdir()
    old = folder / "Kallelse 2026-03-27 VNÅ.pdf"
    old.write_text("den förra")
    dialog = opened()
    choose(dialog, "kallelse.pdf")
    messages.confirm_with = [agreed]
    qtbot.mouseClick(dialog.make, LEFT)
    assert messages.asked == [f"{old.name} finns redan i mappen. Ersätta den? [Ersätt]"]
    if agreed:
        qtbot.waitUntil(lambda: dialog.steps.count() == 2, timeout=PATIENCE)
    assert (old.read_bytes() == "den förra".encode()) is not agreed
    dialog.reject()


def test_cancelled_midway_no_file_is_left_and_the_dialog_stays(qtbot, opened, desk, tmp_path):
    dialog = opened()
    qtbot.mouseClick(dialog.make, LEFT)
    assert not dialog.make.isEnabled()
    assert not dialog.folder.isEnabled()
    assert dialog.progress.isVisible()
    qtbot.mouseClick(dialog.close_first, LEFT)
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=PATIENCE)
    qtbot.waitUntil(dialog.make.isEnabled)
    assert dialog.isVisible()
    assert dialog.steps.count() == 1
    assert not dialog.progress.isVisible()
    folder = tmp_path / "ut"
    assert not folder.exists() or list(folder.iterdir()) == []
    dialog.reject()


def test_a_folder_that_can_not_be_made_is_explained_and_the_dialog_stays(
    qtbot, opened, messages, tmp_path
):
    (tmp_path / "fil").write_text("ingen mapp")
    dialog = opened()
    dialog.folder.setText(str(tmp_path / "fil" / "ut"))
    qtbot.mouseClick(dialog.make, LEFT)
    qtbot.waitUntil(lambda: bool(messages.errors), timeout=PATIENCE)
    assert "Det går inte att skriva i" in messages.errors[0]
    assert "sökvägen går genom en fil, inte en mapp" in messages.errors[0]
    assert dialog.isVisible()
    assert dialog.make.isEnabled()
    dialog.reject()


def test_a_file_that_was_moved_before_it_was_marked_is_told_and_nothing_recorded(
    qtbot, opened, store, key, messages, tmp_path
):
    dialog = opened()
    choose(dialog, "kallelse.pdf")
    make(qtbot, dialog)
    (tmp_path / "ut" / "Kallelse 2026-03-27 VNÅ.pdf").unlink()
    qtbot.mouseClick(dialog.made_page.record, LEFT)
    assert "Kallelse 2026-03-27 VNÅ.pdf finns inte." in messages.errors[0]
    assert dialog.isVisible()
    assert dagordning_in(store, key).sammanträde.sista_nummer is None
    dialog.reject()
