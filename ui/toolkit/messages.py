"""Telling and asking the user. A port, so that tests need neither screen nor patching.

Tests use `tests.ui.recording.RecordingMessages`.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFileDialog,  # noqa: TID251 - the one place that may
    QFrame,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QMessageBox,  # noqa: TID251 - the one place that may
    QWidget,
)

Kinds = Sequence[tuple[str, str]]
"""What files may be chosen: («PDF», «*.pdf»), («Dagordning», «*.txt *.pdf *.docx»)."""

_NOTICE_SHOWN = 6000  # ms; long enough to read two lines (WCAG 2.2.1: it says nothing vital)


class Messages(Protocol):
    """What the program can say to the user, and ask."""

    def error(self, text: str) -> None:
        """Say that something was refused, and why."""
        ...

    def tell(self, text: str) -> None:
        """Say that something is done, with more to it than can be said in passing."""
        ...

    def notice(self, text: str) -> None:
        """Say in passing that something is done; the user need not answer."""
        ...

    def confirm(self, question: str, *, yes: str = "Ja") -> bool:
        """Ask before something. `yes` is the text of the button; False is the safe answer."""
        ...

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Ask for one line; None when the user thinks better of it."""
        ...

    def open_file(self, title: str, kinds: Kinds) -> Path | None:
        """Ask which file to read."""
        ...

    def open_files(self, title: str, kinds: Kinds) -> tuple[Path, ...]:
        """Ask which files to read; none when the user thinks better of it."""
        ...

    def save_file(self, title: str, suggested: str, kinds: Kinds) -> Path | None:
        """Ask where to write; the user has then agreed to replace what is there."""
        ...

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """Ask for a folder."""
        ...


class BoxMessages:
    """Messages as boxes over `parent`, which is usually the main window."""

    def __init__(self, parent: QWidget) -> None:
        """Speak over `parent`."""
        self._parent = parent
        self._toast: Toast | None = None

    def error(self, text: str) -> None:
        """Show a box that must be closed."""
        box = self._box(QMessageBox.Icon.Warning, "Det gick inte", text)
        box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def tell(self, text: str) -> None:
        """Show a box that must be closed."""
        box = self._box(QMessageBox.Icon.Information, "Klart", text)
        box.addButton("Stäng", QMessageBox.ButtonRole.AcceptRole)
        box.exec()

    def notice(self, text: str) -> None:
        """Show a line at the bottom that goes away by itself."""
        if self._toast is None:
            self._toast = Toast(self._parent)
        self._toast.say(text)

    def confirm(self, question: str, *, yes: str = "Ja") -> bool:
        """Show a question; Enter and Escape both mean «Avbryt»."""
        box = self._box(QMessageBox.Icon.Question, "Bekräfta", question)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton("Avbryt", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        return box.clickedButton() is agreed

    def ask_text(self, title: str, label: str, text: str = "") -> str | None:
        """Show a line to fill in."""
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(title)
        dialog.setLabelText(label)
        dialog.setTextValue(text)
        dialog.setOkButtonText("Klar")
        dialog.setCancelButtonText("Avbryt")
        return dialog.textValue() if dialog.exec() else None

    def open_file(self, title: str, kinds: Kinds) -> Path | None:
        """Show the system's dialog."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, "", filter_text(kinds))
        return Path(name) if name else None

    def open_files(self, title: str, kinds: Kinds) -> tuple[Path, ...]:
        """Show the system's dialog."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, title, "", filter_text(kinds))
        return tuple(Path(name) for name in names)

    def save_file(self, title: str, suggested: str, kinds: Kinds) -> Path | None:
        """Show the system's dialog; it asks before a file is replaced."""
        name, _ = QFileDialog.getSaveFileName(self._parent, title, suggested, filter_text(kinds))
        return Path(name) if name else None

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """Show the system's dialog."""
        name = QFileDialog.getExistingDirectory(self._parent, title, str(start or ""))
        return Path(name) if name else None

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setIcon(icon)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file name is not HTML
        box.setText(text)
        return box


def filter_text(kinds: Kinds) -> str:
    """Return `kinds` as Qt wants them, every file last."""
    return ";;".join([*(f"{name} ({pattern})" for name, pattern in kinds), "Alla filer (*)"])


class Toast(QFrame):
    """A line over the bottom of `parent` that goes away by itself and never takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        """Hide until there is something to say."""
        super().__init__(parent)
        self.setObjectName("toast")
        self._over = parent
        self.label = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        layout = QHBoxLayout(self)
        layout.addWidget(self.label)
        self._timer = QTimer(self, singleShot=True, interval=_NOTICE_SHOWN)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`, also to screen readers."""
        self.label.setText(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._over.rect()
        metrics = self.label.fontMetrics()
        wanted = metrics.horizontalAdvance(self.label.text()) + 4 * metrics.averageCharWidth()
        self.label.setFixedWidth(min(wanted, area.width() * 2 // 3))
        self.adjustSize()
        bottom = area.height() - self.height() - 3 * metrics.height()
        self.move((area.width() - self.width()) // 2, bottom)
