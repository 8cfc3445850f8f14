"""The paper as it will be, beside what is being written."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from ui.toolkit.jobs import Cancelled, Done, Failed, JobEvent, Jobs
from ui.toolkit.sheets import Pdf, SheetView
from ui.toolkit.small import Label, icon_button, label, row
from ui.toolkit.theme import Icon, Theme

T = TypeVar("T")
logger = logging.getLogger(__name__)
_DELAY = 150  # ms from the last change until the paper is drawn again
_BROKEN = (
    "Förhandsvisningen kunde inte ritas på grund av ett fel i programmet. "
    "Det du har skrivit är sparat."
)


class PagePreview(QFrame):
    """Pages on a desk, under «Förhandsvisning, sida 2 (5)», with zoom and the text as text.

    The same place stays in sight when the paper is drawn again. A screen reader gets the text of
    the paper as description; the button «Visa som text» gives a text to walk through.
    """

    def __init__(self, theme: Theme, title: str = "Förhandsvisning") -> None:
        """Show nothing yet."""
        super().__init__()
        self.setObjectName("desk")
        self._title = title
        self._texts: tuple[str, ...] = ()
        self.heading = label(title, Label.MUTED)
        self.busy = label("Uppdaterar …", Label.CAPTION)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.sheets = SheetView(theme)
        self.text = QPlainTextEdit(readOnly=True)
        self.as_text = icon_button(theme, Icon.DOKUMENT, "Visa som text")
        self.as_text.setCheckable(True)
        self._stack = QStackedWidget()
        self._layout = QVBoxLayout(self)
        self._lay_out(theme)
        self.sheets.setAccessibleName(title)
        self.text.setAccessibleName(f"{title} som text")
        self.text.setTabChangesFocus(True)
        self.sheets.page_changed.connect(self._tell_page)
        self.as_text.toggled.connect(self._show_as)
        self.busy.hide()
        self.problem.hide()

    @property
    def pages(self) -> int:
        """Return how many pages are shown."""
        return self.sheets.pdf.pages if self.sheets.pdf else 0

    def show_pdf(self, data: bytes) -> None:
        """Show a paper in place of the one before.

        Raises:
            ValueError: `data` is not a PDF.
        """
        pdf = Pdf(data, self)
        self._texts = tuple(pdf.text(page) for page in range(pdf.pages))
        self.sheets.show_pdf(pdf)
        self.sheets.setAccessibleDescription(self.said())
        self.text.setPlainText(self.said())
        self.show_problem("")
        self._tell_page(self.sheets.page)

    def put_under_heading(self, part: QWidget) -> None:
        """Put something between the heading and the pages."""
        self._layout.insertWidget(1, part)

    def said(self) -> str:
        """Return the text of the paper, page by page."""
        return "\n\n".join(
            f"{_page_heading(page)}\n{text.replace(chr(13), '')}"
            for page, text in enumerate(self._texts, 1)
        )

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - one obvious meaning
        """Say that what is shown is about to be replaced."""
        self.busy.setVisible(busy)

    def show_problem(self, text: str) -> None:
        """Say why what is shown could not be replaced; empty: it could."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def go_to(self, page: int, points: float = 0) -> None:
        """Show `page` (1 is first) from `points` below its top."""
        self.sheets.go_to(page, points)

    def go_to_words(self, page: int, words: str) -> bool:
        """Put the caret of the text at a heading: `words` alone on their lines, from `page` on.

        False when they are not there.
        """
        text, alone = self.text.toPlainText(), r"\s+".join(map(re.escape, words.split()))
        start = max(0, text.find(f"{_page_heading(page)}\n"))
        found = re.compile(rf"^{alone}\s*$", re.MULTILINE).search(text, start)
        if found:
            cursor = self.text.textCursor()
            cursor.setPosition(found.start())
            self.text.setTextCursor(cursor)
            self.text.centerCursor()
        return found is not None

    def go_to_heading(self, beginning: str) -> bool:
        """Show the first heading (bookmark) that begins like that; False when there is none."""
        for title, page, points in self.sheets.pdf.headings() if self.sheets.pdf else ():
            if title.startswith(beginning):
                self.sheets.go_to(page + 1, points)
                return True
        return False

    def _show_as(self, text: bool) -> None:  # noqa: FBT001 - Qt's signal
        shown = self.text if text else self.sheets
        self._stack.setCurrentWidget(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_page(self, page: int) -> None:
        pages = self.pages
        self.heading.setText(f"{self._title}, sida {page} ({pages})" if pages else self._title)

    def _lay_out(self, theme: Theme) -> None:
        smaller = icon_button(theme, Icon.ZOOM_OUT, "Mindre (Ctrl och minus)")
        larger = icon_button(theme, Icon.ZOOM_IN, "Större (Ctrl och plus)")
        fit = icon_button(theme, Icon.FIT_WIDTH, "Anpassa till bredden (Ctrl och 0)")
        smaller.clicked.connect(lambda: self.sheets.zoom_by(-1))
        larger.clicked.connect(lambda: self.sheets.zoom_by(1))
        fit.clicked.connect(lambda: self.sheets.set_zoom(None))
        self.tools = (smaller, larger, fit, self.as_text)
        buttons = row(*self.tools, spacing=0)
        for part in (self.sheets, self.text):
            self._stack.addWidget(part)
        layout, side = self._layout, theme.px(12)
        layout.setContentsMargins(side, theme.px(6), theme.px(4), side)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row(self.heading, self.busy, None, buttons, spacing=theme.px(8)))
        layout.addWidget(self.problem)
        layout.addWidget(self._stack, 1)


def _page_heading(page: int) -> str:
    return f"Sida {page}"


class PreviewFeed(QObject, Generic[T]):
    """Draws the paper again after changes: one at a time, and only the newest is shown."""

    def __init__(self, jobs: Jobs, view: PagePreview, draw: Callable[[T], Work[bytes]]) -> None:
        """Feed `view`.

        Args:
            jobs: where the drawing waits.
            view: what shows it.
            draw: gives the work that draws what is asked for, in a helper process:
                `lambda paper: desk.preview.run(preview, paper, created=desk.clock())`.
        """
        super().__init__(view)
        self._jobs, self._view, self._draw = jobs, view, draw
        self._wanted: list[T] = []  # none or the newest
        self._running = self._told = False
        self._timer = QTimer(self, singleShot=True, interval=_DELAY)
        self._timer.timeout.connect(self._begin)

    @property
    def idle(self) -> bool:
        """Whether the view shows what was last asked for."""
        return not (self._running or self._wanted)

    def request(self, subject: T) -> None:
        """Ask for `subject` to be drawn and shown, in a moment."""
        self._wanted = [subject]
        self._view.show_busy(True)  # noqa: FBT003 - one obvious meaning
        self._timer.start()

    def _begin(self) -> None:
        if self._running or not self._wanted:
            return
        self._running = True
        work = self._draw(self._wanted.pop())
        self._jobs.start(work, self, self._tell)

    def _tell(self, event: JobEvent) -> None:
        if isinstance(event, Progress):
            return
        self._running = False
        if self._wanted:  # what came is out of date
            if not self._timer.isActive():
                self._begin()
            return
        self._view.show_busy(False)  # noqa: FBT003 - one obvious meaning
        self._show(event)

    def _show(self, event: Done | Failed | Cancelled) -> None:
        match event:
            case Done(bytes() as data):
                self._view.show_pdf(data)
            case Failed(NämndError() as error):
                from nämnd.error_messages import message_for

                self._view.show_problem(message_for(error))
            case Failed(error):
                self._view.show_problem(_BROKEN)
                self._report(error)
            case _:
                pass

    def _report(self, error: Exception) -> None:
        """Let the crash window know of a bug, once: the next keystroke would meet it again."""
        if self._told:
            logger.error("preview failed again", exc_info=error)
            return
        self._told = True
        raise error
