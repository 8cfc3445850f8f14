"""Numbering that begins at 1 in each list. Imports python-docx: import it late."""

from docx.document import Document as WordFile

from nämnd.documents.word.names import Style
from nämnd.documents.word.nodes import Node, new, node_of, qn


def has_numbering(word: WordFile, style: Style) -> bool:
    """Tell whether `style` numbers its paragraphs."""
    return _abstract_id(word, style) is not None


def new_list(word: WordFile, style: Style) -> str:
    """Return the number of a new list that looks as `style` says and begins at 1."""
    numbering = node_of(word.part.numbering_part)
    known = [int(num.get(qn("w:numId"), "0")) for num in numbering.iter(qn("w:num"))]
    number = str(max(known, default=0) + 1)
    num, override = new("w:num", numId=number), new("w:lvlOverride", ilvl="0")
    num.append(new("w:abstractNumId", val=_abstract_id(word, style) or ""))
    override.append(new("w:startOverride", val="1"))
    num.append(override)
    numbering.append(num)
    return number


def put_in_list(paragraph: Node, number: str) -> None:
    """Let `paragraph` (a w:p with a style) belong to the list `number`."""
    properties = new("w:numPr")
    properties.append(new("w:ilvl", val="0"))
    properties.append(new("w:numId", val=number))
    own = paragraph.find(qn("w:pPr"))
    if own is not None:
        own.insert(sum(child.tag in _BEFORE for child in own), properties)


# what stands before w:numPr in a paragraph's properties (ECMA-376, CT_PPrBase)
_BEFORE = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def _abstract_id(word: WordFile, style: Style) -> str | None:
    """Return the numbering behind a style, which may inherit it."""
    element = node_of(word.styles[style.value])
    number = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if number is None:
        return None
    wanted = number.get(qn("w:val"))
    for num in node_of(word.part.numbering_part).iter(qn("w:num")):
        if num.get(qn("w:numId")) == wanted:
            abstract = num.find(qn("w:abstractNumId"))
            return None if abstract is None else abstract.get(qn("w:val"))
    return None
