"""Three panes beside each other. Where there is no room for all, one gives way."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class Shares:
    """How three panes share the room, in design pixels.

    Attributes:
        parts: their widths in relation to each other.
        least: how narrow each can be.
        for_all: below this the one to the right is hidden.
        left_yields: below it the one to the left is hidden instead when the right is asked for;
            else the window has to grow.
    """

    parts: tuple[int, int, int] = (37, 38, 39)  # of the design picture
    least: tuple[int, int, int] = (230, 330, 260)
    for_all: int = 900
    left_yields: bool = False


class Panes(QSplitter):
    """Keeps the proportions the user gave, and hides the preview where there is no room for it.

    Signals:
        preview_shown: whether the preview is there now.
        moved_by_user: the proportions are new; `proportions` has them.
    """

    preview_shown = Signal(bool)
    moved_by_user = Signal()

    def __init__(
        self,
        theme: Theme,
        left: QWidget,
        middle: QWidget,
        right: QWidget,
        shares: Shares = Shares(),
    ) -> None:
        """Put the three beside each other."""
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._left, self._right, self._shares = theme, left, right, shares
        self._wanted: bool | None = None  # what the user said about the preview; None: nothing
        self.setChildrenCollapsible(False)
        self.setHandleWidth(theme.px(14))
        for part, least in zip((left, middle, right), shares.least, strict=True):
            part.setMinimumWidth(theme.px(least))
            self.addWidget(part)
        for at, stretch in enumerate(shares.parts):
            self.setStretchFactor(at, stretch)
        self.setSizes([theme.px(part * 10) for part in shares.parts])
        self.splitterMoved.connect(self._tell_moved)

    def show_preview(self, *, shown: bool) -> None:
        """Show or hide the preview, whatever the room."""
        self._wanted = shown
        self._apply()

    def let_room_decide(self) -> None:
        """Show the preview if there is room for all three."""
        self._wanted = None
        self._apply()

    def proportions(self) -> tuple[int, ...]:
        """Return how wide the panes are."""
        return tuple(self.sizes())

    def set_proportions(self, widths: tuple[int, ...]) -> None:
        """Make the panes as wide in relation to each other."""
        self.setSizes(list(widths))

    def minimumSizeHint(self) -> QSize:
        """Return how narrow it can be: without the pane that gives way, if there is one."""
        least = super().minimumSizeHint()
        yields = self._yielding
        if yields is None or yields.isHidden():
            return least
        away = yields.minimumWidth() + self.handleWidth()
        return QSize(least.width() - away, least.height())

    def resizeEvent(self, arg__1: QResizeEvent) -> None:
        super().resizeEvent(arg__1)
        self._apply()

    @property
    def _yielding(self) -> QWidget | None:
        """Return the pane that is hidden where there is no room for all."""
        if not self._wanted:
            return self._right
        return self._left if self._shares.left_yields else None

    def _apply(self) -> None:
        room = self.width() >= self._theme.px(self._shares.for_all)
        self._left.setHidden(not room and self._yielding is self._left)
        shown = room if self._wanted is None else self._wanted
        if shown == self._right.isHidden():
            self._right.setVisible(shown)
            self.preview_shown.emit(shown)

    def _tell_moved(self) -> None:
        self.moved_by_user.emit()
