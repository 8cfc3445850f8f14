import threading
from collections.abc import Callable
from io import BytesIO

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from nämnd.core.errors import NoDagordningError
from nämnd.core.progress import Progress, Work
from nämnd.error_messages import message_for
from ui.toolkit.jobs import Jobs
from ui.toolkit.palette import Role
from ui.toolkit.preview import PagePreview, PreviewFeed

CTRL = Qt.KeyboardModifier.ControlModifier


def pdf(pages: int = 5, word: str = "Dagordning", size: tuple[int, int] = (595, 842)) -> bytes:
    """A PDF whose page n says «word n», with a bookmark halfway down each page."""
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    for page in range(1, pages + 1):
        canvas.drawString(72, 720, f"{word} {page}")
        canvas.bookmarkHorizontal(f"p{page}", 0, 421)
        canvas.addOutlineEntry(f"{page}. Punkt {page}", f"p{page}", 0)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def preview(qtbot, theme):
    preview = PagePreview(theme)
    qtbot.addWidget(preview)
    preview.resize(420, 600)
    preview.show()
    return preview


@pytest.fixture
def bar(preview):
    return preview.sheets.verticalScrollBar()


def test_the_heading_says_which_page_of_how_many(qtbot, preview, bar):
    assert preview.heading.text() == "Förhandsvisning"
    preview.show_pdf(pdf())
    assert preview.heading.text() == "Förhandsvisning, sida 1 (5)"
    bar.setValue(bar.maximum())
    assert preview.heading.text() == "Förhandsvisning, sida 5 (5)"


def test_pages_lie_as_white_sheets_on_a_desk(preview, theme):
    preview.show_pdf(pdf())
    image = preview.sheets.viewport().grab().toImage()
    assert image.pixelColor(2, 2).name() == theme.colour(Role.DESK).name()
    centre = image.pixelColor(image.width() // 2, image.height() // 2)
    assert centre.name() == theme.colour(Role.PAPER).name()
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 140
    ]
    assert len(dark) > 30  # the words


def test_the_place_stays_when_the_paper_is_drawn_again(preview, bar):
    preview.show_pdf(pdf())
    preview.go_to(3, 100)
    place = bar.value()
    preview.show_pdf(pdf(5, "Ändrad"))
    assert (preview.sheets.page, bar.value()) == (3, place)
    preview.show_pdf(pdf(1))
    assert preview.heading.text() == "Förhandsvisning, sida 1 (1)"


def test_the_keyboard_scrolls(qtbot, preview, bar):
    preview.show_pdf(pdf())
    steps = []
    keys = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home)
    for key in keys:
        qtbot.keyClick(preview.sheets, key)
        steps.append(bar.value())
    assert 0 < steps[0] < steps[1] < steps[2] == bar.maximum()
    assert steps[3] == 0


def test_the_keyboard_and_the_wheel_zoom_at_the_same_place(qtbot, preview, bar):
    preview.show_pdf(pdf())
    preview.go_to(4)
    fit = preview.sheets.zoom
    qtbot.keyClick(preview.sheets, Qt.Key.Key_Plus, CTRL)
    larger = preview.sheets.zoom
    assert larger == pytest.approx(1.2 * fit, rel=0.02)
    assert preview.sheets.page == 4
    assert preview.sheets.horizontalScrollBar().maximum() > 0
    qtbot.keyClick(preview.sheets, Qt.Key.Key_Minus, CTRL)
    assert preview.sheets.zoom == pytest.approx(fit, rel=0.02)
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(preview.sheets.viewport(), wheel)
    assert preview.sheets.zoom == pytest.approx(1.2 * fit, rel=0.02)
    qtbot.keyClick(preview.sheets, Qt.Key.Key_0, CTRL)
    assert preview.sheets.zoom == pytest.approx(fit, rel=0.02)
    assert preview.sheets.page == 4


def test_zoom_has_an_end(preview):
    preview.show_pdf(pdf(1))
    preview.sheets.zoom_by(50)
    assert preview.sheets.zoom == pytest.approx(4, rel=0.02)
    preview.sheets.zoom_by(-50)
    assert preview.sheets.zoom == pytest.approx(0.25, rel=0.02)


def test_pages_are_as_wide_as_there_is_room_for(preview):
    preview.show_pdf(pdf())
    narrow = preview.sheets.zoom
    preview.go_to(3)
    preview.resize(840, 600)
    assert preview.sheets.zoom > 1.8 * narrow
    assert preview.sheets.page == 3
    assert preview.sheets.horizontalScrollBar().maximum() == 0


def test_pages_of_different_forms_are_shown_whole(preview):
    preview.show_pdf(pdf(2, size=(1191, 842)))
    sheets = preview.sheets
    assert sheets.horizontalScrollBar().maximum() == 0
    assert [sheet.width() > sheet.height() for sheet in sheets._sheets] == [True, True]


def test_a_punkt_is_found_by_its_heading(preview, bar):
    preview.show_pdf(pdf(16))
    assert preview.go_to_heading("12. ")
    top = bar.value()
    preview.go_to(12, 421)
    assert bar.value() == pytest.approx(top, abs=2)
    assert not preview.go_to_heading("17. ")


def test_no_page_outside_the_paper_is_gone_to(preview, bar):
    preview.go_to(1)
    assert not preview.go_to_heading("1. ")
    preview.show_pdf(pdf(3))
    for page in (0, 4, -1):
        preview.go_to(page)
        assert bar.value() == 0


def test_a_screen_reader_gets_the_text(qtbot, preview):
    preview.show_pdf(pdf(2, "Kallelse"))
    said = preview.sheets.accessibleDescription()
    assert said.split("\n\n") == ["Sida 1\nKallelse 1", "Sida 2\nKallelse 2"]
    qtbot.keyClick(preview.as_text, Qt.Key.Key_Space)
    assert preview.text.isVisible()
    assert preview.text.toPlainText() == said
    assert preview.text.accessibleName() == "Förhandsvisning som text"
    qtbot.keyClick(preview.as_text, Qt.Key.Key_Space)
    assert preview.sheets.isVisible()


def test_what_is_no_pdf_is_not_shown(preview):
    preview.show_pdf(pdf(2))
    with pytest.raises(ValueError, match="InvalidFileFormat"):
        preview.show_pdf(b"inte en pdf")
    assert preview.pages == 2


class Drawer:
    """Draws when it is told to, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.most_at_once = self._at_once = 0
        self.go_on = threading.Event()
        self.fail: Callable[[str], Exception | None] = lambda _: None

    def __call__(self, word: str) -> Work[bytes]:
        self.begun.append(word)
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            while not self.go_on.wait(0.002):
                yield Progress(0, 1)
            if error := self.fail(word):
                raise error
        finally:
            self._at_once -= 1
        return pdf(1, word)


class TestFeed:
    @pytest.fixture
    def drawer(self):
        return Drawer()

    @pytest.fixture
    def feed(self, preview, drawer):
        jobs = Jobs()
        yield PreviewFeed(jobs, preview, drawer)
        drawer.go_on.set()
        jobs.close()
        jobs.deleteLater()

    def test_what_is_asked_for_is_shown(self, qtbot, preview, feed, drawer):
        drawer.go_on.set()
        feed.request("Ett")
        assert preview.busy.isVisible()
        assert not feed.idle
        qtbot.waitUntil(lambda: feed.idle)
        assert preview.said() == "Sida 1\nEtt 1"
        assert not preview.busy.isVisible()

    def test_many_changes_in_a_row_are_drawn_once(self, qtbot, feed, drawer):
        drawer.go_on.set()
        for number in range(20):
            feed.request(f"Ord {number}")
        qtbot.waitUntil(lambda: feed.idle)
        assert drawer.begun == ["Ord 19"]

    def test_only_the_newest_is_shown_and_one_is_drawn_at_a_time(
        self, qtbot, preview, feed, drawer
    ):
        shown = []
        preview.sheets.show_pdf, show = (
            lambda it: (shown.append(it.text(0)), show(it)),
            (preview.sheets.show_pdf),
        )
        feed.request("Gammal")
        qtbot.waitUntil(lambda: drawer.begun == ["Gammal"])
        for word in ("Nyare", "Nyast"):
            feed.request(word)
        qtbot.waitUntil(lambda: not feed._timer.isActive())
        drawer.go_on.set()
        qtbot.waitUntil(lambda: feed.idle)
        assert drawer.begun == ["Gammal", "Nyast"]
        assert drawer.most_at_once == 1
        assert [text.strip() for text in shown] == ["Nyast 1"]

    def test_a_refusal_is_said_and_the_last_paper_stays(self, qtbot, preview, feed, drawer):
        error = NoDagordningError("a.pdf")
        drawer.go_on.set()
        drawer.fail = lambda word: error if word == "Fel" else None
        feed.request("Rätt")
        qtbot.waitUntil(lambda: feed.idle)
        feed.request("Fel")
        qtbot.waitUntil(lambda: feed.idle)
        assert preview.problem.text() == message_for(error)
        assert preview.problem.isVisible()
        assert preview.said() == "Sida 1\nRätt 1"
        feed.request("Rätt igen")
        qtbot.waitUntil(lambda: feed.idle)
        assert not preview.problem.isVisible()

    def test_a_bug_reaches_the_crash_window_once(self, qtbot, preview, feed, drawer):
        drawer.go_on.set()
        drawer.fail = lambda _: ZeroDivisionError("bugg")
        with qtbot.captureExceptions() as caught:
            for word in ("ett", "två"):
                feed.request(word)
                qtbot.waitUntil(lambda: feed.idle)
        assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
        assert "Det du har skrivit är sparat" in preview.problem.text()
