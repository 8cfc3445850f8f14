"""Shows the file that was found, at the page and with the words; never by another program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nämnd.core.progress import Progress, Work
from nämnd.sök.found_rows import FoundFile, file_pages
from nämnd.sök.values import Hit
from ui.opening import Opener
from ui.sök.found_text import FoundText
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.paper_search import PaperSearch
from ui.toolkit.preview import PagePreview
from ui.toolkit.small import Kind, Label, button, label, row

if TYPE_CHECKING:
    from nämnd.sök.index import Index
    from ui.desk import Desk

_WIDE, _HIGH = 900, 740  # the design's pixels
_PDF = b"%PDF-"
_ITS_TEXT = "Texten i filen, så som sökningen har läst den. Formen syns när du öppnar filen."

_NO_TEXT = "Det gick inte att läsa någon text i filen. Öppna den för att se den."


@dataclass(frozen=True, slots=True)
class Reading:
    """What to show: a hit in a file, and where the user may go from there."""

    hit: Hit
    file: FoundFile
    onward: str  # what the button says that leads to where the file stands
    go_on: Callable[[], object] = field(compare=False)


class FileReader(QDialog):
    """The pages of a PDF, or the words of any other file.

    Attributes:
        paper, search: the pages and what is looked for in them, when it is a PDF.
        text: the words, when it is not.
        onward, open_file, close_button: what can be done.
    """

    def __init__(self, desk: Desk, parent: QWidget, index: Index, reading: Reading) -> None:
        """Read the file and show it when it is there."""
        super().__init__(parent)
        self._desk, self._reading, self._over = desk, reading, parent
        self._opener = Opener(desk.files)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(reading.file.rubrik)
        self.paper: PagePreview | None = None
        self.search: PaperSearch | None = None
        self.text: FoundText | None = None
        self.waiting = label("Läser filen …", Label.MUTED)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.onward = button(reading.onward, Kind.PRIMARY)
        self.open_file, self.close_button = button("&Öppna filen"), button("Stäng")
        self._layout = QVBoxLayout(self)
        self._build()
        self.open()
        work = _read(desk, index, reading.file)
        desk.jobs.run(work, self, self._show, label="", otherwise=self.reject)

    def _build(self) -> None:
        theme, reading = self._desk.theme, self._reading
        self._layout.setContentsMargins(*(theme.px(20),) * 4)
        self._layout.setSpacing(theme.px(10))
        title = label(reading.file.rubrik, Label.HEADING, wrap=True)
        head = row(title, spacing=theme.px(12))
        head.setStretch(0, 1)
        if reading.hit.sekretess:
            head.addWidget(Chip("sekretess", Role.WARN), 0, Qt.AlignmentFlag.AlignTop)
        acts = (self.open_file, None, self.close_button, self.onward)
        self._layout.addLayout(head)
        self._layout.addWidget(label(reading.hit.place, Label.MUTED, wrap=True))
        self._layout.addWidget(self.waiting, 1, Qt.AlignmentFlag.AlignCenter)
        self._layout.addWidget(self.problem)
        self._layout.addLayout(row(*acts, spacing=theme.px(8)))
        self.problem.hide()
        window, px = self._over.size(), theme.px
        self.resize(min(px(_WIDE), window.width()), min(px(_HIGH), window.height()))
        self.onward.clicked.connect(self._go_on)
        self.open_file.clicked.connect(self._open_file)
        self.close_button.clicked.connect(self.reject)
        self.close_button.setFocus()

    def _show(self, found: tuple[bytes, tuple[str, ...]]) -> None:
        data, pages = found
        self.waiting.hide()
        if not data.startswith(_PDF) or not self._show_paper(data):
            self._show_text(pages)

    def _show_paper(self, data: bytes) -> bool:
        """Show a PDF; False when it is damaged."""
        paper = PagePreview(self._desk.theme, "Filen")
        try:
            paper.show_pdf(data)
        except ValueError:
            paper.deleteLater()
            return False
        self.paper, self.search = paper, PaperSearch(self._desk.theme, paper)
        paper.put_under_heading(self.search)
        self._layout.insertWidget(2, paper, 1)
        paper.show()  # at once, or it could not take the focus
        page = self._reading.hit.sida or 1
        paper.go_to(page)
        if words := words_found(self._reading.hit):
            self.search.look_for(words[0], page)
        paper.sheets.setFocus()
        return True

    def _show_text(self, pages: Sequence[str]) -> None:
        text = FoundText(self._desk.theme)
        text.setAccessibleName("Texten i filen")
        text.show_pages(pages, self._reading.hit.sida or 1, words_found(self._reading.hit))
        self.text = text
        said = _ITS_TEXT if any(pages) else _NO_TEXT
        self._layout.insertWidget(2, label(said, Label.CAPTION, wrap=True))
        self._layout.insertWidget(3, text, 1)
        text.show()  # at once, as the paper
        text.setFocus()

    def _go_on(self) -> None:
        self.accept()
        self._reading.go_on()

    def _open_file(self) -> None:
        from nämnd.core.errors import NämndError
        from nämnd.error_messages import message_for

        file = self._reading.file
        try:
            why = self._opener.open(file.sha256, file.filnamn, file.rubrik)
        except NämndError as error:
            why = message_for(error)
        self.problem.setText(why)
        self.problem.setVisible(bool(why))


def words_found(hit: Hit) -> tuple[str, ...]:
    """Return the words that were found, as they stand in the file; the longest first."""
    found = dict.fromkeys(piece.text.strip() for piece in hit.snippet if piece.hit)
    return tuple(sorted(filter(None, found), key=len, reverse=True))


def _read(desk: Desk, index: Index, file: FoundFile) -> Work[tuple[bytes, tuple[str, ...]]]:
    yield Progress(0, 0)
    return desk.files.read(file.sha256, file.filnamn), file_pages(index, file.sha256)
