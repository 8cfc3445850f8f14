"""Menus that pop up on this page."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

_LONGEST = 90  # characters of a row


def popup(parent: QWidget) -> QMenu:
    """Return a menu that is gone once it is closed."""
    made = QMenu(parent)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return made


def entry(menu: QMenu, text: str, act: Callable[[], object] | None) -> QAction:
    """Add a row that does `act`; None: a row that only says something."""
    cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    action = QAction(cut.replace("&", "&&"), menu)
    if act is None:
        action.setEnabled(False)
    else:
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - leaves «checked» behind
    menu.addAction(action)
    return action


def pop_below(anchor: QWidget, menu: QMenu) -> None:
    """Show `menu` right under `anchor`."""
    menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
