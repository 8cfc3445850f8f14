"""A link that is cut where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.toolkit.small import Kind


class CutLink(QPushButton):
    """A button that looks like a link; its tip and what a screen reader says have all of it."""

    def __init__(self, text: str) -> None:
        """Show `text`, as much of it as there is room for."""
        super().__init__()
        self._whole = text
        self.setProperty("kind", Kind.LINK.value)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setText(text.replace("&", "&&"))  # high enough before it has a width

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - 2 * self.fontMetrics().averageCharWidth()
        cut = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(cut.replace("&", "&&"))
