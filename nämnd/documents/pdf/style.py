"""Sizes, colours and distances of every document, in one place. Points unless said otherwise."""

from dataclasses import dataclass, replace

from nämnd.documents.pdf.fonts import Face

MM = 72 / 25.4

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
LEFT = 27 * MM
RIGHT = PAGE_WIDTH - 27 * MM
TEXT_WIDTH = RIGHT - LEFT
TOP = PAGE_HEIGHT - 30 * MM  # where the text begins under the repeated head
FIRST_TOP = PAGE_HEIGHT - 20 * MM  # where the letterhead begins
BOTTOM = 27 * MM
HEAD_BASELINE = PAGE_HEIGHT - 18 * MM
HEAD_RULE = PAGE_HEIGHT - 21 * MM
FOOT_BASELINE = 15 * MM
SIGN_RULE = 19 * MM  # the lines to sign on at the foot

Colour = tuple[float, float, float]
INK: Colour = (0.10, 0.13, 0.14)
MUTED: Colour = (0.34, 0.39, 0.41)  # 6.3 : 1 on white
ACCENT: Colour = (0.04, 0.33, 0.39)
LINK = ACCENT  # underlined as well: never told by colour alone
RULE: Colour = (0.74, 0.78, 0.79)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set."""

    size: float = 10.5
    leading: float = 15
    face: Face = Face.REGULAR
    colour: Colour = INK
    before: float = 0
    after: float = 7


BODY = TextStyle()
LIST_ITEM = replace(BODY, after=3)
FACT_LABEL = replace(LIST_ITEM, face=Face.SEMIBOLD)
CELL = TextStyle(size=9.5, leading=12.5, after=0)
CELL_HEAD = replace(CELL, face=Face.SEMIBOLD)
SCRIPT_CUE = TextStyle(colour=MUTED, after=7)
SCRIPT = replace(SCRIPT_CUE, colour=INK, face=Face.SEMIBOLD)
NOTE = TextStyle(size=9.5, leading=13, after=8)
SUBHEADING = TextStyle(face=Face.SEMIBOLD, before=7, after=1.5)
HEADINGS = (
    TextStyle(size=21, leading=25, face=Face.SEMIBOLD, before=4, after=9),
    TextStyle(size=13.5, leading=17, face=Face.SEMIBOLD, before=10, after=5),
    TextStyle(size=11.5, leading=15.5, face=Face.SEMIBOLD, before=8, after=3),
)
ORGAN = TextStyle(size=11.5, leading=15, face=Face.SEMIBOLD, after=0)
ADDRESS = TextStyle(size=9, leading=12, colour=MUTED, after=0)
KIND = TextStyle(size=11.5, leading=15, face=Face.BOLD, colour=ACCENT, after=0)
LARGE = 1.3  # times the size of other documents
RUNNING = TextStyle(size=8.5, leading=11, colour=MUTED, after=0)
SIGNED_NAME = TextStyle(size=10.5, leading=14, face=Face.SEMIBOLD, after=0)
SIGNED_ROLE = TextStyle(size=9.5, leading=13, colour=MUTED, after=0)


def sized(style: TextStyle, factor: float) -> TextStyle:
    """Return `style` that much larger, with its distances."""
    if factor == 1:
        return style
    return replace(
        style,
        size=style.size * factor,
        leading=style.leading * factor,
        before=style.before * factor,
        after=style.after * factor,
    )


def heading_style(level: int) -> TextStyle:
    """Return the style of a heading; deep levels look alike."""
    return HEADINGS[min(level, len(HEADINGS)) - 1]


def emphasised(face: Face, *, bold: bool, italic: bool) -> Face:
    """Return the face of a run inside text set in `face`."""
    if bold and italic:
        return Face.BOLD_ITALIC
    if bold:
        return Face.BOLD
    return Face.ITALIC if italic else face
