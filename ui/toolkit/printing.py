"""Printing a PDF that the program has drawn, page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # takes a while, and few starts print
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300  # enough for text; more only makes the printer slow


def print_pdf(
    parent: QWidget, data: bytes, title: str, *, printed: Callable[[], None] | None = None
) -> bool:
    """Let the user choose a printer and print the pages of `data`.

    `printed` is called when something was printed. False when the printer could not be used; True
    also when the user thinks better of it.
    """
    from PySide6.QtGui import QPageSize
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Skriv ut")
    agreed = bool(dialog.exec())
    dialog.deleteLater()
    if not agreed:
        return True
    done = paint_pages(printer, data) > 0
    if done and printed is not None:
        printed()
    return done


def paint_pages(printer: QPrinter, data: bytes) -> int:
    """Paint the pages of a PDF that `printer` asks for; return how many.

    0 means that the printer could not be used, or that there are no such pages.
    """
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    document = QPdfDocument(buffer)
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = _wanted(printer, document.pageCount())
    painter = QPainter()
    if not pages or not painter.begin(printer):
        return 0
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        _paint(painter, printer, document, page)
    painter.end()
    return len(pages)


def _wanted(printer: QPrinter, count: int) -> range:
    """Return the pages that were chosen in the dialog (0 is first); all when none were."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(first - 1, min(last, count))


def _paint(painter: QPainter, printer: QPrinter, document: QPdfDocument, page: int) -> None:
    points = document.pagePointSize(page)
    size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
    image = document.render(page, size)
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    fitted = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    painter.drawImage(QRect(QPoint(0, 0), fitted), image)
