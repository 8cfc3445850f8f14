"""Pages through reportlab. Everything drawn is either marked with its element or an artifact."""

import io
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from nämnd.documents.pdf.fonts import drawable, width
from nämnd.documents.pdf.layout import Sheet
from nämnd.documents.pdf.pages import Page, Placed
from nämnd.documents.pdf.slabs import Stroke, Words
from nämnd.documents.pdf.style import (
    FOOT_BASELINE,
    HEAD_BASELINE,
    HEAD_RULE,
    INK,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    RULE,
    RUNNING,
    SIGN_RULE,
    TEXT_WIDTH,
    Colour,
)
from nämnd.documents.pdf.tags import Annotation, Element, Field, Mark

_BETWEEN = 18  # the two halves of the running head, at least
_NUMBER_ROOM = 52  # right of the places to sign, for «120 (120)»
_SIGN_GAP = 16  # between places to sign
_SIGN_MOST = 150  # the width of one
_UNDERLINE = 1.6  # under the baseline
_LINK_UNDER, _LINK_OVER = 3, 9  # what a click hits, under and over the baseline


def draw(sheet: Sheet) -> bytes:
    """Draw every page; hang marks and links on the elements of `sheet.root`.

    What comes back is a PDF without its structure: `finish` adds that.
    """
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        invariant=1,
        pageCompression=0,  # `finish` packs
        initialFontName=RUNNING.face.value,  # pyright: ignore[reportArgumentType]  stub is wrong
    )
    for number, page in enumerate(sheet.pages):
        _Pen(canvas, number).draw(page, sheet)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Pen:
    """Draws one page."""

    def __init__(self, canvas: Canvas, number: int) -> None:
        self._canvas = canvas
        self._number = number
        self._marks = 0
        self._underlines: list[Stroke] = []

    def draw(self, page: Page, sheet: Sheet) -> None:
        """Draw `page`: what is repeated, what is meant, what decorates."""
        self._draw_running(sheet)
        for placed in page.placed:
            self._draw_picture(placed)
        self._draw_words(page)
        self._add_fields(page)
        with self._artifact("/Artifact BMC"):
            for placed in page.placed:
                self._draw_strokes(placed.slab.strokes, placed.top)
            self._draw_strokes(self._underlines, 0)

    def _draw_running(self, sheet: Sheet) -> None:
        total = len(sheet.pages)
        with self._artifact("/Artifact <</Type /Pagination /Subtype /Footer>> BDC"):
            self._write_at_right(FOOT_BASELINE, f"{self._number + 1} ({total})")
            self._draw_signs(sheet.signs)
        if self._number == 0:
            return  # the letterhead says it
        with self._artifact("/Artifact <</Type /Pagination /Subtype /Header>> BDC"):
            left = self._short(sheet.running_left, TEXT_WIDTH / 2)
            room = TEXT_WIDTH - width(left, RUNNING.face, RUNNING.size) - _BETWEEN
            self._text(LEFT, HEAD_BASELINE, left)
            self._write_at_right(HEAD_BASELINE, self._short(sheet.running_right, room))
            self._draw_strokes([Stroke(LEFT, 0, RIGHT, 0, 0.5, RULE)], HEAD_RULE)

    def _draw_signs(self, signs: tuple[str, ...]) -> None:
        """Draw lines to sign on, each with what it is for under it."""
        for x, wide, label in _sign_places(signs):
            self._draw_strokes([Stroke(x, 0, x + wide, 0, 0.5, INK)], SIGN_RULE)
            self._text(x, FOOT_BASELINE, self._short(label, wide))

    def _write_at_right(self, y: float, words: str) -> None:
        self._text(RIGHT - width(words, RUNNING.face, RUNNING.size), y, words)

    def _text(self, x: float, y: float, words: str) -> None:
        self._canvas.setFillColorRGB(*RUNNING.colour)
        self._canvas.setFont(RUNNING.face.value, RUNNING.size)
        self._canvas.drawString(x, y, words)

    @staticmethod
    def _short(words: str, room: float) -> str:
        words = drawable(words).replace("\n", " ")
        while width(words, RUNNING.face, RUNNING.size) > room:
            words = words.rstrip("… ")[:-1] + "…"
        return words

    def _draw_words(self, page: Page) -> None:
        for element, run in _runs_of_one(page):
            if element is None:
                with self._artifact("/Artifact BMC"):
                    self._write(run)
            else:
                with self._marked(element):
                    self._write(run)
                if element.words:  # a link
                    self._link(element, run)

    def _write(self, run: list[tuple[Words, float]]) -> None:
        text = self._canvas.beginText()
        for words, top in run:
            text.setTextOrigin(words.x, top - words.y)
            text.setFont(words.face.value, words.size)
            text.setFillColorRGB(*words.colour)
            text.textOut(words.text)
        self._canvas.drawText(text)

    def _link(self, element: Element, run: list[tuple[Words, float]]) -> None:
        for words, top in run:
            base, right = top - words.y, words.x + _visible_width(words)
            rect = (words.x, base - _LINK_UNDER, right, base + _LINK_OVER)
            element.kids.append(Annotation(self._number, rect, words.href, element))
            under = base - _UNDERLINE
            self._underlines.append(Stroke(words.x, -under, right, -under, 0.5, words.colour))

    def _add_fields(self, page: Page) -> None:
        for placed in page.placed:
            for one in placed.slab.fields:
                top = placed.top - one.y
                rect = (one.x, top - one.height, one.x + one.width, top)
                one.element.kids.append(Field(self._number, rect, one.name, one.label))

    def _draw_picture(self, placed: Placed) -> None:
        picture = placed.slab.picture
        if picture is None:
            return
        x, y = picture.x, placed.top - picture.y - picture.height
        picture.element.bbox = (x, y, x + picture.width, y + picture.height)
        with self._marked(picture.element):
            self._canvas.saveState()
            self._canvas.translate(x, y)
            self._canvas.scale(picture.width, picture.height)
            self._canvas.addLiteral("/Logo Do")
            self._canvas.restoreState()

    def _draw_strokes(self, strokes: Iterable[Stroke], top: float) -> None:
        for stroke in strokes:
            self._stroke(stroke.colour, stroke.thickness)
            self._canvas.line(stroke.x1, top - stroke.y1, stroke.x2, top - stroke.y2)

    def _stroke(self, colour: Colour, thickness: float) -> None:
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(thickness)

    @contextmanager
    def _marked(self, element: Element) -> Generator[None]:
        element.attach()
        element.kids.append(Mark(self._number, self._marks))
        self._canvas.addLiteral(f"/{element.tag.value} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def _artifact(self, opening: str) -> Generator[None]:
        self._canvas.addLiteral(opening)
        yield
        self._canvas.addLiteral("EMC")


def _sign_places(signs: tuple[str, ...]) -> Iterator[tuple[float, float, str]]:
    """Yield the left edge, the width and the label of each place to sign."""
    if not signs:
        return
    wide = min((TEXT_WIDTH - _NUMBER_ROOM) / len(signs) - _SIGN_GAP, _SIGN_MOST)
    for place, label in enumerate(signs):
        yield LEFT + place * (wide + _SIGN_GAP), wide, label


def _visible_width(words: Words) -> float:
    """Return the width without the space that ends a broken line."""
    shown = words.text.rstrip(" ")
    return words.width - width(words.text[len(shown) :], words.face, words.size)


def _runs_of_one(page: Page) -> Iterator[tuple[Element | None, list[tuple[Words, float]]]]:
    """Yield neighbouring words that belong to one element, with the tops of their slabs."""
    run: list[tuple[Words, float]] = []
    owner: Element | None = None
    for placed in page.placed:
        for words in placed.slab.words:
            if run and words.element is not owner:
                yield owner, run
                run = []
            owner = words.element
            run.append((words, placed.top))
    if run:
        yield owner, run
