"""The frame of the dialogs of a §: parts under each other, each with its label above."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme

_WIDTH = 520  # pixels of the design


class Frame(DialogFrame):
    """Parts under each other, as high as what is said takes.

    Attributes:
        wide: how wide it is at least, in pixels.
    """

    def __init__(self, theme: Theme, parent: QWidget, title: str) -> None:
        """Make an empty dialog over `parent`."""
        # the sentence that is written is muted already: what is unusual must not look like it
        super().__init__(theme, parent, title, width=_WIDTH, warning=Label.PROBLEM)
        self.body.setSpacing(self.theme.px(10))
        self.wide = self.theme.px(_WIDTH)

    def add(self, part: QWidget | QLayout, text: str = "") -> None:
        """Put a part last. `text` stands above it, and carries & before its mnemonic."""
        if text and isinstance(part, QWidget):
            above = label(text, Label.LABEL)
            above.setBuddy(part)
            part.setAccessibleName(text.replace("&", ""))
            holder = QVBoxLayout()
            holder.setSpacing(self.theme.px(4))
            holder.addWidget(above)
            holder.addWidget(part)
            self.body.addLayout(holder)
        elif isinstance(part, QWidget):
            self.body.addWidget(part)
        else:
            self.body.addLayout(part)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()  # only now is it known how high the parts are in this style

    def refuse(self, text: str) -> None:
        """Say why it was not saved, and make room for it."""
        super().refuse(text)
        self.fit()

    def warn(self, text: str) -> None:
        """Say what is unusual, and make room for it."""
        super().warn(text)
        self.fit()

    def fit(self) -> None:
        """Be as high as what is said takes at this width; call it when more is said."""
        self.setMinimumWidth(self.wide)
        self.body.invalidate()
        self.body.activate()
        high = max(self.body.totalMinimumSize().height(), self.body.totalHeightForWidth(self.wide))
        self.setMinimumHeight(high)
        self.resize(max(self.wide, self.width()), max(high, self.sizeHint().height()))
