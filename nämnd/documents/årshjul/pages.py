"""The pages of the year, lying: wheel, timeline, table. Imports reportlab: import it late.

Everything drawn is marked with the element it belongs to, or as an artifact, as in the other
documents (`nämnd.documents.pdf.drawing`); `nämnd.documents.pdf.finish` adds the structure.
"""

import io
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from nämnd.core.swedish import long_date, short_date
from nämnd.documents.pdf.fonts import Face, drawable, width
from nämnd.documents.pdf.layout import Sheet
from nämnd.documents.pdf.pages import Page, Placed
from nämnd.documents.pdf.slabs import Anchor, Slab
from nämnd.documents.pdf.style import ACCENT, INK, MM, MUTED, RULE, Colour
from nämnd.documents.pdf.tags import Element, Mark, Tag
from nämnd.documents.årshjul.painting import measure, paint
from nämnd.årsplan.picture import Paper, Picture
from nämnd.årsplan.timeline import timeline
from nämnd.årsplan.values import Årspost
from nämnd.årsplan.wheel import wheel
from nämnd.årsplan.wording import SLAG_TEXT, in_short, marks, of_year

_SIZES = {"A4": (841.89, 595.28), "A3": (1190.55, 841.89)}
_UNIT = {"A4": 0.72, "A3": 1.02}  # points for a pixel of the design
_MARGIN = 14 * MM
_SMALLEST = 0.45  # times the unit; a timeline of hundreds is drawn small
_HEADS = ("Dag", "Vad", "Slag", "Läge")
_SHARES = (0.22, 0.45, 0.17, 0.16)


class YearPaper:
    """Draws the pages of a year; `sheet` is what they mean."""

    def __init__(
        self, poster: Sequence[Årspost], år: int, namn: str, today: date, paper: str
    ) -> None:
        """Prepare for one drawing."""
        self._poster = of_year(poster, år)
        self._år, self._namn, self._today = år, namn, today
        self._wide, self._high = _SIZES[paper]
        self._unit = _UNIT[paper]
        drawable("")  # the faces are known from here on
        self._file = io.BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(self._wide, self._high),
            invariant=1,
            pageCompression=0,  # `finish` packs
            initialFontName=Face.REGULAR.value,  # pyright: ignore[reportArgumentType]  stub is wrong
        )
        self._root = Element(Tag.DOCUMENT, attached=True)
        self._pages: list[Page] = [Page()]
        self._marks = 0
        self._y = self._high - _MARGIN

    @property
    def sheet(self) -> Sheet:
        """The pages with their structure, for `finish`."""
        return Sheet(self._pages, self._root, "", "")

    def draw(self) -> bytes:
        """Draw all pages. What comes back has no structure yet."""
        self._heading(f"Årshjul {self._år}", Tag.H1, 1, self._namn)
        self._figure(self._wheel(), "Årshjul")
        self._next_page()
        self._heading(f"Tidslinje {self._år}", Tag.H2, 2)
        self._figure(self._timeline(), "Tidslinje")
        self._next_page()
        self._heading(f"Året {self._år} i ord", Tag.H2, 2)
        self._table()
        self._foot()
        self._canvas.save()
        return self._file.getvalue()

    @property
    def _room(self) -> float:
        return self._wide - 2 * _MARGIN

    def _u(self, design: float) -> float:
        return design * self._unit

    def _wheel(self) -> Picture:
        high = self._y - _MARGIN - self._u(16)
        paper = Paper(self._room, self._unit, measure, high)
        return wheel(self._poster, self._år, self._today, paper)

    def _timeline(self) -> Picture:
        """Return the timeline as large as it can be on one page."""
        high, part = self._y - _MARGIN - self._u(16), 1.0
        while True:
            paper = Paper(self._room, self._unit * part, measure)
            drawn = timeline(self._poster, self._år, self._today, paper)
            if drawn.height <= high or part <= _SMALLEST:
                return drawn
            part -= 0.05

    def _next_page(self) -> None:
        self._foot()
        self._canvas.showPage()
        self._pages.append(Page())
        self._marks = 0
        self._y = self._high - _MARGIN

    def _foot(self) -> None:
        size = self._u(11)
        with self._artifact("/Artifact <</Type /Pagination /Subtype /Footer>> BDC"):
            left = f"{self._namn} · Årshjul {self._år} · {short_date(self._today)}"
            self._write(_MARGIN, _MARGIN - size, left, size, MUTED)
            number = str(len(self._pages))
            at = self._wide - _MARGIN - width(number, Face.REGULAR, size)
            self._write(at, _MARGIN - size, number, size, MUTED)

    def _heading(self, text: str, tag: Tag, level: int, beside: str = "") -> None:
        size = self._u(26 if level == 1 else 20)
        self._y -= size
        anchor = Slab(0, anchor=Anchor("", text, level))
        self._pages[-1].placed.append(Placed(anchor, self._y + size))
        with self._marked(self._root.child(tag)):
            self._write(_MARGIN, self._y, text, size, INK, Face.SEMIBOLD)
        if beside:
            small = self._u(15)
            room = self._room - width(text, Face.SEMIBOLD, size) - self._u(30)
            words = _short(beside, small, room)
            x = self._wide - _MARGIN - width(words, Face.REGULAR, small)
            with self._marked(self._root.child(Tag.P)):
                self._write(x, self._y, words, small, MUTED)
        self._y -= self._u(12)

    def _figure(self, picture: Picture, what: str) -> None:
        alt = (
            f"{what} över {self._år}. {in_short(self._poster, self._år)} "
            "Allt som är ritat står också som en tabell, «Året i ord»."
        )
        element = self._root.child(Tag.FIGURE, alt=alt)
        low = self._y - picture.height
        element.bbox = (_MARGIN, low, _MARGIN + picture.width, self._y)
        with self._marked(element):
            paint(self._canvas, picture, _MARGIN, self._y)
        self._y = low

    def _table(self) -> None:
        if not self._poster:
            with self._marked(self._root.child(Tag.P)):
                self._y -= self._u(16)
                self._write(_MARGIN, self._y, "Ingenting är planerat.", self._u(14), INK)
            return
        table = self._root.child(Tag.TABLE)
        self._head(table.child(Tag.THEAD).child(Tag.TR))
        body = table.child(Tag.TBODY)
        for post in self._poster:
            self._row(body, _cells(post))

    def _head(self, element: Element | None) -> None:
        """Write the head; None: again on a later page, where it is not read again."""
        size = self._u(13)
        self._y -= size * 1.4
        for x, _, text in self._places(_HEADS):
            if element is None:
                with self._artifact("/Artifact BMC"):
                    self._write(x, self._y, text, size, ACCENT, Face.SEMIBOLD)
            else:
                with self._marked(element.child(Tag.TH)):
                    self._write(x, self._y, text, size, ACCENT, Face.SEMIBOLD)
        self._y -= size * 0.45
        self._rule(0.8)

    def _row(self, body: Element, cells: tuple[str, ...]) -> None:
        size = self._u(13)
        lines = [_broken(text, size, wide - self._u(8)) for _, wide, text in self._places(cells)]
        high = max(map(len, lines)) * size * 1.3 + size * 0.55
        if self._y - high < _MARGIN + self._u(10):
            self._next_page()
            self._head(None)
        row = body.child(Tag.TR)
        for number, (x, _, _text) in enumerate(self._places(cells)):
            cell = row.child(Tag.TH if number == 0 else Tag.TD)
            if number == 0:
                cell.scope = "Row"
            shown = [line for line in lines[number] if line]
            if not shown:
                continue
            with self._marked(cell):
                for at, line in enumerate(shown, start=1):
                    self._write(x, self._y - at * size * 1.3, line, size, INK)
        self._y -= high
        self._rule(0.4)

    def _places(self, cells: Sequence[str]) -> list[tuple[float, float, str]]:
        """Return where each cell begins, how wide it is, and its text."""
        x = _MARGIN
        found: list[tuple[float, float, str]] = []
        for share, text in zip(_SHARES, cells, strict=True):
            found.append((x, share * self._room, text))
            x += share * self._room
        return found

    def _rule(self, thickness: float) -> None:
        with self._artifact("/Artifact BMC"):
            self._canvas.setStrokeColorRGB(*RULE)
            self._canvas.setLineWidth(thickness)
            self._canvas.line(_MARGIN, self._y, self._wide - _MARGIN, self._y)

    def _write(
        self, x: float, y: float, text: str, size: float, ink: Colour, face: Face = Face.REGULAR
    ) -> None:
        self._canvas.setFillColorRGB(*ink)
        self._canvas.setFont(face.value, size)
        self._canvas.drawString(x, y, drawable(text))

    @contextmanager
    def _marked(self, element: Element) -> Generator[None]:
        element.kids.append(Mark(len(self._pages) - 1, self._marks))
        self._canvas.addLiteral(f"/{element.tag.value} <</MCID {self._marks}>> BDC")
        self._marks += 1
        yield
        self._canvas.addLiteral("EMC")

    @contextmanager
    def _artifact(self, opening: str) -> Generator[None]:
        self._canvas.addLiteral(opening)
        yield
        self._canvas.addLiteral("EMC")


def _cells(post: Årspost) -> tuple[str, ...]:
    last = f" till {long_date(post.till)}" if post.till and post.till != post.dag else ""
    day = f"{long_date(post.dag)}{last}"
    läge = ", ".join(marks(post))
    return day[:1].upper() + day[1:], post.text, SLAG_TEXT[post.slag], läge[:1].upper() + läge[1:]


def _broken(text: str, size: float, room: float) -> list[str]:
    """Return the lines of a cell; a word that is wider than the cell is cut."""
    lines: list[str] = [""]
    for word in drawable(text).split():
        longer = f"{lines[-1]} {word}".strip()
        if width(longer, Face.REGULAR, size) <= room:
            lines[-1] = longer
        elif lines[-1]:
            lines.append(_short(word, size, room))
        else:
            lines[-1] = _short(word, size, room)
    return lines


def _short(text: str, size: float, room: float) -> str:
    paper = Paper(room, 1, measure)
    return paper.short(drawable(text), size, room)
