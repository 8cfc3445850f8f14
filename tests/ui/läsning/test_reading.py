"""Reading a file: each kind that works, each that does not, and stopping in the middle."""

import json
import random
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from reportlab.lib.pdfencrypt import StandardEncryption

from nämnd.core.progress import finish
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnder
from nämnd.organisation.rules import NämndDraft
from nämnd.utbyte.export import build, write_utbyte
from tests.builders import a_nämnd, a_punkt, a_sammanträde
from tests.nämnd.läsning.making import write_docx, write_pdf, write_zip
from ui.läsning.page import ReviewPage
from ui.läsning.reading import begin_import, read_file
from ui.main_window import MainWindow

PATIENCE = 30_000  # ms
SAMPLE = Path(__file__).parents[2] / "nämnd" / "läsning" / "samples" / "arende.txt"
LINES = SAMPLE.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def window(qtbot, desk):
    window = MainWindow(desk.theme, QWidget())
    qtbot.addWidget(window)
    window.show()
    return window


def page_of(name: str, folder: Path) -> Path:
    path = folder / name
    match path.suffix:
        case ".pdf":
            return write_pdf(path, [LINES])
        case ".docx":
            return write_docx(path, LINES)
        case _:
            path.write_text("\n".join(LINES), encoding="utf-8")
            return path


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a.docx", "Å.TXT"])
def test_a_dagordning_is_read_and_shown_for_review(qtbot, desk, go, window, tmp_path, name):
    read_file(desk, go, window, page_of(name, tmp_path))
    qtbot.waitUntil(lambda: isinstance(window.page, ReviewPage), timeout=PATIENCE)
    assert window.page.head.found().organ == "Patientnämnden"
    assert len(window.page.list.rows_model.rows) == 4


def bad(kind: str, folder: Path) -> tuple[Path, str]:
    """Return a bad file and how the sentence about it begins."""
    path = folder / "kallelse.txt"
    match kind:
        case "empty":
            path.touch()
            return path, "Filen kallelse.txt är tom."
        case "binary":
            path.write_bytes(random.Random(1).randbytes(5000))  # noqa: S311 - the same each time
            return path, "Filen kallelse.txt är inte text som går att läsa."
        case "truncated":
            whole = write_pdf(folder / "hel.pdf", [LINES] * 3).read_bytes()
            (folder / "kallelse.pdf").write_bytes(whole[: len(whole) // 2])
            return folder / "kallelse.pdf", "Filen kallelse.pdf är skadad eller bara delvis"
        case "password":
            locked = StandardEncryption("hemligt", ownerPassword="x", strength=128)
            path = write_pdf(folder / "kallelse.pdf", [LINES], encrypt=locked)
            return path, "Filen kallelse.pdf är skyddad med lösenord."
        case "no pdf":
            (folder / "kallelse.pdf").write_bytes(b"%PDF-1.7\nhej")
            return folder / "kallelse.pdf", "Filen kallelse.pdf är "
        case "no word":
            path = write_zip(folder / "kallelse.docx", {"hej.txt": b"hej"})
            return path, "Filen kallelse.docx är "
        case "missing":
            return path, f"Filen {path} finns inte."
        case "a folder":
            return folder, f"{folder} är en mapp"
        case "no dagordning":
            path.write_text("Kära dagbok.\nI dag regnade det.\n" * 20, encoding="utf-8")
            return path, "Ingen dagordning hittades i kallelse.txt."
        case _:
            path = folder / "kallelse.json"
            path.write_text('{"inte": "utbyte"}', encoding="utf-8")
            return path, "Filen kallelse.json går inte att läsa in."


KINDS = (
    "empty", "binary", "truncated", "password", "no pdf", "no word", "missing", "a folder",
    "no dagordning", "no exchange file",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_bad_file_is_told_and_changes_nothing(qtbot, desk, go, window, tmp_path, kind):
    path, beginning = bad(kind, tmp_path)
    before, messages = window.page, desk.messages
    read_file(desk, go, window, path)
    qtbot.waitUntil(lambda: bool(messages.errors), timeout=PATIENCE)
    (said,) = messages.errors
    assert said.startswith(beginning)
    assert window.page is before
    assert go.went == []
    assert desk.store.ask(nämnder) == ()


def test_reading_is_stopped_and_nothing_comes_of_it(qtbot, desk, go, window, tmp_path):
    big = tmp_path / "stor.txt"
    big.write_text("\n".join(LINES * 3000), encoding="utf-8")
    before = window.page
    read_file(desk, go, window, big)
    desk.jobs.close()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=PATIENCE)
    assert window.page is before
    assert desk.messages.errors == []


def test_no_file_no_reading(desk, go, window, messages):
    begin_import(desk, go, window)
    assert messages.asked == ["Läs in dagordning eller utbytesfil"]
    assert not desk.jobs.busy


def test_saving_opens_the_dagordning_and_the_review_is_gone(qtbot, desk, go, window):
    read_file(desk, go, window, SAMPLE)
    qtbot.waitUntil(lambda: window.has_page("granska"), timeout=PATIENCE)
    window.page.save.click()
    assert [one[0] for one in go.went] == ["nämnd", "sammanträde"]
    assert not window.has_page("granska")


@pytest.mark.parametrize("known", [True, False])
def test_giving_up_leads_back(qtbot, desk, go, window, store, known):
    if known:
        a_nämnd(store)
    read_file(desk, go, window, SAMPLE)
    qtbot.waitUntil(lambda: window.has_page("granska"), timeout=PATIENCE)
    window.page.give_up.click()
    assert go.went == [("page", "sammanträden" if known else "start")]
    assert not window.has_page("granska")


@pytest.fixture
def exchanged(desk, store, tmp_path):
    """An exchange file of a nämnd that is there, and the nämnd's id."""
    nämnd = a_nämnd(store, "Vårdnämnden")
    a_punkt(store, a_sammanträde(store, nämnd), "Budget")
    folder = tmp_path / "utbyte"
    folder.mkdir()
    path = finish(write_utbyte(build(store, desk.files, nämnd), desk.files, folder))
    return path, nämnd


def test_an_exchange_file_that_agrees_changes_nothing(qtbot, desk, go, window, exchanged):
    path, nämnd = exchanged
    read_file(desk, go, window, path)
    qtbot.waitUntil(lambda: bool(desk.messages.notices), timeout=PATIENCE)
    assert desk.messages.notices == [f"{path.name} stämmer med det som finns."]
    assert go.went == [("nämnd", nämnd)]


@pytest.mark.parametrize("agreed", [True, False])
def test_an_exchange_file_that_differs_asks_before_it_replaces(
    qtbot, desk, go, window, exchanged, agreed
):
    path, nämnd = exchanged
    messages = desk.messages
    desk.store.do(SaveNämnd(nämnd_id=nämnd, draft=NämndDraft("Ett annat namn")))
    messages.confirm_with = [agreed]
    read_file(desk, go, window, path)
    qtbot.waitUntil(lambda: bool(messages.asked), timeout=PATIENCE)
    (question,) = messages.asked
    assert question.startswith("Filen stämmer inte med det som redan finns.")
    assert "här Ett annat namn, i filen Vårdnämnden" in question
    assert question.endswith("[Ersätt med filens uppgifter]")
    (row,) = desk.store.ask(nämnder)
    assert row.namn == ("Vårdnämnden" if agreed else "Ett annat namn")
    if agreed:
        desk.editor.undo()
        (row,) = desk.store.ask(nämnder)
        assert row.namn == "Ett annat namn"


def test_an_exchange_file_of_another_body_adds_it(qtbot, desk, go, window, exchanged, tmp_path):
    path, _ = exchanged
    content = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps(content, ensure_ascii=False).replace("Vårdnämnden", "Trafiknämnden")
    for number, key in enumerate(sorted(_ids(content))):
        text = text.replace(key, f"{key[:-4]}{number:04d}")
    other = tmp_path / "annan.json"
    other.write_text(text, encoding="utf-8")
    read_file(desk, go, window, other)
    qtbot.waitUntil(lambda: bool(desk.messages.notices), timeout=PATIENCE)
    assert desk.messages.notices == ["annan.json är inläst."]
    assert sorted(row.namn for row in desk.store.ask(nämnder)) == ["Trafiknämnden", "Vårdnämnden"]


def _ids(value: object) -> set[str]:
    if isinstance(value, dict):
        own = {value["id"]} if isinstance(value.get("id"), str) else set()
        return own.union(*map(_ids, value.values()))
    return set().union(*map(_ids, value)) if isinstance(value, list) else set()
