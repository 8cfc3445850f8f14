"""The frame of the dialogs of a §: parts under each other, what is unusual, Spara and Avbryt."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.toolkit.small import Kind, Label, button, label, row

_WIDTH = 520  # pixels of the design


class Frame(QDialog):
    """A dialog that saves with «Spara» or Ctrl+Enter, and stays while `save` says no.

    Attributes:
        warning: what is unusual; it never keeps the user from saving.
        wide: how wide it is at least, in pixels.
        keep: the button that saves.
    """

    def __init__(self, desk: Desk, parent: QWidget, title: str, *, keep: str = "&Spara") -> None:
        """Make an empty dialog over `parent`."""
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = desk.theme
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(*(theme.px(20),) * 4)
        self._body.setSpacing(theme.px(10))
        self.warning = label("", Label.PROBLEM, wrap=True)
        self.warning.hide()
        self.keep, self.cancel = button(keep, Kind.PRIMARY), button("Avbryt")
        self.keep.setDefault(True)
        self.keep.setToolTip("Ctrl+Enter")
        self.cancel.clicked.connect(self.reject)
        self.wide = theme.px(_WIDTH)

    def add(self, part: QWidget | QLayout, text: str = "") -> None:
        """Put a part last. `text` stands above it, and carries & before its mnemonic."""
        theme = self.desk.theme
        if text and isinstance(part, QWidget):
            above = label(text, Label.LABEL)
            above.setBuddy(part)
            part.setAccessibleName(text.replace("&", ""))
            holder = QVBoxLayout()
            holder.setSpacing(theme.px(4))
            holder.addWidget(above)
            holder.addWidget(part)
            self._body.addLayout(holder)
        elif isinstance(part, QWidget):
            self._body.addWidget(part)
        else:
            self._body.addLayout(part)

    def begin(self, save: Callable[[], bool], *more: QWidget) -> None:
        """Add the buttons, `more` to the left of them, and show the dialog."""
        self.keep.clicked.connect(lambda: self._try(save))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep.click)
        self._body.addWidget(self.warning)
        buttons = row(*more, None, self.cancel, self.keep, spacing=self.desk.theme.px(8))
        self._body.addLayout(buttons)
        self.fit()
        self.open()

    def warn(self, text: str) -> None:
        """Say what is unusual; empty when nothing is."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.fit()

    def fit(self) -> None:
        """Be as high as what is said takes at this width; call it when more is said."""
        self.setMinimumWidth(self.wide)
        layout = self._body
        layout.invalidate()
        layout.activate()
        high = max(layout.totalMinimumSize().height(), layout.totalHeightForWidth(self.wide))
        self.setMinimumHeight(high)
        self.resize(max(self.wide, self.width()), max(high, self.sizeHint().height()))

    def _try(self, save: Callable[[], bool]) -> None:
        if save():
            self.accept()
