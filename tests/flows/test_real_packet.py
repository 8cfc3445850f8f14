"""From the real packet to a kallelse and an utskick that are right, through the window."""

import urllib.parse
from pathlib import Path

import docx
import page as page_validation
import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import Qt

from nämnd.core.richtext import plain_text
from nämnd.documents.checks import structure_problems
from nämnd.sammanträde.dagordning import Dagordning
from tests.flows.steps import drop_files, key, keys, press, shown, workspace
from ui.läsning.page import ReviewPage
from ui.sammanträde.send_dialog import SendDialog
from ui.start.page import StartPage
from ui.toolkit.editing import Saved

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NEW_RUBRIK = "Delprojekt 8, kolorektal kirurgi"
pytestmark = pytest.mark.flow


def a_pdf(path: Path, words: str) -> Path:
    from datetime import datetime

    from nämnd.core.richtext import Paragraph
    from nämnd.documents.content import Document, Heading, Letterhead, text
    from nämnd.documents.pdf import write_pdf

    head = Letterhead("Södra regionvårdsnämnden", "Missiv", "2019-11-01")
    blocks = (Heading(words, 1), Paragraph(text("Nämnden föreslås besluta enligt förslaget.")))
    made = datetime(2019, 11, 1)  # noqa: DTZ001 - any time will do
    write_pdf(Document(words, head, blocks), path, created=made)
    return path


def outline(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as found:
        titles: list[str] = []

        def walk(items, depth: int) -> None:
            for item in items:
                titles.append("  " * depth + str(item.title))
                walk(item.children, depth + 1)

        walk(found.root, 0)
        return titles


def words_of(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(one.get_textpage().get_text_range() for one in pdf)
    finally:
        pdf.close()


def links_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [
        annotation
        for one in pdf.pages
        for annotation in one.obj.get("/Annots", [])
        if annotation.get("/Subtype") == "/Link"
    ]


def begin(qtbot, program, messages, source: Path) -> ReviewPage:
    start = program.window.page
    assert isinstance(start, StartPage)
    keys(qtbot, start.name.answer, "Lena Lind")
    key(qtbot, start.name.answer, Qt.Key.Key_Return)
    messages.files = [source]
    press(qtbot, start.read)
    qtbot.waitUntil(lambda: isinstance(program.window.page, ReviewPage), timeout=20_000)
    review = program.window.page
    assert isinstance(review, ReviewPage)
    return review


def test_a_secretary_takes_the_real_packet_all_the_way_to_an_utskick(
    qtbot, open_program, messages, seed, tmp_path
):
    program = open_program()
    review_and_save(qtbot, program, messages, seed("002"))
    before = shown(program)
    assert [punkt.nummer for punkt in before.punkter] == list(range(1, 17))
    assert len(before.bilagor) == 29
    move_up(qtbot, program, before)
    edit_rubrik(qtbot, program)
    drop_a_file(qtbot, program, tmp_path)
    undo_and_redo(qtbot, program, before)
    folder = tmp_path / "utskick"
    send(qtbot, program, folder)
    assert shown(program).sammanträde.sista_nummer == 16
    check_kallelse(folder)
    check_utskick(folder, plain_text(before.punkter[3].sammanfattning))


def review_and_save(qtbot, program, messages, source: Path) -> None:
    review = begin(qtbot, program, messages, source)
    assert len(review.list.rows_model.rows) == 16
    assert review.head.found().plats == "Best Western Grand Hotell, Halmstad"
    review.list.choose("8")
    assert "Ordförandes förslag" in review.punkt.doubts.text()
    press(qtbot, review.save)


def move_up(qtbot, program, before: Dagordning) -> None:
    page = workspace(program)
    page.show_punkt(before.punkter[6].id)
    key(qtbot, page.list.rows, Qt.Key.Key_Up, ALT)
    moved = shown(program).punkter[5]
    assert moved.rubrik.startswith("Samarbete för bättre vård, uppföljning delprojekt 8")
    assert [one.beteckning for one in moved.bilagor] == ["6A", "6B"]


def edit_rubrik(qtbot, program) -> None:
    rubrik = workspace(program).editor.rubrik.input
    rubrik.setFocus()
    rubrik.selectAll()
    keys(qtbot, rubrik, NEW_RUBRIK)
    qtbot.waitUntil(lambda: shown(program).punkter[5].rubrik == NEW_RUBRIK)
    qtbot.waitUntil(lambda: isinstance(program.desk.editor.state, Saved))
    assert program.window.status.saved.text() == "✓ Allt sparat 09.41"


def drop_a_file(qtbot, program, tmp_path: Path) -> None:
    paper = a_pdf(tmp_path / "Missiv å ä ö.pdf", "Missiv om delprojekt 8")
    rows = workspace(program).list.rows
    middle = rows.visualRect(rows.rows_model.index(5, 0)).center()
    drop_files(rows.viewport(), middle, [paper])
    qtbot.waitUntil(lambda: len(shown(program).punkter[5].bilagor) == 3, timeout=20_000)
    fil = shown(program).punkter[5].bilagor[2].fil
    assert fil is not None
    assert (fil.filnamn, fil.sidor) == ("Missiv å ä ö.pdf", 1)


def undo_and_redo(qtbot, program, before: Dagordning) -> None:
    after = shown(program)
    for _ in range(3):  # the file, the rubrik, the move
        key(qtbot, program.window, Qt.Key.Key_Z, CONTROL)
    assert shown(program) == before
    for _ in range(3):
        key(qtbot, program.window, Qt.Key.Key_Y, CONTROL)
    assert shown(program) == after


def send(qtbot, program, folder: Path) -> None:
    press(qtbot, workspace(program).header.send)
    dialog = program.window.findChild(SendDialog)
    dialog.folder.setText(str(folder))
    press(qtbot, dialog.make)
    qtbot.waitUntil(lambda: dialog.steps.currentIndex() == 1, timeout=60_000)
    press(qtbot, dialog.made_page.record)


def check_kallelse(folder: Path) -> None:
    pdf = folder / "Kallelse 2019-11-22 Södra Regionvårdsnämnden.pdf"
    for profile in ("ua1", "2a"):
        assert page_validation.validate_pdf(str(pdf), profile=profile).is_compliant, profile
    words = words_of(pdf)
    assert "Best Western Grand Hotell, Halmstad" in words
    assert NEW_RUBRIK in words
    word = docx.Document(str(pdf.with_suffix(".docx")))
    styles = [(one.text, str(one.style and one.style.name)) for one in word.paragraphs]
    headings = [words for words, style in styles if style.startswith("Heading")]
    assert headings[0] == "Kallelse till sammanträde"
    assert any(NEW_RUBRIK in one for one in headings)


def check_utskick(folder: Path, sammanfattning: str) -> None:
    path = folder / "Utskick 2019-11-22 Södra Regionvårdsnämnden.pdf"
    assert structure_problems(path) == []
    assert page_validation.validate_pdf(str(path), profile="ua1").is_compliant
    words = words_of(path)
    assert " ".join(sammanfattning.split()[:6]) in " ".join(words.split())
    assert "Missiv om delprojekt 8" in words
    with pikepdf.open(path) as pdf:
        titles = outline(pdf)
        assert any("6C" in title and "Missiv" in title for title in titles)
        links = links_of(pdf)
        assert links
        addresses = [urllib.parse.unquote(str(one.get("/A", {}).get("/URI", ""))) for one in links]
        assert not [one for one in addresses if one.startswith("bilaga:")]
        pages = {one.obj.objgen for one in pdf.pages}
        inner = [one.Dest for one in links if "/Dest" in one]
        assert len(inner) >= 21  # 20 bilagor of the packet, and the one that was dropped
        assert all(dest[0].objgen in pages for dest in inner)
