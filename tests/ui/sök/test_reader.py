"""A file that was found: shown here when it can be, and said when it can't."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.bilaga.files import KeptFile
from nämnd.sök.found_rows import FoundFile
from nämnd.sök.index import open_index
from nämnd.sök.values import Hit, Kind
from tests.nämnd.filtext.making import pdf
from tests.ui.sök.hits import a_hit, snippet
from ui.sök.reader import FileReader, Reading, words_found


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    window.resize(900, 700)
    qtbot.addWidget(window)
    window.show()
    return window


def opened(desk, window, kept: KeptFile, hit: Hit) -> FileReader:
    file = FoundFile(kept.sha256, kept.name, "Prislista")
    reading = Reading(hit, file, "&Visa i ärendet", lambda: None)
    return FileReader(desk, window, open_index(desk.store.place), reading)


def said(reader: FileReader) -> list[str]:
    return [one.text() for one in reader.findChildren(QLabel) if not one.isHidden()]


def test_the_longest_word_that_was_found_is_looked_for_first():
    pieces = snippet("om ", "vård", " och ", "regionvård", " ", "vård", "")
    assert words_found(a_hit("1", "Vård", snippet=pieces)) == ("regionvård", "vård")


def test_a_pdf_is_shown_from_the_page_with_the_word(qtbot, desk, files, window):
    kept = files.keep_bytes(pdf("Om priser", "Vårdens priser", "Mer"), "priser.pdf")
    hit = a_hit("1", "Priser", Kind.HANDLING, snippet=snippet("", "Vårdens", " priser"), sida=2)
    reader = opened(desk, window, kept, hit)
    qtbot.waitUntil(lambda: reader.paper is not None)
    qtbot.waitUntil(lambda: reader.paper.sheets.page == 2)
    qtbot.waitUntil(reader.paper.sheets.hasFocus)
    assert reader.search.box.text() == "Vårdens"
    reader.reject()


def test_a_pdf_that_is_damaged_is_said_to_have_no_text(qtbot, desk, files, window):
    kept = files.keep_bytes(b"%PDF-1.7 skr\xc3\xa4p", "priser.pdf")
    reader = opened(desk, window, kept, a_hit("1", "Priser", Kind.HANDLING, sida=1))
    qtbot.waitUntil(lambda: any("Öppna den för att se den" in one for one in said(reader)))
    reader.reject()


def test_what_may_be_secret_says_so_over_the_file(qtbot, desk, files, window):
    kept = files.keep_bytes(b"hej", "brev.txt")
    hit = a_hit("1", "Brev", Kind.HANDLING, sida=1, sekretess=True)
    reader = opened(desk, window, kept, hit)
    qtbot.waitUntil(lambda: reader.text is not None)
    assert "sekretess" in said(reader)
    reader.reject()


def test_a_file_that_is_gone_is_told_of_and_nothing_is_left_open(
    qtbot, desk, files, window, messages
):
    kept = files.keep_bytes(b"hej", "brev.txt")
    files.path_of(kept.sha256).unlink()
    reader = opened(desk, window, kept, a_hit("1", "Brev", Kind.HANDLING, sida=1))
    with qtbot.waitSignal(reader.rejected):
        pass
    assert len(messages.errors) == 1


def test_a_file_that_is_no_document_is_not_opened_by_the_computer(qtbot, desk, files, window):
    kept = files.keep_bytes(b"echo hej", "kor.sh")
    reader = opened(desk, window, kept, a_hit("1", "Brev", Kind.HANDLING, sida=1))
    qtbot.waitUntil(lambda: reader.text is not None)
    reader.open_file.click()
    assert "öppnas inte härifrån" in reader.problem.text()
    assert reader.problem.isVisible()
    reader.reject()


def test_the_button_leads_on_when_the_file_is_put_away(qtbot, desk, files, window):
    kept = files.keep_bytes(b"hej", "brev.txt")
    file, went = FoundFile(kept.sha256, kept.name, "Brev"), []
    hit = a_hit("1", "Brev", Kind.HANDLING, sida=1)
    reading = Reading(hit, file, "&Visa i ärendet", lambda: went.append("vidare"))
    reader = FileReader(desk, window, open_index(desk.store.place), reading)
    qtbot.waitUntil(lambda: reader.text is not None)
    reader.onward.click()
    assert went == ["vidare"]
