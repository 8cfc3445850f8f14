"""The names that a template must have: styles and content controls, as Word shows them."""

from enum import Enum


class Style(Enum):
    """Styles that a template must have."""

    HEADING_1 = "Heading 1"
    HEADING_2 = "Heading 2"
    HEADING_3 = "Heading 3"
    HEADING_4 = "Heading 4"
    BODY = "Normal"
    NUMBERED = "List Number"
    BULLETED = "List Bullet"
    LABELLED = "Nämnd etikettlista"
    FACT = "Nämnd fakta"
    NOTE = "Nämnd notis"
    LINE = "Nämnd linje"
    SIGNATURE = "Nämnd underskrift"
    SIGNATURE_TEXT = "Nämnd underskriftstext"
    CELL = "Nämnd cell"
    TABLE = "Nämnd tabell"
    LINK = "Hyperlink"


HEADINGS = (Style.HEADING_1, Style.HEADING_2, Style.HEADING_3, Style.HEADING_4)


class Control(Enum):
    """Content controls: the tag that Word shows in the control's properties."""

    ORGAN = "organ"
    KIND = "slag"
    DAY = "dag"
    CONTENT = "innehall"
    ADDRESS = "adress"
    LOGO = "logotyp"
    FOOT = "fot"


NEEDED = (Control.ORGAN, Control.KIND, Control.DAY, Control.CONTENT)
