"""Writing in a field as a user does, on a page that has something else to go to."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.toolkit.fields import Field


def leave(field: Field) -> None:
    QApplication.sendEvent(
        field.input, QFocusEvent(QFocusEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    )


def write(qtbot, field: Field, text: str) -> None:
    field.input.selectAll()
    qtbot.keyClicks(field.input, text)


class Page(QWidget):
    """A field and something else to go to."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.other = QWidget()
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(field)
        layout.addWidget(self.other)
