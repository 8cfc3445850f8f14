"""The lines of text in a PDF, page by page. Imported when a PDF is read: it needs pypdfium2."""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import ctypes
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.core.progress import Progress, Work
from nämnd.läsning.decoding import MAX_LINES

_HYPHENS = {0x02, 0xFFFE}  # how PDFium gives a hyphen at the end of a line
_SPACE = 0x20
_WIDE = 1.5  # a gap this many times the height of the letters is a new column
_GAP = 0.7  # extra space between lines, in heights of a line, that starts a new paragraph
_DISORDER = 2  # lines drawn above what they stand under: more, and the page is sorted
_LENGTH = re.compile(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})")


def pdf_lines(data: bytes, name: str) -> Work[list[str]]:
    """Return the lines of text on every page, with a form feed as a line between pages.

    Columns on one line are parted by a tab.

    Raises:
        ForeignFileError: a password is needed, the file is cut off, or it holds no text.
    """
    document = _opened(data, name)
    try:
        lines: list[str] = []
        pages = len(document)
        for number in range(pages):
            yield Progress(number, pages, f"Läser sida {number + 1} av {pages} i {name}")
            if number:
                lines.append("\f")
            lines += _page_lines(document, number)
            if len(lines) > MAX_LINES:
                break
    finally:
        document.close()
    if not any(line.strip() for line in lines):
        raise ForeignFileError(name, Unreadable.NO_TEXT)
    return lines


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    if _cut_off(data):  # PDFium mends what it can, but then the text is not all there
        raise ForeignFileError(name, Unreadable.TRUNCATED)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        why = Unreadable.PASSWORD if locked else Unreadable.TRUNCATED
        raise ForeignFileError(name, why) from error


def _cut_off(data: bytes) -> bool:
    """Tell whether the end is missing: no end mark, or shorter than a linearized file says."""
    said = _LENGTH.search(data[:2048])
    return b"%%EOF" not in data or (said is not None and len(data) < int(said[1]))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line of text and where it stands; points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> list[str]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:  # one broken page: the others may hold the dagordning
        return []
    return with_gaps(reading_order(_placed_lines(text)))


def _placed_lines(text: pypdfium2.PdfTextPage) -> list[PlacedLine]:
    """Return the lines of a page in the order PDFium gives them: the order they were drawn in."""
    codes = [pdfium.FPDFText_GetUnicode(text, index) for index in range(text.count_chars())]
    lines: list[PlacedLine] = []
    start = 0
    for end, code in enumerate((*codes, 0x0A)):
        if code in (0x0A, 0x0D):
            line = _placed_line(text, codes, range(start, end))
            if line is not None:
                lines.append(line)
            start = end + 1
    return lines


def _placed_line(
    text: pypdfium2.PdfTextPage, codes: Sequence[int], span: range
) -> PlacedLine | None:
    seen = [index for index in span if codes[index] not in (_SPACE, 0xA0, 0)]
    if not seen:
        return None
    first, last = _box(text, seen[0]), _box(text, seen[-1])
    out: list[str] = []
    for index in range(seen[0], seen[-1] + 1):
        if codes[index] == _SPACE and _is_wide(text, index):
            out.append("\t")
        else:
            out.append(_char(codes[index]))
    return PlacedLine(
        "".join(out),
        first.left,
        min(first.bottom, last.bottom),
        last.right,
        max(first.top, last.top),
    )


def _char(code: int) -> str:
    if code in _HYPHENS:
        return "-"
    return chr(code) if code and not 0xD800 <= code <= 0xDFFF else ""  # noqa: PLR2004 - surrogates


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float


def _box(text: pypdfium2.PdfTextPage, index: int) -> _Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    return _Box(left.value, bottom.value, right.value, top.value)


def _is_wide(text: pypdfium2.PdfTextPage, space: int) -> bool:
    before, after = _box(text, space - 1), _box(text, space + 1)
    height = max(before.top - before.bottom, after.top - after.bottom, 4.0)
    return after.left - before.right > _WIDE * height


def reading_order(lines: Iterable[PlacedLine]) -> list[PlacedLine]:
    """Return lines as one reads them.

    The order they were drawn in is kept when it goes down the page (then cells of a table stay
    whole); a page drawn helter-skelter is sorted from the top down, lines side by side joined.
    """
    drawn = list(lines)
    jumps = sum(
        _above(after, before) and _share_column(after, before) for before, after in pairwise(drawn)
    )
    return drawn if jumps <= _DISORDER else _sorted_rows(drawn)


def with_gaps(lines: Sequence[PlacedLine]) -> list[str]:
    """Return the texts with an empty line where the space between two lines is unusually large."""
    if not lines:
        return []
    gaps = [before.bottom - line.top for before, line in pairwise(lines)]
    usual = median([gap for gap in gaps if gap > 0] or [0.0])
    out = [lines[0].text]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if gap > usual + _GAP * (line.top - line.bottom):
            out.append("")
        out.append(line.text)
    return out


def _above(line: PlacedLine, other: PlacedLine) -> bool:
    return line.bottom > other.top


def _share_column(line: PlacedLine, other: PlacedLine) -> bool:
    return line.left < other.right and other.left < line.right


def _sorted_rows(lines: Sequence[PlacedLine]) -> list[PlacedLine]:
    rows: list[list[PlacedLine]] = []
    for line in sorted(lines, key=lambda line: -(line.top + line.bottom)):
        middle = (line.top + line.bottom) / 2
        if rows and rows[-1][0].bottom <= middle <= rows[-1][0].top:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.left)) for row in rows]


def _joined(row: Sequence[PlacedLine]) -> PlacedLine:
    return PlacedLine(
        "\t".join(line.text for line in row),
        row[0].left,
        min(line.bottom for line in row),
        max(line.right for line in row),
        max(line.top for line in row),
    )
