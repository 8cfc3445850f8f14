"""Labelled rows that scroll: for a dialog with more of them than a small screen holds."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QWidget

from ui.toolkit.theme import Theme


class ScrolledForm(QScrollArea):
    """Rows under each other. It wants to be as high as they are, and can be lower."""

    def __init__(self, theme: Theme) -> None:
        """Begin without rows."""
        super().__init__()
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._form = QFormLayout(inside)
        self._form.setContentsMargins(0, 0, theme.px(10), 0)  # clear of the scroll bar
        self._form.setSpacing(theme.px(8))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)

    def add(self, text: str, part: QWidget) -> None:
        """Put `part` in a labelled row. `text` carries & before its mnemonic; empty: no label."""
        self._form.addRow(text, part)
        if text:
            part.setAccessibleName(text.replace("&", ""))

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def fit(self, width: int) -> None:
        """Let the dialog around it be `width` wide and as high as the rows, if the screen holds it.

        Call it when all rows are there.
        """
        self._fit(width)
        QTimer.singleShot(0, self, lambda: self._fit(width))  # by then the texts have wrapped

    def _fit(self, width: int) -> None:
        window, inside = self.window(), self.widget()
        if inside is None:
            return
        window.resize(width, window.height())
        around = window.sizeHint().height() - self.sizeHint().height()
        most = window.screen().availableGeometry().height() * 9 // 10
        window.resize(width, min(around + inside.sizeHint().height(), most))
