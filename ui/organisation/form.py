"""The frame of a dialog: labelled rows, what is wrong, Spara and Avbryt."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme

_SAVE = QDialogButtonBox.StandardButton.Save
_CANCEL = QDialogButtonBox.StandardButton.Cancel


class Form:
    """Lays out a dialog, and keeps it open while something is wrong or `save` says no.

    What is wrong is said once the user has written something: an empty form explains itself.

    Attributes:
        hint: what is wrong and what to do.
        buttons: Spara and Avbryt.
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
        self.buttons = QDialogButtonBox(_SAVE | _CANCEL)
        self.buttons.button(_SAVE).setText("&Spara")
        self.buttons.button(_CANCEL).setText("Avbryt")
        self.buttons.accepted.connect(self._save_and_close)
        self.buttons.rejected.connect(dialog.reject)
        layout = QVBoxLayout(dialog)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(12))
        layout.addLayout(self._rows)
        layout.addWidget(self.hint)
        layout.addStretch()
        layout.addWidget(self.buttons)
        dialog.setMinimumWidth(theme.px(width))

    def add(self, text: str, part: QWidget | QLayout) -> None:
        """Put `part` in a row of its own. `text` carries & before its mnemonic; it may be empty."""
        self._rows.addRow(text, part)
        if isinstance(part, QWidget) and text:
            part.setAccessibleName(text.replace("&", ""))

    def show_row(self, part: QWidget, *, shown: bool) -> None:
        """Show or hide a row with its label."""
        self._rows.setRowVisible(part, shown)

    def check(self) -> None:
        """Say what is wrong now; Spara waits until nothing is."""
        found = self._problems()
        self.hint.setText("\n".join(dict.fromkeys(found)))
        self.hint.setVisible(bool(found))
        self.buttons.button(_SAVE).setEnabled(not found)

    def begin(self) -> None:
        """Check without saying so: nothing has been written yet."""
        self.check()
        self.hint.hide()

    def _save_and_close(self) -> None:
        if self._save():
            self._dialog.accept()
