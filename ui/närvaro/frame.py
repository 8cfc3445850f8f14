"""The frame of the dialogs about who is there: labelled rows, and parts across under them."""

from PySide6.QtWidgets import QFormLayout, QLayout, QWidget

from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.theme import Theme


class Frame(DialogFrame):
    """Labelled rows under each other, then what is put across."""

    def __init__(self, theme: Theme, parent: QWidget, title: str, *, width: int = 440) -> None:
        """Make an empty dialog over `parent`, `width` wide in the design's pixels."""
        super().__init__(theme, parent, title, width=width)
        self._rows = QFormLayout()
        self._rows.setSpacing(theme.px(8))
        self._rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self._rows)

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
            self.body.addWidget(part, stretch)
        else:
            self.body.addLayout(part, stretch)
