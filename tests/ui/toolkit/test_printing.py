import pypdfium2
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.toolkit.test_preview import pdf
from ui.toolkit.printing import paint_pages, print_pdf


def to_file(printer: QPrinter, path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def darkest(path, page: int) -> int:
    document = pypdfium2.PdfDocument(path)
    low, _ = document[page].render(scale=1).to_pil().convert("L").getextrema()
    document.close()
    return low


def test_every_page_is_printed(qapp, tmp_path):
    path = tmp_path / "utskrift.pdf"
    printer = to_file(QPrinter(), path)
    assert paint_pages(printer, pdf(3)) == 3
    document = pypdfium2.PdfDocument(path)
    assert len(document) == 3
    document.close()
    assert [darkest(path, page) < 100 for page in range(3)] == [True] * 3


@pytest.mark.parametrize("agreed", [True, False], ids=["printed", "cancelled"])
def test_the_user_chooses_the_printer_or_thinks_better_of_it(qtbot, tmp_path, agreed):
    window, path = QWidget(), tmp_path / "utskrift.pdf"
    qtbot.addWidget(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        to_file(dialog.printer(), path)
        dialog.done(int(agreed))

    QTimer.singleShot(0, answer)
    printed = []
    print_pdf(window, pdf(1), "Dagordning", printed=lambda: printed.append(True))
    assert path.exists() is bool(printed) is agreed


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [(2, 3, 2), (1, 1, 1), (3, 9, 1), (0, 0, 4), (7, 9, 0)],
    ids=["in the middle", "the first", "past the end", "all", "none there"],
)
def test_only_the_pages_that_were_asked_for_are_printed(qapp, tmp_path, first, last, printed):
    printer = to_file(QPrinter(), tmp_path / "utskrift.pdf")
    printer.setFromTo(first, last)
    count = 4 if (first, last) != (3, 9) else 3
    assert paint_pages(printer, pdf(count)) == printed
