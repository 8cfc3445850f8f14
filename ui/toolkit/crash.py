"""What happens when the program meets something nobody foresaw: say so, keep the work, go on.

The report goes to a file at once, from whatever thread the fault is on; the window is shown on the
window's thread when the event loop is next at rest, so that a fault while painting can't paint.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_MOST = 20  # faults written to one report; a fault in a timer could otherwise fill the disk


class CrashGuard(QObject):
    """Catches every error that nothing else caught. `install` it once, in `ui.__main__`.

    Signals:
        shown: the CrashWindow that has just opened.
        quit_wanted: the user chose «Avsluta».
    """

    shown = Signal(object)
    quit_wanted = Signal()
    _happened = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        facts: str,
        flush: Callable[[], object],
    ) -> None:
        """Stand ready.

        Args:
            parent: the main window.
            folder: where reports are written.
            clock: local time, for the report's name.
            facts: first lines of the report: version, platform; nothing about the user's data.
            flush: saves what is being written; it may itself fail.
        """
        super().__init__(parent)
        self._parent, self._folder, self._clock = parent, folder, clock
        self._facts, self._flush = facts, flush
        self._reports: list[str] = []
        self._path: Path | None = None
        self._window: CrashWindow | None = None
        self._lock = threading.RLock()
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook` and `threading.excepthook`."""
        sys.excepthook = self.hook
        threading.excepthook = self._thread_hook

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write the report and have the window shown. Never raises."""
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, self.quit_wanted.emit)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        sys.__excepthook__(kind, error, trace)
        with self._lock:
            if len(self._reports) >= _MOST:
                return
            self._reports.append(report)
            self._write()
        self._happened.emit(report)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)

    def text(self) -> str:
        """Return the whole report."""
        return "\n\n".join([self._facts, *self._reports])

    def _write(self) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if self._path is None:
                self._path = self._folder / f"felrapport-{self._clock():%Y-%m-%d-%H%M%S}.txt"
            self._path.write_text(self.text(), encoding="utf-8")
        except OSError:
            self._path = None  # the window then says that the report is only on the screen

    def _show(self) -> None:
        try:
            self._flush()
            kept = True
        except Exception:  # noqa: BLE001 - the last line of defence; what failed is in the report
            self._reports.append(traceback.format_exc())
            self._write()
            kept = False
        if self._window is None:
            self._window = CrashWindow(self._parent, self._path, kept=kept)
            self._window.finished.connect(self._closed)
            self._window.quit_wanted.connect(self.quit_wanted)
            self._window.open()
            self.shown.emit(self._window)
        self._window.report.setPlainText(self.text())

    def _closed(self) -> None:
        if self._window is not None:
            self._window.deleteLater()
        self._window, self._path, self._reports = None, None, []


class CrashWindow(QDialog):
    """Says that something unexpected happened, and what is safe."""

    quit_wanted = Signal()

    def __init__(self, parent: QWidget, path: Path | None, *, kept: bool) -> None:
        """Tell that the report is at `path` (None: nowhere); `kept`: what was written is saved."""
        super().__init__(parent)
        self.setWindowTitle("Något oväntat hände")
        heading = QLabel("Något oväntat hände")
        heading.setProperty("label", "title")
        self.said = QLabel(_said(path, kept=kept), wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(_SELECTABLE)
        self.report = QPlainTextEdit(readOnly=True)
        self.report.setAccessibleName("Felrapport")
        self.report.setTabChangesFocus(True)
        self.copy = QPushButton("&Kopiera rapporten")
        self.end = QPushButton("&Avsluta")
        self.go_on = QPushButton("&Fortsätt")
        self.go_on.setDefault(True)
        self.copy.clicked.connect(self._copy)
        self.end.clicked.connect(self._quit)
        self.go_on.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(self.copy)
        buttons.addStretch()
        buttons.addWidget(self.end)
        buttons.addWidget(self.go_on)
        layout = QVBoxLayout(self)
        for widget in (heading, self.said, self.report):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        width = self.fontMetrics().averageCharWidth()
        self.resize(width * 90, width * 60)
        self.go_on.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _quit(self) -> None:
        self.accept()
        self.quit_wanted.emit()


_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def _said(path: Path | None, *, kept: bool) -> str:
    safe = (
        "Allt du har skrivit är sparat."
        if kept
        else "Det som redan var sparat är kvar, men det du skrev allra sist kunde inte sparas. "
        "Kopiera det innan du avslutar."
    )
    where = (
        f"En rapport finns i {path}. Skicka den gärna till den som sköter programmet; den berättar "
        "var i programmet felet finns."
        if path
        else "Rapporten nedan kunde inte skrivas till fil. Kopiera den om du vill skicka den."
    )
    return (
        f"Det är ett fel i programmet, inte något du gjorde. {safe}\n\n{where}\n\n"
        "Du kan oftast fortsätta. Avsluta och starta om programmet om något ser konstigt ut."
    )
