"""What is written, and beside it how it will look on paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button
from ui.toolkit.theme import Icon, Theme

_BESIDE = 900  # the design's pixels: narrower, and the paper gives way


class PaperBeside(QSplitter):
    """Two panes. The paper is shown where there is room for it, until the user says otherwise.

    Attributes:
        as_paper: the button that shows the paper or not.
    """

    def __init__(self, theme: Theme, written: QWidget, paper: QWidget, what: str) -> None:
        """Give both as much room; `what` is written: «texten»."""
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._paper = theme, paper
        self._wanted: bool | None = None  # what the user said about the paper; None: nothing
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.px(14))
        for at, part in enumerate((written, paper)):
            self.addWidget(part)
            self.setStretchFactor(at, 1)
        self.setSizes([1, 1])
        self.as_paper = button("Förhandsvisning", Kind.PLAIN)
        self.as_paper.setCheckable(True)
        self.as_paper.setToolTip(f"Visa eller dölj papperet bredvid {what}")
        theme.dress(self.as_paper, Icon.EYE, Role.ACCENT)
        self.as_paper.clicked.connect(self._choose)

    def fit(self, width: int) -> bool:
        """Show the paper if a page of `width` pixels has room for it; say whether it has."""
        roomy = width >= self._theme.px(_BESIDE)
        if self._wanted is None:
            self._show(roomy)
        return roomy

    def _choose(self) -> None:
        self._wanted = self.as_paper.isChecked()
        self._show(self._wanted)

    def _show(self, wanted: bool) -> None:  # noqa: FBT001 - one obvious meaning
        self._paper.setVisible(wanted)
        self.as_paper.setChecked(wanted)
