"""Where the focus is in a card, so that the card that is drawn anew can have it too."""

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)
_PLACE = "place"


def place(widget: W, name: str) -> W:
    """Give a control a name that is the same when its card is drawn anew."""
    widget.setProperty(_PLACE, name)
    return widget


def place_in(card: QWidget) -> str | None:
    """Return the place in a card that has the focus; «» for one without a name, None outside."""
    focus = QApplication.focusWidget()
    if focus is None or not card.isAncestorOf(focus):
        return None
    return str(focus.property(_PLACE) or "")


def go_to_place(card: QWidget, name: str) -> None:
    """Give the focus to a place, or to the first that takes it."""
    found = [one for one in card.findChildren(QWidget) if one.property(_PLACE) and _takes(one)]
    wanted = [one for one in found if one.property(_PLACE) == name]
    for one in (*wanted, *found)[:1]:
        one.setFocus()


def _takes(one: QWidget) -> bool:
    return one.isEnabled() and not one.isHidden()
