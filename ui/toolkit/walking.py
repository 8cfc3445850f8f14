"""F6 from one part of a page to the next, as on the other pages."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

Part = tuple[QWidget, Callable[[], QWidget]]
"""A part of a page, and what in it takes the focus."""


def walk_with_f6(page: QWidget, *parts: Part) -> None:
    """Let F6 and Shift+F6 lead round those of `parts` that are shown."""

    def step(by: int) -> None:
        shown = [one for one in parts if not one[0].isHidden()]
        focus = page.focusWidget()
        here = (at for at, one in enumerate(shown) if focus and one[0].isAncestorOf(focus))
        at = next(here, -1 if by > 0 else 0)
        to = shown[(at + by) % len(shown)][1]()
        to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_in_sight(to)

    inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
    for keys, by in (("F6", 1), ("Shift+F6", -1)):
        QShortcut(QKeySequence(keys), page, partial(step, by), context=inside)


def bring_in_sight(part: QWidget) -> None:
    """Scroll the page so that a part of it is seen: Qt does so only when Tab leads there."""
    page = part.parentWidget()
    while page is not None:
        if isinstance(page, QScrollArea):
            page.ensureWidgetVisible(part)
            return
        page = page.parentWidget()


def tab_through(*parts: QWidget) -> None:
    """Let Tab lead from each part to the next: what is built anew comes last of all by itself."""
    for one, after in pairwise(parts):
        QWidget.setTabOrder(one, after)
