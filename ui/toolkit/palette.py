"""Every colour of the program, by role, in light and in dark.

Text roles have a contrast of at least 4.5:1 against every surface they are written on, and edges
that mark a control 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); tests/ui/toolkit/test_palette.py holds it.
"""

from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    """What a colour is for. Widgets ask for a role, never for a colour."""

    TEXT = "text"
    MUTED = "muted"  # secondary text: labels, counts
    DISABLED = "disabled"
    ACCENT = "accent"  # the one colour that says: here, or press this
    ACCENT_STRONG = "accent_strong"  # the accent under the pointer
    ON_ACCENT = "on_accent"  # text on either accent
    CANVAS = "canvas"  # behind the cards
    SURFACE = "surface"  # cards and fields
    SIDE = "side"  # the bar of pages to the left
    BAND = "band"  # the head of a card, the head of a table
    HOVER = "hover"
    SELECTED = "selected"
    BORDER = "border"  # around cards
    EDGE = "edge"  # around fields: what can be written in must be found
    BUTTON_EDGE = "button_edge"  # around buttons, whose text already says where they are
    SEPARATOR = "separator"  # between rows
    DESK = "desk"  # behind a sheet of paper
    PAPER = "paper"
    GOOD = "good"
    GOOD_FILL = "good_fill"
    GOOD_EDGE = "good_edge"
    WARN = "warn"
    WARN_FILL = "warn_fill"
    WARN_EDGE = "warn_edge"
    LATE = "late"
    LATE_FILL = "late_fill"
    LATE_EDGE = "late_edge"
    NOTE = "note"
    NOTE_FILL = "note_fill"
    NOTE_EDGE = "note_edge"
    QUIET = "quiet"
    QUIET_FILL = "quiet_fill"
    QUIET_EDGE = "quiet_edge"


LIGHT: Mapping[Role, str] = {
    Role.TEXT: "#1c2426",
    Role.MUTED: "#5a6467",
    Role.DISABLED: "#8f9799",
    Role.ACCENT: "#0d5c66",
    Role.ACCENT_STRONG: "#094750",
    Role.ON_ACCENT: "#ffffff",
    Role.CANVAS: "#f6f6f4",
    Role.SURFACE: "#ffffff",
    Role.SIDE: "#eef0ee",
    Role.BAND: "#fafaf9",
    Role.HOVER: "#f1f5f5",
    Role.SELECTED: "#e6f0f2",
    Role.BORDER: "#dcdfdd",
    Role.EDGE: "#868e90",
    Role.BUTTON_EDGE: "#c4caca",
    Role.SEPARATOR: "#e9ebe9",
    Role.DESK: "#e3e4e2",
    Role.PAPER: "#ffffff",
    Role.GOOD: "#1d6142",
    Role.GOOD_FILL: "#edf6f1",
    Role.GOOD_EDGE: "#b5d8c5",
    Role.WARN: "#7a4a0a",
    Role.WARN_FILL: "#fef6e7",
    Role.WARN_EDGE: "#ecd3a2",
    Role.LATE: "#9a2f22",
    Role.LATE_FILL: "#fdf0ed",
    Role.LATE_EDGE: "#efc0b7",
    Role.NOTE: "#0d5c66",
    Role.NOTE_FILL: "#e9f4f6",
    Role.NOTE_EDGE: "#aed3d9",
    Role.QUIET: "#565f61",
    Role.QUIET_FILL: "#f2f3f2",
    Role.QUIET_EDGE: "#d3d7d5",
}

DARK: Mapping[Role, str] = {
    Role.TEXT: "#e6eaea",
    Role.MUTED: "#a3adae",
    Role.DISABLED: "#6d7778",
    Role.ACCENT: "#62bdc9",
    Role.ACCENT_STRONG: "#83d0da",
    Role.ON_ACCENT: "#06262a",
    Role.CANVAS: "#15191a",
    Role.SURFACE: "#1e2324",
    Role.SIDE: "#191e1f",
    Role.BAND: "#232829",
    Role.HOVER: "#282f30",
    Role.SELECTED: "#1d3a3f",
    Role.BORDER: "#343b3c",
    Role.EDGE: "#737d7f",
    Role.BUTTON_EDGE: "#4d5657",
    Role.SEPARATOR: "#2b3132",
    Role.DESK: "#101314",
    Role.PAPER: "#ffffff",
    Role.GOOD: "#86d0a8",
    Role.GOOD_FILL: "#1b3026",
    Role.GOOD_EDGE: "#35604b",
    Role.WARN: "#e8b968",
    Role.WARN_FILL: "#352a16",
    Role.WARN_EDGE: "#66512a",
    Role.LATE: "#f0a093",
    Role.LATE_FILL: "#3a211d",
    Role.LATE_EDGE: "#6f403a",
    Role.NOTE: "#83cbd5",
    Role.NOTE_FILL: "#18323a",
    Role.NOTE_EDGE: "#2f5963",
    Role.QUIET: "#aeb7b8",
    Role.QUIET_FILL: "#282e2f",
    Role.QUIET_EDGE: "#434b4c",
}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours `#rrggbb`, from 1 to 21.

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG
