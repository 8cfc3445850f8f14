"""The frame of a dialog: labelled rows, what is wrong, Spara and Avbryt."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Theme


class Form:
    """Lays out a dialog, and keeps it open while something is wrong or `save` says no.

    What is wrong is said once the user has written something: an empty form explains itself.

    Attributes:
        hint: what is wrong and what to do.
        keep, close: Spara and Avbryt.
    """

    def __init__(
        self,
        dialog: QDialog,
        theme: Theme,
        *,
        problems: Callable[[], tuple[str, ...]],
        save: Callable[[], bool],
        width: int = 480,
    ) -> None:
        """Fill `dialog` with an empty form, `width` wide in the design's pixels."""
        self._dialog, self._problems, self._save = dialog, problems, save
        self._rows = QFormLayout()
        self._rows.setSpacing(theme.px(8))
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.hint = label("", Label.PROBLEM, wrap=True)
        self.keep, self.close = button("&Spara", Kind.PRIMARY), button("Avbryt")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._save_and_close)
        self.close.clicked.connect(dialog.reject)
        self._layout = QVBoxLayout(dialog)
        margin = theme.px(20)
        self._layout.setContentsMargins(margin, margin, margin, margin)
        self._layout.setSpacing(theme.px(12))
        self._layout.addLayout(self._rows)
        self._gap = theme.px(8)
        dialog.setMinimumWidth(theme.px(width))

    def add(self, text: str, part: QWidget) -> None:
        """Put `part` in a row of its own. `text` carries & before its mnemonic; it may be empty."""
        self._rows.addRow(text, part)
        if text:
            part.setAccessibleName(text.replace("&", ""))

    def show_row(self, part: QWidget, *, shown: bool) -> None:
        """Show or hide a row with its label."""
        self._rows.setRowVisible(part, shown)

    def check(self) -> None:
        """Say what is wrong now; Spara waits until nothing is."""
        found = self._problems()
        self.hint.setText("\n".join(dict.fromkeys(found)))
        self.hint.setVisible(bool(found))
        self.keep.setEnabled(not found)
        self._grow()

    def begin(self) -> None:
        """Add the buttons, which Tab comes to last, and check without saying what is missing."""
        self._layout.addWidget(self.hint)
        self._layout.addStretch()
        self._layout.addLayout(row(None, self.close, self.keep, spacing=self._gap))
        self.check()
        self.hint.hide()

    def _grow(self) -> None:
        """Make room for what is said; a layout does not see that text needs more lines."""
        needed = self._layout.totalHeightForWidth(self._dialog.width())
        if self._dialog.isVisible() and needed > self._dialog.height():
            self._dialog.resize(self._dialog.width(), needed)

    def _save_and_close(self) -> None:
        if self._save():
            self._dialog.accept()
