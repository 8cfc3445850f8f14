"""The frame of a dialog: what is wrong, what is unusual, the button that saves and Avbryt."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Theme


class DialogFrame(QDialog):
    """A dialog that saves with its button or Ctrl+Enter, and stays while `save` says no.

    Attributes:
        body: where a room lays out its parts, from the top.
        problem: what keeps it from being saved.
        warning: what is unusual; it never keeps the user from saving.
        keep: the button that saves.
        cancel: the button that does not.
    """

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        title: str,
        *,
        width: int,
        warning: Label = Label.MUTED,
    ) -> None:
        """Make an empty dialog over `parent`, at least `width` wide in the design's pixels.

        `warning` is how what is unusual looks.
        """
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(theme.px(width))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*(theme.px(20),) * 4)
        self.body.setSpacing(theme.px(12))
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.warning = label("", warning, wrap=True)
        for part in (self.problem, self.warning):
            part.setParent(self)  # else what is said before `begin` is a window of its own
            part.hide()
        self.keep, self.cancel = button("&Spara", Kind.PRIMARY), button("Avbryt")
        self.cancel.clicked.connect(self.reject)
        self._problems: Callable[[], tuple[str, ...]] = tuple

    def begin(
        self,
        save: Callable[[], bool],
        *more: QWidget,
        problems: Callable[[], tuple[str, ...]] = tuple,
        keep: str = "",
    ) -> None:
        """Add the buttons, `more` to the left of them, and show the dialog.

        `keep` is what the button that saves says, else what it says already.
        """
        self._problems = problems
        self.keep.setText(keep or self.keep.text())
        self.keep.setDefault(True)
        self.keep.setToolTip("Ctrl+Enter")
        self.keep.clicked.connect(lambda: self._try(save))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.keep.click)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.warning)
        self.body.addLayout(row(*more, None, self.cancel, self.keep, spacing=self.theme.px(8)))
        self.check()
        self.open()

    def fit(self) -> None:
        """Be high enough for the texts that wrap: Qt keeps a window to two thirds of the screen."""
        self.body.activate()
        wanted = self.body.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), wanted))

    def within(self, wide: int, high: int) -> None:
        """Be so large in the design's pixels, yet no larger than the window it stands over."""
        over = (self.parentWidget() or self).window().size()
        self.setMinimumWidth(min(self.minimumWidth(), over.width()))
        self.resize(min(self.theme.px(wide), over.width()), min(self.theme.px(high), over.height()))

    def check(self) -> None:
        """Say what is wrong now; saving waits until nothing is."""
        found = tuple(dict.fromkeys(self._problems()))
        self.refuse("\n".join(found))
        self.keep.setEnabled(not found)

    def refuse(self, text: str) -> None:
        """Say why it was not saved; empty when nothing is wrong."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def warn(self, text: str) -> None:
        """Say what is unusual; empty when nothing is."""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    def _try(self, save: Callable[[], bool]) -> None:
        if save():
            self.accept()
