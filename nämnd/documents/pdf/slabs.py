"""What is laid out: slabs stacked on pages, each with words, strokes and pictures on it.

Positions inside a slab: x from the page's left edge, y downwards from the slab's top.
"""

from dataclasses import dataclass, field
from typing import TypeAlias

from nämnd.documents.logo import Logo
from nämnd.documents.pdf.fonts import Face
from nämnd.documents.pdf.style import Colour
from nämnd.documents.pdf.tags import Element


@dataclass(frozen=True, slots=True)
class Words:
    """Text on one baseline in one face. `element` None: repeated decoration."""

    x: float
    y: float
    text: str
    width: float
    face: Face
    size: float
    colour: Colour
    element: Element | None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight decoration line."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    colour: Colour


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its upper left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    logo: Logo
    element: Element


@dataclass(frozen=True, slots=True)
class SignHere:
    """A place to sign electronically, with its upper left corner at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    name: str
    label: str
    element: Element


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links and bookmarks point at. `level` 0: no bookmark."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Room for the number of the page where `anchor` stands; `words` is as wide as it can be."""

    words: Words
    anchor: str


@dataclass(slots=True)
class Slab:
    """A strip of the page that is never cut.

    keep: the next slab must not begin a page without this one above it.
    before: distance to what is above; nothing at the top of a page.
    head: the table head to repeat when this slab begins a page.
    """

    height: float
    before: float = 0
    keep: bool = False
    words: list[Words] = field(default_factory=list[Words])
    strokes: list[Stroke] = field(default_factory=list[Stroke])
    picture: Picture | None = None
    fields: list[SignHere] = field(default_factory=list[SignHere])
    anchor: Anchor | None = None
    page_number: PageNumber | None = None
    head: tuple["Slab", ...] = ()
    only_between: bool = False  # left out where it would begin a page


@dataclass(frozen=True, slots=True)
class Break:
    """What follows begins on a new page."""


Piece: TypeAlias = Slab | Break
