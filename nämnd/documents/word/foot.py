"""Lines to sign on at the foot of every page. Imports python-docx: import it late."""

import copy

from docx.document import Document as WordFile
from docx.shared import Length, Pt, Twips
from docx.text.paragraph import Paragraph

from nämnd.documents.word.controls import feet_of
from nämnd.documents.word.nodes import Node, drop, new, qn
from nämnd.documents.word.paragraphs import add_stop, paragraph_of, xml_text

_GAP = 320  # twips between two places
_MOST = 3000  # twips: the width of one
_ROOM = Pt(22)  # to sign in, over the line


def add_signs(word: WordFile, signs: tuple[str, ...]) -> None:
    """Put the places to sign over what the feet of the template say.

    They stand at the control for them; a template without it has them first in every foot.
    """
    for foot, control in feet_of(word):
        if signs:
            _add(word, foot, control, signs)
        if control is not None:
            drop(control)


def _add(word: WordFile, foot: Node, control: Node | None, signs: tuple[str, ...]) -> None:
    first = next(iter((foot if control is None else control).iter(qn("w:p"))), None)
    style = first.find(qn("w:pPr")) if first is not None else None
    for paragraph in (_lines(word, style, len(signs)), _labels(word, style, signs)):
        if control is not None:
            control.addprevious(paragraph)
        elif first is not None:
            first.addprevious(paragraph)
        else:
            foot.append(paragraph)


def _lines(word: WordFile, style: Node | None, count: int) -> Node:
    """Return a paragraph of tabs that leave lines behind them, with gaps between."""
    node, paragraph = _new(word, style)
    paragraph.paragraph_format.space_before = _ROOM
    for start, end in _places(word, count):
        if start:
            add_stop(paragraph, start)
        add_stop(paragraph, end, line=True)
    paragraph.add_run("\t" * (2 * count - 1))
    return node


def _labels(word: WordFile, style: Node | None, signs: tuple[str, ...]) -> Node:
    node, paragraph = _new(word, style)
    for start, _ in _places(word, len(signs))[1:]:
        add_stop(paragraph, start)
    paragraph.add_run(xml_text("\t".join(signs)))
    return node


def _new(word: WordFile, style: Node | None) -> tuple[Node, Paragraph]:
    node = new("w:p")
    if style is not None:
        node.append(copy.deepcopy(style))
    return node, paragraph_of(node, word)


def _places(word: WordFile, count: int) -> list[tuple[int, int]]:
    """Return where each line begins and ends, in twips."""
    section = word.sections[-1]
    sides: list[Length | None] = [section.page_width, section.left_margin, section.right_margin]
    page, left, right = (side or Twips(0) for side in sides)
    wide = min((page - left - right) // Twips(1) // count, _MOST)
    return [(number * wide, (number + 1) * wide - _GAP) for number in range(count)]
