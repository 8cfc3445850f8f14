"""The structure tree while it grows: what each piece of a page means."""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Tag(Enum):
    """Standard structure types used (ISO 32000-1, 14.8.4)."""

    DOCUMENT = "Document"
    P = "P"
    H1 = "H1"
    H2 = "H2"
    H3 = "H3"
    H4 = "H4"
    H5 = "H5"
    H6 = "H6"
    L = "L"
    LI = "LI"
    LBL = "Lbl"
    LBODY = "LBody"
    TABLE = "Table"
    THEAD = "THead"
    TBODY = "TBody"
    TR = "TR"
    TH = "TH"
    TD = "TD"
    LINK = "Link"
    FIGURE = "Figure"
    FORM = "Form"


HEADING_TAGS = (Tag.H1, Tag.H2, Tag.H3, Tag.H4, Tag.H5, Tag.H6)


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content `mcid` of page `page` (0 is the first)."""

    page: int
    mcid: int


@dataclass(eq=False, slots=True)
class Annotation:
    """A link on page `page`, in the rectangle left, bottom, right, top."""

    page: int
    rect: tuple[float, float, float, float]
    href: str
    element: "Element"


@dataclass(frozen=True, slots=True)
class Field:
    """A place to sign electronically on page `page`, called `name`; `label` is read aloud."""

    page: int
    rect: tuple[float, float, float, float]
    name: str
    label: str


@dataclass(eq=False, slots=True)
class Element:
    """A node of the tree. Kids come in reading order."""

    tag: Tag
    parent: "Element | None" = None
    alt: str = ""
    numbering: str = ""  # of a list
    words: str = ""  # of a link
    scope: str = "Column"  # of a TH
    bbox: tuple[float, float, float, float] | None = None  # of a figure
    kids: list["Kid"] = field(default_factory=list["Kid"])
    attached: bool = False

    def child(self, tag: Tag, *, alt: str = "", numbering: str = "") -> "Element":
        """Return a new element after the kids there are."""
        element = Element(tag, self, alt=alt, numbering=numbering, attached=True)
        self.kids.append(element)
        return element

    def inline(self, tag: Tag) -> "Element":
        """Return an element that takes its place among the kids when it is first drawn."""
        return Element(tag, self)

    def attach(self) -> None:
        """Put an inline element in its place."""
        if not self.attached and self.parent is not None:
            self.parent.kids.append(self)
            self.attached = True


Kid: TypeAlias = Element | Mark | Annotation | Field
