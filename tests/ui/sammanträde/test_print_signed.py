"""A protokoll that is justerat is printed as it was signed."""

from contextlib import closing

from pypdfium2 import PdfDocument
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.documents.content import Document, Heading, Letterhead, PageBreak, Subheading
from nämnd.documents.pdf import pdf_bytes
from nämnd.justering.commands import RecordPaper
from tests.nämnd.justering.sets import Set
from ui.sammanträde.exports import print_paper

PATIENCE = 30_000  # ms
PAGES = 5  # more than the protokoll has when it is drawn


def test_what_is_justerat_is_printed_as_it_was_signed(qtbot, desk, store, tmp_path):
    more = (PageBreak(), Subheading("Sida", 2)) * (PAGES - 1)
    head = Letterhead("Nämnden", "Protokoll", "2026-03-27")
    signed = pdf_bytes(Document("P", head, (Heading("P", 1), *more)), created=desk.clock())
    set_ = Set(store)
    kept = desk.files.keep_bytes(signed, "protokoll.pdf")
    store.do(set_.sending(pdf=kept.sha256, paket=None))
    both = (set_.anna, set_.bo)
    store.do(
        RecordPaper(justering_id=set_.id, person_ids=both, datum="2026-04-01", today="2026-04-01")
    )
    parent, path = QWidget(), tmp_path / "utskrift.pdf"
    qtbot.addWidget(parent)
    parent.show()

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintDialog):
            QTimer.singleShot(10, agree)
            return
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        dialog.done(1)

    print_paper(desk, parent, set_.sammanträde, "protokoll")
    QTimer.singleShot(10, agree)
    qtbot.waitUntil(lambda: path.exists() or bool(desk.messages.errors), timeout=PATIENCE)
    with closing(PdfDocument(path)) as found:
        assert len(found) == PAGES
