"""A link that is cut when room is short."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy


class ElidedLink(QPushButton):
    """A button that looks like a link; its name and tool tip hold the whole text."""

    def __init__(self, text: str, *, strong: bool = False) -> None:
        """Show `text`; `strong` for the one of several that matters now."""
        super().__init__()
        self._whole = text
        self.setProperty("kind", "link")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        if strong:
            self.setStyleSheet("font-weight: 600;")
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _cut(self) -> None:
        """Show what there is room for; an & would otherwise underline what follows it."""
        metrics = self.fontMetrics()
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown.replace("&", "&&"))
