"""The letters of a foreign page and where they stand. It needs pypdfium2: import it late."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from nämnd.publicering.masks import Mask

_UNKNOWN = "\ufffd"
_SURROGATES = range(0xD800, 0xE000)
_SPACE_BETWEEN = 0.2  # of the height of the letters: more between two is a space
_SAME_LINE = 0.5  # of the height: what overlaps so far stands on one line
_MOST_UNKNOWN = 0.1  # of the letters: more that nobody can tell, and the page is no text
_LEAST_LETTERS = 3  # fewer on a page, and it is a picture to us


@dataclass(frozen=True, slots=True)
class Box:
    """Where something stands on the page as it is seen: points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Return its height."""
        return self.bottom - self.top

    def joined(self, other: "Box") -> "Box":
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Letters:
    """A page's letters in the order in which they are drawn; `text` has a sign for each."""

    text: str
    boxes: Sequence[Box | None]  # None: a space or a line end that is only understood
    width: float  # points, of the page as it is seen
    height: float
    things: int  # that are drawn on it: text, pictures, lines

    @property
    def readable(self) -> bool:
        """Say whether the page has text, or nothing at all."""
        return _is_readable(self.text, self.things)

    def hidden(self, mask: Mask) -> frozenset[int]:
        """Return which letters are to be masked.

        Words are looked for in the order in which they are drawn and in that in which they stand:
        a table may be drawn column by column.
        """
        found = {at for span in mask.spans(self.text) for at in range(*span)}
        placed = list(self._as_placed())
        for start, end in mask.spans("".join(sign for sign, _ in placed)):
            found |= {at for _, at in placed[start:end] if at is not None}
        return frozenset(found)

    def in_both_orders(self) -> str:
        """Return the text as it is drawn, then as it stands."""
        return f"{self.text}\n\n{''.join(sign for sign, _ in self._as_placed())}"

    def _as_placed(self) -> Iterator[tuple[str, int | None]]:
        seen = [
            (at, box)
            for at, box in enumerate(self.boxes)
            if box is not None and not self.text[at].isspace()
        ]
        for line in _lines(seen):
            before: Box | None = None
            for at, box in line:
                if before and box.left - before.right > _SPACE_BETWEEN * max(box.height, 1):
                    yield " ", None
                yield self.text[at], at
                before = box
            yield "\n", None


def _lines(seen: Iterable[tuple[int, Box]]) -> Iterator[list[tuple[int, Box]]]:
    """Yield the letters line by line from the top, each line from the left."""
    line: list[tuple[int, Box]] = []
    for at, box in sorted(seen, key=lambda one: (one[1].top + one[1].bottom) / 2):
        middle = (box.top + box.bottom) / 2
        if line and middle - _middle(line[-1][1]) > _SAME_LINE * max(box.height, 1):
            yield sorted(line, key=lambda one: one[1].left)
            line = []
        line.append((at, box))
    if line:
        yield sorted(line, key=lambda one: one[1].left)


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def text_on(page: pypdfium2.PdfPage) -> tuple[str, bool]:
    """Return the text of a page, and whether it is readable."""
    text = page.get_textpage()
    codes = (pdfium.FPDFText_GetUnicode(text, at) for at in range(text.count_chars()))
    words = "".join(map(_sign, codes))
    return words, _is_readable(words, pdfium.FPDFPage_CountObjects(page))


def _is_readable(text: str, things: int) -> bool:
    unknown = text.count(_UNKNOWN)
    seen = sum(not one.isspace() for one in text) - unknown
    return things == 0 or (seen >= _LEAST_LETTERS and unknown <= _MOST_UNKNOWN * seen)


def letters_on(page: pypdfium2.PdfPage) -> Letters:
    """Return the letters of a page."""
    width, height = page.get_size()
    text = page.get_textpage()
    codes = [pdfium.FPDFText_GetUnicode(text, at) for at in range(text.count_chars())]
    boxes = [_box(page, text, at, width, height) for at in range(len(codes))]
    things = pdfium.FPDFPage_CountObjects(page)
    return Letters("".join(map(_sign, codes)), boxes, width, height, things)


def _sign(code: int) -> str:
    return _UNKNOWN if not code or code in _SURROGATES else chr(code)


def _box(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, at: int, width: float, height: float
) -> Box | None:
    """Return where letter `at` is seen, its whole line high; None for what takes no room."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text, at, rect):
        return None
    one = _seen(page, rect.left, rect.top, width, height)
    other = _seen(page, rect.right, rect.bottom, width, height)
    box = Box(
        min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])
    )
    return box if box.right > box.left and box.bottom > box.top else None


_FINE = 1000  # PDFium places in whole device points: these are finer


def _seen(
    page: pypdfium2.PdfPage, x: float, y: float, width: float, height: float
) -> tuple[float, float]:
    """Return a point of the page's own as it is seen, whatever its rotation and boxes."""
    left, top = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page, 0, 0, int(width * _FINE), int(height * _FINE), 0, x, y, left, top
    )
    return left.value / _FINE, top.value / _FINE
