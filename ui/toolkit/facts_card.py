"""A card with what there is to know of a thing, to be read."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QPushButton, QVBoxLayout

from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, label
from ui.toolkit.theme import Theme


class FactsCard(Card):
    """Links, and under them names and values.

    Attributes:
        change: leads to the dialog of the thing.
    """

    def __init__(self, theme: Theme, title: str) -> None:
        """Show nothing yet."""
        super().__init__(theme, title, band=True)
        self.change = button("Ä&ndra …", Kind.PLAIN)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.change)
        self._links = QVBoxLayout()
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(6))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(6))
        inside.addLayout(self._links)
        inside.addLayout(self._form)
        self.add(inside)

    def add_links(self, *links: QPushButton) -> None:
        """Put links above the facts."""
        for one in links:
            self._links.addWidget(one)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show names and values instead of those that are shown."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text in facts:
            value = label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {text}")
            self._form.addRow(label(name, Label.CAPTION), value)
