"""Small parts of every page: labels, buttons, lines, rows and columns."""

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.toolkit.palette import Role
from ui.toolkit.theme import Icon, Theme

Box = TypeVar("Box", bound=QBoxLayout)


class Label(StrEnum):
    """What a piece of text is."""

    TITLE = "title"  # one per page
    HEADING = "heading"  # of a card
    STRONG = "strong"
    BODY = "body"
    MUTED = "muted"
    LABEL = "label"  # above a field
    CAPTION = "caption"
    GROUP = "group"  # above a group in the bar of pages
    PROBLEM = "problem"  # what is wrong with a field


class Kind(StrEnum):
    """How much a button asks to be pressed."""

    NORMAL = "normal"
    PRIMARY = "primary"  # one per page: the next thing to do
    PLAIN = "plain"  # no frame
    LINK = "link"
    DANGER = "danger"


def label(text: str, kind: Label = Label.BODY, *, wrap: bool = False) -> QLabel:
    """Return plain text (never HTML) of a kind; `wrap` breaks it over lines."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("label", kind.value)
    made.setWordWrap(wrap)
    return made


def button(text: str, kind: Kind = Kind.NORMAL) -> QPushButton:
    """Return a push button; `text` carries & before its mnemonic. Enter presses it too."""
    made = QPushButton(text)
    made.setProperty("kind", kind.value)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def icon_button(theme: Theme, icon: Icon, name: str, kind: Kind = Kind.PLAIN) -> QPushButton:
    """Return a button with only an icon; `name` is its tool tip and what a screen reader says."""
    made = button("", kind)
    theme.dress(made, icon, Role.MUTED)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        style: QStyle = widget.style()
        style.unpolish(widget)
        style.polish(widget)


def line() -> QFrame:
    """Return a thin line across."""
    made = QFrame()
    made.setObjectName("line")
    return made


def row(*parts: QWidget | QLayout | None, spacing: int) -> QHBoxLayout:
    """Return `parts` beside each other; None is room that stretches."""
    return _filled(QHBoxLayout(), parts, spacing)


def column(*parts: QWidget | QLayout | None, spacing: int) -> QVBoxLayout:
    """Return `parts` under each other; None is room that stretches."""
    return _filled(QVBoxLayout(), parts, spacing)


def _filled(layout: Box, parts: tuple[QWidget | QLayout | None, ...], spacing: int) -> Box:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for part in parts:
        match part:
            case None:
                layout.addStretch()
            case QWidget():
                layout.addWidget(part)
            case _:
                layout.addLayout(part)
    return layout


def reading_area(inside: QWidget, name: str) -> QScrollArea:
    """Return `inside` to be read and scrolled; `name` is for screen readers.

    It shows the focus, as what only holds other controls does not.
    """
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setProperty("kind", "reading")
    made.setWidget(inside)
    made.setAccessibleName(name)
    return made
