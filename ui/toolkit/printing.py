"""Printing a PDF that the program has drawn, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:  # takes a while, and few starts print
    from PySide6.QtPrintSupport import QPrinter

_DPI = 300  # enough for text; more only makes the printer slow


def print_pdf(parent: QWidget, data: bytes, title: str) -> None:
    """Let the user choose a printer and print the pages of `data`."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("Skriv ut")
    if dialog.exec():
        paint_pages(printer, data)


def paint_pages(printer: QPrinter, data: bytes) -> int:
    """Paint every page of a PDF on `printer`; return how many."""
    from PySide6.QtPdf import QPdfDocument

    buffer = QBuffer()
    document = QPdfDocument(buffer)
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    painter = QPainter(printer)
    area = printer.pageLayout().paintRectPixels(printer.resolution())
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        size = QSize(round(points.width() * _DPI / 72), round(points.height() * _DPI / 72))
        image = document.render(page, size)
        fitted = size.scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(QPoint(0, 0), fitted), image)
    painter.end()
    return document.pageCount()
