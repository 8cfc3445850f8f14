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


def allow_sublist(word: WordFile, style: Style) -> None:
    """Give the numbering behind `style` a second level with dashes, when it has none.

    It is set in as much again as the first level is.
    """
    abstract = _abstract(word, style)
    levels = [] if abstract is None else list(abstract.iter(qn("w:lvl")))
    if abstract is None or len(levels) != 1:
        return
    kind = abstract.find(qn("w:multiLevelType"))
    if kind is not None:
        kind.set(qn("w:val"), "hybridMultilevel")
    own = levels[0].find(f"{qn('w:pPr')}/{qn('w:ind')}")
    wide = int(own.get(qn("w:left"), _INDENT)) if own is not None else int(_INDENT)
    level, shape = new("w:lvl", ilvl="1"), new("w:pPr")
    level.append(new("w:start", val="1"))
    level.append(new("w:numFmt", val="bullet"))
    level.append(new("w:lvlText", val="–"))
    level.append(new("w:lvlJc", val="left"))
    shape.append(new("w:ind", left=str(2 * wide), hanging=str(wide)))
    level.append(shape)
    abstract.append(level)


def put_in_list(paragraph: Node, number: str, level: int = 1) -> None:
    """Let `paragraph` (a w:p with a style) belong to the list `number`, on that level of it."""
    properties = new("w:numPr")
    properties.append(new("w:ilvl", val=str(level - 1)))
    properties.append(new("w:numId", val=number))
    own = paragraph.find(qn("w:pPr"))
    if own is not None:
        own.insert(sum(child.tag in _BEFORE for child in own), properties)


_INDENT = "397"  # twips, as in our template

# what stands before w:numPr in a paragraph's properties (ECMA-376, CT_PPrBase)
_BEFORE = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def _abstract(word: WordFile, style: Style) -> Node | None:
    wanted = _abstract_id(word, style)
    for one in node_of(word.part.numbering_part).iter(qn("w:abstractNum")):
        if one.get(qn("w:abstractNumId")) == wanted:
            return one
    return None


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
