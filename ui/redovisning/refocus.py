"""Keeps the focus where links are made anew: a dialog gives it back to one that is gone."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton


def focused_at(links: Sequence[QPushButton]) -> int | None:
    """Return which of the links has the focus, or gets it back when the dialog over it closes."""
    return next((at for at, one in enumerate(links) if one.window().focusWidget() is one), None)


def focus_again(links: Sequence[QPushButton], at: int | None) -> None:
    """Give the focus to the link that stands where the old one stood."""
    if at is not None and links:
        links[min(at, len(links) - 1)].setFocus()
