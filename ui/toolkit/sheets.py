"""Pages of a PDF as sheets of paper on a desk. Imports QtPdf only when there is a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme

if TYPE_CHECKING:  # takes 15 ms, and the first page has none
    from PySide6.QtPdf import QPdfDocument

_STEP = 1.2  # of zoom, per key press
_ZOOMS = (0.25, 4.0)  # smallest and largest, in actual sizes
_KEPT = 12  # drawn pages kept
_MOST_HITS = 500  # places found that are told; a search for «e» must not take for ever
_FAINT, _STRONG = 70, 130  # how much of the colour covers what is found, of 255

Place: TypeAlias = tuple[int, float]
"""A page (1 is first) and points from its top. Of two places the larger is further down."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where something that was looked for stands: on a page (1 is first), in points."""

    page: int
    areas: tuple[QRectF, ...]  # one a line


class Pdf:
    """An opened PDF and the bytes it reads from, which must live as long."""

    def __init__(self, data: bytes, parent: QObject) -> None:
        """Open `data`.

        Raises:
            ValueError: it is not a PDF that can be shown.
        """
        from PySide6.QtPdf import QPdfDocument

        self._buffer = QBuffer(parent)
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self.document: QPdfDocument = QPdfDocument(self._buffer)
        self._texts: dict[int, str] = {}
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready:
            raise ValueError(self.document.error().name)

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return self.document.pageCount()

    def text(self, page: int) -> str:
        """Return the text of a page (0 is first), in reading order."""
        if page not in self._texts:
            self._texts[page] = self.document.getAllText(page).text()
        return self._texts[page]

    def headings(self) -> list[tuple[str, int, float]]:
        """Return the bookmarks: title, page (0 is first), points from the top of the page."""
        from PySide6.QtPdf import QPdfBookmarkModel

        roles = QPdfBookmarkModel.Role
        model = QPdfBookmarkModel()
        model.setDocument(self.document)
        found: list[tuple[str, int, float]] = []
        waiting = [model.index(at, 0) for at in range(model.rowCount())][::-1]
        while waiting:
            index = waiting.pop()
            place = index.data(roles.Location.value)
            found.append((index.data(roles.Title.value), index.data(roles.Page.value), place.y()))
            waiting += [model.index(at, 0, index) for at in range(model.rowCount(index))][::-1]
        return found

    def find(self, words: str) -> tuple[Hit, ...]:
        """Return where `words` stand, upper and lower case alike, also across lines."""
        sought = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        if not sought.pattern:
            return ()
        found: list[Hit] = []
        for page in range(self.pages):
            for one in sought.finditer(self.text(page)):
                found.append(self._hit(page, one.start(), one.end()))
                if len(found) == _MOST_HITS:
                    return tuple(found)
        return tuple(found)

    def _hit(self, page: int, start: int, end: int) -> Hit:
        chosen = self.document.getSelectionAtIndex(page, start, end - start)
        return Hit(page + 1, tuple(one.boundingRect() for one in chosen.bounds()))

    def close(self) -> None:
        """Let go of the bytes."""
        self.document.close()
        self._buffer.deleteLater()


class SheetView(QAbstractScrollArea):
    """Shows the pages under each other.

    Arrows, Page Up and Down, Home and End move; Ctrl with plus, minus, 0 (fit to width) or the
    wheel zooms.

    Signals:
        page_changed: the page most in sight (1 is first).
        moved: another part of the pages may be in sight.
    """

    page_changed = Signal(int)
    moved = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no pages."""
        super().__init__()
        self._theme = theme
        self.pdf: Pdf | None = None
        self._zoom: float | None = None  # None: as wide as there is room for
        self._sheets: list[QRect] = []
        self._drawn: dict[tuple[int, int], QImage] = {}
        self._page = 1
        self._hits: tuple[Hit, ...] = ()
        self._hit = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(self._moved)
        theme.changed.connect(self.viewport().update)

    @property
    def page(self) -> int:
        """Return the page most in sight (1 is first)."""
        return self._page

    @property
    def zoom(self) -> float:
        """Return the size of the pages, 1.0 being actual size at 96 pixels per inch."""
        if self.pdf is None or not self._sheets:
            return 1.0
        return self._sheets[0].width() / (self.pdf.document.pagePointSize(0).width() * 96 / 72)

    def show_pdf(self, pdf: Pdf) -> None:
        """Show another PDF at the same place as the one before."""
        old, self.pdf = self.pdf, pdf
        self._drawn.clear()
        self._hits = ()
        self._arrange()
        if old is not None:
            old.close()
        self.viewport().update()

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at `zoom`; None: as wide as there is room for. The page in sight stays."""
        page, past = self._place()
        self._zoom = zoom and min(max(zoom, _ZOOMS[0]), _ZOOMS[1])
        self._drawn.clear()
        self._arrange()
        if self._sheets:
            sheet = self._sheets[page]
            self.verticalScrollBar().setValue(sheet.top() + round(past * sheet.height()))
        self.viewport().update()

    def zoom_by(self, steps: int) -> None:
        """Make pages larger or smaller."""
        self.set_zoom(self.zoom * _STEP**steps)

    def go_to(self, page: int, points: float = 0) -> None:
        """Show `page` (1 is first) from `points` below its top."""
        if self.pdf is None or not 1 <= page <= len(self._sheets):
            return
        sheet = self._sheets[page - 1]
        scale = sheet.height() / self.pdf.document.pagePointSize(page - 1).height()
        margin = self._theme.px(8)
        self.verticalScrollBar().setValue(round(sheet.top() + points * scale) - margin)

    def in_sight(self) -> tuple[Place, Place]:
        """Return where what is seen begins and ends."""
        top = self.verticalScrollBar().value()
        return self._place_at(top), self._place_at(top + self.viewport().height())

    def place_in_sight(self, part: float) -> Place:
        """Return the place that is `part` (0 to 1) down in what is seen."""
        height = self.viewport().height()
        return self._place_at(self.verticalScrollBar().value() + round(part * height))

    def mark(self, hits: Sequence[Hit], current: int = 0) -> None:
        """Mark what was found, one of them as the one that is looked at, and show that one."""
        self._hits, self._hit = tuple(hits), current
        self.viewport().update()
        if self._hits and self._hits[current].areas:
            hit = self._hits[current]
            self._show_area(hit.page, hit.areas[0])

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        bar, control = self.verticalScrollBar(), Qt.KeyboardModifier.ControlModifier
        match Qt.Key(arg__1.key()):
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal if arg__1.modifiers() & control:
                self.zoom_by(1)
            case Qt.Key.Key_Minus if arg__1.modifiers() & control:
                self.zoom_by(-1)
            case Qt.Key.Key_0 if arg__1.modifiers() & control:
                self.set_zoom(None)
            case Qt.Key.Key_Home:
                bar.setValue(0)
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(arg__1)

    def wheelEvent(self, arg__1: QWheelEvent) -> None:
        if arg__1.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if arg__1.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(arg__1)

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        page, past = self._place()
        self._arrange()
        if self._sheets and self._zoom is None:
            sheet = self._sheets[min(page, len(self._sheets) - 1)]
            self.verticalScrollBar().setValue(sheet.top() + round(past * sheet.height()))

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(arg__1.rect(), self._theme.colour(Role.DESK))
        offset = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, sheet in enumerate(self._sheets):
            place = sheet.translated(-offset)
            if place.intersects(arg__1.rect()):
                self._paint_sheet(painter, page, place)
        painter.end()

    def _paint_sheet(self, painter: QPainter, page: int, place: QRect) -> None:
        shadow = self._theme.colour(Role.TEXT)
        for spread, alpha in ((3, 10), (2, 16), (1, 26)):
            shadow = shadow.fromRgb(0, 0, 0, alpha)
            painter.fillRect(place.adjusted(-spread, 1 - spread, spread, 1 + spread), shadow)
        painter.fillRect(place, self._theme.colour(Role.PAPER))
        painter.drawImage(place.topLeft(), self._image(page, place.size()))
        self._paint_hits(painter, page, place)

    def _paint_hits(self, painter: QPainter, page: int, place: QRect) -> None:
        for number, hit in enumerate(self._hits):
            if hit.page != page + 1:
                continue
            current = number == self._hit
            colour = self._theme.colour(Role.ACCENT)
            colour.setAlpha(_STRONG if current else _FAINT)
            for area in hit.areas:
                painter.fillRect(self._on_screen(area, page, place), colour)

    def _on_screen(self, area: QRectF, page: int, place: QRect) -> QRect:
        scale = self._scale(page, place)
        left, top = place.left() + area.left() * scale, place.top() + area.top() * scale
        return QRectF(left, top, area.width() * scale, area.height() * scale).toAlignedRect()

    def _scale(self, page: int, place: QRect) -> float:
        """Return pixels a point of a page (0 is first)."""
        assert self.pdf is not None  # noqa: S101 - there is a sheet
        return place.height() / self.pdf.document.pagePointSize(page).height()

    def _show_area(self, page: int, area: QRectF) -> None:
        """Scroll only when the area is not in sight already."""
        if not 1 <= page <= len(self._sheets):
            return
        bar, shown = self.verticalScrollBar(), self._sheets[page - 1]
        where = self._on_screen(area, page - 1, shown)
        top, height = bar.value(), self.viewport().height()
        if where.top() < top or where.bottom() > top + height:
            bar.setValue(where.center().y() - height // 3)
        if where.left() < self.horizontalScrollBar().value():
            self.horizontalScrollBar().setValue(where.left())

    def _place_at(self, y: int) -> Place:
        above = [number for number, one in enumerate(self._sheets) if one.top() <= y]
        if not above:
            return 1, 0.0
        page = above[-1]
        sheet = self._sheets[page]
        return page + 1, (y - sheet.top()) / self._scale(page, sheet)

    def _image(self, page: int, size: QSize) -> QImage:
        key = (page, size.width())
        if key not in self._drawn and self.pdf is not None:
            if len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            ratio = self.devicePixelRatioF()
            image = self.pdf.document.render(page, (size.toSizeF() * ratio).toSize())
            image.setDevicePixelRatio(ratio)
            self._drawn[key] = image
        return self._drawn.get(key, QImage())

    def _arrange(self) -> None:
        """Work out where every sheet lies; the place scrolled to stays."""
        gap, view = self._theme.px(14), self.viewport().size()
        if self.pdf is None:
            self._sheets = []
            return
        sizes = [self.pdf.document.pagePointSize(page) for page in range(self.pdf.pages)]
        widest = max((size.width() for size in sizes), default=1.0)
        scale = max(view.width() - 2 * gap, gap) / widest
        if self._zoom is not None:
            scale = self._zoom * 96 / 72
        self._sheets, top = [], gap // 2
        across = max(view.width(), round(widest * scale) + 2 * gap)
        for size in sizes:
            width, height = round(size.width() * scale), round(size.height() * scale)
            self._sheets.append(QRect((across - width) // 2, top, width, height))
            top += height + gap
        self._set_bars(across, top, view)
        self._moved()

    def _set_bars(self, across: int, down: int, view: QSize) -> None:
        for bar, whole, seen in (
            (self.horizontalScrollBar(), across, view.width()),
            (self.verticalScrollBar(), down, view.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.px(24))
            bar.setRange(0, max(0, whole - seen))

    def _place(self) -> tuple[int, float]:
        """Return the page at the top of the view (0 is first), and how far down it in parts."""
        y = self.verticalScrollBar().value()
        for page, sheet in enumerate(self._sheets):
            if sheet.bottom() >= y:
                return page, (y - sheet.top()) / max(1, sheet.height())
        return 0, 0.0

    def _moved(self) -> None:
        self.viewport().update()
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        view = QRect(0, top, max(1, self.viewport().width()), height)
        seen = [view.intersected(sheet).height() for sheet in self._sheets]
        page = seen.index(max(seen)) + 1 if seen else 1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self.moved.emit()
