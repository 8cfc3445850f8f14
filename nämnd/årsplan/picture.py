"""A drawing as plain values, before any screen or paper: the same year is drawn on both.

Lengths are in whatever the paper counts in; x to the right, y downwards from the upper left corner.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Measure: TypeAlias = Callable[[str, float, bool], float]  # text, size, bold → width
Point: TypeAlias = tuple[float, float]


class Ink(StrEnum):
    """What a colour is for. The names are those of the colours of the screen."""

    TEXT = "text"
    MUTED = "muted"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    SURFACE = "surface"
    BAND = "band"
    BORDER = "border"
    SEPARATOR = "separator"
    EDGE = "edge"
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


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    edge: Ink | None = None
    thickness: float = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line through `points`."""

    points: tuple[Point, ...]
    ink: Ink
    thickness: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round (x, y)."""

    x: float
    y: float
    r: float
    fill: Ink | None = None
    edge: Ink | None = None
    thickness: float = 1


@dataclass(frozen=True, slots=True)
class Pill:
    """A box with its upper left corner at (x, y); `r`: how round its corners are."""

    x: float
    y: float
    width: float
    height: float
    r: float
    fill: Ink | None = None
    edge: Ink | None = None
    thickness: float = 1


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; (x, y) is where its baseline begins."""

    x: float
    y: float
    text: str
    size: float
    ink: Ink = Ink.TEXT
    bold: bool = False


Shape: TypeAlias = Polygon | Line | Circle | Pill | Words


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether (x, y) is in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def meets(self, other: "Box") -> bool:
        """Say whether they share more than an edge."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a post stands: its mark on its day, and its label when there is room for one.

    `number`: which of the posts, in the order they were given.
    """

    number: int
    mark: Box
    label: Box | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing: what to draw, back to front, and where each post stands in it."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    spots: tuple[Spot, ...]

    @property
    def unlabelled(self) -> int:
        """How many posts had no room for a label, of those that are to have one."""
        return sum(1 for one in self.spots if one.label is None)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is drawn on. `unit`: one pixel of the design, whose text is 14 of them high."""

    width: float
    unit: float
    measure: Measure
    height: float = 0  # of the wheel; a timeline is as high as it must be

    def short(self, text: str, size: float, room: float, *, bold: bool = False) -> str:
        """Return `text`, cut to `room` with an ellipsis when it is longer."""
        if self.measure(text, size, bold) <= room:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.measure(text[:middle].rstrip() + "…", size, bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        return text[:low].rstrip() + "…"
