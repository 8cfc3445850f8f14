"""What opens under the search box: the lines, and a word about how far the search knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.sök.line_list import LineList
from ui.sök.lines import Line
from ui.toolkit.small import Label, label, line, row
from ui.toolkit.theme import Theme

_KEYS = "↑ ↓ väljer · Enter öppnar · Esc stänger"
_WIDE = 760  # the design's pixels
_MARGIN = 16  # of the window, kept free around it
_LINE_ROOM = 4  # above and below the lines


class ResultPopup(QFrame):
    """A panel over the pages. It never takes the focus: the caret stays in the box."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        """Lie hidden over `over`."""
        super().__init__(over)
        self._theme, self._over = theme, over
        self.setObjectName("popup")
        self.setAccessibleName("Träffar")
        self.list = LineList(theme)
        self.said = label("", Label.CAPTION, wrap=True)
        self.keys = label(_KEYS, Label.CAPTION)
        self._line = line()
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(0)
        for part in (self.list, self._line):
            self._layout.addWidget(part)
        self._foot = row(self.said, self.keys, spacing=theme.px(16))
        self._foot.setStretch(0, 1)
        self._layout.addLayout(self._foot)
        self.hide()

    def show_lines(self, lines: Sequence[Line], said: str, *, keep: bool = False) -> None:
        """Show lines over a sentence; `keep`: the same line stays chosen."""
        self.list.show_lines(lines, keep=keep)
        self.list.setVisible(bool(lines))
        self._line.setVisible(bool(lines))
        self.said.setText(said)

    def place_below(self, box: QWidget) -> None:
        """Lie under `box`, as high as the lines ask for and the window has room for."""
        px, room = self._theme.px, self._over.rect()
        margin, side = px(_MARGIN), px(12)
        self._layout.setContentsMargins(1, px(_LINE_ROOM), 1, px(_LINE_ROOM))
        self._foot.setContentsMargins(side, px(5), side, px(3))
        wide = min(max(box.width(), px(_WIDE)), room.width() - 2 * margin)
        below = box.mapTo(self._over, QPoint(box.width() // 2, box.height()))
        left = max(margin, min(below.x() - wide // 2, room.width() - margin - wide))
        top = below.y() + px(4)
        self.setGeometry(left, top, wide, self._height(wide, room.height() - top - margin))

    def _height(self, wide: int, most: int) -> int:
        self.said.setFixedWidth(wide - self.keys.sizeHint().width() - self._theme.px(44))
        self.list.setFixedHeight(0)
        self._layout.activate()
        around = self._layout.sizeHint().height()
        lines = self.list.wanted_height() if self.list.lines else 0
        self.list.setFixedHeight(max(0, min(lines, most - around)))
        return around + self.list.height() if lines else around
