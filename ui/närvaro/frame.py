"""The frame of the dialogs about who is there: labelled rows, what is unusual, Spara and Avbryt."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFormLayout, QLayout, QVBoxLayout, QWidget

from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Theme


class Frame(QDialog):
    """A dialog that saves with its button or Ctrl+Enter, and stays while `save` says no.

    Attributes:
        problem: what keeps it from being saved.
        warning: what is unusual; it never keeps the user from saving.
        keep: the button that saves.
    """

    def __init__(self, theme: Theme, parent: QWidget, title: str, *, width: int = 440) -> None:
        """Make an empty dialog over `parent`, `width` wide in the design's pixels."""
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(*(theme.px(20),) * 4)
        self._body.setSpacing(theme.px(12))
        self._rows = QFormLayout()
        self._rows.setSpacing(theme.px(8))
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._body.addLayout(self._rows)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.warning = label("", Label.MUTED, wrap=True)
        self.keep, self.close_button = button("&Spara", Kind.PRIMARY), button("Avbryt")
        self.close_button.clicked.connect(self.reject)
        self.setMinimumWidth(theme.px(width))
        self._problems: Callable[[], tuple[str, ...]] = tuple

    def add(self, text: str, part: QWidget) -> None:
        """Put `part` in a labelled row. `text` carries & before its mnemonic; it may be empty."""
        self._rows.addRow(text, part)
        if text:
            part.setAccessibleName(text.replace("&", ""))

    def show_row(self, part: QWidget, *, shown: bool) -> None:
        """Show or hide a row with its label."""
        self._rows.setRowVisible(part, shown)

    def fill(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Put a part under the rows, across."""
        if isinstance(part, QWidget):
            self._body.addWidget(part, stretch)
        else:
            self._body.addLayout(part, stretch)

    def begin(
        self,
        save: Callable[[], bool],
        *more: QWidget,
        problems: Callable[[], tuple[str, ...]] = tuple,
        keep: str = "&Spara",
    ) -> None:
        """Add the buttons, `more` to the left of them, and show the dialog."""
        self._problems = problems
        self.keep.setText(keep)
        self.keep.setDefault(True)
        self.keep.clicked.connect(lambda: self._try(save))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep.click)
        for part in (self.problem, self.warning):
            self._body.addWidget(part)
            part.hide()
        gap = self.theme.px(8)
        self._body.addLayout(row(*more, None, self.close_button, self.keep, spacing=gap))
        self.check()
        self.open()

    def check(self) -> None:
        """Say what is wrong now; saving waits until nothing is."""
        found = tuple(dict.fromkeys(self._problems()))
        self.problem.setText("\n".join(found))
        self.problem.setVisible(bool(found))
        self.keep.setEnabled(not found)

    def warn(self, text: str) -> None:
        """Say what is unusual; empty when nothing is."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def _try(self, save: Callable[[], bool]) -> None:
        if save():
            self.accept()
